// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Ten thousand requests over 64 connections: each is answered, and the server has nothing to complain of.

#![allow(clippy::unwrap_used, reason = "a test that finds nothing has failed")]

mod made;

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Command, Stdio};

use serde_json::Value;

/// Connections that are open at the same time: as many as one address may have.
const N_CONNECTIONS: usize = 64;
/// Requests in all.
const N_REQUESTS: usize = 10_000;

/// One connection that stays open.
struct Connection {
    reader: BufReader<TcpStream>,
    address: String,
}

impl Connection {
    fn open(address: &str) -> Self {
        Self { reader: BufReader::new(TcpStream::connect(address).unwrap()), address: address.to_owned() }
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        self.reader.read_line(&mut line).unwrap();
        line.trim_end().to_ascii_lowercase()
    }

    fn bytes(&mut self, n: usize) -> Vec<u8> {
        let mut bytes = vec![0; n];
        self.reader.read_exact(&mut bytes).unwrap();
        bytes
    }

    /// Status and body of an answer.
    fn get(&mut self, path: &str) -> (u16, Vec<u8>) {
        let request = format!("GET {path} HTTP/1.1\r\nHost: {}\r\nAccept-Encoding: gzip\r\n\r\n", self.address);
        self.reader.get_mut().write_all(request.as_bytes()).unwrap();
        let status = self.line().split(' ').nth(1).and_then(|it| it.parse().ok()).unwrap_or_default();
        let (mut length, mut is_chunked) = (0, false);
        loop {
            let line = self.line();
            match line.split_once(": ") {
                None => break,
                Some(("content-length", n)) => length = n.parse().unwrap(),
                Some(("transfer-encoding", how)) => is_chunked = how == "chunked",
                Some(_) => {}
            }
        }
        if !is_chunked {
            return (status, self.bytes(length));
        }
        let mut body = Vec::new();
        loop {
            let n = usize::from_str_radix(&self.line(), 16).unwrap();
            body.extend(self.bytes(n));
            assert_eq!(self.line(), "", "a piece ends with an empty line");
            if n == 0 {
                return (status, body);
            }
        }
    }
}

/// Every address that the catalogue names, and what people ask for beside it.
fn paths(address: &str) -> Vec<String> {
    let mut connection = Connection::open(address);
    let mut json = |path: &str| -> Value {
        let (status, body) = connection.get(path);
        assert_eq!(status, 200, "{path}");
        let mut text = String::new();
        match flate2::read::GzDecoder::new(&body[..]).read_to_string(&mut text) {
            Ok(_) => serde_json::from_str(&text).unwrap(),
            Err(_) => serde_json::from_slice(&body).unwrap(),
        }
    };
    let catalogue = json("/v1/catalogue");
    let mut paths: Vec<String> = ["/v1", "/v1/catalogue", "/v1/openapi.json", "/v1/conformance", "/v1/search?q=a"]
        .into_iter()
        .chain([
            "/nl",
            "/en",
            "/nl/kaart",
            "/en/map",
            "/nl/cijfers",
            "/en/sources",
            "/nl/zoek?q=a",
            "/assets/kapstok.css",
        ])
        .map(str::to_owned)
        .collect();
    for level in catalogue["levels"].as_array().unwrap() {
        let id = level["id"].as_str().unwrap();
        let areas_href = level["areasHref"].as_str().unwrap();
        let codes = json(&format!("/v1/{areas_href}"))["codes"].clone();
        paths.push(format!("/v1/{areas_href}"));
        if level["hasMap"] == true {
            paths.push(format!("/v1/collections/{id}/items?limit=10"));
            paths.push(format!("/v1/collections/{id}/tiles/WebMercatorQuad/0/0/0"));
        }
        for column in level["columns"].as_array().unwrap() {
            paths.push(format!("/v1/{}", column["href"].as_str().unwrap()));
            paths.push(format!("/nl/cijfers/{}/{id}", column["indicator"].as_str().unwrap()));
        }
        for code in codes.as_array().unwrap() {
            let code = code.as_str().unwrap();
            paths.extend([format!("/v1/areas/{code}"), format!("/nl/gebied/{code}"), format!("/en/area/{code}")]);
        }
    }
    paths
}

#[test]
fn ten_thousand_requests_over_64_connections_are_all_answered_and_the_log_stays_empty() {
    let dir = tempfile::tempdir().unwrap();
    made::region(&dir.path().join("demo"));
    let mut command = Command::new(assert_cmd::cargo::cargo_bin("kapstok"));
    command.args(["--lang", "en", "serve"]).arg(dir.path().join("demo")).args(["--port", "0"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let address = line.split("http://").nth(1).and_then(|rest| rest.split('/').next()).unwrap().to_owned();
    let paths = paths(&address);
    assert!(paths.len() > 400, "{} addresses", paths.len());
    let refused: Vec<BTreeMap<(u16, &str), usize>> = std::thread::scope(|scope| {
        let ask = |at: usize| {
            let (paths, address) = (&paths, &address);
            scope.spawn(move || {
                let mut connection = Connection::open(address);
                let mut refused = BTreeMap::new();
                for n in (at..N_REQUESTS).step_by(N_CONNECTIONS) {
                    let path = &paths[n % paths.len()];
                    let (status, body) = connection.get(path);
                    assert!(!body.is_empty(), "{path}: {status}");
                    if status != 200 {
                        *refused.entry((status, path.as_str())).or_insert(0) += 1;
                    }
                }
                refused
            })
        };
        let asking: Vec<_> = (0..N_CONNECTIONS).map(ask).collect();
        asking.into_iter().map(|it| it.join().unwrap()).collect()
    });
    let refused: Vec<((u16, &str), usize)> = refused.into_iter().flatten().collect();
    child.kill().unwrap();
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    child.wait().unwrap();
    assert_eq!(refused, [], "{said}");
    assert_eq!(said, "", "the server had something to say");
}
