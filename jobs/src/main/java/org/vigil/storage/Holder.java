package org.vigil.storage;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

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

    /** Without data binding, which would take most of the time of taking a lock. */
    private static final JsonFactory JSON = new JsonFactory();

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
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("user", user);
            json.writeStringField("host", host);
            json.writeStringField("machine", machine);
            json.writeNumberField("process", process);
            json.writeStringField("process-start", start);
            json.writeStringField("taken-at", takenAt.toString());
            json.writeStringField("last-sign-of-life", lastSign.toString());
            json.writeBooleanField("released", released);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Text in memory takes everything", e);
        }
        return (text.toString() + '\n').getBytes(StandardCharsets.UTF_8);
    }

    /** @throws Refusal if this is no lock */
    static Holder of(byte[] json) throws Refusal {
        try (JsonParser parser = JSON.createParser(json)) {
            Map<String, String> fields = new HashMap<>();
            while (parser.nextToken() != null) {
                if (parser.currentToken().isScalarValue() && parser.currentName() != null) {
                    fields.put(parser.currentName(), parser.getText());
                }
            }
            return new Holder(
                    field(fields, "user"),
                    field(fields, "host"),
                    field(fields, "machine"),
                    Long.parseLong(field(fields, "process")),
                    field(fields, "process-start"),
                    Instant.parse(field(fields, "taken-at")),
                    Instant.parse(field(fields, "last-sign-of-life")),
                    Boolean.parseBoolean(field(fields, "released")));
        } catch (IOException | IllegalArgumentException | DateTimeParseException e) {
            throw new Refusal(
                    "the file is no lock of this version of Vigil; expected what a run writes. Make sure that no run is"
                            + " using the store, then delete the folder of the lock.");
        }
    }

    private static String field(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name);
        }
        return value;
    }
}
