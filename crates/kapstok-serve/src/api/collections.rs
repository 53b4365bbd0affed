// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `/v1/collections`: the levels with a map, each as a collection of features.
//!
//! In: a snapshot. Out: what each collection holds, where it lies, in which systems it is given. Not here: the features.

use kapstok_share::snapshot::Level;
use kapstok_space::Crs;
use serde_json::{Value, json};

use super::ask::{Ask, JSON};
use super::fields;
use super::items::GEOJSON;
use crate::answer::Answer;
use crate::level_map::LevelMap;
use crate::problem::Problem;

/// The media type of a JSON Schema.
pub(crate) const SCHEMA: &str = "application/schema+json";

/// Answers `/v1/collections`.
pub(super) fn collections(ask: &Ask) -> Result<Answer, Problem> {
    let levels = ask.site.snapshot.levels().iter().zip(&ask.site.api.levels);
    let mapped: Vec<_> = levels.filter_map(|(level, ready)| Some((level, ready.map.as_ref()?))).collect();
    let mut systems: Vec<&str> = mapped.iter().flat_map(|(_, map)| map.systems()).map(Crs::uri).collect();
    systems.sort_unstable();
    systems.dedup();
    let value = json!({
        "links": [
            ask.link("self", JSON, "This document", "/v1/collections"),
            ask.link("alternate", "text/html", "This document to look at", "/v1/collections?f=html"),
        ],
        "crs": systems,
        "collections": mapped.into_iter().map(|(level, map)| value(ask, level, map)).collect::<Vec<_>>(),
    });
    ask.json_or_html(JSON, "Collections", &value)
}

/// Answers `/v1/collections/{level}`.
pub(super) fn collection(ask: &Ask) -> Result<Answer, Problem> {
    let (level, map) = ask.mapped_level()?;
    ask.json_or_html(JSON, level.name(), &value(ask, level, map))
}

/// Answers `/v1/collections/{level}/schema`.
pub(super) fn schema(ask: &Ask) -> Result<Answer, Problem> {
    let (level, _) = ask.mapped_level()?;
    let path = format!("/v1/collections/{}/schema", level.name());
    let mut value = fields::schema(&ask.site.snapshot, level, &ask.site.api.levels[level.position()].fields);
    value["$schema"] = "https://json-schema.org/draft/2020-12/schema".into();
    value["$id"] = ask.href(&path).into();
    ask.json_or_html(SCHEMA, level.name(), &value)
}

fn value(ask: &Ask, level: &Level, map: &LevelMap) -> Value {
    let (min, max, year) = (map.extent().min(), map.extent().max(), level.boundary_year());
    let path = format!("/v1/collections/{}", level.name());
    let n_areas = level.len();
    json!({
        "id": level.name(),
        "title": level.name(),
        "description": format!("{n_areas} areas on the map of {year}, with the newest figure of each indicator"),
        "itemType": "feature",
        "extent": {
            "spatial": { "bbox": [[min[0], min[1], max[0], max[1]]], "crs": Crs::Crs84.uri() },
            "temporal": {
                "interval": [[format!("{year}-01-01T00:00:00Z"), format!("{year}-12-31T23:59:59Z")]],
                "trs": "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian",
            },
        },
        "crs": map.systems().into_iter().map(Crs::uri).collect::<Vec<_>>(),
        "storageCrs": map.crs().uri(),
        "links": [
            ask.link("self", JSON, level.name(), &path),
            ask.link("alternate", "text/html", level.name(), &format!("{path}?f=html")),
            ask.link("items", GEOJSON, "Areas as features", &format!("{path}/items")),
            ask.link("items", "text/html", "Areas to look at", &format!("{path}/items?f=html")),
            ask.link("describedby", SCHEMA, "Meaning of the properties", &format!("{path}/schema")),
            // GDAL 3.6 and older know the relation by this spelling only.
            ask.link("describedBy", SCHEMA, "Meaning of the properties", &format!("{path}/schema")),
            ask.link("license", "text/html", "Sources with their licences", "/en/sources"),
            ask.link(
                "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector",
                JSON,
                "The map as vector tiles",
                &format!("{path}/tiles"),
            ),
            ask.link("related", JSON, "Areas in the order of every column", &format!("/v1/columns/{}", level.name())),
        ],
    })
}
