// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Halve the number of children in poverty in four years, worked out for the 32,844 areas of England in 2019. Expected
//! numbers were counted by another program from the same files, with fractions. Without the files (`KAPSTOK_DATA`, or
//! `../shared/data` beside the checkout) it says what was not run.
//!
//! The file of indicators gives children in income deprivation per area in steps of five, and nothing for 4,553 areas
//! with few of them. The file of districts gives the rate of each; rate times children is a total that the areas
//! without a figure are part of (to half of the last digit: 5,203 children of 1.8 million).

#![expect(clippy::unwrap_used, reason = "helpers of tests")]
#![expect(clippy::disallowed_methods, reason = "tests read files; the crate does not")]

use std::collections::BTreeMap;
use std::path::PathBuf;

use kapstok_find::ambition::{
    Absence, Ambition, AreaStanding, Count, Published, Quantity, Ratio, Rule, Translation, Unreachable, by_class,
    deciles, moved, translate,
};
use kapstok_find::detectable::Way;
use kapstok_source::{Limits, RawTable, ReadOptions, read};
use kapstok_table::WhyMissing;

const FOLDER: &str = "oracles/imd2019";

fn table(name: &str, sheet: Option<&str>) -> Option<RawTable> {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let root = std::env::var_os("KAPSTOK_DATA").map_or_else(beside, PathBuf::from);
    let Ok(bytes) = std::fs::read(root.join(FOLDER).join(name)) else {
        println!("not run: {FOLDER}/{name} is not at hand");
        return None;
    };
    let options = ReadOptions { sheet: sheet.map(str::to_owned), header_rows: 1 };
    Some(read(name, &bytes, &options, &Limits::default()).0.unwrap())
}

fn at(raw: &RawTable, title: &str) -> usize {
    raw.titles().position(|found| found.trim() == title).unwrap_or_else(|| panic!("no `{title}`"))
}

struct England {
    standings: Vec<AreaStanding>,
    district_of: BTreeMap<String, usize>,
    n_districts: usize,
    published: Published,
}

fn england() -> Option<England> {
    let (areas, figures) = (table("iod2019_lsoa.csv.gz", None)?, table("iod2019_indicators_file8.csv.gz", None)?);
    let districts = table("File_10_IoD2019_LAD_summaries.xlsx", Some("IDACI"))?;
    let numerator = at(&figures, "income_deprivation_affecting_children_index_idaci_numerator");
    let code = at(&figures, "lsoa11_code");
    let persons: BTreeMap<String, Count> = (0..figures.n_rows())
        .map(|row| {
            let text = figures.cell(row, numerator).text;
            // Empty where there are few: nobody may be recognised.
            let count = if text.is_empty() {
                Count::Missing(WhyMissing::Secret)
            } else {
                Count::Known(text.strip_suffix(".0").unwrap_or(text).parse().unwrap())
            };
            (figures.cell(row, code).text.to_owned(), count)
        })
        .collect();
    // Thousandths: the rate has three digits.
    let (code, rate) =
        (at(&districts, "Local Authority District code (2019)"), at(&districts, "IDACI - Average score"));
    let rates: BTreeMap<String, u64> = (0..districts.n_rows())
        .map(|row| {
            let rate: f64 = districts.cell(row, rate).text.parse().unwrap();
            (districts.cell(row, code).text.to_owned(), (rate * 1000.0).round() as u64)
        })
        .collect();
    let numbers: BTreeMap<&str, usize> = rates.keys().enumerate().map(|(at, code)| (code.as_str(), at)).collect();
    let (code, children, district) = (at(&areas, "lsoa11_code"), at(&areas, "pop_0_15"), at(&areas, "lad19_code"));
    let (mut standings, mut district_of) = (Vec::new(), BTreeMap::new());
    let (mut thousandths, mut population) = (0, 0);
    for row in 0..areas.n_rows() {
        let code = areas.cell(row, code).text.to_owned();
        let children: u64 = areas.cell(row, children).text.parse().unwrap();
        let district = areas.cell(row, district).text;
        thousandths += rates[district] * children;
        population += children;
        district_of.insert(code.clone(), numbers[district]);
        let population = Count::Known(children);
        standings.push(AreaStanding { persons: persons[&code], code, population, earlier: Vec::new() });
    }
    let published = Published { persons: (thousandths + 500) / 1000, population };
    Some(England { standings, district_of, n_districts: rates.len(), published })
}

struct Tally {
    passed: usize,
    failed: Vec<String>,
}

impl Tally {
    fn hold<T: PartialEq + std::fmt::Debug>(&mut self, what: &str, found: T, expected: T) {
        if found == expected {
            self.passed += 1;
        } else {
            self.failed.push(format!("{what}: {found:?}, not {expected:?}"));
        }
    }
}

