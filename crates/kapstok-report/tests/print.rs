// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What a reader of the file finds in it. To look at: each file is left in `tmp` of the target folder.
#![allow(clippy::unwrap_used, reason = "a test ends where something is not as it should be")]

mod havenkant;

use kapstok_report::{PrintError, Printed, pdf, print};
use kapstok_share::document::{Block, Column, Content, Depth, Document, Item, Paper, Run, Table};
use kapstok_share::words::Language;

fn printed(language: Language, paper: Paper) -> Printed {
    let printed = print(&havenkant::document(language, paper)).unwrap();
    let name = format!("{}/havenkant-{}-{paper:?}.pdf", env!("CARGO_TARGET_TMPDIR"), language.tag());
    std::fs::write(name, &printed.bytes).unwrap();
    printed
}

fn count(bytes: &[u8], words: &str) -> usize {
    bytes.windows(words.len()).filter(|window| *window == words.as_bytes()).count()
}

#[test]
fn it_says_that_it_is_accessible_and_can_be_archived_and_has_what_that_takes() {
    for (language, paper) in [(Language::Nl, Paper::Portrait), (Language::En, Paper::Landscape)] {
        let Printed { bytes, n_pages } = printed(language, paper);
        let lang = format!("/Lang({})", language.tag());
        for words in [
            "<pdfuaid:part>1</pdfuaid:part>",
            "<pdfaid:part>2</pdfaid:part>",
            "<pdfaid:conformance>A</pdfaid:conformance>",
            "Havenkant: w",
            "2024-03-18T00:00:00Z",
            "/Marked true",
            "/DisplayDocTitle true",
            lang.as_str(),
        ] {
            assert!(count(&bytes, words) > 0, "{words}");
        }
        // Two tables of 5 columns; 7 and 40 rows, each named by its first cell. Typst writes no `THead` where rows have
        // names too: each cell names its own heads.
        let tags = [
            ("/Scope/Column", 10),
            ("/Scope/Row", 47),
            ("/S/TH/", 57),
            ("/S/Caption/", 2),
            ("/S/H1", 3),
            ("/S/H2", 1),
            ("/S/LI", 3),
        ];
        for (tag, n_tags) in tags {
            assert_eq!(count(&bytes, tag), n_tags, "{tag}");
        }
        assert_eq!(count(&bytes, "/Type/Page") - count(&bytes, "/Type/Pages"), n_pages);
    }
}

#[test]
fn the_same_document_gives_the_same_bytes_on_any_thread() {
    let document = havenkant::document(Language::Nl, Paper::Portrait);
    let first = pdf(&document).unwrap();
    std::thread::scope(|scope| {
        let others: Vec<_> = (0..3).map(|_| scope.spawn(|| pdf(&document).unwrap())).collect();
        for other in others {
            assert!(other.join().unwrap() == first);
        }
    });
}

#[test]
fn what_cannot_be_printed_is_refused_with_its_reason() {
    let good = havenkant::document(Language::Nl, Paper::Portrait);
    let day = |day: &str| Document { day: day.to_owned(), ..good.clone() };
    for found in ["", "2024-02-30", "2024-3-18", "18 maart 2024", "2024-03-18T00:00"] {
        assert_eq!(pdf(&day(found)), Err(PrintError::Day { found: found.to_owned() }));
    }
    assert_eq!(pdf(&Document { title: " ".to_owned(), ..good.clone() }), Err(PrintError::NoTitle));
    let column = Column { title: "Kade".to_owned(), width: 1, content: Content::Words };
    let rows = vec![vec![], vec![Item::Empty, Item::Empty]];
    let blocks = vec![Block::Table(Table { caption: "Kades".to_owned(), columns: vec![column], rows })];
    let caption = "Kades".to_owned();
    let expected = PrintError::LongRow { caption, row: 2, found: 2, n_columns: 1 };
    assert_eq!(pdf(&Document { blocks, ..good }), Err(expected));
}

#[test]
fn what_is_empty_or_out_of_order_is_printed_all_the_same() {
    let table = |columns, rows| Block::Table(Table { caption: String::new(), columns, rows });
    let column = Column { title: String::new(), width: 0, content: Content::Numbers };
    let document = Document {
        subtitle: String::new(),
        head: String::new(),
        foot: String::new(),
        blocks: vec![
            Block::NewPage,
            Block::Heading(Depth::Part, "Deel zonder hoofdstuk".to_owned()),
            Block::Heading(Depth::Section, String::new()),
            Block::Paragraph(vec![]),
            Block::Callout(vec![Run::plain("")]),
            Block::List(vec![vec![], vec![Run::plain(" ")]]),
            Block::Note(String::new()),
            table(vec![], vec![]),
            table(vec![column.clone()], vec![]),
            table(vec![column.clone(), column], vec![vec![], vec![Item::Empty, Item::Hole(String::new())]]),
        ],
        ..havenkant::document(Language::En, Paper::Landscape)
    };
    let printed = print(&document).unwrap();
    assert_eq!(count(&printed.bytes, "/S/H1"), 1, "a part without a section above it is read as one");
}
