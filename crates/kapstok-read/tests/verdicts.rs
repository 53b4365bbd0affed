// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What keeps an answer from being whole, as rows say it: who denies, what is opposed, by when, for what money.
#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use kapstok_read::{Document, Limits, Reading, Recipe, extract};

fn recipe(language: &str) -> Recipe {
    let text = match language {
        "nl" => include_str!("../../../recipes/read-nl-coalition/recipe.toml"),
        _ => include_str!("../../../recipes/read-en-plan/recipe.toml"),
    };
    Recipe::parse(text).0.unwrap()
}

const AGREEMENT: &str = "# Zorg\n\nGezondheid begint thuis. De wachtlijsten zijn lang.\n\n\
        - In Zilverweer openen wij in 2027 een gezondheidscentrum met twaalf kamers.\n\n# Veiligheid\n\n\
    - Wij verhogen de straatverlichting in Molenveld en planten 40 bomen.\n\n# Natuur\n\n\
    De natuur heeft rust nodig. Boeren krijgen hulp.\n";

/// What the whole crate proposes, as its rows say it.
fn rows(language: &str, asking: &str, agreement: &str) -> Vec<kapstok_read::row::AnswerRow> {
    let recipe = recipe(language);
    let read = |text: &str| Document::of(extract(text.as_bytes(), &Limits::default()).unwrap(), &recipe);
    let (asking, agreement) = (read(asking), read(agreement));
    Reading::of(&asking, &recipe).answered_by(&Reading::of(&agreement, &recipe))
}

/// What a remark is about, what was asked, what is given.
type Remark = (String, Option<String>, Option<String>);

/// Verdict and remarks of the first candidate.
fn remarks(language: &str, ask: &str, sentence: &str) -> (String, Vec<Remark>) {
    let (head, agreement) = match language {
        "nl" => ("Wij vragen:", AGREEMENT.to_owned()),
        _ => ("We ask:", "# Town\n\nThe river is wide. Waiting takes long in our town.\n".to_owned()),
    };
    let found = rows(language, &format!("{head}\n\n- {ask}\n"), &format!("{agreement}\n# Ander\n\n{sentence}\n"));
    let first = &found[0].candidates[0];
    assert_eq!(first.place.quote, sentence, "{ask}: {found:#?}");
    let remarks = first.remarks.iter().map(|one| (one.what.clone(), one.asked.clone(), one.given.clone()));
    (found[0].verdict.clone(), remarks.collect())
}

fn whats(language: &str, ask: &str, sentence: &str) -> (String, Vec<String>) {
    let (verdict, remarks) = remarks(language, ask, sentence);
    (verdict, remarks.into_iter().map(|(what, ..)| what).collect())
}

#[test]
fn who_denies_is_told_apart() {
    let some = |text: &str| Some(text.to_owned());
    let cases = [
        // The agreement denies what is asked.
        ("nl", "Leg asfalt in de duinen.", "Wij leggen geen asfalt in de duinen.", ("denied", None, some("geen"))),
        // The ask wants it gone, and the agreement gives it: nothing is denied there.
        ("nl", "Leg geen asfalt in de duinen.", "Wij leggen asfalt in de duinen.", ("given", some("geen"), None)),
        ("nl", "Bouw niet meer in de duinen.", "Wij bouwen huizen in de duinen.", ("given", some("niet"), None)),
        ("en", "Put no more asphalt on the dunes.", "We will put asphalt on the dunes.", ("given", some("no"), None)),
        ("en", "Put asphalt on the dunes.", "We will not put asphalt on the dunes.", ("denied", None, some("not"))),
    ];
    for (language, ask, sentence, (what, asked, given)) in cases {
        let (verdict, found) = remarks(language, ask, sentence);
        assert_eq!(
            (verdict.as_str(), found),
            ("not-found", vec![(what.to_owned(), asked, given)]),
            "{ask} | {sentence}"
        );
    }
    // A bound denies nothing.
    let bound = whats("nl", "Leg niet meer dan 40 banken in de duinen.", "Wij leggen 40 banken in de duinen.");
    assert_eq!(bound.0, "taken-up", "{bound:?}");
}

