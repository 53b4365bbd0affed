// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok reconcile`: published totals beside ours, with the difference and its cause.
//!
//! For every count that is there at a level and at a level above: the sum of the smaller areas against
//! the published figure of the larger. What an analyst checks before trusting anything else.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};
use serde::Serialize;

use crate::build::manifest::LevelEntry;
use crate::build::store::{Figure, Store};
use crate::failure::Failure;
use crate::words::Words;

/// Why a sum differs from the published total.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Cause {
    /// It does not.
    None,
    /// Within what the rounding of the cells allows.
    Rounding,
    /// Cells are withheld; the rest stays below the total.
    SecretCells,
    /// Cells have no figure for another reason; the rest stays below the total.
    MissingCells,
    /// Cells could not be brought onto the map.
    LostInRecoding,
    /// Cells were made from areas that were divided.
    Recoding,
    /// None of these: look at it.
    Unexplained,
}

impl Cause {
    fn key(self) -> &'static str {
        match self {
            Self::None => "cause-none",
            Self::Rounding => "cause-rounding",
            Self::SecretCells => "cause-secret-cells",
            Self::MissingCells => "cause-missing-cells",
            Self::LostInRecoding => "cause-lost-in-recoding",
            Self::Recoding => "cause-recoding",
            Self::Unexplained => "cause-unexplained",
        }
    }
}

/// One line: one count, one period, one larger area.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Line {
    level: String,
    area: String,
    name: String,
    indicator: String,
    period: String,
    summed_level: String,
    published: f64,
    ours: f64,
    difference: f64,
    /// How far rounding alone can bring them apart.
    rounding_allows: f64,
    /// The most that the cells without a figure can hold, where that is known.
    missing_allow: Option<f64>,
    n_areas: usize,
    n_missing: usize,
    n_secret: usize,
    n_lost: usize,
    n_changed: usize,
    pub(crate) cause: Cause,
}

/// All lines of the current build.
///
/// # Errors
/// No build, or a build that cannot be read.
pub(crate) fn reconcile(dir: &Path) -> Result<(Store, Vec<Line>), Failure> {
    let store = Store::current(dir)?;
    let mut lines = Vec::new();
    let levels = &store.manifest.levels;
    for (position, upper) in levels.iter().enumerate() {
        for lower in &levels[position + 1..] {
            lines.extend(between(&store, upper, lower, levels)?);
        }
    }
    Ok((store, lines))
}

/// For each area of the lower level, the position of the area of the upper level that it lies in.
fn positions_above(
    store: &Store,
    upper: &LevelEntry,
    lower: &LevelEntry,
    levels: &[LevelEntry],
) -> Result<Vec<Option<usize>>, Failure> {
    let above = store.areas(&upper.level)?;
    let mut parents: BTreeMap<String, String> = BTreeMap::new();
    for level in levels {
        let areas = store.areas(&level.level)?;
        parents.extend(areas.codes.into_iter().zip(areas.parents));
    }
    let lower = store.areas(&lower.level)?;
    let find = |code: &String| {
        let mut code = code;
        // No hierarchy has more levels than this; a loop in the parents ends here.
        for _ in 0..16 {
            if let Some(position) = above.index_of(code) {
                return Some(position);
            }
            code = parents.get(code)?;
        }
        None
    };
    // With one area at the top, everything lies in it, even where a level between is not in the workspace.
    let only = (upper.n_areas == 1 && upper.level == levels[0].level).then_some(0);
    Ok(lower.codes.iter().map(|code| find(code).or(only)).collect())
}

