package org.vigil.report.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as reports write them: commas between thousands, a true minus sign, one decimal for rates and percentages. */
public final class NumberText {
    private static final String MINUS = "\u2212";
    private static final double LEAST_PROBABILITY = 0.001;

    private NumberText() {}

    /** A whole number with commas: {@code 24,896}. */
    public static String count(long value) {
        return (value < 0 ? MINUS : "") + String.format(Locale.ROOT, "%,d", Math.abs(value));
    }

    /** A number with one decimal, rounded half up, and commas: {@code 1,283.4}. */
    public static String oneDecimal(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
        return (rounded.signum() < 0 ? MINUS : "") + String.format(Locale.ROOT, "%,.1f", rounded.abs());
    }

    /** A number above zero that one decimal would show as zero: {@code under 0.1}; any other with one decimal. */
    public static String oneDecimalOrUnder(double value) {
        String text = oneDecimal(value);
        return value > 0 && text.equals("0.0") ? "under 0.1" : text;
    }

    /** A number with two decimals, rounded half up: {@code 1.08}. */
    public static String twoDecimals(double value) {
        return String.format(Locale.ROOT, "%,.2f", BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP));
    }

    /** A ratio as precisely as it is read: two decimals below 10, one below 100, none from there on: {@code 1.08}, {@code 44.3}, {@code 356}. */
    public static String ratio(double ratio) {
        BigDecimal exact = BigDecimal.valueOf(ratio);
        int decimals = 2;
        // The rounded number decides, or 9.996 would read 10.00.
        while (decimals > 0
                && exact.setScale(decimals, RoundingMode.HALF_UP).compareTo(BigDecimal.TEN.pow(3 - decimals)) >= 0) {
            decimals--;
        }
        return String.format(Locale.ROOT, "%,." + decimals + "f", exact.setScale(decimals, RoundingMode.HALF_UP));
    }

    /** A ratio as a multiple: {@code ×1.08}. */
    public static String times(double ratio) {
        return "\u00D7" + ratio(ratio);
    }

    /** A probability: {@code 0.012}, and {@code below 0.001} for the smallest. */
    public static String probability(double p) {
        return p < LEAST_PROBABILITY
                ? "below 0.001"
                : String.format(Locale.ROOT, "%.3f", BigDecimal.valueOf(p).setScale(3, RoundingMode.HALF_UP));
    }

    /** A change in per cent with its sign: {@code +8.0%}, {@code −3.7%}, {@code 0.0%}. */
    public static String signedPercent(double percent) {
        BigDecimal rounded = BigDecimal.valueOf(percent).setScale(1, RoundingMode.HALF_UP);
        return (rounded.signum() > 0 ? "+" : "") + oneDecimal(rounded.doubleValue()) + "%";
    }

    /** A change in whole per cent with its sign: {@code +8%}, {@code −4%}, {@code 0%}. */
    public static String signedWholePercent(double percent) {
        long rounded =
                BigDecimal.valueOf(percent).setScale(0, RoundingMode.HALF_UP).longValueExact();
        return (rounded > 0 ? "+" : "") + count(rounded) + "%";
    }

    /** A share in whole per cent: {@code 31%}, and {@code under 1%} for one above zero that would read as zero. */
    public static String wholePercent(double percent) {
        long rounded = Math.round(percent);
        return percent > 0 && rounded == 0 ? "under 1%" : count(rounded) + "%";
    }

    /** A share in per cent: {@code 31.0%}, and {@code under 0.1%} for one above zero that would read as zero. */
    public static String percent(double percent) {
        return oneDecimalOrUnder(percent) + "%";
    }

    /** A noun with its number: {@code 1 offence}, {@code 2 offences}. */
    public static String counted(long value, String singular, String plural) {
        return count(value) + " " + (value == 1 ? singular : plural);
    }
}
