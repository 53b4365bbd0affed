// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! How the parts of a document hang together: lists, sections, tables; and what each kind of file says of its own.
#![expect(clippy::unwrap_used, reason = "helpers of tests")]
#![expect(unreachable_pub, dead_code, reason = "the made documents are a module of several tests")]

mod made;

use kapstok_read::block::BlockKind;
use kapstok_read::{At, Document, Limits, Recipe, extract};
use made::{Text, lines, pdf, text};

fn read(bytes: &[u8]) -> Document {
    let recipe = Recipe::parse(include_str!("../../../recipes/read-nl-coalition/recipe.toml")).0.unwrap();
    Document::of(extract(bytes, &Limits::default()).unwrap(), &recipe)
}

fn sentences(document: &Document) -> Vec<&str> {
    document.sentences.iter().map(|sentence| sentence.place.quote()).collect()
}

fn kinds(document: &Document) -> Vec<(BlockKind, &str)> {
    document.blocks.iter().map(|block| (block.kind.clone(), block.text())).collect()
}

#[test]
fn a_table_has_titles_of_several_lines_and_a_caption_and_goes_on_over_the_page() {
    let row = |y: f32, label: &str, cells: [&str; 2]| {
        let mut row = vec![text(70.0, y, 9.0, label)];
        row.retain(|label| !label.text.is_empty());
        row.extend([(330.0, cells[0]), (430.0, cells[1])].map(|(x, cell)| text(x, y, 9.0, cell)));
        row
    };
    let words = ["De eerste bladzijde zegt in een zin wat de tabel hieronder laat zien, en", "die loopt door."];
    let mut first = lines(70.0, 60.0, &words);
    first.push(text(70.0, 110.0, 11.0, "Tabel 1: wat de plannen kosten (mln. euro)"));
    first.extend(row(150.0, "", ["begroting", "raming"]));
    first.extend(row(160.0, "Doel", ["2024", "2025"]));
    first.extend(row(175.0, "Buurten", ["1.200", "15"]));
    first.extend(row(190.0, "Zorg", ["300", "7"]));
    let mut second = row(60.0, "", ["begroting", "raming"]);
    second.extend(row(70.0, "Doel", ["2024", "2025"]));
    second.extend(row(85.0, "Werk", ["40", "1.000"]));
    second.extend(row(100.0, "Sport", ["50", "8"]));
    second.push(text(70.0, 180.0, 11.0, "Hierna gaat de tekst van het plan gewoon weer verder, tot het einde."));
    let document = read(&pdf(&[first, second]));
    let tables: Vec<_> = document.blocks.iter().filter_map(|block| block.table.as_ref()).collect();
    assert_eq!(tables.len(), 1, "{:?}", kinds(&document));
    let table = tables[0];
    let titles: Vec<&str> = table.titles.iter().map(|title| title.as_ref().unwrap().quote()).collect();
    assert_eq!((titles, table.title_rows), (vec!["begroting 2024", "raming 2025"], 2));
    assert_eq!(table.caption.as_ref().unwrap().quote(), "Tabel 1: wat de plannen kosten (mln. euro)");
    let labels: Vec<&str> = table.rows.iter().flat_map(|row| &row.label).map(|label| label.quote()).collect();
    assert_eq!(labels, ["Doel", "Buurten", "Zorg", "Werk", "Sport"]);
    let last = table.rows[5].cells[1].as_ref().unwrap();
    assert_eq!((last.place.quote(), last.place.page(), last.place.at()), ("8", 2, At::Cell { row: 5, column: 1 }));
    let block = document.blocks.iter().position(|block| block.table.is_some()).unwrap();
    assert_eq!(document.place(block, At::Title { column: 0 }, 10..14).unwrap().quote(), "2024");
}

