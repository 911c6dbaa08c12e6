"""Short invented news sentences, and what a careful reader knows of their actors: country, sector and kind.

Every sentence and every personal name was made up for this table. It expects what the words tell, no more:

- A state that is named plainly ("Kenya", "the USSR") has no sector. A capital that acts ("Moscow said") is its state's
  government, GOV; as a place it keeps its country and has no sector.
- A seat of power that acts ("the Kremlin") is an organisation; seen or visited it is a place.
- The country of a person or body is told by the words around it: an adjective, "of Norway", "in Nairobi". Diplomats
  and the like take theirs from where they come from, never from where they are.
- Those who speak for a body share its country and sector; those of international bodies have no country.
- A people ("some Turks") is a group without a sector. Former states are read as of the year told.
"""

from __future__ import annotations

from typing import NamedTuple


class Who(NamedTuple):
    """One actor: the words that mention it, as they stand, and its ``country``, ``sector`` and ``kind``.

    ``country`` and ``sector`` None: the text tells none. ``kind`` None: not checked. Where a case has the same words
    more than once, the first stands for their first occurrence in the text, the second for their second.
    """

    words: str
    country: str | None
    sector: str | None
    kind: str | None


class Case(NamedTuple):
    """One text of a ``group`` of like ones, with actors to find and countries that none of its actors may have."""

    group: str
    text: str
    who: tuple[Who, ...]
    absent: tuple[str, ...] = ()


GROUPS: dict[str, str] = {
    "office": "people with offices",
    "body": "ministries, courts, armies, parties, companies, papers, charities, international bodies",
    "spokesman": "those who speak for a body",
    "historic": "states that are no more",
    "metonym": "capitals and seats of power, as actors and as places",
    "demonym": "peoples, and one or two of a people",
    "list": "lists of countries, each to be found",
    "word": "names that are words, other names, or parts of other names",
    "unnamed": "sources without a name",
    "capitals": "copy in capitals",
}
"""The groups, and what each one tests."""

