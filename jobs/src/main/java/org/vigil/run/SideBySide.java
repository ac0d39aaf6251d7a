package org.vigil.run;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The same work on several things at once, with the outcome of doing it one by one: results in order, and the first failure in order. */
final class SideBySide {
    private SideBySide() {}

    static <T, R> List<R> map(List<T> things, Function<T, R> work) {
        List<CompletableFuture<R>> started = things.stream()
                .map(thing -> CompletableFuture.supplyAsync(() -> work.apply(thing)))
                .collect(Collectors.toList());
        return started.stream().map(SideBySide::resultOf).toList();
    }

    private static <R> R resultOf(CompletableFuture<R> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }
}
