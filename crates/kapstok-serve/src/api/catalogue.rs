// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `/v1/catalogue`: what there is, and where. A client builds no address of its own: it resolves the `href`s here.
//!
//! In: a snapshot. Out: JSON. Invariant: an address names its build, so that what belongs to one build is never mixed
//! with what belongs to another: the place of an area is its number everywhere. A folder of plain files has the same
//! catalogue with other addresses ([`Addresses`]).

use kapstok_share::manifest::{Both, IndicatorEntry};
use kapstok_share::snapshot::{Level, Snapshot};
use serde_json::{Value, json};

use super::ask::{Ask, JSON};
use super::columns::RecipeColumn;
use super::plain;
use super::prepared::Ready;
use super::tiles::MAX_ZOOM;
use crate::answer::Answer;
use crate::problem::Problem;
use crate::query::encoded;

/// Answers `/v1/catalogue`.
pub(super) fn answer(ask: &Ask) -> Result<Answer, Problem> {
    Ok(Answer::packed(JSON, &ask.site.api.catalogue))
}

/// Where things are, from the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Addresses<'a> {
    /// At this server.
    Server,
    /// In a folder of plain files.
    Files {
        /// By level, the last zoom of the tiles that were written.
        max_zooms: &'a [u8],
    },
}

impl Addresses<'_> {
    fn areas(self, build: &str, level: &str) -> String {
        match self {
            Self::Server => format!("columns/{}?build={build}", encoded(level)),
            Self::Files { .. } => plain::href(&plain::areas(build, level)),
        }
    }

    fn column(self, build: &str, level: &str, indicator: &str, period: &str) -> String {
        match self {
            Self::Server => {
                format!("columns/{}/{}/{}?build={build}", encoded(level), encoded(indicator), encoded(period))
            }
            Self::Files { .. } => plain::href(&plain::column(build, level, indicator, period)),
        }
    }

    fn recipe(self, build: &str, level: &str, recipe: &str, id: &str) -> String {
        match self {
            Self::Server => {
                format!("columns/{}/recipes/{}/{}?build={build}", encoded(level), encoded(recipe), encoded(id))
            }
            Self::Files { .. } => plain::href(&plain::recipe(build, level, recipe, id)),
        }
    }

    fn max_zoom(self, level: &Level) -> u8 {
        match self {
            Self::Server => MAX_ZOOM,
            Self::Files { max_zooms } => max_zooms.get(level.position()).copied().unwrap_or(MAX_ZOOM),
        }
    }

    fn tiles(self, build: &str, level: &str) -> String {
        match self {
            Self::Server => {
                format!("collections/{}/tiles/WebMercatorQuad/{{z}}/{{y}}/{{x}}?build={build}", encoded(level))
            }
            Self::Files { .. } => format!("{}/{{z}}/{{y}}/{{x}}.pbf", plain::href(&plain::tiles(build, level))),
        }
    }
}

/// What there is, and where.
pub(super) fn catalogue(snapshot: &Snapshot, ready: &[Ready], at: Addresses<'_>) -> Value {
    let manifest = snapshot.manifest();
    json!({
        "title": both(&manifest.title),
        "invented": manifest.invented,
        "build": snapshot.id(),
        "program": manifest.program,
        "minResidents": manifest.min_residents,
        "levels": snapshot.levels().iter().zip(ready).map(|(it, ready)| level(snapshot, it, ready, at)).collect::<Vec<_>>(),
        "indicators": manifest.indicators.iter().map(|it| indicator(snapshot, it)).collect::<Vec<_>>(),
    })
}

/// A text in both languages.
pub(super) fn both(text: &Both) -> Value {
    json!({ "nl": text.nl, "en": text.en })
}

fn level(snapshot: &Snapshot, level: &Level, ready: &Ready, at: Addresses<'_>) -> Value {
    let (name, build) = (level.name(), snapshot.id());
    let columns = snapshot.entry(level).columns.iter().zip(level.columns()).map(|(entry, column)| {
        json!({
            "indicator": entry.indicator,
            "period": entry.period,
            "known": column.n_known(),
            "margins": column.has_margins(),
            "href": at.column(build, name, &entry.indicator, &entry.period),
        })
    });
    let recipes = snapshot.recipes(level).map(|(recipe, _)| {
        let of_recipe = RecipeColumn::all(snapshot, level).into_iter().filter(|column| column.recipe == recipe.id);
        let href = |id: &str| at.recipe(build, name, &recipe.id, id);
        json!({
            "id": recipe.id,
            "worstFraction": recipe.worst_fraction,
            "domains": recipe.domains,
            "sure": recipe.sure.as_ref().map(|sure| {
                json!({ "level": sure.level, "replications": sure.replications, "first": sure.first })
            }),
            "columns": of_recipe.map(|it| json!({ "id": it.id, "href": href(&it.id) })).collect::<Vec<_>>(),
        })
    });
    let mut value = json!({
        "id": level.name(),
        "boundaryYear": level.boundary_year(),
        "nAreas": level.len(),
        "hasMap": ready.map.is_some(),
        "areasHref": at.areas(build, name),
        "columns": columns.collect::<Vec<_>>(),
        "recipes": recipes.collect::<Vec<_>>(),
    });
    if let Some(map) = &ready.map {
        let (min, max) = (map.extent().min(), map.extent().max());
        value["bbox"] = json!([min[0], min[1], max[0], max[1]]);
        value["tilesHref"] = at.tiles(build, name).into();
        value["minZoom"] = 0.into();
        value["maxZoom"] = at.max_zoom(level).into();
    }
    value
}

fn indicator(snapshot: &Snapshot, indicator: &IndicatorEntry) -> Value {
    // What must stand beside the newest figures, at the largest areas that have them.
    let newest = snapshot.levels().iter().find_map(|level| snapshot.column(level, &indicator.id, None));
    let origin = newest.and_then(|(entry, _)| snapshot.origin(entry));
    json!({
        "id": indicator.id,
        "label": both(&indicator.label),
        "explanation": both(&indicator.explanation),
        "unit": indicator.unit,
        "direction": indicator.direction,
        "domain": indicator.domain,
        "kind": indicator.kind,
        "modelledFrom": indicator.modelled_from,
        "population": indicator.population,
        "source": origin.map_or(indicator.source.as_str(), |origin| origin.publisher.as_str()),
        "licence": origin.map_or(indicator.licence.as_str(), |origin| origin.licence.as_str()),
        "attribution": origin.map_or("", |origin| origin.attribution.as_str()),
    })
}
