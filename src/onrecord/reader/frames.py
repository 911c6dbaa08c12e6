"""Phrase after phrase of a frame: what each tells of the medium, the outlet, the audience and the time of saying.

A zone is one stretch of a frame. Reading it stops at the first word that begins no known phrase, so that what belongs
to another clause is not read. Phrases that tell nothing ("in Vienna", "about the budget") are passed over.
"""

from __future__ import annotations

from onrecord.reader.attribution import Run
from onrecord.reader.phrases import DETERMINERS, LONE, OBJECTS, Noun, Phrases, lexicon, word_set

SKIPPED = word_set("here there also again however too instead meanwhile live aloud back home abroad")
PLACES = word_set("in on at during via through by over from inside outside near")
TOPICS = word_set("about of for against with without as under behind amid between before ahead since")
AFTER = frozenset(("after", "following"))
PRESS = word_set("reporters reporter journalists newsmen lawmakers investors voters me him them us")
VAGUE = frozenset(("remarks", "comments"))
"""Media that give way to the one in which they were made: "in remarks on Monday in a speech to parliament"."""

ASIDE = 10
"""Words of an aside in brackets that is passed over."""


class Zone:
    """What one stretch of a frame has told so far."""

    def __init__(self, times: bool = True) -> None:
        self.medium: Noun | None = None
        self.outlet: Run | None = None
        self.audience: Run | None = None
        self.when: Run | None = None
        self.times = times
        self.event = False  # "after talks on Monday": a day is still that of saying, a month or year is the event's
        self.spoke = False  # a participle of speaking opened it
        self.last: Noun | None = None  # the medium just named, which what comes next may go with
        self.ended = 0  # where reading stopped

    def saw(self, time: Run | None) -> None:
        """Take a time; the first counts."""
        if time is not None and self.when is None and self.times:
            self.when = time


