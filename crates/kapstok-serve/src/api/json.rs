// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! JSON of many small parts, written straight into text.
//!
//! In: texts and numbers. Out: JSON. Invariant: a text is escaped, a number that is not finite is `null`. A figure
//! always has a decimal point, for readers guess the type of a column from the first figures that they see.

use std::fmt::Write;

/// Writes a text with its quotes.
pub(crate) fn text(out: &mut String, text: &str) {
    out.push('"');
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        // `<` is written so that no text can end a script or begin a tag, wherever the JSON is put.
        if byte >= 0x20 && !matches!(byte, b'"' | b'\\' | b'<') {
            continue;
        }
        out.push_str(&text[from..at]);
        match byte {
            b'"' => out.push_str("\\\""),
            b'\\' => out.push_str("\\\\"),
            b'\n' => out.push_str("\\n"),
            _ => drop(write!(out, "\\u{byte:04x}")),
        }
        from = at + 1;
    }
    out.push_str(&text[from..]);
    out.push('"');
}

/// Writes a text, or `null` for none.
pub(crate) fn text_or_null(out: &mut String, found: Option<&str>) {
    match found {
        Some(found) => text(out, found),
        None => out.push_str("null"),
    }
}

/// Writes a figure with its decimal point, or `null`.
pub(crate) fn figure(out: &mut String, value: Option<f64>) {
    match value {
        Some(value) if value.is_finite() => drop(write!(out, "{value:?}")),
        _ => out.push_str("null"),
    }
}

/// Writes a whole number.
pub(crate) fn whole(out: &mut String, number: usize) {
    let _ = write!(out, "{number}");
}

/// Writes a number with at most so many decimals, without zeros at its end: for coordinates.
pub(crate) fn coordinate(out: &mut String, value: f64, decimals: u32) {
    let factor = 10_i64.pow(decimals);
    let scaled = (value * factor as f64).round();
    if !scaled.is_finite() || scaled.abs() > 9.0e15 {
        out.push_str("null");
        return;
    }
    let mut scaled = scaled as i64;
    if scaled < 0 {
        out.push('-');
        scaled = -scaled;
    }
    whole(out, (scaled / factor) as usize);
    let (mut rest, mut left) = (scaled % factor, decimals as usize);
    if rest == 0 {
        return;
    }
    while rest % 10 == 0 {
        rest /= 10;
        left -= 1;
    }
    let _ = write!(out, ".{rest:0left$}");
}

/// Puts a comma between the things of a list.
pub(crate) fn list<T>(out: &mut String, things: impl IntoIterator<Item = T>, mut each: impl FnMut(&mut String, T)) {
    out.push('[');
    for (place, thing) in things.into_iter().enumerate() {
        if place > 0 {
            out.push(',');
        }
        each(out, thing);
    }
    out.push(']');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_reads_back_as_json() {
        let hostile = "a \"b\" \\ </script>\u{1}\n'é\u{2028}";
        let mut out = String::new();
        text(&mut out, hostile);
        assert!(!out.contains('<'));
        assert_eq!(serde_json::from_str::<String>(&out).unwrap(), hostile);
        for (value, expected) in
            [(Some(1250.0), "1250.0"), (Some(0.1), "0.1"), (Some(f64::NAN), "null"), (None, "null")]
        {
            let mut out = String::new();
            figure(&mut out, value);
            assert_eq!(out, expected);
        }
    }

    #[test]
    fn coordinates_are_rounded_and_keep_their_sign_and_their_zeros() {
        let cases = [
            (4.912_345_678, 7, "4.9123457"),
            (-0.05, 7, "-0.05"),
            (52.000_000_9, 6, "52.000001"),
            (155_000.0, 3, "155000"),
            (0.002, 3, "0.002"),
            (1.010, 3, "1.01"),
            (f64::INFINITY, 3, "null"),
        ];
        for (value, decimals, expected) in cases {
            let mut out = String::new();
            coordinate(&mut out, value, decimals);
            assert_eq!(out, expected);
        }
    }
}
