package org.vigil.extract;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Bytes held against an encoding without a replacement character hiding what does not fit. */
final class StrictText {
    private StrictText() {}

    /** Whether the bytes of {@code [from, to)} are valid in an encoding that holds ASCII as it is; see {@link #firstInvalid}. */
    static boolean isValid(byte[] bytes, int from, int to, Charset charset, boolean isWhole) {
        return ByteWords.areAscii(bytes, from, to) || firstInvalid(bytes, from, to, charset, isWhole) < 0;
    }

    /**
     * Place of the first byte of {@code [from, to)} that is not valid, or −1.
     *
     * @param isWhole whether a character cut off at the end counts as invalid
     */
    static int firstInvalid(byte[] bytes, int from, int to, Charset charset, boolean isWhole) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, from, to - from);
        CharBuffer out = CharBuffer.allocate(8192);
        while (true) {
            CoderResult result = decoder.decode(in, out, isWhole);
            if (result.isError()) {
                return in.position();
            }
            if (result.isUnderflow()) {
                return -1;
            }
            out.clear();
        }
    }

    /** The same text in UTF-8; the bytes themselves where they are not valid. */
    static byte[] toUtf8(byte[] bytes, int from, int to, Charset charset) {
        try {
            CharBuffer text = charset.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
            return text.toString().getBytes(StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            return java.util.Arrays.copyOfRange(bytes, from, to);
        }
    }
}
