// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok sure`: draws everything again, and prints what was really drawn and what moves results most.
//!
//! In: a workspace with a build. Out: a log, indices, the intervals of one area. Invariant: nothing is asked, nothing is
//! left to a default that is not printed; areas that the gate hides have no line.

use std::io::Write;
use std::path::Path;

use kapstok_recipe::Plan;
use kapstok_recipe::sure::Sure;
use kapstok_score::sure::{AreaSure, SureOutcome};
use kapstok_share::find::find_area;
use kapstok_share::manifest::{LevelEntry, SureEntry, SureFactor};
use kapstok_share::number::figure;
use kapstok_share::snapshot::{AreaAt, Snapshot};
use kapstok_share::words::Words;
use kapstok_table::{Place, Problem, nearest};
use serde::Serialize;

use crate::build::store::Store;
use crate::compute;
use crate::failure::Failure;
use crate::progress::Progress;
use crate::workspace::{Workspace, any_error};

/// What is asked on the command line.
pub(crate) struct Asked {
    /// Id of the recipe.
    pub(crate) recipe: Option<String>,
    /// Code or name of an area.
    pub(crate) area: Option<String>,
    /// Draws, in place of what the recipe says.
    pub(crate) replications: Option<u32>,
    /// Seed, in place of what the recipe says.
    pub(crate) seed: Option<u64>,
}

/// What is said of one recipe.
#[derive(Serialize)]
struct Said {
    recipe: String,
    recipe_sha256: String,
    /// The level of the areas; `level` is the part of the draws that an interval holds.
    area_level: String,
    #[serde(flatten)]
    sure: SureEntry,
    areas: SureAreas,
    #[serde(skip_serializing_if = "Option::is_none")]
    area: Option<OfArea>,
}

/// How sure the counts of all areas are together.
#[derive(Serialize)]
struct SureAreas {
    /// Areas with a count.
    counted: usize,
    /// Areas whose interval is one number.
    one_number: usize,
    /// Areas of which every domain is the same in at least 95 of 100 draws.
    every_domain_sure: usize,
    /// The middle width of the intervals, in burdens.
    middle_width: u32,
}

/// The intervals of one area.
#[derive(Serialize)]
struct OfArea {
    area: String,
    name: String,
    burdens: Option<(u32, u32)>,
    at_least: Vec<f64>,
    among_first: Option<f64>,
    domains: Vec<(String, Option<f64>)>,
    drawn_with_a_count: u32,
}

/// Runs and prints.
///
/// # Errors
/// Problems of the recipe; no such recipe or area; a draw that cannot run.
pub(crate) fn sure(dir: &Path, asked: &Asked, json: bool, words: &Words, out: &mut dyn Write) -> Result<(), Failure> {
    let (mut workspace, mut problems) = Workspace::open(dir)?;
    let recipes = compute::read_recipes(&mut workspace, &mut problems)?;
    if any_error(&problems) {
        return Err(Failure::Problems { problems, texts: workspace.texts });
    }
    let store = Store::current(dir)?;
    let snapshot = crate::build::snapshot::load(&store)?;
    let at = asked.area.as_deref().map(|area| find_area(&snapshot, area)).transpose()?;
    let ids: Vec<&str> = recipes.iter().map(|it| it.recipe.head.id.as_str()).collect();
    if let Some(id) = asked.recipe.as_deref().filter(|id| !ids.contains(id)) {
        let nearest = nearest(id, ids.iter().copied()).to_owned();
        return Err(Failure::NotFound { what: "recipe", found: id.to_owned(), nearest });
    }
    let wanted = |id: &str| asked.recipe.as_deref().is_none_or(|wanted| wanted == id);
    let mut all = Vec::new();
    let mut problems = Vec::new();
    for known in recipes.iter().filter(|it| wanted(&it.recipe.head.id)) {
        let recipe = &known.recipe;
        let Some(section) = &recipe.head.sure else {
            if asked.recipe.is_some() {
                problems.push(Problem::error("K0731", Place::file(&recipe.file)).with("recipe", &recipe.head.id));
            }
            continue;
        };
        let section = Sure {
            replications: asked.replications.unwrap_or(section.replications),
            seed: asked.seed.unwrap_or(section.seed),
            ..section.clone()
        };
        let Some(prepared) = compute::prepare(&workspace, recipe, &store, &mut problems)? else { continue };
        let compute::Prepared { level, plan, inputs, taking_part } = &prepared;
        let progress = Progress::new(words);
        match crate::sure::run(&store, level, plan, inputs, taking_part, &section, &progress)? {
            Err(error) => {
                problems.push(Problem::error("K0433", Place::file(&recipe.file)).with("found", error));
            }
            Ok(outcome) => all.push(Said {
                recipe: recipe.head.id.clone(),
                recipe_sha256: known.sha256.clone(),
                area_level: recipe.head.level.clone(),
                sure: shown(&snapshot, level, plan, crate::sure::entry(&section, &outcome)),
                areas: together(&outcome, &is_shown(&snapshot, level, &recipe.head.id)),
                area: at.and_then(|at| of_area(&snapshot, at, &recipe.head.id, &outcome)),
            }),
        }
    }
    if any_error(&problems) {
        return Err(Failure::Problems { problems, texts: workspace.texts });
    }
    if all.is_empty() {
        let problem = Problem::error("K0730", Place::file(crate::workspace::SETTINGS_FILE));
        return Err(Failure::Problems { problems: vec![problem], texts: workspace.texts });
    }
    if json {
        return crate::print_json(&all, out);
    }
    if snapshot.manifest().invented {
        writeln!(out, "{}", words.say("invented", &[])).map_err(crate::standard_output)?;
    }
    all.iter().try_for_each(|said| print(said, words, out)).map_err(crate::standard_output)
}

