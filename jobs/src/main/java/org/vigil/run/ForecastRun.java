package org.vigil.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vigil.config.Configuration;
import org.vigil.extract.ExtractException;
import org.vigil.extract.ExtractInspection;
import org.vigil.extract.ReadingPlan;
import org.vigil.geography.Geography;
import org.vigil.incident.ExtractKind;
import org.vigil.incident.IncidentDate;
import org.vigil.incident.KeyRing;
import org.vigil.interpret.KnownWords;
import org.vigil.profile.Field;
import org.vigil.profile.FieldReading;
import org.vigil.profile.ProfileException;
import org.vigil.profile.SourceProfile;
import org.vigil.profile.SourceProfiles;
import org.vigil.spark.SourceSpec;
import org.vigil.spark.SourceStages;
import org.vigil.spark.SplitTask;
import org.vigil.storage.ScratchFolder;
import org.vigil.storage.StorageFolder;
import org.vigil.store.ExtractEffect;
import org.vigil.store.LoadedExtract;
import org.vigil.store.RecordFates;
import org.vigil.store.ShownDays;
import org.vigil.store.SourcePlan;
import org.vigil.store.Store;
import org.vigil.store.StoreManifest;
import org.vigil.store.StoreStates;
import org.vigil.validate.Quarantine;
import org.vigil.validate.RecordTally;
import org.vigil.validate.Validator;

/**
 * Reads what is new and says what a weekly run would make of it. Takes no lock and writes nothing: neither store nor key file comes to be. New files
 * are read once, after a look at their first records; of files that are held only the checksum is computed.
 */
public final class ForecastRun {
    /** Records below which a column without any word is no finding. */
    private static final long LEAST_RECORDS = 20;

    /** Fields that no publisher leaves empty throughout; what was empty before is not known. */
    private static final List<Field> EXPECTED_WORDS = List.of(
            Field.AREA, Field.TARGET_COMMUNITIES, Field.OFFENCE_GROUP, Field.OCCURRED_DATE, Field.RECORDED_DATE);

    private final Configuration configuration;
    private final Progress progress;
    private final RunKeys keys;
    private final StorageFolder folder;
    private final List<SourceSpec> specs;
    private final StoreManifest held;

    private final List<String> unreadable = new ArrayList<>();
    private final List<String> notAsExpected = new ArrayList<>();
    private final List<String> beyondTolerance = new ArrayList<>();
    private final List<Forecast.ProfileProposal> proposals = new ArrayList<>();

    private ForecastRun(Configuration configuration, KeyRing keyRing, Progress progress) {
        this.configuration = configuration;
        this.progress = progress;
        this.folder = StorageFolder.at(configuration.store());
        this.keys = new RunKeys(keyRing, folder);
        this.held = Store.at(folder).newest();
        keys.require(held, folder);
        this.specs = keys.specs(configuration, held);
    }

    /**
     * The forecast.
     *
     * @throws ExtractException if a file is not there or cannot be opened
     * @throws org.vigil.incident.KeyException if the store was made under another key
     */
    public static Forecast of(Configuration configuration, KeyRing keyRing, Progress progress) {
        return new ForecastRun(configuration, keyRing, progress).forecast();
    }

    /** A new file and what was seen of it. */
    private static final class Looked {
        final Arrival arrival;
        final int ordinal;
        final List<Forecast.Finding> findings = new ArrayList<>();
        Optional<List<String>> header = Optional.empty();
        /** As the profile is, or else as it would be with the proposed names of columns. */
        Optional<InspectedExtract> inspected = Optional.empty();

        boolean fitsProfile;
        Optional<RecordTally> tally = Optional.empty();
        Quarantine quarantine = new Quarantine();
        int[] days = SourceStages.noDays();
        Optional<LoadedExtract> entry = Optional.empty();
        Optional<String> size = Optional.empty();

        Looked(Arrival arrival, int ordinal) {
            this.arrival = arrival;
            this.ordinal = ordinal;
        }
    }

