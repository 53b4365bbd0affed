// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! JSON as publishers give it: GeoJSON (one row per feature), TopoJSON (one row per shape of a layer), and
//! the answers of OData services, version 3 (`value` or `d.results`, a column per figure) and 4 (`value`, a
//! row per figure).
//!
//! Read as a stream, one row at a time; columns come in the order in which their names are first seen.
//! Rows are numbered from 1. Not here: what a v4 row means (`table.rs`, by `long`).

mod shape;
mod topology;

use std::collections::BTreeMap;
use std::fmt;

use kapstok_table::{Place, Problem};
use serde::Deserializer;
use serde::de::{DeserializeSeed, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::limits::{LimitHit, Limits};
use crate::raw::{CellKind, RawBuilder, RawTable};
use crate::read::ReadOptions;
use crate::wkb::ShapeError;
use shape::GeometrySeed;

/// What the keys at the top said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Found {
    Rows,
    Features,
    Topology,
}

/// Where rows go, and what was met on the way.
struct Sink<'l> {
    builder: RawBuilder<'l>,
    by_name: BTreeMap<String, usize>,
    found: Option<Found>,
    hit: Option<LimitHit>,
    n_rows: u32,
    nested: Tally,
    bad_shapes: Tally,
    srs: Option<u32>,
}

/// How often, and the first row.
#[derive(Default)]
struct Tally {
    n: usize,
    first_row: u32,
}

impl Tally {
    fn add(&mut self, row: u32) {
        if self.n == 0 {
            self.first_row = row;
        }
        self.n += 1;
    }

    fn problem(&self, code: &'static str, file: &str) -> Option<Problem> {
        let place = Place { row: Some(self.first_row), ..Place::file(file) };
        (self.n > 0).then(|| Problem { count: self.n, ..Problem::warning(code, place) })
    }
}

/// The layers of TopoJSON; nothing for other JSON.
pub(crate) fn sheets(bytes: &[u8], limits: &Limits) -> Vec<String> {
    topology::layers(without_mark(bytes), limits)
}

/// Reads the whole document; of TopoJSON the layer that is chosen.
pub(crate) fn read(
    file: &str,
    bytes: &[u8],
    options: &ReadOptions,
    limits: &Limits,
) -> (Option<RawTable>, Vec<Problem>) {
    let bytes = without_mark(bytes);
    if let Err(hit) = crate::limits::check("unpacked-bytes", bytes.len(), limits.unpacked_bytes.saturating_mul(2)) {
        return (None, vec![hit.problem(Place::file(file))]);
    }
    let mut sink = Sink::new(RawBuilder::new(file, None, limits));
    let mut source = serde_json::Deserializer::from_slice(bytes);
    let read = Top(&mut sink).deserialize(&mut source).and_then(|()| source.end());
    match (sink.found, sink.hit) {
        (Some(Found::Topology), _) => return topology::read(file, bytes, options, limits),
        (_, Some(hit)) => return (None, vec![hit.problem(Place::file(file))]),
        (Some(Found::Rows | Found::Features) | None, None) => {}
    }
    if let Err(error) = read {
        return (None, vec![damaged(&error, Place::file(file))]);
    }
    match sink.found {
        None => return (None, vec![Problem::error("K0302", Place::file(file)).with("found", "JSON")]),
        Some(Found::Features) => {
            // RFC 7946, section 4: longitude and latitude on WGS 84, unless an old `crs` says otherwise.
            let srs = sink.srs.or(Some(4326));
            sink.builder.set_srs(srs);
        }
        Some(Found::Rows | Found::Topology) => {}
    }
    let problems = sink.problems(file);
    (Some(sink.builder.finish()), problems)
}

fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}

/// The document stops, or is not what it says.
fn damaged(error: &serde_json::Error, place: Place) -> Problem {
    let row = u32::try_from(error.line()).ok();
    Problem::error("K0303", Place { row, ..place }).with("found", error)
}

