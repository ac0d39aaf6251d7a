/** Numbers in, numbers out: each method with its definition, its reference and values reproduced from an independent implementation. */
@NullMarked
package org.vigil.statistics;

import org.jspecify.annotations.NullMarked;
