/**
 * What may leave, and in which form: the only maker of protected counts, tables and releases.
 *
 * <p>A public release is made of {@link org.vigil.disclosure.ProtectedTable}s, those of {@link org.vigil.disclosure.ProtectedCount}s, and these come from the
 * {@link org.vigil.disclosure.VintageLedger}, which draws a cell when its vintage is due and at no other time.
 */
@NullMarked
package org.vigil.disclosure;

import org.jspecify.annotations.NullMarked;
