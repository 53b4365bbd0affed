// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What a path answers, before it is put on the wire.
//!
//! In: bytes of a form. Out: a response that holds to what the caller asked of the wire: gzip, a range, nothing where
//! the caller has it already. Invariant: a piece is only given of bytes that have a strong tag.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::Response;
use http_body::Frame;

use crate::packed::Packed;

/// A piece after another.
pub(crate) type Pieces = Box<dyn Iterator<Item = Bytes> + Send>;

/// What a path answers.
pub(crate) struct Answer {
    media: &'static str,
    body: Content,
    lasts: Lasts,
    status: StatusCode,
    headers: Vec<(HeaderName, HeaderValue)>,
}

enum Content {
    /// Made for this caller.
    Fresh(Bytes),
    /// The same for everybody.
    Packed(Arc<Packed>),
    /// Made while it is sent.
    Pieces(Pieces),
}

/// How long an answer may be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lasts {
    /// Until the next question: the address stays, and a new build may give another answer.
    UntilAsked,
    /// For ever: the address names the build.
    ForEver,
}

impl Answer {
    /// Bytes that were made for this caller.
    pub(crate) fn fresh(media: &'static str, bytes: impl Into<Bytes>) -> Self {
        Self::with(media, Content::Fresh(bytes.into()))
    }

    /// Bytes that are the same for everybody.
    pub(crate) fn packed(media: &'static str, packed: &Arc<Packed>) -> Self {
        Self::with(media, Content::Packed(Arc::clone(packed)))
    }

    /// Bytes that are made while they are sent.
    pub(crate) fn pieces(media: &'static str, pieces: Pieces) -> Self {
        Self::with(media, Content::Pieces(pieces))
    }

    fn with(media: &'static str, body: Content) -> Self {
        Self { media, body, lasts: Lasts::UntilAsked, status: StatusCode::OK, headers: Vec::new() }
    }

    /// How long it may be kept.
    pub(crate) fn lasts(mut self, lasts: Lasts) -> Self {
        self.lasts = lasts;
        self
    }

    /// Another status than 200.
    pub(crate) fn status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self
    }

    /// Says something more of it.
    pub(crate) fn header(mut self, name: HeaderName, value: &str) -> Self {
        if let Ok(value) = HeaderValue::from_str(value) {
            self.headers.push((name, value));
        }
        self
    }

    /// The response to a request with these headers.
    pub(crate) fn respond(self, asked: &HeaderMap) -> Response {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = self.status;
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(self.media));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(self.lasts.words()));
        headers.extend(self.headers);
        match self.body {
            Content::Fresh(bytes) => *response.body_mut() = Body::from(bytes),
            Content::Pieces(pieces) => *response.body_mut() = Body::new(Streamed(pieces)),
            Content::Packed(packed) => respond_packed(&packed, asked, &mut response),
        }
        response
    }
}

impl Lasts {
    fn words(self) -> &'static str {
        match self {
            Self::UntilAsked => "no-cache",
            Self::ForEver => "public, max-age=31536000, immutable",
        }
    }
}

fn respond_packed(packed: &Packed, asked: &HeaderMap, response: &mut Response) {
    let tag = format!("\"{}\"", packed.tag());
    let range = asked.get(header::RANGE).and_then(|range| range.to_str().ok());
    let if_range = asked.get(header::IF_RANGE).and_then(|tag| tag.to_str().ok());
    let range = range.filter(|_| if_range.is_none_or(|known| known == tag));
    let n_bytes = packed.plain().len();
    let mut tagged = tag;
    match range.map(|range| Range::read(range, n_bytes)) {
        Some(Range::Part(first, last)) => {
            *response.status_mut() = StatusCode::PARTIAL_CONTENT;
            insert(response, header::CONTENT_RANGE, &format!("bytes {first}-{last}/{n_bytes}"));
            *response.body_mut() = Body::from(packed.plain().slice(first..last + 1));
        }
        Some(Range::Beyond) => {
            *response.status_mut() = StatusCode::RANGE_NOT_SATISFIABLE;
            insert(response, header::CONTENT_RANGE, &format!("bytes */{n_bytes}"));
            return;
        }
        Some(Range::NotRead) | None => match packed.gzip().filter(|_| takes_gzip(asked)) {
            Some(gzip) => {
                tagged = format!("\"{}-gz\"", packed.tag());
                response.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
                *response.body_mut() = Body::from(gzip.clone());
            }
            None => *response.body_mut() = Body::from(packed.plain().clone()),
        },
    }
    response.headers_mut().insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    response.headers_mut().insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    insert(response, header::ETAG, &tagged);
}

fn insert(response: &mut Response, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(name, value);
    }
}

/// Whether a caller reads gzip.
pub(crate) fn takes_gzip(asked: &HeaderMap) -> bool {
    let lists = asked.get_all(header::ACCEPT_ENCODING).iter().filter_map(|list| list.to_str().ok());
    lists.flat_map(|list| list.split(',')).any(|coding| {
        let (name, weight) = coding.split_once(';').unwrap_or((coding, "q=1"));
        let refused = matches!(weight.trim().trim_start_matches("q="), "0" | "0.0" | "0.00" | "0.000");
        matches!(name.trim(), "gzip" | "*") && !refused
    })
}

/// A piece that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Range {
    /// From the first to the last byte, both in it.
    Part(usize, usize),
    /// Nothing of it is there.
    Beyond,
    /// In another form, or in several pieces: the whole is given, as the standard allows.
    NotRead,
}

impl Range {
    fn read(text: &str, n_bytes: usize) -> Self {
        let Some((first, last)) = text.strip_prefix("bytes=").and_then(|range| range.split_once('-')) else {
            return Self::NotRead;
        };
        match (first.parse::<usize>(), last.parse::<usize>()) {
            (Ok(first), _) if first >= n_bytes => Self::Beyond,
            (Ok(first), Ok(last)) if last < first => Self::NotRead,
            (Ok(first), Ok(last)) => Self::Part(first, last.min(n_bytes - 1)),
            (Ok(first), Err(_)) if last.is_empty() => Self::Part(first, n_bytes - 1),
            (Err(_), Ok(0)) if first.is_empty() => Self::Beyond,
            (Err(_), Ok(n)) if first.is_empty() && n_bytes > 0 => Self::Part(n_bytes.saturating_sub(n), n_bytes - 1),
            _ => Self::NotRead,
        }
    }
}

/// Pieces as a body.
struct Streamed(Pieces);

impl http_body::Body for Streamed {
    type Data = Bytes;
    type Error = std::convert::Infallible;

    fn poll_frame(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Self::Data>, Self::Error>>> {
        Poll::Ready(self.get_mut().0.next().map(|piece| Ok(Frame::data(piece))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_is_a_part_or_beyond_the_end_or_not_read() {
        let cases = [
            ("bytes=0-3", Range::Part(0, 3)),
            ("bytes=4-", Range::Part(4, 9)),
            ("bytes=-3", Range::Part(7, 9)),
            ("bytes=-30", Range::Part(0, 9)),
            ("bytes=8-99", Range::Part(8, 9)),
            ("bytes=10-", Range::Beyond),
            ("bytes=-0", Range::Beyond),
            ("bytes=5-4", Range::NotRead),
            ("bytes=0-1,4-5", Range::NotRead),
            ("lines=0-1", Range::NotRead),
            ("bytes=99999999999999999999999-", Range::NotRead),
        ];
        for (text, expected) in cases {
            assert_eq!(Range::read(text, 10), expected, "{text}");
        }
    }
}
