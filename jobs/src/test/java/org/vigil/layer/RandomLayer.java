package org.vigil.layer;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vigil.incident.CanonicalIncident;
import org.vigil.incident.Code;
import org.vigil.incident.CodeLists;
import org.vigil.incident.IncidentColumns;
import org.vigil.incident.IncidentDate;
import org.vigil.incident.PackedIncidents;
import org.vigil.incident.RecordClass;
import org.vigil.incident.Strand;
import org.vigil.incident.TargetCommunity;
import org.vigil.incident.Wording;

/** Rows of a layer that nobody would choose: all that a row may hold, in the order of a file, and what reading them must give. */
final class RandomLayer {
    static final List<String> AREAS =
            IntStream.range(0, 40).mapToObj(i -> "E0900%04d".formatted(i)).toList();
    static final StoredCodes CODES = new StoredCodes(AREAS);
    static final String SOURCE = "canonical";

    private static final int WORD_COLUMNS = CanonicalIncident.MAPPED.size();
    private static final List<String> WORDS = List.of(
            "",
            " ",
            "a;b",
            "Crime – „quoted“",
            "tab\tline\nend",
            "😀 emoji",
            "naïve",
            "'x'",
            "\"",
            "null",
            "\u0000nul");

    /** One row as its reader must see it. */
    record Row(
            long high,
            long low,
            String extractId,
            Change change,
            long rowNumber,
            int part,
            String content,
            String words) {
        static final Comparator<Row> ORDER = (a, b) -> {
            int order = Long.compareUnsigned(a.high, b.high);
            order = order == 0 ? Long.compareUnsigned(a.low, b.low) : order;
            return order == 0 ? a.extractId.compareTo(b.extractId) : order;
        };

        boolean isBelow(long keyHigh, long keyLow) {
            int order = Long.compareUnsigned(high, keyHigh);
            return order < 0 || order == 0 && Long.compareUnsigned(low, keyLow) < 0;
        }
    }

    final List<Row> rows = new ArrayList<>();
    final Map<String, Integer> ordinals = new HashMap<>();
    private final List<Integer> places = new ArrayList<>();
    private final PackedIncidents packed = new PackedIncidents();
    final References references;

    static RandomLayer of(long seed, int size) {
        return new RandomLayer(new Random(seed), seed % 2 == 0 ? References.KEPT : References.NONE, size);
    }

    private RandomLayer(Random random, References references, int size) {
        this.references = references;
        for (int e = 0; e < 5; e++) {
            ordinals.put(extract(e), 20 - 3 * e);
        }
        List<long[]> keys = keys(random, size);
        Words words = new Words(random, size, random.nextInt(3) > 0);
        IncidentColumns c =
                references == References.KEPT ? IncidentColumns.withReferences(size) : new IncidentColumns(size);
        List<Row> unsorted = new ArrayList<>();
        TreeSet<Row> distinct = new TreeSet<>(Row.ORDER);
        for (int i = 0; i < size; i++) {
            fill(c, i, random);
            c.keyHigh[i] = keys.get(i)[0];
            c.keyLow[i] = keys.get(i)[1];
            long rowNumber = random.nextInt(5) == 0 ? (1L << 36) - 1 - i : random.nextInt(1 << 20);
            int part = random.nextInt(4) == 0 ? random.nextInt(4096) : 0;
            String extractId = extract(random.nextInt(5));
            Change change = Change.values()[random.nextInt(5)];
            boolean isVanished = change == Change.VANISHED;
            packed.append(c, i, PackedIncidents.orderOf(3, rowNumber, part), words);
            Row row = new Row(
                    c.keyHigh[i],
                    c.keyLow[i],
                    extractId,
                    change,
                    isVanished ? -1 : rowNumber,
                    isVanished ? 0 : part,
                    isVanished ? VANISHED : content(c, i),
                    isVanished ? "[, , , , , , , , ]" : words.line(i));
            unsorted.add(row);
            if (distinct.add(row)) {
                places.add(i);
            }
        }
        places.sort((a, b) -> Row.ORDER.compare(unsorted.get(a), unsorted.get(b)));
        places.forEach(place -> rows.add(unsorted.get(place)));
    }

    private static String extract(int e) {
        return SOURCE + "-" + LocalDate.of(2024, 1, 1).plusWeeks(e);
    }

