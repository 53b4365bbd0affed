// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A person decides: what is to be decided written and filled in, written into the log, held beside a second reader,
//! and decided on a page. On the documents of the invented region.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![expect(clippy::disallowed_methods, reason = "tests of files open files")]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, ChildStdout, Stdio};

use kapstok_read::review::{Cell, Grid, grid_of_csv, rows_of_lines, write_csv, write_lines};
use made::kapstok;
use serde_json::Value;

mod made;

/// A district of the region.
const AREA: &str = "Amberstad";

fn works(arguments: &[&str]) -> String {
    let run = kapstok(arguments);
    assert_eq!(run.status, 0, "{arguments:?}: {}", run.error);
    run.out
}

fn fixture(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/voorbeeldstreek/documents").join(name);
    path.to_str().unwrap().to_owned()
}

fn programme() -> String {
    fixture("programma-coalitie.pdf")
}

/// The invented region, without a log.
fn region() -> (tempfile::TempDir, String) {
    let dir = tempfile::tempdir().unwrap();
    let to = dir.path().join("streek");
    made::region(&to);
    let _ = std::fs::remove_dir_all(to.join("agenda"));
    let to = to.to_str().unwrap().to_owned();
    (dir, to)
}

/// The rows to decide on.
fn queue(dir: &Path) -> Grid {
    let file = dir.join("queue.jsonl");
    works(&["read", "review", &programme(), "-o", file.to_str().unwrap()]);
    rows_of_lines(&std::fs::read_to_string(file).unwrap()).unwrap().0
}

fn column(grid: &Grid, title: &str) -> usize {
    grid.titles.iter().position(|known| known == title).unwrap_or_else(|| panic!("no {title} in {:?}", grid.titles))
}

fn cell(grid: &Grid, row: usize, title: &str) -> String {
    match &grid.rows[row].1[column(grid, title)] {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::Whole(number) => number.to_string(),
    }
}

fn put(grid: &mut Grid, row: usize, title: &str, text: &str) {
    let at = column(grid, title);
    grid.rows[row].1[at] = Cell::Text(text.to_owned());
}

/// The first row whose rules say this.
fn row_where(grid: &Grid, is_meant: impl Fn(usize) -> bool) -> usize {
    (0..grid.rows.len()).find(|row| is_meant(*row)).unwrap()
}

fn texts(grid: &Grid) -> (Vec<String>, Vec<Vec<String>>) {
    let rows = (0..grid.rows.len()).map(|row| grid.titles.iter().map(|title| cell(grid, row, title)).collect());
    (grid.titles.clone(), rows.collect())
}

/// A workbook as rows, by the reader of another maker.
fn of_workbook(path: &Path) -> (Vec<String>, Vec<Vec<String>>) {
    use calamine::{Data, Reader, Xlsx, open_workbook};
    let mut book: Xlsx<_> = open_workbook(path).unwrap();
    let sheet = book.worksheet_range_at(0).unwrap().unwrap();
    let text = |cell: &Data| match cell {
        Data::Empty => String::new(),
        Data::String(text) => text.clone(),
        Data::Float(number) => number.to_string(),
        other => panic!("a cell that is no text: {other:?}"),
    };
    let mut rows = sheet.rows().map(|row| row.iter().map(text).collect::<Vec<_>>());
    (rows.next().unwrap(), rows.collect())
}

#[test]
fn all_three_forms_hold_the_same_rows() {
    let dir = tempfile::tempdir().unwrap();
    let (plan, ask) = (programme(), fixture("manifest-burgemeesters.pdf"));
    let file = |ending: &str| dir.path().join(format!("queue.{ending}"));
    for ending in ["jsonl", "csv", "xlsx"] {
        let to = file(ending);
        let said = works(&["read", "review", &plan, "--ask", &ask, "-o", to.to_str().unwrap()]);
        assert!(said.contains("answers") && !said.contains("answers 0"), "{said}");
        let again = std::fs::read(&to).unwrap();
        let refused = kapstok(&["read", "review", &plan, "--ask", &ask, "-o", to.to_str().unwrap()]);
        assert!(refused.status == 2 && refused.error.contains("nothing was written"), "{}", refused.error);
        std::fs::remove_file(&to).unwrap();
        works(&["read", "review", &plan, "--ask", &ask, "-o", to.to_str().unwrap()]);
        assert_eq!(std::fs::read(&to).unwrap(), again, "{ending}: the same document gives the same bytes");
    }
    let lines = rows_of_lines(&std::fs::read_to_string(file("jsonl")).unwrap()).unwrap().0;
    let csv = grid_of_csv(&std::fs::read(file("csv")).unwrap()).unwrap().0;
    assert!(lines.rows.len() > 50, "{} rows", lines.rows.len());
    assert_eq!(texts(&csv), texts(&lines));
    assert_eq!(of_workbook(&file("xlsx")), texts(&lines));
    // Each statement has its quote and place, and what the rules propose; nothing is decided.
    for row in 0..lines.rows.len() {
        assert!(!cell(&lines, row, "quote").is_empty() && !cell(&lines, row, "page").is_empty());
        assert_eq!(cell(&lines, row, "act"), "");
        let said = ["rule.commitment", "rule.grade", "rule.amount", "rule.scale", "rule.verdict"];
        assert!(said.iter().any(|title| !cell(&lines, row, title).is_empty()), "row {row}");
    }
    let other = kapstok(&["read", "review", &plan, "-o", dir.path().join("queue.ods").to_str().unwrap()]);
    assert!(other.status == 1 && other.error.contains("K0872"), "{}", other.error);
}

