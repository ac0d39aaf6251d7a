package org.vigil.report.document;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vigil.report.chart.HouseFont;
import org.vigil.report.chart.SvgPicture;

/** Writes a report as markup, for paper or for the web, from one template. */
final class ReportMarkup {
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(ContentType.Html);
    private static final Map<String, String> SUBSETS = subsets();

    private ReportMarkup() {}

    /** Well-formed XHTML in which each chart is an {@code object} that the PDF renderer draws. */
    static String forPdf(Report report) {
        return render(report, true, resource("report.css") + resource("print.css"), Map.of());
    }

    /** A page that needs no other file: fonts, styles and charts stand inside. */
    static String forWeb(Report report) {
        Map<String, String> pictures = new HashMap<>();
        for (Figure figure : report.figures()) {
            pictures.put(
                    figure.id(), SvgPicture.of(figure.drawing(), figure.id(), figure.headline(), figure.alternative()));
        }
        return render(report, false, fontFaces() + resource("report.css") + resource("web.css"), pictures);
    }

    private static String render(Report report, boolean isPdf, String css, Map<String, String> pictures) {
        StringOutput output = new StringOutput();
        TEMPLATES.render(
                "report.jte", Map.of("report", report, "pdf", isPdf, "css", css, "pictures", pictures), output);
        return HouseFont.printable(output.toString());
    }

    private static String fontFaces() {
        StringBuilder css = new StringBuilder();
        for (HouseFont font : HouseFont.values()) {
            SUBSETS.forEach((subset, range) -> css.append(
                            "@font-face{font-family:'Source Sans Pro';font-style:normal;font-weight:")
                    .append(font.weight())
                    .append(";src:url(data:font/woff2;base64,")
                    .append(Base64.getEncoder().encodeToString(font.webFont(subset)))
                    .append(") format('woff2');unicode-range:")
                    .append(range)
                    .append("}\n"));
        }
        return css.toString();
    }

    private static Map<String, String> subsets() {
        Map<String, String> ranges = new LinkedHashMap<>();
        ranges.put(
                "latin",
                "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215");
        ranges.put("latin-ext", "U+0100-0130,U+0132-0151,U+0154-02BA,U+1E00-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0");
        return ranges;
    }

    private static String resource(String name) {
        try (InputStream in = ReportMarkup.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("Style sheet is not on the class path: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Style sheet cannot be read: " + name, e);
        }
    }
}
