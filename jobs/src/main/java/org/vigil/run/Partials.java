package org.vigil.run;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vigil.config.Configuration;
import org.vigil.cube.CountCube;
import org.vigil.geography.Geography;
import org.vigil.incident.CodeLists;
import org.vigil.incident.DateBasis;
import org.vigil.storage.StorageException;
import org.vigil.storage.StorageFolder;
import org.vigil.storage.StoredFile;
import org.vigil.store.LoadedExtract;
import org.vigil.store.Store;
import org.vigil.store.StoreManifest;
import org.vigil.store.StoredLayer;

/**
 * Counts of whole states, kept so that a weekly run need not read history. Each stands under the hash of everything that it follows from; it can
 * always be made again from the layers, so that a damaged or missing one costs a scan and nothing else.
 */
final class Partials {
    /** Raised when the form of the files or the counting rules change. */
    private static final String FORM = "partial 4";

    private static final int DIGEST_BYTES = 32;

    /** States kept of a source: the newest, and the one before it for a rollback. */
    private static final int KEPT = 2;

    private static final String ENDING = ".counts";
    private static final Pattern RECORD_KEY_MARK = Pattern.compile("-[0-9a-f]{16}(?=\\.counts$)");

    private final StorageFolder folder;
    private final String recordKeyMark;

    /** @param recordKeyMark tells counts with sums of record keys from others; empty where none are summed */
    Partials(Store store, String recordKeyMark) {
        this.folder = store.partials();
        this.recordKeyMark = recordKeyMark;
    }

    /**
     * The counts of one source.
     *
     * @param cube its counts
     * @param speakers by ordinal, incidents that the extract speaks for
     */
    record Partial(CountCube cube, long[] speakers) {}

    private String nameOf(Configuration.Source source, StoreManifest manifest, List<LoadedExtract> extracts) {
        String plain = plainNameOf(source, manifest, extracts);
        return recordKeyMark.isEmpty()
                ? plain
                : plain.substring(0, plain.length() - ENDING.length()) + "-" + recordKeyMark + ENDING;
    }

    /** The name of counts without the mark of record keys. */
    static String withoutMark(String fileName) {
        return RECORD_KEY_MARK.matcher(fileName).replaceFirst("");
    }

    /**
     * Name of the state that these extracts make, where no record keys are summed. The layers of the extracts say all; bases and restorations follow from them.
     */
    static String plainNameOf(Configuration.Source source, StoreManifest manifest, List<LoadedExtract> extracts) {
        StringBuilder text = new StringBuilder(FORM).append('\n');
        text.append(source.code()).append('\n');
        text.append(source.profile().series().dateBasis()).append('\n');
        Geography geography = Geography.load(source.profile().geographyCode());
        geography.areas().forEach(area -> text.append(area.code()).append('\n'));
        CodeLists.communities().list().forEach(c -> text.append(c.code()).append('\n'));
        CodeLists.all().forEach(list -> {
            text.append(list.name()).append('\n');
            list.codes().forEach(code -> text.append(code.code()).append('\n'));
        });
        for (LoadedExtract extract : extracts) {
            text.append(extract.extractId());
            manifest.layers().stream()
                    .filter(layer -> layer.kind() == StoredLayer.Kind.EXTRACT
                            && layer.extractId().equals(extract.extractId()))
                    .forEach(layer -> text.append(' ').append(layer.layerId()));
            text.append('\n');
        }
        return source.code()
                + "-"
                + HexFormat.of().formatHex(sha256(text.toString().getBytes(StandardCharsets.UTF_8)), 0, 16)
                + ENDING;
    }

    /** The counts of the state that these extracts make, if they are there and whole. */
    Optional<Partial> find(Configuration.Source source, StoreManifest manifest, List<LoadedExtract> extracts) {
        String name = nameOf(source, manifest, extracts);
        try {
            if (!folder.exists(name)) {
                return Optional.empty();
            }
            byte[] bytes = folder.read(name);
            if (bytes.length < DIGEST_BYTES
                    || !Arrays.equals(
                            Arrays.copyOf(bytes, DIGEST_BYTES),
                            sha256(Arrays.copyOfRange(bytes, DIGEST_BYTES, bytes.length)))) {
                return Optional.empty();
            }
            return Optional.of(read(source, bytes, extracts.size()));
        } catch (StorageException | IOException e) {
            // What cannot be read, or has another form than its name says, is counted again.
            return Optional.empty();
        }
    }

    /** Keeps counts. A failure is no failure of the run: the next one scans. */
    void keep(Configuration.Source source, StoreManifest manifest, List<LoadedExtract> extracts, Partial partial) {
        String name = nameOf(source, manifest, extracts);
        try {
            if (!folder.exists(name)) {
                folder.write(name, bytes(partial));
            }
            prune(source, name);
        } catch (StorageException e) {
            // What cannot be kept is made again.
        }
    }

    /** Whether a file name is that of counts of a source. */
    static boolean isOf(Configuration.Source source, String fileName) {
        return withoutMark(fileName).matches(Pattern.quote(source.code()) + "-[0-9a-f]{32}\\.counts");
    }

    private void prune(Configuration.Source source, String newest) {
        List<StoredFile> old = folder.list("").stream()
                .filter(file -> isOf(source, file.name()))
                .filter(file -> !file.name().equals(newest))
                .sorted(Comparator.comparing(StoredFile::modified).reversed())
                .toList();
        old.stream().skip(KEPT - 1).forEach(file -> folder.delete(file.name()));
    }

    private static Partial read(Configuration.Source source, byte[] bytes, int extracts) throws IOException {
        CountCube cube = emptyCube(source);
        long[] speakers = new long[extracts];
        try (ObjectInputStream in =
                new ObjectInputStream(new ByteArrayInputStream(bytes, DIGEST_BYTES, bytes.length - DIGEST_BYTES))) {
            for (int e = 0; e < extracts; e++) {
                speakers[e] = in.readLong();
            }
            cube.readExternal(in);
        }
        return new Partial(cube, speakers);
    }

    private static byte[] bytes(Partial partial) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(content)) {
            for (long speaker : partial.speakers()) {
                out.writeLong(speaker);
            }
            partial.cube().writeExternal(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] body = content.toByteArray();
        byte[] all = Arrays.copyOf(sha256(body), DIGEST_BYTES + body.length);
        System.arraycopy(body, 0, all, DIGEST_BYTES, body.length);
        return all;
    }

    /** No counts, of a state that sums record keys if other states do. */
    Partial none(Configuration.Source source) {
        CountCube cube = emptyCube(source);
        return new Partial(recordKeyMark.isEmpty() ? cube : cube.keyed(), new long[0]);
    }

    static CountCube emptyCube(Configuration.Source source) {
        return new CountCube(
                source.profile().series().dateBasis().equals(DateBasis.RECORDED.code()),
                Geography.load(source.profile().geographyCode()).size(),
                CodeLists.communities().size());
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
