// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The number of a sentence, in Dutch or English: `23,4 %`, `23 procent`, `1 op de 5`, `one in five`, `een kwart`,
//! `12 per 1.000`.
//!
//! In: a sentence. Out: the first number that has such a form, and the sentence without it; a year is no number.

/// In which form a number stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A part of a hundred.
    Percent,
    /// A part of a thousand.
    PerThousand,
}

impl Form {
    /// Whether an indicator of this unit can be said so.
    pub(super) fn fits(self, unit: &str) -> bool {
        match self {
            Self::Percent => matches!(unit, "percent" | "fraction"),
            Self::PerThousand => unit == "per-thousand",
        }
    }
}

/// A number of a sentence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number {
    /// The number, as a part of a hundred or of a thousand.
    pub value: f64,
    /// Of how many.
    pub form: Form,
    /// Decimals that it was written with; none for a fraction in words, which is round.
    pub decimals: Option<usize>,
}

impl Number {
    /// How far a figure may lie away that rounds to it. A fraction in words is taken for a whole per cent.
    pub(super) fn half_a_step(self) -> f64 {
        let steps = self.decimals.unwrap_or(0).min(9);
        0.5 / (0..steps).map(|_| 10.0).product::<f64>()
    }
}

/// What a number is multiplied by to stand in a unit.
pub(super) fn scale(number: Option<Number>, unit: &str) -> f64 {
    match (number.map(|number| number.form), unit) {
        (Some(Form::Percent), "fraction") => 0.01,
        _ => 1.0,
    }
}

/// Numbers in words.
const COUNTS: [(&str, f64); 22] = [
    ("een", 1.0),
    ("één", 1.0),
    ("one", 1.0),
    ("a", 1.0),
    ("twee", 2.0),
    ("two", 2.0),
    ("drie", 3.0),
    ("three", 3.0),
    ("vier", 4.0),
    ("four", 4.0),
    ("vijf", 5.0),
    ("five", 5.0),
    ("zes", 6.0),
    ("six", 6.0),
    ("zeven", 7.0),
    ("seven", 7.0),
    ("acht", 8.0),
    ("eight", 8.0),
    ("negen", 9.0),
    ("nine", 9.0),
    ("tien", 10.0),
    ("ten", 10.0),
];

/// Fractions in words.
const FRACTIONS: [(&str, f64); 10] = [
    ("helft", 2.0),
    ("half", 2.0),
    ("derde", 3.0),
    ("third", 3.0),
    ("kwart", 4.0),
    ("quarter", 4.0),
    ("vijfde", 5.0),
    ("fifth", 5.0),
    ("tiende", 10.0),
    ("tenth", 10.0),
];

