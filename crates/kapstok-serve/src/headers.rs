// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What stands around every answer: refusals before it, headers behind it, nothing where the caller has it already.
//!
//! In: a request, and whoever answers it. Out: a response with all headers of this server, set in this one place.
//! Invariant: no answer leaves without `nosniff` and a policy of referrers; no page without a policy of what it may load;
//! nothing of `/v1` without `API-Version`. No cookie is ever set.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use kapstok_share::words::Language;

use crate::problem::{self, Problem};
use crate::refuse::refused;
use crate::{Served, Site, answer, pages};

/// Version of the API, as it stands in every answer of `/v1` and in its description.
pub(crate) const API_VERSION: &str = "1.0.0";

macro_rules! policy {
    ($more:literal) => {
        concat!(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; ",
            "connect-src 'self'; worker-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'",
            $more
        )
    };
}

/// The policy of a page, but for what a page cannot say of itself.
pub(crate) const OF_A_PAGE: &str = policy!("");
const PAGES: &str = policy!("; frame-ancestors 'none'");
const EMBEDDED: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
    connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors *";
/// A worker goes by the policy of its own file: it fetches the tiles.
const SCRIPT: &str = "default-src 'none'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'";
const NOT_A_PAGE: &str = "default-src 'none'; frame-ancestors 'none'";

/// Answers a request with all that stands around it.
///
/// The site is taken here, once: a build that lands in between changes nothing of this answer, nor its tag.
pub(crate) async fn around(State(served): State<Arc<Served>>, mut request: Request, next: Next) -> Response {
    let (asked, site) = (Asked::of(&request), served.site());
    request.extensions_mut().insert(Arc::clone(&site));
    let mut response = match refused(&request) {
        Some(problem) => problem.into_response(),
        None if request.method() == Method::OPTIONS => options(),
        None => next.run(request).await,
    };
    // Whoever waited in vain is told so: the layer that stops waiting has no words.
    let is_wordless = !response.headers().contains_key(header::CONTENT_TYPE);
    if response.status() == StatusCode::SERVICE_UNAVAILABLE && is_wordless {
        response = Problem::late().into_response();
    }
    // People are not told in JSON.
    if !asked.is_api && response.headers().get(header::CONTENT_TYPE).is_some_and(|it| it == problem::MEDIA) {
        response = pages::instead_of(&site, asked.language, response);
    }
    // In this order: an answer that is known already goes out with the policy of the page that the browser kept.
    asked.finish(&mut response);
    asked.tag(&site, &mut response);
    response
}

/// What stands around an answer of the desk, which is for one person: nobody keeps it.
pub(crate) fn of_desk(response: &mut Response) {
    let is_page =
        response.headers().get(header::CONTENT_TYPE).is_some_and(|it| it.as_bytes().starts_with(b"text/html"));
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, if is_page { PAGES } else { NOT_A_PAGE }),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "strict-origin-when-cross-origin"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (header::CACHE_CONTROL, "no-store"),
    ] {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
}

/// What is kept of a request until its answer is there.
struct Asked {
    address: String,
    is_api: bool,
    is_embedded: bool,
    known: Vec<HeaderValue>,
    base: String,
    is_read: bool,
    language: Language,
}

impl Asked {
    fn of(request: &Request) -> Self {
        let uri = request.uri();
        let (path, headers) = (uri.path(), request.headers());
        Self {
            is_api: path == "/v1" || path.starts_with("/v1/"),
            is_embedded: path.starts_with("/embed/"),
            address: uri.path_and_query().map(|it| it.as_str().to_owned()).unwrap_or_default(),
            known: headers.get_all(header::IF_NONE_MATCH).iter().cloned().collect(),
            base: base(headers),
            language: pages::language_of(path, headers),
            is_read: matches!(*request.method(), Method::GET | Method::HEAD),
        }
    }

