// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The facts that every client is asked, and what they are.
//!
//! In: the region and its build. Out: a file of questions for the scripts, and the answers to hold theirs against.
//! Figures come from `kapstok why --json`, numbers of areas from `build.json`, places from the map that was put in.

use std::path::PathBuf;

use serde_json::{Map, Value, json};

use super::outline::{self, Box4};
use super::region::{RENAMED, Region};
use crate::checkout::Checkout;
use crate::server::Server;

/// The level whose areas are read one by one.
const LEVEL: &str = "neighbourhood";
/// The figures that are asked of each of the renamed areas.
const INDICATORS: [&str; 3] = ["inwoners", "volwassenen_laag_inkomen", "huiselijk_geweld"];
/// Their period, the newest of each.
const PERIOD: &str = "2024";
/// What is asked by box: the middle of the region, between its borders.
const BOX: Box4 = [5.2401, 52.0001, 5.3203, 52.0402];
/// How far bounds may be off: half a metre, in degrees of latitude and in metres.
const HALF_A_METRE: (f64, f64) = (4.5e-6, 0.5);

/// Something that a client tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tell {
    /// The number of areas of each level.
    Areas,
    /// Name, figures, and the reason where there is no figure, of three areas.
    Rows,
    /// The row of the file that each of these figures, or its mark, stood in.
    SourceRows,
    /// How many areas have a point in a box.
    InBox,
    /// The bounds of one area in longitude and latitude.
    Bounds,
    /// The same in EPSG:28992: as the server has it, and as the client's own PROJ makes it.
    Rd,
}

/// What is so.
pub(super) struct Facts {
    /// The file of questions.
    pub(super) questions: PathBuf,
    n_areas: Map<String, Value>,
    rows: Map<String, Value>,
    source_rows: Map<String, Value>,
    n_in_box: usize,
    bounds: Box4,
}

impl Facts {
    /// Finds them, and writes the questions.
    pub(super) fn of(checkout: &Checkout, region: &Region, server: &Server) -> Result<Self, String> {
        let manifest = std::fs::read_to_string(region.build_file("build.json")).map_err(|error| error.to_string())?;
        let manifest: Value = serde_json::from_str(&manifest).map_err(|error| format!("build.json: {error}"))?;
        let levels = manifest["levels"].as_array().into_iter().flatten().filter(|level| level["map"] == true);
        let n_areas: Map<String, Value> = levels
            .map(|level| (level["level"].as_str().unwrap_or_default().to_owned(), level["n_areas"].clone()))
            .collect();
        // What is water on the map is no area.
        let features = region.map["features"].as_array().into_iter().flatten();
        let land: Vec<&Value> = features.filter(|feature| feature["properties"]["water"] == "NEE").collect();
        let (mut rows, mut source_rows, mut codes) = (Map::new(), Map::new(), Vec::new());
        for (_, name) in RENAMED {
            let feature = land.iter().find(|feature| feature["properties"]["buurtnaam"] == name);
            let code = feature.and_then(|feature| feature["properties"]["buurtcode"].as_str());
            let code = code.ok_or_else(|| format!("the map has no `{name}`"))?.to_owned();
            let (row, source_row) = row(checkout, region, &code, name)?;
            rows.insert(code.clone(), row);
            source_rows.insert(code.clone(), source_row);
            codes.push(code);
        }
        let outlines: Vec<_> = land.iter().map(|feature| outline::rings(feature)).collect();
        let first = land.iter().position(|feature| feature["properties"]["buurtcode"] == codes[0].as_str());
        let bounds = outline::bounds(&outlines[first.unwrap_or_default()]);
        let questions = json!({
            "api": server.url("/v1"), "build": region.build_file(""), "levels": n_areas.keys().collect::<Vec<_>>(),
            "level": LEVEL, "areas": codes, "indicators": INDICATORS, "period": PERIOD, "box": BOX, "outline": codes[0],
            "rd": "http://www.opengis.net/def/crs/EPSG/0/28992",
        });
        let path = checkout.path("target/clients-questions.json");
        std::fs::write(&path, questions.to_string()).map_err(|error| format!("`{}`: {error}", path.display()))?;
        let n_in_box = outlines.iter().filter(|rings| outline::meets(rings, BOX)).count();
        Ok(Self { questions: path, n_areas, rows, source_rows, n_in_box, bounds })
    }

