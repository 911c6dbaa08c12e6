"""Mode, contexts and CAMEO code of events whose type is known, by words of invented news, and the tables themselves."""

import time
from itertools import groupby

import pytest

from onrecord.reader.countries import rows
from onrecord.reader.events.codes import MOST, ROOTS, Codes, codes
from onrecord.reader.words import words_of

# Facts of the PLOVER manual of September 2021; "seize" is of its table from CAMEO (192, 171).
MODES = {
    "CONSULT": "visit third-party multilateral phone",
    "RETREAT": "withdraw release return disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "REJECT": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "THREATEN": "restrict ban arrest relations expel territory violence",
    "PROTEST": "demo riot general strike hunger boycott obstruct",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "confiscate seize restrict ban censor curfew martial-law arrest deport withhold",
    "ASSAULT": "abduct beat torture execute sexual assassinate destroy primitive firearms explosives suicide-attack "
    "heavy-weapons cleansing massacre unconventional",
}
_CONTEXTS = """
    military intelligence peacekeeping economic diplomatic resource disease enviro_disaster migration humanitarian
    asylum legal human_rights rights_freedoms gender lgbt terrorism human_security religion_ethnicity executive
    election legislative cbrn cyber political_institutions corruption crime illegal_drugs democracy pro_autocracy
"""
CONTEXTS = frozenset(_CONTEXTS.split())

# Roots of the codes that the table from CAMEO gives for a type. CONCEDE has apologies (05) and SANCTION verdicts (11)
# since the manual moved them and CAMEO did not; in the table an embargo (16) is a COERCE, damage to property (17) an
# ASSAULT.
TYPE_ROOTS = {
    **{type: {root} for type, root in ROOTS.items()},
    "CONCEDE": {"08", "05"},
    "ACCUSE": {"09", "11"},
    "SANCTION": {"16", "11"},
    "COERCE": {"16", "17", "19"},
    "ASSAULT": {"17", "18", "19", "20"},
}

_KNOWN = """
    03 030 031 0311 0312 0313 0314 032 033 0331 0332 0333 0334 034 0341 0342 0343 0344 035 0351 0352 0353 0354 0355
    0356 036 037 038 039 04 040 041 042 043 044 045 046 05 050 051 052 053 054 055 056 057 06 060 061 062 063 064 07
    070 071 072 073 074 075 08 080 081 0811 0812 0813 0814 082 083 0831 0832 0833 0834 084 0841 0842 085 086 0861
    0862 0863 087 0871 0872 0873 0874 09 090 091 092 093 094 10 100 101 1011 1012 1013 1014 102 103 1031 1032 1033
    1034 104 1041 1042 1043 1044 105 1051 1052 1053 1054 1055 1056 106 107 108 11 110 111 112 1121 1122 1123 1124
    1125 113 114 115 116 12 120 121 1211 1212 1213 1214 122 1221 1222 1223 1224 123 1231 1232 1233 1234 124 1241
    1242 1243 1244 1245 1246 125 126 127 128 129 13 130 131 1311 1312 1313 132 1321 1322 1323 1324 133 134 135 136
    137 138 1381 1382 1383 1384 1385 139 14 140 141 1411 1412 1413 1414 142 1421 1422 1423 1424 143 1431 1432 1433
    1434 144 1441 1442 1443 1444 145 1451 1452 1453 1454 15 150 151 152 153 154 16 160 161 162 1621 1622 1623 163
    164 165 166 1661 1662 1663 17 170 171 1711 1712 172 1721 1722 1723 1724 173 174 175 18 180 181 182 1821 1822
    1823 183 1831 1832 1833 184 185 186 19 190 191 192 193 194 195 196 20 200 201 202 203 204 2041 2042
"""
KNOWN = frozenset(_KNOWN.split())


def read(type, marked, certainty="happened"):
    """The codes of the event whose trigger stands in brackets: "Troops [shelled] the town"."""
    before, _, rest = marked.partition("[")
    trigger, _, after = rest.partition("]")
    return codes(type, trigger, words_of(before + trigger + after).strings, certainty)


