/**
 * What a release <em>is</em>: every published table and column, declared once.
 *
 * <p>From the declarations in {@link org.vigil.release.PublishedTables} come the Parquet schema with field metadata, the CSV header, the data
 * dictionary, the Data Package descriptor and the reader. Jobs fill the tables; reports and researchers read them.
 */
@NullMarked
package org.vigil.release;

import org.jspecify.annotations.NullMarked;