/// The entry as it may be told: of each input the figures that are shown. What the gate takes out is in no count.
fn shown(snapshot: &Snapshot, level: &LevelEntry, plan: &Plan, mut entry: SureEntry) -> SureEntry {
    let Some(level) = snapshot.level(&level.level) else { return entry };
    for (told, input) in entry.inputs.iter_mut().zip(&plan.inputs) {
        let column = snapshot.column(level, &input.column, input.period.as_deref());
        let n_shown = column.map_or(0, |(_, column)| column.n_known());
        told.known = told.known.min(n_shown);
        // An error cannot change more figures than are told of.
        let known = told.known;
        told.figures.iter_mut().filter(|(factor, _)| *factor != "secrecy").for_each(|(_, n)| *n = (*n).min(known));
    }
    entry
}

/// Which areas have a count that the gate shows, `[n_areas]`; of a recipe that the build does not know, those with enough
/// residents.
fn is_shown(snapshot: &Snapshot, level: &LevelEntry, recipe: &str) -> Vec<bool> {
    let Some(level) = snapshot.level(&level.level) else { return Vec::new() };
    let scores = snapshot.recipes(level).find(|(entry, _)| entry.id == recipe).map(|(_, scores)| scores);
    let is_shown = |area: usize| match scores {
        Some(scores) => scores.not_counted(area).is_none(),
        None => !level.has_too_few_residents(area),
    };
    (0..level.len()).map(is_shown).collect()
}

/// What the intervals of all areas that are shown say together.
fn together(outcome: &SureOutcome, is_shown: &[bool]) -> SureAreas {
    let areas = outcome.areas.iter().zip(is_shown).filter(|(_, is_shown)| **is_shown).map(|(area, _)| area);
    let counted: Vec<&AreaSure> = areas.filter(|area| area.burdens.is_some()).collect();
    let mut widths: Vec<u32> =
        counted.iter().filter_map(|area| area.burdens.map(|burdens| burdens.upper - burdens.lower)).collect();
    widths.sort_unstable();
    // A domain that is never known is not sure.
    let is_sure = |chance: &Option<f64>| chance.is_some_and(|chance| chance <= 0.05 || chance >= 0.95);
    SureAreas {
        counted: counted.len(),
        one_number: widths.iter().filter(|width| **width == 0).count(),
        every_domain_sure: counted.iter().filter(|area| area.chance_burdened.iter().all(is_sure)).count(),
        middle_width: widths.get(widths.len() / 2).copied().unwrap_or(0),
    }
}

