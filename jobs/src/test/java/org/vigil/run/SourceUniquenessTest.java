package org.vigil.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigil.config.Configuration;
import org.vigil.cube.CellSizes;
import org.vigil.cube.CountCube;
import org.vigil.incident.CodeLists;
import org.vigil.incident.Incidents;
import org.vigil.profile.SourceProfiles;

final class SourceUniquenessTest {
    @Test
    void warnsWhereMoreStandAloneThanIsTolerated() {
        SourceUniqueness uniqueness = SourceUniqueness.of(source("canonical", 0.2), cube());
        assertEquals(new CellSizes(4, 1, 4), uniqueness.byMonth());
        assertEquals(
                Optional.of(
                        "Warning: of the source canonical 25.0 % of the incidents are the only one of their community in their area and month, more than"
                                + " the tolerated 20.0 %; whoever knows of one finds it in the store and in the restricted release. Keep both for their owner,"
                                + " have larger areas or months instead of days delivered, or raise tolerance.unique-share."),
                uniqueness.findWarning());
        assertEquals("uniqueness canonical", uniqueness.check().name());
        assertTrue(uniqueness.check().passed(), "a warning keeps no release back");
        assertEquals(
                "of 4 incidents 25.0 % are the only one of their area, community and month, and 100.0 % share them with fewer than four others;"
                        + " of 4 incidents 50.0 % are the only one of their area, community and day, and 100.0 % share them with fewer than four others;"
                        + " an incident counts once for each community that it names. "
                        + uniqueness.findWarning().orElseThrow(),
                uniqueness.check().statement());
    }

    @Test
    void saysNothingUpToWhatIsTolerated() {
        assertEquals(
                Optional.empty(),
                SourceUniqueness.of(source("canonical", 0.25), cube()).findWarning());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nypd-hate-crimes", "fbi-hate-crime", "met-hate-crime-counts", "london-synthetic"})
    void onlyReportsWhatIsPublicAlreadyOrDescribesNobody(String profile) {
        SourceUniqueness uniqueness = SourceUniqueness.of(source(profile, 0), cube());
        assertEquals(Optional.empty(), uniqueness.findWarning());
        assertTrue(uniqueness.check().statement().startsWith("of 4 incidents 25.0 % are the only one"));
    }

    /** Three of one area, community and month, two of them on one day, and one of another area. */
    private static CountCube cube() {
        Incidents made = new Incidents();
        for (String day : List.of("2024-05-01", "2024-05-01", "2024-05-09")) {
            made.area(1).communities(1).occurred(day).add(0);
        }
        made.area(2).communities(1).occurred("2024-05-01").add(0);
        CountCube cube = new CountCube(false, 3, CodeLists.communities().size());
        for (int row = 0; row < made.packed().size(); row++) {
            cube.add(made.packed(), row);
        }
        return cube;
    }

    private static Configuration.Source source(String profile, double uniqueShare) {
        return new Configuration.Source(
                profile,
                SourceProfiles.shipped(profile),
                "",
                List.of(),
                0.02,
                0.05,
                OptionalDouble.empty(),
                uniqueShare,
                Optional.empty());
    }
}
