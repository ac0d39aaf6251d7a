package org.vigil.report.text;

import java.util.Optional;

/**
 * An interval read back from the text that reports make of it: {@code 38 to 56}, {@code −6.1 to +18.4%}, {@code above 1.25}.
 *
 * @param lower lower end
 * @param upper upper end, in the same unit; empty where there is no upper limit
 */
public record WrittenInterval(WrittenNumber lower, Optional<WrittenNumber> upper) {
    private static final String BETWEEN = " to ";
    private static final String ABOVE = "above ";

    /** The interval that a text is; empty where it is anything else. A unit that stands at one end is that of both. */
    public static Optional<WrittenInterval> read(String text) {
        if (text.startsWith(ABOVE)) {
            return WrittenNumber.read(text.substring(ABOVE.length()))
                    .map(lower -> new WrittenInterval(lower, Optional.empty()));
        }
        int between = text.indexOf(BETWEEN);
        if (between < 0) {
            return Optional.empty();
        }
        Optional<WrittenNumber> lower = WrittenNumber.read(text.substring(0, between));
        Optional<WrittenNumber> upper = WrittenNumber.read(text.substring(between + BETWEEN.length()));
        return lower.isPresent() && upper.isPresent() ? between(lower.get(), upper.get()) : Optional.empty();
    }

    private static Optional<WrittenInterval> between(WrittenNumber lower, WrittenNumber upper) {
        if (lower.unit() == WrittenNumber.Unit.UNSTATED) {
            return Optional.of(new WrittenInterval(lower.in(upper.unit()), Optional.of(upper)));
        }
        return upper.unit() == WrittenNumber.Unit.UNSTATED || upper.unit() == lower.unit()
                ? Optional.of(new WrittenInterval(lower, Optional.of(upper.in(lower.unit()))))
                : Optional.empty();
    }
}