    private Forecast forecast() {
        progress.say("Looking at the extracts");
        List<Arrival> arrivals = Arrival.all(configuration, held);
        List<Arrival> fresh = arrivals.stream().filter(Arrival::isNew).toList();
        List<Looked> looked = new ArrayList<>();
        for (Arrival arrival : fresh) {
            looked.add(new Looked(arrival, looked.size()));
        }
        try (ScratchFolder scratch = ScratchFolder.make()) {
            for (int s = 0; s < configuration.sources().size(); s++) {
                int source = s;
                List<Looked> ofSource = looked.stream()
                        .filter(l -> l.arrival.source() == source)
                        .toList();
                if (!ofSource.isEmpty()) {
                    forecast(configuration.sources().get(s), specs.get(s), ofSource, looked.size(), scratch.path());
                }
            }
        }
        List<String> refusals = new ArrayList<>(unreadable);
        refusals.addAll(notAsExpected);
        refusals.addAll(beyondTolerance);
        if (held.extracts().isEmpty() && fresh.isEmpty()) {
            refusals.add(String.valueOf(StoredRun.nothingHeld(folder).getMessage()));
        }
        return new Forecast(
                configuration.store(),
                held.version(),
                arrivals.stream().map(arrival -> described(arrival, looked)).toList(),
                refusals.stream().distinct().toList(),
                proposals);
    }

    // ---- One source ----

    private void forecast(
            Configuration.Source source, SourceSpec spec, List<Looked> looked, int extracts, Path scratch) {
        ProfilePatch patch = new ProfilePatch(profileText(source));
        looked.forEach(l -> lookAt(source, l, patch));
        SourceSpec patched = lookAgain(source, spec, looked, patch);
        TrialLoad trial = new TrialLoad(folder, new SourceStages(spec), scratch);
        for (Looked l : looked) {
            if (l.inspected.isPresent()) {
                read(source, l.fitsProfile ? spec : patched, l, trial, patch);
            }
        }
        settle(source, looked, extracts, trial);
        propose(source, patch);
    }

    /** Header and columns; a file that does not fit the profile is a finding here. */
    private void lookAt(Configuration.Source source, Looked l, ProfilePatch patch) {
        Arrival arrival = l.arrival;
        try {
            l.header = Optional.of(ExtractInspection.header(arrival.file(), source.profile()));
            ColumnFinding columns = ColumnFinding.of(
                    source.profile(),
                    l.header.get(),
                    headerBefore(source),
                    new ColumnFit(
                            arrival.file(),
                            arrival.extract().extractDate(),
                            specs.get(arrival.source()),
                            profileText(source),
                            source.profile(),
                            l.header.get()));
            columns.sentences().forEach(sentence -> l.findings.add(new Forecast.Finding("column", sentence)));
            columns.missing()
                    .forEach(missing -> missing.place()
                            .ifPresent(place -> patch.rename(
                                    missing.column(), columns.header().get(place))));
            ExtractInspection inspection =
                    ExtractInspection.inspect(arrival.file(), source.profile(), arrival.sha256());
            InspectedExtract inspected = Inspection.inspected(configuration, arrival, l.ordinal, inspection);
            l.inspected = Optional.of(inspected);
            l.fitsProfile = true;
            inspection.problems().forEach(problem -> l.findings.add(new Forecast.Finding("file", problem)));
        } catch (ExtractException e) {
            unreadable.add(String.valueOf(e.getMessage()));
        }
    }

    private List<String> headerBefore(Configuration.Source source) {
        List<LoadedExtract> extracts = held.extractsOf(source.code());
        return extracts.isEmpty()
                ? List.of()
                : extracts.get(extracts.size() - 1).columns();
    }

