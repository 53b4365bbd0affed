// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Slow, long, wrong and many: over real sockets, none of it brings the server down or fills its memory.

#![allow(clippy::unwrap_used, reason = "a test that finds nothing has failed")]

mod country;

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::time::Duration;

use kapstok_serve::Limits;

/// A server on a port of its own.
fn server(limits: Limits) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let served = country::served();
    std::thread::spawn(move || kapstok_serve::run(listener, served, limits).unwrap());
    address
}

fn connect(address: SocketAddr) -> TcpStream {
    let stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    stream
}

/// Sends bytes and reads until the server closes.
fn say(address: SocketAddr, bytes: &[u8]) -> String {
    let mut stream = connect(address);
    stream.write_all(bytes).unwrap();
    let mut answer = Vec::new();
    // A server that refuses may close before it has read all.
    let _ = stream.read_to_end(&mut answer);
    String::from_utf8_lossy(&answer).into_owned()
}

fn status(answer: &str) -> u16 {
    answer.split(' ').nth(1).and_then(|word| word.parse().ok()).unwrap_or(0)
}

/// One plain request on a connection of its own.
fn is_well(address: SocketAddr) -> bool {
    status(&say(address, b"GET /v1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")) == 200
}

#[test]
fn requests_that_are_long_wrong_or_a_trick_are_refused_and_the_server_goes_on() {
    let address = server(Limits::STANDARD);
    let get = |path: &[u8]| [b"GET ", path, b" HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"].concat();
    let long = [b"/v1/search?q=".as_slice(), &[b'a'; 8_192]].concat();
    let longer = [b"/v1/search?q=".as_slice(), &[b'a'; 80_000]].concat();
    let many = format!("GET /v1 HTTP/1.1\r\nHost: x\r\n{}\r\n", "X-A: aaaaaaaaaaaaaaaaaaaa\r\n".repeat(5_000));
    let cases: Vec<(Vec<u8>, &[u16])> = vec![
        (get(&long), &[414]),
        (get(&longer), &[414, 431]),
        (many.into_bytes(), &[431]),
        (get(b"/v1/areas/%ff%fe"), &[400]),
        (get(b"/v1/areas/\xff\xfe"), &[400]),
        (get(b"/v1/areas/%00"), &[400]),
        (get(b"/v1/areas/%"), &[400]),
        (get(b"/v1/search?q=%ff"), &[400]),
        (get(b"/v1/search?q=%"), &[400]),
        (get(b"/../../etc/passwd"), &[400]),
        (get(b"/v1/%2e%2e/%2e%2e/etc/passwd"), &[400]),
        (get(b"/v1/..%2f..%2fetc%2fpasswd"), &[400]),
        (get(b"/v1\\..\\..\\x"), &[400]),
        (get(b"//etc/passwd"), &[400]),
        (get(b"/v1/collections//items"), &[400]),
        (get(b"/v1/collections/"), &[404]),
        (get(b"/v1/nothing"), &[404]),
        (b"GET /v1 HTTP/9.9\r\n\r\n".to_vec(), &[400, 0]),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03".to_vec(), &[400, 0]), // Somebody asks for TLS.
        (b"POST /v1 HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nConnection: close\r\n\r\nabcd".to_vec(), &[405]),
        (b"GET /v1 HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nConnection: close\r\n\r\nabcd".to_vec(), &[413]),
        (
            b"GET /v1 HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 9\r\n\r\n0\r\n\r\nGET /v1"
                .to_vec(),
            &[400, 413],
        ),
        (b"GET /v1 HTTP/1.1\r\nHost: a\r\nHost: b/\"<x>\r\nConnection: close\r\n\r\n".to_vec(), &[200, 400]),
    ];
    for (request, expected) in cases {
        let answer = say(address, &request);
        let shown = String::from_utf8_lossy(&request[..request.len().min(60)]).into_owned();
        assert!(expected.contains(&status(&answer)), "{shown:?} gave {:?}", answer.lines().next());
        assert!(is_well(address), "after {shown:?}");
    }
}

