// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Sums of invented tables: what holds, what differs and is told, and what cannot be checked.
#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use kapstok_read::recipe::Identity;
use kapstok_read::table::{Cell, Check, ColumnKind, MoneyTable, Outcome, Role, Rounding, WhyNotChecked, money_tables};
use kapstok_read::{Document, Limits, Recipe, extract};
use proptest::prelude::*;

fn recipe(name: &str) -> Recipe {
    let text = match name {
        "nl" => include_str!("../../../recipes/read-nl-coalition/recipe.toml"),
        _ => include_str!("../../../recipes/read-en-plan/recipe.toml"),
    };
    let (recipe, lints) = Recipe::parse(text);
    assert_eq!(lints, []);
    recipe.unwrap()
}

/// A web page with one table; the first cell of each row is its label.
fn page(caption: &str, rows: &[Vec<String>]) -> Vec<u8> {
    let cells = |row: &Vec<String>| row.iter().map(|cell| format!("<td>{cell}</td>")).collect::<String>();
    let rows: String = rows.iter().map(|row| format!("<tr>{}</tr>", cells(row))).collect();
    format!("<html><body><h1>Geld</h1><p>{caption}</p><table>{rows}</table></body></html>").into_bytes()
}

fn read(language: &str, caption: &str, rows: &[&[&str]]) -> (Document, Vec<MoneyTable>) {
    let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect();
    let recipe = recipe(language);
    let document = Document::of(extract(&page(caption, &rows), &Limits::default()).unwrap(), &recipe);
    let tables = money_tables(&document, &recipe);
    (document, tables)
}

/// The only check of a sum in a row and column.
fn check(table: &MoneyTable, identity: Identity, row: usize, column: usize) -> &Check {
    let is = |check: &&Check| (check.identity, check.row, check.column) == (identity, row, column);
    table.checks.iter().find(is).unwrap()
}

#[test]
fn each_doubt_about_a_table_or_a_policy_points_at_its_words() {
    let text = include_str!("../../../recipes/read-nl-coalition/recipe.toml");
    let cases = [
        ("\"total = chapters\"", "\"total = parts\"", "K0818", "total = parts"),
        ("marks = [\"I.\"]", "marks = [\"II.\"]", "K0818", "II."),
        ("currency = \"EUR\"\ntimes = 1_000\n", "currency = \"eur\"\ntimes = 1_000\n", "K0818", "eur"),
        ("times = 1_000\n", "times = 0\n", "K0818", "0"),
        ("\"^ totaal\"", "\"..\"", "K0818", ".."),
        ("id = \"politie\"", "id = \"preventie\"", "K0819", "preventie"),
    ];
    for (from, to, code, found) in cases {
        let changed = text.replacen(from, to, 1);
        assert_ne!(changed, text, "{from}");
        let (recipe, lints) = Recipe::parse(&changed);
        let told: Vec<(&str, &str)> = lints.iter().map(|lint| (lint.code, lint.found.as_str())).collect();
        assert_eq!(told, [(code, found)], "{to}");
        let span = lints[0].span.clone().unwrap();
        assert_eq!(changed[span].trim_matches('"'), found, "{to}");
        assert!(recipe.is_none(), "{to}");
    }
}

const BUDGET: &[&[&str]] = &[
    &["in mln. + is saldoverslechterend", "2026", "2027", "Struc"],
    &["I. Wonen", "1.005", "20", "-"],
    &["a. Huizen", "1.000", "", ""],
    &["i. Straten", "5", "15", ""],
    &["II. Zorg", "7", "-3", "4"],
    &["e1. Huisarts", "7", "-4", "pm"],
    &["Totaal", "1.012", "30", "4"],
    &["EMU-saldo", "-1,5%", "", ""],
];

#[test]
fn rows_know_their_chapter_and_a_capital_tells_a_numeral_from_a_letter() {
    let (_, tables) = read("nl", "Zo wordt het geld verdeeld over de jaren die komen.", BUDGET);
    let [table] = &tables[..] else { panic!("{tables:?}") };
    let rows: Vec<(Role, Option<&str>, &str, Option<usize>)> =
        table.rows.iter().map(|row| (row.role, row.mark.as_deref(), row.name.as_str(), row.chapter)).collect();
    let expected = [
        (Role::Chapter, Some("I"), "Wonen", None),
        (Role::Row, Some("a"), "Huizen", Some(0)),
        (Role::Row, Some("i"), "Straten", Some(0)),
        (Role::Chapter, Some("II"), "Zorg", None),
        (Role::Row, Some("e1"), "Huisarts", Some(3)),
        (Role::Total, None, "Totaal", None),
        (Role::Apart, None, "EMU-saldo", None),
    ];
    assert_eq!(rows, expected);
    let kinds: Vec<&ColumnKind> = table.columns.iter().map(|column| &column.kind).collect();
    assert_eq!(kinds, [&ColumnKind::Year(2026), &ColumnKind::Year(2027), &ColumnKind::Structural]);
    let money: Vec<(usize, i128)> = table.money(0).iter().map(|money| (money.column, money.cents)).collect();
    // A dash is nothing, so there is no money in the third column.
    assert_eq!(money, [(0, 100_500_000_000), (1, 2_000_000_000)]);
}

