"""What one story reads as, as typed objects.

Offsets are Unicode code points into ``Story.text``, half open: ``(start, end)``. What is missing is ``None``,
never ``""``. The objects are immutable; a Reading binds its parts to its story, so that
``reading.statements[0].text`` can show the words themselves.
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec

SCHEMA = 1
"""Number of the JSON contract. It changes when a field is renamed or retyped, not when one is added."""

Span = tuple[int, int]
"""Half-open range of code points in ``Story.text``."""

Mode = Literal["direct", "mixed", "indirect"]
Certainty = Literal["happened", "ongoing", "planned", "possible", "denied", "hypothetical"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
CountryBy = Literal["told", "owner", "dateline", "story"]
ActorKind = Literal["person", "organisation", "state", "group", "place", "document"]


class Dateline(msgspec.Struct, frozen=True, kw_only=True):
    """Where and when a wire story says it was written: ``MOSCOW, June 18. /TASS/.``

    ``date`` is EDTF: ``2024-06-18``, or ``XXXX-06-18`` where nothing gives the year. ``span`` is where it stands in
    the text, with its agency and dash.
    """

    place: str | None = None
    date: str | None = None
    span: Span | None = None


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """Something a careful user should know about how a story was taken in or read.

    ``code`` is for programs (``language``, ``encoding``, ``cut`` ...), ``text`` for people.
    """

    code: str
    text: str


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """One document as published. ``text`` is kept as read: every offset points into it.

    ``published`` and ``modified`` are EDTF dates, ``language`` is an ISO 639-1 code, ``sha256`` is the hex digest
    of ``text`` in UTF-8.
    """

    id: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    agency: str | None = None
    dateline: Dateline | None = None
    published: str | None = None
    language: str | None = None
    text: str
    author: str | None = None
    modified: str | None = None
    sha256: str | None = None
    notes: tuple[Note, ...] = ()


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """Why one mention of an actor is taken for it: the mention it was joined to, and what joined them.

    ``by`` is a rule ("same name", "apposition") or "antecedent head", whose probability is then ``score``.
    """

    mention: Span
    to: Span
    by: str
    score: float | None = None


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """A person, organisation, state, group, place or document of the story, with all its mentions.

    ``country`` is ISO 3166-1 alpha-3 (3166-3 for states that are no more), ``sector`` a PLOVER sector. ``country_by``
    says how the country is known: ``told`` by its own mentions; by its ``owner`` ("Hun Sen's troops"); an office of
    state in a story with that ``dateline``; or, weakest, since the ``story`` speaks of no other country.
    """

    id: str
    name: str
    kind: ActorKind | None = None
    country: str | None = None
    sector: str | None = None
    role: str | None = None
    mentions: tuple[Span, ...] = ()
    links: tuple[Link, ...] = ()
    country_by: CountryBy | None = None


class ChainLink(msgspec.Struct, frozen=True, kw_only=True):
    """One link of the chain that a statement came through: its outlet, agency, a statement's medium or speaker.

    ``actor`` and ``statement`` are ids in the Reading, None for the story's own outlet and agency.
    """

    kind: Literal["outlet", "agency", "medium", "speaker"]
    name: str
    actor: str | None = None
    statement: str | None = None


class Reason(msgspec.Struct, frozen=True, kw_only=True):
    """Why a row was read: which part of the reader decided, and how surely.

    ``decided_by`` names the heads and rules in the order they took part; ``scores`` holds each one's probability.
    """

    decided_by: tuple[str, ...]
    scores: dict[str, float]


class Statement(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """A resolved attribution: a source (``speaker``), a cue, and the content that is attributed.

    ``mode`` is ``direct`` when all content stands in quotation marks, ``mixed`` when part of it does. ``within`` is
    the id of the statement whose content this one stands in. ``confidence`` is a calibrated probability in [0, 1].
    Scheme: Pareti (2012, 2015) and PolNeAR (Newell et al. 2018).
    """

    id: str
    speaker: str | None
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    mode: Mode
    within: str | None = None
    medium: str | None = None
    audience: str | None = None
    said: str | None = None
    confidence: float
    reason: Reason | None = None

    def _words(self, spans: tuple[Span, ...]) -> str:
        story: Story | None = self.__dict__.get("story")
        if story is None:
            raise ValueError(f"statement {self.id} is not part of a Reading; take it from reading.statements")
        return " ".join(story.text[start:end] for start, end in spans)

    @property
    def text(self) -> str:
        """The content as worded, its pieces joined by a space."""
        return self._words(self.content)

    @property
    def source_text(self) -> str | None:
        """The source as worded ("the Russian leader", "he"), or None where the text names none."""
        return self._words(self.source) or None

    @property
    def cue_text(self) -> str | None:
        """The cue as worded ("said", "According to"), or None where there is none."""
        return self._words(self.cue) or None

    @property
    def quote(self) -> str | None:
        """The words inside quotation marks, without the marks; None for an indirect statement."""
        from onrecord.schema.quotation import inside_marks

        story: Story | None = self.__dict__.get("story")
        if story is None:
            self._words(self.content)
            return None
        pieces = [story.text[s:e] for s, e in inside_marks(story.text, self.content)]
        return " ".join(p for p in pieces if p) or None


class Event(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """What is said to have happened: PLOVER type, mode and context; who to whom; when; how surely; per whom.

    ``actors``, ``recipients`` and ``where`` are ids of actors. A mutual event has both sides in both. ``when`` is EDTF,
    None where the story gives no time: never the day of publication by default. ``trigger`` has a span for each
    telling, ``per`` the statements that it is told in (none: the reporter tells it). ``inferred`` names the sides
    that the words of the telling do not name, taken from what was told before. ``confidence`` is in [0, 1]. PLOVER:
    Halterman et al. (2023).
    """

    id: str
    type: str
    mode: str | None = None
    context: tuple[str, ...] = ()
    cameo: str | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    trigger: tuple[Span, ...] = ()
    when: str | None = None
    where: str | None = None
    certainty: Certainty = "happened"
    per: tuple[str, ...] = ()
    confidence: float
    inferred: tuple[Literal["actors", "recipients"], ...] = ()


class TimeExpression(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """A TIMEX3 expression: its span, type and normalised value, and how the words qualify it (``mod``: ``APPROX``)."""

    span: Span
    type: TimeType
    value: str | None = None
    mod: str | None = None


class Reading(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """All that was read from one story. ``msgspec.json.encode(reading)`` is the contract."""

    schema: int = SCHEMA
    story: Story
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    reader: str | None = None

    def __post_init__(self) -> None:
        for part in (*self.statements, *self.events, *self.times):
            part.__dict__["story"] = self.story

    def actor(self, id: str) -> Actor:
        """The actor with this id. Raises KeyError if the story has none."""
        for actor in self.actors:
            if actor.id == id:
                return actor
        raise KeyError(f"no actor {id!r} in story {self.story.id!r}")

    def statement(self, id: str) -> Statement:
        """The statement with this id. Raises KeyError if the story has none."""
        for statement in self.statements:
            if statement.id == id:
                return statement
        raise KeyError(f"no statement {id!r} in story {self.story.id!r}")

    def chain(self, statement: Statement | str) -> tuple[ChainLink, ...]:
        """Through whom a statement came, outermost first: outlet, agency, then the speaker of each statement that it
        stands in, with the medium where that was said, last its own speaker.

        An unnamed speaker has no link. Raises KeyError if the story has no such statement.
        """
        own = self.statement(statement) if isinstance(statement, str) else statement
        within = [own]
        while within[-1].within is not None and len(within) <= len(self.statements):
            within.append(self.statement(within[-1].within))
        out = [ChainLink(kind="outlet", name=self.story.outlet)] if self.story.outlet else []
        if self.story.agency and self.story.agency != self.story.outlet:
            out.append(ChainLink(kind="agency", name=self.story.agency))
        for s in reversed(within):
            if s.medium is not None:
                out.append(ChainLink(kind="medium", name=self.actor(s.medium).name, actor=s.medium, statement=s.id))
            if s.speaker is not None:
                out.append(ChainLink(kind="speaker", name=self.actor(s.speaker).name, actor=s.speaker, statement=s.id))
        return tuple(out)

    def to_json(self) -> str:
        """The Reading as one line of JSON, in the contract's shape."""
        return msgspec.json.encode(self).decode("utf-8")

    def to_dict(self) -> dict[str, Any]:
        """The Reading as plain dicts and lists, in the contract's shape."""
        built: dict[str, Any] = msgspec.to_builtins(self)
        return built

    def _repr_html_(self) -> str:
        from onrecord.schema.marked import as_html

        return as_html(self)
