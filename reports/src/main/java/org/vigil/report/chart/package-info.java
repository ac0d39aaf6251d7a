/**
 * The house theme and the charts of a report: JFreeChart for axes and series, plain Java drawing for maps, labels and keys.
 *
 * <p>A chart is a {@link org.vigil.report.chart.Drawing}: it paints itself on any {@code Graphics2D}, so the PDF and the HTML show the same
 * vectors. Titles, subtitles and notes never stand inside a picture; they are text of the document.
 */
@NullMarked
package org.vigil.report.chart;

import org.jspecify.annotations.NullMarked;
