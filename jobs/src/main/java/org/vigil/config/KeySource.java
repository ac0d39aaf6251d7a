package org.vigil.config;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.vigil.incident.MasterKey;

/** Where the master key comes from. */
public sealed interface KeySource {

    /** No source of the configuration needs a key. */
    record None() implements KeySource {}

    /** The key that everybody knows, for synthetic records. */
    record Demonstration() implements KeySource {}

    /**
     * A file of its own.
     *
     * @param file where it is
     * @param isCreatedIfMissing whether a first run makes it; allowed only where no record is confidential
     */
    record KeyFile(Path file, boolean isCreatedIfMissing) implements KeySource {}

    /**
     * The key itself; makes the file where that is declared and there is none. Without a need for a key it is the demonstration key.
     *
     * @throws org.vigil.incident.KeyException if the file cannot be used or made
     */
    default MasterKey open() {
        if (this instanceof KeyFile key) {
            boolean isMade = key.isCreatedIfMissing() && !Files.exists(key.file(), LinkOption.NOFOLLOW_LINKS);
            return isMade ? MasterKey.create(key.file()) : MasterKey.read(key.file());
        }
        return MasterKey.demonstration();
    }

    /**
     * As {@link #open()}, but no file is made: where a run would make one, the demonstration key stands in for it.
     *
     * @throws org.vigil.incident.KeyException if the file cannot be used
     */
    default MasterKey look() {
        boolean isStillToBeMade = this instanceof KeyFile key
                && key.isCreatedIfMissing()
                && !Files.exists(key.file(), LinkOption.NOFOLLOW_LINKS);
        return isStillToBeMade ? MasterKey.demonstration() : open();
    }
}
