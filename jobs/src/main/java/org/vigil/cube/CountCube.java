package org.vigil.cube;

import java.io.ByteArrayOutputStream;
import java.io.Externalizable;
import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vigil.incident.IncidentDate;
import org.vigil.incident.IncidentRows;
import org.vigil.incident.RecordKeys;

/**
 * How many incidents of one source each declared cell holds.
 *
 * <p>Cell sets: record class × area × community × day of the series date (months where only the month is known); the same by month of the other
 * date; record class × community × quarter × one further characteristic; record class × community × month occurred × month recorded; where the occurred
 * date places an incident, record class × community × week occurred × weeks until it was recorded.
 *
 * <p>Every community of an incident is counted in its own right; {@link #all()} counts the incident once. Parts are not added to wholes. Zeros are
 * not kept: they follow from coverage. A withdrawn incident counts nowhere.
 *
 * <p>Everything in it is a sum, so that an incident which was added can be taken out again, and a cube may hold only what a run changes: negative
 * counts then stand for what is taken out of another cube. A cube {@link #keyed} also knows which records a cell holds, as the sum of their keys. Not safe
 * for use by several threads.
 */
public final class CountCube implements Externalizable {
    private static final long serialVersionUID = 1L;

    /** Number of record classes. */
    public static final int RECORD_CLASSES = 3;

    private static final int SERIES_BEARERS = 0;
    private static final int RECORDED_BEARERS = 1;
    private static final int DAY_CHUNK_BITS = 9;
    private static final int MONTH_CHUNK_BITS = 6;
    private static final int FIRST_YEAR = 1900;
    private static final int DAYS = IncidentDate.LAST_DAY - IncidentDate.FIRST_DAY + 1;
    private static final int MONTHS = 200 * 12;
    private static final int MONTH_BITS = 12;
    private static final int COMMUNITY_BITS = 7;

    private boolean isSeriesRecorded;
    private int areas;
    private int communities;
    private ChunkedSeries days = new ChunkedSeries(0, 0, 1);
    private ChunkedSeries seriesMonths = new ChunkedSeries(0, 0, 1);
    private ChunkedSeries otherMonths = new ChunkedSeries(0, 0, 1);
    private LongCounts breakdowns = new LongCounts();
    private LongCounts delays = new LongCounts();
    private WeekDelays weekDelays = new WeekDelays(0);
    /** How many incidents bear each day, of the series date and of the recorded date; a month stands on its first day. */
    private ChunkedSeries bearers = new ChunkedSeries(0, 0, 1);
    /** Null where record keys are not summed. */
    private @Nullable KeySums keySums;
    /** Null where nothing can be added but other cubes. */
    private @Nullable RecordKeys recordKeys;

    /** For deserialisation only. */
    public CountCube() {}

    /**
     * @param isSeriesRecorded whether the recorded date places an incident in the main series; otherwise the occurred date
     * @param areas number of areas of the geography
     * @param communities number of target communities
     */
    public CountCube(boolean isSeriesRecorded, int areas, int communities) {
        this.isSeriesRecorded = isSeriesRecorded;
        this.areas = areas;
        this.communities = communities;
        allocate();
    }

    /** An empty cube of the same shape that sums the record keys of what is added to it. */
    public CountCube keyed(RecordKeys keys) {
        CountCube cube = keyed();
        cube.recordKeys = keys;
        return cube;
    }

    /** As {@link #keyed(RecordKeys)}, of a cube to which only other cubes are added. */
    public CountCube keyed() {
        CountCube cube = new CountCube(isSeriesRecorded, areas, communities);
        cube.keySums = new KeySums();
        return cube;
    }

    /** Whether record keys are summed. */
    public boolean isKeyed() {
        return keySums != null;
    }

    /** Index of the total that counts each incident once. */
    public int all() {
        return communities;
    }

    /** Adds one incident. */
    public void add(IncidentRows rows, int row) {
        add(rows, row, 1);
    }

