// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The money of the coalition agreement of 2021 as it was published, where it is at hand (`KAPSTOK_DATA`, or
//! `../shared/data` beside the checkout): its budget table with all sums, the money ladders of what is known of it, and
//! the amount that it states twice. Without the files each test says what it did not run.

use std::path::PathBuf;
use std::sync::OnceLock;

use kapstok_read::double::{Stand, doubles, money_total};
use kapstok_read::ladder::{Earmark, Ladder, Ladders, Rung, Source, Tie};
use kapstok_read::money::{UnitMoney, unit_money};
use kapstok_read::recipe::Identity;
use kapstok_read::table::{Cell, MoneyTable, Outcome, Role, Rounding, money_tables};
use kapstok_read::{Document, Limits, Recipe, Unit, UnitKind, extract, units};
use serde_json::Value;

fn data(name: &str) -> Option<Vec<u8>> {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let root = std::env::var_os("KAPSTOK_DATA").map_or_else(beside, PathBuf::from).join("policy");
    let found = std::fs::read(root.join(name)).ok();
    if found.is_none() {
        println!("not run: policy/{name} is not at hand");
    }
    found
}

struct Read {
    recipe: Recipe,
    document: Document,
    units: Vec<Unit>,
    money: Vec<UnitMoney>,
    tables: Vec<MoneyTable>,
}

fn read() -> Option<&'static Read> {
    static READ: OnceLock<Option<Read>> = OnceLock::new();
    READ.get_or_init(|| {
        let bytes = data("coalitieakkoord-2021-2025.pdf")?;
        let recipe = Recipe::parse(include_str!("../../../../recipes/read-nl-coalition/recipe.toml")).0.unwrap();
        let document = Document::of(extract(&bytes, &Limits::default()).unwrap(), &recipe);
        let tables = money_tables(&document, &recipe);
        let units = units(&document, &recipe);
        let money = unit_money(&units, &recipe);
        Some(Read { recipe, document, units, money, tables })
    })
    .as_ref()
}

/// Counts what holds and what does not, and prints it; anything that does not fails.
fn tell(what: &str, passed: usize, of: usize) {
    println!("{what}: {passed} passed, {} failed", of - passed);
    assert_eq!(passed, of, "{what}");
}

/// The only table that the recipe knows stands on printed page 45.
fn budget(read: &Read) -> &MoneyTable {
    let [table] = &read.tables[..] else { panic!("{} tables", read.tables.len()) };
    assert_eq!(read.document.blocks[table.block].place.printed(), Some("45"));
    table
}

#[test]
fn each_row_of_the_budget_is_a_chapter_a_row_or_the_total_with_its_figures() {
    let (Some(read), Some(known)) = (read(), data("annex-budget.json")) else { return };
    let known: Value = serde_json::from_slice(&known).unwrap();
    let table = budget(read);
    let (mut rows, mut cells, mut of_cells) = (0, 0, 0);
    let mut chapter = None;
    let ours: Vec<_> = table.rows.iter().filter(|row| row.role != Role::Apart).collect();
    for (row, ours) in known["rows"].as_array().unwrap().iter().zip(&ours) {
        let role = match row["level"].as_str().unwrap() {
            "chapter" => Role::Chapter,
            "row" => Role::Row,
            _ => Role::Total,
        };
        if role == Role::Chapter {
            chapter = row["label"].as_str();
        }
        let same_label = ours.label.quote() == row["label"].as_str().unwrap();
        let of = ours.chapter.map(|chapter| table.rows[chapter].label.quote());
        let same_chapter = of == chapter.filter(|_| role == Role::Row);
        rows += usize::from(ours.role == role && same_label && same_chapter);
        for (column, title) in ["2022", "2023", "2024", "2025", "struc"].iter().enumerate() {
            let figure = row["mln_eur"][*title].as_i64().map(i128::from);
            cells += usize::from(ours.cells[column].figure() == figure);
            of_cells += 1;
        }
    }
    assert_eq!((known["rows"].as_array().unwrap().len(), ours.len(), of_cells), (31, 31, 155));
    tell("rows with their role and chapter", rows, 31);
    tell("cells with their figure", cells, 155);
    // An empty cell is nothing; a printed nought is nought.
    let empty = ours.iter().flat_map(|row| &row.cells).filter(|cell| **cell == Cell::Nothing(None)).count();
    let nought = ours.iter().flat_map(|row| &row.cells).filter(|cell| cell.figure() == Some(0)).count();
    println!("empty cells: {empty}; noughts: {nought}");
    assert!(empty > 0 && nought > 0);
    let unit = table.unit.as_ref().unwrap();
    assert_eq!((unit.currency.as_str(), unit.times), ("EUR", 1_000_000));
}

