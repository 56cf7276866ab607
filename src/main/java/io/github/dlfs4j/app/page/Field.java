package io.github.dlfs4j.app.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An option of the command line as a field of a form.
 *
 * @param name the option without its dashes
 * @param label what the form says
 * @param kind how it is filled in
 * @param choices what there is to choose from; of a choice alone
 * @param initial what is in it at first; empty for nothing
 * @param least the smallest number; null if there is none
 * @param most the largest number; null if there is none
 */
public record Field(
        String name, String label, Kind kind, List<String> choices, String initial, Number least, Number most) {
    /** How a field is filled in. */
    public enum Kind {
        /** One of several values. */
        CHOICE,
        /** An integer. */
        INTEGER,
        /** A number. */
        NUMBER,
        /** Anything. */
        TEXT,
        /** On or off. */
        FLAG
    }

    /**
     * A field of one of several values.
     *
     * @param name the option without its dashes
     * @param label what the form says
     * @param values what there is to choose from; the first is chosen at first
     * @return a field
     */
    public static Field choice(String name, String label, Object... values) {
        List<String> choices = List.of(values).stream().map(Object::toString).toList();
        return new Field(name, label, Kind.CHOICE, choices, choices.get(0), null, null);
    }

    /**
     * A field for an integer.
     *
     * @param name the option without its dashes
     * @param label what the form says
     * @param initial what is in it at first; empty for nothing
     * @param least the smallest one
     * @param most the largest one
     * @return a field
     */
    public static Field integer(String name, String label, String initial, long least, long most) {
        return new Field(name, label, Kind.INTEGER, List.of(), initial, least, most);
    }

    /**
     * A field for a number.
     *
     * @param name the option without its dashes
     * @param label what the form says
     * @return a field
     */
    public static Field number(String name, String label) {
        return new Field(name, label, Kind.NUMBER, List.of(), "", 0, null);
    }

    /**
     * A field for a text.
     *
     * @param name the option without its dashes
     * @param label what the form says
     * @return a field
     */
    public static Field text(String name, String label) {
        return new Field(name, label, Kind.TEXT, List.of(), "", null, null);
    }

    /**
     * A field to switch on.
     *
     * @param name the option without its dashes
     * @param label what the form says
     * @return a field
     */
    public static Field flag(String name, String label) {
        return new Field(name, label, Kind.FLAG, List.of(), "", null, null);
    }

    Map<String, Object> toJson() {
        boolean isNumber = kind == Kind.INTEGER || kind == Kind.NUMBER;
        return Json.object(
                "name", name,
                "label", label,
                "kind", isNumber ? "number" : kind.name().toLowerCase(Locale.ROOT),
                "choices", choices.isEmpty() ? null : choices,
                "default", initial,
                "min", least,
                "max", most,
                "step", kind == Kind.INTEGER ? 1 : kind == Kind.NUMBER ? "any" : null);
    }
}
