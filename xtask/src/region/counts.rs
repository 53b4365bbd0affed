// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What is counted of the persons of one block in one year: the truth from which everything is published.
//!
//! Invariant: counts only add up; a wijk is the sum of its buurten, a buurt the sum of its blocks.

macro_rules! counted {
    ($($variant:ident = $name:literal),* $(,)?) => {
        /// One counted thing. Its name is its column in the truth.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Count { $($variant),* }

        impl Count {
            /// All, in the order of the columns of the truth.
            pub(super) const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Its column in the truth.
            pub(super) fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),* }
            }
        }
    };
}

counted! {
    Residents = "inwoners",
    Children = "inwoners_0_17",
    Adults = "volwassenen",
    Elderly = "inwoners_65_plus",
    Households = "huishoudens",
    LabourForce = "beroepsbevolking",
    Invited = "uitgenodigd_voor_screening",
    Pupils = "leerlingen_met_advies",
    Youth = "jongeren_12_22",
    VocationalStudents = "mbo_studenten",
    BornOutside = "geboren_buiten_streek",
    LowIncomeHouseholds = "huishoudens_laag_inkomen",
    LowIncomeChildren = "kinderen_laag_inkomen",
    LowIncomeAdults = "volwassenen_laag_inkomen",
    DebtHouseholds = "huishoudens_problematische_schulden",
    DebtAdults = "volwassenen_schulden",
    Violence = "huishoudens_melding_huiselijk_geweld",
    Chronic = "chronisch_ziek",
    BadHealth = "slechte_gezondheid",
    LowControl = "weinig_regie",
    Lonely = "eenzaam",
    Welfare = "bijstand",
    Unemployed = "werkloos",
    NoScreening = "geen_screening",
    LowAdvice = "advies_onder_toets",
    EarlyLeaving = "voortijdig_schoolverlaten",
    NoInternship = "zonder_stage",
    Suspect = "verdachte_jongeren",
    Victim = "slachtoffer",
    Volunteer = "vrijwilligers",
    NeighbourHelp = "burenhulp",
    WelfareHouseholds = "huishoudens_bijstand",
    ChronicHouseholds = "huishoudens_chronisch_ziek",
    UnemployedHouseholds = "huishoudens_werkloos",
    DebtHouseholdsWithout = "huishoudens_schulden_zonder_programma",
    LowControlWithout = "weinig_regie_zonder_programma",
    Crimes = "misdrijven",
    Asked = "enquete_n",
    AskedLowControl = "enquete_weinig_regie",
    AskedLonely = "enquete_eenzaam",
    AskedVolunteer = "enquete_vrijwilligers",
    AskedNeighbourHelp = "enquete_burenhulp",
}

/// Burdens of adults that registers know: their shares are published of one population, only rounded.
pub(super) const REGISTER_BURDENS: [Count; 5] =
    [Count::LowIncomeAdults, Count::DebtAdults, Count::Chronic, Count::Welfare, Count::Victim];

/// All burdens of adults: those of registers, then three that only persons themselves know.
pub(super) const ALL_BURDENS: [Count; 8] = [
    Count::LowIncomeAdults,
    Count::DebtAdults,
    Count::Chronic,
    Count::Welfare,
    Count::Victim,
    Count::BadHealth,
    Count::LowControl,
    Count::Lonely,
];

/// Things that a household may have, for the counted table; at the end of the list nothing is left out.
pub(super) const HOUSEHOLD_THINGS: [Count; 5] = [
    Count::LowIncomeHouseholds,
    Count::DebtHouseholds,
    Count::WelfareHouseholds,
    Count::ChronicHouseholds,
    Count::UnemployedHouseholds,
];

/// All counts of one area in one year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tally {
    counts: Vec<u32>,
    /// Adults with exactly 0 .. 5 of the burdens of registers.
    pub(super) exactly_register: [u32; 6],
    /// Adults with exactly 0 .. 8 of all burdens.
    pub(super) exactly_all: [u32; 9],
    /// Adults with both burdens of a pair, in the order (0, 1), (0, 2) .. (6, 7).
    pub(super) pairs: [u32; 28],
    /// Households with exactly 0 .. 5 things.
    pub(super) exactly_things: [u32; 6],
}

impl Tally {
    /// Nothing counted yet.
    pub(super) fn new() -> Self {
        Self {
            counts: vec![0; Count::ALL.len()],
            exactly_register: [0; 6],
            exactly_all: [0; 9],
            pairs: [0; 28],
            exactly_things: [0; 6],
        }
    }

    pub(super) fn get(&self, count: Count) -> u32 {
        self.counts[count as usize]
    }

    pub(super) fn add(&mut self, count: Count, n: u32) {
        self.counts[count as usize] += n;
    }

    pub(super) fn take(&mut self, count: Count, n: u32) {
        self.counts[count as usize] = n;
    }

    /// Adds one adult with a set of burdens: bit i for burden i of [`ALL_BURDENS`].
    pub(super) fn add_adult(&mut self, burdens: u8) {
        self.exactly_register[(burdens & 0b1_1111).count_ones() as usize] += 1;
        self.exactly_all[burdens.count_ones() as usize] += 1;
        let mut pair = 0;
        for one in 0..8 {
            for other in one + 1..8 {
                self.pairs[pair] += u32::from(burdens >> one & burdens >> other & 1);
                pair += 1;
            }
        }
    }

    /// Adds all counts of another area.
    pub(super) fn merge(&mut self, other: &Self) {
        let add = |into: &mut [u32], from: &[u32]| into.iter_mut().zip(from).for_each(|(into, from)| *into += from);
        add(&mut self.counts, &other.counts);
        add(&mut self.exactly_register, &other.exactly_register);
        add(&mut self.exactly_all, &other.exactly_all);
        add(&mut self.pairs, &other.pairs);
        add(&mut self.exactly_things, &other.exactly_things);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_adult_with_three_burdens_is_in_three_pairs() {
        let mut tally = Tally::new();
        tally.add_adult(0b1000_0101); // Low income, chronic illness, lonely.
        assert_eq!((tally.exactly_register[2], tally.exactly_all[3], tally.pairs.iter().sum::<u32>()), (1, 1, 3));
        // (0, 2) is the second pair; (0, 7) the seventh; (2, 7) comes after 7 + 6 + 4 others.
        assert_eq!((tally.pairs[1], tally.pairs[6], tally.pairs[17]), (1, 1, 1));
    }
}