    /// Holds an answer against the facts; how many of them it told.
    ///
    /// # Errors
    /// The first that is otherwise, or was not told.
    pub(super) fn hold(&self, answer: &Value, tells: &[Tell]) -> Result<usize, String> {
        let mut n = 0;
        for tell in tells {
            n += match tell {
                Tell::Areas => same("n_areas", &answer["n_areas"], &self.n_areas)?,
                Tell::Rows => of_each("rows", &answer["rows"], &self.rows)?,
                Tell::SourceRows => of_each("source_rows", &answer["source_rows"], &self.source_rows)?,
                Tell::InBox => {
                    if answer["n_in_box"] != self.n_in_box {
                        return Err(format!("{} areas in the box, not {}", answer["n_in_box"], self.n_in_box));
                    }
                    1
                }
                Tell::Bounds => near("bounds", numbers(&answer["bounds"])?, self.bounds, HALF_A_METRE.0)?,
                Tell::Rd => {
                    let (served, own) = (numbers(&answer["bounds_rd"])?, numbers(&answer["bounds_rd_own"])?);
                    near("bounds_rd", served, own, HALF_A_METRE.1)?
                }
            };
        }
        Ok(n)
    }
}

/// Name, figures and reasons of an area, as `kapstok why` tells them; and the rows of the files that they stood in.
fn row(checkout: &Checkout, region: &Region, code: &str, name: &str) -> Result<(Value, Value), String> {
    let (mut row, mut source_row) = (json!({ "name": name }), json!({}));
    let (program, dir) = (region.program.display().to_string(), region.dir.display().to_string());
    for indicator in INDICATORS {
        let why = ["why", &dir, code, indicator, "--period", PERIOD, "--json"];
        let told = checkout.output(checkout.command(&program, &why))?;
        let told: Value = serde_json::from_str(&told).map_err(|error| format!("`why --json`: {error}"))?;
        row[indicator] = told["value"].clone();
        row[format!("{indicator} is missing")] = told["missing"]["reason"].clone();
        source_row[indicator] = told["row"].clone();
    }
    Ok((row, source_row))
}

/// Whether the same areas were told, and of each what is so.
fn of_each(what: &str, told: &Value, expected: &Map<String, Value>) -> Result<usize, String> {
    let told = told.as_object().ok_or_else(|| format!("no `{what}`"))?;
    if !told.keys().eq(expected.keys()) {
        return Err(format!("{what} of {:?}", told.keys().collect::<Vec<_>>()));
    }
    let empty = Map::new();
    let each = expected.iter().map(|(code, row)| same(code, &told[code], row.as_object().unwrap_or(&empty)));
    each.sum()
}

/// Whether what was told is exactly what is so; numbers are the same when their bits are.
fn same(what: &str, told: &Value, expected: &Map<String, Value>) -> Result<usize, String> {
    for (key, expected) in expected {
        let told = &told[key];
        let is_same = match (told.as_f64(), expected.as_f64()) {
            (Some(told), Some(expected)) => told.to_bits() == expected.to_bits(),
            _ => told == expected,
        };
        if !is_same {
            return Err(format!("{what}, {key}: {told}, not {expected}"));
        }
    }
    Ok(expected.len())
}

fn numbers(value: &Value) -> Result<Box4, String> {
    let numbers: Option<Vec<f64>> = value.as_array().and_then(|it| it.iter().map(Value::as_f64).collect());
    numbers.and_then(|it| it.try_into().ok()).ok_or_else(|| format!("no four numbers: {value}"))
}

fn near(what: &str, told: Box4, expected: Box4, within: f64) -> Result<usize, String> {
    let is_near = told.iter().zip(expected).all(|(told, expected)| (told - expected).abs() <= within);
    if is_near { Ok(1) } else { Err(format!("{what}: {told:?}, not {expected:?}")) }
}

