import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** Renders blocks of Java in colours, and arrays in tables so that no line breaks inside them. */
final class CodeRenderer implements NodeRenderer {
    private static final Set<String> KEYWORDS = Set.of(("abstract assert boolean break byte case catch char class"
                    + " continue default do double else enum extends false final finally float for if implements import"
                    + " instanceof int interface long native new null package permits private protected public record"
                    + " return sealed short static super switch synchronized this throw throws transient true try var"
                    + " void volatile while")
            .split(" "));

    /** What has a colour, by the class of its element. Words other than keywords have none. */
    private static final Map<String, String> TOKENS = new LinkedHashMap<>();

    static {
        TOKENS.put("comment", "//[^\\n]*|/\\*(?s:.*?)\\*/");
        TOKENS.put("string", "\"\"\"(?s:.*?)\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])*'");
        TOKENS.put("annotation", "@[A-Za-z]\\w*");
        TOKENS.put("word", "[A-Za-z_$][\\w$]*");
        TOKENS.put("number", "\\d[\\w.]*");
    }

    private static final Pattern TOKEN = Pattern.compile(TOKENS.entrySet().stream()
            .map(token -> "(?<%s>%s)".formatted(token.getKey(), token.getValue()))
            .reduce((one, other) -> one + "|" + other)
            .orElseThrow());

    /** Stands for the end of a line in a table of Markdown, whose rows are single lines. */
    private static final String LINE_END = "⏎";

    private final HtmlWriter html;

    CodeRenderer(HtmlNodeRendererContext context) {
        html = context.getWriter();
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(FencedCodeBlock.class, Code.class);
    }

    @Override
    public void render(Node node) {
        if (node instanceof FencedCodeBlock block) {
            render(block);
        } else {
            render((Code) node);
        }
    }

    private void render(FencedCodeBlock block) {
        html.line();
        html.tag("pre", Map.of("tabindex", "0"));
        html.tag("code");
        if (block.getInfo().equals("java")) {
            writeJava(block.getLiteral());
        } else {
            html.text(block.getLiteral());
        }
        html.tag("/code");
        html.tag("/pre");
        html.line();
    }

    private void writeJava(String code) {
        int end = 0;
        Matcher matcher = TOKEN.matcher(code);
        while (matcher.find()) {
            html.text(code.substring(end, matcher.start()));
            String kind = kind(matcher);
            if (kind.isEmpty()) {
                html.text(matcher.group());
            } else {
                html.tag("span", Map.of("class", kind));
                html.text(matcher.group());
                html.tag("/span");
            }
            end = matcher.end();
        }
        html.text(code.substring(end));
    }

    /** Returns the class of a token, which is empty if it has no colour. */
    private static String kind(Matcher matcher) {
        if (matcher.group("word") != null) {
            return KEYWORDS.contains(matcher.group()) ? "keyword" : "";
        }
        return TOKENS.keySet().stream()
                .filter(kind -> matcher.group(kind) != null)
                .findFirst()
                .orElseThrow();
    }

    private void render(Code code) {
        String text = code.getLiteral();
        boolean isArray = text.startsWith("[") && code.getParent() instanceof TableCell;
        html.tag("code", isArray ? Map.of("class", "array") : Map.of());
        html.text(isArray ? text.replace(LINE_END, LINE_END + "\n") : text);
        html.tag("/code");
    }
}
