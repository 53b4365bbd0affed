// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! One document, for Word and as a workbook, read back by other readers. All names and figures are invented.
//!
//! With `KAPSTOK_DOCUMENTS` set to a folder the files are put there, to be opened by hand.
#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};
use kapstok_share::document::{Block, Column, Content, Depth, Document, Item, Paper, Run, Table, docx, workbook};
use kapstok_share::words::Language;
use kapstok_source::{CellKind, Limits, grids};

fn column(title: &str, width: u16, content: Content) -> Column {
    Column { title: title.into(), width, content }
}

fn text(text: &str) -> Item {
    Item::Text(text.into())
}

fn number(value: f64, said: &str) -> Item {
    Item::Number { value, said: said.into() }
}

/// A document with each kind of block.
fn plan(language: Language, paper: Paper) -> Document {
    let [title, missing, caption, head] = match language {
        Language::Nl => {
            ["Voortgang gebiedsplan Noord", "nog niet ingevuld", "Maatregelen en geld", "Gebied Noord (WK036301)"]
        }
        Language::En => {
            ["Progress of the plan for North", "not filled in yet", "Actions and money", "Area North (WK036301)"]
        }
    };
    let columns = vec![
        column("Maatregel", 4, Content::Words),
        column("Wie", 2, Content::Words),
        column("Klaar", 2, Content::Words),
        column("Budget", 2, Content::Numbers),
    ];
    let row = |at: u32| {
        vec![
            text(&format!("Maatregel {at}: budgetcoach in het buurthuis, elke week op dinsdag en donderdag")),
            if at.is_multiple_of(3) { Item::Hole(missing.into()) } else { text("Gemeente") },
            text("31 maart 2025"),
            if at % 4 == 1 {
                Item::Hole(missing.into())
            } else {
                number(1_250.5 * f64::from(at), &format!("€ {at}.250,50"))
            },
        ]
    };
    let second = Table {
        caption: caption.into(),
        columns: vec![column("Doel", 1, Content::Words), column("Nu", 1, Content::Numbers)],
        rows: vec![vec![text("Minder schulden"), number(0.125, "12,5 %")], vec![text("Werk")]],
    };
    Document {
        title: title.into(),
        subtitle: "Kwartaal 1 van 2025".into(),
        language,
        day: "2025-03-31".into(),
        paper,
        head: head.into(),
        foot: "Logboek 4f2a9c11, gegevens 8d01ee73".into(),
        blocks: vec![
            Block::Callout(vec![
                Run::strong("Drie maatregelen lopen achter. "),
                Run::plain("Van twee is niet bekend wie ze doet."),
            ]),
            Block::Heading(Depth::Section, "Wat er is afgesproken".into()),
            Block::Paragraph(vec![
                Run::plain("Er zijn "),
                Run::strong("dertig"),
                Run::plain(
                    " maatregelen. Van elke maatregel staat hieronder wie hem doet, wanneer hij klaar is en wat hij kost.",
                ),
            ]),
            Block::List(vec![
                vec![Run::plain("Schulden: tien maatregelen")],
                vec![
                    Run::strong("Werk"),
                    Run::plain(
                        ": twintig maatregelen, waarvan er vijf samen met de regio worden gedaan en die dus ook in het plan van de regio staan",
                    ),
                ],
            ]),
            Block::Heading(Depth::Part, "Maatregelen".into()),
            Block::Table(Table { caption: caption.into(), columns, rows: (1..=30).map(row).collect() }),
            Block::Table(second),
            Block::Note("Bron: logboek van het gebied. Bedragen in euro.".into()),
            Block::NewPage,
            Block::NewPage,
            Block::Heading(Depth::Section, "Wat er nog mist".into()),
            Block::Paragraph(vec![Run::plain("Niets meer dan hierboven staat.")]),
        ],
    }
}

/// A document whose every text would like to be something else.
fn hostile(words: &str) -> Document {
    let run = || vec![Run::plain(words), Run::strong(words)];
    let columns = || vec![column(words, 0, Content::Words), column(words, u16::MAX, Content::Numbers)];
    let rows = vec![
        vec![text(words), Item::Hole(words.into())],
        vec![number(f64::NAN, words), number(f64::INFINITY, words), text("te veel")],
        vec![],
    ];
    let table = || Block::Table(Table { caption: words.into(), columns: columns(), rows: rows.clone() });
    Document {
        title: words.into(),
        subtitle: words.into(),
        language: Language::Nl,
        day: words.into(),
        paper: Paper::Portrait,
        head: words.into(),
        foot: words.repeat(30),
        blocks: vec![
            Block::Heading(Depth::Section, words.into()),
            Block::Paragraph(run()),
            Block::Callout(run()),
            Block::List(vec![run(), vec![]]),
            table(),
            table(),
            Block::NewPage,
            Block::Table(Table { caption: String::new(), columns: columns(), rows: vec![] }),
            Block::Table(Table { caption: words.into(), columns: vec![], rows: vec![vec![]] }),
            Block::Note(words.into()),
            Block::NewPage,
        ],
    }
}