    /** Takes an incident out that was added before, here or in the cube that this one will be merged into. */
    public void remove(IncidentRows rows, int row) {
        add(rows, row, -1);
    }

    private void add(IncidentRows rows, int row, int sign) {
        if (rows.isWithdrawn(row)) {
            return;
        }
        int count = sign * rows.incidentCount(row);
        int series = isSeriesRecorded ? rows.recorded(row) : rows.occurred(row);
        int other = isSeriesRecorded ? rows.occurred(row) : rows.recorded(row);
        if (IncidentDate.isKnown(rows.recorded(row))) {
            bearers.add(RECORDED_BEARERS, IncidentDate.epochDay(rows.recorded(row)) - IncidentDate.FIRST_DAY, sign);
        }
        int recordClass = rows.recordClass(row);
        int base = (recordClass * areas + rows.area(row)) * (communities + 1);
        int[] members = rows.communities(row);
        long key =
                keySums == null ? 0 : sign * keys().sum(rows.keyHigh(row), rows.keyLow(row), rows.incidentCount(row));
        if (IncidentDate.isKnown(series)) {
            int day = IncidentDate.epochDay(series);
            bearers.add(SERIES_BEARERS, day - IncidentDate.FIRST_DAY, sign);
            if (IncidentDate.isMonth(series)) {
                addTo(seriesMonths, base, members, monthIndex(day), count);
            } else {
                addTo(days, base, members, day - IncidentDate.FIRST_DAY, count);
            }
            if (count != 0) {
                addKey(base, members, series, key);
                addBreakdowns(rows, row, recordClass, members, monthIndex(day) / 3, count, key);
            }
        }
        if (IncidentDate.isKnown(other)) {
            addTo(otherMonths, base, members, monthIndex(IncidentDate.epochDay(other)), count);
            if (count != 0 && IncidentDate.isKnown(series)) {
                addDelays(rows, row, recordClass, members, count);
                if (!isSeriesRecorded && !IncidentDate.isMonth(series) && !IncidentDate.isMonth(other)) {
                    weekDelays.add(
                            recordClass, members, IncidentDate.epochDay(series), IncidentDate.epochDay(other), count);
                }
            }
        }
    }

    /** Adds all counts of another cube of the same source. */
    public void merge(CountCube other) {
        days.merge(other.days);
        seriesMonths.merge(other.seriesMonths);
        otherMonths.merge(other.otherMonths);
        breakdowns.merge(other.breakdowns);
        delays.merge(other.delays);
        weekDelays.merge(other.weekDelays);
        bearers.merge(other.bearers);
        if (isKeyed() != other.isKeyed()) {
            throw new IllegalArgumentException("A cube that sums record keys and one that does not cannot be added");
        }
        if (keySums != null) {
            keySums.merge(Objects.requireNonNull(other.keySums));
        }
    }

    /** Whether every count of another cube of the same source, and every sum of record keys, is that of this one. */
    public boolean hasSameCounts(CountCube other) {
        return hasSameCountsUnderAnotherKey(other)
                && (keySums == null
                        ? other.keySums == null
                        : other.keySums != null && Arrays.equals(keySums.written(), other.keySums.written()));
    }

    /** Whether every count of another cube of the same source is that of this one, whatever the keys of the records. */
    public boolean hasSameCountsUnderAnotherKey(CountCube other) {
        return Arrays.equals(written(), other.written());
    }

