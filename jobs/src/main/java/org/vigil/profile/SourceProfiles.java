package org.vigil.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.vigil.declaration.Declaration;
import org.vigil.declaration.Problem;
import org.vigil.declaration.Problems;

/** The source profiles that come with Vigil, and those that a user writes. */
public final class SourceProfiles {
    private static final List<String> SHIPPED =
            List.of("canonical", "fbi-hate-crime", "london-synthetic", "met-hate-crime-counts", "nypd-hate-crimes");

    /** Bytes beyond which a file is taken for something other than a profile. */
    private static final long MAXIMUM_BYTES = 1 << 20;

    private SourceProfiles() {}

    /** Codes of the profiles that come with Vigil, in alphabetical order. */
    public static List<String> shippedCodes() {
        return SHIPPED;
    }

    /**
     * A profile that comes with Vigil.
     *
     * @throws IllegalArgumentException if there is none of that code
     */
    public static SourceProfile shipped(String code) {
        return parse(code + ".yaml", shippedText(code));
    }

    /**
     * A profile that comes with Vigil, as text.
     *
     * @throws IllegalArgumentException if there is none of that code
     */
    public static String shippedText(String code) {
        if (!SHIPPED.contains(code)) {
            throw new IllegalArgumentException(
                    "no shipped profile \"" + code + "\"; expected one of " + String.join(", ", SHIPPED));
        }
        try (InputStream in = Objects.requireNonNull(SourceProfiles.class.getResourceAsStream(code + ".yaml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads and checks a profile; no file of the source is opened.
     *
     * @throws ProfileException with every problem, among them that the file cannot be read
     */
    public static SourceProfile read(Path file) {
        return parse(file.toString(), readText(file));
    }

    /**
     * The text of a profile.
     *
     * @throws ProfileException if the file cannot be read or is not UTF-8
     */
    public static String readText(Path file) {
        String name = file.toString();
        try {
            if (!Files.isRegularFile(file)) {
                throw unreadable(
                        name, Files.exists(file) ? "it is not a file" : "there is no such file", "Check the path.");
            }
            if (Files.size(file) > MAXIMUM_BYTES) {
                throw unreadable(
                        name, "it is larger than a mebibyte", "Give the profile, not the file that it describes.");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw unreadable(name, "it is not UTF-8", "Save it as UTF-8.");
        } catch (IOException e) {
            throw unreadable(name, "it cannot be read", "Check that you may read it.");
        }
    }

    /**
     * Reads and checks the text of a profile.
     *
     * @param name name of its file for messages
     * @throws ProfileException with every problem
     */
    public static SourceProfile parse(String name, String text) {
        Problems problems = new Problems();
        return new ProfileReader(name, problems)
                .read(text)
                .orElseThrow(() -> new ProfileException(name, problems.list()));
    }

    /**
     * The text of a profile without comments, quotes, layout and order of keys: the same meaning, the same text. Nothing is checked.
     *
     * @throws ProfileException if the text is not YAML
     */
    public static String canonicalText(String text) {
        Problems problems = new Problems();
        return Declaration.read("profile", text, ProfileKeys.PROFILE, problems)
                .map(Declaration::canonicalText)
                .orElseThrow(() -> new ProfileException("profile", problems.list()));
    }

    private static ProfileException unreadable(String name, String found, String remedy) {
        return new ProfileException(name, List.of(new Problem(name, 0, found, "", remedy)));
    }
}
