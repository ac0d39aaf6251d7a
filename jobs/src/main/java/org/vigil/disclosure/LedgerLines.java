package org.vigil.disclosure;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A file of the ledger: a compressed text of which the first line says what it is and the last one how many lines are between.
 *
 * @param form the first line
 * @param lines the lines between the first and the last
 */
record LedgerLines(String form, List<String> lines) {
    private static final String END = "end,";

    LedgerLines {
        lines = List.copyOf(lines);
    }

    static byte[] write(String form, List<String> lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write((form + '\n').getBytes(StandardCharsets.UTF_8));
            for (String line : lines) {
                out.write((line + '\n').getBytes(StandardCharsets.UTF_8));
            }
            out.write((END + lines.size() + '\n').getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads a file.
     *
     * @param forms what the first line may be
     * @param file name for messages
     * @throws DisclosureException if the file is not whole, or another one
     */
    static LedgerLines read(List<String> forms, String file, byte[] bytes) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            if (lines.size() < 2
                    || !forms.contains(lines.get(0))
                    || !lines.get(lines.size() - 1).equals(END + (lines.size() - 2))) {
                throw damaged(file);
            }
            return new LedgerLines(lines.get(0), lines.subList(1, lines.size() - 1));
        } catch (IOException e) {
            throw damaged(file);
        }
    }

    /** Checks codes that stand in a line, where a comma or a line break would make another line of it. */
    static void requireCodes(List<String> codes) {
        for (String code : codes) {
            if (!code.chars().allMatch(LedgerLines::isAllowed)) {
                throw new IllegalArgumentException("Found a code that is not of letters, digits and . _ : -");
            }
        }
    }

    private static boolean isAllowed(int letter) {
        return (letter >= 'a' && letter <= 'z')
                || (letter >= 'A' && letter <= 'Z')
                || (letter >= '0' && letter <= '9')
                || "._:-".indexOf(letter) >= 0;
    }

    static DisclosureException damaged(String file) {
        return new DisclosureException(
                "No public release was made: the ledger of what was published is damaged (" + file
                        + "); expected the file as it was written. Restore it from a backup of the store: without it a public release could give away what"
                        + " earlier ones protect.");
    }
}
