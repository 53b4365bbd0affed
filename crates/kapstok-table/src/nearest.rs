// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The known name that is nearest to a name that was not found: for the hint of a problem.

/// Longer names are compared by their first part only, so that a hostile title costs nothing.
const MAX_SIGNS: usize = 80;

/// From so many letters on, a name that begins with what was typed is what was meant.
const A_START: usize = 4;

/// The name that takes the fewest changes of letters, capitals set aside; the first of equals; `-` when
/// nothing is near. A name that goes on where the typed one ends (`Hengelo`, `Hengelo (O.)`) counts as one change.
pub fn nearest<'a>(found: &str, known: impl IntoIterator<Item = &'a str>) -> &'a str {
    let found = signs(found);
    let named = known.into_iter().filter(|name| !name.is_empty()).take(50_000);
    let changes = |name: &str| match signs(name) {
        name if found.len() >= A_START && name.len() > found.len() && name.starts_with(&found) => 1,
        name => edit_distance(&found, &name),
    };
    let by_distance = named.map(|name| (changes(name), name));
    // More than half of the letters changed is no misspelling.
    let near = by_distance.filter(|(distance, _)| *distance <= (found.len() / 2).max(2));
    near.min_by_key(|(distance, _)| *distance).map_or("-", |(_, name)| name)
}

fn signs(text: &str) -> Vec<char> {
    text.chars().take(MAX_SIGNS).flat_map(char::to_lowercase).collect()
}

fn edit_distance(left: &[char], right: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (i, left_sign) in left.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, right_sign) in right.iter().enumerate() {
            let above = row[j + 1];
            row[j + 1] = (above + 1).min(row[j] + 1).min(diagonal + usize::from(left_sign != right_sign));
            diagonal = above;
        }
    }
    row[right.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_the_one_with_the_fewest_changes() {
        let known = ["aantal_inwoners", "Gemeentenaam", "gwb_code"];
        let cases = [("gwbcode", "gwb_code"), ("antal_inwonrs", "aantal_inwoners"), ("gemeentenaam", "Gemeentenaam")];
        for (found, expected) in cases {
            assert_eq!(nearest(found, known), expected, "{found}");
        }
        assert_eq!(nearest("Hengelo", ["Hellendoorn", "Hengelo (O.)"]), "Hengelo (O.)", "it goes on");
        assert_eq!(nearest("x", []), "-");
        assert_eq!(nearest("bevolking", known), "-", "nothing is near");
        let signs = |text: &str| text.chars().collect::<Vec<_>>();
        assert_eq!(edit_distance(&signs("kitten"), &signs("sitting")), 3);
    }
}
