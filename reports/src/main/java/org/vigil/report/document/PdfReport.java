package org.vigil.report.document;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import com.openhtmltopdf.render.RenderingContext;
import com.openhtmltopdf.slf4j.Slf4jLogger;
import com.openhtmltopdf.util.XRLog;
import java.awt.Shape;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.vigil.report.chart.Drawing;
import org.vigil.report.chart.HouseFont;
import org.w3c.dom.Element;

/**
 * Writes a report as tagged PDF that means to pass PDF/UA-1 and PDF/A-3a: language, title, bookmarks, text alternatives, header cells, embedded
 * fonts, and the values of every figure attached as CSV.
 */
final class PdfReport {
    static final String FONT_FAMILY = "Source Sans Pro";

    static {
        XRLog.setLoggerImpl(new Slf4jLogger());
    }

    private PdfReport() {}

    /**
     * A PDF.
     *
     * @param bytes the file; the same report gives the same bytes
     * @param pages number of its pages
     */
    @SuppressWarnings("ArrayRecordComponent") // Written at once, never compared.
    record File(byte[] bytes, int pages) {}

    /** The bytes of the PDF. */
    static byte[] bytes(Report report) {
        return of(report).bytes();
    }

    static File of(Report report) {
        return of(report, ReportMarkup.forPdf(report), UnaryOperator.identity());
    }

    /** The bytes of a PDF from given markup and fonts. */
    static byte[] bytes(Report report, String xhtml, UnaryOperator<byte[]> fontChange) {
        return of(report, xhtml, fontChange).bytes();
    }

    /**
     * A PDF from given markup and fonts.
     *
     * @param report where charts, attachments and date come from
     * @param xhtml well-formed markup
     * @param fontChange what is done to each font file before it is embedded
     */
    private static File of(Report report, String xhtml, UnaryOperator<byte[]> fontChange) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfAConformance.PDFA_3_A);
        builder.usePdfVersion(1.7f);
        builder.useColorProfile(SrgbProfile.bytes());
        for (HouseFont font : HouseFont.values()) {
            byte[] file = fontChange.apply(font.bytes());
            builder.useFont(() -> new ByteArrayInputStream(file), FONT_FAMILY, font.weight(), FontStyle.NORMAL, true);
            if (!font.family().equals(FONT_FAMILY)) {
                builder.useFont(() -> new ByteArrayInputStream(file), font.family(), 400, FontStyle.NORMAL, true);
            }
        }
        DefaultObjectDrawerFactory drawers = new DefaultObjectDrawerFactory();
        drawers.registerDrawer("chart/java", new ChartDrawer(report.figures()));
        builder.useObjectDrawerFactory(drawers);
        builder.useUnicodeLineBreaker(new NumberKeepingBreaker());
        builder.withHtmlContent(xhtml, null);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        builder.toStream(out);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            try (PDDocument document = renderer.getPdfDocument()) {
                PdfFinish.finish(document, report);
                document.save(out);
                return new File(out.toByteArray(), document.getNumberOfPages());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("PDF " + report.fileName() + " cannot be written", e);
        }
    }

    /** Draws the chart that an {@code object} element names. */
    private static final class ChartDrawer implements FSObjectDrawer {
        private final Map<String, Drawing> drawings;

        ChartDrawer(List<Figure> figures) {
            this.drawings = figures.stream().collect(Collectors.toMap(Figure::id, Figure::drawing));
        }

        @Override
        public @Nullable Map<Shape, String> drawObject(
                Element element,
                double x,
                double y,
                double width,
                double height,
                OutputDevice device,
                RenderingContext context,
                int dotsPerPixel) {
            Drawing drawing = drawings.get(element.getAttribute("data-id"));
            if (drawing == null) {
                throw new IllegalArgumentException("No figure " + element.getAttribute("data-id"));
            }
            double w = width / dotsPerPixel;
            double h = height / dotsPerPixel;
            device.drawWithGraphics((float) x, (float) y, (float) w, (float) h, g -> {
                g.scale(w / drawing.width(), h / drawing.height());
                drawing.paint(g);
            });
            return null;
        }
    }
}
