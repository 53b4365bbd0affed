// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Groups of hidden cells below their smallest shown total, and whether one gives away a gated figure.
//!
//! In: a column, and what is withheld so far. Out: weak groups. Invariant: the attacker is taken to know all weights,
//! all that the sources miss, and between which figures any lies; not knowing them leaves intervals wider.
//!
//! The sum of a group is what its hidden figures make together, as far as rounding lets it be known: the total's, and
//! that of each shown part which stands in no other shown total. A total of another year counts as known too, up to
//! one in a hundred for each year between.

use super::cells::{Column, Country, LevelFigures, Nature, Withheld};

/// How much a total changes in a year, as an attacker may take it: one in a hundred.
const CHANGE_IN_A_YEAR: f64 = 0.01;

/// A group that gives away a gated figure.
#[derive(Clone, Debug)]
pub(super) struct Weak {
    /// The column.
    pub(super) column: usize,
    /// Level and area of its smallest shown total.
    pub(super) total: (usize, usize),
    /// Level of the parts.
    pub(super) level: usize,
    /// A shown part that has to go because its own withheld total can be worked out.
    pub(super) below: Option<(usize, usize)>,
    /// Whether totals of another year stand in.
    near: bool,
    members: Vec<usize>,
    noise: f64,
}

/// One column with what is shown of it now.
pub(super) struct Scan<'a> {
    country: &'a Country<'a>,
    column: &'a Column<'a>,
    position: usize,
    needed: f64,
    range: (f64, f64),
    /// Per level, `[n_areas]`.
    shown: Vec<Vec<bool>>,
    /// Per level the cells that the source keeps secret, `[n_areas]`: any figure may stand there.
    kept: &'a [Vec<bool>],
    /// Per level the interval that hidden cells are known to lie in, `[n_areas]`.
    bounds: Vec<Vec<(f64, f64)>>,
}

impl<'a> Scan<'a> {
    pub(super) fn new(country: &'a Country<'a>, withheld: &Withheld, position: usize, kept: &'a [Vec<bool>]) -> Self {
        let column = &country.columns[position];
        let shown = |level: usize| match &column.levels[level] {
            None => Vec::new(),
            Some(figures) => (0..figures.figures.len())
                .map(|area| {
                    !figures.figures[area].is_nan() && !figures.gated[area] && !withheld.is(column, level, area)
                })
                .collect(),
        };
        let shown = (0..country.levels.len()).map(shown).collect();
        let (needed, range) = (column.needed(country.min_residents), column.range());
        let mut scan = Self { country, column, position, needed, range, shown, kept, bounds: Vec::new() };
        scan.bounds = vec![Vec::new(); country.levels.len()];
        for level in (0..country.levels.len()).rev() {
            scan.bounds[level] = scan.bounds_of(level);
        }
        scan
    }

    pub(super) fn is_shown(&self, (level, area): (usize, usize)) -> bool {
        self.shown[level].get(area).copied().unwrap_or(false)
    }

    fn figures(&self, level: usize) -> Option<&'a LevelFigures<'a>> {
        self.column.levels[level].as_ref().filter(|figures| figures.years_off == 0)
    }

    fn weight(&self, figures: &LevelFigures<'_>, area: usize) -> f64 {
        if self.column.nature.adds_up() || self.column.weighs_alike {
            return 1.0;
        }
        figures.weights[area]
    }

    /// What everybody knows of a hidden figure.
    fn prior(&self, figures: &LevelFigures<'_>, area: usize) -> (f64, f64) {
        let (figure, least) = (figures.figures[area], self.country.min_residents);
        let (low, high) = self.range;
        match (self.column.nature, figures.gated[area]) {
            (Nature::Residents, true) | (Nature::Count, true) if figure < least => (low, least - 1.0),
            (Nature::Residents, false) if figure >= least => (least, high),
            _ => (low.min(figure), high.max(figure)),
        }
    }

    /// Intervals of the hidden cells of a level: what everybody knows, narrowed by their own parts.
    fn bounds_of(&self, level: usize) -> Vec<(f64, f64)> {
        let Some(figures) = self.figures(level) else { return Vec::new() };
        let n_areas = figures.figures.len();
        let mut bounds = vec![(f64::NAN, f64::NAN); n_areas];
        for (area, bounds) in bounds.iter_mut().enumerate() {
            if figures.figures[area].is_nan() || self.shown[level][area] {
                continue;
            }
            let (mut low, mut high) = self.prior(figures, area);
            for below in level + 1..self.country.levels.len() {
                if let Some((least, most, _)) = self.narrowed_by((level, area), below) {
                    (low, high) = (low.max(least), high.min(most));
                }
            }
            *bounds = (low, high);
        }
        bounds
    }

