package org.vigil.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.vigil.config.Configuration;
import org.vigil.cube.WeekDelays;
import org.vigil.incident.DateBasis;
import org.vigil.nowcast.WeeklyExtracts;
import org.vigil.profile.SharedReference;
import org.vigil.profile.SourceProfile;
import org.vigil.spark.LoadOrder;
import org.vigil.spark.StateCounts;
import org.vigil.spark.Workers;
import org.vigil.storage.StorageFolder;
import org.vigil.store.KeyedIncidents;
import org.vigil.store.LoadedExtract;
import org.vigil.store.SourcePlan;
import org.vigil.store.StoreManifest;
import org.vigil.store.StoreStates;
import org.vigil.store.StoredLayer;
import org.vigil.tabulate.FirstShowings;
import org.vigil.tabulate.SharedIncidents;

/**
 * A state of every configured source as workers read it.
 *
 * @param plans by source index
 * @param rows by source index, the rows of all its layers
 */
record StateScan(List<SourcePlan> plans, List<Long> rows) {
    /** Stored rows that one task scans. */
    private static final long ROWS_OF_A_SCAN = 2_500_000;

    /** What a nowcast learns from, and the longest delay. */
    private static final int WEEKS_OF_SHOWINGS = 60;

    /** The state that some extracts of a version make, by source index, from its base and the layers beside. */
    static StateScan of(Configuration configuration, StoreManifest manifest, List<List<LoadedExtract>> extracts) {
        List<List<StoredLayer>> layers = new ArrayList<>();
        for (int s = 0; s < configuration.sources().size(); s++) {
            layers.add(
                    StoreStates.layers(manifest, configuration.sources().get(s).code(), extracts.get(s)));
        }
        return of(configuration, extracts, layers);
    }

    /** The state that some extracts make, by source index, from the layers named. */
    static StateScan of(
            Configuration configuration, List<List<LoadedExtract>> extracts, List<List<StoredLayer>> layers) {
        List<SourcePlan> plans = new ArrayList<>();
        List<Long> rows = new ArrayList<>();
        for (int s = 0; s < configuration.sources().size(); s++) {
            plans.add(StoreStates.plan(configuration.sources().get(s).code(), extracts.get(s), layers.get(s)));
            rows.add(layers.get(s).stream().mapToLong(StoredLayer::rows).sum());
        }
        return new StateScan(List.copyOf(plans), List.copyOf(rows));
    }

    /** Rows of some sources. */
    long rows(List<Integer> sources) {
        return sources.stream().mapToLong(rows::get).sum();
    }

    /** For workers that read each row once and hold none. */
    LoadOrder order(StorageFolder store) {
        return order(store, 1);
    }

    private LoadOrder order(StorageFolder store, int rowsInMemory) {
        return new LoadOrder(store, plans, new int[0], new int[0], List.of(), "", rowsInMemory);
    }

    /**
     * What sources that note the ids of others share with them; nothing is read where none does. The source that notes ids is scanned, the other one is
     * asked for the ids noted.
     */
    List<SharedIncidents> shared(
            Configuration configuration, RunKeys keys, StorageFolder store, Supplier<Workers> workers) {
        List<Configuration.Source> sources = configuration.sources();
        List<String> codes = sources.stream().map(Configuration.Source::code).toList();
        List<SharedIncidents> shared = new ArrayList<>();
        for (int s = 0; s < sources.size(); s++) {
            Optional<SharedReference> declared = sources.get(s).profile().sharedReference();
            if (declared.isPresent()) {
                int referenced = codes.indexOf(declared.get().sourceCode());
                Workers started = workers.get();
                LoadOrder order = order(store, KeyedIncidents.rowsThatFit(started.parallelism()));
                shared.add(new SharedIncidents(
                        codes.get(s),
                        codes.get(referenced),
                        started.shared(
                                keys.readers(configuration), order, s, referenced, partitions(List.of(s), started))));
            }
        }
        return shared;
    }

