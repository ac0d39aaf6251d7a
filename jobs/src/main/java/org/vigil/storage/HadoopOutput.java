package org.vigil.storage;

import java.io.IOException;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.StreamCapabilities;
import org.apache.parquet.io.PositionOutputStream;

/** A new file of a Hadoop file system; closing brings it to the disks, where the file system has to be asked to. */
final class HadoopOutput extends PositionOutputStream {
    private final FSDataOutputStream out;
    private boolean closed;

    HadoopOutput(FSDataOutputStream out) {
        this.out = out;
    }

    @Override
    public long getPos() {
        return out.getPos();
    }

    @Override
    public void write(int b) throws IOException {
        out.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (out) {
            if (out.hasCapability(StreamCapabilities.HSYNC)) {
                out.hsync();
            }
        }
    }
}
