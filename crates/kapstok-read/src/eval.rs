// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! How well a recipe does on sentences that people marked.
//!
//! In: marked sentences, and what the recipe says of each. Out: per task the counts, precision, recall and F1, with
//! exact intervals. The form of a marked sentence is documented in `docs/reference/read.md`. Not here: what the recipe says
//! (`reading/`).

use std::collections::BTreeSet;
use std::fmt::Write;

use serde::{Deserialize, Serialize};

use crate::recipe::Recipe;

/// A sentence as people marked it.
#[derive(Clone, Debug, Deserialize)]
pub struct Gold {
    /// Its name.
    pub id: String,
    /// Its words.
    pub sentence: String,
    /// Headings above it, the highest first.
    #[serde(default)]
    pub section: Vec<String>,
    /// Domains it is about.
    #[serde(default)]
    pub domains: BTreeSet<String>,
    /// Somebody binds himself.
    pub is_commitment: bool,
    /// `firm` or `soft`.
    #[serde(default)]
    pub strength: Option<String>,
    /// Aims with a quantity.
    #[serde(default)]
    pub targets: Vec<GoldTarget>,
    /// Money.
    #[serde(default)]
    pub money: Option<GoldMoney>,
    /// An area is object or unit of it.
    pub area_framed: bool,
    /// Which scale.
    #[serde(default)]
    pub area_scale: Option<String>,
    /// Who marked it, where more than one did.
    #[serde(default)]
    pub annotator: Option<String>,
}

/// An aim as people marked it.
#[derive(Clone, Debug, Deserialize)]
pub struct GoldTarget {
    /// How much; percentages as they are written.
    #[serde(default)]
    pub quantity: Option<f64>,
    /// `increase_to` and the like.
    #[serde(default)]
    pub direction: Option<String>,
    /// A year, or a length of time as `P4Y`.
    #[serde(default)]
    pub deadline: Option<String>,
}

/// Money as people marked it.
#[derive(Clone, Debug, Deserialize)]
pub struct GoldMoney {
    /// Whole units of the currency.
    #[serde(alias = "amount", alias = "amount_gbp")]
    pub amount_eur: f64,
}

/// What a recipe says of a sentence, in the terms of [`Gold`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Judged {
    /// Domains.
    pub domains: BTreeSet<String>,
    /// Strength of a commitment, if it is one.
    pub commitment: Option<&'static str>,
    /// Aims: quantity, direction, deadline.
    pub targets: Vec<(Option<f64>, Option<String>, Option<String>)>,
    /// Amounts, whole units.
    pub money: Vec<f64>,
    /// Scale of the area, where one is named.
    pub area: Option<String>,
}

/// What was right and what was not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Said, and marked.
    pub both: usize,
    /// Said, not marked.
    pub only_said: usize,
    /// Marked, not said.
    pub only_marked: usize,
}

impl Counts {
    /// Counts one case.
    pub fn add(&mut self, said: bool, marked: bool) {
        match (said, marked) {
            (true, true) => self.both += 1,
            (true, false) => self.only_said += 1,
            (false, true) => self.only_marked += 1,
            (false, false) => {}
        }
    }

    /// Of what was said, the share that was marked; `None` where nothing was said.
    pub fn precision(&self) -> Option<f64> {
        share(self.both, self.both + self.only_said)
    }

    /// Of what was marked, the share that was said.
    pub fn recall(&self) -> Option<f64> {
        share(self.both, self.both + self.only_marked)
    }

    /// The harmonic mean of both.
    pub fn f1(&self) -> Option<f64> {
        share(2 * self.both, 2 * self.both + self.only_said + self.only_marked)
    }
}

fn share(n: usize, of: usize) -> Option<f64> {
    (of > 0).then(|| n as f64 / of as f64)
}

