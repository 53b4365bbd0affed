// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A set that grows from one area, each time by the neighbour that is worth most per resident.
//!
//! In: a worth per area, and what is taken. Out: the best set on the way that reaches the floor. Invariant: it hangs
//! together and stays under the ceiling. Not here: looking back; that is `search.rs`.

use super::field::Field;

/// What a growing set may use.
pub(super) struct Room<'r> {
    /// Worth of each area, `[n_areas]`.
    pub(super) worth: &'r [f64],
    /// Whether an area is taken by another set, `[n_areas]`.
    pub(super) taken: &'r (dyn Fn(usize) -> bool + Sync),
    /// Most residents.
    pub(super) most: f64,
    /// Goes on past this set even where it adds nothing: areas that must come in.
    pub(super) wanted: Option<&'r [bool]>,
}

/// Areas in the order of growing, and their worth; nothing where the floor cannot be reached.
pub(super) fn grown(field: &Field<'_>, seed: usize, room: &Room<'_>) -> Option<(Vec<u32>, f64)> {
    if (room.taken)(seed) || !field.may[seed] || field.residents(seed) > room.most {
        return None;
    }
    let mut areas: Vec<u32> = vec![seed as u32];
    let (mut worth, mut residents) = (room.worth[seed], field.residents(seed));
    let mut edge: Vec<u32> = Vec::new();
    let mut seen = vec![false; field.n_areas];
    seen[seed] = true;
    let mut best: Option<(usize, f64)> = None;
    let mut newest = seed;
    loop {
        let wants = |area: u32| room.wanted.is_some_and(|wanted| wanted[area as usize]);
        let must_grow = wants(newest as u32) && areas.len() > 1;
        if residents >= field.floor && (must_grow || best.is_none_or(|(_, highest)| worth > highest)) {
            best = Some((areas.len(), worth));
        }
        for &other in field.of(newest) {
            if !std::mem::replace(&mut seen[other as usize], true) && !(room.taken)(other as usize) {
                edge.push(other);
            }
        }
        edge.retain(|&area| residents + field.residents(area as usize) <= room.most);
        let density = |area: u32| {
            let wanted = if wants(area) { 1e12 } else { 0.0 };
            wanted + room.worth[area as usize] / field.residents(area as usize).max(1e-9)
        };
        let by_density = |one: &&u32, other: &&u32| density(**one).total_cmp(&density(**other)).then(other.cmp(one));
        let Some(&next) = edge.iter().max_by(by_density) else { break };
        edge.retain(|&area| area != next);
        newest = next as usize;
        areas.push(next);
        worth += room.worth[newest];
        residents += field.residents(newest);
    }
    let (length, worth) = best?;
    areas.truncate(length);
    Some((areas, worth))
}
