package org.vigil.validate;

import java.util.Arrays;
import org.vigil.extract.VerbatimBatch;
import org.vigil.incident.IncidentColumns;
import org.vigil.incident.IncidentDate;
import org.vigil.interpret.InterpretedBatch;

/**
 * Applies every {@link Rule} to the records of one split of one extract: accepted records go on, the others to quarantine, all are counted.
 *
 * <p>Guarantee: records read = passed + out of scope + quarantined. One validator serves one split; not safe for use by several threads.
 */
public final class Validator {
    private static final long OUT_OF_SCOPE = bits(Rule.Severity.OUT_OF_SCOPE);
    private static final long REJECTING = bits(Rule.Severity.REJECT) | bits(Rule.Severity.STOP);

    private final boolean isSeriesRecorded;
    private final boolean isWide;
    private final int extractDay;
    private final long firstRow;
    private final RecordTally tally = new RecordTally();
    private final Quarantine quarantine = new Quarantine();
    private final int[] accepted = new int[VerbatimBatch.CAPACITY];
    private final long[] broken = new long[VerbatimBatch.CAPACITY];

    /**
     * @param isSeriesRecorded whether the recorded date places a record in the main series; otherwise the occurred date
     * @param isWide whether parts of a row are records of their own
     * @param extractDay date of the extract in days since 1970-01-01
     * @param firstRow row of the file, from 0, at which the split starts
     */
    public Validator(boolean isSeriesRecorded, boolean isWide, int extractDay, long firstRow) {
        this.isSeriesRecorded = isSeriesRecorded;
        this.isWide = isWide;
        this.extractDay = extractDay;
        this.firstRow = firstRow;
    }

    /** Validates a batch. The result is valid until the next call. */
    public AcceptedBatch accept(InterpretedBatch batch) {
        IncidentColumns c = batch.columns();
        int n = batch.size();
        Arrays.fill(broken, 0, n, 0);
        checkText(batch, n);
        checkDates(c, n);
        checkCodes(c, n);
        int size = 0;
        for (int row = 0; row < n; row++) {
            long rules = broken[row];
            if (rules == 0) {
                accepted[size++] = row;
            } else if (passesWithRemarks(c, row, rules)) {
                accepted[size++] = row;
            }
        }
        tally.read += n;
        tally.passed += size;
        return new AcceptedBatch(c, accepted, size);
    }

    public RecordTally tally() {
        return tally;
    }

    public Quarantine quarantine() {
        return quarantine;
    }

    private boolean passesWithRemarks(IncidentColumns c, int row, long rules) {
        if ((rules & OUT_OF_SCOPE) != 0) {
            tally.outOfScope++;
            count(rules & OUT_OF_SCOPE);
            return false;
        }
        if ((rules & REJECTING) == 0) {
            count(rules);
            return true;
        }
        count(rules & REJECTING);
        tally.quarantined++;
        quarantine.add(firstRow + c.rowNumber[row], isWide ? c.partNumber[row] + 1 : 0, rules & REJECTING);
        return false;
    }

    private void count(long rules) {
        for (long rest = rules; rest != 0; rest &= rest - 1) {
            tally.byRule[Long.numberOfTrailingZeros(rest)]++;
        }
    }

    private void checkText(InterpretedBatch batch, int n) {
        int[] problems = batch.problems();
        int[] remarks = batch.remarks();
        for (int row = 0; row < n; row++) {
            if ((problems[row] | remarks[row]) != 0) {
                broken[row] = fromProblems(problems[row]) | fromRemarks(remarks[row]);
            }
        }
    }

    private static long fromProblems(int problems) {
        return when(problems, VerbatimBatch.HEADER_REPEATED, Rule.HEADER_REPEATED)
                | when(problems, VerbatimBatch.TOO_FEW_FIELDS, Rule.TOO_FEW_FIELDS)
                | when(problems, VerbatimBatch.TOO_MANY_FIELDS, Rule.TOO_MANY_FIELDS)
                | when(problems, VerbatimBatch.BROKEN_QUOTES, Rule.BROKEN_QUOTES)
                | when(problems, VerbatimBatch.WRONG_ENCODING, Rule.WRONG_ENCODING);
    }

