package org.vigil.run;

import java.time.LocalDate;
import java.util.List;
import org.vigil.tabulate.ExtractFacts;
import org.vigil.tabulate.FirstShowings;
import org.vigil.tabulate.SharedIncidents;
import org.vigil.tabulate.SourceFacts;

/**
 * What was read and counted, before any table is filled.
 *
 * @param asOf day whose state of knowledge the counts show
 * @param extracts what became of every record
 * @param sources the counts of each source
 * @param shared what sources that note the record numbers of others share with them
 * @param showings how late incidents first appeared in extracts, of sources that this is known of
 */
public record ReadRun(
        LocalDate asOf,
        List<ExtractFacts> extracts,
        List<SourceFacts> sources,
        List<SharedIncidents> shared,
        List<FirstShowings> showings) {
    public ReadRun {
        extracts = List.copyOf(extracts);
        sources = List.copyOf(sources);
        shared = List.copyOf(shared);
        showings = List.copyOf(showings);
    }
}
