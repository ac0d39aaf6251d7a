package org.vigil.incident;

import java.io.Externalizable;
import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigil.release.Column;

/**
 * Accepted incidents packed for moving and keeping: 48 bytes each, sets by id in dictionaries that travel along;
 * 16 more where any of them refers to another source.
 *
 * <p>Serves as the block that is exchanged between workers and as what one key partition holds. Grows as needed. Not safe for use by several
 * threads.
 */
public final class PackedIncidents implements IncidentRows, Externalizable {
    private static final long serialVersionUID = 1L;

    private static final int PART_BITS = 12;
    private static final int ROW_BITS = 36;
    /** The columns that {@link #differences} tells of: dates, mark and count, then those with words of the publisher, then the reference. */
    public static final List<Column> COMPARED = Stream.of(
                    List.of(
                            CanonicalIncident.OCCURRED_DATE,
                            CanonicalIncident.RECORDED_DATE,
                            CanonicalIncident.WITHDRAWN,
                            CanonicalIncident.INCIDENT_COUNT),
                    CanonicalIncident.MAPPED,
                    List.of(CanonicalIncident.SHARED_REFERENCE))
            .flatMap(List::stream)
            .toList();

    private static final int REFERENCE_PLACE = COMPARED.size() - 1;

    /** Most extracts of one run. */
    public static final int MAX_EXTRACTS = 1 << 14;

    private static final int MAX_SET = 0xffff;

    /** Where the strands stand in {@link #codes}. */
    private static final int STRANDS = 0b111110;

    private int size;
    private long[] keyHigh = {};
    private long[] keyLow = {};
    private long[] order = {};
    private int[] occurred = {};
    private int[] recorded = {};
    /** area 12 · record class 2 · reporting source 6 · outcome 6 · strands 5 · withdrawn 1. */
    private int[] codes = {};
    /** community set 16 · context set 16. */
    private int[] targets = {};
    /** offence group set 16 · location type set 16. */
    private int[] circumstances = {};

    private int[] counts = {};
    /** Nothing until a row refers to another source; 0 and 0 for a row that does not. */
    private long[] referenceHigh = {};

    private long[] referenceLow = {};
    private CodeSets communities = new CodeSets();
    private CodeSets offenceGroups = new CodeSets();
    private CodeSets locationTypes = new CodeSets();
    private CodeSets contexts = new CodeSets();

    private PackedWords words = new PackedWords();

    /** The columns of the row appended last; their set ids are translated once each. */
    private @Nullable IncidentColumns appended;

    /** Or the block of the row appended last. */
    private @Nullable PackedIncidents appendedFrom;

    private Translation fromCommunities = new Translation(communities, communities);
    private Translation fromContexts = new Translation(contexts, contexts);
    private Translation fromOffenceGroups = new Translation(offenceGroups, offenceGroups);
    private Translation fromLocationTypes = new Translation(locationTypes, locationTypes);

    /** An empty block; public because deserialisation needs it. */
    public PackedIncidents() {}

    /** The order of a record: by extract, then by its place in the file. Later is newer. */
    public static long orderOf(int extractOrdinal, long rowNumber, int partNumber) {
        if (extractOrdinal >= MAX_EXTRACTS || rowNumber >= 1L << ROW_BITS || partNumber >= 1 << PART_BITS) {
            throw new IllegalArgumentException("Record beyond the bounds of a run: extract " + extractOrdinal + ", row "
                    + rowNumber + ", part " + partNumber);
        }
        return (long) extractOrdinal << (ROW_BITS + PART_BITS) | rowNumber << PART_BITS | partNumber;
    }

    public int size() {
        return size;
    }

    /** Appends one row of a batch with the publisher's words. */
    public void append(IncidentColumns c, int row, long recordOrder, Wording wording) {
        append(c, row, recordOrder, wording, row);
    }

    /** Appends one row of a batch with the publisher's words, which stand in another row of their own batch. */
    public void append(IncidentColumns c, int row, long recordOrder, Wording wording, int wordingRow) {
        words.append(size, wording, wordingRow);
        append(c, row, recordOrder);
    }

