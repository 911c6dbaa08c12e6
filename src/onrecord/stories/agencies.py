"""News agencies: the names they sign with, and the one name under which each is recorded."""

from __future__ import annotations

import re

from onrecord.stories.words import word_set

# Canonical name, then what copy is also signed with. The canonical name is the one used in datelines,
# since that is how readers and other tools know the agency. Plain data: add a line, and the tests hold it
# to its form.
_TABLE = """
AP | Associated Press | The Associated Press
Reuters | Thomson Reuters | Reuters News Agency | Reuters News
AFP | Agence France-Presse | Agence France Presse | France-Presse | AFP News
TASS | ITAR-TASS | Itar-Tass | ITAR TASS
UPI | United Press International
DPA | dpa | Deutsche Presse-Agentur | dpa International | dpa-AFX
PA | PA Media | Press Association | PA News
CP | The Canadian Press | Canadian Press
AAP | Australian Associated Press
Xinhua | Xinhua News Agency | XINHUA | New China News Agency
CNS | China News Service
Kyodo | Kyodo News | Kyodo News International
Jiji | Jiji Press
Yonhap | Yonhap News Agency | Yonhap News
KCNA | Korean Central News Agency
CNA | Central News Agency | Focus Taiwan
ANSA
AGI
Adnkronos | Aki
EFE | Agencia EFE | EFE News
Europa Press
Lusa | LUSA | Lusa News Agency
ANI | Asian News International
PTI | Press Trust of India
IANS | Indo-Asian News Service
UNI | United News of India
APP | Associated Press of Pakistan
BSS | Bangladesh Sangbad Sangstha
UNB | United News of Bangladesh
RSS | Rastriya Samachar Samiti
Anadolu | AA | Anadolu Agency | Anadolu Ajansi | Anadolu Ajansı
DHA | Demirören News Agency
Interfax
Interfax-Ukraine | Interfax Ukraine
Ukrinform
UNIAN
RBC-Ukraine
RIA Novosti | RIA | RIA-Novosti | Sputnik
Prime
BelTA | BELTA
Kazinform
Trend
Azertac | AZERTAC | Azertaj
APA
Armenpress | ARMENPRESS
Interpressnews
Moldpres | MOLDPRES
Infotag
BTA | Bulgarian News Agency
PAP | Polish Press Agency
CTK | ČTK | Czech News Agency
TASR
SITA
MTI
APA-Austria | Austria Presse Agentur
Keystone-SDA | Keystone-ATS | ATS | SDA
Belga
ANP
NTB
TT | TT News Agency
Ritzau
STT | STT-Lehtikuva
BNS | Baltic News Service
LETA
ELTA
Hina | HINA
Tanjug | TANJUG
Beta | BETA
FENA
SRNA
MIA
STA | Slovenian Press Agency
Agerpres | AGERPRES
Mediafax
ANA-MPA | ANA | AMNA | Athens News Agency
CNA Cyprus | Cyprus News Agency
ATA | Albanian Telegraphic Agency
MENA | Middle East News Agency
SPA | Saudi Press Agency
WAM | Emirates News Agency
KUNA | Kuwait News Agency
QNA | Qatar News Agency
BNA | Bahrain News Agency
ONA | Oman News Agency
Petra | Jordan News Agency
NNA | National News Agency
SANA | Syrian Arab News Agency
SABA | Saba
INA | Iraqi News Agency
WAFA
JTA | Jewish Telegraphic Agency
IRNA | Islamic Republic News Agency
ISNA | Iranian Students' News Agency
Fars | FNA | Fars News Agency
Mehr | MNA | Mehr News Agency
Tasnim
TAP | Tunis Afrique Presse
MAP | Maghreb Arabe Presse
APS | Algeria Press Service
SUNA | Sudan News Agency
ENA | Ethiopian News Agency
KNA | Kenya News Agency
GNA | Ghana News Agency
NAN | News Agency of Nigeria
PANA | Panapress
SAnews
ANGOP | Angop
AIM
ZIANA | New Ziana
Antara | ANTARA | Antara News
Bernama | BERNAMA
VNA | Vietnam News Agency
PNA | Philippine News Agency
TNA | Thai News Agency
AKP | Agence Kampuchea Presse
KPL
Montsame | MONTSAME
Prensa Latina | PL
Notimex | NOTIMEX
Agencia Brasil | Agência Brasil | ABr
Telam | Télam
ABI
Andina | ANDINA
CMC | Caribbean Media Corporation
Bloomberg | Bloomberg News
Dow Jones | Dow Jones Newswires
MarketWatch
IPS | Inter Press Service
VOA | Voice of America | VOA News
RFE/RL | Radio Free Europe/Radio Liberty | RFERL
Al Jazeera
CNN
NPR
McClatchy | McClatchy Newspapers
Tribune News Service | TNS
Knight Ridder
Newsfile
Business Wire | BUSINESS WIRE
PR Newswire | PRNewswire
GlobeNewswire | GLOBE NEWSWIRE
"""

_NOT_ALONE = word_set(
    """
    AA AGI ABI AIM APA APS ATA ATS BNA Beta Fars INA MAP MIA PA CP PL Prime RIA RSS SDA SITA SPA STA TAP
    Trend TT    UNI CMC KPL MNA Petra
    """
)
"""Names that are also words, or many other things: they count in a dateline's brackets, not when they
stand alone."""


def _read_table() -> dict[str, str]:
    names: dict[str, str] = {}
    for row in _TABLE.strip().splitlines():
        canonical, *others = [name.strip() for name in row.split("|")]
        for name in (canonical, *others):
            names[_key(name)] = canonical
    return names


def _key(name: str) -> str:
    return " ".join(name.replace("’", "'").casefold().split())


_NAMES = _read_table()
_ALONE = {key: name for key, name in _NAMES.items() if key not in {_key(n) for n in _NOT_ALONE}}

MAX_WORDS_AFTER_NAME = 4
"""Words that may follow an agency's name in its brackets: "TASS Correspondent Ivan Orlov"."""


def _pattern_of(names: list[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))


_SIGNED = [name.strip() for row in _TABLE.strip().splitlines() for name in row.split("|")]

KNOWN = _pattern_of(_SIGNED)
"""Pattern of all names, as they are signed: for a place where only an agency can stand."""

KNOWN_ALONE = _pattern_of([name for name in _SIGNED if _key(name) in _ALONE])
"""Pattern of the names that are sure wherever they stand."""


def canonical(name: str | None) -> str | None:
    """The agency that ``name`` is, whole: ``The Associated Press`` is ``AP``. None for any other name."""
    if name is None:
        return None
    return _ALONE.get(_key(name.strip(" .,;:-–—_©()[]/")))


def in_brackets(signed: str) -> str | None:
    """The agency, or agencies joined by a slash, that a dateline's brackets name; None for any other words.

    ``TASS``, ``AP/Reuters``, ``Xinhua/Wang Lin``, ``TASS Correspondent Ivan Orlov``, ``RIA Novosti - Sport``.
    """
    whole = _NAMES.get(_key(signed))
    if whole is not None:
        return whole
    found = []
    for part in re.split(r"[/,;&+]| - | – | and ", signed):
        agency = _NAMES.get(_key(part)) or _leading_name(part)
        if agency is not None and agency not in found:
            found.append(agency)
    return "/".join(found) or None


def _leading_name(words: str) -> str | None:
    split = words.split()
    for count in range(min(4, len(split) - 1), 0, -1):
        agency = _ALONE.get(_key(" ".join(split[:count])))
        if agency is not None and len(split) - count <= MAX_WORDS_AFTER_NAME:
            return agency
    return None
