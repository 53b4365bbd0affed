// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Numbers and texts inside an SVG.

/// A place in a picture: one decimal, no `-0`.
pub(super) fn px(place: f64) -> String {
    let tenths = (place * 10.0).round() as i64;
    match tenths % 10 {
        0 => (tenths / 10).to_string(),
        _ => format!("{}{}.{}", if tenths < 0 { "-" } else { "" }, (tenths / 10).abs(), (tenths % 10).abs()),
    }
}

/// A text between tags.
pub(super) fn text(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Where a value lies between two others, as a place between `from` and `to`; at the ends what lies outside.
pub(super) fn between(value: f64, range: (f64, f64), from: f64, to: f64) -> f64 {
    let (low, high) = range;
    let part = if high > low { ((value - low) / (high - low)).clamp(0.0, 1.0) } else { 0.5 };
    from + part * (to - from)
}

/// A range that holds some more values.
pub(crate) fn widened(range: (f64, f64), values: impl IntoIterator<Item = f64>) -> (f64, f64) {
    values.into_iter().fold(range, |(low, high), value| (low.min(value), high.max(value)))
}
