package org.vigil.report.chart;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.w3c.dom.DOMImplementation;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A drawing as SVG to stand inside a web page. */
public final class SvgPicture {
    private static final String SVG = "http://www.w3.org/2000/svg";

    /** Regular and bold share a family name, so that bold could not be told apart. */
    private static final List<HouseFont> WRITTEN = List.of(HouseFont.REGULAR, HouseFont.SEMI_BOLD);

    private static final Pattern FAMILY =
            Pattern.compile("font-family=\"(?:'|&apos;)(Source Sans Pro[^'&]*)(?:'|&apos;)\"");

    private SvgPicture() {}

    /**
     * The drawing as an {@code svg} element with a title and a description that a screen reader speaks.
     *
     * @param drawing what to paint
     * @param idPrefix begins every id inside, so that several pictures on one page do not share any
     * @param title short name
     * @param description what the picture shows
     */
    public static String of(Drawing drawing, String idPrefix, String title, String description) {
        Document document = emptyDocument();
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setComment("");
        context.setIDGenerator(new SVGIDGenerator() {
            @Override
            public String generateID(String prefix) {
                return idPrefix + "-" + super.generateID(prefix);
            }
        });
        context.setPrecision(2);
        SVGGraphics2D g = new SVGGraphics2D(context, false);
        drawing.paint(g);
        Element root = g.getRoot();
        root.setAttribute("viewBox", "0 0 " + drawing.width() + " " + drawing.height());
        root.setAttribute("role", "img");
        root.setAttribute("aria-labelledby", idPrefix + "-title " + idPrefix + "-desc");
        root.insertBefore(textElement(root, "desc", idPrefix + "-desc", description), root.getFirstChild());
        root.insertBefore(textElement(root, "title", idPrefix + "-title", title), root.getFirstChild());
        StringWriter written = new StringWriter();
        try {
            // Attributes, not styles: a page's policy forbids style on an element.
            g.stream(root, written, false, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return withHouseFont(withoutProlog(written.toString()))
                .replace("id=\"genericDefs\"", "id=\"" + idPrefix + "-defs\"");
    }

    private static Document emptyDocument() {
        try {
            DOMImplementation dom =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().getDOMImplementation();
            return dom.createDocument(SVG, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("This Java has no XML parser", e);
        }
    }

    private static Element textElement(Element root, String name, String id, String text) {
        Element element = root.getOwnerDocument().createElementNS(SVG, name);
        element.setAttribute("id", id);
        element.setTextContent(text);
        return element;
    }

    private static String withoutProlog(String svg) {
        return svg.substring(svg.indexOf("<svg")).strip();
    }

    /** Writes weights as SVG does, where Java names each weight a family of its own; pictures write in the weights of {@link #WRITTEN} only. */
    private static String withHouseFont(String svg) {
        return FAMILY.matcher(svg).replaceAll(found -> {
            HouseFont font = WRITTEN.stream()
                    .filter(written -> written.family().equals(found.group(1)))
                    .findFirst()
                    .orElseThrow();
            return "font-family=\"'Source Sans Pro',sans-serif\" font-weight=\"" + font.weight() + "\"";
        });
    }
}
