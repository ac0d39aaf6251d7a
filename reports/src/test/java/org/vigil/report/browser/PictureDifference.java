package org.vigil.report.browser;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * Where two pictures of one page differ, square by square of {@value #SQUARE} pixels.
 *
 * <p>A square differs if its mean red, green or blue is more than {@value #MOST_LEVELS} of 255 levels from that of every square of the other picture that
 * lies up to {@value #MOST_SHIFT} pixels away. So edges that another release of a browser smooths in another way do not count and lines of text may move
 * by a pixel or two, but a word that is missing counts.
 */
public final class PictureDifference {
    private static final int SQUARE = 8;
    private static final int MOST_SHIFT = 2;
    private static final double MOST_LEVELS = 10;

    private final BufferedImage actual;
    private final List<int[]> squares;
    private final int all;

    private PictureDifference(BufferedImage actual, List<int[]> squares, int all) {
        this.actual = actual;
        this.squares = squares;
        this.all = all;
    }

    /** Compares pictures of one size. */
    public static PictureDifference between(BufferedImage approved, BufferedImage actual) {
        if (approved.getWidth() != actual.getWidth() || approved.getHeight() != actual.getHeight()) {
            throw new IllegalArgumentException("Pictures of two sizes: " + approved.getWidth() + " by "
                    + approved.getHeight() + " and " + actual.getWidth() + " by " + actual.getHeight());
        }
        long[][][] wanted = sums(approved);
        long[][][] found = sums(actual);
        List<int[]> squares = new ArrayList<>();
        int all = 0;
        for (int y = 0; y + SQUARE <= actual.getHeight(); y += SQUARE) {
            for (int x = 0; x + SQUARE <= actual.getWidth(); x += SQUARE) {
                all++;
                if (!isNear(found, wanted, x, y)) {
                    squares.add(new int[] {x, y});
                }
            }
        }
        return new PictureDifference(actual, squares, all);
    }

    /** Share of the squares that differ, 0 to 1. */
    public double share() {
        return (double) squares.size() / all;
    }

    /** The actual picture, faint, with every square that differs outlined in red. */
    public BufferedImage marked() {
        BufferedImage marked = new BufferedImage(actual.getWidth(), actual.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = marked.createGraphics();
        g.drawImage(actual, 0, 0, null);
        g.setColor(new Color(255, 255, 255, 150));
        g.fillRect(0, 0, actual.getWidth(), actual.getHeight());
        g.setColor(Color.RED);
        squares.forEach(square -> g.drawRect(square[0], square[1], SQUARE - 1, SQUARE - 1));
        g.dispose();
        return marked;
    }

    private static boolean isNear(long[][][] found, long[][][] wanted, int x, int y) {
        for (int dy = -MOST_SHIFT; dy <= MOST_SHIFT; dy++) {
            for (int dx = -MOST_SHIFT; dx <= MOST_SHIFT; dx++) {
                boolean isInside = x + dx >= 0
                        && y + dy >= 0
                        && y + dy + SQUARE < wanted[0].length
                        && x + dx + SQUARE < wanted[0][0].length;
                if (isInside && levels(found, wanted, x, y, dx, dy) <= MOST_LEVELS) {
                    return true;
                }
            }
        }
        return false;
    }

    private static double levels(long[][][] found, long[][][] wanted, int x, int y, int dx, int dy) {
        long most = 0;
        for (int channel = 0; channel < 3; channel++) {
            long difference = sum(found[channel], x, y) - sum(wanted[channel], x + dx, y + dy);
            most = Math.max(most, Math.abs(difference));
        }
        return most / (double) (SQUARE * SQUARE);
    }

    private static long sum(long[][] sums, int x, int y) {
        return sums[y + SQUARE][x + SQUARE] - sums[y][x + SQUARE] - sums[y + SQUARE][x] + sums[y][x];
    }

    /** Sums of red, green and blue over all pixels above and to the left, so that any square is four look-ups. */
    private static long[][][] sums(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        long[][][] sums = new long[3][height + 1][width + 1];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int rgb = picture.getRGB(x, y);
                for (int channel = 0; channel < 3; channel++) {
                    sums[channel][y + 1][x + 1] = ((rgb >> (16 - 8 * channel)) & 0xFF)
                            + sums[channel][y][x + 1]
                            + sums[channel][y + 1][x]
                            - sums[channel][y][x];
                }
            }
        }
        return sums;
    }
}
