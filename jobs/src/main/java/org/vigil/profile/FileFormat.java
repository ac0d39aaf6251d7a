package org.vigil.profile;

import java.nio.charset.Charset;
import java.util.Optional;

/**
 * How a file is written. Line ends (LF, CRLF, lone CR), a byte order mark and gzip are recognised, not declared.
 *
 * @param charset encoding; bytes that are not valid in it are findings
 * @param delimiter one ASCII character between fields
 * @param layout one record in a row, or one record in each of many value columns
 * @param valueColumns in a wide layout, the pattern ({@code yyyyMM}) that the header of a value column fits
 */
public record FileFormat(Charset charset, char delimiter, Layout layout, Optional<String> valueColumns) {

    /** Where a record stands in the file. */
    public enum Layout {
        /** A row is a record. */
        LONG,
        /** A row holds one record for each value column; the header of that column is part of the record. */
        WIDE
    }
}
