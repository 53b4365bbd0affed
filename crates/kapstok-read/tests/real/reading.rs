// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The whole reading of the agreement of 2021, as a user meets it, against what others wrote down of it.

use kapstok_read::claims::{ClaimVerdict, Claims};
use kapstok_read::count::count;
use kapstok_read::eval::{Gold, evaluate, text_of};
use kapstok_read::row::{DocumentRows, StatementRow};
use kapstok_read::{Document, Limits, Reading, Recipe, extract};

fn recipe() -> Recipe {
    Recipe::parse(include_str!("../../../../recipes/read-nl-coalition/recipe.toml")).0.unwrap()
}

fn rows(recipe: &Recipe) -> Option<DocumentRows> {
    let document = super::document()?;
    Some(Reading::of(document, recipe).rows())
}

fn of_area<'r>(rows: &'r DocumentRows, scale: &str) -> Vec<&'r StatementRow> {
    rows.statements.iter().filter(|one| one.scale.as_deref() == Some(scale)).collect()
}

#[test]
fn the_recipe_reaches_its_floors_on_marked_sentences() {
    let Some(bytes) = super::data("gold-2021.jsonl") else { return };
    let text = String::from_utf8(bytes).unwrap();
    let gold: Vec<Gold> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let recipe = recipe();
    let document = Document::of(extract(text_of(&gold).as_bytes(), &Limits::default()).unwrap(), &recipe);
    let reading = Reading::of(&document, &recipe);
    let judged = |row: Gold| {
        let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let whole = plain(&row.sentence);
        let inside = |index: &usize| whole.contains(&plain(reading.place(&reading.statements[*index]).quote()));
        let of: Vec<usize> = (0..reading.statements.len()).filter(inside).collect();
        let found = (!of.is_empty()).then(|| reading.judged(&of));
        (row, found)
    };
    let rows: Vec<_> = gold.into_iter().map(judged).collect();
    let evaluation = evaluate(&rows, &recipe);
    assert_eq!(evaluation.not_found, Vec::<String>::new());
    for task in &evaluation.tasks {
        let floor = match task.task {
            "money" => 1.0,
            "area" => 0.93,
            "target" => 0.85,
            "commitment" => 0.90,
            "domains" => 0.75,
            other => panic!("{other}"),
        };
        let f1 = task.f1.unwrap();
        println!(
            "{}: marked {}, said {}, both {}, F1 {f1:.3}, recall within {:?}; one annotator",
            task.task, task.marked, task.said, task.both, task.recall_interval
        );
        assert!(f1 >= floor, "{}: {f1}", task.task);
    }
}

#[test]
fn eight_sentences_are_about_neighbourhoods_five_of_them_in_the_chapter_on_safety() {
    let recipe = recipe();
    let Some(rows) = rows(&recipe) else { return };
    let found = of_area(&rows, "wijk");
    let chapter = |start: &str| found.iter().filter(|one| one.place.section[0].starts_with(start)).count();
    assert_eq!((found.len(), chapter("3."), chapter("6.")), (8, 5, 0));
    let counted = |word: &str| {
        let document = super::document().unwrap();
        let reading = Reading::of(document, &recipe);
        count(&reading.units, &recipe, word).unwrap()
    };
    let word = counted("wijkaanpak");
    assert_eq!((word.hits.len(), word.near.len(), word.near[0].form.as_str()), (1, 1, "wijkenaanpak"));
    assert_eq!(counted("huiselijk geweld").hits.len(), 0);
}

#[test]
fn nothing_below_the_chapter_pays_for_the_wijkaanpak() {
    let recipe = recipe();
    let Some(rows) = rows(&recipe) else { return };
    let ladder = rows.ladders.iter().find(|ladder| ladder.place.quote.contains(" wijkaanpak ")).unwrap();
    assert_eq!((ladder.lowest.as_str(), ladder.place.page.as_deref()), ("chapter", Some("17")));
    let rung = |name: &str| ladder.rungs.iter().find(|rung| rung.rung == name).unwrap();
    for name in ["sentence", "item", "heading"] {
        assert!(rung(name).money.is_empty(), "{name}");
    }
    assert!(rung("chapter").money[0].amount.contains("1 miljard"));
    assert_eq!(
        rung("annex-row").money[0].amount,
        "2022: 220 / 2023: 640 / 2024: 960 / 2025: 1.100 / Struc: 1.000 (× 1.000.000 EUR)"
    );
}

#[test]
fn child_poverty_is_the_only_outcome_with_number_and_deadline_in_the_social_chapters() {
    let recipe = recipe();
    let Some(rows) = rows(&recipe) else { return };
    let social = |one: &&StatementRow| ["3.", "4.", "6."].iter().any(|start| one.place.section[0].starts_with(start));
    let with_role = |role: &str| -> Vec<(Option<f64>, Option<String>, Option<String>)> {
        let targets =
            rows.statements.iter().filter(social).flat_map(|one| {
                one.targets.iter().filter(|target| target.grade == "T3").map(move |target| (one, target))
            });
        let of_role = targets.filter(|(_, target)| target.role == role);
        of_role.map(|(one, target)| (target.quantity, target.deadline.clone(), one.place.page.clone())).collect()
    };
    assert_eq!(with_role("outcome"), [(Some(50.0), Some("P4Y".to_owned()), Some("24".to_owned()))]);
    assert_eq!(with_role("parameter"), [(Some(1200.0), Some("2030".to_owned()), Some("24".to_owned()))]);
}

#[test]
fn the_sums_of_the_annex_hold_but_for_one_that_is_reported() {
    let recipe = recipe();
    let Some(rows) = rows(&recipe) else { return };
    let table = &rows.tables[0];
    let others: Vec<_> = table
        .others
        .iter()
        .map(|check| (check.row.as_str(), check.column.as_str(), check.printed.as_deref(), check.computed.as_deref()))
        .collect();
    assert_eq!((table.equal, others), (44, vec![("Totaal", "2022", Some("6.541"), Some("6.542"))]));
}

#[test]
fn the_claims_of_the_essay_are_held_against_the_text() {
    let recipe = recipe();
    let Some(document) = super::document() else { return };
    let claims = Claims::parse(include_str!("../../../../recipes/read-nl-coalition/claims-essay.toml")).0.unwrap();
    let findings = Reading::of(document, &recipe).claimed(&claims);
    let verdicts: Vec<ClaimVerdict> = findings.iter().map(|finding| finding.verdict).collect();
    use ClaimVerdict::{Differs, True, TrueButIncomplete};
    assert_eq!(verdicts, [TrueButIncomplete, Differs, TrueButIncomplete, TrueButIncomplete, True, Differs]);
    assert_eq!(findings[5].says.as_deref(), Some("7"));
    for finding in &findings {
        assert!(!finding.evidence.is_empty(), "{}", finding.claim);
        for evidence in &finding.evidence {
            let again = evidence.place.read_again(&document.pages, &document.words);
            assert_eq!(again.as_deref(), Some(evidence.place.quote()));
        }
    }
}
