// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Tiles, taken apart again by a small decoder that knows the specification only.

use std::collections::{BTreeMap, BTreeSet};

use super::Tiles;
use super::clip::doubled_area;
use crate::simplify::tests::{mosaic, spoilt};
use crate::{Crs, Outline, Topology, mercator};

/// A feature as it stands in a tile.
#[derive(Debug, Default, PartialEq)]
struct Feature {
    id: u64,
    properties: BTreeMap<String, Value>,
    rings: Vec<Vec<[i64; 2]>>,
}

#[derive(Clone, Debug, PartialEq)]
enum Value {
    Text(String),
    Number(u64),
}

/// The fields of a message: number, and a number or bytes.
fn fields(mut bytes: &[u8]) -> Vec<(u64, u64, &[u8])> {
    let mut found = Vec::new();
    while !bytes.is_empty() {
        let key = varint(&mut bytes);
        let number = varint(&mut bytes);
        let mut content: &[u8] = &[];
        match key & 7 {
            0 => {}
            2 => (content, bytes) = bytes.split_at(number as usize),
            wire => panic!("wire type {wire}"),
        }
        found.push((key >> 3, number, content));
    }
    found
}

fn varint(bytes: &mut &[u8]) -> u64 {
    let mut number = 0;
    for shift in (0..64).step_by(7) {
        let (byte, rest) = bytes.split_first().expect("a byte");
        *bytes = rest;
        number |= u64::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            break;
        }
    }
    number
}

fn numbers(mut bytes: &[u8]) -> Vec<u64> {
    let mut found = Vec::new();
    while !bytes.is_empty() {
        found.push(varint(&mut bytes));
    }
    found
}

fn rings(commands: &[u64]) -> Vec<Vec<[i64; 2]>> {
    let (mut rings, mut pen, mut at) = (Vec::new(), [0_i64, 0], 0);
    while at < commands.len() {
        let (id, n_times) = (commands[at] & 7, commands[at] >> 3);
        at += 1;
        match id {
            1 => rings.push(Vec::new()),
            2 => assert!(n_times >= 2, "a ring is not a line"),
            7 => assert_eq!(n_times, 1),
            other => panic!("command {other}"),
        }
        if id == 1 || id == 2 {
            for _ in 0..n_times {
                for axis in &mut pen {
                    *axis += ((commands[at] >> 1) as i64) ^ -((commands[at] & 1) as i64);
                    at += 1;
                }
                rings.last_mut().expect("a ring").push(pen);
            }
        }
    }
    rings
}

fn decode(tile: &[u8]) -> Vec<Feature> {
    if tile.is_empty() {
        return Vec::new();
    }
    let layers = fields(tile);
    assert_eq!(layers.len(), 1);
    let layer = fields(layers[0].2);
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("a text");
    let all = |field: u64| layer.iter().filter(move |found| found.0 == field);
    assert_eq!(all(1).map(|found| text(found.2)).collect::<Vec<_>>(), ["areas"]);
    assert_eq!((all(5).next().map(|found| found.1), all(15).next().map(|found| found.1)), (Some(4096), Some(2)));
    let keys: Vec<String> = all(3).map(|found| text(found.2)).collect();
    assert_eq!(keys, ["index", "name"]);
    let values: Vec<Value> = all(4)
        .map(|found| match fields(found.2)[..] {
            [(1, _, bytes)] => Value::Text(text(bytes)),
            [(5, number, _)] => Value::Number(number),
            ref other => panic!("value {other:?}"),
        })
        .collect();
    let feature = |found: &(u64, u64, &[u8])| {
        let mut feature = Feature::default();
        for (field, number, bytes) in fields(found.2) {
            match field {
                1 => feature.id = number,
                2 => {
                    for pair in numbers(bytes).chunks(2) {
                        feature.properties.insert(keys[pair[0] as usize].clone(), values[pair[1] as usize].clone());
                    }
                }
                3 => assert_eq!(number, 3, "a polygon"),
                4 => feature.rings = rings(&numbers(bytes)),
                other => panic!("field {other}"),
            }
        }
        feature
    };
    all(2).map(feature).collect()
}

/// A made map that lies in the Netherlands, about 60 km wide.
fn map(side: u32, n_bends: u32) -> Vec<Outline> {
    let to_degrees = |[x, y]: [f64; 2]| [5.0 + x / f64::from(side), 52.0 + 0.6 * y / f64::from(side)];
    mosaic(side, n_bends, 3).iter().map(|outline| outline.map_points(to_degrees)).collect()
}

