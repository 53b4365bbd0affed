// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok fetch` against a server on this machine that behaves as the services do: pages, 429, 500,
//! a body that is cut, other content under the same name.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![expect(clippy::disallowed_methods, reason = "tests of files open files")]

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::sync::{Arc, Mutex};

use assert_cmd::Command;

/// What the server does with the n-th request of a path.
type Behaviour = Arc<dyn Fn(&str, usize, &BTreeMap<String, String>) -> Answer + Send + Sync>;

struct Answer {
    status: u16,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
    /// Say this length but close after the body.
    claimed_length: Option<usize>,
}

fn ok(body: impl Into<Vec<u8>>) -> Answer {
    Answer { status: 200, headers: Vec::new(), body: body.into(), claimed_length: None }
}

fn status(status: u16) -> Answer {
    Answer { status, headers: vec![("Retry-After", "0".to_owned())], body: Vec::new(), claimed_length: None }
}

/// Serves on a free port until the test ends; gives its address and the paths that were asked.
fn serve(behaviour: Behaviour) -> (String, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let asked: Arc<Mutex<Vec<String>>> = Arc::default();
    let log = Arc::clone(&asked);
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            answer(stream, &behaviour, &log);
        }
    });
    (address, asked)
}

fn answer(mut stream: TcpStream, behaviour: &Behaviour, log: &Mutex<Vec<String>>) {
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    let mut line = String::new();
    if reader.read_line(&mut line).is_err() || line.is_empty() {
        return;
    }
    let path = line.split(' ').nth(1).unwrap_or("/").to_owned();
    let mut headers = BTreeMap::new();
    loop {
        let mut header = String::new();
        if reader.read_line(&mut header).is_err() || header.trim().is_empty() {
            break;
        }
        if let Some((name, value)) = header.split_once(':') {
            headers.insert(name.to_lowercase(), value.trim().to_owned());
        }
    }
    let nth = {
        let mut log = log.lock().unwrap();
        log.push(path.clone());
        log.iter().filter(|asked| **asked == path).count()
    };
    let answer = behaviour(&path, nth, &headers);
    let length = answer.claimed_length.unwrap_or(answer.body.len());
    let mut head = format!("HTTP/1.1 {} X\r\nContent-Length: {length}\r\nConnection: close\r\n", answer.status);
    for (name, value) in answer.headers {
        head += &format!("{name}: {value}\r\n");
    }
    let _ = stream.write_all(format!("{head}\r\n").as_bytes());
    let _ = stream.write_all(&answer.body);
}

fn workspace(dir: &Path, source: &str) {
    let text = format!(
        "kapstok = 1\ntitle = {{ nl = \"t\", en = \"t\" }}\ncountry = \"nl\"\n[boundary_years]\nmunicipality = 2024\n\n\
         [[source]]\nid = \"test\"\nfile = \"test.csv\"\nlicence = \"CC0-1.0\"\nboundary_year = 2024\nperiod = \"2024\"\narea = \"code\"\n{source}\n"
    );
    std::fs::write(dir.join("kapstok.toml"), text).unwrap();
}

fn fetch(dir: &Path) -> (bool, String, String) {
    let output = Command::cargo_bin("kapstok").unwrap().args(["--lang", "en", "fetch"]).arg(dir).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.success(), text(output.stdout), text(output.stderr))
}

#[test]
fn a_file_is_fetched_after_429_and_500_and_stands_in_the_lock() {
    let dir = tempfile::tempdir().unwrap();
    let (address, asked) = serve(Arc::new(|_, nth, _| match nth {
        1 => status(429),
        2 => status(500),
        _ => ok("code;n\nGM0001;5\n"),
    }));
    workspace(dir.path(), &format!("url = \"{address}/test.csv\""));
    let (good, out, error) = fetch(dir.path());
    assert!(good, "{error}");
    assert!(out.contains("licence CC0-1.0"), "{out}");
    assert_eq!(asked.lock().unwrap().len(), 3);
    assert_eq!(std::fs::read_to_string(dir.path().join("sources/test.csv")).unwrap(), "code;n\nGM0001;5\n");
    let lock = std::fs::read_to_string(dir.path().join("sources/kapstok.lock")).unwrap();
    // SHA-256 of the 17 bytes above, by sha256sum.
    assert!(lock.contains(&format!("url = \"{address}/test.csv\"")), "{lock}");
    assert!(lock.contains("retrieved = \"20"), "{lock}");
}

