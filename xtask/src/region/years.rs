// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Six years: who has which trait in which year, counted per block.
//!
//! The programme is run twice over the same persons with the same chances, once with and once without
//! it: what it changed is known to the person.

use super::counts::{Count, HOUSEHOLD_THINGS, Tally};
use super::people::{Household, People, Person};
use super::plan::{Plan, Special};
use super::random::{Draw, Purpose};
use super::traits::{
    HOUSEHOLD_TRAITS, HouseholdTrait, LASTING, PERSON_TRAITS, PROGRAMME_ON_CONTROL, PROGRAMME_ON_DEBT, PersonTrait,
    YEARS,
};

/// Shares of the hidden disadvantage (as standard deviations) that are the household's and the person's.
const OF_HOUSEHOLD: f64 = 0.66;
const OF_PERSON: f64 = 0.60;
/// In traits of a household, the household weighs more.
const OF_HOUSEHOLD_ALONE: f64 = 0.88;

/// Part of the adults who are asked and answer, in the years of the survey.
pub(super) const ASKED: f64 = 0.24;

/// Years in which the survey is held.
pub(super) const SURVEY_YEARS: [u16; 3] = [2020, 2022, 2024];

/// What was counted in one year.
pub(super) struct Year {
    pub(super) year: u16,
    /// By block, in the order of the plan.
    pub(super) blocks: Vec<Tally>,
}

/// Runs all years.
pub(super) fn run(plan: &Plan) -> Vec<Year> {
    let mut people = People::settle(plan);
    let places = Places::new(plan);
    let mut within = Within {
        chance: Draw::new(Purpose::Years),
        survey: Draw::new(Purpose::Survey),
        household_thresholds: HOUSEHOLD_TRAITS.map(|it| it.thresholds()),
        person_thresholds: PERSON_TRAITS.map(|it| it.thresholds()),
        household_own: HOUSEHOLD_TRAITS.map(|it| it.own()),
        person_own: PERSON_TRAITS.map(|it| it.own()),
        places,
        plan,
    };
    let mut crimes = Draw::new(Purpose::Crimes);
    let mut years = Vec::new();
    for (position, year) in YEARS.into_iter().enumerate() {
        if position > 0 {
            people.a_year_later();
        }
        let mut blocks = vec![Tally::new(); plan.blocks.len()];
        for household in people.households.iter().filter(|household| !household.members.is_empty()) {
            within.count(household, position, &mut blocks[household.block]);
        }
        for (block, tally) in plan.blocks.iter().zip(&mut blocks) {
            let trend = [1.0, 0.93, 0.88, 0.92, 0.93, 0.92][position];
            let residents = f64::from(tally.get(Count::Residents));
            // Businesses and passers-by have crimes too: also where no one lives.
            let (busy, passing) = match block.special {
                Special::Centre => (2.4, 25.0),
                Special::NearlyEmpty => (1.0, 22.0),
                Special::Empty => (1.0, 2.0),
                Special::Island | Special::None => (1.0, 1.0),
            };
            let mean = trend * (0.038 * residents * busy * libm::exp(0.75 * block.disadvantage) + passing);
            tally.take(Count::Crimes, crimes.poisson(mean));
        }
        years.push(Year { year, blocks });
    }
    years
}

/// What is particular to a buurt in one trait.
struct Places {
    household: Vec<[f64; HOUSEHOLD_TRAITS.len()]>,
    person: Vec<[f64; PERSON_TRAITS.len()]>,
}

impl Places {
    fn new(plan: &Plan) -> Self {
        let mut draw = Draw::new(Purpose::Places);
        let mut places = Self { household: Vec::new(), person: Vec::new() };
        for block in &plan.blocks {
            let character = block.own_character;
            places.household.push(std::array::from_fn(|it| character * HOUSEHOLD_TRAITS[it].place * draw.normal()));
            places.person.push(std::array::from_fn(|it| character * PERSON_TRAITS[it].place * draw.normal()));
        }
        places
    }
}

