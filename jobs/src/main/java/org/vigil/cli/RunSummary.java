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

    /**
     * Prints it.
     *
     * @param release the restricted release; none where nothing was written
     * @param forEverybody the public one, if one is configured
     * @param deleted what was deleted because it was kept long enough
     */
    static void print(
            PrintWriter out,
            boolean isJson,
            CountedRun run,
            Optional<PublishedRelease> release,
            Optional<PublishedRelease> forEverybody,
            Retained deleted) {
        if (isJson) {
            out.println(json(run, release, forEverybody, deleted));
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
        out.println(release.map(one -> sentence("Published as of " + run.asOf(), one))
                .orElse("Nothing was written."));
        forEverybody.ifPresent(open -> out.println(sentence("Published for everybody", open)));
        if (!deleted.isNothing()) {
            out.println("Deleted as kept long enough: " + deleted.text() + ".");
        }
    }

    private static String sentence(String published, PublishedRelease release) {
        return (release.alreadyPublished() ? "Nothing has changed; the release stands already" : published) + ": "
                + release.folder();
    }

    private static String json(
            CountedRun run,
            Optional<PublishedRelease> release,
            Optional<PublishedRelease> forEverybody,
            Retained deleted) {
        ObjectNode root = JSON.createObjectNode();
        root.put("as_of_date", run.asOf().toString());
        release.ifPresent(one -> {
            root.put("release", one.folder().toString());
            root.put("is_already_published", one.alreadyPublished());
        });
        forEverybody.ifPresent(open -> {
            root.put("public_release", open.folder().toString());
            root.put("is_public_already_published", open.alreadyPublished());
        });
        release.ifPresent(
                one -> root.put("deleted_releases", deleted.releases()).put("deleted_runs", deleted.runs()));
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
