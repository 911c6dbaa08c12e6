"""Place names of datelines: which words can be one, and how a place in capitals is written in a record."""

from __future__ import annotations

import re

from onrecord.stories.words import name_set, word_set

# Cities that stand alone in datelines: capitals, seats of organisations, and those that AP and Reuters use
# without a country. They decide only where form alone cannot: "OSLO: ...", "Cairo - ...", four capital
# letters before a dash.
CITIES = name_set(
    """
abidjan, abu dhabi, abuja, accra, addis ababa, aden, ahmedabad, aleppo, alexandria, algiers, almaty, amman,
amsterdam, anchorage, ankara, antananarivo, ashgabat, asmara, astana, asuncion, asunción, athens, atlanta,
auckland, austin, baghdad, baku, bali, baltimore, bamako, bangalore, bengaluru, bangkok, bangui, banjul,
barcelona, basra, beijing, beirut, belfast, belgrade, benghazi, berlin, bern, bishkek, bissau, bogota,
bogotá, bonn, boston, brasilia, brasília, bratislava, brazzaville, brisbane, brussels, bucharest, budapest,
buenos aires, bujumbura, busan, cairo, calcutta, kolkata, canberra, cape town, caracas, cardiff,
casablanca, chennai, chicago, chisinau, cleveland, colombo, conakry, copenhagen, dakar, dallas, damascus,
dar es salaam, darwin, davos, delhi, denver, detroit, dhaka, dili, djibouti, dodoma, doha, donetsk, dubai,
dublin, durban, dushanbe, edinburgh, erbil, frankfurt, freetown, gaborone, gaza, gaza city, geneva,
georgetown, gibraltar, glasgow, goma, guangzhou, guatemala city, hamburg, hanoi, harare, havana, hebron,
helsinki, hiroshima, ho chi minh city, hong kong, honolulu, houston, hyderabad, indianapolis, islamabad,
istanbul, jakarta, jeddah, jerusalem, johannesburg, juba, kabul, kampala, kandahar, karachi, kathmandu,
kharkiv, khartoum, kherson, kiev, kyiv, kigali, kingston, kinshasa, kuala lumpur, kuwait, kuwait city, la
paz, lagos, lahore, las vegas, libreville, lilongwe, lima, lisbon, ljubljana, lome, lomé, london, los
angeles, luanda, lusaka, luxembourg, lviv, macau, madrid, malabo, male, managua, manama, manila, maputo,
maseru, melbourne, mexico city, miami, milan, milwaukee, minneapolis, minsk, mogadishu, monaco, monrovia,
montevideo, montreal, moroni, moscow, mosul, mumbai, munich, muscat, n'djamena, nagasaki, nairobi, nassau,
naypyitaw, new delhi, new orleans, new york, niamey, nicosia, nouakchott, nuuk, odesa, odessa, oklahoma
city, osaka, oslo, ottawa, ouagadougou, panama city, paris, perth, peshawar, philadelphia, phnom penh,
phoenix, pittsburgh, podgorica, port moresby, port-au-prince, porto-novo, prague, praia, pretoria,
pristina, pyongyang, quebec city, quetta, quito, rabat, ramallah, rangoon, yangon, reykjavik, riga, rio de
janeiro, riyadh, rome, salt lake city, san antonio, san diego, san francisco, san jose, san juan, san
salvador, sanaa, santiago, santo domingo, sao paulo, são paulo, sarajevo, seattle, seoul, shanghai,
shenzhen, singapore, skopje, sofia, srinagar, st. louis, st. petersburg, st petersburg, stockholm,
strasbourg, sucre, suva, sydney, taipei, tallinn, tashkent, tbilisi, tegucigalpa, tehran, tel aviv, the
hague, thimphu, tirana, tokyo, toronto, tripoli, tunis, turin, ulaanbaatar, ulan bator, united nations,
vaduz, valletta, vancouver, vatican city, victoria, vienna, vientiane, vilnius, vladivostok, warsaw,
washington, wellington, windhoek, yaounde, yaoundé, yerevan, zagreb, zurich
"""
)

# Words in capitals that open a paragraph before a dash and are no place.
NOT_PLACES = word_set(
    """
abstract advertisement advisory alert also analysis and announcement article asean background brexit breaking
briefing brief by caution commentary comment corrected correction corrections correct credit cover dear
developing document download editor's editorial editors episode essay exclusive explained explainer fact
factbox facts feature file flash focus follow following follows for from full gallery good graphic guest
happening hamas headline headlines here hezbollah highlights holiday how if important in interview
introduction it just kicker latest lead letter live list look live-blog media more must-read nato nasa need
news newsletter note notes now obituary officials on only opec opinion option overview pentagon photo
photos photo-gallery picture pictures podcast poll preview previously profile published q&a question quote
quotes reaction read reader recap refile related release report reporter review rewrite roundup rush say
section series sidebar special speaker speech sponsored sport sports spotlight statement story subject
subscribe summary survey testimony text this timeline tip title today top topline transcript trending
twitter unesco unhcr unicef update update1 updated updates urgent video view war warning watch weather week
what when where who why world wrap wrapup writethru yes no you your
"""
)