fn between(store: &Store, upper: &LevelEntry, lower: &LevelEntry, levels: &[LevelEntry]) -> Result<Vec<Line>, Failure> {
    let above = positions_above(store, upper, lower, levels)?;
    let upper_areas = store.areas(&upper.level)?;
    let mut lines = Vec::new();
    for (upper_position, column) in upper.columns.iter().enumerate() {
        let counts = store.indicator(&column.indicator).is_some_and(|indicator| indicator.unit == "count");
        let beside = store.column(lower, &column.indicator, Some(&column.period));
        let (true, Some((lower_position, _))) = (counts, beside) else { continue };
        let half_width = |level| store.indicator(&column.indicator).map_or(0.0, |it| it.half_width_at(level));
        let (below, above_width) = (half_width(&lower.level), half_width(&upper.level));
        let published = store.figures_with_reasons(&upper.level, upper_position)?;
        let figures = store.figures_with_reasons(&lower.level, lower_position)?;
        let most = most_of_a_cell(store, lower, &column.indicator)?;
        let mut sums = vec![Sum::default(); upper.n_areas];
        for (area_index, (figure, above)) in figures.iter().zip(&above).enumerate() {
            if let Some(above) = above {
                sums[*above].add(figure, most[area_index]);
            }
        }
        for (at, sum) in sums.iter().enumerate() {
            let (Some(total), true) = (published[at].value, sum.n_areas > 0) else { continue };
            // A total that was itself brought from another map was never published.
            if published[at].rebased.is_some() {
                continue;
            }
            let published = total;
            let difference = sum.total - published;
            let rounding_allows = below * sum.n_rounded as f64 + above_width;
            lines.push(Line {
                level: upper.level.clone(),
                area: upper_areas.codes[at].clone(),
                name: upper_areas.names[at].clone(),
                indicator: column.indicator.clone(),
                period: column.period.clone(),
                summed_level: lower.level.clone(),
                published,
                ours: sum.total,
                difference,
                rounding_allows,
                missing_allow: sum.missing_allow.filter(|_| sum.n_missing > 0),
                n_areas: sum.n_areas,
                n_missing: sum.n_missing,
                n_secret: sum.n_secret,
                n_lost: sum.n_lost,
                n_changed: sum.n_changed,
                cause: cause(difference, rounding_allows, sum),
            });
        }
    }
    Ok(lines)
}

/// Per area the most that a count of an indicator can be there: nobody counts more people of some kind, or
/// more households, than there are residents. `None` where that is not known, or says nothing.
fn most_of_a_cell(store: &Store, level: &LevelEntry, indicator: &str) -> Result<Vec<Option<f64>>, Failure> {
    let of_people = ["residents", "adults", "children", "households"];
    let population = store.indicator(indicator).and_then(|indicator| indicator.population.as_deref());
    match population.is_some_and(|population| of_people.contains(&population)) {
        true => store.residents(level),
        false => Ok(vec![None; level.n_areas]),
    }
}

/// What was added up below one larger area.
#[derive(Clone)]
struct Sum {
    total: f64,
    /// Figures of the source that the total was made of: as often may rounding have moved it.
    n_rounded: usize,
    /// The most that cells without a figure can hold; `None` once that is not known of one.
    missing_allow: Option<f64>,
    /// What was estimated for parts of divided areas.
    of_divided: f64,
    n_areas: usize,
    n_missing: usize,
    n_secret: usize,
    n_lost: usize,
    n_changed: usize,
}

impl Default for Sum {
    fn default() -> Self {
        Self {
            total: 0.0,
            n_rounded: 0,
            missing_allow: Some(0.0),
            of_divided: 0.0,
            n_areas: 0,
            n_missing: 0,
            n_secret: 0,
            n_lost: 0,
            n_changed: 0,
        }
    }
}

impl Sum {
    fn add(&mut self, figure: &Figure, most: Option<f64>) {
        self.n_areas += 1;
        match figure.value {
            Some(value) => {
                self.total += value;
                self.n_rounded += figure.rebased.map_or(1, |rebased| rebased.n_parts.max(1));
                self.of_divided += value * figure.rebased.map_or(0.0, |rebased| rebased.divided_share);
            }
            None => {
                self.n_missing += 1;
                self.missing_allow = self.missing_allow.zip(most).map(|(allow, most)| allow + most);
            }
        }
        match figure.reason.as_deref() {
            Some("secret") => self.n_secret += 1,
            Some("lost_in_recoding") => self.n_lost += 1,
            Some(_) | None => {}
        }
        if figure.rebased.is_some_and(|rebased| rebased.divided_share > 0.0) {
            self.n_changed += 1;
        }
    }
}

