// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `/v1/openapi.json`: the description of the API, made from the table of its paths.
//!
//! In: [`ROUTES`], [`schemas`](super::schemas). Out: OpenAPI 3.0.3. Invariant: nothing in it refers to another server, so
//! that it can be checked without a network. A path below `/collections/{level}` stands there once for each level, for
//! clients look up the limits of a path by the path that they ask.

use kapstok_share::files::FileKind;
use serde_json::{Map, Value, json};

use super::ask::Ask;
use super::downloads::ANY;
use super::landing::OPENAPI;
use super::routes::{IN_PARTS, ROUTES, Route};
use super::schemas;
use super::tiles::TILE;
use crate::answer::Answer;
use crate::headers::API_VERSION;
use crate::problem::{MEDIA, Problem};

/// What the paths of the description begin with: the address of the server ends in it.
const BASE: &str = "/v1";

/// Answers `/v1/openapi.json`.
pub(super) fn answer(ask: &Ask) -> Result<Answer, Problem> {
    ask.json_or_html(OPENAPI, "Description of this API", &description(ask))
}

fn description(ask: &Ask) -> Value {
    let manifest = ask.site.snapshot.manifest();
    let mut info = json!({
        "title": format!("Kapstok: {}", manifest.title.en),
        "description": "Figures of areas, each with its origin or the reason that it is missing. Read only. \
            Names are English: an explained deviation from the NL API Design Rules, for the program is not of one country. \
            `bbox-crs` is written as OGC API Features asks.",
        "version": API_VERSION,
    });
    if let Some(contact) = &ask.site.told.contact {
        info["contact"] = json!({ "name": contact.name, "url": contact.url, "email": contact.email });
    }
    let levels = ask.site.snapshot.levels().iter().zip(&ask.site.api.levels);
    let mapped: Vec<&str> = levels.filter(|(_, ready)| ready.map.is_some()).map(|(level, _)| level.name()).collect();
    json!({
        "openapi": "3.0.3",
        "info": info,
        "servers": [{ "url": ask.href(BASE) }],
        "tags": [{ "name": "kapstok", "description": "Everything" }],
        "paths": paths(&mapped),
        "components": {
            "headers": {
                "API-Version": {
                    "description": "Version of the API that answered",
                    "schema": { "type": "string", "example": API_VERSION },
                },
                "Content-Range": {
                    "description": "Which bytes of how many",
                    "schema": { "type": "string", "example": "bytes 0-99/1234" },
                },
                "Access-Control-Allow-Origin": {
                    "description": "Pages of any other site may read the answer",
                    "schema": { "type": "string", "enum": ["*"] },
                },
            },
            "schemas": schemas::all(),
        },
    })
}

fn paths(mapped: &[&str]) -> Value {
    let mut paths = Map::new();
    for route in ROUTES.iter().filter(|route| !route.path.ends_with('/')) {
        let path = match route.path.trim_start_matches(BASE) {
            "" => "/",
            path => path,
        };
        match path.strip_prefix("/collections/{level}") {
            Some(rest) => {
                for level in mapped {
                    let id = format!("{}Of{}", route.id, pascal(level));
                    paths.insert(format!("/collections/{level}{rest}"), operation(route, rest, &id));
                }
            }
            None => drop(paths.insert(path.to_owned(), operation(route, path, route.id))),
        }
    }
    Value::Object(paths)
}

fn operation(route: &Route, path: &str, id: &str) -> Value {
    let between = path.split('/').filter_map(|step| step.strip_prefix('{')?.strip_suffix('}'));
    let in_path = between.map(|name| {
        let kind = if ["z", "y", "x"].contains(&name) { "integer" } else { "string" };
        json!({ "name": name, "in": "path", "required": true, "schema": { "type": kind } })
    });
    let in_query = route.parameters.iter().map(|parameter| {
        let schema: Value = serde_json::from_str(parameter.schema).unwrap_or_default();
        json!({
            "name": parameter.name, "in": "query", "required": parameter.name == "q", "description": parameter.about,
            "schema": schema, "style": "form", "explode": false,
        })
    });
    let content = |answers: &[(&str, &str)]| {
        let schema = |name: &str| json!({ "schema": { "$ref": format!("#/components/schemas/{name}") } });
        let each = answers.iter().flat_map(|(media, name)| {
            let media = match (*media, *name) {
                (ANY, "File") => FileKind::ALL.map(FileKind::media).to_vec(),
                (media, _) => vec![media],
            };
            media.into_iter().map(|media| (media.to_owned(), schema(name)))
        });
        each.collect::<Map<_, _>>()
    };
    let header = |name: &str| (name.to_owned(), json!({ "$ref": format!("#/components/headers/{name}") }));
    let headers = ["API-Version", "Access-Control-Allow-Origin"].map(header).into_iter().collect::<Map<_, _>>();
    let problem = |about: &str| {
        json!({
            "description": about, "headers": headers, "content": content(&[(MEDIA, "Problem")]),
        })
    };
    let good = json!({ "description": route.summary, "headers": headers, "content": content(route.answers) });
    let mut responses = json!({
        "200": good,
        "304": { "description": "The caller has it already", "headers": headers },
        "400": problem("A parameter that is not known, comes twice or cannot have this value"),
        "404": problem("There is no such thing here"),
        "413": problem("The request has a body"),
        "414": problem("The address is too long"),
        "431": problem("The headers are too much together"),
        "500": problem("A mistake of the server"),
        "503": problem("Not there in time, or too many at once"),
        "default": problem("No answer"),
    });
    if route.answers.iter().any(|(media, _)| *media == TILE) {
        responses["204"] = json!({ "description": "No area is in this tile", "headers": headers });
    }
    if route.answers.iter().any(|(_, schema)| IN_PARTS.contains(schema)) {
        let mut in_parts = headers.clone();
        in_parts.insert("Content-Range".to_owned(), json!({ "$ref": "#/components/headers/Content-Range" }));
        responses["206"] = json!({
            "description": "The part that `Range` asked for", "headers": in_parts, "content": content(route.answers),
        });
        responses["416"] = json!({
            "description": "`Range` begins behind the end", "headers": in_parts, "content": content(&[(MEDIA, "Problem")]),
        });
    }
    json!({ "get": {
        "operationId": id,
        "tags": ["kapstok"],
        "summary": route.summary,
        "parameters": in_path.chain(in_query).collect::<Vec<_>>(),
        "responses": responses,
    } })
}

/// `school-district` as part of a name: `SchoolDistrict`.
fn pascal(name: &str) -> String {
    let words = name.split(|letter: char| !letter.is_ascii_alphanumeric());
    words
        .map(|word| {
            let mut letters = word.chars();
            let first = letters.next().map(|first| first.to_ascii_uppercase());
            first.into_iter().chain(letters).collect::<String>()
        })
        .collect()
}
