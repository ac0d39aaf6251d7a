package org.vigil.spark;

import java.io.Serializable;

/**
 * One file of an export.
 *
 * @param name below the folder of the export
 * @param rows rows in it
 * @param bytes its size
 * @param sha256 its checksum, 64 hexadecimal digits
 */
public record ExportedFile(String name, long rows, long bytes, String sha256) implements Serializable {}