/// Remarks with line ends, quotation marks and the signs of a formula, decided in each form: the log has the same.
#[test]
fn decisions_come_to_the_same_from_each_form() {
    let (dir, streek) = region();
    let mut grid = queue(dir.path());
    let promise = row_where(&grid, |row| !cell(&grid, row, "rule.commitment").is_empty());
    put(&mut grid, promise, "act", "accept");
    put(&mut grid, promise, "note", "=1+1\n\"so\"; she said,\n-5");
    put(&mut grid, promise + 1, "act", "reject");
    put(&mut grid, promise + 1, "reason", "'t is no promise;\n\tonly \"a look\"");
    let decided = |path: &Path| {
        let arguments =
            ["read", "decide", &streek, path.to_str().unwrap(), "--document", &programme(), "--by", "reader-1"];
        works(&[&arguments[..], &["--write"]].concat())
    };
    let (lines, csv) = (dir.path().join("d.jsonl"), dir.path().join("d.csv"));
    std::fs::write(&lines, write_lines(&grid)).unwrap();
    std::fs::write(&csv, write_csv(&grid, kapstok_read::review::Separator::Semicolon)).unwrap();
    let book = dir.path().join("d.xlsx");
    let mut made = rust_xlsxwriter::Workbook::new();
    let sheet = made.add_worksheet();
    let (titles, rows) = texts(&grid);
    for (row, cells) in (0_u32..).zip(std::iter::once(&titles).chain(&rows)) {
        for (at, text) in (0_u16..).zip(cells).filter(|(_, text)| !text.is_empty()) {
            sheet.write_string(row, at, text).unwrap();
        }
    }
    made.save(&book).unwrap();
    let first = decided(&lines);
    assert!(first.contains("written: 2 decisions") && first.contains("Head of the log: "), "{first}");
    let log = std::fs::read(Path::new(&streek).join("agenda/log.jsonl")).unwrap();
    for same in [&csv, &book, &lines] {
        let said = decided(same);
        assert!(said.contains("nothing new: the log has these decisions already (2)"), "{}: {said}", same.display());
    }
    assert_eq!(std::fs::read(Path::new(&streek).join("agenda/log.jsonl")).unwrap(), log);
    let events: Value = serde_json::from_str(&works(&["agenda", "log", &streek, "--json"])).unwrap();
    let text = events.to_string();
    let note = serde_json::to_string("=1+1\n\"so\"; she said,\n-5").unwrap();
    assert!(text.contains(&note) && text.contains("statement-decided"), "{text}");
}

