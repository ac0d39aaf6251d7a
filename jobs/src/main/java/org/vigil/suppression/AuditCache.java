package org.vigil.suppression;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Remembers which tables were found safe, so that a year that does not change is audited once. A table is known by the SHA-256 of its layout, counts, pattern and
 * relations and of the threshold, so that nothing else can pass for it. Only what is safe is remembered: the unsafe is repaired and never asked about again.
 *
 * <p>Keys are made of exact counts and must be kept where those are: who knows all but a few counts of a table can try these out. Safe for use by several threads.
 */
public final class AuditCache {
    /** Changes when the audit does, so that no verdict of an older one is believed. */
    private static final int AUDIT = 1;

    private final Set<String> safe = new ConcurrentSkipListSet<>();

    /**
     * A cache that knows this.
     *
     * @param safe keys from {@link #keys()} of earlier runs; none for an empty cache
     */
    public AuditCache(Set<String> safe) {
        this.safe.addAll(safe);
    }

    /** Whether every hidden cell of a block is safe; audited if that is not known. */
    public boolean isSafe(Block block) {
        return isSafe(new RelatedBlocks(List.of(block), List.of()));
    }

    /** Whether every hidden cell of all communities is safe; audited if that is not known. */
    public boolean isSafe(RelatedBlocks related) {
        String key = key(related);
        if (safe.contains(key)) {
            return true;
        }
        boolean isSafe = RelatedAudit.of(related).isSafe();
        if (isSafe) {
            safe.add(key);
        }
        return isSafe;
    }

    /** Keys of all tables that were found safe. */
    public SortedSet<String> keys() {
        return new TreeSet<>(safe);
    }

    private static String key(RelatedBlocks related) {
        Frame frame = related.frame();
        List<Integer> numbers =
                new ArrayList<>(List.of(AUDIT, PrimarySuppression.THRESHOLD, frame.areas(), frame.periods()));
        for (int period = 0; period < frame.periods(); period++) {
            numbers.add(frame.parent(period));
        }
        numbers.add(related.relations().size());
        for (Relation relation : related.relations()) {
            numbers.add(relation.whole());
            numbers.add(relation.cover().ordinal());
            numbers.add(relation.parts().size());
            numbers.addAll(relation.parts());
        }
        MessageDigest digest = sha256();
        digest.update(bytes(numbers.stream().mapToInt(Integer::intValue).toArray()));
        for (Block block : related.blocks()) {
            digest.update(bytes(block.counts()));
            byte[] publications = new byte[frame.cells()];
            for (int cell = 0; cell < publications.length; cell++) {
                publications[cell] = (byte) block.publication(cell).ordinal();
            }
            digest.update(publications);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static byte[] bytes(int[] numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * numbers.length);
        bytes.asIntBuffer().put(numbers);
        return bytes.array();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
