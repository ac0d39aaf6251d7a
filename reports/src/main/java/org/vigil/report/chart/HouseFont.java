package org.vigil.report.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The typeface of every report, from a dependency: Source Sans Pro, SIL Open Font License 1.1. Its digits all have one width.
 *
 * <p>The dependency holds the font as WOFF subsets. They are unpacked and joined once; substitution and signature tables are dropped,
 * because a PDF of an accessible kind must map every glyph back to its letters and ligatures have no such mapping.
 */
public enum HouseFont {
    REGULAR(400),
    SEMI_BOLD(600),
    BOLD(700);

    private static final String FOLDER = "/META-INF/resources/webjars/fontsource__source-sans-pro/";
    private static final String VERSION = "5.2.5";
    private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);

    private final int weight;

    HouseFont(int weight) {
        this.weight = weight;
    }

    /** A font file and what AWT makes of it. */
    private static final class Loaded {
        private static final Map<HouseFont, Loaded> ALL = all();

        private final byte[] sfnt;
        private final Font font;

        private Loaded(HouseFont house) {
            this.sfnt = joined(house.weight).without(Set.of("GSUB", "DSIG")).toSfnt();
            try {
                this.font = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(sfnt));
            } catch (FontFormatException | IOException e) {
                throw new IllegalStateException("Font Source Sans Pro " + house.weight + " cannot be loaded", e);
            }
        }

        private static Map<HouseFont, Loaded> all() {
            Map<HouseFont, Loaded> all = new EnumMap<>(HouseFont.class);
            for (HouseFont house : HouseFont.values()) {
                all.put(house, new Loaded(house));
            }
            return all;
        }
    }

    private Loaded loaded() {
        return Objects.requireNonNull(Loaded.ALL.get(this));
    }

    /** The two subsets of a weight as one font, with every table. */
    static OpenTypeTables joined(int weight) {
        return JoinedFont.join(
                OpenTypeTables.fromWoff(read("latin-" + weight + "-normal.woff")),
                OpenTypeTables.fromWoff(read("latin-ext-" + weight + "-normal.woff")));
    }

    /** CSS weight: 400, 600 or 700. */
    public int weight() {
        return weight;
    }

    /** The font file, TrueType; a new array. */
    public byte[] bytes() {
        return loaded().sfnt.clone();
    }

    /** The font for drawing, at a size in CSS pixels. */
    public Font at(float pixels) {
        return loaded().font.deriveFont(pixels);
    }

    /** Width of a text in CSS pixels, the same on every machine: measured without hinting or screen. */
    public double width(String text, float pixels) {
        return width(text, at(pixels));
    }

    /** Width of a text in a font as it is painted. */
    static double width(String text, Font font) {
        return font.getStringBounds(text, MEASURE).getWidth();
    }

    /** The shapes of the letters of a text whose first stands at {@code x} on the baseline. */
    Shape outline(String text, float pixels, double x, double baseline) {
        return at(pixels).createGlyphVector(MEASURE, text).getOutline((float) x, (float) baseline);
    }

    /** The name under which drawing code knows the font; each is a family of its own. */
    public String family() {
        return loaded().font.getFamily();
    }

    /** Whether the font has a glyph for every character of the text. */
    public boolean canWrite(String text) {
        return loaded().font.canDisplayUpTo(text) < 0;
    }

    /** The text with every character that the font lacks replaced by words, or a question mark where there are none. */
    public static String printable(String text) {
        if (REGULAR.canWrite(text)) {
            return text;
        }
        return text.codePoints().mapToObj(HouseFont::printable).collect(Collectors.joining());
    }

    private static String printable(int codePoint) {
        String sign = Character.toString(codePoint);
        if (REGULAR.canWrite(sign)) {
            return sign;
        }
        return switch (codePoint) {
            case 0x2265 -> "at least ";
            case 0x2264 -> "at most ";
            case 0x2192 -> "to ";
            case 0x2011 -> "-";
            case 0x2009, 0x202F -> "\u00A0";
            default -> "?";
        };
    }

    /** A web font file (WOFF2) of this weight as delivered, for inlining; {@code subset} is latin or latin-ext. */
    public byte[] webFont(String subset) {
        return read(subset + "-" + weight + "-normal.woff2");
    }

    /** The licence text of the font. */
    public static String licence() {
        return new String(resource(FOLDER + VERSION + "/LICENSE"), StandardCharsets.UTF_8);
    }

    private static byte[] read(String name) {
        return resource(FOLDER + VERSION + "/files/source-sans-pro-" + name);
    }

    private static byte[] resource(String path) {
        try (InputStream in = HouseFont.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("Font file is not on the class path: " + path);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Font file cannot be read: " + path, e);
        }
    }
}
