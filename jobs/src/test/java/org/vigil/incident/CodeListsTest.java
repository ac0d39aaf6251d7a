package org.vigil.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class CodeListsTest {
    private static final Communities COMMUNITIES = CodeLists.communities();

    @Test
    void anIndexOfACommunityFitsIntoSevenBitsAndLeadsBackToItsCode() {
        assertTrue(COMMUNITIES.size() <= 126);
        for (int index = 0; index < COMMUNITIES.size(); index++) {
            assertEquals(
                    OptionalInt.of(index),
                    COMMUNITIES.indexOf(COMMUNITIES.get(index).code()));
        }
        assertEquals(OptionalInt.empty(), COMMUNITIES.indexOf(Communities.ALL));
    }

    @ParameterizedTest
    @EnumSource(Strand.class)
    void everyStrandHasACommunity(Strand strand) {
        assertTrue(COMMUNITIES.list().stream()
                .anyMatch(community -> community.strands().contains(strand)));
    }

    @ParameterizedTest
    @CsvSource({
        "jewish, racist-and-religious",
        "muslim, faith",
        "mormon, christian",
        "pakistani, asian",
        "chinese, east-south-east-asian",
        "lesbian, lesbian-gay-bisexual",
        "learning-disability, disability",
    })
    void aPartLeadsToItsWhole(String part, String whole) {
        assertTrue(COMMUNITIES.isPartOf(part, whole));
        assertFalse(COMMUNITIES.isPartOf(whole, part));
    }

    @ParameterizedTest
    @CsvSource({"jewish", "sikh"})
    void jewishAndSikhMayCarryRaceReligionOrBoth(String code) {
        assertEquals(
                List.of(Strand.RACE, Strand.RELIGION), COMMUNITIES.get(code).strands());
    }

    @Test
    void hispanicAndLatinAmericanAreTwoCommunitiesOfWhichNeitherHoldsTheOther() {
        assertFalse(COMMUNITIES.isPartOf("hispanic", "latin-american"));
        assertFalse(COMMUNITIES.isPartOf("latin-american", "hispanic"));
    }

    @Test
    void aMixedGroupHasNoParts() {
        for (TargetCommunity community : COMMUNITIES.list()) {
            community
                    .partOf()
                    .map(COMMUNITIES::get)
                    .ifPresent(whole -> assertFalse(whole.kind() == CommunityKind.MIXED_GROUP, community.code()));
        }
    }

    /** Each value of the publishers' target columns, as they write it, and the community that means just that. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Racist and Religious Hate Crime | racist-and-religious | UMBRELLA
            Faith Hate Crime | faith | UMBRELLA
            Anti-Semitic | jewish | COMMUNITY
            Islamophobic | muslim | COMMUNITY
            Homophobic Hate Crime | lesbian-gay-bisexual | UMBRELLA
            Transgender Hate | transgender | COMMUNITY
            Disability Hate Crime | disability | UMBRELLA
            ANTI-LGBT (MIXED GROUP) | lgbt-mixed-group | MIXED_GROUP
            ANTI-OTHER ETHNICITY | other-ethnicity | COMMUNITY
            ANTI-MULTI-RACIAL GROUPS | multiple-races | MIXED_GROUP
            ANTI-RELIGIOUS PRACTICE GENERALLY | religious-practice | MIXED_GROUP
            60 YRS AND OLDER | older-people | NOT_MONITORED
            ANTI-FEMALE | women | NOT_MONITORED
            ANTI-MALE | men | NOT_MONITORED
            ANTI-ARAB | arab | COMMUNITY
            ANTI-JEHOVAHS WITNESS | jehovahs-witness | COMMUNITY
            Anti-Asian | asian | COMMUNITY
            Anti-American Indian or Alaska Native | indigenous | COMMUNITY
            Anti-Native Hawaiian or Other Pacific Islander | pacific-islander | COMMUNITY
            Anti-Hispanic or Latino | hispanic | COMMUNITY
            Anti-Multiple Races, Group | multiple-races | MIXED_GROUP
            Anti-Multiple Religions, Group | multiple-religions | MIXED_GROUP
            Anti-Other Religion | other-religion | COMMUNITY
            Anti-Other Christian | other-christian | COMMUNITY
            Anti-Eastern Orthodox (Russian, Greek, Other) | orthodox-christian | COMMUNITY
            Anti-Atheism/Agnosticism | atheist-or-no-religion | COMMUNITY
            Anti-Mental Disability | mental-disability | COMMUNITY
            Anti-Gender Non-Conforming | gender-non-conforming | COMMUNITY
            Anti-Heterosexual | heterosexual | COMMUNITY
            ANTI-JEWISH | jewish | COMMUNITY
            ANTI-MALE HOMOSEXUAL (GAY) | gay | COMMUNITY
            ANTI-FEMALE HOMOSEXUAL (LESBIAN) | lesbian | COMMUNITY
            ANTI-BLACK | black | COMMUNITY
            ANTI-MUSLIM | muslim | COMMUNITY
            ANTI-WHITE | white | COMMUNITY
            ANTI-TRANSGENDER | transgender | COMMUNITY
            ANTI-HISPANIC | hispanic | COMMUNITY
            ANTI-CATHOLIC | catholic | COMMUNITY
            ANTI-PROTESTANT | protestant | COMMUNITY
            ANTI-BUDDHIST | buddhist | COMMUNITY
            ANTI-SIKH | sikh | COMMUNITY
            ANTI-HINDU | hindu | COMMUNITY
            ANTI-MORMON | mormon | COMMUNITY
            ANTI-PHYSICAL DISABILITY | physical-disability | COMMUNITY
            Anti-Bisexual | bisexual | COMMUNITY
            Anti-Lesbian, Gay, Bisexual, or Transgender (Mixed Group) | lgbt-mixed-group | MIXED_GROUP
            Anti-Other Race/Ethnicity/Ancestry | other-ethnicity | COMMUNITY
            Unknown (offender's motivation not known) | unknown-motivation | UNKNOWN
            """)
    void everyKindOfValueOfTheThreePublishersHasACommunity(String label, String code, CommunityKind kind) {
        assertEquals(kind, COMMUNITIES.get(code).kind(), label);
    }

    @Test
    void unknownNotStatedAndNotApplicableAreThreeCodesWhereAFieldCanHaveThem() {
        for (CodeList list : List.of(
                CodeLists.offenceGroups(),
                CodeLists.locationTypes(),
                CodeLists.reportingSources(),
                CodeLists.outcomes())) {
            for (String code : List.of(CodeLists.UNKNOWN, CodeLists.NOT_STATED, CodeLists.NOT_APPLICABLE)) {
                assertTrue(list.indexOf(code).isPresent(), list.name() + " " + code);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"school", "public-transport", "shop", "place-of-worship", "home", "street", "workplace", "online"})
    void locationTypesHaveThePlacesThatThePoliceNamed(String code) {
        assertTrue(CodeLists.locationTypes().indexOf(code).isPresent());
    }

    @Test
    void listsAreNamedAndVersioned() {
        assertEquals(
                List.of(
                        "offence-group",
                        "location-type",
                        "context",
                        "reporting-source",
                        "outcome",
                        "counting-unit",
                        "target-basis"),
                CodeLists.all().stream().map(CodeList::name).toList());
        assertTrue(CodeLists.all().stream().noneMatch(list -> list.version().isBlank()));
        assertTrue(CodeLists.contexts().indexOf("protest-related").isPresent());
    }

    @Test
    void enumerationsAreFoundByTheirCodes() {
        assertEquals(List.of("crime", "non-crime-incident", "terrorism-related"), codes(RecordClass.values()));
        assertTrue(Arrays.stream(Strand.values())
                .allMatch(strand -> Strand.find(strand.code()).orElseThrow() == strand));
        assertEquals(DatePrecision.MONTH, DatePrecision.find("month").orElseThrow());
        assertEquals(DateBasis.RECORDED, DateBasis.find("recorded").orElseThrow());
        assertTrue(CommunityKind.find("other").isEmpty());
    }

    private static List<String> codes(RecordClass... classes) {
        return Arrays.stream(classes).map(RecordClass::code).toList();
    }
}