fn halve(published: Option<Published>) -> Ambition {
    let quantity = Quantity::ByPart(Ratio::new(1, 2).unwrap());
    Ambition { way: Way::Down, quantity, anchor: 2019, deadline: 2023, at_most: Ratio::ONE, published }
}

fn of_rule(made: &Translation, rule: Rule) -> &[u64] {
    &made.rules.iter().find(|it| it.rule == rule).unwrap().cuts
}

#[test]
fn to_halve_child_poverty_in_england_reconciles_under_every_rule() {
    let Some(england) = england() else { return };
    let mut tally = Tally { passed: 0, failed: Vec::new() };
    for (name, published) in [("areas", None), ("published", Some(england.published))] {
        let made = translate(&halve(published), &england.standings, &Rule::ALL).unwrap();
        let totals = made.totals;
        println!("{name}: {totals:?}");
        tally.hold("areas", (made.areas.len(), made.absent.len()), (28_291, 4_553));
        let secret = Absence::Persons(WhyMissing::Secret);
        tally.hold("reasons", made.absent.iter().filter(|it| it.why == secret).count(), 4_553);
        tally.hold("known", (totals.persons, totals.population), (1_731_785, 9_304_772));
        let expected = if published.is_some() { PUBLISHED } else { AREAS };
        tally.hold("totals", [totals.whole, totals.end, totals.asked, totals.carried], expected.totals);
        for (rule, (sum, n_asked)) in made.rules.iter().zip(expected.rules) {
            let cut: u64 = rule.cuts.iter().sum();
            tally.hold("the sum", (rule.sum, rule.sum + rule.miss), (cut, totals.asked));
            let asked = rule.cuts.iter().filter(|cut| **cut > 0).count();
            tally.hold(rule.rule.word(), (rule.sum, asked), (sum, n_asked));
            let ends: u64 = made.areas.iter().zip(&rule.cuts).map(|(area, cut)| area.persons - cut).sum();
            tally.hold("persons reconcile", ends + cut, totals.persons);
            let not_seen = (0..made.areas.len())
                .filter(|area| made.asked(rule, *area).unwrap().unreachable == Some(Unreachable::NotSeen))
                .count();
            println!(
                "  {}: {:?} sum {} miss {} asked of {asked}, not seen in {not_seen}",
                rule.rule.word(),
                rule.figure.map(Ratio::to_f64),
                rule.sum,
                rule.miss
            );
        }
        places(&made, &england, &mut tally);
    }
    println!("{} passed, {} failed", tally.passed, tally.failed.len());
    assert!(tally.failed.is_empty(), "{:?}", tally.failed);
}

/// Districts and tenths: what each rule asks of them adds up, and the rules lean as they say.
fn places(made: &Translation, england: &England, tally: &mut Tally) {
    let of: Vec<Option<usize>> = made.areas.iter().map(|it| Some(england.district_of[&it.code])).collect();
    let pairs: Vec<(u64, u64)> = made.areas.iter().map(|it| (it.persons, it.population)).collect();
    let tenths = deciles(&pairs);
    let mut first = Vec::new();
    for rule in &made.rules {
        let by_district: u64 = by_class(&rule.cuts, &of, england.n_districts).iter().map(|it| it.cut).sum();
        let by_tenth = by_class(&rule.cuts, &tenths, 10);
        tally.hold("districts add up", by_district, rule.sum);
        tally.hold("tenths add up", by_tenth.iter().map(|it| it.cut).sum(), rule.sum);
        first.push(by_tenth[0].cut as f64 / rule.sum as f64);
        println!("  {} by tenth: {:?}", rule.rule.word(), by_tenth.iter().map(|it| it.cut).collect::<Vec<_>>());
    }
    tally.hold("the same part leans least on the first tenth", first.iter().all(|it| *it >= first[0]), true);
    let change = moved(of_rule(made, Rule::SamePart), of_rule(made, Rule::SameLevel));
    println!("  from the same part to the same level: {change:?}");
    tally.hold("what some are asked more, others are asked less", change.more, change.less);
}

struct Expected {
    /// Whole, end, asked, carried.
    totals: [u64; 4],
    /// Per rule the sum, and areas that are asked anything.
    rules: [(u64, usize); 4],
}

/// The known areas are the whole.
const AREAS: Expected = Expected {
    totals: [1_731_785, 865_892, 865_893, 865_893],
    rules: [(865_893, 28_291), (865_893, 18_176), (455_757, 10_900), (865_893, 5_989)],
};

/// The rates of the districts are the whole; 22,888 of what is asked lies where no figure is.
const PUBLISHED: Expected = Expected {
    totals: [1_777_562, 888_781, 888_781, 865_893],
    rules: [(865_893, 28_291), (865_893, 18_176), (519_564, 12_022), (865_893, 5_989)],
};
