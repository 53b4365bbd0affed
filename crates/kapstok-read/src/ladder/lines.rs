// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Numbers of lines and sentences, to tell how far two texts are from each other.

use std::collections::BTreeMap;

use super::Distance;
use crate::block::BlockKind;
use crate::document::Document;
use crate::place::Place;
use crate::unit::{Unit, UnitKind};
use crate::work::turn;

/// Lines of the text in reading order, without running heads and the list of contents.
#[derive(Debug)]
pub(super) struct Lines {
    /// By page and first byte.
    numbers: BTreeMap<(usize, usize), i64>,
    /// By unit: sentences before it.
    sentences: Vec<i64>,
}

impl Lines {
    pub(super) fn of(document: &Document, units: &[Unit]) -> Self {
        let mut numbers = BTreeMap::new();
        let mut next = 0;
        let text = document.blocks.iter().filter(|block| {
            !matches!(block.kind, BlockKind::RunningHead | BlockKind::Contents | BlockKind::Footnote(_))
        });
        for piece in text.flat_map(|block| block.place.pieces()) {
            // Lines of a page come in the order of its text.
            let Some(lines) = document.pages.get(piece.page).map(|page| page.lines.as_slice()) else { continue };
            let first = lines.partition_point(|line| line.range.end <= piece.range.start);
            for line in lines[first..].iter().take_while(|line| line.range.start < piece.range.end) {
                turn();
                numbers.entry((piece.page, line.range.start)).or_insert_with(|| {
                    next += 1;
                    next
                });
            }
        }
        let mut seen = 0;
        let sentences = units.iter().map(|unit| {
            seen += i64::from(matches!(unit.kind, UnitKind::Sentence(_)));
            seen
        });
        Self { numbers, sentences: sentences.collect() }
    }

    fn number(&self, place: &Place) -> Option<i64> {
        let piece = place.pieces().first()?;
        let at = (piece.page, piece.range.start);
        self.numbers.range((piece.page, 0)..=at).next_back().map(|(_, number)| *number)
    }

    pub(super) fn distance(&self, units: &[Unit], from: usize, to: usize) -> Distance {
        let lines = match (self.number(&units[to].place), self.number(&units[from].place)) {
            (Some(to), Some(from)) => to - from,
            _ => 0,
        };
        Distance { sentences: self.sentences[to] - self.sentences[from], lines }
    }
}
