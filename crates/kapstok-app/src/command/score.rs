// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok score RECIPE TABLE...`: a recipe on bare files, no workspace; CSV on standard output.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};

use kapstok_recipe::{Plan, Recipe};
use kapstok_score::{Outcome, ResultColumn};
use kapstok_table::{Place, Problem};

use crate::bare::{BareTables, read_typed};
use crate::failure::Failure;
use crate::problems::{self, Texts};
use crate::workspace::any_error;
use kapstok_share::words::Words;

/// Reads a recipe file; problems of its form end here.
pub(crate) fn read_recipe(path: &Path, texts: &mut Texts) -> Result<Recipe, Failure> {
    let name = path.display().to_string();
    let text = std::fs::read_to_string(path).map_err(|error| Failure::io(path, error))?;
    let (recipe, problems) = kapstok_recipe::parse(&name, &text);
    texts.insert(name, text);
    match recipe {
        Some(recipe) if problems.is_empty() => Ok(recipe),
        _ => Err(Failure::Problems { problems, texts: texts.clone() }),
    }
}

/// Checks and runs a recipe on joined tables. Doubts come back beside the outcome.
pub(crate) fn run(
    recipe: &Recipe,
    tables: &BareTables,
    rename: &BTreeMap<String, String>,
    texts: &Texts,
) -> Result<(Plan, Outcome, Vec<Problem>), Failure> {
    let (plan, problems) = kapstok_recipe::check(recipe, &tables.catalogue(recipe, rename));
    let fail = |problems| Failure::Problems { problems, texts: texts.clone() };
    let Some(plan) = plan else { return Err(fail(problems)) };
    let inputs = tables.inputs(&plan, rename).map_err(fail)?;
    let outcome = kapstok_score::run(&plan, &inputs)
        .map_err(|error| fail(vec![Problem::error("K0433", Place::file(&recipe.file)).with("found", error)]))?;
    Ok((plan, outcome, problems))
}

/// Scores bare tables.
pub(crate) fn score(recipe: &Path, tables: &[PathBuf], words: &Words, out: &mut dyn Write) -> Result<(), Failure> {
    let mut texts = Texts::new();
    let recipe = read_recipe(recipe, &mut texts)?;
    let Some(areas) = recipe.head.areas.clone() else {
        let place = Place::file(&recipe.file);
        return Err(Failure::Problems { problems: vec![Problem::error("K0444", place)], texts });
    };
    let read = tables.iter().map(|path| read_typed(path, None)).collect::<Result<Vec<_>, Failure>>()?;
    let (tables, mut doubts): (Vec<_>, Vec<_>) =
        read.into_iter().map(|(raw, problems)| ((raw, areas.key.clone()), problems)).unzip();
    // A row that could not be read is an area without a score, and moves the ranks of all others.
    if doubts.iter().any(|problems| any_error(problems)) {
        return Err(Failure::Problems { problems: doubts.concat(), texts });
    }
    let tables = BareTables::join(tables, recipe.head.missing_marks.clone())
        .map_err(|problem| Failure::Problems { problems: vec![problem], texts: texts.clone() })?;
    doubts.push(tables.unmet());
    let (plan, outcome, more) = run(&recipe, &tables, &BTreeMap::new(), &texts)?;
    doubts.push(more);
    let doubts = doubts.concat();
    problems::print(&doubts, &texts, words, &mut std::io::stderr()).map_err(crate::standard_output)?;
    write(&plan, &outcome, &areas.key, out)
}

/// Writes the recipe's own level; results of higher levels follow as tables of their own.
fn write(plan: &Plan, outcome: &Outcome, key: &str, out: &mut dyn Write) -> Result<(), Failure> {
    for (position, level) in outcome.levels.iter().enumerate() {
        let columns = published(plan, &level.columns);
        if columns.is_empty() {
            continue;
        }
        if position > 0 {
            writeln!(out).map_err(crate::standard_output)?;
        }
        let store = |error: csv::Error| Failure::store(Path::new("-"), error);
        let mut writer = csv::Writer::from_writer(&mut *out);
        let title = if position == 0 { key } else { &level.level };
        let titles = std::iter::once(title).chain(columns.iter().map(|(column, _)| column.name.as_str()));
        writer.write_record(titles).map_err(store)?;
        for (area_index, area) in level.areas.iter().enumerate() {
            let cells = columns.iter().map(|(column, decimals)| cell(column.values.get(area_index), *decimals));
            writer.write_record(std::iter::once(area.clone()).chain(cells)).map_err(store)?;
        }
        writer.flush().map_err(crate::standard_output)?;
    }
    Ok(())
}

/// The columns that go out: those of `[[output]]`, or all that a step made.
pub(crate) fn published<'a>(plan: &Plan, columns: &'a [ResultColumn]) -> Vec<(&'a ResultColumn, Option<u32>)> {
    if plan.head.output.is_empty() {
        let made = |column: &&ResultColumn| !plan.inputs.iter().any(|input| input.name == column.name);
        return columns.iter().filter(made).map(|column| (column, None)).collect();
    }
    let find = |name: &str| columns.iter().find(|column| column.name == name);
    plan.head.output.iter().filter_map(|output| Some((find(&output.name)?, output.decimals))).collect()
}

/// A figure as CSV holds it: nothing where there is none.
pub(crate) fn cell(value: Option<f64>, decimals: Option<u32>) -> String {
    match (value, decimals) {
        (None, _) => String::new(),
        (Some(value), None) => value.to_string(),
        (Some(value), Some(decimals)) => {
            let rounded = kapstok_score::round_half_up(value, decimals) + 0.0;
            format!("{rounded:.*}", decimals as usize)
        }
    }
}
