// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! All areas of one municipality as dots along a line, one of them marked.
//!
//! In: their figures. Out: a dot for each, beside each other where they would overlap: from the line up and down in
//! turn, in the order of the areas.

use super::svg::{between, px, text};

const WIDTH: f64 = 640.0;
const EDGE: f64 = 14.0;
/// Highest the dots may stand.
const MOST: f64 = 132.0;

/// What is drawn.
pub(crate) struct Beeswarm<'a> {
    /// Figures, in the order of the areas.
    pub(crate) values: &'a [f64],
    /// The figure of this area, and its name.
    pub(crate) marked: Option<(f64, &'a str)>,
    /// A line through all dots, and its name: the larger area.
    pub(crate) line: Option<(f64, &'a str)>,
    /// Words at both ends of the line.
    pub(crate) ends: (&'a str, &'a str),
}

/// Draws it; `None` where there is nothing to compare.
pub(crate) fn svg(swarm: &Beeswarm<'_>) -> Option<String> {
    if swarm.values.len() < 3 {
        return None;
    }
    let low = swarm.values.iter().copied().fold(f64::INFINITY, f64::min);
    let high = swarm.values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let mut size = 9.0;
    let mut places = place(swarm.values, (low, high), size);
    while size > 3.0 && extent(&places) + size > MOST {
        size -= 0.5;
        places = place(swarm.values, (low, high), size);
    }
    let reach = extent(&places).min(MOST - size) / 2.0 + size / 2.0 + 4.0;
    let middle = 20.0 + reach;
    let height = middle + reach + 20.0;
    let mut dots = String::with_capacity(places.len() * 12);
    for (x, y) in &places {
        dots += &format!("M{} {}h0", px(*x), px(middle + y.clamp(-MOST / 2.0, MOST / 2.0)));
    }
    let mut svg = format!(
        "<svg class=\"swarm\" viewBox=\"0 0 {WIDTH} {}\" aria-hidden=\"true\" focusable=\"false\">\
         <path class=\"swarm-line\" d=\"M{} {}H{}\"/><path class=\"swarm-dots\" stroke-width=\"{}\" d=\"{dots}\"/>",
        px(height),
        px(EDGE),
        px(middle),
        px(WIDTH - EDGE),
        px(size - 1.0)
    );
    if let Some((value, name)) = swarm.line {
        let x = between(value, (low, high), EDGE, WIDTH - EDGE);
        svg += &format!(
            "<path class=\"swarm-average\" d=\"M{} 18V{}\"/><text class=\"swarm-name\" x=\"{}\" y=\"13\" text-anchor=\"middle\">{}</text>",
            px(x),
            px(height - 18.0),
            px(x.clamp(80.0, WIDTH - 80.0)),
            text(name)
        );
    }
    if let Some((value, name)) = swarm.marked {
        let at = between(value, (low, high), EDGE, WIDTH - EDGE);
        let nearest = |(x, y): &&(f64, f64)| (x - at).abs() * 1000.0 + y.abs();
        let (x, y) = places.iter().min_by(|one, other| nearest(one).total_cmp(&nearest(other))).copied()?;
        // The name stands on the side with room.
        let (anchor, label) = match x {
            x if x < 120.0 => ("start", x - 4.0),
            x if x > WIDTH - 120.0 => ("end", x + 4.0),
            x => ("middle", x),
        };
        svg += &format!(
            "<path class=\"swarm-pin\" d=\"M{x} 18V{y}\"/><circle class=\"swarm-mark\" cx=\"{x}\" cy=\"{y}\" r=\"{r}\"/>\
             <text class=\"swarm-name\" x=\"{label}\" y=\"13\" text-anchor=\"{anchor}\">{name}</text>",
            x = px(x),
            y = px(middle + y),
            r = px(size / 2.0 + 2.0),
            label = px(label),
            name = text(name),
        );
    }
    svg += &format!(
        "<text class=\"swarm-end\" x=\"{}\" y=\"{y}\">{}</text><text class=\"swarm-end\" x=\"{}\" y=\"{y}\" text-anchor=\"end\">{}</text></svg>",
        px(EDGE - 4.0),
        text(swarm.ends.0),
        px(WIDTH - EDGE + 4.0),
        text(swarm.ends.1),
        y = px(height - 5.0),
    );
    Some(svg)
}

/// Middles of the dots, from the line.
fn place(values: &[f64], range: (f64, f64), size: f64) -> Vec<(f64, f64)> {
    let n_columns = ((WIDTH - 2.0 * EDGE) / size) as usize + 1;
    let mut n_in_column = vec![0usize; n_columns + 1];
    let mut places = Vec::with_capacity(values.len());
    for value in values {
        let at = between(*value, range, 0.0, WIDTH - 2.0 * EDGE);
        let column = (at / size).round() as usize;
        let n = n_in_column[column.min(n_columns)];
        n_in_column[column.min(n_columns)] += 1;
        let steps = n.div_ceil(2) as f64 * size;
        places.push((EDGE + column as f64 * size, if n % 2 == 0 { steps } else { -steps }));
    }
    places
}

fn extent(places: &[(f64, f64)]) -> f64 {
    2.0 * places.iter().map(|(_, y)| y.abs()).fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_figures_stand_beside_each_other_and_one_is_marked() {
        let values = [0.0, 5.0, 5.0, 5.0, 10.0];
        let swarm = Beeswarm {
            values: &values,
            marked: Some((10.0, "Oost & <b>")),
            line: Some((4.0, "Stad")),
            ends: ("0", "10"),
        };
        insta::assert_snapshot!(svg(&swarm).unwrap().replace("><", ">\n<"));
    }

    #[test]
    fn many_areas_stay_within_the_picture_and_two_make_none() {
        let values: Vec<f64> = (0..900).map(|i| f64::from(i % 7)).collect();
        assert!(svg(&Beeswarm { values: &values, marked: None, line: None, ends: ("", "") }).is_some());
        assert!(svg(&Beeswarm { values: &values[..2], marked: None, line: None, ends: ("", "") }).is_none());
    }
}
