package org.vigil.spark;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.vigil.cube.CountCube;
import org.vigil.cube.WeekDelays;
import org.vigil.storage.StorageFolder;
import org.vigil.store.KeyMap;

/** Spark's workers: the distributed operations of a run. */
public final class Workers implements AutoCloseable {
    /** Marks the context that one call of {@link #start} has made. */
    private static final String STARTED_BY = "vigil.started.by";

    /** Series differ in what they cost, so each worker gets several shares of them. */
    private static final int TASKS_A_WORKER = 16;

    private final JavaSparkContext context;
    private final boolean isOwner;

    private Workers(JavaSparkContext context, boolean isOwner) {
        this.context = context;
        this.isOwner = isOwner;
    }

    /**
     * Starts them. A master given from outside, by {@code spark-submit}, is kept; otherwise all cores of this machine are used. Where this process
     * has workers already, as in a notebook, they are joined, and closing leaves them running.
     *
     * @param scratch folder for what is exchanged between tasks
     */
    public static Workers start(Path scratch) {
        String mark = UUID.randomUUID().toString();
        SparkConf conf = new SparkConf()
                .set(STARTED_BY, mark)
                .setAppName("vigil")
                .setIfMissing("spark.master", "local[*]")
                .setIfMissing("spark.local.dir", scratch.toString())
                // Half of what is exchanged is keyed hashes, which do not compress.
                .setIfMissing("spark.shuffle.compress", "false")
                .setIfMissing("spark.driver.host", "127.0.0.1")
                .setIfMissing("spark.driver.bindAddress", "127.0.0.1")
                .set("spark.ui.enabled", "false")
                .set("spark.ui.showConsoleProgress", "false")
                .set("spark.driver.maxResultSize", "0")
                .set("spark.locality.wait", "0")
                .set("spark.cleaner.referenceTracking", "false")
                .set("spark.hadoop.fs.file.impl.disable.cache", "true");
        SparkContext context = SparkContext.getOrCreate(conf);
        return new Workers(
                JavaSparkContext.fromSparkContext(context),
                context.getConf().get(STARTED_BY, "").equals(mark));
    }

    /** Tasks that run at once. */
    public int parallelism() {
        return context.defaultParallelism();
    }

    /**
     * Reads all splits, brings the records of each incident together, resolves revisions and counts. Rows meet by key in exactly one partition;
     * the result depends neither on the number of partitions nor on the order of tasks.
     *
     * @param sources by source index
     * @param sourceOfExtract source index by extract ordinal
     * @param splits every split of every extract
     * @param partitions number of key partitions
     */
    public Folded readAndFold(List<SourceSpec> sources, int[] sourceOfExtract, List<SplitTask> splits, int partitions) {
        Broadcast<SourceSpec[]> specs = context.broadcast(sources.toArray(SourceSpec[]::new));
        JavaRDD<Folded> folded = context.parallelize(splits, splits.size())
                .flatMapToPair(new ReadSplit(specs, partitions, false))
                .partitionBy(new ByNumber(partitions + 1))
                .values()
                .mapPartitions(new FoldPartition(specs, sourceOfExtract));
        return folded.reduce(Folded::merge);
    }

    /**
     * Reads all splits, brings the records of each incident together, compares them with what the store holds, and writes the layers; no manifest
     * names them yet. What changes in the counts comes back as cubes of changes.
     *
     * @param sources by source index
     * @param splits every split of every new extract
     * @param partitions number of key ranges
     */
    public LoadedPart load(List<SourceSpec> sources, LoadOrder order, List<SplitTask> splits, int partitions) {
        Broadcast<SourceSpec[]> specs = context.broadcast(sources.toArray(SourceSpec[]::new));
        Broadcast<LoadOrder> orders = context.broadcast(order);
        return context.parallelize(splits, splits.size())
                .flatMapToPair(new ReadSplit(specs, partitions, true))
                .partitionBy(new ByNumber(partitions + 1))
                .values()
                .mapPartitionsWithIndex(new LoadPartition(specs, orders, partitions), false)
                .reduce(LoadedPart::merge);
    }

    /** First and last day of the series, in days since 1970-01-01, among the accepted records of an extract; the first is later if there are none. */
    public int[] coveredDays(List<SourceSpec> sources, List<SplitTask> splits) {
        Broadcast<SourceSpec[]> specs = context.broadcast(sources.toArray(SourceSpec[]::new));
        return context.parallelize(splits, splits.size())
                .map(new CoveredDays(specs))
                .reduce(CoveredDays::union);
    }

