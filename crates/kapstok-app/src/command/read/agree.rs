// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok read agree`: how far two readers agree, question by question, and the statements on which they differ.
//!
//! In: two files of decisions. Out: Krippendorff's alpha with its interval, and a list. Each file counts as one reader.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::Path;

use kapstok_read::review::{
    ACT, Act, Alpha, Decision, Given, Interval, NoAlpha, Outcome, Proposal, Ratings, Row, Standing, interval, merge,
};
use kapstok_score::random::Draws;
use kapstok_share::words::Words;
use kapstok_table::{Problem, Severity};
use serde::Serialize;

use super::said::short;
use crate::failure::Failure;
use crate::problems::{self, Texts};
use crate::review;

/// How often statements are drawn anew, where the draws start, and the share that lies between the bounds.
const N_DRAWS: usize = 999;
const SEED: u64 = 7;
const CONFIDENCE: f64 = 0.95;
/// Fields that are lists: each of their words is a question of its own.
const LISTS: [&str; 3] = ["areas", "domains", "scale"];

#[derive(Serialize)]
struct Agreement {
    first: Reader,
    second: Reader,
    /// Statements that both decided.
    both: usize,
    draws: usize,
    seed: u64,
    confidence: f64,
    questions: Vec<Question>,
    differ: Vec<Differing>,
}

#[derive(Serialize)]
struct Reader {
    file: String,
    decisions: usize,
}

#[derive(Serialize)]
struct Question {
    field: String,
    /// A word of a list.
    word: Option<String>,
    n: usize,
    differ: usize,
    alpha: Option<f64>,
    lower: Option<f64>,
    upper: Option<f64>,
    /// Why there is no alpha: `nothing-to-pair`, `no-variation`.
    without: Option<&'static str>,
    /// Draws that had none.
    draws_without: usize,
}

#[derive(Serialize)]
struct Differing {
    key: String,
    quote: String,
    /// Rows of both files.
    rows: [usize; 2],
    /// What each says, by field; an empty text says that there is nothing.
    fields: BTreeMap<String, [String; 2]>,
}

/// Says how far two readers agree.
///
/// # Errors
/// A file that is wrong; K0877 where both decided on no statement.
pub(super) fn agree(
    first: &Path,
    second: &Path,
    json: bool,
    words: &Words,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let (one, other) = (decided(first, "1", words)?, decided(second, "2", words)?);
    let (proposals, decisions) = side_by_side(&one, &other);
    let merged = merge(&proposals, &decisions);
    let both: Vec<Standing<'_>> = merged.standings.into_iter().filter(|it| it.decisions.len() == 2).collect();
    if both.is_empty() {
        let place = kapstok_table::Place::file(&second.display().to_string());
        return Err(crate::agenda::stop(Problem::error("K0877", place).with("first", first.display())));
    }
    let reader =
        |path: &Path, rows: &BTreeMap<String, Row>| Reader { file: path.display().to_string(), decisions: rows.len() };
    let agreement = Agreement {
        first: reader(first, &one),
        second: reader(second, &other),
        both: both.len(),
        draws: N_DRAWS,
        seed: SEED,
        confidence: CONFIDENCE,
        questions: questions(&both),
        differ: both.iter().filter_map(|standing| differing(standing, &one, &other)).collect(),
    };
    if json {
        return crate::print_json(&agreement, out);
    }
    print(&agreement, words, out).map_err(crate::standard_output)
}

/// The decisions of a file by key, the last of each; doubts go to standard error.
fn decided(path: &Path, reader: &str, words: &Words) -> Result<BTreeMap<String, Row>, Failure> {
    let day = kapstok_read::review::Day::parse("2000-01-01");
    // Who reads is told by the file, and the day takes no part.
    let (rows, found) = review::file::read(path, Given { reader: Some(reader), day })?;
    if found.iter().any(|problem| problem.severity == Severity::Error) {
        return Err(Failure::Problems { problems: Problem::fold(found), texts: Texts::new() });
    }
    problems::print(&Problem::fold(found), &Texts::new(), words, &mut std::io::stderr().lock())
        .map_err(crate::standard_output)?;
    let named = |mut row: Row| {
        reader.clone_into(&mut row.decision.reader);
        if let Act::Change(changes) = &mut row.decision.act {
            changes.iter_mut().for_each(|(field, value)| *value = in_one_order(field, value));
        }
        (row.decision.key.clone(), row)
    };
    Ok(rows.into_iter().map(named).collect())
}