/// The first cause that is enough, the surest first. Missing cells explain a sum that is too low, never
/// one that is too high, and no more of it than they can hold. Parts of divided areas explain a sum that is
/// too high by no more than was estimated for them; how much they explain of one that is too low depends on
/// the parts that went elsewhere, so there any difference.
fn cause(difference: f64, rounding_allows: f64, sum: &Sum) -> Cause {
    let allows = rounding_allows + 1e-6;
    let too_low = difference < 0.0;
    let missing_enough = too_low && sum.missing_allow.is_none_or(|most| -difference <= most + allows);
    match () {
        () if difference.abs() <= 1e-6 => Cause::None,
        () if difference.abs() <= allows => Cause::Rounding,
        () if missing_enough && sum.n_lost > 0 => Cause::LostInRecoding,
        () if missing_enough && sum.n_secret > 0 => Cause::SecretCells,
        () if missing_enough && sum.n_missing > 0 => Cause::MissingCells,
        () if sum.n_changed > 0 && (too_low || difference <= sum.of_divided + allows) => Cause::Recoding,
        () => Cause::Unexplained,
    }
}

/// Writes the lines as a workbook: a sheet of counts by cause, then all lines.
///
/// # Errors
/// The file cannot be written.
pub(crate) fn write(store: &Store, lines: &[Line], out: &Path, words: &Words) -> Result<(), Failure> {
    let bytes = workbook(store, lines, words).map_err(|error| Failure::store(out, error))?;
    crate::build::write_durably(out, &bytes)
}

fn workbook(store: &Store, lines: &[Line], words: &Words) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // A fixed date: the same build gives the same bytes.
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_title("kapstok reconcile").set_creation_datetime(&created));
    let bold = Format::new().set_bold();
    let summary = book.add_worksheet().set_name(words.say("reconcile-sheet-summary", &[]))?;
    let title = match words.language {
        crate::words::Language::Nl => &store.manifest.title.nl,
        crate::words::Language::En => &store.manifest.title.en,
    };
    summary.write_with_format(0, 0, title, &bold)?;
    summary.write(1, 0, words.say("reconcile-what", &[]))?;
    if store.manifest.invented {
        summary.write(2, 0, words.say("invented", &[]))?;
    }
    let headings = ["reconcile-level", "reconcile-indicator", "reconcile-period", "reconcile-cause", "reconcile-n"];
    for (column, key) in headings.iter().enumerate() {
        summary.write_with_format(4, column as u16, words.say(key, &[]), &bold)?;
    }
    let mut counts: BTreeMap<(&str, &str, &str, Cause), usize> = BTreeMap::new();
    for line in lines {
        *counts.entry((&line.level, &line.indicator, &line.period, line.cause)).or_default() += 1;
    }
    for (position, ((level, indicator, period, cause), n)) in counts.iter().enumerate() {
        let row = 5 + position as u32;
        summary.write(row, 0, words.say(&format!("level-{level}"), &[]))?;
        summary.write(row, 1, *indicator)?;
        summary.write(row, 2, *period)?;
        summary.write(row, 3, words.say(cause.key(), &[]))?;
        summary.write(row, 4, *n as f64)?;
    }
    summary.set_freeze_panes(5, 0)?;
    let sheet = book.add_worksheet().set_name(words.say("reconcile-sheet-lines", &[]))?;
    let headings = [
        "reconcile-level",
        "reconcile-area",
        "reconcile-name",
        "reconcile-indicator",
        "reconcile-period",
        "reconcile-summed",
        "reconcile-published",
        "reconcile-ours",
        "reconcile-difference",
        "reconcile-cause",
        "reconcile-rounding",
        "reconcile-missing-allow",
        "reconcile-n-areas",
        "reconcile-n-missing",
        "reconcile-n-secret",
        "reconcile-n-lost",
        "reconcile-n-changed",
    ];
    for (column, key) in headings.iter().enumerate() {
        sheet.write_with_format(0, column as u16, words.say(key, &[]), &bold)?;
    }
    for (position, line) in lines.iter().enumerate() {
        let row = 1 + position as u32;
        let texts = [
            words.say(&format!("level-{}", line.level), &[]),
            line.area.clone(),
            line.name.clone(),
            line.indicator.clone(),
            line.period.clone(),
            words.say(&format!("level-{}", line.summed_level), &[]),
        ];
        for (column, text) in texts.iter().enumerate() {
            sheet.write_string(row, column as u16, text)?;
        }
        for (column, number) in [line.published, line.ours, line.difference].iter().enumerate() {
            sheet.write(row, 6 + column as u16, *number)?;
        }
        sheet.write(row, 9, words.say(line.cause.key(), &[]))?;
        sheet.write(row, 10, line.rounding_allows)?;
        if let Some(most) = line.missing_allow {
            sheet.write(row, 11, most)?;
        }
        let counts = [line.n_areas, line.n_missing, line.n_secret, line.n_lost, line.n_changed];
        for (column, n) in counts.iter().enumerate() {
            sheet.write(row, 12 + column as u16, *n as f64)?;
        }
    }
    sheet.set_freeze_panes(1, 3)?;
    if !lines.is_empty() {
        sheet.autofilter(0, 0, lines.len() as u32, headings.len() as u16 - 1)?;
    }
    sheet.autofit();
    book.save_to_buffer()
}

