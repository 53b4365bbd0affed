// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Areas of which no figure leaves the build: they have fewer residents than the workspace asks for.
//!
//! In: residents now, and in the year with a count that is nearest to the figure. Out: gated or not.
//! Invariant: an unknown number of residents counts as too few.

/// Which areas are gated for figures of one period, `[n_areas]`.
///
/// * `now`: the newest count of residents; `None` where nobody knows it: gated.
/// * `then`: the count that is nearest to the period, where there is one; an area that was small then is gated
///   for that period, however large it is now. Unknown there says nothing: a figure may be older than any count.
///
/// Panics when the two differ in length.
pub fn gated(now: &[Option<f64>], then: Option<&[Option<f64>]>, min_residents: f64) -> Vec<bool> {
    let few = |residents: f64| residents.is_nan() || residents < min_residents;
    let mut gated: Vec<bool> = now.iter().map(|residents| residents.is_none_or(few)).collect();
    if let Some(then) = then {
        assert_eq!(then.len(), gated.len(), "columns of one list of areas");
        for (gated, residents) in gated.iter_mut().zip(then) {
            *gated |= residents.is_some_and(few);
        }
    }
    gated
}

#[cfg(test)]
mod tests {
    use super::gated;

    #[test]
    fn an_area_is_gated_when_it_has_or_had_few_residents_or_nobody_knows() {
        let cases = [
            (Some(50.0), None, false), // Exactly as many as asked for.
            (Some(49.0), None, true),
            (None, None, true),
            (Some(300.0), Some(Some(12.0)), true), // Large now, small in the year of the figure.
            (Some(300.0), Some(None), false),
            (Some(12.0), Some(Some(300.0)), true),
            (Some(f64::NAN), None, true),
        ];
        for (now, then, expected) in cases {
            let then = then.map(|then| [then]);
            assert_eq!(gated(&[now], then.as_ref().map(|it| &it[..]), 50.0), [expected], "{now:?} {then:?}");
        }
    }
}