struct Within<'a> {
    chance: Draw,
    survey: Draw,
    household_thresholds: [[[f64; 3]; 6]; HOUSEHOLD_TRAITS.len()],
    person_thresholds: [[[f64; 3]; 6]; PERSON_TRAITS.len()],
    household_own: [f64; HOUSEHOLD_TRAITS.len()],
    person_own: [f64; PERSON_TRAITS.len()],
    places: Places,
    plan: &'a Plan,
}

impl Within<'_> {
    /// Draws the year of one household and counts it.
    fn count(&mut self, household: &Household, year: usize, tally: &mut Tally) {
        let block = &self.plan.blocks[household.block];
        let relief = if block.programme { PROGRAMME_ON_DEBT[year] } else { 0.0 };
        let level = block.disadvantage + OF_HOUSEHOLD_ALONE * household.latent;
        let mut above = [0.0; HOUSEHOLD_TRAITS.len()];
        for (it, above) in above.iter_mut().enumerate() {
            let chance = lasting_and_new(household.lasting[it], self.chance.normal());
            let own = self.places.household[household.block][it] + self.household_own[it] * chance;
            *above = HOUSEHOLD_TRAITS[it].loading * level + own - self.household_thresholds[it][year][0];
        }
        let low_income = above[HouseholdTrait::LowIncome as usize] > 0.0;
        let debt_without = above[HouseholdTrait::Debt as usize] > 0.0;
        let debt = above[HouseholdTrait::Debt as usize] - relief > 0.0;
        let violence = above[HouseholdTrait::Violence as usize] > 0.0 && household.members.len() > 1;
        let mut add = |count, is: bool| tally.add(count, u32::from(is));
        add(Count::Households, true);
        add(Count::LowIncomeHouseholds, low_income);
        add(Count::DebtHouseholds, debt);
        add(Count::DebtHouseholdsWithout, debt_without);
        add(Count::Violence, violence);
        let mut someone = [low_income, debt, false, false, false];
        for person in &household.members {
            let has = self.person(household, person, year, tally, low_income, debt);
            for (thing, trait_) in [(2, PersonTrait::Welfare), (3, PersonTrait::Chronic), (4, PersonTrait::Unemployed)]
            {
                someone[thing] |= has >> trait_ as usize & 1 == 1;
            }
        }
        for (count, is) in HOUSEHOLD_THINGS.into_iter().zip(someone).skip(2) {
            tally.add(count, u32::from(is));
        }
        tally.exactly_things[someone.iter().filter(|is| **is).count()] += 1;
    }

    /// Draws the year of one person and counts it. Out: welfare, unemployment and chronic illness as bits.
    fn person(
        &mut self,
        household: &Household,
        person: &Person,
        year: usize,
        tally: &mut Tally,
        low_income: bool,
        debt: bool,
    ) -> u32 {
        let block = &self.plan.blocks[household.block];
        let group = match person.age {
            0..=39 => 0,
            40..=64 => 1,
            65.. => 2,
        };
        let level = block.disadvantage + OF_HOUSEHOLD * household.latent + OF_PERSON * person.latent;
        let relief = if block.programme { PROGRAMME_ON_CONTROL[year] } else { 0.0 };
        let (mut has, mut low_control_without) = (0_u32, false);
        for (it, rule) in PERSON_TRAITS.iter().enumerate() {
            // Advice is given once: nothing of it is new each year.
            let new = self.chance.normal();
            let chance = match it == PersonTrait::LowAdvice as usize {
                true => f64::from(person.lasting[it]),
                false => lasting_and_new(person.lasting[it], new),
            };
            let own = self.places.person[household.block][it] + self.person_own[it] * chance;
            let mut above = rule.loading * level + own - self.person_thresholds[it][year][group];
            if it == PersonTrait::LowControl as usize {
                low_control_without = above > 0.0;
                above -= relief;
            }
            has |= u32::from(above > 0.0) << it;
        }
        let age = person.age;
        let is = |it: PersonTrait| has >> it as usize & 1 == 1;
        let mut among = |group: bool, of: Count, traits: &[(Count, bool)]| {
            if group {
                tally.add(of, 1);
                traits.iter().for_each(|(count, is)| tally.add(*count, u32::from(*is)));
            }
        };
        let adult = age >= 18;
        let works = (18..67).contains(&age) && person.takes_part;
        let welfare = is(PersonTrait::Welfare) && (18..67).contains(&age);
        let unemployed = is(PersonTrait::Unemployed) && works;
        among(true, Count::Residents, &[(Count::BornOutside, person.born_outside)]);
        among(!adult, Count::Children, &[(Count::LowIncomeChildren, low_income)]);
        among(age >= 65, Count::Elderly, &[]);
        among(works, Count::LabourForce, &[(Count::Unemployed, unemployed)]);
        among((50..75).contains(&age), Count::Invited, &[(Count::NoScreening, is(PersonTrait::NoScreening))]);
        among((11..14).contains(&age), Count::Pupils, &[(Count::LowAdvice, is(PersonTrait::LowAdvice))]);
        let youth = [(Count::EarlyLeaving, is(PersonTrait::EarlyLeaving)), (Count::Suspect, is(PersonTrait::Suspect))];
        among((12..23).contains(&age), Count::Youth, &youth);
        let vocational = (16..22).contains(&age) && person.vocational;
        among(vocational, Count::VocationalStudents, &[(Count::NoInternship, is(PersonTrait::NoInternship))]);
        let own = [
            (Count::LowIncomeAdults, low_income),
            (Count::DebtAdults, debt),
            (Count::Chronic, is(PersonTrait::Chronic)),
            (Count::Welfare, welfare),
            (Count::Victim, is(PersonTrait::Victim)),
            (Count::BadHealth, is(PersonTrait::BadHealth)),
            (Count::LowControl, is(PersonTrait::LowControl)),
            (Count::Lonely, is(PersonTrait::Lonely)),
        ];
        among(adult, Count::Adults, &own);
        let strengths =
            [(Count::Volunteer, is(PersonTrait::Volunteer)), (Count::NeighbourHelp, is(PersonTrait::NeighbourHelp))];
        if adult {
            strengths.iter().for_each(|(count, is)| tally.add(*count, u32::from(*is)));
            tally.add(Count::LowControlWithout, u32::from(low_control_without));
            tally.add_adult(own.iter().enumerate().map(|(bit, (_, is))| u8::from(*is) << bit).sum());
            self.ask(year, &is, tally);
        }
        // What a person cannot have at this age does not count for the household either.
        let bit = |it: PersonTrait, holds: bool| u32::from(holds) << it as usize;
        bit(PersonTrait::Welfare, welfare)
            | bit(PersonTrait::Unemployed, unemployed)
            | bit(PersonTrait::Chronic, adult && is(PersonTrait::Chronic))
    }

    /// Asks an adult, in the years of the survey.
    fn ask(&mut self, year: usize, is: &dyn Fn(PersonTrait) -> bool, tally: &mut Tally) {
        if !SURVEY_YEARS.contains(&YEARS[year]) || !self.survey.chance(ASKED) {
            return;
        }
        tally.add(Count::Asked, 1);
        tally.add(Count::AskedLowControl, u32::from(is(PersonTrait::LowControl)));
        tally.add(Count::AskedLonely, u32::from(is(PersonTrait::Lonely)));
        tally.add(Count::AskedVolunteer, u32::from(is(PersonTrait::Volunteer)));
        tally.add(Count::AskedNeighbourHelp, u32::from(is(PersonTrait::NeighbourHelp)));
    }
}

fn lasting_and_new(lasting: f32, new: f64) -> f64 {
    libm::sqrt(LASTING) * f64::from(lasting) + libm::sqrt(1.0 - LASTING) * new
}
