// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Any areas of a choice, held against its rule: what differs from what the rule chose, and which parts of it break.
//!
//! In: a [`ChoiceEntry`] and for each of its areas whether it is in. Out: [`AgainstRule`]. **Invariant:** the choice of
//! the rule itself breaks nothing that stands here, as long as it was made with the same figures. The same steps are
//! taken by the page with a script (`choose.js` of `kapstok-serve`), and held against these.
//! Not here: whether another choice would be better, which is the work of `kapstok-find`.

use std::collections::{BTreeMap, BTreeSet};

use super::ChoiceEntry;

/// People that are no people: what sums may differ by.
const NOBODY: f64 = 1e-6;

/// Areas held against a rule. Areas are positions in [`ChoiceEntry::areas`].
#[derive(Clone, Debug, PartialEq)]
pub struct AgainstRule {
    /// In here, and not chosen by the rule.
    pub added: Vec<usize>,
    /// Chosen by the rule, and not in here.
    pub removed: Vec<usize>,
    /// The part of the residents of both choices together that lives in only one of them, 0 ..= 1.
    pub differs: f64,
    /// The sets that the areas fall into, each rising, by their first area: one area each unless sets hang together.
    pub sets: Vec<Vec<usize>>,
    /// What of the rule is broken.
    pub broken: Vec<Broken>,
    /// Whether the rule asks that sets hang together, while no area here touches another: then sets are not looked at.
    pub no_map: bool,
}

/// A part of a rule that does not hold.
#[derive(Clone, Debug, PartialEq)]
pub enum Broken {
    /// The rule may not choose this area.
    NotAllowed {
        /// The area.
        area: usize,
    },
    /// The rule itself leaves this area out.
    RuledOut {
        /// The area.
        area: usize,
    },
    /// The rule itself puts this area in.
    RuledIn {
        /// The area.
        area: usize,
    },
    /// More areas, or sets, than the rule allows. Of sets: they do not hang together well enough.
    TooMany {
        /// How many there are.
        found: usize,
        /// How many there may be.
        most: usize,
    },
    /// More residents in all than the rule allows.
    TooManyResidents {
        /// Residents inside.
        found: f64,
        /// How many there may be.
        most: f64,
    },
    /// An area, or a set, with fewer residents than the floor.
    BelowFloor {
        /// Its areas.
        set: Vec<usize>,
        /// Its residents.
        found: f64,
        /// The floor.
        least: f64,
    },
    /// An area, or a set, with more residents than the ceiling.
    AboveCeiling {
        /// Its areas.
        set: Vec<usize>,
        /// Its residents.
        found: f64,
        /// The ceiling.
        most: f64,
    },
    /// More areas, or sets, of one municipality than the rule allows.
    TooManyOf {
        /// Code of the municipality.
        municipality: String,
        /// How many there are.
        found: usize,
        /// How many there may be.
        most: usize,
    },
    /// Fewer areas, or sets, of one municipality than the rule asks.
    TooFewOf {
        /// Code of the municipality.
        municipality: String,
        /// How many there are.
        found: usize,
        /// How many there must be.
        least: usize,
    },
}

