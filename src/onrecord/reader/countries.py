"""Countries, seats of power, international bodies and armed groups that a text names, and their codes by year.

The tables stand in ``data/countries.tsv``, ``seats.tsv``, ``bodies.tsv`` and ``groups.tsv``; their heads say what the
columns hold. Every form of them becomes a path of words in one tree, in each way that it may be written: as it
stands, without accents, in capitals, without hyphens, an acronym with full stops. So case counts ("turkey" is none),
"TURKEY" is found wherever it stands, and a word of a story costs one look-up.

Where two states are equally near a form has no reading: "Korea", "Koreas" and "Korean" alone, "Virgin Islands" alone.
Where one is nearer, it is read and ``collides`` names the other: "Congo" alone is COD as news has it since 1997 (COG
while the other was Zaire, and none before), "Guinea" is GIN, "Dominican" is DOM, "Saint Martin" is MAF.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple, TypeAlias

from onrecord.reader.words import WORD

Status: TypeAlias = Literal["current", "former", "user"]
Kind: TypeAlias = Literal["name", "adjective", "demonym", "people", "capital", "seat", "body", "group"]

KINDS: tuple[Kind, ...] = ("name", "adjective", "people", "demonym", "seat", "body", "group", "capital")
"""In the order in which one wins where a form is of several: "Singapore" is a name, "Iraqi" an adjective."""


@dataclass(frozen=True, slots=True)
class Country:
    """A country or former country; years are inclusive, None is open; ``later`` is its code under its next name."""

    code: str
    alpha2: str
    status: Status
    name: str
    first: int | None
    last: int | None
    cow: int | None
    gw: int | None
    later: str | None = None

    def holds(self, year: int) -> bool:
        """Whether ``year`` is among the country's years."""
        return _distance(self.first, self.last, year) == 0


class Hit(NamedTuple):
    """Words ``first`` to ``end`` (half-open) that name a country or body.

    ``code`` is None for bodies, and for groups of no one country. ``kind`` tells a single national ("Turk", demonym)
    from many ("Turks", "Frenchmen", people); a form that is an adjective, too ("Iraqi"), is called one. ``sector`` is
    PLOVER's, for seats, bodies and groups. ``name`` is the canonical name. ``collides`` is what else the words may
    mean ("US state, given name"), for the text to settle; None where they mean nothing else.
    """

    first: int
    end: int
    code: str | None
    kind: Kind
    sector: str | None
    name: str
    collides: str | None = None


def country(code: str) -> Country:
    """The country of an alpha-3 code; KeyError where there is none."""
    try:
        return countries()[code]
    except KeyError:
        raise KeyError(f"{code!r} is no country code of data/countries.tsv (ISO alpha-3, capitals)") from None


def as_of(code: str, year: int) -> str:
    """The code that the same state had in ``year``: MMR in 1980 is BUR, SUN in 1999 is RUS, SRB in 1995 is YUG.

    States that broke up or joined another (CSK, DDR, VDR) have no other code.
    """
    chain = _chain(country(code).code)
    holding = [one for one in chain if one.status == "former" and one.holds(year)]
    return max(holding, key=lambda one: one.first or 0).code if holding else chain[-1].code


@cache
def _chain(code: str) -> tuple[Country, ...]:
    """Every country that is one state under several names, the last of them last."""
    known = countries()
    last = known[code]
    while last.later:
        last = known[last.later]
    found = [last]
    for one in found:  # grows while it is read
        found += [earlier for earlier in known.values() if earlier.later == one.code]
    return tuple(reversed(found))


def hits(strings: Sequence[str], year: int | None = None) -> list[Hit]:
    """What the words of a text name, in order and without overlaps; the longest form wins.

    ``strings`` are words as ``words_of`` splits them. ``year`` is that of the text, for names that have passed from
    one code to another; without it they are read as of today. Linear in the number of words.
    """
    roots = _tree()
    out: list[Hit] = []
    end = 0
    for i, word in enumerate(strings):
        node = roots.get(word)
        if node is None or i < end:
            continue
        j = i + 1
        ends = [(j, node.readings)] if node.readings else []
        while node.after and j < len(strings):
            found = node.after.get(strings[j]) or node.after.get(_SAME.get(strings[j], ""))
            if found is None:
                break
            node = found
            j += 1
            if node.readings:
                ends.append((j, node.readings))
        for j, readings in reversed(ends):
            reading = readings[0]
            loud = False
            if len(readings) > 1 or reading.careful:
                loud = _is_shouted(strings, i, j)
                chosen = _choose(readings, year, loud)
                if chosen is None:
                    continue
                reading = chosen
            end = j
            if reading.kind is not None and not (reading.kind == "adjective" and _is_language(strings, j)):
                collides = reading.collides or (reading.shouted_collides if loud else None)
                out.append(Hit(i, j, reading.code, reading.kind, reading.sector, reading.name, collides))
            break
    return out


