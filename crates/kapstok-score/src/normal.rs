// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The normal curve turned around: from a part to the distance below which it lies.
//!
//! In: a part of 0 to 1. Out: standard deviations from the mean, right to about one part in 10^16.

/// The distance from the mean, in standard deviations, below which the part `p` of a normal distribution lies; `None`
/// where `p` is not above 0 and below 1.
///
/// # Source
/// Wichura, Algorithm AS 241: the percentage points of the normal distribution, Applied Statistics 37 (1988), PPND16.
pub fn quantile(p: f64) -> Option<f64> {
    if !(p > 0.0 && p < 1.0) {
        return None;
    }
    let from_half = p - 0.5;
    if from_half.abs() <= 0.425 {
        return Some(from_half * ratio(&CENTRE, 0.180_625 - from_half * from_half));
    }
    let tail = if from_half < 0.0 { p } else { 1.0 - p };
    let root = (-libm::log(tail)).sqrt();
    let distance = if root <= 5.0 { ratio(&MIDDLE, root - 1.6) } else { ratio(&FAR, root - 5.0) };
    Some(if from_half < 0.0 { -distance } else { distance })
}

fn ratio([above, below]: &[[f64; 8]; 2], x: f64) -> f64 {
    let polynomial = |coefficients: &[f64; 8]| coefficients.iter().rev().fold(0.0, |sum, part| sum * x + part);
    polynomial(above) / polynomial(below)
}

/// Numerator and denominator, p within 0.425 of a half; the constant first.
const CENTRE: [[f64; 8]; 2] = [
    [
        3.3871328727963665,
        133.14166789178438,
        1971.5909503065513,
        13731.69376550946,
        45921.95393154987,
        67265.7709270087,
        33430.57558358813,
        2509.0809287301227,
    ],
    [
        1.0,
        42.31333070160091,
        687.1870074920579,
        5394.196021424751,
        21213.794301586597,
        39307.89580009271,
        28729.085735721943,
        5226.495278852854,
    ],
];
/// Numerator and denominator, root of -ln p up to 5; the constant first.
const MIDDLE: [[f64; 8]; 2] = [
    [
        1.4234371107496835,
        4.630337846156546,
        5.769497221460691,
        3.6478483247632045,
        1.2704582524523684,
        0.2417807251774506,
        0.022723844989269184,
        0.0007745450142783414,
    ],
    [
        1.0,
        2.053191626637759,
        1.6763848301838038,
        0.6897673349851,
        0.14810397642748008,
        0.015198666563616457,
        0.0005475938084995345,
        1.0507500716444169e-09,
    ],
];
/// Numerator and denominator, further out; the constant first.
const FAR: [[f64; 8]; 2] = [
    [
        6.657904643501103,
        5.463784911164114,
        1.7848265399172913,
        0.29656057182850487,
        0.026532189526576124,
        0.0012426609473880784,
        2.7115555687434876e-05,
        2.0103343992922881e-07,
    ],
    [
        1.0,
        0.599832206555888,
        0.1369298809227358,
        0.014875361290850615,
        0.0007868691311456133,
        1.8463183175100548e-05,
        1.421511758316446e-07,
        2.0442631033899397e-15,
    ],
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_those_of_the_article_and_of_tables() {
        // The first three are those that the article prints as a check.
        let cases = [
            (0.25, -0.674_489_750_196_081_7),
            (0.001, -3.090_232_306_167_813_5),
            (1e-20, -9.262_340_089_798_408),
            (0.975, 1.959_963_984_540_054),
            (0.5, 0.0),
            (0.995, 2.575_829_303_548_900_4),
        ];
        for (p, expected) in cases {
            let found = quantile(p).unwrap();
            assert!((found - expected).abs() <= 4e-16 * f64::max(1.0, expected.abs()) * 2.0, "{p}: {found}");
        }
        assert_eq!([0.0, 1.0, -0.1, f64::NAN].map(quantile), [None; 4]);
    }

    #[test]
    fn a_quantile_put_back_into_the_curve_gives_the_part_again() {
        for step in 1..400 {
            for p in [f64::from(step) / 400.0, libm::pow(10.0, -f64::from(step) / 4.0)] {
                let back = 0.5 * libm::erfc(-quantile(p).unwrap() / std::f64::consts::SQRT_2);
                // A distance far out has few digits to spare: the part changes |x| times as fast.
                assert!((back / p - 1.0).abs() < 4e-14 * (1.0 - libm::log(p)), "{p}: {back}");
            }
        }
    }
}
