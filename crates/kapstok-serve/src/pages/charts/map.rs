// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A small map: outlines of areas, each with its class.
//!
//! In: rings in the unit of the map, and a class per area. Out: one path per class, in whole steps of the picture, so
//! that thousands of areas stay a small file; or one path per area ([`pieces`]), where each can be pointed at. In a
//! [`Detail::Merged`] picture the areas of a class are one outline. North is up.

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

/// Over the class of an area: what it is held against lies within its margins.
pub(crate) const UNSURE: &str = "is-unsure";
/// Of an area with a figure: its margins are not known.
pub(crate) const UNMARGINED: &str = "is-unmargined";

/// What lies over a class, as a fill: each is a pattern of the page (`templates/map.html`).
fn pattern(class: &str) -> &'static str {
    match class {
        UNSURE => " fill=\"url(#map-stripes)\"",
        UNMARGINED => " fill=\"url(#map-crosses)\"",
        _ => "",
    }
}

/// Whether each area has a border of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Detail {
    /// Each area is there, be it as a point.
    Each,
    /// Borders between areas of one class are not there, nor is an area below a step.
    Merged,
}

/// An area that can be pointed at.
pub(crate) struct Piece {
    /// Rings, east and north.
    pub(crate) rings: Vec<Vec<[f64; 2]>>,
    /// Classes of the style sheet.
    pub(crate) class: String,
    /// What a script knows it by.
    pub(crate) at: usize,
}

/// Where the points of a map lie in a picture.
struct Paper {
    low: [f64; 2],
    high: [f64; 2],
    scale: f64,
}

impl Paper {
    /// Around points, within `width` steps; `None` without any outline.
    fn around<'p>(points: impl Iterator<Item = &'p [f64; 2]>, width: f64) -> Option<Self> {
        let (mut low, mut high) = ([f64::INFINITY; 2], [f64::NEG_INFINITY; 2]);
        for point in points {
            for axis in 0..2 {
                low[axis] = low[axis].min(point[axis]);
                high[axis] = high[axis].max(point[axis]);
            }
        }
        let (wide, tall) = (high[0] - low[0], high[1] - low[1]);
        // No taller than a third more than it is wide.
        let scale = (width / wide).min(width * 1.3 / tall);
        (wide > 0.0 && tall > 0.0).then_some(Self { low, high, scale })
    }

    fn place(&self, point: &[f64; 2]) -> Step {
        let [east, south] = [point[0] - self.low[0], self.high[1] - point[1]];
        ((east * self.scale).round() as i64 + 2, (south * self.scale).round() as i64 + 2)
    }

    fn svg(&self, name: &str, inside: &str) -> String {
        let [wide, tall] = [0, 1].map(|axis| px((self.high[axis] - self.low[axis]) * self.scale + 4.0));
        format!(
            "<svg class=\"map {name}\" viewBox=\"0 0 {wide} {tall}\" aria-hidden=\"true\" \
             focusable=\"false\">{inside}</svg>"
        )
    }
}

/// Draws areas within `width` steps; classes by their names, patterns behind them, `is-here` on top. `None` without any outline.
pub(crate) fn svg(shapes: &[Shape], name: &str, width: f64, detail: Detail) -> Option<String> {
    let paper = Paper::around(shapes.iter().flat_map(|shape| shape.rings.iter().flatten()), width)?;
    let mut by_class: BTreeMap<(bool, &str), Vec<Vec<Step>>> = BTreeMap::new();
    for shape in shapes {
        let rings = shape.rings.iter().map(|ring| ring.iter().map(|point| paper.place(point)).collect());
        by_class.entry((shape.class == "is-here", shape.class)).or_default().extend(rings);
    }
    let mut paths = String::new();
    for ((_, class), rings) in by_class {
        let rings = if detail == Detail::Merged { merged(rings.into_iter()) } else { rings };
        paths += &format!("<path class=\"{class}\"{} d=\"{}\"/>", pattern(class), path(&rings));
    }
    Some(paper.svg(name, &paths))
}

/// Draws areas within `width` steps, a path for each with `data-at`, in their order; the last lies on top. An area without
/// an outline has none. `None` where no area has one.
pub(crate) fn pieces(pieces: &[Piece], name: &str, width: f64) -> Option<String> {
    let paper = Paper::around(pieces.iter().flat_map(|piece| piece.rings.iter().flatten()), width)?;
    let mut paths = String::new();
    for Piece { rings, class, at } in pieces.iter().filter(|piece| !piece.rings.is_empty()) {
        let rings: Vec<Vec<Step>> =
            rings.iter().map(|ring| ring.iter().map(|point| paper.place(point)).collect()).collect();
        paths += &format!("<path class=\"{class}\" data-at=\"{at}\" d=\"{}\"/>", path(&rings));
    }
    Some(paper.svg(name, &paths))
}

fn path(rings: &[Vec<Step>]) -> String {
    let mut path = String::new();
    rings.iter().for_each(|ring| write_ring(&mut path, ring.iter().copied()));
    path
}

/// A ring in steps from point to point; what does not move is left out.
fn write_ring(path: &mut String, points: impl Iterator<Item = Step>) {
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
    fn each_area_of_a_choice_can_be_pointed_at() {
        let square = |x: f64| vec![vec![[x, 0.0], [x + 1.0, 0.0], [x + 1.0, 1.0], [x, 1.0], [x, 0.0]]];
        let piece = |at: usize, rings| Piece { rings, class: format!("class-{at}"), at };
        let drawn = pieces(&[piece(1, square(0.0)), piece(2, Vec::new()), piece(3, square(1.0))], "one", 20.0).unwrap();
        let paths: Vec<&str> = drawn.split("<path").skip(1).collect();
        assert_eq!(paths.len(), 2);
        assert!(paths[0].starts_with(" class=\"class-1\" data-at=\"1\" d=\"M2 12"), "{drawn}");
        assert!(paths[1].starts_with(" class=\"class-3\" data-at=\"3\" d=\"M12 12"), "{drawn}");
        assert!(pieces(&[piece(2, Vec::new())], "one", 20.0).is_none());
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
