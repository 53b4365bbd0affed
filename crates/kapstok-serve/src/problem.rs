// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What a program is told when it gets no answer: `application/problem+json` (RFC 9457).
//!
//! In: what was wrong. Out: `type`, `title`, `status`, `detail`, and in `hint` what to ask instead. Invariant: what came
//! from the caller is only ever a JSON string. Not here: error pages for people.

use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::json;

/// The media type of a problem.
pub(crate) const MEDIA: &str = "application/problem+json";

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Problem {
    status: StatusCode,
    /// The last part of its `type`.
    kind: &'static str,
    title: &'static str,
    detail: String,
    hint: String,
    headers: Vec<(HeaderName, HeaderValue)>,
}

impl Problem {
    fn new(status: StatusCode, kind: &'static str, title: &'static str, detail: String, hint: String) -> Self {
        Self { status, kind, title, detail, hint, headers: Vec::new() }
    }

    /// A parameter that this path does not know.
    pub(crate) fn unknown_parameter(found: &str, known: &[&str]) -> Self {
        let hint = match known {
            [] => "this path takes no parameters: leave out what follows the `?`".to_owned(),
            _ => format!("known here: {}", known.join(", ")),
        };
        let detail = format!("there is no parameter `{found}`");
        Self::new(StatusCode::BAD_REQUEST, "unknown-parameter", "Unknown parameter", detail, hint)
    }

    /// A parameter, or the query as a whole, with a value that cannot be.
    pub(crate) fn bad_value(parameter: &str, found: &str, hint: impl Into<String>) -> Self {
        let detail = format!("`{parameter}` cannot be `{}`", short(found));
        Self::new(StatusCode::BAD_REQUEST, "bad-value", "Value not understood", detail, hint.into())
    }

    /// A request that cannot be read.
    pub(crate) fn unreadable(detail: &str, hint: &str) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "unreadable", "Request not understood", detail.to_owned(), hint.to_owned())
    }

    /// A thing that is not there.
    pub(crate) fn not_found(what: &str, found: &str, hint: impl Into<String>) -> Self {
        let detail = format!("there is no {what} `{}`", short(found));
        Self::new(StatusCode::NOT_FOUND, "not-found", "Not found", detail, hint.into())
    }

    /// A method that changes something.
    pub(crate) fn method(found: &str) -> Self {
        let detail = format!("`{}` is not answered here", short(found));
        let hint = "ask with GET or HEAD: nothing here can be changed".to_owned();
        let mut problem =
            Self::new(StatusCode::METHOD_NOT_ALLOWED, "method", "Only GET and HEAD are answered", detail, hint);
        problem.headers.push((header::ALLOW, HeaderValue::from_static("GET, HEAD, OPTIONS")));
        problem
    }

    /// A request with a body.
    pub(crate) fn body() -> Self {
        let (detail, hint) = ("a request here has no body", "put what you ask for into the address");
        let mut problem = Self::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            "body",
            "No body is read here",
            detail.to_owned(),
            hint.to_owned(),
        );
        problem.headers.push((header::CONNECTION, HeaderValue::from_static("close")));
        problem
    }

    /// An address that is too long.
    pub(crate) fn too_long(n_bytes: usize, most: usize) -> Self {
        let detail = format!("the address has {n_bytes} bytes, and at most {most} are read");
        let hint = "ask for less at a time".to_owned();
        Self::new(StatusCode::URI_TOO_LONG, "address-too-long", "Address too long", detail, hint)
    }

    /// Headers that are too much together.
    pub(crate) fn headers_too_long(n_bytes: usize, most: usize) -> Self {
        let detail = format!("the headers have {n_bytes} bytes, and at most {most} are read");
        let hint = "leave out cookies and other headers: none is needed here".to_owned();
        let status = StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE;
        Self::new(status, "headers-too-long", "Headers too long", detail, hint)
    }

    /// An answer that was not there in time.
    pub(crate) fn late() -> Self {
        let detail = "the answer was not there in time".to_owned();
        let hint = "ask again in a while, or for less at a time".to_owned();
        let mut problem = Self::new(StatusCode::SERVICE_UNAVAILABLE, "late", "Not there in time", detail, hint);
        problem.headers.push((header::RETRY_AFTER, HeaderValue::from_static("5")));
        problem
    }

    /// A piece that begins behind the end.
    pub(crate) fn beyond(n_bytes: usize) -> Self {
        let detail = format!("the piece that was asked for begins behind the last of {n_bytes} bytes");
        let hint = "leave out the header `Range`, or begin earlier".to_owned();
        Self::new(StatusCode::RANGE_NOT_SATISFIABLE, "range", "No such piece", detail, hint)
    }

    /// A form that there is not.
    pub(crate) fn not_acceptable(found: &str, known: &str) -> Self {
        let detail = format!("there is no form `{}` of this", short(found));
        let hint = format!("known here: {known}");
        Self::new(StatusCode::BAD_REQUEST, "bad-value", "Value not understood", detail, hint)
    }

    /// A failure of the server itself.
    pub(crate) fn own_fault() -> Self {
        let detail = "the server made a mistake; it is written in its log".to_owned();
        let hint = "ask again, and tell who keeps this server if it stays".to_owned();
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "own-fault", "A mistake of the server", detail, hint)
    }
}

/// The beginning of what was found: nobody needs eight thousand bytes of it back.
fn short(found: &str) -> String {
    match found.char_indices().nth(80) {
        Some((at, _)) => format!("{}…", &found[..at]),
        None => found.to_owned(),
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let body = json!({
            "type": format!("urn:kapstok:problem:{}", self.kind),
            "title": self.title,
            "status": self.status.as_u16(),
            "detail": self.detail,
            "hint": self.hint,
        });
        let mut response = (self.status, body.to_string()).into_response();
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(MEDIA));
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        response.headers_mut().extend(self.headers);
        response
    }
}
