// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `…/items`: the areas of a level as features with their newest figures (OGC API Features, parts 1 and 2).
//!
//! In: filters, a limit, a cursor. Out: GeoJSON, piece by piece, so that the largest page takes no more memory than the
//! smallest. Invariant: every page says how many features match and how many it has, and links to the next and the
//! previous one; pages put behind each other are all features once, in the order of their codes.

use std::sync::Arc;

use axum::body::Bytes;
use axum::http::HeaderName;
use kapstok_share::snapshot::{AreaAt, Level};
use kapstok_space::{Bounds, Crs};
use serde_json::{Value, json};

use super::ask::Ask;
use super::cursor::Selection;
use super::fields::{self, Field, chosen};
use super::json as write_json;
use super::moment::Between;
use super::page::{HTML, page};
use crate::Site;
use crate::answer::Answer;
use crate::level_map::LevelMap;
use crate::problem::Problem;
use crate::query::encoded;

/// The media type of features.
pub(crate) const GEOJSON: &str = "application/geo+json";

/// Features without a `limit`, and most features.
pub(super) const LIMITS: (usize, usize) = (1_000, 10_000);

/// Features of one piece of an answer.
const PIECE: usize = 100;

/// What tells the system of an answer.
const CONTENT_CRS: HeaderName = HeaderName::from_static("content-crs");

/// The features that a filter lets through, by their places, rising.
enum Matching {
    All(usize),
    These(Vec<u32>),
}

impl Matching {
    fn len(&self) -> usize {
        match self {
            Self::All(n) => *n,
            Self::These(these) => these.len(),
        }
    }

    fn get(&self, place: usize) -> usize {
        match self {
            Self::All(_) => place,
            Self::These(these) => these[place] as usize,
        }
    }

    /// The first place whose area has this code or comes behind it.
    fn from(&self, level: &Level, code: &str) -> usize {
        let codes = level.codes();
        match self {
            Self::All(_) => codes.partition_point(|known| known.as_str() < code),
            Self::These(these) => these.partition_point(|area| codes[*area as usize].as_str() < code),
        }
    }
}

/// Answers `…/items`.
pub(super) fn items(ask: &Ask) -> Result<Answer, Problem> {
    let (level, map) = ask.mapped_level()?;
    let is_page = ask.wants_html()?;
    let limit = ask.limit(if is_page { (100, 100) } else { LIMITS })?;
    let crs = ask.crs("crs", map)?;
    let matching = matching(ask, level, map)?;
    let all = &ask.site.api.levels[level.position()].fields;
    let fields: Vec<Field> = chosen(all, ask.query.get("properties"))?.into_iter().cloned().collect();
    let selection = Selection::of(level.name(), &["bbox", "bbox-crs", "datetime"].map(|name| ask.query.get(name)));
    let first = match ask.query.get("cursor") {
        Some(cursor) => matching.from(level, &selection.read(cursor)?),
        None => 0,
    };
    let last = matching.len().min(first + limit);
    let mut head = String::from("{\"type\":\"FeatureCollection\",\"numberMatched\":");
    write_json::whole(&mut head, matching.len());
    head.push_str(",\"numberReturned\":");
    write_json::whole(&mut head, last - first);
    head.push_str(",\"timeStamp\":");
    write_json::text(&mut head, &ask.site.told.clock.now());
    head.push_str(",\"links\":");
    let starts = (first > 0, last < matching.len());
    let cursor = |place: usize| selection.cursor(&level.codes()[matching.get(place)]);
    let previous = starts.0.then(|| cursor(first.saturating_sub(limit)));
    let next = starts.1.then(|| cursor(last));
    head.push_str(&links(ask, level, previous, next).to_string());
    head.push_str(",\"features\":[");
    let features = Features { site: Arc::clone(&ask.site), level: level.position(), matching, fields, crs };
    let mut pieces = Pieces { features, head: Some(head), at: first, last };
    if is_page {
        let bytes: Vec<u8> = pieces.flatten().collect();
        let value: Value = serde_json::from_slice(&bytes).unwrap_or_default();
        return Ok(in_crs(Answer::fresh(HTML, page(level.name(), &value)), crs));
    }
    Ok(in_crs(
        match last - first > PIECE {
            true => Answer::pieces(GEOJSON, Box::new(pieces)),
            false => Answer::fresh(GEOJSON, pieces.next().unwrap_or_default()),
        },
        crs,
    ))
}

