// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Plans as they lie in drawers: each case is a table, what is agreed after it, and what is told.

use super::*;

/// Name of the case, table, lines that must be agreed, problems that must be told (all of them).
type Case = (&'static str, &'static str, &'static [&'static str], &'static [&'static str]);

const CASES: &[Case] = &[
    (
        "a plain plan",
        "Opgave | Maatregel | Trekker | Budget | Jaar
         Schulden | Huisbezoek | GGD | € 50.000,- | 2025",
        &[
            "burden domain=debt; name=Schulden; side=burden",
            "organisation name=GGD",
            "action name=Huisbezoek; owners=<GGD>; works_on=<Schulden>",
            "capacity action=<Huisbezoek>; euros=50000; stage=planned; year=2025",
        ],
        &[],
    ),
    (
        "an English plan",
        "Burden | Action | Owner | Amount | Year | Stage
         Debts | Home visits | Health Service | 50,000.00 | 2025 | committed",
        &["capacity action=<Home visits>; euros=50000; stage=committed; year=2025"],
        &[],
    ),
    (
        "a caption and empty rows above the titles",
        "Uitvoeringsplan Noord 2024-2026 |
          |
         vastgesteld door het college |
         Maatregel | Trekker
         Huisbezoek | GGD",
        &["action name=Huisbezoek; owners=<GGD>"],
        &[],
    ),
    (
        "years side by side",
        "Maatregel | 2024 | 2025 | 2026
         Huisbezoek | 10.000 | 20.000 | ",
        &[
            "capacity action=<Huisbezoek>; euros=10000; stage=planned; year=2024",
            "capacity action=<Huisbezoek>; euros=20000; stage=planned; year=2025",
        ],
        &[],
    ),
    (
        "titles in two rows, budget over years",
        "Maatregel | Trekker | Budget | ^Budget
         ^Maatregel | ^Trekker | 2024 | 2025
         Huisbezoek | GGD | 10.000 | 20.000",
        &[
            "action name=Huisbezoek; owners=<GGD>",
            "capacity action=<Huisbezoek>; euros=10000; stage=planned; year=2024",
            "capacity action=<Huisbezoek>; euros=20000; stage=planned; year=2025",
        ],
        &[],
    ),
    (
        "titles in two rows, not merged",
        "Maatregel | Trekker | Budget (x € 1.000) |
           | | gepland 2024 | fte 2024
         Huisbezoek | GGD | 10 | 0,5",
        &["capacity action=<Huisbezoek>; euros=10000; posts=0.5; stage=planned; year=2024"],
        &[],
    ),
    (
        "thousands in the title",
        "Maatregel | Budget (x € 1.000) | Jaar
         Huisbezoek | 50 | 2025",
        &["capacity action=<Huisbezoek>; euros=50000; stage=planned; year=2025"],
        &[],
    ),
    (
        "thousands in the title and a thousand separator that may be decimals",
        "Maatregel | Budget (x € 1.000) | Jaar
         Huisbezoek | 12.345 | 2025",
        &[],
        &["K0617 2 Budget (x € 1.000)"],
    ),
    (
        "thousands in a line above the table",
        "Bedragen x € 1.000 |
         Maatregel | Budget | Jaar
         Huisbezoek | 50 | 2025",
        &["capacity action=<Huisbezoek>; euros=50000; stage=planned; year=2025"],
        &["K0631"],
    ),
    (
        "thousands in a line below the table",
        "Maatregel | Budget | Jaar
         Huisbezoek | 50 | 2025
         * bedragen in duizenden euro's |",
        &["capacity action=<Huisbezoek>; euros=50000; stage=planned; year=2025"],
        &["K0631"],
    ),
    (
        "a caption with a sum is no factor",
        "Budget van het programma: 2 miljoen |
         Maatregel | Budget | Jaar
         Huisbezoek | 50 | 2025",
        &["capacity action=<Huisbezoek>; euros=50; stage=planned; year=2025"],
        &[],
    ),
    (
        "a row of totals",
        "Maatregel | Trekker | 2024 | 2025
         Huisbezoek | GGD | 10 | 20
         Totaal | | 10 | 20",
        &["action name=Huisbezoek; owners=<GGD>"],
        &["K0629 3 Maatregel"],
    ),
    (
        "a subtotal with a merged label",
        "Opgave | Maatregel | 2024
         Schulden | Huisbezoek | 10
         Subtotaal schulden | ^Subtotaal schulden | 10",
        &["action name=Huisbezoek; works_on=<Schulden>"],
        &["K0629 3 Opgave"],
    ),
    (
        "an action that begins with the word total is no total",
        "Maatregel | Trekker
         Totaalaanpak jeugd | GGD
         Totaal andere aanpak | GGD",
        &["action name=Totaalaanpak jeugd; owners=<GGD>", "action name=Totaal andere aanpak; owners=<GGD>"],
        &[],
    ),
    (
        "a merged burden",
        "Opgave | Maatregel
         Schulden | Huisbezoek
         ^Schulden | Budgetcoach",
        &["action name=Budgetcoach; works_on=<Schulden>", "action name=Huisbezoek; works_on=<Schulden>"],
        &[],
    ),
    (
        "a merged amount counts once",
        "Maatregel | Trekker | Budget | Jaar
         Huisbezoek | GGD | 50.000 | 2025
         Budgetcoach | GGD | ^50.000 | ^2025",
        &["capacity action=<Huisbezoek>; euros=50000; stage=planned; year=2025"],
        &[],
    ),
    (
        "an amount merged over years is not shared out",
        "Maatregel | 2024 | 2025
         Huisbezoek | 50.000 | ^50.000",
        &[],
        &["K0620 2 2025"],
    ),
    (
        "one action on three rows with three sums",
        "Maatregel | Financier | Budget | Jaar
         Huisbezoek | Rijk | 10.000 | 2025
         HUISBEZOEK | Gemeente | 20.000 | 2025
         Huis\u{ad}bezoek* | Rijk | 30.000 | 2026",
        &[
            "action funders=<Gemeente> + <Rijk>; name=Huisbezoek",
            "capacity action=<Huisbezoek>; euros=10000; source=<Rijk>; stage=planned; year=2025",
            "capacity action=<Huisbezoek>; euros=20000; source=<Gemeente>; stage=planned; year=2025",
            "capacity action=<Huisbezoek>; euros=30000; source=<Rijk>; stage=planned; year=2026",
        ],
        &[],
    ),
    (
        "two equal sums are two lines",
        "Maatregel | Budget | Jaar
         Huisbezoek | 10.000 | 2025
         Huisbezoek | 10.000 | 2025",
        &[
            "capacity action=<Huisbezoek>; euros=10000; stage=planned; year=2025",
            "capacity action=<Huisbezoek>; euros=10000; stage=planned; year=2025",
        ],
        &[],
    ),
    (
        "three spellings of one organisation",
        "Maatregel | Trekker
         Huisbezoek | GGD Hart
         Budgetcoach | G.G.D. Hart
         Stagebureau | ggd\u{a0}hart
         Loket | GGD Hart",
        &["organisation name=GGD Hart"],
        &[],
    ),
    (
        "several organisations in a cell",
        "Maatregel | Trekker | Partners
         Huisbezoek | GGD | GGZ, school; politie\\nwoningcorporatie / gemeente",
        &[
            "action name=Huisbezoek; owners=<GGD>; partners=<GGZ> + <gemeente> + <politie> + <school> + <woningcorporatie>",
        ],
        &[],
    ),
    (
        "an `en` between two that nobody knows",
        "Maatregel | Trekker
         Huisbezoek | Zorg en Veiligheidshuis",
        &["action name=Huisbezoek; owners=<Veiligheidshuis> + <Zorg>"],
        &["K0633 2 Trekker"],
    ),
    (
        "two columns of partners",
        "Maatregel | Partners | Betrokken partijen
         Huisbezoek | GGD | GGZ",
        &["action name=Huisbezoek; partners=<GGD> + <GGZ>"],
        &[],
    ),
    (
        "two columns of actions",
        "Maatregel | Actie | Trekker
         Huisbezoek | Bellen | GGD",
        &[],
        &["K0612 1 Actie"],
    ),
    (
        "a column that nobody knows is told",
        "Maatregel | Trekker | Kleur
         Huisbezoek | GGD | rood",
        &["action name=Huisbezoek; owners=<GGD>"],
        &["K0611 1 Kleur"],
    ),
    (
        "nobody knows the amount",
        "Maatregel | Budget | Jaar
         Huisbezoek | p.m. | 2025
         Budgetcoach | n.t.b. | 2025
         Loket | ? | 2025",
        &[
            "capacity action=<Budgetcoach>; euros=?; stage=planned; year=2025",
            "capacity action=<Huisbezoek>; euros=?; stage=planned; year=2025",
            "capacity action=<Loket>; euros=?; stage=planned; year=2025",
        ],
        &[],
    ),
    (
        "nothing at all, said and not said",
        "Maatregel | Trekker | Budget | Jaar
         Huisbezoek | n.v.t. | - | 2025
         Budgetcoach | | | 2025
         Loket | - | n.v.t. | 2025",
        &[
            "action name=Huisbezoek",
            "action name=Budgetcoach",
            "capacity action=<Huisbezoek>; euros=0; stage=planned; year=2025",
            "action name=Loket",
        ],
        &[],
    ),
    (
        "posts in the column of money",
        "Maatregel | Budget | Jaar
         Huisbezoek | 0,5 fte | 2025",
        &["capacity action=<Huisbezoek>; posts=0.5; stage=planned; year=2025"],
        &[],
    ),
    (
        "euros and posts in one row are one line",
        "Maatregel | Budget | Fte | Jaar
         Huisbezoek | 50k | 1,5 | 2025",
        &["capacity action=<Huisbezoek>; euros=50000; posts=1.5; stage=planned; year=2025"],
        &[],
    ),
    (
        "stages side by side",
        "Maatregel | Gepland 2025 | Toegezegd 2025 | Besteed 2025
         Huisbezoek | 30.000 | 20.000 | 10.000",
        &[
            "capacity action=<Huisbezoek>; euros=10000; stage=spent; year=2025",
            "capacity action=<Huisbezoek>; euros=20000; stage=committed; year=2025",
            "capacity action=<Huisbezoek>; euros=30000; stage=planned; year=2025",
        ],
        &[],
    ),
    (
        "a stage that is no word",
        "Maatregel | Budget | Jaar | Fase
         Huisbezoek | 10.000 | 2025 | loopt",
        &[],
        &["K0623 2 Fase"],
    ),
    (
        "about so much",
        "Maatregel | Budget | Jaar
         Huisbezoek | ca. € 50.000 | 2025",
        &["capacity action=<Huisbezoek>; euros=50000; stage=planned; year=2025"],
        &["K0628 2 Budget"],
    ),
    (
        "a range of years",
        "Maatregel | Budget | Jaar
         Huisbezoek | 50.000 | 2024-2026",
        &[],
        &["K0620 2 Jaar"],
    ),
    (
        "a range of years without money is nobody's problem",
        "Maatregel | Budget | Jaar
         Huisbezoek | | 2024-2026",
        &["action name=Huisbezoek"],
        &[],
    ),
    (
        "an amount without a year",
        "Maatregel | Budget
         Huisbezoek | 50.000",
        &[],
        &["K0622 2"],
    ),
    (
        "a sentence under money",
        "Maatregel | Budget | Jaar
         Huisbezoek | zie bijlage 3 | 2025",
        &[],
        &["K0616 2 Budget"],
    ),
    (
        "a sum below zero",
        "Maatregel | Budget | Jaar
         Huisbezoek | -5.000 | 2025",
        &[],
        &["K0618 2 Budget"],
    ),
    (
        "an English table leaves 1.500 open",
        "Action | Owner | Amount | Year
         Home visits | GGD | 1.500 | 2025",
        &[],
        &["K0617 2 Amount"],
    ),
    (
        "one amount of two funders",
        "Maatregel | Financier | Budget | Jaar
         Huisbezoek | Rijk, Gemeente | 50.000 | 2025",
        &[
            "action funders=<Gemeente> + <Rijk>; name=Huisbezoek",
            "capacity action=<Huisbezoek>; euros=50000; stage=planned; year=2025",
        ],
        &["K0632 2 Financier"],
    ),
    (
        "a source in a table with money is who pays",
        "Maatregel | Budget | Jaar | Bron
         Huisbezoek | 50.000 | 2025 | Rijk",
        &["capacity action=<Huisbezoek>; euros=50000; source=<Rijk>; stage=planned; year=2025"],
        &[],
    ),
    (
        "money without an action",
        "Maatregel | Trekker | Budget | Jaar
         Huisbezoek | GGD | 10.000 | 2025
          | | 20.000 | 2025",
        &["capacity euros=20000; stage=planned; year=2025"],
        &["K0639 3"],
    ),
    (
        "a row with an owner and nothing else",
        "Maatregel | Trekker
         Huisbezoek | GGD
          | GGZ",
        &["action name=Huisbezoek; owners=<GGD>"],
        &["K0635 3 Trekker"],
    ),
    (
        "a chain in a column",
        "Schakel | Maatregel
         schulden -> stress -> zelfredzaamheid | Huisbezoek",
        &[
            "link evidence=assumed; from=<schulden>; name=schulden → stress; to=<stress>",
            "link evidence=assumed; from=<stress>; name=stress → zelfredzaamheid; to=<zelfredzaamheid>",
            "action name=Huisbezoek; works_on=<schulden->stress> + <stress->zelfredzaamheid>",
        ],
        &[],
    ),
    (
        "a link in two columns",
        "Van | Naar | Bewijs | Bron
         Schulden | Stress | sterk | WRR 2017",
        &["link evidence=strong; from=<Schulden>; name=Schulden → Stress; source=WRR 2017; to=<Stress>"],
        &[],
    ),
    (
        "a link with one end",
        "Schakel | Maatregel
         schulden | Huisbezoek",
        &[],
        &["K0626 2 Schakel"],
    ),
    (
        "a link in two columns, one of them blank",
        "Van | Naar
         Schulden | ?",
        &[],
        &["K0626 2 Van"],
    ),
    (
        "names that are none",
        "Maatregel | Doel | Trekker
         ? | - | 
         Huisbezoek | n.t.b. | GGD",
        &["action name=Huisbezoek; owners=<GGD>"],
        &[],
    ),
    (
        "a link from a burden to itself",
        "Van | Naar
         Schulden | schulden",
        &[],
        &["K0626 2 Naar"],
    ),
    (
        "a link in the column of burdens",
        "Opgave | Maatregel
         Schulden → Stress | Huisbezoek",
        &["action name=Huisbezoek; works_on=<Schulden->Stress>"],
        &[],
    ),
    (
        "several burdens in a cell, with bullets",
        "Opgave | Maatregel
         - Schulden\\n• Stress; Eenzaamheid | Huisbezoek",
        &["action name=Huisbezoek; works_on=<Eenzaamheid> + <Schulden> + <Stress>"],
        &[],
    ),
    (
        "a strength",
        "Kracht | Maatregel
         Actieve bewoners | Buurttafel",
        &["burden name=Actieve bewoners; side=strength", "action name=Buurttafel; works_on=<Actieve bewoners>"],
        &[],
    ),
    (
        "a domain by its word",
        "Opgave | Domein | Maatregel
         Hoge zorgkosten | Gezondheid | Huisbezoek",
        &["burden domain=health; name=Hoge zorgkosten; side=burden"],
        &[],
    ),
    (
        "a domain that nobody knows",
        "Opgave | Domein | Maatregel
         Hoge zorgkosten | Ruimte | Huisbezoek",
        &["burden name=Hoge zorgkosten; side=burden"],
        &["K0625 2 Domein"],
    ),
    (
        "a target with all its parts",
        "Maatregel | Doel | Indicator | Nulmeting | Streefwaarde | Eenheid | Streefdatum
         Huisbezoek | Minder wanbetalers | wanbetalers | 6,5% | 5,0 | % | eind 2026",
        &[
            "target action=<Huisbezoek>; baseline=6.5; deadline=2026-12-31; indicator=defaulters; name=Minder wanbetalers; unit=%; value=5",
        ],
        &[],
    ),
    (
        "a value that is no number",
        "Maatregel | Doel | Streefwaarde
         Huisbezoek | Minder schulden | veel minder",
        &[],
        &["K0637 2 Streefwaarde"],
    ),
    (
        "a target of a burden",
        "Opgave | Doel
         Schulden | De helft",
        &["target burden=<Schulden>; name=De helft"],
        &[],
    ),
    (
        "until when",
        "Maatregel | Planning
         Huisbezoek | Q4 2025
         Budgetcoach | dec 2025
         Loket | doorlopend",
        &["action name=Budgetcoach; until=2025-12-31", "action name=Huisbezoek; until=2025-12-31", "action name=Loket"],
        &[],
    ),
    (
        "a day that is none",
        "Maatregel | Deadline
         Huisbezoek | zsm",
        &[],
        &["K0621 2 Deadline"],
    ),
    (
        "a promise with where it stands",
        "Toezegging | Vindplaats | Soort bron | Maatregel
         Elk kind een stage | Akkoord 2022, p. 4 | raadsbesluit | Stagebureau",
        &[
            "promise areas=WK990101; source=Akkoord 2022, p. 4; source_kind=council; words=Elk kind een stage",
            "action name=Stagebureau; promise=<Elk kind een stage>",
        ],
        &[],
    ),
    (
        "a promise that stands in the plan alone",
        "Toezegging | Maatregel
         Elk kind een stage | Stagebureau",
        &["promise areas=WK990101; source=plan.xlsx, Blad1; source_kind=document; words=Elk kind een stage"],
        &[],
    ),
    (
        "two areas in a column",
        "Wijk | Maatregel | Trekker
         Noord | Huisbezoek | GGD
         WK990102 | Huisbezoek | GGD",
        &["action name=Huisbezoek; owners=<GGD>", "action area=WK990102; name=Huisbezoek; owners=<GGD>"],
        &[],
    ),
    (
        "an area that two have, and one that nobody knows",
        "Wijk | Maatregel | Trekker
         Dubbel | Huisbezoek | GGD
         Nergens | Huisbezoek | GGD",
        &[],
        &["K0615 2 Wijk", "K0615 3 Wijk"],
    ),
    (
        "titles once more on the next page",
        "Maatregel | Trekker
         Huisbezoek | GGD
         Maatregel | Trekker
         Budgetcoach | GGZ",
        &["action name=Budgetcoach; owners=<GGZ>", "action name=Huisbezoek; owners=<GGD>"],
        &[],
    ),
    (
        "another table below the first",
        "Maatregel | Trekker
         Huisbezoek | GGD
          |
         Opgave | Domein
         Wachtlijsten | gezondheid",
        &["action name=Huisbezoek; owners=<GGD>", "burden domain=health; name=Wachtlijsten; side=burden"],
        &[],
    ),
    (
        "two rows that contradict each other",
        "Maatregel | Gereed
         Huisbezoek | 31-12-2025
         Huisbezoek | 31-12-2026",
        &[],
        &["K0627 3 Gereed"],
    ),
    (
        "remarks add up",
        "Maatregel | Opmerking
         Huisbezoek | tweede
         Huisbezoek | eerste",
        &["action name=Huisbezoek; note=eerste\\ntweede"],
        &[],
    ),
    (
        "own numbers are nobody's ids",
        "Nr | Maatregel | Trekker
         1.1 | Huisbezoek | GGD
         A2 | Budgetcoach | GGD",
        &["action name=Budgetcoach; owners=<GGD>", "action name=Huisbezoek; owners=<GGD>"],
        &[],
    ),
    (
        "an id of another agenda",
        "Nr | Maatregel | Trekker
         a7 | Huisbezoek | GGD",
        &["action name=Huisbezoek; owners=<GGD>"],
        &["K0634 2 Nr"],
    ),
    (
        "no table at all",
        "Beste allen, |
         hierbij het plan | groet",
        &[],
        &["K0610"],
    ),
    (
        "hidden signs and hard blanks everywhere",
        "\u{feff}Maat\u{ad}regel | Trek\u{200b}ker | Bud\u{ad}get\u{a0}(€) | Jaar
         Huis\u{ad}bezoek\u{a0}thuis | GGD\u{a0} | €\u{a0}50.000 | \u{a0}2025",
        &[
            "action name=Huisbezoek thuis; owners=<GGD>",
            "capacity action=<Huisbezoek thuis>; euros=50000; stage=planned; year=2025",
        ],
        &[],
    ),
    (
        "short rows",
        "Maatregel | Trekker | Budget | Jaar
         Huisbezoek",
        &["action name=Huisbezoek"],
        &[],
    ),
    (
        "an earmark",
        "Maatregel | Budget | Jaar | Geoormerkt
         Huisbezoek | 10.000 | 2025 | SPUK GALA",
        &["capacity action=<Huisbezoek>; earmark=SPUK GALA; euros=10000; stage=planned; year=2025"],
        &[],
    ),
];

