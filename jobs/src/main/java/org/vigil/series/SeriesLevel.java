package org.vigil.series;

/** How much of a source a series counts; models of the same level are calibrated together and tested together. */
public enum SeriesLevel {
    /** All incidents of the whole area. */
    WHOLE_AREA_TOTAL,
    /** One community in the whole area. */
    WHOLE_AREA,
    /** All incidents of a borough. */
    BOROUGH_TOTAL,
    /** One community in a borough. */
    BOROUGH;

    /** Whether the series counts the whole area. */
    public boolean isWholeArea() {
        return this == WHOLE_AREA_TOTAL || this == WHOLE_AREA;
    }

    /** Whether the series counts all communities. */
    public boolean isTotal() {
        return this == WHOLE_AREA_TOTAL || this == BOROUGH_TOTAL;
    }
}