MODE_CASES = [
    # type, sentence, mode, cameo
    ("CONSULT", "The two premiers [spoke] by telephone for an hour", "phone", "041"),
    ("CONSULT", "She [telephoned] her counterpart late on Friday", "phone", "041"),
    ("CONSULT", "The king [visited] Oslo in spring", "visit", "042"),
    ("CONSULT", "The emir [received] the delegation at his palace", "visit", "043"),
    ("CONSULT", "Both sides [met] on neutral ground in the mountains", "third-party", "044"),
    ("CONSULT", "Leaders gathered for the [summit] in Jakarta", "multilateral", "040"),
    ("CONSULT", "A retired judge [mediated] between the clans", None, "045"),
    ("CONSULT", "Delegates [negotiated] through the night", None, "046"),
    ("CONSULT", "They [met] again on Monday", None, "04"),
    ("RETREAT", "Rebels [freed] nine hostages near the lake", "release", "0841"),
    ("RETREAT", "The museum [returned] the looted statue", "return", "0842"),
    ("RETREAT", "The junta [withdrew] its troops from the valley", "withdraw", "087"),
    ("RETREAT", "The army [lifted] its siege of the port", "withdraw", "0872"),
    ("RETREAT", "The guerrillas [disarmed] under the accord", "disarm", "0873"),
    ("RETREAT", "Fighters [laid] down their weapons at dawn", "disarm", "0873"),
    ("RETREAT", "A [ceasefire] took hold at midnight", "ceasefire", "0871"),
    ("RETREAT", "They [declared] a cease-fire for the feast", "ceasefire", "0871"),
    ("RETREAT", "The regime [allowed] an aid convoy into the valley", "access", "0863"),
    ("RETREAT", "The regime [admitted] inspectors to the plant", "access", "0862"),
    ("RETREAT", "The trade minister [resigned] over the affair", "resign", "08"),
    ("RETREAT", "Washington [lifted] sanctions on the airline", None, "085"),
    ("REQUEST", "The union [demanded] food aid for the flooded district", "assist", "1033"),
    ("REQUEST", "Protesters' leaders [demanded] that the mayor resign", "change", "1041"),
    ("REQUEST", "The envoy [demanded] the release of two detainees", "yield", "1053"),
    ("REQUEST", "Cairo [demanded] an end to the shelling", "yield", "1056"),
    ("REQUEST", "The opposition [demanded] talks with the premier", "meet", "106"),
    ("REQUEST", "He [demanded] an answer by noon", None, "10"),
    ("REJECT", "Manila [refused] to extradite the banker", "assist", "1213"),
    ("REJECT", "The cabinet [rejected] calls for constitutional reform", "change", "1234"),
    ("REJECT", "The general [refused] to withdraw his troops", "yield", "1246"),
    ("REJECT", "Moscow [vetoed] the draft", "yield", "129"),
    ("REJECT", "The rebels [refused] to negotiate", "meet", "125"),
    ("REJECT", "She [rejected] the idea", None, "12"),
    ("ACCUSE", "Bishops [condemned] the bill", "disapprove", "111"),
    ("ACCUSE", "Prosecutors are [investigating] bribery at the ministry", "investigate", "091"),
    ("ACCUSE", "A panel opened an [inquiry] into the massacre", "investigate", "094"),
    ("ACCUSE", "Kyiv [accused] the colonel of war crimes", "allege", "1124"),
    ("ACCUSE", "Fishermen are [suing] the refinery", "allege", "115"),
    ("ACCUSE", "Lima [summoned] the ambassador over the remark", "allege", "114"),
    ("THREATEN", "Ankara [threatened] to close the strait", "restrict", "13"),
    ("THREATEN", "Brussels [threatened] tariffs on steel", "restrict", "1312"),
    ("THREATEN", "The minister [threatened] to outlaw the party", "ban", "1322"),
    ("THREATEN", "Police [threatened] to arrest the organisers", "arrest", "137"),
    ("THREATEN", "The premier [threatened] to walk out of the talks", "relations", "134"),
    ("THREATEN", "He issued an [ultimatum] to the council", "relations", "139"),
    ("THREATEN", "The junta [threatened] to expel foreign diplomats", "expel", "136"),
    ("THREATEN", "The emperor [threatened] to annex the islands", "territory", "1382"),
    ("THREATEN", "The militia [threatened] to attack the convoy", "violence", "1384"),
    ("THREATEN", "He [warned] of consequences", None, "13"),
    ("PROTEST", "Thousands [marched] through the capital", "demo", "141"),
    ("PROTEST", "Youths [rioted] after the match", "riot", "145"),
    ("PROTEST", "The [protest] turned violent as petrol bombs flew", "riot", "145"),
    ("PROTEST", "Unions called a general [strike] for Tuesday", "general", "143"),
    ("PROTEST", "Bakers went on [strike] over night shifts", "strike", "143"),
    ("PROTEST", "Prisoners began a hunger [strike]", "hunger", "142"),
    ("PROTEST", "Students [boycotted] lectures", "boycott", "143"),
    ("PROTEST", "Truckers [blocked] the motorway", "obstruct", "144"),
    ("PROTEST", "[Anger] grew in the south", None, "14"),
    ("SANCTION", "The court found the firm [guilty]", "convict", "116"),
    ("SANCTION", "Tirana [expelled] four diplomats", "expel", "166"),
    ("SANCTION", "Paris [recalled] its ambassador", "withdraw", "161"),
    ("SANCTION", "Oslo [suspended] development aid", "discontinue", "1621"),
    ("SANCTION", "Canada [imposed] an arms embargo", "discontinue", "163"),
    ("SANCTION", "It [snubbed] the guests", None, "16"),
    ("MOBILIZE", "The army [massed] troops along the river", "troops", "154"),
    ("MOBILIZE", "The navy was put on [alert]", "troops", "152"),
    ("MOBILIZE", "Pyongyang [moved] a missile to the coast", "weapons", "15"),
    ("MOBILIZE", "The city [deployed] riot police around the square", "police", "153"),
    ("MOBILIZE", "The warlord [gathered] militiamen in the hills", "militia", "15"),
    ("MOBILIZE", "They [prepared] for the worst", None, "15"),
    ("COERCE", "Police [arrested] two reporters", "arrest", "173"),
    ("COERCE", "She was [placed] under house arrest", "arrest", "173"),
    ("COERCE", "Customs officers [impounded] the trawler", "confiscate", "1711"),
    ("COERCE", "Settlers' tanks [occupied] the ridge", "seize", "192"),
    ("COERCE", "Ministers [closed] the border to lorries", "restrict", "191"),
    ("COERCE", "The navy kept up its [blockade]", "restrict", "191"),
    ("COERCE", "The court [banned] the opposition party", "ban", "1722"),
    ("COERCE", "The regulator [blocked] two newspapers", "censor", "1721"),
    ("COERCE", "The governor [imposed] a curfew", "curfew", "1723"),
    ("COERCE", "The general [declared] martial law", "martial-law", "1724"),
    ("COERCE", "Riyadh [deported] the preacher", "deport", "174"),
    ("COERCE", "Officials [cut] electricity to the camp", "withhold", "17"),
    ("COERCE", "Police used batons to [disperse] the demonstrators", None, "175"),
    ("COERCE", "He was [pressed] hard", None, "17"),
    ("ASSAULT", "Gunmen [kidnapped] a nurse", "abduct", "181"),
    ("ASSAULT", "Guards [beat] the prisoner", "beat", "182"),
    ("ASSAULT", "Officers [tortured] the student", "torture", "1822"),
    ("ASSAULT", "The state [executed] three men whom a court had convicted", "execute", "18"),
    ("ASSAULT", "Soldiers [raped] two women", "sexual", "1821"),
    ("ASSAULT", "The bishop was [assassinated]", "assassinate", "186"),
    ("ASSAULT", "He survived an [assassination] attempt", "assassinate", "185"),
    ("ASSAULT", "Vandals [destroyed] the shrine", "destroy", "1712"),
    ("ASSAULT", "A man [stabbed] the mayor", "primitive", "182"),
    ("ASSAULT", "Raiders with machetes [killed] six villagers", "primitive", "182"),
    ("ASSAULT", "A gunman [shot] the deputy", "firearms", "193"),
    ("ASSAULT", "Police [opened] fire on the crowd", "firearms", "193"),
    ("ASSAULT", "Guards [shot] a man an hour after a car bomb went off", "firearms", "193"),
    ("ASSAULT", "A jet was [shot] down over the delta", "heavy-weapons", "19"),
    ("ASSAULT", "Strangers [attacked] the coal mine", None, "18"),
    ("ASSAULT", "A car [bomb] killed four", "explosives", "1832"),
    ("ASSAULT", "A roadside mine [killed] the driver", "explosives", "1833"),
    ("ASSAULT", "A bomb [exploded] in the market", "explosives", "183"),
    ("ASSAULT", "A suicide [bomber] struck the gate", "suicide-attack", "1831"),
    ("ASSAULT", "Gunners [shelled] the town", "heavy-weapons", "194"),
    ("ASSAULT", "Helicopters [attacked] the village", "heavy-weapons", "195"),
    ("ASSAULT", "Warplanes [bombed] the depot", "heavy-weapons", "195"),
    ("ASSAULT", "The militia [drove] out the minority in an act of ethnic cleansing", "cleansing", "203"),
    ("ASSAULT", "Raiders [massacred] the villagers", "massacre", "202"),
    ("ASSAULT", "Sarin [killed] dozens", "unconventional", "2041"),
    ("ASSAULT", "The neighbours [invaded] at dawn", None, "190"),
    ("ASSAULT", "Both sides [broke] the truce", None, "196"),
    ("ASSAULT", "Four people were [hurt]", None, "18"),
    ("AGREE", "The rebels [agreed] to release the hostages", None, "0353"),
    ("AGREE", "Berlin [promised] a loan", None, "0331"),
    ("AGREE", "Both [agreed] to hold talks in May", None, "036"),
    ("AGREE", "He [agreed]", None, "03"),
    ("SUPPORT", "Tokyo [praised] the plan", None, "051"),
    ("SUPPORT", "The two [signed] a friendship treaty", None, "057"),
    ("SUPPORT", "Ghana [recognised] the new state", None, "054"),
    ("SUPPORT", "They [stood] by him", None, "05"),
    ("COOPERATE", "The fleets held joint [exercises]", None, "062"),
    ("COOPERATE", "The agencies [shared] intelligence", None, "064"),
    ("COOPERATE", "The towns [worked] together", None, "06"),
    ("AID", "Norway [sent] tents and blankets", None, "073"),
    ("AID", "Sweden granted the singer [asylum]", None, "075"),
    ("AID", "Prague [delivered] howitzer ammunition", None, "072"),
    ("AID", "It [helped] them", None, "07"),
    ("CONCEDE", "The president [lifted] the curfew", None, "0813"),
    ("CONCEDE", "The mayor [scrapped] the parking fee", None, "0832"),
    ("CONCEDE", "They [gave] way", None, "08"),
]