#[test]
fn plans_as_people_write_them_are_read_or_told() {
    assert!(CASES.len() >= 60, "{}", CASES.len());
    for (case, table, lines, told_problems) in CASES {
        let made = desk().read(&[grid(table)], &opened());
        assert_eq!(problems(&made), *told_problems, "{case}: {:#?}", made.problems);
        let state = after(&opened(), &made.events);
        let mut all = told(&state);
        if made.is_refused() {
            assert_eq!((made.events.len(), all.len()), (0, 0), "{case}: all or nothing");
        }
        for line in *lines {
            let at = all.iter().position(|it| it == line).unwrap_or_else(|| panic!("{case}: no `{line}` in {all:#?}"));
            all.remove(at);
        }
        // Of a kind that the case lists there is nothing more.
        let is_listed = |line: &&String| {
            ["action", "capacity", "target", "link"]
                .iter()
                .any(|noun| line.starts_with(noun) && lines.iter().filter(|it| it.starts_with(noun)).count() > 1)
        };
        assert_eq!(all.iter().filter(is_listed).collect::<Vec<_>>(), [""; 0], "{case}");
    }
}

#[test]
fn the_same_file_again_changes_nothing() {
    for (case, table, ..) in CASES {
        let first = desk().read(&[grid(table)], &opened());
        let state = after(&opened(), &first.events);
        let again = desk().read(&[grid(table)], &state);
        assert_eq!((&again.events, &again.changes, &again.not_in_file), (&vec![], &again.changes, &vec![]), "{case}");
        assert!(again.is_refused() || again.changes.is_empty(), "{case}: {:#?}", again.changes);
    }
}

