// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A small map: outlines of areas, each with its class.
//!
//! In: rings in the unit of the map, and a class per area. Out: one path per class, in whole steps of the picture, so
//! that thousands of areas stay a small file. In a [`Detail::Merged`] picture the areas of a class are one outline. North
//! is up.

use std::collections::BTreeMap;

use super::merged::{Step, merged};
use super::svg::px;

/// An area to draw.
pub(crate) struct Shape {
    /// Rings, east and north.
    pub(crate) rings: Vec<Vec<[f64; 2]>>,
    /// Class of the style sheet.
    pub(crate) class: &'static str,
}

/// Whether each area has a border of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Detail {
    /// Each area is there, be it as a point.
    Each,
    /// Borders between areas of one class are not there, nor is an area below a step.
    Merged,
}

/// Draws areas within `width` steps; classes by their names, `is-here` on top. `None` without any outline.
pub(crate) fn svg(shapes: &[Shape], name: &str, width: f64, detail: Detail) -> Option<String> {
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
    let mut by_class: BTreeMap<(bool, &str), Vec<Vec<Step>>> = BTreeMap::new();
    for shape in shapes {
        let rings = shape.rings.iter().map(|ring| ring.iter().map(place).collect());
        by_class.entry((shape.class == "is-here", shape.class)).or_default().extend(rings);
    }
    let path = |rings: Vec<Vec<Step>>| {
        let mut path = String::new();
        let rings = if detail == Detail::Merged { merged(rings.into_iter()) } else { rings };
        rings.iter().for_each(|ring| write_ring(&mut path, ring.iter().copied()));
        path
    };
    let paths: Vec<(&str, String)> = by_class.into_iter().map(|((_, class), rings)| (class, path(rings))).collect();
    let mut svg = format!(
        "<svg class=\"map {name}\" viewBox=\"0 0 {} {}\" aria-hidden=\"true\" focusable=\"false\">",
        px(wide * scale + 4.0),
        px(tall * scale + 4.0)
    );
    for (class, path) in &paths {
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
        insta::assert_snapshot!(svg(&shapes, "locator", 30.0, Detail::Each).unwrap().replace("><", ">\n<"));
        assert!(svg(&[], "locator", 30.0, Detail::Each).is_none());
    }

    #[test]
    fn fourteen_thousand_areas_are_one_path_per_class_and_a_small_file() {
        let square = |at: u32| {
            let (x, y) = (f64::from(at % 122), f64::from(at / 122));
            let class = ["class-1", "class-2", "class-3", "class-4", "class-5"][(at as usize * 7919 / 64) % 5];
            Shape { rings: vec![vec![[x, y], [x + 1.0, y], [x + 1.0, y + 1.0], [x, y + 1.0]]], class }
        };
        let shapes: Vec<Shape> = (0..14_640).map(square).collect();
        let [each, merged] = [Detail::Each, Detail::Merged].map(|detail| svg(&shapes, "dense", 300.0, detail).unwrap());
        assert_eq!(merged.matches("<path").count(), 5);
        // Classes lie about without any order here; on a real map neighbours are alike, and less is left.
        assert!(merged.len() < 160_000 && merged.len() * 10 < each.len() * 6, "{} and {}", merged.len(), each.len());
    }
}
