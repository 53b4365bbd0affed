// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What stands on the pages, read from the pages as they are set.

use kapstok_share::document::{Block, Column, Content, Depth, Document, Item, Paper, Run, Table};
use kapstok_share::words::Language;
use typst::layout::{Frame, FrameItem};

use super::{PRESS, desk, in_fonts, press, set};
use crate::document::page;
use crate::signs::UNKNOWN;

fn document(blocks: Vec<Block>) -> Document {
    Document {
        title: "Havenkant".to_owned(),
        subtitle: String::new(),
        language: Language::Nl,
        day: "2024-03-18".to_owned(),
        paper: Paper::Portrait,
        head: "Havenkant".to_owned(),
        foot: String::new(),
        blocks,
    }
}

/// The words on each page, in the order in which they are drawn.
fn pages(document: &Document) -> Vec<String> {
    fn words(frame: &Frame, into: &mut String) {
        for (_, item) in frame.items() {
            match item {
                FrameItem::Text(text) => into.push_str(&text.text),
                FrameItem::Group(group) => words(&group.frame, into),
                _ => {}
            }
        }
    }
    let set = set(&desk(&page(document).unwrap()).unwrap()).unwrap();
    let page_of = |page: &typst_layout::Page| {
        let mut text = String::new();
        words(&page.frame, &mut text);
        text
    };
    set.pages().iter().map(page_of).collect()
}

fn words(title: &str) -> Column {
    Column { title: title.to_owned(), width: 1, content: Content::Words }
}

fn table(n_rows: usize) -> Block {
    let row = |row| vec![Item::Text(format!("kade {row}")), Item::Hole("niet gemeten".to_owned())];
    let rows = (1..=n_rows).map(row).collect();
    Block::Table(Table { caption: "Kades".to_owned(), columns: vec![words("Naam van de kade"), words("Cijfer")], rows })
}

#[test]
fn text_that_looks_like_markup_is_shown_as_it_was_written() {
    let hostile = [
        r##"#eval("1")"##,
        "$x$",
        "= Kop",
        "*b*",
        "_i_",
        "]",
        "[",
        "\"",
        "\\",
        "`r`",
        "//x",
        "/*x*/",
        "--",
        "~",
        "@ref",
        "<label>",
        "#import \"x\"",
        "- lijst",
        "+ lijst",
        "https://x.nl",
        "{page}",
        "'",
        "...",
    ];
    for text in hostile {
        let own = || text.to_owned();
        let mut everywhere = document(vec![
            Block::Heading(Depth::Section, own()),
            Block::Paragraph(vec![Run::plain(text), Run::strong(text)]),
            Block::Callout(vec![Run::plain(text)]),
            Block::List(vec![vec![Run::plain(text)]]),
            Block::Table(Table {
                caption: own(),
                columns: vec![words(text)],
                rows: vec![vec![Item::Text(own())], vec![Item::Hole(own())]],
            }),
            Block::Note(own()),
        ]);
        (everywhere.title, everywhere.subtitle) = (own(), own());
        (everywhere.head, everywhere.foot) = (own(), own());
        let shown = pages(&everywhere).concat();
        assert_eq!(shown.matches(text).count(), 14, "{text}: {shown}");
        assert!(press(&page(&everywhere).unwrap()).is_ok(), "{text}");
    }
}

#[test]
fn every_sign_that_the_fonts_have_can_be_printed_and_every_other_one_is_seen_to_be_unknown() {
    let all: Vec<char> = ('\0'..=char::MAX).filter(|sign| in_fonts(*sign)).collect();
    for font in &PRESS.fonts[..2] {
        assert!(all.iter().all(|sign| font.info().coverage.contains(u32::from(*sign))), "{}", font.info().family);
    }
    assert!(in_fonts(UNKNOWN) && all.len() > 1_000);
    let all: String = all.chunks(40).map(|line| line.iter().collect::<String>() + "\n").collect();
    let other = "漢字 שלום 👩‍🔬 \u{E000} \u{FFFD} \u{10FFFF}";
    let blocks = vec![Block::Paragraph(vec![Run::plain(all.as_str()), Run::strong(all.as_str()), Run::plain(other)])];
    let printed = Document { title: format!("{all}{other}"), ..document(blocks) };
    assert!(press(&page(&printed).unwrap()).is_ok());
    assert!(pages(&document(vec![Block::Note(other.to_owned())])).concat().contains("□□ □□□□ □□ □ □ □"));
}

