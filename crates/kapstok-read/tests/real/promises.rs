// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What the agreement of 2021 promises, against a development gold of its sentences, where it is at hand
//! (`KAPSTOK_DATA`, or `../shared/data` beside the checkout). Without the files each test says what it did not run.

use std::path::PathBuf;

use kapstok_read::Recipe;
use kapstok_read::amount::{Money, Over, Pace, Period, Role, amounts};
use kapstok_read::commitment::commitment;
use kapstok_read::deadline::When;
use kapstok_read::number::Value as Number;
use kapstok_read::target::{Direction, Grade, Role as TargetRole, Target, targets};
use kapstok_read::text::Words;
use kapstok_read::token::{Token, tokens};
use serde_json::Value;

/// Safety and society, security of existence, health.
const SOCIAL: [&str; 3] = ["3. ", "4. ", "6. "];

fn data(name: &str) -> Option<String> {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let root = std::env::var_os("KAPSTOK_DATA").map_or_else(beside, PathBuf::from).join("policy");
    let found = std::fs::read_to_string(root.join(name)).ok();
    if found.is_none() {
        println!("not run: policy/{name} is not at hand");
    }
    found
}

fn recipe() -> Recipe {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../recipes/read-nl-coalition/recipe.toml");
    let (recipe, lints) = Recipe::parse(&std::fs::read_to_string(path).unwrap());
    assert_eq!(lints, []);
    recipe.unwrap()
}

/// All sentences, each with its number.
fn sentences() -> Option<Vec<(u64, String)>> {
    let rows: Vec<Value> = serde_json::from_str(&data("sentences.json")?).unwrap();
    Some(rows.iter().map(|row| (row["id"].as_u64().unwrap(), row["sentence"].as_str().unwrap().to_owned())).collect())
}

fn gold() -> Option<Vec<Value>> {
    Some(data("gold-2021.jsonl")?.lines().map(|line| serde_json::from_str(line).unwrap()).collect())
}

fn read(text: &str) -> Vec<Token> {
    tokens(text, &Words::default())
}

fn euros(value: Money) -> f64 {
    match value {
        Money::One(cents) | Money::Range(_, cents) => cents as f64 / 100.0,
    }
}

#[test]
fn amounts_of_the_gold_are_all_found_and_no_others() {
    let Some(gold) = gold() else { return };
    let recipe = recipe();
    let (mut passed, mut failed) = (0, 0);
    for row in &gold {
        let text = row["sentence"].as_str().unwrap();
        let found = amounts(&read(text), &recipe);
        let money: Vec<f64> = found.iter().filter(|one| one.role == Role::Money).map(|one| euros(one.value)).collect();
        let expected: Vec<f64> = row["money"]["amount_eur"].as_f64().into_iter().collect();
        let told = row["money"]["period"].as_str().unwrap_or("");
        let period = found.first().and_then(|one| one.period.clone()).unwrap_or_default();
        let words: Vec<&str> = told.split(' ').collect();
        let years =
            words.windows(2).find(|pair| pair[1] == "jaar").and_then(|pair| pair[0].parse().ok()).map(Over::Years);
        let pace = match (told.contains("per jaar"), told.contains("structureel")) {
            (true, true) => Some(Pace::AYearStructural),
            (true, false) => Some(Pace::AYear),
            (false, true) => Some(Pace::Structural),
            (false, false) => None,
        };
        let same_period = expected.is_empty() || period == Period { pace, over: years };
        if money == expected && same_period {
            passed += usize::from(!expected.is_empty());
        } else {
            failed += 1;
            println!("{}: {money:?} {period:?}, not {expected:?} {told}", row["id"]);
        }
    }
    println!("amounts of the gold: {passed} passed, {failed} failed");
    assert_eq!((passed, failed), (6, 0));
}

#[test]
fn amounts_of_the_whole_text_stand_in_23_sentences() {
    let Some(sentences) = sentences() else { return };
    let recipe = recipe();
    let mut n = 0;
    for (id, text) in &sentences {
        let found = amounts(&read(text), &recipe);
        n += usize::from(found.iter().any(|one| one.role == Role::Money));
        for one in found {
            println!("{id}: {:?} {:?} {:?} {}", one.role, one.value, one.period, &text[one.span.clone()]);
        }
    }
    println!("sentences with money: {n}");
    assert_eq!(n, 23);
}

