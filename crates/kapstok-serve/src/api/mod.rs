// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `/v1`: for programs.
//!
//! In: a request. Out: JSON, GeoJSON, binary columns, tiles; or a problem that says what to ask instead. All paths stand
//! in one table (`routes.rs`), from which both the router and the description (`/v1/openapi.json`) are made, so that a
//! path, a parameter and its limits are said once. Invariant: a parameter that a path does not declare is refused.

mod area;
mod ask;
mod catalogue;
mod choices;
mod collections;
mod columns;
mod cursor;
mod documents;
mod downloads;
mod fields;
pub(crate) mod geojson;
mod items;
mod json;
mod landing;
mod moment;
mod openapi;
mod page;
pub(crate) mod plain;
mod prepared;
mod routes;
mod schemas;
mod search;
mod site_tiles;
mod tiles;

use std::sync::Arc;

use axum::extract::{RawPathParams, Request};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get};
use axum::{Extension, Router};

use crate::Site;
use crate::problem::Problem;
use crate::query::Query;

use ask::Ask;
pub(crate) use prepared::Prepared;
use routes::{ROUTES, Route};
pub use tiles::TileShelf;
pub(crate) use tiles::TileStore;

/// Paths for programs.
pub fn routes() -> Router {
    let unknown = || async { not_there().into_response() };
    let router = Router::new().route("/v1/{*unknown}", get(unknown));
    ROUTES.iter().fold(router, |router, route| router.route(route.path, endpoint(route)))
}

fn not_there() -> Problem {
    Problem::not_found("path", "/v1/…", "see the paths in /v1/openapi.json; a path has no `/` at its end")
}

fn endpoint(route: &'static Route) -> MethodRouter {
    get(move |Extension(site): Extension<Arc<Site>>, path: RawPathParams, request: Request| async move {
        if route.path != downloads::FILE {
            return answer(route, site, &path, &request);
        }
        // What takes seconds must not keep others waiting.
        let made = tokio::task::spawn_blocking(move || answer(route, site, &path, &request)).await;
        made.unwrap_or_else(|_| Problem::own_fault().into_response())
    })
}

fn answer(route: &'static Route, site: Arc<Site>, path: &RawPathParams, request: &Request) -> Response {
    let answered = (|| {
        let known: Vec<&str> = route.parameters.iter().map(|parameter| parameter.name).collect();
        let query = Query::read(request.uri().query(), &known)?;
        let values = path.iter().map(|(_, value)| value.to_owned()).collect();
        let ask = Ask::new(site, values, query, request);
        (route.handler)(&ask)
    })();
    match answered {
        Ok(answer) => answer.respond(request.method(), request.headers()),
        Err(problem) => problem.into_response(),
    }
}
