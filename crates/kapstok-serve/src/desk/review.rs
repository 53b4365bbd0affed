// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The desk of a reader: statements of one document, each decided by a person.
//!
//! In: a site, and a [`ReviewDesk`] with a token, what is to be decided, and a [`ReviewPen`] that the caller holds. Out: all
//! paths of [`crate::router`], the statements below `/review/TOKEN`, and one path that takes a form. Invariant: that of
//! the desk of choices, kept by the same code.

use std::collections::BTreeMap;
use std::net::TcpListener;
use std::sync::Arc;

use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::any;
use axum::{Extension, Router};
use kapstok_read::review::{Fields, Proposal, Vocabulary};
use kapstok_read::row::DocumentRows;
use kapstok_share::words::Language;

use super::guard;
use crate::limits::Limits;
use crate::pages::{self, Asked, SaidOfForm, TypedDecision};
use crate::query::Query;
use crate::{Log, Served, Site};

/// Where somebody decides.
pub struct ReviewDesk {
    /// Whoever has it may write.
    pub token: String,
    /// Who reads.
    pub reader: String,
    /// Whether decisions of others are kept from them.
    pub is_blind: bool,
    /// What people call the document.
    pub title: String,
    /// What was read of it.
    pub rows: DocumentRows,
    /// What is to be decided, in order.
    pub proposals: Vec<Proposal>,
    /// What may stand in the fields.
    pub vocabulary: Vocabulary,
    /// What writes.
    pub pen: Arc<dyn ReviewPen>,
}

/// What writes decisions into the log.
pub trait ReviewPen: Send + Sync {
    /// Writes a decision with all that follows from it.
    ///
    /// # Errors
    /// Why nothing was written, in words of that language.
    fn decide(&self, wanted: &WantedDecision, language: Language) -> Result<Written, String>;
}

/// What writing a decision came to.
#[derive(Debug, Default)]
pub struct Written {
    /// The log as it is then; `None` where it cannot be read again.
    pub log: Option<Log>,
    /// What stays as it is though the reader says otherwise, each in a sentence.
    pub doubts: Vec<String>,
}

/// A decision that somebody asks for, not checked yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WantedDecision {
    /// Key of a statement of the desk.
    pub key: String,
    /// `accept`, `change` or `reject`.
    pub act: String,
    /// Values that differ from those of the rules; an empty one takes a value away.
    pub changes: Fields,
    /// Why it is rejected.
    pub reason: String,
    /// A remark.
    pub note: String,
}

/// The address of a desk, from the root on.
pub fn address(token: &str, language: Language) -> String {
    format!("/review/{token}/{}", language.tag())
}

/// All paths of a server with the desk of a reader.
///
/// Who reads blind finds nothing at it but its own page: every other might tell what others decided.
pub fn router(served: Arc<Served>, desk: Arc<ReviewDesk>) -> Router {
    let own = Router::new().route("/review/{token}/{lang}", any(statement));
    let beside = match desk.is_blind {
        true => pages::assets_alone().fallback(pages::kept_from_reader),
        false => super::all_pages(),
    };
    super::paths(served, desk, own, beside, any(write))
}

/// Answers requests until the program ends.
///
/// # Errors
/// What the system says of the listener.
pub fn run(listener: TcpListener, served: Arc<Served>, desk: Arc<ReviewDesk>, limits: Limits) -> std::io::Result<()> {
    super::answer(listener, router(served, desk), limits)
}

async fn statement(
    method: Method,
    Path((token, language)): Path<(String, String)>,
    Extension(site): Extension<Arc<Site>>,
    Extension(desk): Extension<Arc<ReviewDesk>>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let is_known = guard::may_read(&token, &desk.token, &headers) && matches!(method, Method::GET | Method::HEAD);
    let asked = asked(uri.query());
    match Language::of_tag(&language).zip(asked).filter(|_| is_known) {
        Some((language, asked)) => {
            let mut response = pages::review(&site, &desk, language, &asked, None);
            response.headers_mut().insert(header::CACHE_CONTROL, header::HeaderValue::from_static("no-store"));
            response
        }
        None => pages::not_found(Extension(site), uri, headers).await,
    }
}

