import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the pages say, section by section, for the search of the site. It is a script and no file of data, because a
 * page that was opened from a disk may load scripts only.
 */
final class SearchIndex {
    /** A heading with an address within its page. */
    private static final Pattern HEADING = Pattern.compile("<h[1-6] id=\"(?<id>[^\"]*)\">(?<title>.*?)</h[1-6]>");

    private final List<String> sections = new ArrayList<>();

    /** Adds the sections of a page. */
    void add(String language, String place, String title, String content) {
        Matcher heading = HEADING.matcher(content);
        String section = "";
        String id = "";
        int begin = 0;
        while (heading.find()) {
            add(language, place + id, title, section, content.substring(begin, heading.start()));
            section = heading.group("title");
            id = "#" + heading.group("id");
            begin = heading.end();
        }
        add(language, place + id, title, section, content.substring(begin));
    }

    private void add(String language, String place, String title, String section, String content) {
        if (!section.isEmpty() || !content.isBlank()) {
            sections.add("{language: %s, place: %s, page: %s, section: %s, text: %s}"
                    .formatted(
                            quoted(language),
                            quoted(place),
                            quoted(title),
                            quoted(plain(section)),
                            quoted(plain(content))));
        }
    }

    /** Returns the text of HTML, with single spaces. */
    static String plain(String html) {
        return html.replaceAll("</(?:p|li|t[dh]|pre|h[1-6])>", " ")
                .replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Returns the script. */
    String script() {
        return "window.sections = [\n" + String.join(",\n", sections) + "\n];\n";
    }
}
