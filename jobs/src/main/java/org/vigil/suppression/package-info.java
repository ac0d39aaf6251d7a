/**
 * Small counts hidden in tables that add up, and the proof that they cannot be worked out again.
 *
 * <p>One block is one source, one community and one financial year: areas within the whole area, months within quarters within the year. Small counts are hidden
 * ({@link org.vigil.suppression.PrimarySuppression}), others with them so that sums do not give them away ({@link org.vigil.suppression.SecondarySuppression}), and
 * every hidden cell is audited ({@link org.vigil.suppression.NetworkAudit}): first each community for itself, then communities against each other
 * ({@link org.vigil.suppression.RelatedAudit}), then what is published now against all that was published before ({@link org.vigil.suppression.VintageChain}).
 */
@NullMarked
package org.vigil.suppression;

import org.jspecify.annotations.NullMarked;