    /** Files that only lack columns under their old names are read with the new names, so that one patch holds everything that is needed. */
    private SourceSpec lookAgain(
            Configuration.Source source, SourceSpec spec, List<Looked> looked, ProfilePatch patch) {
        if (patch.isEmpty()) {
            return spec;
        }
        String text = patch.changed();
        SourceProfile profile;
        try {
            profile = SourceProfiles.parse(source.code(), text);
        } catch (ProfileException e) {
            // A proposed name that no profile may hold: what stands there was said.
            return spec;
        }
        for (Looked l : looked) {
            if (!l.fitsProfile && l.header.isPresent()) {
                try {
                    ExtractInspection inspection =
                            ExtractInspection.inspect(l.arrival.file(), profile, l.arrival.sha256());
                    InspectedExtract asIs = new InspectedExtract(
                            l.arrival.source(),
                            new org.vigil.extract.Extract(
                                    l.arrival.extractId(),
                                    source.code(),
                                    l.arrival.file(),
                                    l.arrival.extract().extractDate(),
                                    l.ordinal),
                            inspection,
                            ReadingPlan.of(profile, inspection.header()));
                    l.inspected = Optional.of(asIs);
                } catch (ExtractException e) {
                    // Columns are missing that nothing looks like; that was said.
                    l.inspected = Optional.empty();
                }
            }
        }
        return new SourceSpec(
                source.code(),
                SourceProfiles.canonicalText(text),
                spec.identityKey(),
                spec.referenceKey(),
                new byte[0]);
    }

    /** What one split gave. */
    private record SplitRead(Validator validator, LabelCounts counts, int[] days) {}

    private void read(Configuration.Source source, SourceSpec spec, Looked l, TrialLoad trial, ProfilePatch patch) {
        InspectedExtract extract = l.inspected.orElseThrow();
        SourceProfile profile = SourceProfiles.parse(source.code(), spec.profileYaml());
        progress.say(
                "Reading " + l.arrival.fileName() + ", " + extract.inspection().bytes() / 1_000_000 + " MB");
        try {
            if (l.fitsProfile) {
                preview(l, extract);
            }
            SourceStages stages = new SourceStages(spec);
            List<SplitTask> splits = SplitTasks.of(
                    configuration,
                    List.of(extract),
                    (long) configuration.spark().splitMib() << 20);
            LabelCounts counts = new LabelCounts(profile, extract.plan());
            RecordTally tally = new RecordTally();
            for (SplitRead read : SideBySide.map(splits, split -> read(stages, profile, l, split, trial))) {
                tally.add(read.validator.tally());
                l.quarantine.addAll(read.validator.quarantine());
                counts.add(read.counts);
                l.days[0] = Math.min(l.days[0], read.days[0]);
                l.days[1] = Math.max(l.days[1], read.days[1]);
            }
            l.tally = Optional.of(tally);
            find(profile, counts, l, patch);
        } catch (ExtractException e) {
            unreadable.add(String.valueOf(e.getMessage()));
        }
    }

    private static SplitRead read(
            SourceStages stages, SourceProfile profile, Looked l, SplitTask split, TrialLoad trial) {
        LabelCounts counts = new LabelCounts(profile, split.plan());
        int[] days = SourceStages.noDays();
        TrialLoad.Intake intake = trial.new Intake(split);
        Validator validator = stages.read(split, counts, (batch, words) -> {
            stages.widen(days, batch);
            if (l.fitsProfile) {
                intake.accept(batch, words);
            }
        });
        intake.finish();
        return new SplitRead(validator, counts, days);
    }

    private void preview(Looked l, InspectedExtract extract) {
        try {
            Preview.check(configuration, specs, List.of(extract))
                    .forEach(remark -> l.findings.add(new Forecast.Finding("identifier", remark)));
        } catch (FindingsException e) {
            notAsExpected.add(String.valueOf(e.getMessage()));
        }
    }

    // ---- Findings ----

