package io.github.dlfs4j.book;

import static io.github.dlfs4j.book.Output.format;

import io.github.dlfs4j.app.page.server.Body;
import io.github.dlfs4j.app.page.server.Refused;
import io.github.dlfs4j.file.JsonWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the page does as a whole program, which writes the same text.
 *
 * @param shown the model
 */
record LanguageModelProgram(ShownLanguageModel shown) {
    private static final String FILE = "WriteOn.java";

    /** Answers a request for the program. */
    Object of(Body body) throws IOException, Refused {
        ShownLanguageModel.Text text = shown.someText(body);
        int length = ShownLanguageModel.count(body, "length", 0);
        LanguageModel.Sampling sampling = ShownLanguageModel.sampling(body);
        long seed = ShownLanguageModel.seed(body);
        body.end();
        StoredLanguageModel stored = shown.stored();
        LanguageModel.Size size = stored.size();
        String beginning =
                text.known().stream().map(id -> shown.character(id.intValue())).collect(Collectors.joining());
        String alphabet = stored.alphabet().stream().map(Character::toString).collect(Collectors.joining());
        Map<String, Object> values = Map.ofEntries(
                Map.entry("ALPHABET", literal(alphabet)),
                Map.entry("CONTEXT", size.context()),
                Map.entry("WIDTH", size.width()),
                Map.entry("HEADS", size.heads()),
                Map.entry("BLOCKS", size.blocks()),
                Map.entry("BEGINNING", literal(beginning)),
                Map.entry("LENGTH", length),
                Map.entry("TEMPERATURE", Math.max(sampling.temperature(), Double.MIN_VALUE)),
                Map.entry("TOP_K", sampling.topK()),
                Map.entry("SEED", seed),
                Map.entry("LOAD", load(stored.kind())));
        String code = template();
        for (Map.Entry<String, Object> value : values.entrySet()) {
            code = code.replace("/*" + value.getKey() + "*/", value.getValue().toString());
        }
        String command = format("java -cp target/classes %s %s", FILE, stored.file());
        return JsonWriter.object("code", code, "file", FILE, "command", command);
    }

    private static String load(StoredLanguageModel.Kind kind) {
        if (kind == StoredLanguageModel.Kind.CHECKPOINT) {
            return "Checkpoint.read(file).restore(new VariableNetwork(model))";
        }
        String reader = kind == StoredLanguageModel.Kind.TORCH ? "TorchFile" : "Safetensors";
        return format("TorchWeights.of(model).load(withoutForm(%s.read(file)))", reader);
    }

    private static String template() throws IOException {
        try (InputStream in = LanguageModelProgram.class.getResourceAsStream(FILE + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Returns a text as Java has it. */
    private static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            literal.append(
                    c == '"' || c == '\\'
                            ? "\\" + c
                            : c == '\n' ? "\\n" : c < ' ' || c > '~' ? format("\\u%04x", (int) c) : c);
        }
        return literal.append('"').toString();
    }
}
