// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `/nl` and `/en`: for people, complete without JavaScript.
//!
//! In: a [`View`] (site, links, language) and a [`Page`]. Out: HTML, by a function of nothing else, so that a server
//! and an exported site make the same pages. Words stand in `text/`, forms in `templates/`, looks in
//! `assets/kapstok.css`. Invariant: everything that comes from data or from the wire is escaped by the templates;
//! only our own pictures and rendered methods are not.

mod accessibility;
mod agenda;
mod area;
mod assets;
mod charts;
mod choose;
mod compare;
mod documents;
mod downloads;
mod errors;
mod figures;
mod frame;
mod gap;
pub(crate) mod hides;
pub mod links;
mod map_page;
mod method;
mod prepared;
pub(crate) mod ranking;
mod review;
mod row_head;
mod search;
pub(crate) mod site;
mod sources;
mod start;
mod statements;
mod table;
mod thursday;
mod truth;
mod voice;
mod why;

use std::sync::Arc;

use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::any;
use axum::{Extension, Router};
use kapstok_share::words::Language;

pub use assets::{Asset, asset, paths as asset_paths};
pub use choose::{AtDesk, Typed};
pub use errors::Wrong;
pub use frame::View;
use links::{Links, MapView, Page};
pub use prepared::Prepared;
pub use review::{Asked, SaidOfForm, TypedDecision};
pub use thursday::{StoryStep, story};

use crate::Site;
use crate::accept;
use crate::desk::Refused;
use crate::desk::review::ReviewDesk;
use crate::problem::Problem;

/// A page, or why there is none.
pub type Made = Result<String, Wrong>;

/// Paths for people.
pub fn routes() -> Router {
    Router::new()
        .route("/", any(start))
        .route("/nl", any(page))
        .route("/en", any(page))
        .route("/nl/{*rest}", any(page))
        .route("/embed/{*rest}", any(page))
        .route("/en/{*rest}", any(page))
        .merge(assets_alone())
}

/// What every page needs beside itself, and no page.
pub fn assets_alone() -> Router {
    Router::new().route("/assets/{*path}", any(assets::serve))
}

/// The answer to every page but its own at the desk of who reads blind.
pub(crate) async fn kept_from_reader(Extension(site): Extension<Arc<Site>>, uri: Uri, headers: HeaderMap) -> Response {
    refused(&site, language_of(uri.path(), &headers), Refused::Blind)
}

/// What a desk says to what it does not take.
pub(crate) fn refused(site: &Site, language: Language, refused: Refused) -> Response {
    error(site, language, &Wrong::Desk(refused))
}

/// The answer to a path that is none of ours.
pub async fn not_found(Extension(site): Extension<Arc<Site>>, uri: Uri, headers: HeaderMap) -> Response {
    let path = uri.path();
    if path == "/v1" || path.starts_with("/v1/") {
        return Problem::not_found("path", path, "the list of all paths: /v1/openapi.json").into_response();
    }
    let language = language_of(path, &headers);
    error(&site, language, &Wrong::Unknown { path: uri.path().chars().take(200).collect() })
}

/// Makes a page.
///
/// # Errors
/// [`Wrong`]: no such area, indicator, recipe; it is a page too ([`error_page`]).
pub fn made(view: View<'_>, page: &Page) -> Made {
    match page {
        Page::Start => Ok(start::page(view)),
        Page::Search(_) if !view.links.has_server() => site::search_page(view),
        Page::Search(query) => Ok(search::page(view, query)),
        Page::Area(code) => area_of(view, code).map(|area| area::page(view, area)),
        Page::Map => map_page::page(view, &MapView::default()),
        Page::MapOf(of) => map_page::page(view, of),
        Page::Compare(areas) => compare::page(view, areas),
        Page::Figures => figures::page(view),
        Page::Table(table) => table::page(view, table),
        Page::Why { area, indicator, period } => why::page(view, area, indicator, period.as_deref()),
        Page::Hides { area, indicator } => hides::page(view, area, indicator),
        Page::HidesPasted(sentence) => hides::pasted(view, sentence),
        Page::Statements => statements::page(view),
        Page::Documents => documents::list::page(view),
        Page::Document(id) => documents::overview::page(view, id),
        Page::DocumentText(id) => documents::text::page(view, id),
        Page::DocumentAnswers(id) => documents::answers::page(view, id),
        Page::DocumentPromises(promised) => documents::promises::page(view, promised),
        Page::DocumentBeside(one, other) => documents::beside::page(view, one, other),
        Page::Sources => Ok(sources::page(view)),
        Page::Method(recipe) => method::page(view, recipe),
        Page::Truth => truth::page(view),
        Page::Thursday => thursday::page(view),
        Page::Downloads => downloads::page(view),
        Page::Accessibility => accessibility::page(view),
        Page::Agendas => agenda::list::page(view),
        Page::Agenda(code) => agenda::area::page(view, code),
        Page::Holes(code) => agenda::holes::page(view, code),
        Page::Delivery(code) => agenda::delivery::page(view, code),
        Page::Changed(from, to) => agenda::changed::page(view, from, to),
        Page::Ledger(code) => agenda::ledger::page(view, code.as_deref()),
        Page::Log(number) => agenda::log::page(view, *number),
        Page::Ranking(ranking) => ranking::page(view, ranking),
        Page::Gap(apart) => gap::page(view, apart),
        Page::Choices => choose::list::page(view),
        Page::Choice(choosing) => choose::page(view, choosing),
    }
}

