package org.vigil.disclosure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigil.cellkey.Leaf;
import org.vigil.incident.RecordClass;
import org.vigil.release.CountsTable;
import org.vigil.release.Table;
import org.vigil.release.TableRows;
import org.vigil.release.TrendsTable;
import org.vigil.suppression.Block;
import org.vigil.suppression.Publication;
import org.vigil.suppression.RelatedAudit;
import org.vigil.suppression.RelatedBlocks;
import org.vigil.tabulate.Period;

/**
 * The last look at a release of suppressed counts: its tables are read as a reader reads them, made into blocks again, and audited. Every number must be the one of the ledger, every
 * rate must stand beside the counts that it is made of, and no hidden count may follow from those that are shown.
 */
final class SuppressionInspection {
    private final Map<BlockName, SuppressedBlocks.Standing> standing = new HashMap<>();
    private final Map<String, PublicSource> sources = new HashMap<>();
    private final Map<Cell, Long> numbers = new HashMap<>();
    private final Map<Cell, Integer> rates = new HashMap<>();

    private SuppressionInspection() {}

    /**
     * What is to be found.
     *
     * @param standing every block that stands
     */
    static SuppressionInspection of(List<PublicSource> sources, List<SuppressedBlocks.Standing> standing) {
        SuppressionInspection inspection = new SuppressionInspection();
        standing.forEach(one -> inspection.standing.put(one.block().name(), one));
        sources.forEach(source -> inspection.sources.put(source.facts().sourceCode(), source));
        return inspection;
    }

    /** A row of the table of counts. */
    private record Cell(BlockName block, String area, String community, String periodType, LocalDate start) {
        static Cell of(
                String source,
                String basis,
                String recordClass,
                String area,
                String community,
                String periodType,
                LocalDate start) {
            return new Cell(
                    new BlockName(source, basis, recordClass, Leaf.yearOf(start)), area, community, periodType, start);
        }
    }

    /**
     * Looks at the tables as they will be written.
     *
     * @throws DisclosureException if they show what they must not; names table and rule, never a value
     */
    void inspect(List<TableRows> tables) {
        readCounts(find(tables, CountsTable.TABLE));
        Set<Cell> explained = new HashSet<>();
        standing.values().stream().filter(SuppressedBlocks.Standing::isShown).forEach(one -> inspect(one, explained));
        for (Cell cell : numbers.keySet()) {
            if (!explained.contains(cell)) {
                throw fault(CountsTable.TABLE, cell.block(), "has a number in a cell that was not audited");
            }
        }
        rates.keySet().forEach(this::inspectRate);
        inspectTrends(find(tables, TrendsTable.TABLE));
    }

    private static TableRows find(List<TableRows> tables, Table table) {
        return tables.stream()
                .filter(rows -> rows.table().name().equals(table.name()))
                .findFirst()
                .orElseThrow();
    }

    private void readCounts(TableRows rows) {
        for (int row = 0; row < rows.size(); row++) {
            Cell cell = Cell.of(
                    rows.column(CountsTable.SOURCE_CODE).textAt(row),
                    rows.column(CountsTable.DATE_BASIS).textAt(row),
                    rows.column(CountsTable.RECORD_CLASS).textAt(row),
                    rows.column(CountsTable.AREA_CODE).textAt(row),
                    rows.column(CountsTable.COMMUNITY_CODE).textAt(row),
                    rows.column(CountsTable.PERIOD_TYPE).textAt(row),
                    LocalDate.ofEpochDay(
                            rows.column(CountsTable.PERIOD_START_DATE).epochDayAt(row)));
            if (!rows.column(CountsTable.INCIDENT_COUNT).isEmpty(row)) {
                numbers.put(cell, rows.column(CountsTable.INCIDENT_COUNT).integerAt(row));
            }
            if (!rows.column(CountsTable.RATE_PER_100K).isEmpty(row)
                    || !rows.column(CountsTable.RATE_LOWER95).isEmpty(row)
                    || !rows.column(CountsTable.RATE_UPPER95).isEmpty(row)) {
                rates.put(cell, row);
            }
        }
    }

