"""Mentions and chains that people marked: GUM (Zeldes 2017) and the names of re3d.

GUM is complete: a word that heads no mention heads none. re3d is silent of everything but its names.
"""

from __future__ import annotations

import gzip
import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.reader.pairs import Mention
from onrecord.reader.words import Words, words_of
from training.data import IGNORED
from training.mentions import EVENT, NONE, ORGANISATION, PERSON, PLACE, THING, TIME, Mentions

HELD_OUT = frozenset(
    f"GUM_news_{n}" for n in ("crane", "imprisoned", "worship", "homeopathic", "iodine", "nasa", "sensitive")
)
"""News documents of GUM that are never trained on: those of the gold stories, and GUM's own dev and test parts."""

GENRES = ("news", "interview", "bio", "speech", "letter", "essay", "fiction", "voyage", "court", "podcast", "academic")
"""GUM's genres that are prose like ours."""

_GUM_KINDS = {"person": PERSON, "organization": ORGANISATION, "place": PLACE, "event": EVENT, "time": TIME}
_RE3D_KINDS = {
    "Person": PERSON, "Organisation": ORGANISATION, "Location": PLACE, "Temporal": TIME, "Weapon": THING,
    "MilitaryPlatform": THING, "Vehicle": THING, "DocumentReference": THING,
}  # fmt: skip
_AFTER_HEAD = frozenset(
    ("of", "for", "in", "from", "to", "at", "on", "and", "or", "with", "by", ",", "(", "-", "who", "which", "that")
)


class Places:
    """Offsets of a text as word numbers."""

    def __init__(self, words: Words) -> None:
        self._starts = [s for s, _ in words.spans]
        self._words = words

    def first(self, offset: int) -> int:
        """The word that holds an offset, or the last before it."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def run(self, start: int, end: int) -> tuple[int, int]:
        """The words that a span of characters touches."""
        return self.first(start), self.first(max(start, end - 1)) + 1


@dataclass(slots=True)
class Document:
    """A document of GUM: text, tokens (start, end, head, relation), mentions (first token, end, kind, chain)."""

    id: str
    text: str
    tokens: list[tuple[int, int, int, str]]
    mentions: list[tuple[int, int, int, int]]


def gum(path: Path) -> Iterator[Document]:
    """The documents of one of GUM's files. Tokens are numbered from 0 over the document; a root's head is -1."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        block: list[str] = []
        for line in lines:
            if line.startswith("# newdoc") and block:
                yield _document(block)
                block = []
            block.append(line.rstrip("\n"))
        if block:
            yield _document(block)


def _document(lines: list[str]) -> Document:
    text = ""
    tokens: list[tuple[int, int, int, str]] = []
    open_: dict[str, list[tuple[int, int]]] = {}
    found: list[tuple[int, int, int, int]] = []
    gap, base, joined = "", 0, (0, 0)
    for line in lines:
        if line.startswith("# newpar") and not line.startswith("# newpar_"):
            gap = "\n\n" if text else ""
        if line.startswith("#"):
            continue
        if not line:
            base = len(tokens)
            gap = gap or " "
            continue
        cells = line.split("\t")
        if "." in cells[0]:
            continue
        if "-" in cells[0]:  # a token of several words: its parts stand without space
            joined = (int(cells[0].split("-")[0]), int(cells[0].split("-")[1]))
            last_gap = "" if "SpaceAfter=No" in cells[9] else " "
            continue
        number = int(cells[0])
        text += gap
        tokens.append(
            (len(text), len(text) + len(cells[1]), base + int(cells[6]) - 1 if cells[6] != "0" else -1, cells[7])
        )
        text += cells[1]
        gap = "" if "SpaceAfter=No" in cells[9] else " "
        if joined[0] <= number <= joined[1]:
            gap = "" if number < joined[1] else last_gap
        _brackets(cells[9], len(tokens) - 1, open_, found)
    name = next(x for x in lines if x.startswith("# newdoc")).split("=")[1].strip()
    return Document(name, text, tokens, sorted(found))


