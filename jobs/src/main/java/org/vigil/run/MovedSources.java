package org.vigil.run;

import java.util.Optional;
import org.vigil.store.LoadedExtract;
import org.vigil.store.StoreManifest;

/**
 * What can no longer be done to a source that was moved to another key: the ids of incidents that were gone by then are known to nobody, so that
 * nothing can be put before that extract and it cannot be taken away.
 */
final class MovedSources {
    private MovedSources() {}

    /** Why an extract can not come any more, if it cannot. */
    static Optional<String> findLate(StoreManifest held, LoadedExtract entry) {
        return findMoving(held, entry.sourceCode())
                .filter(moving -> LoadedExtract.ORDER.compare(entry, moving) < 0)
                .map(moving -> "The extract " + entry.extractId() + " (" + entry.fileName() + ") was made before "
                        + moving.extractId() + ", whose ids moved the source " + entry.sourceCode()
                        + " to another key; expected a later one, as what was held before can no longer be matched. Take it"
                        + " out of the configuration, or load all extracts into another store.");
    }

    /**
     * Refuses an extract that comes too late.
     *
     * @throws FindingsException saying why
     */
    static void requireAfter(StoreManifest held, LoadedExtract entry) {
        findLate(held, entry).ifPresent(why -> {
            throw new FindingsException("Nothing was taken in. " + why);
        });
    }

    /**
     * Refuses to take back what the present keys of its source rest on.
     *
     * @throws FindingsException saying why
     */
    static void requireNotBefore(StoreManifest held, LoadedExtract extract) {
        findMoving(held, extract.sourceCode())
                .filter(moving -> LoadedExtract.ORDER.compare(extract, moving) <= 0)
                .ifPresent(moving -> {
                    throw new FindingsException("Nothing was taken back: with the ids of " + moving.extractId()
                            + " the source " + extract.sourceCode()
                            + " was moved to another key, so that neither it nor what came before can go; expected a later"
                            + " extract. Load the extracts that are right into another store.");
                });
    }

    private static Optional<LoadedExtract> findMoving(StoreManifest held, String sourceCode) {
        return held.keys()
                .findMovedWith(sourceCode)
                .flatMap(id -> held.extracts().stream()
                        .filter(e -> e.extractId().equals(id))
                        .findFirst());
    }
}
