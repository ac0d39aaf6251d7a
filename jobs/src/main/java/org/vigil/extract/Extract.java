package org.vigil.extract;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;

/**
 * One file as delivered on one date.
 *
 * @param extractId names it within the run
 * @param sourceCode source that it belongs to
 * @param file where it lies
 * @param extractDate day on which the publisher made it; a later extract speaks last
 * @param ordinal place in the order of reading, from 0: by date, then as configured
 */
public record Extract(String extractId, String sourceCode, Path file, LocalDate extractDate, int ordinal) {
    public Extract {
        Objects.requireNonNull(extractId);
        Objects.requireNonNull(sourceCode);
        Objects.requireNonNull(file);
        Objects.requireNonNull(extractDate);
        if (ordinal < 0) {
            throw new IllegalArgumentException("ordinal of an extract: found " + ordinal + "; expected 0 or more");
        }
    }
}