#[test]
fn each_item_of_a_list_in_plain_text_is_one() {
    let text = "Wij willen:\n- huizen die\n  goedkoop zijn\n- scholen\n  - ook in wijken\n- rust\n  \t\nDaarna niets\n\
                - zo zeggen wij - en\nook dan niet.\n# Zorg\nMeer zorg.\n\n1. Eerst dit.\n2) Dan dat.\n\n3. Kop";
    let document = read(text.as_bytes());
    let intro = Some("Wij willen:");
    let expected = [
        ("huizen die goedkoop zijn", 0, intro),
        ("scholen", 0, intro),
        ("ook in wijken", 1, intro),
        ("rust", 0, intro),
        ("1. Eerst dit.", 0, None),
        ("2) Dan dat.", 0, None),
        ("3. Kop", 0, None),
    ];
    assert_eq!(lists(&document), expected);
    let others: Vec<_> = kinds(&document).into_iter().filter(|(kind, _)| *kind != BlockKind::Item).collect();
    let expected = [
        (BlockKind::Paragraph, "Wij willen:"),
        (BlockKind::Paragraph, "Daarna niets - zo zeggen wij - en ook dan niet."),
        (BlockKind::Heading(1), "Zorg"),
        (BlockKind::Paragraph, "Meer zorg."),
    ];
    assert_eq!(others, expected);
}

#[test]
fn what_a_web_page_took_out_is_left_out_and_a_cell_over_rows_keeps_its_column() {
    let web = b"<html><p>Wij bouwen <del>tien <del>of</del> elf</del><ins>vijf</ins> &Eacute;&eacute;n huis.<table>\
        <tr><td rowspan=2>Wonen<td>2024<td>2025<tr><td>10<td>20<tr><td>Zorg<td rowspan='0'>7<td>8<tr><td>Werk<td>9</table>\
        <p>En <delta>meer.<p>Niet <del>gesloten.";
    let document = read(web);
    assert_eq!(sentences(&document), ["Wij bouwen vijf Één huis.", "En", "meer.", "Niet gesloten."]);
    let table = document.blocks.iter().find_map(|block| block.table.as_ref()).unwrap();
    let rows: Vec<Vec<&str>> = table
        .rows
        .iter()
        .map(|row| {
            let cells = row.cells.iter().map(|cell| cell.as_ref().map(|cell| &cell.place));
            [row.label.as_ref()].into_iter().chain(cells).map(|place| place.map_or("", |place| place.quote())).collect()
        })
        .collect();
    let expected = [["Wonen", "2024", "2025"], ["", "10", "20"], ["Zorg", "7", "8"], ["Werk", "", "9"]];
    assert_eq!(rows, expected);
}

#[test]
fn styles_that_are_based_on_a_heading_are_headings_and_notes_at_the_end_are_notes() {
    let paragraphs: Vec<String> =
        [("Hoofdstuk", "Wonen"), ("Plat", "Er komen huizen."), ("Slot", "Slot"), ("Rond", "Er komt meer.")]
            .iter()
            .map(|(style, words)| made::word_paragraph(style, words))
            .collect();
    let word = made::docx_with(
        &paragraphs.concat(),
        &[(
            "word/endnotes.xml",
            "<endnotes><endnote type=\"separator\"><p><r><t>x</t></r></p></endnote><endnote><p><r><t>\
         Aan het eind.</t></r></p></endnote></endnotes>",
        )],
    );
    let document = read(&word);
    let expected = [
        (BlockKind::Heading(1), "Wonen"),
        (BlockKind::Paragraph, "Er komen huizen."),
        (BlockKind::Heading(1), "Slot"),
        (BlockKind::Paragraph, "Er komt meer."),
        (BlockKind::Footnote(String::new()), "Een noot."),
        (BlockKind::Footnote(String::new()), "Aan het eind."),
    ];
    assert_eq!(kinds(&document), expected);
}

/// How deep each item lies, and what introduces its list.
fn lists(document: &Document) -> Vec<(&str, u8, Option<&str>)> {
    let items = document.blocks.iter().filter(|block| block.kind == BlockKind::Item);
    items.map(|block| (block.text(), block.depth, block.lead_in.map(|at| document.blocks[at].text()))).collect()
}

