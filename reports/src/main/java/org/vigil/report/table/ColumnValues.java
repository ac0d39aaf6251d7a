package org.vigil.report.table;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vigil.report.table.ValueTable.Amount;
import org.vigil.report.table.ValueTable.Value;
import org.vigil.report.table.ValueTable.Words;
import org.vigil.report.text.WrittenInterval;
import org.vigil.report.text.WrittenNumber;
import org.vigil.report.text.WrittenNumber.Unit;

/** One printed column taken apart into columns that each hold one kind of value. */
final class ColumnValues {
    /** {@code 1,180 [p]}: a number, and how it may be read. */
    private static final Pattern WITH_STATUS = Pattern.compile("([^\\[]+?)((?: ?\\[[a-z]+])+)");

    private static final Pattern INTERVAL_IN_HEADER = Pattern.compile(", (\\d+(?:\\.\\d+)?% interval)$");
    private static final String PART_OF = "part of ";
    private static final Words NOTHING = new Words("");
    private static final Words NO_UPPER_LIMIT = new Words("no limit");

    private final String header;
    private final List<String> texts = new ArrayList<>();
    private final List<String> statuses = new ArrayList<>();
    private final List<String> notes;

    /**
     * A column of the result.
     *
     * @param header its name with the unit
     * @param isNumber whether it holds numbers
     * @param values one for each row
     */
    record Part(String header, boolean isNumber, List<Value> values) {}

    private ColumnValues(String header, List<TableCell> cells) {
        this.header = header;
        this.notes = cells.stream().map(TableCell::note).toList();
        for (TableCell cell : cells) {
            Matcher parted = WITH_STATUS.matcher(cell.text());
            // A shorthand by itself stands in the place of the number.
            boolean isParted = parted.matches() && isNumberOrInterval(parted.group(1));
            texts.add(isParted ? parted.group(1) : cell.text());
            statuses.add(isParted ? parted.group(2).strip() : "");
        }
    }

    /** The columns that a printed column becomes, in order. */
    static List<Part> parts(TableColumn column, List<TableCell> cells) {
        return column.isNumber()
                ? new ColumnValues(column.header(), cells).numberParts()
                : textParts(column.header(), cells);
    }

    private static List<Part> textParts(String header, List<TableCell> cells) {
        List<Part> parts = new ArrayList<>();
        parts.add(words(header, cells.stream().map(TableCell::text)));
        addUnlessBlank(
                parts,
                words(
                        "Part of",
                        cells.stream()
                                .map(TableCell::note)
                                .map(note -> note.startsWith(PART_OF) ? note.substring(PART_OF.length()) : "")));
        addUnlessBlank(
                parts,
                words(
                        header + " detail",
                        cells.stream().map(TableCell::note).map(note -> note.startsWith(PART_OF) ? "" : note)));
        return parts;
    }

    private List<Part> numberParts() {
        boolean notesAreIntervals =
                notes.stream().anyMatch(note -> WrittenInterval.read(note).isPresent());
        Matcher named = INTERVAL_IN_HEADER.matcher(header);
        boolean headerNamesBoth = notesAreIntervals && named.find();
        List<Part> parts = new ArrayList<>(measured(headerNamesBoth ? named.replaceFirst("") : header, texts));
        if (notesAreIntervals) {
            List<String> intervals = new ArrayList<>();
            for (int i = 0; i < notes.size(); i++) {
                // A shorthand in the place of the number says of its interval too why there is none.
                boolean isMissing = notes.get(i).isEmpty() && !isNumberOrInterval(texts.get(i));
                intervals.add(isMissing ? texts.get(i) : notes.get(i));
            }
            parts.addAll(measured(headerNamesBoth ? named.group(1) : header + " interval", intervals));
        }
        addUnlessBlank(parts, words(header + " status", statuses.stream()));
        if (!notesAreIntervals) {
            addUnlessBlank(parts, words(header + " detail", notes.stream()));
        }
        return parts;
    }

    /** Numbers or intervals with their unit in the header, or where the column has several units in a column of its own. */
    private static List<Part> measured(String header, List<String> texts) {
        Set<Unit> units = EnumSet.noneOf(Unit.class);
        texts.forEach(text -> unit(text).ifPresent(units::add));
        boolean isMixed = units.size() > 1;
        String suffix = isMixed
                ? ""
                : units.stream().map(unit -> inHeader(unit, header)).findFirst().orElse("");
        List<Part> parts = new ArrayList<>();
        if (holdsIntervals(texts)) {
            parts.add(numbers(header + " lower" + suffix, texts, ColumnValues::lower));
            parts.add(numbers(header + " upper" + suffix, texts, ColumnValues::upper));
        } else {
            parts.add(numbers(header + suffix, texts, ColumnValues::number));
        }
        if (isMixed) {
            parts.add(words(
                    header + " unit",
                    texts.stream()
                            .map(text -> unit(text).map(ColumnValues::inCell).orElse(""))));
        }
        return parts;
    }

    /** Whether a cell is one; a lower limit by itself is one unless plain numbers stand beside it. */
    private static boolean holdsIntervals(List<String> texts) {
        return texts.stream()
                        .anyMatch(text -> WrittenInterval.read(text)
                                .flatMap(WrittenInterval::upper)
                                .isPresent())
                || (texts.stream().anyMatch(text -> WrittenInterval.read(text).isPresent())
                        && texts.stream()
                                .noneMatch(text -> WrittenNumber.read(text).isPresent()));
    }

    private static boolean isNumberOrInterval(String text) {
        return unit(text).isPresent();
    }

    private static Optional<Unit> unit(String text) {
        return WrittenNumber.read(text)
                .map(WrittenNumber::unit)
                .or(() -> WrittenInterval.read(text)
                        .map(interval -> interval.lower().unit()));
    }

    private static Value number(String text) {
        return WrittenNumber.read(text).map(ColumnValues::amount).orElseGet(() -> new Words(text));
    }

    private static Value lower(String text) {
        return WrittenInterval.read(text)
                .map(interval -> amount(interval.lower()))
                .orElseGet(() -> number(text));
    }

    private static Value upper(String text) {
        return WrittenInterval.read(text)
                .map(interval -> interval.upper().map(ColumnValues::amount).orElse(NO_UPPER_LIMIT))
                .orElseGet(() -> number(text));
    }

    private static Value amount(WrittenNumber number) {
        return new Amount(number.value());
    }

    private static String inHeader(Unit unit, String header) {
        return switch (unit) {
            case UNSTATED -> "";
            case PERCENT -> " (%)";
            case MULTIPLE -> header.toLowerCase(Locale.ROOT).contains("ratio") ? "" : " (ratio)";
        };
    }

    private static String inCell(Unit unit) {
        return switch (unit) {
            case UNSTATED -> "number";
            case PERCENT -> "%";
            case MULTIPLE -> "ratio";
        };
    }

    private static Part numbers(String header, List<String> texts, Function<String, Value> value) {
        return new Part(header, true, texts.stream().map(value).toList());
    }

    private static Part words(String header, Stream<String> texts) {
        return new Part(header, false, texts.<Value>map(Words::new).toList());
    }

    private static void addUnlessBlank(List<Part> parts, Part part) {
        if (part.values().stream().anyMatch(value -> !value.equals(NOTHING))) {
            parts.add(part);
        }
    }
}