#[test]
fn what_is_raised_elsewhere_in_the_sentence_is_no_opposite() {
    let ask = "Verlaag de tarieven van het zwembad.";
    let cases = [
        ("Wij verhogen de tarieven van het zwembad.", "not-found"),
        ("De tarieven van het zwembad gaan fors omhoog.", "not-found"),
        ("Wij verhogen in de komende vier jaar voor alle bezoekers de tarieven van het zwembad.", "not-found"),
        ("Wij verlagen de tarieven van het zwembad.", "taken-up"),
        ("De tarieven van het zwembad houden wij laag, en de dijken langs de rivier gaan verder omhoog.", "taken-up"),
        ("Wij matigen de tarieven van het zwembad en verhogen de dijken langs de rivier.", "taken-up"),
    ];
    for (sentence, expected) in cases {
        let (verdict, found) = whats("nl", ask, sentence);
        assert_eq!(verdict, expected, "{sentence}: {found:?}");
    }
}

#[test]
fn a_year_of_a_law_is_no_term_and_a_length_of_time_is_one() {
    let ask = "Open vóór 2028 een nieuw zwembad met glijbanen.";
    let cases: [(&str, &str, &[&str]); 6] = [
        (ask, "Wij openen in 2027 een nieuw zwembad met glijbanen.", &[]),
        (ask, "Wij openen uiterlijk in 2031 een nieuw zwembad met glijbanen.", &["later-term"]),
        // A report of 2025 promises nothing for 2025.
        (ask, "Wij openen volgens de Zwemnota 2025 een nieuw zwembad met glijbanen.", &["no-term"]),
        (ask, "Wij openen binnen twee jaar een nieuw zwembad met glijbanen.", &["other-term"]),
        (
            "Open binnen twee jaar een nieuw zwembad met glijbanen.",
            "Wij openen binnen vier jaar een nieuw zwembad met glijbanen.",
            &["later-term"],
        ),
        (
            "Open binnen twee jaar een nieuw zwembad met glijbanen.",
            "Wij openen binnen 18 maanden een nieuw zwembad met glijbanen.",
            &[],
        ),
    ];
    for (ask, sentence, expected) in cases {
        let (verdict, found) = whats("nl", ask, sentence);
        assert_eq!(found, expected, "{ask} | {sentence}");
        let whole = expected.is_empty() || expected == ["other-term"];
        assert_eq!(verdict, if whole { "taken-up" } else { "partly" }, "{sentence}");
    }
    // As it is written, and no code.
    let (_, later) = remarks("nl", ask, "Wij openen uiterlijk in 2031 een nieuw zwembad met glijbanen.");
    assert_eq!((later[0].1.as_deref(), later[0].2.as_deref()), (Some("vóór 2028"), Some("uiterlijk in 2031")));
}

#[test]
fn money_each_year_is_not_held_against_money_in_all() {
    let ask = "Trek per jaar 3 miljoen euro uit voor zwembaden met glijbanen.";
    let cases: [(&str, &[&str]); 5] = [
        ("Wij trekken per jaar 3 miljoen euro uit voor zwembaden met glijbanen.", &[]),
        ("Wij trekken per jaar 2 miljoen euro uit voor zwembaden met glijbanen.", &["less-money"]),
        ("Wij trekken eenmalig 9 miljoen euro uit voor zwembaden met glijbanen.", &["other-money"]),
        ("Wij trekken 3 miljoen euro uit voor zwembaden met glijbanen.", &[]),
        ("Wij trekken geld uit voor zwembaden met glijbanen.", &["no-money"]),
    ];
    for (sentence, expected) in cases {
        assert_eq!(whats("nl", ask, sentence).1, expected, "{sentence}");
    }
}

#[test]
fn money_that_was_asked_and_stands_nowhere_makes_an_answer_partly() {
    let cases = [
        ("nl", "Open een zwembad met glijbanen voor 3 miljoen euro.", "Wij openen een zwembad met glijbanen."),
        ("en", "Open a swimming pool with slides for £3 million.", "We will open a swimming pool with slides."),
    ];
    for (language, ask, sentence) in cases {
        assert_eq!(whats(language, ask, sentence), ("partly".to_owned(), vec!["no-money".to_owned()]), "{sentence}");
    }
}

