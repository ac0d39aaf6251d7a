package org.vigil.incident;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * The master keys of an installation by epoch: the newest, under which a source begins, and earlier ones, under which a source is kept until it has
 * been moved. Like a key it shows nothing of itself and is not serialisable.
 */
public final class KeyRing {
    private final SortedMap<Integer, MasterKey> keys;

    /**
     * @param keys by epoch, from 1
     * @throws KeyException if two epochs have the same key
     * @throws IllegalArgumentException if there is no key or an epoch below 1
     */
    public KeyRing(Map<Integer, MasterKey> keys) {
        this.keys = Collections.unmodifiableSortedMap(new TreeMap<>(keys));
        if (keys.isEmpty() || this.keys.firstKey() < 1) {
            throw new IllegalArgumentException("epochs are " + this.keys.keySet() + "; expected one or more, from 1");
        }
        this.keys.forEach((epoch, key) -> this.keys.tailMap(epoch + 1).forEach((later, other) -> {
            if (key.isSame(other)) {
                throw new KeyException("The keys of the epochs " + epoch + " and " + later
                        + " are the same; expected a key of its own for each epoch, or nothing is won by a new one."
                        + " Make another with vigil doctor --init.");
            }
        }));
    }

    /** A ring with one key, of epoch 1. */
    public static KeyRing of(MasterKey key) {
        return new KeyRing(Map.of(1, key));
    }

    /** The key that everybody knows, as epoch 1; for synthetic records only. */
    public static KeyRing demonstration() {
        return of(MasterKey.demonstration());
    }

    /** The epoch under which a source begins. */
    public int newestEpoch() {
        return keys.lastKey();
    }

    /** Every epoch that has a key here. */
    public SortedSet<Integer> epochs() {
        return Collections.unmodifiableSortedSet(new java.util.TreeSet<>(keys.keySet()));
    }

    /** Whether the newest key is the one that everybody knows. */
    boolean isDemonstration() {
        return newest().isDemonstration();
    }

    /**
     * The key for one purpose and epoch, as {@link MasterKey#derive}.
     *
     * @throws KeyException if no key of that epoch is on the ring
     */
    public byte[] derive(String label, int epoch) {
        MasterKey key = keys.get(epoch);
        if (key == null) {
            throw new KeyException("No key of epoch " + epoch + " is on the key ring; expected it beside "
                    + keys.keySet() + ". Name it in the configuration under key: earlier:.");
        }
        return key.derive(label, epoch);
    }

    /** Says which epochs there are and nothing of the keys. */
    @Override
    public String toString() {
        return isDemonstration() ? "demonstration key" : "master keys of epochs " + keys.keySet() + " (not shown)";
    }

    private MasterKey newest() {
        return java.util.Objects.requireNonNull(keys.get(keys.lastKey()));
    }
}