MAX_PLACE_WORDS = 6
"""Words of a dateline's city: "ABOARD THE PAPAL PLANE" and "RAFAH CROSSING, Gaza Strip" are long ones."""

MAX_UNSURE_WORDS = 3
"""Words of a city that no list has, where neither date nor agency follows: more of them are a
cross-heading."""

MIN_SHOUTED_LETTERS = 5
"""Letters of a word in capitals that is taken for a place though no list has it: shorter ones are mostly
acronyms."""

_SMALL_WORDS = word_set(
    """
    de da do dos das del della di du des la le les el al and of the on upon in au aux y e
    """
)
_BEFORE_PLACES = word_set(
    """
    In On At By From Near For To With As After Since Until Born
    """
)
_WORD = re.compile(r"[^\W\d_]+(?:['’`.\-][^\W\d_]*)*\.?")
_PIECE = re.compile(r"[^\W\d_]+")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}")


def as_place(written: str, *, sure: bool) -> str | None:
    """The place that a dateline's ``written`` words name, capitals made ordinary; None where they are no
    place.

    ``sure`` says that a date or an agency follows, so that the form itself speaks for a place: "Zintan
    (AP) --". Without it the city must be in capitals, and known or shaped like one, or be a known city.
    """
    city, *regions = [part.strip() for part in written.split(",")]
    if not city or len(regions) > 2 or not all(_can_be_region(region) for region in regions):
        return None
    for one in re.split(r"[/;]| and ", city):
        if not (is_known_city(one) or _can_be_city(one.split(), sure=sure, with_region=bool(regions))):
            return None
    return ", ".join([_ordinary(city), *(_ordinary(region) for region in regions)])


def is_known_city(written: str) -> bool:
    """Whether ``written`` is a city of the list, in capitals or with a capital."""
    return written[:1].isupper() and written.casefold().replace("’", "'").strip() in CITIES


def _can_be_city(words: list[str], *, sure: bool, with_region: bool) -> bool:
    """Whether words that are no known city have the form of one."""
    if not words or words[0] in _BEFORE_PLACES or len(words) > (MAX_PLACE_WORDS if sure else MAX_UNSURE_WORDS):
        return False
    if not all(_WORD.fullmatch(word) for word in words):
        return False
    labels = [word.casefold() in NOT_PLACES for word in words]
    if all(labels) if sure or with_region else any(labels):
        return False
    if _is_shouted(" ".join(words)):
        longest = max(len(piece) for word in words for piece in _PIECE.findall(word))
        return sure or with_region or longest >= MIN_SHOUTED_LETTERS
    return sure and all(word[0].isupper() or word in _SMALL_WORDS or word[:2] in ("al", "el", "d'") for word in words)


def _can_be_region(region: str) -> bool:
    words = region.split()
    return 0 < len(words) <= MAX_PLACE_WORDS and all(
        _WORD.fullmatch(word) and (word[0].isupper() or word in _SMALL_WORDS) for word in words
    )


def _is_shouted(words: str) -> bool:
    """All capitals, but for the small letters of "McALLEN", "de" and "and"."""
    return all(
        word.isupper() or word in _SMALL_WORDS or (word[:2] == "Mc" and word[2:].isupper()) for word in words.split()
    ) and any(c.isupper() for c in words)


def _ordinary(place: str) -> str:
    """``place`` with words in capitals written as names: ``PORT-AU-PRINCE`` is ``Port-au-Prince``."""
    if not _is_shouted(place):
        return place
    out: list[str] = []
    for match in re.finditer(r"[\w'’`.]+|[^\w'’`.]+", place):
        word = match[0]
        first = not out or out[-1].endswith(("/", "; ", "and "))
        if _INITIALS.fullmatch(word) or not word.isupper():
            out.append(word)
        elif word.casefold() in _SMALL_WORDS and not first:
            out.append(word.lower())
        else:
            out.append(_PIECE.sub(lambda piece: piece[0].capitalize(), word))
    return _with_mc(re.sub(r"(?<=['’])S\b", "s", "".join(out)))


def _with_mc(place: str) -> str:
    return re.sub(r"\bMc([A-Z])([A-Z]+)\b", lambda m: "Mc" + m[1] + m[2].lower(), place)
