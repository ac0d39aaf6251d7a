package org.vigil.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vigil.incident.ExtractKind;
import org.vigil.incident.IncidentDate;
import org.vigil.incident.PackedIncidents;
import org.vigil.layer.Change;
import org.vigil.layer.KeyRange;
import org.vigil.layer.LayerReading;
import org.vigil.layer.StoredCodes;
import org.vigil.storage.StorageFolder;

/**
 * Brings the new records of one source and one key range together with what the store holds, key by key: what each extract adds, changes, says
 * again or drops, and what of it holds in the end.
 *
 * <p>The order is that of the extracts, not of their arrival: a record of an older extract that comes late is placed before the newer ones and
 * changes what they say only where they were silent. A full extract is never silent: what it did not change, it has confirmed, and that is stated
 * again where a late extract would otherwise shine through.
 */
public final class LoadPass {
    private static final int ABSENT = -1;
    private static final Comparator<Link> OLDEST_FIRST =
            Comparator.comparingInt(Link::ordinal).thenComparing(Link::isRestoration);

    /** Receives what the pass finds. Rows are valid during the call only. */
    public interface Recipient {
        /** A row of a new extract, or of a held full extract that is stated again, for the layer of that extract. */
        void write(int ordinal, PackedIncidents rows, int row, Change change);

        /** An incident that an extract does not hold any more; {@code isRestored} for a held full extract that is stated again. */
        void writeVanished(int ordinal, long keyHigh, long keyLow, boolean isRestored);

        /** A record of a full extract that says what is known already; nothing is written. */
        void unchanged(int ordinal);

        /** What a changed row says differently, beside the call that writes it: bits by place in {@link PackedIncidents#COMPARED}. */
        void changed(int ordinal, int differences);

        /** An incident that was not held, beside the call that writes it: its date in the main series. */
        void added(int ordinal, int seriesDate);

        /** Every incident that a new extract speaks of, whatever becomes of it: its date in the main series. */
        void shown(int ordinal, int seriesDate);

        /** A newly withdrawn incident, beside the call that writes it. */
        void withdrawn(int ordinal);

        /** An incident that does not hold any more as it did. */
        void outgoing(int speaker, PackedIncidents rows, int row);

        /** An incident that holds from now on. */
        void incoming(int speaker, PackedIncidents rows, int row);
    }

    private final SourcePlan plan;
    private final boolean isSeriesRecorded;
    private final SameKey[] sameKey;
    private final RecordFates[] fates;
    private final int[] localOrdinals;
    private final Recipient recipient;
    private final StoredRows stored;
    private final int[] checkpoints;
    private final boolean looksAtEverything;

    /** The rows of one key, held and new, oldest first. */
    private final PackedIncidents chain = new PackedIncidents();

    private final List<Link> links = new ArrayList<>();

    /** A row of the chain; {@code row} is {@link #ABSENT} where the incident vanished. */
    private record Link(int ordinal, boolean isNew, boolean isRestoration, int row) {}

    /**
     * @param store folder of the store
     * @param plan the source's extracts, held and new, and the files that hold the former
     * @param codes codes of the stored columns
     * @param range the keys of this pass
     * @param isSeriesRecorded whether the recorded date places an incident in the main series
     * @param sameKey by extract of the run, what records of one key are
     * @param fates by extract of the run, counted up here: what became of records within their own file
     * @param localOrdinals by extract of the run, its ordinal in the plan
     * @param recipient told of everything
     */
    public LoadPass(
            StorageFolder store,
            SourcePlan plan,
            StoredCodes codes,
            KeyRange range,
            boolean isSeriesRecorded,
            SameKey[] sameKey,
            RecordFates[] fates,
            int[] localOrdinals,
            Recipient recipient) {
        this.plan = plan;
        this.isSeriesRecorded = isSeriesRecorded;
        this.sameKey = sameKey;
        this.fates = fates;
        this.localOrdinals = localOrdinals;
        this.recipient = recipient;
        boolean restores = plan.restores();
        LayerReading reading = new LayerReading(codes, plan.ordinals(), restores, true, true);
        this.looksAtEverything = plan.looksAtEverything();
        this.stored = looksAtEverything
                ? StoredRows.toScan(store, plan, reading, range)
                : StoredRows.toProbe(store, plan, reading, range);
        this.checkpoints = checkpoints(plan);
    }

    /** Takes in all records of the range. To be called once. */
    public void run(KeyedIncidents incidents) {
        try (stored) {
            if (looksAtEverything) {
                Everything everything = new Everything();
                incidents.forEachKey(everything::accept);
                everything.rest();
            } else {
                incidents.forEachKey((rows, places, count) -> {
                    begin();
                    addStored(stored.seek(rows.keyHigh(places[0]), rows.keyLow(places[0])));
                    addNew(rows, places, count);
                    settle(rows.keyHigh(places[0]), rows.keyLow(places[0]));
                });
            }
        }
    }

