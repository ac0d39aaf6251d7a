package org.vigil.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/**
 * Whose a lock is, as its file says it.
 *
 * @param user account
 * @param host name of the machine, for people
 * @param machine see {@link RunningProcess#machine()}
 * @param process its number
 * @param start see {@link RunningProcess#startOf}
 * @param takenAt when the lock was taken
 * @param lastSign the last sign of life
 * @param released whether it was given back
 */
record Holder(
        String user,
        String host,
        String machine,
        long process,
        String start,
        Instant takenAt,
        Instant lastSign,
        boolean released) {
    /** Twenty signs of life missed. Clocks of machines that share a store must agree better than that. */
    static final Duration SILENCE = Duration.ofMinutes(10);

    private static final JsonMapper MAPPER = new JsonMapper();

    static Holder thisProcess(Instant now) {
        long process = ProcessHandle.current().pid();
        return new Holder(
                System.getProperty("user.name", "unknown"),
                RunningProcess.host(),
                RunningProcess.machine(),
                process,
                RunningProcess.startOf(process),
                now,
                now,
                false);
    }

    Holder withSign(Instant now) {
        return new Holder(user, host, machine, process, start, takenAt, now, released);
    }

    Holder withRelease(Instant now) {
        return new Holder(user, host, machine, process, start, takenAt, now, true);
    }

    /**
     * Whether nobody needs this lock any more: it was given back, its process has ended, or, where {@code asker} cannot see its process, it has given no
     * sign of life for {@link #SILENCE}. Other accounts' processes may be invisible, so only one's own are looked for.
     */
    boolean isGone(Holder asker) {
        if (released) {
            return true;
        }
        return isBeside(asker)
                ? !RunningProcess.startOf(process).equals(start)
                : lastSign.plus(SILENCE).isBefore(asker.takenAt);
    }

    private boolean isBeside(Holder other) {
        return machine.equals(other.machine) && user.equals(other.user);
    }

    /** Who holds the lock of {@code location}, and what to do, for {@code asker}. */
    String sentence(String location, Holder asker) {
        long silentSeconds =
                Math.max(0, Duration.between(lastSign, asker.takenAt).toSeconds());
        String remedy = isBeside(asker)
                ? "Wait until it has ended, or stop that process: the next run then takes over at once."
                : "Wait until it has ended; after " + SILENCE.toMinutes()
                        + " minutes without a sign of life the next run takes over.";
        return "Could not take the lock of " + location + ": found it held by user " + user + " on host " + host
                + ", process "
                + process + ", since " + takenAt.truncatedTo(ChronoUnit.SECONDS) + ", last sign of life "
                + silentSeconds
                + " s ago; expected no other run. " + remedy;
    }

    byte[] toJson() {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("user", user);
        json.put("host", host);
        json.put("machine", machine);
        json.put("process", process);
        json.put("process-start", start);
        json.put("taken-at", takenAt.toString());
        json.put("last-sign-of-life", lastSign.toString());
        json.put("released", released);
        return (json.toPrettyString() + '\n').getBytes(StandardCharsets.UTF_8);
    }

    /** @throws Refusal if this is no lock */
    static Holder of(byte[] json) throws Refusal {
        try {
            JsonNode read = MAPPER.readTree(json);
            return new Holder(
                    read.required("user").textValue(),
                    read.required("host").textValue(),
                    read.required("machine").textValue(),
                    read.required("process").longValue(),
                    read.required("process-start").textValue(),
                    Instant.parse(read.required("taken-at").asText()),
                    Instant.parse(read.required("last-sign-of-life").asText()),
                    read.required("released").booleanValue());
        } catch (IOException | IllegalArgumentException | DateTimeParseException e) {
            throw new Refusal(
                    "the file is no lock of this version of Vigil; expected what a run writes. Make sure that no run is"
                            + " using the store, then delete the folder of the lock.");
        }
    }
}
