// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok space FILE`: statistics of a map, or its figures on another map, one row per area as CSV on standard output.
//!
//! What the map lacks, which areas are islands, and what came out stand on standard error, in a few sentences.

mod map;
mod neighbours;
mod onto;
mod output;

use std::io::Write;
use std::path::Path;

use kapstok_source::RawTable;
use kapstok_space::Classes;
use kapstok_space::autocorrelation::{
    Itself, Moran, NoMeasure, Permutations, Quadrant, empirical_bayes_rates, false_discovery_rate, getis_ord,
    local_moran,
};
use kapstok_space::scan::{NoScan, ScanOptions};
use kapstok_table::{Place, Problem};

use crate::bare::read_typed;
use crate::cli::{Space, Statistic};
use crate::failure::Failure;
use crate::problems::{self, Texts};
use crate::workspace::any_error;
use kapstok_share::words::Words;
use map::Map;
use output::{Cells, Output};

/// Computes a statistic of a map.
///
/// # Errors
/// [`Failure::Problems`] for what the file or the options do not hold.
pub(crate) fn space(typed: &Space, words: &Words, out: &mut dyn Write) -> Result<(), Failure> {
    let raw = opened(&typed.file, words)?;
    let map = Map::new(&raw, typed.code.as_deref(), &typed.missing).map_err(|problem| fail(vec![problem]))?;
    if let Some(file) = &typed.onto {
        return onto::onto(typed, &map, file, words, out);
    }
    let output = match typed.stat {
        Some(Statistic::Classes) => classes(typed, &map, words)?,
        Some(Statistic::Scan) => scan(typed, &map, words)?,
        Some(stat) => of_neighbours(typed, stat, &map, words)?,
        // Only without the other map, which the command line does not let through.
        None => return Err(fail(vec![Problem::error("K0707", Place::file(map.file())).with("found", "--stat")])),
    };
    output.print(&map, out)
}

/// The table of a file that was typed; doubts about it are told.
fn opened(file: &Path, words: &Words) -> Result<RawTable, Failure> {
    let (raw, doubts) = read_typed(file, None)?;
    if any_error(&doubts) {
        return Err(fail(doubts));
    }
    problems::print(&doubts, &Texts::new(), words, &mut std::io::stderr()).map_err(crate::standard_output)?;
    Ok(raw)
}

fn fail(problems: Vec<Problem>) -> Failure {
    Failure::Problems { problems, texts: Texts::new() }
}

/// The figures that were asked for: a column, or the rates of two.
fn figures(typed: &Space, map: &Map<'_>) -> Result<Vec<Option<f64>>, Failure> {
    match (&typed.value, &typed.cases, &typed.population) {
        (Some(value), None, None) => map.numbers(value).map_err(fail),
        (None, Some(cases), Some(population)) => {
            let (cases, population) = both(map, cases, population)?;
            Ok(empirical_bayes_rates(&cases, &population))
        }
        _ => Err(fail(vec![Problem::error("K0707", Place::file(map.file())).with("found", "--value")])),
    }
}

type Numbers = Vec<Option<f64>>;

fn both(map: &Map<'_>, cases: &str, population: &str) -> Result<(Numbers, Numbers), Failure> {
    match (map.numbers(cases), map.numbers(population)) {
        (Ok(cases), Ok(population)) => Ok((cases, population)),
        (cases, population) => Err(fail([cases, population].into_iter().filter_map(Result::err).flatten().collect())),
    }
}

