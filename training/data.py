"""PolNeAR stories as training examples: words, pieces, features, and one label set a cue.

Held out of training, by a digest of the story's id (so that the choice never depends on order): ``TUNE_SHARE`` of
the training stories, on which thresholds and confidence are set. PolNeAR's dev part is read only to score.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import random
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from onrecord.reader.pieces import Vocabulary
from onrecord.reader.windows import owned
from onrecord.reader.words import Words, words_of

TUNE_SHARE = 0.05

IGNORED = -100
ROOT = -1
# BIOES tags of a cue's links: 0 nothing; then begin, inside, end, single of source and of content
LINK_TAGS = 9
SOURCE_TAGS = (1, 2, 3, 4)
CONTENT_TAGS = (5, 6, 7, 8)

AGENCIES = [
    "AP",
    "Reuters",
    "AFP",
    "TASS",
    "Xinhua",
    "UPI",
    "DPA",
    "Kyodo",
    "Yonhap",
    "ANSA",
    "EFE",
    "Anadolu",
]
CITIES = [
    "MOSCOW", "LONDON", "NAIROBI, Kenya", "GENEVA", "CAIRO", "WARSAW", "BEIJING", "SEOUL", "ANKARA", "BRUSSELS",
    "JAKARTA, Indonesia", "LAGOS", "BOGOTA, Colombia", "UNITED NATIONS", "PARIS", "KYIV", "TEHRAN", "BERLIN",
]  # fmt: skip
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "Aug.",
    "September",
    "Oct.",
    "Nov.",
    "Dec.",
]


@dataclass(slots=True)
class Link:
    """One attribution in word numbers: the cue's first and last word, and the words of source and content."""

    cue: tuple[int, int]
    source: frozenset[int]
    content: frozenset[int]


@dataclass(slots=True)
class Syntax:
    """A machine-made parse in our words, IGNORED where it says nothing: tags, relations, and heads as word numbers.

    The root's head is ROOT.
    """

    tags: list[int]
    relations: list[int]
    heads: list[int]


@dataclass(slots=True)
class Sentence:
    """One sentence of a parse: where its tokens begin in the text, their tags, heads (-1: root) and relations."""

    starts: list[int]
    tags: list[int]
    heads: list[int]
    relations: list[int]


Parse = list[Sentence]
MOST_TAGS, MOST_RELATIONS = 64, 64


@dataclass(slots=True)
class Example:
    """One story, ready to be cut into windows. ``pieces`` holds the pieces of each word."""

    id: str
    pieces: list[tuple[int, ...]]
    shapes: list[int]
    quoted: list[int]
    starts: list[int]
    links: list[Link]
    syntax: Syntax | None = None
    cue_chances: npt.NDArray[np.float32] | None = None  # [W, 3], where a teacher labelled the story


