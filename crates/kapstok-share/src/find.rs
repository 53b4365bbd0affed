// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The area that was typed: by its code, or by a name that only one area has.
//!
//! In: a snapshot and what was typed. Out: its level and place, or what may have been meant.

use kapstok_table::nearest;

use crate::snapshot::{AreaAt, Snapshot};

/// A name that leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotFound {
    /// No such thing of this kind.
    #[error("`{found}` is not known")]
    Unknown {
        /// What it was to be: `area`, `area-several`, `indicator`, `period`.
        what: &'static str,
        /// The name.
        found: String,
        /// The nearest known name.
        nearest: String,
    },
    /// An indicator that has figures, though not at the level of the area.
    #[error("`{indicator}` is not there at {level}")]
    NotAtLevel {
        /// Its id.
        indicator: String,
        /// The level of the area.
        level: String,
        /// The levels at which it has figures.
        levels: Vec<String>,
    },
}

/// The area of a code, or of a name that only one area has.
///
/// # Errors
/// [`NotFound::Unknown`] with what may have been meant.
pub fn find_area(snapshot: &Snapshot, found: &str) -> Result<AreaAt, NotFound> {
    let found = found.trim();
    let not_found = |what, nearest| NotFound::Unknown { what, found: found.to_owned(), nearest };
    if found.is_empty() {
        return Err(not_found("area-empty", String::new()));
    }
    if let Some(area) = snapshot.find(found) {
        return Ok(area);
    }
    let mut by_name: Option<AreaAt> = None;
    let mut several: Vec<String> = Vec::new();
    // The larger areas first: a municipality and its main buurt often share a name, and the larger area is meant.
    for level in snapshot.levels() {
        let named: Vec<usize> =
            (0..level.len()).filter(|&index| level.names()[index].eq_ignore_ascii_case(found)).collect();
        if let [index] = named[..] {
            by_name = by_name.or(Some(AreaAt { level: level.position(), index }));
        } else {
            several.splice(0..0, named.iter().map(|&index| level.codes()[index].clone()));
        }
    }
    by_name.ok_or_else(|| {
        if !several.is_empty() {
            several.truncate(8);
            return not_found("area-several", several.join(", "));
        }
        let areas =
            snapshot.levels().iter().flat_map(|level| level.codes().iter().cloned().zip(level.names().iter().cloned()));
        // A name that begins like a municipality is likely to be that municipality.
        let known: Vec<(String, String)> = areas.collect();
        match nearest_areas(found, &known)[..] {
            [] => not_found("area", "-".to_owned()),
            [(code, name)] if is_like_a_code(found) || name.is_empty() => not_found("area", code.clone()),
            ref near => {
                let near: Vec<String> = near.iter().map(|(code, name)| format!("{name} (`{code}`)")).collect();
                not_found("area-named", near.join(", "))
            }
        }
    })
}

/// Whether a code was meant: no name of an area has more than one digit and no space.
fn is_like_a_code(found: &str) -> bool {
    !found.contains(' ') && found.bytes().filter(u8::is_ascii_digit).count() > 1
}

/// The areas that may have been meant, by code and name. For a code: that of the same length with the longest start
/// in common. For a name: at most five that begin with what was typed (`Bergen`, `Bergen (L.)`), else the nearest.
fn nearest_areas<'a>(found: &str, known: &'a [(String, String)]) -> Vec<&'a (String, String)> {
    if is_like_a_code(found) {
        let found = found.to_uppercase();
        let in_common = |code: &str| code.bytes().zip(found.bytes()).take_while(|(one, other)| one == other).count();
        let alike = known.iter().filter(|(code, _)| code.len() == found.len() && in_common(code) > 0);
        let mut best: Option<&(String, String)> = None;
        for area in alike {
            if best.is_none_or(|best| in_common(&area.0) > in_common(&best.0)) {
                best = Some(area);
            }
        }
        let by_changes = || {
            let code = nearest(&found, known.iter().map(|(code, _)| code.as_str()));
            known.iter().find(|(known, _)| known == code)
        };
        return best.or_else(by_changes).into_iter().collect();
    }
    let lower = found.to_lowercase();
    let begins: Vec<_> = known.iter().filter(|(_, name)| name.to_lowercase().starts_with(&lower)).take(5).collect();
    if !begins.is_empty() {
        return begins;
    }
    let name = nearest(found, known.iter().map(|(_, name)| name.as_str()));
    known.iter().find(|(_, known)| known == name).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_area_begins_with_what_was_typed() {
        let areas = [
            ("GM0893", "Bergen (L.)"),
            ("GM0373", "Bergen (NH.)"),
            ("GM0164", "Hengelo (O.)"),
            ("WK089300", "Bergen"),
            ("BU06060101", "Schiedam-Centrum"),
            ("BU06060201", "Oost"),
        ];
        let known: Vec<(String, String)> = areas.map(|(code, name)| (code.to_owned(), name.to_owned())).to_vec();
        let near =
            |found: &str| nearest_areas(found, &known).into_iter().map(|(code, _)| code.as_str()).collect::<Vec<_>>();
        assert_eq!(near("Hengelo"), ["GM0164"]);
        assert_eq!(near("bergen"), ["GM0893", "GM0373", "WK089300"]);
        assert_eq!(near("Oots"), ["BU06060201"]);
        // GM0164 differs in one digit, and so does nothing of the length of a buurt.
        assert_eq!(near("BU06060209"), ["BU06060201"]);
        assert_eq!(near("gm0374"), ["GM0373"]);
        assert_eq!(near("Xyzzyplugh"), [""; 0]);
    }
}
