"""What the words of one mention tell: name, office, gender, number, country."""

import pytest

from onrecord.reader.actors.told import Told, hits_of, tell
from onrecord.reader.heads.mentions import ORGANISATION, PERSON, PLACE, Mentioned
from onrecord.reader.pairs import Mention
from onrecord.reader.words import words_of


def told(text: str, head: str, kind: int = PERSON) -> Told:
    words = words_of(text)
    at = len(words) - 1 - words.strings[::-1].index(head)
    return tell(words, [Mentioned(Mention(at, 0, len(words)), kind, 1.0)], hits_of(words))[0]


@pytest.mark.parametrize(
    ("text", "head", "name", "office", "country"),
    [
        ("Mira Tolland", "Tolland", ("mira", "tolland"), None, None),
        ("Kenyan Foreign Minister Asha Otieno", "Otieno", ("asha", "otieno"), "foreign minister", "KEN"),
        ("Deputy Transport Minister Yerlan Omar", "Omar", ("yerlan", "omar"), "minister", None),
        ("Gen. Paulo Reis", "Reis", ("paulo", "reis"), "gen", None),
        ("Mrs. Ada Quill", "Quill", ("ada", "quill"), "mrs", None),
        ("former French President Luc Arnaud", "Arnaud", ("luc", "arnaud"), "president", "FRA"),
        ("ministry spokeswoman Rima al-Hadid", "Hadid", ("rima", "al-hadid"), "spokeswoman", None),
        ("Sean O'Malley", "Malley", ("sean", "o'malley"), None, None),
        ("J. R. Ekdahl Jr", "Ekdahl", ("j", "r", "ekdahl"), None, None),
        ("Ludwig van Aalst", "Aalst", ("ludwig", "van", "aalst"), None, None),
        ("Pope Celestine", "Celestine", ("pope", "celestine"), "pope", None),
        ("Quill's", "Quill", ("quill",), None, None),
        ("Grace Otiang'o", "Otiang", ("grace", "otiang'o"), None, None),
        ('Mayor Desmond "Dez" Farrow', "Farrow", ("desmond", "dez", "farrow"), "mayor", None),
        ('Desmond "Dez" Farrow', "Desmond", ("desmond", "dez", "farrow"), None, None),
    ],
)
def test_names_of_people(text, head, name, office, country):
    t = told(text, head)
    assert t.name == name
    assert (t.office.words if t.office else None) == office
    assert (t.hits[0].code if t.hits else None) == country


@pytest.mark.parametrize(
    ("text", "head", "name"),
    [
        ("the Harbour Courier newspaper", "newspaper", ("harbour", "courier")),
        ("Norway's Civil Harbour Authority", "Authority", ("civil", "harbour", "authority")),
        ("the Ministry of the Interior", "Ministry", ("ministry", "of", "the", "interior")),
        ("the Polish government", "government", ()),
        ("a news agency", "agency", ()),
        ("Its operator", "operator", ()),
        ("the Oslo newspaper", "newspaper", ()),
        ("the Oslo newspaper Morgunposten", "newspaper", ("morgunposten",)),
    ],
)
def test_names_of_bodies(text, head, name):
    assert told(text, head, ORGANISATION).name == name


@pytest.mark.parametrize(
    ("text", "head", "office", "plural", "definite", "indefinite"),
    [
        ("a senior Iraqi official", "official", "official", False, False, True),
        ("two Western diplomats", "diplomats", "diplomat", True, False, False),
        ("the Russian leader", "leader", "leader", False, True, False),
        ("his top military commander", "commander", "commander", False, True, False),
        ("policemen", "policemen", "policeman", True, False, False),
        ("Oslo's deputy mayor", "mayor", "mayor", False, True, False),
    ],
)
def test_offices(text, head, office, plural, definite, indefinite):
    t = told(text, head)
    assert t.office is not None and t.office.words == office
    assert (t.plural, t.definite, t.indefinite) == (plural, definite, indefinite)


def test_the_country_is_whose_it_is_not_what_it_is_about():
    t = told("Norway's chief adviser for Iceland affairs", "adviser")
    assert t.hits[0].code == "NOR"
    assert [h.code for h in t.hits] == ["NOR"]
    assert told("the president of France", "president").hits[0].code == "FRA"


def test_a_state_named_whole():
    t = told("the Soviet Union", "Union", PLACE)
    assert t.whole is not None and t.whole.code == "SUN"
    assert told("the Soviet army", "army", ORGANISATION).whole is None


def test_gender_by_title_and_pronoun():
    assert told("Mrs. Ada Quill", "Quill").gender == "f"
    assert told("he", "he").gender == "m"
    assert told("a spokesman", "spokesman").gender == "m"
    assert told("Ada Quill", "Quill").gender is None
