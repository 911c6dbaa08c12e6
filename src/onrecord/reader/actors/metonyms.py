"""Capitals and seats of power: a government in one sentence ("Moscow said"), a mere place in the next ("in Moscow")."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from onrecord.reader.actors.told import Told
from onrecord.reader.countries import Hit
from onrecord.reader.words import NEW_PARAGRAPH, NEW_SENTENCE, Words

_PLACES = frozenset(
    ("outside", "in", "near", "inside", "around", "behind", "past", "of", "opposite", "through", "into")
)
_ADDRESSING = frozenset(
    (
        "accuse", "accused", "accuses", "accusing", "blame", "blamed", "blames", "urge", "urged", "urges", "warn",
        "warned", "warns", "tell", "told", "tells", "ask", "asked", "asks", "condemn", "condemned", "condemns",
        "criticized", "criticised", "thank", "thanked", "pressed", "pressure", "persuade", "persuaded", "with",
        "against", "between", "by", "provoke", "provoked", "assured", "reassured", "informed", "notified", "sued",
    )
)  # fmt: skip
"""Words before a capital that is a party, not a place."""

_APPEALING = frozenset(("protested", "appealed", "complained", "wrote", "apologized", "apologised", "objected"))
_AUXILIARIES = frozenset(
    ("has", "had", "will", "would", "is", "was", "wants", "must", "should", "did", "does", "may", "can")
)
_UNION = frozenset(("EU", "European Union", "European Commission", "European Parliament", "European Council"))


def settle(words: Words, told: Sequence[Told], hits: Sequence[Hit], sources: Collection[int]) -> None:
    """Tell where a capital is its state ("Moscow said", "accused Tehran") and where a seat is a mere place.

    Brussels that acts is the European Union in a story that names it and not Belgium.
    """
    people = {u for t in told if t.kind == "person" and len(t.name) > 1 for u in t.name}
    for n, t in enumerate(told):
        if t.whole is None or t.whole.kind not in ("capital", "seat") or people.intersection(t.name):
            continue
        before = [words.strings[i].lower() for i in range(max(0, t.mention.start - 2), t.mention.start)]
        after = words.strings[t.mention.end].lower() if t.mention.end < len(words) else ""
        near = before[-1:] if before[-1:] != ["the"] else before[:1]
        if t.whole.kind == "seat":
            if n not in sources and near and near[0] in _PLACES:
                t.whole, t.kind = None, "place"
            continue
        begins = words.starts[t.mention.start] in (NEW_PARAGRAPH, NEW_SENTENCE)
        addressed = near and (near[0] in _ADDRESSING or (near[0] == "to" and before[0] in _APPEALING))
        subject = begins and (after in _AUXILIARIES or (after.endswith("ed") and after.islower()))
        if n not in sources and not addressed and not subject:
            continue
        if words.strings[t.mention.head] == "Brussels":
            union = next((h for h in hits if h.kind == "body" and h.name in _UNION), None)
            if union is not None and not any(h.code == "BEL" and h.kind != "capital" for h in hits):
                t.whole, t.hits = t.whole._replace(kind="body", code=None, sector="IGO", name="EU"), ()
                continue
        t.whole = t.whole._replace(kind="name", sector="GOV")
