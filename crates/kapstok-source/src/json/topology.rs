// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! TopoJSON (specification 1.0): boundaries as lines that neighbours share, often on a coarse grid.
//!
//! In: the document, read twice, since its shapes may stand before its arcs. Out: one row per shape of one
//! layer (a member of `objects`), its boundary as WKB with every ring closed. A row whose lines are not
//! there or do not meet has no boundary and is told of. Invariant: arcs and boundaries together take no
//! more than [`Limits::geometry_bytes`], however often an arc is used. Not here: `bbox`; the neighbours
//! that follow from shared arcs.

mod document;

use serde::Deserialize;

pub(in crate::json) use document::{layers, read};

use super::shape::{Geometry, Reader, Sign};
use crate::wkb::{Shape, ShapeError, WkbWriter};

/// How whole numbers on the grid become positions.
#[derive(Clone, Copy, Deserialize)]
struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

impl Transform {
    fn position(self, (x, y): (f64, f64)) -> (f64, f64) {
        (x * self.scale[0] + self.translate[0], y * self.scale[1] + self.translate[1])
    }
}

/// A member of `objects`.
struct Layer {
    name: String,
    /// Whether it is a collection: a row per shape, else one row.
    is_collection: bool,
}

/// All but the shapes.
#[derive(Default)]
struct Topology {
    points: Vec<(f64, f64)>,
    /// Where each arc ends in `points`.
    ends: Vec<usize>,
    transform: Option<Transform>,
    layers: Vec<Layer>,
    srs: Option<u32>,
}

impl Topology {
    /// Steps on the grid become positions: each point of an arc but the first is told from the one before.
    fn place(&mut self) {
        let Some(transform) = self.transform else { return };
        let mut start = 0;
        for end in &self.ends {
            let (mut x, mut y) = (0.0, 0.0);
            for point in &mut self.points[start..*end] {
                (x, y) = (x + point.0, y + point.1);
                *point = transform.position((x, y));
            }
            start = *end;
        }
    }

    /// What an old `crs` member says, else WGS 84 where all positions can be degrees: the specification
    /// names no system, and nearly all files are made from GeoJSON.
    fn srs(&self) -> Option<u32> {
        let is_degrees = |(x, y): &(f64, f64)| x.abs() <= 180.0 && y.abs() <= 90.0;
        self.srs.or_else(|| self.points.iter().all(is_degrees).then_some(4326))
    }

    fn arc(&self, index: usize) -> Option<&[(f64, f64)]> {
        let end = *self.ends.get(index)?;
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.points.get(start..end)
    }

    /// One line of the arcs in a list: `i` as it stands, `~i` from its end to its start. Where two arcs
    /// meet, their common point is written once.
    fn line(&self, reader: &mut Reader<'_>, close: Close, writer: &mut WkbWriter) -> Result<(), ShapeError> {
        let mut pieces = Vec::new();
        if reader.take() != Some(Sign::Open) {
            return Err(ShapeError::NoShape);
        }
        while let Some(sign) = reader.take().filter(|sign| *sign != Sign::Close) {
            let number = if sign == Sign::Number { reader.number()? } else { return Err(ShapeError::NoShape) };
            pieces.push(self.piece(number).ok_or(ShapeError::NoShape)?);
        }
        let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else { return Err(ShapeError::NoShape) };
        let (start, end) = (first.start(), last.end());
        if pieces.windows(2).any(|pair| pair[0].end() != pair[1].start()) {
            return Err(ShapeError::NoShape);
        }
        let n_points = pieces.iter().fold(1usize, |n, piece| n.saturating_add(piece.points.len() - 1));
        let n_written = match close {
            Close::Leave => n_points.max(2),
            // An area that is smaller than a step of the grid has shrunk to a point or a line: it stays a
            // ring, of no surface. An open ring is closed.
            Close::Ring => (n_points + usize::from(start != end)).max(4),
        };
        writer.has_room(n_written)?;
        writer.count(n_written)?;
        writer.position(start.0, start.1)?;
        for piece in &pieces {
            piece.points_after_start().try_for_each(|(x, y)| writer.position(x, y))?;
        }
        (n_points..n_written).try_for_each(|_| writer.position(start.0, start.1))
    }

    /// An arc by its number; `None` when there is no such arc, or no line in it.
    fn piece(&self, number: f64) -> Option<Piece<'_>> {
        // Beyond this, numbers of JSON are not exact, and no file is so large.
        if number.fract() != 0.0 || number.abs() > 1e9 {
            return None;
        }
        let number = number as i64;
        let is_reversed = number < 0;
        let index = usize::try_from(if is_reversed { !number } else { number }).ok()?;
        self.arc(index).filter(|points| !points.is_empty()).map(|points| Piece { points, is_reversed })
    }

    fn write(&self, geometry: &Geometry, writer: &mut WkbWriter) -> Result<(), ShapeError> {
        let shape = geometry.shape()?;
        let is_point = matches!(shape, Shape::Point | Shape::MultiPoint);
        let members = if is_point { &geometry.coordinates } else { &geometry.arcs };
        let reader = &mut Reader::new(members);
        let point = |reader: &mut Reader<'_>, writer: &mut WkbWriter| {
            let at = reader.x_y()?;
            let (x, y) = self.transform.map_or(at, |transform| transform.position(at));
            writer.position(x, y)
        };
        let rings = |reader: &mut Reader<'_>, writer: &mut WkbWriter| {
            reader.list(writer, &mut |reader, writer| self.line(reader, Close::Ring, writer))
        };
        writer.shape(shape)?;
        match shape {
            Shape::Point => point(reader, writer)?,
            Shape::MultiPoint => reader.list(writer, &mut |reader, writer| {
                writer.shape(Shape::Point)?;
                point(reader, writer)
            })?,
            Shape::LineString => self.line(reader, Close::Leave, writer)?,
            Shape::MultiLineString => reader.list(writer, &mut |reader, writer| {
                writer.shape(Shape::LineString)?;
                self.line(reader, Close::Leave, writer)
            })?,
            Shape::Polygon => rings(reader, writer)?,
            Shape::MultiPolygon => reader.list(writer, &mut |reader, writer| {
                writer.shape(Shape::Polygon)?;
                rings(reader, writer)
            })?,
            Shape::GeometryCollection => {
                writer.count(geometry.parts.len())?;
                geometry.parts.iter().try_for_each(|part| self.write(part, writer))?;
            }
        }
        if reader.signs.is_empty() || shape == Shape::GeometryCollection { Ok(()) } else { Err(ShapeError::NoShape) }
    }
}

/// What a line must be at its end.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Close {
    Leave,
    Ring,
}

/// An arc, in the direction in which it is used; at least one point.
struct Piece<'t> {
    points: &'t [(f64, f64)],
    is_reversed: bool,
}

impl Piece<'_> {
    fn start(&self) -> (f64, f64) {
        self.points[if self.is_reversed { self.points.len() - 1 } else { 0 }]
    }

    fn end(&self) -> (f64, f64) {
        self.points[if self.is_reversed { 0 } else { self.points.len() - 1 }]
    }

    fn points_after_start(&self) -> impl Iterator<Item = (f64, f64)> {
        let n_points = self.points.len();
        (1..n_points).map(move |n| self.points[if self.is_reversed { n_points - 1 - n } else { n }])
    }
}

#[cfg(test)]
mod tests;
