"""What the rules' expressions mean: one function for each kind, from a match and the story's context to a value."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable

from onrecord.reader.times.hits import Hit, Meaning, Meanings
from onrecord.reader.times.lexicon import (
    COUNTED,
    CURRENCY,
    DAY_PARTS,
    DECADE_WORDS,
    MONTH_SHORT,
    MONTHS,
    NUMBERED,
    SEASONS,
    UNITS,
    WEEKDAY_SHORT,
    WEEKDAYS,
    WEEKDAYS_EVERY,
    YEAR_BEFORE,
    words,
)
from onrecord.reader.times.resolve import FUTURE, PAST, PERIOD_TOKENS, Context
from onrecord.reader.times.values import (
    When,
    as_date,
    decade_value,
    duration,
    easter,
    is_day,
    months_on,
    moved,
    nth_weekday,
    number,
    ordinal,
    quarter_of,
    season_of,
    week_value,
    weekday_from,
    year_value,
)

PRESENT_REF, PAST_REF, FUTURE_REF = "PRESENT_REF", "PAST_REF", "FUTURE_REF"

_START = ("early", "beginning", "start", "outset", "opening", "first", "earlier", "dawn", "onset", "turn")
_MIDDLE = ("mid", "middle", "midpoint", "height")
_END = ("late", "end", "close", "latter", "later", "second", "last", "closing", "final", "tail", "eve")

# Prepositions after which a number from 1000 on is a year though it looks like a count.
_SURE_BEFORE_YEAR = words("in since by until till from before after year circa c between during")
_COUNT_BEFORE = words("about around some over nearly than least most almost approximately up estimated")


# modifiers


def mod_of(hit: Hit) -> str | None:
    """The modifier that words before ("early", "the end of", "about") give."""
    position = hit.word("pos").replace("very ", "")
    if position:
        first = re.split(r"[\s-]", position)
        if "mid" in first[:1] or any(w in _MIDDLE for w in first):
            return "MID"
        if any(w in _END for w in first):
            return "END"
        if any(w in _START for w in first):
            return "START"
    about = hit.word("about")
    return amount_mod(about) if about else None


def amount_mod(words: str) -> str | None:
    """The modifier of an amount: ``more than`` is MORE_THAN, ``about`` APPROX."""
    if not words:
        return None
    if re.search(r"\b(?:at least|no less|not less|no fewer|minimum)\b", words):
        return "EQUAL_OR_MORE"
    if re.search(r"\b(?:at most|no more|not more|no longer|up to|as much as|as many as|maximum)\b", words):
        return "EQUAL_OR_LESS"
    if re.search(r"\b(?:more|over|longer|greater|exceeding|beyond)\b", words):
        return "MORE_THAN"
    if re.search(r"\b(?:less|under|fewer|nearly|almost|shorter|close)\b", words):
        return "LESS_THAN"
    return "APPROX"


# numbers


def month_number(word: str) -> int | None:
    """1 to 12 for a month's name or short name."""
    word = word.rstrip(". ")
    return MONTHS.get(word) or MONTH_SHORT.get(word)


def weekday_number(word: str) -> int | None:
    """1 (Monday) to 7 for a weekday's name or short name, also in the plural."""
    word = word.rstrip(". ")
    return WEEKDAYS.get(word) or WEEKDAY_SHORT.get(word) or WEEKDAYS_EVERY.get(word)


def year_number(hit: Hit, name: str = "y") -> int | None:
    """The year of a part: four digits, two (of the century that the story's date makes likely), or in words."""
    word = hit.word(name)
    if not word:
        return None
    digits = re.search(r"\d+", word)
    if digits is None:
        parts = word.replace("-", " ").split()
        if "thousand" in parts:
            value = number(word)
            return int(value) if value else None
        high = number(parts[0])
        low = number(" ".join(parts[1:]))
        return int(high * 100 + low) if high and low is not None else None
    year = int(digits[0])
    if len(digits[0]) == 2:
        return 2000 + year if year < 30 else 1900 + year
    return year


# days


def dated(ctx: Context, month: int, day: int, year: int | None) -> str | None:
    """The value of a day whose year may be left out; None where there is no such day."""
    if not is_day(month, day):
        return None
    if year is None:
        year = ctx.year_of_day(month, day)
    if year is None:
        return f"XXXX-{month:02d}-{day:02d}"
    if year > 0 and as_date(year, month, day) is None:
        return None
    return When(year, month, day).value


def _glued(hit: Hit, name: str) -> bool:
    """Whether a number goes on right after the part: 5.5, 5:30, 5%, 5/6."""
    span = hit.span(name)
    if span is None:
        return False
    i = span[1]
    after = hit.tokens.word(i)
    if after in ("%", "°"):
        return True
    joined = hit.tokens.joined(i - 1) and hit.tokens.joined(i) and hit.tokens.word(i + 1)[:1].isdigit()
    return joined and after in (".", ":", "/", ",")


def day_value(hit: Hit, ctx: Context) -> str | None:
    """The value of a day in any of its forms: a date, a weekday, "yesterday"."""
    month = month_number(hit.word("m"))
    if month is not None:
        day_ = ordinal(hit.word("d")) if "d" in hit else None
        if day_ is None or ("y" not in hit and _glued(hit, "d")):
            return None
        year_ = _year_ref(hit.word("yref"), ctx) if "yref" in hit else year_number(hit)
        return dated(ctx, month, day_, year_)
    weekday = weekday_number(hit.word("wd"))
    if weekday is not None:
        return weekday_value(hit, ctx, weekday)
    if "rel" in hit:
        return relative_day(ctx, hit.word("rel"))
    return None


def weekday_value(hit: Hit, ctx: Context, weekday: int) -> str | None:
    """The value of a weekday, with "last", "next", "the following" or alone; ``XXXX-WXX-1`` without a date."""
    which = hit.word("dir")
    today = ctx.today
    thread = ctx.day.date if ctx.day else None
    found: datetime.date | None
    near = thread or today
    if which in ("previous", "preceding"):
        found = weekday_from(near, weekday, -1, same=False) if near else None
    elif which in ("following", "subsequent", "succeeding") or (which == "next" and ctx.history):
        found = weekday_from(near, weekday, 1, same=False) if near else None
    elif which in ("that", "same"):
        found = weekday_from(thread, weekday, 1) if thread else None
    elif today is None or not which or ctx.history:
        found = ctx.weekday(weekday)
    elif which in ("last", "past"):
        found = weekday_from(today, weekday, -1, same=False)
    elif which in ("next", "coming"):
        found = moved(today, 7 - today.isoweekday() + weekday)
    else:
        found = moved(today, weekday - today.isoweekday())
    return found.isoformat() if found else f"XXXX-WXX-{weekday}"


