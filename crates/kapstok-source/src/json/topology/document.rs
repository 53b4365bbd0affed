// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The document of a topology: first everything but the shapes, then the rows of one layer.

use std::fmt;

use kapstok_table::{Place, Problem};
use serde::de::{DeserializeSeed, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::{Layer, Topology};
use crate::json::shape::{Budget, Form, Geometry};
use crate::json::{Properties, Scalar, Sink, damaged, epsg};
use crate::limits::{LimitHit, Limits};
use crate::raw::{RawBuilder, RawTable, trim};
use crate::read::ReadOptions;
use crate::wkb::{ShapeError, WkbWriter};
use kapstok_table::nearest;

/// The most layers of one file.
const MAX_LAYERS: usize = 1_024;

/// Names of the layers; nothing for a document that is no topology.
pub(in crate::json) fn layers(bytes: &[u8], limits: &Limits) -> Vec<String> {
    let read = read_head(bytes, &mut Budget::new(limits.geometry_bytes), &mut None);
    read.map(|topology| topology.layers.into_iter().map(|layer| layer.name).collect()).unwrap_or_default()
}

fn read_head(
    bytes: &[u8],
    budget: &mut Budget,
    too_many: &mut Option<LimitHit>,
) -> Result<Topology, serde_json::Error> {
    let mut topology = Topology::default();
    let mut source = serde_json::Deserializer::from_slice(bytes);
    Whole(&mut Head { topology: &mut topology, budget, too_many }).deserialize(&mut source)?;
    source.end()?;
    topology.place();
    Ok(topology)
}

/// Reads one layer.
pub(in crate::json) fn read(
    file: &str,
    bytes: &[u8],
    options: &ReadOptions,
    limits: &Limits,
) -> (Option<RawTable>, Vec<Problem>) {
    let place = || Place::file(file);
    let (mut budget, mut too_many) = (Budget::new(limits.geometry_bytes), None);
    let head = read_head(bytes, &mut budget, &mut too_many);
    let topology = match (head, budget.hit.or(too_many)) {
        (_, Some(hit)) => return (None, vec![hit.problem(place())]),
        (Err(error), None) => return (None, vec![damaged(&error, place())]),
        (Ok(topology), None) => topology,
    };
    let names = || topology.layers.iter().map(|layer| layer.name.as_str());
    let known = names().collect::<Vec<_>>().join(", ");
    let mut notes = Vec::new();
    let chosen = match &options.sheet {
        Some(wanted) => {
            let Some(chosen) = names().position(|name| trim(name) == trim(wanted)) else {
                let problem = Problem::error("K0308", place()).with("found", wanted).with("known", &known);
                return (None, vec![problem.with("nearest", nearest(wanted, names()))]);
            };
            chosen
        }
        None if topology.layers.is_empty() => return (None, vec![Problem::error("K0315", place())]),
        None => {
            if topology.layers.len() > 1 {
                notes.push(Problem::note("K0314", place()).with("known", &known));
            }
            0
        }
    };
    let mut sink = Sink::new(RawBuilder::new(file, Some(&topology.layers[chosen].name), limits));
    let mut rows = Rows { sink: &mut sink, topology: &topology, left: budget.left, chosen, layer: 0 };
    let mut source = serde_json::Deserializer::from_slice(bytes);
    let read = Objects(&mut rows).deserialize(&mut source);
    match (read, sink.hit) {
        (_, Some(hit)) => return (None, vec![hit.problem(place())]),
        (Err(error), None) => return (None, vec![damaged(&error, place())]),
        (Ok(()), None) => {}
    }
    sink.builder.set_srs(topology.srs());
    let mut problems = sink.problems(file);
    problems.extend(notes);
    (Some(sink.builder.finish()), problems)
}

/// Reads an object or a list of JSON by a method of what it fills.
macro_rules! part {
    ($name:ident, $to:ident, $expected:literal, $visit:ident, $access:ident, $deserialize:ident, $method:ident) => {
        struct $name<'r, 'a, 'l>(&'r mut $to<'a, 'l>);

        impl<'de> DeserializeSeed<'de> for $name<'_, '_, '_> {
            type Value = ();
            fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<(), D::Error> {
                source.$deserialize(self)
            }
        }

        impl<'de> Visitor<'de> for $name<'_, '_, '_> {
            type Value = ();

            fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
                to.write_str($expected)
            }

            fn $visit<A: $access<'de>>(self, access: A) -> Result<(), A::Error> {
                self.0.$method(access)
            }
        }
    };
}

/// The first reading.
struct Head<'a, 'l> {
    topology: &'a mut Topology,
    budget: &'a mut Budget,
    too_many: &'l mut Option<LimitHit>,
}

part!(Whole, Head, "a topology", visit_map, MapAccess, deserialize_map, members);
part!(Arcs, Head, "a list of arcs", visit_seq, SeqAccess, deserialize_seq, arcs);
part!(Arc, Head, "a list of points", visit_seq, SeqAccess, deserialize_seq, arc);
part!(Layers, Head, "layers", visit_map, MapAccess, deserialize_map, layers);

impl Head<'_, '_> {
    fn members<'de, A: MapAccess<'de>>(&mut self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "arcs" => map.next_value_seed(Arcs(self))?,
                "objects" => map.next_value_seed(Layers(self))?,
                "transform" => self.topology.transform = map.next_value()?,
                "crs" => self.topology.srs = map.next_value::<serde_json::Value>().map(|crs| epsg(&crs))?,
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(())
    }