    /**
     * Counts what a state of the store holds, in one scan.
     *
     * @param sources by source index
     * @param order the state
     * @param wanted indexes of the sources to be counted
     * @param partitions number of key ranges
     * @return counts by source index, for the wanted ones
     */
    public Map<Integer, StateCounts> fold(
            List<SourceSpec> sources, LoadOrder order, List<Integer> wanted, int partitions) {
        return fold(sources, order, wanted, partitions, false);
    }

    /** As {@link #fold}; beside the counts, incidents that agree in all that is stored of them are counted too. */
    public Map<Integer, StateCounts> foldAndCompare(
            List<SourceSpec> sources, LoadOrder order, List<Integer> wanted, int partitions) {
        return fold(sources, order, wanted, partitions, true);
    }

    private Map<Integer, StateCounts> fold(
            List<SourceSpec> sources,
            LoadOrder order,
            List<Integer> wanted,
            int partitions,
            boolean isComparingIncidents) {
        Broadcast<SourceSpec[]> specs = context.broadcast(sources.toArray(SourceSpec[]::new));
        Broadcast<LoadOrder> orders = context.broadcast(order);
        List<FoldStored.Task> tasks = tasks(wanted, partitions);
        return context.parallelize(tasks, tasks.size())
                .mapToPair(new SourceOfTask(new FoldStored(specs, orders, partitions, isComparingIncidents)))
                .reduceByKeyLocally(StateCounts::merge);
    }

    /**
     * Counts the incidents of one source that another holds too, as far as the first notes the other's ids.
     *
     * @param sources by source index
     * @param order the state
     * @param source index of the source that notes ids
     * @param referenced index of the source whose ids they are
     * @param partitions number of key ranges
     * @return the shared incidents, placed where the first source places them
     */
    public CountCube shared(List<SourceSpec> sources, LoadOrder order, int source, int referenced, int partitions) {
        Broadcast<SourceSpec[]> specs = context.broadcast(sources.toArray(SourceSpec[]::new));
        Broadcast<LoadOrder> orders = context.broadcast(order);
        List<FoldStored.Task> tasks = tasks(List.of(source), partitions);
        return context.parallelize(tasks, tasks.size())
                .flatMapToPair(new SharedKeys(specs, orders, partitions))
                .partitionBy(new ByNumber(partitions))
                .values()
                .mapPartitionsWithIndex(new SharedPartition(specs, orders, source, referenced, partitions), false)
                .reduce((all, more) -> {
                    all.merge(more);
                    return all;
                });
    }

    /**
     * Counts when the incidents of a source that recent extracts were the first to show appeared.
     *
     * @param sources by source index
     * @param order all extracts of the source, and the files of those of interest
     * @param source index of the source
     * @param lastDays by ordinal of the source's extracts, the last day that each can know, in days since 1970-01-01
     * @param partitions number of key ranges
     */
    public WeekDelays firstShowings(
            List<SourceSpec> sources, LoadOrder order, int source, int[] lastDays, int partitions) {
        Broadcast<SourceSpec[]> specs = context.broadcast(sources.toArray(SourceSpec[]::new));
        Broadcast<LoadOrder> orders = context.broadcast(order);
        List<FoldStored.Task> tasks = tasks(List.of(source), partitions);
        return context.parallelize(tasks, tasks.size())
                .map(new CountFirstShowings(specs, orders, lastDays, partitions))
                .reduce((all, more) -> {
                    all.merge(more);
                    return all;
                });
    }

    /**
     * Writes states of the store into bases, one a source; no manifest names them yet.
     *
     * @param sources by source index
     * @param order the states
     * @param wanted indexes of the sources whose states are written
     * @param baseIds by source index, the layer that the base becomes
     * @param partitions number of key ranges, each of which becomes a file unless it is empty
     * @return what was written by source index, for the wanted ones
     */
    public Map<Integer, CopiedState> copy(
            List<SourceSpec> sources, LoadOrder order, List<Integer> wanted, List<String> baseIds, int partitions) {
        Broadcast<SourceSpec[]> specs = context.broadcast(sources.toArray(SourceSpec[]::new));
        Broadcast<LoadOrder> orders = context.broadcast(order);
        List<FoldStored.Task> tasks = tasks(wanted, partitions);
        return context.parallelize(tasks, tasks.size())
                .mapToPair(new CopyState(specs, orders, baseIds, partitions))
                .reduceByKeyLocally(CopiedState::merge);
    }