@pytest.mark.parametrize(("type", "marked", "mode", "cameo"), MODE_CASES)
def test_words_show_mode_and_code(type, marked, mode, cameo):
    found = read(type, marked)
    assert (found.mode, found.cameo) == (mode, cameo)


CONTEXT_CASES = [
    ("ASSAULT", "Gunners [shelled] the army base", "military"),
    ("ACCUSE", "Vienna [accused] the attaché of spying", "intelligence"),
    ("AID", "Uruguay [sent] peacekeepers to the island", "peacekeeping"),
    ("AGREE", "Both will [sign] a free trade agreement", "economic"),
    ("CONSULT", "The foreign minister [met] the ambassador", "diplomatic"),
    ("REJECT", "Hanoi [rejected] a claim to the disputed islands", "resource"),
    ("AID", "Cuba [sent] doctors to fight the Ebola outbreak", "disease"),
    ("AID", "Chile [sent] rescuers after the earthquake", "enviro_disaster"),
    ("RETREAT", "Chad [let] the refugees go home", "migration"),
    ("RETREAT", "The army [allowed] an aid convoy in", "humanitarian"),
    ("AID", "Sweden granted the singer [asylum]", "asylum"),
    ("ACCUSE", "She [sued] the ministry", "legal"),
    ("ACCUSE", "The report [criticised] human rights abuses", "human_rights"),
    ("PROTEST", "Crowds [marched] for press freedom", "rights_freedoms"),
    ("PROTEST", "Crowds [marched] against domestic violence", "gender"),
    ("COERCE", "The mayor [banned] the gay pride parade", "lgbt"),
    ("ASSAULT", "A suicide [bomber] struck the gate", "terrorism"),
    ("PROTEST", "Residents [rallied] over power cuts and food shortages", "human_security"),
    ("ASSAULT", "A mob [burned] the mosque", "religion_ethnicity"),
    ("REQUEST", "Deputies [demanded] a cabinet reshuffle", "executive"),
    ("PROTEST", "Crowds [marched] against vote rigging", "election"),
    ("REJECT", "Parliament [rejected] the bill", "legislative"),
    ("THREATEN", "He [threatened] another nuclear test", "cbrn"),
    ("ACCUSE", "Seoul [blamed] hackers in the north", "cyber"),
    ("REQUEST", "The party [demanded] a new constitution", "political_institutions"),
    ("ACCUSE", "He was [charged] with bribery", "corruption"),
    ("COERCE", "Police [arrested] two robbers", "crime"),
    ("COERCE", "Police [arrested] a heroin dealer", "illegal_drugs"),
    ("PROTEST", "Students [rallied] for democracy", "democracy"),
    ("COERCE", "The general [declared] martial law", "pro_autocracy"),
]


