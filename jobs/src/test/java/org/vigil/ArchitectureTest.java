package org.vigil;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.vigil.release.PublishedTables;

/** The map of the house, line by line: who may use whom, and who alone knows what. */
final class ArchitectureTest {
    /** Package: what it may use by itself. It may use what those may use as well. */
    private static final String MAY_USE = """
            incident     release
            geography    incident
            declaration
            profile      declaration incident geography
            extract      profile
            interpret    extract geography
            identifier
            validate     interpret identifier
            storage      release
            layer        incident
            store        incident layer storage
            cube         incident geography
            statistics
            suppression
            series
            alarm        series statistics event
            trend        series statistics event
            nowcast      series statistics
            event        series statistics incident geography release
            tabulate     cube validate store event alarm trend nowcast series statistics profile geography incident release
            revision     release statistics
            attribution  store cube tabulate revision profile geography incident release
            sample       incident
            cellkey      incident statistics
            disclosure   cellkey suppression tabulate revision trend alarm event nowcast series cube validate profile geography incident storage statistics release
            publish      disclosure release
            spark        extract interpret validate store cube
            config       *
            run          *
            record       run config publish tabulate validate release spark
            doctor       record config incident release
            cli          *
            """;

    private static final String ROOT = "org.vigil.";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.vigil");

    private static final JavaClasses OF_JOBS = CLASSES.that(resideInAnyPackage(
            allowed().keySet().stream().map(name -> ROOT + name).toArray(String[]::new)));

    @Test
    void packagesAreThoseOfTheMap() {
        Set<String> found = CLASSES.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> !name.startsWith(ROOT + "release") && !name.startsWith(ROOT + "report"))
                .map(name -> name.substring(ROOT.length()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(allowed().keySet()), found);
    }

    @Test
    void theMapIsThatOfTheDocument() throws IOException {
        Map<String, List<String>> documented = new LinkedHashMap<>();
        Pattern row = Pattern.compile("\\| `([a-z]+)` \\| [^|]+ \\|([^|]*)\\|");
        Files.readString(Path.of("ARCHITECTURE.md")).lines().map(row::matcher).forEach(line -> {
            if (line.matches() && !line.group(1).equals("release")) {
                String may = line.group(2).strip().replace("all", "*");
                documented.put(line.group(1), may.isEmpty() ? List.of() : List.of(may.split(", ")));
            }
        });
        documented.remove("jobs");
        documented.remove("reports");
        assertEquals(allowed(), documented);
    }

    @Test
    void eachPackageUsesOnlyWhatItMayUse() {
        allowed().forEach((name, may) -> {
            if (!may.contains("*")) {
                Set<String> packages = withTheirs(name);
                noClasses()
                        .that()
                        .resideInAPackage(ROOT + name)
                        .should()
                        .dependOnClassesThat(resideInAPackage("org.vigil..")
                                .and(JavaClass.Predicates.resideOutsideOfPackages(
                                        packages.stream().map(p -> ROOT + p).toArray(String[]::new))))
                        .because(name + " may use " + String.join(", ", packages))
                        .check(CLASSES);
            }
        });
    }

    @Test
    void onlyTheEdgesUseTheReports() {
        noClasses()
                .that(resideInAPackage("org.vigil..")
                        .and(JavaClass.Predicates.resideOutsideOfPackages(
                                "org.vigil.report..", "org.vigil.config", "org.vigil.cli")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.vigil.report..")
                .check(CLASSES);
    }

    @Test
    void onlyOnePackageKnowsSpark() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.vigil.spark")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.spark..", "scala..")
                .check(CLASSES);
    }

    @Test
    void packagesMakeNoCycle() {
        slices().matching("org.vigil.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<String> unmarked = OF_JOBS.stream()
                .map(JavaClass::getPackage)
                .filter(p -> p.tryGetAnnotationOfType(NullMarked.class).isEmpty())
                .map(p -> p.getName())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), unmarked);
    }

    @Test
    void columnNamesAreQuotedWhereTheyAreDeclaredOnly() throws IOException {
        Set<String> names = PublishedTables.ALL.stream()
                .flatMap(table -> table.columns().stream())
                .map(column -> column.name())
                .filter(name -> name.contains("_"))
                .collect(Collectors.toSet());
        List<String> quoted = new ArrayList<>();
        Pattern literal = Pattern.compile("\"([a-z0-9]+(?:_[a-z0-9]+)+)\"");
        for (Path root : List.of(Path.of("src/main/java"), Path.of("../reports/src/main/java"))) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(f -> f.toString().endsWith(".java"))
                        .filter(f -> !f.getParent().endsWith("release"))
                        .sorted()
                        .toList()) {
                    Matcher matcher = literal.matcher(Files.readString(file));
                    while (matcher.find()) {
                        if (names.contains(matcher.group(1))) {
                            quoted.add(file.getFileName() + ": " + matcher.group(1));
                        }
                    }
                }
            }
        }
        assertEquals(List.of(), quoted);
    }

    @Test
    void noTestIsSwitchedOff() throws IOException {
        String disabled = '@' + "Disabled";
        List<String> found = new ArrayList<>();
        for (Path root : List.of(Path.of("src/test/java"), Path.of("../reports/src/test/java"))) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(f -> f.toString().endsWith(".java"))
                        .sorted()
                        .toList()) {
                    if (Files.readString(file).contains(disabled)) {
                        found.add(file.toString());
                    }
                }
            }
        }
        assertEquals(List.of(), found);
    }

    private static Map<String, List<String>> allowed() {
        Map<String, List<String>> allowed = new LinkedHashMap<>();
        MAY_USE.lines()
                .map(line -> Arrays.asList(line.trim().split(" +")))
                .forEach(words -> allowed.put(words.get(0), words.subList(1, words.size())));
        return allowed;
    }

    /** The package itself and everything that it may use, directly or not. */
    private static Set<String> withTheirs(String name) {
        Set<String> all = new TreeSet<>(Set.of(name));
        List<String> open = new ArrayList<>(List.of(name));
        while (!open.isEmpty()) {
            for (String used : allowed().getOrDefault(open.remove(0), List.of())) {
                if (all.add(used)) {
                    open.add(used);
                }
            }
        }
        return all;
    }
}