    /// The interval of a hidden total that its parts at a level leave it, and the smallest of them that is shown.
    fn narrowed_by(&self, total: (usize, usize), below: usize) -> Option<(f64, f64, Option<usize>)> {
        let parts = self.country.parts(total.0, total.1, below);
        let (figures, own) = (self.figures(below)?, self.figures(total.0)?);
        let figure = own.figures[total.1];
        let (mut less, mut more, mut n_known) = (0.0, 0.0, 0);
        let mut smallest: Option<(f64, usize)> = None;
        for &part in parts {
            let value = figures.figures[part];
            if value.is_nan() {
                continue;
            }
            n_known += 1;
            let weight = self.weight(figures, part);
            if self.shown[below][part] {
                (less, more) = (less + weight * figures.half_width, more + weight * figures.half_width);
                let residents = figures.residents[part].unwrap_or(f64::INFINITY);
                if smallest.is_none_or(|(least, _)| residents < least) {
                    smallest = Some((residents, part));
                }
            } else if !self.country.between(total, below, part).into_iter().any(|it| self.is_shown(it)) {
                let (low, high) = self.bounds[below][part];
                (less, more) = (less + weight * (value - low), more + weight * (high - value));
            }
        }
        let weight = self.weight(own, total.1);
        (n_known > 0).then(|| (figure - less / weight, figure + more / weight, smallest.map(|(_, part)| part)))
    }

    /// All weak groups of the column.
    pub(super) fn weak(&self) -> Vec<Weak> {
        let mut weak = Vec::new();
        for level in 0..self.country.levels.len() {
            let Some(figures) = self.figures(level) else { continue };
            self.weak_groups(level, figures, &mut weak);
            self.weak_totals(level, figures, &mut weak);
        }
        weak
    }

    fn weak_groups(&self, level: usize, figures: &LevelFigures<'_>, weak: &mut Vec<Weak>) {
        // A total of another year is known less well than a larger one of this year may be: both are looked at.
        let above = self.country.levels[level].lies_in.iter();
        let any_near = above.clone().any(|(at, _)| self.column.levels[*at].as_ref().is_some_and(|it| it.years_off > 0));
        for near in if any_near { &[true, false][..] } else { &[true] } {
            let mut groups: Vec<Vec<Group>> = vec![Vec::new(); self.country.levels.len()];
            for (above, _) in above.clone() {
                groups[*above] = vec![Group::default(); self.country.levels[*above].residents.len()];
            }
            for area in 0..figures.figures.len() {
                if figures.figures[area].is_nan() && !self.kept[level][area] {
                    continue;
                }
                let Some((at, total)) = self.smallest_shown_total(level, area, *near) else { continue };
                let group = &mut groups[at][total];
                if !self.shown[level][area] {
                    group.members.push(area);
                    group.has_gated |= figures.gated[area];
                } else if self.rounding_hides() {
                    group.noise += self.weight(figures, area) * figures.half_width;
                }
            }
            for (at, of_level) in groups.into_iter().enumerate() {
                for (total, group) in of_level.into_iter().enumerate().filter(|(_, group)| group.has_gated) {
                    let noise = group.noise + self.noise_of_total(at, total);
                    let (total, members) = ((at, total), group.members);
                    let mut found =
                        Weak { column: self.position, total, level, below: None, near: *near, members, noise };
                    if self.is_too_narrow(&found, None) {
                        found.below = self.part_to_go(&found);
                        weak.push(found);
                    }
                }
            }
        }
    }

    /// Counts that are tied to each other are rounded each on its own: together they are known better than one.
    fn rounding_hides(&self) -> bool {
        !matches!(self.column.nature, Nature::Residents | Nature::Count)
    }

    /// The smallest area above that is shown, with figures of this period or, if so asked, one near it.
    fn smallest_shown_total(&self, level: usize, area: usize, near: bool) -> Option<(usize, usize)> {
        let above = self.country.levels[level].lies_in.iter().rev();
        let above = above.filter(|(at, _)| near || self.column.has(*at));
        above.filter_map(|(at, of)| Some((*at, of[area]?))).find(|total| self.is_shown(*total))
    }

    fn noise_of_total(&self, level: usize, total: usize) -> f64 {
        let Some(figures) = &self.column.levels[level] else { return 0.0 };
        if !self.rounding_hides() && figures.years_off == 0 {
            return 0.0;
        }
        let weight = self.weight(figures, total);
        let change = match self.column.nature {
            Nature::Share { whole, .. } => whole,
            Nature::Residents | Nature::Count | Nature::Extent | Nature::Mean { .. } => figures.figures[total].abs(),
        };
        weight * (figures.half_width + f64::from(figures.years_off) * CHANGE_IN_A_YEAR * change)
    }