#[test]
fn an_accepted_promise_without_area_is_a_hole_and_a_later_decision_stands_beside_the_earlier_one() {
    let (dir, streek) = region();
    let mut grid = queue(dir.path());
    // A promise with a number: with an area it becomes a target too.
    let is_promise =
        |row: usize| cell(&grid, row, "rule.commitment") == "firm" && cell(&grid, row, "rule.role") == "outcome";
    let row = row_where(&grid, is_promise);
    let quote = cell(&grid, row, "quote");
    put(&mut grid, row, "act", "accept");
    let file = dir.path().join("d.jsonl");
    let arguments =
        ["read", "decide", &*streek, file.to_str().unwrap(), "--document", &programme(), "--by", "reader-1"];
    let decide = |grid: &Grid, more: &[&str]| {
        std::fs::write(&file, write_lines(grid)).unwrap();
        kapstok(&[&arguments[..], more].concat())
    };
    let log = Path::new(&streek).join("agenda/log.jsonl");
    let checked = decide(&grid, &["--check"]);
    assert!(checked.status == 0 && checked.out.contains("all 1 decisions fit"), "{}", checked.error);
    let would = decide(&grid, &[]);
    assert!(would.out.contains("promise p1, without an area") && would.out.contains("--write"), "{}", would.out);
    assert!(!log.exists(), "what would happen is not written");
    let written = decide(&grid, &["--write"]);
    assert!(written.out.contains("1 new promise, 1 of these without an area"), "{}", written.out);
    works(&["agenda", "verify", &streek]);
    let holes: Value = serde_json::from_str(&works(&["agenda", "holes", &streek, "--json"])).unwrap();
    assert_eq!(holes["promises_without_area"], serde_json::json!(["p1"]));
    // The promise has the quote; its source the page, the hash of the document and the key of the statement.
    let events = |name: &str| -> Vec<Value> {
        let all: Value = serde_json::from_str(&works(&["agenda", "log", &streek, "--json"])).unwrap();
        let all = all["events"].as_array().or(all.as_array()).unwrap().clone();
        all.into_iter().filter(|event| event["event"] == name).collect()
    };
    let promise = events("set").remove(0)["thing"].clone();
    let source = promise["source"].as_str().unwrap();
    let (key, document) = (cell(&grid, row, "key"), cell(&grid, row, "document"));
    assert_eq!(promise["words"].as_str().unwrap(), quote);
    assert!(source.contains(&document) && source.contains(&format!("[{}@", key.trim_start_matches('k'))), "{source}");

    // With an area: the same promise, no longer a hole; a target of it is one of that area.
    put(&mut grid, row, "act", "change");
    put(&mut grid, row, "change.areas", "Nowhere at all");
    let unknown = decide(&grid, &["--write"]);
    assert!(unknown.status == 1 && unknown.error.contains("K0874"), "{}", unknown.error);
    put(&mut grid, row, "change.areas", AREA);
    let placed = decide(&grid, &["--write"]);
    assert_eq!(placed.status, 0, "{}", placed.error);
    assert!(
        placed.out.contains("promise p1 changes") && placed.out.contains("target t1 of XW010101"),
        "{}",
        placed.out
    );
    let holes: Value = serde_json::from_str(&works(&["agenda", "holes", &streek, "--json"])).unwrap();
    assert_eq!(holes["promises_without_area"], serde_json::json!([]));

    // Rejected: the decision stands beside the others, and the promise is withdrawn for that reason.
    put(&mut grid, row, "act", "reject");
    let at = column(&grid, "change.areas");
    grid.rows[row].1[at] = Cell::Empty;
    put(&mut grid, row, "reason", "only an aim");
    let gone = decide(&grid, &["--write"]);
    assert!(
        gone.out.contains("p1 is withdrawn") && gone.out.contains("t1 is withdrawn"),
        "{} {}",
        gone.out,
        gone.error
    );
    let acts: Vec<String> =
        events("statement-decided").iter().map(|event| event["act"].as_str().unwrap().to_owned()).collect();
    assert_eq!(acts.first().map(String::as_str), Some("accept"));
    assert_eq!(acts.last().map(String::as_str), Some("reject"));
    assert_eq!(events("withdrawn")[0]["reason"], "only an aim");
    works(&["agenda", "verify", &streek]);
}

#[test]
fn what_a_reader_takes_away_goes_and_an_older_file_takes_nothing_back() {
    let (dir, streek) = region();
    let mut grid = queue(dir.path());
    let row = row_where(&grid, |row| cell(&grid, row, "rule.commitment") == "firm");
    let decide = |grid: &Grid| {
        let file = dir.path().join("d.jsonl");
        std::fs::write(&file, write_lines(grid)).unwrap();
        let file = file.to_str().unwrap();
        kapstok(&["read", "decide", &streek, file, "--document", &programme(), "--by", "reader-1", "--write"])
    };
    let holes = || -> Value { serde_json::from_str(&works(&["agenda", "holes", &streek, "--json"])).unwrap() };
    put(&mut grid, row, "act", "change");
    put(&mut grid, row, "change.areas", AREA);
    let placed = decide(&grid);
    assert!(placed.status == 0 && placed.out.contains("promise p1"), "{} {}", placed.out, placed.error);
    assert_eq!(holes()["promises_without_area"], serde_json::json!([]));
    let older = grid.clone();

    // Accepted as the rules have it, no area is left: the promise is a hole again.
    put(&mut grid, row, "act", "accept");
    put(&mut grid, row, "change.areas", "");
    let accepted = decide(&grid);
    assert!(accepted.out.contains("promise p1 changes"), "{} {}", accepted.out, accepted.error);
    assert_eq!(holes()["promises_without_area"], serde_json::json!(["p1"]));

    // The file of before, read again: told, and nothing is taken back.
    let again = decide(&older);
    assert!(again.status == 0 && again.error.contains("K0879"), "{} {}", again.out, again.error);
    assert_eq!(holes()["promises_without_area"], serde_json::json!(["p1"]));
    works(&["agenda", "verify", &streek]);
}

