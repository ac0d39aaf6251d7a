package org.vigil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigil.config.ConfigurationReader;
import org.vigil.profile.SourceProfiles;
import picocli.CommandLine;

/** What the documents say of commands, exit codes, profiles and files is so. */
final class DocumentationTest {
    private static final Path PROJECT = Path.of("..");
    private static final Pattern COMMAND = Pattern.compile("\\./vigil ([a-z]+)([^\\n`]*)");
    private static final Pattern OPTION = Pattern.compile("(?<= )--[a-z-]+");
    private static final Pattern LINK = Pattern.compile("]\\((?!https?://)([^)#]+)[^)]*\\)");
    private static final Pattern EXIT_CODE = Pattern.compile("(?m)^\\| (\\d+) \\| (.+) \\|$");
    private static final Pattern LAUNCHER_COMMAND = Pattern.compile("(?m)^    ([a-z]+)\\)$");

    private final CommandLine commands = new CommandLine(new Vigil());

    @Test
    void everyCommandInTheDocumentsExists() throws IOException {
        Set<String> known = new TreeSet<>(commands.getSubcommands().keySet());
        known.addAll(launcherCommands());
        List<String> unknown = new ArrayList<>();
        for (MatchResult use : commandsInDocuments()) {
            if (!known.contains(use.group(1))) {
                unknown.add(use.group());
            }
        }
        assertEquals(List.of(), unknown);
    }

    @Test
    void everyOptionOfACommandInTheDocumentsExists() throws IOException {
        List<String> unknown = new ArrayList<>();
        for (MatchResult use : commandsInDocuments()) {
            CommandLine command = commands.getSubcommands().get(use.group(1));
            if (command == null) {
                continue;
            }
            CommandLine called = calledWithin(command, use.group(2));
            boolean isFollowed = !use.group(2).isBlank();
            if (called == command && isFollowed && !command.getSubcommands().isEmpty()) {
                unknown.add(use.group());
            }
            OPTION.matcher(use.group(2))
                    .results()
                    .map(MatchResult::group)
                    .filter(option -> called.getCommandSpec().findOption(option) == null)
                    .forEach(option -> unknown.add(called.getCommandSpec().qualifiedName() + " " + option));
        }
        assertEquals(List.of(), unknown);
    }

    /** The command that is called: {@code export} of {@code store} where that follows, else the command itself. */
    private static CommandLine calledWithin(CommandLine command, String rest) {
        String word = rest.strip().split("\\s", 2)[0];
        return command.getSubcommands().getOrDefault(word, command);
    }

    @Test
    void theReadmeNamesEveryCommand() throws IOException {
        Set<String> named = COMMAND.matcher(readme())
                .results()
                .map(use -> use.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> expected = new TreeSet<>(commands.getSubcommands().keySet());
        expected.addAll(launcherCommands());
        assertEquals(expected, named);
    }

    @Test
    void theReadmeStatesTheExitCodesOfTheCommandLine() throws IOException {
        Map<String, String> stated = new LinkedHashMap<>();
        EXIT_CODE.matcher(readme()).results().forEach(row -> stated.put(row.group(1), row.group(2)));
        assertEquals(commands.getCommandSpec().usageMessage().exitCodeList(), stated);
    }

    @Test
    void theReadmeListsEveryShippedProfileAndConfiguration() throws IOException {
        String readme = readme();
        for (String profile : SourceProfiles.shippedCodes()) {
            assertTrue(readme.contains("| `" + profile + "` |"), profile);
        }
        try (Stream<Path> configurations = Files.list(PROJECT.resolve("jobs/configurations"))) {
            configurations.forEach(file ->
                    assertTrue(readme.contains("(jobs/configurations/" + file.getFileName() + ")"), file.toString()));
        }
    }

    /** As a newcomer copies it, with the parts that later sections add. */
    @Test
    void theConfigurationsOfTheReadmeCanBeUsed(@TempDir Path folder) throws IOException {
        List<String> parts = Pattern.compile("(?s)```yaml\n(.*?)```")
                .matcher(readme())
                .results()
                .map(part -> part.group(1).stripIndent())
                .toList();
        Path extract = Files.createDirectory(folder.resolve("extracts")).resolve("incidents_2025-06-30.csv");
        Files.writeString(extract, "incident_id\n");
        assertEquals(
                0,
                Vigil.run(
                        new PrintWriter(new StringWriter()),
                        new PrintWriter(new StringWriter()),
                        "doctor",
                        "--init",
                        folder.resolve("keys/master.key").toString()));
        for (String starting : List.of("public:", "retention:")) {
            String part = parts.stream()
                    .filter(one -> one.startsWith(starting))
                    .findFirst()
                    .orElseThrow();
            String whole = parts.stream()
                    .filter(one -> one.startsWith("title:"))
                    .findFirst()
                    .orElseThrow();
            Path configuration = Files.writeString(folder.resolve("own.yaml"), whole + part);
            assertEquals(
                    "Hate incidents in our area",
                    ConfigurationReader.read(configuration).title());
        }
    }

    @Test
    void everyLinkBetweenFilesLeadsToOne() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path document : documents()) {
            Path folder = document.toAbsolutePath().normalize().getParent();
            Matcher link = LINK.matcher(Files.readString(document));
            while (link.find()) {
                if (folder == null || !Files.exists(folder.resolve(link.group(1)))) {
                    broken.add(document.getFileName() + ": " + link.group(1));
                }
            }
        }
        assertEquals(List.of(), broken);
    }

    @Test
    void everyThreatNamesATestThatExists() throws IOException {
        Set<String> tests = new HashSet<>();
        for (String folder : List.of("src/test/java", "../reports/src/test/java")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith("Test.java"))
                        .map(name -> name.replace(".java", ""))
                        .forEach(tests::add);
            }
        }
        Matcher named = Pattern.compile("`([A-Z][A-Za-z0-9]+Test)`").matcher(Files.readString(Path.of("THREATS.md")));
        List<String> missing = new ArrayList<>();
        while (named.find()) {
            if (!tests.contains(named.group(1))) {
                missing.add(named.group(1));
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void everyDecisionNamesItsBadConsequences() throws IOException {
        List<String> silent = new ArrayList<>();
        try (Stream<Path> decisions = Files.list(PROJECT.resolve("jobs/decisions"))) {
            for (Path decision : decisions.sorted().toList()) {
                String text = Files.readString(decision);
                boolean isWhole = text.contains("\n## Context\n")
                        && text.contains("\n## Decision\n")
                        && text.contains("\n## Consequences\n")
                        && text.contains("\n- Bad: ");
                if (!isWhole) {
                    silent.add(String.valueOf(decision.getFileName()));
                }
            }
        }
        assertEquals(List.of(), silent);
    }

    private static List<MatchResult> commandsInDocuments() throws IOException {
        List<MatchResult> uses = new ArrayList<>();
        for (Path document : documents()) {
            COMMAND.matcher(Files.readString(document)).results().forEach(uses::add);
        }
        return uses;
    }

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>();
        for (String folder : List.of("", "data-samples", "jobs", "jobs/decisions", "notebooks-java")) {
            try (Stream<Path> files = Files.list(PROJECT.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
            }
        }
        return documents;
    }

    private static Set<String> launcherCommands() throws IOException {
        return LAUNCHER_COMMAND
                .matcher(Files.readString(PROJECT.resolve("vigil")))
                .results()
                .map(command -> command.group(1))
                .collect(Collectors.toSet());
    }

    private static String readme() throws IOException {
        return Files.readString(PROJECT.resolve("README.md"));
    }
}