/// The page that says what is wrong, and what to do.
pub fn error_page(view: View<'_>, wrong: &Wrong) -> String {
    errors::page(view, wrong)
}

/// The area of a code that stood in an address.
fn area_of(view: View<'_>, code: &str) -> Result<kapstok_share::snapshot::AreaAt, Wrong> {
    view.site.snapshot.find(code).ok_or_else(|| Wrong::NoArea { code: code.chars().take(60).collect() })
}

/// A page instead of what a program would be told, with the same status and headers.
pub(crate) fn instead_of(site: &Site, language: Language, response: Response) -> Response {
    let wrong = match response.status() {
        StatusCode::METHOD_NOT_ALLOWED => Wrong::Method,
        StatusCode::SERVICE_UNAVAILABLE => Wrong::Late,
        StatusCode::INTERNAL_SERVER_ERROR => Wrong::Ours,
        status => Wrong::Unreadable { status: status.as_u16() },
    };
    let view = View { site, links: Links::Server, language };
    let (mut parts, _) = response.into_parts();
    parts.headers.insert(header::CONTENT_TYPE, header::HeaderValue::from_static("text/html; charset=utf-8"));
    parts.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(parts, errors::page(view, &wrong).into())
}

async fn start(method: Method, Extension(site): Extension<Arc<Site>>, headers: HeaderMap) -> Response {
    let language = language_of("/", &headers);
    if method != Method::GET && method != Method::HEAD {
        return error(&site, language, &Wrong::Method);
    }
    let to = Links::Server.href(&Page::Start, language);
    let vary = [(header::VARY, "Accept-Language")];
    (vary, Redirect::temporary(&to)).into_response()
}

async fn page(method: Method, Extension(site): Extension<Arc<Site>>, uri: Uri, headers: HeaderMap) -> Response {
    let language = language_of(uri.path(), &headers);
    if method != Method::GET && method != Method::HEAD {
        return error(&site, language, &Wrong::Method);
    }
    let (path, is_embedded) = match uri.path().strip_prefix("/embed") {
        Some(path) => (path, true),
        None => (uri.path(), false),
    };
    let (language, page) = match links::read(path, uri.query().unwrap_or_default()) {
        // Only the map is meant to stand in pages of others.
        Ok((_, page)) if is_embedded && !matches!(page, Page::Map | Page::MapOf(_)) => {
            return error(&site, language, &Wrong::Unknown { path: uri.path().chars().take(200).collect() });
        }
        Ok(read) => read,
        Err(links::NoPage::Unknown) => {
            let path = uri.path().chars().take(200).collect();
            return error(&site, language, &Wrong::Unknown { path });
        }
        Err(links::NoPage::Parameter(name)) => return error(&site, language, &Wrong::Parameter { name }),
    };
    let view = View { site: &site, links: Links::Server, language };
    // What a form asks for has an address of its own.
    if matches!(&page, Page::Compare(areas) if Page::is_side_by_side(areas)) && uri.query().is_some() {
        return Redirect::to(&view.href(&errors::meant(view, page))).into_response();
    }
    match made(view, &page) {
        Ok(html) if is_embedded => Html(embedded(&html)).into_response(),
        Ok(html) => Html(html).into_response(),
        Err(wrong) => error(&site, language, &wrong),
    }
}