fn tiles(outlines: &[Outline]) -> Tiles {
    let names = (0..outlines.len()).map(|area| format!("Buurt {area}")).collect();
    Tiles::new(&Topology::new(outlines).unwrap(), Crs::Crs84, names).unwrap()
}

/// The tile that holds a point.
fn tile_at(z: u8, longitude: f64, latitude: f64) -> (u32, u32) {
    let [x, y] = mercator::from_lon_lat([longitude, latitude]);
    let n_tiles = f64::from(1_u32 << z);
    let part = |metres: f64| (0.5 + metres / (2.0 * mercator::HALF_SIDE)) * n_tiles;
    (part(x) as u32, part(-y) as u32)
}

fn area_of(feature: &Feature) -> i64 {
    feature.rings.iter().map(|ring| doubled_area(ring)).sum()
}

#[test]
fn areas_fill_a_tile_that_lies_within_the_map_without_gap_or_overlap() {
    let tiles = tiles(&map(20, 12));
    for z in [10, 11, 13] {
        let (x, y) = tile_at(z, 5.5, 52.3);
        let features = decode(&tiles.tile(z, x, y));
        assert!(features.len() > 1, "zoom {z}");
        let side = 4096 + 2 * 64;
        assert_eq!(features.iter().map(area_of).sum::<i64>(), 2 * side * side, "zoom {z}");
    }
}

#[test]
fn neighbours_have_every_point_of_their_border_in_common() {
    let tiles = tiles(&map(20, 12));
    let (x, y) = tile_at(10, 5.5, 52.3);
    // Each side of a ring that is not on the edge of the tile stands in another ring, the other way round.
    let features = decode(&tiles.tile(10, x, y));
    let sides: BTreeSet<[[i64; 2]; 2]> = features
        .iter()
        .flat_map(|feature| &feature.rings)
        .flat_map(|ring| (0..ring.len()).map(|at| [ring[at], ring[(at + 1) % ring.len()]]))
        .collect();
    assert!(sides.len() > 1000);
    for side in &sides {
        let on_edge = (0..2).any(|axis| side[0][axis] == side[1][axis] && [-64, 4160].contains(&side[0][axis]));
        assert!(on_edge || sides.contains(&[side[1], side[0]]), "{side:?} has no neighbour");
    }
}

#[test]
fn an_area_has_one_number_in_all_tiles_its_name_where_it_could_be_written_and_nothing_else() {
    let tiles = tiles(&map(6, 5));
    let mut seen = BTreeSet::new();
    let mut n_named = BTreeMap::new();
    for z in [0, 5, 8, 9] {
        let (west, north) = tile_at(z, 4.8, 52.8);
        let (east, south) = tile_at(z, 6.2, 51.8);
        for (x, y) in (west..=east).flat_map(|x| (north..=south).map(move |y| (x, y))) {
            for feature in decode(&tiles.tile(z, x, y)) {
                let mut expected = BTreeMap::from([("index".to_owned(), Value::Number(feature.id))]);
                if feature.properties.len() > 1 {
                    expected.insert("name".to_owned(), Value::Text(format!("Buurt {}", feature.id)));
                    *n_named.entry(z).or_insert(0) += 1;
                }
                assert_eq!(feature.properties, expected);
                seen.insert(feature.id);
            }
        }
    }
    assert_eq!(seen.len(), 36);
    // 11 km are some 8 pixels at zoom 5, and 60 at zoom 8.
    assert!(!n_named.contains_key(&0) && n_named.get(&5).is_none_or(|n| *n < 18), "{n_named:?}");
    assert!(n_named[&8] >= 36 && n_named[&9] >= 36, "{n_named:?}");
}