def relative_day(ctx: Context, word: str) -> str | None:
    """The value of "today", "yesterday", "tomorrow" and the like."""
    steps = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
    step = steps.get(word.split()[0], 0)
    if word.startswith("the day before"):
        step = -2
    elif word.startswith("the day after"):
        step = 2
    if ctx.today is None:
        if ctx.anchor_yearless:
            day = datetime.date(2000, *ctx.anchor_yearless) + datetime.timedelta(days=step)
            return f"XXXX-{day.month:02d}-{day.day:02d}"
        return "XXXX-XX-XX" if step == 0 else None
    date = moved(ctx.today, step)
    return date.isoformat() if date else None


def day(hit: Hit, ctx: Context) -> Meanings:
    """June 18, Tuesday, late yesterday."""
    value = day_value(hit, ctx)
    if value is None and "rel" not in hit:
        return None
    if "m" in hit and not _day_of_month(hit):
        return None
    return Meaning(value, mod_of(hit))


def _day_of_month(hit: Hit) -> bool:
    """Whether month and number are a date and not "March 5 million", "May 10 percent"."""
    after = hit.near(1).lower()
    return after not in ("percent", "million", "billion", "thousand") or "y" in hit


def numeric_day(hit: Hit, ctx: Context) -> Meanings:
    """1998-02-13, 13.2.1998, 02/13/1998; of two readings the month stays open."""
    tokens = hit.tokens
    start, end = hit.match.span()
    if not all(tokens.joined(i) for i in range(start, end - 1)):
        return None
    if tokens.joined(start - 1) and tokens.word(start - 1) in ("-", "/", ".", "–"):
        return None
    if tokens.joined(end - 1) and tokens.word(end) in ("-", "/") and tokens.word(end + 1)[:1].isdigit():
        return None
    year, first, second = year_number(hit), hit.number("a"), hit.number("b")
    if year is None or first is None or second is None:
        return None
    if "iso" in hit:
        value = When(year, first, second).value if as_date(year, first, second) else None
        return Meaning(value) if value else None
    if "." in hit.word("sep"):
        month, day_ = second, first  # points are European: the day comes first
    elif first > 12:
        month, day_ = second, first
    elif second > 12 or first == second:
        month, day_ = first, second
    else:
        return Meaning(f"{year:04d}-XX-XX")
    return Meaning(When(year, month, day_).value) if as_date(year, month, day_) else None


def day_range(hit: Hit, ctx: Context) -> Meanings:
    """June 18-19, 2024; 18-19 June; 26 June to 4 August 1952: a meaning for each end."""
    first, second = ordinal(hit.word("d")), ordinal(hit.word("d2"))
    month = month_number(hit.word("m")) or month_number(hit.word("m2"))
    month2 = month_number(hit.word("m2")) or month
    if first is None or second is None or month is None or month2 is None:
        return None
    if month == month2 and second <= first:
        return None
    if _glued(hit, "d2") and "y" not in hit:
        return None
    year = year_number(hit)
    value2 = dated(ctx, month2, second, year)
    if value2 is None:
        return None
    year1 = int(value2[:4]) if value2[:4].isdigit() else None
    if year1 is not None and month > month2:
        year1 -= 1
    value1 = dated(ctx, month, first, year1) if year1 is not None else f"XXXX-{month:02d}-{first:02d}"
    if value1 is None or not is_day(month, first):
        return None
    return (Meaning(value1), Meaning(value2)) if len(hit.spans()) == 2 else Meaning(value1)


def day_alone(hit: Hit, ctx: Context) -> Meanings:
    """The 13th: a day of the month told last."""
    number_ = ordinal(hit.word("d"))
    base = ctx.month or (ctx.anchor if ctx.anchor and not ctx.history else None)
    if number_ is None or base is None or base.month is None:
        return None
    if not as_date(max(base.year, 1), base.month, number_):
        return None
    return Meaning(When(base.year, base.month, number_).value)


# months, years, decades, centuries


def month(hit: Hit, ctx: Context) -> Meanings:
    """August 1945, early August, August of that year, last August."""
    name = hit.word("m")
    found = month_number(name)
    if found is None:
        return None
    span = hit.span("m")
    if "y" in hit or "y2" in hit:
        year = year_number(hit) or year_number(hit, "y2")
    elif "yref" in hit:
        year = _year_ref(hit.word("yref"), ctx)
        if year is None:
            return Meaning(f"XXXX-{found:02d}", mod_of(hit))
    else:
        if span is not None and not _is_month(hit, ctx, span):
            return None
        year = _month_year(hit, ctx, found)
    return Meaning(f"{year_value(year) if year is not None else 'XXXX'}-{found:02d}", mod_of(hit))


def month_before(hit: Hit, ctx: Context) -> Meanings:
    """The first of two months that share a year: ``May`` of "from May to July 1953"."""
    first, last = month_number(hit.word("m")), hit.span("y")
    found = year_number(hit)
    if first is None or last is None or found is None:
        return None
    second = next(
        (n for i in range(last[0] - 1, last[0] - 4, -1) if (n := month_number(hit.tokens.word(i).lower()))), 12
    )
    return Meaning(f"{year_value(found - (first > second))}-{first:02d}")


def _month_year(hit: Hit, ctx: Context, found: int) -> int | None:
    which = hit.word("dir")
    now = ctx.anchor
    if now is None or now.month is None or (ctx.history and which not in ("last", "next")) or not which:
        if which in ("following", "next") and ctx.month and ctx.month.month:
            return ctx.month.year + (1 if found <= ctx.month.month else 0)
        if which in ("previous", "last") and ctx.month and ctx.month.month:
            return ctx.month.year - (1 if found >= ctx.month.month else 0)
        return ctx.year_of_month(found)
    # the month before this one is "last month", not "last May"
    if which in ("last", "past", "previous"):
        return now.year - (1 if found >= now.month - 1 else 0)
    if which in ("next", "coming", "following"):
        return now.year + (1 if found <= now.month + 1 else 0)
    return now.year


