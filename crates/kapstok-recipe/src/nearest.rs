// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The name that someone probably meant.
//!
//! In: what was typed, what exists. Out: the nearest by edit distance, ties by order of the list.

/// The candidate with the fewest insertions, deletions, replacements and swaps of neighbours; case and the
/// difference of `-` and `_` count for nothing. `None` when there is no candidate.
pub(crate) fn nearest<'a>(typed: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let plain = |text: &str| -> Vec<char> { text.to_lowercase().replace('-', "_").chars().collect() };
    let typed = plain(typed);
    candidates.into_iter().min_by_key(|candidate| distance(&typed, &plain(candidate)))
}

/// Edit distance with swaps of neighbours ("optimal string alignment"); three rows of a table.
fn distance(left: &[char], right: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=right.len()).collect();
    for (i, a) in left.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, b) in right.iter().enumerate() {
            let replaced = above[j] + usize::from(a != b);
            let mut least = replaced.min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && left[i - 1] == *b && right[j - 1] == *a {
                least = least.min(before[j - 1] + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut above, row);
    }
    above[right.len()]
}

#[cfg(test)]
mod tests {
    use super::{distance, nearest};

    #[test]
    fn the_nearest_name_is_the_one_that_was_meant() {
        let names = ["income_rank", "employment_rank", "moeite_met_rondkomen", "rank"];
        let cases = [("incom_rank", "income_rank"), ("Moeite-met-rondkomen", "moeite_met_rondkomen"), ("rnak", "rank")];
        for (typed, meant) in cases {
            assert_eq!(nearest(typed, names), Some(meant), "{typed}");
        }
        assert_eq!(nearest("x", []), None);
    }

    #[test]
    fn a_swap_of_neighbours_is_one_edit() {
        let chars = |text: &str| text.chars().collect::<Vec<_>>();
        assert_eq!(distance(&chars("rnak"), &chars("rank")), 1);
        assert_eq!(distance(&chars("kitten"), &chars("sitting")), 3); // The textbook pair: two replaced, one added.
        assert_eq!(distance(&chars(""), &chars("abc")), 3);
    }
}
