package org.vigil.series;

import java.io.Serializable;

/**
 * What a series counts, as the published tables key it.
 *
 * @param sourceCode source
 * @param dateBasis the date that places an incident in time
 * @param recordClass crime, non-crime incident, or both
 * @param areaCode borough or whole area
 * @param communityCode target community or all
 */
public record SeriesKey(String sourceCode, String dateBasis, String recordClass, String areaCode, String communityCode)
        implements Serializable {}