def _is_month(hit: Hit, ctx: Context, span: tuple[int, int]) -> bool:
    """Whether a bare month is one: May, March, April, June and August are also names and other words."""
    i = span[0]
    word = hit.tokens.word(i)
    name = word.lower()
    short = name in MONTH_SHORT
    before = hit.tokens.word(i - 1).lower()
    after = hit.tokens.word(span[1])
    if short and not (before in MONTH_PREPOSITIONS or before in (",", "(")):
        return False
    if name not in ("may", "march", "april", "june", "august"):
        return name not in ("mar", "jan", "sun") or before in MONTH_PREPOSITIONS
    if "pos" in hit or "dir" in hit:
        return True
    if before not in MONTH_PREPOSITIONS:
        if name in ("may", "march"):
            return False
        previous = hit.tokens.word(i - 1)
        if previous[:1].isupper() and previous.isalpha():
            return False
        return not (after[:1].isupper() and after.isalpha()) and before not in (".", "", "\n")
    if name == "may":
        if ctx.may_is_someone and before not in _SURE_MONTH:
            return False
        return not (
            before in ("to", "by", "for", "of", "and", "or", "from", "about", "#") and after.lower() in ("and", "'s")
        )
    if name == "march" and before in ("the", "of"):
        # "the March elections", but "the March to the sea"
        return hit.key(span[1]) in ("#other", "#plural")
    if before in _SURE_MONTH:
        return True
    return not (after[:1].isupper() and after.isalpha())


_SURE_MONTH = words("in since until till last next this early mid late during")
MONTH_PREPOSITIONS = words(
    "in since by until till from to through during of last next this early mid late before after and or between for "
    "( - – — every each around about beyond throughout , beginning starting the"
)


def _year_ref(words: str, ctx: Context) -> int | None:
    """The year of "that year", "last year", "the same year", "this year", "the following year"."""
    words = words.replace(",", "").strip()
    anchor = ctx.anchor.year if ctx.anchor else None
    if "last" in words:
        return anchor - 1 if anchor is not None else None
    if "next" in words and "the next" not in words:
        return anchor + 1 if anchor is not None else None
    if "this" in words:
        return anchor
    if ctx.mentioned is None:
        return None
    if "following" in words or "next" in words:
        return ctx.mentioned + 1
    if "previous" in words or "preceding" in words or "before" in words:
        return ctx.mentioned - 1
    return ctx.mentioned


def year(hit: Hit, ctx: Context) -> Meanings:
    """1949, late 1949, fiscal 1949; no counts, prices or numbers of other things."""
    if "sure" not in hit and "pos" not in hit and not _is_year(hit):
        return None
    found = year_number(hit)
    if found is None:
        return None
    ctx.period = None
    return Meaning(
        year_value(found),
        mod_of(hit) or ("ON_OR_AFTER" if "later" in hit else None),
        aside=not _carries(hit, ctx),
    )


def _carries(hit: Hit, ctx: Context) -> bool:
    """Whether a bare year goes on with what is told ("In 1946 ..."), or only names something ("the 1911 edition")."""
    if ctx.year is None:
        return True
    before = hit.near(-1)
    if before[:1].isupper() and before.lower() in _SURE_BEFORE_YEAR:
        return True
    return hit.key(hit.match.start() - 1) in ("#para", "") or hit.key(hit.match.end()) == "#para"


def year_in_words(hit: Hit, ctx: Context) -> Meanings:
    """Nineteen seventy-nine, the year two thousand."""
    found = year_number(hit)
    if found is None or not 1500 <= found <= 2100 or hit.near(1).lower() in COUNTED:
        return None
    return Meaning(year_value(found), mod_of(hit))


def _is_year(hit: Hit) -> bool:
    tokens = hit.tokens
    span = hit.span("y")
    if span is None:
        return False
    i, end = span
    if end > i + 1:
        return True  # in words
    value = int(tokens.word(i))
    before, after = tokens.word(i - 1).lower(), tokens.word(end).lower()
    if before in CURRENCY or before in NUMBERED or before == "at":
        return False
    if before == "." and tokens.word(i - 2).lower() in ("no", "nos", "vol", "p", "pp", "ch", "art"):
        return False
    if after in COUNTED or after in ("%", "°"):
        return False
    if tokens.joined(i - 1):
        if before in ("-", "–", "—", "/") and tokens.joined(i - 2):
            sooner = tokens.word(i - 2)
            if sooner.isdecimal() and not (len(sooner) == 4 or (before == "/" and len(sooner) < 3)):
                return False
            if not sooner.isdecimal() and (sooner.isupper() or (sooner[:1].isupper() and len(sooner) < 4)):
                return False
        elif (before in (".", ":", ",", "+", "_", "@", "=", "&") and tokens.word(i - 2)[:1].isdigit()) or before in (
            "+",
            "_",
            "@",
            "=",
            "&",
            "*",
        ):
            return False
    if tokens.joined(end - 1) and after in ("-", "/", ".", ",", ":", "_", "=", "+") and tokens.joined(end):
        later = tokens.word(end + 1)
        if later[:1].isdigit() and not (after in "-/" and later.isdecimal() and len(later) in (2, 4)):
            return False
        if after in ("_", "=", "+"):
            return False
        if after == "-" and later.isdecimal() and len(later) == 4 and int(later) < value:
            return False
    sure = before in _SURE_BEFORE_YEAR or (before == "(" and after in (")", "-", "–"))
    plural = hit.key(end) in ("#plural",)
    if value < 1500:
        return sure and not plural and hit.key(end) not in ("#other", "#Other", "#ed")
    if before in _COUNT_BEFORE and (value % 100 == 0 or value < 1700 or plural):
        return False
    if before == "the" and value % 100 == 0 and plural:
        return False
    if value % 100 == 0 and plural and before not in ("since", "year"):
        return False
    if value < 1700 or value > 2030:
        return before in YEAR_BEFORE or sure or hit.key(end) in (".", ",", "#punct", "#end", "#para", "")
    return not (plural and value < 1800 and not sure and before != "the")


def short_year(hit: Hit, ctx: Context) -> Meanings:
    """1990-94, the class of '89: the year of two digits."""
    found = year_number(hit, "y2")
    if found is None:
        return None
    span = hit.span("y2")
    assert span is not None
    if "y" in hit:
        first = int(hit.word("y"))
        if not _is_year(hit):
            return None
        found = first // 100 * 100 + int(hit.word("y2"))
        if found <= first or not hit.tokens.joined(span[0] - 1):
            return None
        return Meaning(year_value(first)), Meaning(year_value(found))
    if not hit.tokens.joined(span[0] - 1) or hit.tokens.word(span[1]).lower() in COUNTED:
        return None
    if ctx.anchor and found > ctx.anchor.year + 10:
        found -= 100
    return Meaning(year_value(found), mod_of(hit))


def era_year(hit: Hit, ctx: Context) -> Meanings:
    """264 BC, AD 70, and both ends of 264-241 BC."""
    found = hit.number("y")
    if not found:
        return None
    bc = "bc" in hit
    value = year_value(-found if bc else found)
    if "y2" in hit:
        last = hit.number("y2")
        if not last or (bc and last > found) or (not bc and last < found):
            return None
        return Meaning(value), Meaning(year_value(-last if bc else last))
    return Meaning(value, mod_of(hit))


