// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `life-expectancy` and `healthy-years`: an abridged life table for each area.
//!
//! # Source
//! Chiang, The life table and its applications (1984): method II, with its variance. Chiang has none for the last age
//! group; that of a binomial rate, m (1 - m) / P, stands there, as in the tool of Public Health England.
//! Toson and Baker, Life expectancy at birth: methodological options for small populations, National Statistics
//! Methodological Series 33 (2003): no table of fewer than 5,000 years lived.
//! Sullivan, A single index of mortality and morbidity, HSMHA Health Reports 86 (1971); both parts of the variance:
//! Jagger and others, Health expectancy calculation by the Sullivan method: a practical guide.

use kapstok_recipe::steps::healthy_years::HealthyYears;
use kapstok_recipe::steps::life_expectancy::{Give, LifeExpectancy};

use crate::figures::Figures;
use crate::normal;
use crate::run::ScoreError;

/// The columns of one age group.
struct Columns<'a> {
    deaths: &'a Figures,
    population: &'a Figures,
    /// Part of the people that is ill, 0 to 1 after division by `whole`, and how many were asked.
    ill: Option<(&'a Figures, Option<&'a Figures>)>,
}

/// The form of an age group: the same in all areas.
#[derive(Clone, Copy)]
struct Form {
    /// Years; `None` for the last.
    width: Option<f64>,
    /// The part of it that those who die in it have lived.
    lived: f64,
}

/// What is known of an age group in one area.
#[derive(Clone, Copy)]
struct Group {
    form: Form,
    deaths: f64,
    population: f64,
    /// The part of the people in good health.
    well: f64,
    /// Its variance.
    well_variance: f64,
}

/// Years and their variance.
#[derive(Clone, Copy, Debug)]
struct Expectancy {
    years: f64,
    variance: f64,
}

/// How a figure is made of an expectancy.
struct Asked {
    give: Give,
    /// Standard errors between the years and the end of their interval.
    distance: f64,
    /// Position of the age group.
    at: usize,
    min_population: f64,
    whole: f64,
}

/// Finds a column by its name.
type Find<'a> = dyn Fn(&str) -> Result<&'a Figures, ScoreError> + Sync + 'a;

/// Life expectancy, `[n_areas]`.
///
/// # Errors
/// [`ScoreError::NoInput`] for a column that is not there; [`ScoreError::Domain`] for deaths or people below 0.
pub(super) fn life_expectancy(
    step: &LifeExpectancy,
    column: &Find<'_>,
    areas: &[String],
) -> Result<Figures, ScoreError> {
    let forms = forms(&step.ages.iter().map(|age| (age.from, age.lived)).collect::<Vec<_>>());
    let columns = step
        .ages
        .iter()
        .map(|age| Ok(Columns { deaths: column(&age.deaths)?, population: column(&age.population)?, ill: None }));
    let columns = columns.collect::<Result<Vec<_>, ScoreError>>()?;
    let from: Vec<f64> = step.ages.iter().map(|age| age.from).collect();
    let (give, min_population) = (step.give, step.min_population);
    let asked = Asked { give, distance: distance(step.confidence), at: at(&from, step.at), min_population, whole: 1.0 };
    all_areas(&forms, &columns, &asked, &step.out, areas)
}

/// Years in good health, `[n_areas]`.
///
/// # Errors
/// As [`life_expectancy`], and for a part that is not within 0 to the whole.
pub(super) fn healthy_years(step: &HealthyYears, column: &Find<'_>, areas: &[String]) -> Result<Figures, ScoreError> {
    let forms = forms(&step.ages.iter().map(|age| (age.from, age.lived)).collect::<Vec<_>>());
    let columns = step.ages.iter().map(|age| {
        let asked = age.asked.as_deref().map(column).transpose()?;
        let ill = Some((column(&age.ill)?, asked));
        Ok(Columns { deaths: column(&age.deaths)?, population: column(&age.population)?, ill })
    });
    let columns = columns.collect::<Result<Vec<_>, ScoreError>>()?;
    let from: Vec<f64> = step.ages.iter().map(|age| age.from).collect();
    let (give, min_population, whole) = (step.give, step.min_population, step.whole);
    let asked = Asked { give, distance: distance(step.confidence), at: at(&from, step.at), min_population, whole };
    all_areas(&forms, &columns, &asked, &step.out, areas)
}

