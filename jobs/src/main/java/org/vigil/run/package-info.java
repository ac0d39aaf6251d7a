/** The steps of a run, from inspected files to a published release. */
@NullMarked
package org.vigil.run;

import org.jspecify.annotations.NullMarked;