def decade(hit: Hit, ctx: Context) -> Meanings:
    """The 1960s, the late '80s, the nineties."""
    word = hit.word("dec")
    digits = re.search(r"\d+", word)
    if digits is None:
        tens = DECADE_WORDS.get(word.split()[-1].split("-")[-1])
        if tens is None:
            return None
        century = 20 if word.startswith(("two thousand", "twenty")) else 18 if word.startswith("eighteen") else 19
        return Meaning(f"{century}{tens}", mod_of(hit))
    if len(digits[0]) == 4:
        if not 1000 <= int(digits[0]) <= 2100:
            return None
        return Meaning(digits[0][:3], mod_of(hit))
    if word[0].isdigit() and "the" not in hit and "pos" not in hit:
        return None  # "in his 80s" is an age
    tens = int(digits[0]) // 10
    now = ctx.anchor.year if ctx.anchor else 2029
    return Meaning(f"{20 if tens <= now % 100 // 10 and now >= 2000 and tens < 3 else 19}{tens}", mod_of(hit))


def century(hit: Hit, ctx: Context) -> Meanings:
    """The 19th century: ``18``; the 9th century BC: ``BC08``."""
    out = []
    for name in ("o", "o2"):
        if name in hit:
            which = ordinal(hit.word(name))
            if which is None or not 1 <= which <= 30:
                return None
            out.append(Meaning(f"{'BC' if 'bc' in hit else ''}{which - 1:02d}", mod_of(hit)))
    return tuple(out)


# units that hang on another date


def shifted(base: When | None, unit: str, steps: int) -> str | None:
    """The unit of that many steps from a date, of the unit's own precision; None where the date is too vague."""
    if base is None:
        return None
    date = base.date
    if unit in ("D", "NI"):
        to = moved(date, steps) if date else None
        return to.isoformat() if to else None
    if unit in ("W", "WE", "F"):
        to = moved(date, 7 * steps * (2 if unit == "F" else 1)) if date else None
        return week_value(to) + ("-WE" if unit == "WE" else "") if to else None
    if unit in ("MO", "Q", "S6"):
        if base.month is None:
            return None
        length = {"MO": 1, "Q": 3, "S6": 6}[unit]
        year_, month_ = months_on(base.year, base.month, steps * length)
        return When(year_, month_).value if unit == "MO" else f"{year_value(year_)}-Q{quarter_of(month_)}"
    to_year = base.year + steps * {"Y": 1, "DE": 10, "C": 100, "ML": 1000}.get(unit, 1)
    if (base.year > 0) != (to_year > 0):
        return None
    if unit == "Y":
        return year_value(to_year)
    if to_year <= 0 or to_year > 9999:
        return None
    if unit == "DE":
        return decade_value(to_year)
    return f"{to_year // 100:02d}" if unit == "C" else f"{to_year // 1000}"


def unit_of(word: str) -> str | None:
    """The letter of a unit's name."""
    return UNITS.get(word)


_THREADED = words("following previous preceding subsequent same that succeeding ensuing")


_BACK = frozenset(("last", "past", "previous", "preceding"))
_ON = frozenset(("next", "following", "coming", "subsequent", "succeeding", "ensuing", "upcoming"))


def unit_ref(hit: Hit, ctx: Context) -> Meanings:
    """Last year, this week, the following month, that same day, the next weekend."""
    unit = unit_of(hit.word("u"))
    if unit is None:
        return None
    which = hit.word("dir").split()[-1] if hit.word("dir") else "this"
    definite = hit.word("dir").startswith("the ") or "the" in hit
    steps = -1 if which in _BACK else 1 if which in _ON else 0
    threaded = which in _THREADED or (which == "next" and definite)
    base = ctx.base if threaded else ctx.anchor
    if threaded and base is None and which not in ("same", "that"):
        base = ctx.anchor if not ctx.history else None
    if unit == "Q" and which in ("latest", "current", "recent"):
        return quarter_now(hit, ctx)
    if unit == "D" and which in ("past", "last", "coming", "current", "latest") and not threaded:
        return None
    if threaded and unit == "Y" and ctx.mentioned is not None:
        base = When(ctx.mentioned)
    value = shifted(base, unit, steps)
    if unit == "Q" and value:
        ctx.period, ctx.period_at = value, ctx.at
    if value is None and unit in ("D", "W", "MO", "Y", "DE", "WE"):
        value = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "MO": "XXXX-XX", "Y": "XXXX"}.get(unit)
        if not threaded:
            value = None
    return Meaning(value, mod_of(hit), aside=ctx.history and not threaded)


def the_unit(hit: Hit, ctx: Context) -> Meanings:
    """The year, the week: the one that is told of; "the year ended March 31" is a duration."""
    unit = unit_of(hit.word("u"))
    if unit is None:
        return None
    if unit == "Q":
        return quarter_now(hit, ctx)
    if hit.near(1).lower() in ("ended", "ending", "to", "that", "when"):
        return Meaning(duration(1, unit), type="DURATION") if hit.near(1).lower() != "to" else None
    base = ctx.base if ctx.threaded else ctx.anchor
    if unit == "D":
        base = ctx.day if ctx.threaded else ctx.anchor
    if unit == "WE" and base is ctx.anchor and base is not None and base.date:
        ahead = ctx.tense() == FUTURE or hit.near(-1).lower() == "before"
        return Meaning(shifted(base, "WE", 0 if ahead or base.date.isoweekday() > 5 else -1))
    return Meaning(shifted(base, unit, 0), mod_of(hit))


def season(hit: Hit, ctx: Context) -> Meanings:
    """The spring of 1989, last winter, summer."""
    name = hit.word("s")
    letters = SEASONS.get(name)
    if letters is None:
        return None
    if "y" in hit:
        found = year_number(hit)
    elif "yref" in hit:
        found = _year_ref(hit.word("yref"), ctx)
    else:
        if not _is_season(hit, name):
            return None
        found = _season_year(hit, ctx, letters)
    return Meaning(f"{year_value(found) if found is not None else 'XXXX'}-{letters}", mod_of(hit))


_PEOPLES = re.compile(r"(?:ese|[a-z]{3}ian|ish|rican|erman|rench|dutch|greek|iraqi|afghan)$")
_ORDER = {"SP": 1, "SU": 2, "FA": 3, "WI": 4}


