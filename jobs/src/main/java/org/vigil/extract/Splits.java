package org.vigil.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.vigil.profile.FileFormat;

/**
 * Cuts a file at row ends into parts of about equal size.
 *
 * <p>A line end near the wanted place is taken for a row end, and the parts are scanned side by side on that guess. A part that turns out to
 * end within a quoted field shows that the guess behind it was wrong: the cut moves to the end of that row, and the next part is scanned again.
 */
public final class Splits {
    private Splits() {}

    /**
     * The splits of a file, in order; together they are the file without its byte order mark.
     *
     * @param targetBytes wanted size; the whole file is one split if it is no larger, or compressed
     * @throws ExtractException if the file cannot be read
     */
    public static List<Split> of(Path file, FileFormat format, long targetBytes) {
        return of(file, format, targetBytes, SplitReader.MAX_ROW, RowScan.BLOCK);
    }

    static List<Split> of(Path file, FileFormat format, long targetBytes, int maxRow, int block) {
        if (targetBytes < 1) {
            throw new IllegalArgumentException("size of a split: found " + targetBytes + " bytes; expected 1 or more");
        }
        try {
            if (isGzip(file)) {
                return List.of(new Split(file.toString(), 0, Long.MAX_VALUE, true, true, 0));
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                return new Cutter(file, channel, format.delimiter(), maxRow, block).cut(targetBytes);
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** Whether the file starts with the two bytes of gzip. */
    static boolean isGzip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] magic = in.readNBytes(2);
            return magic.length == 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b;
        }
    }

    private static ExtractException unreadable(Path file, IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return new ExtractException(
                    "Cannot read " + file + ": there is no such file. Check the path in the configuration.", cause);
        }
        return new ExtractException(
                "Cannot read " + file + ": " + cause + ". Check that the file is still there and readable.", cause);
    }

    /** The cutting of one plain file. */
    private static final class Cutter {
        private final Path file;
        private final FileChannel channel;
        private final char delimiter;
        private final int maxRow;
        private final int block;
        private final long end;

        Cutter(Path file, FileChannel channel, char delimiter, int maxRow, int block) throws IOException {
            this.file = file;
            this.channel = channel;
            this.delimiter = delimiter;
            this.maxRow = maxRow;
            this.block = block;
            this.end = channel.size();
        }

        List<Split> cut(long targetBytes) throws IOException {
            if (end <= targetBytes) {
                return List.of(split(0, end, 0));
            }
            long[] guesses = guesses(targetBytes);
            RowScan.Result[] results = IntStream.range(0, guesses.length - 1)
                    .parallel()
                    .mapToObj(k -> scan(guesses[k], guesses[k + 1]))
                    .toArray(RowScan.Result[]::new);

            List<Split> splits = new ArrayList<>();
            RowScan scan = newScan();
            long splitStart = guesses[0];
            long splitRow = 0;
            long row = 0;
            long at = guesses[0];
            int next = 1;
            while (next < guesses.length) {
                RowScan.Result result = at == guesses[next - 1] ? results[next - 1] : scan.scan(at, guesses[next]);
                row += result.rows();
                at = guesses[next];
                if (!result.isComplete()) {
                    at = scan.endOfRow(result.openRowStart());
                    row++;
                }
                if (at >= guesses[next] && at < end && row > splitRow) {
                    splits.add(split(splitStart, at, splitRow));
                    splitStart = at;
                    splitRow = row;
                }
                while (next < guesses.length && guesses[next] <= at) {
                    next++;
                }
            }
            splits.add(split(splitStart, end, splitRow));
            return splits;
        }

        /** Row starts near the wanted places, if every line end is a row end; the first is the start of the text. */
        private long[] guesses(long targetBytes) throws IOException {
            RowScan scan = newScan();
            List<Long> starts = new ArrayList<>();
            starts.add(startsWithMark() ? 3L : 0L);
            while (true) {
                long last = starts.get(starts.size() - 1);
                long guess = end - last <= targetBytes ? end : scan.nextLine(last + targetBytes - 1);
                if (guess >= end) {
                    return starts.stream().mapToLong(Long::longValue).toArray();
                }
                starts.add(guess);
            }
        }

        private boolean startsWithMark() throws IOException {
            ByteBuffer mark = ByteBuffer.allocate(3);
            return channel.read(mark, 0) == 3
                    && mark.get(0) == (byte) 0xEF
                    && mark.get(1) == (byte) 0xBB
                    && mark.get(2) == (byte) 0xBF;
        }

        private RowScan.Result scan(long from, long to) {
            try {
                return newScan().scan(from, to);
            } catch (IOException e) {
                throw unreadable(file, e);
            }
        }

        private RowScan newScan() {
            return new RowScan(channel, end, delimiter, maxRow, block);
        }

        /** Rows are counted with the header here, and without it in a split. */
        private Split split(long from, long to, long firstRow) {
            boolean isFirst = firstRow == 0;
            return new Split(file.toString(), isFirst ? 0 : from, to, isFirst, false, Math.max(0, firstRow - 1));
        }
    }
}