#[test]
fn a_sum_holds_or_its_difference_is_told_or_it_says_why_it_was_not_checked() {
    let (_, tables) = read("nl", "Zo wordt het geld verdeeld over de jaren die komen.", BUDGET);
    let table = &tables[0];
    let differs = |difference, rounding| Outcome::Differs { difference, rounding };
    let chapter = Identity::ChapterIsRows;
    let cases = [
        (chapter, 0, 0, Outcome::Holds),
        // 20 is printed and 15 computed: with one term, rounding explains at most 1.
        (chapter, 0, 1, differs(5, Rounding::Impossible)),
        (chapter, 3, 0, Outcome::Holds),
        (chapter, 3, 1, differs(1, Rounding::Possible)),
        (Identity::TotalIsChapters, 5, 0, Outcome::Holds),
        (Identity::TotalIsChapters, 5, 1, differs(13, Rounding::Impossible)),
        (Identity::TotalIsChapters, 5, 2, Outcome::Holds),
    ];
    for (identity, row, column, expected) in cases {
        assert_eq!(check(table, identity, row, column).outcome, expected, "{identity:?} {row} {column}");
    }
    // A word is no figure, and no figure is guessed for it.
    let word = check(table, chapter, 3, 2);
    let Outcome::NotChecked(WhyNotChecked::NoFigure(place)) = &word.outcome else { panic!("{word:?}") };
    assert_eq!((place.quote(), word.computed), ("pm", None));
    // Nothing printed and nothing to add is no sum.
    assert_eq!(table.checks.len(), 8);
}

#[test]
fn every_cell_of_a_check_stands_where_it_says() {
    let (document, tables) = read("nl", "Zo wordt het geld verdeeld over de jaren die komen.", BUDGET);
    let mut n = 0;
    for term in tables[0].checks.iter().flat_map(|check| check.printed.iter().chain(&check.terms)) {
        let again = term.place.read_again(&document.pages, &document.words);
        assert_eq!(again.as_deref(), Some(term.place.quote()));
        let Cell::Figure(figure, place) = &tables[0].rows[term.row].cells[term.column] else { panic!("{term:?}") };
        assert_eq!((*figure, place), (term.figure, &term.place));
        assert_eq!(term.place.quote().replace('.', ""), term.figure.to_string());
        n += 1;
    }
    // 3 + 2 of chapter I; 2 + 2 + 1 of II, where `pm` is no term; 3 + 3 + 2 of the total.
    assert_eq!(n, 18);
}

#[test]
fn a_figure_that_is_changed_is_found_in_its_chapter_and_in_the_total() {
    let mut rows: Vec<Vec<&str>> = BUDGET.iter().map(|row| row.to_vec()).collect();
    rows[4][1] = "8";
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    let (_, tables) = read("nl", "Zo wordt het geld verdeeld over de jaren die komen.", &rows);
    let one = |difference| Outcome::Differs { difference, rounding: Rounding::Possible };
    assert_eq!(check(&tables[0], Identity::ChapterIsRows, 3, 0).outcome, one(1));
    assert_eq!(check(&tables[0], Identity::TotalIsChapters, 5, 0).outcome, one(-1));
    assert_eq!(check(&tables[0], Identity::ChapterIsRows, 0, 0).outcome, Outcome::Holds);
}