    /** Appends one row of a batch. */
    public void append(IncidentColumns c, int row, long recordOrder) {
        if (size == order.length) {
            grow(Math.max(64, size * 2));
        }
        int i = size++;
        keyHigh[i] = c.keyHigh[row];
        keyLow[i] = c.keyLow[row];
        order[i] = recordOrder;
        occurred[i] = c.occurred[row];
        recorded[i] = c.recorded[row];
        codes[i] = c.area[row] << 20
                | c.recordClass[row] << 18
                | c.reportingSource[row] << 12
                | c.outcome[row] << 6
                | c.strands[row] << 1
                | (c.withdrawn[row] ? 1 : 0);
        if (c != appended) {
            appended = c;
            appendedFrom = null;
            fromCommunities = new Translation(c.communities, communities);
            fromContexts = new Translation(c.contexts, contexts);
            fromOffenceGroups = new Translation(c.offenceGroups, offenceGroups);
            fromLocationTypes = new Translation(c.locationTypes, locationTypes);
        }
        targets[i] = pair(fromCommunities.idOf(c.communitySet[row]), fromContexts.idOf(c.contextSet[row]));
        circumstances[i] =
                pair(fromOffenceGroups.idOf(c.offenceGroupSet[row]), fromLocationTypes.idOf(c.locationTypeSet[row]));
        counts[i] = c.incidentCount[row];
        if (c.hasReferences()) {
            refer(i, c.referenceHigh[row], c.referenceLow[row]);
        } else {
            refer(i, 0, 0);
        }
    }

    /** Appends one row of a batch under the key that it refers to, for whoever looks for that key. */
    public void appendReferring(IncidentColumns c, int row) {
        append(c, row, 0);
        keyHigh[size - 1] = c.referenceHigh[row];
        keyLow[size - 1] = c.referenceLow[row];
    }

    /** Gives the row appended last another key, and another reference if it has one. */
    public void rename(long high, long low, long otherHigh, long otherLow) {
        keyHigh[size - 1] = high;
        keyLow[size - 1] = low;
        if (hasReference(size - 1)) {
            refer(size - 1, otherHigh, otherLow);
        }
    }

    private void refer(int i, long high, long low) {
        if (referenceHigh.length == 0) {
            if ((high | low) == 0) {
                return;
            }
            referenceHigh = new long[order.length];
            referenceLow = new long[order.length];
        }
        referenceHigh[i] = high;
        referenceLow[i] = low;
    }

    /** Appends one row of another block, words included. */
    public void append(PackedIncidents other, int row) {
        if (size == order.length) {
            grow(Math.max(64, size * 2));
        }
        if (other != appendedFrom) {
            appendedFrom = other;
            fromCommunities = new Translation(other.communities, communities);
            fromContexts = new Translation(other.contexts, contexts);
            fromOffenceGroups = new Translation(other.offenceGroups, offenceGroups);
            fromLocationTypes = new Translation(other.locationTypes, locationTypes);
            appended = null;
        }
        words.append(size, other.words, row);
        int i = size++;
        keyHigh[i] = other.keyHigh[row];
        keyLow[i] = other.keyLow[row];
        order[i] = other.order[row];
        occurred[i] = other.occurred[row];
        recorded[i] = other.recorded[row];
        codes[i] = other.codes[row];
        counts[i] = other.counts[row];
        targets[i] =
                pair(fromCommunities.idOf(other.targets[row] >>> 16), fromContexts.idOf(other.targets[row] & MAX_SET));
        circumstances[i] = pair(
                fromOffenceGroups.idOf(other.circumstances[row] >>> 16),
                fromLocationTypes.idOf(other.circumstances[row] & MAX_SET));
        refer(i, other.referenceHigh(row), other.referenceLow(row));
    }

    /** Forgets all rows and keeps the room they took. */
    public void clear() {
        size = 0;
        words.clearRows();
    }

    /** The publisher's words of the rows. */
    public Wording words() {
        return words;
    }

