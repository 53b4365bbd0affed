// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What a caller would rather have: the lists of `Accept`, `Accept-Language` and `Accept-Encoding`.
//!
//! In: such a list. Out: its names with their weights. Invariant: a list of any length costs a bounded time.

/// Names of a list that are read.
const MOST: usize = 20;

/// Each name of a list with its weight (RFC 9110, section 12.4.2): 1 where none stands, 0 where it is refused or where
/// what stands there is no weight.
pub(crate) fn weighed(list: &str) -> impl Iterator<Item = (&str, f32)> {
    list.split(',').take(MOST).map(|part| {
        let mut pieces = part.split(';').map(str::trim);
        let name = pieces.next().unwrap_or_default();
        let weight = pieces.find_map(|piece| piece.strip_prefix("q=").or_else(|| piece.strip_prefix("Q=")));
        let weight = weight.map_or(1.0, |weight| weight.trim().parse().unwrap_or(0.0));
        (name, if (0.0..=1.0).contains(&weight) { weight } else { 0.0 })
    })
}

/// The first of what is known by weight, then by order; none where nothing of it is asked for.
pub(crate) fn first<T>(list: &str, known: impl Fn(&str) -> Option<T>) -> Option<T> {
    let mut best: Option<(f32, T)> = None;
    for (name, weight) in weighed(list) {
        let Some(found) = known(name) else { continue };
        if weight > 0.0 && best.as_ref().is_none_or(|(most, _)| weight > *most) {
            best = Some((weight, found));
        }
    }
    best.map(|(_, found)| found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_their_weight_whatever_else_stands_beside_it() {
        let read: Vec<(&str, f32)> =
            weighed("text/html;level=1;q=0.4, */* ; q=0.1,a;q=x,b;q=2,c;q=-1,d;q=NaN, e").collect();
        let expected = [("text/html", 0.4), ("*/*", 0.1), ("a", 0.0), ("b", 0.0), ("c", 0.0), ("d", 0.0), ("e", 1.0)];
        assert_eq!(read, expected);
        assert_eq!(weighed(&"x,".repeat(9_999)).count(), MOST);
    }

    #[test]
    fn the_heaviest_comes_first_and_of_equal_ones_the_first() {
        let digit = |name: &str| name.parse::<u8>().ok();
        for (list, expected) in
            [("1;q=0.2,2", Some(2)), ("1,2", Some(1)), ("x,2;q=0.1", Some(2)), ("1;q=0", None), ("", None)]
        {
            assert_eq!(first(list, digit), expected, "{list}");
        }
    }
}
