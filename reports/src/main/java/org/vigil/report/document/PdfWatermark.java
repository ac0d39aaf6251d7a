package org.vigil.report.document;

import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;
import org.vigil.report.chart.HouseFont;

/** Pale words from the lower left to the upper right of every page, beneath its text. They are outlines and an artifact: no reader is read them. */
final class PdfWatermark {
    /** Text in the house colours keeps a contrast of 5 to 1 on it. */
    private static final Color PALE = new Color(0xEE, 0xE6, 0xEB);

    private static final float LARGEST = 64;
    private static final double SHARE_OF_DIAGONAL = 0.8;
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private PdfWatermark() {}

    static void add(PDDocument document, String words) throws IOException {
        for (PDPage page : document.getPages()) {
            PDRectangle box = page.getMediaBox();
            double diagonal = Math.hypot(box.getWidth(), box.getHeight());
            Shape outline = outline(words, SHARE_OF_DIAGONAL * diagonal);
            Rectangle2D size = outline.getBounds2D();
            try (PDPageContentStream content =
                    new PDPageContentStream(document, page, AppendMode.PREPEND, true, true)) {
                content.beginMarkedContent(COSName.ARTIFACT);
                content.saveGraphicsState();
                content.setNonStrokingColor(PALE);
                content.transform(Matrix.getTranslateInstance(box.getWidth() / 2, box.getHeight() / 2));
                content.transform(Matrix.getRotateInstance(StrictMath.atan2(box.getHeight(), box.getWidth()), 0, 0));
                content.transform(Matrix.getTranslateInstance((float) -size.getCenterX(), (float) size.getCenterY()));
                fill(content, outline);
                content.restoreGraphicsState();
                content.endMarkedContent();
            }
        }
    }

    /** The words as large as they may be. */
    private static Shape outline(String words, double widest) {
        double width = HouseFont.SEMI_BOLD.width(words, LARGEST);
        Font font = HouseFont.SEMI_BOLD.at((float) (LARGEST * Math.min(1, widest / width)));
        return font.createGlyphVector(EXACT, words).getOutline();
    }

    /** PDF counts upwards from the bottom and knows cubic curves only. */
    private static void fill(PDPageContentStream content, Shape shape) throws IOException {
        float[] to = new float[6];
        float x = 0;
        float y = 0;
        for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
            switch (path.currentSegment(to)) {
                case PathIterator.SEG_MOVETO -> content.moveTo(to[0], -to[1]);
                case PathIterator.SEG_LINETO -> content.lineTo(to[0], -to[1]);
                case PathIterator.SEG_QUADTO -> {
                    content.curveTo(
                            x + 2 * (to[0] - x) / 3,
                            -(y + 2 * (to[1] - y) / 3),
                            to[2] + 2 * (to[0] - to[2]) / 3,
                            -(to[3] + 2 * (to[1] - to[3]) / 3),
                            to[2],
                            -to[3]);
                    to[0] = to[2];
                    to[1] = to[3];
                }
                case PathIterator.SEG_CUBICTO -> {
                    content.curveTo(to[0], -to[1], to[2], -to[3], to[4], -to[5]);
                    to[0] = to[4];
                    to[1] = to[5];
                }
                default -> content.closePath();
            }
            x = to[0];
            y = to[1];
        }
        content.fill();
    }
}
