package org.vigil.spark;

import java.io.Serializable;
import org.vigil.incident.PackedIncidents;

/**
 * Rows of one layer under their new keys. Where a record's order names its extract, these name the change that the row makes: a layer has one extract
 * only.
 *
 * @param layer index of the layer; negative for {@code unknown} alone
 * @param rows the rows; of those that vanished only the key counts
 * @param unknown incidents of the newest state whose ids were not found
 */
record MovedRows(int layer, PackedIncidents rows, long unknown) implements Serializable {}
