package org.vigil.report.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.vigil.report.chart.HouseFont;

class PictureDifferenceTest {

    private static BufferedImage page(String words, double left, double top, int grey) {
        BufferedImage page = new BufferedImage(160, 80, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = page.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, 160, 80);
        g.setColor(new Color(grey, grey, grey));
        g.setFont(HouseFont.REGULAR.at(16));
        g.drawString(words, (float) left, (float) top);
        g.dispose();
        return page;
    }

    @Test
    void findsNothingWhereTextMovesByTwoPixelsOrIsALittlePaler() {
        BufferedImage approved = page("Recorded", 20, 40, 0);

        assertEquals(0, PictureDifference.between(approved, approved).share());
        assertEquals(
                0,
                PictureDifference.between(approved, page("Recorded", 21, 42, 0)).share());
        assertEquals(
                0,
                PictureDifference.between(approved, page("Recorded", 20, 40, 12))
                        .share());
    }

    @Test
    void findsAWordThatIsMissingOrAnother() {
        BufferedImage approved = page("Recorded", 20, 40, 0);

        PictureDifference missing = PictureDifference.between(approved, page("", 20, 40, 0));
        assertTrue(missing.share() > 0.04, "of 200 squares more than 8: " + missing.share());
        assertEquals(Color.RED.getRGB(), missing.marked().getRGB(24, 32));
        assertTrue(
                PictureDifference.between(approved, page("+31.4%", 20, 40, 0)).share() >= 0.01);
    }

    @Test
    void refusesPicturesOfTwoSizes() {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> PictureDifference.between(
                        page("", 0, 0, 0), new BufferedImage(160, 81, BufferedImage.TYPE_INT_RGB)));

        assertEquals("Pictures of two sizes: 160 by 80 and 160 by 81", e.getMessage());
    }
}
