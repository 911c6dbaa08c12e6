"""The wire form of a story: its dateline (place, date) and the agency whose copy it is.

``FORMS`` is plain data: each form has a name, the pattern of its parts, and examples with what they give,
which are its tests. Forms are tried in order on the first lines of a story; the first that fits decides. A
form is *weak* when neither a date nor an agency stands in it: then the place must look like one, and
running text must follow.

To add a form: write its pattern with the parts of ``_PARTS``, and at least one example.
"""

from __future__ import annotations

import re

import msgspec

from onrecord.stories import agencies, dates
from onrecord.stories.opening import Line, first_lines, last_lines
from onrecord.stories.places import as_place, is_known_city

DATELINE_CHARS = 200
"""Code points at the start of a line in which a dateline must end. The longest in use have about 90."""

MAX_PARAGRAPHS_BEFORE = 3
"""Paragraphs of running text after which a dateline with date or agency is some other story's (a
round-up)."""

MAX_PARAGRAPHS_BEFORE_WEAK = 1
"""The same for a weak form: at most a summary may stand before it."""

MIN_PARAGRAPH_CHARS = 80
"""Code points of a line that, ending like a sentence, is a paragraph of running text and no headline."""

SURE_PARAGRAPH_CHARS = 220
"""Code points of a line that is a paragraph however it ends."""

MIN_LEAD_CHARS = 40
"""Code points that must follow a weak dateline, and end like a sentence."""

CREDIT_LINES = 3
"""Lines at the end in which a credit may stand; below it come an e-mail address or a copyright at most."""

MAX_CREDIT_CHARS = 120
"""Code points of a line that is nothing but a credit or copyright."""

MAX_UNKNOWN_AGENCY_WORDS = 2
"""Words in brackets after a place that are taken for an agency not in the table: "LOMÉ (Savoir News) -"."""


class Wire(msgspec.Struct, frozen=True, kw_only=True):
    """What a story's wire form says: ``date`` as written, ``start`` where the dateline's line begins.

    ``words`` is the dateline itself, cleaned: "MOSCOW, June 18. /TASS/."
    """

    place: str | None = None
    date: str | None = None
    agency: str | None = None
    start: int | None = None
    form: str | None = None
    words: str = ""


class Form(msgspec.Struct, frozen=True, kw_only=True):
    """One way of writing a dateline. ``examples`` are lines with the (place, date, agency) that they give.

    ``weak`` forms have neither date nor agency; with ``known_city`` the place must stand in the list of
    cities.
    """

    name: str
    pattern: str
    examples: dict[str, tuple[str | None, str | None, str | None]]
    weak: bool = False
    known_city: bool = False


# Named parts of the patterns. Blanks are single, for lines are cleaned before they are compared.
_PARTS = {
    "PLACE": (
        r"(?P<place>[^\W\d_][^\n()\[\]|:;!?\"“”«»_–—―]{1,70}?)"
        r"(?: ?\[(?P<country>[^\W\d_][\w .'’-]{1,30})\])?"
    ),
    "CITY": r"(?P<place>[^\W\d_][^\n()\[\]|:;!?\"“”«»_–—―,]{1,40}?)",
    "DATE": rf"(?P<date>{dates.WRITTEN_DATE})",
    "DAY": rf"(?:{dates.WEEKDAY})",
    "MARK": r"[(\[/] ?(?P<agency>[^\W\d_][^()\[\]\n]{1,58}?) ?[)\]/]",
    "KNOWN": rf"(?P<known>{agencies.KNOWN})(?!\w)",
    "SURELY_KNOWN": rf"(?P<known>{agencies.KNOWN_ALONE})(?!\w)",
    # A dash of any kind; TASS ends with a full stop, EFE with ".-", Indian agencies with a colon or nothing.
    "DASH": r"(?: ?\.? ?(?:--?|[–—―_])(?=[ \"'“‘«A-Z0-9\u00c0-\u00de]|$))",
    "END": r"(?: ?\.? ?(?:--?|[–—―_:|])| ?\.(?= |$))",
}