/// The first number of a sentence, and the sentence without it.
pub(super) fn take(sentence: &str) -> (Option<Number>, String) {
    let spaced = sentence.replace('%', " % ").replace('‰', " ‰ ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let found = (0..words.len()).find_map(|at| number_at(&words, at).map(|(number, n)| (number, at..at + n)));
    match found {
        None => (None, words.join(" ")),
        Some((number, range)) => {
            let before = words[..range.start].join(" ");
            (Some(number), format!("{before} {}", words[range.end..].join(" ")))
        }
    }
}

/// A number that begins at a word, and how many words it takes.
fn number_at(words: &[&str], at: usize) -> Option<(Number, usize)> {
    let plain = |offset: usize| {
        let word = words.get(at + offset).copied().unwrap_or_default();
        word.trim_matches(|sign: char| matches!(sign, '.' | ',' | ';' | ':' | '(' | ')' | '"' | '\'')).to_lowercase()
    };
    if let Some((value, decimals)) = written(&plain(0)) {
        let of = |form, n| Some((Number { value, form, decimals: Some(decimals) }, n));
        match (plain(1).as_str(), plain(2).as_str()) {
            ("%" | "procent" | "percent" | "pct", _) => return of(Form::Percent, 2),
            ("‰" | "promille", _) => return of(Form::PerThousand, 2),
            ("per", "cent") => return of(Form::Percent, 3),
            ("per", "honderd" | "hundred" | "100") => return of(Form::Percent, 3),
            ("per", "1.000" | "1,000" | "1000" | "duizend" | "thousand") => return of(Form::PerThousand, 3),
            _ => {}
        }
    }
    let share = |part: f64, whole: f64, n| {
        (whole > 0.0 && part <= whole)
            .then_some((Number { value: part / whole * 100.0, form: Form::Percent, decimals: None }, n))
    };
    if let Some(part) = counted(&plain(0)) {
        match (plain(1).as_str(), plain(2).as_str()) {
            ("op", "de") => return share(part, counted(&plain(3))?, 4),
            ("op" | "in", _) if counted(&plain(2)).is_some_and(|whole| whole > 1.0) => {
                return share(part, counted(&plain(2))?, 3);
            }
            ("out", "of") => return share(part, counted(&plain(3))?, 4),
            _ => {}
        }
        if let Some((_, whole)) = FRACTIONS.iter().find(|(word, _)| *word == plain(1)) {
            return share(part, *whole, 2);
        }
    }
    let (_, whole) = FRACTIONS
        .iter()
        .find(|(word, _)| *word == plain(0))
        .filter(|(word, _)| matches!(*word, "helft" | "half" | "kwart"))?;
    share(1.0, *whole, 1)
}

fn counted(word: &str) -> Option<f64> {
    let by_word = COUNTS.iter().find(|(known, _)| *known == word).map(|(_, count)| *count);
    by_word.or_else(|| written(word).filter(|(value, _)| *value <= 1000.0).map(|(value, _)| value))
}

/// Digits with at most one comma or point; with three digits behind it, it parts thousands.
fn written(word: &str) -> Option<(f64, usize)> {
    let (whole, rest) = word.split_once([',', '.']).unwrap_or((word, ""));
    let digits = |text: &str| text.bytes().all(|it| it.is_ascii_digit());
    if whole.is_empty() || whole.len() > 6 || rest.len() > 6 || !digits(whole) || !digits(rest) {
        return None;
    }
    let text = match rest.len() {
        0 => whole.to_owned(),
        3 if whole != "0" => format!("{whole}{rest}"),
        _ => format!("{whole}.{rest}"),
    };
    let decimals = if rest.len() == 3 && whole != "0" { 0 } else { rest.len() };
    Some((text.parse().ok()?, decimals))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_reports_write_them() {
        let cases = [
            ("23 % lage inkomens in Oost", 23.0, Form::Percent, Some(0), " lage inkomens in Oost"),
            ("in Oost is 23,4% arm", 23.4, Form::Percent, Some(1), "in Oost is arm"),
            ("23.4 per cent poor", 23.4, Form::Percent, Some(1), " poor"),
            ("in 2023: 7 procent", 7.0, Form::Percent, Some(0), "in 2023: "),
            ("1 op de 5 gezinnen", 20.0, Form::Percent, None, " gezinnen"),
            ("een op de vier", 25.0, Form::Percent, None, " "),
            ("one in five adults", 20.0, Form::Percent, None, " adults"),
            ("een kwart van Oost", 25.0, Form::Percent, None, " van Oost"),
            ("de helft", 50.0, Form::Percent, None, "de "),
            ("12,5 misdrijven", f64::NAN, Form::Percent, None, "12,5 misdrijven"),
            ("48 per 1.000 inwoners", 48.0, Form::PerThousand, Some(0), " inwoners"),
            ("48 ‰", 48.0, Form::PerThousand, Some(0), " "),
            ("9 op de 5", f64::NAN, Form::Percent, None, "9 op de 5"),
            ("", f64::NAN, Form::Percent, None, ""),
        ];
        for (sentence, value, form, decimals, rest) in cases {
            let (number, found) = take(sentence);
            assert_eq!(found, rest, "{sentence}");
            let expected = (!value.is_nan()).then_some(Number { value, form, decimals });
            assert_eq!(number, expected, "{sentence}");
        }
    }
}