#[test]
fn who_asks_for_a_page_is_refused_with_a_page_in_the_language_of_the_path_and_what_to_do() {
    let address = server(Limits::STANDARD);
    let close = "Host: x\r\nConnection: close";
    let long = "a".repeat(8_192);
    let longer = "a".repeat(20_000);
    let cookies = format!("{close}\r\nCookie: {}", "c".repeat(13_000));
    let cases = [
        ("GET", format!("/nl/zoek?q={long}"), close, 414, "Dit adres is te lang"),
        ("GET", format!("/en/search?q={longer}"), close, 414, "This address is too long"),
        ("GET", "/nl/gebied/%ff%fe".to_owned(), close, 400, "Deze vraag is niet te lezen"),
        ("GET", "/en/area/%00".to_owned(), close, 400, "This request cannot be read"),
        ("GET", "/embed/en/..%2fmap".to_owned(), close, 400, "This request cannot be read"),
        ("GET", "/nl/zoek?q=%ff".to_owned(), close, 400, "Zo kan deze pagina het niet"),
        ("POST", "/nl/gebied/BU00010000".to_owned(), close, 405, "Pagina's zijn er om te lezen"),
        ("DELETE", "/en/map".to_owned(), close, 405, "Pages are for reading"),
        ("GET", "/en".to_owned(), &cookies, 431, "Too much was sent along"),
        ("GET", "/nl".to_owned(), "Host: x\r\nContent-Length: 4\r\nConnection: close", 413, "Er is iets meegestuurd"),
    ];
    for (method, path, headers, expected, title) in cases {
        let answer = say(address, format!("{method} {path} HTTP/1.1\r\n{headers}\r\n\r\n").as_bytes());
        let shown = &path[..path.len().min(40)];
        assert_eq!(status(&answer), expected, "{method} {shown}");
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        let head = head.to_lowercase();
        assert!(head.contains("content-type: text/html; charset=utf-8"), "{method} {shown}: {head}");
        assert!(head.contains("content-security-policy: default-src 'none'"), "{method} {shown}");
        assert_eq!(head.contains("allow: get, head"), expected == 405, "{method} {shown}: {head}");
        let is_english = path.contains("/en");
        assert!(body.contains(if is_english { "<html lang=\"en\">" } else { "<html lang=\"nl\">" }), "{shown}");
        let title = title.replace('\'', "&#39;");
        assert!(body.contains(&title), "{method} {shown}: no `{title}`");
        assert!(body.contains(if is_english { "What you can do" } else { "Wat u kunt doen" }), "{shown}");
    }
    // A program is told the same as a problem.
    let answer = say(address, format!("GET /v1 HTTP/1.1\r\n{cookies}\r\n\r\n").as_bytes());
    assert!(status(&answer) == 431 && answer.contains("application/problem+json"), "{answer}");
}

#[test]
fn who_sends_headers_byte_by_byte_is_left_after_a_stated_time() {
    let address = server(Limits { header_time: Duration::from_millis(300), ..Limits::STANDARD });
    let mut slow: Vec<TcpStream> = (0..40).map(|_| connect(address)).collect();
    for stream in &mut slow {
        stream.write_all(b"GET /v1 HTTP/1.1\r\nHost:").unwrap();
    }
    assert!(is_well(address), "others are answered meanwhile");
    for mut stream in slow {
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        assert_ne!(status(&String::from_utf8_lossy(&answer)), 200, "no answer to half a request, and an end");
    }
    // A connection that says nothing at all ends too.
    let mut silent = connect(address);
    assert_eq!(silent.read(&mut [0]).unwrap_or(0), 0);
}

