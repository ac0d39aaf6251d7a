package org.vigil.release;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Zstandard at its default level, without the Hadoop configuration that Parquet's own codecs load.
 *
 * <p>Beside it only pages that are not compressed at all: the files of Vigil have no other codec.
 */
public final class ZstdCodec implements CompressionCodecFactory {
    private static final int LEVEL = 3;

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        expectZstd(codec);
        return new Compressor();
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        if (codec == CompressionCodecName.UNCOMPRESSED) {
            return new AsItIs();
        }
        expectZstd(codec);
        return new Decompressor();
    }

    @Override
    public void release() {
        // Nothing is held between pages.
    }

    private static void expectZstd(CompressionCodecName codec) {
        if (codec != CompressionCodecName.ZSTD) {
            throw new ReleaseException("Could not read a table file: its pages are compressed with " + codec
                    + "; expected ZSTD, as every release is written. Read it with another program.");
        }
    }

    private static final class Compressor implements BytesInputCompressor {
        @Override
        public BytesInput compress(BytesInput bytes) throws IOException {
            return BytesInput.from(Zstd.compress(bytes.toInputStream().readAllBytes(), LEVEL));
        }

        @Override
        public CompressionCodecName getCodecName() {
            return CompressionCodecName.ZSTD;
        }

        @Override
        public void release() {
            // Nothing is held between pages.
        }
    }

    private static final class AsItIs implements BytesInputDecompressor {
        @Override
        public BytesInput decompress(BytesInput bytes, int decompressedSize) {
            return bytes;
        }

        @Override
        public void decompress(ByteBuffer input, int compressedSize, ByteBuffer output, int decompressedSize) {
            output.put(input.slice(input.position(), compressedSize));
            input.position(input.position() + compressedSize);
        }

        @Override
        public void release() {
            // Nothing is held between pages.
        }
    }

    private static final class Decompressor implements BytesInputDecompressor {
        @Override
        public BytesInput decompress(BytesInput bytes, int decompressedSize) throws IOException {
            return BytesInput.from(decompressed(bytes.toInputStream().readAllBytes(), decompressedSize));
        }

        @Override
        public void decompress(ByteBuffer input, int compressedSize, ByteBuffer output, int decompressedSize)
                throws IOException {
            byte[] compressed = new byte[compressedSize];
            input.get(compressed);
            output.put(decompressed(compressed, decompressedSize));
        }

        private static byte[] decompressed(byte[] compressed, int size) throws IOException {
            byte[] plain = new byte[size];
            long written = Zstd.decompress(plain, compressed);
            if (Zstd.isError(written) || written != size) {
                throw new IOException("a page is damaged: it does not decompress to " + size + " bytes");
            }
            return plain;
        }

        @Override
        public void release() {
            // Nothing is held between pages.
        }
    }
}
