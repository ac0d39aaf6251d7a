package org.vigil.report.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Deque's axe-core: what a machine can find of WCAG 2.0 to 2.2, levels A and AA, and of best practice.
 *
 * <p>The inside of charts is taken out of the page first: a chart is one picture with a name, and axe cannot tell the contrast of text in it, which tests
 * of the palette can.
 */
public final class AxeRules {
    private static final String SCRIPT = script();
    private static final String RUN = """
            document.querySelectorAll('svg > :not(title, desc)').forEach(e => e.remove());
            axe.run(document, {
              runOnly: {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']},
              rules: {'target-size': {enabled: true}},
              resultTypes: ['violations']
            }).then(r => ({
              passed: r.passes.map(p => p.id),
              violations: r.violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.html.slice(0, 160)))
            }))""";

    private AxeRules() {}

    /**
     * What axe found.
     *
     * @param passed rules that some element of the page was held against and passed
     * @param violations rule and element, for each element that breaks one
     */
    public record Result(List<String> passed, List<String> violations) {}

    /** Holds the page, as it stands now, against the rules. */
    public static Result check(Page page) {
        if (!page.evaluate("typeof axe != 'undefined'").asBoolean()) {
            page.evaluate(SCRIPT + ";true");
        }
        JsonNode found = page.evaluate(RUN);
        return new Result(texts(found.path("passed")), texts(found.path("violations")));
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return List.copyOf(texts);
    }

    private static String script() {
        try (InputStream in = Objects.requireNonNull(AxeRules.class.getResourceAsStream("/axe.min.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