fn of_neighbours(typed: &Space, stat: Statistic, map: &Map<'_>, words: &Words) -> Result<Output, Failure> {
    let values = figures(typed, map)?;
    let weights = neighbours::weights(typed, map, words)?;
    neighbours::write(typed, map, &weights)?;
    let permutations = Some(Permutations { number: typed.permutations, seed: typed.seed });
    let no_measure = |error: NoMeasure| fail(vec![no_measure(map, error)]);
    let mut output = Output::default();
    output.add("value", Cells::Numbers(values.clone()));
    let (measures, quadrant) = match stat {
        Statistic::Moran => {
            let moran = Moran::new(&weights.row_standardised(), &values, permutations).map_err(no_measure)?;
            tell_moran(&moran, map, words);
            output.whole = whole(&moran);
            return Ok(output);
        }
        Statistic::Gi => (getis_ord(&weights, &values, Itself::LeftOut, permutations).map_err(no_measure)?, None),
        Statistic::GiStar => (getis_ord(&weights, &values, Itself::Included, permutations).map_err(no_measure)?, None),
        _ => {
            let local = local_moran(&weights.row_standardised(), &values, permutations).map_err(no_measure)?;
            (local.measures, Some(local.quadrant))
        }
    };
    let flags = false_discovery_rate(&measures.pseudo_p, typed.rate);
    tell_islands(map, &measures.islands, measures.n_missing, words);
    let n_flagged = flags.flagged.iter().filter(|flag| **flag == Some(true)).count();
    let facts =
        [("n", n_flagged.to_string()), ("rate", typed.rate.to_string()), ("number", typed.permutations.to_string())];
    tell("space-flagged", &facts, words);
    if let (None, Some(n_needed)) = (flags.largest, out_of_reach(&measures.pseudo_p, typed)) {
        tell(
            "space-more-permutations",
            &[("n", n_needed.to_string()), ("number", typed.permutations.to_string())],
            words,
        );
    }
    let mut is_island = vec![false; map.n_areas()];
    measures.islands.iter().for_each(|area| is_island[*area as usize] = true);
    output.add("statistic", Cells::Numbers(measures.statistic));
    if let Some(quadrant) = quadrant {
        output.add("quadrant", Cells::Texts(quadrant.into_iter().map(|quadrant| quadrant.map(named)).collect()));
    }
    output.add("p", Cells::Numbers(measures.pseudo_p));
    output.add("fdr", Cells::Flags(flags.flagged));
    output.add("island", Cells::Flags(is_island.into_iter().map(Some).collect()));
    Ok(output)
}

/// How many areas would have to have the smallest probability that there can be before one is flagged; nothing where
/// as many have it, or where none has.
fn out_of_reach(p: &[Option<f64>], typed: &Space) -> Option<usize> {
    let smallest = 1.0 / (f64::from(typed.permutations) + 1.0);
    let n_smallest = p.iter().flatten().filter(|p| **p <= smallest).count();
    let n_needed = (smallest * p.iter().flatten().count() as f64 / typed.rate).ceil() as usize;
    (n_smallest > 0 && n_smallest < n_needed).then_some(n_needed)
}

fn named(quadrant: Quadrant) -> String {
    match quadrant {
        Quadrant::HighHigh => "high-high",
        Quadrant::LowHigh => "low-high",
        Quadrant::LowLow => "low-low",
        Quadrant::HighLow => "high-low",
    }
    .to_owned()
}

fn whole(moran: &Moran) -> Vec<(&'static str, f64)> {
    let mut whole = vec![
        ("moran", moran.statistic),
        ("expected", moran.expected),
        ("variance_normal", moran.variance_normal),
        ("z_normal", moran.z_normal()),
        ("variance_randomisation", moran.variance_randomisation),
        ("z_randomisation", moran.z_randomisation()),
        ("areas", moran.n_known as f64),
        ("islands", moran.islands.len() as f64),
    ];
    whole.extend(moran.permuted.map(|permuted| ("p", permuted.pseudo_p)));
    whole
}

fn tell_moran(moran: &Moran, map: &Map<'_>, words: &Words) {
    tell_islands(map, &moran.islands, map.n_areas() - moran.n_known, words);
}

