"""The headline of a plain text: what stands above its first paragraph and is neither navigation nor byline.

1. The lines above the dateline, or above the first paragraph, are the candidates. 2. Page furniture is
taken out:
   labels ("All news"), trails ("Home > World"), times, bylines, credits. 3. A short label without a verb
   gives way to a longer line below it. 4. The first line left is the headline.
"""

from __future__ import annotations

import re

from onrecord.stories import agencies, dates
from onrecord.stories.opening import Line, first_lines
from onrecord.stories.wire import SENTENCE_END, is_paragraph
from onrecord.stories.words import word_set

MAX_HEADLINE_CHARS = 250
"""Code points; tabloid headlines have about 180, a standfirst more."""

MAX_SENTENCE_CHARS = 120
"""Code points of a line above a dateline that is a headline though it ends like one sentence or two."""

MAX_UNFINISHED_CHARS = 180
"""Code points of a line that lacks a full stop and is still a headline rather than a paragraph that lost
its end."""

SHORT_LABEL_WORDS = 3
"""Words of a line that may be a label ("Asia & Pacific") rather than a headline, when a longer line
follows."""

MIN_LONGER_WORDS = 5
"""Words that the line below a label must have to be the headline instead."""

MIN_CAPITAL_SHARE = 0.8
"""Share of longer words with a capital from which a line with a full stop is still a headline ("Mayor
Quits Race.")."""

# Words of menus, share bars and section fronts. A line made of these alone is furniture.
_FURNITURE_WORDS = word_set(
    """
    a about abstract account ad ads advertise advertisement africa alert alerts all america americas and
    archive archives article articles arts asia audio blog blogs bookmark breaking browse bulletin business
    by by-line caption categories category close comment comments contact content copy cookie cookies
    culture daily discover economy edition editions education e-mail email en english entertainment
    environment europe events exclusive explore facebook featured feedback follow font for full gallery
    global go health help home homepage hot in index international interview job jobs just language
    languages last latest launch lifestyle link linkedin live local log login logo main mail map market
    markets media menu middle min minute minutes mobile money more most multimedia my national navigation
    new news newsletter newsletters newswire next now of on online open opinion our page pages pdf photo
    photos pinterest podcast podcasts policy politics popular post premium press previous print privacy
    programmes published radio read reading recent recommended reddit region regions register regional
    related report reports reuse rss save science search section sections security select send services
    share shop show sidebar sign site sitemap size skip society source sources special sponsored sport
    sports stories story subscribe support tags tech technology telegram terms text the to today top topic
    topics translate travel trending tv tweet twitter uk up update updated updates us via video videos view
    views watch weather week welcome whatsapp world x year you your youtube & + | / • · - – — » > × ↑ ← →
    """
)

# Verbs of short headlines, which tell "Talks resume" from "Top stories".
_HEADLINE_VERBS = word_set(
    """
    accept accepts accuse accuses agree agrees announces appoints approves arrested arrests attack attacks
    backs bans begin begins blames blasts bomb bombs build calls cancels ceases claims clash clashes close
    closes collapse collapses condemns confirms convicted cuts deal dead declares defies delays demand
    demands denies deny die died dies doubles drops elected elects end ends erupts expels explodes faces
    fail fails fall falls fears fight fights fires flee flees freed frees gets gives goes hails halt halts
    held hits holds hurt hurts imposes jailed join joins jump jumps keeps kill killed kills launches leads
    leave leaves lifts lose loses loss mark marks meet meets missing moves named names offers opens ousts
    passes plans pledges plunges praises pulls quits raids raises rallies reach reaches recalls recognises
    recognizes reject rejects rejoins release releases reopens resign resigned resigns resume resumes
    return returns reveals rise rises rule rules sacked sacks said say says scraps seeks seize seizes sells
    sends sentenced sets sign signed signs slams soar soars starts stop stops strike strikes strike sue
    sues surge surges suspends takes talks test tests threatens to urge urges vetoes visit visits votes vow
    vows wants warn warned warns win wins withdraws won wounded wounds is are was were has have will
    """
)

_TRAIL = re.compile(r" ?[>»›→\\] ?| / | \| | • | · ")
MAX_TRAIL_WORDS = 3
"""Words of each step of a trail: "Home > Asia & Pacific"."""

