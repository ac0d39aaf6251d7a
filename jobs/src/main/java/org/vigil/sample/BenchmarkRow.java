package org.vigil.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigil.incident.RecordClass;
import org.vigil.sample.SyntheticLondon.Area;
import org.vigil.sample.SyntheticLondon.Community;

/**
 * The n-th incident as a row: every field is looked up in a table of ready bytes by some bits of a hash of n, so the same incident can be written again
 * without having been remembered.
 */
final class BenchmarkRow {
    static final String UNKNOWN_AREA = "Atlantis";
    static final String INVALID_DATE = "2024-13-45";

    /** Numbers of invalid rows, above those of any incident. */
    private static final long FIRST_INVALID_NUMBER = 9_000_000;

    /** Numbers of incidents that only a weekly extract has, above those of invalid rows. */
    private static final long FIRST_NEW_NUMBER = 9_100_000;

    private static final int TARGET_BITS = 13;
    private static final int AREA_BITS = 10;
    private static final int CLASS_BITS = 10;
    private static final int VALUE_BITS = 8;
    private static final int DELAY_BITS = 10;

    /** One record in so many names two communities. */
    private static final int RECORDS_PER_PAIR = 33;

    /** One record in so many is withdrawn. */
    private static final int RECORDS_PER_WITHDRAWAL = 128;

    private static final long TABLE_STREAM = 4;
    private static final byte[] ID_PREFIX = bytes("LDN-");
    private static final byte[] DASH = bytes("-");
    private static final byte[] YES = bytes(RecordState.YES);
    private static final byte[] NO = bytes(RecordState.NO);

    private final long seed;
    private final long days;
    private final long incidents;
    private final LocalDate firstDay;
    private final byte[][] dates;
    private final int[] years;
    private final long[] firstIncidentOfYear;

    private final byte[][] targets;
    private final byte[][][] areasByTarget;
    private final int[] classes;
    private final byte[][] classCodes;
    private final byte[][][] offences;
    private final byte[][][] outcomes;
    private final byte[][] locations;
    private final byte[][] contexts;
    private final byte[][] sources;
    private final int[] delays;