def _season_year(hit: Hit, ctx: Context, letters: str) -> int | None:
    which = hit.word("dir").split()[-1] if "dir" in hit else ""
    if ctx.threaded and which in ("", "that", "same", "following", "next", "previous", "the"):
        base = ctx.year
        if base is None:
            return None
        told = _ORDER[season_of(ctx.month.month)] if ctx.month and ctx.month.month else 0
        if which in ("following", "next"):
            return base + (1 if _ORDER[letters] <= told else 0)
        if which == "previous":
            return base - (1 if told and _ORDER[letters] >= told else 0)
        return base
    if ctx.anchor is None:
        return None
    if ctx.anchor.month is None:
        return ctx.anchor.year
    year_, now = ctx.anchor.year, season_of(ctx.anchor.month)
    if now == "WI" and ctx.anchor.month < 3:
        year_ -= 1  # a winter has the year that it begins in
    order, at = _ORDER[letters], _ORDER[now]
    if which in ("last", "past", "previous"):
        return year_ - (1 if order >= at else 0)
    if which in ("next", "coming", "following"):
        return year_ + (1 if order <= at else 0)
    if which == "this":
        return year_ if not (now == "WI" and ctx.anchor.month < 3 and letters != "WI") else year_ + 1
    if ctx.tense() == FUTURE:
        return year_ + (1 if order < at else 0)
    return year_ - (1 if order > at else 0)


def _is_season(hit: Hit, name: str) -> bool:
    span = hit.span("s")
    assert span is not None
    before, after = hit.tokens.word(span[0] - 1).lower(), hit.tokens.word(span[1]).lower()
    first = "dir" in hit or "pos" in hit or "the" in hit
    if name == "fall":
        # mostly the verb, and "the fall of Saigon"
        return (first or before in ("in", "since", "by", "during", "every", "each", "until")) and after not in (
            "of",
            "in",
            "from",
            "to",
            "into",
        )
    if name == "spring":
        return (
            first
            or before in ("in", "since", "by", "during", "until", "of", "through", "and", "every", "each", "for", "-")
            or (
                hit.tokens.word(span[0])[:1].isupper()
                and after not in ("'s",)
                and not hit.tokens.word(span[0] - 1)[:1].isupper()
                and before not in (".", "")
            )
        )
    written = hit.tokens.word(span[0])
    if written[:1].isupper() and hit.tokens.word(span[0] - 1)[:1].isupper() and not _PEOPLES.search(before):
        return False  # Joan Summer, but the Chinese Winter Offensive
    return after not in ("olympics", "games", "school", "house", "camp", "palace", "youth")


# quarters and the periods of companies' results


def quarter(hit: Hit, ctx: Context) -> Meanings:
    """The third quarter, this year's third quarter, the 1988 second quarter, Q3 2019."""
    word = hit.word("q")
    which = int(word[1]) if word[:1] == "q" and word[1:].isdigit() else ordinal(word)
    if word in ("last", "final"):
        which = 4
    if which is None or not 1 <= which <= 4:
        return None
    if "y" in hit:
        found = year_number(hit)
    elif "yref" in hit:
        found = _year_ref(hit.word("yref"), ctx)
    elif ctx.anchor is None:
        found = ctx.year
    else:
        found = ctx.anchor.year
        now = quarter_of(ctx.anchor.month) if ctx.anchor.month else 4
        if ctx.threaded:
            found = ctx.year
        elif "fiscal" in hit:
            pass
        elif which > now and not (which == now + 1 and ctx.tense() == FUTURE):
            found -= 1
        elif which < now - 1 and ctx.tense() == FUTURE:
            found += 1
    value = f"{year_value(found) if found is not None else 'XXXX'}-Q{which}"
    over = (
        ctx.anchor is None
        or ctx.anchor.month is None
        or "fiscal" in hit
        or (found is not None and (found, which) < (ctx.anchor.year, quarter_of(ctx.anchor.month)))
    )
    if found is not None and over and not ("y" in hit or "yref" in hit):
        ctx.period, ctx.period_at = value, ctx.at
    return Meaning(value, mod_of(hit))


def quarter_now(hit: Hit, ctx: Context) -> Meanings:
    """The quarter, the latest quarter or period: the one that results are told of, else the last that is over."""
    if ctx.period and ctx.at - ctx.period_at < PERIOD_TOKENS:
        ctx.period_at = ctx.at
        return Meaning(ctx.period)
    if "latest" not in hit and hit.tokens.word(hit.match.start()).lower() == "this" and ctx.anchor:
        return Meaning(shifted(ctx.anchor, "Q", 0) or "XXXX-QX")
    ended = _ended(hit, ctx)
    if ended:
        value = ended
    elif ctx.anchor and ctx.anchor.month:
        year_, month_ = months_on(ctx.anchor.year, ctx.anchor.month, -3)
        value = f"{year_}-Q{quarter_of(month_)}"
    else:
        return Meaning("XXXX-QX")
    ctx.period, ctx.period_at = value, ctx.at
    return Meaning(value)


def _ended(hit: Hit, ctx: Context) -> str | None:
    """The quarter that ends with the date after "ended": its middle month tells it."""
    end = hit.match.end()
    if hit.tokens.word(end).lower() not in ("ended", "ending"):
        return None
    month_ = month_number(hit.tokens.word(end + 1).lower())
    year_ = ctx.year_of_month(month_) if month_ else None
    if month_ is None or year_ is None:
        return None
    year_, month_ = months_on(year_, month_, -1)
    return f"{year_}-Q{quarter_of(month_)}"


def quarters_set(hit: Hit, ctx: Context) -> Meanings:
    """The second and fourth quarters: an expression each."""
    first, second = ordinal(hit.word("q")), ordinal(hit.word("q2"))
    if first is None or second is None or max(first, second) > 4:
        return None
    year_ = ctx.anchor.year if ctx.anchor else ctx.year
    lead = year_value(year_) if year_ else "XXXX"
    return Meaning(f"{lead}-Q{first}"), Meaning(f"{lead}-Q{second}")


def half(hit: Hit, ctx: Context) -> Meanings:
    """The first half of 1989, the second half of this year: ``1989-H1``."""
    second = hit.word("h") in ("second", "last", "latter", "final", "h2", "other")
    if "y" in hit:
        found = year_number(hit)
    elif "yref" in hit:
        found = _year_ref(hit.word("yref"), ctx)
        if found is None and ctx.anchor:
            found = ctx.anchor.year
    else:
        found = ctx.year if ctx.threaded else ctx.anchor.year if ctx.anchor else None
        if found and not ctx.threaded and second and ctx.anchor and ctx.anchor.month and ctx.anchor.month < 5:
            found -= ctx.tense() == PAST
    return Meaning(f"{year_value(found) if found is not None else 'XXXX'}-H{2 if second else 1}")


