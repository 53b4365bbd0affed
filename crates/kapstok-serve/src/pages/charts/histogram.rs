// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The legend of a map: how many areas have which figure, in the classes of the map.
//!
//! In: figures and the bounds of the classes. Out: bars from low to high, each in the class of its figures; the ends
//! hold what lies outside.

use super::svg::{between, px, text};

const WIDTH: f64 = 320.0;
const HEIGHT: f64 = 96.0;
const EDGE: f64 = 6.0;
const BARS: usize = 30;

/// What is drawn.
pub(crate) struct Histogram<'a> {
    /// Figures of all areas.
    pub(crate) values: &'a [f64],
    /// Ends of the picture.
    pub(crate) range: (f64, f64),
    /// Where one class ends and the next begins.
    pub(crate) breaks: &'a [f64],
    /// Words at both ends.
    pub(crate) ends: (&'a str, &'a str),
}

/// Draws it.
pub(crate) fn svg(histogram: &Histogram<'_>) -> String {
    let mut counts = [0usize; BARS];
    for value in histogram.values {
        let at = between(*value, histogram.range, 0.0, BARS as f64);
        counts[(at as usize).min(BARS - 1)] += 1;
    }
    let most = counts.iter().copied().max().unwrap_or(0).max(1) as f64;
    let step = (WIDTH - 2.0 * EDGE) / BARS as f64;
    let (low, high) = histogram.range;
    let mut svg =
        format!("<svg class=\"histogram\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" aria-hidden=\"true\" focusable=\"false\">");
    for (bar, n) in counts.iter().enumerate().filter(|(_, n)| **n > 0) {
        let middle = low + (high - low) * (bar as f64 + 0.5) / BARS as f64;
        let tall = (*n as f64 / most * (HEIGHT - 26.0)).max(1.5);
        svg += &format!(
            "<rect class=\"class-{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>",
            class_of(middle, histogram.breaks) + 1,
            px(EDGE + bar as f64 * step),
            px(HEIGHT - 20.0 - tall),
            px(step - 1.0),
            px(tall)
        );
    }
    svg += &format!("<path class=\"swarm-line\" d=\"M{EDGE} {y}H{}\"/>", WIDTH - EDGE, y = HEIGHT - 19.5);
    for bound in histogram.breaks {
        let x = px(between(*bound, histogram.range, EDGE, WIDTH - EDGE));
        svg += &format!("<path class=\"histogram-break\" d=\"M{x} {}v5\"/>", HEIGHT - 20.0);
    }
    svg + &format!(
        "<text class=\"swarm-end\" x=\"{EDGE}\" y=\"{y}\">{}</text><text class=\"swarm-end\" x=\"{}\" y=\"{y}\" text-anchor=\"end\">{}</text></svg>",
        text(histogram.ends.0),
        WIDTH - EDGE,
        text(histogram.ends.1),
        y = HEIGHT - 4.0,
    )
}

/// The class of a figure, from 0.
pub(crate) fn class_of(value: f64, breaks: &[f64]) -> usize {
    breaks.iter().take_while(|bound| value >= **bound).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_on_a_break_is_in_the_higher_class_and_outliers_stand_at_the_ends() {
        assert_eq!([0.9, 1.0, 2.5].map(|value| class_of(value, &[1.0, 2.0])), [0, 1, 2]);
        let values = [0.0, 1.0, 1.1, 9.0, 99.0];
        let histogram = Histogram { values: &values, range: (0.0, 10.0), breaks: &[1.0, 5.0], ends: ("0", "10") };
        insta::assert_snapshot!(svg(&histogram).replace("><", ">\n<"));
    }
}