    /** Writes the rows as a file. */
    LayerFile write(Path file, int groupRows, int dictionaryLimit) {
        try (LayerWriter writer = LayerWriter.create(file, CODES, SOURCE, references, groupRows, dictionaryLimit)) {
            for (int i = 0; i < rows.size(); i++) {
                Row row = rows.get(i);
                if (row.change == Change.VANISHED) {
                    writer.appendVanished(row.high, row.low, row.extractId);
                } else {
                    writer.append(packed, places.get(i), row.extractId, row.change);
                }
            }
            return writer.finish();
        }
    }

    /** The cells of each row as the file must hold them, between bars. */
    List<String> cells() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            int p = places.get(i);
            List<String> cells = new ArrayList<>(List.of(
                    hex(row.high, row.low),
                    SOURCE,
                    row.extractId,
                    String.valueOf(row.rowNumber + 1),
                    String.valueOf(row.part)));
            if (row.change == Change.VANISHED) {
                cells.addAll(List.of("", "null", "null", "null", "null", "", "", "", "", "", "", "", "", "false", "0"));
            } else {
                cells.add(RecordClass.values()[packed.recordClass(p)].code());
                addDate(cells, packed.occurred(p));
                addDate(cells, packed.recorded(p));
                cells.add(AREAS.get(packed.area(p)));
                cells.add(set(packed.communities(p), CodeLists.communities().list(), TargetCommunity::code));
                int strands = packed.strands(p);
                cells.add(Arrays.stream(Strand.values())
                        .filter(strand -> (strands >> strand.ordinal() & 1) == 1)
                        .map(Strand::code)
                        .collect(Collectors.joining(";")));
                cells.add(set(packed.offenceGroups(p), CodeLists.offenceGroups().codes(), Code::code));
                cells.add(set(packed.locationTypes(p), CodeLists.locationTypes().codes(), Code::code));
                cells.add(set(packed.contexts(p), CodeLists.contexts().codes(), Code::code));
                cells.add(CodeLists.reportingSources()
                        .get(packed.reportingSource(p))
                        .code());
                cells.add(CodeLists.outcomes().get(packed.outcome(p)).code());
                cells.add(String.valueOf(packed.isWithdrawn(p)));
                cells.add(String.valueOf(packed.incidentCount(p)));
            }
            if (references == References.KEPT) {
                boolean isReferring = row.change != Change.VANISHED && packed.hasReference(p);
                cells.add(isReferring ? hex(packed.referenceHigh(p), packed.referenceLow(p)) : "null");
            }
            cells.add(row.change.code());
            Wording words = packed.words();
            for (int w = 0; w < WORD_COLUMNS; w++) {
                boolean hasWords = row.change != Change.VANISHED && words.has(w);
                cells.add(hasWords ? words.text(w, words.idOf(w, p)) : "null");
            }
            lines.add(String.join("|", cells));
        }
        return lines;
    }

    private static String hex(long high, long low) {
        return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
    }

    private static void addDate(List<String> cells, int date) {
        boolean isKnown = IncidentDate.isKnown(date);
        cells.add(isKnown ? LocalDate.ofEpochDay(IncidentDate.epochDay(date)).toString() : "null");
        cells.add(isKnown ? IncidentDate.isMonth(date) ? "month" : "day" : "null");
    }

    private static <T> String set(int[] indexes, List<T> list, Function<T, String> code) {
        return Arrays.stream(indexes).mapToObj(list::get).map(code).collect(Collectors.joining(";"));
    }

    LayerReading reading() {
        return new LayerReading(CODES, ordinals, true, true, true);
    }

    /** What a cursor says of its current row. */
    Row at(LayerCursor cursor) {
        return at(cursor, cursor.columns(), cursor.row());
    }

    Row at(LayerCursor cursor, IncidentColumns columns, int row) {
        Wording wording = cursor.wording();
        String[] words = new String[WORD_COLUMNS];
        for (int w = 0; w < WORD_COLUMNS; w++) {
            words[w] = wording.has(w) ? wording.text(w, wording.idOf(w, row)) : "";
        }
        int ordinal = cursor.extractOrdinal(row);
        String extractId = ordinals.entrySet().stream()
                .filter(entry -> entry.getValue() == ordinal)
                .findAny()
                .orElseThrow()
                .getKey();
        return new Row(
                columns.keyHigh[row],
                columns.keyLow[row],
                extractId,
                cursor.change(row),
                cursor.rowNumber(row),
                cursor.partNumber(row),
                content(columns, row),
                Arrays.toString(words));
    }

    private static final String VANISHED =
            "%d %d -1 -1 -1 -1 0 false [] [] [] [] 0 0 0".formatted(IncidentDate.MISSING, IncidentDate.MISSING);

    private static String content(IncidentColumns r, int i) {
        return "%d %d %d %d %d %d %d %s %s %s %s %s %d %x %x"
                .formatted(
                        r.occurred(i),
                        r.recorded(i),
                        r.area(i),
                        r.recordClass(i),
                        r.reportingSource(i),
                        r.outcome(i),
                        r.strands(i),
                        r.isWithdrawn(i),
                        Arrays.toString(r.communities(i)),
                        Arrays.toString(r.contexts(i)),
                        Arrays.toString(r.offenceGroups(i)),
                        Arrays.toString(r.locationTypes(i)),
                        r.incidentCount(i),
                        r.hasReference(i) ? r.referenceHigh[i] : 0,
                        r.hasReference(i) ? r.referenceLow[i] : 0);
    }

    private static List<long[]> keys(Random random, int size) {
        List<long[]> keys = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            long high = random.nextInt(8) == 0 ? random.nextInt(4) - 2L : random.nextLong();
            long[] key = {high, random.nextInt(4) == 0 ? random.nextInt(5) - 2L : random.nextLong()};
            keys.add(i > 0 && random.nextInt(6) == 0 ? keys.get(random.nextInt(i)) : key);
        }
        return keys;
    }

    private static void fill(IncidentColumns c, int i, Random random) {
        c.occurred[i] = date(random);
        c.recorded[i] = date(random);
        c.area[i] = random.nextInt(AREAS.size());
        c.recordClass[i] = random.nextInt(3);
        c.reportingSource[i] = random.nextInt(CodeLists.reportingSources().size());
        c.outcome[i] = random.nextInt(CodeLists.outcomes().size());
        c.strands[i] = random.nextInt(32);
        c.withdrawn[i] = random.nextInt(10) == 0;
        c.incidentCount[i] = switch (random.nextInt(6)) {
            case 0 -> 0;
            case 1 -> random.nextInt(1_000_000_000);
            default -> 1;
        };
        if (c.hasReferences() && random.nextInt(3) == 0) {
            c.referenceHigh[i] = random.nextInt(9) == 0 ? 0 : random.nextLong();
            c.referenceLow[i] = random.nextLong();
        }
        c.communitySet[i] =
                c.communities.idOf(set(random, CodeLists.communities().size()));
        c.contextSet[i] = c.contexts.idOf(set(random, CodeLists.contexts().size()));
        c.offenceGroupSet[i] =
                c.offenceGroups.idOf(set(random, CodeLists.offenceGroups().size()));
        c.locationTypeSet[i] =
                c.locationTypes.idOf(set(random, CodeLists.locationTypes().size()));
    }

    private static int date(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> IncidentDate.MISSING;
            case 1 -> IncidentDate.ofMonth(1900 + random.nextInt(200), 1 + random.nextInt(12));
            case 2 -> IncidentDate.ofDay(random.nextBoolean() ? IncidentDate.FIRST_DAY : IncidentDate.LAST_DAY);
            default -> IncidentDate.ofDay(random.nextInt(20_000));
        };
    }

    private static int[] set(Random random, int codes) {
        return switch (random.nextInt(5)) {
            case 0 -> new int[0];
            case 1 -> IntStream.range(0, codes).toArray();
            case 2 -> random.ints(random.nextInt(codes), 0, codes).distinct().toArray();
            default -> new int[] {random.nextInt(codes)};
        };
    }

    /** Words of some columns; of none, where a source has none. */
    private static final class Words implements Wording {
        private final int[][] ids = new int[WORD_COLUMNS][];

        Words(Random random, int size, boolean hasAny) {
            for (int c = 0; c < WORD_COLUMNS; c++) {
                if (hasAny && random.nextInt(3) > 0) {
                    ids[c] = random.ints(size, 0, WORDS.size()).toArray();
                }
            }
        }

        String line(int row) {
            return IntStream.range(0, WORD_COLUMNS)
                    .mapToObj(c -> has(c) ? text(c, idOf(c, row)) : "")
                    .toList()
                    .toString();
        }

        @Override
        public boolean has(int column) {
            return ids[column] != null;
        }

        @Override
        public int idOf(int column, int row) {
            return ids[column][row];
        }

        @Override
        public String text(int column, int id) {
            return WORDS.get(id);
        }

        @Override
        public int generation(int column) {
            return 0;
        }
    }
}
