package org.vigil.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigil.incident.MasterKey;
import org.vigil.run.Publication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks at the machine, and makes the master key. */
@Command(
        name = "doctor",
        description = "Look at this machine; with --init make the master key that identifiers are hashed under.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    private static final long MEBIBYTE = 1L << 20;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--init",
            paramLabel = "FILE",
            description = "Make a new master key in this file, for its owner only.")
    private @Nullable Path init;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        if (init != null) {
            MasterKey.create(init);
            out.println("Made a master key in " + init
                    + ". Keep a copy in a safe place: without it no later extract can be matched with this store.");
            return ExitCode.DONE;
        }
        Path here = Path.of("").toAbsolutePath();
        FileStore disk = Files.getFileStore(here);
        out.println("Vigil        " + Publication.codeVersion());
        out.println("Java         " + System.getProperty("java.version") + ", " + System.getProperty("java.vendor"));
        out.println("Processors   " + Runtime.getRuntime().availableProcessors());
        out.println("Memory       " + Runtime.getRuntime().maxMemory() / MEBIBYTE + " MiB for this process");
        out.println("Disk         " + disk.getUsableSpace() / MEBIBYTE + " MiB free here");
        out.println("Time zone    " + java.time.ZoneId.systemDefault() + " (dates do not depend on it)");
        return ExitCode.DONE;
    }
}
