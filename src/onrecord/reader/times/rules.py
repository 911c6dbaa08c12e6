"""The rules, as plain data: how times are written, and examples of each, which are its tests.

At each place the rule that covers most wins; of two that cover the same, the one that stands first here. A rule's
function may decline a match; then the next longest gets its turn. To add a rule: write its pattern (``patterns.py``
explains the language), name the function that gives its meaning, and at least one example; run the tests.
"""

from __future__ import annotations

from onrecord.reader.times import meanings as m
from onrecord.reader.times.hits import Example, Rule

MACROS = {
    "MON": "MONTHF | MONTHA .?",
    "WEEKDAY": "WD | WDA .?",
    "DAYNO": "DNUM | ORDD",
    "YEARX": "y=( YEAR | nineteen DASH? ( TENS DASH? ONES | TENS | TEENS ) ) !( COUNTED )",
    "YEARREF": (
        "last year | this year | next year | (of | in) (that | the same | the following | the previous | the "
        "next | this"
        " | last | next) year | (the | that) same year | that year | the (following | previous | next) year"
    ),
    "POSITION": (
        "the? very? pos=( beginning | start | middle | end | close | outset | latter part | later part | early part"
        " | first part | last part | first half | second half | latter half | last half | closing | opening | "
        "midpoint"
        " | turn) of"
        " | the? pos=( very? (early | late) | mid | mid DASH? to DASH? late | early DASH? to DASH? mid) DASH? the?"
        " | pos=( early | late | later | earlier ) ( on? in | on? ) &( the | that | this | last | next | YEAR | "
        "MONTHF )"
        " | pos=( early | late | later | earlier ) in"
    ),
    "ABOUT": "about=( about | around | approximately | roughly | circa | nearly | almost )",
    "MORELESS": (
        "about=( about | around | approximately | roughly | nearly | almost | some | well? ( more | less | fewer "
        "| longer"
        " ) than | at least | at most | up to | close to | no (more | less | longer | fewer) than | not (more | less)"
        " than | as (much | many | long) as | just ( under | over ) | under | < OVERPREP well? over | only about"
        " | an? estimated )"
    ),
    "UNIT": "UNIT1 | UNITS | UNITA",
    "LENGTH": (
        "second | minute | hour | day | week | weekend | fortnight | month | year | decade | century | "
        "millennium | seconds"
        " | minutes | hours | days | weeks | weekends | fortnights | months | years | decades | centuries | millennia"
        " | nights | semesters | semester | UNITA"
    ),
    "SMALLNUMBER": "TENS DASH? ONES | TENS | TEENS | ONES",
    "FIGURE": "NUM (. NUM)? (NUM / NUM)? | NUM / NUM | #big | NUM DASH? and DASH? a DASH? half",
    "BIGNUMBER": "( SMALLNUMBER | a | FIGURE ) SCALE SCALE? ( and? ( SMALLNUMBER ) )? | half a SCALE | SCALE",
    "NUMBER": "BIGNUMBER | SMALLNUMBER ( DASH? and DASH? a DASH? half )? | FIGURE",
    "VAGUENUMBER": "a? very? few | several | many | numerous | countless | multiple | (many)? SCALES of | a couple of?",
    "COUNT": "NUMBER | VAGUENUMBER",
    "DATED": (
        "m=MON the? d=DAYNO ( (,|of)? YEARX | of? yref=( YEARREF ) )?"
        " | ( d=DAYNO DASH? | the? d=DAYNO of | the? d=ORDD ) m=MON ( (,|of)? YEARX | of? yref=( YEARREF ) )?"
    ),
    "ANYDAY": (
        "( wd=WEEKDAY ,? the? )? ( DATED ) | rel=( today | yesterday | tomorrow )"
        " | ( dir=( last | next | this | that ) | the dir=( previous | following | preceding | next | same ) )? wd=WD"
    ),
    "CLOCK": (
        "h=HOUR12 ( ( : | . ) mi=SIXTY )? ap=AMPM | < TIMEPREP h=HOUR : mi=SIXTY ( : SIXTY )? ( hrs | hours | h )?"
        " | h=HOUR : mi=SIXTY ( hrs | hours | h | &( ZONE ) ) | hm=HHMM ( hours | hrs | h | &( ZONE ) )"
        " | ( h=HOUR12 | h=( ONES | ten | eleven | twelve ) ) #oclock ( in the inpart=( morning | afternoon | "
        "evening )"
        " | at inpart=night )? | ( < TIMEPREP | early | late | about | around ) cp=( noon | midnight | midday )"
        " | cp=( noon | midnight | midday )"
    ),
    "ZONED": "CLOCK ( local time | ( eastern | central | pacific | moscow ) ( standard | daylight )? time | ZONE )?",
    "DAYPART": "morning | afternoon | evening | night",
    "ANYPART": "morning | afternoon | evening | night | dawn | dusk | daybreak | sunrise | sunset | nightfall",
    "LASTNEXT": "last | next | this | past | coming",
    "DIRECTION": (
        "the? dir=( current | latest ) | dir=( this | last | next | that ) | the? dir=( previous | following | "
        "preceding | subsequent | coming )"
        " | dir=( the next | ( that | the | this ) ( very )? same | this past | this coming )"
    ),
    "NOTLENGTH": "old | of age | DASH ( old | olds ) | POSS senior",
    "LENGTH1": "second | minute | hour | day | week | month | year | decade | century | millennium",
    "LONGTIME": "while | time",
    "ORDINAL": "ORDN | TENS DASH ORDW | ORDW",
}


