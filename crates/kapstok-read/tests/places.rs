// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Law: what stands at the place of a row is its quote, for every block, cell and sentence of any document.
#![expect(clippy::unwrap_used, reason = "helpers of tests")]
#![expect(unreachable_pub, dead_code, reason = "the made documents are a module of several tests")]

mod made;

use kapstok_read::{At, Document, Limits, Place, Recipe, extract};
use made::{Text, bold, pdf, text};
use proptest::prelude::*;

/// Words with all that hides in words.
fn word() -> impl Strategy<Value = String> {
    let part = "[a-z]{1,7}";
    prop_oneof![
        4 => part,
        1 => (part, part).prop_map(|(a, b)| format!("{a}\u{ad}{b}")),
        1 => (part, part).prop_map(|(a, b)| format!("{a}\u{fb01}{b}")),
        1 => (part, part).prop_map(|(a, b)| format!("{a}-{b}")),
        1 => part.prop_map(|a| format!("{a}e\u{301}")),
        1 => part.prop_map(|a| format!("{a}. Daar")),
        1 => Just("nr. 3".to_owned()),
        1 => Just("1.200".to_owned()),
    ]
}

/// A line: its words, how it ends, and what it looks like.
fn line() -> impl Strategy<Value = (Vec<String>, u8, u8)> {
    (proptest::collection::vec(word(), 1..8), 0..4_u8, 0..12_u8)
}

fn page(number: usize, lines: &[(Vec<String>, u8, u8)], two_columns: bool) -> Vec<Text> {
    let mut page = vec![text(70.0, 30.0, 9.0, "Programma Duinstad"), text(290.0, 820.0, 9.0, &number.to_string())];
    let half = lines.len().div_ceil(2);
    for (index, (words, end, look)) in lines.iter().enumerate() {
        let (column, row) = if two_columns { (index / half, index % half) } else { (0, index) };
        let (x, y) = (70.0 + 250.0 * column as f32, 70.0 + 15.0 * row as f32);
        let end = ["", "-", ".", "\u{ad}"][usize::from(*end)];
        let line = format!("{}{end}", words.join(" "));
        match look {
            0 => page.push(bold(x, y, 14.0, &line)),
            1 | 2 => page.push(text(x, y, 11.0, &format!("\u{f0b7} {line}"))),
            3 => {
                // A row of a table.
                page.push(text(x, y, 9.0, &words[0]));
                page.push(text(x + 90.0, y, 9.0, "1.200"));
                page.push(text(x + 150.0, y, 9.0, "-3"));
            }
            4 => {
                // A footnote and its mark.
                page.push(text(x, y, 11.0, &words[0]));
                page.push(text(x + 60.0, y - 4.0, 6.0, "1"));
                page.push(text(70.0, 775.0, 6.0, "1"));
                page.push(text(75.0, 778.0, 8.0, &line));
            }
            5 => page.push(text(x + 18.0, y, 11.0, &line)),
            _ => page.push(text(x, y, 11.0, &line)),
        }
    }
    page
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]
    #[test]
    fn what_stands_at_each_place_is_its_quote(
        pages in proptest::collection::vec((proptest::collection::vec(line(), 1..30), any::<bool>()), 1..5),
    ) {
        let pages: Vec<Vec<Text>> =
            pages.iter().enumerate().map(|(index, (lines, two))| page(index + 1, lines, *two)).collect();
        let recipe = Recipe::parse(include_str!("../../../recipes/read-nl-coalition/recipe.toml")).0.unwrap();
        let document = Document::of(extract(&pdf(&pages), &Limits::default()).unwrap(), &recipe);
        let check = |place: &Place| {
            let again = place.read_again(&document.pages, &document.words);
            prop_assert_eq!(again.as_deref(), Some(place.quote()), "{:?}", place.pieces());
            // Its span is one of a text that can be looked up.
            let text = document.blocks[place.block()].text_at(place.at());
            prop_assert_eq!(text.and_then(|text| text.get(place.span())), Some(place.quote()));
            Ok(())
        };
        for block in &document.blocks {
            check(&block.place)?;
            for row in block.table.iter().flat_map(|table| &table.rows) {
                for place in row.label.iter().chain(row.cells.iter().flatten().map(|cell| &cell.place)) {
                    check(place)?;
                }
            }
        }
        for sentence in &document.sentences {
            check(&sentence.place)?;
        }
        // Each line is in one block, with all its letters and figures.
        let lines: Vec<Line> = document.blocks.iter().flat_map(|block| block.lines.clone()).collect();
        prop_assert_eq!(sorted(lines), all_lines(&document));
        for block in &document.blocks {
            for at in &block.lines {
                let (page, line) = (&document.pages[at.0], &document.pages[at.0].lines[at.1]);
                let inside = |at_page: usize, at: usize| {
                    block.place.pieces().iter().any(|piece| piece.page == at_page && piece.range.contains(&at))
                };
                let signs = page.line_text(line).char_indices().map(|(at, sign)| (line.range.start + at, sign));
                let left_out: String = signs
                    .filter(|(start, sign)| sign.is_alphanumeric() && !inside(at.0, *start))
                    .map(|(_, sign)| sign)
                    .collect();
                // But the marks of footnotes, which are all `1` here.
                prop_assert!(left_out.chars().all(|sign| sign == '1'), "lost: {left_out:?} of {:?}", block.place);
            }
        }
    }

    #[test]
    fn any_span_of_a_block_has_a_place_that_gives_its_words_or_none(
        lines in proptest::collection::vec(line(), 1..20),
        spans in proptest::collection::vec((any::<prop::sample::Index>(), 0..400_usize, 0..60_usize), 40),
    ) {
        let recipe = Recipe::parse(include_str!("../../../recipes/read-nl-coalition/recipe.toml")).0.unwrap();
        let document = Document::of(extract(&pdf(&[page(1, &lines, false)]), &Limits::default()).unwrap(), &recipe);
        for (block, start, len) in spans {
            let block = block.get(&document.blocks);
            let span = start % (block.text().len() + 1)..start % (block.text().len() + 1) + len;
            let Some(place) = block.place(span.clone(), &document.pages, &document.words) else { continue };
            let again = place.read_again(&document.pages, &document.words);
            prop_assert_eq!(again.as_deref(), Some(place.quote()));
            prop_assert_eq!(&block.text()[place.span()], place.quote());
            prop_assert_eq!(place.quote(), block.text()[span].trim());
        }
    }
}

