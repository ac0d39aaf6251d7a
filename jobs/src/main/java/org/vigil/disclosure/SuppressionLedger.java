package org.vigil.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the policy suppress has published of every block at each vintage, with the exact counts that the audits of later vintages need: as much to be kept from others as the records
 * themselves. What is new is part of {@link #additions()} and counts as published once these are in the store. Not safe for use by several threads.
 */
public final class SuppressionLedger {
    private final Map<BlockName, PublishedBlock> blocks = new LinkedHashMap<>();
    private final List<PublishedBlock> additions = new ArrayList<>();

    /**
     * Takes up one vintage of a block that an earlier release published.
     *
     * @throws IllegalArgumentException if it does not follow those before it, or is of other areas, communities or relations
     */
    void recall(PublishedBlock one) {
        blocks.merge(one.name(), one, (before, next) -> before.with(next.newest(before)));
    }

    /** How many vintages of blocks were published so far. */
    public long figures() {
        return blocks.values().stream()
                .mapToLong(block -> block.vintages().size())
                .sum();
    }

    /** What is published of a block. */
    Optional<PublishedBlock> find(BlockName name) {
        return Optional.ofNullable(blocks.get(name));
    }

    /** Publishes a block whose newest vintage is new. */
    void add(PublishedBlock block) {
        blocks.put(block.name(), block);
        additions.add(block.newestOnly());
    }

    /** What was published since this ledger was made, one vintage each. */
    List<PublishedBlock> additions() {
        return List.copyOf(additions);
    }
}
