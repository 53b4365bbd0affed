// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! How unequal are areas?
//!
//! In: a figure of 0 or more per area. Out: Gini's coefficient. Every area counts for one; who wants people to count, counts
//! people elsewhere. Not here: missing figures, which the caller leaves out; Theil's T and its parts (`kapstok_find::scale`).

/// 0 where all areas have the same, near 1 where one has all; `None` for no areas, a figure below 0, or a sum of 0.
/// `2 Σ i y_i / (n Σ y) - (n + 1) / n` over rising `y`.
pub fn gini(values: &[f64]) -> Option<f64> {
    let sum = positive_sum(values)?;
    let mut rising = values.to_vec();
    rising.sort_unstable_by(f64::total_cmp);
    let n = rising.len() as f64;
    let ranked: f64 = (1..).zip(&rising).map(|(rank, value)| f64::from(rank) * value).sum();
    Some(2.0 * ranked / (n * sum) - (n + 1.0) / n)
}

fn positive_sum(values: &[f64]) -> Option<f64> {
    let sum: f64 = values.iter().sum();
    (values.iter().all(|value| *value >= 0.0) && sum > 0.0 && sum.is_finite()).then_some(sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_has_all_and_who_has_the_same() {
        assert_eq!((gini(&[4.0; 5]), gini(&[0.0, 0.0, 0.0, 8.0])), (Some(0.0), Some(0.75)));
        assert_eq!((gini(&[]), gini(&[0.0]), gini(&[-1.0, 2.0]), gini(&[f64::NAN])), (None, None, None, None));
    }
}
