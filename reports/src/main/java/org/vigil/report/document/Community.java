package org.vigil.report.document;

import java.util.List;

/**
 * One target community as a report shows it.
 *
 * @param code its code
 * @param label its own name
 * @param kind total, community, umbrella, mixed-group, not-monitored or unknown
 * @param partOf code of the wider community, or the empty text
 * @param sortOrder order in reports
 * @param publisherLabels the publisher's own words for it
 */
record Community(String code, String label, String kind, String partOf, long sortOrder, List<String> publisherLabels) {
    static final String ALL = "all";
    static final String TOTAL_KIND = "total";
    static final String UNKNOWN_KIND = "unknown";

    Community {
        publisherLabels = List.copyOf(publisherLabels);
    }

    String publisherText() {
        return String.join("; ", publisherLabels);
    }
}
