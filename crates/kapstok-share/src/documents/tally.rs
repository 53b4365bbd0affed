// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What is counted of a document: chapters, the matrix, aims, ladders, words, verdicts.
//!
//! In: rows. Out: counts and the rows that they count. Invariant: each sum is of rows of the same document; money
//! that two rows may state is added once. Not here: the sentences (`said`).

use std::collections::{BTreeMap, BTreeSet};

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
    let all = rows.chapters.iter().map(|row| {
        let [area, both, by_domain, neither] = row.framing;
        Chapter {
            title: &row.title,
            sentences: row.sentences,
            by_area: area + both,
            by_domain,
            neither,
            commitments: row.commitments,
            aims: row.aims(),
            amounts: row.amounts,
        }
    });
    all.collect()
}

/// Money of one currency over one kind of time: an amount for each year is no sum with an amount in all.
#[derive(Clone, Debug, PartialEq)]
pub struct Money {
    /// Three letters.
    pub currency: String,
    /// `each-year`, `in-all`, `unsaid`.
    pub time: String,
    /// Sum of what is said; of ranges the lower ends.
    pub from: f64,
    /// The same with the upper ends.
    pub to: f64,
}

/// Money in the sentences of a cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CellMoney {
    /// In sentences that promise something, per currency and kind of time.
    pub promised: Vec<Money>,
    /// Amounts in sentences that promise nothing: what others spend, a whole budget, what was. They are not added up.
    pub n_others: usize,
    /// Amounts that may be stated twice, and were added once.
    pub n_twice: usize,
}

/// Money in the sentences of a cell: only what stands in a promise is added up.
pub fn money(rows: &DocumentRows, cell: &CellRow) -> CellMoney {
    let keys: BTreeSet<&str> = cell.statements.iter().map(String::as_str).collect();
    let in_cell = || rows.statements.iter().filter(|one| keys.contains(one.key.as_str()));
    let promises: BTreeSet<&str> =
        in_cell().filter(|one| one.commitment.is_some()).map(|one| one.key.as_str()).collect();
    let mut seconds: BTreeMap<&str, Vec<&PlaceRow>> = BTreeMap::new();
    for double in &rows.doubles {
        if let ([first, second], Some(place)) = (double.statements.as_slice(), double.places.get(1))
            && promises.contains(first.as_str())
        {
            seconds.entry(second).or_default().push(place);
        }
    }
    let mut sums: BTreeMap<(&str, usize, &str), (f64, f64)> = BTreeMap::new();
    let (mut n_others, mut n_twice) = (0, 0);
    for statement in in_cell() {
        let places = seconds.get(statement.key.as_str()).map_or(&[][..], Vec::as_slice);
        let of_money = statement.money.iter().filter(|amount| amount.role == "money");
        for amount in of_money {
            if statement.commitment.is_none() {
                n_others += 1;
                continue;
            }
            if places.iter().any(|place| stands_at(statement, amount, place)) {
                n_twice += 1;
                continue;
            }
            let order = TIMES.iter().position(|time| amount.time == *time).unwrap_or(TIMES.len());
            let sum = sums.entry((&amount.currency, order, &amount.time)).or_default();
            sum.0 += amount.amount;
            sum.1 += amount.to.unwrap_or(amount.amount);
        }
    }
    let money = |((currency, _, time), (from, to)): ((&str, usize, &str), (f64, f64))| Money {
        currency: currency.to_owned(),
        time: time.to_owned(),
        from,
        to,
    };
    CellMoney { promised: sums.into_iter().map(money).collect(), n_others, n_twice }
}

/// Kinds of time, in the order in which sums are shown.
const TIMES: [&str; 3] = ["each-year", "in-all", "unsaid"];

/// Whether an amount is the one at a place.
fn stands_at(statement: &StatementRow, amount: &AmountRow, place: &PlaceRow) -> bool {
    let start = statement.place.span[0] + amount.span[0];
    place.block == statement.place.block && (place.span[0]..place.span[1].max(place.span[0] + 1)).contains(&start)
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
        match (aim.1.role.as_str(), aim.1.is_aim(), aim.1.grade.as_str()) {
            ("parameter", ..) => aims.parameters.push(aim),
            ("fact", ..) => aims.facts.push(aim),
            (_, true, "T3") => aims.with_term.push(aim),
            (_, true, _) => aims.without_term.push(aim),
            _ => {}
        }
    }
    aims
}

/// Ladders of sentences that name an area, in reading order.
pub fn area_ladders(rows: &DocumentRows) -> Vec<(&StatementRow, &LadderRow)> {
    let ladders: BTreeMap<&str, &LadderRow> = rows.ladders.iter().map(|ladder| (&*ladder.key, ladder)).collect();
    let of_area = rows.statements.iter().filter(|one| !one.areas.is_empty());
    of_area.filter_map(|one| Some((one, *ladders.get(&*one.key)?))).collect()
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

/// The sentence around a place. Sentences of rows stand in reading order, so that none is passed by.
pub fn statement_at<'r>(rows: &'r DocumentRows, place: &PlaceRow) -> Option<&'r StatementRow> {
    let is_before = |one: &StatementRow| (one.place.block, one.place.span[0]) <= (place.block, place.span[0]);
    let last = rows.statements.partition_point(is_before).checked_sub(1)?;
    let holds = |one: &&StatementRow| {
        let own = &one.place;
        own.block == place.block && own.cell == place.cell && place.span[0] < own.span[1]
    };
    rows.statements.get(last).filter(holds)
}

/// The anchor of a place in the text of its document: its sentence, or its block.
pub fn anchor(rows: &DocumentRows, place: &PlaceRow) -> String {
    statement_at(rows, place).map_or_else(|| format!("b-{}", place.block), |statement| anchor_of(statement.id))
}

/// The anchor of a sentence.
pub fn anchor_of(id: u32) -> String {
    format!("z-{id}")
}
