package org.vigil.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifyingColumnTest {
    @ParameterizedTest
    @CsvSource({
        "Name, a person's name",
        "Victim Name, a person's name",
        "suspect_names, a person's name",
        "SURNAME, a person's name",
        "firstName, a person's name",
        "Date of Birth, a date of birth",
        "DOB, a date of birth",
        "Home Address, an address",
        "UPRN, an address",
        "street_name, an address",
        "Postcode, a postcode",
        "victim_post_code, a postcode",
        "ZIP, a postcode",
        "Phone No., a telephone number",
        "mobile, a telephone number",
        "contactEmail, an e-mail address",
        "E-mail, an e-mail address",
        "NI Number, a number given to a person",
        "National Insurance, a number given to a person",
        "VRM, a vehicle mark",
        "Vehicle Registration, a vehicle mark",
        "Latitude, coordinates",
        "X_COORD_CD, coordinates",
        "Lat_Lon, coordinates",
        "easting, coordinates",
        "username, an account on a network",
        "IP address, an account on a network",
        "MO_Narrative, free text",
        "Incident Notes, free text",
        "free-text, free text"
    })
    void announcesADirectIdentifier(String column, String kind) {
        assertEquals(Optional.of(kind), IdentifyingColumn.find(column));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Borough",
                "BoroughName",
                "Patrol Borough Name",
                "PUB_AGENCY_NAME",
                "STATE_NAME",
                "LOCATION_NAME",
                "OFFENSE_NAME",
                "MinorText",
                "Bias Motive Description",
                "PD Code Description",
                "Full Complaint ID",
                "Area Code",
                "Area Name",
                "Postcode District",
                "reporting_source",
                "Longest Delay",
                "Telford",
                "<column header>",
                ""
            })
    void passesAColumnThatNamesNoPersonOrPlaceFinerThanAWard(String column) {
        assertEquals(Optional.empty(), IdentifyingColumn.find(column));
    }
}
