package org.vigil.run;

import java.time.LocalDate;
import java.util.List;
import org.vigil.disclosure.SourceAnswers;
import org.vigil.release.TableRows;
import org.vigil.tabulate.ExtractFacts;

/**
 * What was read and counted, before anything is published.
 *
 * @param asOf day whose state of knowledge the figures show
 * @param extracts what became of every record
 * @param tables the filled tables, in the order of the data dictionary
 * @param answers what a public release may need of each source beside
 * @param uniqueness how far each source singles incidents out; in the order of the configuration
 */
public record CountedRun(
        LocalDate asOf,
        List<ExtractFacts> extracts,
        List<TableRows> tables,
        List<SourceAnswers> answers,
        List<SourceUniqueness> uniqueness) {
    public CountedRun {
        extracts = List.copyOf(extracts);
        tables = List.copyOf(tables);
        answers = List.copyOf(answers);
        uniqueness = List.copyOf(uniqueness);
    }
}