    fn arcs<'de, A: SeqAccess<'de>>(&mut self, mut list: A) -> Result<(), A::Error> {
        while list.next_element_seed(Arc(self))?.is_some() {
            self.budget.spend(std::mem::size_of::<usize>())?;
            self.topology.ends.push(self.topology.points.len());
        }
        Ok(())
    }

    fn arc<'de, A: SeqAccess<'de>>(&mut self, mut list: A) -> Result<(), A::Error> {
        while let Some(Point(x, y)) = list.next_element()? {
            self.budget.spend(std::mem::size_of::<(f64, f64)>())?;
            self.topology.points.push((x, y));
        }
        Ok(())
    }

    fn layers<'de, A: MapAccess<'de>>(&mut self, mut map: A) -> Result<(), A::Error> {
        while let Some((name, IsCollection(is_collection))) = map.next_entry()? {
            if let Err(hit) = crate::limits::check("sheets", self.topology.layers.len() + 1, MAX_LAYERS) {
                *self.too_many = Some(hit);
                return Err(A::Error::custom(hit));
            }
            self.topology.layers.push(Layer { name, is_collection });
        }
        Ok(())
    }
}

/// `[x, y]`, and more that is left out.
struct Point(f64, f64);

impl<'de> Deserialize<'de> for Point {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        struct Visit;
        impl<'de> Visitor<'de> for Visit {
            type Value = Point;
            fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
                to.write_str("two numbers")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Point, A::Error> {
                let (Some(x), Some(y)) = (list.next_element()?, list.next_element()?) else {
                    return Err(A::Error::custom("a point of fewer than two numbers"));
                };
                while list.next_element::<IgnoredAny>()?.is_some() {}
                Ok(Point(x, y))
            }
        }
        source.deserialize_seq(Visit)
    }
}

/// Whether an object has `geometries`.
struct IsCollection(bool);

impl<'de> Deserialize<'de> for IsCollection {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        struct Visit;
        impl<'de> Visitor<'de> for Visit {
            type Value = IsCollection;
            fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
                to.write_str("a shape or a collection")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<IsCollection, A::Error> {
                let mut is_collection = false;
                while let Some((key, IgnoredAny)) = map.next_entry::<String, IgnoredAny>()? {
                    is_collection |= key == "geometries";
                }
                Ok(IsCollection(is_collection))
            }
        }
        source.deserialize_map(Visit)
    }
}

/// The second reading.
struct Rows<'a, 'l> {
    sink: &'a mut Sink<'l>,
    topology: &'a Topology,
    /// Bytes of boundaries that may still be written, those of rows that fail included.
    left: usize,
    /// The layer that was chosen, and the one that is read, by their place in the document.
    chosen: usize,
    layer: usize,
}

part!(Objects, Rows, "a topology", visit_map, MapAccess, deserialize_map, objects);
part!(LayerRows, Rows, "layers", visit_map, MapAccess, deserialize_map, layers);
part!(Collection, Rows, "a collection of shapes", visit_map, MapAccess, deserialize_map, collection);
part!(Shapes, Rows, "a list of shapes", visit_seq, SeqAccess, deserialize_seq, shapes);
part!(Row, Rows, "a shape", visit_map, MapAccess, deserialize_map, row);

impl Rows<'_, '_> {
    fn objects<'de, A: MapAccess<'de>>(&mut self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "objects" => map.next_value_seed(LayerRows(self))?,
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(())
    }

    fn layers<'de, A: MapAccess<'de>>(&mut self, mut map: A) -> Result<(), A::Error> {
        while map.next_key::<IgnoredAny>()?.is_some() {
            if self.layer != self.chosen {
                map.next_value::<IgnoredAny>()?;
            } else if self.topology.layers[self.chosen].is_collection {
                map.next_value_seed(Collection(self))?;
            } else {
                map.next_value_seed(Row(self))?;
            }
            self.layer += 1;
        }
        Ok(())
    }

    fn collection<'de, A: MapAccess<'de>>(&mut self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "geometries" => map.next_value_seed(Shapes(self))?,
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(())
    }

    fn shapes<'de, A: SeqAccess<'de>>(&mut self, mut list: A) -> Result<(), A::Error> {
        while list.next_element_seed(Row(self))?.is_some() {}
        Ok(())
    }

    fn row<'de, A: MapAccess<'de>>(&mut self, mut map: A) -> Result<(), A::Error> {
        self.sink.start_row()?;
        let mut budget = Budget::new(self.left);
        let (mut geometry, mut id) = (Geometry::default(), None);
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "properties" => map.next_value_seed(Properties(self.sink))?,
                "id" => id = Some(map.next_value::<Scalar>()?),
                key => {
                    let read = geometry.member(key, &mut map, Form::TopoJson, &mut budget, 0);
                    if let Some(hit) = budget.hit {
                        return self.sink.note(Err(hit));
                    }
                    if !read? {
                        map.next_value::<IgnoredAny>()?;
                    }
                }
            }
        }
        // Many maps have their code here only. A property of that name goes before it.
        if let Some(id) = id {
            self.sink.put("id", &id)?;
        }
        if !geometry.is_null() {
            let mut writer = WkbWriter::new(self.left);
            let written = self.topology.write(&geometry, &mut writer);
            // A shape that fails took its time as well.
            self.left -= writer.n_written();
            match written {
                Ok(()) => {
                    let put = self.sink.builder.put_geometry(writer.finish());
                    self.sink.note(put)?;
                }
                Err(ShapeError::NoShape) => self.sink.bad_shapes.add(self.sink.n_rows),
                Err(ShapeError::Limit(hit)) => self.sink.note(Err(hit))?,
            }
        }
        self.sink.builder.end_row();
        Ok(())
    }
}
