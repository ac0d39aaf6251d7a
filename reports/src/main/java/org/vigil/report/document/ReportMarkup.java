package org.vigil.report.document;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.Map;
import org.vigil.report.chart.HouseFont;
import org.vigil.report.chart.SvgPicture;

/** Writes a report as markup, for paper or for the web, from one template. */
final class ReportMarkup {
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(ContentType.Html);

    private ReportMarkup() {}

    /** Well-formed XHTML in which each chart is an {@code object} that the PDF renderer draws. */
    static String forPdf(Report report) {
        return render(report, true, InlineCode.text("report.css") + InlineCode.text("print.css"), Map.of());
    }

    /** A page that needs no other file: fonts, style, script and charts stand inside. */
    static String forWeb(Report report) {
        Map<String, String> pictures = new HashMap<>();
        for (Figure figure : report.figures()) {
            pictures.put(
                    figure.id(), SvgPicture.of(figure.drawing(), figure.id(), figure.headline(), figure.alternative()));
        }
        return render(report, false, "", pictures);
    }

    private static String render(Report report, boolean isPdf, String css, Map<String, String> pictures) {
        return render("report.jte", Map.of("report", report, "pdf", isPdf, "css", css, "pictures", pictures));
    }

    /** What a template makes of its parameters, in characters that the font has. */
    static String render(String template, Map<String, Object> parameters) {
        StringOutput output = new StringOutput();
        TEMPLATES.render(template, parameters, output);
        return HouseFont.printable(output.toString());
    }
}
