/**
 * A real browser for tests of web pages: Chromium without a window, driven over its DevTools protocol.
 *
 * @see <a href="https://chromedevtools.github.io/devtools-protocol/">The protocol</a>
 */
@NullMarked
package org.vigil.report.browser;

import org.jspecify.annotations.NullMarked;
