package org.vigil.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigil.config.Configuration;
import org.vigil.config.ConfigurationException;
import org.vigil.declaration.Problem;
import org.vigil.doctor.Diagnosis;
import org.vigil.doctor.Examination;
import org.vigil.run.Publication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks at everything that a run of a configuration depends on, and makes the master key. */
@Command(
        name = "doctor",
        description =
                "Look at this machine and at what a configuration names: folders, key, extracts, last results. With --init"
                        + " make the master key that identifiers are hashed under.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ConfigurationOptions options = new ConfigurationOptions();

    @Option(
            names = "--init",
            paramLabel = "FILE",
            arity = "0..1",
            fallbackValue = "",
            description = {
                "Make a new master key in this file, for its owner only; nothing is ever replaced.",
                "Without a file: in the place that the configuration names, or say how to bring it there."
            })
    private @Nullable String init;

    @Override
    public Integer call() {
        PrintWriter out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        if (init != null) {
            KeyMaking.make(init, options::readKeySource).forEach(out::println);
            return ExitCode.DONE;
        }
        List<Diagnosis> found = examine();
        if (options.isJson()) {
            out.println(json(found));
        } else {
            found.forEach(diagnosis -> out.println(diagnosis.line()));
        }
        return exitCode(found);
    }

    private List<Diagnosis> examine() {
        List<Diagnosis> found = new ArrayList<>();
        found.add(Diagnosis.ok("Vigil", Publication.codeVersion()));
        try {
            Configuration configuration = options.read();
            found.add(Diagnosis.ok("Configuration", configuration.file() + " can be used"));
            found.addAll(Examination.of(configuration, Clock.systemUTC()));
            if (!configuration.reports().formats().isEmpty()) {
                found.add(FontCheck.run());
            }
        } catch (ConfigurationException e) {
            e.problems().forEach(problem -> found.add(mistake(problem)));
            found.addAll(Examination.ofMachine());
            found.add(FontCheck.run());
        }
        return found;
    }

    private static Diagnosis mistake(Problem problem) {
        String place = problem.line() > 0 ? problem.file() + ", line " + problem.line() : problem.file();
        return Diagnosis.mistaken(
                "Configuration", place + ": " + problem.found(), problem.expected(), problem.remedy());
    }

    /** Warnings stop no run. What was declared wrongly comes before what is broken: it may be the cause. */
    private static int exitCode(List<Diagnosis> found) {
        List<Diagnosis.State> states = found.stream().map(Diagnosis::state).toList();
        if (states.contains(Diagnosis.State.MISTAKEN)) {
            return ExitCode.USAGE;
        }
        return states.contains(Diagnosis.State.BROKEN) ? ExitCode.INPUT_OUTPUT : ExitCode.DONE;
    }

    private static String json(List<Diagnosis> found) {
        ObjectNode root = JSON.createObjectNode();
        root.put("exit_code", exitCode(found));
        ArrayNode checks = root.putArray("checks");
        for (Diagnosis diagnosis : found) {
            checks.addObject()
                    .put("state", diagnosis.state().word())
                    .put("check", diagnosis.check())
                    .put("found", diagnosis.found())
                    .put("expected", diagnosis.expected())
                    .put("remedy", diagnosis.remedy());
        }
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of texts and numbers cannot be written as JSON", e);
        }
    }
}