/// The address of the workbench of a choice, with the areas of a query that can be read, and without them where it cannot.
pub(crate) fn choice_address(choice: &str, query: &str, language: Language) -> String {
    let address = Links::Server.href(&Page::choice(choice), language);
    match links::read(&address, query.trim_start_matches('?')) {
        Ok((_, page @ Page::Choice(_))) => Links::Server.href(&page, language),
        Ok(_) | Err(_) => address,
    }
}

/// The workbench of a choice at a desk; any other path is none of a desk.
pub(crate) fn at_desk(site: &Site, path: &str, query: &str, desk: &AtDesk) -> Response {
    let unknown = || {
        let wrong = Wrong::Unknown { path: path.chars().take(200).collect() };
        error(site, language_of(path, &HeaderMap::new()), &wrong)
    };
    let (language, choosing) = match links::read(path, query) {
        Ok((language, Page::Choice(choosing))) => (language, choosing),
        Err(links::NoPage::Parameter(name)) => {
            return error(site, language_of(path, &HeaderMap::new()), &Wrong::Parameter { name });
        }
        Ok(_) | Err(links::NoPage::Unknown) => return unknown(),
    };
    match choose::at_desk(View { site, links: Links::Server, language }, &choosing, desk) {
        Ok(html) => Html(html).into_response(),
        Err(wrong) => error(site, language, &wrong),
    }
}

/// The page of a reader at a desk.
pub(crate) fn review(
    site: &Site,
    desk: &ReviewDesk,
    language: Language,
    asked: &Asked,
    said: Option<&SaidOfForm>,
) -> Response {
    match review::page(View { site, links: Links::Server, language }, desk, asked, said) {
        Ok(html) => Html(html).into_response(),
        Err(wrong) => error(site, language, &wrong),
    }
}

/// What a reader looks at after a decision.
pub(crate) fn next_undecided(site: &Site, desk: &ReviewDesk, asked: &Asked) -> Asked {
    review::next(View { site, links: Links::Server, language: Language::Nl }, desk, asked)
}

/// The names of a form of a desk, with the field of each.
pub(crate) fn names_of_fields(desk: &ReviewDesk) -> std::collections::BTreeMap<String, String> {
    review::names(desk)
}

/// Every page of what is agreed that a site has.
pub(crate) fn agenda_pages(site: &Site) -> Vec<Page> {
    agenda::pages(site)
}

/// Every page of documents that a site has.
pub(crate) fn document_pages(site: &Site) -> Vec<Page> {
    documents::pages(site)
}

/// The same page for a frame in a page of somebody else: without what leads through this site.
pub(crate) fn embedded(html: &str) -> String {
    let html = html.replacen("<body>", "<body class=\"embedded\">", 1);
    html.replacen("data-embedded=\"false\"", "data-embedded=\"true\"", 1)
}

fn error(site: &Site, language: Language, wrong: &Wrong) -> Response {
    let view = View { site, links: Links::Server, language };
    let status = StatusCode::from_u16(wrong.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = (status, Html(errors::page(view, wrong))).into_response();
    if *wrong == Wrong::Method {
        response.headers_mut().insert(header::ALLOW, header::HeaderValue::from_static("GET, HEAD"));
    }
    response
}

/// The language of a path; of what the browser asks for where it has none; Dutch otherwise.
pub(crate) fn language_of(path: &str, headers: &HeaderMap) -> Language {
    let first =
        path.strip_prefix("/embed").unwrap_or(path).trim_start_matches('/').split('/').next().unwrap_or_default();
    Language::of_tag(first).unwrap_or_else(|| {
        let asked = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        preferred(asked)
    })
}

/// The first of our languages by weight, then by order.
fn preferred(asked: &str) -> Language {
    let known = |tag: &str| Language::of_tag(&tag.split('-').next().unwrap_or_default().to_lowercase());
    accept::first(asked, known).unwrap_or(Language::Nl)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browser_chooses_the_language_and_dutch_is_first() {
        let cases = [
            ("", Language::Nl),
            ("en-GB,en;q=0.9,nl;q=0.8", Language::En),
            ("de, nl;q=0.7, en;q=0.8", Language::En),
            ("fr", Language::Nl),
            ("en;q=0", Language::Nl),
            ("\u{1}q=,,;", Language::Nl),
        ];
        for (asked, language) in cases {
            assert_eq!(preferred(asked), language, "{asked}");
        }
    }
}
