package org.vigil;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** A release knows no report, a report knows no job, and neither knows Spark. */
final class ArchitectureTest {
    /** Package: what it may use beside itself. */
    private static final Map<String, Set<String>> MAY_USE = new TreeMap<>(Map.of(
            "release", Set.of(),
            "report.text", Set.of("release"),
            "report.table", Set.of("release", "report.text"),
            "report.chart", Set.of("release", "report.text"),
            "report.spreadsheet", Set.of("report.table"),
            "report.document", Set.of("release", "report.text", "report.table", "report.chart", "report.spreadsheet")));

    private static final String ROOT = "org.vigil.";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.vigil");

    @Test
    void packagesAreThoseOfTheMap() {
        assertEquals(
                MAY_USE.keySet(),
                CLASSES.stream()
                        .map(JavaClass::getPackageName)
                        .map(name -> name.substring(ROOT.length()))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void eachPackageUsesOnlyWhatItMayUse() {
        MAY_USE.forEach((name, may) -> {
            Set<String> packages = new TreeSet<>(may);
            packages.add(name);
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + name)
                    .should()
                    .dependOnClassesThat(resideInAPackage("org.vigil..")
                            .and(resideOutsideOfPackages(
                                    packages.stream().map(p -> ROOT + p).toArray(String[]::new))))
                    .because(name + " may use " + String.join(", ", packages))
                    .check(CLASSES);
        });
    }

    @Test
    void nothingKnowsSpark() {
        noClasses()
                .that()
                .resideInAPackage("org.vigil..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.spark..", "scala..")
                .check(CLASSES);
    }

    @Test
    void packagesMakeNoCycle() {
        slices().matching("org.vigil.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<String> unmarked = CLASSES.stream()
                .map(JavaClass::getPackage)
                .filter(p -> p.tryGetAnnotationOfType(NullMarked.class).isEmpty())
                .map(p -> p.getName())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), unmarked);
    }
}
