// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The properties of a feature: their names, types and meaning, the same for every feature of a level.
//!
//! In: a snapshot. Out: a list of fields, and JSON of them for one area. Invariant: every feature has every property with
//! one type: a text, or a number with a decimal point or `null`. Readers take the type from the first page that they see.
//! Why a figure is `null` stands in `missing`, as `indicator=reason` with `;` between.

use std::fmt::Write;

use kapstok_share::field_names::FieldNames;
use kapstok_share::snapshot::{AreaAt, Level, Snapshot};
use serde_json::{Map, Value, json};

use super::json::{figure, text, whole};
use crate::problem::Problem;

/// One property.
#[derive(Clone, Debug)]
pub(super) struct Field {
    /// Its name.
    pub(super) name: String,
    /// Its name as JSON, with the colon.
    key: String,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Code,
    Name,
    Level,
    BoundaryYear,
    /// The code of the area of a larger level that it lies in.
    Above(usize),
    /// And its name.
    AboveName(usize),
    /// The newest figure of an indicator, by its column.
    Figure(usize),
    /// Why figures are missing.
    Missing,
}

/// The properties of the features of a level, in their order.
pub(super) fn fields(snapshot: &Snapshot, level: &Level) -> Vec<Field> {
    let mut fields: Vec<Field> = Vec::new();
    let mut names = FieldNames::default();
    let mut add = |name: String, kind| {
        // An indicator may be called as a property is that every feature has.
        let name = names.take(&name);
        let mut key = String::new();
        text(&mut key, &name);
        key.push(':');
        fields.push(Field { name, key, kind });
    };
    add("code".to_owned(), Kind::Code);
    add("name".to_owned(), Kind::Name);
    add("level".to_owned(), Kind::Level);
    add("boundaryYear".to_owned(), Kind::BoundaryYear);
    for (position, _) in level.lies_in() {
        let above = snapshot.levels()[*position].name();
        add(above.to_owned(), Kind::Above(*position));
        add(format!("{above}Name"), Kind::AboveName(*position));
    }
    add("missing".to_owned(), Kind::Missing);
    let entry = snapshot.entry(level);
    for indicator in &snapshot.manifest().indicators {
        if let Some((position, _)) = entry.column(&indicator.id, None) {
            add(indicator.id.clone(), Kind::Figure(position));
        }
    }
    fields
}

/// The fields that were asked for by name; all of them where none were.
///
/// # Errors
/// A name that no field has, or one that comes twice: an object would have it twice.
pub(super) fn chosen<'a>(fields: &'a [Field], asked: Option<&str>) -> Result<Vec<&'a Field>, Problem> {
    let Some(asked) = asked else { return Ok(fields.iter().collect()) };
    let names = asked.split(',').filter(|name| !name.is_empty());
    let find = |name: &str| {
        let names: Vec<&str> = fields.iter().map(|field| field.name.as_str()).collect();
        let hint = format!("names, with a comma between: {}", names.join(","));
        fields.iter().find(|field| field.name == name).ok_or_else(|| Problem::bad_value("properties", name, hint))
    };
    let mut chosen: Vec<&Field> = Vec::new();
    for name in names {
        let field = find(name)?;
        if chosen.iter().any(|before| before.name == field.name) {
            let detail = format!("the property `{}` comes twice", field.name);
            return Err(Problem::unreadable(&detail, "give each property once"));
        }
        chosen.push(field);
    }
    Ok(chosen)
}

/// Writes the properties of an area.
pub(super) fn write(out: &mut String, snapshot: &Snapshot, area: AreaAt, fields: &[&Field]) {
    let level = snapshot.level_of(area);
    out.push('{');
    for (place, field) in fields.iter().enumerate() {
        if place > 0 {
            out.push(',');
        }
        out.push_str(&field.key);
        match field.kind {
            Kind::Code => text(out, &level.codes()[area.index]),
            Kind::Name => text(out, &level.names()[area.index]),
            Kind::Level => text(out, level.name()),
            Kind::BoundaryYear => whole(out, usize::from(level.boundary_year())),
            Kind::Above(position) => text(out, above(snapshot, level, area, position).map_or("", |(code, _)| code)),
            Kind::AboveName(position) => text(out, above(snapshot, level, area, position).map_or("", |(_, name)| name)),
            Kind::Figure(position) => figure(out, level.columns()[position].value(area.index)),
            Kind::Missing => missing(out, level, area, fields),
        }
    }
    out.push('}');
}

/// The area of a larger level that an area lies in, by code and name.
fn above<'a>(snapshot: &'a Snapshot, level: &Level, area: AreaAt, position: usize) -> Option<(&'a str, &'a str)> {
    let (_, lies_in) = level.lies_in().iter().find(|(above, _)| *above == position)?;
    let (above, index) = (&snapshot.levels()[position], lies_in[area.index]?);
    Some((&above.codes()[index], &above.names()[index]))
}

/// Why figures are missing. Names and reasons are plain words, so that they need no escaping but that of JSON.
fn missing(out: &mut String, level: &Level, area: AreaAt, fields: &[&Field]) {
    let mut all = String::new();
    for field in fields {
        let Kind::Figure(position) = field.kind else { continue };
        if let Some(reason) = level.columns()[position].status(area.index).reason() {
            let comma = if all.is_empty() { "" } else { ";" };
            let _ = write!(all, "{comma}{}={reason}", field.name);
        }
    }
    text(out, &all);
}

/// The schema of a feature, each property with what it means. Of a whole feature, for so GDAL reads it, and then knows
/// the type of a property of which the first page has no figure.
pub(super) fn schema(snapshot: &Snapshot, level: &Level, fields: &[Field]) -> Value {
    let mut properties = Map::new();
    for field in fields {
        let plain = |kind: &str, about: &str| json!({ "type": kind, "title": field.name, "description": about });
        let value = match field.kind {
            Kind::Code => plain("string", "Code of the area"),
            Kind::Name => plain("string", "Name of the area; empty where none is known"),
            Kind::Level => plain("string", "Level of the area"),
            Kind::BoundaryYear => plain("integer", "The map that the code belongs to"),
            Kind::Above(_) => plain("string", "Code of the larger area that it lies in; empty where it lies in none"),
            Kind::AboveName(_) => plain("string", "Name of the larger area that it lies in"),
            Kind::Missing => plain("string", "Why figures are missing: indicator=reason, with ; between"),
            Kind::Figure(position) => {
                let entry = &snapshot.entry(level).columns[position];
                let meaning = snapshot.indicator(&entry.indicator);
                json!({
                    "type": "number",
                    "nullable": true,
                    "title": meaning.map_or("", |meaning| meaning.label.en.as_str()),
                    "description": meaning.map_or("", |meaning| meaning.explanation.en.as_str()),
                    "x-period": entry.period,
                    "x-unit": meaning.map_or("", |meaning| meaning.unit.as_str()),
                    "x-source": snapshot.origin(entry).map_or("", |origin| origin.publisher.as_str()),
                })
            }
        };
        properties.insert(field.name.clone(), value);
    }
    json!({
        "type": "object",
        "title": level.name(),
        "required": ["type", "geometry", "properties"],
        "properties": {
            "type": { "type": "string", "enum": ["Feature"] },
            "id": { "type": "string" },
            "geometry": { "description": "A MultiPolygon or null", "type": "object", "nullable": true },
            "properties": { "type": "object", "properties": properties },
        },
    })
}
