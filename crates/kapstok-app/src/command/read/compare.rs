// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok read compare`: two documents per 10,000 words, so that "once" has a baseline.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::Path;

use kapstok_read::compare::{Difference, KeynessOptions, Length, compare_word, differences, keyness};
use kapstok_read::{Reading, Recipe};
use kapstok_share::words::{Language, Words};
use kapstok_table::{Place, Problem};
use serde::Serialize;

use super::source::{Source, open};
use crate::cli::With;
use crate::failure::Failure;
use crate::problems::Texts;

/// Words with fewer hits in both together say little.
const LEAST: usize = 5;
/// So many words of each side are shown.
const MOST: usize = 15;

#[derive(Serialize)]
struct AsJson {
    documents: [DocumentAsJson; 2],
    words: Vec<DifferenceAsJson>,
    keys: Vec<DifferenceAsJson>,
    domains: Vec<DifferenceAsJson>,
    framing: Vec<DifferenceAsJson>,
    more_in_first: Vec<DifferenceAsJson>,
    more_in_second: Vec<DifferenceAsJson>,
}

#[derive(Serialize)]
struct DocumentAsJson {
    name: String,
    sha256: String,
    recipe: String,
    recipe_sha256: String,
    words: usize,
    sentences: usize,
    pages: usize,
    pages_without_text: usize,
    tables_unread: usize,
}

#[derive(Serialize)]
struct DifferenceAsJson {
    what: String,
    counts: [usize; 2],
    per_ten_thousand: [f64; 2],
    log_likelihood: f64,
    ratio: Option<f64>,
    ratio_interval: Option<[Option<f64>; 2]>,
}

impl From<Difference> for DifferenceAsJson {
    fn from(one: Difference) -> Self {
        let finite = |number: f64| number.is_finite().then_some(number);
        Self {
            what: one.what,
            counts: one.counts,
            per_ten_thousand: one.per_10_000,
            log_likelihood: one.g2,
            ratio: one.ratio.and_then(|ratio| finite(ratio.value)),
            ratio_interval: one.ratio.map(|ratio| [finite(ratio.lower), finite(ratio.upper)]),
        }
    }
}

