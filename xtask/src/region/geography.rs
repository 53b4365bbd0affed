// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Boundaries: land cut into wijken and buurten along streets, a river through it, an island in the river.
//!
//! In: the plan. Out: the outline of every block, in millionths of a degree. First straight cuts on a plan
//! in metres, then bends, then a place in the open North Sea, so that no one takes it for a real town.
//! Invariant: where two blocks touch they share the same points, so that areas dissolve without slivers.
//! Not here: dissolving and writing (`shapes.rs`).

use std::collections::{BTreeMap, BTreeSet};

use super::plan::{District, MUNICIPALITIES, Plan, Special};
use super::random::{Draw, Purpose};
use super::shapes::{Point, Ring};

/// A point of the plan, metres.
type Metres = (f64, f64);
/// A point of the plan, millimetres: points that are one are equal.
type Millimetres = (i64, i64);

/// Where the plan's origin lies: 54.6 north, 3.0 east, in the North Sea, far from land.
const ORIGIN: (f64, f64) = (3.0, 54.6);
const METRES_PER_DEGREE: f64 = 111_320.0;
/// Streets have a bend about every so many metres.
const BEND_M: f64 = 420.0;

/// The outlines of everything on the map.
pub(super) struct Outlines {
    /// One ring per block, in the order of the plan; counter-clockwise.
    pub(super) blocks: Vec<Ring>,
    /// The river by municipality (code without prefix): its outer ring, then its islands, clockwise.
    pub(super) water: Vec<(&'static str, Vec<Ring>)>,
}

/// Draws all outlines.
pub(super) fn draw(plan: &Plan) -> Outlines {
    let mut draw = Draw::new(Purpose::Geography);
    let [city, town, rural] = MUNICIPALITIES else { return Outlines { blocks: Vec::new(), water: Vec::new() } };
    let mut straight: Vec<Vec<Metres>> = Vec::new();
    let banks = [
        (rectangle(0.0, 3400.0, 9000.0, 7600.0), &city.districts[..3]),
        (rectangle(0.0, -900.0, 9000.0, 3000.0), &city.districts[3..]),
        (rectangle(9000.0, 3400.0, 15_500.0, 8000.0), town.districts),
        (rectangle(9000.0, -7000.0, 19_500.0, 3000.0), rural.districts),
    ];
    for (land, districts) in banks {
        let sizes: Vec<f64> = districts.iter().map(|district| n_groups(district) as f64).collect();
        let parts = cut(land, &sizes, &mut draw);
        let mut cells: Vec<Vec<Vec<Metres>>> = parts
            .into_iter()
            .zip(districts)
            .map(|(part, district)| cut(part, &vec![1.0; n_groups(district)], &mut draw))
            .collect();
        for (at, district) in districts.iter().enumerate() {
            bring_beside(&mut cells, at, district);
        }
        for (cells, district) in cells.into_iter().zip(districts) {
            straight.extend(blocks_of(cells, district, &mut draw));
        }
    }
    let island = rectangle(6200.0, 3115.0, 7000.0, 3285.0);
    let at = plan.blocks.iter().position(|block| block.special == Special::Island);
    if let Some(at) = at {
        straight.insert(at, island.clone());
    }
    let n_blocks = straight.len();
    straight.push(rectangle(0.0, 3000.0, 9000.0, 3400.0));
    straight.push(rectangle(9000.0, 3000.0, 15_500.0, 3400.0));
    let mut rings = bend(&share_points(&straight));
    let water: Vec<Ring> = rings.split_off(n_blocks);
    let hole: Vec<Ring> =
        at.and_then(|at| rings.get(at)).map(|ring| ring.iter().rev().copied().collect()).into_iter().collect();
    let codes = [city.code, town.code];
    let holes = [hole, Vec::new()];
    let water = codes
        .into_iter()
        .zip(water)
        .zip(holes)
        .map(|((code, outer), holes)| (code, std::iter::once(outer).chain(holes).collect()));
    Outlines { water: water.collect(), blocks: rings }
}

/// Pieces of land that a wijk is cut into: the island is no land of the wijk's side of the river.
fn n_groups(district: &District) -> usize {
    let island = usize::from(district.code == "010102");
    district.codes.len() + district.changes.len() - island
}

/// Gives the buurt that came from the wijk before it a piece of land on their boundary.
fn bring_beside(cells: &mut [Vec<Vec<Metres>>], at: usize, district: &District) {
    let Some((here, _)) = district.came_from else { return };
    let Some(position) = district.codes.iter().position(|code| *code == here) else { return };
    let (before, after) = cells.split_at_mut(at);
    let (Some(neighbours), Some(own)) = (before.last(), after.first_mut()) else { return };
    let near = |cell: &Vec<Metres>| -> f64 {
        let shared = neighbours.iter().flat_map(|other| shared_length(cell, other));
        shared.sum()
    };
    let longest = (0..own.len()).max_by(|&left, &right| near(&own[left]).total_cmp(&near(&own[right])));
    if let Some(longest) = longest {
        own.swap(position, longest);
    }
}

/// Lengths along which the sides of two convex pieces lie on each other.
fn shared_length<'a>(one: &'a [Metres], other: &'a [Metres]) -> impl Iterator<Item = f64> + 'a {
    sides(one).flat_map(move |(a, b)| {
        let length = distance(a, b);
        let along = move |p: Metres| ((p.0 - a.0) * (b.0 - a.0) + (p.1 - a.1) * (b.1 - a.1)) / length;
        let beside = move |p: Metres| ((p.0 - a.0) * (b.1 - a.1) - (p.1 - a.1) * (b.0 - a.0)).abs() / length;
        sides(other).filter(move |&(c, d)| beside(c) < 0.01 && beside(d) < 0.01).map(move |(c, d)| {
            let (low, high) = (along(c).min(along(d)), along(c).max(along(d)));
            (high.min(length) - low.max(0.0)).max(0.0)
        })
    })
}

fn sides(ring: &[Metres]) -> impl Iterator<Item = (Metres, Metres)> + '_ {
    ring.iter().copied().zip(ring.iter().copied().cycle().skip(1))
}

