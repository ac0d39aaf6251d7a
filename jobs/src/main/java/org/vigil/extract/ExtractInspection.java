package org.vigil.extract;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.vigil.profile.SourceProfile;

/**
 * What a file is found to be before any of its rows is read.
 *
 * @param file the file
 * @param header names of its first row, without outer white space; empty for a nameless column
 * @param sha256 checksum of the file as delivered, 64 lower-case hexadecimal digits
 * @param bytes its size as delivered
 * @param isGzip whether it is compressed
 * @param lineEnd how its first row ends
 * @param hasRows whether anything stands under the header
 * @param problems what is odd about it but does not prevent reading, as sentences
 */
public record ExtractInspection(
        Path file,
        List<String> header,
        String sha256,
        long bytes,
        boolean isGzip,
        LineEnd lineEnd,
        boolean hasRows,
        List<String> problems) {

    /** Bytes at the start of a text that are looked at. */
    private static final int SAMPLE = 1 << 20;

    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

    public ExtractInspection {
        header = List.copyOf(header);
        problems = List.copyOf(problems);
    }

    /** What ends a row. */
    public enum LineEnd {
        LF,
        CRLF,
        CR,
        /** The file has one row and nothing behind it. */
        NONE
    }

    /**
     * Looks at a file, checks that the profile can read it, and computes its checksum.
     *
     * @throws ExtractException if it cannot be read with this profile: no such file, not text, another encoding or delimiter than declared, columns
     *     missing or ambiguous
     */
    public static ExtractInspection inspect(Path file, SourceProfile profile) {
        requireFile(file);
        return inspect(file, profile, checksum(file));
    }

    /**
     * As {@link #inspect(Path, SourceProfile)}, for a file whose checksum was computed.
     *
     * @param sha256 as {@link #checksum} gives it
     */
    public static ExtractInspection inspect(Path file, SourceProfile profile, String sha256) {
        return reading(file, () -> {
            Opening opening = Opening.of(file, profile);
            ReadingPlan.of(profile, opening.row.names(), file.toString());
            boolean hasRows = !opening.isWhole || opening.row.hasMore();
            return new ExtractInspection(
                    file,
                    opening.row.names(),
                    sha256,
                    Files.size(file),
                    opening.isGzip,
                    opening.row.lineEnd(),
                    hasRows,
                    problems(opening.sample, opening.row, profile.format().charset(), hasRows));
        });
    }

    /**
     * The names of a file's first row, without outer white space, whether or not they are those of the profile.
     *
     * @throws ExtractException if it is no text as the profile's format declares it
     */
    public static List<String> header(Path file, SourceProfile profile) {
        requireFile(file);
        return reading(file, () -> Opening.of(file, profile).row.names());
    }

    /**
     * Checksum of a file as it lies there: SHA-256 in hexadecimal.
     *
     * @throws ExtractException if there is no such file or it cannot be read
     */
    public static String checksum(Path file) {
        requireFile(file);
        return reading(file, () -> sha256(file));
    }

    /** The start of a file that the profile's format fits. */
    private record Opening(byte[] sample, boolean isWhole, boolean isGzip, HeaderRow row) {
        static Opening of(Path file, SourceProfile profile) throws IOException {
            long bytes = Files.size(file);
            if (bytes == 0) {
                throw refusal(
                        file, "found an empty file (0 bytes); expected a header and rows. Deliver the file again.");
            }
            boolean isGzip = Splits.isGzip(file);
            if (!isGzip && file.toString().toLowerCase(Locale.ROOT).endsWith(".gz")) {
                throw refusal(
                        file,
                        "its name ends in .gz but its first bytes are not those of gzip. Compress it with gzip, or take"
                                + " .gz off its name.");
            }
            byte[] sample = start(file, isGzip);
            boolean isWhole = sample.length < SAMPLE;
            if (sample.length == 0) {
                throw refusal(file, "found nothing inside the gzip file; expected a header and rows.");
            }
            requireText(file, sample, isGzip);
            Charset charset = profile.format().charset();
            requireReadable(file, charset);
            requireValid(file, sample, isWhole, charset);

            HeaderRow row = HeaderRow.parse(sample, charset, profile.format().delimiter());
            if (row.names().isEmpty()) {
                throw refusal(file, "found blank lines only; expected a header and rows. Deliver the file again.");
            }
            if (!row.isClosed() && !isWhole) {
                throw refusal(
                        file,
                        "its first row does not end within " + SAMPLE
                                + " bytes; expected a header. Check that it is a text table, and the quotes in its header.");
            }
            requireDelimiter(file, row, profile);
            return new Opening(sample, isWhole, isGzip, row);
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T reading(Path file, Reading<T> reading) {
        try {
            return reading.read();
        } catch (EOFException | ZipException e) {
            throw new ExtractException(
                    "Cannot read " + file + ": its gzip compression is damaged or cut off (" + e.getMessage()
                            + "). Deliver the file again.",
                    e);
        } catch (IOException e) {
            throw new ExtractException("Cannot read " + file + ": " + e + ". Check the disk it lies on.", e);
        }
    }

    private static void requireFile(Path file) {
        if (Files.notExists(file)) {
            throw refusal(file, "there is no such file. Check the path in the configuration.");
        }
        if (Files.isDirectory(file)) {
            throw refusal(file, "it is a folder; expected a file. Name the file inside it.");
        }
        if (!Files.isReadable(file)) {
            throw refusal(file, "permission is missing. Make it readable for the user that runs the program.");
        }
    }

    private static byte[] start(Path file, boolean isGzip) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = isGzip ? new GZIPInputStream(raw, 1 << 16) : raw) {
            return in.readNBytes(SAMPLE);
        }
    }

    private static void requireText(Path file, byte[] sample, boolean isGzip) {
        String inside = isGzip ? "inside the gzip file is " : "it is ";
        if (startsWith(sample, 'P', 'K', 3, 4) || startsWith(sample, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw refusal(
                    file,
                    inside + "a spreadsheet or a zip archive, not text. Save the sheet as CSV in UTF-8, or unpack the"
                            + " archive, and deliver that.");
        }
        String format = startsWith(sample, 'P', 'A', 'R', '1')
                ? "a Parquet file"
                : startsWith(sample, '%', 'P', 'D', 'F')
                        ? "a PDF"
                        : startsWith(sample, 0x28, 0xB5, 0x2F, 0xFD)
                                ? "compressed with zstd"
                                : startsWith(sample, 'B', 'Z', 'h')
                                        ? "compressed with bzip2"
                                        : startsWith(sample, 0xFD, '7', 'z', 'X')
                                                ? "compressed with xz"
                                                : startsWith(sample, 0x1f, 0x8b) ? "another gzip file" : "";
        if (!format.isEmpty()) {
            throw refusal(file, inside + format + ". Expected CSV, plain or compressed once with gzip.");
        }
        boolean isLittle = startsWith(sample, 0xFF, 0xFE);
        if (isLittle || startsWith(sample, 0xFE, 0xFF)) {
            throw refusal(
                    file,
                    "its first two bytes are the byte order mark of UTF-16 (" + (isLittle ? "little" : "big")
                            + "-endian). Save it as UTF-8.");
        }
        int zeros = 0;
        int first = -1;
        for (int i = 0; i < sample.length; i++) {
            if (sample[i] == 0) {
                zeros++;
                first = first < 0 ? i : first;
            }
        }
        if (zeros * 10L > sample.length) {
            throw refusal(
                    file,
                    "one byte in " + sample.length / zeros + " is zero (the first is byte " + first
                            + "), so it is UTF-16 or not text at all. Save it as CSV in UTF-8.");
        }
    }

    private static boolean startsWith(byte[] sample, int... magic) {
        return sample.length >= magic.length
                && IntStream.range(0, magic.length).allMatch(i -> sample[i] == (byte) magic[i]);
    }

    /** Rows are cut by bytes: an encoding must keep ASCII as it is, and never use an ASCII byte for a part of another character. */
    private static void requireReadable(Path file, Charset charset) {
        boolean isReadable = charset.equals(StandardCharsets.UTF_8)
                || (charset.canEncode()
                        && charset.newEncoder().maxBytesPerChar() <= 1
                        && Arrays.equals(
                                "09azAZ,;\"\n\r".getBytes(charset),
                                "09azAZ,;\"\n\r".getBytes(StandardCharsets.US_ASCII)));
        if (!isReadable) {
            throw refusal(
                    file,
                    "the profile declares the encoding " + charset
                            + ", which is not supported. Save the file as UTF-8 and declare UTF-8.");
        }
    }

    /** Whether the header or more than one line in a hundred is invalid; fewer are held out row by row. */
    private static boolean isSpoiltThroughout(byte[] sample, int firstInvalid, Charset charset, boolean isWhole) {
        int invalidLines = 0;
        for (int at = firstInvalid; at >= 0; invalidLines++) {
            int end = nextLine(sample, at);
            at = end < sample.length ? StrictText.firstInvalid(sample, end, sample.length, charset, isWhole) : -1;
        }
        int lines = 1;
        for (int end = nextLine(sample, 0); end < sample.length; end = nextLine(sample, end)) {
            lines++;
        }
        return firstInvalid < nextLine(sample, 0) || invalidLines * 100 > lines;
    }

    /** Where the line after the one at a place starts. */
    private static int nextLine(byte[] sample, int place) {
        int at = place;
        while (at < sample.length && sample[at] != '\n' && sample[at] != '\r') {
            at++;
        }
        return at + 1;
    }

    private static void requireValid(Path file, byte[] sample, boolean isWhole, Charset charset) {
        int invalid = StrictText.firstInvalid(sample, 0, sample.length, charset, isWhole);
        if (invalid >= 0 && isSpoiltThroughout(sample, invalid, charset, isWhole)) {
            boolean isUtf8 = StrictText.firstInvalid(sample, 0, sample.length, StandardCharsets.UTF_8, isWhole) < 0;
            throw refusal(
                    file,
                    String.format(
                                    "byte %,d is 0x%02X, which is not valid in %s as the profile declares it. ",
                                    invalid, sample[invalid], charset)
                            + (isUtf8
                                    ? "The text is valid as UTF-8: declare that."
                                    : "Declare the encoding that it was saved in, usually windows-1252 or ISO-8859-1, or save"
                                            + " it as UTF-8."));
        }
    }

    private static void requireDelimiter(Path file, HeaderRow row, SourceProfile profile) {
        char declared = profile.format().delimiter();
        if (row.names().size() > 1) {
            return;
        }
        for (char other : DELIMITERS) {
            if (other != declared
                    && row.names().get(0).indexOf(other) >= 0
                    && profile.labelColumns().size()
                                    + profile.identity().columns().size()
                            > 1) {
                throw refusal(
                        file,
                        "with the delimiter " + name(declared)
                                + " that the profile declares its header is one column, but it" + " holds "
                                + name(other) + ". Declare that as the delimiter.");
            }
        }
    }

    private static String name(char delimiter) {
        return delimiter == '\t' ? "tab" : "'" + delimiter + "'";
    }

    private static List<String> problems(byte[] sample, HeaderRow row, Charset charset, boolean hasRows) {
        List<String> problems = new ArrayList<>();
        if (!hasRows) {
            problems.add("The file has a header and no rows.");
        }
        if (startsWith(sample, 0xEF, 0xBB, 0xBF) && !charset.equals(StandardCharsets.UTF_8)) {
            problems.add("The file starts with the byte order mark of UTF-8, but the profile declares " + charset
                    + ": letters beyond ASCII will be misread.");
        }
        List<Integer> nameless = IntStream.range(0, row.names().size())
                .filter(i -> row.names().get(i).isEmpty())
                .boxed()
                .toList();
        if (!nameless.isEmpty()) {
            problems.add("The header gives no name to " + ReadingPlan.positions(nameless) + ".");
        }
        return problems;
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] block = new byte[1 << 18];
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                digest.update(block, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static ExtractException refusal(Path file, String reason) {
        return new ExtractException("Cannot read " + file + ": " + reason);
    }
}
