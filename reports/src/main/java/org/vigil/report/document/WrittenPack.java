package org.vigil.report.document;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.vigil.report.text.Sentence;

/**
 * A pack that is written.
 *
 * @param pages pages of its PDF, 0 where it has none
 * @param forms what it is written in
 * @param files where
 */
record WrittenPack(SourceFacts facts, Pack pack, Report report, int pages, Set<ReportForm> forms, List<Path> files) {
    WrittenPack {
        forms = Set.copyOf(forms);
        files = List.copyOf(files);
    }

    /** Its first finding in one line. */
    String summary() {
        return report.findings().stream().findFirst().map(Sentence::lead).orElse("");
    }
}
