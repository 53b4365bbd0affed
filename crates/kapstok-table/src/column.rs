// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! One indicator of one period over all areas of one list, compact: a whole country fits in memory.
//!
//! Values and states stand apart: `values[i]` counts only where `states[i]` says known. The states
//! are a small dictionary of (final | provisional | reason and mark), one byte per area.

use std::sync::Arc;

use kapstok_area::{AreaList, Evidence};

use crate::cell::{Cell, Interval, Known, Missing, Status, WhyMissing};
use crate::indicator::IndicatorId;
use crate::origin::Origin;
use crate::period::Period;

/// One indicator of one period, for every area of its list.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    indicator: IndicatorId,
    period: Period,
    areas: Arc<AreaList>,
    values: Vec<f64>,
    states: Vec<u8>,
    dictionary: Vec<State>,
    intervals: Option<Vec<Option<Interval>>>,
    origin: Arc<Origin>,
    rows: Vec<u32>,
    rebased: Option<Vec<Option<RebasedFrom>>>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum State {
    Known(Status),
    Missing(Missing),
}

/// What re-basing did to one cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RebasedFrom {
    /// The part of its residents (or of the crosswalk's weight, where residents are unknown) that
    /// comes from areas whose boundaries changed: they were divided or put together. 0 ..= 1.
    pub changed_share: f64,
    /// The part that comes from areas which were divided, 0 ..= `changed_share`: what of it is an estimate.
    /// Areas put together whole give an exact sum.
    pub divided_share: f64,
    /// The weakest evidence among the parts.
    pub evidence: Evidence,
    /// How many areas of the other map it was made from.
    pub n_parts: u32,
}

/// Fills a column cell by cell; areas that are not set stay missing as `absent` says.
#[derive(Debug)]
pub struct ColumnBuilder {
    column: Column,
}

impl ColumnBuilder {
    /// A column in which every cell is missing for one reason (an area that the file has no row for).
    pub fn new(
        indicator: IndicatorId,
        period: Period,
        areas: Arc<AreaList>,
        origin: Arc<Origin>,
        absent: WhyMissing,
    ) -> Self {
        let n_areas = areas.len();
        let dictionary = vec![
            State::Known(Status::Final),
            State::Known(Status::Provisional),
            State::Missing(Missing { reason: absent, mark: "".into() }),
        ];
        let column = Column {
            indicator,
            period,
            areas,
            values: vec![0.0; n_areas],
            states: vec![2; n_areas],
            dictionary,
            intervals: None,
            origin,
            rows: vec![0; n_areas],
            rebased: None,
        };
        Self { column }
    }

    /// Sets one cell and the row of the file it stands in (from 1; 0 for none). A value that is not
    /// finite becomes missing as not measured: no such number gets in. More than 240 different marks
    /// in one column keep their reason and lose their mark.
    pub fn set(&mut self, area_index: usize, cell: &Cell, row: u32) {
        let (value, state, interval) = match cell {
            Cell::Known(known) if known.value.is_finite() => (known.value, State::Known(known.status), known.interval),
            Cell::Known(known) => {
                let mark = known.value.to_string().into();
                (0.0, State::Missing(Missing { reason: WhyMissing::NotMeasured, mark }), None)
            }
            Cell::Missing(missing) => (0.0, State::Missing(missing.clone()), None),
        };
        let position = self.position(state);
        let column = &mut self.column;
        column.values[area_index] = value;
        column.states[area_index] = position;
        column.rows[area_index] = row;
        if interval.is_some() || column.intervals.is_some() {
            let n_areas = column.values.len();
            column.intervals.get_or_insert_with(|| vec![None; n_areas])[area_index] = interval;
        }
    }

    /// Says of one cell what re-basing did to it.
    pub fn set_rebased(&mut self, area_index: usize, from: RebasedFrom) {
        let n_areas = self.column.values.len();
        self.column.rebased.get_or_insert_with(|| vec![None; n_areas])[area_index] = Some(from);
    }

    /// The finished column.
    pub fn finish(self) -> Column {
        self.column
    }

    fn position(&mut self, state: State) -> u8 {
        let dictionary = &mut self.column.dictionary;
        if let Some(position) = dictionary.iter().position(|known| *known == state) {
            return position as u8;
        }
        match state {
            State::Missing(missing) if dictionary.len() >= 240 => {
                // Six reasons without a mark fit behind the 240, and no more.
                let unmarked = State::Missing(Missing { mark: "".into(), ..missing });
                match dictionary.iter().position(|known| *known == unmarked) {
                    Some(position) => position as u8,
                    None => {
                        dictionary.push(unmarked);
                        (dictionary.len() - 1) as u8
                    }
                }
            }
            state => {
                dictionary.push(state);
                (dictionary.len() - 1) as u8
            }
        }
    }
}

impl Column {
    /// What is measured.
    pub fn indicator(&self) -> &IndicatorId {
        &self.indicator
    }

    /// What time it is about.
    pub fn period(&self) -> &Period {
        &self.period
    }

    /// The areas, in the order of the cells.
    pub fn areas(&self) -> &Arc<AreaList> {
        &self.areas
    }

    /// Where the figures come from.
    pub fn origin(&self) -> &Arc<Origin> {
        &self.origin
    }

    /// Number of areas, known or not.
    pub fn len(&self) -> usize {
        self.values.len()
    }

    /// Whether the list holds no area.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// One cell. Panics outside `0..len()`, as a slice does.
    pub fn cell(&self, area_index: usize) -> Cell {
        match self.state(area_index) {
            State::Known(status) => Cell::Known(Known {
                value: self.values[area_index],
                interval: self.intervals.as_ref().and_then(|intervals| intervals[area_index]),
                status: *status,
            }),
            State::Missing(missing) => Cell::Missing(missing.clone()),
        }
    }

    /// The figure of one area, if there is one.
    pub fn value(&self, area_index: usize) -> Option<f64> {
        match self.state(area_index) {
            State::Known(_) => Some(self.values[area_index]),
            State::Missing(_) => None,
        }
    }

    /// Why one area has no figure, if it has none.
    pub fn missing(&self, area_index: usize) -> Option<&Missing> {
        match self.state(area_index) {
            State::Known(_) => None,
            State::Missing(missing) => Some(missing),
        }
    }

    /// The row of the source file that the cell was read from, from 1.
    pub fn row(&self, area_index: usize) -> Option<u32> {
        Some(self.rows[area_index]).filter(|row| *row > 0)
    }

    /// What re-basing did to the cell; `None` when the column stands on its own map, and where nothing came.
    pub fn rebased(&self, area_index: usize) -> Option<RebasedFrom> {
        self.rebased.as_ref().and_then(|rebased| rebased[area_index])
    }

    /// Figures as `Option`, `[n_areas]`, in the order of the list.
    pub fn values(&self) -> impl ExactSizeIterator<Item = Option<f64>> + '_ {
        (0..self.len()).map(|area_index| self.value(area_index))
    }

    /// How many cells are known.
    pub fn n_known(&self) -> usize {
        self.states.iter().filter(|state| matches!(self.dictionary[**state as usize], State::Known(_))).count()
    }

    fn state(&self, area_index: usize) -> &State {
        &self.dictionary[self.states[area_index] as usize]
    }
}
