// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Changes by hand of what a rule chose, as the log has them.
//!
//! In: changes, oldest first. Out: the areas that are chosen after them, and what is doubtful about them. **Invariant:**
//! of one area the last change holds; an area that may show no figure, or that the rule does not look at, is not put in.

use std::collections::BTreeMap;

use kapstok_agenda::state::HandMade;
use kapstok_table::{Place, Problem};

use crate::agenda::LOG_FILE;

/// The last change of each area, in the order of their codes.
pub(crate) fn last(changes: &[HandMade]) -> BTreeMap<&str, &HandMade> {
    changes.iter().map(|it| (it.change.area.as_str(), it)).collect()
}

/// Areas that are chosen after the changes, `[n_areas]`.
pub(super) fn applied(
    by_rule: &[bool],
    changes: &[HandMade],
    codes: &[String],
    may: impl Fn(usize) -> bool,
) -> Vec<bool> {
    let mut inside = by_rule.to_vec();
    for (code, change) in last(changes) {
        if let Ok(area) = codes.binary_search_by(|known| known.as_str().cmp(code)) {
            inside[area] = change.change.inside && may(area);
        }
    }
    inside
}

/// Changes of another version of the rule, and of areas that are no longer there.
pub(super) fn doubts(
    changes: &[HandMade],
    rule: &str,
    codes: &[String],
    is_looked_at: impl Fn(usize) -> bool,
) -> Vec<Problem> {
    let mut doubts = Vec::new();
    for (code, it) in last(changes) {
        let place = || Place { row: u32::try_from(it.seq).ok(), ..Place::file(LOG_FILE) };
        let at = codes.binary_search_by(|known| known.as_str().cmp(code)).ok();
        if at.is_none() {
            doubts.push(Problem::warning("K0779", place()).with("found", code));
        } else if at.is_some_and(|at| it.change.inside && !is_looked_at(at)) {
            doubts.push(Problem::warning("K0777", place()).with("found", code));
        } else if it.change.rule != rule {
            doubts.push(Problem::warning("K0778", place()).with("found", code).with("day", it.day));
        }
    }
    doubts
}

#[cfg(test)]
mod tests {
    use kapstok_agenda::day::Day;
    use kapstok_agenda::event::ChoiceChange;

    use super::*;

    fn change(seq: u64, area: &str, inside: bool) -> HandMade {
        let change = ChoiceChange {
            choice: "p".to_owned(),
            rule: "old".to_owned(),
            area: area.to_owned(),
            inside,
            reason: Some("why".to_owned()),
        };
        HandMade { change, seq, day: Day::parse("2024-03-18").unwrap(), by: Some("alderman".to_owned()) }
    }

    #[test]
    fn the_last_change_of_an_area_holds_and_a_hidden_area_stays_out() {
        let codes = ["A", "B", "C", "D"].map(str::to_owned);
        let changes = [change(2, "B", true), change(3, "A", false), change(4, "B", false), change(5, "D", true)];
        let inside = applied(&[true, false, true, false], &changes, &codes, |area| area != 3);
        assert_eq!(inside, [false, false, true, false]);
    }

    #[test]
    fn a_change_of_another_rule_or_of_an_area_that_is_gone_is_told() {
        let codes = ["A"].map(str::to_owned);
        let doubts = doubts(&[change(2, "A", true), change(3, "Z", true)], "new", &codes, |_| true);
        let found: Vec<(&str, Option<u32>)> = doubts.iter().map(|it| (it.code, it.place.row)).collect();
        assert_eq!(found, [("K0778", Some(2)), ("K0779", Some(3))]);
    }
}
