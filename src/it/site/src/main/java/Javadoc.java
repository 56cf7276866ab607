import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Link;

/** Links from the names of classes in a text to their Javadoc. */
final class Javadoc extends AbstractVisitor {
    private final Map<String, String> places;

    private Javadoc(Map<String, String> places) {
        this.places = places;
    }

    /** Returns the links to the classes in a folder of Javadoc. Names of two classes have none. */
    static Javadoc in(Path folder) throws IOException {
        Map<String, String> places = new HashMap<>();
        Set<String> twice = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.matches("[A-Z]\\w*\\.html") && !file.getParent().endsWith("class-use")) {
                    String place =
                            folder.getParent().relativize(file).toString().replace('\\', '/');
                    if (places.put(name.replace(".html", ""), place) != null) {
                        twice.add(name.replace(".html", ""));
                    }
                }
            }
        }
        places.keySet().removeAll(twice);
        return new Javadoc(places);
    }

    @Override
    public void visit(Link link) {
        // No link in a link.
    }

    @Override
    public void visit(Code code) {
        String place = places.get(code.getLiteral());
        if (place != null) {
            Link link = new Link(place, null);
            code.insertBefore(link);
            link.appendChild(code);
        }
    }
}
