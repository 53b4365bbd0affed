// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The network: whole files with resume, and OData tables page by page.
//!
//! In: an address. Out: bytes, or the address with what went wrong. A service that says 429 or 5xx is asked
//! again, as it says when; a body that breaks off or stalls is resumed from where it broke, if the file is
//! still the same. Not here: which table is meant (`catalogue.rs`), where bytes land (`command/fetch.rs`).

mod catalogue;

use std::io::{Read, Write};
use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};
use ureq::http::Response;
use ureq::{Agent, Body};

pub(crate) use catalogue::{CatalogueEntry, look_up, table_url};

/// How often an address is asked before giving up.
const TRIES: u32 = 5;
/// The longest that a service may make us wait, in seconds.
const LONGEST_WAIT_S: u64 = 60;
/// How long one body may take: 256 MiB at less than a third of a megabyte per second.
const BODY_TIMEOUT: Duration = Duration::from_secs(900);
/// The largest file that is taken, and the most that all pages of a table may hold, in bytes.
const MAX_BODY_BYTES: u64 = 256 << 20;
/// The most pages of one table.
const MAX_PAGES: usize = 10_000;

/// An address that gave nothing to use.
#[derive(Debug, thiserror::Error)]
#[error("{url}: {message}")]
pub(crate) struct Trouble {
    /// The address.
    pub(crate) url: String,
    /// What went wrong.
    pub(crate) message: String,
}

/// An http client with patience.
pub(crate) struct Client {
    agent: Agent,
}

impl Client {
    /// A client that tells services who asks.
    pub(crate) fn new() -> Self {
        Self::with_body_timeout(BODY_TIMEOUT)
    }

    fn with_body_timeout(body: Duration) -> Self {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .timeout_connect(Some(Duration::from_secs(20)))
            .timeout_recv_response(Some(Duration::from_secs(60)))
            .timeout_recv_body(Some(body))
            .user_agent(concat!("kapstok/", env!("CARGO_PKG_VERSION")))
            .build();
        Self { agent: config.into() }
    }

    /// Fetches a whole file. `part` keeps what arrived when the body breaks off, with the ETag that it
    /// belongs to, and the next try (of this run or a later one) asks only for the rest.
    pub(crate) fn download(&self, url: &str, part: &Path) -> Result<Vec<u8>, Trouble> {
        let tag_file = part.with_extension("etag");
        let mut trouble = String::new();
        for attempt in 0..TRIES {
            let held = std::fs::read(part).unwrap_or_default();
            let tag = std::fs::read_to_string(&tag_file).unwrap_or_default();
            let mut request = self.agent.get(url);
            if !held.is_empty() && !tag.is_empty() {
                request = request.header("Range", format!("bytes={}-", held.len())).header("If-Range", &tag);
            }
            let mut response = match request.call() {
                Ok(response) => response,
                Err(error) => {
                    trouble = error.to_string();
                    wait(attempt, None);
                    continue;
                }
            };
            let status = response.status().as_u16();
            if let Some(pause) = must_wait(&response) {
                trouble = format!("status {status}");
                wait(attempt, pause);
                continue;
            }
            let mut bytes = match status {
                200 => Vec::new(),
                206 if starts_at(&response) == Some(held.len()) => held,
                // Another piece than was asked, or no such piece: what is held is of no use.
                206 | 416 => {
                    trouble = format!("status {status}: not the rest of the file");
                    forget(part, &tag_file);
                    wait(attempt, None);
                    continue;
                }
                _ => return Err(network(url, format!("status {status}"))),
            };
            let tag = header(&response, "etag").unwrap_or_default();
            let expected =
                header(&response, "content-length").and_then(|n| n.parse::<usize>().ok()).map(|n| n + bytes.len());
            let read = response.body_mut().as_reader().take(MAX_BODY_BYTES + 1).read_to_end(&mut bytes);
            if bytes.len() as u64 > MAX_BODY_BYTES {
                return Err(network(url, format!("more than {MAX_BODY_BYTES} bytes")));
            }
            let whole = read.is_ok() && expected.is_none_or(|expected| expected == bytes.len());
            if whole {
                forget(part, &tag_file);
                return Ok(bytes);
            }
            trouble = match read {
                Err(error) => error.to_string(),
                Ok(_) => format!("{} of {} bytes", bytes.len(), expected.unwrap_or(0)),
            };
            keep(part, &bytes);
            keep(&tag_file, tag.as_bytes());
            wait(attempt, None);
        }
        Err(network(url, trouble))
    }