/// Whether the bounds in metres that clients told lie within half a metre of each other.
///
/// # Errors
/// Two that do not.
pub(super) fn agree_on_the_ground(told: &[(&str, Value)]) -> Result<String, String> {
    let told: Vec<(&str, Box4)> =
        told.iter().filter_map(|(name, answer)| Some((*name, numbers(&answer["bounds_rd"]).ok()?))).collect();
    for pair in told.windows(2) {
        near(&format!("{} after {}", pair[1].0, pair[0].0), pair[1].1, pair[0].1, HALF_A_METRE.1)?;
    }
    Ok(format!("{} clients have the same bounds in EPSG:28992 within {} m", told.len(), HALF_A_METRE.1))
}

/// What a client read, in a line.
pub(super) fn shown(answer: &Value) -> String {
    let mut parts: Vec<String> = Vec::new();
    let areas = answer["n_areas"].as_object();
    parts.extend(areas.map(|it| it.iter().map(|(level, n)| format!("{n} {level}")).collect::<Vec<_>>().join(", ")));
    let names = answer["rows"].as_object().into_iter().flatten().filter_map(|(_, row)| row["name"].as_str());
    parts.push(names.collect::<Vec<_>>().join(" / "));
    if answer["n_in_box"].is_number() {
        parts.push(format!("{} in the box", answer["n_in_box"]));
    }
    if let Ok(bounds) = numbers(&answer["bounds_rd"]) {
        parts.push(format!("RD {bounds:.2?}"));
    }
    parts.join("; ")
}

#[cfg(test)]
mod tests {
    use super::{Facts, Tell, agree_on_the_ground};
    use serde_json::{Map, Value, json};

    const ALL: [Tell; 6] = [Tell::Areas, Tell::Rows, Tell::SourceRows, Tell::InBox, Tell::Bounds, Tell::Rd];

    fn map(value: Value) -> Map<String, Value> {
        value.as_object().cloned().unwrap()
    }

    fn facts() -> Facts {
        Facts {
            questions: "questions.json".into(),
            n_areas: map(json!({ "district": 12 })),
            rows: map(json!({ "XB1": { "name": "Ω", "share": 4.5, "rate": null, "rate is missing": "secret" } })),
            source_rows: map(json!({ "XB1": { "share": 7 } })),
            n_in_box: 3,
            bounds: [5.0, 52.0, 5.1, 52.1],
        }
    }

    fn answer() -> Value {
        json!({
            "n_areas": { "district": 12 },
            "rows": { "XB1": { "name": "Ω", "share": 4.5, "rate": null, "rate is missing": "secret" } },
            "source_rows": { "XB1": { "share": 7 } }, "n_in_box": 3, "bounds": [5.000001, 52.0, 5.1, 52.1],
            "bounds_rd": [1.0, 2.0, 3.0, 4.0], "bounds_rd_own": [1.3, 2.0, 3.0, 4.0],
        })
    }

    #[test]
    fn an_answer_that_is_otherwise_in_one_thing_or_lacks_it_is_no_answer() {
        assert_eq!(facts().hold(&answer(), &ALL), Ok(9));
        for (pointer, other) in [
            ("/n_areas/district", json!(11)),
            ("/rows/XB1/name", json!("?")),
            ("/rows/XB1/share", json!(4.500000001)),
            ("/rows/XB1/rate", json!(0.0)),
            ("/rows/XB1/rate is missing", json!("not_measured")),
            ("/rows/XB1", json!(null)),
            ("/rows", json!({})),
            ("/source_rows/XB1/share", json!(8)),
            ("/n_in_box", json!(4)),
            ("/bounds/0", json!(5.00001)),
            ("/bounds_rd/3", json!(4.6)),
            ("/bounds_rd", json!(null)),
        ] {
            let mut told = answer();
            *told.pointer_mut(pointer).unwrap() = other;
            assert!(facts().hold(&told, &ALL).is_err(), "{pointer}");
        }
    }

    #[test]
    fn two_clients_that_lie_a_metre_apart_do_not_agree() {
        let mut other = answer();
        assert!(agree_on_the_ground(&[("one", answer()), ("other", other.clone())]).is_ok());
        other["bounds_rd"][0] = json!(2.0);
        assert!(agree_on_the_ground(&[("one", answer()), ("other", other)]).is_err());
    }
}