    private static long fromRemarks(int remarks) {
        return when(remarks, InterpretedBatch.OUT_OF_SCOPE, Rule.EXCLUDED_BY_PROFILE)
                | when(remarks, InterpretedBatch.IDENTITY_MISSING, Rule.MISSING_IDENTITY)
                | when(remarks, InterpretedBatch.IDENTITY_DAMAGED, Rule.DAMAGED_IDENTITY)
                | when(remarks, InterpretedBatch.YES_NO_UNKNOWN, Rule.INVALID_YES_NO)
                | when(remarks, InterpretedBatch.YEAR_CORRECTED, Rule.YEAR_CORRECTED);
    }

    private void checkDates(IncidentColumns c, int n) {
        for (int row = 0; row < n; row++) {
            int occurred = c.occurred[row];
            int recorded = c.recorded[row];
            long rules = 0;
            if (occurred == IncidentDate.INVALID || recorded == IncidentDate.INVALID) {
                rules |= Rule.INVALID_DATE.bit();
            }
            if ((isSeriesRecorded ? recorded : occurred) == IncidentDate.MISSING) {
                rules |= Rule.MISSING_DATE.bit();
            }
            if (occurred >> 1 > extractDay || recorded >> 1 > extractDay) {
                rules |= Rule.DATE_AFTER_EXTRACT.bit();
            }
            if (IncidentDate.isKnown(occurred) && IncidentDate.isKnown(recorded) && occurred >> 1 > recorded >> 1) {
                rules |= recordedBefore(occurred, recorded);
            }
            broken[row] |= rules;
        }
    }

    /** Where only the month of record is known, any day of that month is in order. */
    private static long recordedBefore(int occurred, int recorded) {
        if (IncidentDate.isMonth(recorded)
                && java.time.LocalDate.ofEpochDay(IncidentDate.epochDay(occurred))
                        .withDayOfMonth(1)
                        .equals(java.time.LocalDate.ofEpochDay(IncidentDate.epochDay(recorded)))) {
            return 0;
        }
        return Rule.RECORDED_BEFORE_OCCURRED.bit();
    }

    private void checkCodes(IncidentColumns c, int n) {
        checkColumn(c.recordClass, n, Rule.UNKNOWN_RECORD_CLASS);
        checkColumn(c.area, n, Rule.UNKNOWN_AREA);
        checkColumn(c.communitySet, n, Rule.UNKNOWN_COMMUNITY);
        checkColumn(c.strands, n, Rule.UNKNOWN_STRAND);
        checkColumn(c.offenceGroupSet, n, Rule.UNKNOWN_OFFENCE_GROUP);
        checkColumn(c.locationTypeSet, n, Rule.UNKNOWN_LOCATION_TYPE);
        checkColumn(c.contextSet, n, Rule.UNKNOWN_CONTEXT);
        checkColumn(c.reportingSource, n, Rule.UNKNOWN_REPORTING_SOURCE);
        checkColumn(c.outcome, n, Rule.UNKNOWN_OUTCOME);
        checkColumn(c.incidentCount, n, Rule.INVALID_COUNT);
    }

    private void checkColumn(int[] column, int n, Rule rule) {
        for (int row = 0; row < n; row++) {
            // All ones for a negative value, otherwise nothing.
            broken[row] |= (column[row] >> 31) & rule.bit();
        }
    }

    private static long when(int bits, int bit, Rule rule) {
        return (bits & bit) == 0 ? 0 : rule.bit();
    }

    private static long bits(Rule.Severity severity) {
        long bits = 0;
        for (Rule rule : Rule.values()) {
            if (rule.severity() == severity) {
                bits |= rule.bit();
            }
        }
        return bits;
    }
}
