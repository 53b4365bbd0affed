// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! How many residents of each area are burdened, per domain, and what that number rests on.
//!
//! In: the figures of a domain. Out: people per area. Where the lead indicator is a share of people whose number is
//! known, share times number; else all residents of the areas in the worst part. **Invariant:** one domain is counted
//! in one way for all areas, and says which. An area without a figure is `None`, never 0.

/// Figures of one domain, `[n_areas]` each.
#[derive(Clone, Copy, Debug)]
pub struct DomainFigures<'a> {
    /// The share that speaks for the domain, 0 ..= 1, the burdened side; `None` where no indicator does.
    pub share: Option<&'a [Option<f64>]>,
    /// Number of people that it is a share of; `None` where the workspace has no such count.
    pub population: Option<&'a [Option<f64>]>,
    /// Residents.
    pub residents: &'a [Option<f64>],
    /// Whether an area stands in the worst part.
    pub in_worst_part: &'a [Option<bool>],
}

/// What a number of burdened residents rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rests {
    /// A share of people, times their number.
    ShareOfPeople,
    /// All residents of areas in the worst part.
    ResidentsOfWorstPart,
}

/// Burdened residents of a domain.
#[derive(Clone, Debug, PartialEq)]
pub struct Counted {
    /// What they rest on.
    pub rests: Rests,
    /// People, `[n_areas]`.
    pub people: Vec<Option<f64>>,
}

/// Counts the burdened residents of a domain.
///
/// # Examples
/// ```
/// # use kapstok_find::choose::{DomainFigures, Rests, burdened};
/// let residents = [Some(100.0), Some(200.0)];
/// let worst = [Some(true), Some(false)];
/// let adults = [Some(80.0), None];
/// let share = [Some(0.25), Some(0.5)];
/// let figures =
///     DomainFigures { share: Some(&share), population: Some(&adults), residents: &residents, in_worst_part: &worst };
/// assert_eq!(burdened(figures).people, [Some(20.0), None]);
/// let without = burdened(DomainFigures { population: None, ..figures });
/// assert_eq!(without.rests, Rests::ResidentsOfWorstPart);
/// assert_eq!(without.people, [Some(100.0), Some(0.0)]);
/// ```
pub fn burdened(figures: DomainFigures<'_>) -> Counted {
    if let (Some(share), Some(population)) = (figures.share, figures.population) {
        let people = share.iter().zip(population).map(|(share, people)| Some((*share)? * (*people)?));
        return Counted { rests: Rests::ShareOfPeople, people: people.collect() };
    }
    let people = figures.residents.iter().zip(figures.in_worst_part).map(|(residents, worst)| match (*worst)? {
        true => *residents,
        false => Some(0.0),
    });
    Counted { rests: Rests::ResidentsOfWorstPart, people: people.collect() }
}
