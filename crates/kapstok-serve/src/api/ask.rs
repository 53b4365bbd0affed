// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What was asked, as a handler sees it.
//!
//! In: a request whose parameters are known. Out: the level, area or column that it names, or why there is none.

use std::sync::Arc;

use axum::extract::Request;
use axum::http::header;
use kapstok_share::snapshot::{AreaAt, Level};
use kapstok_space::Crs;
use serde_json::{Value, json};

use super::page::{HTML, page};
use crate::Site;
use crate::accept;
use crate::answer::{Answer, Lasts};
use crate::headers::base;
use crate::level_map::LevelMap;
use crate::problem::Problem;
use crate::query::Query;

/// What was asked.
pub(crate) struct Ask {
    pub(crate) site: Arc<Site>,
    pub(crate) query: Query,
    path: Vec<String>,
    base: String,
    prefers_html: bool,
}

impl Ask {
    /// Takes a request apart.
    pub(crate) fn new(site: Arc<Site>, path: Vec<String>, query: Query, request: &Request) -> Self {
        let accept = request.headers().get(header::ACCEPT).and_then(|accept| accept.to_str().ok()).unwrap_or_default();
        let is_html = |media: &str| match media {
            "text/html" => Some(true),
            _ => (media.ends_with("/json") || media.ends_with("+json")).then_some(false),
        };
        let prefers_html = accept::first(accept, is_html).unwrap_or(false);
        Self { site, query, path, base: base(request.headers()), prefers_html }
    }

    /// A part of the path that stood between braces, by its place.
    pub(crate) fn part(&self, place: usize) -> &str {
        self.path.get(place).map_or("", String::as_str)
    }

    /// The level that the path names first.
    pub(crate) fn level(&self) -> Result<&Level, Problem> {
        let found = self.part(0);
        self.site.snapshot.level(found).ok_or_else(|| {
            let levels: Vec<&str> = self.site.snapshot.levels().iter().map(Level::name).collect();
            Problem::not_found("level", found, format!("levels here: {}", levels.join(", ")))
        })
    }

    /// The level that the path names first, with its map.
    ///
    /// # Errors
    /// No such level, or one without a map.
    pub(crate) fn mapped_level(&self) -> Result<(&Level, &LevelMap), Problem> {
        let level = self.level()?;
        let map = self.site.api.levels[level.position()].map.as_ref();
        let hint = "collections are the levels with a map: see /v1/collections";
        map.map(|map| (level, map)).ok_or_else(|| Problem::not_found("map of level", level.name(), hint))
    }

    /// The coordinate system of a parameter; longitude and latitude where there is none.
    ///
    /// # Errors
    /// A system in which these areas are not given.
    pub(crate) fn crs(&self, parameter: &str, map: &LevelMap) -> Result<Crs, Problem> {
        let Some(asked) = self.query.get(parameter) else { return Ok(Crs::Crs84) };
        let systems = map.systems();
        systems.iter().copied().find(|crs| crs.uri() == asked).ok_or_else(|| {
            let known: Vec<&str> = systems.iter().map(|crs| crs.uri()).collect();
            Problem::bad_value(parameter, asked, format!("known here: {}", known.join(", ")))
        })
    }

    /// The area that the path names first.
    pub(crate) fn area(&self) -> Result<AreaAt, Problem> {
        let found = self.part(0);
        let hint = "search for its name: /v1/search?q=NAME";
        self.site.snapshot.find(found).ok_or_else(|| Problem::not_found("area", found, hint))
    }

    /// An address of this server in full.
    pub(crate) fn href(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    /// A link of an answer.
    pub(crate) fn link(&self, rel: &str, media: &str, title: &str, path: &str) -> Value {
        json!({ "href": self.href(path), "rel": rel, "type": media, "title": title })
    }

    /// Whether the answer is to be a page.
    ///
    /// # Errors
    /// A form that there is not.
    pub(crate) fn wants_html(&self) -> Result<bool, Problem> {
        match self.query.get("f") {
            None => Ok(self.prefers_html),
            Some("html") => Ok(true),
            Some("json") => Ok(false),
            Some(found) => Err(Problem::not_acceptable(found, "json, html")),
        }
    }

    /// How long the answer lasts: for ever where the address names the build.
    ///
    /// # Errors
    /// The address names another build: what it asks for is gone, and its areas may stand in another order.
    pub(crate) fn lasts(&self) -> Result<Lasts, Problem> {
        let now = self.site.snapshot.id();
        match self.query.get("build") {
            None => Ok(Lasts::UntilAsked),
            Some(build) if build == now => Ok(Lasts::ForEver),
            Some(build) => Err(Problem::not_found("build", build, "read /v1/catalogue again: there is a new build")),
        }
    }

    /// How many things at most: what was asked, but no more than the most there is.
    ///
    /// # Errors
    /// A limit that is no whole number from 1.
    pub(crate) fn limit(&self, (usual, most): (usize, usize)) -> Result<usize, Problem> {
        let Some(asked) = self.query.get("limit") else { return Ok(usual) };
        let wrong = || Problem::bad_value("limit", asked, format!("a whole number from 1; at most {most} are given"));
        match asked.bytes().all(|byte| byte.is_ascii_digit()) && !asked.is_empty() {
            // More digits than fit are more than the most.
            true => match asked.parse().unwrap_or(most) {
                0 => Err(wrong()),
                limit => Ok(limit.min(most)),
            },
            false => Err(wrong()),
        }
    }

    /// JSON, or the same as a page.
    ///
    /// # Errors
    /// A form that there is not.
    pub(crate) fn json_or_html(&self, media: &'static str, title: &str, value: &Value) -> Result<Answer, Problem> {
        let answer = match self.wants_html()? {
            true => Answer::fresh(HTML, page(title, value)),
            false => self.json(media, value),
        };
        Ok(answer.varies_by_form())
    }

    /// JSON as an answer.
    pub(crate) fn json(&self, media: &'static str, value: &Value) -> Answer {
        Answer::fresh(media, value.to_string())
    }
}

/// The media type of JSON.
pub(crate) const JSON: &str = "application/json";
