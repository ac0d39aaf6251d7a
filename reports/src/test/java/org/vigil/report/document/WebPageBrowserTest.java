package org.vigil.report.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigil.report.browser.AxeRules;
import org.vigil.report.browser.Chromium;
import org.vigil.report.browser.Page;
import org.vigil.report.browser.WithChromium;

/** Pages as a real browser shows them: axe-core finds nothing, nothing is wider than a phone, nothing is fetched. */
@ExtendWith(WithChromium.class)
class WebPageBrowserTest {
    private static final String OPEN_ALL = "document.querySelectorAll('details').forEach(d => d.open = true)";
    private static final String CLOSE_ALL = "document.querySelectorAll('details').forEach(d => d.open = false)";

    private static String markup(MadeUpRelease release) {
        return ReportMarkup.forWeb(
                ReportComposer.compose(release, SourceFacts.readAll(release).get(0)));
    }

    private static void assertFaultless(Page page, Path file) {
        assertTrue(
                page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
                        .asBoolean(),
                "The page scrolls sideways");
        AxeRules.Result found = AxeRules.check(page);
        assertEquals(List.of(), found.violations());
        assertTrue(
                found.passed().containsAll(List.of("color-contrast", "target-size", "region")), "Rules were not run");
        assertEquals(List.of(), page.complaints());
        assertEquals(List.of(file.toUri().toString()), page.requests());
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 1280})
    void hasNoFaultThatAxeFindsAndFetchesNothing(int width, @TempDir Path folder, Chromium chromium) {
        Path file = MadeUpPage.write(folder, markup(MadeUpRelease.weeklyLondon()));
        try (Page page = chromium.newPage().resize(width).open(file)) {
            page.evaluate(CLOSE_ALL);
            assertFaultless(page, file);
            page.evaluate(OPEN_ALL);
            page.settle();
            assertFaultless(page, file);
        }
    }

    @Test
    void hasNoFaultWhereEventsAreStudied(@TempDir Path folder, Chromium chromium) {
        Path file = MadeUpPage.write(folder, markup(MadeUpRelease.withStudies()));
        try (Page page = chromium.newPage().resize(320).open(file)) {
            assertFaultless(page, file);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 1280})
    void hasAnIndexWithoutFault(int width, @TempDir Path folder, Chromium chromium) {
        Path file = MadeUpPage.write(folder, IndexPage.markup(MadeUpIndex.contents()));
        try (Page page = chromium.newPage().resize(width).open(file)) {
            assertFaultless(page, file);
        }
    }

    @Test
    void isCaughtWithoutLanguageOrNamesOfItsPictures(@TempDir Path folder, Chromium chromium) {
        String bare = ReportMarkup.forWeb(MadeUpPage.report())
                .replace("<html lang=\"en-GB\"", "<html")
                .replaceAll("<(title|desc) id=[^<]*</\\1\\s*>", "");
        try (Page page = chromium.newPage().resize(1280).open(MadeUpPage.write(folder, bare))) {
            assertEquals(
                    List.of("html-has-lang", "svg-img-alt", "svg-img-alt", "svg-img-alt"),
                    AxeRules.check(page).violations().stream()
                            .map(v -> v.substring(0, v.indexOf(':')))
                            .toList());
        }
    }

    @Test
    void isCaughtWhereItIsWiderThanAPhone(@TempDir Path folder, Chromium chromium) {
        String wide = ReportMarkup.forWeb(MadeUpPage.report()).replace("class=\"table ", "class=\"unbound ");
        try (Page page = chromium.newPage().resize(320).open(MadeUpPage.write(folder, wide))) {
            assertTrue(
                    page.evaluate("document.documentElement.scrollWidth > 320").asBoolean());
        }
    }

    @Test
    void isCaughtWhereItAsksForAnotherFileOrAnotherScript(@TempDir Path folder, Chromium chromium) {
        String asking = ReportMarkup.forWeb(MadeUpPage.report())
                .replace(
                        "</main>",
                        "<img alt=\"\" src=\"https://example.org/a.png\"/><script>document.title='x'</script></main>");
        try (Page page = chromium.newPage().open(MadeUpPage.write(folder, asking))) {
            assertEquals(
                    List.of("Loading the image", "Executing inline script"),
                    page.complaints().stream()
                            .map(text -> text.replaceFirst(" '?https.*| violates.*", ""))
                            .toList());
            assertEquals(
                    "Hate crime: a made-up place",
                    page.evaluate("document.title").asText());
        }
    }

    @Test
    void givesTheValuesOfAFigureAsAFile(@TempDir Path folder, @TempDir Path saved, Chromium chromium) throws Exception {
        Figure figure = MadeUpPage.report().figures().get(0);
        try (Page page = chromium.newPage().savingTo(saved).open(MadeUpPage.write(folder))) {
            page.evaluate("document.querySelector('a[download]').click()");
            Path file = saved.resolve(figure.csvName());
            for (int wait = 0; wait < 500 && !Files.exists(file); wait++) {
                Thread.sleep(10);
            }

            assertEquals(figure.table().toCsv(), Files.readString(file));
            assertEquals(List.of(), page.complaints());
        }
    }

    @Test
    void canBeReadWithoutScripts(@TempDir Path folder, Chromium chromium) {
        try (Page page = chromium.newPage().resize(320).withoutScripts().open(MadeUpPage.write(folder))) {
            assertEquals(
                    0,
                    page.evaluate("document.querySelectorAll('button').length").asInt());
            assertEquals(List.of(), page.texts("""
                            [...document.querySelectorAll('nav a, h1, h2, h3, p, li, svg, details > summary, .table:not(details *) td')]
                              .filter(e => !e.checkVisibility({opacityProperty: true, visibilityProperty: true})
                                  || e.getBoundingClientRect().height < 5)
                              .filter(e => !e.closest('details:not([open])'))
                              .map(e => e.outerHTML)"""));
            assertTrue(page.evaluate(
                            "[...document.querySelectorAll('.table:not(details *), .picture')].every(e => e.tabIndex == 0)")
                    .asBoolean());
        }
    }

    @Test
    void showsAnIndexWithoutItsFieldWhereThereAreNoScripts(@TempDir Path folder, Chromium chromium) {
        Path file = MadeUpPage.write(folder, IndexPage.markup(MadeUpIndex.contents()));
        try (Page page = chromium.newPage().withoutScripts().open(file)) {
            assertFalse(page.evaluate("document.querySelector('input').checkVisibility()")
                    .asBoolean());
            assertTrue(page.evaluate("[...document.querySelectorAll('.entry a')].every(a => a.checkVisibility())")
                    .asBoolean());
        }
    }

    @Test
    void isPrintedInBlackOnWhiteWithoutWhatPaperCannotDo(@TempDir Path folder, Chromium chromium) {
        try (Page page =
                chromium.newPage().resize(700).open(MadeUpPage.write(folder)).asPrinted()) {
            assertEquals(List.of(), page.texts("""
                            [...document.querySelectorAll('body *')]
                              .filter(e => !e.closest('svg') && e.checkVisibility())
                              .filter(e => e.matches('nav, summary, .skip, a[download]')
                                  || getComputedStyle(e).color != 'rgb(0, 0, 0)'
                                  || getComputedStyle(e).backgroundColor != 'rgba(0, 0, 0, 0)'
                                  || getComputedStyle(e).overflowX == 'auto')
                              .map(e => e.outerHTML.slice(0, 100))"""));
        }
    }
}
