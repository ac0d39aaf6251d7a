package org.vigil.report.chart;

import java.time.LocalDate;

/**
 * A dated event drawn as a dashed line with its name.
 *
 * @param date where the line stands
 * @param name neutral name, shown as given
 * @param dateText the date as shown beneath the name
 */
public record EventMarker(LocalDate date, String name, String dateText) {}