#[test]
fn forty_of_forty_chapters_add_up_and_the_total_of_2022_is_one_off_and_told_not_mended() {
    let Some(read) = read() else { return };
    let table = budget(read);
    let of = |identity: Identity| table.checks.iter().filter(move |check| check.identity == identity);
    let holds = |identity: Identity| of(identity).filter(|check| check.outcome == Outcome::Holds).count();
    tell("cells of chapters that are the sum of their rows", holds(Identity::ChapterIsRows), 40);
    assert_eq!(of(Identity::ChapterIsRows).count(), 40);
    assert_eq!((holds(Identity::TotalIsChapters), of(Identity::TotalIsChapters).count()), (4, 5));
    let off = of(Identity::TotalIsChapters).find(|check| check.outcome != Outcome::Holds).unwrap();
    let printed = off.printed.as_ref().unwrap();
    assert_eq!((off.column, printed.figure, off.computed, off.terms.len()), (0, 6541, Some(6542), 8));
    assert_eq!(off.outcome, Outcome::Differs { difference: -1, rounding: Rounding::Possible });
    assert_eq!((printed.place.quote(), printed.place.printed()), ("6.541", Some("45")));
    println!("total of 2022: 6,541 printed, 6,542 computed from {} chapters", off.terms.len());
    let mut places = 0;
    for term in table.checks.iter().flat_map(|check| check.printed.iter().chain(&check.terms)) {
        let again = term.place.read_again(&read.document.pages, &read.document.words);
        assert_eq!(again.as_deref(), Some(term.place.quote()));
        places += 1;
    }
    println!("places of cells in sums: {places} passed, 0 failed");
}

impl Read {
    /// The ladder of the sentence with these words on a printed page, without terms of a lexicon.
    fn ladder(&self, printed: &str, words: &str) -> Ladder {
        let is = |unit: &Unit| {
            let place = &unit.place;
            matches!(unit.kind, UnitKind::Sentence(_))
                && place.printed() == Some(printed)
                && place.quote().contains(words)
        };
        let unit = self.units.iter().position(is).unwrap_or_else(|| panic!("`{words}` is not on page {printed}"));
        let ladders = Ladders::of(&self.document, &self.recipe, &self.units, &self.money, &self.tables);
        ladders.ladder(unit, &[]).unwrap()
    }

    /// The mark of each row on a ladder, with its figures.
    fn rows(&self, ladder: &Ladder) -> Vec<(String, Vec<String>)> {
        let row = |step: &kapstok_read::ladder::Step| {
            let Source::Row { table, row, money } = &step.source else { return None };
            let figures = money.iter().map(|money| money.place.quote().to_owned()).collect();
            Some((self.tables[*table].rows[*row].mark.clone().unwrap_or_default(), figures))
        };
        ladder.steps.iter().filter_map(row).collect()
    }
}

/// Printed pages of the texts on a rung.
fn pages(ladder: &Ladder, rung: Rung) -> Vec<&str> {
    ladder
        .on(rung)
        .filter_map(|step| match &step.source {
            Source::Text { amounts, .. } => amounts.first().and_then(|(_, place)| place.printed()),
            Source::Row { .. } => None,
        })
        .collect()
}

