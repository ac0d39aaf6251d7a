package org.vigil.doctor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.vigil.record.RunRecord;
import org.vigil.record.RunRecording;
import org.vigil.record.RunRecords;
import org.vigil.release.LatestRelease;
import org.vigil.release.ReleaseException;
import org.vigil.release.ReleaseReader;

/** What the last runs have left. */
final class ResultChecks {
    private ResultChecks() {}

    /** When the last run was, how it ended and how long it took. */
    static Diagnosis lastRun(Path runs) {
        String check = "Last run";
        Optional<RunRecord> newest;
        try {
            newest = RunRecords.findNewest(runs);
        } catch (IOException e) {
            return Diagnosis.warning(
                    check,
                    "its record in " + runs + " is damaged or cannot be read",
                    "a record as it was written",
                    "Run again; the next run leaves a new one.");
        }
        return newest.map(record -> lastRun(check, record, runs)).orElseGet(() -> Diagnosis.ok(check, "none yet"));
    }

    private static Diagnosis lastRun(String check, RunRecord record, Path runs) {
        RunRecord.OutcomeEntry outcome = record.outcome();
        String began = record.command() + " of " + record.startedAt();
        if (outcome == null) {
            return isAlive(record)
                    ? Diagnosis.ok(
                            check,
                            began + " is under way in process "
                                    + record.process().processId())
                    : Diagnosis.warning(
                            check,
                            began + " never ended: it was killed, or its machine stopped"
                                    + (record.steps().isEmpty()
                                            ? ""
                                            : ", at the step \""
                                                    + record.steps()
                                                            .get(record.steps().size() - 1)
                                                            .name()
                                                    + "\""),
                            "a run that came to an end",
                            "See its log in " + runs + " and run again.");
        }
        String ended = began + " ended with exit code " + outcome.exitCode() + " after " + record.durationSeconds()
                + " seconds";
        return outcome.exitCode() == 0
                ? Diagnosis.ok(check, ended)
                : Diagnosis.warning(check, ended, "exit code 0", "See its log in " + runs + ".");
    }

    /** A process of that number on this machine; on another machine nothing is known, and the run counts as alive. */
    private static boolean isAlive(RunRecord record) {
        return !record.process().host().equals(RunRecording.host())
                || ProcessHandle.of(record.process().processId())
                        .map(ProcessHandle::isAlive)
                        .orElse(false);
    }

    /** Reads every byte of the latest release and compares it with its manifest. */
    static Diagnosis latestRelease(Path audienceFolder) {
        String check = "Latest release";
        try {
            Optional<LatestRelease> latest = LatestRelease.findIn(audienceFolder);
            if (latest.isEmpty()) {
                return Diagnosis.ok(check, "none yet");
            }
            ReleaseReader.open(audienceFolder.resolve(latest.get().releaseId())).requireIntact();
            return Diagnosis.ok(
                    check, latest.get().releaseId() + ", as of " + latest.get().asOfDate() + ", intact");
        } catch (ReleaseException e) {
            return Diagnosis.broken(check, String.valueOf(e.getMessage()), "", "");
        }
    }
}
