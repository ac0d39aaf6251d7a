package org.vigil.report.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;

/**
 * A drawing as a file of its own. The same drawing gives the same bytes in every run of one Java.
 *
 * <p>SVG is the same on Java 17 and 25 too. So is nearly every PNG; the rasteriser of Java has changed in between, and some ends of
 * dashes differ in a shade that is not seen.
 */
public final class PictureFile {
    /** Pixels of a PNG for one pixel of a drawing: sharp on paper and on dense screens. */
    private static final int PNG_SCALE = 2;

    private PictureFile() {}

    /** The drawing as PNG on white, at 192 pixels an inch. Text is painted as outlines, because rasters of letters differ between machines. */
    public static byte[] png(Drawing drawing) {
        BufferedImage image = new BufferedImage(
                drawing.width() * PNG_SCALE, drawing.height() * PNG_SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        g.scale(PNG_SCALE, PNG_SCALE);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setRenderingHint(TextForm.KEY, TextForm.OUTLINES);
        drawing.paint(g);
        g.dispose();
        return PngEncoder.encode(image, 96 * PNG_SCALE);
    }

    /**
     * The drawing as a standalone SVG document in UTF-8. Its text stays text; where Source Sans is not installed, other fonts take its
     * place, set as wide.
     *
     * @param title short name, spoken by a screen reader
     * @param description what the picture shows
     */
    public static byte[] svg(Drawing drawing, String title, String description) {
        return SvgPicture.document(drawing, title, description).getBytes(StandardCharsets.UTF_8);
    }
}
