// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `band`: deciles and their kind.

use crate::figures::Figures;

/// The band of each rank, 1 first.
///
/// Without a population `ceil(bands * r / n)`; with one, the areas stand in order of rank and an area is
/// in the band where its middle person is. `[n_areas]` in and out.
pub(super) fn band(ranks: &Figures, population: Option<&Figures>, bands: u32) -> Figures {
    let bands = f64::from(bands);
    let Some(population) = population else {
        let n = ranks.n_known() as f64;
        return ranks.map(|rank| (bands * rank / n).ceil());
    };
    let mut order: Vec<(usize, f64, f64)> = Vec::new();
    for (position, (rank, people)) in ranks.iter().zip(population.iter()).enumerate() {
        if let (Some(rank), Some(people)) = (rank, people) {
            order.push((position, rank, people));
        }
    }
    order.sort_by(|left, right| left.1.total_cmp(&right.1).then(left.0.cmp(&right.0)));
    let total: f64 = order.iter().map(|(_, _, people)| people).sum();
    let mut before = 0.0;
    let mut result = vec![None; ranks.len()];
    for (position, _, people) in order {
        let middle = (before + people / 2.0) / total;
        result[position] = Some((bands * middle).ceil().clamp(1.0, bands)).filter(|_| total > 0.0);
        before += people;
    }
    result.into()
}
