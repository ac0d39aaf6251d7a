package org.vigil.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.vigil.config.Configuration;
import org.vigil.extract.Extract;
import org.vigil.extract.ExtractException;
import org.vigil.extract.ExtractInspection;
import org.vigil.extract.ReadingPlan;

/** Looks at every file before any is read, in the order in which they speak: by date, then as configured. */
final class Inspection {
    private record Candidate(int source, Configuration.Source planned, Configuration.Extract extract) {}

    private Inspection() {}

    static List<InspectedExtract> inspect(Configuration configuration) {
        List<InspectedExtract> inspected = inspect(configuration, (source, extract) -> false);
        if (inspected.isEmpty()) {
            throw new ExtractException("Nothing to read: no extract is dated on or before "
                    + configuration.asOf().map(LocalDate::toString).orElse("today")
                    + ". Configure an extract or choose a later --as-of.");
        }
        return inspected;
    }

    /** Looks at those that are not known; possibly at none. */
    static List<InspectedExtract> inspect(
            Configuration configuration, BiPredicate<Configuration.Source, Configuration.Extract> isKnown) {
        List<Candidate> candidates = new ArrayList<>();
        for (int s = 0; s < configuration.sources().size(); s++) {
            Configuration.Source source = configuration.sources().get(s);
            for (Configuration.Extract extract : source.extracts()) {
                boolean isAsked = configuration.asOf().isEmpty()
                        || !extract.extractDate().isAfter(configuration.asOf().get());
                if (isAsked && !isKnown.test(source, extract)) {
                    candidates.add(new Candidate(s, source, extract));
                }
            }
        }
        requireFiles(candidates);
        candidates.sort(Comparator.comparing(c -> c.extract().extractDate()));
        Set<String> ids = new HashSet<>();
        List<InspectedExtract> inspected = new ArrayList<>();
        List<ExtractInspection> inspections = SideBySide.map(
                candidates,
                c -> ExtractInspection.inspect(c.extract().path(), c.planned().profile()));
        for (int i = 0; i < inspections.size(); i++) {
            Candidate candidate = candidates.get(i);
            ExtractInspection inspection = inspections.get(i);
            ReadingPlan reading = ReadingPlan.of(candidate.planned().profile(), inspection.header());
            Extract extract = new Extract(
                    freeId(ids, candidate),
                    candidate.planned().code(),
                    candidate.extract().path(),
                    candidate.extract().extractDate(),
                    inspected.size());
            inspected.add(new InspectedExtract(candidate.source(), extract, inspection, reading));
        }
        return inspected;
    }

    /** All missing files in one sentence, so that nobody mends them one by one. */
    private static void requireFiles(List<Candidate> candidates) {
        List<String> missing = candidates.stream()
                .map(c -> c.extract().path())
                .filter(Files::notExists)
                .map(Path::toString)
                .toList();
        if (missing.size() > 1) {
            throw new ExtractException("Cannot read " + missing.size() + " extracts: there are no such files ("
                    + String.join(", ", missing) + "). Check the paths in the configuration.");
        }
    }

    private static String freeId(Set<String> taken, Candidate candidate) {
        String base = candidate.planned().code() + "-" + candidate.extract().extractDate();
        String id = base;
        for (int n = 2; !taken.add(id); n++) {
            id = base + "-" + n;
        }
        return id;
    }
}