/// One task.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Task {
    /// Its name.
    pub task: &'static str,
    /// Marked.
    pub marked: usize,
    /// Said.
    pub said: usize,
    /// Both.
    pub both: usize,
    /// Of what was said, the share that was marked.
    pub precision: Option<f64>,
    /// Exact 95 % interval.
    pub precision_interval: Option<[f64; 2]>,
    /// Of what was marked, the share that was said.
    pub recall: Option<f64>,
    /// Exact 95 % interval.
    pub recall_interval: Option<[f64; 2]>,
    /// Harmonic mean.
    pub f1: Option<f64>,
    /// Names of the sentences that were said and are not marked.
    pub wrongly_said: Vec<String>,
    /// Names of the sentences that are marked and were not said.
    pub missed: Vec<String>,
}

/// All tasks, and what they rest on.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Evaluation {
    /// The recipe.
    pub recipe: String,
    /// SHA-256 of its text.
    pub recipe_sha256: String,
    /// Marked sentences.
    pub sentences: usize,
    /// Names of those that were not found in the document; they count as nothing said.
    pub not_found: Vec<String>,
    /// The tasks.
    pub tasks: Vec<Task>,
    /// How many people marked the sentences. Of one, nobody knows how far two would agree.
    pub annotators: usize,
    /// Sentences whose domains are all right and no more, of all.
    pub domains_exact: Right,
    /// Aims of which quantity, direction and deadline are all right, of all that are marked.
    pub targets_whole: Right,
    /// Those of the same strength, of the commitments that both call one.
    pub strength: Right,
    /// Those of the same scale, of the sentences that both frame by area.
    pub scale: Right,
}

/// So many right of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Right {
    /// How many are right.
    pub right: usize,
    /// Of how many.
    pub of: usize,
}

impl Right {
    fn add(&mut self, is_right: bool) {
        self.of += 1;
        self.right += usize::from(is_right);
    }
}

/// Holds what a recipe says against what people marked. `None` beside a sentence: it was not found.
pub fn evaluate(rows: &[(Gold, Option<Judged>)], recipe: &Recipe) -> Evaluation {
    let mut tasks = [
        Making::new("commitment"),
        Making::new("target"),
        Making::new("money"),
        Making::new("area"),
        Making::new("domains"),
    ];
    let (mut exact, mut whole) = (Right::default(), Right::default());
    let (mut strength, mut scale) = (Right::default(), Right::default());
    let silent = Judged::default();
    for (gold, judged) in rows {
        let said = judged.as_ref().unwrap_or(&silent);
        let [commitment, target, money, area, domains] = &mut tasks;
        commitment.add(&gold.id, said.commitment.is_some(), gold.is_commitment);
        target.add(&gold.id, !said.targets.is_empty(), !gold.targets.is_empty());
        let amount = gold.money.as_ref().map(|money| money.amount_eur);
        // Money counts as found with the right amount only.
        let right = amount.is_some_and(|amount| said.money.iter().any(|said| is_equal(*said, amount)));
        match (amount, said.money.is_empty()) {
            (Some(_), false) if !right => {
                money.add(&gold.id, true, false);
                money.add(&gold.id, false, true);
            }
            (amount, is_silent) => money.add(&gold.id, !is_silent, amount.is_some()),
        }
        area.add(&gold.id, said.area.is_some(), gold.area_framed);
        for domain in said.domains.union(&gold.domains) {
            let name = format!("{} {domain}", gold.id);
            domains.add(&name, said.domains.contains(domain), gold.domains.contains(domain));
        }
        exact.add(said.domains == gold.domains);
        // One to one: what is said once answers to one that is marked.
        let mut left: Vec<_> = said.targets.iter().collect();
        for target in &gold.targets {
            let found = left.iter().position(|said| is_same(said, target));
            whole.add(found.is_some());
            if let Some(at) = found {
                left.swap_remove(at);
            }
        }
        if let (Some(said), true) = (said.commitment, gold.is_commitment) {
            strength.add(gold.strength.as_deref() == Some(said));
        }
        if let (Some(said), true) = (&said.area, gold.area_framed) {
            scale.add(gold.area_scale.as_deref() == Some(said));
        }
    }
    let annotators: BTreeSet<&str> = rows.iter().filter_map(|(gold, _)| gold.annotator.as_deref()).collect();
    Evaluation {
        recipe: recipe.head.id.get_ref().clone(),
        recipe_sha256: recipe.sha256.clone(),
        sentences: rows.len(),
        not_found: rows.iter().filter(|(_, judged)| judged.is_none()).map(|(gold, _)| gold.id.clone()).collect(),
        tasks: tasks.into_iter().map(Making::done).collect(),
        annotators: annotators.len().max(1),
        domains_exact: exact,
        targets_whole: whole,
        strength,
        scale,
    }
}

