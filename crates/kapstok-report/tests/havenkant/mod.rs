// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A document with everything that a document can have. Its area, people and figures are invented.

use kapstok_share::document::{Block, Column, Content, Depth, Document, Item, Paper, Run, Table};
use kapstok_share::words::Language;

const LOG: &str = "3f9ac2d81b5e47f0a6c1d2e3f4a5b6c7d8e9f0a1b2c3d4e5f6a7b8c9d0e1f2a3";
const DATA: &str = "9b1c5d7e3f2a4b6c8d0e1f3a5b7c9d1e3f5a7b9c1d3e5f7a9b1c3d5e7f9a1b3c";

/// The agenda of Havenkant.
pub(crate) fn document(language: Language, paper: Paper) -> Document {
    let say = |nl: &str, en: &str| match language {
        Language::Nl => nl.to_owned(),
        Language::En => en.to_owned(),
    };
    Document {
        title: say("Gebiedsagenda Havenkant: wat is er afgesproken?", "Area agenda of Havenkant: what was agreed?"),
        subtitle: say(
            "Stand op 18 maart 2024, voor de raad van 4 april",
            "As of 18 March 2024, for the council of 4 April",
        ),
        language,
        day: "2024-03-18".to_owned(),
        paper,
        head: say("Havenkant  ·  VERZONNEN VOORBEELD", "Havenkant  ·  INVENTED EXAMPLE"),
        foot: say(&format!("Logboek {LOG} · Gegevens {DATA}"), &format!("Log {LOG} · Data {DATA}")),
        blocks: blocks(language, &say),
    }
}

fn blocks(language: Language, say: &dyn Fn(&str, &str) -> String) -> Vec<Block> {
    let plain = |nl: &str, en: &str| Run::plain(say(nl, en));
    let strong = |nl: &str, en: &str| Run::strong(say(nl, en));
    let section = |nl: &str, en: &str| Block::Heading(Depth::Section, say(nl, en));
    vec![
        Block::Callout(vec![
            strong("Vier van de zeven toezeggingen", "Four of the seven commitments"),
            plain(
                " hebben geld voor dit jaar. Voor twee is er nog geen doel, en van één is niet bekend wie het doet.",
                " have money for this year. Two have no target yet, and for one it is not known who does it.",
            ),
        ]),
        section("Waar het om gaat", "What it is about"),
        Block::Paragraph(vec![
            plain("In Havenkant komen ", "In Havenkant "),
            strong("drie opgaven", "three burdens"),
            plain(
                " samen: schulden, school en veiligheid. In 2024 had 18,4 % van de huishoudens een problematische schuld; in \
                 de rest van de gemeente was dat 7,9 %. Het verschil is groter dan een jaar eerder. Dit zegt niets over één \
                 persoon of één huis: het gaat over het gebied.",
                " come together: debt, school and safety. In 2024 18.4% of the households had a problematic debt; in the rest \
                 of the municipality 7.9% had one. The difference is larger than a year before. This says nothing of one \
                 person or one house: it is about the area.",
            ),
        ]),
        Block::List(vec![
            vec![plain(
                "Toegezegd: € 2,4 miljoen voor 2024 tot en met 2027.",
                "Promised: € 2.4 million for 2024 to 2027.",
            )],
            vec![
                strong("Besloten", "Decided"),
                plain(
                    " in de raad van 7 februari 2024, met 21 stemmen voor.",
                    " in the council of 7 February 2024, with 21 votes.",
                ),
            ],
            vec![plain(
                "Wie kijkt of het gebeurt, is nog niet afgesproken. Op 4 april kijkt de raad er weer naar.",
                "Who looks whether it happens is not agreed yet. On 4 April the council looks at it again.",
            )],
        ]),
        Block::Heading(Depth::Part, say("Wat er dit jaar moet gebeuren", "What must happen this year")),
        table(say("Toezeggingen, met wie het doet", "Commitments, with who does it"), 7, language, say),
        Block::Note(say(
            "Bron: verzonnen gegevens. Een hokje met strepen betekent: hier hoort iets te staan, en het is er niet.",
            "Source: invented data. A cell with stripes means: something should stand here, and it does not.",
        )),
        section("Alle kades", "All quays"),
        Block::Paragraph(vec![plain(
            "Iedere kade heeft een eigen regel. De volgorde is die van het adresboek.",
            "Each quay has a line of its own. The order is that of the address book.",
        )]),
        table(say("De kades van Havenkant", "The quays of Havenkant"), 40, language, say),
        Block::NewPage,
        section("Herkomst", "Origin"),
        Block::Note(format!("{} {LOG}", say("Logboek", "Log"))),
    ]
}

fn table(caption: String, n_rows: u16, language: Language, say: &dyn Fn(&str, &str) -> String) -> Block {
    let column = |nl: &str, en: &str, width, content| Column { title: say(nl, en), width, content };
    let hole = |nl: &str, en: &str| Item::Hole(say(nl, en));
    let row = |row: u16| {
        let value = f64::from(row) * 1.3;
        let (residents, share) = match language {
            Language::Nl => (format!("1.{:03}", row * 13), format!("{value:.1} %").replace('.', ",")),
            Language::En => (format!("1,{:03}", row * 13), format!("{value:.1}%")),
        };
        vec![
            Item::Text(match row % 5 {
                0 => say(
                    "Schuldhulpverleningsroute langs de Noordelijke Havenkade",
                    "The way along the Northern Harbour Quay",
                ),
                _ => format!("{} {row}", say("Kade", "Quay")),
            }),
            Item::Number { value: f64::from(1_000 + row * 13), said: residents },
            if row % 7 == 3 { hole("niet gemeten", "not measured") } else { Item::Number { value, said: share } },
            if row.is_multiple_of(4) {
                Item::Empty
            } else {
                Item::Text(say("Wethouder Wonen", "Alderman for Housing"))
            },
            if row % 6 == 2 {
                hole("niet afgesproken", "not agreed")
            } else {
                Item::Text(say("1 januari 2026", "1 January 2026"))
            },
        ]
    };
    let columns = vec![
        column("Wat", "What", 5, Content::Words),
        column("Bewoners", "Residents", 2, Content::Numbers),
        column("Aandeel in 2024", "Share in 2024", 3, Content::Numbers),
        column("Wie", "Who", 3, Content::Words),
        column("Klaar op", "Done by", 3, Content::Words),
    ];
    Block::Table(Table { caption, columns, rows: (1..=n_rows).map(row).collect() })
}
