package org.vigil.geography;

import java.util.Arrays;
import java.util.Optional;

/** The questions of Census 2021 whose answers are denominators; gender identity is none, as it lost its accreditation. */
enum CensusQuestion {
    RELIGION("religion", "Census 2021, religion"),
    ETHNIC_GROUP("ethnic-group", "Census 2021, ethnic group"),
    SEXUAL_ORIENTATION("sexual-orientation", "Census 2021, sexual orientation, residents aged 16 and over"),
    DISABILITY("disability", "Census 2021, disability under the Equality Act");

    private final String code;
    private final String series;

    CensusQuestion(String code, String series) {
        this.code = code;
        this.series = series;
    }

    String code() {
        return code;
    }

    String series() {
        return series;
    }

    static Optional<CensusQuestion> find(String code) {
        return Arrays.stream(values())
                .filter(question -> question.code.equals(code))
                .findFirst();
    }
}
