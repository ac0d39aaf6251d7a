package org.vigil.identifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How many written identifiers are found, and how many harmless labels are taken for one: on values and columns that a seeded program makes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DetectionTest {
    private static final long SEED = 20260511;
    private static final int VALUES = 3_000;
    private static final int COLUMNS = 20;
    private static final int ROWS = 400;
    private static final Path PAGE = Path.of("IDENTIFIERS.md");

    private final List<Row> rows = new ArrayList<>();

    /**
     * @param found share of the written values with a sign of the kind
     * @param certain share of those that leave no doubt
     * @param harmless share of the harmless values with a sign of the kind
     * @param columns share of the columns full of it that are refused, or remarked on where that is all that is done
     * @param strays share of the label columns with one in a hundred of it that are refused
     * @param falseColumns harmless columns in which the kind is found
     */
    private record Row(
            IdentifierKind kind,
            double found,
            double certain,
            double harmless,
            double columns,
            double strays,
            int falseColumns) {}

    @BeforeAll
    void measure() {
        System.out.println("seed " + SEED);
        WrittenIdentifiers written = new WrittenIdentifiers(SEED);
        HarmlessLabels labels = new HarmlessLabels(SEED + 1);
        SplittableRandom random = new SplittableRandom(SEED + 2);
        Map<String, Supplier<String>> families = labels.families();
        List<String> harmless = new ArrayList<>();
        families.values().forEach(family -> harmless.addAll(labels.of(family, VALUES / 10)));
        List<List<ColumnSign>> harmlessColumns = new ArrayList<>();
        families.values().forEach(family -> {
            for (int i = 0; i < COLUMNS / 4; i++) {
                harmlessColumns.add(ColumnSigns.of(counted(labels.of(family, ROWS)), ColumnRole.UNREAD));
            }
        });
        for (IdentifierKind kind : IdentifierKind.values()) {
            List<String> values = written.of(kind, VALUES);
            int columns = 0;
            int strays = 0;
            for (int i = 0; i < COLUMNS; i++) {
                columns += shows(kind, counted(written.of(kind, ROWS)), ColumnRole.UNREAD) ? 1 : 0;
                List<String> mixed = new ArrayList<>(labels.of(labels.locations(), ROWS));
                written.of(kind, ROWS / 100).forEach(value -> mixed.set(random.nextInt(ROWS), value));
                strays += shows(kind, counted(mixed), ColumnRole.LABEL) ? 1 : 0;
            }
            int falseColumns = Math.toIntExact(harmlessColumns.stream()
                    .filter(signs -> signs.stream().anyMatch(sign -> sign.kind() == kind))
                    .count());
            rows.add(new Row(
                    kind,
                    share(values, kind, false),
                    share(values, kind, true),
                    share(harmless, kind, false),
                    columns / (double) COLUMNS,
                    strays / (double) COLUMNS,
                    falseColumns));
        }
        System.out.println(table());
    }

    @Test
    void findsNearlyEveryWrittenIdentifier() {
        for (Row row : rows) {
            double floor = switch (row.kind) {
                // Handles of four letters are words; given names beyond any list; sentences without a full stop.
                case NETWORK_ACCOUNT, NAME -> 0.75;
                case ADDRESS, VEHICLE_MARK -> 0.95;
                default -> 0.99;
            };
            assertTrue(row.found >= floor, row + ", floor " + floor + ", seed " + SEED);
        }
    }

    @Test
    void takesHardlyAnyHarmlessValueForAnIdentifier() {
        for (Row row : rows) {
            // One of the harmless definitions is a sentence.
            double ceiling = row.kind == IdentifierKind.FREE_TEXT ? 0.01 : 0.005;
            assertTrue(row.harmless <= ceiling, row + ", ceiling " + ceiling + ", seed " + SEED);
        }
    }

    @Test
    void findsEveryColumnFullOfAnIdentifierAndNoHarmlessColumn() {
        for (Row row : rows) {
            assertEquals(1.0, row.columns, row + ", seed " + SEED);
            assertEquals(0, row.falseColumns, row + ", seed " + SEED);
        }
    }

    @Test
    void noHarmlessValueLeavesNoDoubt() {
        HarmlessLabels labels = new HarmlessLabels(SEED + 3);
        labels.families()
                .forEach((name, family) -> labels.of(family, VALUES)
                        .forEach(value -> assertTrue(
                                ValueSigns.findCertain(value).isEmpty(), name + ": " + value + ", seed " + SEED)));
    }

    @Test
    void thePageShowsWhatIsMeasured() throws IOException {
        assertTrue(
                Files.readString(PAGE).contains(table()),
                "the table of " + PAGE + " is not the one measured; expected it to hold\n" + table());
    }

    private static boolean shows(IdentifierKind kind, Map<String, Integer> column, ColumnRole role) {
        return ColumnSigns.of(column, role).stream().anyMatch(sign -> sign.kind() == kind);
    }

    private static Map<String, Integer> counted(List<String> values) {
        Map<String, Integer> counted = new LinkedHashMap<>();
        values.forEach(value -> counted.merge(value, 1, Integer::sum));
        return counted;
    }

    private static double share(List<String> values, IdentifierKind kind, boolean isCertain) {
        return values.stream()
                        .filter(value -> ValueSigns.of(value).stream()
                                .anyMatch(sign -> sign.kind() == kind && (sign.isCertain() || !isCertain)))
                        .count()
                / (double) values.size();
    }

    private String table() {
        StringBuilder table = new StringBuilder("""
                | Looks like | Values found | of them beyond doubt | Harmless values mistaken | Full columns found | Stray values refused | Harmless columns mistaken |
                |---|---|---|---|---|---|---|
                """);
        for (Row row : rows) {
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %.1f %% | %.1f %% | %.2f %% | %.0f %% | %.0f %% | %d |\n",
                    row.kind.label(),
                    100 * row.found,
                    100 * row.certain,
                    100 * row.harmless,
                    100 * row.columns,
                    100 * row.strays,
                    row.falseColumns));
        }
        return table.toString();
    }
}