    /**
     * When incidents first appeared, of the sources that are dated by the day of recording and whose extracts come weekly; nothing is read of others. Read
     * from the layers of the extracts of somewhat over a year, for a base keeps the newest row of an incident and not who showed it first.
     */
    static List<FirstShowings> firstShowings(
            Configuration configuration,
            RunKeys keys,
            StorageFolder store,
            StoreManifest manifest,
            List<List<LoadedExtract>> extracts,
            Supplier<Workers> workers) {
        List<FirstShowings> showings = new ArrayList<>();
        for (int s = 0; s < configuration.sources().size(); s++) {
            Configuration.Source source = configuration.sources().get(s);
            SourceProfile.Series series = source.profile().series();
            Optional<WeeklyExtracts> weeks =
                    series.isDaily() && series.dateBasis().equals(DateBasis.RECORDED.code())
                            ? WeeklyExtracts.of(extracts.get(s).stream()
                                    .map(LoadedExtract::extractDate)
                                    .toList())
                            : Optional.empty();
            if (weeks.isPresent()) {
                StateScan scan = ofExtracts(
                        configuration,
                        manifest,
                        extracts,
                        s,
                        weeks.get().lastWeek().minusWeeks(WEEKS_OF_SHOWINGS));
                Workers started = workers.get();
                WeekDelays delays = started.firstShowings(
                        keys.readers(configuration),
                        scan.order(store),
                        s,
                        lastDays(scan.plans().get(s), extracts.get(s)),
                        scan.partitions(List.of(s), started));
                showings.add(new FirstShowings(source.code(), weeks.get(), delays));
            }
        }
        return showings;
    }

    /** What the extracts of one source wrote that were made from a day on. */
    private static StateScan ofExtracts(
            Configuration configuration,
            StoreManifest manifest,
            List<List<LoadedExtract>> extracts,
            int source,
            LocalDate from) {
        Set<String> recent = extracts.get(source).stream()
                .filter(extract -> !extract.extractDate().isBefore(from))
                .map(LoadedExtract::extractId)
                .collect(Collectors.toSet());
        List<List<StoredLayer>> layers =
                new ArrayList<>(Collections.nCopies(configuration.sources().size(), List.of()));
        String code = configuration.sources().get(source).code();
        layers.set(
                source,
                StoreStates.layersWithoutBase(manifest, code, extracts.get(source)).stream()
                        .filter(layer -> recent.contains(layer.extractId()))
                        .toList());
        return of(configuration, extracts, layers);
    }

    private static int[] lastDays(SourcePlan plan, List<LoadedExtract> extracts) {
        Map<String, Integer> ordinals = plan.ordinals();
        int[] lastDays = new int[ordinals.size()];
        for (LoadedExtract extract : extracts) {
            lastDays[Objects.requireNonNull(ordinals.get(extract.extractId()))] = Math.toIntExact(
                    WeeklyExtracts.lastDay(extract.extractDate()).toEpochDay());
        }
        return lastDays;
    }

    private int partitions(List<Integer> wanted, Workers started) {
        return Math.toIntExact(Math.max(started.parallelism(), rows(wanted) / ROWS_OF_A_SCAN));
    }

    /** Counts some sources in one scan. */
    Map<Integer, StateCounts> count(
            Configuration configuration,
            RunKeys keys,
            StorageFolder store,
            List<Integer> wanted,
            Supplier<Workers> workers) {
        Workers started = workers.get();
        return started.fold(keys.readers(configuration), order(store), wanted, partitions(wanted, started));
    }

    /** As {@link #count}; beside the counts, incidents that agree in all dates and codes that are stored of them are counted too. */
    Map<Integer, StateCounts> countAndCompare(
            Configuration configuration,
            RunKeys keys,
            StorageFolder store,
            List<Integer> wanted,
            Supplier<Workers> workers) {
        Workers started = workers.get();
        return started.foldAndCompare(keys.readers(configuration), order(store), wanted, partitions(wanted, started));
    }
}