#[test]
fn an_address_has_so_many_connections_and_the_next_waits_or_is_refused() {
    let place_time = Duration::from_millis(200);
    let address = server(Limits { connections_per_address: 2, place_time, ..Limits::STANDARD });
    let ask = |stream: &mut TcpStream| {
        stream.write_all(b"GET /v1/conformance HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
        let mut start = [0; 12];
        stream.read_exact(&mut start).unwrap();
        String::from_utf8_lossy(&start).into_owned()
    };
    let mut held = [connect(address), connect(address)];
    for stream in &mut held {
        assert!(ask(stream).ends_with("200"));
    }
    let third = say(address, b"GET /nl HTTP/1.1\r\nHost: x\r\n\r\n");
    assert!(status(&third) == 503 && third.contains("te veel verbindingen") && third.contains("Try again"), "{third}");
    // With a place free, the next one gets it.
    let mut waiting = connect(address);
    drop(held);
    assert!(ask(&mut waiting).ends_with("200"));
}

#[test]
fn requests_behind_each_other_on_one_connection_are_answered_in_their_order() {
    let address = server(Limits::STANDARD);
    let one = "GET /v1/collections/neighbourhood/items?limit=1 HTTP/1.1\r\nHost: x\r\n\r\n";
    let other = "GET /v1/conformance HTTP/1.1\r\nHost: x\r\n\r\n";
    let last = "GET /v1/nothing HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    let answer = say(address, [one, other, one, last].concat().as_bytes());
    let order: Vec<usize> = ["FeatureCollection", "conformsTo", "not-found"]
        .iter()
        .map(|word| answer.find(word).unwrap_or_else(|| panic!("{word}")))
        .collect();
    assert!(order.is_sorted());
    assert_eq!(answer.matches("HTTP/1.1 200 OK").count(), 3);
}

#[test]
fn two_hundred_requests_over_sixty_four_connections_are_all_answered() {
    let address = server(Limits::STANDARD);
    let paths = Arc::new([
        "/v1/catalogue",
        "/v1/columns/neighbourhood/share/2024",
        "/v1/areas/BU00010000",
        "/v1/collections/neighbourhood/items?limit=10",
        "/v1/collections/neighbourhood/tiles/WebMercatorQuad/12/2109/1350",
        "/v1/search?q=noord",
    ]);
    let one = |number: usize| {
        let paths = Arc::clone(&paths);
        move || {
            for round in 0..200_usize.div_ceil(64) {
                let path = paths[(number + round) % paths.len()];
                let answer =
                    say(address, format!("GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").as_bytes());
                assert!((200..300).contains(&status(&answer)), "{path}: {:?}", answer.lines().next());
            }
        }
    };
    let callers: Vec<_> = (0..64).map(|number| std::thread::spawn(one(number))).collect();
    for caller in callers {
        caller.join().unwrap();
    }
}

#[test]
fn an_answer_that_did_not_come_in_time_is_a_page_for_people_and_a_problem_for_programs() {
    // What stops waiting answers with this status and nothing else.
    let late = || async { axum::http::StatusCode::SERVICE_UNAVAILABLE };
    let paths =
        axum::Router::new().route("/en/late", axum::routing::get(late)).route("/v1/late", axum::routing::get(late));
    let router = kapstok_serve::around(paths, country::served());
    let ask = |path: &str| {
        let request = axum::http::Request::get(path).body(axum::body::Body::empty()).unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let response = runtime.block_on(tower::ServiceExt::oneshot(router.clone(), request)).unwrap();
        let body = runtime.block_on(axum::body::to_bytes(response.into_body(), 1 << 20)).unwrap();
        String::from_utf8(body.to_vec()).unwrap()
    };
    let (page, problem) = (ask("/en/late"), ask("/v1/late"));
    assert!(page.contains("<html lang=\"en\">") && page.contains("This took too long"), "{page}");
    assert!(problem.starts_with('{') && problem.contains("\"status\":503"), "{problem}");
}
