package org.vigil.report.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.vigil.report.browser.Chromium;
import org.vigil.report.browser.Page;
import org.vigil.report.browser.WithChromium;

/** Everything on a page can be done with the keyboard alone. */
@ExtendWith(WithChromium.class)
class KeyboardBrowserTest {
    /** Name of the element with the focus, with a mark where nothing shows that it has it. */
    private static final String FOCUS = """
            (e => e == document.body ? '' :
              (e.getAttribute('aria-label') || e.textContent).trim().replace(/\\s+/g, ' ')
              + (getComputedStyle(e).outlineStyle == 'none' || parseFloat(getComputedStyle(e).outlineWidth) < 2
                 || !e.checkVisibility() || e.getBoundingClientRect().right < 0 ? ' (unseen)' : ''))(document.activeElement)""";

    private static List<String> stops(Page page) {
        List<String> stops = new ArrayList<>();
        page.press(Page.Key.TAB);
        String stop = page.evaluate(FOCUS).asText();
        while (!stop.isEmpty() && !stop.equals(stops.isEmpty() ? "" : stops.get(0))) {
            stops.add(stop);
            page.press(Page.Key.TAB);
            stop = page.evaluate(FOCUS).asText();
        }
        return stops;
    }

    private static void focusOn(Page page, String header) {
        page.evaluate(
                "[...document.querySelectorAll('main section:first-of-type th button')].find(b => b.textContent == '"
                        + header + "').focus()");
    }

    private static String table(Page page) {
        return page.evaluate("""
                        [...document.querySelectorAll('main section:first-of-type tbody tr')]
                          .map(r => [...r.cells].map(c => c.firstChild.data).join(' | ')).join('\\n') + '\\n'""").asText();
    }

    private static String column(Page page, int column) {
        return String.join(
                ", ",
                page.texts("[...document.querySelectorAll('main section:first-of-type tbody tr')].map(r => r.cells["
                        + column + "].firstChild.data)"));
    }

    private static String said(Page page) {
        return page.evaluate("document.querySelector('[role=status]').textContent")
                .asText();
    }

    private static String sorting(Page page) {
        return String.join(", ", page.texts("""
                        [...document.querySelectorAll('[aria-sort]')].map(h => h.textContent + ' ' + h.getAttribute('aria-sort'))"""));
    }

    @Test
    void reachesTheSkipLinkFirstAndThenEverythingThatCanBeUsed(@TempDir Path folder, Chromium chromium) {
        try (Page page = chromium.newPage().resize(1280).open(MadeUpPage.write(folder))) {
            assertEquals(
                    List.of(
                            "Skip to the summary",
                            "All reports",
                            "Contents",
                            "1. Summary",
                            "2. Week by week",
                            "3. Boroughs",
                            "Community",
                            "Recorded",
                            "Change",
                            "95% interval",
                            "Month of level",
                            "Verdict",
                            "Values of Figure 1",
                            "Values of Figure 2",
                            "Values of Figure 3"),
                    stops(page));
        }
    }

    @Test
    void reachesWhatScrollsOnAPhoneAndWhatIsOpened(@TempDir Path folder, Chromium chromium) {
        try (Page page = chromium.newPage().resize(320).open(MadeUpPage.write(folder))) {
            page.evaluate("document.querySelectorAll('.figure details').forEach(d => d.open = true)");
            page.settle();
            assertEquals(
                    List.of(
                            "Skip to the summary",
                            "All reports",
                            "Contents",
                            "Table 1",
                            "Community",
                            "Recorded",
                            "Change",
                            "95% interval",
                            "Month of level",
                            "Verdict",
                            "Figure 1, chart",
                            "Values of Figure 1",
                            "Download the values of Figure 1 (CSV)",
                            "Week ending",
                            "Incidents",
                            "Figure 2, chart",
                            "Values of Figure 2",
                            "Download the values of Figure 2 (CSV)",
                            "Values of Figure 2",
                            "12 months to",
                            "Jewish",
                            "Muslim",
                            "Figure 3, chart",
                            "Values of Figure 3",
                            "Download the values of Figure 3 (CSV)",
                            "Borough",
                            "Rate"),
                    stops(page));
        }
    }

    @Test
    void skipsToTheSummary(@TempDir Path folder, Chromium chromium) {
        try (Page page = chromium.newPage().resize(1280).open(MadeUpPage.write(folder))) {
            page.press(Page.Key.TAB);
            page.press(Page.Key.ENTER);
            page.press(Page.Key.TAB);

            assertEquals("Community", page.evaluate(FOCUS).asText());
        }
    }