/// Precision, recall, F1, and the exact 95% interval of recall.
fn tell(what: &str, hits: usize, misses: usize, false_hits: usize) -> f64 {
    let (n_found, n_gold) = (hits + false_hits, hits + misses);
    let (precision, recall) = (hits as f64 / n_found as f64, hits as f64 / n_gold as f64);
    let f1 = 2.0 * hits as f64 / (n_found + n_gold) as f64;
    let (lower, upper) = interval(hits, n_gold);
    println!("{what}: P {precision:.3} of {n_found}, R {recall:.3} of {n_gold} ({lower:.2}-{upper:.2}), F1 {f1:.3}");
    f1
}

/// The exact binomial interval (Clopper and Pearson), by halving.
fn interval(hits: usize, of: usize) -> (f64, f64) {
    let tail = |p: f64, from: usize, until: usize| -> f64 {
        let mut term = (1.0 - p).powi(of as i32);
        let mut sum = 0.0;
        for k in 0..=of {
            sum += if (from..=until).contains(&k) { term } else { 0.0 };
            term *= (of - k) as f64 / (k + 1) as f64 * p / (1.0 - p);
        }
        sum
    };
    let search = |rises: &dyn Fn(f64) -> bool| {
        let (mut low, mut high) = (0.0, 1.0);
        for _ in 0..40 {
            let middle = (low + high) / 2.0;
            if rises(middle) { high = middle } else { low = middle }
        }
        (low + high) / 2.0
    };
    let lower = if hits == 0 { 0.0 } else { search(&|p| tail(p, hits, of) > 0.025) };
    let upper = if hits == of { 1.0 } else { search(&|p| tail(p, 0, hits) < 0.025) };
    (lower, upper)
}

#[test]
fn commitments_of_the_gold_are_found() {
    let (Some(gold), Some(sentences)) = (gold(), sentences()) else { return };
    let recipe = recipe();
    let (mut hits, mut misses, mut false_hits, mut same) = (0, 0, 0, 0);
    for row in &gold {
        let text = row["sentence"].as_str().unwrap();
        let found = commitment(&read(text), &recipe);
        let strength = found.as_ref().map(|one| format!("{:?}", one.strength).to_lowercase());
        match (found, row["is_commitment"] == true) {
            (Some(_), true) => hits += 1,
            (Some(one), false) => {
                false_hits += 1;
                println!("none in the gold, {} [{}]: {text}", row["id"], &text[one.cue]);
            }
            (None, true) => {
                misses += 1;
                println!("missed, {}: {text}", row["id"]);
            }
            (None, false) => continue,
        }
        if strength.as_deref() == row["strength"].as_str() {
            same += 1;
        } else if strength.is_some() && row["is_commitment"] == true {
            println!("strength {}, not {}, {}: {text}", strength.unwrap(), row["strength"], row["id"]);
        }
    }
    for (id, text) in &sentences {
        match commitment(&read(text), &recipe) {
            Some(one) => {
                println!("@C {id} {:?} {:?} [{}] {text}", one.strength, one.actor.map(|one| one.name), &text[one.cue])
            }
            None => println!("@N {id} {text}"),
        }
    }
    println!("strength of those found: {same} passed, {} failed", hits - same);
    let f1 = tell("commitments", hits, misses, false_hits);
    assert!(f1 >= 0.90, "{f1}");
}