#[test]
fn an_item_knows_how_deep_it_lies_and_what_introduces_its_list() {
    let point = |x: f32, y: f32, words: &str| text(x, y, 11.0, &format!("\u{f0b7} {words}"));
    let body = |number: &str, mut page: Vec<Text>| {
        page.push(text(70.0, 30.0, 9.0, "Programma Duinstad"));
        page.push(text(295.0, 800.0, 9.0, number));
        page
    };
    let mut first = lines(70.0, 90.0, &["Voor de wijken doen wij de komende jaren het volgende, samen:"]);
    first.extend([point(70.0, 120.0, "Meer groen."), point(90.0, 140.0, "Ook in de straten.")]);
    let mut second = vec![point(90.0, 80.0, "En op de pleinen."), point(70.0, 100.0, "Minder stenen:")];
    second.push(point(90.0, 120.0, "op de daken."));
    second.extend(lines(70.0, 160.0, &["Dat was het, en hieronder staan nog wat losse punten bij elkaar."]));
    second.push(point(70.0, 190.0, "Los punt."));
    let third = lines(70.0, 90.0, &["De derde bladzijde heeft alleen een zin."]);
    let document = read(&pdf(&[body("1", first), body("2", second), body("3", third)]));
    let intro = Some("Voor de wijken doen wij de komende jaren het volgende, samen:");
    let expected = [
        ("Meer groen.", 0, intro),
        ("Ook in de straten.", 1, intro),
        ("En op de pleinen.", 1, intro),
        ("Minder stenen:", 0, intro),
        ("op de daken.", 1, Some("Minder stenen:")),
        ("Los punt.", 0, None),
    ];
    assert_eq!(lists(&document), expected);
}

#[test]
fn lists_of_a_file_that_knows_its_lists_are_the_same_in_each_kind() {
    let web =
        b"<html><p>Wij gaan<ul><li>bouwen:<ul><li>huizen<li>scholen</ul><li>leren</ul><h2>Punten:</h2><ul><li>Een";
    let open = made::odt(
        "<text:p>Wij gaan</text:p><text:list><text:list-item><text:p>bouwen:</text:p><text:list><text:list-item><text:p>\
         huizen</text:p></text:list-item><text:list-item><text:p>scholen</text:p></text:list-item></text:list>\
         </text:list-item><text:list-item><text:p>leren</text:p></text:list-item></text:list><text:h \
         text:outline-level=\"2\">Punten:</text:h><text:list><text:list-item><text:p>Een</text:p></text:list-item>\
         </text:list>",
    );
    let item = |level: u8, words: &str| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>{words}\
             </w:t></w:r></w:p>"
        )
    };
    let word = [
        made::word_paragraph("Standaard", "Wij gaan"),
        item(0, "bouwen:"),
        item(1, "huizen"),
        item(1, "scholen"),
        item(0, "leren"),
        made::word_paragraph("Kop2", "Punten:"),
        made::word_paragraph("Lijst", "Een"),
    ];
    let word = made::docx(&word.concat());
    let expected = [
        ("bouwen:", 0, Some("Wij gaan")),
        ("huizen", 1, Some("bouwen:")),
        ("scholen", 1, Some("bouwen:")),
        ("leren", 0, Some("Wij gaan")),
        ("Een", 0, None), // A heading names a list, and says nothing that its items go on with.
    ];
    for (name, bytes) in [("html", &web[..]), ("odt", &open), ("docx", &word)] {
        assert_eq!(lists(&read(bytes)), expected, "{name}");
    }
}

#[test]
fn a_section_knows_the_one_around_it_its_heading_and_its_blocks() {
    let document = read(
        b"Vooraf.\n\n# Wonen\n\nHuizen.\n\n### Huur\n\nLaag.\n\n## Koop\n\nOok laag.\n\nOf hoog.\n\n# Zorg\n\nGoed.\n",
    );
    let rows: Vec<_> = document
        .sections
        .iter()
        .map(|section| {
            let heading = section.heading.map(|block| document.blocks[block].text());
            (heading, section.level, section.parent, section.blocks.clone())
        })
        .collect();
    let expected = [
        (None, 0, None, 0..1),
        (Some("Wonen"), 1, None, 1..3),
        (Some("Huur"), 3, Some(1), 3..5),
        (Some("Koop"), 2, Some(1), 5..8),
        (Some("Zorg"), 1, None, 8..10),
    ];
    assert_eq!(rows, expected);
    for (index, section) in document.sections.iter().enumerate() {
        assert!(document.blocks[section.blocks.clone()].iter().all(|block| block.section == index), "{index}");
    }
    let within: Vec<_> = (0..6).map(|section| document.blocks_within(section)).collect();
    assert_eq!(within, [0..1, 1..8, 3..5, 5..8, 8..10, 0..0]);
}
