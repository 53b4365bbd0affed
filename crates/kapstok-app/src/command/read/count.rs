// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok read count`: how often a word stands there, each place in view, and beside it what was not counted.

use std::io::Write;
use std::path::Path;

use kapstok_read::count::{Count, ExcludedHit, Hit, count as count_words};
use kapstok_read::reading::place_row;
use kapstok_read::row::PlaceRow;
use kapstok_read::{Unit, units};
use kapstok_share::words::Words;
use kapstok_table::{Place, Problem};
use serde::Serialize;

use super::said::{cited, context};
use super::source::open;
use crate::cli::With;
use crate::failure::Failure;
use crate::problems::Texts;

/// What `--json` prints.
#[derive(Serialize)]
struct AsJson<'a> {
    document: &'a str,
    sha256: &'a str,
    recipe: &'a str,
    recipe_sha256: &'a str,
    word: &'a str,
    count: usize,
    words: usize,
    words_in_sentences: usize,
    per_ten_thousand: Option<f64>,
    per_ten_thousand_in_sentences: Option<f64>,
    pages_without_text: &'a [u32],
    pages_lost: usize,
    hits: Vec<HitAsJson>,
    near: Vec<NearAsJson<'a>>,
    excluded: Vec<ExcludedAsJson<'a>>,
}

/// The sentence with the word in it, with its place.
#[derive(Serialize)]
struct HitAsJson {
    #[serde(flatten)]
    place: PlaceRow,
    /// The word: bytes of the quote.
    mark: [usize; 2],
}

#[derive(Serialize)]
struct NearAsJson<'a> {
    form: &'a str,
    reason: &'static str,
    count: usize,
    hits: Vec<HitAsJson>,
}

#[derive(Serialize)]
struct ExcludedAsJson<'a> {
    form: &'a str,
    key: &'a str,
    rule: &'a str,
    #[serde(flatten)]
    hit: HitAsJson,
}

fn hit_as_json(hit: &Hit, units: &[Unit]) -> Option<HitAsJson> {
    let place = place_row(&units.get(hit.unit)?.place);
    Some(HitAsJson { place, mark: [hit.span.start, hit.span.end] })
}

fn as_json(hits: &[Hit], units: &[Unit]) -> Vec<HitAsJson> {
    hits.iter().filter_map(|hit| hit_as_json(hit, units)).collect()
}

/// Counts what was typed.
pub(super) fn count(path: &Path, typed: &str, with: &With, words: &Words, out: &mut dyn Write) -> Result<(), Failure> {
    let source = open(path, with.recipe.as_ref(), words)?;
    let units = units(&source.document, &source.recipe);
    let count = count_words(&units, &source.recipe, typed).map_err(|found| {
        let problem = Problem::error("K0855", Place::file(&source.name)).with("found", found);
        Failure::Problems { problems: vec![problem], texts: Texts::new() }
    })?;
    if !with.json {
        return print(&count, &units, typed, words, out).map_err(crate::standard_output);
    }
    let origin = &source.document.origin;
    crate::print_json(
        &AsJson {
            document: &source.name,
            sha256: &origin.sha256,
            recipe: &origin.recipe,
            recipe_sha256: &origin.recipe_sha256,
            word: typed,
            count: count.hits.len(),
            words: count.words.all,
            words_in_sentences: count.words.in_sentences,
            per_ten_thousand: count.per_ten_thousand(),
            per_ten_thousand_in_sentences: count.per_ten_thousand_in_sentences(&units),
            pages_without_text: &source.document.coverage.pages_without_text,
            pages_lost: source.document.coverage.pages_lost,
            hits: as_json(&count.hits, &units),
            near: count
                .near
                .iter()
                .map(|near| NearAsJson {
                    form: &near.form,
                    reason: near.reason.word(),
                    count: near.hits.len(),
                    hits: as_json(&near.hits, &units),
                })
                .collect(),
            excluded: count
                .excluded
                .iter()
                .filter_map(|one: &ExcludedHit| {
                    let hit = hit_as_json(&one.hit, &units)?;
                    Some(ExcludedAsJson { form: &one.form, key: &one.key, rule: &one.rule, hit })
                })
                .collect(),
        },
        out,
    )
}

fn print(count: &Count, units: &[Unit], typed: &str, words: &Words, out: &mut dyn Write) -> std::io::Result<()> {
    let rate = count.per_ten_thousand().map_or_else(|| "-".to_owned(), |rate| words.number(rate, 2));
    let n = count.hits.len().to_string();
    let total = words.number(count.words.all as f64, 0);
    writeln!(out, "{}", words.say("read-count", &[("word", typed), ("n", &n), ("words", &total), ("rate", &rate)]))?;
    hits(&count.hits, units, words, out)?;
    if !count.near.is_empty() {
        writeln!(out, "\n{}", words.say("read-count-near", &[]))?;
        for near in &count.near {
            let (n, reason) = (near.hits.len().to_string(), words.word("read-near", near.reason.word()));
            writeln!(
                out,
                "  {}",
                words.say("read-count-form", &[("form", &near.form), ("n", &n), ("reason", &reason)])
            )?;
        }
    }
    if !count.excluded.is_empty() {
        let n = count.excluded.len().to_string();
        writeln!(out, "\n{}", words.say("read-count-excluded", &[("n", &n)]))?;
        for one in &count.excluded {
            let place = units.get(one.hit.unit).map(|unit| cited(&unit.place, words)).unwrap_or_default();
            let facts = [("form", one.form.as_str()), ("rule", &one.rule), ("place", &place)];
            writeln!(out, "  {}", words.say("read-count-rule", &facts))?;
        }
    }
    Ok(())
}

fn hits(hits: &[Hit], units: &[Unit], words: &Words, out: &mut dyn Write) -> std::io::Result<()> {
    for hit in hits {
        let Some(unit) = units.get(hit.unit) else { continue };
        writeln!(out, "\n  {}", cited(&unit.place, words))?;
        writeln!(out, "    {}", context(unit.place.quote(), &hit.span))?;
    }
    Ok(())
}