const HOSTILE: [&str; 12] = [
    "<w:p>&amp;</w:t></w:r>",
    "=cmd|'/C calc'!A0",
    "+1+1",
    "-1",
    "@SUM(A1)",
    "a\u{0}b\u{1f}c\u{ffff}",
    "שלום \u{202e}evil",
    "🏘️👩‍👩‍👧 buurt 🏘️👩‍👩‍👧 buurt 🏘️👩‍👩‍👧 buurt 🏘️",
    "[a]:*?/\\'",
    "&P&\"Arial,Bold\"&24",
    "https://example.org/ file:///etc/passwd",
    "eerste\nregel\ttab\r\n ]]>",
];

/// Every sign of every part is one that XML can hold.
fn check_signs(bytes: &[u8]) {
    let names: Vec<String> = {
        let zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        zip.file_names().map(|name| name.unwrap().into_owned()).collect()
    };
    let holds = |sign: char| matches!(sign, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..);
    for name in names {
        let xml = part(bytes, &name);
        assert_eq!(xml.chars().find(|sign| !holds(*sign)), None, "{name}");
    }
}

/// A part of a file by its name.
fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut xml = String::new();
    zip.by_name(name).unwrap().read_to_string(&mut xml).unwrap();
    xml
}

fn write(name: &str, bytes: &[u8]) {
    if let Some(folder) = std::env::var_os("KAPSTOK_DOCUMENTS") {
        std::fs::write(std::path::Path::new(&folder).join(name), bytes).unwrap();
    }
}