/// Holds areas against a rule.
///
/// * `chosen`: for each area of the entry whether it is in, `[n_areas]`.
///
/// Of connected choices the sets of the rule stay apart where they touch, and what was added joins one that it touches.
/// Where all that touches taken together breaks less of the rule, that is what is told: a choice that can be divided so
/// that the rule holds is not called broken because of where two sets meet. Other divisions are not looked for.
pub fn against_rule(entry: &ChoiceEntry, chosen: &[bool]) -> AgainstRule {
    let of_rule = entry.chosen();
    let all = || 0..entry.areas.len();
    let no_map = entry.rule.connected && entry.areas.iter().all(|area| area.touches.is_empty());
    let sets = match (entry.rule.connected, no_map) {
        (false, _) => all().filter(|area| chosen[*area]).map(|area| vec![area]).collect(),
        (true, true) => Vec::new(),
        (true, false) => {
            let (apart, together) = (sets_apart(entry, chosen), pieces(entry, chosen, &vec![None; chosen.len()]));
            let n_broken = |sets: &[Vec<usize>]| of_sets(entry, sets).len();
            if n_broken(&together) < n_broken(&apart) { together } else { apart }
        }
    };
    let mut broken = of_areas(entry, chosen);
    let found = residents(entry, all().filter(|area| chosen[*area]));
    if let Some(most) = entry.rule.max_residents.filter(|most| found > most + NOBODY) {
        broken.push(Broken::TooManyResidents { found, most });
    }
    if !no_map {
        broken.extend(of_sets(entry, &sets));
    }
    AgainstRule {
        added: all().filter(|area| chosen[*area] && !of_rule[*area]).collect(),
        removed: all().filter(|area| !chosen[*area] && of_rule[*area]).collect(),
        differs: differs(entry, chosen, &of_rule),
        sets,
        broken,
        no_map,
    }
}

/// The part of the residents of two choices together that lives in only one of them; 0 where nobody lives in either.
pub fn differs(entry: &ChoiceEntry, one: &[bool], other: &[bool]) -> f64 {
    let all = || 0..entry.areas.len();
    let either = residents(entry, all().filter(|area| one[*area] || other[*area]));
    let only_one = residents(entry, all().filter(|area| one[*area] != other[*area]));
    if either > 0.0 { only_one / either } else { 0.0 }
}

fn residents(entry: &ChoiceEntry, areas: impl Iterator<Item = usize>) -> f64 {
    areas.fold(0.0, |sum, area| sum + entry.areas[area].residents.unwrap_or(0.0))
}

/// What single areas break.
fn of_areas(entry: &ChoiceEntry, chosen: &[bool]) -> Vec<Broken> {
    let of_area = |(area, candidate): (usize, &super::CandidateEntry)| match (
        chosen[area],
        candidate.ruled.as_ref().map(|ruled| ruled.inside),
    ) {
        (false, Some(true)) => Some(Broken::RuledIn { area }),
        (true, Some(false)) => Some(Broken::RuledOut { area }),
        (true, None) if !candidate.allowed => Some(Broken::NotAllowed { area }),
        (true | false, Some(_) | None) => None,
    };
    entry.areas.iter().enumerate().filter_map(of_area).collect()
}

/// What sets break: their number, the residents of each, and how they lie over municipalities.
fn of_sets(entry: &ChoiceEntry, sets: &[Vec<usize>]) -> Vec<Broken> {
    let rule = &entry.rule;
    let mut broken = Vec::new();
    if let Some(most) = rule.max_areas.filter(|most| sets.len() > *most) {
        broken.push(Broken::TooMany { found: sets.len(), most });
    }
    for set in sets {
        let found = residents(entry, set.iter().copied());
        // The rule itself puts it in, whatever its size.
        let put_in = |area: &usize| entry.areas[*area].ruled.as_ref().is_some_and(|it| it.inside);
        if !rule.connected && set.iter().all(put_in) {
            continue;
        }
        if let Some(least) = rule.floor.filter(|least| found < least - NOBODY) {
            broken.push(Broken::BelowFloor { set: set.clone(), found, least });
        }
        if let Some(most) = rule.ceiling.filter(|most| found > most + NOBODY) {
            broken.push(Broken::AboveCeiling { set: set.clone(), found, most });
        }
    }
    let may_be_chosen = entry.areas.iter().filter(|area| area.allowed && !area.municipality.is_empty());
    let mut n_of: BTreeMap<&str, usize> = may_be_chosen.map(|area| (area.municipality.as_str(), 0)).collect();
    let named: BTreeSet<&str> = n_of.keys().copied().collect();
    for set in sets {
        let of_set: BTreeSet<&str> = set.iter().map(|area| entry.areas[*area].municipality.as_str()).collect();
        for municipality in of_set.into_iter().filter(|code| !code.is_empty()) {
            *n_of.entry(municipality).or_default() += 1;
        }
    }
    for (code, found) in n_of {
        let municipality = code.to_owned();
        match (rule.at_most_per_municipality, rule.at_least_per_municipality) {
            (Some(most), _) if found > most => broken.push(Broken::TooManyOf { municipality, found, most }),
            (_, Some(least)) if found < least && named.contains(code) => {
                broken.push(Broken::TooFewOf { municipality, found, least });
            }
            _ => {}
        }
    }
    broken
}

