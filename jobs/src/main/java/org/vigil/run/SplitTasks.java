package org.vigil.run;

import java.util.ArrayList;
import java.util.List;
import org.vigil.config.Configuration;
import org.vigil.extract.Split;
import org.vigil.extract.Splits;
import org.vigil.profile.FileFormat;
import org.vigil.spark.SplitTask;

/** The extracts of a run, cut into what one task reads. */
final class SplitTasks {
    private SplitTasks() {}

    /** @param splitBytes wanted size of a split; a split holds whole rows */
    static List<SplitTask> of(Configuration configuration, List<InspectedExtract> extracts, long splitBytes) {
        List<SplitTask> splits = new ArrayList<>();
        for (InspectedExtract extract : extracts) {
            FileFormat format =
                    configuration.sources().get(extract.source()).profile().format();
            for (Split split : Splits.of(extract.extract().file(), format, splitBytes)) {
                splits.add(new SplitTask(
                        extract.source(),
                        extract.extract().ordinal(),
                        Math.toIntExact(extract.extract().extractDate().toEpochDay()),
                        extract.plan(),
                        split));
            }
        }
        return splits;
    }
}
