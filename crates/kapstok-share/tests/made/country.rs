// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! An invented country with small areas, three years, a new neighbourhood, and indicators that are tied to each other.
//!
//! In: a seed. Out: the build as it would be read, and all truth, also where nothing was measured. Levels: country,
//! municipality, district, neighbourhood.

use std::collections::BTreeMap;

use kapstok_share::manifest::{
    Both, ColumnEntry, CountedTable, CutEntry, IndicatorEntry, LastClassWord, LevelEntry, Link, Manifest, OriginEntry,
    RecipeEntry, SCHEMA,
};
use kapstok_share::snapshot::{Cell, RawBuild, RawColumn, RawLevel, RecipeScores, ScoreCells};

pub(crate) const MIN_RESIDENTS: f64 = 50.0;
pub(crate) const LEVELS: [&str; 4] = ["country", "municipality", "district", "neighbourhood"];
pub(crate) const YEARS: [u32; 3] = [2022, 2023, 2024];
/// Id and unit. Shares are of residents.
pub(crate) const INDICATORS: [(&str, &str); 17] = [
    ("inwoners", "count"),
    ("mannen", "count"),
    ("vrouwen", "count"),
    ("huishoudens", "count"),
    ("met_0", "count"),
    ("met_1", "count"),
    ("met_2", "count"),
    ("kinderen", "count"),
    ("misdrijven", "count"),
    ("laag", "percent"),
    ("niet_laag", "percent"),
    ("zeldzaam", "percent"),
    ("nooit", "percent"),
    ("inkomen", "thousand-euro"),
    ("misdrijven_per_1000", "per-thousand"),
    ("dichtheid", "per-km2"),
    ("land", "km2"),
];

/// A seeded source of numbers (splitmix64).
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0xd134_2543_de82_ef95) ^ 0x5851_f42d_4c95_7f2d)
    }

    pub(crate) fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    pub(crate) fn below(&mut self, n: usize) -> usize {
        (self.next() * n as f64) as usize
    }
}

/// All that is true of a country.
pub(crate) struct Country {
    pub(crate) seed: u64,
    /// Per level, per indicator, per year: the exact figure.
    pub(crate) exact: Vec<Vec<[Vec<f64>; 3]>>,
    /// The same as published, not a number where it is not.
    pub(crate) published: Vec<Vec<[Vec<f64>; 3]>>,
    /// Per level, indicator and year the figures that the source keeps secret: these are not published.
    pub(crate) secret: Vec<Vec<[Vec<bool>; 3]>>,
    /// Per level the area of each larger level that it lies in.
    pub(crate) within: Vec<Vec<Vec<usize>>>,
    /// Step of rounding per level and indicator; 0 where there is none.
    pub(crate) steps: Vec<Vec<f64>>,
}

impl Country {
    pub(crate) fn n_areas(&self, level: usize) -> usize {
        self.exact[level][0][0].len()
    }

    pub(crate) fn code(level: usize, area: usize) -> String {
        format!("{}{area:04}", ["L", "G", "W", "B"][level])
    }

    pub(crate) fn new(seed: u64) -> Self {
        let mut dice = Dice::new(seed);
        let mut within: Vec<Vec<Vec<usize>>> = vec![vec![vec![]]; 4];
        let (mut towns, mut districts, mut parts) = (vec![], vec![], vec![]);
        for _ in 0..2 + dice.below(2) {
            for _ in 0..2 + dice.below(3) {
                for _ in 0..1 + dice.below(5) {
                    parts.push(vec![0, towns.len(), districts.len()]);
                }
                districts.push(vec![0, towns.len()]);
            }
            towns.push(vec![0]);
        }
        (within[1], within[2], within[3]) = (towns, districts, parts);
        let n = within[3].len();
        let mut own: Vec<[Vec<f64>; 3]> = (0..INDICATORS.len()).map(|_| Default::default()).collect();
        for _ in 0..n {
            let kind = dice.below(10);
            let base = match kind {
                0..=2 => dice.below(50) as f64,
                3..=4 => 50.0 + dice.below(60) as f64,
                _ => 120.0 + dice.below(1_500) as f64,
            };
            let (low, rare, income, land) =
                (5.0 + 40.0 * dice.next(), 0.6 * dice.next(), 20.0 + 30.0 * dice.next(), 0.2 + dice.next());
            for year in 0..3 {
                // One in ten was a meadow three years ago.
                let grown = if kind == 9 && year == 0 { 0.05 } else { 1.0 + 0.004 * (year as f64 - 2.0) };
                let residents = (base * grown).round();
                let part = |share: f64| (residents * share).round();
                let men = part(0.45 + 0.1 * dice.next());
                let (none, one) = (part(0.3), part(0.1 * dice.next()));
                let more = part(0.05 * dice.next());
                let crimes = part(0.08 * dice.next());
                let share = low + dice.next() - 0.5;
                let values = [
                    residents,
                    men,
                    residents - men,
                    none + one + more,
                    none,
                    one,
                    more,
                    part(0.2 * dice.next()),
                    crimes,
                    share,
                    100.0 - share,
                    rare,
                    0.0,
                    income + dice.next(),
                    if residents > 0.0 { crimes / residents * 1000.0 } else { 0.0 },
                    residents / land,
                    land,
                ];
                for (own, value) in own.iter_mut().zip(values) {
                    own[year].push(value);
                }
            }
        }
        let exact = upward(&within, own);
        let steps = steps(seed);
        let none = |years: &[Vec<f64>; 3]| [0, 1, 2].map(|year| vec![false; years[year].len()]);
        let secret = exact.iter().map(|level| level.iter().map(none).collect()).collect();
        let mut country = Self { seed, published: exact.clone(), secret, exact, within, steps };
        country.publish(&mut dice);
        country.keep_secret(&mut Dice::new(seed + 500));
        country
    }

