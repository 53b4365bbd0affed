// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A small map: outlines of areas, each with its class.
//!
//! In: rings in the unit of the map, and a class per area. Out: one path per class, in whole steps of the picture, so
//! that thousands of areas stay a small file. North is up.

use std::collections::BTreeMap;

use super::svg::px;

/// An area to draw.
pub(crate) struct Shape {
    /// Rings, east and north.
    pub(crate) rings: Vec<Vec<[f64; 2]>>,
    /// Class of the style sheet.
    pub(crate) class: &'static str,
}

/// Draws areas within `width` steps; classes by their names, `is-here` on top. `None` without any outline.
pub(crate) fn svg(shapes: &[Shape], name: &str, width: f64) -> Option<String> {
    let points = || shapes.iter().flat_map(|shape| shape.rings.iter().flatten());
    let (mut low, mut high) = ([f64::INFINITY; 2], [f64::NEG_INFINITY; 2]);
    for point in points() {
        for axis in 0..2 {
            low[axis] = low[axis].min(point[axis]);
            high[axis] = high[axis].max(point[axis]);
        }
    }
    let (wide, tall) = (high[0] - low[0], high[1] - low[1]);
    if !(wide > 0.0 && tall > 0.0) {
        return None;
    }
    // No taller than a third more than it is wide.
    let scale = (width / wide).min(width * 1.3 / tall);
    let place = |point: &[f64; 2]| {
        (((point[0] - low[0]) * scale).round() as i64 + 2, ((high[1] - point[1]) * scale).round() as i64 + 2)
    };
    let mut paths: BTreeMap<(bool, &str), String> = BTreeMap::new();
    for shape in shapes {
        let path = paths.entry((shape.class == "is-here", shape.class)).or_default();
        for ring in &shape.rings {
            write_ring(path, ring.iter().map(place));
        }
    }
    let mut svg = format!(
        "<svg class=\"map {name}\" viewBox=\"0 0 {} {}\" aria-hidden=\"true\" focusable=\"false\">",
        px(wide * scale + 4.0),
        px(tall * scale + 4.0)
    );
    for ((_, class), path) in &paths {
        svg += &format!("<path class=\"{class}\" d=\"{path}\"/>");
    }
    Some(svg + "</svg>")
}

/// A ring in steps from point to point; what does not move is left out.
fn write_ring(path: &mut String, points: impl Iterator<Item = (i64, i64)>) {
    use std::fmt::Write;
    let (mut at, mut n) = ((0, 0), 0);
    let start = path.len();
    for (x, y) in points {
        let (dx, dy) = (x - at.0, y - at.1);
        match n {
            0 => _ = write!(path, "M{x} {y}"),
            _ if (dx, dy) == (0, 0) => continue,
            1 => _ = write!(path, "l{dx}{}{dy}", if dy < 0 { "" } else { " " }),
            _ => _ = write!(path, "{}{dx}{}{dy}", if dx < 0 { "" } else { " " }, if dy < 0 { "" } else { " " }),
        }
        at = (x, y);
        n += 1;
    }
    // What is no wider than a point of the picture still is somewhere.
    match n {
        0 => path.truncate(start),
        1 => path.push_str("h1v1z"),
        _ => path.push('z'),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_of_one_class_are_one_path_and_the_chosen_one_lies_on_top() {
        let square = |x: f64| vec![vec![[x, 0.0], [x + 1.0, 0.0], [x + 1.0, 1.0], [x, 1.0], [x, 0.0]]];
        let shape = |x, class| Shape { rings: square(x), class };
        let shapes = [shape(0.0, "is-here"), shape(1.0, "is-land"), shape(2.0, "is-land")];
        insta::assert_snapshot!(svg(&shapes, "locator", 30.0).unwrap().replace("><", ">\n<"));
        assert!(svg(&[], "locator", 30.0).is_none());
    }
}