/// Whether two numbers are the same to the millionth: both were read from digits, so nothing is rounded away.
fn is_equal(a: f64, b: f64) -> bool {
    libm::round(a * 1e6) == libm::round(b * 1e6)
}

fn is_same(said: &(Option<f64>, Option<String>, Option<String>), marked: &GoldTarget) -> bool {
    let quantity = match (said.0, marked.quantity) {
        (Some(said), Some(marked)) => is_equal(said, marked),
        (None, None) => true,
        _ => false,
    };
    quantity && said.1 == marked.direction && said.2 == marked.deadline
}

struct Making {
    task: &'static str,
    counts: Counts,
    wrongly_said: Vec<String>,
    missed: Vec<String>,
}

impl Making {
    fn new(task: &'static str) -> Self {
        Self { task, counts: Counts::default(), wrongly_said: Vec::new(), missed: Vec::new() }
    }

    fn add(&mut self, id: &str, said: bool, marked: bool) {
        self.counts.add(said, marked);
        match (said, marked) {
            (true, false) => self.wrongly_said.push(id.to_owned()),
            (false, true) => self.missed.push(id.to_owned()),
            _ => {}
        }
    }

    fn done(self) -> Task {
        let Counts { both, only_said, only_marked } = self.counts;
        let (said, marked) = (both + only_said, both + only_marked);
        Task {
            task: self.task,
            marked,
            said,
            both,
            precision: self.counts.precision(),
            precision_interval: exact_interval(both, said),
            recall: self.counts.recall(),
            recall_interval: exact_interval(both, marked),
            f1: self.counts.f1(),
            wrongly_said: self.wrongly_said,
            missed: self.missed,
        }
    }
}

/// The exact 95 % interval of a share: `n` of `of`; `None` of nothing.
///
/// # Source
/// Clopper and Pearson (1934), *The use of confidence or fiducial limits illustrated in the case of the binomial*.
pub fn exact_interval(n: usize, of: usize) -> Option<[f64; 2]> {
    if of == 0 {
        return None;
    }
    let lower = if n == 0 { 0.0 } else { bisect(|p| at_least(n, of, p) < 0.025) };
    let upper = if n == of { 1.0 } else { bisect(|p| 1.0 - at_least(n + 1, of, p) > 0.025) };
    Some([lower, upper])
}

/// The place where a condition on 0 ..= 1 stops to hold.
fn bisect(holds: impl Fn(f64) -> bool) -> f64 {
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..60 {
        let middle = 0.5 * (low + high);
        if holds(middle) { low = middle } else { high = middle }
    }
    0.5 * (low + high)
}

/// The chance of at least `k` of `n`, by weights beside that of the most likely number: no logarithm, no overflow.
fn at_least(k: usize, n: usize, p: f64) -> f64 {
    let odds = p / (1.0 - p);
    let mode = (((n + 1) as f64 * p) as usize).min(n);
    let (mut all, mut tail) = (0.0, 0.0);
    let mut add = |i: usize, weight: f64| {
        all += weight;
        if i >= k {
            tail += weight;
        }
    };
    let mut weight = 1.0;
    for i in mode..=n {
        add(i, weight);
        weight *= (n - i) as f64 / (i + 1) as f64 * odds;
    }
    weight = 1.0;
    for i in (0..mode).rev() {
        weight *= (i + 1) as f64 / (n - i) as f64 / odds;
        add(i, weight);
    }
    tail / all
}

