// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What is refused of a request before any path sees it.
//!
//! In: a request. Out: nothing, or why it is refused. Invariant: a path that is looked up is plain: no step up, no
//! empty step, no bytes that are no text, nothing hidden behind a `%`.

use axum::extract::Request;
use axum::http::{Method, header};

use crate::problem::Problem;
use crate::query::{decoded, no_text};

/// Bytes of an address.
const MOST_BYTES: usize = 8_000;

/// Bytes of all headers together, names and values. A little more is read, so that it can be answered in words.
const MOST_HEADER_BYTES: usize = 12 * 1024;

/// Why a request is not answered.
pub(crate) fn refused(request: &Request) -> Option<Problem> {
    if !matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS) {
        return Some(Problem::method(request.method().as_str()));
    }
    let headers = request.headers();
    let length = headers.get(header::CONTENT_LENGTH).is_some_and(|length| length != "0");
    if length || headers.contains_key(header::TRANSFER_ENCODING) {
        return Some(Problem::body());
    }
    let uri = request.uri();
    let n_bytes = uri.path_and_query().map_or(0, |it| it.as_str().len());
    if n_bytes > MOST_BYTES {
        return Some(Problem::too_long(n_bytes, MOST_BYTES));
    }
    let n_bytes = headers.iter().map(|(name, value)| name.as_str().len() + value.len() + 4).sum();
    if n_bytes > MOST_HEADER_BYTES {
        return Some(Problem::headers_too_long(n_bytes, MOST_HEADER_BYTES));
    }
    trick(uri.path())
}

/// What is wrong with a path, if anything.
fn trick(path: &str) -> Option<Problem> {
    let wrong =
        |detail: &str| Some(Problem::unreadable(detail, "write the path as it stands in a link of this server"));
    if path.contains("//") {
        return wrong("the path has an empty step");
    }
    let Some(plain) = decoded(path, false) else { return Some(no_text()) };
    if plain.matches('/').count() != path.matches('/').count() || plain.contains('\\') {
        return wrong("the path hides a `/`");
    }
    if plain.split('/').any(|step| step == "." || step == "..") {
        return wrong("the path has a step up");
    }
    if plain.chars().any(char::is_control) {
        return wrong("the path holds a control character");
    }
    None
}

#[cfg(test)]
mod tests {
    use super::trick;

    #[test]
    fn only_plain_paths_are_looked_up() {
        for plain in ["/", "/v1", "/v1/", "/nl/gebied/BU0363A104", "/nl/kaart%20a", "/v1/areas/%C3%B4..", "*"] {
            assert_eq!(trick(plain), None, "{plain}");
        }
        let tricks = [
            "/v1/../etc/passwd",
            "/v1/%2e%2e/x",
            "/..",
            "//etc/passwd",
            "/v1//collections",
            "/v1/%2F",
            "/a%00",
            "/a%0d%0ab",
            "/v1/%5c..%5c",
            "/%ff",
            "/%",
            "/./v1",
        ];
        for path in tricks {
            assert!(trick(path).is_some(), "{path}");
        }
    }
}
