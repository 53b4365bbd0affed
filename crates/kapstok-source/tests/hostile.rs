// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Files that are made to cost: each is refused with a code, or read, within 256 MiB of memory and without
//! going on for ever.
//!
//! Memory is that of the reader, on top of the file itself; what SQLite takes for a GeoPackage is not counted
//! here. Time is no measurement: a second is meant (docs/reference/speed.md), and ten stop what never ends.
#![expect(clippy::unwrap_used, reason = "helpers of tests")]
#![expect(clippy::disallowed_methods, reason = "what never ends is found with a clock")]

mod made;

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use kapstok_source::{Limits, ReadOptions, grids, read};
use made::{docx, fgb, geopackage, gzip, workbook, xlsx, zip_of};
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const MOST_BYTES: usize = 256 << 20;
const LONGEST: Duration = Duration::from_secs(10);

/// One test at a time: the count of memory is of the whole program.
fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Reads it; gives the codes of what was found, or nothing where it was read.
fn codes(name: &str, bytes: &[u8]) -> Vec<&'static str> {
    MEMORY.reset_peak_usage();
    let before = MEMORY.current_usage();
    let start = Instant::now();
    let (raw, problems) = read(name, bytes, &ReadOptions::default(), &Limits::default());
    let taken = MEMORY.peak_usage().saturating_sub(before);
    assert!(taken <= MOST_BYTES, "{name}: {} MiB", taken >> 20);
    assert!(start.elapsed() < LONGEST, "{name}: {:?}", start.elapsed());
    assert!(raw.is_some() || !problems.is_empty(), "{name}: refused without a word");
    problems.iter().map(|problem| problem.code).collect()
}

/// Reads it as a plan that people typed.
fn grid_codes(name: &str, bytes: &[u8]) -> Vec<&'static str> {
    MEMORY.reset_peak_usage();
    let before = MEMORY.current_usage();
    let start = Instant::now();
    let (grids, problems) = grids(name, bytes, &Limits::default());
    let taken = MEMORY.peak_usage().saturating_sub(before);
    println!("{name}: {:?}, {} MiB, {} grids, {problems:?}", start.elapsed(), taken >> 20, grids.len());
    assert!(taken <= MOST_BYTES, "{name}: {} MiB", taken >> 20);
    assert!(start.elapsed() < LONGEST, "{name}: {:?}", start.elapsed());
    assert!(grids.is_empty() || problems.is_empty(), "{name}: half read");
    problems.iter().map(|problem| problem.code).collect()
}

fn rows(xml: &str) -> String {
    format!("<worksheet><sheetData>{xml}</sheetData></worksheet>")
}

