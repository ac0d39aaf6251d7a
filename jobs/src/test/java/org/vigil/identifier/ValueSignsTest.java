package org.vigil.identifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An exclamation mark stands behind what leaves no doubt. */
final class ValueSignsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jane.doe@example.org                       | an e-mail address!
            jane.doe [at] example.org                  | an e-mail address!
            @jane_doe1                                 | an account on a network
            https://twitter.com/janedoe                | an account on a network!
            192.168.17.4                               | an IP address!
            10.20.1.1                                  | an IP address
            2001:db8::8a2e:370:7334                    | an IP address!
            020 7946 0018                              | a telephone number!
            07700900123                                | a telephone number!, a long number
            01632960001                                | a telephone number, a long number
            +33 1 99 00 12 34                          | a telephone number!
            0044 20 7946 0018                          | a telephone number!
            (212) 555-0142                             | a telephone number!
            SW1A 1AA                                   | a postcode!
            sw1a1aa                                    | a postcode
            AB 12 34 56 C                              | a national insurance number!
            943 476 5919                               | an NHS number!, a telephone number
            9434765919                                 | an NHS number, a long number
            4111 1111 1111 1111                        | a payment card number!
            4111111111111111                           | a payment card number, a long number
            AB12 CDE                                   | a vehicle mark
            A123 BCD                                   | a vehicle mark
            ABC 123D                                   | a vehicle mark
            AIZ 1234                                   |
            KIB 1234                                   | a vehicle mark
            51.50735, -0.12776                         | coordinates!
            51.50735                                   | a coordinate
            51°30'26"N 0°7'39"W                        | coordinates!
            TQ 30012 80045                             | coordinates!
            TQ300800                                   | coordinates
            530034, 180381                             | coordinates
            12 Acacia Avenue                           | an address
            born on 3 May 1971                         | a date of birth!
            DOB: 03/05/71                              | a date of birth!
            DOB 12/31/1985                             | a date of birth!
            born 02-25-71                              | a date of birth!
            born 31st December 1985                    | a date of birth!
            born on the 2nd of June, 1985              | a date of birth!
            version 12/31/85                           |
            Doe, Priya                                 | a person's name
            Mrs Doe                                    | a person's name
            Siobhán O’Doe                              | a person's name
            202105011234568                            | a long number
            """)
    void saysWhatAValueLooksLike(String value, String signs) {
        assertEquals(signs == null ? "" : signs, told(value));
    }

    @Test
    void knowsTextThatSomebodyWrote() {
        assertEquals("free text", told("He was on the bus when a man told him to get off. The driver did nothing."));
        assertEquals("", told("Gender identity different from sex registered at birth but no specific identity given"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9434765918",
                "4111111111111112 records",
                "0000000000",
                "02-03-2019 01:23",
                "01/03/2024 12:00:00 AM",
                "PL 240.30.1",
                "Tower Hamlets",
                "Kingston upon Thames",
                "Kingston and Surbiton",
                "AR0040200",
                "B33683676x",
                "MISCHIEF,CRIMINAL,    UNCL 2ND",
                "QQ 123456 C",
                "199.500",
                "AB1 2CDE"
            })
    void isNotMisledByWhatIsNearlyOne(String value) {
        assertEquals(
                List.of(),
                ValueSigns.of(value).stream()
                        .filter(sign -> sign.kind() != IdentifierKind.LONG_NUMBER)
                        .toList());
    }

    @Test
    void blanksThatDoNotBreakHideNoName() {
        for (String value :
                List.of("\u00a0Priya Doe", "Priya Doe\u00a0 ", "\u00a0 Doe,\u00a0Priya\u00a0", "\u2007Priya Doe")) {
            assertEquals("a person's name", told(value), value);
        }
    }

    @Test
    void needsNoLongerForHostileTextThanForAnyOther() {
        List<String> units = List.of(
                "a",
                "1",
                "@",
                "a.",
                "1.",
                "(1)",
                "1 ",
                "A1 ",
                "aA1@",
                "::",
                "1:",
                "a@a.",
                "+4",
                "[at]",
                "Mr ",
                "O'",
                "12 a ",
                "TQ 12",
                "born ",
                "1-",
                "ab12 ",
                "d o b ",
                "dob 1st of ",
                "\u00a0",
                "1.1.1.1.",
                "1° ");
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (String unit : units) {
                String hostile = unit.repeat(1_000_000 / unit.length());
                ValueSigns.of(hostile);
                ValueSigns.of(hostile.substring(0, ValueSigns.LONGEST));
            }
        });
    }

    private static String told(String value) {
        return ValueSigns.of(value).stream()
                .map(sign -> sign.kind().label() + (sign.isCertain() ? "!" : ""))
                .collect(Collectors.joining(", "));
    }
}