fn scan(typed: &Space, map: &Map<'_>, words: &Words) -> Result<Output, Failure> {
    let (Some(cases), Some(population)) = (&typed.cases, &typed.population) else {
        return Err(fail(vec![Problem::error("K0707", Place::file(map.file())).with("found", "scan")]));
    };
    let (cases, population) = both(map, cases, population)?;
    let options = ScanOptions { largest_share: typed.largest, n_simulations: typed.permutations, seed: typed.seed };
    let found = kapstok_space::scan::scan(&map.centres(), &cases, &population, options).map_err(|error| {
        let (reason, area) = match error {
            NoScan::Share => ("share", None),
            NoScan::Cases => ("cases", None),
            NoScan::Figure { area } => ("figure", Some(area)),
            NoScan::Shape => ("shape", None),
        };
        let place = Place { row: area.map(|area| map.row_number(area)), ..Place::file(map.file()) };
        fail(vec![Problem::error("K0709", place).with("reason", reason)])
    })?;
    let empty = || vec![None; map.n_areas()];
    let (mut cluster, mut ratio, mut p, mut expected) = (empty(), empty(), empty(), empty());
    for (number, found) in (1_u32..).zip(&found.clusters) {
        for &area in &found.areas {
            let area = area as usize;
            (cluster[area], ratio[area]) = (Some(f64::from(number)), Some(found.log_likelihood_ratio));
            (p[area], expected[area]) = (Some(found.pseudo_p), Some(found.cases as f64 / found.expected));
        }
    }
    let rare = found.clusters.iter().filter(|cluster| cluster.pseudo_p <= typed.rate).count();
    let facts = [("n", rare.to_string()), ("rate", typed.rate.to_string()), ("missing", found.n_left_out.to_string())];
    tell("space-scanned", &facts, words);
    let mut output = Output::default();
    output.add("cases", Cells::Numbers(cases));
    output.add("population", Cells::Numbers(population));
    output.add("cluster", Cells::Numbers(cluster));
    output.add("log_likelihood_ratio", Cells::Numbers(ratio));
    output.add("times_expected", Cells::Numbers(expected));
    output.add("p", Cells::Numbers(p));
    Ok(output)
}

fn classes(typed: &Space, map: &Map<'_>, words: &Words) -> Result<Output, Failure> {
    let values = figures(typed, map)?;
    let known: Vec<f64> = values.iter().flatten().copied().collect();
    let classes = Classes::fisher_jenks(&known, usize::from(typed.classes));
    let ends: Vec<String> = classes.classes.iter().map(|class| class.highest.to_string()).collect();
    let fit = classes.goodness_of_fit().map_or_else(|| "-".to_owned(), |fit| format!("{fit:.4}"));
    tell("space-classes", &[("n", ends.len().to_string()), ("ends", ends.join(" ")), ("fit", fit)], words);
    let class = |value: &Option<f64>| value.and_then(|value| classes.class_of(value)).map(|class| class as f64 + 1.0);
    let mut output = Output::default();
    output.add("class", Cells::Numbers(values.iter().map(class).collect()));
    output.columns.insert(0, ("value".into(), Cells::Numbers(values)));
    Ok(output)
}

fn no_measure(map: &Map<'_>, error: NoMeasure) -> Problem {
    let reason = match error {
        NoMeasure::Shape { .. } => "shape",
        NoMeasure::TooFew { .. } => "few",
        NoMeasure::AllTheSame => "same",
        NoMeasure::NoNeighbours => "neighbours",
        NoMeasure::BelowZero => "below",
    };
    Problem::error("K0706", Place::file(map.file())).with("reason", reason)
}

/// Names islands, and says how many areas have no figure.
fn tell_islands(map: &Map<'_>, islands: &[u32], n_missing: usize, words: &Words) {
    tell("space-areas", &[("n", map.n_areas().to_string()), ("missing", n_missing.to_string())], words);
    if !islands.is_empty() {
        let codes: Vec<&str> = islands.iter().map(|area| map.codes[*area as usize].as_str()).collect();
        tell("space-islands", &[("n", islands.len().to_string()), ("areas", codes.join(", "))], words);
    }
}

fn tell(key: &str, facts: &[(&str, String)], words: &Words) {
    let facts: Vec<(&str, &str)> = facts.iter().map(|(name, value)| (*name, value.as_str())).collect();
    eprintln!("{}", words.say(key, &facts));
}
