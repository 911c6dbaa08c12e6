"""Stories that are hard on actors: very many of them, none, other scripts, capitals, books."""

import time

import numpy as np
import pytest

import onrecord
from onrecord.reader.actors import Caster
from onrecord.reader.attribution import Attribution
from onrecord.reader.countries import countries
from onrecord.reader.heads.antecedents import PAIR_WIDTH, AntecedentHead
from onrecord.reader.heads.mentions import ORGANISATION, PERSON, PLACE, Mentioned
from onrecord.reader.pairs import Mention
from onrecord.reader.weights import load
from onrecord.reader.words import words_of

FIRST = ["Ada", "Bram", "Cleo", "Dov", "Edda", "Finn", "Gita", "Hugo", "Iris", "Jens", "Kaia", "Lars", "Mira", "Nils"]
LAST = ["Quill", "Tolland", "Ekdahl", "Varga", "Osei", "Brandt", "Kovac", "Lindqvist", "Moreau", "Okafor", "Petrov"]
LAST += ["Rossi", "Santos", "Tanaka", "Ueda", "Weiss", "Yilmaz", "Zeman", "Abara", "Castell", "Dietz", "Esposito"]


def people(count: int) -> list[str]:
    names = [f"{first} {last}" for last in LAST for first in FIRST]
    assert len(names) >= count
    return names[:count]


def test_three_hundred_people_stay_three_hundred():
    names = people(300)
    text = "\n\n".join(f"{name} said the harbour was quiet." for name in names)
    reading = onrecord.read_text(text)
    assert {a.name for a in reading.actors if a.kind == "person"} == set(names)


def test_sixty_countries_in_a_list():
    current = [c for c in countries().values() if c.status == "current" and c.cow and " " not in c.name][:60]
    text = f"The text was backed by {', '.join(c.name for c in current[:-1])} and {current[-1].name}, a diplomat said."
    found = {a.country for a in onrecord.read_text(text).actors if a.kind == "state"}
    # some are words or names too, and are left open where the head takes them for something else
    assert len(found & {c.code for c in current}) >= 55


@pytest.mark.parametrize(
    "text",
    [
        "It rained all day and nobody came.",
        "Он said it was late. 金先生 told reporters so.",
        "said said said said said",
        "He said that she said that he said that it rained.",
        "I said we said you said.",
        "’s ’ 's of the of of in",
    ],
)
def test_texts_with_hardly_a_name(text):
    reading = onrecord.read_text(text)
    ids = {a.id for a in reading.actors}
    for s in reading.statements:
        for id in (s.speaker, s.medium, s.audience):
            assert id is None or id in ids
    for a in reading.actors:
        assert a.name and all(0 <= s < e <= len(text) for s, e in a.mentions)


def test_a_name_in_another_script_is_kept_as_it_stands():
    reading = onrecord.read_text("Foreign Minister Ольга Петрова said the talks were over.")
    assert reading.statements
    speaker = reading.statements[0].speaker
    assert speaker is not None and "Петрова" in reading.actor(speaker).name


def test_capitals_of_the_teleprinters():
    text = "MOSCOW, MARCH 3 - SOVIET FOREIGN MINISTER PAVEL DORIN SAID TODAY THAT POLAND WOULD GET MORE OIL."
    actors = onrecord.read_text(text, published="1974-03-03").actors
    assert {"SUN", "POL"} <= {a.country for a in actors}
    assert any("DORIN" in a.name and a.country == "SUN" and a.sector == "GOV" for a in actors)


def cast(words: int) -> float:
    """Seconds to cast a story of so many words, with the heads' answers made up."""
    names = people(300)
    sentence = "{} of Norway told the Harbour Union that he and the minister would see France . "
    text = ""
    k = 0
    while text.count(" ") < words:
        text += sentence.format(names[k % 300] if k % 3 else f"Person{k} Family{k % 997}")
        k += 1
    w = words_of(text)
    found, attributions = [], []
    kinds = {"Norway": PLACE, "Union": ORGANISATION, "he": PERSON, "minister": PERSON, "France": PLACE}
    for i, word in enumerate(w.strings):
        if word == "told":
            attributions.append(Attribution((i, i + 1), [(i - 4, i - 2)], [(i + 5, i + 12)], {}))
        if word in kinds:
            found.append(Mentioned(Mention(i, i - (word in ("minister", "Union")), i + 1), kinds[word], 0.9))
        elif i + 1 < len(w) and w.strings[i + 1] == "of":
            found.append(Mentioned(Mention(i, i - 1, i + 1), PERSON, 0.9))
    begun = time.perf_counter()
    vectors = np.zeros((len(found), 4 * PAIR_WIDTH + 1), np.float32)
    Caster(text, w, found, vectors, AntecedentHead(load())).cast(
        attributions, [None] * len(attributions), [None] * len(attributions)
    )
    return time.perf_counter() - begun


@pytest.mark.slow
def test_a_book_takes_time_in_proportion():
    cast(2_000)
    short, long = cast(12_500), cast(50_000)
    assert long < 8 * short
