package org.vigil.report.chart;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Two subsets of one TrueType font joined into one font: all glyphs of the first, then those of the second.
 *
 * <p>Composite glyphs of the second refer to glyphs by number, so their references are moved. Kerning between subsets is not joined: the
 * positioning table stays that of the first. Reference: OpenType specification, tables glyf, loca, hmtx, cmap (format 12), maxp.
 */
final class JoinedFont {
    private static final int ARGUMENTS_ARE_WORDS = 0x0001;
    private static final int HAS_SCALE = 0x0008;
    private static final int MORE_COMPONENTS = 0x0020;
    private static final int HAS_XY_SCALE = 0x0040;
    private static final int HAS_TWO_BY_TWO = 0x0080;

    private JoinedFont() {}

    static OpenTypeTables join(OpenTypeTables first, OpenTypeTables second) {
        int firstCount = glyphCount(first);
        int secondCount = glyphCount(second);
        byte[][] glyphs = new byte[firstCount + secondCount][];
        for (int i = 0; i < firstCount; i++) {
            glyphs[i] = glyph(first, i);
        }
        for (int i = 0; i < secondCount; i++) {
            glyphs[firstCount + i] = moved(glyph(second, i), firstCount);
        }

        int length = 0;
        for (byte[] glyph : glyphs) {
            length += (glyph.length + 3) & ~3;
        }
        ByteBuffer glyf = ByteBuffer.allocate(length);
        ByteBuffer loca = ByteBuffer.allocate(4 * (glyphs.length + 1));
        for (byte[] glyph : glyphs) {
            loca.putInt(glyf.position());
            glyf.put(glyph);
            glyf.position((glyf.position() + 3) & ~3);
        }
        loca.putInt(glyf.position());

        ByteBuffer hmtx = ByteBuffer.allocate(4 * glyphs.length);
        putMetrics(hmtx, first, firstCount);
        putMetrics(hmtx, second, secondCount);

        byte[] head = first.get("head").clone();
        ByteBuffer.wrap(head).putShort(50, (short) 1);
        byte[] hhea = first.get("hhea").clone();
        ByteBuffer.wrap(hhea).putShort(34, (short) glyphs.length);
        return first.with("glyf", glyf.array())
                .with("loca", loca.array())
                .with("hmtx", hmtx.array())
                .with("head", head)
                .with("hhea", hhea)
                .with("maxp", largestOf(first.get("maxp"), second.get("maxp"), glyphs.length))
                .with("cmap", characterMap(first, second, firstCount))
                .with("post", namelessPost(first.get("post")))
                .without(Set.of("GDEF"));
    }

    private static int glyphCount(OpenTypeTables font) {
        return unsigned(ByteBuffer.wrap(font.get("maxp")), 4);
    }

    private static byte[] glyph(OpenTypeTables font, int index) {
        ByteBuffer loca = ByteBuffer.wrap(font.get("loca"));
        boolean isLong = ByteBuffer.wrap(font.get("head")).getShort(50) == 1;
        int start = isLong ? loca.getInt(4 * index) : 2 * unsigned(loca, 2 * index);
        int end = isLong ? loca.getInt(4 * index + 4) : 2 * unsigned(loca, 2 * index + 2);
        return Arrays.copyOfRange(font.get("glyf"), start, end);
    }

    /** The glyph with references to other glyphs moved by {@code offset}. */
    private static byte[] moved(byte[] glyph, int offset) {
        ByteBuffer bytes = ByteBuffer.wrap(glyph);
        boolean isComposite = glyph.length > 10 && bytes.getShort(0) < 0;
        int at = 10;
        boolean hasMore = isComposite;
        while (hasMore) {
            int flags = unsigned(bytes, at);
            bytes.putShort(at + 2, (short) (unsigned(bytes, at + 2) + offset));
            at += 4 + ((flags & ARGUMENTS_ARE_WORDS) != 0 ? 4 : 2);
            if ((flags & HAS_SCALE) != 0) {
                at += 2;
            } else if ((flags & HAS_XY_SCALE) != 0) {
                at += 4;
            } else if ((flags & HAS_TWO_BY_TWO) != 0) {
                at += 8;
            }
            hasMore = (flags & MORE_COMPONENTS) != 0;
        }
        return glyph;
    }

