package org.vigil.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.vigil.config.Configuration;
import org.vigil.geography.Geography;
import org.vigil.incident.CodeLists;
import org.vigil.store.StoreManifest;

/** What gives the words of a source their meaning: its profile, the code lists, and the names of the areas. */
final class Interpretation {
    private Interpretation() {}

    /** A sentence if the store holds words that were read in another way than the configuration says. */
    static Optional<String> findRemark(Configuration configuration, StoreManifest held) {
        long other = configuration.sources().stream()
                .mapToLong(source -> {
                    String now = hash(source);
                    return held.extractsOf(source.code()).stream()
                            .filter(e -> !e.interpretation().equals(now))
                            .count();
                })
                .sum();
        return other == 0
                ? Optional.empty()
                : Optional.of(other
                        + (other == 1 ? " extract of the store was" : " extracts of the store were")
                        + " read under another profile or code list than today's; their figures stay as they were. See what"
                        + " would move: vigil store reinterpret");
    }

    /** SHA-256 over all of it, in hexadecimal: the same hash, the same codes for the same words. */
    static String hash(Configuration.Source source) {
        StringBuilder text = new StringBuilder("interpretation 1\n").append(source.profileText());
        text.append("\ncommunities ").append(CodeLists.communities().version());
        CodeLists.all()
                .forEach(list ->
                        text.append('\n').append(list.name()).append(' ').append(list.version()));
        Geography.load(source.profile().geographyCode())
                .areas()
                .forEach(area -> text.append('\n').append(area));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