FORMS: tuple[Form, ...] = (
    Form(
        name="agency, place, date",
        pattern="{MARK}{DASH} ?{PLACE}, {DATE}{END}",
        examples={"(ANSA) - TRIESTE, JUN 18 - Two ferries were held in port.": ("Trieste", "JUN 18", "ANSA")},
    ),
    Form(
        name="place, date, agency in marks",
        pattern=r"{PLACE}[,.] ?(?:{DAY},? )?{DATE}[.,]? ?{MARK}{END}?",
        examples={
            "MOSCOW, June 18. /TASS/. The ministry opened a new bridge.": ("Moscow", "June 18", "TASS"),
            "WARSAW, February 26 (Xinhua) -- Farmers blocked a road.": ("Warsaw", "February 26", "Xinhua"),
            "KYIV, 3 March (Interfax-Ukraine) – The bank cut its rate.": (
                "Kyiv",
                "3 March",
                "Interfax-Ukraine",
            ),
            "MOSCOW. Oct 4 (Interfax) - A refinery resumed work.": ("Moscow", "Oct 4", "Interfax"),
            "HAIFA, Nov. 7(Xinhua)-- A ship arrived.": ("Haifa", "Nov. 7", "Xinhua"),
            "FLINT, Mich., Oct. 4 (UPI) — A plant closed.": ("Flint, Mich.", "Oct. 4", "UPI"),
            "New Delhi [India], September 3 (ANI): The house met.": (
                "New Delhi, India",
                "September 3",
                "ANI",
            ),
            "New Delhi, Jun 18 (PTI) The house met on Tuesday.": ("New Delhi", "Jun 18", "PTI"),
            "Madrid, 18 jun (EFE).- The court ruled.": ("Madrid", "18 jun", "EFE"),
            "WASHINGTON/BEIJING, Sept. 3, 2024 (Reuters) - Envoys met.": (
                "Washington/Beijing",
                "Sept. 3, 2024",
                "Reuters",
            ),
            "MOSCOW, June 18. /TASS Correspondent Ivan Orlov/. A train left.": ("Moscow", "June 18", "TASS"),
        },
    ),
    Form(
        name="place, agency in marks, date",
        pattern="{PLACE} {MARK}[.,]? {DATE}{END}",
        examples={"LAGOS (Reuters), June 18 - The port reopened.": ("Lagos", "June 18", "Reuters")},
    ),
    Form(
        name="place, agency in marks",
        pattern="{PLACE},? {MARK}[.,]?(?:{END}|(?= [A-Z]))",
        examples={
            "NAIROBI, Kenya (AP) _ Two ministers resigned.": ("Nairobi, Kenya", None, "AP"),
            "O'DOWD, Ireland (AP)_ A bridge fell.": ("O'Dowd, Ireland", None, "AP"),
            "BERLIN (Reuters) - The cabinet met.": ("Berlin", None, "Reuters"),
            "Berlin (dpa) - The cabinet met.": ("Berlin", None, "DPA"),
            "PARIS (AP/AFP) — The cabinet met.": ("Paris", None, "AP/AFP"),
            "LOMÉ (Savoir News) - The cabinet met.": ("Lomé", None, "Savoir News"),
            "The minister (left) - and his aide.": (None, None, None),
        },
    ),
    Form(
        name="place, date, agency bare",
        pattern="{PLACE}[,.] ?{DATE}[,.]?(?: | ?[-–—] ?){KNOWN}(?:{END})",
        examples={
            "Riyadh, June 18, 2024, SPA -- The council met.": ("Riyadh", "June 18, 2024", "SPA"),
            "Accra, June 18, GNA - The council met.": ("Accra", "June 18", "GNA"),
            "MOSCOW, June 18 - RIA Novosti. The council met.": ("Moscow", "June 18", "RIA Novosti"),
        },
    ),
    Form(
        name="place, agency bare",
        pattern="{PLACE}, {KNOWN}{DASH}",
        examples={"Tehran, IRNA – The envoy left.": ("Tehran", None, "IRNA")},
    ),
    Form(
        name="place, date in brackets",
        pattern=r"{PLACE},? \({DATE}\){END}?",
        examples={"GENEVA (3 March 2024) – Experts urged a truce.": ("Geneva", "3 March 2024", None)},
    ),
    Form(
        name="place, date",
        pattern="{PLACE}[,.] ?(?:{DAY},? )?{DATE}{END}",
        examples={
            "BEIJING, March 3 -- Delegates gathered.": ("Beijing", "March 3", None),
            "LONDON, Friday, June 5: Delegates gathered.": ("London", "June 5", None),
            "MOSCOW, December 31. Snow fell on the square.": ("Moscow", "December 31", None),
            "On June 18. It rained.": (None, None, None),
            "In Paris, March 3 - a day of strikes - was quiet.": (None, None, None),
        },
    ),
    Form(
        name="date, agency in marks",
        pattern="{DATE} {MARK}{DASH}",
        examples={"June 18 (Reuters) - The maker of engines said it had cut jobs.": (None, "June 18", "Reuters")},
    ),
    Form(
        name="agency, date",
        pattern="{SURELY_KNOWN}, {DATE}[.,:]",
        examples={"TASS, June 18. A satellite was launched.": (None, "June 18", "TASS")},
    ),
    Form(
        name="agency in marks",
        pattern="{MARK}{DASH}",
        examples={
            "(CNN) -- A storm turned north.": (None, None, "CNN"),
            "(Applause) - Thank you all.": (None, None, None),
        },
    ),
    Form(
        name="agency bare",
        pattern='{SURELY_KNOWN} ?(?:--|[–—―])(?= ?[A-Z"“])',
        examples={"CNN — A storm turned north.": (None, None, "CNN")},
    ),
    Form(
        name="place, weekday",
        pattern="{PLACE}, {DAY}{DASH}",
        weak=True,
        examples={"LONDON, Tuesday — Trains stood still across the country on strike.": ("London", None, None)},
    ),
    Form(
        name="place",
        pattern="{PLACE} (?:--?|[–—―_])(?= ?[\"'“‘«A-Z0-9])",
        weak=True,
        examples={
            "NASHUA, N.H. - At the moment the polls closed, the hall was empty.": (
                "Nashua, N.H.",
                None,
                None,
            ),
            "WASHINGTON — The committee will meet again in a week, aides said.": ("Washington", None, None),
            "Cairo - The committee will meet again in a week, aides said.": ("Cairo", None, None),
            "NATO — The alliance of thirty-two states will meet in a week, aides said.": (None, None, None),
            "EXCLUSIVE — The committee will meet again in a week, aides said.": (None, None, None),
            "OSLO — The committee will meet again in a week, aides said.": ("Oslo", None, None),
            "Peace - The committee will meet again in a week, aides said.": (None, None, None),
        },
    ),
    Form(
        name="place, dash without blanks",
        pattern="{CITY}(?:--|[–—―])(?= ?[\"'“‘«A-Z0-9])",
        weak=True,
        known_city=True,
        examples={
            "PRAGUE—The committee will meet again in a week, aides of the chair said on the steps.": (
                "Prague",
                None,
                None,
            ),
            "BROWN--Harold, 98, of a small town on the coast, a lover of boats, died on Friday.": (
                None,
                None,
                None,
            ),
        },
    ),
    Form(
        name="place, colon",
        known_city=True,
        pattern="{CITY}:(?= ?[\"'“‘A-Z0-9])",
        weak=True,
        examples={
            "NEW DELHI: The committee will meet again in a week, aides said.": ("New Delhi", None, None),
            "MODERATOR: The committee will meet again in a week, aides said.": (None, None, None),
        },
    ),
)