#[test]
fn a_body_that_is_cut_is_resumed_where_it_broke() {
    let dir = tempfile::tempdir().unwrap();
    let whole = "code;n\n".to_owned() + &"GM0001;5\n".repeat(1000);
    let served = whole.clone();
    let (address, _) = serve(Arc::new(move |_, nth, headers| {
        let tag = vec![("ETag", "\"v1\"".to_owned())];
        let bytes = served.as_bytes();
        if nth == 1 {
            return Answer {
                status: 200,
                headers: tag,
                body: bytes[..4000].to_vec(),
                claimed_length: Some(bytes.len()),
            };
        }
        let from: usize = headers["range"].trim_start_matches("bytes=").trim_end_matches('-').parse().unwrap();
        assert_eq!((from, headers["if-range"].as_str()), (4000, "\"v1\""));
        let range = ("Content-Range", format!("bytes {from}-{}/{}", bytes.len() - 1, bytes.len()));
        Answer { status: 206, headers: [tag, vec![range]].concat(), body: bytes[from..].to_vec(), claimed_length: None }
    }));
    workspace(dir.path(), &format!("url = \"{address}/test.csv\""));
    let (good, _, error) = fetch(dir.path());
    assert!(good, "{error}");
    assert_eq!(std::fs::read_to_string(dir.path().join("sources/test.csv")).unwrap(), whole);
}

#[test]
fn a_piece_that_is_not_the_rest_is_never_joined_to_what_was_held() {
    // From the start, one byte too far, and a piece that does not say where it starts.
    for range in [Some("bytes 0-8999/9007"), Some("bytes 4001-9006/9007"), None] {
        let dir = tempfile::tempdir().unwrap();
        let whole = "code;n\n".to_owned() + &"GM0001;5\n".repeat(1000);
        let served = whole.clone();
        let (address, asked) = serve(Arc::new(move |_, nth, headers| {
            let bytes = served.as_bytes();
            let tag = ("ETag", "\"v1\"".to_owned());
            match nth {
                1 => Answer {
                    status: 200,
                    headers: vec![tag],
                    body: bytes[..4000].to_vec(),
                    claimed_length: Some(bytes.len()),
                },
                2 => {
                    let range = range.map(|range| ("Content-Range", range.to_owned()));
                    let headers = [tag].into_iter().chain(range).collect();
                    Answer { status: 206, headers, body: b"other bytes".to_vec(), claimed_length: None }
                }
                _ => {
                    assert!(!headers.contains_key("range"), "started over");
                    ok(bytes)
                }
            }
        }));
        workspace(dir.path(), &format!("url = \"{address}/test.csv\""));
        let (good, _, error) = fetch(dir.path());
        assert!(good, "{range:?}: {error}");
        assert_eq!(asked.lock().unwrap().len(), 3);
        assert_eq!(std::fs::read_to_string(dir.path().join("sources/test.csv")).unwrap(), whole);
    }
}

#[test]
fn other_content_under_the_same_name_is_told_with_both_hashes() {
    let dir = tempfile::tempdir().unwrap();
    let (address, _) = serve(Arc::new(|_, nth, _| ok(format!("code;n\nGM0001;{nth}\n"))));
    workspace(dir.path(), &format!("url = \"{address}/test.csv\""));
    assert!(fetch(dir.path()).0);
    let (good, _, error) = fetch(dir.path());
    assert!(good, "{error}");
    assert!(error.contains("warning[K0503]"), "{error}");
    assert_eq!(std::fs::read_to_string(dir.path().join("sources/test.csv")).unwrap(), "code;n\nGM0001;2\n");
}