def load(path: Path) -> list[dict[str, Any]]:
    """The stories of a PolNeAR file, as dicts."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def is_tuning(story_id: str, share: float = TUNE_SHARE) -> bool:
    """Whether a training story is kept out of training for thresholds and confidence."""
    return int(hashlib.sha256(story_id.encode()).hexdigest()[:8], 16) / 0xFFFFFFFF < share


def blank(id: str, words: Words, vocabulary: Vocabulary) -> Example:
    """Words as an example with no labels."""
    return Example(id, vocabulary.of_words(words), words.shapes, words.quoted, words.starts, [])


def example(story: dict[str, Any], vocabulary: Vocabulary) -> Example:
    """A story with its attributions as word numbers. Attributions without a cue or content are left out."""
    words = words_of(story["text"])
    starts = [s for s, _ in words.spans]
    out = blank(story["id"], words, vocabulary)

    def numbers(spans: list[list[int]]) -> frozenset[int]:
        out: set[int] = set()
        for start, end in spans:
            i = max(0, bisect_left(starts, start) - 1)
            while i < len(words) and words.spans[i][0] < end:
                if words.spans[i][1] > start:
                    out.add(i)
                i += 1
        return frozenset(out)

    for a in story["attributions"]:
        cue, source, content = (numbers(a[k]) for k in ("cues", "sources", "content"))
        if cue and content:
            # of a cue in several parts the first run stands for it; PolNeAR has no such cue, made-up text could
            run = sorted(cue)
            end = 0
            while end + 1 < len(run) and run[end + 1] == run[end] + 1:
                end += 1
            out.links.append(Link((run[0], run[end]), source, content))
    if "parse" in story:
        out.syntax = syntax(story["parse"], words)
    return out


# a verb of attribution as the body of a story has it, and how a headline says it
HEADLINE_VERBS = {
    "said": ("says", "says", "insists", "tells reporters"), "wrote": ("writes", "says"), "told": ("tells",),
    "praised": ("praises", "hails", "lauds"), "welcomed": ("welcomes", "hails"), "celebrated": ("hails", "celebrates"),
    "endorsed": ("endorses", "backs"), "supported": ("backs", "supports"), "backed": ("backs",),
    "defended": ("defends",), "criticized": ("criticizes", "slams", "blasts"), "condemned": ("condemns", "slams"),
    "blasted": ("blasts", "slams"), "attacked": ("attacks", "rips"), "rejected": ("rejects", "dismisses"),
    "denied": ("denies", "rejects"), "dismissed": ("dismisses", "shrugs off"), "opposed": ("opposes",),
    "warned": ("warns",), "urged": ("urges", "calls on"), "asked": ("asks", "urges"), "demanded": ("demands",),
    "announced": ("announces", "unveils"), "promised": ("promises", "vows", "pledges"), "vowed": ("vows",),
    "pledged": ("pledges", "vows"), "agreed": ("agrees",), "refused": ("refuses",), "proposed": ("proposes", "floats"),
    "suggested": ("suggests", "hints"), "predicted": ("predicts", "sees"), "believed": ("believes",),
    "acknowledged": ("admits", "acknowledges"), "admitted": ("admits",), "claimed": ("claims",),
    "called for": ("calls for", "seeks"), "called": ("calls",), "accused": ("accuses",), "blamed": ("blames",),
    "described": ("describes",), "expressed": ("voices", "expresses"), "reported": ("reports",), "noted": ("notes",),
    "explained": ("explains",), "recalled": ("recalls",), "discussed": ("discusses",), "questioned": ("questions",),
    "hoped": ("hopes",), "wanted": ("wants", "seeks"), "planned": ("plans", "eyes"), "confirmed": ("confirms",),
}  # fmt: skip
LONGEST_HEADLINE = 140  # characters


def headlines(story: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Source, cue and content of the attributions that stand in this order in one line, as in a headline."""
    text: str = story["text"]
    out = []
    for a in story["attributions"]:
        if all(len(a[k]) == 1 for k in ROLES):
            (ss, se), (cs, ce), (qs, qe) = (a[k][0] for k in ROLES)
            source, cue, content = text[ss:se], text[cs:ce], text[qs:qe]
            joined = se <= cs and ce <= qs and qs - ce <= 1 and cs - se <= 1 and "\n" not in content
            short = len(source) + len(content) < LONGEST_HEADLINE and source not in PRONOUNS and source[:1].isupper()
            if joined and short and cue.lower() in HEADLINE_VERBS and content.count('"') % 2 == 0:
                out.append((source, cue.lower(), content))
    return out


def headlined(story: dict[str, Any], rng: random.Random) -> dict[str, Any]:
    """The story under a headline made from one of its own statements ("X hails Y"), where one can be made."""
    choices = headlines(story)
    if not choices:
        return story
    source, cue, content = rng.choice(choices)
    content = content.removeprefix("that ").rstrip(".,;: ")
    if cue == "said" and rng.random() < 0.2:
        parts = [("content", content), ("", ", "), ("sources", source), ("", " "), ("cues", "says")]
    else:
        new = rng.choice(HEADLINE_VERBS[cue])
        parts = [("sources", source), ("", " "), ("cues", new), ("", " "), ("content", content)]
    line = ""
    places: dict[str, list[list[int]]] = {}
    for role, words in parts:
        if role:
            places[role] = [[len(line), len(line) + len(words)]]
        line += words
    if rng.random() < 0.3:  # the label of a page above it
        label = rng.choice(["All news", "World", "Politics", "Home > News", "Latest", "BREAKING"]) + "\n\n"
        places = {k: [[s + len(label), e + len(label)] for s, e in v] for k, v in places.items()}
        line = label + line
    out = edited(story, [(0, 0, line + "\n\n")])
    return {**out, "attributions": [places, *out["attributions"]]}


def reworded(story: dict[str, Any], rng: random.Random) -> dict[str, Any]:
    """The story with the press's other habits: a headline without its full stop, a dateline before the first line,
    speech attributed by a dash, a colon or "From X:".

    PolNeAR puts a full stop after every headline and has few datelines; wire copy is the other way round.
    """
    text: str = story["text"]
    edits: list[tuple[int, int, str]] = []
    cut = text.find("\n\n")
    if 0 < cut < 300:
        if text[cut - 1] == "." and rng.random() < 0.6:
            edits.append((cut - 1, cut, ""))
        if rng.random() < 0.5:
            edits.append((cut + 2, cut + 2, dateline(rng)))
    return edited(verbless(story, rng), edits) if rng.random() < 0.5 else edited(story, edits)


