// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! One figure of an area among all areas of its level.
//!
//! In: the figure, its margins, the larger areas, the quartiles. Out: a line from low to high; no end of it is good.
//! Each mark has a form of its own: a dot, a whisker, an open square, an upright line, a band.

use super::svg::{between, px, widened};

const WIDTH: f64 = 240.0;
const HEIGHT: f64 = 28.0;
const EDGE: f64 = 8.0;

/// What is drawn.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Spine {
    /// Ends of the line; what is shown widens it.
    pub(crate) range: (f64, f64),
    /// The middle half of all areas.
    pub(crate) band: Option<(f64, f64)>,
    /// The middle one.
    pub(crate) median: Option<f64>,
    /// The figure.
    pub(crate) value: Option<f64>,
    /// Its published margins.
    pub(crate) margins: Option<(f64, f64)>,
    /// The municipality.
    pub(crate) municipality: Option<f64>,
    /// The country.
    pub(crate) country: Option<f64>,
}

/// Draws it.
pub(crate) fn svg(spine: &Spine) -> String {
    let shown = [spine.value, spine.municipality, spine.country].into_iter().flatten();
    let margins = spine.margins.into_iter().flat_map(|(lower, upper)| [lower, upper]);
    let range = widened(spine.range, shown.chain(margins));
    let x = |value: f64| between(value, range, EDGE, WIDTH - EDGE);
    let middle = HEIGHT / 2.0;
    let mut svg = format!(
        "<svg class=\"spine\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" aria-hidden=\"true\" focusable=\"false\">\
         <path class=\"spine-line\" d=\"M{} {middle}H{}\"/>",
        px(EDGE),
        px(WIDTH - EDGE)
    );
    if let Some((low, high)) = spine.band {
        let (from, to) = (x(low), x(high));
        svg += &format!(
            "<rect class=\"spine-band\" x=\"{}\" y=\"7\" width=\"{}\" height=\"14\" rx=\"2\"/>",
            px(from),
            px((to - from).max(1.0))
        );
    }
    if let Some(median) = spine.median {
        svg += &format!("<path class=\"spine-median\" d=\"M{} 7v14\"/>", px(x(median)));
    }
    if let Some(country) = spine.country {
        svg += &format!("<path class=\"spine-country\" d=\"M{} 2v24\"/>", px(x(country)));
    }
    if let Some(municipality) = spine.municipality {
        let at = x(municipality);
        svg +=
            &format!("<rect class=\"spine-municipality\" x=\"{}\" y=\"10\" width=\"8\" height=\"8\"/>", px(at - 4.0));
    }
    if let Some((lower, upper)) = spine.margins {
        let (from, to) = (px(x(lower)), px(x(upper)));
        svg += &format!("<path class=\"spine-margins\" d=\"M{from} {middle}H{to}M{from} 10v8M{to} 10v8\"/>");
    }
    if let Some(value) = spine.value {
        svg += &format!("<circle class=\"spine-value\" cx=\"{}\" cy=\"{middle}\" r=\"5.5\"/>", px(x(value)));
    }
    svg + "</svg>"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_stands_among_all_areas_with_the_larger_ones_beside_it() {
        let spine = Spine {
            range: (0.0, 100.0),
            band: Some((20.0, 40.0)),
            median: Some(30.0),
            value: Some(110.0),
            margins: Some((100.0, 120.0)),
            municipality: Some(50.0),
            country: Some(25.0),
        };
        insta::assert_snapshot!(svg(&spine).replace("><", ">\n<"));
    }

    #[test]
    fn an_area_without_a_figure_has_no_dot_and_still_its_background() {
        let svg = svg(&Spine { range: (0.0, 10.0), band: Some((2.0, 4.0)), ..Spine::default() });
        assert!(svg.contains("spine-band") && !svg.contains("spine-value"));
    }
}
