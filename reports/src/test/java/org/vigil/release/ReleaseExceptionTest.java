package org.vigil.release;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReleaseExceptionTest {
    private static final Path TABLE = Path.of("tables", "counts.parquet");

    /** As the library says it when there is no room left for the footer of a file. */
    @Test
    void aFullDiskIsNamedHoweverALibraryWrapsIt() {
        IOException full = new IOException("No space left on device");
        IOException wrapped = new IOException(
                "can not write FileMetaData(version:1, schema:[…])",
                new IllegalStateException(new UncheckedIOException(full)));

        assertEquals(
                "Could not write table counts: the disk is full; expected room for the whole release. Free some space or choose another location ("
                        + TABLE + ").",
                ReleaseException.failed("write table counts", TABLE, wrapped).getMessage());
    }

    @Test
    void whatIsNotKnownIsSaidAsItWasGiven() {
        assertEquals(
                "Could not write table counts: the cable is out (" + TABLE + ").",
                ReleaseException.failed("write table counts", TABLE, new IOException("the cable is out"))
                        .getMessage());
    }
}
