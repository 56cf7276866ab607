import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;

/** Where links lead to in the site. Files that are not part of it are in the repository. */
record Links(Path project, Map<Path, String> places, String repository) {
    private static final Pattern OUTSIDE = Pattern.compile("[a-z]+:.*|#.*");
    private static final Pattern SOURCE = Pattern.compile("(?<=src=\")[^\"]*");

    /** Returns what changes the links of a page. */
    AbstractVisitor of(Path page) {
        return new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                link.setDestination(place(page, link.getDestination()));
                visitChildren(link);
            }

            @Override
            public void visit(Image image) {
                image.setDestination(place(page, image.getDestination()));
            }

            @Override
            public void visit(HtmlInline html) {
                html.setLiteral(withPlaces(page, html.getLiteral()));
            }

            @Override
            public void visit(HtmlBlock html) {
                html.setLiteral(withPlaces(page, html.getLiteral()));
            }
        };
    }

    private String withPlaces(Path page, String html) {
        return SOURCE.matcher(html).replaceAll(source -> place(page, source.group()));
    }

    private String place(Path page, String target) {
        if (OUTSIDE.matcher(target).matches()) {
            return target;
        }
        int end = target.indexOf('#');
        String fragment = end < 0 ? "" : target.substring(end);
        Path file =
                page.resolveSibling(end < 0 ? target : target.substring(0, end)).normalize();
        String place = places.get(file);
        return (place != null
                        ? place
                        : repository + project.relativize(file).toString().replace('\\', '/'))
                + fragment;
    }
}
