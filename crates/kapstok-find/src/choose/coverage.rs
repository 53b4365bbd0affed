// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Coverage and leakage: who lives inside the chosen areas, who outside, and is the area the right hook at all?
//!
//! In: burdened residents per area, residents, any set of areas. Out: sums. **Invariant:** burdened inside plus outside
//! is the sum over all areas with a figure; areas without one are counted apart.

/// One domain, inside and outside.
#[derive(Clone, Debug, PartialEq)]
pub struct DomainCoverage {
    /// Burdened people inside.
    pub reached: f64,
    /// Burdened people outside.
    pub missed: f64,
    /// Residents inside who are not burdened.
    pub not_burdened_inside: f64,
    /// Areas without a figure.
    pub n_unknown: usize,
}

/// All domains together.
#[derive(Clone, Debug, PartialEq)]
pub struct Coverage {
    /// Per domain, in order.
    pub domains: Vec<DomainCoverage>,
    /// Burdened inside, added over domains: someone with two burdens counts twice.
    pub reached: f64,
    /// Burdened outside, likewise.
    pub missed: f64,
    /// Residents inside.
    pub residents_inside: f64,
    /// Residents of all areas that are looked at.
    pub residents: f64,
}

impl Coverage {
    /// The part of the burden that lies inside.
    pub fn share_reached(&self) -> Option<f64> {
        let all = self.reached + self.missed;
        (all > 0.0).then(|| self.reached / all)
    }

    /// Whether most of the burden lies outside: then "not by area" is an answer to consider first.
    pub fn most_lies_outside(&self) -> bool {
        self.missed > self.reached
    }

    /// How much denser the burden is inside than among all: 1 when areas say nothing.
    pub fn concentration(&self) -> Option<f64> {
        let of_people = (self.residents > 0.0).then(|| self.residents_inside / self.residents)?;
        (of_people > 0.0).then_some(self.share_reached()? / of_people)
    }
}

/// Coverage of a set of areas.
///
/// * `domains`: burdened people per domain, each `[n_areas]`; `residents`: `[n_areas]`.
/// * `looked_at`: areas that count at all (a municipality, the cities); `chosen`: areas inside. `[n_areas]` each.
pub fn coverage(
    domains: &[&[Option<f64>]],
    residents: &[Option<f64>],
    looked_at: &[bool],
    chosen: &[bool],
) -> Coverage {
    let within = |area: &usize| looked_at[*area];
    let areas = || (0..residents.len()).filter(within);
    let per_domain: Vec<DomainCoverage> =
        domains.iter().map(|people| of_domain(people, residents, areas(), chosen)).collect();
    let people = |area: usize| residents[area].unwrap_or(0.0);
    Coverage {
        reached: per_domain.iter().fold(0.0, |sum, it| sum + it.reached),
        missed: per_domain.iter().fold(0.0, |sum, it| sum + it.missed),
        domains: per_domain,
        // The sum of nothing is -0.0 in floating point: from 0.0 on it is 0.
        residents_inside: areas().filter(|area| chosen[*area]).map(people).fold(0.0, |sum, it| sum + it),
        residents: areas().map(people).fold(0.0, |sum, it| sum + it),
    }
}

fn of_domain(
    people: &[Option<f64>],
    residents: &[Option<f64>],
    areas: impl Iterator<Item = usize>,
    chosen: &[bool],
) -> DomainCoverage {
    let mut sums = DomainCoverage { reached: 0.0, missed: 0.0, not_burdened_inside: 0.0, n_unknown: 0 };
    for area in areas {
        match (people[area], chosen[area]) {
            (None, _) => sums.n_unknown += 1,
            (Some(burdened), true) => {
                sums.reached += burdened;
                sums.not_burdened_inside += residents[area].map_or(0.0, |all| (all - burdened).max(0.0));
            }
            (Some(burdened), false) => sums.missed += burdened,
        }
    }
    sums
}

/// What each domain would reach with a choice of its own: for each, the best areas for that domain alone.
pub fn per_domain<E>(
    domains: &[&[Option<f64>]],
    mut choose: impl FnMut(&[Option<f64>]) -> Result<Vec<bool>, E>,
    looked_at: &[bool],
) -> Result<Vec<f64>, E> {
    let reached = |people: &&[Option<f64>]| {
        let chosen = choose(people)?;
        let inside = (0..people.len()).filter(|area| chosen[*area] && looked_at[*area]);
        // A sum of nothing is nought, and not the -0 that `sum` gives.
        Ok(inside.filter_map(|area| people[area]).fold(0.0, |all, people| all + people))
    };
    domains.iter().map(reached).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inside_and_outside_add_up_and_the_unknown_is_counted_apart() {
        let people = [Some(10.0), Some(30.0), None, Some(5.0)];
        let residents = [Some(100.0), Some(100.0), Some(100.0), Some(50.0)];
        let got = coverage(&[&people], &residents, &[true; 4], &[true, false, true, false]);
        let domain = &got.domains[0];
        assert_eq!((domain.reached, domain.missed, domain.n_unknown), (10.0, 35.0, 1));
        assert_eq!(domain.not_burdened_inside, 90.0);
        assert!(got.most_lies_outside());
        assert_eq!((got.residents_inside, got.residents), (200.0, 350.0));
        let nothing = coverage(&[&people], &residents, &[true; 4], &[false; 4]);
        assert!(nothing.residents_inside.is_sign_positive() && nothing.reached.is_sign_positive());
        let none = per_domain(&[&people[..]], |_| Ok::<_, ()>(vec![false; 4]), &[true; 4]).unwrap();
        assert!(none[0] == 0.0 && none[0].is_sign_positive(), "{none:?}");
        let thin = coverage(&[&people], &residents, &[false, true, false, true], &[false, true, false, false]);
        assert!(!thin.most_lies_outside(), "only what is looked at counts");
        assert_eq!(thin.share_reached(), Some(30.0 / 35.0));
    }
}
