// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The geometry of a GeoJSON feature (RFC 7946, section 3.1) to WKB; a third dimension is left out.
//! Not here: lines that several shapes share (`topology.rs`, which reads its members with this module).

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
        let mut budget = Budget::new(self.most);
        let geometry = GeometryVisitor { budget: &mut budget, form: Form::GeoJson, depth: 0 }.deserialize(source);
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
pub(super) struct Budget {
    pub(super) left: usize,
    limit: usize,
    pub(super) hit: Option<LimitHit>,
}

impl Budget {
    pub(super) fn new(most: usize) -> Self {
        Self { left: most, limit: most, hit: None }
    }

    pub(super) fn spend<E: Error>(&mut self, n_bytes: usize) -> Result<(), E> {
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

/// Which members a shape has.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// All positions stand in `coordinates`.
    GeoJson,
    /// Points stand in `coordinates`, lines and rings as numbers of arcs in `arcs`.
    TopoJson,
}

/// One sign of nested lists of numbers.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    Open,
    Close,
    Number,
}

/// Coordinates as they stand: flat, since a list of lists of lists costs twenty times its text.
#[derive(Default)]
pub(super) struct Coordinates {
    pub(super) signs: Vec<Sign>,
    pub(super) numbers: Vec<f64>,
}

/// A shape as it stands in the file.
#[derive(Default)]
pub(super) struct Geometry {
    kind: Option<String>,
    pub(super) coordinates: Coordinates,
    pub(super) arcs: Coordinates,
    pub(super) parts: Vec<Geometry>,
    /// Whether it has parts that lie too deep to be read.
    is_too_deep: bool,
}

impl Geometry {
    /// Reads the value of a member that makes the shape; `false` leaves the value to the caller.
    pub(super) fn member<'de, A: MapAccess<'de>>(
        &mut self,
        key: &str,
        map: &mut A,
        form: Form,
        budget: &mut Budget,
        depth: usize,
    ) -> Result<bool, A::Error> {
        let mut list = |budget: &mut Budget| {
            let mut coordinates = Coordinates::default();
            map.next_value_seed(List { coordinates: &mut coordinates, budget })?;
            Ok(coordinates)
        };
        match (key, form) {
            ("coordinates", _) => self.coordinates = list(budget)?,
            ("arcs", Form::TopoJson) => self.arcs = list(budget)?,
            ("type", _) => self.kind = map.next_value()?,
            ("geometries", _) if depth < MAX_DEPTH => {
                self.parts = map.next_value_seed(Parts { budget, form, depth: depth + 1 })?;
            }
            ("geometries", _) => {
                self.is_too_deep = true;
                map.next_value::<IgnoredAny>()?;
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// Whether the file says that there is no shape.
    pub(super) fn is_null(&self) -> bool {
        let lists = [&self.coordinates, &self.arcs];
        self.kind.is_none() && self.parts.is_empty() && lists.iter().all(|list| list.signs.is_empty())
    }

    /// Its kind.
    pub(super) fn shape(&self) -> Result<Shape, ShapeError> {
        let kind = self.kind.as_deref().filter(|_| !self.is_too_deep);
        kind.and_then(Shape::parse).ok_or(ShapeError::NoShape)
    }

    fn write(&self, writer: &mut WkbWriter) -> Result<(), ShapeError> {
        let shape = self.shape()?;
        let mut reader = Reader::new(&self.coordinates);
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

/// Reads on through nested lists.
pub(super) struct Reader<'a> {
    pub(super) signs: &'a [Sign],
    numbers: &'a [f64],
}

/// What is done with each list in a list.
type Each<'f, 'a> = &'f mut dyn FnMut(&mut Reader<'a>, &mut WkbWriter) -> Result<(), ShapeError>;

impl<'a> Reader<'a> {
    pub(super) fn new(coordinates: &'a Coordinates) -> Self {
        Self { signs: &coordinates.signs, numbers: &coordinates.numbers }
    }

    pub(super) fn take(&mut self) -> Option<Sign> {
        let (first, rest) = self.signs.split_first()?;
        self.signs = rest;
        Some(*first)
    }

    pub(super) fn number(&mut self) -> Result<f64, ShapeError> {
        let (first, rest) = self.numbers.split_first().ok_or(ShapeError::NoShape)?;
        self.numbers = rest;
        Ok(*first)
    }

    fn position(&mut self, writer: &mut WkbWriter) -> Result<(), ShapeError> {
        let (x, y) = self.x_y()?;
        writer.position(x, y)
    }

    /// `[x, y]`, and heights that are left out.
    pub(super) fn x_y(&mut self) -> Result<(f64, f64), ShapeError> {
        let expected = [Sign::Open, Sign::Number, Sign::Number];
        if expected.iter().any(|sign| self.take() != Some(*sign)) {
            return Err(ShapeError::NoShape);
        }
        let (x, y) = (self.number()?, self.number()?);
        loop {
            match self.take() {
                Some(Sign::Number) => drop(self.number()?),
                Some(Sign::Close) => return Ok((x, y)),
                Some(Sign::Open) | None => return Err(ShapeError::NoShape),
            }
        }
    }

    /// `[...]`: the count first, then each.
    pub(super) fn list(&mut self, writer: &mut WkbWriter, each: Each<'_, 'a>) -> Result<(), ShapeError> {
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
    form: Form,
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
        let mut geometry = Geometry::default();
        while let Some(key) = map.next_key::<String>()? {
            if !geometry.member(&key, &mut map, self.form, self.budget, self.depth)? {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(Some(geometry))
    }
}

struct Parts<'b> {
    budget: &'b mut Budget,
    form: Form,
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
            list.next_element_seed(GeometryVisitor { budget: &mut *self.budget, form: self.form, depth: self.depth })?
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
        let nested = |n: usize| {
            let open = r#"{"type":"GeometryCollection","geometries":["#.repeat(n);
            format!(r#"{open}{{"type":"Point","coordinates":[1,2]}}{}"#, "]}".repeat(n))
        };
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
            (&nested(MAX_DEPTH), Ok(MAX_DEPTH * 9 + 21)),
            (&nested(MAX_DEPTH + 1), Err(ShapeError::NoShape)),
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