impl<'l> Sink<'l> {
    fn new(builder: RawBuilder<'l>) -> Self {
        Self {
            builder,
            by_name: BTreeMap::new(),
            found: None,
            hit: None,
            n_rows: 0,
            nested: Tally::default(),
            bad_shapes: Tally::default(),
            srs: None,
        }
    }

    /// What is to be said of the rows, once they are read.
    fn problems(&self, file: &str) -> Vec<Problem> {
        let none = (self.n_rows == 0).then(|| Problem::warning("K0318", Place::file(file)));
        let rows = [self.nested.problem("K0319", file), self.bad_shapes.problem("K0316", file), none];
        rows.into_iter().flatten().collect()
    }

    fn note<E: Error>(&mut self, result: Result<(), LimitHit>) -> Result<(), E> {
        result.map_err(|hit| {
            self.hit = Some(hit);
            E::custom(hit)
        })
    }

    fn start_row<E: Error>(&mut self) -> Result<(), E> {
        self.n_rows += 1;
        let started = self.builder.start_row(self.n_rows);
        self.note(started)
    }

    fn put<E: Error>(&mut self, name: &str, value: &Scalar) -> Result<(), E> {
        let (text, kind) = match value {
            Scalar::Null => return self.column(name).map(drop),
            Scalar::Nested => {
                self.nested.add(self.n_rows);
                return Ok(());
            }
            Scalar::Text(text) => (text.as_str(), CellKind::Text),
            Scalar::Number(text) => (text.as_str(), CellKind::Number),
            Scalar::Bool(value) => (if *value { "true" } else { "false" }, CellKind::Bool),
        };
        let column = self.column(name)?;
        let put = self.builder.put(column, text, kind).map(drop);
        self.note(put)
    }

    fn column<E: Error>(&mut self, name: &str) -> Result<usize, E> {
        if let Some(column) = self.by_name.get(name) {
            return Ok(*column);
        }
        let number = u32::try_from(self.by_name.len() + 1).unwrap_or(u32::MAX);
        match self.builder.add_column(name, number) {
            Ok(column) => {
                self.by_name.insert(name.to_owned(), column);
                Ok(column)
            }
            Err(hit) => self.note(Err(hit)).map(|()| 0),
        }
    }
}

/// A cell of JSON.
enum Scalar {
    Null,
    Text(String),
    Number(String),
    Bool(bool),
    /// A list or an object: no cell.
    Nested,
}

impl<'de> serde::Deserialize<'de> for Scalar {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        struct Visit;
        impl<'de> Visitor<'de> for Visit {
            type Value = Scalar;
            fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
                to.write_str("a value")
            }
            fn visit_unit<E>(self) -> Result<Scalar, E> {
                Ok(Scalar::Null)
            }
            fn visit_bool<E>(self, value: bool) -> Result<Scalar, E> {
                Ok(Scalar::Bool(value))
            }
            fn visit_u64<E>(self, value: u64) -> Result<Scalar, E> {
                Ok(Scalar::Number(value.to_string()))
            }
            fn visit_i64<E>(self, value: i64) -> Result<Scalar, E> {
                Ok(Scalar::Number(value.to_string()))
            }
            fn visit_f64<E>(self, value: f64) -> Result<Scalar, E> {
                Ok(Scalar::Number(value.to_string()))
            }
            fn visit_str<E>(self, value: &str) -> Result<Scalar, E> {
                Ok(Scalar::Text(value.to_owned()))
            }
            fn visit_string<E>(self, value: String) -> Result<Scalar, E> {
                Ok(Scalar::Text(value))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Scalar, A::Error> {
                while list.next_element::<IgnoredAny>()?.is_some() {}
                Ok(Scalar::Nested)
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Scalar, A::Error> {
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                Ok(Scalar::Nested)
            }
        }
        source.deserialize_any(Visit)
    }
}