/// Groups of blocks take one piece each and divide it by straight streets, in the order of the plan.
fn blocks_of(cells: Vec<Vec<Metres>>, district: &District, draw: &mut Draw) -> Vec<Vec<Metres>> {
    let single = district.codes.len() - usize::from(district.code == "010102");
    let mut blocks = Vec::new();
    for (position, cell) in cells.into_iter().enumerate() {
        match position.checked_sub(single).and_then(|change| district.changes.get(change)) {
            None => blocks.push(cell),
            Some(group) => blocks.extend(in_a_row(cell, group.len(), draw)),
        }
    }
    blocks
}

/// Cuts a piece into n pieces in a row, so that each touches the next.
fn in_a_row(land: Vec<Metres>, n: usize, draw: &mut Draw) -> Vec<Vec<Metres>> {
    let direction = long_side(&land);
    let (mut rest, mut pieces) = (land, Vec::new());
    for left in (1..n).rev() {
        let share = 1.0 / (left + 1) as f64 * (0.85 + 0.3 * draw.uniform());
        let (piece, remains) = halve(&rest, direction, share);
        pieces.push(piece);
        rest = remains;
    }
    pieces.push(rest);
    pieces
}

fn rectangle(left: f64, bottom: f64, right: f64, top: f64) -> Vec<Metres> {
    vec![(left, bottom), (right, bottom), (right, top), (left, top)]
}

/// Cuts a convex piece of land into pieces of these relative sizes, across its long side, again and again.
fn cut(land: Vec<Metres>, sizes: &[f64], draw: &mut Draw) -> Vec<Vec<Metres>> {
    if sizes.len() <= 1 {
        return vec![land];
    }
    let middle = sizes.len() / 2;
    let total: f64 = sizes.iter().sum();
    let share = sizes[..middle].iter().sum::<f64>() / total * (0.94 + 0.12 * draw.uniform());
    let (along_x, along_y) = long_side(&land);
    let turn = 0.16 * (draw.uniform() - 0.5);
    let direction = (along_x - turn * along_y, along_y + turn * along_x);
    let (first, second) = halve(&land, direction, share);
    let mut pieces = cut(first, &sizes[..middle], draw);
    pieces.extend(cut(second, &sizes[middle..], draw));
    pieces
}

fn long_side(land: &[Metres]) -> Metres {
    let extent = |axis: fn(&Metres) -> f64| {
        let values = land.iter().map(axis);
        values.clone().fold(f64::MIN, f64::max) - values.fold(f64::MAX, f64::min)
    };
    if extent(|p| p.0) >= extent(|p| p.1) { (1.0, 0.0) } else { (0.0, 1.0) }
}

/// Cuts off the given part of the surface, by a line across the direction.
fn halve(land: &[Metres], direction: Metres, share: f64) -> (Vec<Metres>, Vec<Metres>) {
    let along = |p: &Metres| p.0 * direction.0 + p.1 * direction.1;
    let (mut low, mut high) =
        land.iter().map(along).fold((f64::MAX, f64::MIN), |(low, high), v| (low.min(v), high.max(v)));
    let total = surface(land);
    for _ in 0..50 {
        let middle = (low + high) / 2.0;
        if surface(&clip(land, direction, middle, 1.0)) < share * total { low = middle } else { high = middle }
    }
    (clip(land, direction, low, 1.0), clip(land, direction, low, -1.0))
}

/// The part of a convex piece where `side * (along - at) <= 0`.
fn clip(land: &[Metres], direction: Metres, at: f64, side: f64) -> Vec<Metres> {
    let beyond = |p: Metres| side * (p.0 * direction.0 + p.1 * direction.1 - at);
    let mut kept = Vec::new();
    for (a, b) in sides(land) {
        let (from, to) = (beyond(a), beyond(b));
        if from <= 0.0 {
            kept.push(a);
        }
        if (from < 0.0 && to > 0.0) || (from > 0.0 && to < 0.0) {
            let part = from / (from - to);
            kept.push((a.0 + part * (b.0 - a.0), a.1 + part * (b.1 - a.1)));
        }
    }
    kept
}

