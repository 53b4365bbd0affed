// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Households and persons: who lives in which block, and how that moves from year to year.
//!
//! Persons come first; every figure of the region is counted from them. Not here: what happens to them
//! in a year (`years.rs`).

use super::plan::{MUNICIPALITIES, Plan};
use super::random::{Draw, Purpose};
use super::traits::{HOUSEHOLD_TRAITS, PERSON_TRAITS};

/// One household.
#[derive(Clone, Debug)]
pub(super) struct Household {
    /// The block it lives in.
    pub(super) block: usize,
    /// Hidden disadvantage of the household, standard normal.
    pub(super) latent: f64,
    /// What is each trait's own and lasts, standard normal.
    pub(super) lasting: [f32; HOUSEHOLD_TRAITS.len()],
    pub(super) members: Vec<Person>,
}

/// One person.
#[derive(Clone, Debug)]
pub(super) struct Person {
    pub(super) age: u8,
    /// Hidden disadvantage of the person, standard normal.
    pub(super) latent: f64,
    /// What is each trait's own and lasts, standard normal.
    pub(super) lasting: [f32; PERSON_TRAITS.len()],
    /// Works or looks for work, when of that age.
    pub(super) takes_part: bool,
    /// Goes to vocational education, when of that age.
    pub(super) vocational: bool,
    pub(super) born_outside: bool,
}

/// Everyone.
pub(super) struct People {
    pub(super) households: Vec<Household>,
    municipality: Vec<usize>,
    older: Vec<f64>,
    /// Blocks where homes are built.
    growing: Vec<usize>,
    draw: Draw,
}

impl People {
    /// Everyone on 1 January of the first year.
    pub(super) fn settle(plan: &Plan) -> Self {
        let mut draw = Draw::new(Purpose::People);
        let mut households = Vec::new();
        for (position, block) in plan.blocks.iter().enumerate() {
            let mut n_residents = 0;
            while (n_residents as f64) < block.residents {
                let household = Household::of_any_age(position, block.older, &mut draw);
                n_residents += household.members.len();
                households.push(household);
            }
        }
        let of = |code: &str| MUNICIPALITIES.iter().position(|known| code.starts_with(known.code)).unwrap_or(0);
        let municipality = plan.blocks.iter().map(|block| of(&block.code_2024)).collect();
        let older = plan.blocks.iter().map(|block| block.older).collect();
        let growing = plan.blocks.iter().enumerate().filter(|(_, block)| GROWING.contains(&block.code_2024.as_str()));
        let growing = growing.map(|(position, _)| position).collect();
        Self { households, municipality, older, growing, draw: Draw::new(Purpose::Moves) }
    }

    /// One year later: all a year older, some born, some died, some moved. The young leave home for a home
    /// that fell empty, or a new one; other empty homes are taken from elsewhere, or wait.
    pub(super) fn a_year_later(&mut self) {
        let mut leaving = Vec::new();
        for household in &mut self.households {
            household.live_a_year(&mut self.draw, &mut leaving);
        }
        let mut empty: Vec<usize> =
            (0..self.households.len()).filter(|&home| self.households[home].members.is_empty()).collect();
        for (parent_latent, person) in leaving {
            let draw = &mut self.draw;
            let block = match draw.chance(0.6) && !empty.is_empty() {
                true => self.households[empty[draw.below(empty.len())]].block,
                false => self.growing[draw.below(self.growing.len())],
            };
            let latent = OF_PARENTS * parent_latent + libm::sqrt(1.0 - OF_PARENTS * OF_PARENTS) * draw.normal();
            let household = Household { members: vec![person], latent, ..Household::new(block, &[], draw) };
            match empty.iter().position(|&home| self.households[home].block == block) {
                Some(position) => self.households[empty.swap_remove(position)] = household,
                None => self.households.push(household),
            }
        }
        for home in empty {
            if self.draw.chance(0.80) {
                let block = self.households[home].block;
                self.households[home] = Household::of_any_age(block, self.older[block], &mut self.draw);
            }
        }
        for _ in 0..N_NEW_HOMES {
            let block = self.growing[self.draw.below(self.growing.len())];
            self.households.push(Household::of_working_age(block, &mut self.draw));
        }
        self.exchange_homes();
    }

