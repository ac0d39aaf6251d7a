package org.vigil.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vigil.extract.Extract;
import org.vigil.extract.ExtractException;
import org.vigil.extract.ExtractInspection;
import org.vigil.extract.ReadingPlan;
import org.vigil.run.RunPlan.PlannedExtract;
import org.vigil.run.RunPlan.PlannedSource;

/** Looks at every file before any is read, in the order in which they speak: by date, then as configured. */
final class Inspection {
    private record Candidate(int source, PlannedSource planned, PlannedExtract extract) {}

    private Inspection() {}

    static List<InspectedExtract> inspect(RunPlan plan) {
        List<Candidate> candidates = new ArrayList<>();
        for (int s = 0; s < plan.sources().size(); s++) {
            PlannedSource source = plan.sources().get(s);
            for (PlannedExtract extract : source.extracts()) {
                if (plan.asOf().isEmpty()
                        || !extract.extractDate().isAfter(plan.asOf().get())) {
                    candidates.add(new Candidate(s, source, extract));
                }
            }
        }
        if (candidates.isEmpty()) {
            throw new ExtractException("Nothing to read: no extract is dated on or before "
                    + plan.asOf().map(LocalDate::toString).orElse("today")
                    + ". Configure an extract or choose a later --as-of.");
        }
        candidates.sort(Comparator.comparing(c -> c.extract().extractDate()));
        Set<String> ids = new HashSet<>();
        List<InspectedExtract> inspected = new ArrayList<>();
        for (Candidate candidate : candidates) {
            ExtractInspection inspection = ExtractInspection.inspect(
                    candidate.extract().file(), candidate.planned().profile());
            ReadingPlan reading = ReadingPlan.of(candidate.planned().profile(), inspection.header());
            Extract extract = new Extract(
                    freeId(ids, candidate),
                    candidate.planned().sourceCode(),
                    candidate.extract().file(),
                    candidate.extract().extractDate(),
                    inspected.size());
            inspected.add(new InspectedExtract(candidate.source(), extract, inspection, reading));
        }
        return inspected;
    }

    private static String freeId(Set<String> taken, Candidate candidate) {
        String base =
                candidate.planned().sourceCode() + "-" + candidate.extract().extractDate();
        String id = base;
        for (int n = 2; !taken.add(id); n++) {
            id = base + "-" + n;
        }
        return id;
    }
}
