// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The area that was typed: by its code, or by a name that only one area has.
//!
//! In: a build and what was typed. Out: its level and place, or what may have been meant.

use kapstok_table::nearest;

use crate::build::store::{Areas, Store};
use crate::failure::Failure;

/// The level and place of an area by its code, or by a name that only one area has.
pub(crate) fn find_area(store: &Store, found: &str) -> Result<(String, Areas, usize), Failure> {
    let found = found.trim();
    let not_found = |what, nearest| Failure::NotFound { what, found: found.to_owned(), nearest };
    if found.is_empty() {
        return Err(not_found("area-empty", String::new()));
    }
    let mut by_name: Vec<(String, Areas, usize)> = Vec::new();
    let mut several: Vec<String> = Vec::new();
    let mut known: Vec<(String, String)> = Vec::new();
    for level in store.manifest.levels.iter().rev() {
        let areas = store.areas(&level.level)?;
        if let Some(area_index) = areas.index_of(found) {
            return Ok((level.level.clone(), areas, area_index));
        }
        let named: Vec<usize> =
            (0..areas.codes.len()).filter(|&index| areas.names[index].eq_ignore_ascii_case(found)).collect();
        // The larger areas first: a name that begins like a municipality is likely to be that municipality.
        known.splice(0..0, areas.codes.iter().cloned().zip(areas.names.iter().cloned()));
        if let [only] = named[..] {
            by_name.push((level.level.clone(), areas, only));
        } else if named.len() > 1 {
            several.extend(named.iter().map(|&index| areas.codes[index].clone()));
        }
    }
    // A municipality and its main buurt often share a name: the larger area is meant.
    by_name.pop().ok_or_else(|| {
        if !several.is_empty() {
            several.truncate(8);
            return not_found("area-several", several.join(", "));
        }
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
