package org.vigil.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import org.vigil.publish.PublishedRelease;
import org.vigil.release.QualityTable;
import org.vigil.run.CountedRun;
import org.vigil.tabulate.ExtractFacts;

/** What a run did, for people and for machines. */
final class RunSummary {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RunSummary() {}

    static void print(PrintWriter out, boolean isJson, CountedRun run, Optional<PublishedRelease> release) {
        if (isJson) {
            out.println(json(run, release));
            return;
        }
        out.printf(
                Locale.ROOT,
                "%-40s %10s %10s %8s %10s %11s %8s %11s%n",
                "Extract",
                "Read",
                "Accepted",
                "Merged",
                "Duplicate",
                "Superseded",
                "Outside",
                "Quarantined");
        for (ExtractFacts e : run.extracts()) {
            out.printf(
                    Locale.ROOT,
                    "%-40s %10d %10d %8d %10d %11d %8d %11d%n",
                    e.extractId(),
                    e.tally().read(),
                    e.fates().accepted(),
                    e.fates().merged(),
                    e.fates().duplicates(),
                    e.fates().superseded(),
                    e.tally().outOfScope(),
                    e.tally().quarantined());
        }
        if (release.isPresent()) {
            out.println(
                    release.get().alreadyPublished()
                            ? "Nothing has changed; the release stands already: "
                                    + release.get().folder()
                            : "Published as of " + run.asOf() + ": "
                                    + release.get().folder());
        } else {
            out.println("Nothing was written.");
        }
    }

    private static String json(CountedRun run, Optional<PublishedRelease> release) {
        ObjectNode root = JSON.createObjectNode();
        root.put("as_of_date", run.asOf().toString());
        release.ifPresent(r -> {
            root.put("release", r.folder().toString());
            root.put("is_already_published", r.alreadyPublished());
        });
        ArrayNode extracts = root.putArray("extracts");
        for (ExtractFacts e : run.extracts()) {
            extracts.addObject()
                    .put(QualityTable.EXTRACT_ID.name(), e.extractId())
                    .put("read", e.tally().read())
                    .put("accepted", e.fates().accepted())
                    .put("merged", e.fates().merged())
                    .put("duplicate", e.fates().duplicates())
                    .put("superseded", e.fates().superseded())
                    .put("out_of_scope", e.tally().outOfScope())
                    .put("quarantined", e.tally().quarantined());
        }
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of texts and numbers cannot be written as JSON", e);
        }
    }
}
