// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Figures as people read them: a decimal comma in Dutch, no more decimals than there are.

use crate::words::Language;

/// A figure with at most `decimals` decimals, without trailing zeros.
pub fn figure(value: f64, decimals: usize, language: Language) -> String {
    let mut text = format!("{value:.decimals$}");
    if text.contains('.') {
        text.truncate(text.trim_end_matches('0').trim_end_matches('.').len());
    }
    if text == "-0" {
        text = "0".to_owned();
    }
    match language {
        Language::Nl => text.replace('.', ","),
        Language::En => text,
    }
}

/// A share of 0 ..= 1 in per cent, always with one decimal, without the sign.
pub fn percentage(share: f64, language: Language) -> String {
    let text = format!("{:.1}", share * 100.0);
    match language {
        Language::Nl => text.replace('.', ","),
        Language::En => text,
    }
}

/// Bounds of 0 ..= 1 in per cent with one decimal, rounded outward: what is printed holds what was computed.
pub fn bounds(lower: f64, upper: f64, language: Language) -> (String, String) {
    // A millionth of a tenth of a per cent is an error of computing, and no part of a bound.
    let (lower, upper) = ((lower * 1000.0 + 1e-6).floor() / 10.0, (upper * 1000.0 - 1e-6).ceil() / 10.0);
    (figure(lower.max(0.0), 1, language), figure(upper.max(0.0), 1, language))
}

/// A figure with the sign of its unit behind it.
pub fn with_unit(value: f64, unit: &str, language: Language) -> String {
    let (times, decimals, sign) = shown(unit);
    figure(value * times, decimals, language) + &written(sign, language)
}

/// The size of an error of figures of a unit, with the sign of the unit and at most so many decimals, or as many as the
/// figures have: of shares in percentage points, without a sign, for the words of those are the caller's.
pub fn size(value: f64, unit: &str, decimals: Option<usize>, language: Language) -> String {
    let (times, of_figures, sign) = shown(unit);
    let text = figure(value * times, decimals.unwrap_or(of_figures), language);
    if is_in_points(unit) { text } else { text + &written(sign, language) }
}

/// Whether differences of figures of a unit are told in percentage points.
pub fn is_in_points(unit: &str) -> bool {
    matches!(unit, "percent" | "fraction")
}

fn written(sign: &str, language: Language) -> String {
    match language {
        Language::En => sign.replace("1.000", "1,000"),
        Language::Nl => sign.to_owned(),
    }
}

/// A difference of figures of a unit, with plus or minus and as many decimals as the figures have: of shares in percentage
/// points, without the sign of the unit, so that it is not read as a part of the figure.
pub fn difference(value: f64, unit: &str, language: Language) -> String {
    let (times, decimals, _) = shown(unit);
    let text = figure(value * times, decimals, language);
    if value > 0.0 && text != "0" { format!("+{text}") } else { text }
}

/// How figures of a unit are shown: times what, with how many decimals, and which sign.
fn shown(unit: &str) -> (f64, usize, &'static str) {
    match unit {
        "percent" => (1.0, 1, " %"),
        "fraction" => (100.0, 1, " %"),
        "per-thousand" => (1.0, 1, " ‰"),
        "count" => (1.0, 1, ""),
        "euro" => (1.0, 0, " euro"),
        "thousand-euro" => (1.0, 1, " × 1.000 euro"),
        "km" => (1.0, 1, " km"),
        "km2" => (1.0, 2, " km²"),
        "ha" => (1.0, 0, " ha"),
        _ => (1.0, 3, ""),
    }
}

/// A written number with its thousands apart.
pub fn grouped(text: &str, language: Language) -> String {
    let start = text.find(|sign: char| sign.is_ascii_digit()).unwrap_or(text.len());
    let digits = text[start..].find(|sign: char| !sign.is_ascii_digit()).unwrap_or(text.len() - start);
    if digits < 4 {
        return text.to_owned();
    }
    let separator = match language {
        Language::Nl => '.',
        Language::En => ',',
    };
    let mut grouped = text[..start].to_owned();
    for (position, digit) in text[start..start + digits].chars().enumerate() {
        if position > 0 && (digits - position) % 3 == 0 {
            grouped.push(separator);
        }
        grouped.push(digit);
    }
    grouped + &text[start + digits..]
}

/// Cents as people write euros: whole euros where there are no cents.
pub fn euros(cents: u64, language: Language) -> String {
    let whole = grouped(&(cents / 100).to_string(), language);
    let rest = cents % 100;
    match (language, rest) {
        (Language::Nl, 0) => format!("€ {whole}"),
        (Language::Nl, rest) => format!("€ {whole},{rest:02}"),
        (Language::En, 0) => format!("€{whole}"),
        (Language::En, rest) => format!("€{whole}.{rest:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_of_fractions_is_told_in_percentage_points() {
        let of = |value, unit| difference(value, unit, Language::Nl);
        assert_eq!([of(0.034, "fraction"), of(3.4, "percent")], ["+3,4", "+3,4"]);
        assert_eq!([of(-0.034, "fraction"), of(0.0002, "fraction"), of(0.0, "percent")], ["-3,4", "0", "0"]);
        assert_eq!([of(1200.4, "euro"), of(0.012, "index")], ["+1200", "+0,012"]);
    }

    #[test]
    fn the_size_of_an_error_has_the_unit_of_its_figure_and_is_in_points_of_a_share() {
        let of = |value, unit| size(value, unit, Some(3), Language::Nl);
        assert_eq!([of(0.012, "fraction"), of(0.0005, "fraction"), of(0.05, "percent")], ["1,2", "0,05", "0,05"]);
        assert_eq!([of(1200.0, "euro"), of(0.05, "per-thousand"), of(2.5, "count")], ["1200 euro", "0,05 ‰", "2,5"]);
        assert_eq!(size(2.9652, "percent", None, Language::Nl), "3");
        assert_eq!([is_in_points("percent"), is_in_points("fraction"), is_in_points("euro")], [true, true, false]);
    }

    #[test]
    fn euros_are_written_as_each_language_has_them() {
        let cases = [
            (0, Language::Nl, "€ 0"),
            (5_000_000, Language::Nl, "€ 50.000"),
            (123_456_789, Language::Nl, "€ 1.234.567,89"),
            (123_456_705, Language::En, "€1,234,567.05"),
        ];
        for (cents, language, expected) in cases {
            assert_eq!(euros(cents, language), expected);
        }
    }

    #[test]
    fn printed_bounds_hold_what_was_computed() {
        let cases = [
            (0.0, 0.0625, ("0", "6.3")),
            (0.1629, 0.2395, ("16.2", "24")),
            (0.3, 0.467, ("30", "46.7")),
            (0.1 + 0.2, 1.0, ("30", "100")),
        ];
        for (lower, upper, expected) in cases {
            let found = bounds(lower, upper, Language::En);
            assert_eq!((found.0.as_str(), found.1.as_str()), expected, "{lower} {upper}");
        }
    }

    #[test]
    fn figures_are_written_as_people_of_each_language_write_them() {
        let cases = [
            (17.5, "percent", Language::Nl, "17,5 %"),
            (17.0, "percent", Language::En, "17 %"),
            (0.125, "fraction", Language::Nl, "12,5 %"),
            (1250.0, "count", Language::Nl, "1250"),
            (-0.0, "points", Language::En, "0"),
            (300.0, "thousand-euro", Language::Nl, "300 × 1.000 euro"),
        ];
        for (value, unit, language, expected) in cases {
            assert_eq!(with_unit(value, unit, language), expected, "{value} {unit}");
        }
    }
}