async fn write(
    State((served, desk)): State<(Arc<Served>, Arc<ReviewDesk>)>,
    Path(token): Path<String>,
    request: Request,
) -> Response {
    let mut response = written(&served, &desk, &token, request).await;
    crate::headers::of_desk(&mut response);
    response
}

async fn written(served: &Served, desk: &Arc<ReviewDesk>, token: &str, request: Request) -> Response {
    let language = pages::language_of("", request.headers());
    let form = guard::form(token, &desk.token, request).await;
    let (wanted, values, language, asked) =
        match form.and_then(|text| wanted(desk, &text).ok_or(guard::Refused::OtherForm)) {
            Ok(wanted) => wanted,
            Err(refused) => return pages::refused(&served.site(), language, refused),
        };
    // Writing waits for the disk, and must not hold up what others read.
    let (pen, copy) = (Arc::clone(&desk.pen), wanted.clone());
    let written = tokio::task::spawn_blocking(move || pen.decide(&copy, language)).await;
    match written {
        Ok(Ok(Written { log, doubts })) => {
            if let Some(log) = log {
                served.show_log(log);
            }
            // What stays tells of others: who reads blind does not hear it.
            if !doubts.is_empty() && !desk.is_blind {
                return pages::review(&served.site(), desk, language, &asked, Some(&SaidOfForm::Written(doubts)));
            }
            let next = pages::next_undecided(&served.site(), desk, &asked);
            Redirect::to(&format!("{}#statement", next.address(desk, language))).into_response()
        }
        Ok(Err(refused)) => {
            let typed = TypedDecision { refused, values, reason: wanted.reason, note: wanted.note };
            let said = SaidOfForm::Refused(typed);
            let mut response = pages::review(&served.site(), desk, language, &asked, Some(&said));
            if response.status() == StatusCode::OK {
                *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
            }
            response
        }
        Err(_) => pages::refused(&served.site(), language, guard::Refused::Unsure),
    }
}

/// What an address asks for; `None` where it is none of a desk.
fn asked(query: Option<&str>) -> Option<Asked> {
    let read = Query::understood(query, &["kind", "left", "at"]).ok()?;
    Asked::of(read.get("kind"), read.get("left"), read.get("at"))
}

/// What a form asks for, every value that was typed, and what was looked at; `None` where it is not a form of the desk.
fn wanted(desk: &ReviewDesk, text: &str) -> Option<(WantedDecision, Fields, Language, Asked)> {
    let names = pages::names_of_fields(desk);
    let many: Vec<&str> = names.keys().map(String::as_str).collect();
    let known = ["lang", "kind", "left", "key", "act", "reason", "note"];
    let read = Query::with_many(Some(text), &[&known[..], &many].concat(), &many).ok()?;
    let key = read.get("key")?;
    let proposal = desk.proposals.iter().find(|proposal| proposal.key == key)?;
    // A list has a value for each part, and an empty one that says that it was asked for.
    let mut parts: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (name, value) in read.pairs() {
        if let Some(field) = names.get(name) {
            parts.entry(field).or_default().push(value.trim());
        }
    }
    let joined = |parts: &[&str]| parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(",");
    let values: Fields = parts.iter().map(|(field, parts)| ((*field).to_owned(), joined(parts))).collect();
    let said = |field: &str| proposal.fields.get(field).map_or("", String::as_str);
    let changes = values.iter().filter(|(field, value)| said(field) != value.as_str());
    let wanted = WantedDecision {
        key: key.to_owned(),
        act: read.get("act")?.to_owned(),
        changes: changes.map(|(field, value)| (field.clone(), value.clone())).collect(),
        // A browser ends lines with two signs.
        reason: read.get("reason")?.trim().replace("\r\n", "\n"),
        note: read.get("note").unwrap_or_default().trim().replace("\r\n", "\n"),
    };
    let asked = Asked::of(read.get("kind"), read.get("left"), Some(key))?;
    Some((wanted, values, Language::of_tag(read.get("lang")?)?, asked))
}
