// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The bytes of a vector tile with one layer.
//!
//! In: rings and names. Out: protocol buffer bytes of `vector_tile.Tile`.
//! Invariant: a feature without rings is not written, nor a layer without features; a name is bytes of a text
//! and nothing in it has a meaning.
//! Not here: geometry; a ring comes with its area.
//!
//! Source: Mapbox, *Vector Tile Specification* 2.1, sections 4.3 and 4.4 and `vector_tile.proto`.

use std::collections::BTreeMap;

use super::clip::{LocalPoint, doubled_area};

/// Numbers of the fields in `vector_tile.proto`.
mod field {
    pub(super) const TILE_LAYERS: u32 = 3;
    pub(super) const LAYER_NAME: u32 = 1;
    pub(super) const LAYER_FEATURES: u32 = 2;
    pub(super) const LAYER_KEYS: u32 = 3;
    pub(super) const LAYER_VALUES: u32 = 4;
    pub(super) const LAYER_EXTENT: u32 = 5;
    pub(super) const LAYER_VERSION: u32 = 15;
    pub(super) const FEATURE_ID: u32 = 1;
    pub(super) const FEATURE_TAGS: u32 = 2;
    pub(super) const FEATURE_TYPE: u32 = 3;
    pub(super) const FEATURE_GEOMETRY: u32 = 4;
    pub(super) const VALUE_STRING: u32 = 1;
    pub(super) const VALUE_UINT: u32 = 5;
}

const POLYGON: u64 = 3;
const MOVE_TO: u64 = 1;
const LINE_TO: u64 = 2;
const CLOSE_PATH: u64 = 7;

/// The keys of the properties, by their number.
const KEYS: [&str; 2] = ["index", "name"];

/// One layer, while it is written.
pub(super) struct Layer<'a> {
    name: &'static str,
    extent: u32,
    features: Vec<u8>,
    values: Vec<u8>,
    n_values: u64,
    name_values: BTreeMap<&'a str, u64>,
    /// The geometry of the feature that comes next, and where its pen is.
    geometry: Vec<u8>,
    pen: LocalPoint,
}

impl<'a> Layer<'a> {
    pub(super) fn new(name: &'static str, extent: u32) -> Self {
        Self {
            name,
            extent,
            features: Vec::new(),
            values: Vec::new(),
            n_values: 0,
            name_values: BTreeMap::new(),
            geometry: Vec::new(),
            pen: [0, 0],
        }
    }

    /// Adds a ring to the feature that comes next, in the winding that an exterior or a hole must have.
    pub(super) fn ring(&mut self, mut ring: Vec<LocalPoint>, is_exterior: bool) {
        if (doubled_area(&ring) > 0) != is_exterior {
            ring.reverse();
        }
        let [first, rest @ ..] = &ring[..] else { return };
        varint(&mut self.geometry, command(MOVE_TO, 1));
        self.step(*first);
        varint(&mut self.geometry, command(LINE_TO, rest.len() as u64));
        for &point in rest {
            self.step(point);
        }
        varint(&mut self.geometry, command(CLOSE_PATH, 1));
    }

    /// Ends a feature.
    pub(super) fn feature(&mut self, index: u32, name: Option<&'a str>) {
        let geometry = std::mem::take(&mut self.geometry);
        self.pen = [0, 0];
        if geometry.is_empty() {
            return;
        }
        let mut tags = Vec::new();
        varint(&mut tags, 0);
        let mut value = Vec::new();
        number(&mut value, field::VALUE_UINT, u64::from(index));
        varint(&mut tags, self.value(&value));
        if let Some(name) = name {
            let known = self.name_values.get(name).copied();
            let place = known.unwrap_or_else(|| {
                let mut value = Vec::new();
                bytes(&mut value, field::VALUE_STRING, name.as_bytes());
                self.value(&value)
            });
            self.name_values.insert(name, place);
            varint(&mut tags, 1);
            varint(&mut tags, place);
        }
        let mut feature = Vec::with_capacity(geometry.len() + 20);
        number(&mut feature, field::FEATURE_ID, u64::from(index));
        bytes(&mut feature, field::FEATURE_TAGS, &tags);
        number(&mut feature, field::FEATURE_TYPE, POLYGON);
        bytes(&mut feature, field::FEATURE_GEOMETRY, &geometry);
        bytes(&mut self.features, field::LAYER_FEATURES, &feature);
    }

    /// The tile; no bytes without features.
    pub(super) fn into_tile(self) -> Vec<u8> {
        if self.features.is_empty() {
            return Vec::new();
        }
        let mut layer = Vec::with_capacity(self.features.len() + self.values.len() + 64);
        bytes(&mut layer, field::LAYER_NAME, self.name.as_bytes());
        layer.extend(&self.features);
        for key in KEYS {
            bytes(&mut layer, field::LAYER_KEYS, key.as_bytes());
        }
        layer.extend(&self.values);
        number(&mut layer, field::LAYER_EXTENT, u64::from(self.extent));
        number(&mut layer, field::LAYER_VERSION, 2);
        let mut tile = Vec::with_capacity(layer.len() + 8);
        bytes(&mut tile, field::TILE_LAYERS, &layer);
        tile
    }

    /// Writes a value of the layer and gives its place.
    fn value(&mut self, value: &[u8]) -> u64 {
        bytes(&mut self.values, field::LAYER_VALUES, value);
        self.n_values += 1;
        self.n_values - 1
    }

    fn step(&mut self, to: LocalPoint) {
        for step in [to[0] - self.pen[0], to[1] - self.pen[1]] {
            varint(&mut self.geometry, ((step << 1) ^ (step >> 63)) as u64);
        }
        self.pen = to;
    }
}

fn command(id: u64, n_times: u64) -> u64 {
    id | n_times << 3
}

fn varint(out: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

fn number(out: &mut Vec<u8>, field: u32, value: u64) {
    varint(out, u64::from(field << 3));
    varint(out, value);
}

fn bytes(out: &mut Vec<u8>, field: u32, value: &[u8]) {
    varint(out, u64::from(field << 3 | 2));
    varint(out, value.len() as u64);
    out.extend_from_slice(value);
}
