package org.vigil.report.chart;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes a picture as PNG: red, green and blue of 8 bits, no time, no text.
 *
 * <p>Reference: Portable Network Graphics (PNG) Specification, third edition, W3C 2025.
 */
final class PngEncoder {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int BITS = 8;
    private static final int TRUECOLOUR = 2;
    /** Areas of one colour pack better as they are than as differences; higher levels take four times as long for a tenth of the size. */
    private static final byte UNFILTERED = 0;

    private static final int LEVEL = 6;
    private static final int PERCEPTUAL = 0;
    private static final int PER_METRE = 1;
    private static final double INCH_METRES = 0.0254;

    private PngEncoder() {}

    static byte[] encode(BufferedImage image, int pixelsPerInch) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(file)) {
            out.write(SIGNATURE);
            chunk(out, "IHDR", header -> {
                header.writeInt(image.getWidth());
                header.writeInt(image.getHeight());
                header.write(new byte[] {BITS, TRUECOLOUR, 0, 0, 0});
            });
            chunk(out, "sRGB", srgb -> srgb.writeByte(PERCEPTUAL));
            chunk(out, "pHYs", size -> {
                int pixelsPerMetre = (int) Math.round(pixelsPerInch / INCH_METRES);
                size.writeInt(pixelsPerMetre);
                size.writeInt(pixelsPerMetre);
                size.writeByte(PER_METRE);
            });
            chunk(out, "IDAT", pixels -> writePixels(image, pixels));
            chunk(out, "IEND", nothing -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private interface Content {
        void writeTo(DataOutputStream out) throws IOException;
    }

    private static void chunk(DataOutputStream out, String type, Content content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream inner = new DataOutputStream(bytes);
        inner.write(type.getBytes(StandardCharsets.US_ASCII));
        content.writeTo(inner);
        byte[] typeAndContent = bytes.toByteArray();
        CRC32 checksum = new CRC32();
        checksum.update(typeAndContent);
        out.writeInt(typeAndContent.length - type.length());
        out.write(typeAndContent);
        out.writeInt((int) checksum.getValue());
    }

    private static void writePixels(BufferedImage image, DataOutputStream out) throws IOException {
        int width = image.getWidth();
        byte[] row = new byte[1 + 3 * width];
        row[0] = UNFILTERED;
        Deflater deflater = new Deflater(LEVEL);
        DeflaterOutputStream packed = new DeflaterOutputStream(out, deflater);
        for (int y = 0; y < image.getHeight(); y++) {
            int[] pixels = image.getRGB(0, y, width, 1, null, 0, width);
            for (int x = 0; x < width; x++) {
                row[1 + 3 * x] = (byte) (pixels[x] >> 16);
                row[2 + 3 * x] = (byte) (pixels[x] >> 8);
                row[3 + 3 * x] = (byte) pixels[x];
            }
            packed.write(row);
        }
        packed.finish();
        deflater.end();
    }
}
