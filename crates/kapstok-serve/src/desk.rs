// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The desk: a workbench that may write, on this machine alone, for whoever has its token.
//!
//! In: a site, and a [`Desk`] with a token, a role and a [`Pen`] that the caller holds. Out: all paths of [`crate::router`],
//! the workbench below `/desk/TOKEN`, and one path that takes a form. Nothing of it is there in a server without a desk.
//!
//! **Invariant:** the pen is touched only for a form that came with the token, from a page of this very address, to a
//! name of this machine. What the pen refuses stands above the form, with all that was typed. No cookie is set.

mod guard;
pub mod review;

pub use guard::Refused;

use std::net::TcpListener;
use std::sync::Arc;

use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{MethodRouter, any};
use axum::{Extension, Router};
use kapstok_share::words::Language;

use crate::limits::{self, Limits};
use crate::pages::{self, AtDesk, Typed};
use crate::query::Query;
use crate::{Log, Served, Site};

/// Where somebody writes.
pub struct Desk {
    /// Whoever has it may write.
    pub token: String,
    /// In whose name.
    pub role: String,
    /// What writes.
    pub pen: Arc<dyn Pen>,
}

/// What writes into the log.
pub trait Pen: Send + Sync {
    /// Puts an area into a choice, or takes it out, and gives the log as it is then; `None` where it was written and cannot be
    /// read again.
    ///
    /// # Errors
    /// Why nothing was written, in words of that language.
    fn change(&self, wanted: &Wanted, language: Language) -> Result<Option<Log>, String>;
}

/// A change of a choice that somebody asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Id of the choice.
    pub choice: String,
    /// Code or name of the area.
    pub area: String,
    /// Whether it comes in.
    pub inside: bool,
    /// Why.
    pub reason: String,
}

/// The address of the workbench of a choice at a desk, from the root on.
pub fn address(token: &str, choice: &str, language: Language) -> String {
    format!("/desk/{token}{}", pages::choice_address(choice, "", language))
}

/// All paths of a server with a desk.
pub fn router(served: Arc<Served>, desk: Arc<Desk>) -> Router {
    let own = Router::new().route("/desk/{token}/{*rest}", any(workbench));
    paths(served, desk, own, all_pages(), any(write))
}

/// All paths of a server with a desk: pages of its own, what may be looked at beside them, and the one that takes a form.
fn paths<D: Send + Sync + 'static>(
    served: Arc<Served>,
    desk: Arc<D>,
    own: Router,
    beside: Router,
    write: MethodRouter<(Arc<Served>, Arc<D>)>,
) -> Router {
    let read = own.layer(Extension(Arc::clone(&desk))).merge(beside);
    let write = Router::new().route("/write/{token}", write).with_state((Arc::clone(&served), desk));
    write.fallback_service(crate::around(read, served))
}

/// What an ordinary server answers.
fn all_pages() -> Router {
    pages::routes().merge(crate::api::routes()).fallback(pages::not_found)
}

/// Answers requests until the program ends.
///
/// # Errors
/// What the system says of the listener.
pub fn run(listener: TcpListener, served: Arc<Served>, desk: Arc<Desk>, limits: Limits) -> std::io::Result<()> {
    answer(listener, router(served, desk), limits)
}

fn answer(listener: TcpListener, paths: Router, limits: Limits) -> std::io::Result<()> {
    listener.set_nonblocking(true)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        limits::accept(listener, paths, limits).await
    })
}

async fn workbench(
    method: Method,
    Path((token, _)): Path<(String, String)>,
    Extension(site): Extension<Arc<Site>>,
    Extension(desk): Extension<Arc<Desk>>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let is_known = guard::may_read(&token, &desk.token, &headers);
    let path = uri.path().strip_prefix("/desk/").and_then(|rest| rest.strip_prefix(token.as_str()));
    match path.filter(|_| is_known && method != Method::OPTIONS) {
        Some(path) => {
            let mut response = pages::at_desk(&site, path, uri.query().unwrap_or_default(), &at(&desk, None));
            response.headers_mut().insert(header::CACHE_CONTROL, header::HeaderValue::from_static("no-store"));
            response
        }
        None => pages::not_found(Extension(site), uri, headers).await,
    }
}