SPEAKS = frozenset({"said", "says", "added", "wrote", "explained", "told reporters", "noted", "continued"})
ROLES = ("sources", "cues", "content")
PRONOUNS = frozenset({"He", "She", "They", "It", "I", "We"})
VERBLESS_SHARE = 0.4
"""Share of the plain paragraphs (speech, "said", speaker) that are given another form of attribution."""


# how a quotation is attributed without a verb of saying: S source, Q quotation, the cue between bars
VERBLESS_FORMS = (
    "Q |-|S", "Q |—| S", "Q |-| S", "Q\n|—| S", "Q |–| S", "Q\n\n|—| S",
    "S|:| Q", "|From| S: Q", "S|:| Q", "|From| S: Q",
)  # fmt: skip


def worded(form: str, source: str, speech: str) -> tuple[str, dict[str, list[int]]]:
    """A form of attribution filled in, and the place of each role in it."""
    text = ""
    places: dict[str, list[int]] = {}
    for k, part in enumerate(form.split("|")):
        if k == 1:
            places["cues"] = [len(text), len(text) + len(part)]
            text += part
            continue
        for letter in part:
            role, words = {"S": ("sources", source), "Q": ("content", speech)}.get(letter, ("", letter))
            if role:
                places[role] = [len(text), len(text) + len(words)]
            text += words
    return text, places


def verbless(story: dict[str, Any], rng: random.Random) -> dict[str, Any]:
    """Some paragraphs that hold one plain quotation and its speaker, attributed without a verb of saying.

    The first two paragraphs, where headline and dateline are edited, are left alone.
    """
    text: str = story["text"]
    attributions = story["attributions"]
    first_body = text.find("\n\n", text.find("\n\n") + 2)
    spans = [[s for k in ROLES for s in a[k]] for a in attributions]
    edits: list[tuple[int, int, str]] = []
    changed: dict[int, dict[str, list[int]]] = {}
    for n, a in enumerate(attributions):
        if not all(len(a[k]) == 1 for k in ROLES):
            continue
        (ss, se), (cs, ce), (qs, qe) = (a[k][0] for k in ROLES)
        start, end = text.rfind("\n\n", 0, qs) + 2, text.find("\n\n", qe)
        source, speech = text[ss:se], text[qs:qe]
        plain = text[cs:ce].lower() in SPEAKS and qs == start > first_body > 0 and end > qe
        if not plain or speech[0] not in '"“' or speech[-1] not in '"”' or text[max(se, ce) : end].strip(". "):
            continue
        if any(s < end and e > start for m, other in enumerate(spans) if m != n for s, e in other):
            continue
        if not source[:1].isupper() or source in PRONOUNS or rng.random() > VERBLESS_SHARE:
            continue
        new, places = worded(rng.choice(VERBLESS_FORMS), source, speech)
        changed[start] = places
        edits.append((start, end, new))
    kept = [a for a in attributions if not any(s <= a["content"][0][0] < e for s, e, _ in edits if a["content"])]
    out = edited({**story, "attributions": kept}, edits)
    added, shift = [], 0
    for start, end, new in edits:
        added.append({k: [[start + shift + at for at in changed[start][k]]] for k in ROLES})
        shift += len(new) - (end - start)
    return {**out, "attributions": [*out["attributions"], *added]}


Voices = list[tuple[str, str]]
"""Who said it, and the words in their marks."""


def voices(stories: list[dict[str, Any]]) -> Voices:
    """Named speakers and whole quotations of the stories, to make up blocks of reactions from."""
    out = []
    for story in stories:
        for a in story["attributions"]:
            if len(a["sources"]) == 1 and len(a["content"]) == 1:
                source, speech = (story["text"][s:e] for s, e in (a["sources"][0], a["content"][0]))
                named = source[:1].isupper() and " " in source and len(source) < 60
                if named and speech[0] in '"“' and speech[-1] in '"”' and len(speech) > 30 and "\n" not in speech:
                    out.append((source, speech))
    return out


def reactions(story: dict[str, Any], pool: Voices, rng: random.Random) -> dict[str, Any]:
    """The story with a block of quotations added at its end, each with its speaker after a dash or before a colon."""
    text: str = story["text"].rstrip()
    added = []
    form = rng.choice(VERBLESS_FORMS)
    for source, speech in rng.sample(pool, rng.randint(2, 6)):
        inner = speech[1:-1].rstrip(",.") + rng.choice([".", "", "."])
        marks = rng.choice(["“”", '""'])
        text += "\n\n"
        new, places = worded(form, source, marks[0] + inner + marks[1])
        added.append({role: [[len(text) + at for at in place]] for role, place in places.items()})
        text += new
    return {**story, "text": text + "\n", "attributions": [*story["attributions"], *added]}


