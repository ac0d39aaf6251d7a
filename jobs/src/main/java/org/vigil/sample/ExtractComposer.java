package org.vigil.sample;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the bytes of one extract after the other: what is new or changed since the last one, what is sent again without need, what went wrong in
 * writing; and books all of it.
 */
final class ExtractComposer {
    private static final long EXTRACT_STREAM = 3;

    private static final List<Defect> KINDS = List.of(Defect.values());

    /** Share of rows that stand twice in an extract. */
    private static final double DUPLICATE_SHARE = 0.003;

    /** Share of incidents changed within an extract's span that are sent with both states. */
    private static final double BOTH_STATES_SHARE = 0.01;

    /** Mean number of unchanged incidents that a weekly extract sends again. */
    private static final double NEEDLESS_ROWS = 1.5;

    /** Share of quarantined rows that the publisher repairs in the next extract. */
    private static final double REPAIR_SHARE = 0.5;

    private final SampleParameters parameters;
    private final List<SyntheticIncident> incidents;
    private final Expectation expectation;
    private Set<String> owed = new HashSet<>();
    private int defects;

    ExtractComposer(SampleParameters parameters, List<SyntheticIncident> incidents, Expectation expectation) {
        this.parameters = parameters;
        this.incidents = incidents;
        this.expectation = expectation;
    }

    /**
     * The whole file of an extract. Extracts are composed oldest first.
     *
     * @param index place of the extract in the set, from 0
     * @param file name of the file, for the books
     * @param since date of the extract before, or the beginning of time
     * @param date date of this extract; knows what was entered before that day
     */
    byte[] compose(int index, String file, LocalDate since, LocalDate date) {
        expectation.begin(file, date);
        Draws draws = Draws.of(parameters.seed(), EXTRACT_STREAM, index);
        Set<String> repeated = new HashSet<>(owed);
        repeated.addAll(needlesslyRepeated(since, draws));
        owed = new HashSet<>();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((CanonicalColumn.header() + '\n').getBytes(StandardCharsets.UTF_8));
        List<Runnable> secondTimes = new ArrayList<>();
        for (SyntheticIncident incident : incidents) {
            List<RecordState> news = incident.enteredBetween(since, date);
            Optional<RecordState> state = incident.knownBefore(date);
            if (state.isEmpty() || (news.isEmpty() && !repeated.contains(incident.id()))) {
                continue;
            }
            if (news.size() > 1 && draws.happens(BOTH_STATES_SHARE)) {
                write(incident, news.get(news.size() - 2), bytes);
            }
            if (draws.happens(parameters.defectShare())) {
                writeWithDefect(incident, state.get(), date, draws, bytes);
            } else {
                write(incident, state.get(), bytes);
                if (draws.happens(DUPLICATE_SHARE)) {
                    secondTimes.add(() -> write(incident, state.get(), bytes));
                }
            }
        }
        secondTimes.forEach(Runnable::run);
        return bytes.toByteArray();
    }

    private Set<String> needlesslyRepeated(LocalDate since, Draws draws) {
        long known = incidents.stream()
                .filter(incident -> incident.recorded().isBefore(since))
                .count();
        Set<String> ids = new HashSet<>();
        if (known > 0) {
            for (int i = draws.poisson(NEEDLESS_ROWS); i > 0; i--) {
                ids.add(incidents.get(draws.below((int) known)).id());
            }
        }
        return ids;
    }

    private void write(SyntheticIncident incident, RecordState state, ByteArrayOutputStream bytes) {
        String text = String.join(",", state.fields(incident.id())) + '\n';
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        expectation.valid(incident, state, text);
    }

    /** The kinds take turns, so that even a small set holds each of them. */
    private void writeWithDefect(
            SyntheticIncident incident,
            RecordState state,
            LocalDate extractDate,
            Draws draws,
            ByteArrayOutputStream bytes) {
        Defect defect = KINDS.get(defects++ % KINDS.size());
        byte[] line = defect.line(state.fields(incident.id()), extractDate, draws);
        if (defect.isLineOfItsOwn()) {
            write(incident, state, bytes);
        }
        bytes.writeBytes(line);
        if (defect.fate() == Defect.Fate.READ) {
            expectation.valid(incident, state, new String(line, StandardCharsets.UTF_8));
            expectation.untidy(defect);
        } else {
            expectation.defective(defect);
            if (defect.fate() == Defect.Fate.QUARANTINED && draws.happens(REPAIR_SHARE)) {
                owed.add(incident.id());
            }
        }
    }
}
