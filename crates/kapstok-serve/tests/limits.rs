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
    let mut third = connect(address);
    assert!(ask(&mut third).ends_with("503"));
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
