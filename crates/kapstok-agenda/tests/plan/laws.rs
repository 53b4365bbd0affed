// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Laws: what is exported comes back as nothing new, the order of rows decides nothing but numbers, nothing panics.

use kapstok_agenda::plan::{answers, export};
use proptest::prelude::*;

use super::*;
use crate::sheets::say;

/// Names as people and hostile files have them.
fn words() -> impl Strategy<Value = String> {
    let odd = [
        "-",
        "n.v.t.",
        "?",
        "a1",
        "b1 Schulden",
        "l1",
        "Totaal",
        "2025",
        "A -> B",
        "GGD; GGZ",
        "Jeugd, Zorg & Wonen",
        "een\ntwee",
        "*",
        "Loket**",
        "Maatregel",
        "o1",
        "50.000",
        "=1+1",
        "Zorg en Wonen",
        "Schulden",
        "schulden",
        "SCHULDEN",
        "\u{202e}abc",
        "!!!",
        "o2 GGD",
        "o1 n.v.t.",
        "GGD",
        "ggd",
    ];
    prop_oneof![3 => prop::sample::select(odd.to_vec()).prop_map(str::to_owned), 2 => "[a-zéA-Z ,;&/\n'-]{1,12}[a-z]", 1 => "\\PC{1,8}[a-z]"]
}

type Seed = (String, String, u32, u64);

/// An agenda in which each thing names some of those before it.
fn agenda(seeds: &[Seed]) -> State {
    let word = |text: &str| Value::Word(text.to_owned());
    let mut state = opened();
    for (at, (name, other, kind, number)) in seeds.iter().enumerate() {
        let all = |noun: Noun| state.all(noun).map(Entry::id).collect::<Vec<_>>();
        let pick = |noun: Noun, shift: u64| {
            let all = all(noun);
            all.get(((number / 7 + shift) % (all.len() as u64 + 1)) as usize).copied()
        };
        let text = |text: &str| Value::Text(text.to_owned());
        let area = ("area", word(AREA));
        let mut maybe: Vec<(&str, Option<Value>)> = Vec::new();
        let (noun, mut values) = match kind % 7 {
            0 => {
                maybe
                    .push(("domain", (number % 3 == 0).then(|| word(["debt", "x y", "?"][(number % 9 / 3) as usize]))));
                (
                    Noun::Burden,
                    vec![
                        area,
                        ("name", text(name)),
                        ("side", word(if number % 2 == 0 { "burden" } else { "strength" })),
                    ],
                )
            }
            1 => {
                let (Some(from), Some(to)) = (pick(Noun::Burden, 0), pick(Noun::Burden, 1)) else { continue };
                if from == to {
                    continue;
                }
                maybe.push(("source", (number % 2 == 0).then(|| text(other))));
                let evidence = ("evidence", word(["strong", "assumed"][(number % 2) as usize]));
                (
                    Noun::Link,
                    vec![area, ("name", text(name)), ("from", Value::Id(from)), ("to", Value::Id(to)), evidence],
                )
            }
            2 => (Noun::Organisation, vec![("name", text(name))]),
            3 => {
                let ids = |noun| {
                    Some(all(noun).into_iter().take((number % 4) as usize).collect::<Vec<_>>())
                        .filter(|it| !it.is_empty())
                        .map(Value::Ids)
                };
                maybe.extend([
                    ("owners", ids(Noun::Organisation)),
                    ("works_on", ids(Noun::Burden)),
                    ("funders", pick(Noun::Organisation, 3).map(|id| Value::Ids(vec![id]))),
                ]);
                maybe.extend([
                    ("promise", pick(Noun::Promise, 0).map(Value::Id)),
                    ("note", (number % 2 == 0).then(|| text(other))),
                ]);
                maybe.push(("until", (number % 3 == 0).then(|| word("2025-06-30"))));
                (Noun::Action, vec![area, ("name", text(name))])
            }
            4 => {
                maybe.extend([
                    ("action", pick(Noun::Action, 0).map(Value::Id)),
                    ("promise", pick(Noun::Promise, 2).map(Value::Id)),
                    ("source", pick(Noun::Organisation, 1).map(Value::Id)),
                ]);
                maybe.push((
                    "euros",
                    [
                        None,
                        Some(Value::Unknown),
                        Some(Value::Whole(number % 10_000_000)),
                        Some(Value::Whole(number % 100 * 100_000)),
                    ][(number % 4) as usize]
                        .clone(),
                ));
                maybe.push(("posts", (number % 3 == 0).then(|| Value::Whole(number % 100_000))));
                maybe.push(("note", (number % 5 == 0).then(|| text(other))));
                (
                    Noun::Capacity,
                    vec![
                        area,
                        ("year", Value::Whole(2020 + number % 9)),
                        ("stage", word(["planned", "committed", "spent"][(number % 3) as usize])),
                    ],
                )
            }
            5 => {
                maybe.extend([
                    ("action", pick(Noun::Action, 0).map(Value::Id)),
                    ("burden", pick(Noun::Burden, 2).map(Value::Id)),
                ]);
                maybe.push((
                    "value",
                    (number % 2 == 0).then(|| word(["12.500", "-3", "0.125", "1234.5"][(number / 2 % 4) as usize])),
                ));
                maybe.push(("unit", (number % 3 == 0).then(|| text(other))));
                (Noun::Target, vec![area, ("name", text(name))])
            }
            _ => {
                let areas =
                    if number % 3 == 0 { vec![AREA.to_owned(), "WK990102".to_owned()] } else { vec![AREA.to_owned()] };
                maybe.push(("due", (number % 2 == 0).then_some(Value::Whole(2026))));
                (
                    Noun::Promise,
                    vec![
                        ("areas", Value::Words(areas)),
                        ("words", text(name)),
                        ("source_kind", word("council")),
                        ("source", text(other)),
                    ],
                )
            }
        };
        values.extend(maybe.into_iter().filter_map(|(field, value)| Some((field, value?))));
        let Ok(entry) = Entry::new(state.next(noun), values) else { continue };
        state = after(&state, &[What::Set(entry)]);
        // Now and then something is taken away that others name.
        if number % 13 == 0 {
            let ids: Vec<Id> = [Noun::Burden, Noun::Organisation, Noun::Action]
                .into_iter()
                .flat_map(|noun| state.all(noun))
                .map(Entry::id)
                .collect();
            let id = ids.get(at % (ids.len() + 1)).copied();
            state = after(
                &state,
                &id.map(|id| What::Withdrawn { id, reason: Some("gone".to_owned()) }).into_iter().collect::<Vec<_>>(),
            );
        }
    }
    state
}

