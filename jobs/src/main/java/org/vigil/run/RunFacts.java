package org.vigil.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.vigil.config.Configuration;
import org.vigil.cube.CountCube;
import org.vigil.geography.Geography;
import org.vigil.tabulate.Coverage;
import org.vigil.tabulate.SourceFacts;

/** From the counts of a source to what its tables need. */
final class RunFacts {
    private RunFacts() {}

    static SourceFacts of(Configuration.Source source, CountCube cube) {
        if (cube.firstDay() > cube.lastDay()) {
            throw new FindingsException("Nothing was published: no record of the source " + source.code()
                    + " could be counted. Check its extracts and its profile.");
        }
        return new SourceFacts(
                source.code(),
                source.profile(),
                Geography.load(source.profile().geographyCode()),
                cube,
                coverage(source, cube));
    }

    /** How far each source singles incidents out, from the counts that were made anyway; warnings are said. */
    static List<SourceUniqueness> uniqueness(Configuration configuration, ReadRun run, Progress progress) {
        List<SourceUniqueness> uniqueness = new ArrayList<>();
        for (int s = 0; s < configuration.sources().size(); s++) {
            SourceUniqueness ofSource = SourceUniqueness.of(
                    configuration.sources().get(s), run.sources().get(s).cube());
            ofSource.findWarning().ifPresent(progress::say);
            uniqueness.add(ofSource);
        }
        return uniqueness;
    }

    /**
     * From the first day on which the source was recording to the last day with a record; whole months where only months are known. A series by the
     * day of the incident starts with the first record too: older incidents trickle in for years and must not make zeros of the time between.
     */
    private static Coverage coverage(Configuration.Source source, CountCube cube) {
        LocalDate first = LocalDate.ofEpochDay(Math.min(cube.firstCoveredDay(), cube.lastDay()));
        LocalDate last = LocalDate.ofEpochDay(cube.lastDay());
        if (!source.profile().series().isDaily()) {
            first = first.withDayOfMonth(1);
            last = last.withDayOfMonth(last.lengthOfMonth());
        }
        return Coverage.of(first, last, source.profile().series().provisionalWeeks());
    }
}