    private static void find(SourceProfile profile, LabelCounts counts, Looked l, ProfilePatch patch) {
        KnownWords words = new KnownWords(profile, Geography.load(profile.geographyCode()));
        for (LabelFinding finding : LabelFinding.of(profile, words, counts)) {
            l.findings.add(new Forecast.Finding("label", finding.sentence()));
            if (profile.reading(finding.field()).orElse(null) instanceof FieldReading.Labels) {
                for (LabelFinding.Named named : finding.named()) {
                    if (named.codes().isEmpty()) {
                        patch.ask(finding.field(), named.label(), named.records());
                    } else {
                        patch.addLabel(finding.field(), named.label(), named.codes());
                    }
                }
            }
        }
        for (Field field : Field.values()) {
            if (profile.reading(field).orElse(null) instanceof FieldReading.Date date) {
                DateFormatGuess.of(
                                field,
                                date,
                                counts.of(date.column()),
                                l.arrival.extract().extractDate())
                        .ifPresent(guess -> {
                            l.findings.add(new Forecast.Finding("date-format", guess.sentence()));
                            guess.pattern()
                                    .ifPresent(pattern -> patch.setPatterns(
                                            field,
                                            guess.patterns(date),
                                            DateFormatGuess.needsLocale(pattern)
                                                    ? Optional.of(DateFormatGuess.LOCALE)
                                                    : Optional.empty(),
                                            DateFormatGuess.needsPivotYear(pattern)
                                                    ? Optional.of(DateFormatGuess.PIVOT_YEAR)
                                                    : Optional.empty()));
                        });
            }
        }
        EXPECTED_WORDS.stream()
                .flatMap(field -> profile.reading(field).stream())
                .flatMap(reading -> reading.columns().stream())
                .distinct()
                .filter(column -> isEmpty(counts.of(column)))
                .forEach(column -> l.findings.add(
                        new Forecast.Finding("column", "Column \"" + column + "\" is empty in every record.")));
    }

    private static boolean isEmpty(Map<String, Long> labels) {
        return labels.keySet().stream().allMatch(String::isEmpty) && labels.getOrDefault("", 0L) >= LEAST_RECORDS;
    }

    // ---- What a load would do ----

    private void settle(Configuration.Source source, List<Looked> looked, int extracts, TrialLoad trial) {
        List<Looked> readable = looked.stream().filter(l -> l.fitsProfile).toList();
        if (readable.stream().anyMatch(l -> l.tally.isEmpty())) {
            return;
        }
        int sequence = StoredRun.lastSequence(held);
        List<LoadedExtract> entries = new ArrayList<>();
        for (Looked l : readable) {
            boolean isCoverage = source.profile().extractKind() == ExtractKind.COVERAGE;
            entries.add(StoredRun.begun(
                    source,
                    l.inspected.orElseThrow(),
                    ++sequence,
                    Instant.EPOCH,
                    isCoverage ? l.days[0] : IncidentDate.FIRST_DAY,
                    isCoverage ? l.days[1] : IncidentDate.LAST_DAY));
        }
        entries.forEach(entry ->
                MovedSources.findLate(held, entry).ifPresent(why -> notAsExpected.add("Nothing was taken in. " + why)));
        List<LoadedExtract> before = held.extractsOf(source.code());
        List<LoadedExtract> all = new ArrayList<>(before);
        all.addAll(entries);
        SourcePlan plan = StoreStates.plan(
                source.code(),
                all,
                entries.stream().map(LoadedExtract::extractId).collect(Collectors.toSet()),
                StoreStates.layers(held, source.code(), before));
        Map<Integer, Integer> ordinals = new HashMap<>();
        for (int i = 0; i < readable.size(); i++) {
            ordinals.put(
                    readable.get(i).ordinal,
                    Objects.requireNonNull(plan.ordinals().get(entries.get(i).extractId())));
        }
        RecordFates[] fates = new RecordFates[extracts];
        for (int e = 0; e < extracts; e++) {
            fates[e] = RecordFates.of(0, 0, 0, 0, 0);
        }
        List<ExtractEffect> effects = trial.settle(plan, extracts, ordinals, fates);
        ShownDays shownDays = new ShownDays(before);
        for (int i = 0; i < readable.size(); i++) {
            shownDays.add(
                    entries.get(i), effectOf(readable.get(i), effects, ordinals).lastDayShown());
        }
        List<LoadedExtract> complete = new ArrayList<>();
        for (int i = 0; i < readable.size(); i++) {
            Looked l = readable.get(i);
            LoadedExtract entry = StoredRun.completed(
                    entries.get(i),
                    l.tally.orElseThrow(),
                    fates[l.ordinal],
                    effectOf(l, effects, ordinals).counted(shownDays.before(entries.get(i))));
            complete.add(entry);
            l.entry = Optional.of(entry);
            judge(source, l, entry, fates[l.ordinal], UsualSize.before(held, complete.subList(0, i), entry));
        }
        if (before.isEmpty() && !complete.isEmpty()) {
            refuseIf(() -> RunFacts.of(source, trial.changes()));
        }
    }

