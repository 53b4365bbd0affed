// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! How far chosen areas lie from the others, period by period, each with its interval.
//!
//! In: differences in order of time. Out: a picture in which no difference is a line of its own. A model gets dots without a line.
//! The table beside it has all that is drawn.

use super::svg::{between, px, text, widened};

const WIDTH: f64 = 520.0;
const HEIGHT: f64 = 200.0;
const LEFT: f64 = 54.0;
const EDGE: f64 = 14.0;
const FOOT: f64 = 26.0;

/// One period.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Apart<'a> {
    pub(crate) period: &'a str,
    /// Chosen minus others.
    pub(crate) difference: Option<f64>,
    /// Around it.
    pub(crate) interval: Option<(f64, f64)>,
}

/// Draws it; `None` with fewer than two differences.
pub(crate) fn svg(points: &[Apart<'_>], is_joined: bool, written: &dyn Fn(f64) -> String) -> Option<String> {
    let known: Vec<f64> = points.iter().filter_map(|it| it.difference).collect();
    if known.len() < 2 {
        return None;
    }
    let ends = points.iter().filter_map(|it| it.interval).flat_map(|(lower, upper)| [lower, upper]);
    let (low, high) = widened((0.0, 0.0), known.iter().copied().chain(ends));
    let range = if high > low { (low, high) } else { (low - 1.0, high + 1.0) };
    let last = (points.len() - 1) as f64;
    let x = |at: usize| LEFT + EDGE + at as f64 / last * (WIDTH - LEFT - 2.0 * EDGE);
    let y = |value: f64| between(value, range, HEIGHT - FOOT, EDGE);
    let (mut path, mut dots, mut whiskers, mut words) = (String::new(), String::new(), String::new(), String::new());
    let mut is_begun = false;
    // Periods that stand too close together are not all written.
    let step = points.len().div_ceil(9);
    for (at, point) in points.iter().enumerate() {
        if at % step == 0 || at + 1 == points.len() && at % step > step / 2 {
            words += &format!(
                "<text class=\"apart-word\" x=\"{}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
                px(x(at)),
                px(HEIGHT - 6.0),
                text(point.period)
            );
        }
        let Some(value) = point.difference else {
            is_begun = false;
            continue;
        };
        path += &format!("{}{} {}", if is_begun { "L" } else { "M" }, px(x(at)), px(y(value)));
        is_begun = true;
        if let Some((lower, upper)) = point.interval {
            whiskers += &format!("M{} {}V{}", px(x(at)), px(y(lower)), px(y(upper)));
        }
        dots += &format!("<circle class=\"trend-dot\" cx=\"{}\" cy=\"{}\" r=\"4\"/>", px(x(at)), px(y(value)));
    }
    let mut marks = vec![0.0];
    // Ends are written where they do not stand on nought.
    marks.extend([range.0, range.1].into_iter().filter(|end| (y(*end) - y(0.0)).abs() > 16.0));
    for mark in marks {
        words += &format!(
            "<text class=\"apart-word\" x=\"{}\" y=\"{}\" text-anchor=\"end\">{}</text>",
            px(LEFT - 6.0),
            px(y(mark) + 4.0),
            text(&written(mark))
        );
    }
    let line = if is_joined { format!("<path class=\"trend-line\" d=\"{path}\"/>") } else { String::new() };
    let whiskers =
        if whiskers.is_empty() { whiskers } else { format!("<path class=\"apart-whisker\" d=\"{whiskers}\"/>") };
    Some(format!(
        "<svg class=\"apart-chart\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" aria-hidden=\"true\" focusable=\"false\"><path class=\"apart-none\" \
         d=\"M{} {}H{}\"/>{whiskers}{line}{dots}{words}</svg>",
        px(LEFT),
        px(y(0.0)),
        px(WIDTH)
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_of_nothing_is_a_line_and_a_model_has_dots_alone() {
        let point = |period, difference, interval| Apart { period, difference, interval };
        let points = [
            point("2020", Some(4.0), Some((2.0, 6.0))),
            point("2021", None, None),
            point("2022", Some(5.0), Some((3.0, 7.0))),
        ];
        let written = |value: f64| format!("{value:+.0}");
        let drawn = svg(&points, true, &written).unwrap();
        // Nought stands at the foot, 7 at the top; a period without a difference breaks the line.
        assert!(drawn.contains("class=\"apart-none\" d=\"M54 174H520\""), "{drawn}");
        assert!(drawn.contains("d=\"M68 128.3V36.9M506 105.4V14\""), "{drawn}");
        assert!(drawn.contains("class=\"trend-line\" d=\"M68 82.6M506 59.7\""), "{drawn}");
        assert_eq!((drawn.matches("<circle").count(), drawn.matches(">2021<").count()), (2, 1));
        assert!(!svg(&points, false, &written).unwrap().contains("trend-line"));
        assert!(svg(&points[..2], true, &written).is_none());
    }
}
