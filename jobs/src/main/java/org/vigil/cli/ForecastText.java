package org.vigil.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.vigil.run.Forecast;
import org.vigil.store.LoadedExtract;

/** A forecast for people and for machines. */
final class ForecastText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ForecastText() {}

    /**
     * @param patch file that the proposals were written to
     * @param deletions what was kept long enough
     */
    static String of(Forecast forecast, Optional<Path> patch, Retained deletions) {
        StringBuilder text = new StringBuilder();
        long heldCount = count(forecast, "held");
        long newCount = count(forecast, "new");
        line(
                text,
                forecast.storeVersion() == 0
                        ? "Forecast for a first run; the store would be made at " + forecast.store() + "."
                        : "Forecast on version " + forecast.storeVersion() + " of the store " + forecast.store() + ".");
        line(
                text,
                newCount == 0
                        ? "Nothing is new, and nothing is read again."
                        : extracts(newCount)
                                + (newCount == 1 ? " is new" : " are new")
                                + (heldCount == 0 ? "." : ", " + heldCount + " held already."));
        for (Forecast.ExtractForecast extract : forecast.extracts()) {
            describe(text, extract);
        }
        line(text, "");
        forecast.refusals().forEach(refusal -> line(text, "Would be refused: " + refusal));
        if (forecast.wouldRun()) {
            line(text, "The run would go through.");
            if (!deletions.isNothing()) {
                line(text, "It would delete, as kept long enough: " + deletions.text() + ".");
            }
        }
        for (Forecast.ProfileProposal proposal : forecast.proposals()) {
            line(text, "");
            line(text, "Proposed patch of the profile " + proposal.profile() + "; check it before you apply it.");
            if (proposal.isShipped()) {
                line(
                        text,
                        "The profile comes with Vigil: save a copy of it beside the configuration as "
                                + proposal.fileName() + ", apply the patch there, and name that file as profile:.");
            }
            text.append(proposal.diff());
        }
        patch.ifPresent(file -> line(
                text,
                "The patch was written to " + file + ". To apply it in the folder of the profile: patch < "
                        + file.getFileName()));
        line(text, "Nothing " + (patch.isPresent() ? "else " : "") + "was written.");
        return text.toString();
    }

    private static void describe(StringBuilder text, Forecast.ExtractForecast extract) {
        if (extract.standing().equals("held")) {
            return;
        }
        line(text, "");
        line(
                text,
                String.format(
                        Locale.ROOT,
                        "%s (%s, %s, %s, %,d bytes)",
                        extract.fileName(),
                        extract.sourceCode(),
                        extract.extractDate(),
                        extract.kind(),
                        extract.byteCount()));
        switch (extract.standing()) {
            case "rolled-back" ->
                indented(
                        text,
                        "Left out: it was rolled back. To take it in again: vigil store allow " + extract.extractId());
            case "same-content" -> indented(text, "Left out: another file has the same content.");
            default -> indented(text, "New; it would be " + extract.extractId() + ".");
        }
        extract.newerHeld()
                .ifPresent(newest ->
                        indented(text, "It comes late: an extract of " + newest + " is held and speaks after it."));
        extract.size().ifPresent(size -> indented(text, size + "."));
        extract.outcome().ifPresent(outcome -> {
            LoadedExtract.Rows rows = outcome.rows();
            LoadedExtract.Effect effect = outcome.effect();
            indented(
                    text,
                    String.format(
                            Locale.ROOT,
                            "%,d accepted, %,d merged, %,d duplicate, %,d superseded, %,d outside, %,d quarantined.",
                            outcome.accepted(),
                            rows.merged(),
                            rows.duplicate(),
                            rows.superseded(),
                            rows.outOfScope(),
                            rows.quarantined()));
            indented(
                    text,
                    String.format(
                            Locale.ROOT,
                            "%,d added%s, %,d changed, %,d unchanged, %,d withdrawn.",
                            effect.added(),
                            effect.late() == 0 ? "" : String.format(Locale.ROOT, " (%,d late)", effect.late()),
                            effect.changed(),
                            effect.unchanged(),
                            effect.withdrawn() + effect.vanished()));
        });
        extract.findings().forEach(finding -> indented(text, "! " + finding.sentence()));
    }

    private static long count(Forecast forecast, String standing) {
        return forecast.extracts().stream()
                .filter(extract -> extract.standing().equals(standing))
                .count();
    }

    private static String extracts(long count) {
        return count == 1 ? "1 extract" : count + " extracts";
    }

    private static void indented(StringBuilder text, String sentence) {
        line(text, "  " + sentence);
    }

    private static void line(StringBuilder text, String sentence) {
        text.append(sentence).append(System.lineSeparator());
    }

    static String json(Forecast forecast, Retained deletions) {
        ObjectNode root = JSON.createObjectNode();
        root.put("would_run", forecast.wouldRun());
        root.put("store", forecast.store());
        root.put("store_version", forecast.storeVersion());
        root.put("would_delete_releases", forecast.wouldRun() ? deletions.releases() : 0);
        root.put("would_delete_runs", forecast.wouldRun() ? deletions.runs() : 0);
        ArrayNode refusals = root.putArray("refusals");
        forecast.refusals().forEach(refusals::add);
        ArrayNode extracts = root.putArray("extracts");
        forecast.extracts().forEach(extract -> describe(extracts.addObject(), extract));
        ArrayNode proposals = root.putArray("proposals");
        forecast.proposals()
                .forEach(proposal -> proposals
                        .addObject()
                        .put("profile", proposal.profile())
                        .put("file", proposal.fileName())
                        .put("is_shipped", proposal.isShipped())
                        .put("diff", proposal.diff()));
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of texts and numbers cannot be written as JSON", e);
        }
    }

    private static void describe(ObjectNode node, Forecast.ExtractForecast extract) {
        node.put("source", extract.sourceCode())
                .put("file", extract.fileName())
                .put("date", extract.extractDate().toString())
                .put("bytes", extract.byteCount())
                .put("kind", extract.kind())
                .put("standing", extract.standing())
                .put("name", extract.extractId())
                .put("is_late", extract.newerHeld().isPresent());
        extract.size().ifPresent(size -> node.put("size", size));
        extract.outcome().ifPresent(outcome -> {
            node.put("read", outcome.rows().read())
                    .put("accepted", outcome.accepted())
                    .put("merged", outcome.rows().merged())
                    .put("duplicate", outcome.rows().duplicate())
                    .put("superseded", outcome.rows().superseded())
                    .put("out_of_scope", outcome.rows().outOfScope())
                    .put("quarantined", outcome.rows().quarantined())
                    .put("added", outcome.effect().added())
                    .put("late", outcome.effect().late())
                    .put("changed", outcome.effect().changed())
                    .put("unchanged", outcome.effect().unchanged())
                    .put("withdrawn", outcome.effect().withdrawn())
                    .put("vanished", outcome.effect().vanished());
            ObjectNode rules = node.putObject("records_by_rule");
            outcome.rows().byRule().forEach(rules::put);
        });
        ArrayNode findings = node.putArray("findings");
        extract.findings()
                .forEach(finding ->
                        findings.addObject().put("kind", finding.kind()).put("sentence", finding.sentence()));
    }
}
