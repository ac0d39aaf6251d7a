package org.vigil.report.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests one Chromium, started once for all of them; where there is none they are skipped and say so. */
public final class WithChromium implements BeforeAllCallback, ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(WithChromium.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        assumeTrue(
                Chromium.find().isPresent(),
                "No Chromium in VIGIL_CHROMIUM or /usr/bin: web pages are not looked at in a browser (apt-get install chromium)");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Chromium.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Optional<Path> program = Chromium.find();
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Chromium.class, key -> Chromium.start(program.orElseThrow()), Chromium.class);
    }
}