/// A promise that names money keeps it: the hole says which money, and that none of it stands in the agenda.
#[test]
fn the_money_that_a_promise_names_goes_with_it() {
    let (dir, streek) = region();
    let mut grid = queue(dir.path());
    let row = row_where(&grid, |row| {
        !cell(&grid, row, "rule.commitment").is_empty() && !cell(&grid, row, "rule.amount").is_empty()
    });
    let decide = |grid: &Grid| {
        let file = dir.path().join("d.jsonl");
        std::fs::write(&file, write_lines(grid)).unwrap();
        works(&[
            "read",
            "decide",
            &streek,
            file.to_str().unwrap(),
            "--document",
            &programme(),
            "--by",
            "reader-1",
            "--write",
        ])
    };
    let why = || {
        let holes = works(&["agenda", "holes", &streek, AREA, "--json"]);
        let holes: Value = serde_json::from_str(&holes).unwrap();
        let all = holes["holes"].as_array().unwrap();
        let of_money = all.iter().find(|hole| hole["kind"] == "promise-without-money").unwrap();
        of_money["why"].as_str().unwrap().to_owned()
    };
    put(&mut grid, row, "act", "change");
    put(&mut grid, row, "change.areas", AREA);
    decide(&grid);
    let (said, quote) = (why(), cell(&grid, row, "quote"));
    let named = said.strip_prefix("The words name ").and_then(|it| it.split_once("; nothing of it")).unwrap().0;
    let is_quoted = named.split_whitespace().all(|word| quote.contains(word));
    assert!(is_quoted && named.contains(|sign: char| sign.is_ascii_digit()), "{said} / {quote}");

    // Another amount, as a reader has it.
    put(&mut grid, row, "change.amount", "EUR 7");
    decide(&grid);
    assert!(why().starts_with("The words name EUR 7"), "{}", why());
    works(&["agenda", "verify", &streek]);
}

/// A file without a decision, the day of a document that is told later, and a remark that was taken out of the log.
#[test]
fn a_file_that_is_read_again_adds_what_it_lacked_and_nothing_else() {
    let (dir, streek) = region();
    let mut grid = queue(dir.path());
    let file = dir.path().join("d.jsonl");
    let decide = |grid: &Grid, more: &[&str]| {
        std::fs::write(&file, write_lines(grid)).unwrap();
        let (file, programme) = (file.to_str().unwrap(), programme());
        let typed = ["read", "decide", &*streek, file, "--document", &programme, "--by", "reader-1"];
        works(&[&typed[..], more].concat())
    };
    assert!(decide(&grid, &["--write"]).contains("has a decision: fill in the column `act`"));

    let row = row_where(&grid, |row| !cell(&grid, row, "rule.deadline").is_empty());
    put(&mut grid, row, "act", "change");
    put(&mut grid, row, "change.deadline", "P4Y");
    put(&mut grid, row, "note", "said by the alderman");
    let undated = decide(&grid, &["--write"]);
    assert!(undated.contains("promise p1"), "{undated}");
    let due = || {
        let log: Value = serde_json::from_str(&works(&["agenda", "log", &streek, "--json"])).unwrap();
        let all = log["events"].as_array().or(log.as_array()).unwrap().clone();
        let of_promise = |event: &&Value| event["event"] == "set" && event["thing"]["id"] == "p1";
        all.iter().rfind(of_promise).unwrap()["thing"]["due"].clone()
    };
    assert_eq!(due(), Value::Null, "from when the term counts, nobody said");
    let dated = decide(&grid, &["--write", "--dated", "2026-03-18"]);
    assert!(dated.contains("promise p1 changes") && due() == 2030, "{dated} {}", due());
    assert!(decide(&grid, &["--write", "--dated", "2026-03-18"]).contains("nothing new"));

    // What somebody else put there stays: the decision says what it said before.
    works(&["agenda", "set", &streek, "promise", "--id", "p1", "due=2031", "--by", "secretary"]);
    assert!(decide(&grid, &["--write", "--dated", "2026-03-18"]).contains("nothing new") && due() == 2031);

    // The remark is taken out of the log; the file that still has it does not bring it back.
    let log: Value = serde_json::from_str(&works(&["agenda", "log", &streek, "--json"])).unwrap();
    let all = log["events"].as_array().or(log.as_array()).unwrap().clone();
    let seq = all.iter().find(|event| event["event"] == "statement-decided").unwrap()["seq"].to_string();
    works(&["agenda", "redact", &streek, &seq, "note", "--reason", "a name", "--by", "secretary"]);
    let again = decide(&grid, &["--write"]);
    assert!(again.contains("nothing new: the log has these decisions already (1)"), "{again}");
    works(&["agenda", "verify", &streek]);
}