CASES: tuple[Case, ...] = (
    # office
    Case(
        "office",
        "Kenyan Foreign Minister Wanjala Otuke said on Tuesday that the border post would reopen within a week.",
        (Who("Wanjala Otuke", "KEN", "GOV", "person"),),
    ),
    Case(
        "office",
        '"We will not raise the fuel levy," French President Armelle Vasseur told a rally of her supporters.',
        (Who("Armelle Vasseur", "FRA", "GOV", "person"),),
    ),
    Case(
        "office",
        "Prime Minister Tormod Hauglie of Norway said the pipeline had been shut as a precaution.",
        (Who("Tormod Hauglie", "NOR", "GOV", "person"),),
    ),
    Case(
        "office",
        "Dilnoza Yakubkhon, the Uzbek health minister, denied that hospitals had run out of serum.",
        (Who("Dilnoza Yakubkhon", "UZB", "GOV", "person"),),
    ),
    Case(
        "office",
        "According to Indonesia's finance minister, Bambang Prasetiono, tax revenue fell by a tenth.",
        (Who("Bambang Prasetiono", "IDN", "GOV", "person"),),
    ),
    Case(
        "office",
        "U.S. Senator Lyle Brackenridge said he would vote against the farm bill.",
        (Who("Lyle Brackenridge", "USA", "LEG", "person"),),
    ),
    Case(
        "office",
        "Gen. Octavio Bermejillo, commander of the Peruvian army, said that two patrols were missing.",
        (Who("Octavio Bermejillo", "PER", "MIL", "person"),),
    ),
    Case(
        "office",
        "Swiss judge Reto Amstalden said the accounts would stay frozen until March.",
        (Who("Reto Amstalden", "CHE", "JUD", "person"),),
    ),
    Case(
        "office",
        "Nigerian opposition leader Chukwuma Adesokan said the voters' rolls had been padded.",
        (Who("Chukwuma Adesokan", "NGA", "OPP", "person"),),
    ),
    Case(
        "office",
        "Maltese Archbishop Karm Zerafa said the shelter would stay open through the winter.",
        (Who("Karm Zerafa", "MLT", "REL", "person"),),
    ),
    Case(
        "office",
        "The mayor of Montevideo, Graciela Iturrioz, said buses would run free of charge on Sunday.",
        (Who("Graciela Iturrioz", "URY", "GOV", "person"),),
    ),
    Case(
        "office",
        "Danish Ambassador Signe Truelsen told Egyptian state television that her embassy would stay open.",
        (
            Who("Signe Truelsen", "DNK", "GOV", "person"),
            Who("Egyptian state television", "EGY", "MED", "organisation"),
        ),
    ),
    Case(
        "office",
        "India's chief justice, Raghunath Belwadi, promised that the appeal would be heard this month.",
        (Who("Raghunath Belwadi", "IND", "JUD", "person"),),
    ),
    Case(
        "office",
        "Thai police chief Somkiat Wattanarak said three men had been held over the theft.",
        (Who("Somkiat Wattanarak", "THA", "COP", "person"),),
    ),
    Case(
        "office",
        "Bolivian union leader Edgar Quispehuanca said the miners would march on Friday.",
        (Who("Edgar Quispehuanca", "BOL", "LAB", "person"),),
    ),
    Case(
        "office",
        "NATO Secretary General Joost Verhaegden said the exercise had been planned for two years.",
        (Who("Joost Verhaegden", None, "IGO", "person"),),
    ),
    Case(
        "office",
        "U.N. special envoy Leila Bouzidane said both sides had asked for more time.",
        (Who("Leila Bouzidane", None, "IGO", "person"),),
    ),
    Case(
        "office",
        "The cod had moved north, said Canadian researcher Paul Thibodeaux-Rae.",
        (Who("Paul Thibodeaux-Rae", "CAN", "EDU", "person"),),
    ),
    Case(
        "office",
        'Hungarian lawmaker Zsófia Barkóczi called the amendment "a gift to the banks".',
        (Who("Zsófia Barkóczi", "HUN", "LEG", "person"),),
    ),
    Case(
        "office",
        "Saudi Energy Minister Mishaan bin Rakan said exports would not be cut before June.",
        (Who("Mishaan bin Rakan", "SAU", "GOV", "person"),),
    ),
    Case(
        "office",
        "Iranian journalist Parisa Khoshnevis wrote that the presses had been sealed overnight.",
        (Who("Parisa Khoshnevis", "IRN", "MED", "person"),),
    ),
    Case(
        "office",
        "Italian Foreign Minister Corrado Benvegna said after meeting his Maltese counterpart, Pawlu "
        "Zahra-Bonett, that the ferry would sail again.",
        (
            Who("Corrado Benvegna", "ITA", "GOV", "person"),
            Who("Pawlu Zahra-Bonett", "MLT", "GOV", "person"),
        ),
    ),
    Case(
        "office",
        "Rocío Villaseca, governor of the central bank of Mexico, said rates had peaked.",
        (Who("Rocío Villaseca", "MEX", "GOV", "person"),),
    ),
    Case(
        "office",
        "Rwandan President Aimable Nkuriza visited Lisbon on Monday. Portuguese President Duarte "
        "Figueirinha said the two had spoken of fishing rights.",
        (
            Who("Aimable Nkuriza", "RWA", "GOV", "person"),
            Who("Duarte Figueirinha", "PRT", "GOV", "person"),
        ),
    ),
    # body
    Case(
        "body",
        "The Nigerian army said its troops had retaken the town after two days.",
        (Who("Nigerian army", "NGA", "MIL", "organisation"),),
    ),
    Case(
        "body",
        "Spain's Supreme Court ruled on Monday that the hotel levy was unlawful.",
        (Who("Spain's Supreme Court", "ESP", "JUD", "organisation"),),
    ),
    Case(
        "body",
        "The Polish parliament demanded in a resolution that the archives be opened.",
        (Who("Polish parliament", "POL", "LEG", "organisation"),),
    ),
    Case(
        "body",
        "Police in Nairobi said they had found the stolen lorry behind a brewery.",
        (Who("Police in Nairobi", "KEN", "COP", "organisation"),),
    ),
    Case(
        "body",
        "Chadian rebels claimed that they had shot down a helicopter in the north.",
        (Who("Chadian rebels", "TCD", "REB", "group"),),
    ),
    Case(
        "body",
        "Sweden's Harbour Party said it would not join the government.",
        (Who("Sweden's Harbour Party", "SWE", "PTY", "organisation"),),
    ),
    Case(
        "body",
        "Japanese electronics company Kozuka Denki forecast a loss for the second year running.",
        (Who("Kozuka Denki", "JPN", "BUS", "organisation"),),
    ),
    Case(
        "body",
        "French airline Delorme-Vial said all of its flights to the island were full.",
        (Who("Delorme-Vial", "FRA", "BUS", "organisation"),),
    ),
    Case(
        "body",
        "Ghana's Kestrel University said lectures would begin a week late.",
        (Who("Ghana's Kestrel University", "GHA", "EDU", "organisation"),),
    ),
    Case(
        "body",
        "The Finnish newspaper Aamuviesti reported that the reactor had been idle since Easter.",
        (Who("Aamuviesti", "FIN", "MED", "organisation"),),
    ),
    Case(
        "body",
        "The Malian news agency Sahel Depeche reported heavy fighting near the airstrip.",
        (Who("Sahel Depeche", "MLI", "MED", "organisation"),),
    ),
    Case(
        "body",
        "British charity Lanternhouse warned that its food banks were empty.",
        (Who("Lanternhouse", "GBR", "NGO", "organisation"),),
    ),
    Case(
        "body",
        "The International Atomic Energy Agency said its inspectors had been turned away twice.",
        (Who("International Atomic Energy Agency", None, "IGO", "organisation"),),
    ),
    Case(
        "body",
        "The African Union condemned the coup and called for a return to barracks.",
        (Who("African Union", None, "IGO", "organisation"),),
    ),
    Case(
        "body", "Oxfam said wells in the district would be dry by August.", (Who("Oxfam", None, "NGO", "organisation"),)
    ),
    Case(
        "body",
        "The health ministry in Lima said the vaccine had arrived.",
        (Who("health ministry in Lima", "PER", "GOV", "organisation"),),
    ),
    Case(
        "body",
        "Ukraine's interior ministry said a warehouse had been set on fire.",
        (Who("Ukraine's interior ministry", "UKR", "GOV", "organisation"),),
    ),
    Case(
        "body",
        "The Chilean navy warned fishermen of a second wave.",
        (Who("Chilean navy", "CHL", "MIL", "organisation"),),
    ),
    Case(
        "body",
        "A court in Ankara ordered that the broadcaster's licence be restored.",
        (Who("court in Ankara", "TUR", "JUD", "organisation"),),
    ),
    Case(
        "body",
        "The Brazilian Senate rejected the nominee by a single vote.",
        (Who("Brazilian Senate", "BRA", "LEG", "organisation"),),
    ),
    Case(
        "body",
        "The Israeli cabinet said it would meet again after the holiday.",
        (Who("Israeli cabinet", "ISR", "GOV", "organisation"),),
    ),
    Case(
        "body",
        "Bulgarian prosecutors said they would charge two former customs men.",
        (Who("Bulgarian prosecutors", "BGR", "JUD", "group"),),
    ),
    Case(
        "body",
        "The Pakistani Taliban said they had released the engineers.",
        (Who("Pakistani Taliban", "PAK", "REB", None),),
    ),
    Case(
        "body",
        "The Colombian trade union Obreros del Cauca called for a strike on the railways.",
        (Who("Obreros del Cauca", "COL", "LAB", "organisation"),),
    ),
    Case(
        "body",
        "The World Health Organization said the outbreak was slowing.",
        (Who("World Health Organization", None, "IGO", "organisation"),),
    ),
    Case(
        "body",
        "The Anglican Church of Australia apologised to the families.",
        (Who("Anglican Church of Australia", "AUS", "REL", "organisation"),),
    ),
    Case(
        "body",
        "The Dutch intelligence service said a researcher had been approached by foreign agents.",
        (Who("Dutch intelligence service", "NLD", "SPY", "organisation"),),
    ),
    Case(
        "body",
        "The central bank of Tunisia said it had sold dollars to prop up the dinar.",
        (Who("central bank of Tunisia", "TUN", "GOV", "organisation"),),
    ),
    Case(
        "body",
        "The European Commission said it would sue Hungary over the tax.",
        (
            Who("European Commission", None, "IGO", "organisation"),
            Who("Hungary", "HUN", None, "state"),
        ),
    ),
    Case(
        "body",
        "Human Rights Watch said Ethiopian soldiers had burned two granaries.",
        (
            Who("Human Rights Watch", None, "NGO", "organisation"),
            Who("Ethiopian soldiers", "ETH", "MIL", "group"),
        ),
    ),
    Case(
        "body",
        "Hamas said the Israeli army had cut the road at dawn.",
        (
            Who("Hamas", "PSE", "REB", "organisation"),
            Who("Israeli army", "ISR", "MIL", "organisation"),
        ),
    ),
    Case(
        "body",
        "The Romanian government promised the Moldovan government more electricity.",
        (
            Who("Romanian government", "ROU", "GOV", "organisation"),
            Who("Moldovan government", "MDA", "GOV", "organisation"),
        ),
    ),
    # spokesman
    Case(
        "spokesman",
        "A spokesman for the Polish defence ministry said the drone had come down in a field.",
        (Who("spokesman for the Polish defence ministry", "POL", "GOV", "person"),),
    ),
    Case(
        "spokesman",
        "Kwabena Asiedu-Marfo, a spokesman for Ghana's transport ministry, said the bridge was safe.",
        (Who("Kwabena Asiedu-Marfo", "GHA", "GOV", "person"),),
    ),
    Case(
        "spokesman",
        "Israeli army spokeswoman Noga Ben-Haroeh said the checkpoint would stay shut.",
        (Who("Noga Ben-Haroeh", "ISR", "MIL", "person"),),
    ),
    Case(
        "spokesman",
        "A Kremlin spokesman said no call had been planned.",
        (Who("Kremlin spokesman", "RUS", "GOV", "person"),),
    ),
    Case(
        "spokesman",
        "White House spokeswoman Tessa Lindqvist-Moore said the list was not complete.",
        (Who("Tessa Lindqvist-Moore", "USA", "GOV", "person"),),
    ),
    Case(
        "spokesman",
        "A police spokesman in Caracas said nobody had been hurt in the blast.",
        (Who("police spokesman in Caracas", "VEN", "COP", "person"),),
    ),
    Case(
        "spokesman",
        "U.N. spokesman Farid Haddadine said the convoy had been stopped for nine hours.",
        (Who("Farid Haddadine", None, "IGO", "person"),),
    ),
    Case(
        "spokesman",
        "A spokesman for the Sudanese rebels said they would honour the truce.",
        (Who("spokesman for the Sudanese rebels", "SDN", "REB", "person"),),
    ),
    Case(
        "spokesman",
        "The spokesman of South Africa's parliament, Themba Nxasane, said the vote had been put off.",
        (Who("Themba Nxasane", "ZAF", "LEG", "person"),),
    ),
    Case(
        "spokesman",
        "A spokeswoman for Danish shipping company Nordbelt said the crew was unharmed.",
        (Who("spokeswoman for Danish shipping company Nordbelt", "DNK", "BUS", "person"),),
    ),
    Case(
        "spokesman",
        "Mongolian Foreign Ministry spokesman Ganbold Erdenesuren said the visit had been useful.",
        (Who("Ganbold Erdenesuren", "MNG", "GOV", "person"),),
    ),
    Case(
        "spokesman",
        "A spokesman for the European Commission said the fine would stand.",
        (Who("spokesman for the European Commission", None, "IGO", "person"),),
    ),
    Case(
        "spokesman",
        "Cuban government spokeswoman Maribel Ortuzabal said power would be back by night.",
        (Who("Maribel Ortuzabal", "CUB", "GOV", "person"),),
    ),
    Case(
        "spokesman",
        "NATO spokesman Piers Holloway-Tate said the jets had turned back.",
        (Who("Piers Holloway-Tate", None, "IGO", "person"),),
    ),
    Case(
        "spokesman",
        "Taliban spokesman Abdul Raziq Hotakzoy said schools would open after the harvest.",
        (Who("Abdul Raziq Hotakzoy", "AFG", "REB", "person"),),
    ),
    Case(
        "spokesman",
        "A spokeswoman for Amnesty International said the prisoner had been moved in secret.",
        (Who("spokeswoman for Amnesty International", None, "NGO", "person"),),
    ),
    Case(
        "spokesman",
        "The Philippine military's spokesman, Colonel Renato Dimasupilan, said the hostages were alive.",
        (Who("Renato Dimasupilan", "PHL", "MIL", "person"),),
    ),
    Case(
        "spokesman",
        "The ferry had not been insured, a Croatian coast guard spokesman said.",
        (Who("Croatian coast guard spokesman", "HRV", "MIL", "person"),),
    ),
    # historic
    Case(
        "historic",
        "The USSR said in 1949 that it would honour the agreement to the letter.",
        (Who("USSR", "SUN", None, "state"),),
    ),
    Case(
        "historic",
        "Soviet soldiers told the villagers in August 1945 that the war was over.",
        (Who("Soviet soldiers", "SUN", "MIL", "group"),),
    ),
    Case(
        "historic",
        "East German Foreign Minister Horst Wiedekind said in 1976 that the wall would stay.",
        (Who("Horst Wiedekind", "DDR", "GOV", "person"),),
    ),
    Case(
        "historic",
        "Yugoslav President Dragoljub Perkovac told parliament in 1967 that the plan had failed.",
        (Who("Dragoljub Perkovac", "YUG", "GOV", "person"),),
    ),
    Case(
        "historic",
        "In 1991 the Czechoslovak government said the last barracks had been emptied.",
        (Who("Czechoslovak government", "CSK", "GOV", "organisation"),),
    ),
    Case(
        "historic",
        "Zaire accused Angola in 1978 of letting gunmen cross the border.",
        (
            Who("Zaire", "ZAR", None, "state"),
            Who("Angola", "AGO", None, "state"),
        ),
        ("COD",),
    ),
    Case(
        "historic",
        "Zairian Information Minister Likulu Mbangisa denied in 1991 that the palace had been looted.",
        (Who("Likulu Mbangisa", "ZAR", "GOV", "person"),),
    ),
    Case(
        "historic",
        "South Yemen accused its northern neighbour in 1979 of shelling a border village.",
        (Who("South Yemen", "YMD", None, "state"),),
        ("YEM",),
    ),
    Case(
        "historic",
        "North Vietnamese officials said in 1968 that the bombing had to stop first.",
        (Who("North Vietnamese officials", "VDR", "GOV", "group"),),
        ("VNM",),
    ),
    Case(
        "historic",
        "In 2004 Serbia and Montenegro said it would send a battalion of engineers.",
        (Who("Serbia and Montenegro", "SCG", None, "state"),),
        (
            "SRB",
            "MNE",
        ),
    ),
    Case(
        "historic",
        "BELGRADE, May 4, 2005 (Example) - Serbia and Montenegro has asked for a new loan, Finance Minister "
        "Vuk Stanimirac said on Wednesday.",
        (Who("Serbia and Montenegro", "SCG", None, "state"),),
        (
            "SRB",
            "MNE",
        ),
    ),
    Case(
        "historic",
        "Upper Volta said in 1974 that Malian troops had occupied a well.",
        (
            Who("Upper Volta", "HVO", None, "state"),
            Who("Malian troops", "MLI", "MIL", "group"),
        ),
        ("BFA",),
    ),
    Case(
        "historic",
        "Burmese rebels said in 1985 that they had taken a garrison on the river.",
        (Who("Burmese rebels", "BUR", "REB", "group"),),
        ("MMR",),
    ),
    Case(
        "historic",
        "The Rhodesian government said in 1975 that it would not release the men.",
        (Who("Rhodesian government", "RHO", "GOV", "organisation"),),
        ("ZWE",),
    ),
    Case(
        "historic",
        "Moscow said in 1961 that it would test a larger bomb.",
        (Who("Moscow", "SUN", "GOV", "state"),),
        ("RUS",),
    ),
    Case("historic", "Belgrade rejected the peace plan in 1993.", (Who("Belgrade", "YUG", "GOV", "state"),), ("SRB",)),
    Case(
        "historic",
        "In 1949 the Soviet Union signed the pact. Russia said on Monday that it would publish the text.",
        (
            Who("Soviet Union", "SUN", None, "state"),
            Who("Russia", "RUS", None, "state"),
        ),
    ),
    Case(
        "historic",
        "East Germany said in 1972 that it would allow visits, and West Germany welcomed the step.",
        (
            Who("East Germany", "DDR", None, "state"),
            Who("West Germany", "DEU", None, "state"),
        ),
    ),
    Case(
        "historic",
        "The KGB said in 1983 that it had caught two spies at the harbour.",
        (Who("KGB", "SUN", "SPY", "organisation"),),
    ),
    Case(
        "historic",
        "Dahomey's president, Coffi Agbodjanou, said in 1969 that elections would be held.",
        (Who("Coffi Agbodjanou", "DHY", "GOV", "person"),),
        ("BEN",),
    ),
    Case(
        "historic",
        "The German Democratic Republic declared in 1988 that it had met its targets.",
        (Who("German Democratic Republic", "DDR", None, "state"),),
        ("DEU",),
    ),
    Case(
        "historic",
        "Czechoslovakia and Hungary agreed in 1977 to build the dam together.",
        (
            Who("Czechoslovakia", "CSK", None, "state"),
            Who("Hungary", "HUN", None, "state"),
        ),
        (
            "CZE",
            "SVK",
        ),
    ),
    Case(
        "historic",
        "Soviet dissident Lev Abramzonov said in 1977 that his letters had been opened.",
        (Who("Lev Abramzonov", "SUN", "OPP", "person"),),
    ),
    Case(
        "historic",
        "Yugoslavia's army said in 1991 that it would not leave the barracks.",
        (Who("Yugoslavia's army", "YUG", "MIL", "organisation"),),
        ("SRB",),
    ),
    # metonym
    Case(
        "metonym",
        "Moscow said it would recall its envoy. A storm shut two airports in Moscow on Sunday.",
        (
            Who("Moscow", "RUS", "GOV", "state"),
            Who("Moscow", "RUS", None, "place"),
        ),
    ),
    Case(
        "metonym",
        "Washington accused Tehran of breaking the deal. Students marched through Washington in the rain.",
        (
            Who("Washington", "USA", "GOV", "state"),
            Who("Tehran", "IRN", "GOV", "state"),
            Who("Washington", "USA", None, "place"),
        ),
    ),
    Case(
        "metonym",
        "Snow fell on Pyongyang overnight. Pyongyang later said the launch had been put off.",
        (
            Who("Pyongyang", "PRK", None, "place"),
            Who("Pyongyang", "PRK", "GOV", "state"),
        ),
    ),
    Case(
        "metonym",
        "Brussels said the subsidy broke the rules of the European Union. It rained in Brussels as the lawyers left.",
        (
            Who("Brussels", None, "IGO", None),
            Who("Brussels", "BEL", None, "place"),
        ),
    ),
    Case(
        "metonym",
        "Spanish students said they had slept in a gymnasium in Brussels.",
        (
            Who("Spanish students", "ESP", "EDU", "group"),
            Who("Brussels", "BEL", None, "place"),
        ),
    ),
    Case(
        "metonym",
        "The Kremlin denied the report. Tourists queued for tickets outside the Kremlin as usual.",
        (
            Who("Kremlin", "RUS", "GOV", "organisation"),
            Who("Kremlin", "RUS", None, "place"),
        ),
    ),
    Case(
        "metonym",
        "Downing Street declined to comment on the leak. A van broke down in Downing Street at noon.",
        (
            Who("Downing Street", "GBR", "GOV", "organisation"),
            Who("Downing Street", "GBR", None, "place"),
        ),
    ),
    Case(
        "metonym",
        "The White House rejected the offer. A man climbed a tree in front of the White House and was led away.",
        (
            Who("White House", "USA", "GOV", "organisation"),
            Who("White House", "USA", None, "place"),
        ),
    ),
    Case(
        "metonym",
        "Beijing urged both sides to show restraint. The next round will be held in Beijing in May.",
        (
            Who("Beijing", "CHN", "GOV", "state"),
            Who("Beijing", "CHN", None, "place"),
        ),
    ),
    Case(
        "metonym",
        "The delegation flew to Ankara on Friday. Ankara promised to keep the strait open.",
        (
            Who("Ankara", "TUR", None, "place"),
            Who("Ankara", "TUR", "GOV", "state"),
        ),
    ),
    Case(
        "metonym",
        "Tokyo protested to Seoul over the survey ship.",
        (
            Who("Tokyo", "JPN", "GOV", "state"),
            Who("Seoul", "KOR", "GOV", "state"),
        ),
    ),
    Case(
        "metonym",
        "Kyiv said it had hit a fuel depot. Sirens sounded in Kyiv for most of the night.",
        (
            Who("Kyiv", "UKR", "GOV", "state"),
            Who("Kyiv", "UKR", None, "place"),
        ),
    ),
    Case("metonym", "The Elysee said the visit would go ahead.", (Who("Elysee", "FRA", "GOV", "organisation"),)),
    Case(
        "metonym",
        "The Blue House said it had not been told of the drill.",
        (Who("Blue House", "KOR", "GOV", "organisation"),),
    ),
    Case(
        "metonym",
        "Islamabad blamed New Delhi for the shelling. A bus with pilgrims left New Delhi at dawn.",
        (
            Who("Islamabad", "PAK", "GOV", "state"),
            Who("New Delhi", "IND", "GOV", "state"),
            Who("New Delhi", "IND", None, "place"),
        ),
    ),
    Case(
        "metonym",
        "Two people were hurt in a fire in Caracas. Caracas accused Bogota of sending saboteurs.",
        (
            Who("Caracas", "VEN", None, "place"),
            Who("Caracas", "VEN", "GOV", "state"),
            Who("Bogota", "COL", "GOV", "state"),
        ),
    ),
    Case(
        "metonym", "Havana complained that visas had been held up for a year.", (Who("Havana", "CUB", "GOV", "state"),)
    ),
    Case(
        "metonym",
        "Paris warned that it would block the merger. A painting was stolen from a gallery in Paris.",
        (
            Who("Paris", "FRA", "GOV", "state"),
            Who("Paris", "FRA", None, "place"),
        ),
    ),
    # demonym
    Case("demonym", "Some Turks said they would stay away from the polls.", (Who("Some Turks", "TUR", None, "group"),)),
    Case("demonym", "The Swiss say they want to keep their cash.", (Who("Swiss", "CHE", None, "group"),)),
    Case(
        "demonym",
        "Filipinos in Manila said the price of rice had doubled.",
        (Who("Filipinos in Manila", "PHL", None, "group"),),
    ),
    Case("demonym", "Many Greeks fear that the trains are not safe.", (Who("Many Greeks", "GRC", None, "group"),)),
    Case(
        "demonym",
        "Three Frenchmen told the court that they had been paid in cash.",
        (Who("Three Frenchmen", "FRA", None, "group"),),
    ),
    Case("demonym", "The Dutch believe that the dike will hold.", (Who("Dutch", "NLD", None, "group"),)),
    Case(
        "demonym",
        "Hundreds of Iraqis demanded that the water be tested.",
        (Who("Hundreds of Iraqis", "IRQ", None, "group"),),
    ),
    Case("demonym", "Most Scots think the ferry should be free.", (Who("Most Scots", "GBR", None, "group"),)),
    Case(
        "demonym",
        "Palestinians in Ramallah said soldiers had searched the bakery.",
        (Who("Palestinians in Ramallah", "PSE", None, "group"),),
    ),
    Case(
        "demonym",
        "Young Nigeriens say there is no work for them.",
        (Who("Young Nigeriens", "NER", None, "group"),),
        ("NGA",),
    ),
    Case("demonym", "The Irish want to know who signed the contract.", (Who("Irish", "IRL", None, "group"),)),
    Case(
        "demonym",
        "Vietnamese living in Prague said they had sent parcels home.",
        (Who("Vietnamese living in Prague", "VNM", None, "group"),),
    ),
    Case(
        "demonym",
        "A Dane and two Swedes said they had been robbed on the night train.",
        (
            Who("Dane", "DNK", None, "person"),
            Who("two Swedes", "SWE", None, "group"),
        ),
    ),
    Case("demonym", "An Afghan said he had walked for eleven days.", (Who("Afghan", "AFG", None, "person"),)),
    Case(
        "demonym",
        "Older Japanese recall that the river was once clean.",
        (Who("Older Japanese", "JPN", None, "group"),),
    ),
    Case(
        "demonym",
        "Ordinary Russians told pollsters that they expected prices to rise.",
        (Who("Ordinary Russians", "RUS", None, "group"),),
    ),
    # list
    Case(
        "list",
        "The text was backed by Argentina, Australia, Bangladesh, Canada, Denmark, Ecuador, Finland, Gabon, "
        "Honduras, Iceland, Jamaica, Kazakhstan, Lesotho, Mongolia, Namibia, Oman, Portugal, Qatar, Senegal "
        "and Thailand, the envoys said.",
        (
            Who("Argentina", "ARG", None, "state"),
            Who("Australia", "AUS", None, "state"),
            Who("Bangladesh", "BGD", None, "state"),
            Who("Canada", "CAN", None, "state"),
            Who("Denmark", "DNK", None, "state"),
            Who("Ecuador", "ECU", None, "state"),
            Who("Finland", "FIN", None, "state"),
            Who("Gabon", "GAB", None, "state"),
            Who("Honduras", "HND", None, "state"),
            Who("Iceland", "ISL", None, "state"),
            Who("Jamaica", "JAM", None, "state"),
            Who("Kazakhstan", "KAZ", None, "state"),
            Who("Lesotho", "LSO", None, "state"),
            Who("Mongolia", "MNG", None, "state"),
            Who("Namibia", "NAM", None, "state"),
            Who("Oman", "OMN", None, "state"),
            Who("Portugal", "PRT", None, "state"),
            Who("Qatar", "QAT", None, "state"),
            Who("Senegal", "SEN", None, "state"),
            Who("Thailand", "THA", None, "state"),
        ),
    ),
    Case(
        "list",
        "Kenya, Uganda and Tanzania agreed to share the radio masts.",
        (
            Who("Kenya", "KEN", None, "state"),
            Who("Uganda", "UGA", None, "state"),
            Who("Tanzania", "TZA", None, "state"),
        ),
    ),
    Case(
        "list",
        "Trinidad and Tobago, Antigua and Barbuda and Saint Lucia signed the fisheries accord.",
        (
            Who("Trinidad and Tobago", "TTO", None, "state"),
            Who("Antigua and Barbuda", "ATG", None, "state"),
            Who("Saint Lucia", "LCA", None, "state"),
        ),
    ),
    Case(
        "list",
        "In 2019 Serbia and Montenegro signed an accord with Albania on trains.",
        (
            Who("Serbia", "SRB", None, "state"),
            Who("Montenegro", "MNE", None, "state"),
            Who("Albania", "ALB", None, "state"),
        ),
        ("SCG",),
    ),
    Case(
        "list",
        "China, Russia, Iran and Pakistan said they would not send observers.",
        (
            Who("China", "CHN", None, "state"),
            Who("Russia", "RUS", None, "state"),
            Who("Iran", "IRN", None, "state"),
            Who("Pakistan", "PAK", None, "state"),
        ),
    ),
    Case(
        "list",
        "The Netherlands, Belgium and Luxembourg asked for a delay.",
        (
            Who("Netherlands", "NLD", None, "state"),
            Who("Belgium", "BEL", None, "state"),
            Who("Luxembourg", "LUX", None, "state"),
        ),
    ),
    Case(
        "list",
        "Guinea, Guinea-Bissau, Equatorial Guinea and Papua New Guinea abstained.",
        (
            Who("Guinea", "GIN", None, "state"),
            Who("Guinea-Bissau", "GNB", None, "state"),
            Who("Equatorial Guinea", "GNQ", None, "state"),
            Who("Papua New Guinea", "PNG", None, "state"),
        ),
    ),
    Case(
        "list",
        "Bosnia and Herzegovina, Croatia and Slovenia will open a joint customs post.",
        (
            Who("Bosnia and Herzegovina", "BIH", None, "state"),
            Who("Croatia", "HRV", None, "state"),
            Who("Slovenia", "SVN", None, "state"),
        ),
    ),
    Case(
        "list",
        "The U.S., the U.K. and the U.A.E. rejected the claim.",
        (
            Who("U.S.", "USA", None, "state"),
            Who("U.K.", "GBR", None, "state"),
            Who("U.A.E.", "ARE", None, "state"),
        ),
    ),
    Case(
        "list",
        "Peru, Bolivia, Paraguay and Uruguay want the tariff cut; Chile does not.",
        (
            Who("Peru", "PER", None, "state"),
            Who("Bolivia", "BOL", None, "state"),
            Who("Paraguay", "PRY", None, "state"),
            Who("Uruguay", "URY", None, "state"),
            Who("Chile", "CHL", None, "state"),
        ),
    ),
    Case(
        "list",
        "Sudan, South Sudan, Chad and the Central African Republic accused one another of arming herders.",
        (
            Who("Sudan", "SDN", None, "state"),
            Who("South Sudan", "SSD", None, "state"),
            Who("Chad", "TCD", None, "state"),
            Who("Central African Republic", "CAF", None, "state"),
        ),
    ),
    Case(
        "list",
        "Fiji, Samoa, Tonga, Vanuatu, Tuvalu, Kiribati, Nauru, Palau, the Marshall Islands and the Solomon "
        "Islands asked for a fund of their own.",
        (
            Who("Fiji", "FJI", None, "state"),
            Who("Samoa", "WSM", None, "state"),
            Who("Tonga", "TON", None, "state"),
            Who("Vanuatu", "VUT", None, "state"),
            Who("Tuvalu", "TUV", None, "state"),
            Who("Kiribati", "KIR", None, "state"),
            Who("Nauru", "NRU", None, "state"),
            Who("Palau", "PLW", None, "state"),
            Who("Marshall Islands", "MHL", None, "state"),
            Who("Solomon Islands", "SLB", None, "state"),
        ),
    ),
    Case(
        "list",
        "South Korea, Japan and Australia joined the drill. North Korea called it a rehearsal for war.",
        (
            Who("South Korea", "KOR", None, "state"),
            Who("Japan", "JPN", None, "state"),
            Who("Australia", "AUS", None, "state"),
            Who("North Korea", "PRK", None, "state"),
        ),
    ),
    # word
    Case(
        "word",
        "Chad said its soldiers had crossed the lake in pursuit of cattle thieves.",
        (Who("Chad", "TCD", None, "state"),),
    ),
    Case(
        "word",
        "Chad Merriweather, a plumber, said the pipe had burst in the night.",
        (Who("Chad Merriweather", None, None, "person"),),
        ("TCD",),
    ),
    Case(
        "word",
        "Chad Pellingham, an American engineer, said the government of Chad had closed the road.",
        (
            Who("Chad Pellingham", "USA", None, "person"),
            Who("government of Chad", "TCD", "GOV", "organisation"),
        ),
    ),
    Case("word", "Turkey warned that it would shut the pipeline.", (Who("Turkey", "TUR", None, "state"),)),
    Case(
        "word",
        "A Danish official said every turkey on the farm had been tested.",
        (Who("Danish official", "DNK", "GOV", "person"),),
        ("TUR",),
    ),
    Case(
        "word",
        "Turkey is cheaper than beef this winter, Canadian trader Miles Arbuthnott said.",
        (Who("Miles Arbuthnott", "CAN", "BUS", "person"),),
        ("TUR",),
    ),
    Case("word", "Jordan said it would take in the wounded.", (Who("Jordan", "JOR", None, "state"),)),
    Case(
        "word",
        "Kelvane Jordan, a Jamaican lawyer, said his client would appeal. Jordan would not name him.",
        (Who("Kelvane Jordan", "JAM", None, "person"),),
        ("JOR",),
    ),
    Case(
        "word",
        "Jordanian Foreign Minister Nayef Haddadeen told Mexican reporter Itzel Jordan that the border was calm.",
        (
            Who("Nayef Haddadeen", "JOR", "GOV", "person"),
            Who("Itzel Jordan", "MEX", "MED", "person"),
        ),
    ),
    Case(
        "word",
        "Georgia Governor Hollis Craybourne told reporters in Atlanta that schools would close early.",
        (Who("Hollis Craybourne", "USA", "GOV", "person"),),
        ("GEO",),
    ),
    Case(
        "word",
        "Georgia said in Tbilisi that two of its border guards had been seized.",
        (Who("Georgia", "GEO", None, "state"),),
        ("USA",),
    ),
    Case(
        "word",
        "Georgian Prime Minister Zurab Lomtatidze said the vineyards had been sprayed.",
        (Who("Zurab Lomtatidze", "GEO", "GOV", "person"),),
        ("USA",),
    ),
    Case(
        "word",
        "Georgia Whitcombe, a British historian, said the letter was a forgery.",
        (Who("Georgia Whitcombe", "GBR", "EDU", "person"),),
        (
            "GEO",
            "USA",
        ),
    ),
    Case("word", "China said the ban would be lifted in stages.", (Who("China", "CHN", None, "state"),)),
    Case(
        "word",
        "Belgian police said the stolen china had been found in a barn.",
        (Who("Belgian police", "BEL", "COP", "organisation"),),
        ("CHN",),
    ),
    Case(
        "word",
        "Niger accused Nigeria of moving troops to the frontier.",
        (
            Who("Niger", "NER", None, "state"),
            Who("Nigeria", "NGA", None, "state"),
        ),
    ),
    Case(
        "word",
        "Nigerien Prime Minister Issoufou Garbadine said the mine was losing money.",
        (Who("Issoufou Garbadine", "NER", "GOV", "person"),),
        ("NGA",),
    ),
    Case(
        "word",
        "Nigerian Prime Minister Tafida Bello-Okon said in a memoir that the census had been faked.",
        (Who("Tafida Bello-Okon", "NGA", "GOV", "person"),),
        ("NER",),
    ),
    Case(
        "word",
        "Guinean President Mamadi Soumaoroh said Guinea-Bissau had asked for fuel.",
        (
            Who("Mamadi Soumaoroh", "GIN", "GOV", "person"),
            Who("Guinea-Bissau", "GNB", None, "state"),
        ),
    ),
    Case(
        "word",
        "Equatorial Guinea said its tanker had been boarded.",
        (Who("Equatorial Guinea", "GNQ", None, "state"),),
        ("GIN",),
    ),
    Case(
        "word",
        "Papua New Guinea's prime minister, Tau Kilaloma, said the airstrip would be rebuilt.",
        (Who("Tau Kilaloma", "PNG", "GOV", "person"),),
        ("GIN",),
    ),
    Case(
        "word",
        "The Democratic Republic of Congo accused Rwanda of backing the attack.",
        (
            Who("Democratic Republic of Congo", "COD", None, "state"),
            Who("Rwanda", "RWA", None, "state"),
        ),
        ("COG",),
    ),
    Case(
        "word",
        "The Republic of Congo said it would host the talks in Brazzaville.",
        (Who("Republic of Congo", "COG", None, "state"),),
        ("COD",),
    ),
    Case(
        "word",
        "Dominica said the storm had flattened half of its banana crop.",
        (Who("Dominica", "DMA", None, "state"),),
        ("DOM",),
    ),
    Case(
        "word",
        "The Dominican Republic said it would finish the fence by spring.",
        (Who("Dominican Republic", "DOM", None, "state"),),
        ("DMA",),
    ),
    Case("word", "Ireland said it would appeal against the ruling.", (Who("Ireland", "IRL", None, "state"),), ("GBR",)),
    Case(
        "word",
        "Northern Ireland First Minister Deirdre McGlinty said the hospital would stay open.",
        (Who("Deirdre McGlinty", "GBR", "GOV", "person"),),
        ("IRL",),
    ),
    Case(
        "word",
        "North Korea said South Korean loudspeakers had broken the silence.",
        (Who("North Korea", "PRK", None, "state"),),
    ),
    Case("word", "Mexico said the water would be released in June.", (Who("Mexico", "MEX", None, "state"),)),
    Case(
        "word",
        "New Mexico's U.S. senator, Dana Pruellen, said the water belonged to the tribes.",
        (Who("Dana Pruellen", "USA", "LEG", "person"),),
        ("MEX",),
    ),
    Case(
        "word",
        "Efua Washington, a Ghanaian teacher, said the class had shared four books. Washington has taught "
        "there since May.",
        (Who("Efua Washington", "GHA", "EDU", "person"),),
        ("USA",),
    ),
    Case(
        "word",
        "Israel Maldonares, a Peruvian teacher, said the roof had fallen in.",
        (Who("Israel Maldonares", "PER", "EDU", "person"),),
        ("ISR",),
    ),
    Case(
        "word",
        "Kenya Whitfielding, an American nurse, said the ward was full.",
        (Who("Kenya Whitfielding", "USA", None, "person"),),
        ("KEN",),
    ),
    Case(
        "word",
        "India Ashworthy, a British economist, said the pound would recover.",
        (Who("India Ashworthy", "GBR", None, "person"),),
        ("IND",),
    ),
    Case(
        "word",
        "The floor polish was poisonous, a Czech court found.",
        (Who("Czech court", "CZE", "JUD", "organisation"),),
        ("POL",),
    ),
    Case(
        "word",
        "A Panama hat had been left on the seat, Austrian police said.",
        (Who("Austrian police", "AUT", "COP", "organisation"),),
        ("PAN",),
    ),
    Case(
        "word",
        "U.S. Congressman Brett Lindholtz, who was born in Moscow, Idaho, said he had never been abroad.",
        (Who("Brett Lindholtz", "USA", "LEG", "person"),),
        ("RUS",),
    ),
    # unnamed
    Case(
        "unnamed",
        "A senior Iraqi official said the dam would hold.",
        (Who("senior Iraqi official", "IRQ", "GOV", "person"),),
    ),
    Case(
        "unnamed",
        "Two Western diplomats said the draft had been watered down.",
        (Who("Two Western diplomats", None, "GOV", "group"),),
    ),
    Case(
        "unnamed",
        "A Lebanese government source said the list was ready.",
        (Who("Lebanese government source", "LBN", "GOV", None),),
    ),
    Case(
        "unnamed",
        "One official, who asked not to be named, said the money had run out.",
        (Who("One official", None, "GOV", "person"),),
    ),
    Case(
        "unnamed",
        "A European diplomat in Kabul said the airport could open within days.",
        (Who("European diplomat in Kabul", None, "GOV", "person"),),
    ),
    Case(
        "unnamed",
        "Three U.S. officials said the ship had been followed for a week.",
        (Who("Three U.S. officials", "USA", "GOV", "group"),),
    ),
    Case("unnamed", "Analysts said the bond sale had gone badly.", (Who("Analysts", None, None, "group"),)),
    Case(
        "unnamed",
        "A Ukrainian army officer said the shells had run out by noon.",
        (Who("Ukrainian army officer", "UKR", "MIL", "person"),),
    ),
    Case(
        "unnamed",
        "Residents of Damascus said the power had failed.",
        (Who("Residents of Damascus", "SYR", "CVL", "group"),),
    ),
    Case("unnamed", "Witnesses said the truck had come from the quarry.", (Who("Witnesses", None, "CVL", "group"),)),
    Case("unnamed", "A U.N. official said the flour was spoiled.", (Who("U.N. official", None, "IGO", "person"),)),
    Case(
        "unnamed",
        "Sources in the Turkish foreign ministry said the envoy had been called home.",
        (Who("Sources in the Turkish foreign ministry", "TUR", "GOV", "group"),),
    ),
    Case(
        "unnamed",
        "A Vatican official said the archive would be opened.",
        (Who("Vatican official", "VAT", "GOV", "person"),),
    ),
    Case("unnamed", "Rebels said they had taken the radio station.", (Who("Rebels", None, "REB", "group"),)),
    Case("unnamed", "Police said the boy had been found asleep.", (Who("Police", None, "COP", "organisation"),)),
    Case(
        "unnamed",
        "Two Asian traders said cargoes had been turned away.",
        (Who("Two Asian traders", None, "BUS", "group"),),
    ),
    Case(
        "unnamed",
        "A Gulf diplomat said no date had been set. An Omani diplomat said it would be in March.",
        (
            Who("Gulf diplomat", None, "GOV", "person"),
            Who("Omani diplomat", "OMN", "GOV", "person"),
        ),
    ),
    Case(
        "unnamed",
        "A senior official in the Algerian energy ministry said the wells were old.",
        (Who("senior official in the Algerian energy ministry", "DZA", "GOV", "person"),),
    ),
    # capitals
    Case(
        "capitals",
        "MOSCOW, JUNE 3 - SOVIET PREMIER NIKOLAI ARBENTSEV SAID MONDAY THAT THE HARVEST HAD FAILED.",
        (Who("NIKOLAI ARBENTSEV", "SUN", "GOV", "person"),),
    ),
    Case(
        "capitals",
        "THE IRANIAN PARLIAMENT SAID THE CONTRACT WAS VOID.",
        (Who("IRANIAN PARLIAMENT", "IRN", "LEG", "organisation"),),
    ),
    Case(
        "capitals",
        "TURKEY WARNED GREECE THAT IT WOULD STOP THE SHIP.",
        (
            Who("TURKEY", "TUR", None, "state"),
            Who("GREECE", "GRC", None, "state"),
        ),
    ),
    Case(
        "capitals",
        "A SPOKESMAN FOR THE BRITISH FOREIGN OFFICE SAID THE NOTE HAD BEEN RECEIVED.",
        (Who("SPOKESMAN FOR THE BRITISH FOREIGN OFFICE", "GBR", "GOV", "person"),),
    ),
    Case(
        "capitals",
        "U.S. SECRETARY OF STATE EVERETT COLBRIDGER TOLD REPORTERS THAT THE TALKS WOULD RESUME.",
        (Who("EVERETT COLBRIDGER", "USA", "GOV", "person"),),
    ),
    Case(
        "capitals",
        "THE U.N. SECURITY COUNCIL DEMANDED AN END TO THE SHELLING.",
        (Who("U.N. SECURITY COUNCIL", None, "IGO", "organisation"),),
    ),
    Case(
        "capitals",
        "THE ISRAELI ARMY SAID SYRIAN TROOPS HAD FIRED FIRST.",
        (
            Who("ISRAELI ARMY", "ISR", "MIL", "organisation"),
            Who("SYRIAN TROOPS", "SYR", "MIL", "group"),
        ),
    ),
    Case(
        "capitals",
        "EGYPT, SYRIA, JORDAN AND IRAQ AGREED TO CUT EXPORTS.",
        (
            Who("EGYPT", "EGY", None, "state"),
            Who("SYRIA", "SYR", None, "state"),
            Who("JORDAN", "JOR", None, "state"),
            Who("IRAQ", "IRQ", None, "state"),
        ),
    ),
    Case(
        "capitals",
        "EAST GERMAN OFFICIALS SAID THE TRAIN WOULD NOT STOP.",
        (Who("EAST GERMAN OFFICIALS", "DDR", "GOV", "group"),),
    ),
    Case(
        "capitals",
        "POLISH WORKERS SAID THEY WOULD RETURN TO THE YARD ON THURSDAY.",
        (Who("POLISH WORKERS", "POL", "LAB", "group"),),
    ),
    Case(
        "capitals",
        "THE WHITE HOUSE DENIED THAT A CABLE HAD BEEN SENT.",
        (Who("WHITE HOUSE", "USA", "GOV", "organisation"),),
    ),
    Case(
        "capitals",
        "WHO WAS BEHIND THE RAID WAS NOT CLEAR, CHILEAN POLICE SAID.",
        (Who("CHILEAN POLICE", "CHL", "COP", "organisation"),),
    ),
    Case(
        "capitals",
        "CHAD SAID LIBYAN TROOPS HAD CROSSED THE BORDER IN THE NORTH.",
        (
            Who("CHAD", "TCD", None, "state"),
            Who("LIBYAN TROOPS", "LBY", "MIL", "group"),
        ),
    ),
    Case(
        "capitals",
        "TWO WESTERN DIPLOMATS SAID THE GENERALS WERE DIVIDED.",
        (Who("TWO WESTERN DIPLOMATS", None, "GOV", "group"),),
    ),
    Case(
        "capitals",
        "PAKISTANI PRESIDENT RAFIUDDIN KHOKHARI SAID INDIAN PLANES HAD BEEN SEEN.",
        (Who("RAFIUDDIN KHOKHARI", "PAK", "GOV", "person"),),
    ),
)