/// Answers `…/items/{code}`.
pub(super) fn item(ask: &Ask) -> Result<Answer, Problem> {
    let (level, map) = ask.mapped_level()?;
    let (is_page, crs, code) = (ask.wants_html()?, ask.crs("crs", map)?, ask.part(1));
    let hint = format!("see /v1/collections/{}/items", level.name());
    let index = level.index_of(code).ok_or_else(|| Problem::not_found("feature", code, hint))?;
    let fields: Vec<Field> = ask.site.api.levels[level.position()].fields.clone();
    let matching = Matching::All(level.len());
    let features = Features { site: Arc::clone(&ask.site), level: level.position(), matching, fields, crs };
    let mut out = String::with_capacity(8 * 1024);
    features.write(&mut out, index);
    out.pop();
    let path = format!("/v1/collections/{}", level.name());
    let links = json!([
        ask.link("self", GEOJSON, level.name(), &format!("{path}/items/{}", encoded(code))),
        ask.link("alternate", "text/html", level.name(), &format!("{path}/items/{}?f=html", encoded(code))),
        ask.link("collection", "application/json", "Collection", &path),
        ask.link("related", "application/json", "All figures of all periods", &format!("/v1/areas/{}", encoded(code))),
    ]);
    out.push_str(",\"links\":");
    out.push_str(&links.to_string());
    out.push('}');
    let answer = match is_page {
        true => {
            let value: Value = serde_json::from_str(&out).unwrap_or_default();
            Answer::fresh(HTML, page(&level.names()[index], &value))
        }
        false => Answer::fresh(GEOJSON, out),
    };
    Ok(in_crs(answer, crs))
}

/// Says in which system the coordinates stand.
fn in_crs(answer: Answer, crs: Crs) -> Answer {
    answer.varies_by_form().header(CONTENT_CRS, &format!("<{}>", crs.uri()))
}

/// The features that the filters let through.
fn matching(ask: &Ask, level: &Level, map: &LevelMap) -> Result<Matching, Problem> {
    if let Some(asked) = ask.query.get("datetime") {
        let hint = "2024-07-01T12:00:00Z, or two of those with / between; .. is an open end";
        let between = Between::read(asked).ok_or_else(|| Problem::bad_value("datetime", asked, hint))?;
        if !between.meets(Between::year(level.boundary_year())) {
            return Ok(Matching::These(Vec::new()));
        }
    }
    let crs = ask.crs("bbox-crs", map)?;
    let Some(asked) = ask.query.get("bbox") else { return Ok(Matching::All(level.len())) };
    let mut areas: Vec<u32> = Vec::new();
    for bounds in boxes(asked, crs)? {
        areas.extend(map.meeting(level, crs, &bounds));
    }
    areas.sort_unstable();
    areas.dedup();
    // What has no place on the map is in no box (part 1, /req/core/fc-bbox-response).
    Ok(Matching::These(areas))
}