/// Compares.
pub(super) fn compare(
    first: &Path,
    second: &Path,
    typed: &[String],
    with: &With,
    words: &Words,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let (first, second) = (open(first, with.recipe.as_ref(), words)?, open(second, with.recipe.as_ref(), words)?);
    one_recipe(&first, &second)?;
    let readings = [&first, &second].map(|source| Reading::of(&source.document, &source.recipe));
    let [one, other] = &readings;
    let units = [one.units.as_slice(), other.units.as_slice()];
    let lengths = [one, other].map(|reading| Length::of(reading.document, &reading.units));
    let n_words = [lengths[0].words, lengths[1].words];
    let mut of_words = Vec::new();
    for word in typed {
        of_words.push(compare_word(word, units, &first.recipe).map_err(|found| {
            let problem = Problem::error("K0855", Place::file(&first.name)).with("found", found);
            Failure::Problems { problems: vec![problem], texts: Texts::new() }
        })?);
    }
    let of = |count: fn(&Reading<'_>) -> BTreeMap<String, usize>| differences(&count(one), &count(other), n_words);
    let (keys, domains, framing) = (of(by_key), of(by_domain), of(by_framing));
    let common: BTreeSet<String> = [one, other].iter().flat_map(|reading| reading.recipe.common_words()).collect();
    let options = KeynessOptions { left_out: &common, least: LEAST, most: MOST };
    let [more_in_first, more_in_second] = keyness(units, &options);
    let into = |differences: Vec<Difference>| differences.into_iter().map(DifferenceAsJson::from).collect();
    let [length_one, length_other] = lengths;
    let all = AsJson {
        documents: [document(&first, &length_one), document(&second, &length_other)],
        words: into(of_words),
        keys: into(keys),
        domains: into(domains),
        framing: into(framing),
        more_in_first: into(more_in_first),
        more_in_second: into(more_in_second),
    };
    if with.json {
        return crate::print_json(&all, out);
    }
    print(&all, &first.recipe, words, out).map_err(crate::standard_output)
}

/// Two documents are held against each other by one recipe: two would count other words in each.
///
/// # Errors
/// K0856 when each was read by its own.
pub(super) fn one_recipe(first: &Source, second: &Source) -> Result<(), Failure> {
    let [one, other] = [first, second].map(|source| &source.document.origin);
    if one.recipe_sha256 == other.recipe_sha256 {
        return Ok(());
    }
    let problem = Problem::error("K0856", Place::file(&second.name));
    let problem = problem.with("first", &one.recipe).with("second", &other.recipe);
    Err(Failure::Problems { problems: vec![problem], texts: Texts::new() })
}

fn document(source: &Source, length: &Length) -> DocumentAsJson {
    DocumentAsJson {
        name: source.name.clone(),
        sha256: source.document.origin.sha256.clone(),
        recipe: source.document.origin.recipe.clone(),
        recipe_sha256: source.document.origin.recipe_sha256.clone(),
        words: length.words,
        sentences: length.sentences,
        pages: length.pages,
        pages_without_text: length.pages_without_text,
        tables_unread: length.tables_unread,
    }
}

fn by_key(reading: &Reading<'_>) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    let keys = reading.mentions.hits.iter().filter_map(|hit| reading.recipe.lexicon.entries.get(hit.entry));
    keys.for_each(|entry| *counts.entry(entry.key.clone()).or_default() += 1);
    counts
}

fn by_domain(reading: &Reading<'_>) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    let domains = reading.statements.iter().flat_map(|statement| statement.framing.domain_set());
    let domains = domains.filter_map(|domain| reading.recipe.domains.all.get(domain));
    domains.for_each(|domain| *counts.entry(domain.id.clone()).or_default() += 1);
    counts
}

/// Sentences framed by area, by scale.
fn by_framing(reading: &Reading<'_>) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    let scales = reading.statements.iter().filter_map(|statement| statement.framing.scale());
    let scales = scales.filter_map(|scale| reading.recipe.lexicon.scales.get(scale));
    scales.for_each(|scale| *counts.entry(scale.id.clone()).or_default() += 1);
    counts
}

/// What people call a domain, a scale or a key of the recipe; a word is called as it is.
fn called(part: &str, id: &str, recipe: &Recipe, language: Language) -> String {
    let titles = match part {
        "domains" => recipe.domains.all.iter().find(|it| it.id == id).map(|it| &it.title),
        "framing" => recipe.lexicon.scales.iter().find(|it| it.id == id).map(|it| &it.title),
        "keys" => recipe.lexicon.entries.iter().find(|it| it.key == id).map(|it| &it.title),
        _ => None,
    };
    let title = titles.map(|titles| match language {
        Language::Nl => titles.nl.clone(),
        Language::En => titles.en.clone(),
    });
    title.unwrap_or_else(|| id.to_owned())
}

fn print(all: &AsJson, recipe: &Recipe, words: &Words, out: &mut dyn Write) -> std::io::Result<()> {
    for document in &all.documents {
        let n = |n: usize| words.number(n as f64, 0);
        let facts = [
            ("name", document.name.clone()),
            ("words", n(document.words)),
            ("sentences", n(document.sentences)),
            ("pages", n(document.pages)),
            ("blank", n(document.pages_without_text)),
        ];
        let facts: Vec<(&str, &str)> = facts.iter().map(|(name, value)| (*name, value.as_str())).collect();
        writeln!(out, "{}", words.say("read-compared", &facts))?;
    }
    let parts = [
        ("words", &all.words),
        ("keys", &all.keys),
        ("framing", &all.framing),
        ("domains", &all.domains),
        ("first", &all.more_in_first),
        ("second", &all.more_in_second),
    ];
    for (part, differences) in parts {
        if differences.is_empty() {
            continue;
        }
        writeln!(out, "\n{}", words.say(&format!("read-compare-{part}"), &[]))?;
        for one in differences {
            let rate = |side: usize| words.number(one.per_ten_thousand[side], 2);
            let [lower, upper] = one.ratio_interval.unwrap_or([None, None]);
            let end = |end: Option<f64>| end.map_or_else(|| "-".to_owned(), |end| words.number(end, 2));
            let facts = [
                ("what", called(part, &one.what, recipe, words.language)),
                ("first", one.counts[0].to_string()),
                ("second", one.counts[1].to_string()),
                ("first_rate", rate(0)),
                ("second_rate", rate(1)),
                ("lower", end(lower)),
                ("upper", end(upper)),
            ];
            let facts: Vec<(&str, &str)> = facts.iter().map(|(name, value)| (*name, value.as_str())).collect();
            writeln!(out, "  {}", words.say("read-compare-line", &facts))?;
        }
    }
    Ok(())
}
