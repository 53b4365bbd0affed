// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What stands around an answer on the wire: tags, pieces, packing, what a cache is told (RFC 9110 and 9111).

#![allow(clippy::unwrap_used, reason = "a test that finds nothing has failed")]

mod country;

use std::sync::Arc;

use axum::Extension;
use axum::body::Body;
use axum::http::Request;
use axum::routing::get as answered_by;
use country::{ask_with, get, served, site};
use kapstok_serve::Site;
use tower::ServiceExt;

/// Paths of all that is the same bytes for everybody.
fn packed() -> Vec<String> {
    let list = get("/v1/downloads");
    let files = list["files"].as_array().unwrap();
    let mut paths: Vec<String> = files.iter().map(|file| format!("/v1/{}", file["href"].as_str().unwrap())).collect();
    paths.push("/v1/columns/neighbourhood/share/2024".to_owned());
    paths
}

#[tokio::test]
async fn a_build_that_lands_in_between_does_not_give_its_tag_to_the_answer_of_the_one_before() {
    let tag = |swaps: bool| async move {
        let served = served();
        let later = Arc::clone(&served);
        let handler = move |Extension(site): Extension<Arc<Site>>| async move {
            if swaps {
                later.swap(country::site("build-2", 1.0));
            }
            site.snapshot.id().to_owned()
        };
        let paths = axum::Router::new().route("/v1/slow", answered_by(handler));
        let router = kapstok_serve::around(paths, served);
        let request = Request::builder().uri("/v1/slow").header("host", "example.org").body(Body::empty()).unwrap();
        let response = router.oneshot(request).await.unwrap();
        let tag = response.headers()["etag"].to_str().unwrap().to_owned();
        let body = axum::body::to_bytes(response.into_body(), 99).await.unwrap();
        assert_eq!(body, "build-1");
        tag
    };
    let alone = tag(false).await;
    assert_eq!(tag(true).await, alone);
    assert!(alone.contains(site("build-1", 0.0).edition()) && !alone.contains(site("build-2", 1.0).edition()));
}

#[test]
fn what_has_a_tag_of_its_bytes_is_never_packed_on_its_way() {
    let served = served();
    let (mut as_it_is, mut with_gzip) = (0, 0);
    for path in packed() {
        let plain = ask_with(&served, "GET", &path, &[]);
        let reply = ask_with(&served, "GET", &path, &[("accept-encoding", "gzip")]);
        assert!(reply.header("etag").starts_with('"') && reply.header("accept-ranges") == "bytes", "{path}");
        match reply.header("content-encoding") {
            "gzip" => {
                assert!(reply.header("etag").ends_with("-gz\"") && reply.body.len() < plain.body.len(), "{path}");
                with_gzip += 1;
            }
            "" => {
                assert_eq!((reply.header("etag"), &reply.body), (plain.header("etag"), &plain.body), "{path}");
                as_it_is += 1;
            }
            other => panic!("{path}: {other}"),
        }
        for refused in ["gzip;q=0", "gzip;q=0, *", "identity", "br"] {
            let reply = ask_with(&served, "GET", &path, &[("accept-encoding", refused)]);
            assert_eq!((reply.header("content-encoding"), &reply.body), ("", &plain.body), "{path} {refused}");
        }
    }
    // Zip, workbook and GeoParquet of two levels; all else is shorter with gzip.
    assert_eq!((as_it_is >= 6, with_gzip >= 6), (true, true), "{as_it_is} {with_gzip}");
}

#[test]
fn a_page_that_a_browser_has_already_keeps_its_policy() {
    let served = served();
    for path in ["/nl", "/nl/kiezen", "/assets/choose.js"] {
        let whole = ask_with(&served, "GET", path, &[]);
        let known = ask_with(&served, "GET", path, &[("if-none-match", whole.header("etag"))]);
        assert_eq!((whole.status.as_u16(), known.status.as_u16()), (200, 304), "{path}");
        let policy = known.header("content-security-policy");
        assert!(policy == whole.header("content-security-policy") || policy.is_empty(), "{path}: {policy}");
    }
}

#[test]
fn a_piece_is_given_to_who_asks_for_one_and_has_not_the_whole() {
    let served = served();
    for path in packed() {
        let ask = |method: &str, headers: &[(&str, &str)]| ask_with(&served, method, &path, headers);
        let whole = ask("GET", &[]);
        let tag = whole.header("etag");
        let piece = ("range", "bytes=0-3");
        // First whether the caller has it, then which piece.
        assert_eq!(ask("GET", &[piece, ("if-none-match", tag)]).status, 304, "{path}");
        assert_eq!(ask("GET", &[piece, ("if-none-match", "\"other\"")]).status, 206, "{path}");
        // Of HEAD there is no piece.
        assert_eq!(ask("HEAD", &[piece]).status, 200, "{path}");
        assert_eq!(ask("GET", &[piece, ("if-range", tag)]).status, 206, "{path}");
        let other = ask("GET", &[piece, ("if-range", "\"other\"")]);
        assert_eq!((other.status.as_u16(), &other.body), (200, &whole.body), "{path}");
        // What is not there is not kept, and is no file.
        let beyond = ask("GET", &[("range", "bytes=999999999-")]);
        assert_eq!((beyond.status.as_u16(), beyond.json()["status"].as_u64()), (416, Some(416)), "{path}");
        assert_eq!(beyond.header("content-range"), format!("bytes */{}", whole.body.len()));
        assert_eq!((beyond.header("cache-control"), beyond.header("content-disposition")), ("no-store", ""), "{path}");
    }
}

#[test]
fn a_cache_is_told_that_accept_decides_the_form_and_weights_count() {
    let served = served();
    for path in ["/v1", "/v1/collections", "/v1/collections/neighbourhood", "/v1/collections/neighbourhood/items"] {
        for (accept, is_page) in [
            ("text/html,application/xhtml+xml,*/*;q=0.8", true),
            ("application/json", false),
            ("text/html;q=0.1, application/geo+json", false),
            ("application/json;q=0.2, text/html;q=0.9", true),
            ("text/html;q=0", false),
            ("*/*", false),
        ] {
            let reply = ask_with(&served, "GET", path, &[("accept", accept)]);
            assert_eq!(reply.header("content-type").starts_with("text/html"), is_page, "{path} {accept}");
            let vary =
                reply.headers.get_all("vary").iter().map(|it| it.to_str().unwrap()).collect::<Vec<_>>().join(",");
            assert!(vary.to_lowercase().split(',').any(|name| name.trim() == "accept"), "{path}: {vary}");
        }
    }
}
