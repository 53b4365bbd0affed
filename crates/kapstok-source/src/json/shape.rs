// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The geometry of a GeoJSON feature (RFC 7946, section 3.1) to WKB; a third dimension is left out.

use std::fmt;

use serde::Deserializer;
use serde::de::{DeserializeSeed, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::limits::LimitHit;
use crate::wkb::{Shape, ShapeError, WkbWriter};

/// How deep collections may lie in each other.
const MAX_DEPTH: usize = 4;

/// A geometry, or `null`. What makes no sense is told, not failed on: the other features stand.
pub(super) struct GeometrySeed {
    /// Bytes of WKB that may still be written.
    pub(super) most: usize,
}

impl<'de> DeserializeSeed<'de> for GeometrySeed {
    type Value = Option<Result<Vec<u8>, ShapeError>>;

    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<Self::Value, D::Error> {
        let mut budget = Budget { left: self.most, limit: self.most, hit: None };
        let geometry = GeometryVisitor { budget: &mut budget, depth: 0 }.deserialize(source);
        match (geometry, budget.hit) {
            (_, Some(hit)) => Ok(Some(Err(ShapeError::Limit(hit)))),
            (Err(error), None) => Err(error),
            (Ok(None), None) => Ok(None),
            (Ok(Some(geometry)), None) => {
                let mut writer = WkbWriter::new(self.most);
                Ok(Some(geometry.write(&mut writer).map(|()| writer.finish())))
            }
        }
    }
}

/// Bytes that coordinates may still take; what ran over.
struct Budget {
    left: usize,
    limit: usize,
    hit: Option<LimitHit>,
}

impl Budget {
    fn spend<E: Error>(&mut self, n_bytes: usize) -> Result<(), E> {
        match self.left.checked_sub(n_bytes) {
            Some(left) => {
                self.left = left;
                Ok(())
            }
            None => {
                let hit = LimitHit { what: "geometry-bytes", limit: self.limit };
                self.hit = Some(hit);
                Err(E::custom(hit))
            }
        }
    }
}

/// One sign of nested lists of numbers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    Open,
    Close,
    Number,
}

/// Coordinates as they stand: flat, since a list of lists of lists costs twenty times its text.
#[derive(Default)]
struct Coordinates {
    signs: Vec<Sign>,
    numbers: Vec<f64>,
}

struct Geometry {
    kind: Option<String>,
    coordinates: Coordinates,
    parts: Vec<Geometry>,
}

impl Geometry {
    fn write(&self, writer: &mut WkbWriter) -> Result<(), ShapeError> {
        let shape = self.kind.as_deref().and_then(Shape::parse).ok_or(ShapeError::NoShape)?;
        let mut reader = Reader { signs: &self.coordinates.signs, numbers: &self.coordinates.numbers };
        writer.shape(shape)?;
        match shape {
            Shape::Point => reader.position(writer)?,
            Shape::LineString => reader.list(writer, &mut Reader::position)?,
            Shape::Polygon => reader.list(writer, &mut |reader, writer| reader.list(writer, &mut Reader::position))?,
            Shape::MultiPoint => reader.list(writer, &mut |reader, writer| {
                writer.shape(Shape::Point)?;
                reader.position(writer)
            })?,
            Shape::MultiLineString => reader.list(writer, &mut |reader, writer| {
                writer.shape(Shape::LineString)?;
                reader.list(writer, &mut Reader::position)
            })?,
            Shape::MultiPolygon => reader.list(writer, &mut |reader, writer| {
                writer.shape(Shape::Polygon)?;
                reader.list(writer, &mut |reader, writer| reader.list(writer, &mut Reader::position))
            })?,
            Shape::GeometryCollection => {
                writer.count(self.parts.len())?;
                self.parts.iter().try_for_each(|part| part.write(writer))?;
            }
        }
        if reader.signs.is_empty() { Ok(()) } else { Err(ShapeError::NoShape) }
    }
}

struct Reader<'a> {
    signs: &'a [Sign],
    numbers: &'a [f64],
}

type Each<'f, 'a> = &'f mut dyn FnMut(&mut Reader<'a>, &mut WkbWriter) -> Result<(), ShapeError>;

impl<'a> Reader<'a> {
    fn take(&mut self) -> Option<Sign> {
        let (first, rest) = self.signs.split_first()?;
        self.signs = rest;
        Some(*first)
    }

    fn number(&mut self) -> Result<f64, ShapeError> {
        let (first, rest) = self.numbers.split_first().ok_or(ShapeError::NoShape)?;
        self.numbers = rest;
        Ok(*first)
    }

    /// `[x, y]`, and heights that are left out.
    fn position(&mut self, writer: &mut WkbWriter) -> Result<(), ShapeError> {
        let expected = [Sign::Open, Sign::Number, Sign::Number];
        if expected.iter().any(|sign| self.take() != Some(*sign)) {
            return Err(ShapeError::NoShape);
        }
        let (x, y) = (self.number()?, self.number()?);
        loop {
            match self.take() {
                Some(Sign::Number) => drop(self.number()?),
                Some(Sign::Close) => return writer.position(x, y),
                Some(Sign::Open) | None => return Err(ShapeError::NoShape),
            }
        }
    }

