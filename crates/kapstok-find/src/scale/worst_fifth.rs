// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! How the picture changes by level: the part of all people with a burden that lives in the worst fifth.
//!
//! In: shares of people with a burden, and residents. Out: a share of 0 ..= 1. The worst fifth is a fifth of the
//! *residents*, worst areas first, the last area in proportion: so that a level with few large areas can be set beside
//! one with many small ones. Where nothing differs it is 0.2. Smaller areas can only show more of what lies together.

/// The part of all people with a burden that lives in the worst fifth of residents.
///
/// * `burdened`: per area the share of people with the burden, in any one unit, higher is worse.
///
/// `None` where nobody has the burden, or nothing is known. Areas that are equally bad: in their order.
pub fn in_worst_fifth(burdened: &[Option<f64>], residents: &[Option<f64>]) -> Option<f64> {
    let area = |(burdened, residents): (&Option<f64>, &Option<f64>)| {
        let (burdened, residents) = ((*burdened)?, (*residents)?);
        (burdened >= 0.0 && residents > 0.0).then_some((burdened, residents))
    };
    let mut known: Vec<(f64, f64)> = burdened.iter().zip(residents).filter_map(area).collect();
    known.sort_by(|one, other| other.0.total_cmp(&one.0));
    let all: f64 = known.iter().map(|(burdened, residents)| burdened * residents).sum();
    let mut room = known.iter().map(|(_, residents)| residents).sum::<f64>() / 5.0;
    if all <= 0.0 {
        return None;
    }
    let mut inside = 0.0;
    for (burdened, residents) in known {
        let taken = residents.min(room);
        inside += burdened * taken;
        room -= taken;
    }
    Some(inside / all)
}

#[cfg(test)]
mod tests {
    use super::in_worst_fifth;

    #[test]
    fn the_worst_fifth_is_one_of_residents() {
        let residents = [Some(100.0), Some(100.0), Some(200.0), Some(100.0), None, Some(0.0)];
        // The worst 100 of 500 hold 40 of 40 + 10 + 20 + 10.
        let burdened = [Some(40.0), Some(10.0), Some(10.0), Some(10.0), Some(99.0), Some(99.0)];
        assert_eq!(in_worst_fifth(&burdened, &residents), Some(0.5));
        // Half of the largest area.
        let burdened = [Some(10.0), Some(10.0), Some(40.0), Some(10.0), None, None];
        assert_eq!(in_worst_fifth(&burdened, &residents), Some(40.0 / 110.0));
        assert!((in_worst_fifth(&[Some(7.0); 6], &residents).unwrap() - 0.2).abs() < 1e-15);
        assert_eq!(in_worst_fifth(&[Some(0.0)], &[Some(5.0)]), None);
        assert_eq!(in_worst_fifth(&[], &[]), None);
    }
}
