package org.vigil.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.vigil.config.Configuration;
import org.vigil.geography.Geography;
import org.vigil.incident.CodeLists;

/** What gives the words of a source their meaning: its profile, the code lists, and the names of the areas. */
final class Interpretation {
    private Interpretation() {}

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