#[test]
fn what_changed_is_told_and_what_is_gone_is_never_withdrawn_in_silence() {
    let before = "Maatregel | Trekker | Budget | Jaar
                  Huisbezoek | GGD | 10.000 | 2025
                  Budgetcoach | GGZ | 20.000 | 2025";
    let later = "Maatregel | Trekker | Budget | Jaar
                 huisbezoek | GGD, School | 15.000 | 2025";
    let state = after(&opened(), &desk().read(&[grid(before)], &opened()).events);
    let made = desk().read(&[grid(later)], &state);
    let ids: Vec<String> = made.changes.iter().map(|change| change.id.to_string()).collect();
    assert_eq!(ids, ["o3", "a1", "c1"]);
    assert_eq!(made.not_in_file.iter().map(Id::to_string).collect::<Vec<_>>(), ["a2", "c2"]);
    let now = after(&state, &made.events);
    assert!(told(&now).contains(&"action name=Huisbezoek; owners=<GGD> + <School>".to_owned()), "{:#?}", told(&now));
    assert!(told(&now).contains(&"action name=Budgetcoach; owners=<GGZ>".to_owned()));

    let made = Desk { withdraw: Some("staat niet meer in het plan"), ..desk() }.read(&[grid(later)], &state);
    let now = after(&state, &made.events);
    assert_eq!(now.all(Noun::Action).count(), 1);
    assert_eq!(now.all(Noun::Capacity).count(), 1);
}