def dateline(rng: random.Random) -> str:
    """An invented dateline in one of the agencies' forms."""
    city, agency, date = (
        rng.choice(CITIES),
        rng.choice(AGENCIES),
        f"{rng.choice(MONTHS)} {rng.randint(1, 28)}",
    )
    forms = [
        f"{city}, {date}. /{agency}/. ", f"{city} ({agency}) _ ", f"{city} ({agency}) - ",
        f"{city}, {date} ({agency}) -- ", f"{city} — ", f"{city}, {date} ({agency}) – ",
    ]  # fmt: skip
    return rng.choice(forms)


def edited(story: dict[str, Any], edits: list[tuple[int, int, str]]) -> dict[str, Any]:
    """The story with pieces of its text replaced, and its attributions' offsets moved along."""
    if not edits:
        return story
    text, out, at = story["text"], [], 0
    for start, end, new in sorted(edits):
        out += [text[at:start], new]
        at = end
    out.append(text[at:])

    def moved(offset: int, is_end: bool) -> int:
        shift = 0
        for start, end, new in edits:
            if end < offset or (end == offset and not (is_end and start == end)):
                shift += len(new) - (end - start)
        return offset + shift

    attributions = [
        {k: [[moved(s, False), moved(e, True)] for s, e in a[k]] for k in ("sources", "cues", "content")}
        for a in story["attributions"]
    ]
    out_story = {**story, "text": "".join(out), "attributions": attributions}
    if "parse" in story:
        out_story["parse"] = _moved_parse(story["parse"], edits, moved)
    return out_story


def _moved_parse(parse: Parse, edits: list[tuple[int, int, str]], moved: Callable[[int, bool], int]) -> Parse:
    """The parse with its tokens at their new places; those that were written over have none (-1)."""

    def place(start: int) -> int:
        return -1 if any(s <= start < e for s, e, _ in edits) else moved(start, False)

    return [Sentence([place(t) for t in x.starts], x.tags, x.heads, x.relations) for x in parse]


def parses(path: Path) -> dict[str, Parse]:
    """The CoreNLP layer of a PolNeAR part by story id, its tags and relations numbered in alphabetical order."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        raw = {d["id"]: d["sentences"] for d in map(json.loads, lines)}
    every = [x for sentences in raw.values() for x in sentences]
    tags = {t: i for i, t in enumerate(sorted({t[4] for x in every for t in x["tokens"]}))}
    relations = {r: i for i, r in enumerate(sorted({r for x in every for _, r in x["deps"]}))}
    assert len(tags) <= MOST_TAGS and len(relations) <= MOST_RELATIONS
    return {
        i: [
            Sentence(
                [t[0] for t in x["tokens"]],
                [tags[t[4]] for t in x["tokens"]],
                [h for h, _ in x["deps"]],
                [relations[r] for _, r in x["deps"]],
            )
            for x in sentences
        ]
        for i, sentences in raw.items()
    }


def syntax(parse: Parse, words: Words) -> Syntax:
    """CoreNLP's tags and basic dependencies, moved to our words (the first word of each of its tokens)."""
    place = {start: i for i, (start, _) in enumerate(words.spans)}
    n = len(words)
    out = Syntax([IGNORED] * n, [IGNORED] * n, [IGNORED] * n)
    for sentence in parse:
        numbers = [place.get(start) for start in sentence.starts]
        for i, tag, head, relation in zip(numbers, sentence.tags, sentence.heads, sentence.relations, strict=False):
            if i is None:
                continue
            out.tags[i], out.relations[i] = tag, relation
            at = numbers[head] if head >= 0 else ROOT
            out.heads[i] = IGNORED if at is None else at
    return out


def windows(story: Example, limit: int) -> Iterator[tuple[int, int]]:
    """Cut a story as the reader does, without context: (first word, word after the last)."""
    return owned([len(p) for p in story.pieces], story.starts, limit)


def tags(link: Link, first: int, end: int) -> list[int]:
    """The BIOES tags of a cue's source and content over the words of a window."""
    out = [0] * (end - first)
    for words, (begin, inside, last, single) in ((link.content, CONTENT_TAGS), (link.source, SOURCE_TAGS)):
        for i in words:
            if first <= i < end:
                before = i - 1 in words and i > first
                after = i + 1 in words and i + 1 < end
                out[i - first] = inside if before and after else last if before else begin if after else single
    return out