#[test]
fn where_each_area_left_out_its_own_points_small_zooms_have_no_slivers_and_few_points() {
    let clean = map(20, 12);
    let spoilt: Vec<Outline> = spoilt(&clean);
    let n_points =
        |features: &[Feature]| features.iter().flat_map(|feature| &feature.rings).map(Vec::len).sum::<usize>();
    for z in [6, 7, 8] {
        let (x, y) = tile_at(z, 5.5, 52.3);
        let [clean, spoilt] = [&clean, &spoilt].map(|outlines| decode(&tiles(outlines).tile(z, x, y)));
        assert!(spoilt.len().abs_diff(clean.len()) * 100 <= clean.len(), "{} areas at zoom {z}", spoilt.len());
        // Land that stands in no area or in two: under a hundredth of what the areas cover together.
        let covered = |features: &[Feature]| features.iter().map(area_of).sum::<i64>();
        let off = (covered(&spoilt) - covered(&clean)).abs();
        assert!(off * 100 < covered(&clean), "{off} of {} at zoom {z}", covered(&clean));
        assert!(n_points(&spoilt) * 10 < n_points(&clean) * 16, "{} and {}", n_points(&spoilt), n_points(&clean));
    }
}

#[test]
fn exteriors_run_with_the_clock_on_a_screen_and_holes_against_it() {
    let square = |x: f64, y: f64, side: f64| vec![[x, y], [x + side, y], [x + side, y + side], [x, y + side]];
    for reversed in [false, true] {
        let mut rings = vec![square(5.0, 52.0, 0.3), square(5.1, 52.1, 0.1)];
        if reversed {
            rings.iter_mut().for_each(|ring| ring.reverse());
        }
        let outlines = [Outline::from_rings([rings]), Outline::from_rings([[square(5.1, 52.1, 0.1)]])];
        let tiles = tiles(&outlines);
        let (x, y) = tile_at(8, 5.15, 52.15);
        let features = decode(&tiles.tile(8, x, y));
        let signs: Vec<Vec<bool>> =
            features.iter().map(|feature| feature.rings.iter().map(|ring| doubled_area(ring) > 0).collect()).collect();
        assert_eq!(signs, [vec![true, false], vec![true]]);
        // A tile within the enclave: what surrounds it is not there.
        let (x, y) = tile_at(13, 5.15, 52.15);
        let features = decode(&tiles.tile(13, x, y));
        assert_eq!(features.iter().map(|feature| feature.id).collect::<Vec<_>>(), [1]);
    }
}

#[test]
fn a_name_with_markup_is_a_text_and_nothing_more() {
    let name = "<script>alert(1)</script> \" & 't Zand \u{202e}";
    let outline = Outline::from_rings([[[[5.0, 52.0], [6.0, 52.0], [6.0, 53.0]]]]);
    let topology = Topology::new(&[outline.clone(), outline]).unwrap();
    let tiles = Tiles::new(&topology, Crs::Crs84, vec![name.to_owned()]).unwrap();
    let features = decode(&tiles.tile(5, 16, 10));
    assert_eq!(features[0].properties["name"], Value::Text(name.to_owned()));
    assert!(!features[1].properties.contains_key("name"), "an area beyond the names has none");
}

#[test]
fn no_tile_is_no_bytes_and_the_order_of_asking_changes_nothing() {
    let outlines = map(6, 5);
    let (one, other) = (tiles(&outlines), tiles(&outlines));
    let asked: Vec<(u8, u32, u32)> = (0..11).map(|z| (z, tile_at(z, 5.5, 52.3))).map(|(z, (x, y))| (z, x, y)).collect();
    let forwards: Vec<Vec<u8>> = asked.iter().map(|&(z, x, y)| one.tile(z, x, y)).collect();
    let mut backwards: Vec<Vec<u8>> = asked.iter().rev().map(|&(z, x, y)| other.tile(z, x, y)).collect();
    backwards.reverse();
    assert_eq!(forwards, backwards);
    assert!(forwards.iter().all(|tile| !tile.is_empty()));
    for (z, x, y) in [(0, 1, 0), (5, 0, 32), (17, 0, 0), (255, 0, 0), (9, 0, 0)] {
        assert!(one.tile(z, x, y).is_empty(), "{z}/{x}/{y}");
    }
    assert!(Tiles::exists(16, 65535, 0) && !Tiles::exists(16, 65536, 0));
}

#[test]
fn metres_taken_for_degrees_are_refused() {
    let metres = Outline::from_rings([[[[155e3, 463e3], [156e3, 463e3], [156e3, 464e3]]]]);
    let topology = Topology::new(&[metres]).unwrap();
    assert!(Tiles::new(&topology, Crs::Crs84, Vec::new()).is_err());
    assert!(Tiles::new(&topology, Crs::Rd, Vec::new()).is_ok());
}
