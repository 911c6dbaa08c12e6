"""Whose country somebody has whom only another's name tells, and whose nobody has."""

from __future__ import annotations

import pytest

from onrecord.reader.actors import owners
from onrecord.reader.actors.identity import Identity
from onrecord.reader.actors.joining import Cluster
from tests.reader.actors.test_joining import joining_of


def cluster(text: str, wanted: str, *mentions: str, dateline: str | None = None) -> Cluster:
    """The actor of a mention, after owners and the country of the story were given."""
    joining = joining_of(text, *mentions)
    owners.inherit(joining.words, joining.told, joining)
    owners.at_home(joining.told, joining, dateline)
    n = [m.split(":", 1)[1] for m in mentions].index(wanted)
    return joining.of[n] if n in joining.of else joining.add(n, None)


@pytest.mark.parametrize(
    ("text", "owner", "owned"),
    [
        ("Ghanaian President Kojo Mensah left. Mensah's troops stayed.", "p:Mensah", "p:Mensah's troops"),
        ("Ghanaian President Kojo Mensah left. Mensah loyalists stayed.", "p:Mensah", "p:Mensah loyalists"),
    ],
)
def test_who_is_somebodys_is_of_his_country(text: str, owner: str, owned: str) -> None:
    found = cluster(text, owned[2:], "p:Ghanaian President Kojo Mensah", owned, owner)
    assert found.countries == {"GHA": 1}
    assert found.country_by == "owner"


def test_an_enemy_is_not_of_his_enemys_country() -> None:
    text = "Ghanaian President Kojo Mensah left. Mensah's rivals stayed."
    found = cluster(text, "Mensah's rivals", "p:Ghanaian President Kojo Mensah", "p:Mensah's rivals", "p:Mensah")
    assert not found.countries


HOME = "Ghana waited. Ghana hoped. The defense minister spoke."


def test_an_office_of_state_is_of_the_country_of_the_dateline() -> None:
    mentions = ("l:Ghana", "l:Ghana", "p:The defense minister")
    found = cluster(HOME, "The defense minister", *mentions, dateline="GHA")
    assert found.countries == {"GHA": 1}
    assert found.country_by == "dateline"


@pytest.mark.parametrize("dateline", [None, "TGO"])
def test_elsewhere_it_is_of_none(dateline: str | None) -> None:
    mentions = ("l:Ghana", "l:Ghana", "p:The defense minister")
    assert not cluster(HOME, "The defense minister", *mentions, dateline=dateline).countries


def test_a_story_of_one_country_alone_is_about_its_people() -> None:
    text = "Ghana hoped. " * 12 + "Ada Quill spoke."
    found = cluster(text, "Ada Quill", *["l:Ghana"] * 12, "p:Ada Quill")
    assert found.country_by == "story"
    text = "Ghana hoped. Togo hoped. " * 12 + "Ada Quill spoke."
    assert not cluster(text, "Ada Quill", *["l:Ghana", "l:Togo"] * 12, "p:Ada Quill").countries


@pytest.mark.parametrize(
    ("name", "year", "code"),
    [
        ("Serbia", 1998, "YUG"),
        ("Serbia", 2015, "SRB"),
        ("Serbia", None, "SRB"),
        ("Russia", 1985, "SUN"),
        ("Yugoslavia", 2015, "YUG"),  # told of the past
    ],
)
def test_a_state_has_the_code_of_the_storys_year(name: str, year: int | None, code: str) -> None:
    joining = joining_of(f"{name} waited.", f"l:{name}")
    actor = Identity(f"{name} waited.", joining.words, year).actor("a1", joining.of[0], joining.told)
    assert actor.country == code
    assert actor.country_by == "told"
