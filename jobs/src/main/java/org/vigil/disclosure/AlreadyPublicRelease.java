package org.vigil.disclosure;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigil.release.Column;
import org.vigil.release.ColumnRole;
import org.vigil.release.CountsTable;
import org.vigil.release.Manifest;
import org.vigil.release.TableRows;

/** A public release of records that their publishers have made public already: exact, without what points at single records. */
public final class AlreadyPublicRelease {
    private static final String SOURCE_CODE = CountsTable.SOURCE_CODE.name();

    private AlreadyPublicRelease() {}

    /**
     * Takes over the tables of a restricted release.
     *
     * @param sources every source of the release
     * @param tables those tables; one whose rows are single records is left out
     * @param extracts the files that were read, as their publishers offer them
     * @param checks what was checked
     * @throws DisclosureException if a source is not public, or a table tells of one that is not named
     */
    public static ProtectedRelease make(
            ProtectedRelease.Identity identity,
            List<SourceAnswers> sources,
            List<TableRows> tables,
            List<Manifest.ExtractEntry> extracts,
            List<Manifest.CheckEntry> checks) {
        for (SourceAnswers source : sources) {
            var meaning = source.facts().profile().meaning();
            if (!meaning.isAlreadyPublic()
                    || meaning.address().isEmpty()
                    || meaning.licence().isEmpty()) {
                throw new DisclosureException(
                        "No public release was made: the source "
                                + source.facts().sourceCode()
                                + " is not public; expected only sources whose profile says already-public, with address and licence. Choose the policy cell-key.");
            }
        }
        requireNamed(sources, tables);
        return new ProtectedRelease(
                identity,
                Policy.ALREADY_PUBLIC,
                tables.stream()
                        .filter(rows -> rows.table().columns().stream().noneMatch(AlreadyPublicRelease::namesARecord))
                        .map(TableRows::withoutDisclosive)
                        .map(ProtectedTable::of)
                        .toList(),
                extracts,
                checks);
    }

    private static void requireNamed(List<SourceAnswers> sources, List<TableRows> tables) {
        Set<String> named =
                sources.stream().map(source -> source.facts().sourceCode()).collect(Collectors.toSet());
        for (TableRows rows : tables) {
            for (Column column : rows.table().columns()) {
                TableRows.Cells cells = rows.column(column);
                for (int row = 0; column.name().equals(SOURCE_CODE) && row < cells.size(); row++) {
                    if (!named.contains(cells.textAt(row))) {
                        throw new DisclosureException(
                                "No public release was made: table "
                                        + rows.table().name() + " tells of the source " + cells.textAt(row)
                                        + ", which was not declared public; expected only those that were. This is a fault of the program.");
                    }
                }
            }
        }
    }

    private static boolean namesARecord(Column column) {
        return column.isDisclosive() && column.role() == ColumnRole.KEY;
    }
}