/// Prints how many totals have which cause.
pub(crate) fn summarise(lines: &[Line], file: &Path, words: &Words, out: &mut dyn Write) -> std::io::Result<()> {
    let mut counts: BTreeMap<Cause, usize> = BTreeMap::new();
    for line in lines {
        *counts.entry(line.cause).or_default() += 1;
    }
    for (cause, n) in counts {
        let cause = words.say(cause.key(), &[]);
        writeln!(out, "  {}", words.say("reconcile-line", &[("n", &n.to_string()), ("cause", &cause)]))?;
    }
    let facts = [("n", &*lines.len().to_string()), ("file", &file.display().to_string())];
    writeln!(out, "{}", words.say("reconcile-done", &facts))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_has_the_first_cause_that_is_enough() {
        // Nothing is known of what the missing cells can hold, unless a case says so.
        let sum = |n_missing, n_secret, n_lost| Sum {
            n_areas: 10,
            n_missing,
            n_secret,
            n_lost,
            missing_allow: None,
            ..Sum::default()
        };
        let divided = |of_divided| Sum { n_changed: 1, of_divided, ..sum(0, 0, 0) };
        let holding = |most| Sum { missing_allow: Some(most), ..sum(1, 1, 0) };
        let cases = [
            (0.0, 25.0, sum(0, 0, 0), Cause::None),
            (-12.0, 25.0, sum(0, 0, 0), Cause::Rounding),
            (-40.0, 25.0, sum(1, 1, 0), Cause::SecretCells),
            (-40.0, 25.0, sum(1, 0, 0), Cause::MissingCells),
            (-40.0, 25.0, sum(2, 1, 1), Cause::LostInRecoding),
            (-40.0, 25.0, divided(0.0), Cause::Recoding),
            (40.0, 25.0, divided(20.0), Cause::Recoding),
            (40.0, 25.0, divided(10.0), Cause::Unexplained), // Had none of the part lived here: 30 are left.
            (40.0, 25.0, sum(3, 3, 0), Cause::Unexplained),  // Withheld cells cannot make a sum too high.
            (-40.0, 25.0, holding(15.0), Cause::SecretCells),
            (-40.0, 25.0, holding(10.0), Cause::Unexplained), // An area of 10 residents hides no 15 people.
        ];
        for (difference, allows, sum, expected) in cases {
            assert_eq!(cause(difference, allows, &sum), expected, "difference {difference}");
        }
    }

    #[test]
    fn each_figure_of_the_source_may_have_been_rounded_once() {
        let figure = |value, n_parts| Figure {
            value,
            reason: None,
            provisional: false,
            rebased: Some(crate::build::store::FigureRebasing { divided_share: 0.5, n_parts }),
        };
        let mut sum = Sum::default();
        sum.add(&figure(Some(30.0), 3), Some(90.0));
        sum.add(&figure(None, 2), Some(40.0));
        assert_eq!((sum.n_rounded, sum.of_divided, sum.missing_allow), (3, 15.0, Some(40.0)));
        sum.add(&figure(None, 2), None);
        assert_eq!(sum.missing_allow, None);
    }
}
