package org.vigil.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.jspecify.annotations.Nullable;
import org.vigil.statistics.Design;

/**
 * The course of the response to an event by {@link ShapeModel}.
 *
 * <p>Its units are those of the baseline and, behind the event, as many as a whole baseline has and the series covers: all of a series of decades would give
 * one trend to times that have little to do with each other. Units raised after other events are left out. Listed events whose windows overlap those of the
 * event are in the model too, and effects multiply.
 */
final class ShapeStudy {
    /** Windows of several events whose indicators have a greater condition number cannot be told apart. */
    private static final double LARGEST_CONDITION = 1e6;

    private final StudyRule rule;
    private final StudyCalendar calendar;
    private final List<MeasurementChange> changes;
    private final List<EventCluster> listed;
    private final boolean[] raised;
    private final List<Window> windows;

    ShapeStudy(
            StudyRule rule,
            StudyCalendar calendar,
            List<MeasurementChange> changes,
            List<EventCluster> listed,
            boolean[] raised) {
        this.rule = rule;
        this.calendar = calendar;
        this.changes = changes;
        this.listed = listed;
        this.raised = raised;
        this.windows = Window.disjoint(rule.grain());
    }

    /** One result for each disjoint window of the events of a cluster. */
    List<WindowShape> shape(EventCluster cluster, EventBaseline baseline) {
        int start = unitOf(cluster);
        if (!baseline.status().hasEstimate() || start < 0) {
            EffectStatus status = start < 0 ? EffectStatus.INSUFFICIENT_HISTORY : baseline.status();
            return windows.stream()
                    .map(window -> new WindowShape(window, status, null))
                    .toList();
        }
        List<Integer> others = listed.stream()
                .filter(other -> other.events().stream().noneMatch(cluster.events()::contains))
                .map(this::unitOf)
                .filter(other -> Math.abs(other - start) < reach())
                .toList();
        boolean[] isModelled = unitsOf(baseline.selection(), start, others);
        List<int[]> own = windows(isModelled, start);
        List<int[]> near = others.stream()
                .flatMap(other -> windows(isModelled, other).stream())
                .filter(units -> units.length > 0)
                .toList();
        List<EffectStatus> statuses = new ArrayList<>();
        for (int w = 0; w < own.size(); w++) {
            statuses.add(status(baseline, start, windows.get(w), own.get(w)));
        }
        if (baseline.status() == EffectStatus.ZERO_BASELINE) {
            return without(statuses, EffectStatus.ZERO_BASELINE);
        }
        List<int[]> all = new ArrayList<>(own);
        all.removeIf(units -> units.length == 0);
        all.addAll(near);
        if (near.stream().anyMatch(units -> isWithin(own.get(0), units)) || condition(all) > LARGEST_CONDITION) {
            return without(statuses, EffectStatus.NOT_SEPARABLE);
        }
        Optional<List<ShapeModel.Window>> found = fit(baseline, isModelled, all);
        if (found.isEmpty()) {
            return without(statuses, EffectStatus.NOT_CONVERGED);
        }
        List<WindowShape> shapes = new ArrayList<>();
        int fitted = 0;
        for (int w = 0; w < own.size(); w++) {
            ShapeModel.@Nullable Window result =
                    own.get(w).length == 0 ? null : found.get().get(fitted++);
            EffectStatus status = statuses.get(w);
            boolean isTogether =
                    status.hasEstimate() && !cluster.isSeparable() && status != EffectStatus.CONTAMINATED_BASELINE;
            shapes.add(new WindowShape(
                    windows.get(w),
                    isTogether ? EffectStatus.NOT_SEPARABLE : status,
                    status.hasEstimate() ? result : null));
        }
        return shapes;
    }

    /** Units from an event within which its windows lie. */
    private int reach() {
        return windows.get(windows.size() - 1).last() + 1;
    }