    /// Whether a group, with one more member if so asked, is too small or leaves a gated figure too little room.
    fn is_too_narrow(&self, weak: &Weak, also: Option<usize>) -> bool {
        let Some(figures) = self.figures(weak.level) else { return false };
        let (mut least, mut sum, mut residents, mut weights) = (0.0, 0.0, 0.0, 0.0);
        let (mut most, mut n_boundless) = (0.0, 0);
        let members = || weak.members.iter().copied().chain(also);
        let is_kept = |area: usize| self.kept[weak.level][area];
        let bounds = |area: usize| match (Some(area) == also, is_kept(area)) {
            (_, true) => self.range,
            (true, false) => self.prior(figures, area),
            (false, false) => self.bounds[weak.level][area],
        };
        // What a source keeps secret is between the least and the most that it can be: room is least at one of these.
        let mut spread = 0.0;
        for area in members() {
            let (weight, (low, high)) = (self.weight(figures, area), bounds(area));
            let figure = if is_kept(area) { low } else { figures.figures[area] };
            (least, sum) = (least + weight * low, sum + weight * figure);
            spread += if is_kept(area) { weight * (high - low) } else { 0.0 };
            match high.is_finite() {
                true => most += weight * high,
                false => n_boundless += 1,
            }
            residents += figures.residents[area].unwrap_or(0.0);
            weights += weight;
        }
        let n_members = weak.members.len() + usize::from(also.is_some());
        if !self.rounding_hides() {
            // The counts that were rounded may be lower in truth.
            sum -= n_members as f64 * figures.half_width;
        }
        let is_group = n_members >= 2 && residents >= self.country.min_residents;
        if !is_group && (2.0 * weak.noise / weights < self.needed || self.needed == 0.0) {
            return true;
        }
        let room = |area: usize, sum: f64| {
            let (weight, (low, high)) = (self.weight(figures, area), bounds(area));
            let highest = high.min((sum + weak.noise - (least - weight * low)) / weight);
            let lowest = match (n_boundless, high.is_finite()) {
                (0, _) => (sum - weak.noise - (most - weight * high)) / weight,
                (1, false) => (sum - weak.noise - most) / weight,
                (_, _) => f64::NEG_INFINITY,
            };
            highest - low.max(lowest)
        };
        let sums = [sum, if spread.is_finite() { sum + spread } else { sum }];
        members().filter(|&area| figures.gated[area]).any(|area| {
            let needed = self.needed.min(self.own_room(figures, area));
            sums.iter().any(|sum| room(area, *sum) < needed)
        })
    }

    /// The room that a gated figure has when nothing at all is known but what everybody knows.
    fn own_room(&self, figures: &LevelFigures<'_>, area: usize) -> f64 {
        let (low, high) = self.prior(figures, area);
        high - low
    }

    /// In a weak group with withheld totals that their own parts narrow: the smallest shown part of the smallest.
    fn part_to_go(&self, weak: &Weak) -> Option<(usize, usize)> {
        let figures = self.figures(weak.level)?;
        let mut totals: Vec<(f64, usize)> =
            weak.members.iter().map(|&area| (figures.residents[area].unwrap_or(f64::INFINITY), area)).collect();
        totals.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
        let totals = totals.into_iter().filter(|(_, area)| !figures.gated[*area] && !self.kept[weak.level][*area]);
        totals.into_iter().find_map(|(_, area)| {
            let (prior, now) = (self.prior(figures, area), self.bounds[weak.level][area]);
            let is_narrowed = now.0 > prior.0 || now.1 < prior.1;
            is_narrowed.then(|| self.smallest_shown_part((weak.level, area))).flatten()
        })
    }

    fn smallest_shown_part(&self, total: (usize, usize)) -> Option<(usize, usize)> {
        (total.0 + 1..self.country.levels.len())
            .find_map(|below| Some((below, self.narrowed_by(total, below).and_then(|found| found.2)?)))
    }

    /// Gated totals that their own parts give away.
    fn weak_totals(&self, level: usize, figures: &LevelFigures<'_>, weak: &mut Vec<Weak>) {
        for area in (0..figures.figures.len()).filter(|&area| figures.gated[area] && !figures.figures[area].is_nan()) {
            let (low, high) = self.bounds[level][area];
            if high - low >= self.needed.min(self.own_room(figures, area)) {
                continue;
            }
            let Some(part) = self.smallest_shown_part((level, area)) else { continue };
            weak.push(Weak {
                column: self.position,
                total: (level, area),
                level,
                below: Some(part),
                near: true,
                members: vec![area],
                noise: 0.0,
            });
        }
    }

    /// Whether a part of the total would mend the group. `only_direct`: of parts that lie in no other shown total.
    pub(super) fn is_mended_by(&self, weak: &Weak, part: usize, only_direct: bool) -> bool {
        let is_direct = self.smallest_shown_total(weak.level, part, weak.near) == Some(weak.total);
        self.is_shown((weak.level, part)) && (is_direct || !only_direct) && !self.is_too_narrow(weak, Some(part))
    }
}

/// Hidden cells below one shown total.
#[derive(Clone, Debug, Default)]
struct Group {
    members: Vec<usize>,
    has_gated: bool,
    noise: f64,
}