    private static ExtractEffect effectOf(Looked l, List<ExtractEffect> effects, Map<Integer, Integer> ordinals) {
        return effects.get(Objects.requireNonNull(ordinals.get(l.ordinal)));
    }

    private void judge(Configuration.Source source, Looked l, LoadedExtract entry, RecordFates fates, UsualSize usual) {
        l.size = Optional.of(usual.compare(entry.rows().read()));
        refuseIf(() -> Tolerance.require(
                source, l.inspected.orElseThrow(), StoredRun.facts(entry, l.tally.orElseThrow(), fates, l.quarantine)));
        if (Tolerance.findStop(l.tally.orElseThrow()).isPresent()) {
            // What such a file adds or lacks follows from its damage and would tell nobody anything.
            l.entry = Optional.empty();
            return;
        }
        refuseIf(() -> Tolerance.requireWhole(source, entry));
        refuseIf(() -> usual.require(source, entry));
        usual.findRemark(entry).ifPresent(remark -> l.findings.add(new Forecast.Finding("size", remark)));
    }

    private void refuseIf(Runnable check) {
        try {
            check.run();
        } catch (FindingsException e) {
            beyondTolerance.add(String.valueOf(e.getMessage()));
        }
    }

    // ---- Profiles ----

    private void propose(Configuration.Source source, ProfilePatch patch) {
        String text = profileText(source);
        String changed = patch.changed();
        try {
            SourceProfiles.parse(source.code(), changed);
        } catch (ProfileException e) {
            // A change that makes no profile helps nobody.
            return;
        }
        String fileName = fileName(source);
        String diff = UnifiedDiff.of(fileName, text, changed);
        if (!diff.isEmpty()) {
            proposals.add(new Forecast.ProfileProposal(
                    source.profile().code(), fileName, source.profileFile().isEmpty(), diff));
        }
    }

    private static String profileText(Configuration.Source source) {
        return source.profileFile()
                .map(SourceProfiles::readText)
                .orElseGet(() -> SourceProfiles.shippedText(source.profile().code()));
    }

    private String fileName(Configuration.Source source) {
        Path here = Objects.requireNonNull(
                configuration.file().toAbsolutePath().normalize().getParent());
        return source.profileFile()
                .map(file -> file.toAbsolutePath().normalize())
                .map(file -> file.startsWith(here) ? here.relativize(file) : file.getFileName())
                .map(path -> path.toString().replace('\\', '/'))
                .orElseGet(() -> source.profile().code() + ".yaml");
    }

    // ---- The result ----

    private Forecast.ExtractForecast described(Arrival arrival, List<Looked> looked) {
        Configuration.Source source = configuration.sources().get(arrival.source());
        Optional<Looked> own =
                looked.stream().filter(l -> l.arrival.equals(arrival)).findFirst();
        Optional<LocalDate> newest = held.extractsOf(source.code()).stream()
                .map(LoadedExtract::extractDate)
                .max(Comparator.naturalOrder())
                .filter(date ->
                        arrival.isNew() && date.isAfter(arrival.extract().extractDate()));
        return new Forecast.ExtractForecast(
                source.code(),
                arrival.fileName(),
                arrival.extract().extractDate(),
                size(arrival.file()),
                source.profile().extractKind().code(),
                arrival.standing().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                arrival.extractId(),
                newest,
                own.flatMap(l -> l.size),
                own.flatMap(l -> l.entry)
                        .map(entry -> new Forecast.Outcome(entry.effect().incidents(), entry.rows(), entry.effect())),
                own.map(l -> l.findings).orElse(List.of()));
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
