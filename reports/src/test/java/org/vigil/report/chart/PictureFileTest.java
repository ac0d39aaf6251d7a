package org.vigil.report.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.vigil.report.text.NumberText;
import org.w3c.dom.Element;

class PictureFileTest {
    private static final Drawing DRAWING = new RankedBars("Incidents", List.of(new RankedBars.Bar("Bar & bar", 12)));

    @Test
    void writesTwoPixelsForOneOnWhite() throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(PictureFile.png(DRAWING)));

        assertEquals(2 * DRAWING.width(), image.getWidth());
        assertEquals(2 * DRAWING.height(), image.getHeight());
        assertEquals(0xFFFFFFFF, image.getRGB(0, 0));
        int barX = image.getWidth() / 2;
        int barY = image.getHeight() - 26;
        assertEquals(Palette.BLUE.getRGB(), image.getRGB(barX, barY));
    }

    @Test
    void writesTheSameBytesAgainWithNothingButThePicture() {
        byte[] png = PictureFile.png(DRAWING);
        List<String> chunks = new ArrayList<>();
        ByteBuffer bytes = ByteBuffer.wrap(png).position(8);
        while (bytes.hasRemaining()) {
            int length = bytes.getInt();
            byte[] type = new byte[4];
            bytes.get(type);
            chunks.add(new String(type, StandardCharsets.US_ASCII));
            bytes.position(bytes.position() + length + 4);
        }

        assertArrayEquals(png, PictureFile.png(DRAWING));
        assertEquals(List.of("IHDR", "sRGB", "pHYs", "IDAT", "IEND"), chunks);
    }

    @Test
    void paintsTextOfAPngAsOutlines() {
        Drawing asOutlines = new Drawing() {
            @Override
            public int width() {
                return DRAWING.width();
            }

            @Override
            public int height() {
                return DRAWING.height();
            }

            @Override
            public void paint(Graphics2D g) {
                g.setRenderingHint(TextForm.KEY, TextForm.OUTLINES);
                DRAWING.paint(g);
            }
        };

        assertEquals(
                List.of("Incidents", "Bar & bar", "12"),
                LabelBoxes.of(DRAWING).stream().map(LabelBoxes.Box::text).toList());
        assertEquals(List.of(), LabelBoxes.of(asOutlines));
    }

    @Test
    void writesAnSvgThatStandsAlone() throws Exception {
        byte[] svg = PictureFile.svg(DRAWING, "Bars & more", "One bar of 12");
        String text = new String(svg, StandardCharsets.UTF_8);
        Element root = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg))
                .getDocumentElement();

        assertTrue(
                text.startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg width=\"658\" height=\"44\" "), text);
        assertEquals("0 0 658 44", root.getAttribute("viewBox"));
        assertEquals("Bars & more", root.getElementsByTagName("title").item(0).getTextContent());
        assertEquals("One bar of 12", root.getElementsByTagName("desc").item(0).getTextContent());
        assertTrue(text.contains("'Source Sans Pro','Source Sans 3',Carlito,"), text);
        String width = NumberText.twoDecimals(HouseFont.REGULAR.width("Bar & bar", Ink.TEXT_SIZE));
        assertTrue(text.contains("textLength=\"" + width + "\""), text);
        assertArrayEquals(svg, PictureFile.svg(DRAWING, "Bars & more", "One bar of 12"));
    }

    @Test
    void namesEachWeightOfTheFontOnceInAnInlineSvg() {
        String svg = SvgPicture.of(DRAWING, "id", "title", "text");

        assertTrue(svg.contains("font-family=\"'Source Sans Pro',sans-serif\" font-weight=\"600\""), svg);
        assertTrue(svg.contains("font-family=\"'Source Sans Pro',sans-serif\" font-weight=\"400\""), svg);
        assertTrue(!svg.contains(" style="), svg);
    }
}