def _compiled(pattern: str) -> re.Pattern[str]:
    for name, part in _PARTS.items():
        pattern = pattern.replace("{" + name + "}", part)
    return re.compile(pattern)


_PATTERNS = [(form, _compiled(form.pattern)) for form in FORMS]

_WEAK = frozenset(form.name for form in FORMS if form.weak)

_BYLINE = re.compile(r"(?:by|from|source|published by|story by|text by)[: ] ?(?P<rest>.{2,100})", re.IGNORECASE)
_ENDS_SIGNED = re.compile(
    r"(?:[(\[/](?P<marked>[^()\[\]/\n]{2,40})[)\]/]"
    r"|(?<=[\s.!?\"”’])(?:--|[-–—―]) ?(?P<dashed>[^-–—―\n]{2,40}))\s?\.?$"
)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)[\s,:©(c)]{0,5}(?:(?:1[89]|20)\d\d[,\s]{0,2})?(?P<rest>.{2,100})", re.I)
SENTENCE_END = (".", "!", "?", ".”", '."', ".'", ".’", "?”", "!”", '?"', '!"', ".)", "''")


def find_wire(text: str) -> Wire:
    """The dateline and the agency of ``text``; every field is None where it has no wire form.

    Order: 1. a dateline in the first lines; 2. failing an agency there, a byline or a line above the first
    paragraph that is an agency's name; 3. failing that, a credit in the last lines.
    """
    lines = first_lines(text)
    wire = _dateline_among(lines)
    if wire.agency is None:
        agency = _signed_above(lines, wire.start) or _credited_below(text)
        wire = msgspec.structs.replace(wire, agency=agency)
    return wire