    private byte[] written() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            writeCounts(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Earliest day of the series date in days since 1970-01-01; larger than {@link #lastDay()} if nothing was counted. */
    public int firstDay() {
        int first = bearers.first(SERIES_BEARERS);
        return first < 0 ? Integer.MAX_VALUE : first + IncidentDate.FIRST_DAY;
    }

    public int lastDay() {
        int last = bearers.last(SERIES_BEARERS);
        return last < 0 ? Integer.MIN_VALUE : last + IncidentDate.FIRST_DAY;
    }

    /**
     * First day on which the series is complete, in days since 1970-01-01: nothing that happened before the first record was made is whole, however
     * old some of the incidents are.
     */
    public int firstCoveredDay() {
        int firstRecorded = bearers.first(RECORDED_BEARERS);
        return firstRecorded < 0 ? firstDay() : Math.max(firstDay(), firstRecorded + IncidentDate.FIRST_DAY);
    }

    /** Last day on which an incident was recorded, in days since 1970-01-01; smaller than any day if no day of recording is known. */
    public int lastRecordedDay() {
        int last = bearers.last(RECORDED_BEARERS);
        return last < 0 ? Integer.MIN_VALUE : last + IncidentDate.FIRST_DAY;
    }

    /** Incidents by week occurred and weeks until they were recorded; empty where the recorded date places an incident in the main series. */
    public WeekDelays weekDelays() {
        return weekDelays;
    }

    /** Incidents of one day of the series date; those known only to the month are in no day. */
    public int onDay(int recordClass, int area, int community, int epochDay) {
        return days.get(index(recordClass, area, community), epochDay - IncidentDate.FIRST_DAY);
    }

    /** Incidents of the series date known only to the month, by {@link #monthIndex}. */
    public int inMonthOnly(int recordClass, int area, int community, int month) {
        return seriesMonths.get(index(recordClass, area, community), month);
    }

    /** Sum of the record keys of what {@link #onDay} counts; only of a cube {@link #keyed}. */
    public long keyOnDay(int recordClass, int area, int community, int epochDay) {
        return sums().onDay((long) index(recordClass, area, community) * DAYS + epochDay - IncidentDate.FIRST_DAY);
    }

    /** Sum of the record keys of what {@link #inMonthOnly} counts; likewise. */
    public long keyInMonthOnly(int recordClass, int area, int community, int month) {
        return sums().inMonth((long) index(recordClass, area, community) * MONTHS + month);
    }

    /** Sum of the record keys of what {@link #inQuarter} counts; likewise. */
    public long keyInQuarter(Dimension dimension, int recordClass, int community, int quarter, int category) {
        return sums().inBreakdown(breakdownKey(dimension, recordClass, community, quarter, category));
    }

    /** Incidents by month of the date that is not the series date. */
    public int inOtherMonth(int recordClass, int area, int community, int month) {
        return otherMonths.get(index(recordClass, area, community), month);
    }

    /** Whether nothing at all was counted for the series, in any period of either date. */
    public boolean isEmpty(int recordClass, int area, int community) {
        int i = index(recordClass, area, community);
        return days.isEmpty(i) && seriesMonths.isEmpty(i) && otherMonths.isEmpty(i);
    }

    /**
     * How many incidents share area, community and month of the series date, record classes together. An incident counts once for each community that it
     * names.
     */
    public CellSizes sharingMonth() {
        CellSizes.Tally tally = new CellSizes.Tally(MONTHS);
        forEachAreaAndCommunity((area, community) -> {
            for (int recordClass = 0; recordClass < RECORD_CLASSES; recordClass++) {
                int series = index(recordClass, area, community);
                days.forEach(series, (day, count) -> tally.add(monthIndex(day + IncidentDate.FIRST_DAY), count));
                seriesMonths.forEach(series, tally::add);
            }
            tally.closeCells();
        });
        return tally.sizes();
    }

    /** As {@link #sharingMonth()}, by day; incidents known only to the month are in no day. */
    public CellSizes sharingDay() {
        CellSizes.Tally tally = new CellSizes.Tally(DAYS);
        forEachAreaAndCommunity((area, community) -> {
            for (int recordClass = 0; recordClass < RECORD_CLASSES; recordClass++) {
                days.forEach(index(recordClass, area, community), tally::add);
            }
            tally.closeCells();
        });
        return tally.sizes();
    }

    private void forEachAreaAndCommunity(java.util.function.BiConsumer<Integer, Integer> consumer) {
        for (int area = 0; area < areas; area++) {
            for (int community = 0; community < communities; community++) {
                consumer.accept(area, community);
            }
        }
    }

    /** Incidents by quarter ({@link #monthIndex} divided by 3) with one category of a further characteristic. */
    public long inQuarter(Dimension dimension, int recordClass, int community, int quarter, int category) {
        return breakdowns.get(breakdownKey(dimension, recordClass, community, quarter, category));
    }

    /** Calls back for every month occurred × month recorded that holds incidents, in order. */
    public void forEachDelay(DelayConsumer consumer) {
        for (long key : delays.sortedKeys()) {
            int recorded = (int) (key & mask(MONTH_BITS));
            int occurred = (int) (key >>> MONTH_BITS & mask(MONTH_BITS));
            int community = (int) (key >>> 2 * MONTH_BITS & mask(COMMUNITY_BITS));
            int recordClass = (int) (key >>> (2 * MONTH_BITS + COMMUNITY_BITS));
            consumer.accept(recordClass, community, occurred, recorded, delays.get(key));
        }
    }

    /** Receives one cell of occurred × recorded. */
    @FunctionalInterface
    public interface DelayConsumer {
        void accept(int recordClass, int community, int occurredMonth, int recordedMonth, long count);
    }

    /** Months since January 1900 of a day given in days since 1970-01-01. */
    public static int monthIndex(int epochDay) {
        // Civil-from-days without an object for each row; the algorithm of Howard Hinnant's date notes, restated for
        // March-based years.
        int shifted = epochDay + 719_468;
        int era = Math.floorDiv(shifted, 146_097);
        int dayOfEra = shifted - era * 146_097;
        int yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int marchMonth = (5 * dayOfYear + 2) / 153;
        return (yearOfEra + era * 400 - FIRST_YEAR) * 12 + marchMonth + 2;
    }

    /** First day of a month by its index, in days since 1970-01-01. */
    public static int firstDayOf(int monthIndex) {
        return Math.toIntExact(java.time.LocalDate.of(FIRST_YEAR + monthIndex / 12, 1 + monthIndex % 12, 1)
                .toEpochDay());
    }

    @Override
    public void writeExternal(ObjectOutput out) throws IOException {
        writeCounts(out);
        out.writeBoolean(isKeyed());
        if (keySums != null) {
            keySums.writeTo(out);
        }
    }

    private void writeCounts(ObjectOutput out) throws IOException {
        out.writeBoolean(isSeriesRecorded);
        out.writeInt(areas);
        out.writeInt(communities);
        days.writeTo(out);
        seriesMonths.writeTo(out);
        otherMonths.writeTo(out);
        breakdowns.writeTo(out);
        delays.writeTo(out);
        weekDelays.writeExternal(out);
        bearers.writeTo(out);
    }

    @Override
    public void readExternal(ObjectInput in) throws IOException {
        isSeriesRecorded = in.readBoolean();
        areas = in.readInt();
        communities = in.readInt();
        allocate();
        days.readFrom(in);
        seriesMonths.readFrom(in);
        otherMonths.readFrom(in);
        breakdowns.readFrom(in);
        delays.readFrom(in);
        weekDelays.readExternal(in);
        bearers.readFrom(in);
        keySums = in.readBoolean() ? KeySums.readFrom(in) : null;
    }

    private void allocate() {
        int seriesCount = RECORD_CLASSES * areas * (communities + 1);
        days = new ChunkedSeries(seriesCount, DAYS, DAY_CHUNK_BITS);
        seriesMonths = new ChunkedSeries(seriesCount, MONTHS, MONTH_CHUNK_BITS);
        otherMonths = new ChunkedSeries(seriesCount, MONTHS, MONTH_CHUNK_BITS);
        breakdowns = new LongCounts();
        delays = new LongCounts();
        weekDelays = new WeekDelays(communities);
        bearers = new ChunkedSeries(2, DAYS, DAY_CHUNK_BITS);
    }

    private void addTo(ChunkedSeries target, int base, int[] members, int step, int count) {
        target.add(base + communities, step, count);
        for (int community : members) {
            target.add(base + community, step, count);
        }
    }

    private void addKey(int base, int[] members, int series, long key) {
        if (keySums == null) {
            return;
        }
        int day = IncidentDate.epochDay(series);
        boolean isMonth = IncidentDate.isMonth(series);
        addKey(isMonth, base + communities, day, key);
        for (int community : members) {
            addKey(isMonth, base + community, day, key);
        }
    }

    private void addKey(boolean isMonth, int index, int day, long key) {
        if (isMonth) {
            sums().addMonth((long) index * MONTHS + monthIndex(day), key);
        } else {
            sums().addDay((long) index * DAYS + day - IncidentDate.FIRST_DAY, key);
        }
    }

    private void addBreakdowns(
            IncidentRows rows, int row, int recordClass, int[] members, int quarter, int count, long key) {
        addBreakdown(Dimension.OFFENCE_GROUP, rows.offenceGroups(row), recordClass, members, quarter, count, key);
        addBreakdown(Dimension.LOCATION_TYPE, rows.locationTypes(row), recordClass, members, quarter, count, key);
        addBreakdown(Dimension.CONTEXT, rows.contexts(row), recordClass, members, quarter, count, key);
        addCategory(Dimension.REPORTING_SOURCE, rows.reportingSource(row), recordClass, members, quarter, count, key);
        int strands = rows.strands(row);
        for (int strand = 0; strands != 0; strand++, strands >>>= 1) {
            if ((strands & 1) == 1) {
                addCategory(Dimension.STRAND, strand, recordClass, members, quarter, count, key);
            }
        }
    }

    private void addBreakdown(
            Dimension dimension, int[] categories, int recordClass, int[] members, int quarter, int count, long key) {
        for (int category : categories) {
            addCategory(dimension, category, recordClass, members, quarter, count, key);
        }
    }

    private void addCategory(
            Dimension dimension, int category, int recordClass, int[] members, int quarter, int count, long key) {
        addBreakdownCell(breakdownKey(dimension, recordClass, communities, quarter, category), count, key);
        for (int community : members) {
            addBreakdownCell(breakdownKey(dimension, recordClass, community, quarter, category), count, key);
        }
    }

    private void addBreakdownCell(long cell, int count, long key) {
        breakdowns.add(cell, count);
        if (keySums != null) {
            keySums.addBreakdown(cell, key);
        }
    }

    private RecordKeys keys() {
        if (recordKeys == null) {
            throw new IllegalStateException("A cube that came from elsewhere has no key to add records with");
        }
        return recordKeys;
    }

    private KeySums sums() {
        if (keySums == null) {
            throw new IllegalStateException("This cube does not sum record keys");
        }
        return keySums;
    }

    private void addDelays(IncidentRows rows, int row, int recordClass, int[] members, int count) {
        int occurred = monthIndex(IncidentDate.epochDay(rows.occurred(row)));
        int recorded = monthIndex(IncidentDate.epochDay(rows.recorded(row)));
        delays.add(delayKey(recordClass, communities, occurred, recorded), count);
        for (int community : members) {
            delays.add(delayKey(recordClass, community, occurred, recorded), count);
        }
    }

    private int index(int recordClass, int area, int community) {
        return (recordClass * areas + area) * (communities + 1) + community;
    }

    private static long breakdownKey(Dimension dimension, int recordClass, int community, int quarter, int category) {
        return ((((long) dimension.ordinal() << 2 | recordClass) << COMMUNITY_BITS | community) << MONTH_BITS | quarter)
                        << 7
                | category;
    }

    private static long delayKey(int recordClass, int community, int occurred, int recorded) {
        return (((long) recordClass << COMMUNITY_BITS | community) << MONTH_BITS | occurred) << MONTH_BITS | recorded;
    }

    private static long mask(int bits) {
        return (1L << bits) - 1;
    }
}