    /**
     * Writes states of the store as plain tables.
     *
     * @param sources by source index
     * @param order the states
     * @param wanted indexes of the sources whose states are written
     * @param out folder that receives the files
     * @param partitions number of key ranges, each of which becomes a file
     * @return the files, by source and key range
     */
    public List<ExportedFile> export(
            List<SourceSpec> sources, LoadOrder order, List<Integer> wanted, StorageFolder out, int partitions) {
        Broadcast<SourceSpec[]> specs = context.broadcast(sources.toArray(SourceSpec[]::new));
        Broadcast<LoadOrder> orders = context.broadcast(order);
        List<FoldStored.Task> tasks = tasks(wanted, partitions);
        return context.parallelize(tasks, tasks.size())
                .map(new ExportState(specs, orders, out, partitions))
                .collect();
    }

    /**
     * Writes the layers of a source again under another key; no manifest names them yet. Old keys meet the pairs of keys that the ids of the newest
     * full extract give in their range, new ones are sorted in theirs.
     *
     * @param before by source index, the sources under the keys that the store has
     * @param after the sources under the keys that it gets
     * @param move what is written
     * @param other what the files of the source that it refers to are, likewise; nothing if it refers to none or that keeps its keys
     * @param partitions number of key ranges
     */
    public MovedLayers move(
            List<SourceSpec> before, List<SourceSpec> after, KeyMove move, Optional<KeyMove> other, int partitions) {
        Broadcast<SourceSpec[]> old = context.broadcast(before.toArray(SourceSpec[]::new));
        Broadcast<SourceSpec[]> now = context.broadcast(after.toArray(SourceSpec[]::new));
        Broadcast<KeyMove> shared = context.broadcast(move);
        KeyMap references = new KeyMap();
        if (other.isPresent() && !move.layers().isEmpty()) {
            JavaPairRDD<Integer, KeyPairs> asked = context.parallelize(
                            move.layers(), move.layers().size())
                    .flatMapToPair(new StoredReferences(old, shared, partitions));
            references = pairs(other.get(), old, now, partitions)
                    .partitionBy(new ByNumber(partitions))
                    .values()
                    .zipPartitions(asked.partitionBy(new ByNumber(partitions)).values(), new RenamedReferences())
                    .reduce(KeyMap::merge);
        }
        return pairs(move, old, now, partitions)
                .partitionBy(new ByNumber(partitions))
                .values()
                .mapPartitionsWithIndex(new RenameRows(old, shared, context.broadcast(references), partitions), false)
                .mapToPair(block -> block)
                .partitionBy(new ByNumber(partitions))
                .values()
                .mapPartitionsWithIndex(new WriteRenamed(old, shared, partitions), false)
                .reduce(MovedLayers::merge);
    }

    private JavaPairRDD<Integer, KeyPairs> pairs(
            KeyMove move, Broadcast<SourceSpec[]> old, Broadcast<SourceSpec[]> now, int partitions) {
        JavaPairRDD<Integer, KeyPairs> own = context.parallelize(
                        move.splits(), Math.max(1, move.splits().size()))
                .flatMapToPair(new ReadKeyPairs(old, now, ReadKeyPairs.Ids.OWN, partitions));
        JavaPairRDD<Integer, KeyPairs> noted = context.parallelize(
                        move.notingSplits(), Math.max(1, move.notingSplits().size()))
                .flatMapToPair(new ReadKeyPairs(old, now, ReadKeyPairs.Ids.NOTED, partitions));
        return own.union(noted);
    }

    /**
     * Applies a model to every series. The result depends neither on the number of tasks nor on their order.
     *
     * @param series in any order
     * @return one result for each series, in their order
     */
    public <S extends Serializable, R extends Serializable> List<R> model(
            List<S> series, SeriesModel<? super S, ? extends R> model) {
        if (series.isEmpty()) {
            return List.of();
        }
        Broadcast<SeriesModel<? super S, ? extends R>> shared = context.broadcast(model);
        int tasks = Math.min(series.size(), parallelism() * TASKS_A_WORKER);
        return context.parallelize(series, tasks)
                .map(one -> (R) shared.value().of(one))
                .collect();
    }

    private static List<FoldStored.Task> tasks(List<Integer> wanted, int partitions) {
        List<FoldStored.Task> tasks = new ArrayList<>();
        for (int source : wanted) {
            for (int partition = 0; partition < partitions; partition++) {
                tasks.add(new FoldStored.Task(source, partition));
            }
        }
        return tasks;
    }

    @Override
    public void close() {
        if (isOwner) {
            context.close();
        }
    }
}
