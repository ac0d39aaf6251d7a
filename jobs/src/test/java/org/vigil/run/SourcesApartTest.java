package org.vigil.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigil.config.Configuration;
import org.vigil.incident.KeyRing;
import org.vigil.release.Column;
import org.vigil.release.ColumnRole;
import org.vigil.release.PublishedTables;
import org.vigil.release.SourceOverlapsTable;
import org.vigil.release.SourcesTable;
import org.vigil.release.Table;
import org.vigil.release.TableRows;

/** Several sources of one release stay apart: a source's figures are those that it has alone, to the cell. */
final class SourcesApartTest {
    /** A case of the generator with two sources. */
    private static final long SEED = 4;

    @Test
    void everyTableThatCountsIsKeyedByItsSourceFirst() {
        List<String> others = PublishedTables.ALL.stream()
                .filter(table -> table.columns().stream().anyMatch(c -> c.role() == ColumnRole.MEASURE))
                .filter(table -> !table.columns().get(0).name().equals(SourcesTable.SOURCE_CODE.name()))
                .map(Table::name)
                .toList();
        assertEquals(List.of(), others);
    }

    @Test
    void aSourceHasTheFiguresThatItHasAlone(@TempDir Path folder) throws Exception {
        RandomExtracts extracts = new RandomExtracts(SEED, folder);
        Configuration both = extracts.configuration(2);
        assertEquals(2, both.sources().size());
        CountedRun together = count(both);
        for (Configuration.Source source : both.sources()) {
            CountedRun alone = count(only(both, source));
            for (Table table : PublishedTables.ALL) {
                if (table.columns().get(0).name().equals(SourcesTable.SOURCE_CODE.name())
                        && !table.equals(SourceOverlapsTable.TABLE)) {
                    assertEquals(
                            lines(alone, table, source.code()), lines(together, table, source.code()), table.name());
                }
            }
        }
        assertFalse(
                lines(together, SourceOverlapsTable.TABLE, both.sources().get(0).code())
                        .isEmpty());
        Set<String> known =
                both.sources().stream().map(Configuration.Source::code).collect(Collectors.toSet());
        for (TableRows rows : together.tables()) {
            Column first = rows.table().columns().get(0);
            for (int row = 0; row < rows.size() && first.name().equals(SourcesTable.SOURCE_CODE.name()); row++) {
                assertEquals(true, known.contains(rows.column(first).textAt(row)), "a source of its own for a sum");
            }
        }
    }

    private static CountedRun count(Configuration configuration) {
        return new WeeklyRun(configuration, KeyRing.demonstration(), Progress.SILENT).count(SharedWorkers.get());
    }

    private static Configuration only(Configuration c, Configuration.Source source) {
        return new Configuration(
                c.file(),
                c.title(),
                List.of(source),
                c.asOf(),
                c.store(),
                c.releases(),
                c.eventCatalogue(),
                c.key(),
                c.reports(),
                c.spark(),
                c.runs());
    }

    private static SortedSet<String> lines(CountedRun run, Table table, String source) {
        TableRows rows = run.tables().stream()
                .filter(t -> t.table().equals(table))
                .findFirst()
                .orElseThrow();
        return IntStream.range(0, rows.size())
                .mapToObj(row -> table.columns().stream()
                        .map(column -> rows.column(column).display(row))
                        .collect(Collectors.joining("|")))
                .filter(line -> line.startsWith(source + "|"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
