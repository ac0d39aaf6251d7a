package org.vigil.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigil.profile.IdentifyingColumn;

final class IdentifierGateTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jane.doe@example.org                  | an e-mail address
            write to JANE@MAIL.EXAMPLE.CO.UK soon | an e-mail address
            020 7946 0018                         | a telephone number
            (020) 7946 0018                       | a telephone number
            07700 900123                          | a telephone number
            07700900123                           | a telephone number
            +44 7700 900123                       | a telephone number
            +44 (0)20 7946 0018                   | a telephone number
            0044 20 7946 0018                     | a telephone number
            call 01632-960-001 now                | a telephone number
            SW1A 1AA                              | a postcode
            sw1a1aa                               | a postcode
            M1 1AE                                | a postcode
            near EC1A 1BB, London                 | a postcode
            GIR 0AA                               | a postcode
            AB 12 34 56 C                         | a national insurance number
            ab123456d                             | a national insurance number
            """)
    void recognisesADirectIdentifier(String label, String kind) {
        assertEquals(Optional.of(kind), IdentifierGate.findKind(label));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Camden",
                "E09000007",
                "2024-06-30",
                "01/03/2024 12:00:00 AM",
                "31-AUG-91",
                "201905112345678",
                "202105",
                "0.5",
                "1000000000",
                "MISCHIEF,CRIMINAL,    UNCL 2ND",
                "60 YRS AND OLDER",
                "HARRASSMENT 2",
                "ASSAULT 3 & RELATED OFFENSES",
                "Anti-Eastern Orthodox (Russian, Greek, Other)",
                "Credit Card/Automated Teller Machine Fraud",
                "SW1",
                "stalking-and-harassment",
                "PATROL BORO MAN SOUTH",
                "@home"
            })
    void letsHarmlessLabelsPass(String label) {
        assertEquals(Optional.empty(), IdentifierGate.findKind(label));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nyc-nypd-hate-crimes/NYPD_Hate_Crimes_2019_2025.csv",
                "nyc-nypd-hate-crimes/NYPD_Hate_Crimes_20240929.csv",
                "nyc-nypd-hate-crimes/NYPD_Hate_Crimes_excel_resaved.csv",
                "london-mps-hate-crime/mps_hate_and_special_crime_borough_month_201004_202105.csv",
                "london-mps-hate-crime/mps_borough_level_crime_201004_202403.csv",
                "london-mps-hate-crime/mps_borough_level_crime_202404_202603.csv"
            })
    void findsNothingInFilesThatAreAlreadyPublic(String name) throws IOException {
        Path file = Path.of("../../shared/real-data").resolve(name);
        assumeTrue(Files.exists(file), "not there: " + file);
        List<String> lines = Files.readAllLines(file);
        for (String column : lines.get(0).split(",")) {
            assertEquals(Optional.empty(), IdentifyingColumn.find(column), column);
        }
        lines.forEach(line -> assertEquals(Optional.empty(), IdentifierGate.findKind(line), line));
    }
}