/// The whole document.
struct Top<'s, 'l>(&'s mut Sink<'l>);

impl<'de> DeserializeSeed<'de> for Top<'_, '_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<(), D::Error> {
        source.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Top<'_, '_> {
    type Value = ();

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("a FeatureCollection or the answer of an OData service")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<(), A::Error> {
        self.0.found = Some(Found::Rows);
        RowList { sink: self.0, kind: Found::Rows }.visit_seq(list)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "features" => {
                    self.0.found = Some(Found::Features);
                    map.next_value_seed(RowList { sink: &mut *self.0, kind: Found::Features })?;
                }
                "value" | "results" => {
                    self.0.found = Some(Found::Rows);
                    map.next_value_seed(RowList { sink: &mut *self.0, kind: Found::Rows })?;
                }
                "d" => map.next_value_seed(Top(&mut *self.0))?,
                // Its shapes can only be read once its arcs are known: from the start.
                "arcs" => {
                    self.0.found = Some(Found::Topology);
                    return Err(A::Error::custom("TopoJSON"));
                }
                "crs" => self.0.srs = map.next_value::<serde_json::Value>().map(|crs| epsg(&crs))?,
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(())
    }
}

/// The number behind `EPSG` in an old `crs` member (`urn:ogc:def:crs:EPSG::28992`, `EPSG:28992`).
fn epsg(crs: &serde_json::Value) -> Option<u32> {
    let name = crs.pointer("/properties/name")?.as_str()?;
    let (_, number) = name.rsplit_once(':').filter(|(before, _)| before.to_uppercase().contains("EPSG"))?;
    number.parse().ok()
}

/// A list of rows or of features.
struct RowList<'s, 'l> {
    sink: &'s mut Sink<'l>,
    kind: Found,
}

impl<'de> DeserializeSeed<'de> for RowList<'_, '_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<(), D::Error> {
        source.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for RowList<'_, '_> {
    type Value = ();

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("a list of rows")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while list.next_element_seed(Row { sink: &mut *self.sink, kind: self.kind })?.is_some() {}
        Ok(())
    }
}

/// One row, or one feature.
struct Row<'s, 'l> {
    sink: &'s mut Sink<'l>,
    kind: Found,
}

impl<'de> DeserializeSeed<'de> for Row<'_, '_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<(), D::Error> {
        source.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Row<'_, '_> {
    type Value = ();

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("a row with named values")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        self.sink.start_row()?;
        while let Some(key) = map.next_key::<String>()? {
            match (self.kind, key.as_str()) {
                (Found::Features, "properties") => map.next_value_seed(Properties(&mut *self.sink))?,
                (Found::Features, "geometry") => {
                    let most = self.sink.builder.geometry_left();
                    match map.next_value_seed(GeometrySeed { most })? {
                        None => {}
                        Some(Ok(wkb)) => {
                            let put = self.sink.builder.put_geometry(wkb);
                            self.sink.note(put)?;
                        }
                        Some(Err(ShapeError::NoShape)) => self.sink.bad_shapes.add(self.sink.n_rows),
                        Some(Err(ShapeError::Limit(hit))) => self.sink.note(Err(hit))?,
                    }
                }
                (Found::Features, _) => drop(map.next_value::<IgnoredAny>()?),
                (_, name) => {
                    let value: Scalar = map.next_value()?;
                    self.sink.put(name, &value)?;
                }
            }
        }
        self.sink.builder.end_row();
        Ok(())
    }
}

/// The properties of a feature; `null` for none.
struct Properties<'s, 'l>(&'s mut Sink<'l>);

impl<'de> DeserializeSeed<'de> for Properties<'_, '_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<(), D::Error> {
        source.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Properties<'_, '_> {
    type Value = ();

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("named values")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some((name, value)) = map.next_entry::<String, Scalar>()? {
            self.0.put(&name, &value)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<Vec<(String, CellKind)>> {
        let (table, problems) = read("a.json", text.as_bytes(), &ReadOptions::default(), &Limits::default());
        assert_eq!(problems, [], "{text}");
        let table = table.unwrap();
        let cell = |row, column| (table.cell(row, column).text.to_owned(), table.cell(row, column).kind);
        (0..table.n_rows()).map(|row| (0..table.n_columns()).map(|column| cell(row, column)).collect()).collect()
    }

    #[test]
    fn odata_of_both_versions_becomes_rows() {
        use CellKind::{Empty, Number, Text};
        let cell = |text: &str, kind| (text.to_owned(), kind);
        let expected = [vec![cell("GM0001", Text), cell("1.5", Number)], vec![cell("GM0002", Text), cell("", Empty)]];
        let list = r#"[{"code": "GM0001", "a": 1.5}, {"code": "GM0002", "a": null}]"#;
        for text in [
            format!(r#"{{"odata.metadata": "x", "value": {list}}}"#),
            format!(r#"{{"d": {{"results": {list}, "__next": "y"}}}}"#),
            list.to_owned(),
        ] {
            assert_eq!(rows(&text), expected);
        }
    }

    #[test]
    fn whole_numbers_written_as_floats_and_late_columns_keep_their_rows() {
        use CellKind::{Empty, Number};
        let found = rows(r#"{"value": [{"a": -99995.0}, {"b": 5, "a": 1e3}]}"#);
        let cell = |text: &str, kind| (text.to_owned(), kind);
        assert_eq!(
            found,
            [vec![cell("-99995", Number), cell("", Empty)], vec![cell("1000", Number), cell("5", Number)]]
        );
    }

    #[test]
    fn features_become_rows_with_their_boundary() {
        let text = r#"{"type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}},
            "features": [{"type": "Feature", "geometry": {"coordinates": [[[0,0],[1,0],[1,1],[0,0]]], "type": "Polygon"},
                          "properties": {"code": "BU00010001", "n": 5}},
                         {"type": "Feature", "properties": null, "geometry": null}]}"#;
        let (table, problems) = read("a.geojson", text.as_bytes(), &ReadOptions::default(), &Limits::default());
        assert_eq!(problems, []);
        let table = table.unwrap();
        assert_eq!((table.n_rows(), table.srs(), table.has_geometry()), (2, Some(28_992), true));
        // Byte order, polygon, one ring, four positions of 16 bytes.
        let wkb = table.geometry(0).unwrap();
        assert_eq!((wkb.len(), &wkb[..13]), (13 + 64, &[1, 3, 0, 0, 0, 1, 0, 0, 0, 4, 0, 0, 0][..]));
        assert_eq!(f64::from_le_bytes(wkb[29..37].try_into().unwrap()), 1.0);
        assert_eq!(table.geometry(1), None);
    }

    #[test]
    fn what_is_no_table_is_refused_with_a_code() {
        let cases = [
            (r#"{"name": "x"}"#, "K0302"),
            (r#"{"value": [{"a": 1}"#, "K0303"),
            (r#"{"value": [{"a": NaN}]}"#, "K0303"),
            (r#"{"value": [1, 2]}"#, "K0303"),
            (r#"{"value": 5}"#, "K0303"),
            (r#"{"value": []} trailing"#, "K0303"),
        ];
        for (text, code) in cases {
            let (table, problems) = read("a.json", text.as_bytes(), &ReadOptions::default(), &Limits::default());
            assert!(table.is_none(), "{text}");
            assert_eq!(problems.iter().map(|problem| problem.code).collect::<Vec<_>>(), [code], "{text}");
        }
        let deep = format!("{{\"value\": {}", "[".repeat(100_000));
        assert_eq!(read("a.json", deep.as_bytes(), &ReadOptions::default(), &Limits::default()).1[0].code, "K0303");
    }
}
