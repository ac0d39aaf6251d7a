package org.vigil.disclosure;

import java.util.List;
import org.vigil.release.Column;
import org.vigil.release.ColumnRole;
import org.vigil.release.Manifest;
import org.vigil.release.TableRows;

/** A public release of records that their publishers have made public already: exact, without what points at single records. */
public final class AlreadyPublicRelease {
    private AlreadyPublicRelease() {}

    /**
     * Takes over the tables of a restricted release.
     *
     * @param sources every source of the release
     * @param tables those tables; one whose rows are single records is left out
     * @param extracts the files that were read, as their publishers offer them
     * @param checks what was checked
     * @throws DisclosureException if a source is not public
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
                                + " is not public; expected only sources whose profile says is-already-public, with address and licence. Choose the policy cell-key.");
            }
        }
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

    private static boolean namesARecord(Column column) {
        return column.isDisclosive() && column.role() == ColumnRole.KEY;
    }
}
