// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The data part of a build: areas, figures with their reasons, maps, the shares of re-basing.
//!
//! One row group per indicator and period in `figures-LEVEL.parquet`, in the order of the manifest and
//! with the areas in the order of `areas-LEVEL.parquet`: a column is read without the others.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use kapstok_table::{Cell, Column, Origin, Status};
use parquet::data_type::ByteArray;

use super::parquet_file::{Field, FieldKind, Values, Writer, text};
use crate::failure::Failure;
use crate::gather::{Gathered, LevelData};
use crate::progress::Progress;
use crate::workspace::Workspace;
use kapstok_share::manifest::{
    Both, ColumnEntry, CountedTable, IndicatorEntry, LevelEntry, Manifest, OriginEntry, SCHEMA,
};

/// What stands before the level in the title of a column that says in which of its areas an area lies.
pub(super) const IN_LEVEL: &str = "in_";

/// Fields of `figures-LEVEL.parquet`.
fn figure_fields() -> Vec<Field> {
    use FieldKind::{Integer, Number, Text};
    [
        ("area", Text),
        ("indicator", Text),
        ("period", Text),
        ("value", Number),
        ("status", Text),
        ("reason", Text),
        ("mark", Text),
        ("lower", Number),
        ("upper", Number),
        ("row", Integer),
        ("changed_share", Number),
        ("divided_share", Number),
        ("evidence", Text),
        ("parts", Integer),
    ]
    .into_iter()
    .map(|(name, kind)| Field::new(name, kind))
    .collect()
}

/// Writes all files of the data part into a new folder and gives the manifest, its recipes still empty.
pub(super) fn write(
    workspace: &Workspace,
    gathered: &Gathered,
    data_hash: &str,
    into: &Path,
    progress: &Progress,
) -> Result<Manifest, Failure> {
    let mut origins = Origins::default();
    let mut levels = Vec::new();
    let n_columns: usize = gathered.levels.iter().map(|level| level.columns.len()).sum();
    let bar = progress.bar("progress-writing", n_columns as u64);
    for data in &gathered.levels {
        let level = data.areas.level().as_str().to_owned();
        write_areas(data, into)?;
        let path = into.join(format!("figures-{level}.parquet"));
        let store = |error| Failure::store(&path, error);
        let mut writer =
            Writer::create(&path, figure_fields(), &[("kapstok:schema", SCHEMA.to_owned())]).map_err(store)?;
        let codes: Vec<ByteArray> = data.areas.codes().iter().map(|code| ByteArray::from(code.as_str())).collect();
        let mut columns = Vec::new();
        for column in &data.columns {
            writer.write(&figure_values(column, &codes), codes.len()).map_err(store)?;
            columns.push(column_entry(column, origins.position(column.origin())));
            bar.step(column.indicator().as_str());
        }
        writer.finish().map_err(store)?;
        for links in &data.links {
            write_links(&level, links, into)?;
        }
        let map = write_map(data, into)?;
        levels.push(LevelEntry {
            boundary_year: data.areas.boundary_year().0,
            n_areas: data.areas.len(),
            columns,
            rebased_from: data.links.iter().map(|links| links.from.0).collect(),
            map,
            level,
        });
    }
    bar.done();
    let path = into.join("origins.json");
    super::write_json(&path, &origins.entries)?;
    let indicators: Vec<IndicatorEntry> = workspace.indicators.values().map(IndicatorEntry::of).collect();
    write_dictionary(&indicators, into)?;
    Ok(Manifest {
        schema: SCHEMA.to_owned(),
        program: concat!("kapstok ", env!("CARGO_PKG_VERSION")).to_owned(),
        program_sha256: super::program_sha256()?,
        title: Both { nl: workspace.settings.title.nl.clone(), en: workspace.settings.title.en.clone() },
        country: workspace.country.country().to_owned(),
        invented: workspace.settings.invented,
        min_residents: *workspace.settings.min_residents.get_ref(),
        residents: workspace.settings.residents.as_ref().map(|id| id.get_ref().clone()),
        municipality: gathered.municipality.clone(),
        ranking: workspace.settings.ranking,
        data_hash: data_hash.to_owned(),
        levels,
        indicators,
        counted: workspace.settings.counted.iter().map(|entry| counted_table(entry.get_ref())).collect(),
        crosswalks: gathered.crosswalks.clone(),
        recipes: Vec::new(),
    })
}