    /// `[...]`: the count first, then each.
    fn list(&mut self, writer: &mut WkbWriter, each: Each<'_, 'a>) -> Result<(), ShapeError> {
        if self.take() != Some(Sign::Open) {
            return Err(ShapeError::NoShape);
        }
        writer.count(self.n_items())?;
        while self.signs.first() == Some(&Sign::Open) {
            each(self, writer)?;
        }
        if self.take() == Some(Sign::Close) { Ok(()) } else { Err(ShapeError::NoShape) }
    }

    /// How many lists stand in the list that was opened.
    fn n_items(&self) -> usize {
        let (mut depth, mut n_items) = (0usize, 0);
        for sign in self.signs {
            match sign {
                Sign::Open => {
                    n_items += usize::from(depth == 0);
                    depth += 1;
                }
                Sign::Close if depth == 0 => break,
                Sign::Close => depth -= 1,
                Sign::Number => {}
            }
        }
        n_items
    }
}

struct GeometryVisitor<'b> {
    budget: &'b mut Budget,
    depth: usize,
}

impl<'de> DeserializeSeed<'de> for GeometryVisitor<'_> {
    type Value = Option<Geometry>;
    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<Self::Value, D::Error> {
        source.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for GeometryVisitor<'_> {
    type Value = Option<Geometry>;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("a geometry")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut geometry = Geometry { kind: None, coordinates: Coordinates::default(), parts: Vec::new() };
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "type" => geometry.kind = Some(map.next_value()?),
                "coordinates" => {
                    let mut coordinates = Coordinates::default();
                    map.next_value_seed(List { coordinates: &mut coordinates, budget: &mut *self.budget })?;
                    geometry.coordinates = coordinates;
                }
                "geometries" if self.depth < MAX_DEPTH => {
                    let parts = Parts { budget: &mut *self.budget, depth: self.depth + 1 };
                    geometry.parts = map.next_value_seed(parts)?;
                }
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(Some(geometry))
    }
}

struct Parts<'b> {
    budget: &'b mut Budget,
    depth: usize,
}

impl<'de> DeserializeSeed<'de> for Parts<'_> {
    type Value = Vec<Geometry>;
    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<Self::Value, D::Error> {
        source.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Parts<'_> {
    type Value = Vec<Geometry>;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("a list of geometries")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut parts = Vec::new();
        while let Some(part) =
            list.next_element_seed(GeometryVisitor { budget: &mut *self.budget, depth: self.depth })?
        {
            // An empty part takes more than its few bytes of text.
            self.budget.spend(std::mem::size_of::<Geometry>())?;
            parts.extend(part);
        }
        Ok(parts)
    }
}

/// Nested lists of numbers.
struct List<'c, 'b> {
    coordinates: &'c mut Coordinates,
    budget: &'b mut Budget,
}

impl<'de> DeserializeSeed<'de> for List<'_, '_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<(), D::Error> {
        source.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for List<'_, '_> {
    type Value = ();

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("coordinates")
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        self.visit_f64(value as f64)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        self.visit_f64(value as f64)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        self.budget.spend(std::mem::size_of::<f64>())?;
        self.coordinates.signs.push(Sign::Number);
        self.coordinates.numbers.push(value);
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        self.budget.spend(4)?;
        self.coordinates.signs.push(Sign::Open);
        while list.next_element_seed(List { coordinates: &mut *self.coordinates, budget: &mut *self.budget })?.is_some()
        {
        }
        self.coordinates.signs.push(Sign::Close);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wkb(text: &str, most: usize) -> Option<Result<Vec<u8>, ShapeError>> {
        GeometrySeed { most }.deserialize(&mut serde_json::Deserializer::from_str(text)).unwrap()
    }

    #[test]
    fn shapes_are_written_and_what_makes_no_sense_is_told() {
        // Sizes by hand: 5 bytes of head per shape, 4 per count, 16 per position.
        let cases = [
            (r#"{"type":"Point","coordinates":[1,2]}"#, Ok(21)),
            (r#"{"type":"Point","coordinates":[1,2,3]}"#, Ok(21)),
            (r#"{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}"#, Ok(5 + 4 + 2 * 21)),
            (r#"{"type":"LineString","coordinates":[[1,2],[3,4]]}"#, Ok(5 + 4 + 32)),
            (r#"{"type":"MultiLineString","coordinates":[[[1,2],[3,4]]]}"#, Ok(5 + 4 + 9 + 32)),
            (
                r#"{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]],[[[5,5],[6,5],[6,6],[5,5]]]]}"#,
                Ok(9 + 2 * (13 + 64)),
            ),
            (r#"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]}]}"#, Ok(9 + 21)),
            (r#"{"type":"Polygon","coordinates":[[1,2],[3,4]]}"#, Err(ShapeError::NoShape)),
            (r#"{"type":"Polygon","coordinates":[[[[1,2]]]]}"#, Err(ShapeError::NoShape)),
            (r#"{"type":"Point","coordinates":[1]}"#, Err(ShapeError::NoShape)),
            (r#"{"type":"Circle","coordinates":[1,2]}"#, Err(ShapeError::NoShape)),
            (r#"{"coordinates":[1,2]}"#, Err(ShapeError::NoShape)),
        ];
        for (text, expected) in cases {
            assert_eq!(wkb(text, 1_000).unwrap().map(|bytes| bytes.len()), expected, "{text}");
        }
        assert_eq!(wkb("null", 1_000), None);
        assert!(matches!(
            wkb(r#"{"type":"LineString","coordinates":[[1,2],[3,4]]}"#, 10),
            Some(Err(ShapeError::Limit(_)))
        ));
    }
}