    private static void putMetrics(ByteBuffer out, OpenTypeTables font, int glyphCount) {
        ByteBuffer hmtx = ByteBuffer.wrap(font.get("hmtx"));
        int full = unsigned(ByteBuffer.wrap(font.get("hhea")), 34);
        for (int i = 0; i < glyphCount; i++) {
            out.putShort(hmtx.getShort(4 * Math.min(i, full - 1)));
            out.putShort(i < full ? hmtx.getShort(4 * i + 2) : hmtx.getShort(4 * full + 2 * (i - full)));
        }
    }

    /** The first maximum profile with the larger of each limit. */
    private static byte[] largestOf(byte[] first, byte[] second, int glyphCount) {
        ByteBuffer out = ByteBuffer.wrap(first.clone());
        ByteBuffer other = ByteBuffer.wrap(second);
        out.putShort(4, (short) glyphCount);
        for (int at = 6; at + 1 < Math.min(first.length, second.length); at += 2) {
            out.putShort(at, (short) Math.max(unsigned(out, at), unsigned(other, at)));
        }
        return out.array();
    }

    private static byte[] characterMap(OpenTypeTables first, OpenTypeTables second, int offset) {
        TreeMap<Integer, Integer> glyphs = new TreeMap<>();
        characters(second).forEach((character, glyph) -> glyphs.put(character, glyph + offset));
        glyphs.putAll(characters(first));
        int length = 16 + 12 * glyphs.size();
        ByteBuffer out = ByteBuffer.allocate(4 + 2 * 8 + length);
        out.putShort((short) 0).putShort((short) 2);
        out.putShort((short) 0).putShort((short) 4).putInt(20);
        out.putShort((short) 3).putShort((short) 10).putInt(20);
        out.putShort((short) 12).putShort((short) 0).putInt(length).putInt(0).putInt(glyphs.size());
        glyphs.forEach(
                (character, glyph) -> out.putInt(character).putInt(character).putInt(glyph));
        return out.array();
    }

    /** Characters and glyphs of a font whose Unicode map has format 4. */
    static Map<Integer, Integer> characters(OpenTypeTables font) {
        ByteBuffer cmap = ByteBuffer.wrap(font.get("cmap"));
        TreeMap<Integer, Integer> glyphs = new TreeMap<>();
        for (int i = 0; i < unsigned(cmap, 2); i++) {
            int at = cmap.getInt(4 + 8 * i + 4);
            if (unsigned(cmap, at) == 4) {
                readFormat4(cmap, at, glyphs);
            }
        }
        if (glyphs.isEmpty()) {
            throw new IllegalArgumentException("Font has no character map of format 4");
        }
        return glyphs;
    }

    private static void readFormat4(ByteBuffer cmap, int at, Map<Integer, Integer> glyphs) {
        int segments = unsigned(cmap, at + 6) / 2;
        int ends = at + 14;
        int starts = ends + 2 * segments + 2;
        int deltas = starts + 2 * segments;
        int offsets = deltas + 2 * segments;
        for (int s = 0; s < segments; s++) {
            int start = unsigned(cmap, starts + 2 * s);
            int end = unsigned(cmap, ends + 2 * s);
            int delta = unsigned(cmap, deltas + 2 * s);
            int rangeOffset = unsigned(cmap, offsets + 2 * s);
            for (int c = start; c <= end && c != 0xFFFF; c++) {
                int glyph = rangeOffset == 0 ? c : unsigned(cmap, offsets + 2 * s + rangeOffset + 2 * (c - start));
                if (rangeOffset == 0 || glyph != 0) {
                    glyphs.put(c, (glyph + delta) & 0xFFFF);
                }
            }
        }
    }

    /** The post table without glyph names (version 3), which would be those of one subset only. */
    private static byte[] namelessPost(byte[] post) {
        byte[] shortened = Arrays.copyOf(post, 32);
        ByteBuffer.wrap(shortened).putInt(0, 0x00030000);
        return shortened;
    }

    private static int unsigned(ByteBuffer bytes, int at) {
        return bytes.getShort(at) & 0xFFFF;
    }
}
