"""The words that time expressions are made of, as plain data.

``CLASSES`` names sets of words; patterns (``patterns.py``) speak of them in capitals. Words are lower-case; a key
with ``#`` stands for a kind of token that no list can hold (numbers, other words).
"""

from __future__ import annotations


def words(listed: str) -> frozenset[str]:
    """A set of words from a list with blanks between."""
    return frozenset(listed.split())


def numbered(listed: str, first: int = 1) -> dict[str, int]:
    """Words in their order with their numbers."""
    return {word: n for n, word in enumerate(listed.split(), first)}


MONTHS = numbered("january february march april may june july august september october november december")
MONTH_SHORT = {
    "jan": 1, "feb": 2, "febr": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10,
    "nov": 11, "dec": 12,
}  # fmt: skip
WEEKDAYS = numbered("monday tuesday wednesday thursday friday saturday sunday")
WEEKDAY_SHORT = {
    "mon": 1, "tue": 2, "tues": 2, "wed": 3, "weds": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7,
}  # fmt: skip
WEEKDAYS_EVERY = {f"{name}s": number for name, number in WEEKDAYS.items()}

SEASONS = {"spring": "SP", "springtime": "SP", "summer": "SU", "summertime": "SU", "autumn": "FA", "fall": "FA",
           "winter": "WI", "wintertime": "WI"}  # fmt: skip

DAY_PARTS = {
    "morning": "MO", "mornings": "MO", "dawn": "MO", "daybreak": "MO", "sunrise": "MO",
    "afternoon": "AF", "afternoons": "AF", "evening": "EV", "evenings": "EV", "dusk": "EV", "sunset": "EV",
    "night": "NI", "nights": "NI", "nightfall": "NI", "nighttime": "NI", "daytime": "DT", "daylight": "DT",
    "noon": "12:00", "midday": "12:00", "noontime": "12:00", "midnight": "24:00", "lunchtime": "12:00",
}  # fmt: skip
"""Parts of a day: the letters after T in a value, or the time itself."""

UNITS = {
    "second": "S", "seconds": "S", "sec": "S", "secs": "S", "minute": "M", "minutes": "M", "min": "M", "mins": "M",
    "hour": "H", "hours": "H", "hr": "H", "hrs": "H", "day": "D", "days": "D", "night": "NI", "nights": "NI",
    "week": "W", "weeks": "W", "weekend": "WE", "weekends": "WE", "fortnight": "F", "fortnights": "F",
    "month": "MO", "months": "MO", "quarter": "Q", "quarters": "Q", "semester": "S6", "semesters": "S6",
    "year": "Y", "years": "Y", "yr": "Y", "yrs": "Y", "decade": "DE", "decades": "DE", "century": "C",
    "centuries": "C", "millennium": "ML", "millennia": "ML", "millenniums": "ML",
}  # fmt: skip
"""Units of time by letter; minutes are M and months MO, for only their place in a value tells them apart."""

SMALL = numbered(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen",
    0,
)
TENS = {word: 10 * n for word, n in numbered("twenty thirty forty fifty sixty seventy eighty ninety", 2).items()}
SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "dozen": 12, "score": 20}
VAGUE = words("few several many some numerous countless multiple dozens scores hundreds thousands tens")
"""Amounts that are no number."""

ORDINALS = numbered(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
) | {"thirtieth": 30}

DECADE_WORDS = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8,
    "nineties": 9,
}  # fmt: skip

COUNTED = words(
    "people men women children troops soldiers officers policemen police workers employees jobs students refugees "
    "civilians casualties deaths dead wounded prisoners members delegates seats votes voters miles mile km kilometers "
    "kilometres meters metres feet foot inches tons tonnes pounds kg kilograms acres hectares square barrels dollars "
    "dollar euros euro rubles roubles yen yuan rupees francs marks pesos shares points percent cent rpm mph homes "
    "houses families villages cars vehicles tanks aircraft planes guns rifles ships horses volunteers rebels militants "
    "fighters guests homeless residents inhabitants pages words copies times hours minutes seconds days weeks months "
    "years calories watts volts degrees gallons liters litres pieces units items cases patients million billion "
    "trillion bushels ounces yards head rounds reservists marines sailors infantry cavalry strong more"
)
"""What a bare number of four digits counts, when it is no year."""

