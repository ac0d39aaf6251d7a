/** Whether a week counts more than usual: an upper bound for the count of each week, from the weeks before it. */
@NullMarked
package org.vigil.alarm;

import org.jspecify.annotations.NullMarked;
