package org.vigil.cube;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;

/**
 * Sums of record keys, modulo 2 to the power of 64, of the cells of a cube that a public release may draw: by day and by month of the series date, and by quarter
 * with one further characteristic. What was added can be taken out again.
 */
final class KeySums {
    private final LongCounts days = new LongCounts();
    private final LongCounts months = new LongCounts();
    private final LongCounts breakdowns = new LongCounts();

    void addDay(long place, long key) {
        days.add(place, key);
    }

    void addMonth(long place, long key) {
        months.add(place, key);
    }

    void addBreakdown(long cell, long key) {
        breakdowns.add(cell, key);
    }

    long onDay(long place) {
        return days.get(place);
    }

    long inMonth(long place) {
        return months.get(place);
    }

    long inBreakdown(long cell) {
        return breakdowns.get(cell);
    }

    void merge(KeySums other) {
        days.merge(other.days);
        months.merge(other.months);
        breakdowns.merge(other.breakdowns);
    }

    /** Equal sums give equal bytes. */
    void writeTo(ObjectOutput out) throws IOException {
        days.writeTo(out);
        months.writeTo(out);
        breakdowns.writeTo(out);
    }

    byte[] written() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static KeySums readFrom(ObjectInput in) throws IOException {
        KeySums sums = new KeySums();
        sums.days.readFrom(in);
        sums.months.readFrom(in);
        sums.breakdowns.readFrom(in);
        return sums;
    }
}
