package org.vigil.validate;

import java.io.Serializable;
import java.util.Map;

/** How many records of one extract were read, held out or remarked on. Counted up by {@link Validator}; not safe for several threads. */
public final class RecordTally implements Serializable {
    private static final long serialVersionUID = 1L;

    long physicalRows;
    long read;
    long passed;
    long outOfScope;
    long quarantined;
    final long[] byRule = new long[Rule.values().length];

    /** A tally as it was kept; of {@code brokeRule} only what is not 0 need be there. */
    public static RecordTally of(
            long physicalRows, long read, long outOfScope, long quarantined, Map<Rule, Long> brokeRule) {
        RecordTally tally = new RecordTally();
        tally.physicalRows = physicalRows;
        tally.read = read;
        tally.outOfScope = outOfScope;
        tally.quarantined = quarantined;
        tally.passed = read - outOfScope - quarantined;
        brokeRule.forEach((rule, count) -> tally.byRule[rule.ordinal()] = count);
        return tally;
    }

    /** Rows of the file after the header. */
    public long physicalRows() {
        return physicalRows;
    }

    /** Records after unpivoting. */
    public long read() {
        return read;
    }

    /** Records that broke no rejecting rule; what becomes of them is decided when revisions are resolved. */
    public long passed() {
        return passed;
    }

    public long outOfScope() {
        return outOfScope;
    }

    public long quarantined() {
        return quarantined;
    }

    /** Records that broke a rule; a record can break several. */
    public long brokeRule(Rule rule) {
        return byRule[rule.ordinal()];
    }

    public void addPhysicalRows(long rows) {
        physicalRows += rows;
    }

    public void add(RecordTally other) {
        physicalRows += other.physicalRows;
        read += other.read;
        passed += other.passed;
        outOfScope += other.outOfScope;
        quarantined += other.quarantined;
        for (int i = 0; i < byRule.length; i++) {
            byRule[i] += other.byRule[i];
        }
    }
}
