// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `impute` and the groups that a mean is taken in.

use std::collections::BTreeMap;

use super::Ground;
use crate::figures::Figures;
use crate::run::ScoreError;

/// The higher area that each area lies in, `[n_areas]`; without a level all lie in one.
///
/// # Errors
/// [`ScoreError::NoParents`] when nothing says in which the areas lie.
pub(super) fn groups<'a>(within: Option<&str>, ground: &Ground<'a>) -> Result<Vec<Option<&'a str>>, ScoreError> {
    let Some(level) = within else { return Ok(vec![Some(""); ground.areas.len()]) };
    let parents = ground.inputs.parents.get(level).filter(|parents| parents.len() == ground.areas.len());
    match parents {
        Some(parents) => Ok(parents.iter().map(Option::as_deref).collect()),
        None => Err(ScoreError::NoParents { level: level.to_owned() }),
    }
}

/// Puts the mean of the known figures of its group in the place of each gap. A gap in a group without a known figure,
/// or in none, stays one.
pub(super) fn impute(figures: &Figures, groups: &[Option<&str>]) -> Figures {
    let mut totals: BTreeMap<&str, (f64, f64)> = BTreeMap::new();
    for (group, figure) in groups.iter().zip(figures.iter()) {
        if let (Some(group), Some(figure)) = (group, figure) {
            let (total, n) = totals.entry(group).or_default();
            *total += figure;
            *n += 1.0;
        }
    }
    let mean = |group: &Option<&str>| group.and_then(|group| totals.get(group)).map(|(total, n)| total / n);
    figures.iter().zip(groups).map(|(figure, group)| figure.or_else(|| mean(group))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_has_the_mean_of_its_group_and_one_that_stands_alone_stays() {
        let figures = Figures::from(vec![Some(2.0), None, Some(5.0), Some(9.0), None, None]);
        let groups = [Some("a"), Some("a"), Some("a"), Some("b"), Some("c"), None];
        let found = impute(&figures, &groups).to_vec();
        // (2 + 5) / 2 = 3.5.
        assert_eq!(found, [Some(2.0), Some(3.5), Some(5.0), Some(9.0), None, None]);
    }
}