def _e(text: str, anchor: str | None, *found: tuple[str, str | None]) -> Example:
    """An example: a text, the date of its story, and its expressions with their values."""
    return Example(text, anchor, dict(found))


_YEAR_OR_REF = "( ,? ( of | in )? YEARX | of? yref=( YEARREF ) )?"
_NAMED: tuple[tuple[str, str, m.Named, bool, Example], ...] = (
    (
        "christmas-eve",
        "christmas eve",
        m.fixed(12, 24),
        False,
        _e("On Christmas Eve 1914 they sang.", None, ("Christmas Eve 1914", "1914-12-24")),
    ),
    (
        "christmas",
        "christmas day? ( night=night )?",
        m.fixed(12, 25),
        False,
        _e("At Christmas 1963 it seemed won.", None, ("Christmas 1963", "1963-12-25")),
    ),
    (
        "new-years-eve",
        "new year POSS eve",
        m.fixed(12, 31),
        False,
        _e("It burnt on New Year's Eve 1999.", None, ("New Year's Eve 1999", "1999-12-31")),
    ),
    (
        "new-years-day",
        "new year POSS day?",
        m.fixed(1, 1),
        False,
        _e("Shots were fired on New Year's Day.", "2024-02-18", ("New Year's Day", "2024-01-01")),
    ),
    (
        "thanksgiving",
        "thanksgiving day?",
        m.weekday_in(11, 4, 4),
        True,
        _e("They met on Thanksgiving 2023.", None, ("Thanksgiving 2023", "2023-11-23")),
    ),
    (
        "easter",
        "easter sunday?",
        m.from_easter(0),
        False,
        _e("The rising of Easter 1916.", None, ("Easter 1916", "1916-04-23")),
    ),
    (
        "easter-monday",
        "easter monday",
        m.from_easter(1),
        False,
        _e("On Easter Monday 1916 they struck.", None, ("Easter Monday 1916", "1916-04-24")),
    ),
    (
        "good-friday",
        "good friday",
        m.from_easter(-2),
        False,
        _e("The pact of Good Friday 1998.", None, ("Good Friday 1998", "1998-04-10")),
    ),
    (
        "palm-sunday",
        "palm sunday",
        m.from_easter(-7),
        False,
        _e("Bombs killed 45 on Palm Sunday 2017.", None, ("Palm Sunday 2017", "2017-04-09")),
    ),
    (
        "ash-wednesday",
        "ash wednesday",
        m.from_easter(-46),
        False,
        _e("On Ash Wednesday 2024 it rained.", None, ("Ash Wednesday 2024", "2024-02-14")),
    ),
    (
        "independence-day",
        "independence day",
        m.fixed(7, 4),
        True,
        _e("It flew on Independence Day, 1976.", None, ("Independence Day, 1976", "1976-07-04")),
    ),
    (
        "fourth-of-july",
        "the? fourth of july",
        m.fixed(7, 4),
        False,
        _e("The Fourth of July 1976 was hot.", None, ("The Fourth of July 1976", "1976-07-04")),
    ),
    (
        "may-day",
        "may day",
        m.fixed(5, 1),
        False,
        _e("Crowds marched on May Day 1968.", None, ("May Day 1968", "1968-05-01")),
    ),
    (
        "victory-day",
        "victory day",
        m.fixed(5, 9),
        True,
        _e("He spoke on Victory Day 2015.", None, ("Victory Day 2015", "2015-05-09")),
    ),
    (
        "ve-day",
        "( ve | v DASH e ) day",
        m.fixed(5, 8),
        False,
        _e("On VE Day 1985 they wept.", None, ("VE Day 1985", "1985-05-08")),
    ),
    (
        "women",
        "international? women POSS day",
        m.fixed(3, 8),
        True,
        _e("A march on Women's Day 2019.", None, ("Women's Day 2019", "2019-03-08")),
    ),
    (
        "valentine",
        "( st . | saint )? valentine POSS day",
        m.fixed(2, 14),
        False,
        _e("On Valentine's Day 2018 he fired.", None, ("Valentine's Day 2018", "2018-02-14")),
    ),
    (
        "patrick",
        "( st .? | saint ) patrick POSS day",
        m.fixed(3, 17),
        False,
        _e("On St. Patrick's Day 2008.", None, ("St. Patrick's Day 2008", "2008-03-17")),
    ),
    (
        "halloween",
        "halloween",
        m.fixed(10, 31),
        False,
        _e("Killed on Halloween 1992.", None, ("Halloween 1992", "1992-10-31")),
    ),
    (
        "boxing-day",
        "boxing day",
        m.fixed(12, 26),
        False,
        _e("The wave of Boxing Day 2004.", None, ("Boxing Day 2004", "2004-12-26")),
    ),
    (
        "veterans",
        "veterans POSS? day | armistice day | remembrance day",
        m.fixed(11, 11),
        False,
        _e("On Armistice Day 1928.", None, ("Armistice Day 1928", "1928-11-11")),
    ),
    (
        "bastille",
        "bastille day",
        m.fixed(7, 14),
        False,
        _e("The attack of Bastille Day 2016.", None, ("Bastille Day 2016", "2016-07-14")),
    ),
    (
        "memorial-day",
        "memorial day",
        m.weekday_in(5, 1, -1),
        True,
        _e("On Memorial Day 2024.", None, ("Memorial Day 2024", "2024-05-27")),
    ),
    (
        "labor-day",
        "labor day",
        m.weekday_in(9, 1, 1),
        True,
        _e("On Labor Day 2024.", None, ("Labor Day 2024", "2024-09-02")),
    ),
    (
        "columbus-day",
        "columbus day",
        m.weekday_in(10, 1, 2),
        False,
        _e("On Columbus Day 1992.", None, ("Columbus Day 1992", "1992-10-12")),
    ),
    (
        "king-day",
        "martin luther king jr? .? day",
        m.weekday_in(1, 1, 3),
        False,
        _e("On Martin Luther King Day 2024.", None, ("Martin Luther King Day 2024", "2024-01-15")),
    ),
    (
        "presidents-day",
        "presidents POSS? day | president POSS day",
        m.weekday_in(2, 1, 3),
        False,
        _e("On Presidents Day 2024.", None, ("Presidents Day 2024", "2024-02-19")),
    ),
    ("earth-day", "earth day", m.fixed(4, 22), False, _e("On Earth Day 1990.", None, ("Earth Day 1990", "1990-04-22"))),
)

