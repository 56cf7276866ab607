package io.github.dlfs4j.ndarray.io;

import io.github.dlfs4j.file.Excerpt;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the text of a {@code .npy} header, a dictionary as Python writes it: {@code {'descr': '<f8', 'fortran_order':
 * False, 'shape': (2, 3), }}.
 */
final class NpyHeaderParser {
    private final String text;
    private final CheckedInput in;
    private final long start;
    private int at;

    private ElementType type;
    private ByteOrder byteOrder;
    private Boolean fortranOrder;
    private List<Long> shape;
    private long shapePlace;

    /** @param start the place of the text in the file, for errors */
    NpyHeaderParser(String text, CheckedInput in, long start) {
        this.text = text;
        this.in = in;
        this.start = start;
    }

    ArrayHeader parse() throws FileFormatException {
        expect('{');
        while (!accept('}')) {
            parseItem();
            if (!accept(',')) {
                expect('}');
                break;
            }
        }
        skipBlanks();
        if (at < text.length()) {
            throw error("blanks up to the end of the header");
        }
        if (type == null || fortranOrder == null || shape == null) {
            throw in.error(start, "a dictionary of 'descr', 'fortran_order' and 'shape'", Excerpt.of(text.strip()));
        }
        return ArrayHeader.of(type, byteOrder, fortranOrder, shape, in, shapePlace);
    }

    private void parseItem() throws FileFormatException {
        skipBlanks();
        int keyStart = at;
        String key = string();
        expect(':');
        skipBlanks();
        if (key.equals("descr") && type == null) {
            parseDescr();
        } else if (key.equals("fortran_order") && fortranOrder == null) {
            fortranOrder = bool();
        } else if (key.equals("shape") && shape == null) {
            shapePlace = start + at;
            shape = tuple();
        } else {
            throw in.error(
                    start + keyStart, "'descr', 'fortran_order' and 'shape', each once", Excerpt.of("'" + key + "'"));
        }
    }

    /**
     * Reads the element type, which follows a sign for the byte order: {@code <} is little, {@code >} is big, {@code |}
     * does not matter.
     */
    private void parseDescr() throws FileFormatException {
        int descrStart = at;
        if (at < text.length() && text.charAt(at) == '[') {
            throw unknownType(
                    at,
                    "elements of a plain type",
                    "records: " + text.substring(at).strip());
        }
        String descr = string();
        type = descr.isEmpty() ? null : ElementType.ofCode(descr.substring(1));
        if (type != null) {
            byteOrder = byteOrder(descr.charAt(0), type);
        }
        if (byteOrder == null) {
            throw unknownType(
                    descrStart,
                    "<, > or | and one of the types " + ElementType.codes(),
                    descr.isEmpty() ? "''" : descr);
        }
    }

    /** Returns the error for a type without a dtype. In an archive, it does not stop anyone from reading the others. */
    private FileFormatException unknownType(int place, String expected, String found) {
        String wayOut = in.isPart() ? "; Npz.read(file, name) reads the others" : "";
        return in.error(start + place, expected, Excerpt.of(found) + wayOut);
    }

    /** Returns the byte order for NumPy's sign, or null if it is not one. */
    static ByteOrder byteOrder(char sign, ElementType type) {
        return switch (sign) {
            case '<' -> ByteOrder.LITTLE_ENDIAN;
            case '>' -> ByteOrder.BIG_ENDIAN;
            case '|' -> type.size() == 1 ? ByteOrder.LITTLE_ENDIAN : null;
            default -> null;
        };
    }

    private String string() throws FileFormatException {
        skipBlanks();
        char quote = at < text.length() ? text.charAt(at) : 0;
        int end = quote == '\'' || quote == '"' ? text.indexOf(quote, at + 1) : -1;
        if (end < 0) {
            throw error("a string in quotes");
        }
        String string = text.substring(at + 1, end);
        at = end + 1;
        return string;
    }

    private boolean bool() throws FileFormatException {
        boolean value = text.startsWith("True", at);
        if (!value && !text.startsWith("False", at)) {
            throw error("True or False");
        }
        at += Boolean.toString(value).length();
        return value;
    }

    private List<Long> tuple() throws FileFormatException {
        List<Long> items = new ArrayList<>();
        expect('(');
        while (!accept(')')) {
            items.add(number());
            if (!accept(',')) {
                if (items.size() == 1) {
                    throw error("a comma: one number in parentheses is not a tuple");
                }
                expect(')');
                break;
            }
        }
        return items;
    }

    private long number() throws FileFormatException {
        skipBlanks();
        int end = at;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        boolean hasLeadingZero = end - at > 1 && text.charAt(at) == '0';
        // A long cannot hold longer numbers.
        if (end == at || end - at > 18 || hasLeadingZero) {
            throw error("a length of 1 to 18 digits");
        }
        long number = Long.parseLong(text, at, end, 10);
        at = end;
        // Python 2 writes this after its long integers.
        accept('L');
        return number;
    }

    private void expect(char c) throws FileFormatException {
        if (!accept(c)) {
            throw error("'" + c + "'");
        }
    }

    private boolean accept(char c) {
        skipBlanks();
        boolean accepted = at < text.length() && text.charAt(at) == c;
        if (accepted) {
            at++;
        }
        return accepted;
    }

    private void skipBlanks() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\n')) {
            at++;
        }
    }

    private FileFormatException error(String expected) {
        String found = at < text.length() ? "'" + text.charAt(at) + "'" : "the end of the header";
        return in.error(start + at, expected, found);
    }
}