CLASSES: dict[str, frozenset[str]] = {
    "MONTHF": frozenset(MONTHS),
    "MONTHA": frozenset(MONTH_SHORT),
    "WD": frozenset(WEEKDAYS),
    "WDA": frozenset(WEEKDAY_SHORT),
    "WDS": frozenset(WEEKDAYS_EVERY),
    "SEASON": frozenset(SEASONS),
    "LIGHTPART": words("dawn daybreak sunrise dusk sunset nightfall"),
    "UNIT1": words(
        "second minute hour day week weekend fortnight month quarter year decade century millennium semester"
    ),
    "UNITS": words(
        "seconds minutes hours days weeks weekends fortnights months quarters years decades centuries millennia "
        "millenniums semesters nights"
    ),
    "UNITA": words("sec secs min mins hr hrs yr yrs"),
    "CALENDAR": words("day week month quarter year decade century weekend"),
    "TENS": frozenset(TENS),
    "TEENS": frozenset(word for word, n in SMALL.items() if n >= 10),
    "ONES": frozenset(word for word, n in SMALL.items() if 1 <= n <= 9),
    "SCALE": words("hundred thousand dozen million"),
    "SCALES": words("dozens hundreds thousands scores tens"),
    "ORDW": frozenset(ORDINALS),
    "DECADEW": frozenset(DECADE_WORDS),
    # kinds of number
    "DNUM": words("#1-9 #01-12 #13-24 #25-31"),
    "MNUM": words("#1-9 #01-12"),
    "HOUR": words("#0 #00 #1-9 #01-12 #13-24"),
    "HOUR12": words("#1-9 #01-12"),
    "SIXTY": words("#00 #01-12 #13-24 #25-31 #32-59"),
    "Y2": words("#00 #01-12 #13-24 #25-31 #32-59 #60-99"),
    "YEAR": words("#year #year-time"),
    "HHMM": words("#year-time #time"),
    "NUM": words("#0 #1-9 #00 #01-12 #13-24 #25-31 #32-59 #60-99 #100-999 #year #year-time #time #number"),
    "YEAR3": words("#100-999 #32-59 #60-99 #13-24 #25-31 #01-12"),
    "ORDD": words("#ord31"),
    "ORDN": words("#ord31 #ord"),
    "DECADE": words("#decade"),
    "AMPM": words("#ampm am pm"),
    "BC": words("#bc bc bce"),
    "AD": words("#ad ad ce"),
    "QUARTERN": words("q1 q2 q3 q4"),
    "HALFN": words("h1 h2"),
    "ZONE": words("gmt utc est edt cst cdt mst mdt pst pdt et ct pt bst cet cest msk"),
    # other words and signs
    "DASH": words("#dash"),
    "POSS": words("#poss"),
    "CAP": words("#Other"),
    "LOW": words("#other #plural #ed"),
    "COUNTED": COUNTED,
    "TIMEPREP": words("at by until till from around about since before after ( between and to #dash"),
    "OVERPREP": words("for after lasted last lasting took spent with of in within is was than"),
    "ADJ": words(
        "full long whole straight consecutive successive more additional extra short bloody brief solid entire "
        "calendar hard tough working business further other"
    ),
}
"""Sets of words, and of kinds of token, that patterns name."""

# Words near an expression that say whether what is told lies ahead or behind (resolve.py).
FUTURE_CUES = words(
    "will ll shall would won scheduled expected due planned intended slated poised upcoming forthcoming might could "
    "should must can expires payable effective tentatively expects"
)
MODALS = words("would might could should must can")
FUTURE_BEFORE_TO = words("plan plans planning hopes hope intend intends aims aim set going wants want about")
PAST_CUES = words(
    "was were had did said told went came took made got gave saw found lost held met left began became fell rose led "
    "sent brought bought sold wrote spoke stood struck fought flew drove broke shot killed died hit put cut let built "
    "caught paid kept felt heard thought knew grew drew threw ran sat lay spent rang sank swore hung hid fled dealt "
    "withdrew overthrew been voted"
)

CURRENCY = frozenset("$£€¥#")
NUMBERED = words(
    "route highway no nos number interstate flight boeing room page pages vol chapter section article suite resolution "
    "bus line channel model windows zip nr pp p"
)
"""Words before a number that is the name of something."""

YEAR_BEFORE = words(
    "in since by until till from of during before after around circa early late mid year years to through and or "
    "throughout between about the for spring summer autumn fall winter beyond into"
)
"""Words before a number that let it be a year however early or late."""
