// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Rates of areas with few residents vary more by chance: a scale on which they vary alike.
//!
//! In: events and residents per area. Out: a standardised rate, for Moran's I and local Moran.
//! Invariant: without events, or without residents above 0, there is no rate. Neighbours play no part here.

/// `z_i = (p_i - b) / √v_i` with `b = Σ e / Σ n` and `v_i = s² - b / mean(n) + b / n_i`, where
/// `s² = Σ n (p - b)² / Σ n`; where `v_i` is below 0 it is `b / n_i`.
///
/// * Returns one number per area; all `None` where there were no events.
///
/// # Source
/// Assunção and Reis, *A new proposal to adjust Moran's I for population density* (1999).
pub fn empirical_bayes_rates(events: &[Option<f64>], residents: &[Option<f64>]) -> Vec<Option<f64>> {
    let pairs: Vec<Option<(f64, f64)>> = events
        .iter()
        .zip(residents)
        .map(|(events, residents)| Some(((*events)?, (*residents)?)))
        .map(|pair| pair.filter(|(events, residents)| events.is_finite() && *residents > 0.0 && residents.is_finite()))
        .collect();
    let known = || pairs.iter().flatten();
    let (n_known, of_events, of_residents) =
        known().fold((0.0, 0.0, 0.0), |(n, e, r), pair| (n + 1.0, e + pair.0, r + pair.1));
    let whole = of_events / of_residents;
    let squares =
        known().map(|(events, residents)| residents * (events / residents - whole) * (events / residents - whole));
    let between = squares.sum::<f64>() / of_residents - whole / (of_residents / n_known);
    let rate = |&(events, residents): &(f64, f64)| {
        let variance = Some(between + whole / residents).filter(|v| *v >= 0.0).unwrap_or(whole / residents);
        Some((events / residents - whole) / variance.sqrt()).filter(|z| z.is_finite())
    };
    pairs.iter().map(|pair| pair.as_ref().and_then(rate)).collect()
}

#[cfg(test)]
mod tests {
    use super::empirical_bayes_rates;

    #[test]
    fn an_area_without_residents_or_events_has_no_rate() {
        let rates = empirical_bayes_rates(
            &[Some(3.0), Some(1.0), None, Some(2.0), Some(4.0)],
            &[Some(10.0), Some(20.0), Some(30.0), Some(0.0), Some(10.0)],
        );
        assert_eq!(rates.iter().map(Option::is_some).collect::<Vec<_>>(), [true, true, false, false, true]);
        assert!(rates[0] > Some(0.0) && rates[1] < Some(0.0));
        assert_eq!(empirical_bayes_rates(&[Some(0.0); 2], &[Some(5.0); 2]), [None, None]);
    }
}