    /** Appends all rows of another block, words included. */
    public void appendAll(PackedIncidents other) {
        words.appendAll(size, other.words, other.size);
        int[] toCommunity = translation(other.communities, communities);
        int[] toContext = translation(other.contexts, contexts);
        int[] toOffence = translation(other.offenceGroups, offenceGroups);
        int[] toLocation = translation(other.locationTypes, locationTypes);
        if (size + other.size > order.length) {
            grow(Math.max(size + other.size, Math.toIntExact(Math.min(Integer.MAX_VALUE - 8, size * 3L / 2))));
        }
        System.arraycopy(other.keyHigh, 0, keyHigh, size, other.size);
        System.arraycopy(other.keyLow, 0, keyLow, size, other.size);
        System.arraycopy(other.order, 0, order, size, other.size);
        System.arraycopy(other.occurred, 0, occurred, size, other.size);
        System.arraycopy(other.recorded, 0, recorded, size, other.size);
        System.arraycopy(other.codes, 0, codes, size, other.size);
        System.arraycopy(other.counts, 0, counts, size, other.size);
        for (int i = 0; i < other.size; i++) {
            targets[size + i] = pair(toCommunity[other.targets[i] >>> 16], toContext[other.targets[i] & MAX_SET]);
            circumstances[size + i] =
                    pair(toOffence[other.circumstances[i] >>> 16], toLocation[other.circumstances[i] & MAX_SET]);
        }
        if (referenceHigh.length + other.referenceHigh.length > 0) {
            for (int i = 0; i < other.size; i++) {
                refer(size + i, other.referenceHigh(i), other.referenceLow(i));
            }
        }
        size += other.size;
    }

    /** Gives all rows, which are alike, the low half of a key that tells them from others like them. */
    public void setKeyLow(long low) {
        Arrays.fill(keyLow, 0, size, low);
    }

    /** Whether two rows say the same of the incident, wherever they stood. */
    public boolean sameContent(int a, int b) {
        return sameScalars(a, b)
                && codes[a] == codes[b]
                && targets[a] == targets[b]
                && circumstances[a] == circumstances[b]
                && sameReference(a, b);
    }

    /**
     * What two rows say differently, in code or in the publisher's words.
     *
     * @return bits by place in {@link #COMPARED}
     */
    public int differences(int a, int b) {
        int different = (codes[a] ^ codes[b]);
        int bits = when(occurred[a] != occurred[b], 0)
                | when(recorded[a] != recorded[b], 1)
                | when((different & 1) != 0, 2)
                | when(counts[a] != counts[b], 3)
                | when((different >>> 18 & 0b11) != 0, 4)
                | when(different >>> 20 != 0, 5)
                | when(targets[a] >>> 16 != targets[b] >>> 16, 6)
                | when((different & STRANDS) != 0, 7)
                | when(circumstances[a] >>> 16 != circumstances[b] >>> 16, 8)
                | when((circumstances[a] & MAX_SET) != (circumstances[b] & MAX_SET), 9)
                | when((targets[a] & MAX_SET) != (targets[b] & MAX_SET), 10)
                | when((different >>> 12 & 0b111111) != 0, 11)
                | when((different >>> 6 & 0b111111) != 0, 12)
                | when(!sameReference(a, b), REFERENCE_PLACE);
        return bits | words.differences(a, b) << 4;
    }

    private static int when(boolean differs, int place) {
        return differs ? 1 << place : 0;
    }

    /** Whether two rows agree in everything that cannot be united: dates, area, class, outcome, count, and the reference where both have one. */
    public boolean sameScalars(int a, int b) {
        return occurred[a] == occurred[b]
                && recorded[a] == recorded[b]
                && (codes[a] & ~STRANDS) == (codes[b] & ~STRANDS)
                && counts[a] == counts[b]
                && (sameReference(a, b) || !hasReference(a) || !hasReference(b));
    }

    private boolean sameReference(int a, int b) {
        return referenceHigh.length == 0 || referenceHigh[a] == referenceHigh[b] && referenceLow[a] == referenceLow[b];
    }

