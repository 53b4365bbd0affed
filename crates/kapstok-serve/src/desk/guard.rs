// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Who may look at a desk, and who may write at it: one rule for all desks.
//!
//! In: a request and the token of a desk. Out: the text of its form, or the answer to what is none. Invariant: a form is
//! taken only with the token, from a page of this very address, to a name of this machine, in one kind and not too long.

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};

/// Bytes of a form. A reason is some lines.
const MOST_BYTES: usize = 64 * 1024;

/// Whether somebody may look: with the token, at a name of this machine.
pub(super) fn may_read(token: &str, known: &str, headers: &HeaderMap) -> bool {
    is_same(token, known) && is_of_this_machine(headers)
}

/// The text of a form that may write.
///
/// # Errors
/// The answer to a request that may not.
pub(super) async fn form(token: &str, known: &str, request: Request) -> Result<String, Response> {
    let (parts, body) = request.into_parts();
    if !is_same(token, known) {
        return Err(plain(StatusCode::NOT_FOUND, "no such desk"));
    }
    if parts.method != Method::POST {
        return Err(plain(StatusCode::METHOD_NOT_ALLOWED, "a form is sent with POST"));
    }
    if !is_of_this_machine(&parts.headers) || !is_from_here(&parts.headers) {
        return Err(plain(StatusCode::FORBIDDEN, "only a page of this address may write"));
    }
    let kind = parts.headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if !kind.starts_with("application/x-www-form-urlencoded") {
        return Err(plain(StatusCode::UNSUPPORTED_MEDIA_TYPE, "a form is application/x-www-form-urlencoded"));
    }
    text(body).await.map_err(|()| plain(StatusCode::PAYLOAD_TOO_LARGE, "the form is too long"))
}

/// The answer where writing fell.
pub(super) fn unknown() -> Response {
    plain(StatusCode::INTERNAL_SERVER_ERROR, "nothing is known of whether it was written: look at the log")
}

async fn text(body: Body) -> Result<String, ()> {
    let bytes = to_bytes(body, MOST_BYTES).await.map_err(|_| ())?;
    String::from_utf8(bytes.to_vec()).map_err(|_| ())
}

pub(super) fn plain(status: StatusCode, text: &'static str) -> Response {
    (status, [(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}

/// Whether two texts are the same, in a time that does not tell how far they agree.
fn is_same(one: &str, other: &str) -> bool {
    let differences = one.bytes().zip(other.bytes()).fold(0, |sum, (one, other)| sum | (one ^ other));
    one.len() == other.len() && differences == 0
}

/// Whether a request names this machine: a page elsewhere whose name was made to point here does not.
fn is_of_this_machine(headers: &HeaderMap) -> bool {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let name = host.rsplit_once(':').filter(|(_, port)| port.bytes().all(|it| it.is_ascii_digit()));
    matches!(name.map_or(host, |(name, _)| name), "127.0.0.1" | "localhost" | "[::1]")
}

/// Whether a form comes from a page of this very address, as far as the browser tells.
fn is_from_here(headers: &HeaderMap) -> bool {
    let of = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let is_own = |origin: &str| origin.strip_prefix("http://").is_some_and(|it| Some(it) == of("host"));
    of("origin").is_none_or(is_own) && of("sec-fetch-site").is_none_or(|site| site == "same-origin")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_this_machine_are_taken() {
        let of = |host: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::HOST, host.parse().unwrap());
            is_of_this_machine(&headers)
        };
        assert!(["127.0.0.1:7878", "localhost", "localhost:1", "[::1]:7878"].into_iter().all(of));
        assert!(
            !["example.org", "127.0.0.1.example.org:7878", "localhost.example.org", "10.0.0.1:7878", ""]
                .into_iter()
                .any(of)
        );
    }

    #[test]
    fn tokens_are_the_same_or_not() {
        assert!(is_same("abc", "abc") && !is_same("abc", "abd") && !is_same("abc", "ab") && !is_same("", "a"));
    }
}
