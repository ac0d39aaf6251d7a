package org.vigil.report.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYDataset;
import org.vigil.report.text.NumberText;

/**
 * An x–y plot in the house theme. JFreeChart draws the marks and the grid; labels are ours, because JFreeChart would ask the machine for
 * text widths, which differ between Java versions.
 */
final class XyFrame {
    private final XYPlot plot;
    private final NumberAxis domain = axis();
    private final NumberAxis range = axis();
    private final Rectangle2D plotArea;
    private int datasets;

    /**
     * Prepares a plot.
     *
     * @param plotArea where the data go, in pixels
     * @param xFrom left end of the x axis
     * @param xTo right end
     * @param yTo upper end of the y axis, which starts at 0
     * @param yStep distance of horizontal grid lines
     */
    XyFrame(Rectangle2D plotArea, double xFrom, double xTo, double yTo, double yStep) {
        this.plotArea = plotArea;
        domain.setRange(xFrom, xTo);
        domain.setTickUnit(new NumberTickUnit(xTo - xFrom));
        range.setRange(0, yTo);
        range.setTickUnit(new NumberTickUnit(yStep));
        plot = new XYPlot(null, domain, range, null);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(Palette.GRID);
        plot.setRangeGridlineStroke(new BasicStroke(1f));
        plot.setRangeZeroBaselineVisible(false);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        plot.setNoDataMessageFont(HouseFont.REGULAR.at(Ink.TEXT_SIZE));
        plot.setFixedDomainAxisSpace(new AxisSpace());
        plot.setFixedRangeAxisSpace(new AxisSpace());
    }

    private static NumberAxis axis() {
        NumberAxis axis = new NumberAxis();
        axis.setTickLabelsVisible(false);
        axis.setTickMarksVisible(false);
        axis.setAxisLineVisible(false);
        axis.setTickLabelFont(HouseFont.REGULAR.at(Ink.TEXT_SIZE));
        axis.setLabelFont(HouseFont.REGULAR.at(Ink.TEXT_SIZE));
        return axis;
    }

    /** Adds marks; the first added is painted first. */
    void add(XYDataset dataset, XYItemRenderer renderer) {
        plot.setDataset(datasets, dataset);
        plot.setRenderer(datasets, renderer);
        datasets++;
    }

    /** Paints marks and grid, then the base line. */
    void paint(Graphics2D g) {
        JFreeChart chart = new JFreeChart(null, HouseFont.BOLD.at(Ink.TEXT_SIZE), plot, false);
        chart.setBackgroundPaint(null);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        Shape clip = g.getClip();
        chart.draw(g, plotArea);
        g.setClip(clip);
        new Ink(g).line(left(), bottom(), right(), bottom(), Palette.AXIS, 1f);
    }

    /** Paints the grid and the base line alone, for marks that are drawn by hand. */
    void paintGrid(Ink ink, Scale scale) {
        for (double tick : scale.ticks()) {
            ink.line(left(), y(tick), right(), y(tick), tick == 0 ? Palette.AXIS : Palette.GRID, 1f);
        }
    }

    /** Writes the value of each grid line to the left of it. */
    void labelRange(Graphics2D g, Scale scale) {
        for (double tick : scale.ticks()) {
            new Ink(g)
                    .right(
                            NumberText.count(Math.round(tick)),
                            HouseFont.REGULAR,
                            Ink.TEXT_SIZE,
                            Palette.MUTED,
                            left() - 8,
                            y(tick) + 4);
        }
    }

    double x(double value) {
        return domain.valueToJava2D(value, plotArea, RectangleEdge.BOTTOM);
    }

    /** Where a day begins on a time axis counted in days since 1970. */
    double x(LocalDate day) {
        return x((double) day.toEpochDay());
    }

    double y(double value) {
        return range.valueToJava2D(value, plotArea, RectangleEdge.LEFT);
    }

    double left() {
        return plotArea.getMinX();
    }

    double right() {
        return plotArea.getMaxX();
    }

    double top() {
        return plotArea.getMinY();
    }

    double bottom() {
        return plotArea.getMaxY();
    }
}