_CLOCK = re.compile(r"\b\d{1,2}:\d\d\b")
_AGO = re.compile(r"\b(?:\d+|an?|few)\s(?:min|minute|hour|hr|day|week|month|second)s?\s(?:ago|read)\b", re.IGNORECASE)
_COUNTED = re.compile(r"^[\d.,]+\s?[KkMm]?\s?(?:\w{4,12})?$")
_BYLINE = re.compile(
    r"^(?:(?-i:[Bb][Yy] (?=[A-Z]))"
    r"|(?:reporting|written|story|text|photo(?:graph)?s?|compiled|edited|editing) by\b"
    r"|(?:photos?|image|picture|credit|source|eds):"
    r"|(?:first |last )?(?:updated|published|posted|modified)(?:$|:| on\b| at\b| by\b| \d| \w{3,9},? \d))",
    re.IGNORECASE,
)
_LINK = re.compile(r"^(?:https?://|www\.)\S+$|^\S+@\S+\.\S+$|^[@#]\w+$")
_TITLE_LABEL = re.compile(r"^(?:#{1,3}\s|(?:headline|title|subject)\s?:\s)", re.IGNORECASE)
_WORD = re.compile(r"[^\W_][\w'’.&-]*|[&+|/•·»>×↑←→–—-]")
_DATE = re.compile(
    rf"{dates.WRITTEN_DATE}|\b{dates.WEEKDAY}(?!\w)|\b\d{{4}}-\d\d-\d\d\b|\b\d\d?[./]\d\d?[./]\d{{2,4}}\b"
)
_BESIDE_A_DATE = re.compile(r"(?:[ap]\.?m\.?|at|on|(?:1[89]|20)\d\d|[A-Z]{2,4}|[\d:.]+|\W+)(?:[,.]?)")
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")


def find_headline(text: str, lead_start: int | None = None) -> str | None:
    """The headline of ``text``, blanks made single, or None where it has none.

    ``lead_start`` is the offset of the line with the dateline, where one was found.
    """
    above = _above_the_lead(first_lines(text), lead_start)
    candidates = [_TITLE_LABEL.sub("", line.words) for line in above if not is_furniture(line.words)]
    if not candidates:
        return None
    first = candidates[0]
    if _is_short_label(first):
        longer = (words for words in candidates[1:] if len(words.split()) >= MIN_LONGER_WORDS)
        first = next(longer, first)
    return _as_headline(first, under_dateline=lead_start is not None)


def is_furniture(words: str) -> bool:
    """Whether a line belongs to the page, not to the story: a label, trail, time, byline or link."""
    if words.startswith("(") and words.endswith(")"):
        return True
    if _BYLINE.match(words) or _LINK.match(words) or _COUNTED.match(words) or _AGO.search(words):
        return True
    if agencies.canonical(words) is not None or _is_date(words):
        return True
    tokens = [token.casefold().rstrip(".") for token in _WORD.findall(words)]
    if not tokens or all(token in _FURNITURE_WORDS or token.isdigit() for token in tokens):
        return True
    steps = _TRAIL.split(words)
    return len(steps) > 1 and all(len(step.split()) <= MAX_TRAIL_WORDS for step in steps)


def _above_the_lead(lines: list[Line], lead_start: int | None) -> list[Line]:
    """The lines above the dateline, else above the first paragraph; none where neither can be told."""
    if lead_start is not None:
        return [line for line in lines if line.start < lead_start]
    for is_lead in (_is_lead, _ends_a_sentence):
        for i, line in enumerate(lines):
            if is_lead(line.words) and (i > 0 or is_lead is _is_lead):
                return lines[:i]
    return []


def _is_lead(words: str) -> bool:
    return is_paragraph(words) and not (len(words) <= MAX_HEADLINE_CHARS and _is_capitalised(words))


def _ends_a_sentence(words: str) -> bool:
    return words.endswith(SENTENCE_END) and not is_furniture(words)


def _is_date(words: str) -> bool:
    if not (_DATE.search(words) or _CLOCK.search(words)):
        return False
    rest = _DATE.sub(" ", words).split()
    return all(_BESIDE_A_DATE.fullmatch(token) for token in rest)


def _is_short_label(words: str) -> bool:
    split = words.casefold().split()
    return len(split) <= SHORT_LABEL_WORDS and not any(word in _HEADLINE_VERBS for word in split[1:])


def _is_capitalised(words: str) -> bool:
    """Whether most longer words have a capital, as in headlines of the American kind."""
    if _WEEKDAY.search(words):
        return False
    longer = [word for word in re.findall(r"[^\W\d_][\w'’-]+", words) if len(word) > 3]
    return len(longer) > 2 and sum(word[0].isupper() for word in longer) >= MIN_CAPITAL_SHARE * len(longer)


def _as_headline(words: str, *, under_dateline: bool) -> str | None:
    *start, site = words.split(" | ")
    if start and len(site.split()) <= MAX_TRAIL_WORDS:
        words = " | ".join(start)
    if len(words) > MAX_HEADLINE_CHARS or words.endswith(":"):
        return None
    if _is_short_label(words) and len(words.split()) < 2:
        return None
    if _is_capitalised(words):
        return words
    if words.endswith(SENTENCE_END) and not words.endswith(("?", "!")):
        # A sentence is a headline only where its place above a dateline says so, and it tells no day as
        # leads do.
        told = len(words) > MAX_SENTENCE_CHARS or _WEEKDAY.search(words) is not None
        return None if told or not under_dateline else words
    return words if under_dateline or len(words) <= MAX_UNFINISHED_CHARS else None