    /// Fetches one JSON answer of at most so many bytes; gives how many it was.
    fn json(&self, url: &str, max_bytes: u64) -> Result<(Value, u64), Trouble> {
        let mut trouble = String::new();
        for attempt in 0..TRIES {
            let mut response = match self.agent.get(url).header("Accept", "application/json").call() {
                Ok(response) => response,
                Err(error) => {
                    trouble = error.to_string();
                    wait(attempt, None);
                    continue;
                }
            };
            if let Some(pause) = must_wait(&response) {
                trouble = format!("status {}", response.status().as_u16());
                wait(attempt, pause);
                continue;
            }
            if response.status().as_u16() != 200 {
                return Err(network(url, format!("status {}", response.status().as_u16())));
            }
            let mut bytes = Vec::new();
            let read = response.body_mut().as_reader().take(max_bytes + 1).read_to_end(&mut bytes);
            let n_bytes = bytes.len() as u64;
            if n_bytes > max_bytes {
                return Err(network(url, format!("all its pages together are more than {MAX_BODY_BYTES} bytes")));
            }
            match read
                .map_err(|error| error.to_string())
                .and_then(|_| serde_json::from_slice(&bytes).map_err(|error| error.to_string()))
            {
                Ok(value) => return Ok((value, n_bytes)),
                // A page that is cut short is no JSON: ask again.
                Err(error) => trouble = error,
            }
            wait(attempt, None);
        }
        Err(network(url, trouble))
    }
}

/// All rows of an OData table as one document `{"value": [...]}`, following the next links.
///
/// # Errors
/// A page that cannot be had, a next link that leaves the host or returns to a page that was seen, more
/// than 256 MiB in all.
pub(crate) fn all_pages(client: &Client, url: &str) -> Result<Vec<u8>, Trouble> {
    pages_within(client, url, MAX_BODY_BYTES)
}

fn pages_within(client: &Client, url: &str, max_bytes: u64) -> Result<Vec<u8>, Trouble> {
    let mut left = max_bytes;
    let mut rows: Vec<Value> = Vec::new();
    let (mut next, mut seen) = (Some(url.to_owned()), std::collections::BTreeSet::new());
    while let Some(url) = next {
        if !seen.insert(url.clone()) || seen.len() > MAX_PAGES {
            return Err(network(&url, "its pages lead back to one that was read"));
        }
        let (mut page, n_bytes) = client.json(&url, left)?;
        left -= n_bytes;
        let Some(Value::Array(more)) = page.get_mut("value").map(Value::take) else {
            return Err(network(&url, "an answer without `value`"));
        };
        rows.extend(more);
        let link = ["@odata.nextLink", "odata.nextLink"].iter().find_map(|key| page.get(*key)).and_then(Value::as_str);
        next = link.map(|link| absolute(&url, link)).transpose()?;
    }
    let mut bytes = Vec::new();
    serde_json::to_writer(&mut bytes, &json!({ "value": rows })).map_err(|error| network(url, error))?;
    Ok(bytes)
}

/// A next link on the same host; anything else is refused.
fn absolute(base: &str, link: &str) -> Result<String, Trouble> {
    let host_end = base.find("://").map_or(0, |at| at + 3);
    let host = base[host_end..].find('/').map_or(base, |at| &base[..host_end + at]);
    if link.starts_with(&format!("{host}/")) || link == host {
        return Ok(link.to_owned());
    }
    match link {
        link if link.starts_with('/') => Ok(format!("{host}{link}")),
        link if link.contains("://") => Err(network(base, format!("its next page is on another host: {link}"))),
        link => {
            let path = base.split(['?', '#']).next().unwrap_or(base);
            let folder = path.rfind('/').map_or(path, |at| &path[..at]);
            Ok(format!("{folder}/{link}"))
        }
    }
}

fn header(response: &Response<Body>, name: &str) -> Option<String> {
    response.headers().get(name).and_then(|value| value.to_str().ok()).map(str::to_owned)
}

/// Whether the service asks to come back: `Some` of the seconds that it names, if it names any.
fn must_wait(response: &Response<Body>) -> Option<Option<u64>> {
    let status = response.status().as_u16();
    matches!(status, 408 | 429 | 500 | 502 | 503 | 504)
        .then(|| header(response, "retry-after").and_then(|s| s.parse().ok()))
}

/// Waits as the service says, else a fifth of a second, doubled with each try.
fn wait(attempt: u32, asked_s: Option<u64>) {
    if attempt + 1 < TRIES {
        let pause =
            asked_s.map_or(Duration::from_millis(200 << attempt), |s| Duration::from_secs(s.min(LONGEST_WAIT_S)));
        std::thread::sleep(pause);
    }
}

