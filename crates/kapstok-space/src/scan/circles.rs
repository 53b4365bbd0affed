// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! All circles of a map, a few centres at a time.
//!
//! In: centres and residents. Out: for each centre the areas by distance, up to the largest circle, with the cases
//! expected within. Invariant: a circle is never kept longer than its chunk of centres is looked at.

use super::Part;
use crate::weights::NearestCentres;

/// Centres whose circles are kept at one time: enough for simulated cases to stay near the processor.
const IN_CHUNK: usize = 32;

/// One more area of a circle.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step {
    pub(super) area: u32,
    /// Whether a circle ends here: the next area is further away.
    pub(super) is_circle: bool,
    /// Squared distance to the centre.
    pub(super) squared: f64,
    /// Cases expected up to here, out of all.
    pub(super) expected: f64,
    /// Logarithm of that, and of what is expected outside.
    logarithms: [f64; 2],
}

pub(super) struct Circles<'a> {
    part: &'a Part,
    nearest: NearestCentres,
    largest: f64,
    per_resident: f64,
}

impl<'a> Circles<'a> {
    pub(super) fn new(part: &'a Part, largest_share: f64) -> Self {
        let residents: f64 = part.residents.iter().sum();
        // A share of exactly the largest is a circle, whatever the last digits of a sum say.
        let largest = largest_share * residents * (1.0 + 1e-12);
        let nearest = NearestCentres::new(&part.centres);
        Self { part, nearest, largest, per_resident: f64::from(part.of_cases) / residents }
    }

    pub(super) fn n_chunks(&self) -> usize {
        self.nearest.along().len().div_ceil(IN_CHUNK)
    }

    /// Hands over each centre of a chunk with its areas; centres of a chunk lie near each other.
    pub(super) fn of_chunk(&self, chunk: usize, mut look: impl FnMut(u32, &[Step])) {
        for (centre, steps) in self.chunk(chunk) {
            look(centre, &steps);
        }
    }

    pub(super) fn chunk(&self, chunk: usize) -> Vec<(u32, Vec<Step>)> {
        let along = self.nearest.along();
        let centres = &along[chunk * IN_CHUNK..((chunk + 1) * IN_CHUNK).min(along.len())];
        let mut n_wanted = 16;
        let mut steps_of = |&centre: &u32| {
            let steps = self.steps(centre, n_wanted);
            n_wanted = steps.len() + steps.len() / 4 + 16;
            (centre, steps)
        };
        centres.iter().map(&mut steps_of).collect()
    }

    fn steps(&self, centre: u32, n_wanted: usize) -> Vec<Step> {
        let Some(point) = self.part.centres[centre as usize] else { return Vec::new() };
        let n_areas = self.part.areas.len();
        let mut n_wanted = n_wanted;
        loop {
            let around = self.nearest.around(point, n_wanted);
            let residents = |area: u32| self.part.residents[area as usize];
            let mut within = 0.0;
            let end = around.iter().position(|&(_, area)| {
                within += residents(area);
                within > self.largest
            });
            if end.is_none() && n_wanted < n_areas {
                n_wanted *= 2;
                continue;
            }
            let (mut within, mut steps) = (0.0, Vec::with_capacity(end.unwrap_or(n_areas)));
            for at in 0..end.unwrap_or(around.len()) {
                let (squared, area) = around[at];
                within += residents(area);
                let expected = within * self.per_resident;
                let outside = f64::from(self.part.of_cases) - expected;
                let is_circle = expected > 0.0 && around.get(at + 1).is_none_or(|&(next, _)| next > squared);
                let logarithms = if is_circle { [libm::log(expected), libm::log(outside)] } else { [0.0; 2] };
                steps.push(Step { area, is_circle, squared, expected, logarithms });
            }
            return steps;
        }
    }
}

/// Likelihood ratios of circles, given all cases.
pub(super) struct Ratio {
    of_cases: i32,
    /// `n ln n` of the first numbers.
    known: Vec<f64>,
}

impl Ratio {
    pub(super) fn new(of_cases: i32) -> Self {
        const MOST: i32 = 1 << 20;
        Self { of_cases, known: (0..=of_cases.min(MOST)).map(times_logarithm).collect() }
    }

    /// Logarithm of the ratio of a circle with more cases than expected.
    pub(super) fn logarithm(&self, n_cases: i32, step: &Step) -> f64 {
        let term = |n: i32| self.known.get(n as usize).copied().unwrap_or_else(|| times_logarithm(n));
        let outside = self.of_cases - n_cases;
        let [within, beyond] = step.logarithms;
        term(n_cases) - f64::from(n_cases) * within + term(outside) - f64::from(outside) * beyond
    }
}

fn times_logarithm(n: i32) -> f64 {
    if n > 0 { f64::from(n) * libm::log(f64::from(n)) } else { 0.0 }
}
