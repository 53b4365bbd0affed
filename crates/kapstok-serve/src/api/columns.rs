// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `/v1/columns`: the areas of a level in their order, and one column of figures as bytes.
//!
//! In: a level, an indicator and a period, or a recipe and a column of it. Out: JSON of the areas; bytes of a column
//! (`docs/reference/api.md` has the layout). Invariant: the place of an area is the same in all of them.

use kapstok_share::snapshot::{Column, Level, Snapshot, burden_title, chance_title};

use super::ask::{Ask, JSON};
use super::json::{coordinate, figure, list, text, whole};
use super::prepared::Ready;
use crate::answer::Answer;
use crate::problem::Problem;

/// The media type of a column.
pub(crate) const BYTES: &str = "application/octet-stream";

/// The first bytes of a column: its form and version.
const MAGIC: &[u8; 4] = b"KPC1";

/// Flag: margins follow the figures.
const MARGINS: u32 = 1;

/// Statuses of a figure that there is not, as in a column of figures.
const NOT_MEASURED: u8 = 2;
const TOO_FEW_RESIDENTS: u8 = 6;
const WITHHELD_WITH_OTHERS: u8 = 7;

/// A column of a recipe, and the column of the build that it is.
#[derive(Clone, Debug)]
pub(super) struct RecipeColumn {
    /// The recipe.
    pub(super) recipe: String,
    /// `burdens`, `known`, `sources`, `sure`, `chance`, or `domain.` or `chance.` with a domain.
    pub(super) id: String,
    title: String,
    /// Titles of its margins; none where it has none.
    margins: Option<[&'static str; 2]>,
}

/// The ends between which the number of burdens lies.
const BURDENS_BETWEEN: [&str; 2] = ["sure_burdens_lower", "sure_burdens_upper"];

impl RecipeColumn {
    /// The columns of all recipes of a level that count burdens.
    pub(super) fn all(snapshot: &Snapshot, level: &Level) -> Vec<Self> {
        let mut columns = Vec::new();
        for (recipe, scores) in snapshot.recipes(level) {
            let whole = [("burdens", "burdens"), ("known", "burdens_known"), ("sources", "independent_sources")];
            let whole = whole.map(|(id, title)| (id.to_owned(), title.to_owned()));
            let domains = recipe.domains.iter().map(|domain| (format!("domain.{domain}"), burden_title(domain)));
            let is_there = |title: &str| scores.numbers(title).is_some();
            // How sure it is has columns of its own, so that who does not ask for it does not fetch it.
            let first = ("chance".to_owned(), "sure_among_first".to_owned());
            let chances = recipe.domains.iter().map(|domain| (format!("chance.{domain}"), chance_title(domain)));
            let chances = std::iter::once(first).chain(chances).filter(|_| recipe.sure.is_some());
            let there = whole.into_iter().chain(domains).chain(chances).filter(|(_, title)| is_there(title));
            columns.extend(there.map(|(id, title)| Self { recipe: recipe.id.clone(), id, title, margins: None }));
            if recipe.sure.is_some() && BURDENS_BETWEEN.iter().all(|title| is_there(title)) {
                let (id, title) = ("sure".to_owned(), "burdens".to_owned());
                columns.push(Self { recipe: recipe.id.clone(), id, title, margins: Some(BURDENS_BETWEEN) });
            }
        }
        columns
    }
}

/// Answers `/v1/columns/{level}`.
pub(super) fn areas(ask: &Ask) -> Result<Answer, Problem> {
    let (level, lasts) = (ask.level()?, ask.lasts()?);
    let ready = &ask.site.api.levels[level.position()];
    let packed = ready.areas.get(|| area_list(&ask.site.snapshot, level, ready).into_bytes());
    Ok(Answer::packed(JSON, packed).lasts(lasts))
}

/// Answers `/v1/columns/{level}/{indicator}/{period}`.
pub(super) fn figures(ask: &Ask) -> Result<Answer, Problem> {
    let (level, lasts) = (ask.level()?, ask.lasts()?);
    let (indicator, period) = (ask.part(1), ask.part(2));
    let columns = &ask.site.snapshot.entry(level).columns;
    let found = columns.iter().position(|entry| entry.indicator == indicator && entry.period == period);
    let position = found.ok_or_else(|| {
        let periods = columns.iter().filter(|entry| entry.indicator == indicator);
        let periods: Vec<&str> = periods.map(|entry| entry.period.as_str()).collect();
        match periods.is_empty() {
            true => Problem::not_found("indicator", indicator, "see the columns of this level in /v1/catalogue"),
            false => Problem::not_found("period", period, format!("periods here: {}", periods.join(", "))),
        }
    })?;
    let slot = &ask.site.api.levels[level.position()].columns[position];
    let packed = slot.get(|| of_column(level.boundary_year(), &level.columns()[position]));
    Ok(Answer::packed(BYTES, packed).lasts(lasts))
}

/// Answers `/v1/columns/{level}/recipes/{recipe}/{column}`.
pub(super) fn recipe(ask: &Ask) -> Result<Answer, Problem> {
    let (level, lasts) = (ask.level()?, ask.lasts()?);
    let (recipe, id) = (ask.part(1), ask.part(2));
    let columns = &ask.site.api.levels[level.position()].recipes;
    let found = columns.iter().find(|(column, _)| column.recipe == recipe && column.id == id);
    let hint = "see the recipes of this level in /v1/catalogue";
    let (column, slot) = found.ok_or_else(|| Problem::not_found("column", &format!("{recipe}/{id}"), hint))?;
    let packed = slot.get(|| of_recipe(&ask.site.snapshot, level, column));
    Ok(Answer::packed(BYTES, packed).lasts(lasts))
}

/// The areas of a level, in the order of every column.
pub(super) fn area_list(snapshot: &Snapshot, level: &Level, ready: &Ready) -> String {
    let around = ready.map.as_ref().and_then(|map| map.around(level));
    let mut out = String::with_capacity(level.len() * 80);
    out.push_str("{\"level\":");
    text(&mut out, level.name());
    out.push_str(",\"build\":");
    text(&mut out, snapshot.id());
    out.push_str(",\"boundaryYear\":");
    whole(&mut out, usize::from(level.boundary_year()));
    out.push_str(",\"codes\":");
    list(&mut out, level.codes(), |out, code| text(out, code));
    out.push_str(",\"names\":");
    list(&mut out, level.names(), |out, name| text(out, name));
    out.push_str(",\"within\":{");
    for (place, (above, indices)) in level.lies_in().iter().enumerate() {
        if place > 0 {
            out.push(',');
        }
        text(&mut out, snapshot.levels()[*above].name());
        out.push(':');
        list(&mut out, indices, |out, index| match index {
            Some(index) => whole(out, *index),
            None => out.push_str("null"),
        });
    }
    out.push_str("},\"centres\":");
    list(&mut out, 0..level.len(), |out, index| match around.and_then(|around| around.centre(index)) {
        Some(centre) => list(out, centre, |out, degrees| coordinate(out, degrees, 5)),
        None => out.push_str("null"),
    });
    out.push_str(",\"residents\":");
    list(&mut out, level.residents(), |out, residents| figure(out, *residents));
    out.push_str(",\"neighbours\":");
    list(&mut out, 0..level.len(), |out, index| {
        let touched = around.map_or(&[][..], |around| around.touching(index));
        list(out, touched, |out, touched| whole(out, *touched as usize));
    });
    out.push('}');
    out
}

pub(super) fn of_column(boundary_year: u16, column: &Column) -> Vec<u8> {
    let flags = if column.margins().is_some() { MARGINS } else { 0 };
    let mut bytes = head(column.len(), flags, boundary_year);
    let mut numbers = |numbers: &mut dyn Iterator<Item = f64>| {
        numbers.for_each(|number| bytes.extend_from_slice(&(number as f32).to_le_bytes()));
    };
    numbers(&mut column.values().iter().copied());
    if let Some(margins) = column.margins() {
        numbers(&mut margins.iter().map(|(lower, _)| *lower));
        numbers(&mut margins.iter().map(|(_, upper)| *upper));
    }
    bytes.extend_from_slice(column.status_bytes());
    bytes
}

pub(super) fn of_recipe(snapshot: &Snapshot, level: &Level, column: &RecipeColumn) -> Vec<u8> {
    let of_recipe = snapshot.recipes(level).find(|(recipe, _)| recipe.id == column.recipe);
    let of_title = |title: &str| of_recipe.and_then(|(_, scores)| scores.numbers(title)).unwrap_or_default();
    let numbers = of_title(&column.title);
    let flags = if column.margins.is_some() { MARGINS } else { 0 };
    let mut bytes = head(level.len(), flags, level.boundary_year());
    let number = |index: usize| numbers.get(index).copied().flatten();
    let why_not = |index: usize| of_recipe.and_then(|(_, scores)| scores.not_counted(index));
    for numbers in std::iter::once(numbers).chain(column.margins.iter().flatten().map(|title| of_title(title))) {
        for index in 0..level.len() {
            // No margins without a figure.
            let number = number(index).and_then(|_| numbers.get(index).copied().flatten());
            bytes.extend_from_slice(&number.map_or(f32::NAN, |number| number as f32).to_le_bytes());
        }
    }
    bytes.extend((0..level.len()).map(|index| match number(index) {
        Some(_) => 0,
        None => match why_not(index) {
            Some("too-few-residents") => TOO_FEW_RESIDENTS,
            Some("withheld-with-others") => WITHHELD_WITH_OTHERS,
            Some(_) | None if level.has_too_few_residents(index) => TOO_FEW_RESIDENTS,
            Some(_) | None => NOT_MEASURED,
        },
    }));
    bytes
}

fn head(n_areas: usize, flags: u32, boundary_year: u16) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(16 + n_areas * 13);
    bytes.extend_from_slice(MAGIC);
    for number in [u32::try_from(n_areas).unwrap_or(u32::MAX), flags, u32::from(boundary_year)] {
        bytes.extend_from_slice(&number.to_le_bytes());
    }
    bytes
}
