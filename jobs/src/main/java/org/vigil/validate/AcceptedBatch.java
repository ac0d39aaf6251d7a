package org.vigil.validate;

import org.vigil.incident.IncidentColumns;

/**
 * The records of a batch that broke no rejecting rule: the only form in which incidents go on. Owned and reused by the {@link Validator}.
 *
 * @param columns all records of the batch, in codes
 * @param rows places in {@code columns} of the accepted ones; only the first {@code size} count
 * @param size number of accepted records
 */
public record AcceptedBatch(IncidentColumns columns, int[] rows, int size) {}