def read_dateline(words: str) -> Wire | None:
    """The dateline at the very start of one cleaned line, or None. ``start`` is not set."""
    head = words[:DATELINE_CHARS]
    for form, pattern in _PATTERNS:
        found = pattern.match(head)
        if found is not None and (wire := _resolved(form, found, words)) is not None:
            return wire
    return None


def is_paragraph(words: str) -> bool:
    """Whether a line is running text rather than a headline, label or caption."""
    long = len(words) >= SURE_PARAGRAPH_CHARS
    return long or (len(words) >= MIN_PARAGRAPH_CHARS and words.endswith(SENTENCE_END))


def _dateline_among(lines: list[Line]) -> Wire:
    paragraphs = 0
    weak: list[Wire] = []
    for line in lines:
        wire = read_dateline(line.words)
        if wire is not None:
            wire = msgspec.structs.replace(wire, start=line.start)
            if wire.form not in _WEAK:
                return wire
            if paragraphs <= MAX_PARAGRAPHS_BEFORE_WEAK or weak:
                weak.append(wire)
        paragraphs += is_paragraph(line.words)
        if paragraphs > MAX_PARAGRAPHS_BEFORE:
            break
    # Several places one below the other are a round-up's items, and none of them is where it was written.
    return weak[0] if len(weak) == 1 else Wire()


def _resolved(form: Form, found: re.Match[str], words: str) -> Wire | None:
    parts = found.groupdict()
    written, date, mark, known = (parts.get(key) for key in ("place", "date", "agency", "known"))
    if form.weak and not _is_lead(words, words[found.end() :]):
        return None
    place = None
    if written is not None:
        if country := parts.get("country"):
            written = f"{written}, {country}"
        city = written.split(",")[0]
        # A date alone does not make a place of any word: "Elections, March 3."
        place = as_place(written, sure=not form.weak and bool(mark or known or city.isupper()))
        if place is None or (form.known_city and not is_known_city(city)) or agencies.canonical(city):
            return None
    agency = agencies.in_brackets(mark or known or "")
    if mark is not None and agency is None:
        agency = _unknown_agency(mark, shouted=(written or "").split(",")[0].isupper())
        if agency is None:
            return None
    return Wire(place=place, date=date, agency=agency, form=form.name, words=words[: found.end()])


def _is_lead(words: str, after: str) -> bool:
    """Whether a weak dateline is followed by running text: "KYIV - What we know" is a headline."""
    return len(after) >= MIN_LEAD_CHARS and (is_paragraph(words) or words.endswith(SENTENCE_END))


def _unknown_agency(mark: str, *, shouted: bool) -> str | None:
    """A name in brackets after a place in capitals that is an agency by its position alone, as written."""
    words = mark.split()
    if shouted and len(words) <= MAX_UNKNOWN_AGENCY_WORDS and all(w[0].isupper() and len(w) > 1 for w in words):
        return mark
    return None


def _signed_above(lines: list[Line], lead_start: int | None) -> str | None:
    for line in lines:
        if line.start == lead_start or is_paragraph(line.words):
            break
        byline = _BYLINE.match(line.words)
        names = [line.words] if byline is None else [byline["rest"], *re.split(r"[,|/]| of ", byline["rest"])]
        for name in names:
            if (agency := agencies.canonical(re.sub(r" (?:[Ss]taff )?[Ww]riters?$", "", name))) is not None:
                return agency
    return None


def _credited_below(text: str) -> str | None:
    for words in reversed(last_lines(text, CREDIT_LINES)):
        whole = words[-MAX_CREDIT_CHARS:]
        if len(words) <= MAX_CREDIT_CHARS:
            byline = _BYLINE.match(words) or _COPYRIGHT.match(words)
            name = re.split(r"[.,;]|All rights", byline["rest"])[0] if byline is not None else words
            if (agency := agencies.canonical(name)) is not None:
                return agency
        signed = _ENDS_SIGNED.search(whole)
        if signed is not None:
            name = signed["marked"] or signed["dashed"]
            if (agency := _all_known(name)) is not None:
                return agency
    return None


def _all_known(names: str) -> str | None:
    found = [agencies.canonical(name) for name in re.split(r"[/,+&]| and ", names)]
    return "/".join(name for name in found if name) if all(found) else None
