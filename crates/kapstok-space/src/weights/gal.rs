// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Neighbours as a GAL file, which GeoDa, PySAL and R (spdep) read and write.
//!
//! In: the text of a file, or weights with the code of each area. Out: the other of the two.
//! Invariant: areas keep their order and codes; an area with 0 neighbours is kept; what is written is read back the
//! same. A GAL file says who is a neighbour, never for how much.
//!
//! The form: a line with the number of areas (`49`, or `0 49 NAME KEY`), then for each area its code and how many
//! neighbours it has, then their codes. Line ends inside do not matter, so an island may have an empty line or none.

use std::collections::BTreeMap;

use super::SpatialWeights;

/// A file of neighbours, read.
#[derive(Clone, Debug, PartialEq)]
pub struct Gal {
    /// The code of each area, in the order of the file.
    pub codes: Vec<String>,
    /// Who is a neighbour of whom, each with weight 1.
    pub weights: SpatialWeights,
}

/// Why a file of neighbours cannot be read, or not be written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GalError {
    /// The first line does not say how many areas there are.
    #[error("the first line is no number of areas: `{found}`")]
    Header {
        /// The line.
        found: String,
    },
    /// The file ends in the middle of an area, or before the last one.
    #[error("{found} areas of {expected}, then the file ends")]
    TooShort {
        /// How many the first line promises.
        expected: usize,
        /// How many are complete.
        found: usize,
    },
    /// More than the first line promises.
    #[error("more than {expected} areas: `{found}`")]
    TooLong {
        /// How many the first line promises.
        expected: usize,
        /// What stands behind them.
        found: String,
    },
    /// No number where that of the neighbours should stand.
    #[error("area `{code}`: `{found}` is no number of neighbours")]
    Count {
        /// The area.
        code: String,
        /// What stands there.
        found: String,
    },
    /// A code that stands twice.
    #[error("area `{code}` stands twice")]
    Twice {
        /// The code.
        code: String,
    },
    /// A neighbour that is no area of the file, is the area itself, or stands twice.
    #[error("area `{code}`: neighbour `{found}` is itself, stands twice or has no line")]
    Neighbour {
        /// The area.
        code: String,
        /// The neighbour.
        found: String,
    },
    /// A code that is empty or has a blank in it cannot be written.
    #[error("code `{code}` is empty or has a blank in it")]
    Blank {
        /// The code.
        code: String,
    },
}

/// Reads the text of a GAL file.
///
/// # Errors
/// [`GalError`], the first that is met.
pub fn read_gal(text: &str) -> Result<Gal, GalError> {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let (header, body) = text.split_once('\n').unwrap_or((text, ""));
    let mut words = header.split_whitespace();
    let number = match (words.next(), words.next()) {
        (Some(only), None) => only,
        (Some(_), Some(second)) => second,
        (None, _) => "",
    };
    let expected: usize = number.parse().map_err(|_| GalError::Header { found: header.trim().to_owned() })?;
    let mut words = body.split_whitespace();
    let mut rows: Vec<(&str, Vec<&str>)> = Vec::new();
    while rows.len() < expected {
        let short = || GalError::TooShort { expected, found: rows.len() };
        let (code, count) = (words.next().ok_or_else(short)?, words.next().ok_or_else(short)?);
        let wrong = |_| GalError::Count { code: code.to_owned(), found: count.to_owned() };
        let n_neighbours: usize = count.parse().map_err(wrong)?;
        let neighbours: Vec<&str> = words.by_ref().take(n_neighbours).collect();
        if neighbours.len() < n_neighbours {
            return Err(short());
        }
        rows.push((code, neighbours));
    }
    if let Some(found) = words.next() {
        return Err(GalError::TooLong { expected, found: found.to_owned() });
    }
    let mut places: BTreeMap<&str, u32> = BTreeMap::new();
    for (place, (code, _)) in (0..).zip(&rows) {
        if places.insert(code, place).is_some() {
            return Err(GalError::Twice { code: (*code).to_owned() });
        }
    }
    let mut lists = Vec::with_capacity(rows.len());
    for (place, (code, neighbours)) in (0..).zip(&rows) {
        let mut list: Vec<u32> = Vec::with_capacity(neighbours.len());
        for found in neighbours {
            match places.get(found) {
                Some(&other) if other != place && !list.contains(&other) => list.push(other),
                _ => return Err(GalError::Neighbour { code: (*code).to_owned(), found: (*found).to_owned() }),
            }
        }
        list.sort_unstable();
        lists.push(list);
    }
    let mut weights = SpatialWeights::empty();
    for list in lists {
        weights.push(list.into_iter().map(|other| (other, 1.0)));
    }
    Ok(Gal { codes: rows.iter().map(|(code, _)| (*code).to_owned()).collect(), weights })
}