#[test]
fn the_area_sentences_have_the_ladders_that_a_reader_found() {
    let Some(read) = read() else { return };
    let figures = |ladder: &Ladder, mark: &str| -> Vec<String> {
        read.rows(ladder).into_iter().find(|(found, _)| found == mark).map(|(_, figures)| figures).unwrap_or_default()
    };
    // Nothing in the sentence, the item or under the heading; a thousand million for the chapter names its policy.
    for words in ["domeinoverstijgende wijkaanpak", "wijkenaanpak"] {
        let ladder = read.ladder("17", words);
        assert_eq!((ladder.lowest(), ladder.lowest_earmarked()), (Rung::Chapter, Rung::None), "{words}");
        assert_eq!(pages(&ladder, Rung::Chapter), ["16"], "{words}");
        assert_eq!(ladder.steps[0].tie, Tie::Policy { id: "preventie".into() }, "{words}");
        let rows = read.rows(&ladder);
        assert_eq!(rows.len(), 1, "{words}: {rows:?}");
        assert_eq!(figures(&ladder, "h"), ["220", "640", "960", "1.100", "1.000"], "{words}");
    }
    // The school day: under the same heading, some twenty lines on, for its policy.
    let ladder = read.ladder("19", "Als onderdeel van een brede aanpak");
    let first = &ladder.steps[0];
    assert_eq!((first.rung, first.tie.earmark()), (Rung::Heading, Earmark::PolicyNamed));
    let Source::Text { distance, amounts, .. } = &first.source else { panic!("{first:?}") };
    assert!((18..=26).contains(&distance.lines), "{distance:?}");
    assert!(amounts[0].1.quote().contains("1 miljard"), "{amounts:?}");
    println!("school day: {} lines and {} sentences on", distance.lines, distance.sentences);
    // Corporations and Regio Deals: a row of the annex.
    let ladder = read.ladder("12", "prestatieafspraken met corporaties");
    assert_eq!(figures(&ladder, "f"), ["470", "900", "1.420", "1.710"]);
    let ladder = read.ladder("29", "Regio Deals");
    assert_eq!(ladder.lowest(), Rung::AnnexRow);
    assert_eq!(figures(&ladder, "o"), ["50", "250", "300", "300", "0"]);
    println!("ladders as a reader found them: 5 passed, 0 failed");
}

#[test]
fn the_amount_for_new_homes_is_told_twice_and_no_other_pair_of_sentences_is() {
    let Some(read) = read() else { return };
    let found = doubles(&read.document, &read.recipe, &read.units, &read.money, &read.tables);
    let is_sentence = |stand: &Stand| {
        let Stand::Text { unit, .. } = stand else { return false };
        matches!(read.units[*unit].kind, UnitKind::Sentence(_))
    };
    for double in &found {
        let [one, other] = [&double.first, &double.second].map(Stand::place);
        let page = |place: &kapstok_read::Place| place.printed().unwrap_or_default().to_owned();
        println!("{} p.{} and {} p.{}: {:?}", one.quote(), page(one), other.quote(), page(other), double.shared);
    }
    let pairs: Vec<_> =
        found.iter().filter(|double| is_sentence(&double.first) && is_sentence(&double.second)).collect();
    let [pair] = &pairs[..] else { panic!("{} pairs", pairs.len()) };
    let printed = [&pair.first, &pair.second].map(|stand| stand.place().printed());
    assert_eq!(printed, [Some("13"), Some("15")]);
    let counts = |unit: usize, _: &kapstok_read::amount::Amount| matches!(read.units[unit].kind, UnitKind::Sentence(_));
    let mut less = 0;
    for total in money_total(&read.money, &found, counts) {
        println!(
            "{} {:?}: {} amounts, {} mln, {} mln once",
            total.currency,
            total.span,
            total.n,
            total.with_doubles / 100_000_000,
            total.without_doubles / 100_000_000
        );
        less += total.with_doubles - total.without_doubles;
    }
    assert_eq!(less, 750_000_000_000);
}

#[test]
fn no_ladder_of_any_sentence_has_money_below_its_lowest_rung_and_every_place_reads_back() {
    let Some(read) = read() else { return };
    let ladders = Ladders::of(&read.document, &read.recipe, &read.units, &read.money, &read.tables);
    let mut lowest: std::collections::BTreeMap<Rung, usize> = std::collections::BTreeMap::new();
    let mut n = 0;
    for index in (0..read.units.len()).filter(|index| matches!(read.units[*index].kind, UnitKind::Sentence(_))) {
        let ladder = ladders.ladder(index, &[]).unwrap();
        assert!(ladder.steps.windows(2).all(|pair| pair[0].rung <= pair[1].rung));
        let own = read.money.iter().any(|money| money.unit == index);
        assert_eq!(ladder.lowest() == Rung::Sentence, own);
        *lowest.entry(ladder.lowest()).or_default() += 1;
        for step in &ladder.steps {
            let Source::Text { amounts, .. } = &step.source else { continue };
            for (_, place) in amounts {
                let again = place.read_again(&read.document.pages, &read.document.words);
                assert_eq!(again.as_deref(), Some(place.quote()));
                n += 1;
            }
        }
    }
    println!("lowest rung of all sentences: {lowest:?}");
    println!("places of amounts on ladders: {n} passed, 0 failed");
}