#[test]
fn targets_of_the_gold_are_found() {
    let (Some(gold), Some(sentences)) = (gold(), sentences()) else { return };
    let recipe = recipe();
    let (mut hits, mut misses, mut false_hits) = (0, 0, 0);
    let (mut tuples, mut quantities, mut directions, mut deadlines, mut of) = (0, 0, 0, 0, 0);
    for row in &gold {
        let text = row["sentence"].as_str().unwrap();
        let found: Vec<Target> =
            targets(&read(text), &recipe).into_iter().filter(|one| one.role != TargetRole::Fact).collect();
        let expected = row["targets"].as_array().unwrap();
        match (found.is_empty(), expected.is_empty()) {
            (false, false) => hits += 1,
            (true, false) => misses += 1,
            (false, true) => false_hits += 1,
            (true, true) => continue,
        }
        let mut left: Vec<&Target> = found.iter().collect();
        for one in expected {
            of += 1;
            let near = |known: &Target| {
                let value = known.quantity.map(|value| match value {
                    Number::One(one) | Number::Range(_, one) => one.to_string().parse::<f64>().unwrap(),
                });
                value == one["quantity"].as_f64()
            };
            // Two targets of one sentence may have the same quantity: each is compared once.
            let Some(index) = left.iter().position(|known| near(known)) else {
                println!("not found in {}: {one}", row["id"]);
                continue;
            };
            let same = left.remove(index);
            let direction = snake(same.direction) == one["direction"].as_str().unwrap();
            let year = same.deadline.as_ref().filter(|time| time.is_dated()).map(|time| match &time.when {
                When::Year(year) => year.to_string(),
                When::Duration { months } => format!("P{}Y", months / 12),
                other => format!("{other:?}"),
            });
            let deadline = year.as_deref() == one["deadline"].as_str();
            quantities += 1;
            directions += usize::from(direction);
            deadlines += usize::from(deadline);
            tuples += usize::from(direction && deadline);
            println!("{}: {:?} `{}` {direction} {deadline} beside {one}", row["id"], same.direction, same.unit);
        }
        if expected.is_empty() || found.len() != expected.len() {
            println!("{} of {}: {found:?} {text}", found.len(), expected.len());
        }
    }
    for (id, text) in &sentences {
        for one in targets(&read(text), &recipe) {
            let time = one.deadline.as_ref().map(|time| &text[time.span.clone()]);
            let quantity = &text[one.span.clone()];
            println!(
                "@T {id} {:?} {:?} {:?} [{quantity}] `{}` {time:?} {text}",
                one.grade, one.role, one.direction, one.unit
            );
        }
    }
    println!("of {of}: quantity {quantities}, direction {directions}, deadline {deadlines}, all three {tuples}");
    assert!(tuples * 10 >= of * 8, "{tuples} of {of}");
    let f1 = tell("sentences with a target", hits, misses, false_hits);
    assert!(f1 >= 0.85, "{f1}");
}

fn snake(direction: Direction) -> &'static str {
    match direction {
        Direction::IncreaseTo => "increase_to",
        Direction::IncreaseBy => "increase_by",
        Direction::DecreaseTo => "decrease_to",
        Direction::DecreaseBy => "decrease_by",
        Direction::AtLeast => "at_least",
        Direction::AtMost => "at_most",
        Direction::Achieve => "achieve",
        Direction::Is => "is",
    }
}

#[test]
fn one_outcome_of_the_social_chapters_has_a_quantity_and_a_time() {
    let Some(text) = data("sentences.json") else { return };
    let rows: Vec<Value> = serde_json::from_str(&text).unwrap();
    let recipe = recipe();
    let (mut outcomes, mut parameters) = (Vec::new(), Vec::new());
    for row in &rows {
        let chapter = row["section"][0].as_str().unwrap();
        if !SOCIAL.iter().any(|begins| chapter.starts_with(begins)) {
            continue;
        }
        let found = targets(&read(row["sentence"].as_str().unwrap()), &recipe);
        for one in found.iter().filter(|one| one.grade == Grade::T3) {
            let list = if one.role == TargetRole::Outcome { &mut outcomes } else { &mut parameters };
            list.push((row["id"].as_u64().unwrap(), row["page"].as_u64().unwrap(), one.direction));
        }
    }
    // Child poverty, and the deduction for the self-employed beside it.
    assert_eq!(outcomes, [(658, 24, Direction::DecreaseBy)]);
    assert_eq!(parameters, [(635, 23, Direction::DecreaseTo)]);
}