#[test]
fn what_is_wrong_with_a_decision_is_told_with_its_row_and_column_and_nothing_is_written() {
    let (dir, streek) = region();
    let mut grid = queue(dir.path());
    put(&mut grid, 0, "act", "accept");
    put(&mut grid, 3, "act", "perhaps");
    put(&mut grid, 4, "act", "reject");
    put(&mut grid, 5, "act", "accept");
    put(&mut grid, 5, "quote", "Something else stands here.");
    put(&mut grid, 6, "act", "accept");
    put(&mut grid, 6, "key", "k000000000000000000000000");
    put(&mut grid, 7, "act", "accept");
    put(&mut grid, 7, "reader", "reader-2");
    let file = dir.path().join("d.csv");
    std::fs::write(&file, write_csv(&grid, kapstok_read::review::Separator::Comma)).unwrap();
    let arguments =
        ["read", "decide", &*streek, file.to_str().unwrap(), "--document", &programme(), "--by", "reader-1"];
    let run = kapstok(&[&arguments[..], &["--write"]].concat());
    assert_eq!(run.status, 1);
    for (code, row, column) in [
        ("K0866", 5, "act"),
        ("K0867", 6, "reason"),
        ("K0864", 7, "quote"),
        ("K0863", 8, "key"),
        ("K0870", 9, "reader"),
    ] {
        let told = run.error.split("\n").collect::<Vec<_>>();
        let at = told.iter().position(|line| line.contains(code)).unwrap_or_else(|| panic!("{code}: {}", run.error));
        let place = told[at + 1];
        assert!(place.contains(&format!("row {row}")) && place.contains(column), "{code}: {place}");
    }
    assert!(!Path::new(&streek).join("agenda/log.jsonl").exists());
}