/// A value as both readers may have typed it: the parts of a list in one order, each once.
fn in_one_order(field: &str, value: &str) -> String {
    if !LISTS.contains(&field) {
        return value.trim().to_owned();
    }
    let parts: BTreeSet<&str> = value.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()).collect();
    parts.into_iter().collect::<Vec<_>>().join(",")
}

/// The statements that either decided, in the order of the first file, then of the second; and all decisions.
fn side_by_side(one: &BTreeMap<String, Row>, other: &BTreeMap<String, Row>) -> (Vec<Proposal>, Vec<Decision>) {
    let mut rows: Vec<&Row> = one.values().collect();
    rows.sort_by_key(|row| row.row);
    let mut more: Vec<&Row> = other.values().filter(|row| !one.contains_key(&row.decision.key)).collect();
    more.sort_by_key(|row| row.row);
    rows.extend(more);
    let proposal = |row: &&Row| Proposal {
        key: row.decision.key.clone(),
        document: row.decision.document.clone(),
        quote: row.decision.quote.clone(),
        fields: row.decision.seen.clone(),
        ..Proposal::default()
    };
    let decisions = one.values().chain(other.values()).map(|row| row.decision.clone());
    (rows.iter().map(proposal).collect(), decisions.collect())
}

/// What is done with a statement, then its fields by name, then the words of each list.
fn questions(both: &[Standing<'_>]) -> Vec<Question> {
    let outcomes = || both.iter().flat_map(|it| it.decisions.iter().filter_map(|decision| decision.outcome()));
    let fields: BTreeSet<String> = outcomes().flat_map(|fields| fields.into_keys().collect::<Vec<_>>()).collect();
    let mut questions = vec![question(ACT, None, &Ratings::of(both, ACT))];
    for field in &fields {
        questions.push(question(field, None, &Ratings::of(both, field)));
        if LISTS.contains(&field.as_str()) {
            let lists = outcomes().filter_map(|mut fields| fields.remove(field));
            let all: BTreeSet<String> =
                lists.flat_map(|it| it.split(',').map(str::to_owned).collect::<Vec<_>>()).collect();
            let of_word = |word: &String| question(field, Some(word), &Ratings::of_word(both, field, word));
            questions.extend(all.iter().map(of_word));
        }
    }
    questions
}

fn question(field: &str, word: Option<&str>, ratings: &Ratings) -> Question {
    let pairs = ratings.units.iter().filter(|unit| unit.iter().flatten().count() > 1);
    let (n, differ) = pairs.fold((0, 0), |(n, differ), unit| {
        let values: BTreeSet<&String> = unit.iter().flatten().collect();
        (n + 1, differ + usize::from(values.len() > 1))
    });
    let alpha = Alpha::of(ratings);
    let mut draws = Draws::new(SEED, 0, 0);
    let bounds = interval(ratings, CONFIDENCE, N_DRAWS, &mut |below| draws.below(below)).ok();
    Question {
        field: field.to_owned(),
        word: word.map(str::to_owned),
        n,
        differ,
        alpha: alpha.ok().map(|alpha| alpha.value),
        lower: bounds.map(|Interval { lower, .. }| lower),
        upper: bounds.map(|Interval { upper, .. }| upper),
        without: alpha.err().map(|why| match why {
            NoAlpha::NothingToPair => "nothing-to-pair",
            NoAlpha::NoVariation => "no-variation",
        }),
        draws_without: bounds.map_or(0, |bounds| bounds.n_without),
    }
}

fn differing(standing: &Standing<'_>, one: &BTreeMap<String, Row>, other: &BTreeMap<String, Row>) -> Option<Differing> {
    let Outcome::Differs(sides) = &standing.outcome else { return None };
    let key = &standing.proposal.key;
    let row = |of: &BTreeMap<String, Row>| of.get(key).map_or(0, |row| row.row);
    let value = |sides: &BTreeMap<String, Vec<String>>, reader: &str| {
        let said = sides.iter().find(|(_, readers)| readers.iter().any(|known| known == reader));
        said.map(|(value, _)| value.clone()).unwrap_or_default()
    };
    Some(Differing {
        key: key.clone(),
        quote: standing.proposal.quote.clone(),
        rows: [row(one), row(other)],
        fields: sides.iter().map(|(field, sides)| (field.clone(), ["1", "2"].map(|it| value(sides, it)))).collect(),
    })
}

fn print(agreement: &Agreement, words: &Words, out: &mut dyn Write) -> std::io::Result<()> {
    let facts = [
        ("first", agreement.first.file.clone()),
        ("n", agreement.first.decisions.to_string()),
        ("second", agreement.second.file.clone()),
        ("m", agreement.second.decisions.to_string()),
        ("both", agreement.both.to_string()),
    ];
    let facts: Vec<(&str, &str)> = facts.iter().map(|(name, value)| (*name, value.as_str())).collect();
    writeln!(out, "{}", words.say("agree-head", &facts))?;
    let titles = ["question", "n", "differ", "alpha", "interval"];
    let [asked, n, differ, alpha, bounds] = titles.map(|title| words.say(&format!("agree-column-{title}"), &[]));
    let name = |question: &Question| match &question.word {
        Some(word) => format!("  {word}"),
        None => field(&question.field, words),
    };
    let longest = agreement.questions.iter().map(|it| name(it).chars().count()).max().unwrap_or(0);
    let longest = longest.max(asked.chars().count());
    writeln!(out, "\n{asked:longest$}  {n:>9}  {differ:>9}  {alpha:>6}  {bounds}")?;
    for question in &agreement.questions {
        let (alpha, bounds) = match (question.alpha, question.lower.zip(question.upper), question.without) {
            (Some(alpha), Some((lower, upper)), _) => {
                let bounds = [("lower", words.number(lower, 2)), ("upper", words.number(upper, 2))];
                let bounds = bounds.each_ref().map(|(name, value)| (*name, value.as_str()));
                (words.number(alpha, 2), words.say("agree-bounds", &bounds))
            }
            (Some(alpha), None, _) => (words.number(alpha, 2), String::new()),
            (None, _, why) => ("–".to_owned(), words.say(&format!("agree-{}", why.unwrap_or("no-variation")), &[])),
        };
        let line =
            format!("{:longest$}  {:>9}  {:>9}  {alpha:>6}  {bounds}", name(question), question.n, question.differ);
        writeln!(out, "{}", line.trim_end())?;
    }
    writeln!(out, "\n{}", words.say("agree-differ", &[("n", &agreement.differ.len().to_string())]))?;
    for row in &agreement.differ {
        let [first, second] = row.rows.map(|row| row.to_string());
        let facts = [("first", &*first), ("second", &second), ("quote", &short(&row.quote))];
        writeln!(out, "  {}", words.say("agree-row", &facts))?;
        for (name, values) in &row.fields {
            let [one, other] = values.each_ref().map(|value| match (value.as_str(), name.as_str()) {
                ("", _) => words.say("agree-none", &[]),
                (act, ACT) => words.word("review-act", act),
                (value, _) => value.to_owned(),
            });
            writeln!(out, "      {}: {one} / {other}", field(name, words))?;
        }
    }
    writeln!(out, "\n{}", words.say("agree-caution", &[]))
}

/// The name of a field; that of the second of its kind has a number behind it.
fn field(name: &str, words: &Words) -> String {
    match name.rsplit_once('.') {
        Some((base, n)) => format!("{} {n}", words.word("review-field", base)),
        None => words.word("review-field", name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_readers_who_type_a_list_otherwise_say_the_same() {
        assert_eq!(in_one_order("domains", "work, housing"), in_one_order("domains", "housing,work ;work"));
        assert_eq!(in_one_order("unit", " homes, a year "), "homes, a year");
    }
}