    /// Rounds, and leaves out what is not measured.
    fn publish(&mut self, dice: &mut Dice) {
        for level in 0..4 {
            for (indicator, (_, unit)) in INDICATORS.iter().enumerate() {
                for year in 0..3 {
                    // Land does not change and density is told once; crimes are not told by district in 2023, nor
                    // residents there in 2023 where the seed is odd.
                    let untold = match (indicator, level, year) {
                        (15 | 16, _, 0 | 1) | (8, 2, 1) => true,
                        (0, 2, 1) => self.seed % 2 == 1,
                        // The complement is told of neighbourhoods only.
                        (10, 0..=2, _) => self.seed.is_multiple_of(3),
                        _ => false,
                    };
                    let step = self.steps[level][indicator];
                    for (area, figure) in self.published[level][indicator][year].iter_mut().enumerate() {
                        let missing = level == 3 && indicator != 0 && dice.below(25) == 0;
                        // Nobody knows how many live in one of them.
                        let unknown = level == 3 && indicator == 0 && area == 3 && self.seed % 4 == 1;
                        if untold || missing || unknown {
                            *figure = f64::NAN;
                        } else if step > 0.0 {
                            *figure = (*figure / step).round() * step;
                        }
                    }
                    let _ = unit;
                }
            }
        }
    }

    /// Keeps some figures secret: one in six of all years, and some of one year only, of neighbourhoods and districts.
    fn keep_secret(&mut self, dice: &mut Dice) {
        for (level, indicators) in [(3, vec![7, 9, 11, 13]), (2, vec![13])] {
            for indicator in indicators {
                for area in 0..self.n_areas(level) {
                    let (all, one) = (dice.below(6) == 0, dice.below(12) == 0);
                    for year in (0..3).filter(|year| all || (one && *year == 2)) {
                        // A share and its complement are secret together.
                        let complement = (indicator == 9).then_some(10);
                        for of in [indicator].into_iter().chain(complement) {
                            self.secret[level][of][year][area] = true;
                            self.published[level][of][year][area] = f64::NAN;
                        }
                    }
                }
            }
        }
    }

