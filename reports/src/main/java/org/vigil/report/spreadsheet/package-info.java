/**
 * Workbooks in the OpenDocument format that keep to the rules for accessible spreadsheets: cover, contents, notes, and one table a sheet.
 */
@NullMarked
package org.vigil.report.spreadsheet;

import org.jspecify.annotations.NullMarked;