/// Sets with those of the rule kept apart: each area of one stays with it, what was added joins the first that it touches.
fn sets_apart(entry: &ChoiceEntry, chosen: &[bool]) -> Vec<Vec<usize>> {
    let mut home: Vec<Option<usize>> = vec![None; entry.areas.len()];
    for (number, set) in entry.sets.iter().enumerate() {
        for area in set {
            if let Some(home) = home.get_mut(*area) {
                *home = Some(number);
            }
        }
    }
    let added: Vec<bool> = chosen.iter().zip(&home).map(|(inside, home)| *inside && home.is_none()).collect();
    for piece in pieces(entry, &added, &vec![None; chosen.len()]) {
        let touched = piece.iter().flat_map(|area| &entry.areas[*area].touches);
        let first = touched.filter(|area| chosen.get(**area) == Some(&true)).filter_map(|area| home[*area]).min();
        for area in piece {
            home[area] = first;
        }
    }
    pieces(entry, chosen, &home)
}

/// Pieces of areas that touch and have the same home, by their first area.
fn pieces(entry: &ChoiceEntry, inside: &[bool], home: &[Option<usize>]) -> Vec<Vec<usize>> {
    let mut seen = vec![false; inside.len()];
    let mut pieces = Vec::new();
    for first in (0..inside.len()).filter(|area| inside[*area]) {
        if seen[first] {
            continue;
        }
        seen[first] = true;
        let (mut piece, mut at) = (vec![first], 0);
        while at < piece.len() {
            let area = piece[at];
            for next in entry.areas[area].touches.iter().copied() {
                if inside.get(next) == Some(&true) && !seen[next] && home[next] == home[area] {
                    seen[next] = true;
                    piece.push(next);
                }
            }
            at += 1;
        }
        piece.sort_unstable();
        pieces.push(piece);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::super::{CandidateEntry, RuledEntry, tests::of_areas as entry_of};
    use super::*;

    /// Seven areas of 100, 200 ... 700 residents in a row, the first four of one municipality; the rule chose 0, 1 and 3.
    fn row() -> ChoiceEntry {
        let area = |index: usize| CandidateEntry {
            municipality: if index < 4 { "GM1" } else { "GM2" }.to_owned(),
            allowed: true,
            residents: Some(100.0 * (index as f64 + 1.0)),
            counts: Some(10.0),
            people: vec![Some(10.0)],
            touches: [index.checked_sub(1), Some(index + 1).filter(|it| *it < 7)].into_iter().flatten().collect(),
            ..CandidateEntry::default()
        };
        let mut entry = entry_of((0..7).map(area).collect());
        entry.sets = vec![vec![0, 1], vec![3]];
        entry.rule.connected = true;
        entry
    }

    fn with(areas: &[usize]) -> Vec<bool> {
        (0..7).map(|area| areas.contains(&area)).collect()
    }

    #[test]
    fn what_was_added_and_removed_is_told_with_the_part_of_residents_that_it_moves() {
        let found = against_rule(&row(), &with(&[0, 1, 4]));
        assert_eq!((found.added, found.removed), (vec![4], vec![3]));
        // In both: 100 + 200; in one only: 400 + 500.
        assert_eq!(found.differs, 900.0 / 1200.0);
        assert_eq!(differs(&row(), &[false; 7], &[false; 7]), 0.0);
    }

    #[test]
    fn sets_of_the_rule_stay_apart_where_they_touch_and_an_added_area_joins_one() {
        let mut entry = row();
        entry.sets = vec![vec![0, 1], vec![2, 3]];
        let sets = |entry: &ChoiceEntry, areas: &[usize]| against_rule(entry, &with(areas)).sets;
        assert_eq!(sets(&entry, &[0, 1, 2, 3]), [vec![0, 1], vec![2, 3]]);
        assert_eq!(sets(&entry, &[0, 1, 2, 3, 4]), [vec![0, 1], vec![2, 3, 4]]);
        assert_eq!(sets(&entry, &[0, 1, 3, 6]), [vec![0, 1], vec![3], vec![6]]);
        // Two pieces where one is allowed: taken together they are one, so the rule holds.
        entry.rule.max_areas = Some(1);
        let found = against_rule(&entry, &with(&[0, 1, 2, 3]));
        assert_eq!((found.sets, found.broken), (vec![vec![0, 1, 2, 3]], vec![]));
        let apart = against_rule(&entry, &with(&[0, 2]));
        assert_eq!(apart.broken, [Broken::TooMany { found: 2, most: 1 }], "a set that does not hang together");
    }

    #[test]
    fn each_part_of_a_rule_that_breaks_is_told_and_the_choice_of_the_rule_breaks_none() {
        let mut entry = row();
        entry.rule.max_areas = Some(2);
        entry.rule.max_residents = Some(800.0);
        entry.rule.floor = Some(250.0);
        entry.rule.ceiling = Some(700.0);
        entry.rule.at_most_per_municipality = Some(2);
        assert_eq!(against_rule(&entry, &entry.chosen()).broken, []);
        let broken = |entry: &ChoiceEntry, areas: &[usize]| against_rule(entry, &with(areas)).broken;
        assert_eq!(
            broken(&entry, &[0, 2, 3, 5]),
            [
                Broken::TooManyResidents { found: 1400.0, most: 800.0 },
                Broken::TooMany { found: 3, most: 2 },
                Broken::BelowFloor { set: vec![0], found: 100.0, least: 250.0 },
            ]
        );
        assert_eq!(broken(&entry, &[2, 3]), [], "700 is no more than 700");
        assert_eq!(broken(&entry, &[6]), []);
        assert_eq!(
            broken(&entry, &[3, 4]),
            [
                Broken::TooManyResidents { found: 900.0, most: 800.0 },
                Broken::AboveCeiling { set: vec![3, 4], found: 900.0, most: 700.0 }
            ]
        );
        entry.rule.at_most_per_municipality = None;
        entry.rule.at_least_per_municipality = Some(1);
        let few = Broken::TooFewOf { municipality: "GM2".to_owned(), found: 0, least: 1 };
        assert_eq!(broken(&entry, &[2, 3]), [few]);
        entry.rule.at_least_per_municipality = None;
        entry.rule.connected = false;
        entry.rule.at_most_per_municipality = Some(1);
        let many = Broken::TooManyOf { municipality: "GM1".to_owned(), found: 2, most: 1 };
        entry.rule.floor = None;
        assert_eq!(broken(&entry, &[0, 1]), [many]);
    }

    #[test]
    fn what_the_rule_puts_in_or_out_and_what_it_may_not_choose_is_told_by_area() {
        let mut entry = row();
        let ruled = |inside| Some(RuledEntry { inside, reason: "a promise".to_owned() });
        (entry.areas[0].ruled, entry.areas[1].ruled) = (ruled(true), ruled(false));
        entry.areas[1].allowed = false;
        entry.areas[2].allowed = false;
        let found = against_rule(&entry, &with(&[1, 2]));
        assert_eq!(
            found.broken,
            [Broken::RuledIn { area: 0 }, Broken::RuledOut { area: 1 }, Broken::NotAllowed { area: 2 }]
        );
    }

    #[test]
    fn without_a_map_nothing_is_said_of_what_hangs_together() {
        let mut entry = row();
        entry.areas.iter_mut().for_each(|area| area.touches.clear());
        (entry.rule.max_areas, entry.rule.floor) = (Some(1), Some(1_000.0));
        let found = against_rule(&entry, &entry.chosen());
        assert!(found.no_map && found.sets.is_empty() && found.broken.is_empty());
    }
}
