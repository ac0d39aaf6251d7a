package org.vigil.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigil.run.AsLoaded;

/** The value of {@code --as-loaded}. */
final class AsLoadedOption {
    private AsLoadedOption() {}

    static Optional<AsLoaded> parse(@Nullable String value) {
        if (value == null) {
            return Optional.empty();
        }
        return Optional.of(AsLoaded.parse(value)
                .orElseThrow(() -> new UsageException("Nothing was done: --as-loaded is '" + value
                        + "'; expected the number of a version, a day such as 2025-12-01, or an instant such as"
                        + " 2025-12-01T08:00:00Z. See vigil store history.")));
    }
}