class FrameReader:
    """Reads the phrases of one frame into zones. ``source``: where each of its runs ends."""

    def __init__(self, phrases: Phrases, cue: Run, source: dict[int, int]) -> None:
        self.p, self.cue, self.source = phrases, cue, source
        known = lexicon()
        words = [phrases.at(i) for i in range(*cue)]
        self.speech = any(w in known["verb-speech"] or w in known["verb-tell"] for w in words)
        self.talk = any(w in known["talk"] or w.startswith(("discuss", "share")) for w in words)
        self.quoting = any(w in ("quoted", "reported", "cited") for w in words)

    def head(self, noun: Noun) -> str:
        """The head of a noun phrase, in lower case."""
        return self.p.at(noun.head)

    def is_outlet(self, noun: Noun) -> bool:
        """Whether a noun phrase names an outlet: "state television", "The Daily Courier", "CNN's "Talk of the Day"."""
        known, p, head = lexicon(), self.p, self.head(noun)
        before = p.at(noun.head - 1) if noun.head > noun.first else ""
        if head in ("agency", "agencies", "station", "channel"):
            named = noun.head > noun.first and (before in known["name"] or before in known["outlet"])
            return named or before in ("news", "information", "wire")
        if head in known["outlet"]:
            return True
        if p.capital(noun.head) and (head in known["name"] or head in known["network"]):
            return True
        inside = range(noun.first, noun.core)
        common = [i for i in inside if p.at(i) in known["outlet"] and not p.capital(i)]
        if any(i + 1 in inside and p.capital(i + 1) for i in common):
            return True  # "the newspaper X"
        return any(p.at(i) in known["brand"] and p.capital(i) for i in inside)

    # phrases

    def chain(self, i: int, zone: Zone, stop: int | None = None, commas: bool = True, trailing: bool = False) -> None:
        """Read phrases from ``i`` on, past a source that stands there; ``zone.ended`` is where reading stopped."""
        p, bound = self.p, self.p.hi if stop is None else stop
        inverted = False
        while i < bound and p.at(i):
            after: int | None = None
            if stop is None and i in self.source:
                after, inverted = self.source[i], True
            elif p.at(i) == "," and commas:
                after = self._past_comma(i, zone, inverted and not trailing)
            else:
                after = self.phrase(i, zone, trailing)
            if after is None or after > bound:
                break
            i = after
        zone.ended = i

    def _past_comma(self, i: int, zone: Zone, inverted: bool) -> int | None:
        """Where reading goes on behind the comma at ``i``: at a phrase, or past an apposition to a source."""
        p = self.p
        opened = self.opened(i + 1, zone)
        if opened > i + 1:
            return opened
        if zone.last is not None and self._issued_by_now(i + 1) > i + 1:
            return i + 1
        if i + 1 in self.source or p.at(i + 1) in SKIPPED or p.at(i + 1) == "according" or p.time(i + 1) is not None:
            return i + 1
        if p.at(i + 1) in PLACES and p.noun(i + 2) is not None:
            return i + 1
        noun = p.noun(i + 1) if inverted else None
        if noun is None:
            return None
        end = noun.end
        while p.at(end) in ("of", "for", "at", "with", "from", "in"):
            more = p.noun(end + 1)
            if more is None:
                return None
            end = more.end
        return end if p.at(end) == "," and p.at(end + 1) in ("in", "on", "at", "during") else None

    def opened(self, i: int, zone: Zone) -> int:
        """Past a participle of speaking that opens a stretch, and its object: "Addressing parliament"."""
        known, word = lexicon(), self.p.at(i)
        if word not in known["speaking"] or self.cue[0] <= i < self.cue[1]:
            return i
        zone.spoke = True
        noun = self.p.noun(i + 1) if word in known["object"] else None
        if noun is None:
            return i + 1
        hears = self.head(noun) in known["audience"] or self.head(noun) in known["occasion"]
        return self.hearer(i + 1, zone) if hears or self.p.capital(noun.head) else noun.end

    def phrase(self, i: int, zone: Zone, trailing: bool = False) -> int | None:
        """Where the phrase that begins at ``i`` ends, with what it tells put into ``zone``; None if none begins."""
        p = self.p
        time = p.time(i)
        if time is not None:
            if zone.medium is not None and not zone.event:
                named = zone.when == zone.medium.when and not (zone.when and p.is_day(zone.when))
                if zone.when is None or (named and p.is_day(time)):  # "in a December report released on Friday"
                    zone.when = time
            elif (not zone.event or p.is_day(time)) and not (trailing and p.at(time[1] - 1) in LONE):
                zone.saw(time)
            return time[1]
        word = p.at(i)
        if word in SKIPPED or p.adverb(i):
            return i + 1
        if word == "(":
            close = next((k for k in range(i + 1, i + ASIDE) if p.at(k) == ")"), None)
            return None if close is None else close + 1
        if zone.last is not None and (issued := self._issued_by_now(i)) > i:
            return issued
        if word == "according" and p.at(i + 1) == "to" and not self.cue[0] <= i < self.cue[1]:
            noun = p.noun(i + 2)
            if noun is None or not (self.is_outlet(noun) or self.head(noun) in lexicon()["document"]):
                return None
            self._through(noun, zone)
            return noun.end
        if word in PLACES or word in TOPICS or word in AFTER or word == "to":
            noun = p.noun(i + 1)
            if noun is None or (p.at(noun.first).endswith("ing") and noun.first == noun.head and word != "to"):
                return None  # "after meeting the envoys": a clause
            return self._prepositional(word, noun, zone, trailing)
        return None

    def _issued_by_now(self, i: int) -> int:
        """Past "published", "that was released" behind a medium; ``i`` if nothing of the kind stands there."""
        p, issued = self.p, lexicon()["issued"]
        if p.at(i) in ("that", "which") and p.at(i + 1) in ("was", "were", "is") and p.at(i + 2) in issued:
            i += 2
        if p.at(i) not in issued:
            return i
        return i + 2 if p.at(i + 1) in ("out", "live") else i + 1

    def _prepositional(self, word: str, noun: Noun, zone: Zone, trailing: bool) -> int:
        """What a preposition and its noun phrase tell; returns where they end."""
        known, head, outlet = lexicon(), self.head(noun), self.is_outlet(noun)
        before, zone.last = zone.last, zone.last if word in ("by", "for", "to", "with", "from") else None
        if word == "before" and self.speech and head in known["audience"]:
            zone.audience = zone.audience or self._with_others(noun)
        elif word in AFTER or word in ("before", "ahead", "since"):
            zone.event = zone.event or word in AFTER
            zone.times = zone.times and word in AFTER
            aim = self.p.noun(noun.end + 1) if self.p.at(noun.end) in ("to", "with", "between") else None
            return noun.end if aim is None else aim.end
        elif noun.first in self.source and word in ("to", "by"):
            return noun.end
        elif word == "to":
            if self._can_hear(noun, sure=trailing or not (self.speech or zone.spoke or before is not None)):
                return self._heard(noun, zone)
        elif word == "with":
            partner = before is not None and self.head(before) in known["talk"]
            if partner or ((self.talk or zone.spoke) and zone.medium is None):
                return self._heard(noun, zone)
        elif word == "by":
            if head in known["channel"] or (outlet and (before is not None or self.quoting)):
                self._through(noun, zone)
            elif zone.spoke and zone.medium is None:
                return self._heard(noun, zone)
            elif not outlet:
                zone.last = None
        elif word == "for":
            if before is not None and outlet:
                self._through(noun, zone)
        elif word in PLACES and self._is_medium(word, noun, outlet):
            self._through(noun, zone)
        elif self.p.at(noun.end) == "to":
            # "in response to the charge", "on a visit to Paris": no audience
            aim = self.p.noun(noun.end + 1)
            if aim is not None and not (self.p.capital(noun.head) and self.head(aim) in known["audience"]):
                return aim.end
        return noun.end

    def _can_hear(self, noun: Noun, sure: bool) -> bool:
        """Whether a noun phrase after "to" can be those one tells; only nouns for audiences if it must be ``sure``."""
        known, p = lexicon(), self.p
        determined = p.at(noun.first) in DETERMINERS or p.capital(noun.first) or p.at(noun.first) in OBJECTS
        if self.is_outlet(noun):
            return True
        if self.head(noun) in known["audience"] and not p.capital(noun.head):
            infinitive = not determined and noun.head > noun.first and noun.first < self.cue[1]
            return not infinitive  # "tries to persuade voters"
        return determined and not sure and self.head(noun) not in known["document"]

    def _is_medium(self, word: str, noun: Noun, outlet: bool) -> bool:
        """Whether one says something "in", "on", "at" ... this."""
        known, p, head = lexicon(), self.p, self.head(noun)
        if word == "from" or (head in known["people"] and word in ("through", "via", "by")):
            return False
        if outlet:
            return word in ("in", "on", "via", "through", "over") and not (word == "in" and head == "channel")
        if p.capital(noun.head) and noun.head > noun.first and p.at(noun.first) not in ("a", "an"):
            return False  # "at the Geneva Conference": a body or a place, not an occasion of speaking
        if word == "on":
            return head in known["online"] or head in ("phone", "telephone", "radio")
        if word in ("over", "by") or (word in ("via", "through") and head in known["channel"]):
            return head in known["channel"]
        before = p.at(noun.head - 1)
        if word == "at":
            return head in known["occasion"] and (head != "hall" or before == "town")
        if word not in ("in", "during", "via", "through") or (word == "in" and head in ("event", "hall")):
            return False
        alone = noun.first == noun.head
        if alone and not head.endswith("s") and head != "testimony":
            return False  # "in brief", "in motion"
        if head == "post" and noun.head == noun.first + 1 and before not in ("a", "another"):
            return False  # "in his post as minister"
        return head in known["document"] or head in known["occasion"]

    def _through(self, noun: Noun, zone: Zone) -> None:
        """Take a medium; of a document and an outlet, in either order, the document is the medium."""
        inner = self.p.noun(noun.core + 1) if noun.end > noun.core else None
        named = inner is not None and self.is_outlet(inner)
        outlet = self.is_outlet(noun)
        if not named:
            noun = noun._replace(core=noun.end)
        vague = zone.medium is not None and self.head(zone.medium) in VAGUE and not outlet
        if zone.medium is None or vague:
            zone.medium = zone.last = noun
        elif outlet and not self.is_outlet(zone.medium):
            zone.outlet = zone.outlet or noun.run
        elif self.is_outlet(zone.medium) and not outlet:
            zone.outlet = zone.outlet or (zone.medium.first, zone.medium.core)
            zone.medium = zone.last = noun
        if named and inner is not None and zone.medium is noun:
            zone.outlet = zone.outlet or inner.run
        zone.when = zone.when or noun.when

    def _heard(self, noun: Noun, zone: Zone) -> int:
        """Take an audience, which is an outlet too where it is one."""
        run = self._with_others(noun)
        zone.audience = zone.audience or run
        if self.is_outlet(noun) and zone.audience == run:
            zone.outlet = zone.outlet or run
        zone.saw(noun.when)
        return run[1]

    def _with_others(self, noun: Noun) -> Run:
        """A noun phrase with those that "and" joins to it; "told reporters of his plan" leaves the plan out."""
        p = self.p
        end = noun.core if self.head(noun) in PRESS else noun.end
        if p.at(end) == "and":
            more = p.noun(end + 1)
            if more is not None and self._alike(noun, more):
                closed = not p.at(more.end)[:1].isalpha() or self.phrase(more.end, Zone()) is not None
                end = more.end if closed else end
        return (noun.first, end)

    def _alike(self, noun: Noun, more: Noun) -> bool:
        """Whether two noun phrases can be two hearers: both names or both not, or the second an audience."""
        same = self.p.capital(more.head) == self.p.capital(noun.head)
        return same or self.head(more) in lexicon()["audience"]

    # verbs

    def hearer(self, i: int, zone: Zone) -> int:
        """The noun phrase right after a verb of telling: whom one tells, or the occasion that is told."""
        noun = self.p.noun(i)
        if noun is None:
            return i
        if self.head(noun) in lexicon()["occasion"] and self.head(noun) not in ("call", "calls"):
            self._through(noun, zone)
            return noun.end
        return self._heard(noun, zone)

    def issued(self, i: int, zone: Zone) -> int:
        """The document right after a verb of issuing: "issued a statement"."""
        noun = self.p.noun(i)
        if noun is None or self.head(noun) not in lexicon()["document"] or self.p.capital(noun.head):
            return i
        self._through(noun, zone)
        return noun.end