/// The intervals of one area; none where the gate hides its count, or the recipe is of another level.
fn of_area(snapshot: &Snapshot, at: AreaAt, recipe: &str, outcome: &SureOutcome) -> Option<OfArea> {
    let level = snapshot.level_of(at);
    let (entry, scores) = snapshot.recipes(level).find(|(entry, _)| entry.id == recipe)?;
    if scores.not_counted(at.index).is_some() {
        return None;
    }
    let area = outcome.areas.get(at.index)?;
    Some(OfArea {
        area: level.codes()[at.index].clone(),
        name: level.names()[at.index].clone(),
        burdens: area.burdens.map(|burdens| (burdens.lower, burdens.upper)),
        at_least: area.chance_at_least.clone(),
        among_first: area.chance_first,
        domains: entry.domains.iter().cloned().zip(area.chance_burdened.iter().copied()).collect(),
        drawn_with_a_count: area.n_counted,
    })
}

fn print(said: &Said, words: &Words, out: &mut dyn Write) -> std::io::Result<()> {
    let language = words.language;
    let percent = |part: f64| figure(100.0 * part, 0, language);
    let facts = [
        ("recipe", said.recipe.clone()),
        ("n", said.sure.replications.to_string()),
        ("seed", said.sure.seed.to_string()),
        ("level", percent(said.sure.level)),
    ];
    writeln!(out, "{}", words.say("sure-title", &as_facts(&facts)))?;
    let facts = [
        ("n", said.areas.counted.to_string()),
        ("one", said.areas.one_number.to_string()),
        ("sure", said.areas.every_domain_sure.to_string()),
        ("width", said.areas.middle_width.to_string()),
    ];
    writeln!(out, "{}\n", words.say("sure-areas", &as_facts(&facts)))?;
    writeln!(out, "{}", words.say("sure-drawn", &[]))?;
    let name = |factor: &str| words.say(&format!("sure-factor-{factor}"), &[]);
    let width = said.sure.drawn.iter().map(|it| name(&it.factor).chars().count()).max().unwrap_or(0);
    // Most first; the order of equal ones is that of the list.
    let mut drawn: Vec<&SureFactor> = said.sure.drawn.iter().collect();
    let total = |it: &SureFactor| it.ranks.map_or(0.0, |ranks| ranks.total);
    drawn.sort_by(|one, other| total(other).total_cmp(&total(one)));
    for it in drawn {
        let told = match (it.ranks, it.mean_places) {
            (Some(ranks), Some(places)) => words.say(
                "sure-moves",
                &as_facts(&[
                    ("first", percent(ranks.first.max(0.0))),
                    ("total", percent(ranks.total)),
                    ("error", percent(ranks.total_error)),
                    ("places", figure(places, 1, language)),
                ]),
            ),
            _ => words.say("sure-not-apart", &[]),
        };
        writeln!(out, "  {:<width$}  {told}", name(&it.factor))?;
    }
    let not: Vec<String> = said.sure.not_drawn.iter().map(|factor| name(factor)).collect();
    if !not.is_empty() {
        writeln!(out, "  {}", words.say("sure-not-drawn", &[("factors", &not.join(", "))]))?;
    }
    writeln!(out, "\n{}", words.say("sure-inputs", &[]))?;
    let width = said.sure.inputs.iter().map(|it| it.input.chars().count()).max().unwrap_or(0);
    for it in &said.sure.inputs {
        let drawn: Vec<String> =
            it.figures.iter().filter(|(_, n)| **n > 0).map(|(factor, n)| format!("{} {n}", name(factor))).collect();
        let told = if drawn.is_empty() { words.say("sure-nothing", &[]) } else { drawn.join(", ") };
        writeln!(
            out,
            "  {:<width$}  {}",
            it.input,
            words.say("sure-of", &[("known", &it.known.to_string()), ("drawn", &told)])
        )?;
    }
    let Some(area) = &said.area else { return Ok(()) };
    writeln!(out, "\n{} ({})", area.name, area.area)?;
    if let Some((lower, upper)) = area.burdens {
        let facts = [("lower", lower.to_string()), ("upper", upper.to_string()), ("level", percent(said.sure.level))];
        writeln!(out, "  {}", words.say("sure-burdens", &as_facts(&facts)))?;
    }
    for (domain, chance) in &area.domains {
        let told = chance.map_or_else(|| words.say("sure-unknown", &[]), |chance| format!("{} %", percent(chance)));
        writeln!(out, "  {}: {told}", words.word("domain", domain))?;
    }
    Ok(())
}

fn as_facts<'a>(facts: &'a [(&'a str, String)]) -> Vec<(&'a str, &'a str)> {
    facts.iter().map(|(name, value)| (*name, value.as_str())).collect()
}
