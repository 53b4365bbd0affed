// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Plans that go out and come back: the user's own columns, the sheet of a partner, Word, papers for a meeting.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![expect(clippy::disallowed_methods, reason = "tests of files open files")]

mod made;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use made::{Run, kapstok};
use rust_xlsxwriter::Workbook;
use serde_json::Value;

/// A wijk of the invented region with an agenda in which every kind of hole is planted.
const AREA: &str = "XW010101";

/// The invented region, built.
fn region() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    made::region(dir.path());
    dir
}

fn agenda(dir: &Path, arguments: &[&str]) -> Run {
    let mut typed = vec!["agenda", arguments[0], dir.to_str().unwrap()];
    typed.extend(&arguments[1..]);
    kapstok(&typed)
}

fn json(dir: &Path, arguments: &[&str]) -> Value {
    let run = agenda(dir, &[arguments, &["--json"]].concat());
    assert_eq!(run.status, 0, "{arguments:?}: {}", run.error);
    serde_json::from_str(&run.out).unwrap()
}

fn head(dir: &Path) -> String {
    json(dir, &["verify"])["head"].as_str().unwrap().to_owned()
}

fn path(dir: &Path, name: &str) -> String {
    dir.join(name).to_str().unwrap().to_owned()
}

/// A workbook as a municipality would have it, given as rows of text; numbers as numbers.
fn book(to: &Path, sheets: &[(&str, &[&[&str]])]) -> PathBuf {
    let mut book = Workbook::new();
    for (name, rows) in sheets {
        let tab = book.add_worksheet().set_name(*name).unwrap();
        for (row, cells) in (0_u32..).zip(*rows) {
            for (column, text) in (0_u16..).zip(*cells) {
                match text.parse::<f64>() {
                    Ok(number) => drop(tab.write_number(row, column, number).map(|_| ())),
                    Err(_) => drop(tab.write_string(row, column, *text).map(|_| ())),
                }
            }
        }
    }
    std::fs::write(to, book.save_to_buffer().unwrap()).unwrap();
    to.to_owned()
}