    /// The build as it would be read.
    pub(crate) fn raw(&self) -> RawBuild {
        let both = |text: &str| Both { nl: text.to_owned(), en: text.to_owned() };
        let indicator = |(at, (id, unit)): (usize, &(&str, &str))| {
            let step = self.steps[3][at];
            IndicatorEntry {
                id: (*id).to_owned(),
                label: both(id),
                explanation: both("Invented."),
                unit: (*unit).to_owned(),
                direction: "higher-is-worse".to_owned(),
                domain: "invented".to_owned(),
                kind: "register".to_owned(),
                modelled_from: Vec::new(),
                population: None,
                weighted_by: None,
                rounding: (step > 0.0).then_some(step),
                rounding_off_by: (step > 0.0).then_some(step / 2.0),
                exact_at: (0..4)
                    .filter(|level| self.steps[*level][at] == 0.0)
                    .map(|it| LEVELS[it].to_owned())
                    .collect(),
                protected: None,
                source: "inventor".to_owned(),
                licence: "CC0-1.0".to_owned(),
            }
        };
        let mut levels = Vec::new();
        let mut entries = Vec::new();
        let mut recipe = RecipeEntry {
            id: "samen".to_owned(),
            level: LEVELS[3].to_owned(),
            sha256: "0".repeat(64),
            n_scored: 0,
            domains: vec!["laag".to_owned(), "misdrijven".to_owned()],
            worst_fraction: Some(0.2),
            cuts: Vec::new(),
            inputs: vec![("laag".to_owned(), "2022".to_owned()), ("misdrijven_per_1000".to_owned(), "2024".to_owned())],
            leads: Vec::new(),
            sure: None,
            bounds_over: vec!["laag".to_owned(), "zeldzaam".to_owned()],
        };
        for (level, name) in LEVELS.iter().enumerate() {
            let (mut columns, mut cells) = (Vec::new(), Vec::new());
            for (indicator, (id, _)) in INDICATORS.iter().enumerate() {
                for (year, period) in YEARS.iter().enumerate() {
                    let figures = &self.published[level][indicator][year];
                    if figures.iter().all(|figure| figure.is_nan()) {
                        continue;
                    }
                    columns.push(ColumnEntry {
                        indicator: (*id).to_owned(),
                        period: period.to_string(),
                        origin: 0,
                        known: figures.iter().filter(|figure| !figure.is_nan()).count(),
                        missing: BTreeMap::new(),
                    });
                    cells.push(RawColumn::new(figures.iter().zip(&self.secret[level][indicator][year]).map(cell)));
                }
            }
            let n_areas = self.n_areas(level);
            let within = (0..level).map(|above| {
                let codes = (0..n_areas).map(|area| Self::code(above, self.within[level][area][above]));
                (LEVELS[above].to_owned(), codes.collect())
            });
            let scores = if level == 3 { vec![self.scores(&mut recipe)] } else { Vec::new() };
            let code = |area| Self::code(level, area);
            // A tenth of each went to the next one.
            let link = |(area, to, share): (usize, usize, f64)| Link {
                from: code(area),
                to: code(to),
                share,
                counted: Some(self.exact[level][0][0][area] * share),
                evidence: "residents".to_owned(),
            };
            let links = (0..n_areas).flat_map(|area| [(area, area, 0.9), (area, (area + 1) % n_areas, 0.1)]);
            levels.push(RawLevel {
                codes: (0..n_areas).map(code).collect(),
                names: (0..n_areas).map(|area| format!("{name} {area}")).collect(),
                within: within.collect(),
                columns: cells,
                outlines: None,
                links: BTreeMap::from([(2021, links.map(link).collect())]),
                scores,
            });
            entries.push(LevelEntry {
                level: (*name).to_owned(),
                boundary_year: 2024,
                n_areas,
                columns,
                rebased_from: vec![2021],
                map: false,
            });
        }
        let manifest = Manifest {
            schema: SCHEMA.to_owned(),
            program: "kapstok 0".to_owned(),
            program_sha256: "0".repeat(64),
            title: both("Invented"),
            country: "invented".to_owned(),
            invented: true,
            min_residents: MIN_RESIDENTS,
            residents: Some("inwoners".to_owned()),
            municipality: None,
            ranking: false,
            data_hash: "0".repeat(64),
            levels: entries,
            indicators: INDICATORS.iter().enumerate().map(indicator).collect(),
            counted: vec![CountedTable {
                id: "geteld".to_owned(),
                label: both("counted"),
                population: "households".to_owned(),
                classes: ["met_0", "met_1", "met_2"].map(str::to_owned).to_vec(),
                last: LastClassWord::OrMore,
                of: vec!["laag".to_owned(), "zeldzaam".to_owned()],
            }],
            crosswalks: Vec::new(),
            recipes: vec![recipe],
        };
        let origin = OriginEntry {
            source: "inventor".to_owned(),
            file: "invented.csv".to_owned(),
            sha256: "0".repeat(64),
            title: "Invented".to_owned(),
            publisher: "Inventor".to_owned(),
            table_id: None,
            licence: "CC0-1.0".to_owned(),
            attribution: "Inventor".to_owned(),
            retrieved: String::new(),
            url: None,
            sheet: None,
            column: "x".to_owned(),
            column_number: 1,
            boundary_year: 2024,
            steps: Vec::new(),
        };
        RawBuild {
            id: format!("seed{}", self.seed),
            manifest,
            origins: vec![origin],
            levels,
            methods: vec![both("")],
            choices: Vec::new(),
        }
    }