#[test]
fn a_document_for_word_has_real_headings_lists_and_title_rows() {
    for (language, paper, tag, page) in [
        (Language::Nl, Paper::Landscape, "nl-NL", ("Pagina ", " van ")),
        (Language::En, Paper::Portrait, "en-GB", ("Page ", " of ")),
    ] {
        let document = plan(language, paper);
        let bytes = docx(&document).unwrap();
        write(&format!("plan-{tag}.docx"), &bytes);
        assert_eq!(bytes, docx(&document).unwrap(), "the same bytes each time");
        let xml = part(&bytes, "word/document.xml");
        let n = |what: &str| xml.matches(what).count();
        assert_eq!((n(r#""Title""#), n(r#""Heading1""#), n(r#""Heading2""#), n(r#""ListBullet""#)), (1, 2, 1, 2));
        // Two tables with a row of titles each, no row torn, holes hatched, one new page for two in a row.
        assert_eq!((n("<w:tbl>"), n("<w:tblHeader/>"), n("<w:cantSplit/>")), (2, 2, 34));
        assert_eq!((n("DiagStripe"), n("<w:pageBreakBefore/>")), (18, 1));
        assert_eq!(n(r#"w:orient="landscape""#), usize::from(paper == Paper::Landscape));
        // Columns fill the room between the margins.
        let room = if paper == Paper::Landscape { 14_570 } else { 9_638 };
        let widths = xml.split(r#"<w:gridCol w:w=""#).skip(1).map(|rest| rest.split('"').next().unwrap());
        assert_eq!(widths.map(|width| width.parse::<u32>().unwrap()).sum::<u32>(), 2 * room);
        let styles = part(&bytes, "word/styles.xml");
        assert!(styles.contains(&format!(r#"<w:lang w:val="{tag}""#)));
        let core = part(&bytes, "docProps/core.xml");
        assert!(
            core.contains(&format!("<dc:title>{}</dc:title>", document.title)) && core.contains("2025-03-31T00:00:00Z")
        );
        let foot = part(&bytes, "word/footer1.xml");
        let field = |name: &str| format!(r#"</w:t></w:r><w:fldSimple w:instr=" {name} ">"#);
        assert!(
            foot.contains(&(page.0.to_owned() + &field("PAGE")))
                && foot.contains(&(page.1.to_owned() + &field("NUMPAGES"))),
            "{foot}"
        );
        assert!(foot.contains("4f2a9c11") && part(&bytes, "word/header1.xml").contains("WK036301"));

        let (read, problems) = grids("plan.docx", &bytes, &Limits::default());
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(read.len(), 2);
        assert_eq!(read[0].above.last().unwrap(), &document_caption(&document));
        assert_eq!(read[0].rows.len(), 31);
        let cells: Vec<&str> = read[0].rows[3].cells.iter().map(|cell| cell.text.as_str()).collect();
        let hole = if language == Language::Nl { "nog niet ingevuld" } else { "not filled in yet" };
        assert_eq!(cells[1..], [hole, "31 maart 2025", "€ 3.250,50"]);
    }
}

fn document_caption(document: &Document) -> String {
    let mut tables = document.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table.caption.clone()),
        _ => None,
    });
    tables.next_back().unwrap()
}

#[test]
fn a_workbook_has_its_words_first_and_a_sheet_for_each_table() {
    for (language, names) in [
        (Language::Nl, ["Lees mij", "Maatregelen en geld", "Maatregelen en geld~2"]),
        (Language::En, ["Read me", "Actions and money", "Actions and money~2"]),
    ] {
        let document = plan(language, Paper::Landscape);
        let bytes = workbook(&document).unwrap();
        write(&format!("plan-{}.xlsx", language.tag()), &bytes);
        assert_eq!(bytes, workbook(&document).unwrap(), "the same bytes each time");
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(&bytes)).unwrap();
        assert_eq!(book.sheet_names(), names);
        let first = book.worksheet_range(names[0]).unwrap();
        let lines: Vec<String> = first.rows().map(|row| row[0].to_string()).collect();
        assert!(lines[0] == document.title && lines.last() == Some(&document.foot), "{lines:?}");
        assert!(lines.iter().any(|line| line.contains(names[2]) && line.contains(names[1])), "{lines:?}");
        let table = book.worksheet_range(names[1]).unwrap();
        assert_eq!(table.height(), 31);
        assert_eq!(table.get_value((2, 3)), Some(&Data::Float(2_501.0)));
        let sheet = part(&bytes, "xl/worksheets/sheet2.xml");
        for what in [
            r#"state="frozen""#,
            r#"orientation="landscape""#,
            r#"paperSize="9""#,
            r#"fitToHeight="0""#,
            "&amp;P",
            "4f2a9c11",
        ] {
            assert!(sheet.contains(what), "{what}");
        }
        assert!(part(&bytes, "xl/workbook.xml").contains("Print_Titles"));
    }
}

#[test]
fn a_text_is_a_text_whatever_it_looks_like() {
    for words in HOSTILE {
        let document = hostile(words);
        let held: String = words.chars().filter(|sign| !sign.is_control() && *sign != '\u{ffff}').collect();
        let (bytes, book) = (docx(&document).unwrap(), workbook(&document).unwrap());
        write(&format!("hostile-{}.docx", words.len()), &bytes);
        write(&format!("hostile-{}.xlsx", words.len()), &book);
        check_signs(&bytes);
        check_signs(&book);
        let xml = part(&bytes, "word/document.xml");
        assert!(!xml.contains("hyperlink") && !xml.contains("fldSimple") && !xml.contains("instrText"), "{words:?}");
        let (read, problems) = grids("h.docx", &bytes, &Limits::default());
        assert!(problems.is_empty() && read.len() == 3, "{words:?}: {problems:?}");
        let same = |text: &str| text.chars().filter(|sign| !sign.is_control() && *sign != ' ').collect::<String>();
        assert_eq!(same(&read[0].rows[1].cells[1].text), same(&held), "{words:?}");

        let (read, problems) = grids("h.xlsx", &book, &Limits::default());
        assert!(problems.is_empty() && read.len() == 4, "{words:?}: {problems:?}");
        let row = &read[1].rows[1];
        assert!(row.cells.iter().all(|cell| cell.kind == CellKind::Text && same(&cell.text) == same(&held)), "{row:?}");
        for name in ["sheet1", "sheet2"] {
            let xml = part(&book, &format!("xl/worksheets/{name}.xml"));
            assert!(!xml.contains("<f>") && !xml.contains("hyperlink"), "{words:?}");
        }
    }
}

#[test]
fn an_empty_document_is_a_sound_file_and_a_day_that_is_none_does_no_harm() {
    for day in ["", "2025-02-31", "99999-01-01", "2025", "a-b-c", "-1-1-1"] {
        let mut document = Document { blocks: vec![], day: day.into(), ..plan(Language::Nl, Paper::Portrait) };
        (document.title, document.subtitle, document.head, document.foot) = Default::default();
        assert!(part(&docx(&document).unwrap(), "docProps/core.xml").contains("2000-01-01T00:00:00Z"), "{day}");
        assert!(grids("l.docx", &docx(&document).unwrap(), &Limits::default()).1.is_empty());
        assert!(grids("l.xlsx", &workbook(&document).unwrap(), &Limits::default()).1.is_empty());
    }
}
