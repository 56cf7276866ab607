package io.github.dlfs4j.commands;

import java.io.File;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What {@code mvn} understands in this project. */
final class Pom {
    private static final Set<String> OPTIONS = Set.of("-q", "-B", "-ntp", "-o");

    private static final Set<String> PHASES =
            Set.of("clean", "compile", "test-compile", "test", "package", "verify", "install", "deploy");

    /** What plug-ins read that the file does not name, by plug-in. */
    private static final Map<String, Set<String>> PROPERTIES_OF_PLUGINS = Map.of(
            "surefire", Set.of("test"),
            "exec", Set.of("exec.args", "exec.mainClass", "exec.classpathScope"),
            "gpg", Set.of("gpg.skip"),
            "versions", Set.of("newVersion"));

    /** The property that chooses tests by their tags, as Surefire calls it. */
    private static final String TAGS = "groups";

    private static final Pattern WORD = Pattern.compile("[\\w-]+");

    private final Set<String> profiles = new HashSet<>();
    private final Set<String> properties = new HashSet<>();
    private final Set<String> tags = new HashSet<>();
    private final Set<String> plugins = new HashSet<>();

    private Pom() {}

    static Pom read() throws Exception {
        Element root = root(new File("pom.xml"));
        Pom pom = new Pom();
        // The projects below src/it get what is typed too.
        for (File project : new File("src/it").listFiles()) {
            each(root(new File(project, "pom.xml")), "properties", pom::addProperties);
        }
        each(root, "profile", profile -> pom.profiles.add(child(profile, "id").getTextContent()));
        each(root, "properties", pom::addProperties);
        each(
                root,
                "property",
                activation -> pom.properties.add(activation.getTextContent().strip()));
        each(root, "plugin", plugin -> {
            String name = child(plugin, "artifactId").getTextContent();
            pom.plugins.add(name.replaceFirst("^maven-(.*)-plugin$", "$1").replaceFirst("-maven-plugin$", ""));
        });
        pom.plugins.add("versions"); // The command names its version.
        pom.plugins.stream()
                .map(plugin -> PROPERTIES_OF_PLUGINS.getOrDefault(plugin, Set.of()))
                .forEach(pom.properties::addAll);
        return pom;
    }

    private static Element root(File file) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file)
                .getDocumentElement();
    }

    private void addProperties(Element all) {
        for (Node node = all.getFirstChild(); node != null; node = node.getNextSibling()) {
            properties.add(node.getNodeName());
            if (node.getNodeName().equals(TAGS)) {
                WORD.matcher(node.getTextContent()).results().forEach(tag -> tags.add(tag.group()));
            }
        }
    }

    private static void each(Element root, String name, Consumer<Element> action) {
        NodeList elements = root.getElementsByTagName(name);
        for (int i = 0; i < elements.getLength(); i++) {
            action.accept((Element) elements.item(i));
        }
    }

    private static Node child(Element element, String name) {
        Node node = element.getFirstChild();
        while (!node.getNodeName().equals(name)) {
            node = node.getNextSibling();
        }
        return node;
    }

    boolean hasProfiles(String names) {
        return profiles.containsAll(List.of(names.split(",", -1)));
    }

    boolean hasProperty(String name) {
        return properties.contains(name);
    }

    /** The tags of tests that a normal build leaves out. */
    Set<String> tags() {
        return tags;
    }

    /** Whether it is a phase, or the goal of a plug-in that is known. */
    boolean hasGoal(String name) {
        return PHASES.contains(name) || (name.contains(":") && plugins.contains(name.split(":", -1)[0]));
    }

    boolean hasOption(String name) {
        return OPTIONS.contains(name);
    }
}
