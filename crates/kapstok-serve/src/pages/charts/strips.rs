// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The same figure at several levels: one row of dots per level, all on one scale.
//!
//! In: rows of figures, and the figure of the larger area as a line through all of them. Out: SVG. Dots stand on each
//! other's place where they are equal, and are seen through.

use super::svg::{between, px, text, widened};

const WIDTH: f64 = 640.0;
const EDGE: f64 = 14.0;
const ROW: f64 = 46.0;
const TOP: f64 = 22.0;

/// What is drawn.
pub(crate) struct Strips<'a> {
    /// Name and figures of each level, largest areas first.
    pub(crate) rows: &'a [(String, &'a [f64])],
    /// The figure of the larger area, and its name.
    pub(crate) line: Option<(f64, &'a str)>,
    /// How a figure is written at an end of the scale.
    pub(crate) written: &'a dyn Fn(f64) -> String,
}

/// Draws it; `None` where there is no figure.
pub(crate) fn svg(strips: &Strips<'_>) -> Option<String> {
    let figures = || strips.rows.iter().flat_map(|(_, figures)| figures.iter().copied());
    let all = figures().chain(strips.line.map(|(figure, _)| figure));
    figures().next()?;
    let range = widened((f64::INFINITY, f64::NEG_INFINITY), all);
    let at = |figure| between(figure, range, EDGE, WIDTH - EDGE);
    let height = TOP + ROW * strips.rows.len() as f64 + 20.0;
    let mut svg = format!(
        "<svg class=\"swarm strips\" viewBox=\"0 0 {WIDTH} {}\" aria-hidden=\"true\" focusable=\"false\">",
        px(height)
    );
    for (position, (name, figures)) in strips.rows.iter().enumerate() {
        let y = TOP + ROW * position as f64 + 30.0;
        let mut dots = String::with_capacity(figures.len() * 12);
        for figure in *figures {
            dots += &format!("M{} {}h0", px(at(*figure)), px(y));
        }
        svg += &format!(
            "<text class=\"swarm-end\" x=\"{}\" y=\"{}\">{}</text><path class=\"swarm-line\" d=\"M{} {y}H{}\"/>\
             <path class=\"swarm-dots\" stroke-width=\"9\" stroke-opacity=\".55\" d=\"{dots}\"/>",
            px(EDGE - 4.0),
            px(y - 14.0),
            text(name),
            px(EDGE),
            px(WIDTH - EDGE),
            y = px(y),
        );
    }
    if let Some((figure, name)) = strips.line {
        let x = at(figure);
        svg += &format!(
            "<path class=\"swarm-average\" d=\"M{} 18V{}\"/><text class=\"swarm-name\" x=\"{}\" y=\"13\" \
             text-anchor=\"middle\">{}</text>",
            px(x),
            px(height - 18.0),
            px(x.clamp(90.0, WIDTH - 90.0)),
            text(name)
        );
    }
    svg += &format!(
        "<text class=\"swarm-end\" x=\"{}\" y=\"{y}\">{}</text><text class=\"swarm-end\" x=\"{}\" y=\"{y}\" \
         text-anchor=\"end\">{}</text></svg>",
        px(EDGE - 4.0),
        text(&(strips.written)(range.0)),
        px(WIDTH - EDGE + 4.0),
        text(&(strips.written)(range.1)),
        y = px(height - 5.0),
    );
    Some(svg)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_levels_stand_on_one_scale() {
        let rows = [("a & b".to_owned(), &[1.0, 3.0][..]), ("c".to_owned(), &[5.0][..])];
        let strips = Strips { rows: &rows, line: Some((2.0, "x")), written: &|it| it.to_string() };
        let svg = svg(&strips).unwrap();
        assert!(svg.contains("M14 52h0M320 52h0") && svg.contains("M626 98h0"), "{svg}");
        assert!(svg.contains("a &amp; b") && svg.contains(">1</text>") && svg.contains(">5</text>"), "{svg}");
        assert!(super::svg(&Strips { rows: &[], ..strips }).is_none());
    }
}
