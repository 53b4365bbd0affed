// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Names that were misspelt: those that take the fewest changes.
//!
//! In: a folded name that no area has, and all folded names. Out: the nearest. A name with other letters is passed
//! over without counting, so that a whole country takes less than a millisecond.

/// The positions of the nearest names, fewest changes first, then in the order they came.
pub(super) fn nearest<'a>(name: &str, names: impl Iterator<Item = (&'a str, u32)>, limit: usize) -> Vec<u32> {
    let found: Vec<u8> = name.bytes().collect();
    let allowed = match found.len() {
        0..3 => return Vec::new(),
        3..5 => 1,
        5..9 => 2,
        _ => 3,
    };
    let letters = letters_of(&found);
    let mut row = Vec::new();
    let mut near: Vec<(usize, u32)> = names
        .filter(|(known, _)| known.len().abs_diff(found.len()) <= allowed)
        // One change takes away a letter and brings another.
        .filter(|(known, _)| (letters_of(known.as_bytes()) ^ letters).count_ones() as usize <= 2 * allowed)
        .map(|(known, position)| (changes(&found, known.as_bytes(), &mut row), position))
        .filter(|(changes, _)| *changes <= allowed)
        .collect();
    near.sort_unstable();
    near.into_iter().take(limit).map(|(_, position)| position).collect()
}

/// Which letters occur, as bits.
fn letters_of(name: &[u8]) -> u32 {
    name.iter().filter(|byte| byte.is_ascii_lowercase()).fold(0, |letters, byte| letters | 1 << (byte - b'a'))
}

/// Letters to put in, take out or change to make one from the other.
fn changes(left: &[u8], right: &[u8], row: &mut Vec<usize>) -> usize {
    row.clear();
    row.extend(0..=right.len());
    for (i, left_byte) in left.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, right_byte) in right.iter().enumerate() {
            let above = row[j + 1];
            row[j + 1] = (above + 1).min(row[j] + 1).min(diagonal + usize::from(left_byte != right_byte));
            diagonal = above;
        }
    }
    row[right.len()]
}