@pytest.mark.parametrize(("type", "marked", "context"), CONTEXT_CASES)
def test_words_show_a_context(type, marked, context):
    assert context in read(type, marked).context


@pytest.mark.parametrize(
    ("type", "marked"),
    [
        ("CONSULT", "The two [met] on Tuesday and spoke for an hour"),
        ("ASSAULT", "Two men were [hurt] late on Saturday, a newspaper said"),
        ("REQUEST", "He [demanded] an answer by noon"),
        ("SUPPORT", "The president [praised] the singer"),
        ("PROTEST", "Hundreds [gathered] in the square"),
        ("REJECT", "The minister [rejected] the idea, the governor said"),
        ("ACCUSE", "The coach [criticised] the referee"),
        ("AID", "Neighbours [helped] the family on the West Bank of the river"),
    ],
)
def test_no_context_without_evidence(type, marked):
    assert read(type, marked).context == ()


def test_contexts_are_ordered_by_evidence_and_few():
    found = read(
        "ASSAULT", "Rebel troops and an army tank [attacked] the court with artillery, the embassy of the church said"
    )
    assert found.context[0] == "military"
    assert len(found.context) == MOST


@pytest.mark.parametrize(
    ("type", "marked", "cameo"),
    [
        ("CONSULT", "The king will [visit] Oslo", "036"),
        ("AID", "Norway will [send] tents and blankets", "0333"),
        ("RETREAT", "They will [free] the hostages", "0353"),
        ("COOPERATE", "They will [work] together", "031"),
        ("PROTEST", "Thousands will [march] on Sunday", "141"),
        ("ASSAULT", "They will [shell] the town", "194"),
    ],
)
def test_a_plan_to_cooperate_has_the_code_of_the_intent(type, marked, cameo):
    assert read(type, marked, "planned").cameo == cameo


