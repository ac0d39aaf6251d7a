package org.vigil.run;

import java.util.List;
import org.vigil.config.Configuration;
import org.vigil.extract.ColumnSample;
import org.vigil.extract.Splits;
import org.vigil.profile.SourceProfile;
import org.vigil.spark.SourceSpec;
import org.vigil.spark.SourceStages;
import org.vigil.spark.SplitTask;
import org.vigil.validate.IdentifierGate;
import org.vigil.validate.RecordTally;
import org.vigil.validate.Rule;

/** Reads the first rows of each extract, so that a wrong profile or a spoilt file stops the run at once and not after an hour. */
final class Preview {
    /** Records looked at. */
    static final int RECORDS = 20_000;

    /** A rule that rejects at least this share of them describes the file, not its records. */
    static final double NEARLY_ALL = 0.95;

    private Preview() {}

    /**
     * Looks at every extract.
     *
     * @return what is to be said of columns that are not read, by the order of the extracts
     * @throws FindingsException if an extract is refused
     */
    static List<String> check(Configuration configuration, List<SourceSpec> specs, List<InspectedExtract> extracts) {
        return SideBySide.map(extracts, extract -> check(configuration, specs, extract)).stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> check(Configuration configuration, List<SourceSpec> specs, InspectedExtract extract) {
        SourceProfile profile = configuration.sources().get(extract.source()).profile();
        IdentifierGate gate = new IdentifierGate(profile, extract.plan());
        IdentifierGate.Findings sampled =
                gate.findIn(extract.inspection(), ColumnSample.of(extract.inspection(), profile.format()));
        refuse(extract, sampled.refused());
        SplitTask first = new SplitTask(
                extract.source(),
                extract.extract().ordinal(),
                Math.toIntExact(extract.extract().extractDate().toEpochDay()),
                extract.plan(),
                Splits.of(extract.extract().file(), profile.format(), Long.MAX_VALUE)
                        .get(0));
        RecordTally tally = new SourceStages(specs.get(extract.source()))
                .readFirst(
                        first,
                        RECORDS,
                        batch -> gate.findIn(batch).ifPresent(finding -> refuse(extract, List.of(finding))));
        require(extract, tally);
        return remarks(extract, sampled.remarked());
    }

    /** Says which columns, never what stands in them. */
    private static void refuse(InspectedExtract extract, List<String> findings) {
        if (!findings.isEmpty()) {
            throw new FindingsException("Stopped reading "
                    + extract.extract().file().getFileName() + ": " + String.join("; ", findings)
                    + "; expected no direct identifier of anybody. Nothing was published. Ask the publisher for the file"
                    + " without " + (findings.size() == 1 ? "that column." : "those columns."));
        }
    }

    /** Nothing of a column that is not read is kept; a publisher that sends it all the same should know. */
    private static List<String> remarks(InspectedExtract extract, List<String> findings) {
        return findings.stream()
                .map(finding -> "In " + extract.extract().file().getFileName() + ", " + finding
                        + "; the profile does not read it and nothing of it is kept. If it was given to a person, ask the"
                        + " publisher to leave it out.")
                .toList();
    }

    private static void require(InspectedExtract extract, RecordTally tally) {
        long inScope = tally.read() - tally.outOfScope();
        for (Rule rule : Rule.values()) {
            long broken = tally.brokeRule(rule);
            if (rule.severity() == Rule.Severity.STOP && broken > 0) {
                throw Tolerance.stopped(extract, rule, broken);
            }
            if (rule.severity() == Rule.Severity.REJECT && broken > 0 && broken >= NEARLY_ALL * inScope) {
                throw new FindingsException(
                        "Stopped reading " + extract.extract().file().getFileName() + ": " + broken
                                + " of the first " + inScope + " records break the rule " + rule.code() + "; expected "
                                + rule.expected() + ". Nothing was published. Check that the profile fits this file.");
            }
        }
    }
}
