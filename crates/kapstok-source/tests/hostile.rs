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

use kapstok_source::{Limits, ReadOptions, read};
use made::{fgb, geopackage, gzip, workbook, xlsx, zip_of};
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