#[test]
fn a_table_is_found_in_the_catalogue_and_read_page_by_page() {
    let dir = tempfile::tempdir().unwrap();
    let catalogue = r#"{"value":[{"Identifier":"85318NED","Title":"Kerncijfers wijken en buurten 2022"},{"Identifier":"85984NED","Title":"Kerncijfers wijken en buurten 2024"}]}"#;
    let (address, asked) = serve(Arc::new(move |path, nth, _| match path {
        "/odata/Datasets" => ok(catalogue),
        "/odata/85984NED/Observations" if nth == 1 => status(503),
        "/odata/85984NED/Observations" => {
            ok(r#"{"value":[{"Id":1}],"@odata.nextLink":"/odata/85984NED/Observations?$skip=1"}"#)
        }
        "/odata/85984NED/Observations?$skip=1" => ok(r#"{"value":[{"Id":2}]}"#),
        _ => Answer { status: 404, headers: Vec::new(), body: Vec::new(), claimed_length: None },
    }));
    workspace(
        dir.path(),
        &format!("odata = {{ base = \"{address}/odata\", title = \"kerncijfers wijken en buurten\", year = 2024 }}"),
    );
    let (good, out, error) = fetch(dir.path());
    assert!(good, "{error}");
    assert!(out.contains("table 85984NED, \"Kerncijfers wijken en buurten 2024\""), "{out}");
    assert_eq!(asked.lock().unwrap().len(), 4);
    let json = std::fs::read_to_string(dir.path().join("sources/test.csv")).unwrap();
    assert_eq!(json, r#"{"value":[{"Id":1},{"Id":2}]}"#);
}

#[test]
fn two_tables_that_fit_are_named_and_none_is_guessed() {
    let dir = tempfile::tempdir().unwrap();
    let (address, _) = serve(Arc::new(|_, _, _| {
        ok(r#"{"value":[{"Identifier":"A","Title":"Wijken in 2024"},{"Identifier":"B","Title":"Wijken 2024, oud"}]}"#)
    }));
    workspace(dir.path(), &format!("odata = {{ base = \"{address}\", title = \"wijken\", year = 2024 }}"));
    let (good, _, error) = fetch(dir.path());
    assert!(!good);
    assert!(error.contains("A (Wijken in 2024); B (Wijken 2024, oud)"), "{error}");
}

#[test]
fn a_list_of_tables_may_stand_at_another_address() {
    // As version 3 answers: a row number as `ID`, the year in `Period`, rows under `odata.nextLink`.
    let dir = tempfile::tempdir().unwrap();
    let (address, asked) = serve(Arc::new(|path, _, _| match path {
        "/ODataCatalog/Tables?$format=json" => ok(
            r#"{"value":[{"ID":7,"Identifier":"10001NED","Title":"Misdrijven per buurt ","Period":"2010 t/m 2024"}]}"#,
        ),
        "/ODataFeed/odata/10001NED/UntypedDataSet?$format=json" => ok(r#"{"value":[{"ID":1}]}"#),
        _ => status(404),
    }));
    workspace(
        dir.path(),
        &format!(
            "odata = {{ base = \"{address}/ODataFeed/odata\", catalogue = \"{address}/ODataCatalog/Tables?$format=json\", \
             title = \"misdrijven\", year = 2024, path = \"UntypedDataSet\", query = \"$format=json\" }}"
        ),
    );
    let (good, out, error) = fetch(dir.path());
    assert!(good, "{error}");
    assert!(out.contains("table 10001NED, \"Misdrijven per buurt\""), "{out}");
    assert_eq!(asked.lock().unwrap().len(), 2);
}

#[test]
fn an_id_from_a_list_leads_to_no_other_address() {
    let dir = tempfile::tempdir().unwrap();
    let (address, asked) =
        serve(Arc::new(|_, _, _| ok(r#"{"value":[{"Identifier":"../secret?x=","Title":"Wijken 2024"}]}"#)));
    workspace(dir.path(), &format!("odata = {{ base = \"{address}\", title = \"wijken\", year = 2024 }}"));
    let (good, _, error) = fetch(dir.path());
    assert!(!good && error.contains("`../secret?x=`"), "{error}");
    assert_eq!(*asked.lock().unwrap(), ["/Datasets"], "the id was not used");
}

/// A second source of the workspace.
fn second(file: &str, address: &str) -> String {
    format!(
        "\n[[source]]\nid = \"second\"\nfile = \"{file}\"\nboundary_year = 2024\nperiod = \"2024\"\narea = \"code\"\n{address}\n"
    )
}

#[test]
fn one_address_that_fails_keeps_no_other_file_away() {
    let dir = tempfile::tempdir().unwrap();
    let (address, _) = serve(Arc::new(|path, _, _| match path {
        "/good.csv" => ok("code;n\nGM0001;5\n"),
        _ => status(404),
    }));
    let good_one = second("good.csv", &format!("url = \"{address}/good.csv\""));
    let third = second("gone.csv", &format!("url = \"{address}/gone.csv\"")).replace("\"second\"", "\"third\"");
    workspace(dir.path(), &format!("url = \"{address}/test.csv\"\n{good_one}{third}"));
    let (good, out, error) = fetch(dir.path());
    assert!(!good);
    assert!(out.contains("second: good.csv"), "{out}");
    for name in ["test.csv", "gone.csv"] {
        assert!(error.contains(&format!("error[K0452]: `{name}`")), "both failures are told: {error}");
    }
    assert!(error.contains("2 errors"), "{error}");
    assert!(dir.path().join("sources/good.csv").exists());
    let lock = std::fs::read_to_string(dir.path().join("sources/kapstok.lock")).unwrap();
    assert!(lock.contains("good.csv") && !lock.contains("gone.csv"), "{lock}");
}

#[test]
fn a_file_has_one_address_and_not_the_name_of_the_lock() {
    let cases = [
        (second("test.csv", "url = \"https://b.example/\""), Some("K0450")),
        (second("test.csv", "odata = { base = \"https://a.example/\", table = \"T\" }"), Some("K0450")),
        // The layers of one file: the address once, or twice the same.
        (second("test.csv", "url = \"https://a.example/\""), None),
        (second("test.csv", ""), None),
        (second("kapstok.lock", ""), Some("K0407")),
        (second("Kapstok.LOCK", ""), Some("K0407")),
    ];
    for (more, expected) in cases {
        let dir = tempfile::tempdir().unwrap();
        workspace(dir.path(), &format!("url = \"https://a.example/\"\n{more}"));
        let output = Command::cargo_bin("kapstok").unwrap().arg("check").arg(dir.path()).output().unwrap();
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        for code in ["K0450", "K0407"] {
            assert_eq!(error.contains(code), expected == Some(code), "{more}: {error}");
        }
    }
}

#[test]
fn a_file_changed_by_hand_is_fetched_anew() {
    let dir = tempfile::tempdir().unwrap();
    let (address, _) = serve(Arc::new(|_, _, _| ok("code;n\nGM0001;5\n")));
    workspace(dir.path(), &format!("url = \"{address}/test.csv\""));
    assert!(fetch(dir.path()).0);
    let file = dir.path().join("sources/test.csv");
    std::fs::write(&file, "code;n\nGM0001;6\n").unwrap();
    let (good, _, error) = fetch(dir.path());
    assert!(good && !error.contains("K0503"), "the publisher changed nothing: {error}");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "code;n\nGM0001;5\n");
}

#[test]
fn pages_that_lead_in_a_circle_or_to_another_host_are_refused() {
    for link in ["/Observations", "http://localhost.invalid/Observations"] {
        let dir = tempfile::tempdir().unwrap();
        let (address, _) = serve(Arc::new(move |_, _, _| ok(format!(r#"{{"value":[],"@odata.nextLink":"{link}"}}"#))));
        workspace(dir.path(), &format!("odata = {{ base = \"{address}\", table = \"T\" }}"));
        let (good, _, error) = fetch(dir.path());
        assert!(!good, "{link}");
        assert!(error.contains("another host") || error.contains("lead back"), "{link}: {error}");
        assert!(!dir.path().join("sources/test.csv").exists());
    }
}

#[test]
fn offline_the_files_come_from_a_folder() {
    let (dir, folder) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    workspace(dir.path(), "");
    std::fs::create_dir(folder.path().join("below")).unwrap();
    std::fs::write(folder.path().join("below/test.csv"), "code;n\nGM0001;5\n").unwrap();
    let mut command = Command::cargo_bin("kapstok").unwrap();
    let output = command.args(["--lang", "en", "fetch", "--from"]).arg(folder.path()).arg(dir.path()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(dir.path().join("sources/test.csv").exists());
    // Without the folder nothing says where to fetch it.
    let (good, _, error) = fetch(dir.path());
    assert!(!good && error.contains("K0502"), "{error}");
}

#[test]
fn who_fetched_a_file_before_says_when_and_where_it_came_from() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("test.csv"), "code;n\nGM0001;5\n").unwrap();
    // By sha256sum; and the same with another first digit, which speaks of other bytes.
    let hash = "0ef1172902533918d174b393273f234f381e93222342688d08bed3be3db54121";
    for (sha256, taken_over) in [(hash.to_owned(), true), (format!("f{}", &hash[1..]), false)] {
        let dir = tempfile::tempdir().unwrap();
        workspace(dir.path(), "");
        let lock = format!(
            "[[file]]\nsource = \"x\"\nname = \"test.csv\"\nsha256 = \"{sha256}\"\nretrieved = \"2001-02-03\"\nurl = \"https://a.example/t\"\n"
        );
        std::fs::write(folder.path().join("kapstok.lock"), lock).unwrap();
        let mut command = Command::cargo_bin("kapstok").unwrap();
        let output = command.arg("fetch").arg("--from").arg(folder.path()).arg(dir.path()).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let lock = std::fs::read_to_string(dir.path().join("sources/kapstok.lock")).unwrap();
        assert_eq!(lock.contains("retrieved = \"2001-02-03\""), taken_over, "{lock}");
        assert_eq!(lock.contains("url = \"https://a.example/t\""), taken_over, "{lock}");
    }
}

#[test]
fn a_source_that_cannot_be_read_is_told_beside_the_problems_of_others() {
    let dir = tempfile::tempdir().unwrap();
    workspace(dir.path(), &second("other.csv", ""));
    std::fs::create_dir_all(dir.path().join("sources/test.csv")).unwrap();
    let output = Command::cargo_bin("kapstok").unwrap().arg("check").arg(dir.path()).output().unwrap();
    let error = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{error}");
    assert!(error.contains("K0453") && error.contains("K0421"), "{error}");
}
