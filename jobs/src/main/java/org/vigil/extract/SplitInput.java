package org.vigil.extract;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPInputStream;

/** The bytes of one split, unpacked where the file is compressed. */
final class SplitInput implements Closeable {
    /** One read of the file; small enough to be still in the processor's cache when it is parsed. */
    private static final int READ = 1 << 18;

    private final InputStream stream;

    private SplitInput(InputStream stream) {
        this.stream = stream;
    }

    static SplitInput open(Split split) throws IOException {
        Path file = Path.of(split.file());
        if (split.isGzip()) {
            InputStream raw = Files.newInputStream(file);
            try {
                return new SplitInput(new GZIPInputStream(raw, 1 << 16));
            } catch (IOException e) {
                raw.close();
                throw e;
            }
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        channel.position(split.from());
        return new SplitInput(new Range(channel, split.to()));
    }

    /** Fills up to {@code length} places; fewer only at the end of the split. */
    int read(byte[] buffer, int offset, int length) throws IOException {
        return stream.readNBytes(buffer, offset, length);
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    /** A channel up to a byte. */
    private static final class Range extends InputStream {
        private final FileChannel channel;
        private final long to;

        Range(FileChannel channel, long to) {
            this.channel = channel;
            this.to = to;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            long left = to - channel.position();
            if (left <= 0) {
                return -1;
            }
            return channel.read(ByteBuffer.wrap(buffer, offset, (int) Math.min(Math.min(length, READ), left)));
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
