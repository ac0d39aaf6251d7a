package org.vigil.disclosure;

import java.util.List;

/**
 * What a published series counts.
 *
 * @param sourceCode source
 * @param dateBasis the date that places an incident in time
 * @param recordClass crime, non-crime incident or terrorism-related
 * @param areaCode area, or whole area
 * @param communityCode target community, or all
 * @param dimension a further characteristic, or that it is a window after an event; empty for all incidents
 * @param category code within the dimension; empty for all incidents
 */
public record SeriesName(
        String sourceCode,
        String dateBasis,
        String recordClass,
        String areaCode,
        String communityCode,
        String dimension,
        String category) {
    /** Dimension of windows in the ledger; the category is the event. */
    static final String WINDOW = "event";

    /** Dimension of single days of such windows; the category is the event. */
    static final String DAY = "event-day";

    static final int PARTS = 7;

    public SeriesName {
        LedgerLines.requireCodes(
                List.of(sourceCode, dateBasis, recordClass, areaCode, communityCode, dimension, category));
    }

    /** The series of all incidents of a community in an area. */
    static SeriesName of(String source, String basis, String recordClass, String area, String community) {
        return new SeriesName(source, basis, recordClass, area, community, "", "");
    }

    /** The same series by one further characteristic. */
    SeriesName by(String dimensionCode, String categoryCode) {
        return new SeriesName(sourceCode, dateBasis, recordClass, areaCode, communityCode, dimensionCode, categoryCode);
    }

    /** What no incident may be in two cells of: the series, for windows after events and their days those of all events. */
    SeriesName track() {
        return dimension.equals(WINDOW) || dimension.equals(DAY) ? by(dimension, "") : this;
    }

    List<String> parts() {
        return List.of(sourceCode, dateBasis, recordClass, areaCode, communityCode, dimension, category);
    }

    static SeriesName of(List<String> parts) {
        return new SeriesName(
                parts.get(0), parts.get(1), parts.get(2), parts.get(3), parts.get(4), parts.get(5), parts.get(6));
    }
}