@pytest.mark.parametrize("near", [[], ["-", "-"], [""], ["ARRESTED"], ["of"] * 40])
@pytest.mark.parametrize("trigger", ["", "xyz", "-", "stepped down", "ARRESTED"])
@pytest.mark.parametrize("type", ROOTS)
def test_any_words_have_a_code(type, trigger, near):
    found = codes(type, trigger, near)
    assert found.cameo in KNOWN
    assert isinstance(found, Codes)


def test_capitals_hyphens_and_phrases_as_triggers():
    assert codes("COERCE", "ARRESTED", ["POLICE", "ARRESTED", "TWO"]).mode == "arrest"
    assert codes("RETREAT", "stepped down", ["She", "stepped", "down"]).mode == "resign"
    assert read("ASSAULT", "A car-[bomb] killed four").mode == "explosives"


def test_an_unknown_type_is_an_error():
    with pytest.raises(KeyError):
        codes("DANCE", "danced", ["danced"])


# -- the tables --------------------------------------------------------------------------------------------------------


def test_modes_belong_to_their_types_and_codes_fit_them():
    for row in rows("modes"):
        assert not row["mode"] or row["mode"] in MODES[row["type"]].split(), row
        assert row["cameo"] in KNOWN, row
        assert row["cameo"][:2] in TYPE_ROOTS[row["type"]], row
        assert row["trigger"] or row["near"], row


def test_every_mode_has_words_and_a_case():
    told = {(row["type"], row["mode"]) for row in rows("modes") if row["mode"]}
    assert told == {(type, mode) for type, modes in MODES.items() for mode in modes.split()}
    assert told <= {(type, mode) for type, _, mode, _ in MODE_CASES}


def test_every_context_has_words_and_a_case():
    names = [row["context"] for row in rows("contexts")]
    assert len(names) == len(set(names))
    assert set(names) == CONTEXTS == {context for *_, context in CONTEXT_CASES}
    for row in rows("contexts"):
        assert set(row["codes"].split("|")) - {""} <= KNOWN


def test_phrases_are_of_two_words_and_rows_stand_by_type():
    for table, columns in (("modes", ("trigger", "near")), ("contexts", ("words", "weak"))):
        for row in rows(table):
            for column in columns:
                for word in row[column].replace(" & ", "|").split("|"):
                    assert word == word.strip() and word.count(" ") <= 1, (row, word)
    types = [type for type, _ in groupby(row["type"] for row in rows("modes"))]
    assert sorted(types) == sorted(ROOTS)


def test_an_event_costs_far_less_than_its_story():
    near = words_of(
        "Troops shelled two villages near the border on Sunday, hours after the foreign minister had left"
    ).strings
    codes("ASSAULT", "shelled", near)
    began = time.perf_counter()
    for _ in range(200):
        codes("ASSAULT", "shelled", near)
    assert (time.perf_counter() - began) / 200 < 0.001