/// The byte at which a piece starts: `Content-Range: bytes 4000-8999/9000`.
fn starts_at(response: &Response<Body>) -> Option<usize> {
    header(response, "content-range")?.trim().strip_prefix("bytes")?.trim_start().split('-').next()?.parse().ok()
}

/// Keeps what arrived; where that fails the next try starts from the beginning.
fn keep(path: &Path, bytes: &[u8]) {
    let written = std::fs::File::create(path).and_then(|mut file| file.write_all(bytes));
    if written.is_err() {
        let _ = std::fs::remove_file(path);
    }
}

fn forget(part: &Path, tag_file: &Path) {
    let _ = std::fs::remove_file(part);
    let _ = std::fs::remove_file(tag_file);
}

fn network(url: &str, message: impl ToString) -> Trouble {
    Trouble { url: url.to_owned(), message: message.to_string() }
}

#[cfg(test)]
mod tests {
    use std::io::{BufRead, BufReader};
    use std::net::{TcpListener, TcpStream};

    use super::*;

    /// Gives each request in turn to `answer`, with its lines, until the test ends.
    fn serve(answer: impl Fn(&mut TcpStream, usize, &[String]) + Send + 'static) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        std::thread::spawn(move || {
            let mut open = Vec::new();
            for (nth, mut stream) in listener.incoming().flatten().enumerate() {
                let lines = BufReader::new(stream.try_clone().unwrap()).lines().map_while(Result::ok);
                let lines: Vec<String> = lines.take_while(|line| !line.is_empty()).collect();
                answer(&mut stream, nth, &lines);
                // A stream that is not dropped stays open: the client waits for the rest.
                open.push(stream);
            }
        });
        address
    }

    #[test]
    fn a_body_that_stalls_is_given_up_and_its_rest_is_asked() {
        let address = serve(|stream, nth, lines| {
            let answer = match nth {
                0 => "HTTP/1.1 200 X\r\nETag: \"v1\"\r\nContent-Length: 8\r\n\r\ncode",
                _ => {
                    assert!(lines.iter().any(|line| line.eq_ignore_ascii_case("range: bytes=4-")), "{lines:?}");
                    "HTTP/1.1 206 X\r\nETag: \"v1\"\r\nContent-Range: bytes 4-7/8\r\nContent-Length: 4\r\n\r\n;n\r\n"
                }
            };
            let _ = stream.write_all(answer.as_bytes());
        });
        let dir = tempfile::tempdir().unwrap();
        let client = Client::with_body_timeout(Duration::from_millis(150));
        let bytes = client.download(&format!("{address}/a.csv"), &dir.path().join(".a.csv.part")).unwrap();
        assert_eq!(bytes, b"code;n\r\n");
    }

    #[test]
    fn the_pages_of_a_table_are_counted_together() {
        // Two pages of 44 and 32 bytes: together 76.
        let address = serve(|stream, nth, _| {
            let body =
                [r#"{"value":[{"a":1}],"odata.nextLink":"/next"}"#, r#"{"value":[{"a":1},{"a":2222222}]}"#][nth % 2];
            let head = format!("HTTP/1.1 200 X\r\nConnection: close\r\nContent-Length: {}\r\n\r\n", body.len());
            let _ = stream.write_all(format!("{head}{body}").as_bytes());
            let _ = stream.shutdown(std::net::Shutdown::Both);
        });
        let client = Client::new();
        let whole = pages_within(&client, &format!("{address}/T"), 77).unwrap();
        assert_eq!(whole, br#"{"value":[{"a":1},{"a":1},{"a":2222222}]}"#);
        let trouble = pages_within(&client, &format!("{address}/T"), 76).unwrap_err();
        assert!(trouble.message.contains("all its pages together"), "{trouble}");
    }

    #[test]
    fn a_next_page_stays_on_its_host() {
        let base = "http://host:1/odata/T/Observations?$skip=1";
        let cases = [
            ("http://host:1/odata/T/Observations?$skip=2", Some("http://host:1/odata/T/Observations?$skip=2")),
            ("/odata/next", Some("http://host:1/odata/next")),
            ("Observations?$skip=2", Some("http://host:1/odata/T/Observations?$skip=2")),
            ("http://elsewhere/odata", None),
            ("http://host:1.evil.example/odata", None),
        ];
        for (link, expected) in cases {
            assert_eq!(absolute(base, link).ok().as_deref(), expected, "{link}");
        }
    }
}
