package org.vigil.store;

import java.util.Collections;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Under which keys a version of the store keeps its sources. Nothing here says anything of a key but whether another one is the same.
 *
 * @param checks by epoch, a value that only the right key gives; one for each epoch in use
 * @param epochs by source, the epoch of the key under which its incidents are kept
 * @param movedWith by source, the extract whose ids moved it to that epoch; none for a source that began in it
 */
public record StoreKeys(
        SortedMap<Integer, String> checks, SortedMap<String, Integer> epochs, SortedMap<String, String> movedWith) {
    public StoreKeys {
        checks = Collections.unmodifiableSortedMap(new TreeMap<>(checks));
        epochs = Collections.unmodifiableSortedMap(new TreeMap<>(epochs));
        movedWith = Collections.unmodifiableSortedMap(new TreeMap<>(movedWith));
        if (!checks.keySet().containsAll(epochs.values())) {
            throw new IllegalArgumentException("epochs in use are " + epochs.values()
                    + "; expected a check value for each, found " + checks.keySet());
        }
    }

    /** The keys of a store that holds nothing. */
    public static StoreKeys none() {
        return new StoreKeys(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    /** The epoch under which a source is kept; empty if the store never held it. */
    public OptionalInt findEpoch(String sourceCode) {
        Integer epoch = epochs.get(sourceCode);
        return epoch == null ? OptionalInt.empty() : OptionalInt.of(epoch);
    }

    /** The extract whose ids moved a source to its epoch: what is older can neither come nor go any more. */
    public Optional<String> findMovedWith(String sourceCode) {
        return Optional.ofNullable(movedWith.get(sourceCode));
    }
}
