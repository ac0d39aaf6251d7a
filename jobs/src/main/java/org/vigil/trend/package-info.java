/** How a series moves over months and years: rolling sums, changes on the year before, and its level without season and chance. */
@NullMarked
package org.vigil.trend;

import org.jspecify.annotations.NullMarked;
