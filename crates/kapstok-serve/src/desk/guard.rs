// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Who may look at a desk, and who may write at it: one rule for all desks.
//!
//! In: a request and the token of a desk. Out: the text of its form, or why it is none ([`Refused`]). Invariant: a form is
//! taken only with the token, from a page of this very address, to a name of this machine, in one kind and not too long;
//! a request that does not say from where it comes is refused.

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, Method, header};

/// Bytes of a form. A reason is some lines.
const MOST_BYTES: usize = 64 * 1024;

/// Why a form is not taken, or a page of a desk not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// No desk has this token.
    NoDesk,
    /// It was not sent with POST.
    Method,
    /// It comes from elsewhere, or does not say from where.
    Elsewhere,
    /// It is of another kind than a form of a page.
    Kind,
    /// It is longer than a form may be.
    TooLong,
    /// Its bytes are no text.
    NoText,
    /// It is not the form of this desk.
    OtherForm,
    /// Writing fell: nobody knows whether it is there.
    Unsure,
    /// Who reads blind sees nothing of others.
    Blind,
}

impl Refused {
    /// The status of the answer.
    pub const fn status(self) -> u16 {
        match self {
            Self::NoDesk => 404,
            Self::Method => 405,
            Self::Elsewhere | Self::Blind => 403,
            Self::Kind => 415,
            Self::TooLong => 413,
            Self::NoText | Self::OtherForm => 400,
            Self::Unsure => 500,
        }
    }

    /// Its word in keys of the texts.
    pub const fn word(self) -> &'static str {
        match self {
            Self::NoDesk => "no-desk",
            Self::Method => "method",
            Self::Elsewhere => "elsewhere",
            Self::Kind => "kind",
            Self::TooLong => "too-long",
            Self::NoText => "no-text",
            Self::OtherForm => "other-form",
            Self::Unsure => "unsure",
            Self::Blind => "blind",
        }
    }
}

/// Whether somebody may look: with the token, at a name of this machine.
pub(super) fn may_read(token: &str, known: &str, headers: &HeaderMap) -> bool {
    is_same(token, known) && is_of_this_machine(headers)
}

/// The text of a form that may write.
///
/// # Errors
/// Why it may not.
pub(super) async fn form(token: &str, known: &str, request: Request) -> Result<String, Refused> {
    let (parts, body) = request.into_parts();
    if !is_same(token, known) {
        return Err(Refused::NoDesk);
    }
    if parts.method != Method::POST {
        return Err(Refused::Method);
    }
    if !is_of_this_machine(&parts.headers) || !is_from_here(&parts.headers) {
        return Err(Refused::Elsewhere);
    }
    let kind = parts.headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if !kind.starts_with("application/x-www-form-urlencoded") {
        return Err(Refused::Kind);
    }
    text(body).await
}

async fn text(body: Body) -> Result<String, Refused> {
    let bytes = to_bytes(body, MOST_BYTES).await.map_err(|_| Refused::TooLong)?;
    String::from_utf8(bytes.to_vec()).map_err(|_| Refused::NoText)
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

/// Whether a form comes from a page of this very address: a browser says so in one of two headers, and nothing in
/// either speaks against it.
fn is_from_here(headers: &HeaderMap) -> bool {
    let of = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or_default());
    let is_own = |origin: &str| origin.strip_prefix("http://").is_some_and(|it| Some(it) == of("host"));
    let (origin, site) = (of("origin").map(is_own), of("sec-fetch-site").map(|site| site == "same-origin"));
    origin.or(site).is_some() && origin.unwrap_or(true) && site.unwrap_or(true)
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderName;

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
    fn a_form_says_that_it_comes_from_here_or_is_refused() {
        let of = |origin: Option<&str>, site: Option<&str>| {
            let named = [("host", Some("localhost:1")), ("origin", origin), ("sec-fetch-site", site)];
            let mut headers = HeaderMap::new();
            for (name, value) in named {
                headers.extend(value.map(|value| (name.parse::<HeaderName>().unwrap(), value.parse().unwrap())));
            }
            is_from_here(&headers)
        };
        let own = Some("http://localhost:1");
        assert!(of(own, Some("same-origin")) && of(own, None) && of(None, Some("same-origin")));
        assert!(!of(None, None) && !of(own, Some("cross-site")) && !of(None, Some("none")));
        assert!(!of(Some("null"), Some("same-origin")) && !of(Some("http://localhost:2"), None));
    }

    #[test]
    fn tokens_are_the_same_or_not() {
        assert!(is_same("abc", "abc") && !is_same("abc", "abd") && !is_same("abc", "ab") && !is_same("", "a"));
    }
}
