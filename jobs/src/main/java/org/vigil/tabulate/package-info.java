/** From cubes and tallies to the rows of the published tables: periods, margins, zeros from coverage, rates, statuses. */
@NullMarked
package org.vigil.tabulate;

import org.jspecify.annotations.NullMarked;
