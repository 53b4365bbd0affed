// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `/v1` and `/v1/conformance`: where a program begins.
//!
//! Out: links to everything else, and which standards hold.

use serde_json::{Value, json};

use super::ask::{Ask, JSON};
use crate::answer::Answer;
use crate::problem::Problem;

/// The media type of the description.
pub(crate) const OPENAPI: &str = "application/vnd.oai.openapi+json;version=3.0";

/// The classes of OGC API Features that hold here.
const CONFORMS_TO: [&str; 4] = [
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
    "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs",
];

/// Answers `/v1`.
pub(super) fn landing(ask: &Ask) -> Result<Answer, Problem> {
    let manifest = ask.site.snapshot.manifest();
    let invented = if manifest.invented { " Everything in it is invented." } else { "" };
    let value = json!({
        "title": manifest.title.en,
        "description": format!("Figures of areas, each with its origin or the reason that it is missing.{invented}"),
        "links": [
            ask.link("self", JSON, "This document", "/v1"),
            ask.link("alternate", "text/html", "This document to look at", "/v1?f=html"),
            ask.link("service-desc", OPENAPI, "Description of this API", "/v1/openapi.json"),
            ask.link("service-doc", "text/html", "Description of this API to look at", "/v1/openapi.json?f=html"),
            ask.link("conformance", JSON, "Standards that hold here", "/v1/conformance"),
            ask.link("data", JSON, "Levels of areas, as collections of features", "/v1/collections"),
            ask.link("related", JSON, "Files to take along", "/v1/downloads"),
            ask.link("related", JSON, "All columns, for programs that join them to tiles", "/v1/catalogue"),
        ],
    });
    ask.json_or_html(JSON, &manifest.title.en, &value)
}

/// Answers `/v1/conformance`.
pub(super) fn conformance(ask: &Ask) -> Result<Answer, Problem> {
    let value: Value = json!({
        "conformsTo": CONFORMS_TO,
        "links": [ask.link("self", JSON, "This document", "/v1/conformance")],
    });
    ask.json_or_html(JSON, "Standards that hold here", &value)
}
