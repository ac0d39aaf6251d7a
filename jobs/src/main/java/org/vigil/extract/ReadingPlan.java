package org.vigil.extract;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vigil.profile.FieldReading;
import org.vigil.profile.FileFormat;
import org.vigil.profile.SourceProfile;

/**
 * Which columns of a file are read, and where each goes: the profile's columns, found in the file's header.
 *
 * <p>A <em>slot</em> is a place in a {@link VerbatimBatch}: one for each distinct label column of the profile, in the profile's order, and in a wide
 * file one for the header and one for the value of the value columns. Goes to executors.
 */
public final class ReadingPlan implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int NONE = -1;

    private final ArrayList<String> header;
    private final LinkedHashMap<String, Integer> slots = new LinkedHashMap<>();
    private final ArrayList<String> slotNames = new ArrayList<>();
    private final int[] slotOfColumn;
    private final int[] identityPartOfColumn;
    private final int[] valueColumns;
    private int headerSlot = NONE;
    private int valueSlot = NONE;
    private int headerIdentityPart = NONE;
    private final int identityParts;
    private final int referenceSlot;
    private final boolean isWide;

    private ReadingPlan(SourceProfile profile, List<String> header, int[] valueColumns) {
        this.header = new ArrayList<>(header);
        this.valueColumns = valueColumns;
        this.isWide = profile.format().layout() == FileFormat.Layout.WIDE;
        this.slotOfColumn = new int[header.size()];
        this.identityPartOfColumn = new int[header.size()];
        this.identityParts = profile.identity().columns().size();
        Arrays.fill(slotOfColumn, NONE);
        Arrays.fill(identityPartOfColumn, NONE);
        for (String name : profile.labelColumns()) {
            addSlot(name);
        }
        this.referenceSlot =
                profile.sharedReference().map(shared -> slot(shared.column())).orElse(NONE);
        for (int part = 0; part < identityParts; part++) {
            String name = profile.identity().columns().get(part);
            if (isWide && name.equals(FieldReading.HEADER_COLUMN)) {
                headerIdentityPart = part;
            } else {
                identityPartOfColumn[places(header, name).get(0)] = part;
            }
        }
    }

    /**
     * The plan for a file.
     *
     * @param header names as in the file's first row
     * @throws ExtractException if a column of the profile is missing or stands there twice; the message names all of them
     */
    public static ReadingPlan of(SourceProfile profile, List<String> header) {
        return of(profile, header, "the extract");
    }

    static ReadingPlan of(SourceProfile profile, List<String> header, String subject) {
        List<String> names = header.stream().map(ReadingPlan::trimmed).toList();
        Set<String> declared = declaredColumns(profile);
        int[] valueColumns = valueColumns(profile, names, declared);
        List<String> problems = new ArrayList<>();
        List<String> missing = declared.stream()
                .filter(name -> places(names, name).isEmpty())
                .map(ReadingPlan::quoted)
                .toList();
        if (!missing.isEmpty()) {
            problems.add((missing.size() == 1 ? "column " : "columns ") + String.join(", ", missing) + " not found");
        }
        for (String name : declared) {
            List<Integer> places = places(names, name);
            if (places.size() > 1) {
                problems.add("column " + quoted(name) + " stands there " + places.size() + " times, as "
                        + positions(places));
            }
        }
        problems.addAll(repeatedValueColumns(names, valueColumns));
        boolean isWide = profile.format().layout() == FileFormat.Layout.WIDE;
        if (isWide && valueColumns.length == 0) {
            problems.add("no column header fits the pattern "
                    + quoted(profile.format().valueColumns().orElse("")) + " of the value columns");
        }
        if (!problems.isEmpty()) {
            throw new ExtractException("Cannot read " + subject + ": " + String.join("; ", problems) + "; "
                    + found(names, declared, valueColumns) + "; expected each column of the profile "
                    + quoted(profile.code())
                    + " once. Name the profile that was made for this file, or correct its column names.");
        }
        return new ReadingPlan(profile, names, valueColumns);
    }

    /** Slot of a column of the profile, or of {@link FieldReading#HEADER_COLUMN} or {@link FieldReading#VALUE_COLUMN}. */
    public int slot(String column) {
        Integer slot = slots.get(key(column));
        if (slot == null) {
            throw new IllegalArgumentException(
                    "slot of a column: found " + quoted(column) + "; expected a label column of the profile");
        }
        return slot;
    }

    /** Whether a slot holds ids of another source, which leave the stages of reading only as hashes. */
    public boolean isReference(int slot) {
        return slot == referenceSlot;
    }

    /** Number of slots. */
    public int slotCount() {
        return slotNames.size();
    }

    /** Records that one row makes: 1, or the number of value columns of a wide file. */
    public int recordsPerRow() {
        return isWide ? valueColumns.length : 1;
    }

    /** Headers of the value columns of a wide file, by part number. */
    public List<String> valueHeaders() {
        return Arrays.stream(valueColumns).mapToObj(header::get).toList();
    }

    /** Columns of the identity; 0 where the profile has none. */
    public int identityParts() {
        return identityParts;
    }

    /** Columns of the file, read or not. */
    public int columnCount() {
        return header.size();
    }

    String header(int column) {
        return header.get(column);
    }

    boolean isWide() {
        return isWide;
    }

    /** Name of a slot as the profile has it. */
    public String slotName(int slot) {
        return slotNames.get(slot);
    }

    /** Slot of an ordinary label column, or −1. */
    public int slotOfColumn(int column) {
        return slotOfColumn[column];
    }

    /** Place of a column within the identity, or −1. */
    int identityPartOfColumn(int column) {
        return identityPartOfColumn[column];
    }

    /** Whether a column is part of what identifies a record. */
    public boolean isIdentity(int column) {
        return identityPartOfColumn[column] != NONE;
    }

    /** Whether the cells of a column of a wide file are counts. */
    public boolean isValueColumn(int column) {
        return Arrays.stream(valueColumns).anyMatch(place -> place == column);
    }

    /** Columns whose cells are records of their own, in file order. */
    int[] valueColumnPlaces() {
        return valueColumns.clone();
    }

    /** Slot of the value column's header, or −1. */
    int headerSlot() {
        return headerSlot;
    }

    /** Slot of the value column's cell, or −1. */
    int valueSlot() {
        return valueSlot;
    }

    /** Place of the value column's header within the identity, or −1. */
    int headerIdentityPart() {
        return headerIdentityPart;
    }

    /** What a header name must be after trimming: no outer white space, no byte order mark. */
    static String trimmed(String name) {
        return name.strip();
    }

    private void addSlot(String name) {
        if (isWide && name.equals(FieldReading.HEADER_COLUMN)) {
            headerSlot = newSlot(name);
        } else if (isWide && name.equals(FieldReading.VALUE_COLUMN)) {
            valueSlot = newSlot(name);
        } else {
            int column = places(header, name).get(0);
            if (slotOfColumn[column] == NONE) {
                slotOfColumn[column] = newSlot(name);
            } else {
                slots.put(key(name), slotOfColumn[column]);
            }
        }
    }

    private int newSlot(String name) {
        int slot = slotNames.size();
        slotNames.add(name);
        slots.put(key(name), slot);
        return slot;
    }

    /** Columns that a file must have, as the profile writes them. */
    public static Set<String> declaredColumns(SourceProfile profile) {
        Map<String, String> declared = new LinkedHashMap<>();
        Set<String> all = new LinkedHashSet<>(profile.labelColumns());
        all.addAll(profile.identity().columns());
        boolean isWide = profile.format().layout() == FileFormat.Layout.WIDE;
        for (String name : all) {
            boolean isVirtual = name.equals(FieldReading.HEADER_COLUMN) || name.equals(FieldReading.VALUE_COLUMN);
            if (!(isWide && isVirtual)) {
                declared.putIfAbsent(key(name), name);
            }
        }
        return new LinkedHashSet<>(declared.values());
    }

    private static int[] valueColumns(SourceProfile profile, List<String> names, Set<String> declared) {
        if (profile.format().layout() != FileFormat.Layout.WIDE) {
            return new int[0];
        }
        DateTimeFormatter pattern = new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(profile.format().valueColumns().orElseThrow())
                .toFormatter(Locale.ENGLISH);
        Set<String> ordinary = declared.stream().map(ReadingPlan::key).collect(Collectors.toSet());
        return IntStream.range(0, names.size())
                .filter(i -> !ordinary.contains(key(names.get(i))) && fits(pattern, names.get(i)))
                .toArray();
    }

    private static boolean fits(DateTimeFormatter pattern, String name) {
        try {
            TemporalAccessor parsed = pattern.parse(name);
            // A month alone is not checked by the formatter: 201013 parses.
            return Arrays.stream(ChronoField.values())
                    .filter(parsed::isSupported)
                    .allMatch(field -> field.range().isValidValue(parsed.getLong(field)));
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static List<String> repeatedValueColumns(List<String> names, int[] valueColumns) {
        return Arrays.stream(valueColumns)
                .boxed()
                .collect(Collectors.groupingBy(i -> key(names.get(i)), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .filter(places -> places.size() > 1)
                .map(places -> "value column " + quoted(names.get(places.get(0))) + " stands there " + places.size()
                        + " times, as " + positions(places))
                .toList();
    }

    /** What the header holds, quoting only names that the profile knows. */
    private static String found(List<String> names, Set<String> declared, int[] valueColumns) {
        Set<Integer> values = Arrays.stream(valueColumns).boxed().collect(Collectors.toSet());
        Set<String> known = declared.stream().map(ReadingPlan::key).collect(Collectors.toSet());
        List<String> quoted = new ArrayList<>();
        List<Integer> unknown = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (known.contains(key(names.get(i)))) {
                quoted.add(quoted(names.get(i)) + " (column " + (i + 1) + ")");
            } else if (!values.contains(i)) {
                unknown.add(i);
            }
        }
        List<String> parts = new ArrayList<>(quoted);
        if (!values.isEmpty()) {
            parts.add(values.size() + " value columns");
        }
        if (!unknown.isEmpty()) {
            parts.add((unknown.size() == 1 ? "a column" : "columns") + " that the profile does not know ("
                    + positions(unknown) + ")");
        }
        return "found " + names.size() + (names.size() == 1 ? " column: " : " columns: ") + String.join(", ", parts);
    }

    /** {@code column 2}, {@code columns 2, 4 to 7}: from 1, for people. */
    static String positions(List<Integer> places) {
        List<String> runs = new ArrayList<>();
        int i = 0;
        while (i < places.size()) {
            int j = i;
            while (j + 1 < places.size() && places.get(j + 1) == places.get(j) + 1) {
                j++;
            }
            int first = places.get(i) + 1;
            int last = places.get(j) + 1;
            runs.add(i == j ? "" + first : first + (j == i + 1 ? ", " : " to ") + last);
            i = j + 1;
        }
        return (places.size() == 1 ? "column " : "columns ") + String.join(", ", runs);
    }

    private static List<Integer> places(List<String> names, String name) {
        String key = key(name);
        return IntStream.range(0, names.size())
                .filter(i -> key(names.get(i)).equals(key))
                .boxed()
                .toList();
    }

    private static String key(String name) {
        return trimmed(name).toLowerCase(Locale.ROOT);
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }
}
