"""Countries, seats of power, bodies and groups: the tables hold what they should, and texts are read by them."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reader.countries import as_of, countries, country, hits, rows
from onrecord.reader.words import words_of

SECTORS = {"GOV", "MIL", "COP", "LEG", "SPY", "MED", "IGO", "NGO", "REB"}


def read(text, year=None):
    """What ``text`` names, as its words and their code."""
    words = words_of(text).strings
    return [(" ".join(words[hit.first : hit.end]), hit.code) for hit in hits(words, year)]


def codes(text, year=None):
    return [code for _, code in read(text, year)]


def only(text, year=None):
    """The one hit of ``text``."""
    (hit,) = hits(words_of(text).strings, year)
    return hit


# -- the tables --------------------------------------------------------------------------------------------------------


def test_the_table_has_as_many_countries_as_iso():
    status = [one.status for one in countries().values()]
    assert (status.count("current"), status.count("former"), status.count("user")) == (249, 31, 1)


def test_codes_are_unique_and_well_formed():
    table = rows("countries")
    assert len({row["code"] for row in table}) == len(table)
    # ISO 3166-3 has one alpha-3 that is another's today; that row has the alpha-4
    assert [row["code"] for row in table if len(row["code"]) != 3] == ["FQHH"]
    assert all(row["code"].isascii() and row["code"].isalpha() and row["code"].isupper() for row in table)
    current = [row["alpha2"] for row in table if row["status"] != "former"]
    assert len(set(current)) == len(current) and all(len(two) == 2 and two.isupper() for two in current)


@pytest.mark.parametrize("column", ["cow", "gw"])
def test_numbers_are_unique_among_the_countries_of_today(column):
    numbers = [row[column] for row in rows("countries") if row["status"] != "former" and row[column]]
    assert len(numbers) > 190 and len(set(numbers)) == len(numbers)
    assert all(2 <= int(number) <= 990 for number in numbers)


@pytest.mark.parametrize(
    ("code", "cow", "gw"),
    [
        ("USA", 2, 2),
        ("DEU", 255, 260),
        ("DDR", 265, 265),
        ("RUS", 365, 365),
        ("SRB", 345, 340),
        ("XKX", 347, 347),
        ("YEM", 679, 678),
        ("KIR", 946, 970),
        ("TUV", 947, 973),
        ("TON", 955, 972),
        ("NRU", 970, 971),
        ("WSM", 990, 990),
        ("PSE", None, None),
        ("HKG", None, None),
    ],
)
def test_numbers_of_the_two_lists(code, cow, gw):
    assert (country(code).cow, country(code).gw) == (cow, gw)


def test_years_and_later_names_hang_together():
    known = countries()
    for one in known.values():
        assert one.first is None or one.last is None or one.first <= one.last, one
        assert (one.last is None) or one.status == "former", one
        assert one.later is None or (one.status == "former" and one.later in known), one


@pytest.mark.parametrize("table", ["countries", "seats", "bodies", "groups"])
def test_every_row_is_well_formed(table):
    seen = set()
    for row in rows(table):
        assert (row["name"] and row["name"] not in seen) or table == "countries"
        seen.add(row["name"])
        for cell in row.values():
            assert cell == " ".join(cell.split())
            parts = cell.split("|")
            assert "" not in parts or parts == [""], row
            assert len(set(parts)) == len(parts), row
        if "sector" in row:
            assert row["sector"] in SECTORS
        if row.get("code"):
            assert row["code"] in countries()
        for pair in row.get("demonyms", "").split("|"):
            assert not pair or pair.count("/") == 1
        for collision in row["collisions"].split("|"):
            form, colon, meaning = collision.partition(": ")
            assert not collision or (form in forms_of(row) and colon and meaning), collision


def forms_of(row):
    """Every form of a row, without marks."""
    cells = [row.get(c, "") for c in ("name", "full", "others", "adjectives", "demonyms", "capitals")]
    parts = [
        part for cell in cells for part in cell.replace("/", "|" if cell == row.get("demonyms") else "/").split("|")
    ]
    return {part.removeprefix("=").split("@")[0] for part in parts if part}


@pytest.mark.parametrize("table", ["countries", "seats", "bodies", "groups"])
def test_every_form_of_every_row_is_read_as_that_row(table):
    """Alone, in a year of the row's; forms of two rows may be read as either's."""
    owners: dict[str, set[str | None]] = {}
    for row in rows(table):
        for form in forms_of(row):
            owners.setdefault(form, set()).add(row.get("code") or None)
    for row in rows(table):
        years = [int(row[c]) for c in ("last", "first") if row.get(c)] or [2020]
        dated = [int(y) for part in row["others"].split("|") if "@" in part for y in part.split("@")[1].split("-") if y]
        capitals = [int(y) for part in row.get("capitals", "").split("|") if "@" in part for y in part[-4:].split("-")]
        for form in forms_of(row):
            found = [hits(words_of(form).strings, year) for year in (*years, *dated, *capitals)]
            whole = [one for one in found if one and one[0].first == 0 and one[0].end == len(words_of(form).strings)]
            assert whole, (row["name"], form, found)
            assert whole[0][0].code in owners[form], (row["name"], form, whole)


def test_an_unknown_code_is_told():
    with pytest.raises(KeyError, match="'UKI' is no country code"):
        country("UKI")


# -- names -------------------------------------------------------------------------------------------------------------

NAMES = [one.name for one in countries().values() if one.status == "current"]


@pytest.mark.parametrize("start", range(0, len(NAMES), 60))
def test_sixty_countries_in_one_sentence_are_all_found(start):
    names = NAMES[start : start + 60]
    text = f"Envoys of {', '.join(names[:-1])} and {names[-1]} met."
    wanted = [one.code for one in countries().values() if one.status == "current"][start : start + 60]
    assert codes(text) == wanted
    assert codes(text.upper()) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The South Korean envoy met the North Korean one.", ["KOR", "PRK"]),
        ("Papua New Guinea, Guinea-Bissau, Equatorial Guinea and Guinea", ["PNG", "GNB", "GNQ", "GIN"]),
        ("Guinea Bissau and Timor Leste", ["GNB", "TLS"]),
        ("the Republic of the Congo and the Democratic Republic of the Congo", ["COG", "COD"]),
        ("Republic of Congo, Democratic Republic of Congo, DR Congo, DRC", ["COG", "COD", "COD", "COD"]),
        ("Niger is no Nigeria, and a Nigerien no Nigerian.", ["NER", "NGA", "NER", "NGA"]),
        ("American Samoa, Samoa, Northern Ireland, Ireland", ["ASM", "WSM", "GBR", "IRL"]),
        ("New Jersey, New Mexico and Jersey", ["JEY"]),
        ("Mexico City, Kuwait City, Panama City and Guatemala City", ["MEX", "KWT", "PAN", "GTM"]),
        ("South Africans and the Central African Republic", ["ZAF", "CAF"]),
        ("Sudan and South Sudan", ["SDN", "SSD"]),
        ("Dominica and the Dominican Republic", ["DMA", "DOM"]),
        ("the People's Republic of China and the Republic of China", ["CHN", "TWN"]),
        ("England, Scotland, Wales, Great Britain and the U.K.", ["GBR"] * 5),
        ("Côte d'Ivoire, Cote d’Ivoire, the Ivory Coast", ["CIV"] * 3),
        ("Sao Tome and Principe, Curacao, Turkiye", ["STP", "CUW", "TUR"]),
        ("Port of Spain answered Spain.", ["TTO", "ESP"]),
        ("British Virgin Islands, U.S. Virgin Islands", ["VGB", "VIR"]),
        ("Bosnian Serbs and Greek Cypriots", ["BIH", "CYP"]),
        ("Ceylon, Persia, Siam, Kampuchea", ["LKA", "IRN", "THA", "KHM"]),
    ],
)
def test_the_longest_form_wins(text, wanted):
    assert codes(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "They carved a turkey on good china and told us so.",
        "The Indian Ocean, the Gulf of Mexico, the Sea of Japan, the South China Sea and the English Channel",
        "The Korean Peninsula, Korean food, Korea and the two Koreas",
        "French fries, French Fries, Turkish delight and Brazil nuts",
        "Latin American leaders left South America.",
        "Russian-speaking voters, a French language school",
        "The Washington Post and Agence France-Presse",
        "He lives in Washington state.",
        "The Virgin Islands",
        "The car hit a pole.",
        "KIM JONG UN SPEAKS",
        "",
    ],
)
def test_what_names_no_country(text):
    assert read(text) == []


def test_us_is_a_country_and_us_in_small_letters_is_not():
    assert read("The US told us that U.S. troops, the U.S.-led force and the USA would leave the U.S.") == [
        ("US", "USA"),
        ("U . S .", "USA"),
        ("U . S .", "USA"),
        ("USA", "USA"),
        ("U . S .", "USA"),
    ]


def test_lines_in_capitals_are_read():
    assert codes("TURKEY AND CHAD SIGN PACT WITH SOUTH KOREANS") == ["TUR", "TCD", "KOR"]
    assert codes("COTE D'IVOIRE VOTES, CÔTE D’IVOIRE COUNTS") == ["CIV", "CIV"]
    assert codes("FRENCH FRIES SOLD OUT") == []


def test_accents_that_tell_a_name_from_a_word_are_needed():
    assert codes("Malé, MALÉ, Réunion, RÉUNION") == ["MDV", "MDV", "REU", "REU"]
    assert codes("Male nurses, a MALE NURSE, Reunion, a family reunion") == []


def test_acronyms_that_are_words_are_not_read_in_a_line_of_capitals():
    assert read("WHO WILL TAKE CARE OF THE CAR") == []
    assert [words for words, _ in read("The WHO, UNICEF and CARE work in the CAR.")] == ["WHO", "UNICEF", "CARE", "CAR"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Turkey", "name"),
        ("Turkish", "adjective"),
        ("Iraqi", "adjective"),
        ("Briton", "demonym"),
        ("Britons", "people"),
        ("Frenchmen", "people"),
        ("Soviets", "people"),
        ("Pyongyang", "capital"),
        ("Singapore", "name"),
        ("Kremlin", "seat"),
        ("NATO", "body"),
        ("Hamas", "group"),
    ],
)
def test_kinds(text, kind):
    assert only(text).kind == kind


# -- years -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "year", "wanted"),
    [
        ("Soviet, the Soviet Union, USSR, U.S.S.R., Soviets", None, ["SUN"] * 5),
        ("Soviet", 2020, ["SUN"]),
        ("Russia", 1975, ["RUS"]),
        ("Yugoslavia and a Yugoslav", 1995, ["YUG", "YUG"]),
        ("Serbia and Montenegro", 2004, ["SCG"]),
        ("Serbia and Montenegro", 2015, ["SRB", "MNE"]),
        ("Serbia and Montenegro", None, ["SRB", "MNE"]),
        ("East Germany, East German, GDR, G.D.R., German Democratic Republic", 1980, ["DDR"] * 5),
        ("West Germany, West German, Federal Republic of Germany, Bonn", 1980, ["DEU"] * 4),
        ("Germany", 1980, ["DEU"]),
        ("South Yemen, North Yemen, Yemen", 1980, ["YMD", "YEM", "YEM"]),
        ("North Vietnam and South Vietnam", 1970, ["VDR", "VNM"]),
        ("Hanoi", 1970, ["VDR"]),
        ("Hanoi", 2000, ["VNM"]),
        ("Czechoslovakia, Czechoslovak", None, ["CSK", "CSK"]),
        ("Prague", 1980, ["CSK"]),
        ("Prague", 1993, ["CZE"]),
        ("Moscow", 1985, ["SUN"]),
        ("Moscow", 1905, ["RUS"]),
        ("Moscow", None, ["RUS"]),
        ("Belgrade", 1995, ["YUG"]),
        ("Belgrade", 2005, ["SCG"]),
        ("Belgrade", 2010, ["SRB"]),
        ("Zaire, Upper Volta, Dahomey, Rhodesia", None, ["ZAR", "HVO", "DHY", "RHO"]),
        ("Kinshasa", 1980, ["ZAR"]),
        ("Burma, Burmese", 1985, ["BUR", "BUR"]),
        ("Burma, Burmese", 1995, ["MMR", "MMR"]),
        ("Burma, Myanmar", None, ["MMR", "MMR"]),
        ("East Timor", 1999, ["TMP"]),
        ("East Timor", 2002, ["TLS"]),
        ("East Timor", None, ["TLS"]),
        ("Congo", None, ["COD"]),
        ("Congo, Congolese", 2010, ["COD", "COD"]),
        ("Congo", 1985, ["COG"]),
        ("Congo", 1963, []),
        ("Saigon, Aden", 1970, ["VNM", "YMD"]),
        ("Saigon, Aden", 2020, []),
    ],
)
def test_names_are_read_by_year(text, year, wanted):
    assert codes(text, year) == wanted


@pytest.mark.parametrize(
    ("code", "year", "wanted"),
    [
        ("MMR", 1980, "BUR"),
        ("BUR", 2000, "MMR"),
        ("SRB", 1995, "YUG"),
        ("SRB", 2005, "SCG"),
        ("YUG", 2020, "SRB"),
        ("RUS", 1980, "SUN"),
        ("SUN", 1999, "RUS"),
        ("COD", 1980, "ZAR"),
        ("COD", 1965, "COD"),
        ("TLS", 2001, "TMP"),
        ("DDR", 2000, "DDR"),
        ("FRA", 1950, "FRA"),
    ],
)
def test_the_code_of_a_state_in_another_year(code, year, wanted):
    assert as_of(code, year) == wanted


# -- other meanings ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Turkey", "bird"),
        ("Chad", "given name"),
        ("Jordan", "surname"),
        ("Georgia", "US state"),
        ("Washington", "US state"),
        ("Victoria", "given name"),
        ("Kingston", "surname"),
        ("San Jose", "Californian city"),
        ("Congo", "Republic of the Congo"),
        ("ISIS ally Isis", None),
        ("France", None),
    ],
)
def test_what_else_a_form_can_mean_is_told(text, part):
    collides = hits(words_of(text).strings)[0].collides
    assert collides == part if part is None or collides is None else part in collides


def test_some_meanings_count_only_in_a_line_of_capitals():
    assert only("The US said no.").collides is None
    assert only("THEY TOLD US NO").collides == "pronoun in capitals"


# -- seats, bodies, groups ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "code", "sector", "name"),
    [
        ("the Kremlin", "RUS", "GOV", "Kremlin"),
        ("the Elysee Palace", "FRA", "GOV", "Élysée"),
        ("the Quai d’Orsay", "FRA", "GOV", "Quai d'Orsay"),
        ("the Pentagon", "USA", "MIL", "Pentagon"),
        ("Capitol Hill", "USA", "LEG", "Capitol Hill"),
        ("the State Duma", "RUS", "LEG", "State Duma"),
        ("Malacanang", "PHL", "GOV", "Malacañang"),
        ("Scotland Yard", "GBR", "COP", "Scotland Yard"),
        ("the F.B.I.", "USA", "COP", "FBI"),
        ("the CIA", "USA", "SPY", "CIA"),
        ("the Vatican", "VAT", "GOV", "Holy See"),
        ("the U.N. Security Council", None, "IGO", "UN Security Council"),
        ("the United Nations", None, "IGO", "UN"),
        ("the E.U.", None, "IGO", "EU"),
        ("OPEC+", None, "IGO", "OPEC+"),
        ("the Red Cross", None, "NGO", "ICRC"),
        ("Doctors Without Borders", None, "NGO", "MSF"),
        ("Al Qaeda", None, "REB", "al-Qaeda"),
        ("Hizbollah", "LBN", "REB", "Hezbollah"),
        ("the Kurdistan Workers’ Party", "TUR", "REB", "PKK"),
        ("the Tamil Tigers", "LKA", "REB", "LTTE"),
        ("Daesh", None, "REB", "Islamic State"),
    ],
)
def test_seats_bodies_and_groups(text, code, sector, name):
    hit = only(text)
    assert (hit.code, hit.sector, hit.name) == (code, sector, name)


# -- any text ----------------------------------------------------------------------------------------------------------


SOME = [
    "Papua",
    "New",
    "Guinea",
    "-",
    "Bissau",
    "US",
    "THE",
    "U",
    ".",
    "S",
    "Serbia",
    "and",
    "Montenegro",
    "WHO",
    "Congo",
]


@given(st.lists(st.sampled_from(SOME)))
def test_hits_stand_in_order_and_apart(words):
    found = hits(words, 2004)
    assert all(0 <= hit.first < hit.end <= len(words) for hit in found)
    assert all(one.end <= other.first for one, other in pairwise(found))


@pytest.mark.parametrize(
    "text",
    [
        "The minister told a South Korean envoy in Moscow that Turkey had no part in it. ",
        "Democratic Republic of the ",
        "US AND WHO ",
        "U.S.S.",
    ],
)
def test_fifty_thousand_words_take_no_time(text):
    words = words_of(text).strings
    words = (words * (50_000 // len(words) + 1))[:50_000]
    hits(words[:10])  # the tables are loaded
    start = time.process_time()
    hits(words)
    assert time.process_time() - start < 2