    /** Walks held and new keys together. */
    private final class Everything {
        private List<StoredRows.LayerSequence> next = stored.nextKey();

        void accept(PackedIncidents rows, int[] places, int count) {
            if (sameKey[rows.extractOrdinal(places[0])] == SameKey.EACH_COUNTS) {
                acceptEach(rows, places, count);
            } else {
                accept(rows, places, count, 0);
            }
        }

        /** The first of each extract is one incident, the second another, and so on; a number added to the key tells them apart. */
        private void acceptEach(PackedIncidents rows, int[] places, int count) {
            int[] chosen = new int[count];
            int left = count;
            for (int number = 0; left > 0; number++) {
                int size = 0;
                int seen = 0;
                for (int i = 0; i < count; i++) {
                    boolean isNextExtract =
                            i == 0 || rows.extractOrdinal(places[i]) != rows.extractOrdinal(places[i - 1]);
                    seen = isNextExtract ? 0 : seen + 1;
                    if (seen == number) {
                        chosen[size++] = places[i];
                    }
                }
                accept(rows, chosen, size, number);
                left -= size;
            }
        }

        private void accept(PackedIncidents rows, int[] places, int count, int number) {
            long high = rows.keyHigh(places[0]);
            long low = rows.keyLow(places[0]) + number;
            while (!next.isEmpty() && next.get(0).compareKey(high, low) < 0) {
                heldOnly();
            }
            begin();
            if (!next.isEmpty() && next.get(0).compareKey(high, low) == 0) {
                addStored(next);
                next = stored.nextKey();
            }
            addNew(rows, places, count);
            chain.setKeyLow(low);
            settle(high, low);
        }

        void rest() {
            while (!next.isEmpty()) {
                heldOnly();
            }
        }

        private void heldOnly() {
            long high = next.get(0).keyHigh();
            long low = next.get(0).keyLow();
            begin();
            addStored(next);
            next = stored.nextKey();
            settle(high, low);
        }
    }

    private void begin() {
        chain.clear();
        links.clear();
    }

    private void addStored(List<StoredRows.LayerSequence> layers) {
        for (StoredRows.LayerSequence layer : layers) {
            int row = layer.row();
            int ordinal = layer.cursor().extractOrdinal(row);
            if (layer.cursor().change(row) == Change.VANISHED) {
                links.add(new Link(ordinal, false, layer.isRestoration(), ABSENT));
            } else {
                long order = plan.restores()
                        ? PackedIncidents.orderOf(
                                ordinal,
                                layer.cursor().rowNumber(row),
                                layer.cursor().partNumber(row))
                        : PackedIncidents.orderOf(ordinal, 0, 0);
                chain.append(
                        layer.cursor().columns(), row, order, layer.cursor().wording());
                links.add(new Link(ordinal, false, layer.isRestoration(), chain.size() - 1));
            }
        }
    }

    /** Resolves the new records within each extract and adds what speaks. */
    private void addNew(PackedIncidents rows, int[] places, int count) {
        for (int from = 0; from < count; ) {
            int extract = rows.extractOrdinal(places[from]);
            int to = from + 1;
            while (to < count && rows.extractOrdinal(places[to]) == extract) {
                to++;
            }
            int speaker = NewestRevision.within(rows, sameKey[extract], fates[extract], places, from, to);
            fates[extract].accepted++;
            chain.append(rows, speaker);
            links.add(new Link(localOrdinals[extract], true, false, chain.size() - 1));
            recipient.shown(localOrdinals[extract], seriesDate(chain.size() - 1));
            from = to;
        }
    }