#[test]
fn a_file_without_a_kind_of_thing_says_nothing_of_it() {
    let state = after(
        &opened(),
        &desk().read(&[grid("Maatregel | Doel | 2025\nHuisbezoek | Minder schuld | 10")], &opened()).events,
    );
    let made = desk().read(&[grid("Maatregel | Trekker\nHuisbezoek | GGD")], &state);
    assert_eq!(made.not_in_file, []);
}

#[test]
fn a_blank_cell_says_nothing_and_a_dash_takes_away() {
    let state = after(&opened(), &desk().read(&[grid("Maatregel | Trekker\nHuisbezoek | GGD")], &opened()).events);
    assert_eq!(desk().read(&[grid("Maatregel | Trekker\nHuisbezoek | ")], &state).events, []);
    let made = desk().read(&[grid("Maatregel | Trekker\nHuisbezoek | -")], &state);
    assert_eq!(told(&after(&state, &made.events))[0], "action name=Huisbezoek");
}

#[test]
fn a_known_organisation_stays_whole() {
    let entry =
        Entry::new(Id::parse("o1").unwrap(), [("name", Value::Text("Zorg- en Veiligheidshuis".to_owned()))]).unwrap();
    let state = after(&opened(), &[What::Set(entry)]);
    let made = desk().read(&[grid("Maatregel | Trekker\nHuisbezoek | zorg- en veiligheidshuis, GGD")], &state);
    assert_eq!(problems(&made), [""; 0]);
    let expected = "action name=Huisbezoek; owners=<GGD> + <Zorg- en Veiligheidshuis>";
    assert!(told(&after(&state, &made.events)).contains(&expected.to_owned()));
}

