package org.vigil.run;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The public files that the shipped configurations read. */
final class RealExtracts {
    private static final Path FOLDER = Path.of("../../shared/real-data");

    private RealExtracts() {}

    /** The file; the test is skipped where it is not beside the project. */
    static Path requireThere(String name) {
        Path file = FOLDER.resolve(name);
        assumeTrue(Files.exists(file), "not there: " + file);
        return file;
    }
}
