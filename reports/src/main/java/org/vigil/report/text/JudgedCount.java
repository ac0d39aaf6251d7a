package org.vigil.report.text;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.vigil.release.CellStatus;

/**
 * What was recorded in a period or window, beside what is usual there.
 *
 * @param recorded empty where the source does not cover it whole
 * @param usualLower lower end of what is usual in 95 of 100 windows; empty where there is no estimate, as is the upper end
 * @param usualUpper upper end
 * @param ratio recorded over usual number; empty where nothing would be usual
 * @param ratioLower lower end of its 95 % interval
 * @param ratioUpper upper end; empty with a ratio where there is no upper limit
 * @param verdict empty where none is given
 * @param modelStatus how the estimate was made, or why there is none, as published
 * @param status shorthand as published, the empty text for none
 */
public record JudgedCount(
        OptionalLong recorded,
        OptionalLong usualLower,
        OptionalLong usualUpper,
        OptionalDouble ratio,
        OptionalDouble ratioLower,
        OptionalDouble ratioUpper,
        Optional<Verdict> verdict,
        String modelStatus,
        String status) {

    /** Whether anything is known of what would be usual. */
    public boolean hasEstimate() {
        return usualLower.isPresent() && usualUpper.isPresent();
    }

    public boolean isProvisional() {
        return status.contains(CellStatus.PROVISIONAL.shorthand());
    }

    public boolean is(Verdict wanted) {
        return verdict.equals(Optional.of(wanted));
    }

    /** Whether there is an estimate and enough for a verdict that says something. */
    public boolean isTelling() {
        return hasEstimate() && !is(Verdict.TOO_FEW_TO_SAY);
    }

    /** What stands where a number is missing: that it is hidden, or that there is none. */
    private String withoutNumber() {
        return status.contains(CellStatus.CONFIDENTIAL.shorthand())
                ? CellStatus.CONFIDENTIAL.shorthand()
                : CellStatus.NOT_AVAILABLE.shorthand();
    }

    /** The number, with [p] while it may change. */
    public String recordedText() {
        if (recorded.isEmpty()) {
            return withoutNumber();
        }
        return NumberText.count(recorded.getAsLong()) + (isProvisional() ? " [p]" : "");
    }

    /** {@code 38 to 56}, or [x]. */
    public String usualText() {
        return hasEstimate()
                ? NumberText.count(usualLower.orElseThrow()) + " to " + NumberText.count(usualUpper.orElseThrow())
                : withoutNumber();
    }

    /** {@code ×1.49}, or [x]. */
    public String ratioText() {
        return ratio.isPresent() ? NumberText.times(ratio.getAsDouble()) : withoutNumber();
    }

    /** {@code 1.25 to 1.84}, {@code above 1.25} where there is no upper limit, or [x]. */
    public String intervalText() {
        if (ratioLower.isEmpty()) {
            return withoutNumber();
        }
        String lower = NumberText.ratio(ratioLower.getAsDouble());
        return ratioUpper.isPresent() ? lower + " to " + NumberText.ratio(ratioUpper.getAsDouble()) : "above " + lower;
    }

    private String unpublishedText() {
        if (status.contains(CellStatus.CONFIDENTIAL.shorthand())) {
            return "hidden";
        }
        return status.contains(CellStatus.NOT_AVAILABLE.shorthand()) ? "not published yet" : "no verdict";
    }

    /** The verdict in its words, or why there is none. */
    public String verdictText() {
        return verdict.map(Verdict::words).orElseGet(() -> switch (modelStatus) {
            case "partial" -> "not over yet";
            case "insufficient_history" -> "too short a history";
            case "short_after_break" -> "too soon after a break";
            case "contaminated_baseline" -> "no undisturbed time before";
            case "not_converged", "not_modelled" -> "no estimate";
            case "not_separable" -> "not told apart from another event";
            default -> recorded.isPresent() || hasEstimate() ? "no verdict" : unpublishedText();
        });
    }
}