    /** By unit, whether it is in the model. */
    private boolean[] unitsOf(BaselineSelection selection, int start, List<Integer> others) {
        boolean[] isModelled = new boolean[calendar.size()];
        for (int unit : selection.units()) {
            isModelled[unit] = true;
        }
        int after = Math.min(calendar.size(), start + rule.baseline());
        for (int unit = start; unit < after; unit++) {
            isModelled[unit] = !raised[unit];
        }
        List<Integer> all = new ArrayList<>(others);
        all.add(start);
        for (int event : all) {
            int first = Math.max(selection.units()[0], event);
            for (int unit = first; unit < Math.min(after, event + reach()); unit++) {
                isModelled[unit] = true;
            }
        }
        for (int unit = selection.units()[0]; unit < after; unit++) {
            isModelled[unit] &= selection.isComparable(calendar, changes, unit, 1);
        }
        return isModelled;
    }

    /** The units of each window of an event that are in the model. */
    private List<int[]> windows(boolean[] isModelled, int start) {
        List<int[]> units = new ArrayList<>();
        for (Window window : windows) {
            int from = Math.max(0, start + window.first());
            int to = Math.max(from, Math.min(isModelled.length, start + window.last() + 1));
            int[] modelled = new int[to - from];
            int size = 0;
            for (int unit = from; unit < to; unit++) {
                if (isModelled[unit]) {
                    modelled[size++] = unit;
                }
            }
            units.add(Arrays.copyOf(modelled, size));
        }
        return units;
    }

    private EffectStatus status(EventBaseline baseline, int start, Window window, int[] modelled) {
        if (start + window.last() >= calendar.size()) {
            return EffectStatus.PARTIAL;
        }
        return modelled.length < window.length() ? EffectStatus.SHORT_AFTER_BREAK : baseline.status();
    }

    private List<WindowShape> without(List<EffectStatus> statuses, EffectStatus reason) {
        List<WindowShape> shapes = new ArrayList<>();
        for (int w = 0; w < windows.size(); w++) {
            EffectStatus status = statuses.get(w);
            shapes.add(new WindowShape(windows.get(w), status.hasEstimate() ? reason : status, null));
        }
        return shapes;
    }

    private static boolean isWithin(int[] units, int[] others) {
        return units.length > 0 && Arrays.stream(units).allMatch(unit -> Arrays.binarySearch(others, unit) >= 0);
    }

    /** Condition number of the indicators of some windows, each of length 1: the root of the ratio of the extreme eigenvalues of their products. */
    private static double condition(List<int[]> windows) {
        double[][] products = new double[windows.size()][windows.size()];
        for (int i = 0; i < products.length; i++) {
            int[] one = windows.get(i);
            for (int j = 0; j < products.length; j++) {
                int[] other = windows.get(j);
                long shared = Arrays.stream(one)
                        .filter(unit -> Arrays.binarySearch(other, unit) >= 0)
                        .count();
                products[i][j] = shared / Math.sqrt((double) one.length * other.length);
            }
        }
        if (products.length == 0) {
            return 1;
        }
        double[] eigenvalues = new EigenDecompositionSymmetric(new Array2DRowRealMatrix(products)).getEigenvalues();
        double least = Arrays.stream(eigenvalues).min().orElseThrow();
        double most = Arrays.stream(eigenvalues).max().orElseThrow();
        return least <= 0 ? Double.POSITIVE_INFINITY : Math.sqrt(most / least);
    }

    private Optional<List<ShapeModel.Window>> fit(EventBaseline baseline, boolean[] isModelled, List<int[]> windows) {
        int[] units = new int[isModelled.length];
        int[] rows = new int[isModelled.length];
        int size = 0;
        for (int unit = 0; unit < isModelled.length; unit++) {
            if (isModelled[unit]) {
                rows[unit] = size;
                units[size++] = unit;
            }
        }
        int[] modelled = Arrays.copyOf(units, size);
        List<double[]> columns =
                new ArrayList<>(calendar.columns(modelled, baseline.model(), Double.POSITIVE_INFINITY));
        columns.addAll(baseline.selection().stepColumns(calendar, modelled));
        return ShapeModel.fit(
                Design.of(columns),
                calendar.counts(modelled),
                calendar.offset(modelled),
                windows.stream()
                        .map(window ->
                                Arrays.stream(window).map(unit -> rows[unit]).toArray())
                        .toList(),
                rule.shapeLag());
    }

    private int unitOf(EventCluster cluster) {
        return calendar.series().indexOf(cluster.start());
    }
}
