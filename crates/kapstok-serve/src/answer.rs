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
use axum::http::{Extensions, HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Version, header};
use axum::response::{IntoResponse, Response};
use http_body::{Frame, SizeHint};

use crate::accept;
use crate::packed::Packed;
use crate::problem::Problem;

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

    /// Says that `Accept` decides the form, where the address does not.
    pub(crate) fn varies_by_form(self) -> Self {
        self.header(header::VARY, "accept")
    }

    /// The response to a request with this method and these headers.
    pub(crate) fn respond(self, method: &Method, asked: &HeaderMap) -> Response {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = self.status;
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(self.media));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(self.lasts.words()));
        headers.extend(self.headers);
        match self.body {
            Content::Fresh(bytes) => *response.body_mut() = Body::from(bytes),
            Content::Pieces(pieces) => *response.body_mut() = Body::new(Streamed(pieces)),
            Content::Packed(packed) => respond_packed(&packed, method, asked, &mut response),
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

fn respond_packed(packed: &Arc<Packed>, method: &Method, asked: &HeaderMap, response: &mut Response) {
    let tag = format!("\"{}\"", packed.tag());
    let n_bytes = packed.plain().len();
    let range = range_of(method, asked, &tag).map(|range| Range::read(range, n_bytes));
    let mut tagged = tag;
    match range {
        Some(Range::Part(first, last)) => {
            *response.status_mut() = StatusCode::PARTIAL_CONTENT;
            insert(response, header::CONTENT_RANGE, &format!("bytes {first}-{last}/{n_bytes}"));
            *response.body_mut() = Lent::body(packed.plain().slice(first..last + 1), packed);
        }
        Some(Range::Beyond) => {
            *response = Problem::beyond(n_bytes).into_response();
            insert(response, header::CONTENT_RANGE, &format!("bytes */{n_bytes}"));
            return;
        }
        Some(Range::NotRead) | None => match packed.gzip().filter(|_| takes_gzip(asked)) {
            Some(gzip) => {
                tagged = format!("\"{}-gz\"", packed.tag());
                response.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
                *response.body_mut() = Lent::body(gzip.clone(), packed);
            }
            None => *response.body_mut() = Lent::body(packed.plain().clone(), packed),
        },
    }
    response.headers_mut().insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    response.headers_mut().insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    insert(response, header::ETAG, &tagged);
}

/// The range that counts (RFC 9110, sections 13.2.2 and 14.2): of GET alone, and not where the caller has the whole
/// already, or where what it has a piece of is other content.
fn range_of<'a>(method: &Method, asked: &'a HeaderMap, tag: &str) -> Option<&'a str> {
    let range = asked.get(header::RANGE)?.to_str().ok()?;
    let same_content = match asked.get(header::IF_RANGE) {
        Some(known) => known.to_str().ok() == Some(tag),
        None => true,
    };
    (method == Method::GET && same_content && !knows(asked.get_all(header::IF_NONE_MATCH), tag)).then_some(range)
}

/// Whether lists of tags (`If-None-Match`, compared weakly) have this one.
pub(crate) fn knows<'a>(lists: impl IntoIterator<Item = &'a HeaderValue>, tag: &str) -> bool {
    let plain = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    let (lists, tag) = (lists.into_iter().filter_map(|list| list.to_str().ok()), plain(tag));
    lists.flat_map(|list| list.split(',')).any(|known| plain(known) == tag || known.trim() == "*")
}

/// Whether an answer is to be packed on its way: not what has a tag of its very bytes, nor what is packed in itself.
pub(crate) fn is_to_be_packed(_: StatusCode, _: Version, headers: &HeaderMap, _: &Extensions) -> bool {
    let media = headers.get(header::CONTENT_TYPE).map_or(&[][..], HeaderValue::as_bytes);
    !headers.contains_key(header::ETAG) && !media.starts_with(b"font/") && !media.starts_with(b"image/png")
}

fn insert(response: &mut Response, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(name, value);
    }
}

/// Whether a caller reads gzip.
pub(crate) fn takes_gzip(asked: &HeaderMap) -> bool {
    let lists = asked.get_all(header::ACCEPT_ENCODING).iter().filter_map(|list| list.to_str().ok());
    let codings: Vec<(&str, f32)> = lists.flat_map(accept::weighed).collect();
    let weight = |wanted: &str| codings.iter().find(|(name, _)| *name == wanted).map(|(_, weight)| *weight);
    weight("gzip").or_else(|| weight("*")).is_some_and(|weight| weight > 0.0)
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

/// Bytes of what is the same for everybody. As long as somebody reads it, it can be found again and is not made twice.
struct Lent {
    bytes: Option<Bytes>,
    _of: Arc<Packed>,
}

impl Lent {
    fn body(bytes: Bytes, of: &Arc<Packed>) -> Body {
        Body::new(Self { bytes: Some(bytes), _of: Arc::clone(of) })
    }
}

impl http_body::Body for Lent {
    type Data = Bytes;
    type Error = std::convert::Infallible;

    fn poll_frame(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Self::Data>, Self::Error>>> {
        Poll::Ready(self.get_mut().bytes.take().map(|bytes| Ok(Frame::data(bytes))))
    }

    fn is_end_stream(&self) -> bool {
        self.bytes.is_none()
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.bytes.as_ref().map_or(0, |bytes| bytes.len() as u64))
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