type Line = (usize, usize);

fn sorted(mut lines: Vec<Line>) -> Vec<Line> {
    lines.sort_unstable();
    lines
}

fn all_lines(document: &Document) -> Vec<Line> {
    let of_page = |(page, found): (usize, &kapstok_read::file::Page)| (0..found.lines.len()).map(move |at| (page, at));
    document.pages.iter().enumerate().flat_map(of_page).collect()
}

#[test]
fn whole_words_have_a_place_and_parts_of_signs_have_none() {
    let recipe = Recipe::parse(include_str!("../../../recipes/read-nl-coalition/recipe.toml")).0.unwrap();
    let bytes = pdf(&[made::lines(70.0, 100.0, &["De of\u{fb01}cie\u{301}le wijk-", "aanpak van de wijkaanpak."])]);
    let document = Document::of(extract(&bytes, &Limits::default()).unwrap(), &recipe);
    let block = &document.blocks[0];
    assert_eq!(block.text(), "De officiéle wijkaanpak van de wijkaanpak.");
    let quote =
        |span: std::ops::Range<usize>| Some(block.place(span, &document.pages, &document.words)?.quote().to_owned());
    let cases = [
        (0..2, Some("De")),
        (2..13, Some("officiéle")),   // Without the space before it.
        (14..24, Some("wijkaanpak")), // Over the end of a line.
        (32..36, Some("wijk")),
        (14..18, None), // The line ends in `wijk-`, and so would the quote.
        (0..6, None),   // The end is in a ligature of f and i.
        (0..10, None),  // The end is in a letter of two bytes.
        (2..3, None),   // A space only.
        (40..99, None),
    ];
    for (span, expected) in cases {
        assert_eq!(quote(span.clone()).as_deref(), expected, "{span:?}");
    }
}

#[test]
fn an_item_of_a_sign_only_and_a_line_of_a_mark_only_are_not_lost() {
    let recipe = Recipe::parse(include_str!("../../../recipes/read-nl-coalition/recipe.toml")).0.unwrap();
    let bytes = pdf(&[vec![text(70.0, 100.0, 11.0, "\u{f0b7} Een punt."), text(70.0, 130.0, 11.0, "• ")]]);
    let document = Document::of(extract(&bytes, &Limits::default()).unwrap(), &recipe);
    let lines = document.blocks.iter().flat_map(|block| block.lines.clone()).collect();
    assert_eq!((sorted(lines), all_lines(&document).len()), (all_lines(&document), 2));
}

#[test]
fn a_word_in_a_cell_has_a_place_in_that_cell() {
    let recipe = Recipe::parse(include_str!("../../../recipes/read-nl-coalition/recipe.toml")).0.unwrap();
    let web = b"<html><table><tr><td>Doel<td>2024<td>2025<tr><td>Zorg in de wijk<td>1.200<td>plus 15</table>";
    let document = Document::of(extract(web, &Limits::default()).unwrap(), &recipe);
    let label = At::Label { row: 1 };
    let place = document.place(0, label, 11..15).unwrap();
    assert_eq!((place.quote(), place.at(), place.span()), ("wijk", label, 11..15));
    assert_eq!(document.blocks[0].text_at(label), Some("Zorg in de wijk"));
    assert_eq!(document.place(0, At::Cell { row: 1, column: 1 }, 4..7).unwrap().quote(), " 15".trim());
    // The same word as a place in the text of the whole table.
    let text = document.blocks[0].text();
    let found = text.find("wijk").unwrap();
    let whole = document.place(0, At::Block, found..found + 4).unwrap();
    assert_eq!((whole.quote(), whole.pieces()), ("wijk", place.pieces()));
    for at in [At::Cell { row: 1, column: 2 }, At::Cell { row: 2, column: 0 }, At::Label { row: 2 }] {
        assert_eq!((document.place(0, at, 0..1), document.blocks[0].text_at(at)), (None, None), "{at:?}");
    }
}
