// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What is counted of a document: chapters, the matrix, aims, ladders, words, verdicts.
//!
//! In: rows. Out: counts and the rows that they count. Invariant: each sum is of rows of the same document; money
//! that two rows may state is added once. Not here: the sentences (`said`).

use std::collections::BTreeMap;

use kapstok_read::row::{
    AmountRow, AnswerRow, CellRow, DocumentRows, LadderRow, MentionRow, Named, PlaceRow, StatementRow, TargetRow,
};

/// Sentences that name an area.
pub fn n_by_area(rows: &DocumentRows) -> usize {
    rows.statements.iter().filter(|one| !one.areas.is_empty()).count()
}

/// A chapter by framing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chapter<'a> {
    /// Its heading; empty for what stands before any.
    pub title: &'a str,
    /// Sentences.
    pub sentences: usize,
    /// Of these, those that name an area.
    pub by_area: usize,
    /// Those that name domains and no area.
    pub by_domain: usize,
    /// The others.
    pub neither: usize,
    /// Promises.
    pub commitments: usize,
    /// Outcomes with a number.
    pub aims: usize,
    /// Amounts.
    pub amounts: usize,
}

/// Chapters in reading order.
pub fn chapters(rows: &DocumentRows) -> Vec<Chapter<'_>> {
    let chapter = |row: &'_ kapstok_read::row::ChapterRow| {
        let [area, both, domains, neither] = row.framing;
        (area + both, domains, neither)
    };
    let all = rows.chapters.iter().map(|row| {
        let (by_area, by_domain, neither) = chapter(row);
        Chapter {
            title: &row.title,
            sentences: row.sentences,
            by_area,
            by_domain,
            neither,
            commitments: row.commitments,
            aims: row.targets[1] + row.targets[2],
            amounts: row.amounts,
        }
    });
    all.collect()
}

/// Money of one currency.
#[derive(Clone, Debug, PartialEq)]
pub struct Money {
    /// Three letters.
    pub currency: String,
    /// Sum of what is said; of ranges the lower ends.
    pub from: f64,
    /// The same with the upper ends.
    pub to: f64,
}

/// Money in the sentences of a cell, per currency; what may be one amount, stated twice, is added once.
pub fn money(rows: &DocumentRows, cell: &CellRow) -> Vec<Money> {
    let is_in = |key: &String| cell.statements.contains(key);
    let mut sums: BTreeMap<&str, (f64, f64)> = BTreeMap::new();
    for statement in rows.statements.iter().filter(|one| is_in(&one.key)) {
        let of_money = statement.money.iter().filter(|amount| amount.role == "money");
        for amount in of_money.filter(|amount| !is_second(rows, cell, statement, amount)) {
            let sum = sums.entry(&amount.currency).or_default();
            sum.0 += amount.amount;
            sum.1 += amount.to.unwrap_or(amount.amount);
        }
    }
    sums.into_iter().map(|(currency, (from, to))| Money { currency: currency.to_owned(), from, to }).collect()
}

/// Whether an amount is the second of two that may be one, both in the cell.
fn is_second(rows: &DocumentRows, cell: &CellRow, statement: &StatementRow, amount: &AmountRow) -> bool {
    let start = statement.place.span[0] + amount.span[0];
    rows.doubles.iter().any(|double| {
        let [first, second] = double.statements.as_slice() else { return false };
        let stands_here = double.places.get(1).is_some_and(|place| {
            place.block == statement.place.block
                && (place.span[0]..place.span[1].max(place.span[0] + 1)).contains(&start)
        });
        *second == statement.key && stands_here && cell.statements.contains(first)
    })
}

/// An aim with the sentence in which it stands.
pub type Aim<'a> = (&'a StatementRow, &'a TargetRow);

/// Aims, and what looks like one and is none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Aims<'a> {
    /// Outcomes with a number and a term.
    pub with_term: Vec<Aim<'a>>,
    /// Outcomes with a number alone.
    pub without_term: Vec<Aim<'a>>,
    /// Numbers of a rule: a rate, a limit.
    pub parameters: Vec<Aim<'a>>,
    /// Numbers of what is.
    pub facts: Vec<Aim<'a>>,
}

/// Sorts aims; an outcome without a number (T1) is none of them.
pub fn aims(rows: &DocumentRows) -> Aims<'_> {
    let mut aims = Aims::default();
    let all = rows.statements.iter().flat_map(|one| one.targets.iter().map(move |target| (one, target)));
    for aim in all {
        match (aim.1.role.as_str(), aim.1.grade.as_str()) {
            ("parameter", _) => aims.parameters.push(aim),
            ("fact", _) => aims.facts.push(aim),
            (_, "T3") => aims.with_term.push(aim),
            (_, "T2") => aims.without_term.push(aim),
            _ => {}
        }
    }
    aims
}

/// Ladders of sentences that name an area, in reading order.
pub fn area_ladders(rows: &DocumentRows) -> Vec<(&StatementRow, &LadderRow)> {
    let of_area = rows.statements.iter().filter(|one| !one.areas.is_empty());
    of_area.filter_map(|one| Some((one, rows.ladders.iter().find(|ladder| ladder.key == one.key)?))).collect()
}

/// A word of the lexicon, with where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Word<'a> {
    /// Its name.
    pub name: &'a Named,
    /// Where it stands.
    pub hits: Vec<&'a MentionRow>,
    /// Where it stands and is something else, each by a rule.
    pub excluded: Vec<&'a MentionRow>,
    /// Words that come near.
    pub near: Vec<&'a MentionRow>,
}

/// Words of the lexicon that stand somewhere, in the order of the recipe.
pub fn words(rows: &DocumentRows) -> Vec<Word<'_>> {
    let of = |key: &str, outcome: &str| -> Vec<&MentionRow> {
        rows.mentions.iter().filter(|it| it.key == key && it.outcome == outcome).collect()
    };
    let words = rows.document.keys.iter().map(|name| Word {
        name,
        hits: of(&name.id, "hit"),
        excluded: of(&name.id, "excluded"),
        near: of(&name.id, "near"),
    });
    words.filter(|word| !(word.hits.is_empty() && word.excluded.is_empty() && word.near.is_empty())).collect()
}

/// How many asks got which verdict: taken up, partly, elsewhere, not found.
pub fn verdicts(answers: &[AnswerRow]) -> [usize; 4] {
    ["taken-up", "partly", "elsewhere", "not-found"]
        .map(|verdict| answers.iter().filter(|answer| answer.verdict == verdict).count())
}

/// The anchor of a place in the text of its document: its sentence, or its block.
pub fn anchor(rows: &DocumentRows, place: &PlaceRow) -> String {
    let holds = |one: &&StatementRow| {
        let own = &one.place;
        own.block == place.block
            && own.cell == place.cell
            && own.span[0] <= place.span[0]
            && place.span[0] < own.span[1]
    };
    match rows.statements.iter().find(holds) {
        Some(statement) => anchor_of(statement.id),
        None => format!("b-{}", place.block),
    }
}

/// The anchor of a sentence.
pub fn anchor_of(id: u32) -> String {
    format!("z-{id}")
}