NAMED_DAYS = tuple(
    Rule(
        name,
        f"( dir=( last | next | this ) )? {pattern.join('()') if '|' in pattern else pattern} {_YEAR_OR_REF}",
        "DATE",
        m.named_day(find, foreign),
        (example,),
    )
    for name, pattern, find, foreign, example in _NAMED
)

RULES: tuple[Rule, ...] = (
    # what comes first covers the same words as a simpler rule below
    Rule(
        "half",
        "the? h=( first | second | last | latter | final ) half of ( fiscal? YEARX | yref=( YEARREF | the year ) "
        ") | h=HALFN YEARX | YEARX h=HALFN",
        "DATE",
        m.half,
        (_e("The last half of 1989 was slow.", None, ("The last half of 1989", "1989-H2")),),
    ),
    Rule(
        "day-of-range",
        "[ m=MON d=DAYNO ] &( ( DASH | to | through | until | and ) m2=MON d2=DAYNO ,? YEARX )"
        " | [ d=DAYNO m=MON ] &( ( DASH | to | through | until | and ) d2=DAYNO m2=MON ,? YEARX )",
        "DATE",
        m.day_range,
        (
            _e(
                "It lasted from 26 June to 4 August 1952.",
                None,
                ("26 June", "1952-06-26"),
                ("4 August 1952", "1952-08-04"),
            ),
        ),
    ),
    Rule(
        "month-of-range",
        "[ m=MON ] &( ( DASH | to | through | until | and | or ) ( POSITION )? MON ( of | , )? YEARX )",
        "DATE",
        m.month_before,
        (_e("From May to July 1953 they talked.", None, ("May", "1953-05"), ("July 1953", "1953-07")),),
    ),
    # days
    Rule(
        "day",
        "( POSITION | ABOUT )? ( ANYDAY )",
        "DATE",
        m.day,
        (
            _e("It was signed on March 17, 1949.", None, ("March 17, 1949", "1949-03-17")),
            _e("They met on the 3rd of June 2011 in Oslo.", None, ("the 3rd of June 2011", "2011-06-03")),
            _e("The envoy left on Tuesday for talks.", "2024-06-21", ("Tuesday", "2024-06-18")),
            _e("The council will meet on Tuesday.", "2024-06-21", ("Tuesday", "2024-06-25")),
            _e("He resigned late yesterday.", "2024-06-21", ("late yesterday", "2024-06-20")),
            _e("MOSCOW, June 18. The agency reports.", None, ("June 18", "XXXX-06-18")),
            _e("The strike ended last Friday.", "2024-06-21", ("last Friday", "2024-06-14")),
            _e("The parties meet again next Monday.", "2024-06-21", ("next Monday", "2024-06-24")),
            _e("It rained on Monday.", None, ("Monday", "XXXX-WXX-1")),
            _e("Troops left on Saturday, 4 May 1946.", None, ("Saturday, 4 May 1946", "1946-05-04")),
        ),
    ),
    Rule(
        "numeric-day",
        "iso=y=YEAR - a=MNUM - b=DNUM | a=DNUM sep=( / | - | . ) b=DNUM ( / | - | . ) y=YEAR",
        "DATE",
        m.numeric_day,
        (
            _e("Updated 2024-06-18 by staff.", None, ("2024-06-18", "2024-06-18")),
            _e("Signed 18.06.2024 in Geneva.", None, ("18.06.2024", "2024-06-18")),
            _e("Filed 06/18/2024 in court.", None, ("06/18/2024", "2024-06-18")),
            _e("Filed 3/4/2024 in court.", None, ("3/4/2024", "2024-XX-XX")),
        ),
    ),
    Rule(
        "day-range-month-first",
        "[ ( wd=WEEKDAY ,? )? m=MON d=DAYNO ] ( DASH | to | through | until | till | and !( ONES ) ) [ d2=DAYNO"
        " !( LOW | CAP | COUNTED | : | MON ) ( ,? YEARX )? ]",
        "DATE",
        m.day_range,
        (
            _e("He visits on June 18-19.", "2024-06-17", ("June 18", "2024-06-18"), ("19", "2024-06-19")),
            _e("The siege of May 6 and 7, 1954.", None, ("May 6", "1954-05-06"), ("7, 1954", "1954-05-07")),
        ),
    ),
    Rule(
        "day-range-day-first",
        "[ the? d=DAYNO ] ( DASH | to | through | until | till | and | or ) [ the? d2=DAYNO of? m2=MON ( ,? YEARX )? ]",
        "DATE",
        m.day_range,
        (
            _e("The talks of 6-15 October 1952.", None, ("6", "1952-10-06"), ("15 October 1952", "1952-10-15")),
            _e(
                "From 15 to 22 February they advanced.",
                "2024-06-18",
                ("15", "2024-02-15"),
                ("22 February", "2024-02-22"),
            ),
        ),
    ),
    Rule(
        "day-alone",
        "<( on | since | by | until | till | from | and | to | of | before ) the d=ORDD"
        " !( LOW | CAP | COUNTED | and | century | centuries | DASH | ORDD | quarter | anniversary | floor | "
        "time | year | "
        "day | month | week )",
        "DATE",
        m.day_alone,
        (_e("In May 1954 it fell, on the 7th.", None, ("May 1954", "1954-05"), ("the 7th", "1954-05-07")),),
    ),
    # months, years
    Rule(
        "month",
        "( POSITION | ABOUT | dir=( last | next | this ) | the dir=( following | previous | next ) )? m=MON"
        " ( ( (of|,)? YEARX ) | ,? of? yref=( YEARREF ) | ' y2=Y2 )?",
        "DATE",
        m.month,
        (
            _e("The battle of August 1945.", None, ("August 1945", "1945-08")),
            _e("Rain fell in early November 2011.", None, ("early November 2011", "2011-11")),
            _e("He was jailed in March.", "2024-06-18", ("March", "2024-03")),
            _e("The vote will be held in March.", "2024-06-18", ("March", "2025-03")),
            _e("She was elected last May.", "2024-02-18", ("last May", "2023-05")),
            _e("It began in January this year.", "2024-06-18", ("January this year", "2024-01")),
        ),
    ),
    Rule(
        "year",
        "( POSITION | ABOUT | the sure=( year | years ) | sure=year | fiscal year? | calendar year? )? YEARX"
        " ( later=( or later | and beyond | onwards | onward ) )?",
        "DATE",
        m.year,
        (
            _e("Built in 1949, it burnt in late 1962.", None, ("1949", "1949"), ("late 1962", "1962")),
            _e("The 1996 campaign cost $1999.", None, ("1996", "1996")),
        ),
    ),
    Rule(
        "year-short",
        "[ YEARX ] DASH [ y2=Y2 ]",
        "DATE",
        m.short_year,
        (_e("The war of 1990-94 went on.", None, ("1990", "1990"), ("94", "1994")),),
    ),
    Rule(
        "year-apostrophe",
        "( POSITION )? ' y2=Y2",
        "DATE",
        m.short_year,
        (_e("The club of '89 split.", "1999-01-01", ("'89", "1989")),),
    ),
    Rule(
        "year-in-words",
        "( POSITION | the year )? y=( ( eighteen | seventeen | sixteen | twenty ) DASH?"
        " ( TENS DASH? ONES | TENS | TEENS | hundred ) | nineteen hundred ) | the? year y=( two thousand ( and? "
        "SMALLNUMBER )? )",
        "DATE",
        m.year_in_words,
        (
            _e("Built in eighteen forty-eight.", None, ("eighteen forty-eight", "1848")),
            _e("As the year two thousand came.", None, ("the year two thousand", "2000")),
        ),
    ),
    Rule(
        "era",
        "( POSITION | ABOUT )? y=YEAR3 bc=BC | ( POSITION | ABOUT )? y=YEAR bc=BC | ( POSITION )? AD y=NUM | y=NUM AD",
        "DATE",
        m.era_year,
        (_e("Rome burnt in AD 64, Troy in 1184 BC.", None, ("AD 64", "0064"), ("1184 BC", "BC1184")),),
    ),
    Rule(
        "era-range",
        "[ y=NUM ] ( DASH | to | and | until | or ) [ y2=NUM ( bc=BC | AD ) ] | [ AD y=NUM ] ( DASH | to | and ) "
        "[ y2=NUM ]",
        "DATE",
        m.era_year,
        (_e("The war of 264 to 241 BC.", None, ("264", "BC0264"), ("241 BC", "BC0241")),),
    ),
    Rule(
        "decade",
        "( POSITION )? ( the=the )? dec=DECADE | ( POSITION | the )? dec=( ( nineteen | eighteen | twenty ) "
        "DASH? DECADEW )"
        " | ( POSITION | the ) dec=DECADEW",
        "DATE",
        m.decade,
        (
            _e("Since the late 1980s, and in the '60s.", "2024-06-18", ("the late 1980s", "198"), ("the '60s", "196")),
            _e("All through the nineties.", None, ("the nineties", "199")),
        ),
    ),
    Rule(
        "century",
        "( POSITION )? the? o=( ORDINAL ) DASH? ( century | centuries ) ( bc=BC | AD )?",
        "DATE",
        m.century,
        (
            _e(
                "A 19th century house, a ninth-century BC tomb.",
                None,
                ("19th century", "18"),
                ("ninth-century BC", "BC08"),
            ),
        ),
    ),
    Rule(
        "centuries",
        "[ ( POSITION )? the? o=( ORDINAL ) ] ( and | or | to | DASH ) [ the? o2=( ORDINAL ) ( century | "
        "centuries ) ( bc=BC | AD )? ]",
        "DATE",
        m.century,
        (_e("In the 19th and 20th centuries.", None, ("the 19th", "18"), ("20th centuries", "19")),),
    ),
    # quarters and results
    Rule(
        "quarter",
        "( POSITION )? ( the | this )? ( fiscal=fiscal DASH? )? q=( first | second | third | fourth | final | last )"
        " ( DASH? fiscal=fiscal )? quarter ( ( of | in )? fiscal? YEARX | of? yref=( YEARREF ) )?"
        " | ( fiscal=fiscal DASH? )? q=( first | second | third | fourth | final ) DASH quarter"
        " | ( POSITION | the )? q=QUARTERN ( ( of | in )? fiscal? YEARX )?"
        " | the? YEARX POSS? ( fiscal=fiscal )? q=( first | second | third | fourth | final ) DASH? quarter"
        " | yref=( last year | this year | next year ) POSS q=( first | second | third | fourth | final ) DASH? "
        "quarter"
        " | YEARX DASH? q=QUARTERN",
        "DATE",
        m.quarter,
        (
            _e("Profit fell in the third quarter.", "1998-11-02", ("the third quarter", "1998-Q3")),
            _e("Sales for the fourth quarter dropped.", "1998-01-26", ("the fourth quarter", "1997-Q4")),
            _e("In this year's first quarter it lost.", "2024-06-18", ("this year's first quarter", "2024-Q1")),
        ),
    ),
    Rule(
        "quarter-now",
        "( the )? latest=( latest | most? recent | last reported ) ( quarter | period ) | ( the | this ) quarter "
        "!( of | DASH )",
        "DATE",
        m.quarter_now,
        (
            _e(
                "For the quarter ended Sept. 30 sales rose.",
                "1989-10-26",
                ("the quarter", "1989-Q3"),
                ("Sept. 30", "1989-09-30"),
            ),
        ),
    ),
    Rule(
        "quarters",
        "[ the? q=( first | second | third ) ] ( and | or | to | through ) [ q2=( second | third | fourth ) ( "
        "quarters | quarter ) ]",
        "DATE",
        m.quarters_set,
        (
            _e(
                "In the first and second quarters.",
                "2024-09-09",
                ("the first", "2024-Q1"),
                ("second quarters", "2024-Q2"),
            ),
        ),
    ),
    Rule(
        "year-before",
        "( the )? ( comparable | same | corresponding )? year DASH back=( ago | earlier ) p=( quarter | period | "
        "month )"
        " | year DASH back=( ago | earlier )"
        " | ( the quarter )? ( about=( about | almost | nearly | around | roughly ) )? ( a | one ) year"
        " back=( ago | earlier | before &( . | , | ; ) )",
        "DATE",
        m.year_before,
        (
            _e("Profit doubled from a year earlier.", "1989-10-26", ("a year earlier", "1988")),
            _e(
                "In the third quarter net rose from $2 million a year ago.",
                "1989-10-26",
                ("the third quarter", "1989-Q3"),
                ("a year ago", "1988-Q3"),
            ),
        ),
    ),
    Rule(
        "period-of-year",
        "the YEARX ( period | quarter ) | the ( corresponding | same | comparable | like ) ( period | quarter ) "
        "( of | in )? ( YEARX | yref=( YEARREF | a year earlier | a year ago ) )"
        " | yref=( last year | this year ) POSS quarter",
        "DATE",
        m.period_of_year,
        (_e("It had lost as much in the 1988 period.", "1989-10-26", ("the 1988 period", "1988")),),
    ),
    # units that hang on a date
    Rule(
        "unit-ref",
        "( POSITION )? ( DIRECTION ) u=( CALENDAR ) !( DASH ( long | old ) )",
        "DATE",
        m.unit_ref,
        (
            _e("Exports fell last year.", "2024-06-18", ("last year", "2023")),
            _e("They meet early next month.", "2024-06-18", ("early next month", "2024-07")),
            _e(
                "On 3 May 1951 they met. The next day they signed.",
                None,
                ("3 May 1951", "1951-05-03"),
                ("The next day", "1951-05-04"),
            ),
            _e(
                "He joined in 1988 and left the following year.",
                "2001-01-01",
                ("1988", "1988"),
                ("the following year", "1989"),
            ),
        ),
    ),
    Rule(
        "the-unit",
        "( POSITION ) the u=( year | month | week | quarter | decade | century )"
        " | <( for | in | of | during | over | throughout | through | within ) the u=( year | week | month )"
        " !( of | COUNTED | LOW | DASH | NUM | CAP | two | YEAR | long )"
        " | <( for | in | of | during | over ) the u=( year | month | week | quarter ) &( ended | ending )"
        " | < in the u=day !( of | when | LOW | DASH ) | <( over | for | before | after | during | of ) the "
        "u=weekend !( of )",
        "DATE",
        m.the_unit,
        (_e("It should close by the end of the year.", "2024-06-18", ("the end of the year", "2024")),),
    ),
    Rule(
        "season",
        "( POSITION | DIRECTION | ( the=the ) &( SEASON !( LOW | CAP | COUNTED ) | SEASON of ) )? s=SEASON"
        " ( of? YEARX | ,? of? yref=( YEARREF ) )? | the? YEARX s=SEASON",
        "DATE",
        m.season,
        (
            _e("In the spring of 1776 they left.", None, ("the spring of 1776", "1776-SP")),
            _e("It opened last summer.", "2024-06-18", ("last summer", "2023-SU")),
            _e("It will open in the fall.", "2024-06-18", ("the fall", "2024-FA")),
        ),
    ),
    Rule(
        "season-of-weather",
        "the? ( dry | rainy | wet | monsoon | harvest | hurricane | holiday | flu | planting | fire | typhoon ) season",
        "DATE",
        m.always(None),
        (_e("Roads are cut in the rainy season.", None, ("the rainy season", None)),),
    ),
    Rule(
        "year-end",
        "( ABOUT | YEARX )? the? year ( POSS end | hyphen=DASH? end )",
        "DATE",
        m.year_end,
        (_e("The deal closes by year-end.", "2024-06-18", ("year-end", "2024-12-31")),),
    ),
    Rule(
        "unit-end",
        "the? u=( month | week | year | quarter | decade ) POSS pos=( end | start | beginning ) | pos=mid DASH? "
        "u=( week | month | year | decade | century ) | the? pos=end of the? u=( month | week | year )",
        "DATE",
        m.unit_end,
        (_e("By month's end they had gone.", "2024-06-18", ("month's end", "2024-06")),),
    ),
    # parts of days and clocks
    Rule(
        "part-of-day",
        "( POSITION )? ( ANYDAY ) ,? part=( DAYPART | LIGHTPART ) | ( ( early | late ) in )? ( the )? ( early | "
        "late )? part=( ANYPART ) hours? ( of | on ) ( ANYDAY )"
        " | ( POSITION )? dir=( this | last | that | the ( next | following | previous | same ) | that same ) "
        "part=( DAYPART ) | part=( tonight )",
        "TIME",
        m.part_of_day,
        (
            _e("She was killed Thursday evening.", "1998-02-12", ("Thursday evening", "1998-02-12TEV")),
            _e("On the night of 20 June 1791 they fled.", None, ("the night of 20 June 1791", "1791-06-20TNI")),
            _e("He speaks tonight.", "2024-06-18", ("tonight", "2024-06-18TNI")),
            _e("The storm hit last night.", "2024-06-18", ("last night", "2024-06-17TNI")),
        ),
    ),
    Rule(
        "part-of-day-alone",
        "<( in | by | during | until | before | since | from ) ( dir=the ( early | late )? )? part=( morning | "
        "afternoon | evening ) hours?"
        " !( of | DASH ) | <( at | by | all ) part=night | pos=( mid | late | early ) DASH? dir=part=( morning | "
        "afternoon | evening )"
        " | part=overnight | part=( daytime | nighttime ) | part=night &( ( attack | attacks | raid | raids | "
        "fighting | sky | time ) | DASH )",
        "TIME",
        m.part_of_day,
        (_e("They moved only at night.", None, ("night", "XXXX-XX-XXTNI")),),
    ),
    Rule(
        "clock",
        "( ABOUT | shortly? ( before | after ) )? ( ZONED ) ( ( , | on | of )? ( ANYDAY ) )? | ( ANYDAY ) ( , | "
        "at )? ( ABOUT )? ( ZONED )",
        "TIME",
        m.time,
        (
            _e(
                "He was last seen at 10 p.m. Wednesday, police said.",
                "1998-02-13",
                ("10 p.m. Wednesday", "1998-02-11T22:00"),
            ),
            _e("Polls open at 0600 GMT.", "2024-06-18", ("0600 GMT", "2024-06-18T06:00")),
            _e("Fire ceased at 5:30PM on May 7, 1954.", None, ("5:30PM on May 7, 1954", "1954-05-07T17:30")),
        ),
    ),
    # amounts
    Rule(
        "one-day",
        "<( will | would ) one day",
        "DATE",
        m.always(m.FUTURE_REF),
        (_e("Peace will one day come.", None, ("one day", "FUTURE_REF")),),
    ),
    Rule(
        "length",
        "( MORELESS )? ( another | an? additional )? n=( COUNT ) DASH? ADJ? DASH? u=( LENGTH )"
        " ( DASH? and DASH? a DASH? plushalf=half )?"
        " ( ( and | , )? n2=( NUMBER ) u2=( months | days | hours | minutes | seconds ) )? ( DASH? long )? ( "
        "orso=( or so ) )? !( NOTLENGTH )",
        "DURATION",
        m.length,
        (
            _e("The talks lasted more than four hours.", None, ("more than four hours", "PT4H")),
            _e("An eight-year war began.", None, ("eight-year", "P8Y")),
            _e("They waited 2 1/2 years.", None, ("2 1/2 years", "P2Y6M")),
            _e("He got three years and six months.", None, ("three years and six months", "P3Y6M")),
            _e("It took several days.", None, ("several days", "PXD")),
        ),
    ),
    Rule(
        "length-of-half",
        "( MORELESS )? n=half DASH? ( a | an )? DASH? of=LENGTH1 | ( MORELESS )? a n=half DASH? of=LENGTH1 | ( "
        "MORELESS )? ( a | an | one )  u=LENGTH1 and a plushalf=half"
        " | u=LENGTH1 DASH and DASH a DASH plushalf=half ( DASH? long )?",
        "DURATION",
        m.half_length,
        (
            _e("It took half an hour.", None, ("half an hour", "PT30M")),
            _e("After a year and a half they left.", None, ("a year and a half", "P1Y6M")),
        ),
    ),
    Rule(
        "length-in-thread",
        "( MORELESS )? ( the | its | his | her | their )? ( last | past | next | coming | following | first | "
        "final | previous | preceding | initial | opening | closing | remaining | ensuing | intervening | latest "
        "| entire | whole )"
        " n=( ( ( NUMBER ) ( to | or | DASH ) )? ( COUNT ) ) ADJ? u=( LENGTH | quarters ) !( NOTLENGTH )",
        "DURATION",
        m.length,
        (
            _e("Over the past two weeks prices rose.", None, ("the past two weeks", "P2W")),
            _e("In the first nine months it lost money.", None, ("the first nine months", "P9M")),
        ),
    ),
    Rule(
        "the-length",
        "the n=( NUMBER ) u=UNITS !( NOTLENGTH )",
        "DURATION",
        m.length,
        (_e("For the nine months net was $2 million.", None, ("the nine months", "P9M")),),
    ),
    Rule(
        "length-past-unit",
        "( MORELESS )? the ( past | last | coming ) u=( hour | day | week | fortnight | month | quarter | year | "
        "decade | century )",
        "DURATION",
        m.length_one,
        (_e("It doubled in the past year.", None, ("the past year", "P1Y")),),
    ),
    Rule(
        "length-range",
        "[ n=( NUMBER ) ] ( to | or | and | DASH ) [ n2=( NUMBER ) DASH? u=( LENGTH ) ] !( NOTLENGTH )",
        "DURATION",
        m.length_range,
        (_e("It takes two to six days.", None, ("two", "P2D"), ("six days", "P6D")),),
    ),
    Rule(
        "some-length",
        "( the | these | those )? dir=( recent | coming | past | early | final | later | last | first | "
        "intervening | future"
        " | previous | preceding | following | formative )"
        " u=( hours | days | weeks | months | years | decades | centuries | minutes | quarters )"
        " | <( for | after | in | took | quite | spent ) vague=( some | a ( long | short | little )? ) u=( "
        "LONGTIME ) !( of | when | LOW | CAP | DASH )"
        " | !< DASH u=( days | weeks | months | years | decades | centuries | hours ) ( back=( ago | earlier )"
        " | later | DASH long | afterward | afterwards )? !( NOTLENGTH )"
        " | ( the | those ) u=( years | months | weeks | days )",
        "DURATION",
        m.some_length,
        (
            _e("It will take months.", None, ("months", "PXM")),
            _e("In recent years trade grew.", None, ("recent years", "PAST_REF")),
        ),
    ),
    Rule(
        "one-unit",
        "( MORELESS )? ( a | an | another | an additional | a further | a full | a whole | a single ) u=( minute "
        "| hour | day | week | fortnight | month | year | decade | century | millennium ) ( or two )? ( orso=( "
        "or so ) )? !( NOTLENGTH | DASH | and a half )",
        "DURATION",
        m.one_unit,
        (
            _e("They must leave within a week.", None, ("a week", "P1W")),
            _e("It saves $33 million a year.", None, ("a year", "P1Y")),
        ),
    ),
    Rule(
        "ago",
        "( MORELESS )? ( a | an )? n=( COUNT | a | an ) ADJ? DASH? u=( LENGTH | quarters | quarter ) ( orso=( or "
        "so | or more ) )? DASH? back=( ago | back &( . | , ) | from now | from today | hence )",
        "DATE",
        m.ago,
        (
            _e("The mine closed five years ago.", "1989-10-30", ("five years ago", "1984")),
            _e("He spoke six weeks ago.", "1998-03-01", ("six weeks ago", "1998-W03")),
            _e("It happened three days ago.", "2024-06-18", ("three days ago", "2024-06-15")),
            _e("She left several years ago.", "2024-06-18", ("several years ago", "PAST_REF")),
        ),
    ),
    Rule(
        "ago-on-day",
        "( half=( half a | half an ) | n=( COUNT | a | an ) ) "
        "u=( years | year | decades | decade | century | centuries ) ago ,? ( on? wd=WD | rel=( today ) )",
        "DATE",
        m.ago_on_day,
        (
            _e("Ten years ago on Tuesday the gate opened.", "1999-11-09", ("Ten years ago on Tuesday", "1989-11-09")),
            _e("A decade ago today they met.", "2024-06-18", ("A decade ago today", "2014-06-18")),
            _e("Half a century ago on Friday it fell.", "2017-04-21", ("Half a century ago on Friday", "1967-04-21")),
        ),
    ),
    Rule(
        "unit-in-year",
        "( this | the same | that same ) u=( week | month | day ) ,? ( back )? in y=( YEAR )",
        "DATE",
        m.unit_in_year,
        (
            _e("This week in 1962 ships sailed.", "2012-10-24", ("This week in 1962", "1962-W43")),
            _e("It was on this day in 1989.", "2014-11-09", ("this day in 1989", "1989-11-09")),
            _e("He fell on the same day in 1983.", "2003-10-23", ("the same day in 1983", "1983-10-23")),
        ),
    ),
    Rule(
        "weekday-in-year",
        "WD ( morning | afternoon | evening | night )? ,? in y=( YEAR )",
        "DATE",
        m.day_of_year,
        (_e("It happened one Sunday in 1972.", "1997-01-30", ("Sunday in 1972", "1972")),),
    ),
    Rule(
        "later",
        "( MORELESS )? ( a | an )? n=( COUNT | a | an ) ADJ? u=( LENGTH ) back=( later | earlier | afterward | "
        "afterwards | previously | beforehand | ( before | after ) &( , | . | ; | #para ) )",
        "DATE",
        m.later,
        (
            _e(
                "On April 28, 1945 he died. Two days later it was over.",
                None,
                ("April 28, 1945", "1945-04-28"),
                ("Two days later", "1945-04-30"),
            ),
            _e(
                "In 1778 the army was back where it had stood two years earlier.",
                None,
                ("1778", "1778"),
                ("two years earlier", "1776"),
            ),
        ),
    ),
    Rule(
        "day-before",
        "the day dir=( before | after ) !( POSS | LOW | CAP | WD | MONTHF | the | he | she | they | it | a ) | "
        "the day dir=( "
        "following | previous )",
        "DATE",
        m.day_before,
        (
            _e(
                "Kiev fell on 23 February 1918. The day before, the army had left.",
                None,
                ("23 February 1918", "1918-02-23"),
                ("The day before", "1918-02-22"),
            ),
        ),
    ),
    # now and then
    Rule(
        "day-but-one",
        "rel=( the day before yesterday | the day after tomorrow )",
        "DATE",
        m.today_,
        (_e("It rained the day before yesterday.", "2024-06-18", ("the day before yesterday", "2024-06-16")),),
    ),
    Rule(
        "present",
        "right? now | currently | < at the present !( LOW | CAP ) | < to date !( back | from | with | for ) | < "
        "at present | nowadays | these days | current | <( "
        "at | by | to ) this ( crucial | critical )? ( moment | time ) | present DASH day",
        "DATE",
        m.always(m.PRESENT_REF),
        (_e("Syrian troops are now in the valley.", None, ("now", "PRESENT_REF")),),
    ),
    Rule(
        "past",
        "( more | most )? recently !( as ) | recent | <( in | of | into ) the ( recent | distant | very )? past "
        "!( LOW | "
        "UNIT1 | UNITS | NUM | ONES | few ) | < in ( days | years ) past",
        "DATE",
        m.always(m.PAST_REF),
        (_e("In the past it refused.", None, ("the past", "PAST_REF")),),
    ),
    Rule(
        "future",
        "<( in | into | for | about | over | of ) the ( near | foreseeable | immediate | distant | not DASH too "
        "DASH distant | very near )? future | < in the ( short | long ) term | the near term",
        "DATE",
        m.always(m.FUTURE_REF),
        (_e("It may happen in the near future.", None, ("the near future", "FUTURE_REF")),),
    ),
    Rule(
        "that-time",
        "this ( period | date ) !( of ) | <( during | around | by | from | throughout | in | about | of | since "
        "| until | over ) ( this | that | "
        "the same ) ( period | time )"
        " !( of | LOW | CAP ) | < at the time !( of | CAP | the | he | she | it | they | a | when | that )",
        "DATE",
        m.that_time,
        (_e("No one at the time believed it.", None, ("the time", "PAST_REF")),),
    ),
    # how often
    Rule(
        "every",
        "( every | each ) ( o=( other | second | single ) )? ( u=( minute | hour | day | night | week | weekend "
        "| month | quarter | year | decade | century ) | wd=WD ( part=( DAYPART ) )? | m=MONTHF | s=SEASON | "
        "part=( DAYPART ) )"
        " | every n=( NUMBER | few ) u=( LENGTH )",
        "SET",
        m.every,
        (
            _e("Each year 4,000 die.", None, ("Each year", "P1Y")),
            _e("They meet every Monday.", None, ("every Monday", "XXXX-WXX-1")),
            _e("It runs every two weeks.", None, ("every two weeks", "P2W")),
        ),
    ),
    Rule(
        "weekdays",
        "wd=WDS ( part=( DAYPART | mornings | afternoons | evenings | nights ) )? | wd=WD part=( mornings | "
        "afternoons | evenings | nights )",
        "SET",
        m.every,
        (_e("The court sits on Tuesdays.", None, ("Tuesdays", "XXXX-WXX-2")),),
    ),
    Rule(
        "often",
        "w=( daily | weekly | monthly | yearly | annually | hourly | nightly | biweekly | fortnightly | biennially )",
        "SET",
        m.often,
        (_e("It gives a daily tally.", None, ("daily", "XXXX-XX-XX")),),
    ),
    Rule(
        "d-day",
        "d DASH day",
        "DATE",
        m.always("1944-06-06"),
        (_e("The landing on D-Day cost lives.", None, ("D-Day", "1944-06-06")),),
    ),
    *NAMED_DAYS,
)
