/**
 * What a report says in words: numbers, dates, comparisons, headlines, sentences and text alternatives, all computed from the figures.
 */
@NullMarked
package org.vigil.report.text;

import org.jspecify.annotations.NullMarked;
