package org.vigil.report.document;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is read when it is first asked for, by whichever pack is first, and kept. */
final class Once<T> implements Supplier<T> {
    private final Supplier<T> reading;
    private @Nullable T read;

    private Once(Supplier<T> reading) {
        this.reading = reading;
    }

    static <T> Supplier<T> of(Supplier<T> reading) {
        return new Once<>(reading);
    }

    @Override
    public synchronized T get() {
        T known = read;
        if (known == null) {
            known = reading.get();
            read = known;
        }
        return known;
    }
}
