package org.vigil.report.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Moves labels at the ends of lines apart: none above another, each as near to its line as the others allow. */
final class LabelStack {
    private LabelStack() {}

    /**
     * Centres of labels so that they do not overlap.
     *
     * @param wanted wished centre of each label
     * @param heights height of each label
     * @param top smallest upper edge
     * @param bottom largest lower edge; kept unless all labels together are taller
     * @return centres in the order given
     */
    static double[] spread(List<Double> wanted, List<Double> heights, double top, double bottom) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(wanted::get));
        double[] centres = new double[wanted.size()];
        double edge = top;
        for (int i : order) {
            centres[i] = Math.max(wanted.get(i), edge + heights.get(i) / 2);
            edge = centres[i] + heights.get(i) / 2;
        }
        edge = bottom;
        for (int k = order.size() - 1; k >= 0; k--) {
            int i = order.get(k);
            centres[i] = Math.min(centres[i], edge - heights.get(i) / 2);
            edge = centres[i] - heights.get(i) / 2;
        }
        return centres;
    }
}
