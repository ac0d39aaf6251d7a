/**
 * Proof that nothing is lost: the weekly job is killed, started twice at once, and left without room, in processes of its own, and what it leaves is
 * compared with what an uninterrupted run leaves. Not part of the product.
 */
@NullMarked
package org.vigil.crash;

import org.jspecify.annotations.NullMarked;
