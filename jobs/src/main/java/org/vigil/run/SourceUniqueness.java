package org.vigil.run;

import java.util.Locale;
import java.util.Optional;
import org.vigil.config.Configuration;
import org.vigil.cube.CellSizes;
import org.vigil.cube.CountCube;
import org.vigil.release.Manifest;

/**
 * How far what is stored of a source singles incidents out: the sizes of the classes of incidents that share area, community and date (k-anonymity;
 * Samarati 2001, IEEE Transactions on Knowledge and Data Engineering 13(6), section 3). For the operator and the restricted release only: a small share for a
 * small area is itself a statement about few people.
 *
 * @param sourceCode code of the source
 * @param isOnlyReported whether no share is too large: the publisher has made the records public, or they describe nobody
 * @param toleratedShare share of incidents alone in area, community and month from which a warning is given
 * @param byMonth incidents that share area, community and month
 * @param byDay incidents that share area, community and day
 */
public record SourceUniqueness(
        String sourceCode, boolean isOnlyReported, double toleratedShare, CellSizes byMonth, CellSizes byDay) {

    static SourceUniqueness of(Configuration.Source source, CountCube cube) {
        return new SourceUniqueness(
                source.code(),
                source.profile().meaning().isAlreadyPublic()
                        || source.profile().meaning().isSynthetic(),
                source.uniqueShare(),
                cube.sharingMonth(),
                cube.sharingDay());
    }

    /** What an operator has to know before the restricted release is handed on. */
    public Optional<String> findWarning() {
        if (isOnlyReported || byMonth.shareAlone() <= toleratedShare) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "Warning: of the source %s %.1f %% of the incidents are the only one of their community in their area and month, more than the"
                        + " tolerated %.1f %%; whoever knows of one finds it in the store and in the restricted release. Keep both for their owner, have"
                        + " larger areas or months instead of days delivered, or raise tolerance.unique-share.",
                sourceCode,
                100 * byMonth.shareAlone(),
                100 * toleratedShare));
    }

    /** The entry of the restricted manifest and of the run record; it never fails. */
    Manifest.CheckEntry check() {
        String statement = "of " + shares("month", byMonth)
                + (byDay.incidents() == 0 ? "" : "; of " + shares("day", byDay))
                + "; an incident counts once for each community that it names";
        return new Manifest.CheckEntry(
                "uniqueness " + sourceCode,
                true,
                statement + findWarning().map(w -> ". " + w).orElse(""));
    }

    private static String shares(String period, CellSizes sizes) {
        return String.format(
                Locale.ROOT,
                "%d incidents %.1f %% are the only one of their area, community and %s, and %.1f %% share them with fewer than four others",
                sizes.incidents(),
                100 * sizes.shareAlone(),
                period,
                100 * sizes.shareFewerThanFive());
    }
}
