package org.vigil.run;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigil.config.Configuration;
import org.vigil.store.LoadedExtract;
import org.vigil.tabulate.ExtractFacts;
import org.vigil.validate.RecordTally;
import org.vigil.validate.Rule;

/** Refuses to go on when more records are held out than the configuration tolerates. */
final class Tolerance {
    private Tolerance() {}

    static void require(Configuration.Source source, InspectedExtract extract, ExtractFacts facts) {
        Optional<Rule> stop = findStop(facts.tally());
        if (stop.isPresent()) {
            throw stopped(extract, stop.get(), facts.tally().brokeRule(stop.get()));
        }
        long read = facts.tally().read();
        long rejected = facts.tally().quarantined();
        if (rejected > source.rejectedShare() * read) {
            throw new FindingsException(String.format(
                    Locale.ROOT,
                    "Nothing was published: %d of %d records of %s (%.1f %%) are rejected, more than the tolerated %.1f %%. Rules: %s. Correct the"
                            + " extract or its profile, or raise tolerance.rejected-share.",
                    rejected,
                    read,
                    facts.fileName(),
                    100.0 * rejected / read,
                    100 * source.rejectedShare(),
                    rules(facts)));
        }
    }

    /** The rule that makes nothing of an extract trustworthy, if a record breaks one. */
    static Optional<Rule> findStop(RecordTally tally) {
        return Stream.of(Rule.values())
                .filter(rule -> rule.severity() == Rule.Severity.STOP && tally.brokeRule(rule) > 0)
                .findFirst();
    }

    /** Refuses a full extract that lacks more of what is held than withdrawals explain: it was cut short, or is no full extract. */
    static void requireWhole(Configuration.Source source, LoadedExtract extract) {
        LoadedExtract.Effect effect = extract.effect();
        long held = effect.unchanged() + effect.changed() + effect.vanished();
        if (effect.vanished() > source.vanishedShare() * held) {
            throw new FindingsException(String.format(
                    Locale.ROOT,
                    "Nothing was published: %s lacks %d of %d incidents that the store holds (%.1f %%), more than the tolerated %.1f %%. It may be cut"
                            + " short. Ask the publisher for the whole file, correct extracts in the profile if it holds only what is new, or raise"
                            + " tolerance.vanished-share.",
                    extract.fileName(),
                    effect.vanished(),
                    held,
                    100.0 * effect.vanished() / held,
                    100 * source.vanishedShare()));
        }
    }

    static FindingsException stopped(InspectedExtract extract, Rule rule, long broken) {
        return new FindingsException(
                "Nothing was published: " + extract.extract().file().getFileName() + " has " + broken
                        + " records that break the rule " + rule.code() + "; expected " + rule.expected()
                        + ". Ask the publisher for the file as exported, and do not open it in a spreadsheet.");
    }

    private static String rules(ExtractFacts facts) {
        return Stream.of(Rule.values())
                .filter(r ->
                        r.severity() == Rule.Severity.REJECT && facts.tally().brokeRule(r) > 0)
                .sorted(Comparator.comparingLong((Rule r) -> -facts.tally().brokeRule(r)))
                .map(r -> r.code() + " (" + facts.tally().brokeRule(r) + "; expected " + r.expected() + ")")
                .collect(Collectors.joining(", "));
    }
}