#[test]
fn a_hostile_file_is_refused_within_its_bounds() {
    let _alone = alone();
    let cells = |n: usize| "7;".repeat(n);
    let strings = |xml: &str| workbook(&[("S", &rows(r#"<row r="1"><c r="A1" t="s"><v>0</v></c></row>"#))], Some(xml));
    let refused: [(&str, Vec<u8>, &str); 17] = [
        ("an endless line", vec![b'x'; 64 << 20], "K0304"),
        ("a quote that never ends", [b"code;a\n\"".to_vec(), vec![b'y'; 64 << 20]].concat(), "K0312"),
        ("a million columns", ";".repeat(1_000_000).into_bytes(), "K0304"),
        ("columns in each row", format!("{}\n", cells(4_000)).repeat(8_000).into_bytes(), "K0304"),
        ("millions of rows", "a;b\n".repeat(12 << 20).into_bytes(), "K0304"),
        ("a gzip bomb", gzip(&vec![b' '; 128 << 20]), "K0304"),
        ("a gzip bomb of rows", gzip("GM0001;1\n".repeat(12 << 20).as_bytes()), "K0304"),
        ("a gzip in a gzip in a gzip", gzip(&gzip(&gzip(&vec![b' '; 64 << 20]))), "K0302"),
        ("a zip bomb", xlsx(&rows(&" ".repeat(128 << 20))), "K0304"),
        ("shared texts without end", strings(&format!("<sst>{}</sst>", "<si><t>a</t></si>".repeat(12 << 20))), "K0304"),
        (
            "a shared text without end",
            strings(&format!("<sst><si><t>{}</t></si></sst>", "a".repeat(64 << 20))),
            "K0304",
        ),
        (
            "one cell at the far corner",
            xlsx(&rows(r#"<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#)),
            "K0304",
        ),
        ("JSON in JSON in JSON", "[".repeat(32 << 20).into_bytes(), "K0303"),
        (
            "a JSON text without end",
            format!("{{\"value\":[{{\"a\":\"{}\"}}]}}", "a".repeat(64 << 20)).into_bytes(),
            "K0304",
        ),
        (
            "rows that each have a key of their own",
            format!(
                "{{\"value\":[{}]}}",
                (0..200_000).map(|n| format!("{{\"k{n}\":1}}")).collect::<Vec<_>>().join(",")
            )
            .into_bytes(),
            "K0304",
        ),
        ("a map with an endless header", [&fgb(&[("GM0001", 1.0)])[..8], &[0xff; 64][..]].concat(), "K0303"),
        ("a folder of nothing in a zip", zip_of(&[("xl/", b"")]), "K0303"),
    ];
    let found = refused.iter().map(|(name, bytes, _)| codes(name, bytes));
    let others: Vec<String> = refused
        .iter()
        .zip(found)
        .filter(|((_, _, expected), found)| !found.contains(expected))
        .map(|((name, _, expected), found)| format!("{name}: {found:?}, expected {expected}"))
        .collect();
    assert!(others.is_empty(), "{others:#?}");
}

#[test]
fn a_large_file_that_is_sound_is_read_within_the_same_bounds() {
    let _alone = alone();
    // 300,000 rows of 12 columns, and a map of 20,000 squares.
    let row = "GM0001;1,5;2,5;3,5;4,5;5,5;6,5;7,5;8,5;9,5;10,5;11,5\n";
    assert!(codes("rows", row.repeat(300_000).as_bytes()).is_empty());
    let squares: Vec<(&str, f64)> = (0..20_000).map(|n| ("GM0001", f64::from(n))).collect();
    assert!(codes("squares", &fgb(&squares)).is_empty());
}

#[test]
fn a_database_runs_nothing_of_its_own() {
    let _alone = alone();
    // A view that counts for ever, in the place of a layer; a trigger; a computed column.
    let contents = "CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT);\
        INSERT INTO gpkg_contents VALUES ('laag', 'features');";
    let view =
        "CREATE VIEW laag AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x AS code FROM n;";
    let computed = "CREATE TABLE laag (code TEXT, a TEXT GENERATED ALWAYS AS (hex(zeroblob(100000000))) VIRTUAL);\
        INSERT INTO laag (code) VALUES ('GM0001');";
    let trigger = "CREATE TABLE laag (code TEXT); INSERT INTO laag VALUES ('GM0001');\
        CREATE TRIGGER t AFTER INSERT ON laag BEGIN DELETE FROM laag; END;";
    for (name, sql, read_all_the_same) in
        [("a view", view, false), ("a computed column", computed, false), ("a trigger", trigger, true)]
    {
        let found = codes(name, &geopackage(&format!("{contents}{sql}")));
        assert_eq!(found.is_empty(), read_all_the_same, "{name}: {found:?}");
    }
}

/// A workbook of `n` sheets whose parts are one and the same.
fn many_sheets(n: usize, target: impl Fn(usize) -> String) -> [(String, String); 2] {
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet";
    let each = |line: &dyn Fn(usize) -> String| (0..n).map(line).collect::<String>();
    let names = each(&|at| format!(r#"<sheet name="S{at}" sheetId="{at}" r:id="r{at}"/>"#));
    let targets = each(&|at| format!(r#"<Relationship Id="r{at}" Type="{kind}" Target="{}"/>"#, target(at)));
    [
        ("xl/workbook.xml".to_owned(), format!(r#"<workbook xmlns:r="r"><sheets>{names}</sheets></workbook>"#)),
        ("xl/_rels/workbook.xml.rels".to_owned(), format!("<Relationships>{targets}</Relationships>")),
    ]
}

#[test]
fn a_hostile_plan_is_refused_within_its_bounds() {
    let _alone = alone();
    let cell = |looks: &str, text: &str| {
        format!("<w:tc><w:tcPr>{looks}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>")
    };
    let table = |rows: &str| docx(&format!("<w:tbl>{rows}</w:tbl>"));
    let row = |cells: &str| format!("<w:tr>{cells}</w:tr>");
    let long = "a".repeat(1 << 19);
    let first = cell(r#"<w:vMerge w:val="restart"/>"#, &long) + &cell("", "x");
    let below = cell("<w:vMerge/>", "") + &cell("", "x");
    let raw = |xml: &str| zip_of(&[("word/document.xml", xml.as_bytes())]);
    let merged = |data: &str, refs: &str| {
        xlsx(&format!("<worksheet><sheetData>{data}</sheetData><mergeCells>{refs}</mergeCells></worksheet>"))
    };
    let a1 = |text: &str| {
        format!(r#"<row r="1"><c r="A1" t="inlineStr"><is><t>{text}</t></is></c><c r="B1"><v>1</v></c></row>"#)
    };
    let line = |n: usize| format!(r#"<row r="{n}"><c r="B{n}"><v>1</v></c></row>"#);
    let lines = (2..=2_000).map(line).collect::<String>();
    let dtd = r#"<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>"#;
    let laughs = r#"<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>"#;
    let document = |inside: &str| format!("<w:document><w:body>{inside}</w:body></w:document>");
    let half = |bytes: Vec<u8>| bytes[..bytes.len() / 2].to_vec();
    let middle = |mut bytes: Vec<u8>| {
        let at = 60.min(bytes.len() / 2);
        bytes[at..at + 8].copy_from_slice(b"\xff\0\xff\0\xff\0\xff\0");
        bytes
    };
    let spaces = " ".repeat(40 << 20);
    let of = |parts: &[(String, String)]| {
        zip_of(&parts.iter().map(|(name, xml)| (name.as_str(), xml.as_bytes())).collect::<Vec<_>>())
    };
    let one_part = |n: usize, xml: String| {
        let [book, relations] = many_sheets(n, |_| "s.xml".to_owned());
        of(&[book, relations, ("xl/s.xml".to_owned(), xml)])
    };
    let styles = |xml: &str| {
        let [book, relations] = many_sheets(1, |_| "s.xml".to_owned());
        of(&[book, relations, ("xl/styles.xml".to_owned(), xml.to_owned()), ("xl/s.xml".to_owned(), rows(&a1("x")))])
    };
    let refused: Vec<(&str, Vec<u8>, &str)> = vec![
        ("a document bomb", raw(&spaces.repeat(3)), "K0304"),
        ("a word without end", table(&row(&cell("", &"a".repeat(3 << 20)))), "K0304"),
        ("an attribute without end", docx(&format!(r#"<w:p a="{}"/>"#, "a".repeat(8 << 20))), "K0304"),
        ("elements in elements", raw(&"<a>".repeat(8 << 20)), "K0303"),
        ("tables in tables", raw(&"<w:tbl><w:tr><w:tc>".repeat(100_000)), "K0303"),
        ("text boxes in text boxes", raw(&"<w:p>".repeat(1_000_000)), "K0303"),
        ("a cell over a billion columns", table(&row(&cell(r#"<w:gridSpan w:val="1000000000"/>"#, "x"))), "K0304"),
        (
            "a cell over more columns than there are numbers",
            table(&row(&(cell("", "x") + &cell(r#"<w:gridSpan w:val="18446744073709551615"/>"#, "x")))),
            "K0304",
        ),
        ("wide cells side by side", table(&row(&cell(r#"<w:gridSpan w:val="4000"/>"#, "x").repeat(2))), "K0304"),
        (
            "wide cells below each other",
            table(&row(&cell(r#"<w:gridSpan w:val="4000"/>"#, "x")).repeat(1_000)),
            "K0304",
        ),
        (
            "a row that starts at the far right",
            table(&row(&format!("<w:trPr><w:gridBefore w:val=\"99999999\"/></w:trPr>{}", cell("", "x")))),
            "K0304",
        ),
        ("a long text carried down", table(&(row(&first) + &row(&below).repeat(2_000))), "K0304"),
        ("a long text carried right", table(&row(&cell(r#"<w:gridSpan w:val="2000"/>"#, &long))), "K0304"),
        ("many tables", docx(&format!("<w:tbl>{}</w:tbl>", row(&cell("", "x"))).repeat(5_000)), "K0304"),
        (
            "rows of one cell and one wide one",
            table(&(row(&cell("", "x")).repeat(100_000) + &row(&cell("", "x").repeat(4_000)))),
            "K0304",
        ),
        ("a document type in a document", raw(&format!("{dtd}{}", document("&a;"))), "K0303"),
        (
            "entities of entities",
            raw(&format!("{laughs}{}", document(&format!("<w:tbl>{}</w:tbl>", row(&cell("", "&b;")))))),
            "K0303",
        ),
        ("an entity that nobody knows", table(&row(&cell("", "&passwd;"))), "K0303"),
        ("a cut document", half(table(&row(&cell("", "x")))), "K0303"),
        ("a document with changed bytes", middle(table(&row(&cell("", &"Buurt ".repeat(99))))), "K0303"),
        ("a document that ends too early", raw("<w:document><w:body><w:tbl>"), "K0303"),
        ("ends that fit no start", raw("<w:document></w:body></w:document>"), "K0303"),
        ("a web page in the place of a document", raw("<html><body>Aanmelden</body></html>"), "K0303"),
        ("bytes in the place of a document", zip_of(&[("word/document.xml", &[0xff; 4_096])]), "K0303"),
        ("a part outside the folder", zip_of(&[("../word/document.xml", b"<w:document/>")]), "K0303"),
        ("a sheet bomb", xlsx(&rows(&spaces.repeat(3))), "K0304"),
        ("one sheet a thousand times", one_part(1_000, rows(&"<a/>".repeat(7 << 18))), "K0304"),
        ("a thousand sheets of many cells", one_part(1_000, rows(&(a1("x") + &lines))), "K0304"),
        ("too many sheets", one_part(1_001, rows("")), "K0304"),
        (
            "a sheet outside the zip",
            {
                let [book, relations] = many_sheets(1, |_| "../../../etc/passwd".to_owned());
                of(&[book, relations])
            },
            "K0303",
        ),
        ("everything merged", merged(&a1("x"), r#"<mergeCell ref="A1:XFD1048576"/>"#), "K0304"),
        ("merged beyond the sheet", merged(&a1("x"), r#"<mergeCell ref="A1:ZZZ9"/>"#), "K0313"),
        ("merged from right to left", merged(&a1("x"), r#"<mergeCell ref="B2:A1"/>"#), "K0313"),
        ("merged nowhere", merged(&a1("x"), r#"<mergeCell ref=""/>"#), "K0313"),
        (
            "merged again and again",
            merged(&(a1("x") + &lines), &r#"<mergeCell ref="A1:A2000"/>"#.repeat(500_000)),
            "K0313",
        ),
        ("a long text merged down", merged(&(a1(&long) + &lines), r#"<mergeCell ref="A1:A2000"/>"#), "K0304"),
        ("a cell at the far corner", xlsx(&rows(r#"<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#)), "K0304"),
        (
            "cells at the edge of what is read",
            xlsx(&rows(
                &(1..=1_000).map(|n| format!(r#"<row r="{n}"><c r="FAN{n}"><v>1</v></c></row>"#)).collect::<String>(),
            )),
            "K0304",
        ),
        ("a cell twice", xlsx(&rows(r#"<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>1</v></c></row>"#)), "K0313"),
        ("a document type in a sheet", xlsx(&format!("{dtd}{}", rows(&a1("&a;")))), "K0303"),
        (
            "forms without end",
            styles(&format!("<styleSheet><cellXfs>{}</cellXfs></styleSheet>", "<xf/>".repeat(1_000_000))),
            "K0304",
        ),
        (
            "own forms without end",
            styles(&format!(
                "<styleSheet><numFmts>{}</numFmts></styleSheet>",
                (0..200_000).map(|n| format!(r#"<numFmt numFmtId="{n}" formatCode="d"/>"#)).collect::<String>()
            )),
            "K0304",
        ),
        ("a document type among forms", styles(&format!("{dtd}<styleSheet/>")), "K0303"),
        ("a cut workbook", half(xlsx(&rows(&a1("x")))), "K0303"),
        ("a zip of nothing", zip_of(&[]), "K0303"),
    ];
    let others: Vec<String> = refused
        .iter()
        .map(|(name, bytes, expected)| (name, grid_codes(name, bytes), expected))
        .filter(|(_, found, expected)| !found.contains(expected))
        .map(|(name, found, expected)| format!("{name}: {found:?}, expected {expected}"))
        .collect();
    assert!(others.is_empty(), "{others:#?}");
}
