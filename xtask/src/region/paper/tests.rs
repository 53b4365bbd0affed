// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What must be true of the paper.

use super::metrics::{byte, width};
use super::{Font, Hyphens, Look, Paper, Placed, pdf};

fn paper(text: &str) -> (Vec<super::Sheet>, Vec<(usize, usize)>) {
    let mut paper = Paper::new(10.5, Hyphens::new(&["brand~weer".to_owned(), "ge|meenten".to_owned()]), Vec::new());
    paper.block(Look::Paragraph, &[Placed { sentence: 0, text }]);
    paper.finish(None, "voorbeeld", 0)
}

/// By hand: H 722, i 222, comma 278 of a thousand; bold H 722, i 278, comma 278.
#[test]
fn a_text_is_as_wide_as_its_signs() {
    assert_eq!(format!("{:.3}", width("Hi,", Font::Plain, 10.0)), "12.220");
    assert_eq!(format!("{:.3}", width("Hi,", Font::Bold, 10.0)), "12.780");
    // One sign for two letters, as wide as both.
    assert_eq!(
        format!("{:.3}", width("\u{fb01}", Font::Plain, 10.0)),
        format!("{:.3}", width("fi", Font::Plain, 10.0))
    );
    // The mark of a footnote is small: 0.6 of 556.
    assert_eq!(format!("{:.3}", width("^1", Font::Plain, 10.0)), "3.336");
}

#[test]
fn a_sign_that_the_paper_has_not_is_refused() {
    assert_eq!(byte('€'), Ok(0x80));
    assert!(byte('\u{2192}').is_err());
    let (sheets, _) = paper("Een pijl \u{2192} hier");
    assert!(pdf(&sheets, "Titel", "nl").is_err());
}

#[test]
fn words_break_only_where_they_may() {
    let hyphens = Hyphens::new(&["brand~weer".to_owned(), "ge|meenten".to_owned()]);
    let pair = |before: &str, after: &str| (before.to_owned(), after.to_owned());
    let cases = [
        ("Brandweer,", vec![pair("Brand\u{ad}", "weer,")]),
        ("(gemeenten)", vec![pair("(ge-", "meenten)")]),
        ("mbo-studenten", vec![pair("mbo-", "studenten")]),
        // What was left out behind it is no place to break.
        ("huur-", vec![]),
        ("onbekend", vec![]),
    ];
    for (word, expected) in cases {
        assert_eq!(hyphens.splits(word), expected, "{word}");
    }
}

#[test]
fn no_line_is_wider_than_the_page_and_text_goes_on_over_pages() {
    let long = "De brandweer en de gemeenten oefenen samen. ".repeat(120);
    let (sheets, begins) = paper(long.trim());
    assert!(sheets.len() > 1 && begins == [(0, 0)], "{} {begins:?}", sheets.len());
    for run in sheets.iter().flat_map(|sheet| &sheet.runs) {
        assert!(run.x + width(&run.text, run.font, run.size) <= 515.1, "{}", run.text);
        assert!(run.y > 0.0 && run.y < 842.0);
    }
    let hyphens = |end: char| sheets.iter().flat_map(|sheet| &sheet.runs).filter(move |run| run.text.ends_with(end));
    assert!(hyphens('-').count() > 0 && hyphens('\u{ad}').count() > 0);
}

/// Every object is where the table of the file says it is.
#[test]
fn the_table_of_the_file_points_at_its_objects() {
    let (sheets, _) = paper("Kort.");
    let file = pdf(&sheets, "Titel", "nl").unwrap();
    let start: usize = file.rsplit_once("startxref\n").unwrap().1.lines().next().unwrap().parse().unwrap();
    let rows: Vec<&str> = file[start..].lines().skip(3).take_while(|row| row.ends_with(" n ")).collect();
    assert_eq!(rows.len(), 6 + 2 * sheets.len());
    for (number, row) in (1..).zip(rows) {
        let offset: usize = row[..10].parse().unwrap();
        assert!(file[offset..].starts_with(&format!("{number} 0 obj\n")), "{number}");
    }
}
