package org.vigil.storage;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Timer;
import java.util.TimerTask;

/**
 * One writer at a time for a folder, on any machine.
 *
 * <p>The folder {@code lock} holds numbered files, and the file with the highest number is the lock. Taking it means making the next number exist
 * ({@link StorageFolder#createAtomically}) when the last was given back or its holder is gone; so of several takers one wins, and a holder that was
 * thought dead finds a higher number than its own. Each file is written by its holder only, and the highest is never deleted, not even when the lock
 * is given back: a taker with an old listing could otherwise make a number that was used before. Lower numbers mean nothing and are swept.
 *
 * <p>A holder is gone if its process on this machine, of this account, has ended; elsewhere, if it has given no sign of life for ten minutes. A thread
 * gives one every 30 seconds. The lock keeps honest runs apart; that no commit is lost even so is the work of the commit step.
 */
public final class StorageLock implements AutoCloseable {
    private static final String FOLDER = "lock";
    private static final String ENDING = ".json";
    private static final Duration SIGN_EVERY = Duration.ofSeconds(30);
    private static final int READINGS = 3;

    private final StorageFolder locks;
    private final String location;
    private final Clock clock;
    private final long number;
    private final Timer signs;
    private Holder holder;

    private StorageLock(StorageFolder locks, String location, Clock clock, long number, Holder holder) {
        this.locks = locks;
        this.location = location;
        this.clock = clock;
        this.number = number;
        this.holder = holder;
        this.signs = new Timer("vigil-sign-of-life", true);
    }

    /**
     * Takes the lock of a folder, over from a run that is gone if need be.
     *
     * @throws HeldException if another run holds it, in this process too
     * @throws StorageException if the folder cannot be written
     */
    public static StorageLock take(StorageFolder folder, Clock clock) {
        return take(folder, clock, Holder.thisProcess(clock.instant()));
    }

    static StorageLock take(StorageFolder folder, Clock clock, Holder taker) {
        StorageFolder locks = folder.folder(FOLDER);
        while (true) {
            OptionalLong last = highest(locks);
            if (last.isPresent()) {
                Optional<Holder> other = holderOf(locks, last.getAsLong());
                if (other.isEmpty()) {
                    continue;
                }
                if (!other.get().isGone(taker)) {
                    throw new HeldException(other.get().sentence(folder.location(), taker));
                }
            }
            long next = last.orElse(0) + 1;
            if (locks.createAtomically(file(next), taker.toJson())) {
                if (highest(locks).orElse(0) == next) {
                    return begun(new StorageLock(locks, folder.location(), clock, next, taker));
                }
                // Others have come and gone since our listing, and ours was a number swept by them.
                locks.delete(file(next));
            }
        }
    }

    private static StorageLock begun(StorageLock lock) {
        TimerTask sign = new TimerTask() {
            @Override
            public void run() {
                lock.tryToGiveSign();
            }
        };
        lock.signs.schedule(sign, SIGN_EVERY.toMillis(), SIGN_EVERY.toMillis());
        numbers(lock.locks).stream()
                .filter(number -> number < lock.number)
                .forEach(number -> lock.locks.delete(file(number)));
        return lock;
    }

    /**
     * Checks that this is still the lock, to be called before a step that cannot be undone.
     *
     * @throws HeldException if another run has taken it over, or if it was removed
     */
    public void requireHeld() {
        OptionalLong last = highest(locks);
        if (last.isPresent() && last.getAsLong() == number) {
            return;
        }
        String found = last.isEmpty()
                ? "it was removed"
                : holderOf(locks, last.getAsLong())
                        .map(other -> "user " + other.user() + " on host " + other.host() + ", process "
                                + other.process() + ", has taken it over")
                        .orElse("another run has taken it over");
        throw new HeldException(
                "Lost the lock of " + location + ": " + found + "; expected it to be this run's until the end. Nothing"
                        + " more was written; run again when no other run is at work.");
    }

    /** A missed sign does no harm, twenty in a row do. */
    private void tryToGiveSign() {
        try {
            giveSign();
        } catch (RuntimeException e) {
            // The file system may answer next time; if it does not, the run itself will meet it.
        }
    }

    synchronized void giveSign() {
        if (!holder.released()) {
            holder = holder.withSign(clock.instant());
            locks.replace(file(number), holder.toJson());
        }
    }

    /** Gives the lock back, unless it is lost already. */
    @Override
    public synchronized void close() {
        signs.cancel();
        if (!holder.released()) {
            holder = holder.withRelease(clock.instant());
            if (highest(locks).orElse(0) == number) {
                locks.replace(file(number), holder.toJson());
            }
        }
    }

    private static OptionalLong highest(StorageFolder locks) {
        return numbers(locks).stream().mapToLong(Long::longValue).max();
    }

    private static List<Long> numbers(StorageFolder locks) {
        return locks.list("").stream()
                .map(StoredFile::name)
                .filter(name -> name.matches("[0-9]{1,18}\\" + ENDING))
                .map(name -> Long.valueOf(name.substring(0, name.length() - ENDING.length())))
                .toList();
    }

    /** Empty if the lock was swept after it was listed. */
    private static Optional<Holder> holderOf(StorageFolder locks, long number) {
        String file = file(number);
        for (int reading = 1; ; reading++) {
            try {
                return Optional.of(Holder.of(locks.read(file)));
            } catch (Refusal e) {
                throw StorageException.failed("read " + file, locks.location(), e);
            } catch (StorageException e) {
                if (!locks.exists(file)) {
                    return Optional.empty();
                }
                if (reading == READINGS) {
                    throw e;
                }
            }
        }
    }

    private static String file(long number) {
        return String.format(Locale.ROOT, "%010d", number) + ENDING;
    }
}
