package io.github.dlfs4j.app.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An option of the command line as a field of a form.
 *
 * @param name the option without its dashes
 * @param label the text beside the field
 * @param kind how the field is filled in
 * @param choices the values of a choice; empty for other kinds
 * @param initial the default; empty if there is none
 * @param least the smallest number; {@code null} if there is none
 * @param most the largest number; {@code null} if there is none
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
        /** Any text. */
        TEXT,
        /** On or off. */
        FLAG
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