/// A chapter with one promise, and a budget with a row for it.
fn with_budget(label: &str, cells: [&str; 3]) -> String {
    let [first, last, each] = cells;
    format!(
        "<!DOCTYPE html><html><body><h1>1. Sport</h1><p>Sport houdt ons gezond en brengt ons bij elkaar.</p><p>Wij openen een zwembad met \
         glijbanen.</p><h1>Bijlage</h1><p>In de tabel staat wat het kost in duizenden euro.</p><table>\
         <tr><td><td>2026<td>2027<td>struc</tr><tr><td>I. Sport<td>{first}<td>{last}<td>{each}</tr>\
         <tr><td>{label}<td>{first}<td>{last}<td>{each}</tr></table>"
    )
}

#[test]
fn a_row_of_the_annex_that_names_what_is_promised_gives_its_money() {
    /// Label and cells of a row.
    type Cells = (&'static str, [&'static str; 3]);
    let row = ("a. Zwembad", ["1.000", "2.000", "500"]);
    let cases: [(&str, Cells, &[&str]); 6] = [
        ("3 miljoen euro", row, &[]),
        ("4 miljoen euro", row, &["less-money"]),
        ("500.000 euro per jaar", row, &[]),
        ("900.000 euro per jaar", row, &["less-money"]),
        // A row of the chapter that names something else is shared money.
        ("3 miljoen euro", ("a. Turnzalen", row.1), &["no-money"]),
        ("900.000 euro per jaar", (row.0, ["800", "900", ""]), &[]),
    ];
    for (money, (label, cells), expected) in cases {
        let ask = format!("Wij vragen:\n\n- Open een zwembad met glijbanen voor {money}.\n");
        let found = rows("nl", &ask, &with_budget(label, cells));
        let first = &found[0].candidates[0];
        let whats: Vec<&str> = first.remarks.iter().map(|one| one.what.as_str()).collect();
        let verdict = if expected.is_empty() { "taken-up" } else { "partly" };
        assert_eq!((found[0].verdict.as_str(), whats.as_slice()), (verdict, expected), "{money} {label}: {first:#?}");
    }
}

#[test]
fn a_place_is_named_as_the_text_writes_it() {
    let ask = "Open een zwembad in Zilverweer en in Molenveld.";
    let remark = |sentence: &str| {
        let (_, mut found) = remarks("nl", ask, sentence);
        let (what, asked, given) = found.remove(0);
        (what, asked.unwrap_or_default(), given.unwrap_or_default())
    };
    let told = |what: &str, asked: &str, given: &str| (what.to_owned(), asked.to_owned(), given.to_owned());
    assert_eq!(remark("Wij openen een zwembad in Zilverweer."), told("fewer-places", "2: Molenveld", "1"));
    assert_eq!(remark("Wij openen een zwembad in Oud-Veen."), told("other-place", "", "Oud-Veen"));
}

#[test]
fn an_answer_that_lacks_a_word_of_the_ask_is_not_whole() {
    let ask = "Wij vragen:\n\n- Open een zwembad met glijbanen, ligweides en saunabaden.\n";
    let lacks = rows("nl", ask, &format!("{AGREEMENT}\nWij openen een zwembad met glijbanen en ligweides.\n"));
    let candidate = &lacks[0].candidates[0];
    assert_eq!((lacks[0].verdict.as_str(), &candidate.unmet), ("taken-up", &vec!["saunabaden".to_owned()]));
    assert!(candidate.remarks.is_empty() && !candidate.is_whole());
    let whole =
        rows("nl", ask, &format!("{AGREEMENT}\nWij openen een zwembad met glijbanen, ligweides en saunabaden.\n"));
    assert!(whole[0].candidates[0].is_whole(), "{:#?}", whole[0].candidates[0]);
}

#[test]
fn an_apostrophe_may_be_typed_in_any_way() {
    for (ask, given) in [("auto’s", "auto's"), ("auto's", "auto’s"), ("auto’s", "auto’s")] {
        let ask = format!("Wij vragen:\n\n- Weer de auto uit het park: geen {ask}.\n");
        let found = rows("nl", &ask, &format!("{AGREEMENT}\nEr komen geen {given} in het park.\n"));
        assert!(found[0].candidates[0].words.contains(&"auto's".to_owned()), "{:#?}", found[0].candidates[0]);
    }
}
