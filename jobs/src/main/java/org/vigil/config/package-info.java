/** The one file that says what a run reads, how much it tolerates and where it writes; checked whole before any record is read. */
@NullMarked
package org.vigil.config;

import org.jspecify.annotations.NullMarked;
