package org.vigil.run;

import java.util.List;
import org.vigil.config.Configuration;
import org.vigil.extract.Splits;
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

    static void check(Configuration configuration, List<SourceSpec> specs, List<InspectedExtract> extracts) {
        SideBySide.map(extracts, extract -> {
            check(configuration, specs, extract);
            return extract;
        });
    }

    private static void check(Configuration configuration, List<SourceSpec> specs, InspectedExtract extract) {
        IdentifierGate.findInHeader(extract.inspection()).ifPresent(finding -> refuse(extract, finding));
        IdentifierGate gate = new IdentifierGate(extract.plan());
        SplitTask first = new SplitTask(
                extract.source(),
                extract.extract().ordinal(),
                Math.toIntExact(extract.extract().extractDate().toEpochDay()),
                extract.plan(),
                Splits.of(
                                extract.extract().file(),
                                configuration
                                        .sources()
                                        .get(extract.source())
                                        .profile()
                                        .format(),
                                Long.MAX_VALUE)
                        .get(0));
        RecordTally tally = new SourceStages(specs.get(extract.source()))
                .readFirst(first, RECORDS, batch -> gate.findIn(batch).ifPresent(finding -> refuse(extract, finding)));
        require(extract, tally);
    }

    /** Says which column, never what stands in it. */
    private static void refuse(InspectedExtract extract, String finding) {
        throw new FindingsException(
                "Stopped reading " + extract.extract().file().getFileName() + ": " + finding
                        + "; expected no direct identifier of anybody. Nothing was published. Ask the publisher for the file"
                        + " without that column.");
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