def year_before(hit: Hit, ctx: Context) -> Meanings:
    """A year ago, a year earlier, year-earlier, the year-ago quarter: of the quarter told of, or the year."""
    period = ctx.period if ctx.period and ctx.at - ctx.period_at < PERIOD_TOKENS else None
    noun = hit.word("p")
    if noun in ("quarter", "period") and period is None:
        told = quarter_now(hit, ctx)
        period = told.value if isinstance(told, Meaning) else None
    if period and period[:4].isdigit():
        ctx.period_at = ctx.at
        return Meaning(f"{int(period[:4]) - 1:04d}{period[4:]}", mod_of(hit))
    if noun == "month" and ctx.month and ctx.month.month:
        return Meaning(When(ctx.month.year - 1, ctx.month.month).value)
    if "ago" not in hit.word("back") and ctx.threaded and ctx.year is not None:
        return Meaning(year_value(ctx.year - 1), mod_of(hit))
    return Meaning(year_value(ctx.anchor.year - 1) if ctx.anchor else None, mod_of(hit), aside=ctx.history)


def period_of_year(hit: Hit, ctx: Context) -> Meanings:
    """The 1988 period, the corresponding period last year."""
    found = year_number(hit) if "y" in hit else _year_ref(hit.word("yref"), ctx)
    if found is None:
        return Meaning(None)
    if ctx.period and ctx.at - ctx.period_at < PERIOD_TOKENS:
        return Meaning(f"{found}{ctx.period[4:]}")
    return Meaning(year_value(found))


# amounts


def amount_of(hit: Hit) -> float | str | None:
    """The number of units: a float, ``X`` where it is vague, None where what stands there is no number."""
    words = hit.word("n")
    if not words:
        return "X"
    if re.search(r"\d (?:to|or) |\w (?:to|or) |\d ?[-–] ?\d", words):
        return "X"
    if re.search(
        r"\b(?:few|several|many|numerous|countless|multiple|dozens|hundreds|thousands|scores|tens|some)\b", words
    ):
        return "X"
    if "." in words and not re.search(r"\d\.\d", words):
        return None
    found = number(words)
    if found is None:
        return None
    if "plushalf" in hit:
        found += 0.5
    if "of" in hit and words in ("half a", "half", "a half", "half an"):
        found = 0.5
    return found


def length(hit: Hit, ctx: Context) -> Meanings:
    """Two weeks, more than four hours, eight-year, the past 18 months, several days."""
    unit = unit_of(hit.word("u"))
    if unit is None:
        return None
    amount = amount_of(hit)
    if amount is None:
        return None
    if isinstance(amount, float) and amount == 0:
        return None
    mod = amount_mod(hit.word("about")) if "about" in hit else ("APPROX" if "orso" in hit else None)
    if unit in ("MO", "Y") and isinstance(amount, float) and amount != 1:
        ctx.period = None  # "for the nine months ... a year earlier"
    if isinstance(amount, str):
        return Meaning(duration(amount, unit), mod, "DURATION")
    value = duration(amount, unit)
    if "n2" in hit and "u2" in hit:
        unit2, amount2 = unit_of(hit.word("u2")), number(hit.word("n2"))
        if unit2 is None or amount2 is None:
            return None
        more = duration(amount2, unit2)
        if value[1] == "T" or more[1] != "T":
            value += more[2:] if more[1] == "T" else more[1:]
        else:
            value += more[1:]
    return Meaning(value, mod, "DURATION")


def half_length(hit: Hit, ctx: Context) -> Meanings:
    """Half an hour, a year and a half."""
    mod = amount_mod(hit.word("about")) if "about" in hit else None
    unit = unit_of(hit.word("of") or hit.word("u"))
    if unit is None:
        return None
    return Meaning(duration(0.5 if "of" in hit else 1.5, unit), mod)


def length_one(hit: Hit, ctx: Context) -> Meanings:
    """The past year: one unit."""
    unit = unit_of(hit.word("u"))
    return Meaning(duration(1, unit), amount_mod(hit.word("about"))) if unit else None


def day_before(hit: Hit, ctx: Context) -> Meanings:
    """The day before, the day following: from the day told last."""
    steps = 1 if hit.word("dir") in ("after", "following") else -1
    return Meaning(shifted(ctx.day, "D", steps) or "XXXX-XX-XX")


def some_length(hit: Hit, ctx: Context) -> Meanings:
    """Weeks, the coming years, recent months: an amount that is not told."""
    unit = unit_of(hit.word("u"))
    if unit is None:
        return Meaning("PXX") if "vague" in hit else None
    which = hit.word("dir")
    if "back" in hit:
        return Meaning(PAST_REF, type="DATE")
    if which in ("recent", "past", "preceding", "previous") and "vague" not in hit:
        return Meaning(PAST_REF, type="DATE")
    if which in ("coming", "future", "upcoming"):
        return Meaning(FUTURE_REF, type="DATE")
    return Meaning(duration("X", unit), type="DURATION")


def length_range(hit: Hit, ctx: Context) -> Meanings:
    """Two to six days: an expression each; the first takes its unit from the second."""
    unit, first, second = unit_of(hit.word("u")), number(hit.word("n")), number(hit.word("n2"))
    if unit is None or first is None or second is None:
        return None
    if second <= first or ("." in hit.word("n") and not re.search(r"\d\.\d", hit.word("n"))):
        return None
    return Meaning(duration(first, unit), type="DURATION"), Meaning(duration(second, unit), type="DURATION")


def one_unit(hit: Hit, ctx: Context) -> Meanings:
    """A year: how often after a count ("twice a week", "$2 million a year"), else how long."""
    unit = unit_of(hit.word("u"))
    if unit is None:
        return None
    start = hit.match.start()
    before, sooner = hit.tokens.word(start - 1).lower(), hit.key(start - 1)
    rate = (
        before
        in ("times", "once", "twice", "million", "billion", "thousand", "hundred", "percent", "%", "cents", "dollars")
        or before in COUNTED
        or sooner
        in (
            "#plural",
            "#big",
            "#1-9",
            "#01-12",
            "#13-24",
            "#25-31",
            "#32-59",
            "#60-99",
            "#100-999",
            "#number",
            "#year",
            "#year-time",
            "#time",
        )
        or hit.key(start - 1) in ("one", "two", "three", "four", "five")
    ) and before not in ("is", "was", "as", "this", "has", "lasts", "takes", "plus", "minus", "versus")
    if rate and "about" not in hit:
        return Meaning(duration(1, unit), type="SET")
    if before in ("the", "such", "what", "quite", "many") or (
        hit.near(1).lower() in ("of", "in", "for", "care", "trip", "school") and unit == "D"
    ):
        return None
    return Meaning(duration(1, unit), amount_mod(hit.word("about")) if "about" in hit else None, "DURATION")


def that_time(hit: Hit, ctx: Context) -> Meanings:
    """At the time, during this period: a time told of, that has no value of its own."""
    return Meaning(PAST_REF if hit.near(-1).lower() == "at" else None)