    /// Gives an answer without a tag one of its build and address, and leaves out what the caller has already.
    fn tag(&self, site: &Site, response: &mut Response) {
        if response.status() != StatusCode::OK || !self.is_read {
            return;
        }
        if !response.headers().contains_key(header::ETAG) {
            let media = response.headers().get(header::CONTENT_TYPE).map_or(&[][..], HeaderValue::as_bytes);
            let mut hash = Fnv::default();
            for part in [self.address.as_bytes(), self.base.as_bytes(), media] {
                hash.add(part);
            }
            let tag = format!("W/\"{}-{:016x}\"", site.edition(), hash.0);
            if let Ok(tag) = HeaderValue::from_str(&tag) {
                response.headers_mut().insert(header::ETAG, tag);
            }
        }
        let Some(tag) = response.headers().get(header::ETAG).and_then(|tag| tag.to_str().ok()) else { return };
        if answer::knows(&self.known, tag) {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            *response.body_mut() = Body::empty();
            for of_the_body in [header::CONTENT_TYPE, header::CONTENT_ENCODING, header::CONTENT_LENGTH] {
                response.headers_mut().remove(of_the_body);
            }
        }
    }

    fn finish(&self, response: &mut Response) {
        let mut set = |name: HeaderName, value: &'static str| {
            response.headers_mut().insert(name, HeaderValue::from_static(value));
        };
        set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
        set(header::REFERRER_POLICY, "strict-origin-when-cross-origin");
        if !self.is_embedded {
            set(header::X_FRAME_OPTIONS, "DENY");
        }
        if self.base.starts_with("https:") {
            set(header::STRICT_TRANSPORT_SECURITY, "max-age=31536000");
        }
        if self.is_api {
            set(HeaderName::from_static("api-version"), API_VERSION);
            set(header::ACCESS_CONTROL_ALLOW_ORIGIN, "*");
            set(header::ACCESS_CONTROL_EXPOSE_HEADERS, "API-Version, Content-Crs, Link, ETag, Content-Range");
        }
        let media = response.headers().get(header::CONTENT_TYPE).map_or(&[][..], HeaderValue::as_bytes);
        let (is_page, is_script) = (media.starts_with(b"text/html"), media.starts_with(b"text/javascript"));
        let policy = match (is_page, self.is_embedded) {
            (true, true) => EMBEDDED,
            (true, false) => PAGES,
            (false, _) if is_script => SCRIPT,
            (false, _) => NOT_A_PAGE,
        };
        // What was not modified has no media here; the browser would put another policy on what it kept.
        if response.status() != StatusCode::NOT_MODIFIED {
            response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
        }
        let may_be_kept = response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED;
        let kept = if may_be_kept { "no-cache" } else { "no-store" };
        response.headers_mut().entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static(kept));
    }
}

/// What may be asked, for a browser that wants to know before it asks.
fn options() -> Response {
    let mut response = StatusCode::NO_CONTENT.into_response();
    for (name, value) in [
        (header::ALLOW, "GET, HEAD, OPTIONS"),
        (header::ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD, OPTIONS"),
        (header::ACCESS_CONTROL_ALLOW_HEADERS, "*"),
        (header::ACCESS_CONTROL_MAX_AGE, "86400"),
    ] {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

/// Where the caller sees this server: `http://127.0.0.1:7878`. Empty where the caller did not say; links are then
/// without a host. Only the caller's own links follow from it.
pub(crate) fn base(headers: &HeaderMap) -> String {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b".-:[]_".contains(&byte);
    if host.is_empty() || host.len() > 255 || !host.bytes().all(plain) {
        return String::new();
    }
    let behind_https = headers.get("x-forwarded-proto").is_some_and(|scheme| scheme == "https");
    format!("{}://{host}", if behind_https { "https" } else { "http" })
}

/// What a mistake of the server is answered with. The mistake itself is on standard error.
pub(crate) fn own_fault(_: Box<dyn std::any::Any + Send + 'static>) -> Response {
    Problem::own_fault().into_response()
}

/// Fowler, Noll and Vo's hash 1a of 64 bits: for tags and cursors, where nobody gains by a clash.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fnv(pub(crate) u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    /// Takes a part in, and its end.
    pub(crate) fn add(&mut self, part: &[u8]) {
        for byte in part.iter().chain(&[0xff]) {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
