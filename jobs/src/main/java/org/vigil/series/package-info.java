/** What models see: the counts of one community in one area over time, at the grain that its source knows. */
@NullMarked
package org.vigil.series;

import org.jspecify.annotations.NullMarked;
