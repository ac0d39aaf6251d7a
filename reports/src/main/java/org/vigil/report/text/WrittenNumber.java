package org.vigil.report.text;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number read back from the text that {@link NumberText} makes of it, so that tables for machines say what the printed ones say.
 *
 * @param value the number with the decimals that are written; of a percentage the number before the sign
 * @param unit what it is measured in
 */
public record WrittenNumber(BigDecimal value, Unit unit) {
    /** What a number is measured in, as far as its text says so. */
    public enum Unit {
        /** The heading of the column says it. */
        UNSTATED,
        PERCENT,
        /** Times another number. */
        MULTIPLE
    }

    // A leading zero makes a code, not a number: 007.
    private static final Pattern FORM =
            Pattern.compile("(\u00D7?)([+\u2212-]?)(0|[1-9]\\d{0,2}(?:,\\d{3})+|[1-9]\\d*)(\\.\\d+)?(%?)");

    /** The number that a text is; empty where it is a shorthand, holds words beside a number, or anything else. */
    public static Optional<WrittenNumber> read(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        boolean isMultiple = !form.group(1).isEmpty();
        boolean isPercent = !form.group(5).isEmpty();
        if (isMultiple && isPercent) {
            return Optional.empty();
        }
        String decimals = form.group(4) == null ? "" : form.group(4);
        BigDecimal size = new BigDecimal(form.group(3).replace(",", "") + decimals);
        boolean isNegative = form.group(2).equals("\u2212") || form.group(2).equals("-");
        Unit unit = isPercent ? Unit.PERCENT : isMultiple ? Unit.MULTIPLE : Unit.UNSTATED;
        return Optional.of(new WrittenNumber(isNegative ? size.negate() : size, unit));
    }

    /** The same number in another unit. */
    WrittenNumber in(Unit other) {
        return new WrittenNumber(value, other);
    }
}
