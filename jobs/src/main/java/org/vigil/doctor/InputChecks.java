package org.vigil.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vigil.config.Configuration;
import org.vigil.config.KeySource;
import org.vigil.incident.KeyException;

/** Key and extracts of a configuration. Of a key nothing is told but whether it can be used; of an extract its size. */
final class InputChecks {
    private InputChecks() {}

    /** Bytes of all extracts as delivered; those that are not there count nothing. */
    static long bytes(Configuration configuration) {
        return configuration.sources().stream()
                .flatMap(source -> source.extracts().stream())
                .mapToLong(extract -> {
                    try {
                        return Files.size(extract.path());
                    } catch (IOException e) {
                        return 0;
                    }
                })
                .sum();
    }

    /** Reads the key as a run would; makes none. */
    static Diagnosis key(KeySource key, Map<String, String> environment) {
        String check = "Key";
        if (key.byEpoch().isEmpty()) {
            return Diagnosis.ok(
                    check,
                    key instanceof KeySource.Demonstration
                            ? "the demonstration key, for synthetic records"
                            : "none needed");
        }
        try {
            key.look(environment);
        } catch (KeyException e) {
            return Diagnosis.mistaken(check, String.valueOf(e.getMessage()), "", "");
        }
        String found = key.byEpoch().entrySet().stream()
                .map(place ->
                        (key.byEpoch().size() > 1 ? "epoch " + place.getKey() + ": " : "") + found(place.getValue()))
                .collect(Collectors.joining("; "));
        return key.findRemark().isEmpty()
                ? Diagnosis.ok(check, found)
                : Diagnosis.warning(
                        check,
                        found,
                        "a place that other processes of the same owner do not see",
                        "Move it to a file or to a credential of systemd.");
    }

    private static String found(KeySource place) {
        if (place instanceof KeySource.KeyFile file) {
            return file.file()
                    + (file.isStillToBeMade() ? " is made by the first run" : " can be read by its owner only");
        }
        return place instanceof KeySource.Credential credential
                ? "the credential " + credential.name() + " can be read"
                : "the variable " + KeySource.VARIABLE + " holds it";
    }

    /** One line for each source, and one for each extract that cannot be read. */
    static List<Diagnosis> extracts(Configuration configuration) {
        List<Diagnosis> found = new ArrayList<>();
        for (Configuration.Source source : configuration.sources()) {
            List<Diagnosis> unreadable = new ArrayList<>();
            long bytes = 0;
            for (Configuration.Extract extract : source.extracts()) {
                String fault = fault(extract.path());
                if (fault.isEmpty()) {
                    bytes += extract.path().toFile().length();
                } else {
                    unreadable.add(Diagnosis.broken(
                            "Extract",
                            extract.path() + " " + fault,
                            "a file of the source " + source.code(),
                            "Check the path in the configuration, or deliver the file again."));
                }
            }
            int readable = source.extracts().size() - unreadable.size();
            found.add(Diagnosis.ok(
                    "Extracts",
                    readable + " of " + source.extracts().size() + " of " + source.code() + " can be read, "
                            + Sizes.text(bytes)));
            found.addAll(unreadable);
        }
        return found;
    }

    /** A clock before the newest extract is wrong, or the date of the extract is. */
    static Diagnosis clock(Configuration configuration, Clock clock) {
        LocalDate today = LocalDate.now(clock);
        LocalDate newest = configuration.sources().stream()
                .flatMap(source -> source.extracts().stream())
                .map(Configuration.Extract::extractDate)
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
        return today.isBefore(newest)
                ? Diagnosis.warning(
                        "Clock",
                        today + ", before the newest extract of " + newest,
                        "a day on or after it",
                        "Set the machine's clock, or correct extract-date.")
                : Diagnosis.ok("Clock", today + ", the newest extract is of " + newest);
    }

    /** What is wrong with a file, or nothing. Opens it, because rights are not always what they look like. */
    private static String fault(Path file) {
        if (!Files.exists(file)) {
            return "does not exist";
        }
        if (!Files.isRegularFile(file)) {
            return "is not a file";
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() < 0 ? "is empty" : "";
        } catch (IOException e) {
            return "cannot be read";
        }
    }
}