    /// Some move: most within their municipality, one in six anywhere. They take each other's homes.
    fn exchange_homes(&mut self) {
        let draw = &mut self.draw;
        let movers: Vec<usize> = (0..self.households.len()).filter(|_| draw.chance(0.07)).collect();
        let far: Vec<bool> = movers.iter().map(|_| draw.chance(1.0 / 6.0)).collect();
        for pool in 0..=MUNICIPALITIES.len() {
            let in_pool = movers.iter().zip(&far).filter(|(mover, far)| match pool {
                0 => **far,
                pool => !**far && self.municipality[self.households[**mover].block] == pool - 1,
            });
            let mut pool: Vec<usize> = in_pool.map(|(mover, _)| *mover).collect();
            let homes: Vec<usize> = pool.iter().map(|mover| self.households[*mover].block).collect();
            for last in (1..pool.len()).rev() {
                pool.swap(last, draw.below(last + 1));
            }
            for (mover, home) in pool.into_iter().zip(homes) {
                self.households[mover].block = home;
            }
        }
    }
}

/// Buurten where homes are built.
const GROWING: [&str; 6] = ["01010411", "01010605", "01010306", "01020108", "01020307", "01030203"];
/// Homes built and taken in a year, beside those for the young.
const N_NEW_HOMES: usize = 20;
/// Correlation of the disadvantage of a new household with that of the parents.
const OF_PARENTS: f64 = 0.5;

/// The chance to die within a year.
fn chance_of_dying(age: u8) -> f64 {
    match age {
        0..=49 => 0.0006,
        50..=64 => 0.004,
        65..=74 => 0.014,
        75..=84 => 0.045,
        85.. => 0.15,
    }
}

impl Household {
    fn live_a_year(&mut self, draw: &mut Draw, leaving: &mut Vec<(f64, Person)>) {
        self.members.retain(|person| !draw.chance(chance_of_dying(person.age)));
        for person in &mut self.members {
            person.age = person.age.saturating_add(1);
        }
        let n_young = self.members.iter().filter(|person| (24..40).contains(&person.age)).count();
        if n_young > 0 && self.members.len() < 6 && draw.chance(0.085) {
            self.members.push(Person::new(0, draw));
        }
        let oldest = self.members.iter().map(|person| person.age).max().unwrap_or(0);
        let at_home =
            self.members.iter().position(|person| (20..35).contains(&person.age) && person.age + 16 <= oldest);
        if let Some(at_home) = at_home
            && draw.chance(0.22)
        {
            leaving.push((self.latent, self.members.remove(at_home)));
        }
        if self.members.iter().all(|person| person.age < 18) {
            self.members.clear();
        }
    }

    fn new(block: usize, ages: &[u8], draw: &mut Draw) -> Self {
        let latent = draw.normal();
        let lasting = std::array::from_fn(|_| draw.normal() as f32);
        Self { block, latent, lasting, members: ages.iter().map(|age| Person::new(*age, draw)).collect() }
    }

    fn of_any_age(block: usize, older: f64, draw: &mut Draw) -> Self {
        if !draw.chance(0.27 + older) {
            return Self::of_working_age(block, draw);
        }
        // More at 65 than at 95.
        let age = between(65, 95, draw).min(between(65, 95, draw));
        let ages = if draw.chance(0.50) { vec![age, age - 3 + between(0, 5, draw)] } else { vec![age] };
        Self::new(block, &ages, draw)
    }

    fn of_working_age(block: usize, draw: &mut Draw) -> Self {
        let kind = draw.uniform();
        if kind < 0.42 {
            let parent = between(26, 52, draw);
            let mut ages = vec![parent];
            if !draw.chance(0.22) {
                ages.push(between(parent - 3, parent + 3, draw));
            }
            let n_children = 1 + usize::from(draw.chance(0.62)) + usize::from(draw.chance(0.18));
            ages.extend((0..n_children).map(|_| between(parent.saturating_sub(36), (parent - 23).min(24), draw)));
            return Self::new(block, &ages, draw);
        }
        let (lowest, highest) = if kind < 0.68 { (50, 64) } else { (20, 49) };
        let age = between(lowest, highest, draw);
        let ages = if draw.chance(0.45) { vec![age, between(age.max(23) - 3, age + 3, draw)] } else { vec![age] };
        Self::new(block, &ages, draw)
    }
}

fn between(lowest: u8, highest: u8, draw: &mut Draw) -> u8 {
    lowest + draw.below(usize::from(highest - lowest) + 1) as u8
}

impl Person {
    fn new(age: u8, draw: &mut Draw) -> Self {
        Self {
            age,
            latent: draw.normal(),
            lasting: std::array::from_fn(|_| draw.normal() as f32),
            takes_part: draw.chance(0.80),
            vocational: draw.chance(0.46),
            born_outside: draw.chance(0.17),
        }
    }
}