# -- choosing among readings -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a form can mean. ``kind`` None: nothing of ours ("Gulf of Mexico").

    ``dated``: in its years alone. ``quiet``: not within a line of capitals.
    """

    kind: Kind | None
    code: str | None = None
    name: str = ""
    sector: str | None = None
    first: int | None = None
    last: int | None = None
    former: bool = False
    dated: bool = False
    quiet: bool = False
    collides: str | None = None
    shouted_collides: str | None = None

    @property
    def careful(self) -> bool:
        """Whether year or surroundings have a say."""
        return self.dated or self.quiet or self.shouted_collides is not None

    def can_be(self, year: int | None, loud: bool) -> bool:
        if self.quiet and loud:
            return False
        if not self.dated:
            return True
        return self.last is None if year is None else _distance(self.first, self.last, year) == 0


def _choose(readings: Sequence[_Reading], year: int | None, loud: bool) -> _Reading | None:
    """The reading for a year; of those whose years fit the latest former one, of none that fit the nearest."""
    left = [one for one in readings if one.can_be(year, loud)]
    if not left:
        return None
    if year is None:
        return min(left, key=lambda one: (one.former, -(one.first or 0)))
    return min(left, key=lambda one: (_distance(one.first, one.last, year), not one.former, -(one.first or 0)))


def _distance(first: int | None, last: int | None, year: int) -> int:
    """Years from ``year`` to the nearest of ``first`` to ``last``; 0 within them."""
    if first is not None and year < first:
        return first - year
    return year - last if last is not None and year > last else 0


def _is_shouted(strings: Sequence[str], first: int, end: int) -> bool:
    """Whether the words around ``first`` to ``end`` are in capitals, as in some headlines.

    Two words on each side have a vote, the next of them the casting one; acronyms that we know and single letters
    have none, since "the UN, UNICEF and WHO" is no headline.
    """
    if not all(word.isupper() for word in strings[first:end] if word.isalpha()):
        return False
    after = _cases(strings, range(end, min(end + _NEAR, len(strings))))
    before = _cases(strings, range(first - 1, max(first - 1 - _NEAR, -1), -1))
    votes = sum(1 if case else -1 for case in after + before)
    return votes > 0 or (votes == 0 and after[:1] == [True])


def _cases(strings: Sequence[str], places: range) -> list[bool]:
    """Whether each of the first two words at ``places`` that have a vote is in capitals."""
    out: list[bool] = []
    for k in places:
        word = strings[k]
        if len(word) > 1 and word.isalpha() and word not in _acronyms():
            out.append(word.isupper())
            if len(out) == 2:
                break
    return out


def _is_language(strings: Sequence[str], end: int) -> bool:
    """Whether an adjective that ends before ``end`` is a language by what follows: "Russian-speaking"."""
    if end < len(strings) and strings[end] in _HYPHENS:
        end += 1
    return end < len(strings) and strings[end].lower() in _LANGUAGE


_NEAR = 8
"""Words on each side among which the two that vote are looked for."""

_LANGUAGE = frozenset({"language", "languages", "speaking", "speaker", "speakers"})
_HYPHENS = frozenset("-‐‑–")
_SAME = {"’": "'", "‘": "'", "`": "'", "´": "'", "‐": "-", "‑": "-", "–": "-"}


# -- the tree of forms -------------------------------------------------------------------------------------------------


class _Node:
    """Where some words lead: the words that can follow, and what the words so far can mean (those of best rank)."""

    __slots__ = ("after", "rank", "readings")

    def __init__(self) -> None:
        self.after: dict[str, _Node] = {}
        self.rank: tuple[int, int] | None = None
        self.readings: tuple[_Reading, ...] = ()

    def add(self, reading: _Reading, rank: tuple[int, int]) -> None:
        if self.rank is None or rank < self.rank:
            self.rank = rank
            self.readings = (reading,)
        elif rank == self.rank and reading not in self.readings:
            self.readings += (reading,)


_NOWHERE = _Node()


class _Form(NamedTuple):
    """A form of the tables without its marks."""

    text: str
    dated: tuple[int | None, int | None] | None
    exact: bool

    @property
    def quiet(self) -> bool:
        """Whether it is an acronym or name that could be a word in capitals ("WHO"); accents tell them apart."""
        return self.exact and self.text.isascii()


_YEARS = re.compile(r"@(\d*)-(\d*)$")
_ACRONYM = re.compile(r"[A-Z]{2,5}")


@cache
def _tree() -> dict[str, _Node]:
    """Every form of every table by its first word; about a tenth of a second, once."""
    roots: dict[str, _Node] = {}
    for form, reading in _all_forms():
        rank = KINDS.index(reading.kind) if reading.kind else len(KINDS)
        for loose, words in _written(form, blocked=reading.kind is None):
            here, node = roots, _NOWHERE
            for word in words:
                found = here.get(word)
                if found is None:
                    found = here[word] = _Node()
                node, here = found, found.after
            node.add(reading, (rank, loose))
    return roots


@cache
def _acronyms() -> frozenset[str]:
    """Forms of one word that are in capitals as they stand."""
    return frozenset(form.text for form, _ in _all_forms() if form.text.isalpha() and form.text.isupper())


def _written(form: _Form, *, blocked: bool) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The ways in which a form is written as words, each with 0 where it is the form itself, else 1."""
    words = tuple(WORD.findall(form.text))
    yield 0, words
    ways = {words}
    if _ACRONYM.fullmatch(form.text):
        ways.add(tuple(sign for letter in form.text for sign in (letter, ".")))  # the only loose way of an exact one
    if form.exact and not form.text.isascii():
        ways.add(tuple(word.upper() for word in words))
    if not form.exact:
        if not form.text.isascii():
            ways.add(tuple(_bare(word) for word in words))
        if "-" in words:
            ways |= {tuple(word for word in way if word != "-") for way in ways}
        ways |= {tuple(word.upper() for word in way) for way in ways}
        if blocked:
            ways |= {tuple(word[0].upper() + word[1:] for word in way) for way in ways}
    # "the U.S" at the end of a sentence whose full stop was the next word's, or lost
    ways |= {way[:-1] for way in ways if way[-1] == "." and len(way) > 2}
    ways.discard(words)
    for way in ways:
        yield 1, way