    /**
     * Unites the sets of {@code other} into those of {@code row}: communities, strands, contexts, offence groups, location types; their words stay apart.
     * A row without a reference takes that of the other.
     */
    public void unite(int row, int other) {
        targets[row] = pair(
                communities.union(targets[row] >>> 16, targets[other] >>> 16),
                contexts.union(targets[row] & MAX_SET, targets[other] & MAX_SET));
        circumstances[row] = pair(
                offenceGroups.union(circumstances[row] >>> 16, circumstances[other] >>> 16),
                locationTypes.union(circumstances[row] & MAX_SET, circumstances[other] & MAX_SET));
        codes[row] |= codes[other] & STRANDS;
        words.unite(row, other);
        if (!hasReference(row)) {
            refer(row, referenceHigh(other), referenceLow(other));
        }
    }

    @Override
    public long keyHigh(int i) {
        return keyHigh[i];
    }

    @Override
    public long keyLow(int i) {
        return keyLow[i];
    }

    public long order(int i) {
        return order[i];
    }

    /** Whether the incident refers to another source. */
    public boolean hasReference(int i) {
        return (referenceHigh(i) | referenceLow(i)) != 0;
    }

    /** Key of the same incident in another source, high half; 0 where none is noted. */
    public long referenceHigh(int i) {
        return referenceHigh.length == 0 ? 0 : referenceHigh[i];
    }

    public long referenceLow(int i) {
        return referenceLow.length == 0 ? 0 : referenceLow[i];
    }

    /** Row of the extract, from 0. */
    public long rowNumber(int i) {
        return order[i] >>> PART_BITS & ((1L << ROW_BITS) - 1);
    }

    /** Record within the row in a wide file; otherwise 0. */
    public int partNumber(int i) {
        return (int) (order[i] & ((1 << PART_BITS) - 1));
    }

    public int extractOrdinal(int i) {
        return (int) (order[i] >>> (ROW_BITS + PART_BITS));
    }

    @Override
    public int occurred(int i) {
        return occurred[i];
    }

    @Override
    public int recorded(int i) {
        return recorded[i];
    }

    @Override
    public int area(int i) {
        return codes[i] >>> 20;
    }

    @Override
    public int recordClass(int i) {
        return codes[i] >>> 18 & 0b11;
    }

    @Override
    public int reportingSource(int i) {
        return codes[i] >>> 12 & 0b111111;
    }

    @Override
    public int outcome(int i) {
        return codes[i] >>> 6 & 0b111111;
    }

    @Override
    public int strands(int i) {
        return codes[i] >>> 1 & 0b11111;
    }

    @Override
    public boolean isWithdrawn(int i) {
        return (codes[i] & 1) == 1;
    }

    @Override
    public int[] communities(int i) {
        return communities.members(targets[i] >>> 16);
    }

    @Override
    public int[] contexts(int i) {
        return contexts.members(targets[i] & MAX_SET);
    }

    @Override
    public int[] offenceGroups(int i) {
        return offenceGroups.members(circumstances[i] >>> 16);
    }

    @Override
    public int[] locationTypes(int i) {
        return locationTypes.members(circumstances[i] & MAX_SET);
    }

    @Override
    public int incidentCount(int i) {
        return counts[i];
    }

    @Override
    public void writeExternal(ObjectOutput out) throws IOException {
        boolean hasReferences = referenceHigh.length > 0;
        ByteBuffer buffer = ByteBuffer.allocate((hasReferences ? 64 : 48) * size
                + 16 * (communities.size() + offenceGroups.size() + locationTypes.size() + contexts.size())
                + words.bytes(size));
        writeSets(buffer, communities);
        writeSets(buffer, offenceGroups);
        writeSets(buffer, locationTypes);
        writeSets(buffer, contexts);
        for (long[] column : new long[][] {keyHigh, keyLow, order}) {
            buffer.asLongBuffer().put(column, 0, size);
            buffer.position(buffer.position() + 8 * size);
        }
        for (int[] column : new int[][] {occurred, recorded, codes, targets, circumstances, counts}) {
            buffer.asIntBuffer().put(column, 0, size);
            buffer.position(buffer.position() + 4 * size);
        }
        if (hasReferences) {
            for (long[] column : new long[][] {referenceHigh, referenceLow}) {
                buffer.asLongBuffer().put(column, 0, size);
                buffer.position(buffer.position() + 8 * size);
            }
        }
        words.writeTo(buffer, size);
        out.writeInt(size);
        out.writeBoolean(hasReferences);
        out.writeInt(communities.size());
        out.writeInt(offenceGroups.size());
        out.writeInt(locationTypes.size());
        out.writeInt(contexts.size());
        out.writeInt(buffer.position());
        out.write(buffer.array(), 0, buffer.position());
    }