#[test]
fn the_holes_that_were_planted_are_found_and_no_other() {
    let dir = region();
    let planted = std::fs::read_to_string(dir.path().join("truth/gaten.csv")).unwrap();
    let mut reader = csv::Reader::from_reader(planted.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    for area in [AREA, "XW010102", "XG0101"] {
        let of_area = rows.iter().filter(|row| &row[0] == area);
        // Kind, then what it is about: ids, or the domain where figures show what no burden names.
        let mut expected: Vec<(String, String)> =
            of_area.map(|row| (row[1].to_owned(), row[if row[2].is_empty() { 3 } else { 2 }].to_owned())).collect();
        expected.sort();
        let report = json(dir.path(), &["holes", area]);
        let names = ["action", "link", "burden", "promise", "target", "capacity", "organisation", "reply", "domain"];
        let mut found: Vec<(String, BTreeSet<String>)> = report["holes"]
            .as_array()
            .unwrap()
            .iter()
            .map(|hole| {
                let about = names.iter().filter_map(|name| hole[*name].as_str()).map(str::to_owned);
                (hole["kind"].as_str().unwrap().to_owned(), about.collect())
            })
            .collect();
        found.sort();
        assert_eq!(found.len(), expected.len(), "{area}: {found:?}");
        for (kind, about) in expected {
            let first = about.split([' ', ';']).next().unwrap();
            let fits = |(known, ids): &(String, BTreeSet<String>)| *known == kind && ids.contains(first);
            let at = found.iter().position(fits).unwrap_or_else(|| panic!("{area}: {kind} {about} was not found"));
            found.remove(at);
        }
    }
    let nowhere = json(dir.path(), &["holes"]);
    assert_eq!(nowhere["promises_without_area"], serde_json::json!(["p6"]));
}

#[test]
fn an_agenda_that_goes_out_and_comes_back_as_it_is_changes_nothing() {
    let dir = region();
    let before = head(dir.path());
    for file in ["agenda.xlsx", "agenda.docx"] {
        let file = path(dir.path(), file);
        let written = agenda(dir.path(), &["export", AREA, "-o", &file]);
        assert_eq!(written.status, 0, "{}", written.error);
        let report = json(dir.path(), &["import", &file, "--dry-run"]);
        assert_eq!(report["changes"], serde_json::json!([]), "{file}");
        let run = agenda(dir.path(), &["import", &file, "--by", "secretary"]);
        assert_eq!(run.status, 0, "{}", run.error);
        assert_eq!(head(dir.path()), before, "{file}");
    }
}

#[test]
fn a_plan_in_own_columns_is_shown_then_taken_and_the_same_file_again_changes_nothing() {
    let dir = region();
    let rows: [&[&str]; 5] = [
        &["Uitvoeringsplan Kwartelwaard 2025"],
        &["Opgave", "Maatregel", "Trekker", "Partners", "Budget 2025", "Planning"],
        &["Schulden", "Budgetmaatje aan huis", "Gemeente Kwartelbrugge", "Kerk; Voedselbank", "40000", "31-12-2025"],
        &["Schulden", "Schuldenspreekuur", "", "", "onbekend", "eind 2025"],
        &["Werk", "Leerwerkplek", "Werkbedrijf", "", "€ 25.000,-", ""],
    ];
    let file = book(&dir.path().join("plan.xlsx"), &[("Plan", &rows)]);
    let file = file.to_str().unwrap();
    let before = head(dir.path());
    let shown = agenda(dir.path(), &["import", file, "--area", "XW010201", "--dry-run"]);
    assert_eq!(shown.status, 0, "{}", shown.error);
    assert!(shown.out.contains("Budgetmaatje aan huis"), "{}", shown.out);
    assert_eq!(head(dir.path()), before, "a dry run writes nothing");
    let taken = agenda(dir.path(), &["import", file, "--area", "XW010201", "--by", "secretary"]);
    assert_eq!(taken.status, 0, "{}", taken.error);
    let after = head(dir.path());
    assert_ne!(after, before);
    let again = agenda(dir.path(), &["import", file, "--area", "XW010201", "--by", "secretary"]);
    assert_eq!((again.status, head(dir.path())), (0, after), "{}", again.error);
    assert!(dir.path().join("agenda/forms.toml").is_file(), "how columns were understood is remembered");
    let counts = json(dir.path(), &["holes", "XW010201"])["counts"].clone();
    assert_eq!(counts["action-without-owner"], 1, "{counts}");
    let ledger = json(dir.path(), &["ledger", "XW010201"]);
    let known: f64 = ledger["lines"].as_array().unwrap().iter().map(|line| line["euros"].as_f64().unwrap()).sum();
    let unknown: u64 =
        ledger["lines"].as_array().unwrap().iter().map(|line| line["euros_unknown"].as_u64().unwrap()).sum();
    assert_eq!((known, unknown), (65_000.0, 1));
}

#[test]
fn one_wrong_cell_stops_the_whole_file_and_is_pointed_at() {
    let dir = region();
    let rows: [&[&str]; 3] = [
        &["Maatregel", "Trekker", "Budget", "Jaar"],
        &["Een", "Gemeente", "1000", "2025"],
        &["Twee", "Gemeente", "veel geld", "2025"],
    ];
    let file = book(&dir.path().join("plan.xlsx"), &[("Blad1", &rows)]);
    let before = head(dir.path());
    let run = agenda(dir.path(), &["import", file.to_str().unwrap(), "--area", "XW010201", "--by", "secretary"]);
    assert_eq!(run.status, 1);
    assert!(run.error.contains("plan.xlsx, sheet Blad1, row 3, column `Budget`"), "{}", run.error);
    assert_eq!(head(dir.path()), before);
}

#[test]
fn a_partner_answers_on_a_sheet_and_its_answers_are_events_by_role() {
    let dir = region();
    let sheet = path(dir.path(), "vraag.xlsx");
    // GGD Voorbeeldstreek has not answered about one of its actions.
    let asked = agenda(dir.path(), &["ask", "GGD", "-o", &sheet]);
    assert_eq!(asked.status, 0, "{}", asked.error);
    let open = |dir: &Path| {
        let report = json(dir, &["holes", AREA]);
        report["counts"]["action-not-confirmed"].as_u64().unwrap()
    };
    let before = open(dir.path());
    let mut found = calamine::open_workbook::<calamine::Xlsx<_>, _>(&sheet).unwrap();
    let name = calamine::Reader::sheet_names(&found)[1].clone();
    let range = calamine::Reader::worksheet_range(&mut found, &name).unwrap();
    let titles: Vec<String> = range.rows().next().unwrap().iter().map(ToString::to_string).collect();
    let at =
        |title: &str| titles.iter().position(|known| known == title).unwrap_or_else(|| panic!("{title}: {titles:?}"));
    let (answer, role) = (at("Your answer"), at("Your role"));
    let mut rows: Vec<Vec<String>> = range.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect();
    for row in rows.iter_mut().skip(1) {
        row[answer] = "confirmed".to_owned();
        row[role] = "team lead".to_owned();
    }
    let borrowed: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    let borrowed: Vec<&[&str]> = borrowed.iter().map(Vec::as_slice).collect();
    let back = book(&dir.path().join("terug.xlsx"), &[("Answers", &borrowed)]);
    let taken = agenda(dir.path(), &["import", back.to_str().unwrap(), "--by", "secretary"]);
    assert_eq!(taken.status, 0, "{}", taken.error);
    assert_eq!(open(dir.path()), before - 1, "{}", taken.out);
    let log = agenda(dir.path(), &["log"]);
    assert!(log.out.lines().last().is_some() && log.out.contains("GGD"), "{}", log.out);
}

#[test]
fn papers_are_made_in_every_form_and_nothing_else_is_written_over() {
    let dir = region();
    let report = |kind: &str, name: &str| {
        let file = path(dir.path(), name);
        let run = kapstok(&["report", kind, dir.path().to_str().unwrap(), AREA, "-o", &file]);
        assert_eq!(run.status, 0, "{}", run.error);
        (std::fs::read(&file).unwrap(), run.out)
    };
    let (area, said) = report("area", "gebied.pdf");
    assert!(area.starts_with(b"%PDF-") && said.contains("2 pages"), "{said}");
    assert_eq!(report("area", "nog-eens.pdf").0, area, "the same agenda gives the same bytes");
    assert!(report("agenda", "bijlage.docx").0.starts_with(b"PK"));
    assert!(report("agenda", "bijlage.xlsx").0.starts_with(b"PK"));
    let settings = path(dir.path(), "kapstok.toml");
    let run = kapstok(&["report", "area", dir.path().to_str().unwrap(), AREA, "-o", &settings]);
    assert_eq!(run.status, 2, "{}", run.error);
    std::fs::write(dir.path().join("mine.docx"), "my own words").unwrap();
    let run = agenda(dir.path(), &["holes", AREA, "-o", &path(dir.path(), "mine.docx")]);
    assert_eq!(run.status, 2);
    assert_eq!(std::fs::read_to_string(dir.path().join("mine.docx")).unwrap(), "my own words");
}

#[test]
fn a_template_offers_the_burdens_that_figures_show_and_the_links_between_them() {
    let dir = region();
    let file = path(dir.path(), "sjabloon.xlsx");
    // A buurt of which four domains stand in the worst fifth, and nothing is agreed.
    let run = kapstok(&["agenda", "template", "--from", dir.path().to_str().unwrap(), "XB01010114", "-o", &file]);
    assert_eq!(run.status, 0, "{}", run.error);
    let report = json(dir.path(), &["import", &file, "--dry-run"]);
    let nouns: Vec<&str> =
        report["changes"].as_array().unwrap().iter().map(|change| change["noun"].as_str().unwrap()).collect();
    assert_eq!(nouns.iter().filter(|noun| **noun == "burden").count(), 4, "{nouns:?}");
    assert!(nouns.contains(&"link"), "{nouns:?}");
}