#[test]
fn the_unit_is_what_the_head_or_the_text_beside_it_says_and_never_guessed() {
    let rows = |head: &'static str| -> Vec<Vec<String>> {
        [[head, "2026"], ["I. Wonen", "12,5"], ["a. Huizen", "12,5"]]
            .map(|row| row.map(str::to_owned).to_vec())
            .to_vec()
    };
    let cases = [
        ("in mln. euro", "Intensiveringen per jaar.", Some(1_000_000), Some(1_250_000_000)),
        ("(x € 1.000)", "Intensiveringen per jaar.", Some(1_000), Some(1_250_000)),
        ("Doel", "Intensiveringen in miljarden.", Some(1_000_000_000), Some(1_250_000_000_000)),
        // An amount in the text is not the unit of the table.
        ("Doel", "Intensiveringen van 3 mln euro per jaar.", None, None),
        ("Doel", "Intensiveringen per jaar.", None, None),
    ];
    let recipe = recipe("nl");
    for (head, caption, times, cents) in cases {
        let document = Document::of(extract(&page(caption, &rows(head)), &Limits::default()).unwrap(), &recipe);
        let tables = money_tables(&document, &recipe);
        let [table] = &tables[..] else { panic!("{head} {caption}: {tables:?}") };
        assert_eq!(table.unit.as_ref().map(|unit| unit.times), times, "{head} {caption}");
        assert_eq!(table.money(1).first().map(|money| money.cents), cents, "{head} {caption}");
        assert_eq!(check(table, Identity::ChapterIsRows, 0, 0).outcome, Outcome::Holds, "{head} {caption}");
    }
}

#[test]
fn a_table_that_no_rule_knows_is_no_money() {
    let (_, tables) =
        read("nl", "Zoveel woningen zijn er.", &[&["Wijk", "2026"], &["I. Noord", "5"], &["a. Duin", "5"]]);
    assert_eq!(tables, []);
    // Words of the budget without any row that the rule sums.
    let (_, tables) = read("nl", "Intensiveringen in mln. euro.", &[&["Doel", "2026"], &["Wonen", "5"]]);
    assert_eq!(tables, []);
}

#[test]
fn an_english_table_without_marks_adds_up_to_its_total_by_year_and_in_all() {
    let rows: &[&[&str]] = &[
        &["£ million", "2026", "2027", "Total"],
        &["Housing", "1,200.5", "3", "1,203.5"],
        &["Youth work", "0.5", "", "0.5"],
        &["Total", "1,201", "3", "1,205"],
    ];
    let (_, tables) = read("en", "What we will spend in the years of this plan.", rows);
    let [table] = &tables[..] else { panic!("{tables:?}") };
    assert_eq!((table.rule.as_str(), table.decimals), ("budget-plain", 1));
    let told: Vec<(Identity, usize, usize, &Outcome)> =
        table.checks.iter().map(|check| (check.identity, check.row, check.column, &check.outcome)).collect();
    let off = Outcome::Differs { difference: 10, rounding: Rounding::Impossible };
    let (total, by_year) = (Identity::TotalIsRows, Identity::SumColumnIsYears);
    let expected = [
        (total, 2, 0, &Outcome::Holds),
        (total, 2, 1, &Outcome::Holds),
        // 1,205.0 is printed; 1,203.5 + 0.5 = 1,204.0 and 1,201 + 3 = 1,204.0.
        (total, 2, 2, &off),
        (by_year, 0, 2, &Outcome::Holds),
        (by_year, 1, 2, &Outcome::Holds),
        (by_year, 2, 2, &off),
    ];
    assert_eq!(told, expected);
    assert_eq!(table.unit.as_ref().unwrap().currency, "GBP");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// The order of rows changes no sum, and a chapter is as far off as what was added to it.
    #[test]
    fn the_sum_of_a_chapter_is_the_same_in_any_order(
        figures in prop::collection::vec(-9_999_i64..9_999, 1..8).prop_shuffle(), off in -20_i64..20,
    ) {
        let marks = ["a", "b", "c", "d", "e1", "e2", "f", "g"];
        let sum: i64 = figures.iter().sum();
        let mut rows = vec![vec!["in mln. euro".to_owned(), "2026".to_owned()]];
        rows.push(vec!["I. Wonen".to_owned(), (sum + off).to_string()]);
        rows.extend(figures.iter().zip(marks).map(|(figure, mark)| vec![format!("{mark}. Rij"), figure.to_string()]));
        let recipe = recipe("nl");
        let bytes = page("Intensiveringen per jaar.", &rows);
        let document = Document::of(extract(&bytes, &Limits::default()).unwrap(), &recipe);
        let tables = money_tables(&document, &recipe);
        let [check] = &tables[0].checks[..] else { panic!("{:?}", tables[0].checks) };
        prop_assert_eq!(check.computed, Some(i128::from(sum)));
        prop_assert_eq!(check.terms.len(), figures.len());
        match check.outcome {
            Outcome::Holds => prop_assert_eq!(off, 0),
            Outcome::Differs { difference, .. } => prop_assert_eq!(difference, i128::from(off)),
            Outcome::NotChecked(_) => prop_assert!(false),
        }
    }
}