def _bare(word: str) -> str:
    """``word`` without its accents, and with the letters that have none of their own made plain."""
    letters = unicodedata.normalize("NFD", word.translate(_PLAIN))
    return "".join(c for c in letters if not unicodedata.combining(c))


_PLAIN = str.maketrans({"ø": "o", "Ø": "O", "ı": "i", "Þ": "Th", "þ": "th", "ð": "d"})


@cache
def _all_forms() -> tuple[tuple[_Form, _Reading], ...]:
    return (*_country_forms(), *_other_forms(), *((_form(text), _Reading(None)) for text in _blocked()))


def _country_forms() -> Iterator[tuple[_Form, _Reading]]:
    known = countries()
    for row in rows("countries"):
        one = known[row["code"]]
        notes = _collisions(row["collisions"])
        adjectives = _split(row["adjectives"])
        pairs = [pair.split("/") for pair in _split(row["demonyms"])]
        kinds: list[tuple[Kind, list[str]]] = [
            ("name", _names(row)),
            ("adjective", adjectives),
            ("people", [many for _, many in pairs]),
            ("demonym", [single for single, _ in pairs if single not in adjectives]),
            ("capital", _split(row["capitals"])),
        ]
        for kind, texts in kinds:
            for text in texts:
                form = _form(text)
                first, last = form.dated or (one.first, one.last)
                yield (
                    form,
                    _Reading(
                        kind,
                        one.code,
                        one.name,
                        None,
                        first,
                        last,
                        one.status == "former",
                        form.dated is not None,
                        form.quiet,
                        *notes.get(form.text, (None, None)),
                    ),
                )


def _other_forms() -> Iterator[tuple[_Form, _Reading]]:
    tables: tuple[tuple[str, Kind], ...] = (("seats", "seat"), ("bodies", "body"), ("groups", "group"))
    for table, kind in tables:
        for row in rows(table):
            notes = _collisions(row["collisions"])
            for text in _names(row):
                form = _form(text)
                yield (
                    form,
                    _Reading(
                        kind,
                        row.get("code") or None,
                        row["name"],
                        row["sector"],
                        quiet=form.quiet,
                        collides=notes.get(form.text, (None, None))[0],
                        shouted_collides=notes.get(form.text, (None, None))[1],
                    ),
                )


