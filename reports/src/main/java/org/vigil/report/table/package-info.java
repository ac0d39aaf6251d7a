/**
 * Tables as readers see them: one header row, every row with a header cell, notes beneath, and the same cells as CSV.
 */
@NullMarked
package org.vigil.report.table;

import org.jspecify.annotations.NullMarked;
