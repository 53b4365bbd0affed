// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Quantiles of the normal distribution and of Student's t, for intervals.
//!
//! In: a part of 0 ..= 1 and degrees of freedom. Out: the value below which that part lies. Invariant: only arithmetic
//! and `libm`, so the same bits everywhere. Not here: tests of anything.

/// The value below which a part of the normal distribution lies (`kapstok_score::normal`); infinite at 0 and 1.
///
/// # Examples
/// ```
/// # use kapstok_find::gap::quantile::normal;
/// assert!((normal(0.975) - 1.959_963_985).abs() < 1e-9);
/// ```
pub fn normal(part: f64) -> f64 {
    let end = if part <= 0.0 { f64::NEG_INFINITY } else { f64::INFINITY };
    kapstok_score::normal::quantile(part).unwrap_or(end)
}

/// The value below which a part of Student's t lies. With infinite degrees of freedom: of the normal distribution.
///
/// * `degrees`: above 0; they may be a fraction.
///
/// # Source
/// The distribution by the incomplete beta function: Abramowitz and Stegun, 26.7.1 and 26.5.8 (continued fraction).
pub fn student(part: f64, degrees: f64) -> f64 {
    if degrees > 1e7 {
        return normal(part);
    }
    quantile(part, |value| {
        let tail = 0.5 * incomplete_beta(degrees / 2.0, 0.5, degrees / (degrees + value * value));
        if value > 0.0 { 1.0 - tail } else { tail }
    })
}

fn quantile(part: f64, below: impl Fn(f64) -> f64) -> f64 {
    if part <= 0.0 || part >= 1.0 {
        return if part <= 0.0 { f64::NEG_INFINITY } else { f64::INFINITY };
    }
    if part > 0.5 {
        return -quantile(1.0 - part, below);
    }
    let (mut low, mut high) = (-1.0, 0.0);
    while below(low) > part {
        high = low;
        low *= 2.0;
    }
    for _ in 0..60 {
        let middle = 0.5 * (low + high);
        if below(middle) > part { high = middle } else { low = middle }
    }
    0.5 * (low + high)
}

/// The regularised incomplete beta function.
fn incomplete_beta(a: f64, b: f64, x: f64) -> f64 {
    if x <= 0.0 || x >= 1.0 {
        return if x <= 0.0 { 0.0 } else { 1.0 };
    }
    let front =
        libm::exp(libm::lgamma(a + b) - libm::lgamma(a) - libm::lgamma(b) + a * libm::log(x) + b * libm::log(1.0 - x));
    match x < (a + 1.0) / (a + b + 2.0) {
        true => front * fraction(a, b, x) / a,
        false => 1.0 - front * fraction(b, a, 1.0 - x) / b,
    }
}

/// The continued fraction of the incomplete beta function, by the method of Lentz.
fn fraction(a: f64, b: f64, x: f64) -> f64 {
    let never_zero = |value: f64| if value.abs() < 1e-300 { 1e-300 } else { value };
    let mut c = 1.0;
    let mut d = 1.0 / never_zero(1.0 - (a + b) * x / (a + 1.0));
    let mut value = d;
    for step in 1..500 {
        let m = f64::from(step);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        let mut last = 1.0;
        for term in [even, odd] {
            d = 1.0 / never_zero(1.0 + term * d);
            c = never_zero(1.0 + term / c);
            last = c * d;
            value *= last;
        }
        if (last - 1.0).abs() < 1e-15 {
            break;
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_those_of_the_printed_tables() {
        // NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.1 and 1.3.6.7.2.
        let cases = [
            (0.975, 1.0, 12.706),
            (0.975, 2.0, 4.303),
            (0.975, 10.0, 2.228),
            (0.95, 5.0, 2.015),
            (0.995, 30.0, 2.750),
            (0.975, f64::INFINITY, 1.960),
            (0.025, 4.0, -2.776),
        ];
        for (part, degrees, expected) in cases {
            let found = student(part, degrees);
            assert!((found - expected).abs() < 0.0006, "{part} {degrees}: {found}");
        }
        assert!(normal(0.5).abs() < 1e-12);
        assert!((normal(0.8) - 0.841_621_233_6).abs() < 1e-9);
    }
}