/// Writes neighbours as a GAL file; weights are left out, for the form has no place for them.
///
/// * `codes`: one for each area of `weights`.
/// * `name`, `key`: what GeoDa shows, the map and its column of codes; blanks in them become `_`.
///
/// # Errors
/// [`GalError::Blank`]; [`GalError::TooShort`] when there are fewer codes than areas.
pub fn write_gal(weights: &SpatialWeights, codes: &[&str], name: &str, key: &str) -> Result<String, GalError> {
    if codes.len() < weights.n_areas() {
        return Err(GalError::TooShort { expected: weights.n_areas(), found: codes.len() });
    }
    if let Some(code) = codes.iter().find(|code| code.is_empty() || code.contains(char::is_whitespace)) {
        return Err(GalError::Blank { code: (*code).to_owned() });
    }
    let word = |text: &str| match text.split_whitespace().collect::<Vec<_>>().join("_") {
        empty if empty.is_empty() => "-".to_owned(),
        word => word,
    };
    let mut text = format!("0 {} {} {}\n", weights.n_areas(), word(name), word(key));
    for (area, code) in codes.iter().take(weights.n_areas()).enumerate() {
        let neighbours: Vec<&str> = weights.of(area).iter().map(|&other| codes[other as usize]).collect();
        text.push_str(&format!("{code} {}\n{}\n", neighbours.len(), neighbours.join(" ")));
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn islands_are_kept_with_an_empty_line_and_without_one() {
        for text in
            ["0 3 map code\nA 1\nB\nB 1\nA\nC 0\n\n", "3\r\nA 1\r\nB\r\nB 1\r\nA\r\nC 0\r\n", "3\nA 1 B B 1 A C 0"]
        {
            let gal = read_gal(text).unwrap();
            assert_eq!(gal.codes, ["A", "B", "C"]);
            assert_eq!((gal.weights.of(0), gal.weights.of(1), gal.weights.of(2)), (&[1][..], &[0][..], &[][..]));
        }
    }

    #[test]
    fn each_fault_is_told_with_its_area() {
        let error = |text: &str| read_gal(text).unwrap_err();
        let (code, found) = ("A".to_owned(), "B".to_owned());
        assert_eq!(error(""), GalError::Header { found: String::new() });
        assert_eq!(error("x\nA 0"), GalError::Header { found: "x".into() });
        assert_eq!(error("2\nA 0\n"), GalError::TooShort { expected: 2, found: 1 });
        assert_eq!(error("1\nA 2\nB"), GalError::TooShort { expected: 1, found: 0 });
        assert_eq!(error("1\nA 0\n\nB 0"), GalError::TooLong { expected: 1, found: found.clone() });
        assert_eq!(error("1\nA B"), GalError::Count { code: code.clone(), found: found.clone() });
        assert_eq!(error("2\nA 0\nA 0"), GalError::Twice { code: code.clone() });
        assert_eq!(error("1\nA 1\nB"), GalError::Neighbour { code: code.clone(), found });
        assert_eq!(error("1\nA 1\nA"), GalError::Neighbour { code: code.clone(), found: code });
        // A number that no file could keep takes no memory.
        assert!(read_gal("18446744073709551615\nA 0").is_err());
        assert!(read_gal("1\nA 18446744073709551615\nB").is_err());
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(links in proptest::collection::vec((0_u32..9, 0_u32..9), 0..40)) {
            let mut rows: Vec<Vec<u32>> = vec![Vec::new(); 9];
            for (one, other) in links {
                if one != other && !rows[one as usize].contains(&other) {
                    rows[one as usize].push(other);
                }
            }
            let weights = SpatialWeights::new(&rows).unwrap();
            let codes: Vec<String> = (0..9).map(|area| format!("BU{area:08}")).collect();
            let borrowed: Vec<&str> = codes.iter().map(String::as_str).collect();
            let gal = read_gal(&write_gal(&weights, &borrowed, "a map", "code").unwrap()).unwrap();
            prop_assert_eq!(gal, Gal { codes, weights });
        }
    }
}