fn counted_table(entry: &crate::workspace::CountedEntry) -> CountedTable {
    CountedTable {
        id: entry.id.clone(),
        label: Both { nl: entry.label.nl.clone(), en: entry.label.en.clone() },
        population: entry.population.clone(),
        classes: entry.classes.clone(),
        last: entry.last,
        of: entry.of.clone(),
    }
}

#[derive(Default)]
struct Origins {
    entries: Vec<OriginEntry>,
    known: Vec<Arc<Origin>>,
}

impl Origins {
    fn position(&mut self, origin: &Arc<Origin>) -> usize {
        if let Some(position) = self.known.iter().position(|known| known == origin) {
            return position;
        }
        self.known.push(Arc::clone(origin));
        self.entries.push(OriginEntry::of(origin));
        self.known.len() - 1
    }
}

fn column_entry(column: &Column, origin: usize) -> ColumnEntry {
    let mut missing: BTreeMap<String, usize> = BTreeMap::new();
    for area_index in 0..column.len() {
        if let Some(why) = column.missing(area_index) {
            *missing.entry(why.reason.as_str().to_owned()).or_default() += 1;
        }
    }
    ColumnEntry {
        indicator: column.indicator().to_string(),
        period: column.period().to_string(),
        origin,
        known: column.n_known(),
        missing,
    }
}

fn figure_values(column: &Column, codes: &[ByteArray]) -> Vec<Values> {
    let n_areas = column.len();
    let (mut values, mut status, mut reasons, mut marks) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let (mut lower, mut upper) = (Vec::with_capacity(n_areas), Vec::with_capacity(n_areas));
    for area_index in 0..n_areas {
        match column.cell(area_index) {
            Cell::Known(known) => {
                values.push(Some(known.value));
                status.push(Some(ByteArray::from(match known.status {
                    Status::Final => "final",
                    Status::Provisional => "provisional",
                })));
                reasons.push(None);
                marks.push(None);
                lower.push(known.interval.map(|interval| interval.lower));
                upper.push(known.interval.map(|interval| interval.upper));
            }
            Cell::Missing(missing) => {
                values.push(None);
                status.push(None);
                reasons.push(Some(ByteArray::from(missing.reason.as_str())));
                marks.push(Some(ByteArray::from(&*missing.mark)));
                lower.push(None);
                upper.push(None);
            }
        }
    }
    let rebased: Vec<_> = (0..n_areas).map(|area_index| column.rebased(area_index)).collect();
    vec![
        Values::Text(codes.iter().cloned().map(Some).collect()),
        Values::SameText(column.indicator().to_string()),
        Values::SameText(column.period().to_string()),
        Values::Number(values),
        Values::Text(status),
        Values::Text(reasons),
        Values::Text(marks),
        Values::Number(lower),
        Values::Number(upper),
        Values::Integer((0..n_areas).map(|area_index| column.row(area_index).map(i64::from)).collect()),
        Values::Number(rebased.iter().map(|rebased| rebased.map(|rebased| rebased.changed_share)).collect()),
        Values::Number(rebased.iter().map(|rebased| rebased.map(|rebased| rebased.divided_share)).collect()),
        Values::Text(rebased.iter().map(|rebased| rebased.map(|it| ByteArray::from(it.evidence.as_str()))).collect()),
        Values::Integer(rebased.iter().map(|rebased| rebased.map(|rebased| i64::from(rebased.n_parts))).collect()),
    ]
}

fn write_areas(data: &LevelData, into: &Path) -> Result<(), Failure> {
    let level = data.areas.level().as_str();
    let names: Vec<&str> = (0..data.areas.len()).map(|area_index| data.areas.name(area_index)).collect();
    let parents: Vec<&str> =
        data.parents.iter().map(|parent| parent.as_ref().map_or("", |code| code.as_str())).collect();
    let path = into.join(format!("areas-{level}.parquet"));
    let store = |error| Failure::store(&path, error);
    let titles: Vec<String> = ["area", "name", "parent"].map(str::to_owned).into_iter().chain(above(data)).collect();
    let fields = titles.iter().map(|name| Field::new(name, FieldKind::Text)).collect();
    let mut writer = Writer::create(&path, fields, &[("kapstok:schema", SCHEMA.to_owned())]).map_err(store)?;
    let codes = data.areas.codes().iter().map(|code| code.as_str());
    let within: Vec<Vec<&str>> = data
        .within
        .iter()
        .map(|(_, codes)| codes.iter().map(|code| code.as_ref().map_or("", |code| code.as_str())).collect())
        .collect();
    let mut columns = vec![text(codes.clone()), text(names.iter().copied()), text(parents.iter().copied())];
    columns.extend(within.iter().map(|codes| text(codes.iter().copied())));
    writer.write(&columns, names.len()).map_err(store)?;
    writer.finish().map_err(store)?;
    let rows = codes.enumerate().map(|(area_index, code)| {
        let first = [code, names[area_index], parents[area_index]];
        first.into_iter().chain(within.iter().map(|codes| codes[area_index])).map(str::to_owned).collect()
    });
    let titles: Vec<&str> = titles.iter().map(String::as_str).collect();
    super::write_csv(&into.join(format!("areas-{level}.csv")), &titles, rows)
}