    @Test
    void sortsByNumberWithTheLargestFirstThenSmallestThenAsItWas(@TempDir Path folder, Chromium chromium) {
        try (Page page = chromium.newPage().resize(1280).open(MadeUpPage.write(folder))) {
            String original = table(page);
            focusOn(page, "Change");

            page.press(Page.Key.ENTER);
            assertEquals("""
                    Hindu | 47 | +104.0% | +61.2 to +170.4% | Dec 2024 | Above usual
                    Asian | 209 | +18.1% | +9.9 to +27.3% | Sept 2025 | Above usual
                    South Asian | 92 | −5.8% | −17.7 to +7.0% | Feb 2026 | No clear change
                    East Asian | 97 | [c] | [c] | Nov 2025 | [x]
                    All communities | 1,204 | +3.4% | −2.0 to +8.1% | Feb 2026 | No clear change
                    Jewish | 330 | −10.5% | −19.0 to +1.2% | Jan 2026 | No clear change
                    Sikh | [c] | [c] | [c] | [x] | [x]
                    """, table(page));
            assertEquals("Change descending", sorting(page));
            assertEquals("Table 1 sorted by Change, largest first", said(page));

            page.press(Page.Key.SPACE);
            assertEquals("""
                    Jewish | 330 | −10.5% | −19.0 to +1.2% | Jan 2026 | No clear change
                    All communities | 1,204 | +3.4% | −2.0 to +8.1% | Feb 2026 | No clear change
                    Asian | 209 | +18.1% | +9.9 to +27.3% | Sept 2025 | Above usual
                    South Asian | 92 | −5.8% | −17.7 to +7.0% | Feb 2026 | No clear change
                    East Asian | 97 | [c] | [c] | Nov 2025 | [x]
                    Hindu | 47 | +104.0% | +61.2 to +170.4% | Dec 2024 | Above usual
                    Sikh | [c] | [c] | [c] | [x] | [x]
                    """, table(page));
            assertEquals("Change ascending", sorting(page));
            assertEquals("Table 1 sorted by Change, smallest first", said(page));

            page.press(Page.Key.ENTER);
            assertEquals(original, table(page));
            assertEquals("", sorting(page));
            assertEquals("Table 1: rows in the order of the report", said(page));
            assertEquals("Change", page.evaluate(FOCUS).asText());
        }
    }

    @Test
    void sortsWordsRangesAndMonthsEachInTheirWay(@TempDir Path folder, Chromium chromium) {
        try (Page page = chromium.newPage().resize(1280).open(MadeUpPage.write(folder))) {
            focusOn(page, "Community");
            page.press(Page.Key.ENTER);
            assertEquals("All communities, Asian, East Asian, South Asian, Hindu, Jewish, Sikh", column(page, 0));
            assertEquals("Table 1 sorted by Community, A to Z", said(page));

            focusOn(page, "95% interval");
            page.press(Page.Key.ENTER);
            assertEquals(
                    "+61.2 to +170.4%, +9.9 to +27.3%, −17.7 to +7.0%, [c], −2.0 to +8.1%, −19.0 to +1.2%, [c]",
                    column(page, 3));
            assertEquals("95% interval descending", sorting(page));

            focusOn(page, "Month of level");
            page.press(Page.Key.ENTER);
            assertEquals("Feb 2026, Jan 2026, Sept 2025, Feb 2026, Nov 2025, Dec 2024, [x]", column(page, 4));
            assertEquals("Table 1 sorted by Month of level, newest first", said(page));
        }
    }

    @Test
    void narrowsTheIndexWhileOneTypes(@TempDir Path folder, Chromium chromium) {
        Path file = MadeUpPage.write(folder, IndexPage.markup(MadeUpIndex.contents()));
        try (Page page = chromium.newPage().resize(1280).open(file)) {
            String shown =
                    "[...document.querySelectorAll('h2, h3')].filter(e => e.checkVisibility()).map(e => e.textContent)";
            page.evaluate("document.querySelector('input').focus()");

            page.type("too CAM");
            assertEquals(List.of("Boroughs", "Camden"), page.texts(shown));
            assertEquals(
                    "1 of 4 reports",
                    page.evaluate("document.querySelector('.found').textContent")
                            .asText());

            page.type("x");
            assertEquals(List.of(), page.texts(shown));
            assertEquals(
                    "0 of 4 reports",
                    page.evaluate("document.querySelector('.found').textContent")
                            .asText());

            page.evaluate("document.querySelector('input').select()");
            page.type("london");
            assertEquals(List.of("Whole area", "London (made up)"), page.texts(shown));
        }
    }
}
