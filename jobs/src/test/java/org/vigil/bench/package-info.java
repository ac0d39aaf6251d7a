/**
 * The cold job of a run against the same job in DuckDB and in Spark SQL: each competitor is a process of its own, timed as a whole, by turns, and
 * what they write is compared cell by cell. Not part of the product, as the peers are not.
 */
@NullMarked
package org.vigil.bench;

import org.jspecify.annotations.NullMarked;
