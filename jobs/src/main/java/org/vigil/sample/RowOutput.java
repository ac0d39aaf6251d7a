package org.vigil.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file written row by row through one large buffer, without a text for any field. */
final class RowOutput implements AutoCloseable {
    private static final int CAPACITY = 1 << 20;

    /** No row of these extracts is longer. */
    private static final int LONGEST_ROW = 1 << 10;

    private final OutputStream file;
    private final byte[] buffer = new byte[CAPACITY];
    private int length;

    RowOutput(Path path) throws IOException {
        this.file = Files.newOutputStream(path);
    }

    /** Adds bytes to the row. */
    void add(byte[] bytes) {
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
    }

    /** Adds a comma and bytes to the row. */
    void addField(byte[] bytes) {
        buffer[length++] = ',';
        add(bytes);
    }

    /** Adds a number to the row, with zeros before it. */
    void addNumber(long number, int digits) {
        long rest = number;
        for (int place = length + digits - 1; place >= length; place--) {
            buffer[place] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
    }

    /** Ends the row. */
    void endRow() throws IOException {
        buffer[length++] = '\n';
        if (length > CAPACITY - LONGEST_ROW) {
            file.write(buffer, 0, length);
            length = 0;
        }
    }

    /** Writes a whole line of text. */
    void line(String text) throws IOException {
        add(text.getBytes(StandardCharsets.UTF_8));
        endRow();
    }

    @Override
    public void close() throws IOException {
        try (file) {
            file.write(buffer, 0, length);
        }
    }
}