fn at(desk: &Desk, typed: Option<Typed>) -> AtDesk {
    AtDesk {
        write: format!("/write/{}", desk.token),
        back: format!("/desk/{}", desk.token),
        role: desk.role.clone(),
        typed,
    }
}

async fn write(
    State((served, desk)): State<(Arc<Served>, Arc<Desk>)>,
    Path(token): Path<String>,
    request: Request,
) -> Response {
    let mut response = written(&served, &desk, &token, request).await;
    crate::headers::of_desk(&mut response);
    response
}

async fn written(served: &Served, desk: &Desk, token: &str, request: Request) -> Response {
    let language = pages::language_of("", request.headers());
    let form = guard::form(token, &desk.token, request).await;
    let (wanted, language, shown) = match form.and_then(|text| wanted(&text).ok_or(Refused::OtherForm)) {
        Ok(wanted) => wanted,
        Err(refused) => return pages::refused(&served.site(), language, refused),
    };
    // Writing waits for the disk, and must not hold up what others read.
    let (pen, asked) = (Arc::clone(&desk.pen), wanted.clone());
    let written = tokio::task::spawn_blocking(move || pen.change(&asked, language)).await;
    match written {
        Ok(Ok(log)) => {
            if let Some(log) = log {
                served.show_log(log);
            }
            Redirect::to(&format!(
                "/desk/{}{}#h-record",
                desk.token,
                pages::choice_address(&wanted.choice, &shown, language)
            ))
            .into_response()
        }
        Ok(Err(refused)) => {
            let address = pages::choice_address(&wanted.choice, &shown, language);
            let (path, query) = address.split_once('?').unwrap_or((&address, ""));
            let Wanted { area, inside, reason, .. } = wanted;
            let typed = Typed { refused, area, inside, reason };
            let mut response = pages::at_desk(&served.site(), path, query, &at(desk, Some(typed)));
            if response.status() == StatusCode::OK {
                *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
            }
            response
        }
        Err(_) => pages::refused(&served.site(), language, Refused::Unsure),
    }
}

/// What a form asks for, and which areas were ticked beside it, as they stand in an address; `None` where it is not a form
/// of the workbench.
fn wanted(text: &str) -> Option<(Wanted, Language, String)> {
    let names = ["lang", "choice", "shown", "area", "act", "reason"];
    let read = Query::understood(Some(text), &names).ok()?;
    let value = |name: &str| read.pairs().find(|(known, _)| *known == name).map(|(_, value)| value.to_owned());
    let inside = match value("act")?.as_str() {
        "in" => true,
        "out" => false,
        _ => return None,
    };
    let wanted = Wanted { choice: value("choice")?, area: value("area")?, inside, reason: value("reason")? };
    Some((wanted, Language::of_tag(&value("lang")?)?, value("shown").unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_read_whole_or_not_at_all() {
        let text = "lang=nl&choice=three&shown=%3Fin%3DBU2&area=BU1&act=out&reason=de+raad%20wil+het";
        let (wanted, language, shown) = wanted(text).unwrap();
        assert_eq!((wanted.area.as_str(), wanted.inside, wanted.reason.as_str()), ("BU1", false, "de raad wil het"));
        assert_eq!(shown, "?in=BU2");
        assert_eq!(language, Language::Nl);
        for wrong in [
            "",
            "lang=nl&choice=three&area=BU1&act=out",
            "lang=nl&choice=three&area=BU1&act=both&reason=x",
            "lang=nl&choice=three&area=BU1&act=in&act=out&reason=x",
            "lang=de&choice=three&area=BU1&act=in&reason=x",
            "lang=nl&choice=three&area=BU1&act=in&reason=x&by=mayor",
        ] {
            assert!(super::wanted(wrong).is_none(), "{wrong}");
        }
    }
}
