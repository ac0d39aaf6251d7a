package org.vigil.statistics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A file of reference values from an independent implementation: rows by the names of their columns. */
public final class ReferenceValues {
    private static final Path UNCOMMITTED = Path.of("../../shared/vectors");

    private ReferenceValues() {}

    /** The rows of a committed file. */
    public static List<Row> of(String name) {
        try (var in = Objects.requireNonNull(ReferenceValues.class.getResourceAsStream(name), name)) {
            return rows(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the published series that the project may not hold are on this machine. */
    public static boolean hasUncommitted() {
        return Files.isDirectory(UNCOMMITTED);
    }

    /** The rows of a file that is not committed. */
    public static List<Row> ofUncommitted(String name) {
        try {
            return rows(Files.readString(UNCOMMITTED.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Row> rows(String text) {
        List<String> lines = text.lines().toList();
        String[] names = lines.get(0).split(",", -1);
        List<Row> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, String> byName = new HashMap<>();
            for (int i = 0; i < names.length; i++) {
                byName.put(names[i], cells[i]);
            }
            rows.add(new Row(byName));
        }
        return rows;
    }

    /** One row. */
    public record Row(Map<String, String> cells) {
        public String text(String name) {
            return Objects.requireNonNull(cells.get(name), name);
        }

        /** {@code NaN} for a missing number. */
        public double number(String name) {
            return switch (text(name)) {
                case "NA" -> Double.NaN;
                case "Inf" -> Double.POSITIVE_INFINITY;
                case "-Inf" -> Double.NEGATIVE_INFINITY;
                default -> Double.parseDouble(text(name));
            };
        }

        public int integer(String name) {
            return Integer.parseInt(text(name));
        }
    }
}
