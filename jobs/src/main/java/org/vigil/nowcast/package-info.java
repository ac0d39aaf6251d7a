/**
 * How many incidents of recent weeks are still to be recorded, from how late those of earlier weeks were.
 *
 * <p>The multiplicative model of the reporting triangle: a share of the incidents of a week for each week of delay, and negative binomial counts around it
 * whose spread is that of earlier nowcasts. Johnson, K. E. et al. (2025), baselinenowcast, describes the same estimators; the uncertainty of a horizon
 * comes from nowcasts made again as they would have been made then.
 */
@NullMarked
package org.vigil.nowcast;

import org.jspecify.annotations.NullMarked;
