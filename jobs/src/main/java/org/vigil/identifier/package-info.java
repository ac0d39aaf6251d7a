/** What a value, or a column of values, gives away about a person: detectors that know no file and no profile. */
@NullMarked
package org.vigil.identifier;

import org.jspecify.annotations.NullMarked;
