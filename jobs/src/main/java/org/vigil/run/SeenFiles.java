package org.vigil.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vigil.storage.StorageException;
import org.vigil.storage.StorageFolder;

/**
 * Files whose checksum is known, by place, size and time of change, so that a weekly run need not read every old extract to find out that it knows it.
 * A convenience: without it, or where anything about a file differs, the file is read.
 */
final class SeenFiles {
    private static final String NAME = "seen.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final StorageFolder store;
    private final Map<String, String> checksums = new TreeMap<>();
    private boolean isChanged;

    private SeenFiles(StorageFolder store) {
        this.store = store;
    }

    static SeenFiles in(StorageFolder store) {
        SeenFiles seen = new SeenFiles(store);
        try {
            if (store.exists(NAME)) {
                JSON.readTree(store.read(NAME))
                        .properties()
                        .forEach(
                                e -> seen.checksums.put(e.getKey(), e.getValue().asText()));
            }
        } catch (StorageException | IOException e) {
            seen.checksums.clear();
        }
        return seen;
    }

    /** SHA-256 of a file that has not changed since it was noted. */
    Optional<String> find(Path file) {
        return key(file).map(checksums::get);
    }

    void note(Path file, String sha256) {
        key(file).ifPresent(key -> isChanged |= !sha256.equals(checksums.put(key, sha256)));
    }

    /** Keeps what was noted. A failure is no failure of the run: files are then read again. */
    void keep() {
        if (!isChanged) {
            return;
        }
        ObjectNode root = JSON.createObjectNode();
        checksums.forEach(root::put);
        try {
            store.replace(NAME, JSON.writeValueAsString(root).getBytes(StandardCharsets.UTF_8));
        } catch (StorageException e) {
            // What cannot be kept is found out again.
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of texts cannot be written as JSON", e);
        }
    }

    private static Optional<String> key(Path file) {
        try {
            return Optional.of(file.toAbsolutePath().normalize()
                    + " "
                    + Files.size(file)
                    + " "
                    + Files.getLastModifiedTime(file).toInstant());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