    /// Burdens of the neighbourhoods that take part, and bounds on people with both.
    fn scores(&self, recipe: &mut RecipeEntry) -> RecipeScores {
        let n = self.n_areas(3);
        let takes_part = |area: &usize| self.published[3][0][2][*area] >= MIN_RESIDENTS;
        let mut columns: Vec<(String, ScoreCells)> = Vec::new();
        let mut counts = vec![(0.0, 0.0); n];
        for (domain, (indicator, year)) in [("laag", (9, 0)), ("misdrijven", (14, 2))] {
            let figures = &self.published[3][indicator][year];
            let known: Vec<usize> = (0..n).filter(|area| takes_part(area) && !figures[*area].is_nan()).collect();
            let mut sorted: Vec<f64> = known.iter().map(|area| figures[*area]).collect();
            sorted.sort_by(|one, other| other.total_cmp(one));
            let threshold = sorted.get(sorted.len() / 5).copied();
            let mut flags = vec![None; n];
            for &area in &known {
                let is_in = threshold.is_some_and(|threshold| figures[area] >= threshold);
                flags[area] = Some(f64::from(u8::from(is_in)));
                counts[area] = (counts[area].0 + f64::from(u8::from(is_in)), counts[area].1 + 1.0);
            }
            let n_in = flags.iter().flatten().filter(|flag| **flag == 1.0).count();
            recipe.cuts.push(CutEntry { threshold, n_known: known.len(), n_in });
            columns.push((format!("burden_{domain}"), ScoreCells::Numbers(flags)));
        }
        let of = |which: fn(&(f64, f64)) -> f64| {
            ScoreCells::Numbers((0..n).map(|area| takes_part(&area).then(|| which(&counts[area]))).collect())
        };
        columns.push(("burdens".to_owned(), of(|it| it.0)));
        columns.push(("burdens_known".to_owned(), of(|it| it.1)));
        let upper = |area: usize| self.published[3][9][0][area].min(self.published[3][11][0][area]) / 100.0;
        let upper = (0..n).map(|area| Some(upper(area)).filter(|it| !it.is_nan() && takes_part(&area))).collect();
        columns.push(("people_2_upper".to_owned(), ScoreCells::Numbers(upper)));
        columns.push(("people_2_lower".to_owned(), ScoreCells::Numbers(vec![Some(0.0); n])));
        columns.push(("not_counted".to_owned(), ScoreCells::Texts(vec![String::new(); n])));
        RecipeScores::new(0, columns)
    }
}

fn cell((figure, is_secret): (&f64, &bool)) -> Cell {
    let value = Some(*figure).filter(|figure| !figure.is_nan());
    Cell {
        value,
        reason: value.is_none().then(|| if *is_secret { "secret" } else { "not_measured" }.to_owned()),
        mark: String::new(),
        provisional: false,
        margins: None,
        row: Some(1),
        rebased: None,
    }
}

/// Figures of the larger levels from those of the neighbourhoods.
fn upward(within: &[Vec<Vec<usize>>], own: Vec<[Vec<f64>; 3]>) -> Vec<Vec<[Vec<f64>; 3]>> {
    let mut exact = Vec::new();
    for level in 0..3 {
        let mut of_level: Vec<[Vec<f64>; 3]> = Vec::new();
        for (indicator, (_, unit)) in INDICATORS.iter().enumerate() {
            let mut years: [Vec<f64>; 3] = Default::default();
            for (year, figures) in years.iter_mut().enumerate() {
                let mut sums = vec![0.0; within[level].len()];
                let mut weights = sums.clone();
                for (part, above) in within[3].iter().enumerate() {
                    let weight = match *unit {
                        "count" | "km2" => 1.0,
                        "per-km2" => own[16][year][part],
                        _ => own[0][year][part],
                    };
                    sums[above[level]] += weight * own[indicator][year][part];
                    weights[above[level]] += weight;
                }
                if !matches!(*unit, "count" | "km2") {
                    sums.iter_mut().zip(&weights).for_each(|(sum, weight)| *sum /= weight.max(1e-9));
                }
                *figures = sums;
            }
            of_level.push(years);
        }
        exact.push(of_level);
    }
    exact.push(own);
    exact
}

/// A third of the countries does not round, a third to 5 and 0.1, a third to 1 and 1; a municipality counts exactly.
fn steps(seed: u64) -> Vec<Vec<f64>> {
    let step = |level: usize, unit: &str| match (seed % 3, unit) {
        (0, _) => 0.0,
        (_, "count") if level < 2 => 0.0,
        (1, "count") => 5.0,
        (1, "percent" | "per-thousand") => 0.1,
        (2, "percent" | "thousand-euro") => 1.0,
        _ => 0.0,
    };
    (0..4).map(|level| INDICATORS.iter().map(|(_, unit)| step(level, unit)).collect()).collect()
}
