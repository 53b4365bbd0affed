// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Boundaries as well-known binary (OGC 06-103r4, section 8): little-endian, two dimensions, bounded.

use crate::limits::LimitHit;

/// The code of a kind of shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    Point = 1,
    LineString = 2,
    Polygon = 3,
    MultiPoint = 4,
    MultiLineString = 5,
    MultiPolygon = 6,
    GeometryCollection = 7,
}

impl Shape {
    /// The kind by its name in GeoJSON.
    pub(crate) fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "Point" => Self::Point,
            "LineString" => Self::LineString,
            "Polygon" => Self::Polygon,
            "MultiPoint" => Self::MultiPoint,
            "MultiLineString" => Self::MultiLineString,
            "MultiPolygon" => Self::MultiPolygon,
            "GeometryCollection" => Self::GeometryCollection,
            _ => return None,
        })
    }
}

/// Why a shape is not written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ShapeError {
    /// The file holds too much.
    Limit(LimitHit),
    /// This one shape makes no sense.
    NoShape,
}

impl From<LimitHit> for ShapeError {
    fn from(hit: LimitHit) -> Self {
        Self::Limit(hit)
    }
}

/// Writes one shape.
#[derive(Debug)]
pub(crate) struct WkbWriter {
    bytes: Vec<u8>,
    most: usize,
}

impl WkbWriter {
    /// `most` bytes may be written.
    pub(crate) fn new(most: usize) -> Self {
        Self { bytes: Vec::new(), most }
    }

    /// Byte order and kind; then a count follows, but for a point.
    pub(crate) fn shape(&mut self, shape: Shape) -> Result<(), ShapeError> {
        self.push(&[1])?;
        self.push(&(shape as u32).to_le_bytes())
    }

    pub(crate) fn count(&mut self, n: usize) -> Result<(), ShapeError> {
        let n = u32::try_from(n).map_err(|_| ShapeError::NoShape)?;
        self.push(&n.to_le_bytes())
    }

    pub(crate) fn position(&mut self, x: f64, y: f64) -> Result<(), ShapeError> {
        if !(x.is_finite() && y.is_finite()) {
            return Err(ShapeError::NoShape);
        }
        self.push(&x.to_le_bytes())?;
        self.push(&y.to_le_bytes())
    }

    /// Bytes written so far.
    pub(crate) fn n_written(&self) -> usize {
        self.bytes.len()
    }

    /// `Err` when so many positions more do not fit.
    pub(crate) fn has_room(&self, n_positions: usize) -> Result<(), ShapeError> {
        let wanted = n_positions.saturating_mul(16).saturating_add(self.bytes.len());
        Ok(crate::limits::check("geometry-bytes", wanted, self.most)?)
    }

    pub(crate) fn finish(self) -> Vec<u8> {
        self.bytes
    }

    fn push(&mut self, bytes: &[u8]) -> Result<(), ShapeError> {
        crate::limits::check("geometry-bytes", self.bytes.len() + bytes.len(), self.most)?;
        self.bytes.extend_from_slice(bytes);
        Ok(())
    }
}
