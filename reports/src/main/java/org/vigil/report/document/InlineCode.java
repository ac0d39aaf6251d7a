package org.vigil.report.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vigil.report.chart.HouseFont;

/**
 * Style and script that stand inside every web page, and the policy that lets a browser use these and nothing else: no other file, no other script, no
 * style on an element.
 */
public final class InlineCode {
    private static final String STYLE = fontFaces() + text("report.css") + text("web.css");

    private static final String SCRIPT = "//<![CDATA[\n" + text("web.js") + "//]]>";

    private static final String POLICY = "default-src 'none'; style-src " + hash(STYLE) + "; script-src " + hash(SCRIPT)
            + "; font-src data:; img-src data:; base-uri 'none'; form-action 'none'";

    private InlineCode() {}

    /** Style sheet of web pages, fonts inside. */
    public static String style() {
        return STYLE;
    }

    /** Script of web pages, in marks that make it well-formed XML too. */
    public static String script() {
        return SCRIPT;
    }

    /**
     * Content security policy as level 3 of the W3C's standard has it: nothing is loaded but fonts and pictures in the page, nothing is run and no style
     * is used but the texts of these hashes.
     */
    public static String policy() {
        return POLICY;
    }

    /** The text of a file beside this class. */
    static String text(String name) {
        try (InputStream in = InlineCode.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("File is not on the class path: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("File cannot be read: " + name, e);
        }
    }

    private static String hash(String code) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(sum) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    private static String fontFaces() {
        StringBuilder css = new StringBuilder();
        for (HouseFont font : HouseFont.values()) {
            subsets()
                    .forEach((subset, range) -> css.append(
                                    "@font-face{font-family:'Source Sans Pro';font-style:normal;font-weight:")
                            .append(font.weight())
                            .append(";src:url(data:font/woff2;base64,")
                            .append(Base64.getEncoder().encodeToString(font.webFont(subset)))
                            .append(") format('woff2');unicode-range:")
                            .append(range)
                            .append("}\n"));
        }
        return css.toString();
    }

    private static Map<String, String> subsets() {
        Map<String, String> ranges = new LinkedHashMap<>();
        ranges.put(
                "latin",
                "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215");
        ranges.put("latin-ext", "U+0100-0130,U+0132-0151,U+0154-02BA,U+1E00-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0");
        return ranges;
    }
}