/// Titles of the columns with the area of each larger level that an area lies in.
fn above(data: &LevelData) -> impl Iterator<Item = String> + '_ {
    data.within.iter().map(|(level, _)| format!("{IN_LEVEL}{level}"))
}

fn write_links(level: &str, links: &crate::gather::RebasedLinks, into: &Path) -> Result<(), Failure> {
    let rows = links.links.iter().map(|link| {
        let counted = link.counted.map(|counted| counted.to_string()).unwrap_or_default();
        let (from, to, evidence) = (link.from.to_string(), link.to.to_string(), link.evidence.as_str().to_owned());
        vec![from, to, link.share.to_string(), counted, evidence]
    });
    let path = into.join(format!("rebased-{level}-{}.csv", links.from));
    super::write_csv(&path, &["from", "to", "share", "counted", "evidence"], rows)
}

/// GeoParquet 1.1: WKB with the level's boundaries; `false` when there are none.
fn write_map(data: &LevelData, into: &Path) -> Result<bool, Failure> {
    let Some(shapes) = &data.geometry else { return Ok(false) };
    let path = into.join(format!("map-{}.parquet", data.areas.level()));
    let store = |error| Failure::store(&path, error);
    let srs = data.srs.unwrap_or(4326);
    // A null crs says "unknown"; readers know EPSG codes by their PROJJSON id alone.
    let crs = match srs {
        4326 => {
            serde_json::json!({"id": {"authority": "OGC", "code": "CRS84"}, "type": "GeographicCRS", "name": "WGS 84 (CRS84)"})
        }
        code => {
            serde_json::json!({"id": {"authority": "EPSG", "code": code}, "type": "ProjectedCRS", "name": format!("EPSG:{code}")})
        }
    };
    let geo = serde_json::json!({
        "version": "1.1.0",
        "primary_column": "geometry",
        "columns": {"geometry": {"encoding": "WKB", "geometry_types": [], "crs": crs}},
    });
    let fields = vec![Field::new("area", FieldKind::Text), Field::new("geometry", FieldKind::Bytes)];
    let notes = [("kapstok:schema", SCHEMA.to_owned()), ("geo", geo.to_string())];
    let mut writer = Writer::create(&path, fields, &notes).map_err(store)?;
    let codes = text(data.areas.codes().iter().map(|code| code.as_str()));
    let shapes =
        Values::Bytes(shapes.iter().map(|shape| shape.as_ref().map(|bytes| ByteArray::from(bytes.to_vec()))).collect());
    writer.write(&[codes, shapes], data.areas.len()).map_err(store)?;
    writer.finish().map_err(store)?;
    Ok(true)
}

fn write_dictionary(indicators: &[IndicatorEntry], into: &Path) -> Result<(), Failure> {
    let titles = [
        "indicator",
        "label_nl",
        "label_en",
        "explanation_nl",
        "explanation_en",
        "unit",
        "direction",
        "domain",
        "kind",
        "modelled_from",
        "population",
        "rounding",
        "protected",
        "source",
        "licence",
    ];
    let rows = indicators.iter().map(|it| {
        vec![
            it.id.clone(),
            it.label.nl.clone(),
            it.label.en.clone(),
            it.explanation.nl.clone(),
            it.explanation.en.clone(),
            it.unit.clone(),
            it.direction.clone(),
            it.domain.clone(),
            it.kind.clone(),
            it.modelled_from.join(" "),
            it.population.clone().unwrap_or_default(),
            it.rounding.map(|step| step.to_string()).unwrap_or_default(),
            it.protected.clone().unwrap_or_default(),
            it.source.clone(),
            it.licence.clone(),
        ]
    });
    super::write_csv(&into.join("indicators.csv"), &titles, rows)
}