def ago(hit: Hit, ctx: Context) -> Meanings:
    """Five years ago, three days from now; a vague number is past or future as such."""
    unit = unit_of(hit.word("u"))
    amount = amount_of(hit)
    if unit is None or amount is None:
        return None
    forward = hit.word("back") not in ("ago", "back", "before now", "earlier", "prior")
    mod = amount_mod(hit.word("about")) if "about" in hit else ("APPROX" if "orso" in hit else None)
    if isinstance(amount, str):
        return Meaning(FUTURE_REF if forward else PAST_REF, mod)
    if unit == "Y" and amount == 1 and not forward and not mod:
        return year_before(hit, ctx)
    return Meaning(_counted(ctx.anchor, unit, amount if forward else -amount), mod, aside=ctx.history)


_YEARS = {"Y": 1, "DE": 10, "C": 100}


def ago_on_day(hit: Hit, ctx: Context) -> Meanings:
    """Ten years ago on Tuesday: the very day, so many years before the one that is named."""
    unit, amount = unit_of(hit.word("u")), 0.5 if "half" in hit else amount_of(hit)
    weekday = weekday_number(hit.word("wd")) if "wd" in hit else None
    near = ctx.weekday(weekday) if weekday is not None else ctx.today
    if unit not in _YEARS or not isinstance(amount, float | int) or near is None:
        return None
    years = amount * _YEARS[unit]
    date = as_date(near.year - int(years), near.month, near.day) if float(years).is_integer() else None
    return Meaning(date.isoformat()) if date is not None else None


def unit_in_year(hit: Hit, ctx: Context) -> Meanings:
    """This week in 1956, on this day in 1989: the same week, month or day of that year."""
    year, unit = year_number(hit), unit_of(hit.word("u"))
    if year is None or ctx.today is None:
        return None
    date = as_date(year, ctx.today.month, ctx.today.day)
    if date is None:
        return None
    return Meaning({"D": date.isoformat(), "MO": date.isoformat()[:7]}.get(unit or "", week_value(date)))


def day_of_year(hit: Hit, ctx: Context) -> Meanings:
    """A Sunday in 1972: which one is not told, so the year is all."""
    year = year_number(hit)
    return Meaning(year_value(year)) if year is not None else None


def later(hit: Hit, ctx: Context) -> Meanings:
    """Two days later, three weeks earlier: counted from what was told last."""
    unit = unit_of(hit.word("u"))
    amount = amount_of(hit)
    if unit is None or amount is None:
        return None
    back = hit.word("back").split()[0] in ("earlier", "before", "previously", "prior", "beforehand")
    mod = amount_mod(hit.word("about")) if "about" in hit else None
    if unit in ("S", "M", "H") or isinstance(amount, str):
        return Meaning(duration(amount, unit), mod, "DURATION")
    if unit == "Y" and amount == 1 and back and not mod:
        return year_before(hit, ctx)
    base = ctx.base or (ctx.anchor if not ctx.history and back else None)
    value = _counted(base, unit, -amount if back else amount)
    if value is None:
        return Meaning(duration(amount, unit), mod, "DURATION")
    return Meaning(value, mod)


def _counted(base: When | None, unit: str, amount: float) -> str | None:
    if not float(amount).is_integer():
        if unit == "Y":
            return shifted(base, "MO", round(amount * 12))
        if unit == "C":
            return shifted(base, "Y", round(amount * 100))
        if unit == "DE":
            return shifted(base, "Y", round(amount * 10))
        return None
    if unit in ("H", "M", "S"):
        if base is None or base.date is None:
            return None
        seconds = amount * {"H": 3600, "M": 60, "S": 1}[unit]
        return base.value if abs(seconds) < 12 * 3600 else None
    if unit == "DE":
        return shifted(base, "DE", int(amount))
    if unit == "WE":
        return shifted(base, "WE", int(amount))
    return shifted(base, unit, int(amount))


# times of day

_TWELVE = ("a", "p")


def clock_value(hit: Hit) -> str | None:
    """The time that a clock gives: ``T22:00``, ``T12:00``, ``T17``; None where it can be none."""
    if "cp" in hit:
        part = DAY_PARTS[hit.word("cp")]
        return "T24:00" if part.startswith("24") else f"T{part}"
    if "hm" in hit:
        digits = hit.word("hm")
        if len(digits) != 4 or int(digits[:2]) > 24 or int(digits[2:]) > 59:
            return None
        return f"T{digits[:2]}:{digits[2:]}"
    hour = hit.number("h")
    if hour is None:
        found = number(hit.word("h"))
        hour = int(found) if found is not None else None
    if hour is None:
        return None
    minute = hit.number("mi") or 0
    half_ = hit.word("ap").replace(" ", "")
    part_ = hit.word("inpart")
    if half_:
        if not 1 <= hour <= 12:
            return None if hour > 24 else f"T{hour:02d}:{minute:02d}"
        hour = hour % 12 + (12 if half_.startswith("p") else 0)
    elif part_ and hour <= 12 and part_ in ("afternoon", "evening", "night"):
        hour = hour + 12 if not (part_ == "night" and hour in (12, 1, 2, 3, 4)) and hour < 12 else hour % 12
    if hour > 24 or minute > 59:
        return None
    return f"T{hour:02d}:{minute:02d}"


def time(hit: Hit, ctx: Context) -> Meanings:
    """10 p.m. Wednesday, 0600 GMT, noon, 5:30PM on May 7."""
    clock = clock_value(hit)
    if clock is None or (hit.tokens.joined(hit.match.start() - 1) and hit.near(-1) in (":", ".", "/", "$")):
        return None
    if "h" in hit and "mi" in hit:
        span, end = hit.span("h"), hit.span("mi")
        if span and end and not all(hit.tokens.joined(i) for i in range(span[0], end[1] - 1)):
            return None
    return Meaning(_on_day(hit, ctx) + clock, mod_of(hit))


def _on_day(hit: Hit, ctx: Context) -> str:
    """The day of a time: its own, or the one told of, or the story's."""
    if any(name in hit for name in ("m", "wd", "rel")):
        value = day_value(hit, ctx)
        return value or "XXXX-XX-XX"
    near = ctx.day is not None and (ctx.history or ctx.at - ctx.told_at < 25)
    if near and ctx.day is not None:
        return ctx.day.value
    if ctx.today and not ctx.history:
        return ctx.today.isoformat()
    return "XXXX-XX-XX"