    /** Follows the incident through all extracts, as it was held and as it is now. */
    private void settle(long keyHigh, long keyLow) {
        links.sort(OLDEST_FIRST);
        int held = ABSENT;
        int heldSince = 0;
        int now = ABSENT;
        int nowSince = 0;
        // What the new extracts make of the incident, all of them or only the first: each can be taken back again, the
        // last one first.
        boolean isDisturbed = false;
        int disturbing = ABSENT;
        int checkpoint = 0;
        int link = 0;
        while (link < links.size() || checkpoint < checkpoints.length) {
            int ordinal = link < links.size() ? links.get(link).ordinal() : Integer.MAX_VALUE;
            if (checkpoint < checkpoints.length && checkpoints[checkpoint] < ordinal) {
                int silent = checkpoints[checkpoint++];
                SourcePlan.ExtractPlan extract = plan.extracts().get(silent);
                if (extract.isNew()) {
                    if (now != ABSENT && extract.replaces(day(now))) {
                        recipient.writeVanished(silent, keyHigh, keyLow, false);
                        now = ABSENT;
                        isDisturbed |= held != ABSENT;
                    }
                } else if (isDisturbed && isConcerned(extract, held, disturbing)) {
                    restore(silent, held, keyHigh, keyLow);
                    now = held;
                    nowSince = heldSince;
                    isDisturbed = false;
                }
                continue;
            }
            Link next = links.get(link++);
            while (checkpoint < checkpoints.length && checkpoints[checkpoint] == ordinal && !next.isNew()) {
                // A held full extract that states the incident itself is not silent about it.
                checkpoint++;
            }
            if (next.isNew()) {
                if (checkpoint < checkpoints.length && checkpoints[checkpoint] == ordinal) {
                    checkpoint++;
                }
                takeIn(next, now);
                now = next.row();
                nowSince = ordinal;
                if (!isSame(held, now)) {
                    isDisturbed = true;
                    disturbing = now;
                }
            } else {
                held = next.row();
                heldSince = ordinal;
                now = next.row();
                nowSince = ordinal;
                isDisturbed = false;
            }
        }
        conclude(held, heldSince, now, nowSince);
    }

    private void takeIn(Link next, int before) {
        int ordinal = next.ordinal();
        int differences = before == ABSENT ? 0 : chain.differences(before, next.row());
        Change change = before == ABSENT ? Change.ADDED : differences == 0 ? Change.REAFFIRMED : Change.CHANGED;
        if (change == Change.REAFFIRMED && plan.extracts().get(ordinal).kind() != ExtractKind.DELTA) {
            recipient.unchanged(ordinal);
        } else {
            recipient.write(ordinal, chain, next.row(), change);
        }
        if (change == Change.ADDED) {
            recipient.added(ordinal, seriesDate(next.row()));
        }
        if (change == Change.CHANGED) {
            recipient.changed(ordinal, differences);
        }
        if (chain.isWithdrawn(next.row()) && (before == ABSENT || !chain.isWithdrawn(before))) {
            recipient.withdrawn(ordinal);
        }
    }

    private void restore(int ordinal, int held, long keyHigh, long keyLow) {
        if (held == ABSENT) {
            recipient.writeVanished(ordinal, keyHigh, keyLow, true);
        } else {
            recipient.write(ordinal, chain, held, Change.RESTORED);
        }
    }

    private void conclude(int held, int heldSince, int now, int nowSince) {
        int heldSpeaker = held == ABSENT ? ABSENT : heldSpeakerOf(heldSince, day(held));
        int nowSpeaker = now == ABSENT ? ABSENT : plan.speakerOf(nowSince, day(now));
        if (heldSpeaker == nowSpeaker && isSame(held, now)) {
            return;
        }
        if (held != ABSENT) {
            recipient.outgoing(heldSpeaker, chain, held);
        }
        if (now != ABSENT) {
            recipient.incoming(nowSpeaker, chain, now);
        }
    }

    /** The speaker before anything new came. */
    private int heldSpeakerOf(int ordinal, int day) {
        for (int e = plan.extracts().size() - 1; e > ordinal; e--) {
            SourcePlan.ExtractPlan extract = plan.extracts().get(e);
            if (!extract.isNew() && extract.replaces(day)) {
                return e;
            }
        }
        return ordinal;
    }

    private boolean isConcerned(SourcePlan.ExtractPlan extract, int held, int disturbing) {
        return (held != ABSENT && extract.replaces(day(held)))
                || (disturbing != ABSENT && extract.replaces(day(disturbing)));
    }

    private boolean isSame(int a, int b) {
        return a == b || (a != ABSENT && b != ABSENT && chain.differences(a, b) == 0);
    }

    private int day(int row) {
        return IncidentDate.epochDay(seriesDate(row));
    }

    private int seriesDate(int row) {
        return isSeriesRecorded ? chain.recorded(row) : chain.occurred(row);
    }

    /** Extracts that speak by their silence: new ones, and held ones that come after a new one. */
    private static int[] checkpoints(SourcePlan plan) {
        List<Integer> checkpoints = new ArrayList<>();
        boolean isAfterNew = false;
        for (int e = 0; e < plan.extracts().size(); e++) {
            SourcePlan.ExtractPlan extract = plan.extracts().get(e);
            isAfterNew |= extract.isNew();
            if (isAfterNew && extract.kind() != ExtractKind.DELTA) {
                checkpoints.add(e);
            }
        }
        return checkpoints.stream().mapToInt(Integer::intValue).toArray();
    }
}
