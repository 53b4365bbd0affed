// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `shrink`: rates drawn to a mean by the method of moments.
//!
//! # Source
//! Marshall, Mapping disease and mortality rates using empirical Bayes estimators, Applied Statistics 40 (1991): the
//! global estimator, also within groups.

use std::collections::BTreeMap;

use kapstok_recipe::steps::shrink::{Give, Shrink};

use crate::figures::Figures;
use crate::run::ScoreError;

/// What is known of the rates of a group.
#[derive(Clone, Copy, Default)]
struct Group {
    cases: f64,
    people: f64,
    n_areas: f64,
    /// Sum of people times the square of rate less mean.
    squares: f64,
}

impl Group {
    fn mean(&self) -> f64 {
        self.cases / self.people
    }

    /// Variance of the true rates; never below 0.
    fn spread(&self) -> f64 {
        let by_chance = self.mean() / (self.people / self.n_areas);
        (self.squares / self.people - by_chance).max(0.0)
    }
}

/// Shrinks the rate of each area; `groups` is `[n_areas]`. Without people, without a figure or without a group there is
/// no rate, and the area counts in no mean.
///
/// # Errors
/// [`ScoreError::Domain`] when cases, rate or people are below 0.
pub(super) fn shrink(
    counted: &Figures,
    population: &Figures,
    groups: &[Option<&str>],
    step: &Shrink,
    areas: &[String],
) -> Result<Figures, ScoreError> {
    let mut known: Vec<Option<(f64, f64)>> = Vec::with_capacity(areas.len());
    for (area, (figure, people)) in areas.iter().zip(counted.iter().zip(population.iter())) {
        if let Some(value) = [figure, people].into_iter().flatten().find(|value| *value < 0.0) {
            let (step, area) = (step.out.clone(), area.clone());
            return Err(ScoreError::Domain { step, area, value, what: "is below 0" });
        }
        let cases = |figure: f64, people: f64| match step.rate {
            Some(_) => figure / step.factor * people,
            None => figure,
        };
        let pair = figure.zip(people).filter(|(_, people)| *people > 0.0);
        known.push(pair.map(|(figure, people)| (cases(figure, people), people)));
    }
    let mut found: BTreeMap<&str, Group> = BTreeMap::new();
    for (name, (cases, people)) in pairs(groups, &known) {
        let group = found.entry(name).or_default();
        group.cases += cases;
        group.people += people;
        group.n_areas += 1.0;
    }
    for (name, (cases, people)) in pairs(groups, &known) {
        let group = found.entry(name).or_default();
        let distance = cases / people - group.mean();
        group.squares += people * distance * distance;
    }
    let shrunk = |(name, pair): (&Option<&str>, &Option<(f64, f64)>)| {
        let (group, (cases, people)) = (name.and_then(|name| found.get(name))?, (*pair)?);
        let (mean, spread) = (group.mean(), group.spread());
        let by_chance = mean / people;
        // Without a spread the rates differ by chance alone, and each is the mean.
        let own_part = if spread > 0.0 { spread / (spread + by_chance) } else { 0.0 };
        let value = match step.give {
            Give::Value => mean + own_part * (cases / people - mean),
            Give::StandardError => (own_part * by_chance).sqrt(),
        };
        Some(step.factor * value)
    };
    Ok(groups.iter().zip(&known).map(shrunk).collect())
}