/// A text that holds marked sentences alone, each as a paragraph under its headings.
pub fn text_of(rows: &[Gold]) -> String {
    let mut text = String::new();
    let mut above: &[String] = &[];
    for row in rows {
        if row.section != above {
            let same = row.section.iter().zip(above).take_while(|(a, b)| a == b).count();
            // Back under the heading above: it is written again.
            let same = same.min(row.section.len().saturating_sub(1));
            for (depth, heading) in row.section.iter().enumerate().skip(same) {
                let _ = writeln!(text, "\n{} {heading}", "#".repeat(depth + 1));
            }
            above = &row.section;
        }
        let _ = writeln!(text, "\n{}", row.sentence);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals_are_those_of_the_tables() {
        // Clopper-Pearson: 17 of 17 gives 0.8049; 0 of 10 gives 0.3085; 8 of 10 gives 0.4439 to 0.9748.
        let cases =
            [(17, 17, [0.8049, 1.0]), (0, 10, [0.0, 0.3085]), (8, 10, [0.4439, 0.9748]), (500, 1000, [0.4685, 0.5315])];
        for (n, of, expected) in cases {
            let found = exact_interval(n, of).unwrap();
            assert!(
                (found[0] - expected[0]).abs() < 6e-5 && (found[1] - expected[1]).abs() < 6e-5,
                "{n} of {of}: {found:?}"
            );
        }
        assert_eq!(exact_interval(0, 0), None);
    }

    fn judged(quantities: &[f64], money: &[f64]) -> Judged {
        let target = |quantity: &f64| (Some(*quantity), Some("increase_to".to_owned()), None);
        Judged { targets: quantities.iter().map(target).collect(), money: money.to_vec(), ..Judged::default() }
    }

    fn gold(quantities: &[f64], amount: Option<f64>) -> Gold {
        let targets: Vec<_> = quantities
            .iter()
            .map(|quantity| serde_json::json!({ "quantity": quantity, "direction": "increase_to" }))
            .collect();
        let money = amount.map(|amount| serde_json::json!({ "amount_eur": amount }));
        serde_json::from_value(serde_json::json!({
            "id": "a", "sentence": "A.", "is_commitment": true, "area_framed": false, "targets": targets, "money": money,
        }))
        .unwrap()
    }

    #[test]
    fn a_number_is_right_when_it_is_the_number_and_each_answers_to_one() {
        let recipe = Recipe::parse(include_str!("../../../recipes/read-en-plan/recipe.toml")).0.unwrap();
        let whole = |said: &[f64], marked: &[f64]| {
            let rows = [(gold(marked, None), Some(judged(said, &[])))];
            let found = evaluate(&rows, &recipe).targets_whole;
            (found.right, found.of)
        };
        assert_eq!(whole(&[7.5], &[7.5]), (1, 1));
        // 0.1 % off is another number: 1,001 homes are not 1,000.
        assert_eq!(whole(&[1_001.0], &[1_000.0]), (0, 1));
        // One that is said cannot be two that are marked.
        assert_eq!(whole(&[20.0], &[20.0, 20.0]), (1, 2));
        assert_eq!(whole(&[20.0, 20.0], &[20.0, 20.0]), (2, 2));
        let money = |said: f64, marked: f64| {
            let rows = [(gold(&[], Some(marked)), Some(judged(&[], &[said])))];
            evaluate(&rows, &recipe).tasks.iter().find(|task| task.task == "money").unwrap().both
        };
        assert_eq!((money(7.5e9, 7.5e9), money(7.505e9, 7.5e9)), (1, 0));
        assert_eq!(evaluate(&[(gold(&[], None), None)], &recipe).annotators, 1);
    }

    #[test]
    fn counts_give_what_is_worked_by_hand() {
        // 3 both, 1 only said, 2 only marked: P 3/4, R 3/5, F1 6/9.
        let counts = Counts { both: 3, only_said: 1, only_marked: 2 };
        assert_eq!((counts.precision(), counts.recall(), counts.f1()), (Some(0.75), Some(0.6), Some(6.0 / 9.0)));
        assert_eq!(Counts::default().f1(), None);
    }
}
