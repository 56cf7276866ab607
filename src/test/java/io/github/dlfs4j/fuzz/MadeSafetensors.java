package io.github.dlfs4j.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/** A safetensors file. Each part of its header is usually right and sometimes wrong. */
final class MadeSafetensors {
    /** How many parts are right for each wrong one. */
    private static final int RIGHT = 60;

    private final Parts parts;
    private long end;

    MadeSafetensors(SplittableRandom random) {
        this.parts = new Parts(random);
    }

    byte[] file() {
        StringBuilder json = new StringBuilder("{");
        if (parts.oneIn(3)) {
            json.append("\"__metadata__\":{\"format\":%s},".formatted(text(parts.nearly("pt", RIGHT))));
        }
        int arrays = parts.length(6);
        for (int i = 0; i < arrays; i++) {
            json.append(text(parts.nearly("a" + i, RIGHT))).append(':').append(array());
            json.append(i + 1 < arrays ? some(",") : "");
        }
        if (json.charAt(json.length() - 1) == ',') {
            json.setLength(json.length() - 1);
        }
        json.append(some("}")).append(" ".repeat(parts.length(8)));
        byte[] header = json.toString().getBytes(StandardCharsets.UTF_8);
        byte[] length = Parts.number(parts.nearly(header.length, RIGHT), Long.BYTES);
        byte[] elements = parts.noise((int) parts.nearly(end, RIGHT) & 0xffff);
        return Parts.joined(length, header, elements);
    }

    private String array() {
        String type = parts.oneOf("F64", "F32", "F16", "BF16", "I64", "I32", "I16", "I8", "U8", "U16", "U32", "BOOL");
        int size = switch (type) {
            case "F64", "I64" -> 8;
            case "F32", "I32", "U32" -> 4;
            case "I8", "U8", "BOOL" -> 1;
            default -> 2;
        };
        int rows = parts.length(20);
        int columns = parts.length(20);
        long begin = end;
        end += (long) rows * columns * size;
        String dtype = "\"dtype\":" + text(parts.nearly(parts.oneIn(RIGHT) ? "F8_E4M3" : type, RIGHT));
        String shape = "\"shape\":[%s,%s]".formatted(number(rows), number(columns));
        String offsets = "\"data_offsets\":[%s,%s]".formatted(number(begin), number(end));
        return "{" + dtype + some(",") + shape + "," + (parts.oneIn(RIGHT) ? shape + "," : "") + offsets + some("}");
    }

    private String number(long number) {
        return parts.oneIn(RIGHT)
                ? parts.oneOf("-1", "1.5", "1e3", "01", "null", "\"1\"", "[]", "9".repeat(parts.length(400)))
                : Long.toString(parts.nearly(number, RIGHT));
    }

    /** A string, whose special characters may be escaped. */
    private String text(String text) {
        String escaped = text.replace("\\", "\\\\").replace("\n", "\\n").replace("\u0000", "\\u0000");
        return "\"" + (parts.oneIn(RIGHT) ? text : escaped.replace("\u001b", "\\u001b")) + "\"";
    }

    private String some(String usual) {
        return parts.oneIn(3 * RIGHT)
                ? parts.oneOf("", " ", ",", "{", "[".repeat(parts.length(50_000)), "{\"a\":".repeat(parts.length(9999)))
                : usual;
    }
}
