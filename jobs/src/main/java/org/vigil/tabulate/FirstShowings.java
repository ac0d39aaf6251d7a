package org.vigil.tabulate;

import org.vigil.cube.WeekDelays;
import org.vigil.nowcast.WeeklyExtracts;

/**
 * How late the incidents of a source that is dated by recording first appeared in its extracts.
 *
 * @param sourceCode the source
 * @param weeks the weeks of recording that this is known of
 * @param delays incidents by week recorded and weeks until an extract showed them
 */
public record FirstShowings(String sourceCode, WeeklyExtracts weeks, WeekDelays delays) {}
