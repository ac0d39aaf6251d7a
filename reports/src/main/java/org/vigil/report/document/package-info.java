/**
 * From a release to documents: the figures of one source become a {@link org.vigil.report.document.Report}, one template writes it, and the
 * same markup becomes a tagged PDF and a self-contained web page.
 */
@NullMarked
package org.vigil.report.document;

import org.jspecify.annotations.NullMarked;