    BenchmarkRow(SyntheticLondon london, long seed, LocalDate firstDay, long days, long incidents) {
        this.seed = seed;
        this.days = days;
        this.incidents = incidents;
        this.firstDay = firstDay;
        this.dates = new byte[(int) days][];
        this.years = new int[(int) days];
        this.firstIncidentOfYear = new long[(int) days];
        for (int day = 0; day < days; day++) {
            LocalDate date = firstDay.plusDays(day);
            dates[day] = bytes(date.toString());
            years[day] = date.getYear();
            long firstOfYear = date.withDayOfYear(1).toEpochDay() - firstDay.toEpochDay();
            firstIncidentOfYear[day] = (Math.max(0, firstOfYear) * incidents + days - 1) / days;
        }
        RecordClass[] recordClasses = RecordClass.values();
        this.targets = new byte[1 << TARGET_BITS][];
        this.areasByTarget = new byte[1 << TARGET_BITS][][];
        fillTargets(london);
        this.classes = new int[1 << CLASS_BITS];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = List.of(recordClasses).indexOf(SyntheticLondon.recordClass(Draws.of(0, TABLE_STREAM, i)));
        }
        this.classCodes = new byte[recordClasses.length][];
        this.offences = new byte[recordClasses.length][][];
        this.outcomes = new byte[recordClasses.length][][];
        for (int c = 0; c < recordClasses.length; c++) {
            classCodes[c] = bytes(recordClasses[c].code());
            offences[c] = table(london.choice("offence_group", recordClasses[c]));
            String outcome = recordClasses[c] == RecordClass.NON_CRIME_INCIDENT ? "outcome_first" : "outcome_final";
            outcomes[c] = table(london.choice(outcome, recordClasses[c]));
        }
        this.locations = table(london.choice("location_type", RecordClass.CRIME));
        this.contexts = table(london.choice("context", RecordClass.CRIME));
        this.sources = table(london.choice("reporting_source", RecordClass.CRIME));
        this.delays = new int[1 << DELAY_BITS];
        for (int i = 0; i < delays.length; i++) {
            delays[i] = Simulation.reportingDelay(Draws.of(1, TABLE_STREAM, i));
        }
    }

    /** Day on which the incident was first recorded; incidents are numbered in this order. */
    LocalDate recordedDate(long incident) {
        return firstDay.plusDays(recordedDay(incident));
    }

    /**
     * Writes an incident.
     *
     * @param revision 0 for the first word on it, another number for a later one: one of its fields is drawn anew
     */
    void write(RowOutput output, long incident, int revision) throws IOException {
        long hash = Draws.mix(seed + incident * 0x9E3779B97F4A7C15L);
        int day = recordedDay(incident);
        int occurred = Math.max(0, day - delays[(int) (Draws.mix(hash) >>> (64 - DELAY_BITS))]);
        writeId(output, day, incident - firstIncidentOfYear[day] + 1);
        writeRest(output, hash, revision, dates[occurred], dates[day], null);
    }

    /** Writes an incident that no extract has had, on the day of another. */
    void writeNew(RowOutput output, long near, long number) throws IOException {
        long hash = Draws.mix(seed + FIRST_NEW_NUMBER + number);
        int day = recordedDay(near);
        writeId(output, day, FIRST_NEW_NUMBER + number);
        writeRest(output, hash, 0, dates[day], dates[day], null);
    }

    /** Writes a row that breaks one rule, by turns the area and the date, under an id that no incident has. */
    void writeInvalid(RowOutput output, long near, long number) throws IOException {
        long hash = Draws.mix(seed - 1 - number);
        int day = recordedDay(near);
        writeId(output, day, FIRST_INVALID_NUMBER + number);
        boolean isAreaUnknown = number % 2 == 0;
        writeRest(
                output,
                hash,
                0,
                isAreaUnknown ? dates[day] : bytes(INVALID_DATE),
                dates[day],
                isAreaUnknown ? bytes(UNKNOWN_AREA) : null);
    }

    private int recordedDay(long incident) {
        return (int) (incident * days / incidents);
    }

    private void writeId(RowOutput output, int day, long number) {
        output.add(ID_PREFIX);
        output.addNumber(years[day], 4);
        output.add(DASH);
        output.addNumber(number, 7);
    }

    private void writeRest(
            RowOutput output, long hash, int revision, byte[] occurred, byte[] recorded, byte @Nullable [] area)
            throws IOException {
        long fresh = revision == 0 ? hash : Draws.mix(hash + revision);
        int changed = revision == 0 ? -1 : (int) (fresh >>> 62);
        long second = Draws.mix(hash ^ 0x5DEECE66DL);
        int target = bits(changed == 0 ? fresh : hash, 0, TARGET_BITS);
        int place = bits(changed == 1 ? fresh : hash, TARGET_BITS, AREA_BITS);
        int recordClass = classes[bits(hash, TARGET_BITS + AREA_BITS, CLASS_BITS)];
        output.addField(classCodes[recordClass]);
        output.addField(occurred);
        output.addField(recorded);
        output.addField(area == null ? areasByTarget[target][place] : area);
        output.addField(targets[target]);
        output.addField(offences[recordClass][bits(second, 0, VALUE_BITS)]);
        output.addField(locations[bits(second, 8, VALUE_BITS)]);
        output.addField(contexts[bits(second, 16, VALUE_BITS)]);
        output.addField(sources[bits(second, 24, VALUE_BITS)]);
        output.addField(outcomes[recordClass][bits(changed == 2 ? fresh : second, 32, VALUE_BITS)]);
        boolean isWithdrawn = changed == 3 || bits(second, 40, 16) % RECORDS_PER_WITHDRAWAL == 0;
        output.addField(isWithdrawn ? YES : NO);
        output.endRow();
    }

    private void fillTargets(SyntheticLondon london) {
        WeightedChoice<Community> choice = new WeightedChoice<>();
        london.communities().forEach(community -> choice.with(community, community.share()));
        Map<Community, byte[][]> areas = new HashMap<>();
        for (int i = 0; i < targets.length; i++) {
            Draws draws = Draws.of(2, TABLE_STREAM, i);
            Community community = choice.at((i + 0.5) / targets.length);
            List<String> codes = new ArrayList<>(List.of(community.code()));
            Set<String> strands = new LinkedHashSet<>(community.strandSets().pick(draws));
            if (i % RECORDS_PER_PAIR == 0) {
                Community second = london.community(community.second().pick(draws));
                codes.add(second.code());
                strands.addAll(second.strandSets().pick(draws));
            }
            targets[i] = bytes(String.join(";", codes) + "," + String.join(";", strands));
            areasByTarget[i] = areas.computeIfAbsent(community, c -> areaTable(c.areas()));
        }
    }

    private static byte[][] areaTable(WeightedChoice<Area> choice) {
        byte[][] table = new byte[1 << AREA_BITS][];
        for (int i = 0; i < table.length; i++) {
            table[i] = bytes(choice.at((i + 0.5) / table.length).name());
        }
        return table;
    }

    private static byte[][] table(WeightedChoice<String> choice) {
        byte[][] table = new byte[1 << VALUE_BITS][];
        for (int i = 0; i < table.length; i++) {
            table[i] = bytes(choice.at((i + 0.5) / table.length));
        }
        return table;
    }

    private static int bits(long hash, int from, int number) {
        return (int) (hash >>> from) & ((1 << number) - 1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
