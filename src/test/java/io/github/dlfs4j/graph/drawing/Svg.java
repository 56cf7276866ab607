package io.github.dlfs4j.graph.drawing;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A picture, read by the JDK's XML parser. */
public final class Svg {
    private static final String NAMESPACE = "http://www.w3.org/2000/svg";

    private final Document document;

    private Svg(Document document) {
        this.document = document;
    }

    /** Parses a picture; the test fails if it is not XML. */
    public static Svg parse(String svg) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return new Svg(factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg))));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError("not XML: " + svg, e);
        }
    }

    Element root() {
        return document.getDocumentElement();
    }

    List<Element> elements(String name) {
        NodeList nodes = document.getElementsByTagNameNS(NAMESPACE, name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }

    /** Returns the texts of all elements of a name. */
    public List<String> texts(String name) {
        return elements(name).stream().map(Node::getTextContent).toList();
    }

    /** Returns the texts of all labels of a class: name, symbol, value, derivative. */
    public List<String> labels(String role) {
        return elements("text").stream()
                .filter(element -> element.getAttribute("class").equals(role))
                .map(Node::getTextContent)
                .toList();
    }

    static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }
}