#[test]
fn two_readers_are_held_side_by_side() {
    let dir = tempfile::tempdir().unwrap();
    let grid = queue(dir.path());
    let n = 20.min(grid.rows.len());
    let decided = |name: &str, rejects: &[usize], changed: Option<usize>| {
        let mut grid = grid.clone();
        for row in 0..n {
            put(&mut grid, row, "act", if rejects.contains(&row) { "reject" } else { "accept" });
            if rejects.contains(&row) {
                put(&mut grid, row, "reason", "no promise");
            }
        }
        if let Some(row) = changed {
            put(&mut grid, row, "act", "change");
            put(&mut grid, row, "change.actor", "the council");
        }
        let path = dir.path().join(name);
        std::fs::write(&path, write_lines(&grid)).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let first = decided("first.jsonl", &[0, 1, 2, 3], None);
    let second = decided("second.jsonl", &[0, 1, 2, 4], Some(10));
    let found: Value = serde_json::from_str(&works(&["read", "agree", &first, &second, "--json"])).unwrap();
    assert_eq!((&found["both"], &found["first"]["decisions"]), (&n.into(), &n.into()));
    // 2 of 20 differ; 32 accepted and 8 rejected of 40. `1 - 39 * 4 / (2 * 32 * 8) = 0.695`.
    let act = &found["questions"][0];
    assert_eq!((&act["field"], &act["n"], &act["differ"]), (&"act".into(), &20.into(), &2.into()));
    let alpha = act["alpha"].as_f64().unwrap();
    assert!((alpha - (1.0 - 39.0 * 4.0 / 512.0)).abs() < 1e-12, "{alpha}");
    assert!(act["lower"].as_f64().unwrap() < alpha && alpha <= act["upper"].as_f64().unwrap());
    let differ = found["differ"].as_array().unwrap();
    let rows: Vec<u64> = differ.iter().map(|row| row["rows"][0].as_u64().unwrap()).collect();
    assert_eq!(rows, [4, 5, 11]);
    assert_eq!(differ[2]["fields"]["actor"][1], "the council");
    let said = works(&["read", "agree", &first, &second]);
    assert!(said.contains("row 4 and row 4") && said.contains("decision: rejected / accepted"), "{said}");
    assert_eq!(said, works(&["read", "agree", &first, &second]), "the draws have a seed");
    // A file beside itself: all agree.
    let same: Value = serde_json::from_str(&works(&["read", "agree", &first, &first, "--json"])).unwrap();
    assert_eq!((&same["questions"][0]["alpha"], same["differ"].as_array().unwrap().len()), (&1.0.into(), 0));
    let empty = dir.path().join("empty.jsonl");
    std::fs::write(&empty, write_lines(&grid)).unwrap();
    let none = kapstok(&["read", "agree", &first, empty.to_str().unwrap()]);
    assert!(none.status == 1 && none.error.contains("K0877"), "{}", none.error);
}

struct Desk {
    child: Child,
    /// Held open: a program whose output nobody takes ends.
    _out: BufReader<ChildStdout>,
    address: String,
    path: String,
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Desk {
    fn open(streek: &str) -> Self {
        let mut child = std::process::Command::new(assert_cmd::cargo::cargo_bin("kapstok"))
            .args(["--lang", "en", "read", "desk", streek, &programme(), "--by", "reader-1", "--port", "0"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        out.read_line(&mut line).unwrap();
        let at = line.split("http://").nth(1).unwrap_or_else(|| panic!("{line}")).trim();
        let (address, path) = at.split_once('/').unwrap();
        Self { child, _out: out, address: address.to_owned(), path: format!("/{path}") }
    }

    fn ask(&self, request: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    fn get(&self, path: &str) -> String {
        self.ask(&format!("GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address))
    }

    fn post(&self, body: &str) -> String {
        let token = self.path.split('/').nth(2).unwrap();
        self.ask(&format!(
            "POST /write/{token} HTTP/1.1\r\nHost: {0}\r\nOrigin: http://{0}\r\nConnection: close\r\nContent-Type: \
             application/x-www-form-urlencoded\r\nContent-Length: {1}\r\n\r\n{body}",
            self.address,
            body.len()
        ))
    }
}

#[test]
fn a_decision_on_the_page_is_in_the_log_with_the_promise_that_follows() {
    let (_dir, streek) = region();
    let desk = Desk::open(&streek);
    assert!(desk.address.starts_with("127.0.0.1:"), "{}", desk.address);
    let page = desk.get(&format!("{}?kind=commitment", desk.path));
    assert!(page.starts_with("HTTP/1.1 200") && page.contains("You read as reader-1."), "{page}");
    let key = page.split("name=\"key\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let form = |act: &str, more: &str| format!("lang=en&kind=commitment&left=&key={key}&act={act}&note=&{more}");
    let lacking = desk.post(&form("reject", "reason="));
    assert!(lacking.starts_with("HTTP/1.1 422") && lacking.contains("without a reason"), "{lacking}");
    let written = desk.post(&form("accept", "reason="));
    assert!(written.starts_with("HTTP/1.1 303"), "{written}");
    let again = desk.post(&form("accept", "reason="));
    assert!(again.starts_with("HTTP/1.1 422") && again.contains("the log has this decision already"), "{again}");
    works(&["agenda", "verify", &streek]);
    let holes: Value = serde_json::from_str(&works(&["agenda", "holes", &streek, "--json"])).unwrap();
    assert_eq!(holes["promises_without_area"], serde_json::json!(["p1"]));
    let log = works(&["agenda", "log", &streek]);
    assert!(log.contains("accepted") && log.contains("reader-1"), "{log}");
    // The document says so too, where anybody reads it.
    let promises = desk.get("/en/documents/programma/promises");
    assert!(promises.contains("Persons decided on 1 statement") && promises.contains("reader-1 on "), "{promises}");
    let unplaced = desk.post(&form("change", "reason=&f.areas=Nowhere+at+all"));
    assert!(unplaced.starts_with("HTTP/1.1 422") && unplaced.contains("Nowhere at all"), "{unplaced}");
    assert!(desk.get(&desk.path.replace("/review/", "/review/0")).starts_with("HTTP/1.1 404"));
}
