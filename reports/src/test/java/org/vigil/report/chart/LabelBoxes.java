package org.vigil.report.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.batik.ext.awt.g2d.AbstractGraphics2D;
import org.apache.batik.ext.awt.g2d.GraphicContext;
import org.jspecify.annotations.Nullable;

/**
 * Paper that keeps the place of every text painted on it, and nothing else.
 *
 * <p>A box is as wide as the text and as high as from the foot of a p to the head of a d, whatever letters the text has, so that another
 * word in its place is judged alike. Only pictures painted whole are measured: texts beneath a clip count as if there were none.
 */
public final class LabelBoxes extends AbstractGraphics2D {
    private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);
    /** Boxes may touch; less than this is rounding. */
    private static final double TOLERANCE = 0.25;
    /** Of text in pictures, 9 points. */
    private static final double SMALLEST_SIZE = 12;

    /**
     * A text in its place.
     *
     * @param box in pixels of the drawing, all transforms applied
     * @param size of the font in pixels of the drawing
     */
    public record Box(String text, Rectangle2D box, double size) {
        private boolean overlaps(Box other) {
            Rectangle2D both = box.createIntersection(other.box);
            return both.getWidth() > TOLERANCE && both.getHeight() > TOLERANCE;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "\"%s\" at x %.1f to %.1f, y %.1f to %.1f",
                    text,
                    box.getMinX(),
                    box.getMaxX(),
                    box.getMinY(),
                    box.getMaxY());
        }
    }

    private final List<Box> boxes;

    private LabelBoxes(List<Box> boxes) {
        super(false);
        this.boxes = boxes;
        this.gc = new GraphicContext();
    }

    private LabelBoxes(LabelBoxes other) {
        super(other);
        this.boxes = other.boxes;
    }

    /** All texts of a drawing in the order of painting. */
    public static List<Box> of(Drawing drawing) {
        LabelBoxes paper = new LabelBoxes(new ArrayList<>());
        drawing.paint(paper);
        return List.copyOf(paper.boxes);
    }

    /** What is wrong with the texts of a drawing, as sentences: those that meet another, leave the picture or are smaller than 12 pixels. */
    public static List<String> faults(Drawing drawing) {
        List<Box> all = of(drawing);
        Rectangle2D canvas = new Rectangle2D.Double(
                -TOLERANCE, -TOLERANCE, drawing.width() + 2 * TOLERANCE, drawing.height() + 2 * TOLERANCE);
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Box one = all.get(i);
            if (!canvas.contains(one.box())) {
                faults.add(one + " leaves the picture of " + drawing.width() + " x " + drawing.height());
            }
            if (one.size() < SMALLEST_SIZE) {
                faults.add(one + " is " + one.size() + " pixels high");
            }
            for (Box other : all.subList(i + 1, all.size())) {
                if (one.overlaps(other)) {
                    faults.add(one + " meets " + other);
                }
            }
        }
        return faults;
    }

    private void keep(String text, double x, double y) {
        if (text.isBlank()) {
            return;
        }
        Font font = getFont();
        double width = font.createGlyphVector(MEASURE, text).getLogicalBounds().getWidth();
        Rectangle2D height = font.createGlyphVector(MEASURE, "dp").getVisualBounds();
        Shape placed = getTransform()
                .createTransformedShape(new Rectangle2D.Double(x, y + height.getMinY(), width, height.getHeight()));
        boxes.add(new Box(
                text, placed.getBounds2D(), font.getSize2D() * getTransform().getScaleY()));
    }

    @Override
    public void drawString(String text, int x, int y) {
        keep(text, x, y);
    }

    @Override
    public void drawString(String text, float x, float y) {
        keep(text, x, y);
    }

    @Override
    public void drawString(AttributedCharacterIterator text, float x, float y) {
        throw new IllegalStateException("Text with attributes cannot be measured; drawings write plain strings");
    }

    @Override
    public void drawGlyphVector(GlyphVector glyphs, float x, float y) {
        throw new IllegalStateException("Glyphs cannot be read back; drawings write strings");
    }

    @Override
    public Graphics create() {
        return new LabelBoxes(this);
    }

    @Override
    public FontMetrics getFontMetrics(Font font) {
        return new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)
                .createGraphics()
                .getFontMetrics(font);
    }

    @Override
    public GraphicsConfiguration getDeviceConfiguration() {
        return new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)
                .createGraphics()
                .getDeviceConfiguration();
    }

    @Override
    public void draw(Shape shape) {}

    @Override
    public void fill(Shape shape) {}

    @Override
    public void dispose() {}

    @Override
    public void setXORMode(Color colour) {}

    @Override
    public void copyArea(int x, int y, int width, int height, int dx, int dy) {}

    @Override
    public boolean drawImage(Image image, int x, int y, @Nullable ImageObserver observer) {
        return true;
    }

    @Override
    public boolean drawImage(Image image, int x, int y, int width, int height, @Nullable ImageObserver observer) {
        return true;
    }

    @Override
    public void drawRenderableImage(RenderableImage image, AffineTransform transform) {}

    @Override
    public void drawRenderedImage(RenderedImage image, AffineTransform transform) {}
}
