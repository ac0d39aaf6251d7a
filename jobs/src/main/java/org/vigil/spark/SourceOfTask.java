package org.vigil.spark;

import org.apache.spark.api.java.function.PairFunction;
import scala.Tuple2;

/** The counts of a task under the number of its source. */
final class SourceOfTask implements PairFunction<FoldStored.Task, Integer, StateCounts> {
    private static final long serialVersionUID = 1L;

    private final FoldStored fold;

    SourceOfTask(FoldStored fold) {
        this.fold = fold;
    }

    @Override
    public Tuple2<Integer, StateCounts> call(FoldStored.Task task) {
        return new Tuple2<>(task.source(), fold.call(task));
    }
}