#[test]
fn a_long_table_goes_on_with_its_titles_on_every_page_and_no_row_is_lost() {
    let pages = pages(&document(vec![table(200)]));
    assert!(pages.len() > 3, "{}", pages.len());
    for page in &pages {
        assert_eq!(page.matches("Naam van de kade").count(), 1, "{page}");
    }
    let all = pages.concat();
    for row in 1..=200 {
        assert!(all.contains(&format!("kade {row}niet gemeten")), "row {row}");
    }
}

#[test]
fn a_row_is_kept_together_unless_it_is_higher_than_a_page() {
    let mut rows = vec![vec![Item::Text("kort".to_owned())]; 25];
    rows.push(vec![Item::Text("twaalf woorden op een rij die samen op de bladzijde staan ".repeat(3) + "slot.")]);
    let narrow = |rows| Table { caption: String::new(), columns: vec![words("Naam"), words("Leeg")], rows };
    let together = pages(&document(vec![Block::Table(narrow(rows))]));
    let whole = |page: &&String| page.contains("twaalf") && page.contains("slot.");
    assert_eq!(together.iter().filter(whole).count(), 1, "{together:?}");

    let long = (1..=4_000).map(|word| format!("w{word} ")).collect::<String>();
    let split = pages(&document(vec![Block::Table(narrow(vec![vec![Item::Text(long)]]))]));
    assert!(split.len() > 3 && split.concat().contains("w4000"), "nothing is cut off: {} pages", split.len());
}

#[test]
fn a_word_that_fits_on_no_line_is_broken_and_nothing_is_put_into_it() {
    let hash = "3f9ac2d81b5e47f0a6c1d2e3f4a5b6c7d8e9f0a1b2c3d4e5f6a7b8c9d0e1f2a3".repeat(4);
    let narrow: Vec<Column> = ["a", "b", "c", "d", "e", "f"].map(words).to_vec();
    let rows = vec![vec![Item::Text(hash.clone()); 6]];
    let found = document(vec![Block::Table(Table { caption: String::new(), columns: narrow, rows })]);
    assert_eq!(pages(&found).concat().matches(&hash).count(), 6);
    let set = set(&desk(&page(&found).unwrap()).unwrap()).unwrap();
    fn right_end(frame: &Frame, left: f64) -> f64 {
        let end = |(at, item): &(typst::layout::Point, FrameItem)| match item {
            FrameItem::Text(text) => left + (at.x + text.width()).to_mm(),
            FrameItem::Group(group) => right_end(&group.frame, left + at.x.to_mm()),
            _ => 0.0,
        };
        frame.items().map(end).fold(0.0, f64::max)
    }
    let end = right_end(&set.pages()[0].frame, 0.0);
    assert!(end < 210.0 - 20.0, "the text ends at {end} mm of 210");
}

#[test]
fn the_head_is_seen_on_every_page_and_pages_are_counted() {
    let line = |words: &str| Block::Paragraph(vec![Run::plain(words)]);
    let mut three =
        document(vec![line("een"), Block::NewPage, line("twee"), Block::NewPage, line("drie"), Block::NewPage]);
    three.head = "Havenkant · VERZONNEN VOORBEELD".to_owned();
    three.foot = "Logboek 3f9a".to_owned();
    let pages = pages(&three);
    assert_eq!(pages.len(), 3, "no empty page at the end");
    for (page_index, page) in pages.iter().enumerate() {
        let number = format!("Pagina {} van 3", page_index + 1);
        for words in ["Havenkant · VERZONNEN VOORBEELD", "Logboek 3f9a", &number] {
            assert_eq!(page.matches(words).count(), 1, "{words}: {page}");
        }
    }
    assert_eq!(press(&page(&three).unwrap()).unwrap().n_pages, 3);
}
