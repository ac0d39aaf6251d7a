package org.vigil.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigil.publish.ReleaseContent;
import org.vigil.publish.ReleasePublisher;
import org.vigil.release.Audience;
import org.vigil.release.QualityTable;
import org.vigil.release.QuarantineTable;
import org.vigil.release.TableRows;

/** What must not be published does not compile, or is refused. */
class ProtectedTypesTest {
    @TempDir
    private Path compiled = Path.of("");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ProtectedCount.drawn(3, true)                                          | drawn(long,boolean) is not public
            ProtectedCount.exact(3, true)                                          | exact(long,boolean) is not public
            ProtectedCount.sum(java.util.List.of())                                | sum(java.util.List<org.vigil.disclosure.ProtectedCount>) is not public
            new ProtectedCount(3, 1, true)                                         | has private access
            ProtectedTable.of(null)                                                | of(org.vigil.release.TableRows) is not public
            new ProtectedRelease(null, null, null, null, null)                     | is not public
            new ExactCell(3, 1)                                                    | cannot find symbol
            ((VintageLedger) null).standing(null, null, null, null, null)          | is not public
            new SuppressionLedger().additions()                                    | is not public
            ((VintageLedger) null).decide(null, 2024, null)                        | is not public
            ((VintageLedger) null).recall(null)                                    | is not public
            new VintageLedger.Entry(null, 1, 3, null)                              | is not public
            new VintageLedger.Additions(null, null)                                | is not public
            ((org.vigil.publish.ReleasePublisher) null).publish((org.vigil.release.TableRows) null, null, null) | no suitable method
            """)
    void whatIsNotProtectedCannotBeMadeElsewhere(String expression, String refusal) {
        String diagnostics = compile("package org.vigil.elsewhere; import org.vigil.disclosure.*;"
                + " class Attempt { Object attempt() { return " + expression + "; } }");

        assertTrue(diagnostics.contains(refusal), diagnostics);
    }

    @Test
    void whatIsProtectedCompiles() {
        assertEquals(
                "",
                compile("package org.vigil.elsewhere; import org.vigil.disclosure.*;"
                        + " class Attempt { long attempt(ProtectedCount count) { return count.value(); } }"));
    }

    @Test
    void aTableWithADisclosiveColumnIsRefused() {
        assertEquals(
                "No public release was made: table quarantine has the column row_number, part_number, expected, which can point at somebody; expected a table without it. This is a"
                        + " fault of the program.",
                assertThrows(DisclosureException.class, () -> ProtectedTable.of(new TableRows(QuarantineTable.TABLE)))
                        .getMessage());
    }

    @Test
    void aDisclosiveColumnIsNotThereToBeWritten() {
        TableRows rows = ProtectedTable.rowsOf(QuarantineTable.TABLE);

        assertEquals(
                "Table quarantine has no column row_number",
                assertThrows(IllegalArgumentException.class, () -> rows.column(QuarantineTable.ROW_NUMBER))
                        .getMessage());
    }

    @Test
    void aPublicReleaseOfOtherThanProtectedTablesIsRefused(@TempDir Path folder) {
        ReleaseContent content = new ReleaseContent(
                Audience.PUBLIC,
                LocalDate.of(2025, 6, 2),
                "marking",
                "1",
                "0".repeat(64),
                List.of(new TableRows(QualityTable.TABLE)),
                List.of(),
                List.of());

        assertEquals(
                "A public release is made of protected tables only",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new ReleasePublisher(folder, Clock.systemUTC()).publish(content, release -> {}))
                        .getMessage());
    }

    @Test
    void exactTablesOfASourceThatWasNotDeclaredPublicAreRefused() {
        TableRows rows = new TableRows(QualityTable.TABLE);
        rows.column(QualityTable.SOURCE_CODE).addText("met");

        assertEquals(
                "No public release was made: table quality tells of the source met, which was not declared public; expected only those that were. This is a fault of the program.",
                assertThrows(
                                DisclosureException.class,
                                () -> AlreadyPublicRelease.make(
                                        new ProtectedRelease.Identity(
                                                LocalDate.of(2025, 6, 2), "1", "0".repeat(64), true),
                                        List.of(),
                                        List.of(rows),
                                        List.of(),
                                        List.of()))
                        .getMessage());
    }

    @Test
    void anExactCellDoesNotPrintWhatItHolds() {
        assertEquals("ExactCell", new ExactCell(3, 77).toString());
    }

    private String compile(String source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        JavaFileObject file =
                new SimpleJavaFileObject(
                        URI.create("string:///org/vigil/elsewhere/Attempt.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, Locale.ROOT, null);
        compiler.getTask(
                        null,
                        files,
                        diagnostics,
                        List.of("-proc:none", "-implicit:none", "-d", compiled.toString(), "-cp", classPath()),
                        null,
                        List.of(file))
                .call();
        return diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
                .reduce("", String::concat);
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