def _brackets(
    misc: str, token: int, open_: dict[str, list[tuple[int, int]]], found: list[tuple[int, int, int, int]]
) -> None:
    """Open and close the mentions that begin and end at a token (``Entity=(3-person-new-...``, ``Entity=3)``)."""
    cell = next((x[7:] for x in misc.split("|") if x.startswith("Entity=")), "")
    for opened, closed_at_once, closed in re.findall(r"\(([^()]+)(\))?|([^()]+)\)", cell):
        if opened:
            fields = opened.split("-")
            group = re.sub(r"\[.*", "", fields[0])
            kind = _GUM_KINDS.get(fields[1], THING)
            if closed_at_once:
                found.append((token, token + 1, kind, int(group)))
            else:
                open_.setdefault(group, []).append((token, kind))
        else:
            group = re.sub(r"\[.*", "", closed)
            if open_.get(group):
                start, kind = open_[group].pop()
                found.append((start, token + 1, kind, int(group)))


def head_token(tokens: list[tuple[int, int, int, str]], start: int, end: int) -> int:
    """The head of a run of tokens: the one whose own head lies outside; of a name, its last word."""
    head = next((i for i in range(start, end) if not start <= tokens[i][2] < end), end - 1)
    flat = [i for i in range(head + 1, end) if tokens[i][2] == head and tokens[i][3].split(":")[0] == "flat"]
    return flat[-1] if flat else head


def labelled(document: Document, words: Words) -> Mentions:
    """GUM's mentions in our words. Of several with one head the shortest stays (GUM nests coordinations so)."""
    places = Places(words)
    by_head: dict[int, tuple[Mention, int, int]] = {}
    for start, end, kind, chain in document.mentions:
        head = places.first(document.tokens[head_token(document.tokens, start, end)][0])
        first, last = places.run(document.tokens[start][0], document.tokens[end - 1][1])
        known = by_head.get(head)
        if known is None or last - first < known[0].end - known[0].start:
            by_head[head] = (Mention(head, first, last), kind, chain)
    out = Mentions([NONE] * len(words))
    for mention, kind, chain in sorted(by_head.values()):
        out.kinds[mention.head] = kind
        out.mentions.append(mention)
        out.spans.append(True)
        out.chains.append(chain)
        out.linked.append(True)
    return out


def gum_documents(folder: Path) -> Iterator[tuple[str, Words, Mentions]]:
    """All of GUM's documents that are trained on: id, words, labels."""
    for genre in GENRES:
        for document in gum(folder / f"{genre}.conllu.gz"):
            if document.id not in HELD_OUT:
                words = words_of(document.text)
                yield document.id, words, labelled(document, words)


def re3d_documents(path: Path) -> Iterator[tuple[str, Words, Mentions]]:
    """The documents of re3d, with heads and runs of their names: id, words, labels."""
    with path.open(encoding="utf-8") as lines:
        for story in map(json.loads, lines):
            words = words_of(story["text"])
            places = Places(words)
            labels = Mentions([IGNORED] * len(words), fresh=False)
            runs: dict[int, tuple[Mention, int]] = {}
            for e in story["entities"]:
                if e["confidence"] > 0.5 and e["type"] in _RE3D_KINDS:
                    first, end = places.run(e["start"], e["end"])
                    stop = next((i for i in range(first + 1, end) if words.strings[i].lower() in _AFTER_HEAD), end)
                    runs.setdefault(stop - 1, (Mention(stop - 1, first, end), _RE3D_KINDS[e["type"]]))
            for n, (mention, kind) in enumerate(sorted(runs.values())):
                labels.kinds[mention.start : mention.head] = [NONE] * (mention.head - mention.start)
                labels.kinds[mention.head] = kind
                labels.mentions.append(mention)
                labels.spans.append(True)
                labels.chains.append(n)
                labels.linked.append(False)
            yield story["id"], words, labels