#[test]
fn a_choice_of_the_user_goes_before_a_guess_and_is_remembered() {
    let table = grid("Wat doen we | Baas | Kleur | Budget\nHuisbezoek | GGD | rood | 50");
    let choices = [("wat doen we", "action"), ("Baas", "owners"), ("Kleur", "ignore"), ("Budget", "euros 2025 x1000")];
    let choices = choices.map(|(title, field)| (title.to_owned(), field.to_owned())).to_vec();
    let first = Desk { choices, ..desk() }.read(std::slice::from_ref(&table), &opened());
    assert_eq!(problems(&first), [""; 0]);
    let mut book = FormBook::default();
    first.forms.into_iter().for_each(|form| book.remember(form));
    let (forms, _) = FormBook::read("forms.toml", &book.write("Which column holds what"));
    let made = Desk { forms, ..desk() }.read(&[table], &opened());
    assert_eq!((problems(&made), &made.events), (vec![], &first.events));
    assert_eq!(made.events.len(), 3);
}

#[test]
fn a_choice_that_names_what_is_not_there_is_refused() {
    let choices = vec![("Baas".to_owned(), "leader".to_owned()), ("Chef".to_owned(), "owners".to_owned())];
    let made = Desk { choices, ..desk() }.read(&[grid("Maatregel | Trekker\nHuisbezoek | GGD")], &opened());
    assert_eq!(problems(&made), ["K0613  Baas", "K0640  Chef"]);
    assert_eq!(made.events, []);
}