fn forms(ages: &[(f64, Option<f64>)]) -> Vec<Form> {
    let one = |(position, (from, lived)): (usize, &(f64, Option<f64>))| {
        let width = ages.get(position + 1).map(|(next, _)| next - from);
        let is_first_year = *from == 0.0 && width == Some(1.0);
        Form { width, lived: lived.unwrap_or(if is_first_year { 0.1 } else { 0.5 }) }
    };
    ages.iter().enumerate().map(one).collect()
}

fn at(from: &[f64], age: Option<f64>) -> usize {
    age.and_then(|age| from.iter().position(|from| *from == age)).unwrap_or(0)
}

fn distance(confidence: f64) -> f64 {
    normal::quantile(0.5 + confidence / 2.0).unwrap_or_default()
}

fn all_areas(
    forms: &[Form],
    columns: &[Columns<'_>],
    asked: &Asked,
    out: &str,
    areas: &[String],
) -> Result<Figures, ScoreError> {
    let mut groups = Vec::with_capacity(forms.len());
    let one = |(area_index, area): (usize, &String)| {
        groups.clear();
        for (form, columns) in forms.iter().zip(columns) {
            let error = |value: f64, what| {
                let (step, area) = (out.to_owned(), area.clone());
                ScoreError::Domain { step, area, value, what }
            };
            groups.extend(group(*form, columns, area_index, asked.whole, error)?);
        }
        let is_whole = groups.len() == forms.len();
        let found =
            Some(&groups).filter(|_| is_whole).and_then(|groups| expectancy(groups, asked.at, asked.min_population));
        Ok(found.map(|Expectancy { years, variance }| match asked.give {
            Give::Value => years,
            Give::Lower => years - asked.distance * variance.sqrt(),
            Give::Upper => years + asked.distance * variance.sqrt(),
            Give::StandardError => variance.sqrt(),
        }))
    };
    areas.iter().enumerate().map(one).collect()
}

/// One age group of one area; `None` when something of it is not known.
fn group(
    form: Form,
    columns: &Columns<'_>,
    area_index: usize,
    whole: f64,
    error: impl Fn(f64, &'static str) -> ScoreError,
) -> Result<Option<Group>, ScoreError> {
    let counts = (columns.deaths.get(area_index), columns.population.get(area_index));
    if let Some(value) = [counts.0, counts.1].into_iter().flatten().find(|value| *value < 0.0) {
        return Err(error(value, "is below 0"));
    }
    let (mut well, mut well_variance) = (Some(1.0), Some(0.0));
    if let Some((ill, asked)) = columns.ill {
        let ill = ill.get(area_index);
        if let Some(value) = ill.filter(|ill| !(0.0..=whole).contains(ill)) {
            return Err(error(value, "is not a part of the whole"));
        }
        well = ill.map(|ill| 1.0 - ill / whole);
        well_variance = match asked {
            None => Some(0.0),
            Some(asked) => {
                let asked = asked.get(area_index).filter(|asked| *asked > 0.0);
                well.zip(asked).map(|(well, asked)| well * (1.0 - well) / asked)
            }
        };
    }
    let known = (counts.0, counts.1, well, well_variance);
    let (Some(deaths), Some(population), Some(well), Some(well_variance)) = known else { return Ok(None) };
    Ok(Some(Group { form, deaths, population, well, well_variance }))
}

/// The years after the beginning of group `at`, of all groups of an area.
///
/// `None` with fewer people than `min_population`, with nobody in a group, without deaths in the last group (no rate,
/// no end), with more deaths than people in it, and where nobody would live through another group.
fn expectancy(groups: &[Group], at: usize, min_population: f64) -> Option<Expectancy> {
    let people: f64 = groups.iter().map(|group| group.population).sum();
    let last = groups.last()?;
    let has_end = last.deaths > 0.0 && last.deaths <= last.population;
    if people < min_population || groups.iter().any(|group| group.population <= 0.0) || !has_end {
        return None;
    }
    // For each group: the part of those born that reaches it, and the years lived in it by all of them.
    let mut reach = 1.0;
    let mut rows: Vec<Row> = Vec::with_capacity(groups.len());
    for group in groups {
        let rate = group.deaths / group.population;
        let row = match group.form.width {
            None => {
                // That of 1 / m, with m (1 - m) / P for that of m.
                let variance = (1.0 - rate) / (group.deaths * rate * rate);
                Row { reach, lived: reach / rate, variance }
            }
            Some(width) => {
                let dying = width * rate / (1.0 + width * (1.0 - group.form.lived) * rate);
                if dying >= 1.0 {
                    return None;
                }
                let reached = reach;
                reach *= 1.0 - dying;
                let lived = width * (reach + group.form.lived * reached * dying);
                let variance = if group.deaths > 0.0 { dying * dying * (1.0 - dying) / group.deaths } else { 0.0 };
                Row { reach: reached, lived, variance }
            }
        };
        rows.push(row);
    }
    let (mut years, mut variance) = (0.0, 0.0);
    // Years ahead of one who reaches the group after this one.
    let mut ahead = 0.0;
    for (group, row) in groups.iter().zip(&rows).skip(at).rev() {
        let of_death = match group.form.width {
            None => group.well,
            Some(width) => (1.0 - group.form.lived) * width * group.well + ahead,
        };
        variance += row.reach * row.reach * of_death * of_death * row.variance;
        variance += row.lived * row.lived * group.well_variance;
        years += row.lived * group.well;
        ahead = years / row.reach;
    }
    let reach = rows.get(at)?.reach;
    Some(Expectancy { years: years / reach, variance: variance / (reach * reach) })
}

/// One row of a life table.
#[derive(Clone, Copy)]
struct Row {
    /// The part of those born that reaches it.
    reach: f64,
    /// The years lived in it.
    lived: f64,
    /// Variance of the chance to live through it; in the last group that of the years of one who reaches it.
    variance: f64,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// From, people, deaths.
    const PUBLISHED: [(f64, f64, f64); 20] = [
        (0.0, 7060.0, 17.0),
        (1.0, 35059.0, 9.0),
        (5.0, 46974.0, 4.0),
        (10.0, 48489.0, 8.0),
        (15.0, 43219.0, 20.0),
        (20.0, 38561.0, 15.0),
        (25.0, 46009.0, 24.0),
        (30.0, 57208.0, 33.0),
        (35.0, 61435.0, 50.0),
        (40.0, 55601.0, 71.0),
        (45.0, 50209.0, 100.0),
        (50.0, 56416.0, 163.0),
        (55.0, 46411.0, 263.0),
        (60.0, 39820.0, 304.0),
        (65.0, 37978.0, 536.0),
        (70.0, 37039.0, 872.0),
        (75.0, 33288.0, 1390.0),
        (80.0, 23306.0, 1605.0),
        (85.0, 11936.0, 1936.0),
        (90.0, 11936.0, 1937.0),
    ];

    fn groups(counts: &[(f64, f64, f64)]) -> Vec<Group> {
        let forms = forms(&counts.iter().map(|(from, _, _)| (*from, None)).collect::<Vec<_>>());
        let one = |(form, (_, population, deaths)): (Form, &(f64, f64, f64))| Group {
            form,
            deaths: *deaths,
            population: *population,
            well: 1.0,
            well_variance: 0.0,
        };
        forms.into_iter().zip(counts).map(one).collect()
    }

    #[test]
    fn a_life_table_is_that_of_public_health_england() {
        // Values, lower and upper ends at 95 %: tests/testthat/testLifeExpectancy.R of the R package PHEindicatormethods
        // (GPL-3; the figures alone), which holds the life expectancy template of Public Health England.
        let expected = [
            (0, 80.169_608_13, 79.883_366_42, 80.455_849_84),
            (1, 79.362_456_74, 79.090_601_94, 79.634_311_54),
            (2, 75.441_936_45, 75.174_807_63, 75.709_065_27),
            (8, 46.067_404_25, 45.827_503_76, 46.307_304_73),
            (14, 18.768_568_52, 18.576_983_3, 18.960_153_73),
            (18, 6.163_942_934, 5.984_345_957, 6.343_539_911),
            (19, 6.162_106_35, 5.910_935_446, 6.413_277_255),
        ];
        for (at, value, lower, upper) in expected {
            let found = expectancy(&groups(&PUBLISHED), at, 5000.0).unwrap();
            let half = distance(0.95) * found.variance.sqrt();
            for (ours, theirs) in [(found.years, value), (found.years - half, lower), (found.years + half, upper)] {
                assert!((ours - theirs).abs() < 1e-4, "at {at}: {ours} for {theirs}");
            }
        }
    }

    #[test]
    fn healthy_years_are_those_of_the_published_tables() {
        // France, women, 1991, tables 1 and 3 of Hauet, Sullivan indicator: definition (Euro-REVES, INED, 1997), from 65
        // on, where no row is left out: l, L, part disabled, variance of that part; then years (one decimal) and
        // standard error (two decimals).
        let printed = [
            (89_367.0, 436_589.0, 0.196, 0.000_281, 12.3, 0.22),
            (84_968.0, 408_793.0, 0.286, 0.000_507, 8.8, 0.21),
            (78_012.0, 364_013.0, 0.370, 0.000_675, 5.8, 0.20),
            (66_625.0, 290_533.0, 0.513, 0.000_914, 3.4, 0.18),
            (48_532.0, 289_068.0, 0.710, 0.000_805, 1.7, 0.17),
        ];
        // Deaths and people that give these l and L, so many of them that only the part disabled varies.
        let many = 1e12;
        let group = |position: usize| {
            let (reach, lived, disabled, well_variance, _, _) = printed[position];
            let next = printed.get(position + 1).map(|row| row.0);
            let dying = reach - next.unwrap_or(0.0);
            let width = next.map(|_| 5.0);
            let share = next.map_or(0.0, |next| (lived / 5.0 - next) / dying);
            let form = Form { width, lived: share };
            Group { form, deaths: dying * many, population: lived * many, well: 1.0 - disabled, well_variance }
        };
        let groups: Vec<Group> = (0..printed.len()).map(group).collect();
        for (at, (_, _, _, _, years, error)) in printed.iter().enumerate() {
            let found = expectancy(&groups, at, 0.0).unwrap();
            assert!((found.years - years).abs() <= 0.051, "at {at}: {} for {years}", found.years);
            assert!((found.variance.sqrt() - error).abs() <= 0.005_1, "at {at}: {} for {error}", found.variance.sqrt());
        }
    }

    #[test]
    fn both_parts_of_the_variance_are_what_a_small_change_of_each_figure_gives() {
        // The delta method by differences: the rate of each group varies by D / P², the part well by its variance.
        let mut groups = groups(&PUBLISHED);
        for (position, group) in groups.iter_mut().enumerate() {
            group.well = 0.98 - 0.03 * position as f64;
            group.well_variance = group.well * (1.0 - group.well) / 400.0;
        }
        let found = expectancy(&groups, 0, 5000.0).unwrap();
        let mut variance = 0.0;
        for position in 0..groups.len() {
            let changed = |deaths: f64, well: f64| {
                let mut groups = groups.clone();
                groups[position].deaths *= 1.0 + deaths;
                groups[position].well += well;
                expectancy(&groups, 0, 5000.0).unwrap().years
            };
            let by_deaths = (changed(1e-6, 0.0) - changed(-1e-6, 0.0)) / 2e-6;
            let by_well = (changed(0.0, 1e-6) - changed(0.0, -1e-6)) / 2e-6;
            let group = &groups[position];
            // Chiang's variance of a closed group is binomial: 1 - q times that of a count without a bound, and q changes
            // with the rate by a factor that makes it q² (1 - q) / D. In the last group it is that of a binomial rate.
            let rate = group.deaths / group.population;
            let binomial = group.form.width.map_or(1.0 - rate, |width| {
                let below = 1.0 + width * (1.0 - group.form.lived) * rate;
                (1.0 - width * rate / below) * below * below
            });
            variance += by_deaths * by_deaths / group.deaths * binomial + by_well * by_well * group.well_variance;
        }
        assert!((found.variance / variance - 1.0).abs() < 1e-6, "{} and {variance}", found.variance);
    }

    #[test]
    fn without_people_or_an_end_there_is_no_table() {
        let changed = |position: usize, population: f64, deaths: f64| {
            let mut counts = PUBLISHED;
            (counts[position].1, counts[position].2) = (population, deaths);
            expectancy(&groups(&counts), 0, 5000.0).map(|found| found.years)
        };
        assert_eq!(changed(3, 0.0, 0.0), None, "nobody in a group");
        assert_eq!(changed(19, 11936.0, 0.0), None, "no deaths at the end");
        assert_eq!(changed(19, 1000.0, 1001.0), None, "more deaths than people at the end");
        assert_eq!(changed(3, 10.0, 8.0), None, "more deaths than five years of ten people can have");
        assert!(changed(3, 48489.0, 0.0).is_some(), "no deaths in a group in between");
        assert!(expectancy(&groups(&PUBLISHED), 0, 1e6).is_none(), "too few people");
    }

    proptest! {
        #[test]
        fn years_rise_where_deaths_fall_and_are_fewer_in_good_health(
            position in 0usize..20, fall in 0.1f64..0.9, well in 0.0f64..1.0,
        ) {
            let all = groups(&PUBLISHED);
            let mut fewer = all.clone();
            fewer[position].deaths *= fall;
            let years = |groups: &[Group]| expectancy(groups, 0, 5000.0).unwrap().years;
            prop_assert!(years(&fewer) > years(&all));
            let mut ill = all.clone();
            ill[position].well = well;
            prop_assert!(years(&ill) <= years(&all) && years(&ill) > 0.0);
        }
    }
}