def part_of_day(hit: Hit, ctx: Context) -> Meanings:
    """Tuesday evening, the night of 20 June 1791, that morning, tonight."""
    word = hit.word("part").replace("the ", "")
    letters = "NI" if word in ("tonight", "overnight", "night", "") else DAY_PARTS.get(word.split()[-1])
    if letters is None:
        return None
    which = hit.word("dir").split()[-1] if "dir" in hit else ""
    if any(name in hit for name in ("m", "wd")) or hit.word("rel") in ("yesterday", "today", "tomorrow"):
        value = day_value(hit, ctx)
        if value is None:
            return None
    elif which in ("this",) or word == "tonight":
        value = ctx.today.isoformat() if ctx.today else relative_day(ctx, "today")
    elif which == "last" or word == "overnight":
        to = moved(ctx.today, -1) if ctx.today and letters == "NI" else None
        value = to.isoformat() if to else "XXXX-XX-XX"
    elif which in ("next", "following", "previous", "preceding"):
        value = shifted(
            ctx.day or (ctx.anchor if not ctx.history else None), "D", 1 if which in ("next", "following") else -1
        )
    elif which in ("that", "same", "the"):
        value = (
            ctx.day.value
            if ctx.day and (which != "the" or ctx.history or ctx.at - ctx.told_at < 30)
            else (ctx.today.isoformat() if ctx.today and not ctx.history else None)
        )
    else:
        value = "XXXX-XX-XX"
    return Meaning(f"{value or 'XXXX-XX-XX'}T{letters}", mod_of(hit))


# named days

Named = Callable[[int], datetime.date | None]


def fixed(month_: int, day_: int) -> Named:
    """A named day that is the same every year."""
    return lambda year_: as_date(year_, month_, day_)


def weekday_in(month_: int, weekday: int, nth: int) -> Named:
    """A named day that is the nth such weekday of a month."""
    return lambda year_: nth_weekday(year_, month_, weekday, nth)


def from_easter(days: int) -> Named:
    """A named day that many days after Easter Sunday."""

    def find(year_: int) -> datetime.date | None:
        sunday = easter(year_)
        return moved(sunday, days) if sunday else None

    return find


_NOT_OURS = re.compile(r"(?:an|ese|ish|i|ch|sh|'s|’s|national|orthodox|coptic)$", re.IGNORECASE)


def named_day(find: Named, foreign: bool = False) -> Callable[[Hit, Context], Meanings]:
    """The function of a named day; ``foreign`` where other countries have it on other days: then it must be alone."""

    def meaning(hit: Hit, ctx: Context) -> Meanings:
        if hit.near(1).lower() in ("island", "islands", "island's"):
            return None
        before = hit.near(-1)
        if _NOT_OURS.search(before) and (foreign or before.lower() in ("orthodox", "coptic")):
            return Meaning(None)
        found = year_number(hit) or (_year_ref(hit.word("yref"), ctx) if "yref" in hit else None)
        about = find(2000)
        if about is None:
            return None
        which = hit.word("dir")
        if found is None and which and ctx.anchor and ctx.today:
            this = find(ctx.anchor.year)
            found = ctx.anchor.year
            if which == "last" and this and this >= ctx.today:
                found -= 1
            elif which == "next" and this and this <= ctx.today:
                found += 1
        if found is None:
            found = ctx.year_of_day(about.month, about.day)
        if found is None:
            return Meaning(
                f"XXXX-{about.month:02d}-{about.day:02d}"
                if find(2001) == as_date(2001, about.month, about.day)
                else None
            )
        date = find(found) if found > 0 else None
        if date is None:
            return Meaning(None)
        if "night" in hit:
            return Meaning(f"{date.isoformat()}TNI", type="TIME")
        return Meaning(date.isoformat())

    return meaning


def always(value: str | None, mod: str | None = None) -> Callable[[Hit, Context], Meanings]:
    """The function of what always means the same: "now", "recently"."""

    def meaning(hit: Hit, ctx: Context) -> Meanings:
        return Meaning(value, mod)

    return meaning


def today_(hit: Hit, ctx: Context) -> Meanings:
    """Today, yesterday, the day after tomorrow."""
    return Meaning(relative_day(ctx, hit.word("rel")), mod_of(hit), aside=ctx.history)


def year_end(hit: Hit, ctx: Context) -> Meanings:
    """Year-end, the year's end: the last day of the year that is told of."""
    found = year_number(hit)
    if found is None:
        base = ctx.year if ctx.threaded else ctx.anchor.year if ctx.anchor else None
        if base is None:
            return Meaning("XXXX-12-31" if "hyphen" in hit else "XXXX")
        found = base
        if not ctx.threaded and hit.near(-1).lower() == "since":
            found -= 1
    if "hyphen" in hit:
        return Meaning(When(found, 12, 31).value, mod_of(hit))
    return Meaning(year_value(found), mod_of(hit) or "END")


def unit_end(hit: Hit, ctx: Context) -> Meanings:
    """Month's end, year's end, midweek, mid-year: a part of the unit that is told of."""
    unit = unit_of(hit.word("u"))
    base = ctx.base if ctx.threaded else ctx.anchor
    if unit is None:
        return None
    return Meaning(shifted(base, unit, 0), mod_of(hit) or "END")


# how often


def every(hit: Hit, ctx: Context) -> Meanings:
    """Every day, each year, every Monday, every two weeks."""
    if "wd" in hit:
        weekday = weekday_number(hit.word("wd"))
        part = DAY_PARTS.get(hit.word("part").rstrip("s")) if "part" in hit else None
        return Meaning(f"XXXX-WXX-{weekday}{f'T{part}' if part else ''}")
    if "m" in hit:
        found = month_number(hit.word("m"))
        return Meaning(f"XXXX-{found:02d}") if found else None
    if "s" in hit:
        return Meaning(f"XXXX-{SEASONS[hit.word('s')]}")
    if "part" in hit:
        return Meaning(f"XXXX-XX-XXT{DAY_PARTS[hit.word('part')]}")
    unit = unit_of(hit.word("u"))
    if unit is None:
        return None
    amount = number(hit.word("n")) if "n" in hit else 1
    if amount is None:
        return Meaning(duration("X", unit))
    if "o" in hit and hit.word("o") in ("other", "second"):
        amount = 2
    if unit == "D" and amount == 1:
        return Meaning("P1D")
    return Meaning(duration(amount, unit))


_OFTEN = {
    "daily": "XXXX-XX-XX", "weekly": "XXXX-WXX", "monthly": "XXXX-XX", "yearly": "XXXX", "annually": "XXXX",
    "hourly": "PT1H", "nightly": "XXXX-XX-XXTNI", "biweekly": "P2W", "fortnightly": "P2W", "biennially": "P2Y",
}  # fmt: skip


def often(hit: Hit, ctx: Context) -> Meanings:
    """Daily, weekly, annually; not in the names of newspapers."""
    written = hit.tokens.word(hit.match.start())
    before, after = hit.near(-1), hit.near(1)
    if written[:1].isupper() and (after[:1].isupper() or before[:1].isupper() or before in ("'s", "’s")):
        return None
    return Meaning(_OFTEN[hit.word("w")])
