// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What a partner sends back.

use kapstok_agenda::facts::Facts;
use kapstok_agenda::holes::{HoleKind, Why, holes};
use kapstok_agenda::plan::{Answers, Column, Sheet, answers, ask, is_answer};

use super::*;
use crate::sheets::say;

fn asked() -> (State, Sheet) {
    let table = "Opgave | Maatregel | Trekker | Partners | 2025
                 Schulden | Huisbezoek | GGD | School | 10.000
                 Schulden | Budgetcoach | School | | 20.000
                 Schulden | Loket | Gemeente | |";
    let state = after(&opened(), &desk().read(&[grid(table)], &opened()).events);
    let ggd = state.all(Noun::Organisation).find(|it| it.text("name") == "School").unwrap().id();
    let sheet = ask(ggd, Some(AREA), &state, &say("nl"));
    (state, sheet)
}

fn fill(sheet: &mut Sheet, row: usize, column: Column, text: &str) {
    let at = sheet.columns.iter().position(|it| it.column == column).unwrap();
    sheet.rows[row][at] = text.to_owned();
}

fn codes(answers: &Answers) -> Vec<&'static str> {
    answers.problems.iter().map(|problem| problem.code).collect()
}

#[test]
fn a_partner_gets_its_own_actions_and_no_others() {
    let (_, sheet) = asked();
    assert_eq!(sheet.rows.len(), 2);
    assert!(sheet.rows[0].contains(&"Huisbezoek".to_owned()) && sheet.rows[0].contains(&"partner".to_owned()));
    assert!(sheet.rows[1].iter().any(|cell| cell == "2025, € 20000, gepland"), "{:?}", sheet.rows[1]);
    assert!(is_answer(&[sheet.grid("back.xlsx", 1)]));
    assert!(!is_answer(&[grid("Maatregel | Trekker\nHuisbezoek | GGD")]));
}

#[test]
fn answers_become_confirmations_and_the_same_sheet_again_nothing() {
    let (state, mut sheet) = asked();
    fill(&mut sheet, 0, Column::Answer, "Akkoord");
    fill(&mut sheet, 0, Column::AnswerRole, "directeur");
    fill(&mut sheet, 0, Column::ChangedDate, "medio 2026");
    let back = [sheet.grid("back.xlsx", 1)];
    let made = answers(&back, &state, &[]);
    assert_eq!((codes(&made), made.unanswered.len(), made.events.len()), (vec![], 1, 1));
    let now = after(&state, &made.events);
    let said = now.all(Noun::Confirmation).next().unwrap();
    assert_eq!(
        (said.word("answer"), said.text("role"), said.text("words")),
        (Some("confirmed"), "directeur", "Andere datum: medio 2026")
    );
    let again = answers(&back, &now, &[]);
    assert_eq!((again.events.len(), again.known, codes(&again)), (0, 1, vec![]));
}

#[test]
fn an_answer_to_an_older_wording_stands_for_that_one() {
    let (state, mut sheet) = asked();
    let said = |entry: &Entry| Event {
        day: Day::parse("2025-01-01").unwrap(),
        recorded: "2025-01-01T09:00:00Z".to_owned(),
        by: None,
        what: What::Set(entry.clone()),
    };
    let before: Vec<Event> = state.all(Noun::Action).map(said).collect();
    let changed = desk().read(&[grid("Maatregel | Gereed\nHuisbezoek | eind 2026")], &state);
    let state = after(&state, &changed.events);
    fill(&mut sheet, 0, Column::Answer, "ja");
    let made = answers(&[sheet.grid("back.xlsx", 1)], &state, &before);
    assert_eq!((codes(&made), made.events.len()), (vec!["K0642"], 1));
    let now = after(&state, &made.events);
    let hole = holes(&now, &Facts::default(), AREA);
    assert!(hole.iter().any(|it| it.kind == HoleKind::ActionNotConfirmed && it.why == Why::ChangedSince));
}

#[test]
fn what_cannot_be_an_answer_is_told_by_row_and_nothing_is_taken() {
    for (column, text, code) in [
        (Column::Answer, "misschien", "K0623"),
        (Column::Nr, "a99", "K0641"),
        (Column::Nr, "", "K0641"),
        (Column::Organisation, "o99", "K0643"),
        (Column::Wording, "1.2345E+15", "K0645"),
        // A wording that the action never had, and a partner that has no part in it.
        (Column::Wording, "v-0000000000000000", "K0645"),
        (Column::Organisation, "o3", "K0648"),
    ] {
        let (state, mut sheet) = asked();
        fill(&mut sheet, 0, Column::Answer, "akkoord");
        fill(&mut sheet, 1, Column::Answer, "nee");
        fill(&mut sheet, 0, column, text);
        let made = answers(&[sheet.grid("back.xlsx", 1)], &state, &[]);
        assert_eq!((codes(&made), made.events.len()), (vec![code], 0), "{column:?} {text}");
        assert_eq!(made.problems[0].place.row, Some(2));
    }
    let made = answers(&[grid("Maatregel | Trekker\nHuisbezoek | GGD")], &opened(), &[]);
    assert_eq!(codes(&made), ["K0644"]);
}

#[test]
fn answers_without_their_codes_are_an_error_and_not_a_plan() {
    let (state, _) = asked();
    let bare = grid("Nr | Maatregel | Uw antwoord\na1 | Huisbezoek | geweigerd");
    assert!(is_answer(std::slice::from_ref(&bare)));
    let made = answers(&[bare], &state, &[]);
    assert_eq!((codes(&made), made.events.len()), (vec!["K0647"], 0));
}

#[test]
fn an_old_sheet_that_comes_in_again_does_not_undo_a_later_answer() {
    let (state, mut sheet) = asked();
    fill(&mut sheet, 0, Column::Answer, "akkoord");
    let first = sheet.grid("back.xlsx", 1);
    let state = after(&state, &answers(std::slice::from_ref(&first), &state, &[]).events);
    fill(&mut sheet, 0, Column::Answer, "nee");
    let state = after(&state, &answers(&[sheet.grid("later.xlsx", 1)], &state, &[]).events);
    let made = answers(&[first], &state, &[]);
    assert_eq!((codes(&made), made.events.len()), (vec!["K0646"], 0));
}