def _names(row: dict[str, str]) -> list[str]:
    """Names of a row; where the other names have the name again with a mark, that counts."""
    others = _split(row["others"])
    marked = {_form(other).text for other in others}
    named = dict.fromkeys((row["name"], row.get("full") or row["name"]))
    return [*(text for text in named if text not in marked), *others]


def _form(text: str) -> _Form:
    exact = text.startswith("=")
    text = text.removeprefix("=")
    years = _YEARS.search(text)
    if years is None:
        return _Form(text, None, exact)
    return _Form(text[: years.start()], (_year(years[1]), _year(years[2])), exact)


def _collisions(cell: str) -> dict[str, tuple[str | None, str | None]]:
    """Each form's other meanings: those anywhere, and those only within a line of capitals."""
    out: dict[str, tuple[str | None, str | None]] = {}
    for part in _split(cell):
        text, _, meaning = part.partition(": ")
        out[text] = (None, meaning) if meaning.endswith(" in capitals") else (meaning, None)
    return out


# -- the tables --------------------------------------------------------------------------------------------------------


_STATUSES: dict[str, Status] = {"current": "current", "former": "former", "user": "user"}


@cache
def countries() -> dict[str, Country]:
    """Every country by its code: ISO 3166-1, Kosovo, ISO 3166-3."""
    out: dict[str, Country] = {}
    for row in rows("countries"):
        out[row["code"]] = Country(
            row["code"],
            row["alpha2"],
            _STATUSES[row["status"]],
            row["name"],
            _year(row["first"]),
            _year(row["last"]),
            _year(row["cow"]),
            _year(row["gw"]),
            row["later"] or None,
        )
    return out


def rows(table: str) -> list[dict[str, str]]:
    """The rows of ``data/<table>.tsv`` by column; ValueError with the line where one has other columns."""
    text = (files("onrecord.reader") / "data" / f"{table}.tsv").read_text(encoding="utf-8")
    lines = [(n, line) for n, line in enumerate(text.splitlines(), 1) if line and not line.startswith("#")]
    columns = lines[0][1].split("\t")
    out = []
    for n, line in lines[1:]:
        cells = line.split("\t")
        if len(cells) != len(columns):
            raise ValueError(f"{table}.tsv:{n}: {len(cells)} columns, not {len(columns)}")
        out.append(dict(zip(columns, cells, strict=True)))
    return out


def _split(cell: str) -> list[str]:
    return cell.split("|") if cell else []


def _year(cell: str) -> int | None:
    return int(cell) if cell else None


