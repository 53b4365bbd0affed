// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The figures of one indicator over its periods.
//!
//! In: periods in order, each with its figure or without. Out: a small line. A figure that came from another map is an
//! open dot, and an upright line stands where the map changed. A gap stays a gap. A model gets dots without a line:
//! it is no evidence of change.

use super::svg::{between, px};

const WIDTH: f64 = 132.0;
const HEIGHT: f64 = 36.0;
const EDGE: f64 = 6.0;

/// One period.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Point {
    /// The figure.
    pub(crate) value: Option<f64>,
    /// Whether it came from another map.
    pub(crate) rebased: bool,
}

/// Whether points may be joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Line {
    /// Measured in each period.
    Joined,
    /// Modelled: no line.
    Dots,
}

/// Draws it; `None` with fewer than two figures.
pub(crate) fn svg(points: &[Point], line: Line) -> Option<String> {
    let known: Vec<f64> = points.iter().filter_map(|point| point.value).collect();
    if known.len() < 2 {
        return None;
    }
    let low = known.iter().copied().fold(f64::INFINITY, f64::min);
    let high = known.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    // A small change is not drawn as a large one: the picture holds at least a fifth of the figure itself.
    let least = high.abs() * 0.2;
    let room = ((least - (high - low)) / 2.0).max(0.0);
    let range = (low - room, high + room);
    let last = points.len() - 1;
    let x = |position: usize| EDGE + position as f64 / last as f64 * (WIDTH - 2.0 * EDGE);
    let y = |value: f64| between(value, range, HEIGHT - EDGE, EDGE);
    let (mut path, mut marks, mut closed, mut open) = (String::new(), String::new(), String::new(), String::new());
    for (position, point) in points.iter().enumerate() {
        let before = position.checked_sub(1).map(|before| points[before]);
        if before.is_some_and(|before| before.rebased != point.rebased) {
            marks += &format!("M{} 2V{}", px((x(position) + x(position - 1)) / 2.0), px(HEIGHT - 2.0));
        }
        let Some(value) = point.value else { continue };
        let starts = before.is_none_or(|before| before.value.is_none());
        path += &format!("{}{} {}", if starts { "M" } else { "L" }, px(x(position)), px(y(value)));
        let (dots, r) = if point.rebased { (&mut open, "2.2") } else { (&mut closed, "2.4") };
        let class = if point.rebased { "trend-moved" } else { "trend-dot" };
        *dots += &format!("<circle class=\"{class}\" cx=\"{}\" cy=\"{}\" r=\"{r}\"/>", px(x(position)), px(y(value)));
    }
    let marks = if marks.is_empty() { marks } else { format!("<path class=\"trend-map\" d=\"{marks}\"/>") };
    let path = if line == Line::Joined { format!("<path class=\"trend-line\" d=\"{path}\"/>") } else { String::new() };
    Some(format!(
        "<svg class=\"trend\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" aria-hidden=\"true\" focusable=\"false\">{marks}{path}{open}{closed}</svg>"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_map_is_marked_and_a_gap_stays_a_gap() {
        let point = |value, rebased| Point { value, rebased };
        let points = [
            point(Some(10.0), true),
            point(Some(12.0), true),
            point(None, false),
            point(Some(11.0), false),
            point(Some(14.0), false),
        ];
        insta::assert_snapshot!(svg(&points, Line::Joined).unwrap().replace("><", ">\n<"));
        assert!(!svg(&points, Line::Dots).unwrap().contains("trend-line"));
        assert!(svg(&points[..1], Line::Joined).is_none());
    }
}
