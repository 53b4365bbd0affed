// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Law: what stands at the place of a row is its quote, for every block, cell and sentence of any document.
#![expect(clippy::unwrap_used, reason = "helpers of tests")]
#![expect(unreachable_pub, dead_code, reason = "the made documents are a module of several tests")]

mod made;

use kapstok_read::{Document, Limits, Place, Recipe, extract};
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
            prop_assert_eq!(again.as_deref(), Some(place.quote.as_str()), "{:?}", place.pieces);
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
        // No line is in two blocks, and none is lost.
        let pieces = document.blocks.iter().flat_map(|block| &block.place.pieces);
        let taken: usize = pieces.map(|piece| piece.range.len()).sum();
        let all: usize = document.pages.iter().flat_map(|page| &page.lines).map(|line| line.range.len() + 1).sum();
        prop_assert!(taken <= all);
    }
}
