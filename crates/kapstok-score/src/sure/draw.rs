// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Which numbers a factor is drawn by.
//!
//! In: a seed, a factor, an input, a number of a draw. Out: rows of numbers. Invariant: the rows of two factors, of two
//! inputs or of two draws have nothing in common, so that one can be drawn again while the others stand still.

use super::Factor;
use crate::random::{Draws, philox4x32_10};

/// For each factor the number of its draw; `None` where it stands still.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Numbers {
    of: [Option<u32>; Factor::ALL.len()],
}

impl Numbers {
    /// Everything stands still: the figures as published, the method as written.
    pub(super) fn still() -> Self {
        Self { of: [None; Factor::ALL.len()] }
    }

    /// Every factor by the same number.
    pub(super) fn all(draw: u32) -> Self {
        Self { of: [Some(draw); Factor::ALL.len()] }
    }

    /// One factor by another number.
    pub(super) fn with(mut self, factor: Factor, draw: u32) -> Self {
        self.of[factor as usize] = Some(draw);
        self
    }

    /// The number of a factor.
    pub(super) fn of(&self, factor: Factor) -> Option<u32> {
        self.of[factor as usize]
    }
}

/// The row of an area for one factor, input and draw.
pub(super) fn row(seed: u64, factor: Factor, input: usize, area: u32, draw: u32) -> Draws {
    Draws::new(seed_of(seed, factor, input), area, draw)
}

/// A seed of its own for each factor and input.
fn seed_of(seed: u64, factor: Factor, input: usize) -> u64 {
    let words = philox4x32_10([factor as u32, input as u32, 0x6b61_7073, 0], [seed as u32, (seed >> 32) as u32]);
    u64::from(words[0]) | u64::from(words[1]) << 32
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_two_rows_begin_alike() {
        let mut seen = BTreeSet::new();
        for factor in Factor::ALL {
            for (input, area, draw) in [(0, 0, 0), (1, 0, 0), (0, 1, 0), (0, 0, 1)] {
                seen.insert(row(7, factor, input, area, draw).uniform().to_bits());
            }
        }
        assert_eq!(seen.len(), 4 * Factor::ALL.len());
    }
}
