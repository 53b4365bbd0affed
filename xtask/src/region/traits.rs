// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! How often each trait occurs, how strongly it hangs together with disadvantage, and its common trend.
//!
//! A person carries a hidden disadvantage: of the place, of the household, of the person. A trait occurs
//! where that, times the loading, plus what is the trait's own, passes a threshold. So traits hang
//! together in persons, and more so in areas, as published figures do.

use super::random::normal_quantile;

/// The years of the region.
pub(super) const YEARS: [u16; 6] = [2019, 2020, 2021, 2022, 2023, 2024];

/// How one trait behaves.
pub(super) struct Trait {
    /// Share with the trait at ages 0 - 39, 40 - 64, 65 and over (or of the group that it concerns).
    pub(super) share: [f64; 3],
    /// Correlation with the hidden disadvantage; below 0 for strengths.
    pub(super) loading: f64,
    /// What is particular to a place in this trait alone, in standard deviations between persons.
    pub(super) place: f64,
    /// Common trend: by how many standard deviations it moved since 2019.
    pub(super) trend: [f64; 6],
}

const LEVEL: [f64; 6] = [0.0; 6];

/// Traits of households, in the order of [`HouseholdTrait`].
pub(super) const HOUSEHOLD_TRAITS: [Trait; 3] = [
    Trait { share: [0.095; 3], loading: 0.78, place: 0.06, trend: [0.0, -0.01, -0.03, -0.02, -0.06, -0.07] },
    Trait { share: [0.085; 3], loading: 0.66, place: 0.12, trend: [0.0, 0.02, -0.01, 0.00, 0.05, 0.07] },
    Trait { share: [0.013; 3], loading: 0.50, place: 0.15, trend: [0.0, 0.05, 0.03, 0.00, 0.00, 0.01] },
];

/// Traits of households.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HouseholdTrait {
    LowIncome,
    Debt,
    Violence,
}

/// Traits of persons, in the order of [`PersonTrait`].
pub(super) const PERSON_TRAITS: [Trait; 14] = [
    Trait { share: [0.17, 0.32, 0.56], loading: 0.34, place: 0.08, trend: LEVEL },
    Trait { share: [0.11, 0.21, 0.36], loading: 0.52, place: 0.08, trend: [0.0, -0.01, 0.00, 0.01, 0.01, 0.02] },
    Trait { share: [0.10, 0.10, 0.12], loading: 0.55, place: 0.10, trend: [0.0, 0.03, 0.05, 0.04, 0.05, 0.05] },
    Trait { share: [0.11, 0.10, 0.12], loading: 0.38, place: 0.12, trend: [0.0, 0.12, 0.10, 0.06, 0.05, 0.05] },
    Trait { share: [0.055, 0.070, 0.0], loading: 0.74, place: 0.08, trend: [0.0, 0.03, 0.02, -0.02, -0.04, -0.05] },
    Trait { share: [0.050, 0.042, 0.0], loading: 0.42, place: 0.08, trend: [0.0, 0.12, 0.04, -0.04, -0.05, -0.03] },
    Trait { share: [0.28, 0.28, 0.30], loading: 0.33, place: 0.12, trend: [0.0, 0.14, 0.06, 0.05, 0.05, 0.06] },
    Trait { share: [0.33; 3], loading: 0.30, place: 0.18, trend: LEVEL },
    Trait { share: [0.026; 3], loading: 0.45, place: 0.10, trend: [0.0, -0.08, -0.04, 0.02, 0.06, 0.05] },
    Trait { share: [0.09; 3], loading: 0.38, place: 0.08, trend: [0.0, 0.15, 0.12, 0.02, -0.02, -0.03] },
    Trait { share: [0.024; 3], loading: 0.48, place: 0.14, trend: [0.0, -0.03, -0.05, -0.06, -0.05, -0.05] },
    Trait { share: [0.075, 0.060, 0.032], loading: 0.20, place: 0.14, trend: [0.0, -0.06, -0.08, -0.05, -0.04, -0.05] },
    Trait { share: [0.26, 0.30, 0.33], loading: -0.24, place: 0.14, trend: [0.0, -0.15, -0.12, -0.05, 0.00, 0.01] },
    Trait { share: [0.30, 0.34, 0.36], loading: 0.05, place: 0.20, trend: [0.0, 0.08, 0.05, 0.02, 0.02, 0.02] },
];

/// Traits of persons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PersonTrait {
    Chronic,
    BadHealth,
    LowControl,
    Lonely,
    Welfare,
    Unemployed,
    NoScreening,
    LowAdvice,
    EarlyLeaving,
    NoInternship,
    Suspect,
    Victim,
    Volunteer,
    NeighbourHelp,
}

/// What the programme took away in its buurten, by year, in standard deviations: 0 before 2022.
pub(super) const PROGRAMME_ON_DEBT: [f64; 6] = [0.0, 0.0, 0.0, 0.15, 0.30, 0.42];
/// The same for low control over one's own life.
pub(super) const PROGRAMME_ON_CONTROL: [f64; 6] = [0.0, 0.0, 0.0, 0.08, 0.16, 0.22];

/// Part of the variance of what is a trait's own that stays with a person from year to year.
pub(super) const LASTING: f64 = 0.8;

impl Trait {
    /// Thresholds by age group and year: above them the trait occurs.
    pub(super) fn thresholds(&self) -> [[f64; 3]; 6] {
        let spread = libm::sqrt(1.0 + self.place * self.place);
        let plain =
            self.share.map(|share| if share > 0.0 { spread * normal_quantile(1.0 - share) } else { f64::INFINITY });
        self.trend.map(|moved| plain.map(|threshold| threshold - moved))
    }

    /// The weight of what is the trait's own.
    pub(super) fn own(&self) -> f64 {
        libm::sqrt(1.0 - self.loading * self.loading)
    }
}
