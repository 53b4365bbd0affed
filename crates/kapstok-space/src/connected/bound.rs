// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What no choice can exceed, when sets need not hang together and areas may be cut.
//!
//! In: a problem. Out: a number that is never below the best choice. Not here: the closer bound that knows of
//! connection, which [`choose`](super::choose) gives.

use super::field::Field;
use super::problem::{NoSets, Problem};

/// The highest benefit of any choice of residents within the budget, the sets times the ceiling and, where sets stay
/// within a municipality, its number of sets times the ceiling. What must be in is in.
///
/// Areas are filled in the order of benefit per resident: because limits on parts lie inside the limit on the whole, no
/// other filling holds more.
///
/// # Errors
/// [`NoSets`] where the problem cannot be read.
pub fn bound(problem: &Problem<'_>) -> Result<f64, NoSets> {
    Ok(bound_of(&Field::new(problem)?).highest)
}

/// A bound, and what it says of the budget.
pub(super) struct Bound {
    pub(super) highest: f64,
    /// Benefit per resident of the first area for which the budget was too small; 0 where it was not.
    pub(super) price: f64,
}

pub(super) fn bound_of(field: &Field<'_>) -> Bound {
    let most_of_group = |high: &usize| (*high as f64) * field.most_of_set;
    let mut left_in_group: Vec<f64> = field.highs.iter().map(most_of_group).collect();
    let mut left = field.most;
    let (mut sum, mut price) = (0.0, 0.0);
    for &area in &field.must {
        sum += field.benefit(area);
        left -= field.residents(area);
        left_in_group[field.group[area]] -= field.residents(area);
    }
    for area in by_density(field) {
        let in_group = &mut left_in_group[field.group[area]];
        let residents = field.residents(area);
        let fits = residents.min(*in_group).min(left).max(0.0);
        sum += if residents > 0.0 { field.benefit(area) * (fits / residents) } else { field.benefit(area) };
        if price == 0.0 && residents > left {
            price = field.benefit(area) / residents;
        }
        *in_group -= fits;
        left -= fits;
    }
    // Sums in another order differ in the last bits.
    Bound { highest: sum + 1e-11 * sum.abs(), price }
}

/// Areas that add something and need not be in, the most benefit per resident first.
fn by_density(field: &Field<'_>) -> Vec<usize> {
    let free = |area: &usize| field.may[*area] && !field.problem.must_be_in[*area] && field.benefit(*area) > 0.0;
    let mut areas: Vec<usize> = (0..field.n_areas).filter(free).collect();
    let density = |area: usize| field.benefit(area) / field.residents(area);
    areas.sort_by(|&one, &other| density(other).total_cmp(&density(one)).then(one.cmp(&other)));
    areas
}