    @Override
    public void readExternal(ObjectInput in) throws IOException {
        size = in.readInt();
        boolean hasReferences = in.readBoolean();
        int[] setCounts = {in.readInt(), in.readInt(), in.readInt(), in.readInt()};
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        communities = readSets(buffer, setCounts[0]);
        offenceGroups = readSets(buffer, setCounts[1]);
        locationTypes = readSets(buffer, setCounts[2]);
        contexts = readSets(buffer, setCounts[3]);
        grow(size);
        for (long[] column : new long[][] {keyHigh, keyLow, order}) {
            buffer.asLongBuffer().get(column, 0, size);
            buffer.position(buffer.position() + 8 * size);
        }
        for (int[] column : new int[][] {occurred, recorded, codes, targets, circumstances, counts}) {
            buffer.asIntBuffer().get(column, 0, size);
            buffer.position(buffer.position() + 4 * size);
        }
        if (hasReferences) {
            referenceHigh = new long[size];
            referenceLow = new long[size];
            for (long[] column : new long[][] {referenceHigh, referenceLow}) {
                buffer.asLongBuffer().get(column, 0, size);
                buffer.position(buffer.position() + 8 * size);
            }
        }
        words = PackedWords.readFrom(buffer, size);
    }

    private void grow(int capacity) {
        keyHigh = Arrays.copyOf(keyHigh, capacity);
        keyLow = Arrays.copyOf(keyLow, capacity);
        order = Arrays.copyOf(order, capacity);
        occurred = Arrays.copyOf(occurred, capacity);
        recorded = Arrays.copyOf(recorded, capacity);
        codes = Arrays.copyOf(codes, capacity);
        targets = Arrays.copyOf(targets, capacity);
        circumstances = Arrays.copyOf(circumstances, capacity);
        counts = Arrays.copyOf(counts, capacity);
        if (referenceHigh.length > 0) {
            referenceHigh = Arrays.copyOf(referenceHigh, capacity);
            referenceLow = Arrays.copyOf(referenceLow, capacity);
        }
    }

    private static int pair(int left, int right) {
        if (left > MAX_SET || right > MAX_SET) {
            throw new IllegalStateException("More than " + MAX_SET + " distinct sets of codes in one partition");
        }
        return left << 16 | right;
    }

    private static int copy(CodeSets from, int id, CodeSets to) {
        return to.idOf(from.highBits(id), from.lowBits(id));
    }

    private static int[] translation(CodeSets from, CodeSets to) {
        int[] ids = new int[from.size()];
        for (int id = 0; id < ids.length; id++) {
            ids[id] = copy(from, id, to);
        }
        return ids;
    }

    /** Set ids of one dictionary in another, looked up when first met. */
    private static final class Translation {
        private final CodeSets from;
        private final CodeSets to;
        /** The id in the other dictionary plus one; 0 where it was not looked up yet. */
        private int[] known = {};

        Translation(CodeSets from, CodeSets to) {
            this.from = from;
            this.to = to;
        }

        int idOf(int id) {
            if (id < known.length && known[id] > 0) {
                return known[id] - 1;
            }
            if (id >= known.length) {
                known = Arrays.copyOf(known, Math.max(from.size(), 16));
            }
            int translated = copy(from, id, to);
            known[id] = translated + 1;
            return translated;
        }
    }

    private static void writeSets(ByteBuffer buffer, CodeSets sets) {
        for (int id = 0; id < sets.size(); id++) {
            buffer.putLong(sets.highBits(id)).putLong(sets.lowBits(id));
        }
    }

    private static CodeSets readSets(ByteBuffer buffer, int count) {
        CodeSets sets = new CodeSets();
        for (int id = 0; id < count; id++) {
            sets.idOf(buffer.getLong(), buffer.getLong());
        }
        return sets;
    }
}
