/**
 * Looks at everything a run depends on before it is needed: machine, folders, key, extracts, and what the last runs have left. Each look is one
 * {@link org.vigil.doctor.Diagnosis}; none leaves anything behind, and none repeats a byte of the key or of an extract.
 */
@NullMarked
package org.vigil.doctor;

import org.jspecify.annotations.NullMarked;