fn surface(ring: &[Metres]) -> f64 {
    sides(ring).map(|(a, b)| a.0 * b.1 - b.0 * a.1).sum::<f64>() / 2.0
}

fn distance(a: Metres, b: Metres) -> f64 {
    libm::sqrt((a.0 - b.0) * (a.0 - b.0) + (a.1 - b.1) * (a.1 - b.1))
}

/// Puts every corner of any piece that lies on a side of another into that side.
fn share_points(pieces: &[Vec<Metres>]) -> Vec<Vec<Millimetres>> {
    let round = |metres: f64| libm::round(metres * 1000.0) as i64;
    let rings: Vec<Vec<Millimetres>> =
        pieces.iter().map(|ring| ring.iter().map(|p| (round(p.0), round(p.1))).collect()).collect();
    let corners: BTreeSet<Millimetres> = rings.iter().flatten().copied().collect();
    let metres = |p: Millimetres| (p.0 as f64, p.1 as f64);
    rings
        .iter()
        .map(|ring| {
            let mut shared: Vec<Millimetres> = Vec::new();
            for (&from, &to) in ring.iter().zip(ring.iter().cycle().skip(1)) {
                let (a, b) = (metres(from), metres(to));
                let length = distance(a, b);
                let on_side = corners.iter().filter_map(|&corner| {
                    let p = metres(corner);
                    let along = ((p.0 - a.0) * (b.0 - a.0) + (p.1 - a.1) * (b.1 - a.1)) / length;
                    let beside = ((p.0 - a.0) * (b.1 - a.1) - (p.1 - a.1) * (b.0 - a.0)).abs() / length;
                    (beside <= 4.0 && along > 4.0 && along < length - 4.0).then_some((along, corner))
                });
                let mut on_side: Vec<(f64, Millimetres)> = on_side.collect();
                on_side.sort_by(|left, right| left.0.total_cmp(&right.0));
                shared.push(from);
                shared.extend(on_side.into_iter().map(|(_, corner)| corner));
            }
            shared
        })
        .collect()
}

/// Bends every side in the same way for both pieces that share it, and puts the plan on the globe.
fn bend(rings: &[Vec<Millimetres>]) -> Vec<Ring> {
    let mut draw = Draw::new(Purpose::Geography);
    let mut bends: BTreeMap<(Millimetres, Millimetres), Vec<Metres>> = BTreeMap::new();
    for ring in rings {
        for (&a, &b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
            bends.entry((a.min(b), a.max(b))).or_default();
        }
    }
    for ((from, to), points) in &mut bends {
        let (a, b) = ((from.0 as f64 / 1000.0, from.1 as f64 / 1000.0), (to.0 as f64 / 1000.0, to.1 as f64 / 1000.0));
        let length = distance(a, b);
        let n_parts = libm::round(length / BEND_M).max(1.0) as usize;
        for part in 1..n_parts {
            let along = part as f64 / n_parts as f64;
            let aside = (2.0 * draw.uniform() - 1.0) * 24.0_f64.min(0.06 * length);
            let (x, y) = (a.0 + along * (b.0 - a.0), a.1 + along * (b.1 - a.1));
            points.push((x - aside * (b.1 - a.1) / length, y + aside * (b.0 - a.0) / length));
        }
    }
    rings
        .iter()
        .map(|ring| {
            let mut bent: Vec<Point> = Vec::new();
            for (&a, &b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
                bent.push(on_globe((a.0 as f64 / 1000.0, a.1 as f64 / 1000.0)));
                let between = bends.get(&(a.min(b), a.max(b))).into_iter().flatten().map(|&p| on_globe(p));
                let between: Vec<Point> = between.collect();
                if a <= b { bent.extend(between) } else { bent.extend(between.into_iter().rev()) }
            }
            bent
        })
        .collect()
}

/// Gentle waves over the plan, a turn of a few degrees, and degrees instead of metres.
fn on_globe((x, y): Metres) -> Point {
    let wave = |at: f64, length: f64, phase: f64| libm::sin(2.0 * std::f64::consts::PI * at / length + phase);
    let bent_x = x + 170.0 * wave(y, 5200.0, 0.4) + 60.0 * wave(x + y, 2900.0, 1.1);
    let bent_y = y + 190.0 * wave(x, 6100.0, 2.0) + 60.0 * wave(x - y, 3300.0, 0.2);
    let (sin, cos) = (libm::sin(0.21), libm::cos(0.21));
    let (east, north) = (bent_x * cos - bent_y * sin, bent_x * sin + bent_y * cos);
    let shrink = libm::cos(ORIGIN.1 * std::f64::consts::PI / 180.0);
    let degrees = (ORIGIN.0 + east / (METRES_PER_DEGREE * shrink), ORIGIN.1 + north / METRES_PER_DEGREE);
    (libm::round(degrees.0 * 1e6) as i64, libm::round(degrees.1 * 1e6) as i64)
}