fn cell() -> impl Strategy<Value = (String, bool)> {
    let text = prop_oneof![
        2 => words(),
        2 => prop::sample::select(vec!["Maatregel", "Trekker", "Budget x 1.000", "2024", "2025", "Opgave", "Van", "Naar", "Nr", "Jaar", "Uw antwoord", "Code van de afspraak", "Code van de organisatie", "Gebied", "Doel", "Bedragen x € 1.000"]).prop_map(str::to_owned),
        1 => "[-0-9.,€k ]{0,12}",
        1 => "\\PC{0,20}",
    ];
    // An id names the thing that has it by then, which an agenda that grew may have given it.
    let without_ids = |text: String| match Id::parse(text.split_whitespace().next().unwrap_or_default()) {
        Some(_) => format!("x{text}"),
        None => text,
    };
    (text.prop_map(without_ids), any::<bool>())
}

fn hostile() -> impl Strategy<Value = Vec<Grid>> {
    let row = prop::collection::vec(cell(), 0..8);
    let rows = prop::collection::vec(row, 0..12);
    prop::collection::vec(rows, 0..3).prop_map(|grids| {
        let grid = |(at, rows): (usize, Vec<Vec<(String, bool)>>)| {
            let row = |(at, cells): (usize, Vec<(String, bool)>)| Row {
                number: at as u32 + 1,
                cells: cells.into_iter().map(|(text, carried)| GridCell { text, carried }).collect(),
            };
            Grid {
                file: "x".to_owned(),
                sheet: format!("{at}"),
                number: at + 1,
                rows: rows.into_iter().enumerate().map(row).collect(),
            }
        };
        grids.into_iter().enumerate().map(grid).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_exported_comes_back_as_nothing_new(seeds in prop::collection::vec((words(), words(), any::<u32>(), any::<u64>()), 0..24)) {
        let state = agenda(&seeds);
        for language in ["nl", "en"] {
            let sheets = export(AREA, &state, &say(language));
            let grids: Vec<Grid> = sheets.iter().enumerate().map(|(at, sheet)| sheet.grid("plan.xlsx", at + 1)).collect();
            let made = desk().read(&grids, &state);
            prop_assert!(!made.is_refused(), "{:#?}", made.problems);
            prop_assert_eq!(&made.changes, &vec![], "{:?}", told(&state));
            prop_assert_eq!(&made.not_in_file, &vec![]);
        }
    }

    #[test]
    fn hostile_tables_are_read_or_refused_and_nothing_panics(grids in hostile()) {
        let first = desk().read(&grids, &opened());
        let state = after(&opened(), &first.events);
        if !first.is_refused() {
            let again = desk().read(&grids, &state);
            prop_assert_eq!(&again.events, &vec![], "{:#?}", again.changes);
        }
        let _ = answers(&grids, &state, &[]);
    }

    #[test]
    fn the_order_of_rows_decides_nothing_but_numbers(order in Just((0..ROWS.len()).collect::<Vec<_>>()).prop_shuffle()) {
        let table = |order: &[usize]| {
            let rows: Vec<&str> = order.iter().map(|at| ROWS[*at]).collect();
            grid(&format!("Opgave | Schakel | Maatregel | Trekker | Financier | Budget | Jaar | Doel | Opmerking\n{}", rows.join("\n")))
        };
        let plain: Vec<usize> = (0..ROWS.len()).collect();
        let one = desk().read(&[table(&plain)], &opened());
        let other = desk().read(&[table(&order)], &opened());
        prop_assert!(!one.is_refused(), "{:#?}", one.problems);
        let state = after(&opened(), &one.events);
        prop_assert_eq!(told(&state), told(&after(&opened(), &other.events)));
        prop_assert_eq!(desk().read(&[table(&order)], &state).events, vec![]);
    }
}

const ROWS: [&str; 9] = [
    "Schulden | | Huisbezoek | GGD | Rijk | 10.000 | 2025 | Minder schuld | een",
    "schulden | | HUISBEZOEK | GGZ | Rijk | 20.000 | 2025 | minder schuld | twee",
    "SCHULDEN | | huisbezoek | G.G.D. | Gemeente | 10.000 | 2026 | | drie",
    "Schulden | | Budgetcoach | GGD | | ? | 2025 | |",
    " | schulden -> Stress | Budgetcoach | ggd | | 5.000 | 2025 | |",
    "Stress | | | | | | | Minder stress |",
    "stress; Eenzaamheid | | Loket | GGZ, School | | | | |",
    " | Stress -> Eenzaamheid | | | | | | |",
    "Schulden | | Huisbezoek | GGD | Rijk | 10.000 | 2025 | |",
];
