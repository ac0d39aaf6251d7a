package org.vigil.storage;

import java.time.Instant;

/**
 * One file as a listing found it.
 *
 * @param name relative to the {@link StorageFolder} that listed it, with '/'
 * @param bytes its length
 * @param modified when it was last written, by the clock of the file system
 */
public record StoredFile(String name, long bytes, Instant modified) {}
