package org.vigil.report.chart;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.vigil.report.text.NumberText;
import org.w3c.dom.DOMImplementation;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A drawing as SVG to stand inside a web page. */
public final class SvgPicture {
    private static final String SVG = "http://www.w3.org/2000/svg";

    /** Looked up once: the search for a parser took longer than a picture. It holds no state. */
    private static final DOMImplementation DOM = dom();

    /** Regular and bold share a family name, so that bold could not be told apart. */
    private static final List<HouseFont> WRITTEN = List.of(HouseFont.REGULAR, HouseFont.SEMI_BOLD);

    private static final Pattern FAMILY =
            Pattern.compile("font-family=\"(?:'|&apos;)(Source Sans Pro[^'&]*)(?:'|&apos;)\"");

    /** The house font first, then those whose letters are about as wide. */
    private static final String FONTS_ABOUT_AS_WIDE =
            "'Source Sans Pro','Source Sans 3',Carlito,Calibri,'Segoe UI','Noto Sans',Arial,sans-serif";

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
        SVGGraphics2D paper = new SVGGraphics2D(context(idPrefix), false);
        drawing.paint(paper);
        String families = "'Source Sans Pro',sans-serif";
        return written(paper, paper.getRoot(), drawing, idPrefix, title, description, families);
    }

    /**
     * The drawing as a document of its own, with its size and fonts that may stand in for the house font. Each text says how wide it is
     * in the house font, so that labels keep apart in a wider one.
     */
    static String document(Drawing drawing, String title, String description) {
        String idPrefix = "picture";
        MeasuredPaper paper = new MeasuredPaper(context(idPrefix));
        drawing.paint(paper);
        Element root = paper.getRoot();
        paper.setWidths(root);
        String svg = written(paper, root, drawing, idPrefix, title, description, FONTS_ABOUT_AS_WIDE);
        String size = "<svg width=\"" + drawing.width() + "\" height=\"" + drawing.height() + "\" ";
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + size + svg.substring("<svg ".length()) + "\n";
    }

    /** Paper that knows the widths of the texts on it, in the order of painting. */
    private static final class MeasuredPaper extends SVGGraphics2D {
        private final List<Double> widths = new ArrayList<>();

        private MeasuredPaper(SVGGeneratorContext context) {
            super(context, false);
        }

        @Override
        public void drawString(String text, float x, float y) {
            widths.add(HouseFont.width(text, getFont()));
            super.drawString(text, x, y);
        }

        private void setWidths(Element root) {
            NodeList texts = root.getElementsByTagNameNS(SVG, "text");
            if (texts.getLength() != widths.size()) {
                throw new IllegalStateException(
                        texts.getLength() + " texts in the picture, but " + widths.size() + " were measured");
            }
            for (int i = 0; i < widths.size(); i++) {
                Element text = (Element) texts.item(i);
                text.setAttribute("textLength", NumberText.twoDecimals(widths.get(i)));
                text.setAttribute("lengthAdjust", "spacingAndGlyphs");
            }
        }
    }

    private static SVGGeneratorContext context(String idPrefix) {
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(DOM.createDocument(SVG, "svg", null));
        context.setComment("");
        context.setIDGenerator(new SVGIDGenerator() {
            @Override
            public String generateID(String prefix) {
                return idPrefix + "-" + super.generateID(prefix);
            }
        });
        context.setPrecision(2);
        return context;
    }

    private static String written(
            SVGGraphics2D paper,
            Element root,
            Drawing drawing,
            String idPrefix,
            String title,
            String description,
            String families) {
        root.setAttribute("viewBox", "0 0 " + drawing.width() + " " + drawing.height());
        root.setAttribute("role", "img");
        root.setAttribute("aria-labelledby", idPrefix + "-title " + idPrefix + "-desc");
        root.insertBefore(textElement(root, "desc", idPrefix + "-desc", description), root.getFirstChild());
        root.insertBefore(textElement(root, "title", idPrefix + "-title", title), root.getFirstChild());
        StringWriter written = new StringWriter();
        try {
            // Attributes, not styles: a page's policy forbids style on an element.
            paper.stream(root, written, false, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return withHouseFont(withoutProlog(written.toString()), families)
                .replace("id=\"genericDefs\"", "id=\"" + idPrefix + "-defs\"");
    }

    private static DOMImplementation dom() {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation();
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
    private static String withHouseFont(String svg, String families) {
        return FAMILY.matcher(svg).replaceAll(found -> {
            HouseFont font = WRITTEN.stream()
                    .filter(written -> written.family().equals(found.group(1)))
                    .findFirst()
                    .orElseThrow();
            return "font-family=\"" + families + "\" font-weight=\"" + font.weight() + "\"";
        });
    }
}
