/**
 * Synthetic London: extracts about nobody, made from a seed, with the truth written beside them.
 *
 * <p>{@link org.vigil.sample.SampleWriter} makes a small, realistic and deliberately untidy set for demonstrations and tests;
 * {@link org.vigil.sample.BenchmarkExtracts} makes many plain rows quickly. Both write the canonical layout and depend on nothing but their arguments:
 * no clock, no locale, no transcendental function whose last digit differs between Java versions.
 */
@NullMarked
package org.vigil.sample;

import org.jspecify.annotations.NullMarked;