#[test]
fn the_area_comes_from_the_name_of_the_sheet_where_nothing_else_says_it() {
    let table = Grid { sheet: "Zuid".to_owned(), ..grid("Maatregel | Trekker\nHuisbezoek | GGD") };
    let made = Desk { area: None, ..desk() }.read(&[table], &opened());
    assert!(
        told(&after(&opened(), &made.events))
            .contains(&"action area=WK990102; name=Huisbezoek; owners=<GGD>".to_owned())
    );
    let made = Desk { area: None, ..desk() }.read(&[grid("Maatregel | Trekker\nHuisbezoek | GGD")], &opened());
    assert_eq!(problems(&made), ["K0614 2"]);
}

#[test]
fn one_year_for_all_amounts_may_be_given() {
    let made = Desk { year: Some(2025), ..desk() }.read(&[grid("Maatregel | Budget\nHuisbezoek | 50.000")], &opened());
    assert!(
        told(&after(&opened(), &made.events))
            .contains(&"capacity action=<Huisbezoek>; euros=50000; stage=planned; year=2025".to_owned())
    );
}

#[test]
fn money_that_gets_its_source_later_is_the_same_money() {
    let state = after(&opened(), &desk().read(&[grid("Maatregel | 2025\nHuisbezoek | 10.000")], &opened()).events);
    let made = desk().read(&[grid("Maatregel | Bron | 2025\nHuisbezoek | Rijk | 10.000")], &state);
    assert_eq!((made.changes.len(), &made.not_in_file), (2, &vec![]));
}