# Phrases that hold a form and name no country, capital or people: other places, waters, food, sport, papers and
# airlines, people whom news names often. They are read in title case and capitals, too.
_NOT_COUNTRIES = """
New Jersey, New Mexico, New England, New Britain, New Ireland, New South Wales, New London, New Georgia, East Jerusalem,
West Jerusalem, West Berlin, East London, East Palestine, British Columbia, British Columbian, Benin City, Belize City,
Santiago de Cuba, Santiago de Compostela, Jersey City, Jersey Shore, Jersey cow, Jersey cows, South Georgia,
Latin America, Latin American, Latin Americans, South America, South American, South Americans, North America,
North American, North Americans, Central America, Central American, Central Americans, Pan American, Pan-American,
Inter-American, West Indian, West Indians, American Indian, American Indians, Cleveland Indians, Indian reservation,
Indian reservations, Indian tribe, Indian tribes, Indian summer, Indian Wells,
Indian Ocean, English Channel, South China Sea, East China Sea, Sea of Japan, Irish Sea, Philippine Sea, Norwegian Sea,
Greenland Sea, Solomon Sea, Persian Gulf, Gulf of Mexico, Gulf of America, Gulf of Oman, Gulf of Thailand,
Gulf of Finland, Gulf of Guinea, Gulf of Panama, Gulf of Honduras, Taiwan Strait, Taiwan Straits, Denmark Strait,
Cook Strait, Mozambique Channel, Lake Chad, Lake Victoria, Lake Malawi, Lake Nicaragua, Lake Tanganyika, Niger River,
River Niger, Niger Delta, Niger State, Congo River, River Congo, Congo Basin, Jordan River, River Jordan, Jordan Valley,
Victoria Falls, Queen Victoria, Victoria state, Bermuda Triangle, Bermuda shorts,
Washington state, Washington County, Washington Heights, Washington University, University of Washington,
George Washington, Denzel Washington, Booker T. Washington, Port Washington, Fort Washington, Mount Washington,
Washington Post, Washington Times, Washington Examiner, Washington Nationals, Washington Capitals, Washington Wizards,
Washington Commanders, Washington Redskins, Washington Monument, Georgetown University, Georgia Tech, Georgia State,
Georgia Gov, Georgia governor, Georgia Republican, Georgia Republicans, Georgia Democrat, Georgia Democrats,
Georgia secretary of state, Georgia Bureau of Investigation, University of Georgia,
Agence France-Presse, Agence France Presse, Air France, Air India, Air China, Air Canada, Air New Zealand,
American Airlines, American Express, British Airways, British Petroleum, Turkish Airlines, Japan Airlines,
Ethiopian Airlines, Singapore Airlines, Malaysia Airlines, Kenya Airways, Qatar Airways, Kuwait Airways, US Airways,
U.S. Steel, US Steel, U.S. Bank, U.S. Bancorp, Us Weekly, USA Today, Bank of America, Bank of China, Voice of America,
Radio France, France 24, Deutsche Welle, Press Trust of India, Times of India, Times of Israel, Times of London,
Times of Malta, China Daily, China Mobile, China Eastern, Japan Times, Moscow Times, Jerusalem Post, Kyiv Post,
Kyiv Independent, Kiev Post, Tehran Times, Bangkok Post, Jakarta Post, Phnom Penh Post, Irish Times, Irish Independent,
Buenos Aires Herald, Miss America, Captain America, Holland America, Holland Tunnel, Hong Kong flu,
Department of State Services, Commonwealth of Massachusetts, Commonwealth of Virginia, Commonwealth of Pennsylvania,
Commonwealth of Kentucky, Commonwealth Games, Commonwealth Bank, Commonwealth Edison,
French fries, French fry, French toast, French bread, French horn, French kiss, French bulldog, French bulldogs,
French press, French windows, French doors, French Quarter, French Open, Turkish delight, Turkish coffee, Turkish bath,
Turkish baths, Danish pastry, Danish pastries, Swiss cheese, Swiss Army knife, Swiss Army knives, Swiss roll,
Swiss chard, Irish stew, Irish coffee, Irish setter, Irish whiskey, Fighting Irish, German shepherd, German shepherds,
German measles, Great Dane, Great Danes, Persian cat, Persian cats, Persian rug, Persian rugs, Persian carpet,
Persian carpets, Afghan hound, Russian roulette, Russian doll, Russian dolls, White Russian, Chinese checkers,
Chinese New Year, Chinese whispers, Chinese wall, Chinese walls, Mexican wave, Mexican standoff, Dutch oven,
Dutch auction, Dutch courage, Dutch treat, Dutch elm, Pennsylvania Dutch, Spanish flu, Spanish moss, Spanish Fork,
Spanish Harlem, Siamese twins, Siamese twin, Siamese cat, Egyptian cotton, Canadian bacon, American football,
American pie, American Idol, American League, American cheese, Greek yogurt, Greek yoghurt, Greek salad, Greek tragedy,
Greek mythology, Welsh rarebit, Welsh corgi, Polish sausage, Italian dressing, Belgian waffle, Belgian waffles,
Belgian Malinois, English muffin, English muffins, English breakfast, Japanese knotweed, Burmese python,
Burmese pythons, Rhodesian Ridgeback, Peking duck, Chicken Kiev, Brussels sprout, Brussels sprouts, Brazil nut,
Brazil nuts, Guinea pig, Guinea pigs, Guinea fowl, Guinea worm, Panama hat, Panama hats, Panama Papers, Ceylon tea,
Cuban cigar, Cuban cigars, Havana cigar, Havana cigars, Stockholm syndrome, Berlin Wall, Prague Spring, Warsaw Ghetto,
Australian Open, US Open, U.S. Open, British Open, Italian Open, Paris Saint-Germain, Wellington boots,
Dominican order, Dominican friar, Dominican friars, St. Martin's Press, Vietnam War, Vietnam veteran, Vietnam veterans,
Vietnam vet, Vietnam vets, post-Soviet, Soviet-era, Prince of Wales, Princess of Wales, Duke of Wellington,
Kim Jong Un, Kim Jong-un, Jong Un, Jong-un, Michael Jordan, Jim Jordan, Jordan Peterson, Jordan Spieth, Vernon Jordan,
Mark Cuban, Cuba Gooding, Tom Holland, Paris Hilton, Paris Jackson, Jack London, London Breed, Irving Berlin,
Isaiah Berlin, Sofia Coppola, Sofia Vergara, Jimmy Wales, Chad Wolf, Ben Nevis
"""


def _blocked() -> list[str]:
    return [" ".join(text.split()) for text in _NOT_COUNTRIES.split(",")]