    private void inspect(SuppressedBlocks.Standing one, Set<Cell> explained) {
        PublishedBlock block = one.block();
        List<Block> read = new ArrayList<>();
        boolean isAnyPublished = false;
        for (int community = 0; community < block.communities().size(); community++) {
            Publication[] publications = one.vintage().kept().publications()[community];
            int[] counts = one.vintage().kept().table()[community].clone();
            for (int cell = 0; cell < counts.length; cell++) {
                isAnyPublished |= publications[cell] != Publication.WITHHELD;
                if (block.frame().row(cell) == block.elsewhere()) {
                    continue;
                }
                Cell row = cell(block, community, cell);
                Optional<Long> number = Optional.ofNullable(numbers.get(row));
                explained.add(row);
                if (number.isPresent() && publications[cell] != Publication.SHOWN) {
                    throw fault(CountsTable.TABLE, block.name(), "shows a count that is to be hidden");
                }
                counts[cell] = number.map(Math::toIntExact).orElse(counts[cell]);
            }
            if (!Arrays.equals(counts, one.vintage().kept().table()[community])) {
                throw fault(CountsTable.TABLE, block.name(), "has another number than was audited");
            }
            read.add(Block.of(block.frame(), counts, publications));
        }
        if (isAnyPublished
                && !RelatedAudit.of(new RelatedBlocks(read, block.relations())).isSafe()) {
            throw fault(CountsTable.TABLE, block.name(), "has hidden counts that can be worked out");
        }
    }

    private Cell cell(PublishedBlock block, int community, int cell) {
        Period period = block.period(block.frame().period(cell));
        int row = block.frame().row(cell);
        return new Cell(
                block.name(),
                row == block.frame().whole()
                        ? source(block.name()).places().get(0).area().code()
                        : block.areas().get(row),
                block.communities().get(community),
                period.type().code(),
                period.start());
    }

    private PublicSource source(BlockName name) {
        return Optional.ofNullable(sources.get(name.sourceCode())).orElseThrow();
    }

    /** The rate of an area is its count; that of the whole area is the counts of all areas with residents. */
    private void inspectRate(Cell cell) {
        PublicSource source = source(cell.block());
        boolean isWhole = cell.area().equals(source.places().get(0).area().code());
        List<String> counted = isWhole ? source.places().get(0).populated() : List.of(cell.area());
        for (String area : counted) {
            if (!numbers.containsKey(new Cell(cell.block(), area, cell.community(), cell.periodType(), cell.start()))) {
                throw fault(CountsTable.TABLE, cell.block(), "has a rate of counts that are not shown");
            }
        }
    }

    private void inspectTrends(TableRows rows) {
        for (int row = 0; row < rows.size(); row++) {
            Cell cell = Cell.of(
                    rows.column(TrendsTable.SOURCE_CODE).textAt(row),
                    rows.column(TrendsTable.DATE_BASIS).textAt(row),
                    RecordClass.CRIME.code(),
                    rows.column(TrendsTable.AREA_CODE).textAt(row),
                    rows.column(TrendsTable.COMMUNITY_CODE).textAt(row),
                    Period.Type.MONTH.code(),
                    LocalDate.ofEpochDay(
                            rows.column(TrendsTable.MONTH_START_DATE).epochDayAt(row)));
            if (!rows.column(TrendsTable.INCIDENT_COUNT).isEmpty(row)
                    && !Optional.of(rows.column(TrendsTable.INCIDENT_COUNT).integerAt(row))
                            .equals(Optional.ofNullable(numbers.get(cell)))) {
                throw fault(TrendsTable.TABLE, cell.block(), "has a count that is not shown");
            }
        }
    }

    private static DisclosureException fault(Table table, BlockName block, String found) {
        return new DisclosureException("No public release was made: table " + table.name() + ", rule suppress: " + block
                + " " + found + "; expected tables that show what was audited and nothing else. This is a fault of the"
                + " program; please report it.");
    }
}
