package org.vigil.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Objects;
import org.apache.parquet.io.PositionOutputStream;

/** A new local file; closing brings file and folder to the disk. */
final class LocalOutput extends PositionOutputStream {
    /** Brings the name of the file to the disk. */
    @FunctionalInterface
    interface NameSync {
        void run() throws IOException;
    }

    /** Parquet writes pages as they are and headers byte by byte. */
    private static final int BUFFER_BYTES = 1 << 16;

    private final FileChannel channel;
    private final NameSync nameSync;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    private long written;

    LocalOutput(FileChannel channel, NameSync nameSync) {
        this.channel = channel;
        this.nameSync = nameSync;
    }

    @Override
    public long getPos() {
        return written + buffer.position();
    }

    @Override
    public void write(int b) throws IOException {
        if (!buffer.hasRemaining()) {
            flush();
        }
        buffer.put((byte) b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (length > buffer.remaining()) {
            flush();
        }
        if (length > buffer.remaining()) {
            drain(ByteBuffer.wrap(bytes, offset, length));
        } else {
            buffer.put(bytes, offset, length);
        }
    }

    @Override
    public void flush() throws IOException {
        drain(buffer.flip());
        buffer.clear();
    }

    @Override
    public void close() throws IOException {
        if (!channel.isOpen()) {
            return;
        }
        try (channel) {
            flush();
            channel.force(true);
        }
        nameSync.run();
    }

    private void drain(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            written += channel.write(bytes);
        }
    }
}