/// Group, cases and people of the areas that have all three.
fn pairs<'a>(
    groups: &'a [Option<&'a str>],
    known: &'a [Option<(f64, f64)>],
) -> impl Iterator<Item = (&'a str, (f64, f64))> {
    groups.iter().zip(known).filter_map(|(group, pair)| group.zip(*pair))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn step(give: Give) -> Shrink {
        let (cases, population, out) = (Some("c".to_owned()), "p".to_owned(), "s".to_owned());
        Shrink { cases, rate: None, population, out, factor: 1.0, within: None, give }
    }

    fn shrunk(cases: &[Option<f64>], people: &[f64], groups: &[Option<&str>], give: Give) -> Vec<Option<f64>> {
        let areas = vec!["A".to_owned(); people.len()];
        let people = Figures::all_known(people.to_vec());
        shrink(&cases.to_vec().into(), &people, groups, &step(give), &areas).unwrap().to_vec()
    }

    #[test]
    fn a_rate_of_few_people_is_drawn_further_than_one_of_many() {
        // 10 of 100 and 90 of 300: m = 100 / 400 = 0.25; s2 = (100 × 0.0225 + 300 × 0.0025) / 400 = 0.0075;
        // v = 0.0075 - 0.25 / 200 = 0.00625. First: 0.00625 / (0.00625 + 0.0025) = 5 / 7 of -0.15;
        // second: 0.00625 / (0.00625 + 0.25 / 300) = 15 / 17 of 0.05.
        let found = shrunk(&[Some(10.0), Some(90.0)], &[100.0, 300.0], &[Some(""); 2], Give::Value);
        assert!((found[0].unwrap() - (0.25 - 0.15 * 5.0 / 7.0)).abs() < 1e-15, "{found:?}");
        assert!((found[1].unwrap() - (0.25 + 0.05 * 15.0 / 17.0)).abs() < 1e-15, "{found:?}");
        let error = shrunk(&[Some(10.0), Some(90.0)], &[100.0, 300.0], &[Some(""); 2], Give::StandardError);
        assert!((error[0].unwrap() - (5.0f64 / 7.0 * 0.0025).sqrt()).abs() < 1e-15);
    }

    #[test]
    fn without_more_spread_than_chance_every_rate_is_the_mean() {
        // Rates of 0.1 and 0.11 of 100 each: s2 = 0.000025, chance 0.105 / 100 is more.
        let found = shrunk(&[Some(10.0), Some(11.0)], &[100.0, 100.0], &[Some(""); 2], Give::Value);
        assert_eq!(found, [Some(0.105), Some(0.105)]);
        assert_eq!(shrunk(&[Some(0.0); 2], &[9.0, 8.0], &[Some(""); 2], Give::Value), [Some(0.0); 2]);
    }

    #[test]
    fn nobody_nothing_known_and_no_group_have_no_rate_and_count_in_no_mean() {
        let groups = [Some("a"), Some("a"), None, Some("b"), Some("a")];
        let cases = [Some(5.0), Some(0.0), Some(7.0), Some(8.0), None];
        let found = shrunk(&cases, &[50.0, 0.0, 70.0, 40.0, 10.0], &groups, Give::Value);
        // One area alone is its own mean.
        assert_eq!(found, [Some(0.1), None, None, Some(0.2), None]);
        let below = shrink(
            &Figures::all_known(vec![-1.0]),
            &Figures::all_known(vec![9.0]),
            &[Some("")],
            &step(Give::Value),
            &["A".to_owned()],
        );
        assert!(matches!(below, Err(ScoreError::Domain { value: -1.0, .. })));
    }

    proptest! {
        #[test]
        fn a_shrunk_rate_lies_between_its_own_and_the_mean(
            counted in prop::collection::vec((0u32..500, 1u32..2000), 1..30),
        ) {
            let cases: Vec<Option<f64>> = counted.iter().map(|(cases, _)| Some(f64::from(*cases))).collect();
            let people: Vec<f64> = counted.iter().map(|(_, people)| f64::from(*people)).collect();
            let mean = cases.iter().flatten().sum::<f64>() / people.iter().sum::<f64>();
            let found = shrunk(&cases, &people, &vec![Some(""); people.len()], Give::Value);
            for ((cases, people), found) in cases.iter().flatten().zip(&people).zip(found) {
                let (own, found) = (cases / people, found.unwrap());
                prop_assert!(found >= own.min(mean) - 1e-12 && found <= own.max(mean) + 1e-12);
            }
        }
    }
}
