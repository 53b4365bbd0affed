// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `band`: deciles and their kind.

use crate::figures::Figures;

/// The band of each rank, 1 first.
///
/// Without a population `ceil(bands * r / n)`; with one, the areas stand in order of rank and an area is
/// in the band where its middle person is. Areas of one rank stand as one: theirs is the band of the middle
/// person of them all. `[n_areas]` in and out.
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
    for tied in order.chunk_by(|left, right| left.1 == right.1) {
        let people: f64 = tied.iter().map(|(_, _, people)| people).sum();
        let middle = (before + people / 2.0) / total;
        for (position, ..) in tied {
            result[*position] = Some((bands * middle).ceil().clamp(1.0, bands)).filter(|_| total > 0.0);
        }
        before += people;
    }
    result.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_of_one_rank_are_in_one_band_whatever_their_order() {
        // 100 people at rank 1, 2 x 100 tied at rank 2, 100 at rank 4; halves of 200.
        let people: Figures = vec![Some(100.0); 4].into();
        for order in [[1.0, 2.0, 2.0, 4.0], [2.0, 4.0, 1.0, 2.0]] {
            let ranks: Figures = order.map(Some).to_vec().into();
            let bands = band(&ranks, Some(&people), 2).to_vec();
            // The middle of the tied 200 is the 200th of 400 people: the first half.
            let expected = order.map(|rank| Some(if rank == 4.0 { 2.0 } else { 1.0 }));
            assert_eq!(bands, expected);
        }
    }
}
