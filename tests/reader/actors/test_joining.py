"""Which mentions become one actor by rule, and which never do. The antecedent head is silent here."""

import numpy as np
import pytest

from onrecord.reader.actors.joining import Joining, compatible
from onrecord.reader.actors.told import hits_of, tell
from onrecord.reader.heads.antecedents import Ranked
from onrecord.reader.heads.mentions import ORGANISATION, PERSON, PLACE, Mentioned
from onrecord.reader.pairs import Mention
from onrecord.reader.words import words_of

KINDS = {"p": PERSON, "o": ORGANISATION, "l": PLACE}


def joining_of(text: str, *mentions: str) -> Joining:
    """The mentions of a text joined; each is given as ``kind:words`` in text order, its head the last word."""
    words = words_of(text)
    found = []
    at = 0
    for m in mentions:
        kind, wanted = m.split(":", 1)
        parts = words_of(wanted).strings
        at = next(i for i in range(at, len(words)) if words.strings[i : i + len(parts)] == parts)
        found.append(Mentioned(Mention(at + len(parts) - 1, at, at + len(parts)), KINDS[kind], 1.0))
    none = Ranked(np.zeros((0, 0), np.int64), np.zeros((0, 1), np.float32))
    joining = Joining(words, tell(words, found, hits_of(words)), none)
    joining.names()
    joining.appositions()
    joining.rest(())
    return joining


def joined(text: str, *mentions: str) -> list[list[str]]:
    """The actors of a text."""
    clusters = joining_of(text, *mentions).clusters
    return [[mentions[n].split(":", 1)[1] for n in sorted(c.mentions)] for c in clusters if c.mentions]


def test_a_last_name_joins_the_full_name_told_later():
    text = "Quill hails pact. Prime Minister Ada Quill spoke. Mrs. Quill left."
    assert joined(text, "p:Quill", "p:Prime Minister Ada Quill", "p:Mrs. Quill") == [
        ["Quill", "Prime Minister Ada Quill", "Mrs. Quill"]
    ]


def test_family_members_are_kept_apart():
    text = "Mrs. Ada Quill met Mr. Tom Quill. Mr. Quill left."
    assert joined(text, "p:Mrs. Ada Quill", "p:Mr. Tom Quill", "p:Mr. Quill") == [
        ["Mrs. Ada Quill"],
        ["Mr. Tom Quill", "Mr. Quill"],
    ]
    assert joined("Ada Quill met Tom Quill.", "p:Ada Quill", "p:Tom Quill") == [["Ada Quill"], ["Tom Quill"]]


def test_states_by_their_code():
    text = "North Korea fired. The DPRK denied it. Pyongyang is cold."
    assert joined(text, "l:North Korea", "l:The DPRK", "l:Pyongyang") == [["North Korea", "The DPRK"], ["Pyongyang"]]


def test_bodies_by_initials_and_parts():
    text = "The Harbour Workers Union met. The HWU struck. The Union won."
    assert joined(text, "o:The Harbour Workers Union", "o:The HWU", "o:The Union") == [
        ["The Harbour Workers Union", "The HWU", "The Union"]
    ]


def test_an_unnamed_source_is_never_joined_by_wording():
    text = "A senior official spoke. A senior official left."
    assert joined(text, "p:A senior official", "p:A senior official") == [["A senior official"], ["A senior official"]]


def test_an_office_goes_to_its_bearer():
    text = "Norwegian Prime Minister Ada Quill met Swedish President Per Lund. The president smiled."
    assert joined(text, "p:Norwegian Prime Minister Ada Quill", "p:Swedish President Per Lund", "p:The president") == [
        ["Norwegian Prime Minister Ada Quill"],
        ["Swedish President Per Lund", "The president"],
    ]


def test_the_leader_of_a_country_is_not_that_of_another():
    text = "Norwegian Prime Minister Ada Quill met Swedish President Per Lund. The Norwegian leader smiled."
    found = joined(
        text, "p:Norwegian Prime Minister Ada Quill", "p:Swedish President Per Lund", "p:The Norwegian leader"
    )
    assert found == [["Norwegian Prime Minister Ada Quill", "The Norwegian leader"], ["Swedish President Per Lund"]]


def test_apposition():
    text = "Mira Tolland, the science minister, spoke."
    assert joined(text, "p:Mira Tolland", "p:the science minister") == [["Mira Tolland", "the science minister"]]


def test_the_source_of_the_lead_is_named_next():
    text = "The rebel commander spoke on Monday. Gen. Paulo Reis spoke in a hut. Mayor Ada Quill left."
    mentions = ("p:The rebel commander", "p:Gen. Paulo Reis", "p:Mayor Ada Quill")
    joining = joining_of(text, *mentions)
    joining.named_after_lead([0, 1, 2])
    assert joining.of[0] is joining.of[1] is not joining.of[2]
    joining = joining_of("The mayor spoke. Gen. Paulo Reis spoke.", "p:The mayor", "p:Gen. Paulo Reis")
    joining.named_after_lead([0, 1])
    assert joining.of[0] is not joining.of[1]


def test_he_goes_to_a_person_and_never_to_a_woman_or_a_body():
    text = "Mrs. Ada Quill met Tom Lund at the Harbour Union. He left."
    found = joined(text, "p:Mrs. Ada Quill", "p:Tom Lund", "o:the Harbour Union", "p:He")
    assert ["Tom Lund", "He"] in found


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (("quill",), ("ada", "quill"), True),
        (("ada",), ("ada", "quill"), True),
        (("a", "quill"), ("ada", "quill"), True),
        (("ada", "quill"), ("ada", "m", "quill"), True),
        (("tom", "quill"), ("ada", "quill"), False),
        (("ada", "lund"), ("ada", "quill"), False),
        (("kim", "il", "bok"), ("kim",), True),
    ],
)
def test_names_that_may_be_one_persons(a, b, expected):
    assert compatible(a, b) is expected
    assert compatible(b, a) is expected
