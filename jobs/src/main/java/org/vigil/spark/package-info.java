/**
 * The only package that knows Spark: a session, and the few distributed operations a run needs. Everything that is computed is computed by the
 * stages, which know nothing of it.
 */
@NullMarked
package org.vigil.spark;

import org.jspecify.annotations.NullMarked;
