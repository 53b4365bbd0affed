// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! One point that stands for an area, within it.
//!
//! In: an outline. Out: its centre of mass where that lies within, else the middle of the widest stretch of its
//! largest polygon, halfway up. Where nothing else is left (an outline without size), a point of it.
//! Not here: the best place for a name on a map.

use crate::outline::{Polygon, sides};
use crate::{Bounds, Outline, Point, signed_area};

/// A point within an area, for distances and directions; `None` for an area without outline.
pub fn centre(outline: &Outline) -> Option<Point> {
    let first = *outline.points().first()?;
    let of_mass = centre_of_mass(outline).filter(|&point| contains(outline, point));
    Some(of_mass.or_else(|| on_surface(outline)).unwrap_or(first))
}

/// Whether a point lies within an outline, by the even-odd rule. On a border it lies within at most one of the
/// two areas that have the border in common.
pub fn contains(outline: &Outline, point: Point) -> bool {
    let crossings = outline.rings().flat_map(sides).filter(|&[a, b]| {
        let spans = (a[1] > point[1]) != (b[1] > point[1]);
        spans && point[0] < x_at(a, b, point[1])
    });
    crossings.count() % 2 == 1
}

/// Where a side crosses a height. The same for both directions of the side, to the last bit.
fn x_at(a: Point, b: Point, y: f64) -> f64 {
    let (low, high) = if a[1] < b[1] { (a, b) } else { (b, a) };
    low[0] + (high[0] - low[0]) * ((y - low[1]) / (high[1] - low[1]))
}

fn centre_of_mass(outline: &Outline) -> Option<Point> {
    let origin = *outline.points().first()?;
    let (mut area, mut moment) = (0.0, [0.0, 0.0]);
    for polygon in outline.polygons() {
        for (index, ring) in polygon.rings().enumerate() {
            // Whatever its winding, an exterior adds and a hole takes away.
            let size = signed_area(ring);
            let sign = if (index == 0) == (size >= 0.0) { 1.0 } else { -1.0 };
            area += sign * size;
            for [a, b] in sides(ring) {
                let (a, b) = ([a[0] - origin[0], a[1] - origin[1]], [b[0] - origin[0], b[1] - origin[1]]);
                let cross = sign * (a[0] * b[1] - b[0] * a[1]);
                moment = [moment[0] + (a[0] + b[0]) * cross, moment[1] + (a[1] + b[1]) * cross];
            }
        }
    }
    let point = moment.map(|moment| moment / (6.0 * area));
    (area > 0.0 && point.iter().all(|number| number.is_finite())).then(|| [origin[0] + point[0], origin[1] + point[1]])
}

/// The middle of the widest stretch on a line through the middle of the largest polygon.
fn on_surface(outline: &Outline) -> Option<Point> {
    let size = |polygon: &Polygon<'_>| signed_area(polygon.exterior()).abs();
    let largest = outline.polygons().fold(None, |best: Option<Polygon<'_>>, next| match best {
        Some(best) if size(&best) >= size(&next) => Some(best),
        _ => Some(next),
    })?;
    let y = free_height(&largest)?;
    let crossed = largest.rings().flat_map(sides).filter(|[a, b]| (a[1] > y) != (b[1] > y));
    let mut crossings: Vec<f64> = crossed.map(|[a, b]| x_at(a, b, y)).collect();
    crossings.sort_by(f64::total_cmp);
    let mut widest: Option<(f64, f64)> = None;
    for stretch in crossings.chunks_exact(2) {
        let width = stretch[1] - stretch[0];
        if widest.is_none_or(|(most, _)| width > most) {
            widest = Some((width, stretch[0] + width / 2.0));
        }
    }
    widest.map(|(_, x)| [x, y])
}

/// A height near the middle on which no point of the polygon lies.
fn free_height(polygon: &Polygon<'_>) -> Option<f64> {
    let bounds = Bounds::around(polygon.exterior().iter().copied())?;
    let middle = bounds.centre()[1];
    let heights = || polygon.rings().flatten().map(|point| point[1]);
    let below = heights().filter(|&y| y <= middle).fold(bounds.min()[1], f64::max);
    let above = heights().filter(|&y| y > middle).fold(bounds.max()[1], f64::min);
    Some(below + (above - below) / 2.0)
}

#[cfg(test)]
mod tests {
    use super::{centre, contains};
    use crate::Outline;

    #[test]
    fn the_centre_of_a_square_is_its_middle_whatever_its_winding() {
        let ring = [[1e6, 2e6], [1e6 + 2.0, 2e6], [1e6 + 2.0, 2e6 + 2.0], [1e6, 2e6 + 2.0]];
        let mut backwards = ring;
        backwards.reverse();
        for ring in [ring, backwards] {
            assert_eq!(centre(&Outline::from_rings([[ring]])), Some([1e6 + 1.0, 2e6 + 1.0]));
        }
        assert_eq!(centre(&Outline::default()), None);
    }

    #[test]
    fn a_centre_lies_within_a_horseshoe_and_within_a_ring_around_an_enclave() {
        let horseshoe =
            [[0.0, 0.0], [9.0, 0.0], [9.0, 9.0], [8.0, 9.0], [8.0, 1.0], [1.0, 1.0], [1.0, 9.0], [0.0, 9.0]];
        let square = |from: f64, to: f64| vec![[from, from], [to, from], [to, to], [from, to]];
        for outline in [
            Outline::from_rings([[horseshoe]]),
            Outline::from_rings([vec![square(0.0, 9.0), square(1.0, 8.0)]]),
            Outline::from_rings([vec![square(0.0, 2.0)], vec![square(10.0, 12.0)]]),
        ] {
            let point = centre(&outline).unwrap();
            assert!(contains(&outline, point), "{point:?}");
        }
    }

    #[test]
    fn an_outline_without_size_still_has_a_point() {
        let flat = Outline::from_rings([[[[0.0, 0.0], [1.0, 0.0], [2.0, 0.0]]]]);
        assert_eq!(centre(&flat), Some([0.0, 0.0]));
    }
}
