package io.github.dlfs4j.app.page.server;

import com.sun.net.httpserver.HttpExchange;
import io.github.dlfs4j.file.JsonReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The body of a POST request. Its fields are taken and checked one by one, until none is left. */
public final class Body {
    /** The length in bytes that suffices for most requests. A drawing of 112x112 pixels takes 17 kB as base64. */
    static final int SHORT = 32 * 1024;

    /** The type of a body that is the content of a file. Browsers send it for other sites only with permission. */
    static final String FILE = "application/octet-stream";

    private final Map<String, Object> fields;
    private final byte[] file;

    private Body(Map<String, Object> fields, byte[] file) {
        this.fields = new LinkedHashMap<>(fields);
        this.file = file;
    }

    /**
     * Reads the body.
     *
     * @param longest the largest length in bytes
     * @throws Refused if the body is too long, or is not JSON as {@link #ofJson} reads it
     */
    static Body of(HttpExchange exchange, int longest) throws IOException, Refused {
        boolean isFile = FILE.equals(exchange.getRequestHeaders().getFirst("Content-Type"));
        byte[] bytes = exchange.getRequestBody().readNBytes(longest + 1);
        if (bytes.length > longest) {
            throw isFile
                    ? Refused.because(Refused.TOO_LARGE, "large", longest >> 20)
                    : Refused.because(Refused.TOO_LARGE, "long", longest);
        }
        return isFile ? ofFile(bytes) : ofJson(text(bytes));
    }

    private static String text(byte[] bytes) throws Refused {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Refused.because("utf8");
        }
    }

    /**
     * Takes the content of a file.
     *
     * @param content the content
     * @return a body without fields
     */
    public static Body ofFile(byte[] content) {
        return new Body(Map.of(), content);
    }

    /**
     * Reads fields, which are of class {@link String}, {@link Number} or {@link Map}.
     *
     * @param text the JSON
     * @return a body with its fields
     * @throws Refused if the text is no JSON
     */
    public static Body ofJson(String text) throws Refused {
        try {
            return new Body(JsonReader.read(text, 40, 0), new byte[0]);
        } catch (ParseException e) {
            throw Refused.because("json", e.getMessage());
        }
    }

    /** {@return the content of a file; empty if the body is JSON} */
    public byte[] file() {
        return file;
    }

    /**
     * {@return the content of a file as text}
     *
     * @throws Refused if it is not in UTF-8
     */
    public String fileText() throws Refused {
        return text(file);
    }

    /**
     * Tells whether a field is there.
     *
     * @param name the name of the field
     * @return whether it is
     */
    public boolean has(String name) {
        return fields.containsKey(name);
    }

    /**
     * Takes a text that matches a pattern as a whole.
     *
     * @param name the name of the field
     * @param pattern what the whole text matches
     * @return the text
     * @throws Refused if there is no such text
     */
    public String text(String name, Pattern pattern) throws Refused {
        if (take(name) instanceof String text && pattern.matcher(text).matches()) {
            return text;
        }
        throw Refused.because("text", name, pattern);
    }

    /**
     * Takes one of several values by its name.
     *
     * @param <T> the type of the values
     * @param name the name of the field
     * @param values the values
     * @return the value of that name
     * @throws Refused if there is no such value
     */
    public <T> T choice(String name, Collection<T> values) throws Refused {
        Object taken = take(name);
        for (T value : values) {
            if (value.toString().equals(taken)) {
                return value;
            }
        }
        throw Refused.because("choice", name, values);
    }

    /**
     * Takes an integer in a range.
     *
     * @param name the name of the field
     * @param least the least integer
     * @param most the largest
     * @return the integer
     * @throws Refused if there is no such integer
     */
    public int integer(String name, int least, int most) throws Refused {
        double number = number(take(name));
        if (number >= least && number <= most && number == Math.rint(number)) {
            return (int) number;
        }
        throw Refused.because("integer", name, least, most);
    }

    /**
     * Takes a number in a range.
     *
     * @param name the name of the field
     * @param least the least number
     * @param most the largest
     * @return the number
     * @throws Refused if there is no such number
     */
    public double number(String name, double least, double most) throws Refused {
        double number = number(take(name));
        if (number >= least && number <= most) {
            return number;
        }
        throw Refused.because("number", name, least, most);
    }

    private static double number(Object value) {
        return value instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    /**
     * Takes an object of texts; empty if it is missing.
     *
     * @param name the name of the field
     * @param pattern what each text matches as a whole
     * @return the texts by their names
     * @throws Refused if it is no object, or a text does not match
     */
    public Map<String, String> texts(String name, Pattern pattern) throws Refused {
        Map<String, String> texts = new LinkedHashMap<>();
        if (!has(name)) {
            return texts;
        }
        if (!(take(name) instanceof Map<?, ?> object)) {
            throw Refused.because("texts", name);
        }
        for (Map.Entry<?, ?> field : object.entrySet()) {
            if (!(field.getValue() instanceof String text)
                    || !pattern.matcher(text).matches()) {
                throw Refused.because("texts.match", name, pattern);
            }
            texts.put((String) field.getKey(), text);
        }
        return texts;
    }

    /**
     * Refuses the body if a field is left.
     *
     * @throws Refused if one is left
     */
    public void end() throws Refused {
        if (!fields.isEmpty()) {
            throw Refused.because("unknown", fields.size());
        }
    }

    private Object take(String name) throws Refused {
        Object value = fields.remove(name);
        if (value == null) {
            throw Refused.because("missing", name);
        }
        return value;
    }
}
