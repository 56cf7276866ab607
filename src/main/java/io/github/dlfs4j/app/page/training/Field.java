package io.github.dlfs4j.app.page.training;

import io.github.dlfs4j.file.JsonWriter;
import io.github.dlfs4j.language.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An option of the command line as a field of a form.
 *
 * @param name the option without its dashes
 * @param input how the field is filled in
 * @param initial the default; empty if there is none
 * @param dependence how it depends on other fields
 */
public record Field(String name, Input input, String initial, Dependence dependence) {
    /** The kinds of fields. */
    public enum Kind {
        /** One of several values. */
        CHOICE,
        /** An integer. */
        INTEGER,
        /** A number. */
        NUMBER,
        /** Any text. */
        TEXT,
        /** On or off. */
        FLAG
    }

    /**
     * How a field is filled in.
     *
     * @param kind the kind of field
     * @param choices the values of a choice; empty for other kinds
     * @param least the smallest number; {@code null} if there is none
     * @param most the largest number; {@code null} if there is none
     */
    public record Input(Kind kind, List<String> choices, Number least, Number most) {
        /**
         * Makes a field that takes no number.
         *
         * @param kind the kind of field
         * @param choices the values of a choice; none for other kinds
         */
        public Input(Kind kind, String... choices) {
            this(kind, List.of(choices), null, null);
        }

        /**
         * Makes a field of a number.
         *
         * @param kind the kind of field
         * @param least the smallest number
         * @param most the largest number; {@code null} if there is none
         */
        public Input(Kind kind, Number least, Number most) {
            this(kind, List.of(), least, most);
        }
    }

    /**
     * How a field depends on others.
     *
     * @param defaults the default for each value of another field, by the name of that field; empty if it is the same
     *     for all
     * @param needs the values of other fields, by their names, without which it has no effect; an empty list stands for
     *     any value that is filled in
     * @param excludes the names of the fields that cannot be filled in together with it
     */
    public record Dependence(
            Map<String, Map<String, String>> defaults, Map<String, List<String>> needs, List<String> excludes) {}

    Map<String, Object> toJson() {
        Kind kind = input.kind;
        boolean isNumber = kind == Kind.INTEGER || kind == Kind.NUMBER;
        return JsonWriter.object(
                "name",
                name,
                "label",
                Words.PAGE.of("train.option." + name),
                "kind",
                isNumber ? "number" : kind.name().toLowerCase(Locale.ROOT),
                "choices",
                input.choices.isEmpty() ? null : input.choices,
                "default",
                initial,
                "min",
                input.least,
                "max",
                input.most,
                "step",
                kind == Kind.INTEGER ? 1 : kind == Kind.NUMBER ? "any" : null,
                "defaults",
                dependence.defaults(),
                "needs",
                dependence.needs(),
                "excludes",
                dependence.excludes());
    }
}