/// The box that was asked for; two where it goes across the 180th meridian.
fn boxes(asked: &str, crs: Crs) -> Result<Vec<Bounds>, Problem> {
    let hint = "four numbers with a comma between, in the order of the axes of `bbox-crs`: 4.2,51.8,4.6,52.1";
    let wrong = || Problem::bad_value("bbox", asked, hint);
    let number = |text: &str| text.trim().parse::<f64>().ok().filter(|number| number.is_finite());
    let numbers: Option<Vec<f64>> = asked.split(',').map(number).collect();
    let (min, max) = match numbers.ok_or_else(wrong)?[..] {
        [a, b, c, d] => ([a, b], [c, d]),
        [a, b, _, c, d, _] => ([a, b], [c, d]), // With heights, which no area has.
        _ => return Err(wrong()),
    };
    if crs == Crs::Crs84 && min[0] > max[0] {
        let halves = [([min[0], min[1]], [180.0, max[1]]), ([-180.0, min[1]], [max[0], max[1]])];
        let halves: Option<Vec<Bounds>> = halves.into_iter().map(|(min, max)| Bounds::new(min, max)).collect();
        return halves.ok_or_else(wrong);
    }
    let bounds = Bounds::new(min, max).ok_or_else(wrong)?;
    // A corner off the globe is none of its system.
    crs.to_lon_lat(min).and(crs.to_lon_lat(max)).ok_or_else(wrong)?;
    Ok(vec![bounds])
}

fn links(ask: &Ask, level: &Level, previous: Option<String>, next: Option<String>) -> Value {
    let path = format!("/v1/collections/{}", level.name());
    let with = |left_out: &[&str], more: &str| {
        let kept = ask.query.without(left_out);
        let parts: Vec<&str> = [kept.as_str(), more].into_iter().filter(|part| !part.is_empty()).collect();
        match parts.is_empty() {
            true => format!("{path}/items"),
            false => format!("{path}/items?{}", parts.join("&")),
        }
    };
    let mut links = vec![
        ask.link("self", GEOJSON, "This page", &with(&[], "")),
        ask.link("alternate", "text/html", "This page to look at", &with(&["f"], "f=html")),
        ask.link("collection", "application/json", "Collection", &path),
    ];
    let turned =
        |rel, title, cursor: String| ask.link(rel, GEOJSON, title, &with(&["cursor"], &format!("cursor={cursor}")));
    links.extend(next.map(|cursor| turned("next", "Next page", cursor)));
    links.extend(previous.map(|cursor| turned("prev", "Previous page", cursor)));
    Value::Array(links)
}

/// What features are written from.
struct Features {
    site: Arc<Site>,
    level: usize,
    matching: Matching,
    fields: Vec<Field>,
    crs: Crs,
}

impl Features {
    fn write(&self, out: &mut String, index: usize) {
        let snapshot = &self.site.snapshot;
        let level = &snapshot.levels()[self.level];
        out.push_str("{\"type\":\"Feature\",\"id\":");
        write_json::text(out, &level.codes()[index]);
        out.push_str(",\"geometry\":");
        match &self.site.api.levels[self.level].map {
            Some(map) => map.write_outline(out, level, index, self.crs),
            None => out.push_str("null"),
        }
        out.push_str(",\"properties\":");
        let fields: Vec<&Field> = self.fields.iter().collect();
        fields::write(out, snapshot, AreaAt { level: self.level, index }, &fields);
        out.push('}');
    }
}

/// A page of features, piece by piece.
struct Pieces {
    features: Features,
    /// What stands before the features; gone when it was given.
    head: Option<String>,
    at: usize,
    last: usize,
}

impl Iterator for Pieces {
    type Item = Bytes;

    fn next(&mut self) -> Option<Bytes> {
        let is_first = self.head.is_some();
        if !is_first && self.at == self.last {
            return None;
        }
        let mut out = self.head.take().unwrap_or_default();
        let until = self.last.min(self.at + PIECE);
        out.reserve((until - self.at) * 2_048);
        for place in self.at..until {
            if !is_first || place > self.at {
                out.push(',');
            }
            self.features.write(&mut out, self.features.matching.get(place));
        }
        self.at = until;
        if self.at == self.last {
            out.push_str("]}");
        }
        Some(Bytes::from(out))
    }
}
