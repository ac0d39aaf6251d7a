package org.vigil.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Which units before an event say what is usual.
 *
 * <p>The nearest units, without those raised after earlier events; so many as the rule asks for, reaching back half as far again at most. A unit that holds
 * a break is in no baseline. A change of measurement among the units is a step of the model if there are enough units on each side of it; if there are too
 * few on the far side they are left out, and if there are too few on the near side nothing can be said.
 *
 * @param units in the order of time; empty unless the status has an estimate
 * @param steps changes that the model must know
 * @param known changes on one side of which the whole baseline lies
 * @param isAfter for each known change whether the baseline lies in or after it
 * @param leftOut units raised after earlier events that were left out
 * @param status {@link EffectStatus#OK}, {@link EffectStatus#CONTAMINATED_BASELINE} or why there is no baseline
 */
record BaselineSelection(
        int[] units,
        List<MeasurementChange> steps,
        List<MeasurementChange> known,
        List<Boolean> isAfter,
        int leftOut,
        EffectStatus status) {
    /** Where more than this share would be left out, what is left is not the usual either. */
    private static final double MOST_LEFT_OUT = 0.4;

    /**
     * Selects the units before one.
     *
     * @param before the unit of the event
     * @param raised by unit, whether it was raised after an earlier event
     */
    static BaselineSelection of(
            StudyRule rule, StudyCalendar calendar, List<MeasurementChange> changes, boolean[] raised, int before) {
        boolean isContaminated = isContaminated(rule, raised, before);
        int leftOut = 0;
        int[] chosen = new int[rule.baseline()];
        int free = chosen.length;
        int earliest = Math.max(0, before - rule.reach());
        for (int unit = Math.min(before, calendar.size()) - 1; unit >= earliest && free > 0; unit--) {
            if (raised[unit] && !isContaminated) {
                leftOut++;
            } else if (!isWithinAny(calendar, changes, unit)) {
                chosen[--free] = unit;
            }
        }
        int[] units = Arrays.copyOfRange(chosen, free, chosen.length);
        if (units.length < rule.least()) {
            return without(EffectStatus.INSUFFICIENT_HISTORY);
        }
        return ofUnits(rule, calendar, changes, units, leftOut, isContaminated);
    }

    private static BaselineSelection ofUnits(
            StudyRule rule,
            StudyCalendar calendar,
            List<MeasurementChange> changes,
            int[] units,
            int leftOut,
            boolean isContaminated) {
        List<MeasurementChange> steps = new ArrayList<>();
        int[] kept = units;
        for (MeasurementChange change : changes) {
            IntPredicate isNear = isNear(calendar, change, units);
            int near = (int) Arrays.stream(kept).filter(isNear).count();
            int far = kept.length - near;
            if (far == 0) {
                continue;
            }
            if (near < rule.step()) {
                return without(EffectStatus.SHORT_AFTER_BREAK);
            }
            if (far >= rule.step()) {
                steps.add(change);
            } else {
                kept = Arrays.stream(kept).filter(isNear).toArray();
            }
        }
        return kept.length < rule.least()
                ? without(EffectStatus.SHORT_AFTER_BREAK)
                : selection(calendar, changes, kept, steps, leftOut, isContaminated);
    }

    private static BaselineSelection selection(
            StudyCalendar calendar,
            List<MeasurementChange> changes,
            int[] units,
            List<MeasurementChange> steps,
            int leftOut,
            boolean isContaminated) {
        List<MeasurementChange> known =
                changes.stream().filter(change -> !steps.contains(change)).toList();
        List<Boolean> isAfter = known.stream()
                .map(change -> covers(calendar, change, units[units.length - 1]))
                .toList();
        return new BaselineSelection(
                units,
                List.copyOf(steps),
                known,
                isAfter,
                leftOut,
                isContaminated ? EffectStatus.CONTAMINATED_BASELINE : EffectStatus.OK);
    }

    private static BaselineSelection without(EffectStatus status) {
        return new BaselineSelection(new int[0], List.of(), List.of(), List.of(), 0, status);
    }

    /** The same without the units on the far side of each step: for too few incidents to tell two levels apart. */
    BaselineSelection withoutSteps(StudyCalendar calendar, StudyRule rule) {
        if (steps.isEmpty()) {
            return this;
        }
        int[] kept = units;
        for (MeasurementChange step : steps) {
            kept = Arrays.stream(kept).filter(isNear(calendar, step, units)).toArray();
        }
        List<MeasurementChange> all = new ArrayList<>(known);
        all.addAll(steps);
        return kept.length < rule.least()
                ? without(EffectStatus.SHORT_AFTER_BREAK)
                : selection(calendar, all, kept, List.of(), leftOut, status == EffectStatus.CONTAMINATED_BASELINE);
    }

    /** Whether units were measured as the baseline was, or differ by a step that the model knows. */
    boolean isComparable(StudyCalendar calendar, List<MeasurementChange> changes, int first, int length) {
        for (int unit = first; unit < first + length; unit++) {
            if (isWithinAny(calendar, changes, unit)) {
                return false;
            }
            for (int i = 0; i < known.size(); i++) {
                if (covers(calendar, known.get(i), unit) != isAfter.get(i)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** For each step a column of 0 and 1. */
    List<double[]> stepColumns(StudyCalendar calendar, int[] of) {
        return steps.stream()
                .map(step -> Arrays.stream(of)
                        .mapToDouble(unit -> covers(calendar, step, unit) ? 1 : 0)
                        .toArray())
                .toList();
    }

    /** The units on the near side of every step. */
    int[] nearUnits(StudyCalendar calendar) {
        int[] near = units;
        for (MeasurementChange step : steps) {
            near = Arrays.stream(near).filter(isNear(calendar, step, units)).toArray();
        }
        return near;
    }

    private static boolean isContaminated(StudyRule rule, boolean[] raised, int before) {
        int from = Math.max(0, before - rule.baseline());
        int count = 0;
        for (int unit = from; unit < before; unit++) {
            count += raised[unit] ? 1 : 0;
        }
        return count > MOST_LEFT_OUT * (before - from);
    }

    /** On the same side of a change as the last unit. */
    private static IntPredicate isNear(StudyCalendar calendar, MeasurementChange change, int[] units) {
        boolean side = covers(calendar, change, units[units.length - 1]);
        return unit -> covers(calendar, change, unit) == side;
    }

    private static boolean covers(StudyCalendar calendar, MeasurementChange change, int unit) {
        return change.covers(calendar.firstDay(unit), calendar.lastDay(unit));
    }

    /** A loop, because a stream for each of millions of units takes a tenth of the whole run. */
    private static boolean isWithinAny(StudyCalendar calendar, List<MeasurementChange> changes, int unit) {
        for (MeasurementChange change : changes) {
            if (change.isWithin(calendar.firstDay(unit), calendar.lastDay(unit))) {
                return true;
            }
        }
        return false;
    }
}
