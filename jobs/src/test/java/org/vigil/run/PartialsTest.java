package org.vigil.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigil.config.Configuration;
import org.vigil.storage.StorageFolder;
import org.vigil.store.Store;

/** Counts that were kept: what is not whole is counted again, and stops no run. */
final class PartialsTest {
    private static final int DIGEST = 32;

    @TempDir
    private Path folder = Path.of("");

    private Configuration.Source source;
    private Store store;
    private Path file;

    PartialsTest() {
        source = RandomHistory.configuration("full", folder, List.of(), Optional.empty())
                .sources()
                .get(0);
        store = Store.at(StorageFolder.at("unset"));
        file = folder;
    }

    @BeforeEach
    void keep() {
        store = Store.at(StorageFolder.at(folder.toString()));
        new Partials(store, "")
                .keep(source, store.newest(), List.of(), new Partials.Partial(Partials.emptyCube(source), new long[0]));
        file = folder.resolve(Store.PARTIALS).resolve(Partials.plainNameOf(source, store.newest(), List.of()));
    }

    private Optional<Partials.Partial> found() {
        return new Partials(store, "").find(source, store.newest(), List.of());
    }

    @Test
    void findsWhatItKept() {
        assertArrayEquals(new long[0], found().orElseThrow().speakers());
    }

    @Test
    void aFlippedByteIsNothingKept() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);

        assertEquals(Optional.empty(), found());
    }

    /** A file of another form, whole in itself, ends before everything is read. */
    @Test
    void aBodyThatEndsTooEarlyIsNothingKept() throws IOException, NoSuchAlgorithmException {
        byte[] bytes = Files.readAllBytes(file);
        byte[] body = Arrays.copyOfRange(bytes, DIGEST, bytes.length - 3);
        byte[] shorter = Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(body), DIGEST + body.length);
        System.arraycopy(body, 0, shorter, DIGEST, body.length);
        Files.write(file, shorter);

        assertEquals(Optional.empty(), found());
    }
}
