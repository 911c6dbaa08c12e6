"""Who is mentioned where: labels for the mention and antecedent heads, and what CoreNLP's layer of PolNeAR gives.

The layer tells names and pronouns. It is machine-made, and silent of most nouns: those are IGNORED.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from onrecord.reader.heads.mentions import KINDS
from onrecord.reader.pairs import PRONOUNS, THIS, WHO, Mention
from onrecord.reader.words import Words
from training.data import IGNORED

NONE, PERSON, ORGANISATION, PLACE, THING, EVENT, TIME = range(len(KINDS))

_NER_KINDS = {"PERSON": PERSON, "ORGANIZATION": ORGANISATION, "LOCATION": PLACE}
_PEOPLE = frozenset(["he", "she", "him", "his", "her", "i", "me", "my", "we", "us", "our", "you", "your"])
_NOMINAL_TAGS = frozenset(
    ("NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "CD", "JJ", "JJR", "JJS", "DT", "WP", "WP$", "WDT", "FW", "$", "EX")
)


@dataclass(slots=True)
class Mentions:
    """Labels of one story in word numbers.

    ``kinds`` [W]: the kind of mention that each word heads, IGNORED where unknown. ``mentions``: those whose chain is
    known, in order. ``spans``: whether the run of each is to be learned. ``chains``: a number for each. ``linked``:
    whether each is to learn its antecedent. ``fresh``: whether to have none is an answer (False where chains are only
    known in part).
    """

    kinds: list[int]
    mentions: list[Mention] = field(default_factory=list)
    spans: list[bool] = field(default_factory=list)
    chains: list[int] = field(default_factory=list)
    linked: list[bool] = field(default_factory=list)
    fresh: bool = True


@dataclass(slots=True)
class Told:
    """What CoreNLP says of one token: the kind of mention that it heads, its chain (-1: none), whether a pronoun."""

    kind: int
    chain: int
    pronoun: bool


def told(raw: dict[str, Any]) -> list[list[Told]]:
    """A story's CoreNLP layer, a row a sentence. A chain's kind is that of most of its names."""
    chain_of: dict[tuple[int, int], int] = {}
    votes: dict[int, Counter[int]] = {}
    for n, chain in enumerate(raw["coref"]):
        for s, first, end in chain:
            tokens, deps = raw["sentences"][s]["tokens"], raw["sentences"][s]["deps"]
            head = next((i for i in range(first, end) if not first <= deps[i][0] < end), end - 1)
            while head + 1 < end and tokens[head][5] in _NER_KINDS and tokens[head + 1][5] == tokens[head][5]:
                head += 1
            chain_of.setdefault((s, head), n)
            if tokens[head][5] in _NER_KINDS:
                votes.setdefault(n, Counter())[_NER_KINDS[tokens[head][5]]] += 1
    out = []
    for s, sentence in enumerate(raw["sentences"]):
        tokens = sentence["tokens"]
        row = []
        for i, (_, _, word, _, tag, ner) in enumerate(tokens):
            chain = chain_of.get((s, i), -1)
            pronoun = tag in ("PRP", "PRP$") and PRONOUNS.get(word.lower(), THIS) not in (WHO, THIS)
            kind = IGNORED
            if ner in _NER_KINDS:
                inner = i + 1 < len(tokens) and tokens[i + 1][5] == ner
                kind = NONE if inner else _NER_KINDS[ner]
            elif pronoun and chain in votes:
                kind = votes[chain].most_common(1)[0][0]
            elif pronoun and word.lower() in _PEOPLE:
                kind = PERSON
            elif tag not in _NOMINAL_TAGS:
                kind = NONE
            row.append(Told(kind, chain, pronoun))
        out.append(row)
    return out


def from_layer(starts: list[int], layer: list[Told], words: Words) -> Mentions:
    """The tokens of a CoreNLP layer (``starts``: their offsets) as labels; only pronouns learn their antecedents."""
    place = {start: i for i, (start, _) in enumerate(words.spans)}
    kinds = [IGNORED] * len(words)
    rows = []
    loose = len(layer)
    for start, t in zip(starts, layer, strict=True):
        i = place.get(start)
        if i is None:
            continue
        kinds[i] = t.kind
        if t.kind > NONE or t.chain >= 0:
            rows.append((Mention(i, i, i + 1), t.chain if t.chain >= 0 else loose, t.chain >= 0 and t.pronoun))
            loose += 1
    rows.sort()
    return Mentions(
        kinds, [m for m, _, _ in rows], [False] * len(rows), [c for _, c, _ in rows], [x for _, _, x in rows], False
    )
