package org.vigil.report.document;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigil.report.browser.Chromium;
import org.vigil.report.browser.Page;
import org.vigil.report.browser.PictureDifference;
import org.vigil.report.browser.WithChromium;

/**
 * Pages look as they did when somebody last looked at them and approved.
 *
 * <p>With VIGIL_APPROVE_PICTURES=yes the pictures are written instead of compared: look at them before they are committed.
 */
@ExtendWith(WithChromium.class)
class PictureBrowserTest {
    private static final Path APPROVED = Path.of("src/test/resources/org/vigil/report/document/pictures");
    private static final Path FAILED = Path.of("target/pictures");

    /** Share of the squares of a picture that another release of the browser may draw in another way. */
    private static final double MOST_SHARE = 0.0005;

    enum Shot {
        REPORT_WIDE(1280, 2600),
        REPORT_NARROW(320, 3000),
        INDEX_WIDE(1280, 1150),
        INDEX_NARROW(320, 1500);

        private final int width;
        private final int height;

        Shot(int width, int height) {
            this.width = width;
            this.height = height;
        }

        String fileName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        String markup() {
            return this == INDEX_WIDE || this == INDEX_NARROW
                    ? IndexPage.markup(MadeUpIndex.contents())
                    : ReportMarkup.forWeb(MadeUpPage.report());
        }

        BufferedImage take(Chromium chromium, Path folder, UnaryOperator<String> change) {
            Path file = MadeUpPage.write(folder, change.apply(markup()));
            try (Page page = chromium.newPage().resize(width).open(file)) {
                return opaque(page.picture(width, height));
            }
        }

        BufferedImage approved() {
            try {
                return ImageIO.read(APPROVED.resolve(fileName() + ".png").toFile());
            } catch (IOException e) {
                throw new UncheckedIOException("No approved picture " + fileName(), e);
            }
        }
    }

    private static BufferedImage opaque(BufferedImage picture) {
        BufferedImage opaque = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = opaque.createGraphics();
        g.drawImage(picture, 0, 0, null);
        g.dispose();
        return opaque;
    }

    private static void write(Path folder, String name, BufferedImage picture) throws IOException {
        Files.createDirectories(folder);
        ImageIO.write(picture, "png", folder.resolve(name + ".png").toFile());
    }

    @ParameterizedTest
    @EnumSource
    void looksAsApproved(Shot shot, @TempDir Path folder, Chromium chromium) throws IOException {
        BufferedImage actual = shot.take(chromium, folder, UnaryOperator.identity());
        if ("yes".equals(System.getenv("VIGIL_APPROVE_PICTURES"))) {
            write(APPROVED, shot.fileName(), actual);
            assumeTrue(false, "Written, not compared: " + shot.fileName());
        }

        PictureDifference difference = PictureDifference.between(shot.approved(), actual);

        if (difference.share() > MOST_SHARE) {
            write(FAILED, shot.fileName() + "-actual", actual);
            write(FAILED, shot.fileName() + "-difference", difference.marked());
        }
        assertTrue(
                difference.share() <= MOST_SHARE,
                () -> String.format(
                        Locale.ROOT,
                        "%.2f%% of %s is not as approved, expected at most %.2f%%; see %s",
                        100 * difference.share(),
                        shot.fileName(),
                        100 * MOST_SHARE,
                        FAILED));
    }

    @ParameterizedTest
    @EnumSource(names = {"REPORT_WIDE", "REPORT_NARROW"})
    void seesThatAChartIsMissing(Shot shot, @TempDir Path folder, Chromium chromium) {
        assertSeen(shot, shot.take(chromium, folder, page -> page.replaceFirst("(?s)<svg.*?</svg\\s*>", "")));
    }

    @ParameterizedTest
    @EnumSource(names = {"REPORT_WIDE", "REPORT_NARROW"})
    void seesThatAChartLostItsLabels(Shot shot, @TempDir Path folder, Chromium chromium) {
        assertSeen(shot, shot.take(chromium, folder, page -> {
            int end = page.indexOf("</svg");
            return page.substring(0, end).replaceAll("(?s)<text.*?</text\\s*>", "") + page.substring(end);
        }));
    }

    @Test
    void seesThatAChartIsClippedAway(@TempDir Path folder, Chromium chromium) {
        assertSeen(
                Shot.REPORT_WIDE,
                Shot.REPORT_WIDE.take(
                        chromium,
                        folder,
                        page -> page.replaceAll(
                                "(?s)(<clipPath[^>]*id=\"figure-2-years-clipPath1\"[^>]*>).*?(</clipPath)", "$1$2")));
    }

    @Test
    void seesThatTheFontIsMissing(@TempDir Path folder, Chromium chromium) {
        assertSeen(
                Shot.INDEX_NARROW,
                Shot.INDEX_NARROW.take(chromium, folder, page -> page.replace("font-src data:", "font-src 'none'")));
    }

    private static void assertSeen(Shot shot, BufferedImage picture) {
        double share = PictureDifference.between(shot.approved(), picture).share();
        assertTrue(share > 2 * MOST_SHARE, shot + ": " + share);
    }
}
