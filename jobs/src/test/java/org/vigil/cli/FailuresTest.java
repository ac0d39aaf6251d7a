package org.vigil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigil.storage.HeldException;
import org.vigil.storage.StorageException;
import org.vigil.storage.StorageFolder;
import org.vigil.storage.StorageLock;

final class FailuresTest {
    @Test
    void aStoreThatCannotBeUsedIsAMatterOfInputAndOutput() {
        StorageException failure = assertThrows(StorageException.class, () -> StorageFolder.at("gs://bucket"));
        assertReported(ExitCode.INPUT_OUTPUT, failure);
    }

    @Test
    void aStoreThatAnotherRunHoldsIsLocked(@TempDir Path store) {
        StorageFolder folder = StorageFolder.at(store.toString());
        try (StorageLock lock = StorageLock.take(folder, Clock.systemUTC())) {
            lock.requireHeld();
            assertReported(
                    ExitCode.LOCKED,
                    assertThrows(HeldException.class, () -> StorageLock.take(folder, Clock.systemUTC())));
        }
    }

    /** The sentence and nothing else, as a cause of something else too. */
    private static void assertReported(int code, RuntimeException failure) {
        StringWriter said = new StringWriter();
        assertEquals(code, Failures.report(new IllegalStateException(failure), new PrintWriter(said, true)));
        assertEquals(failure.getMessage() + System.lineSeparator(), said.toString());
    }
}
