// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The score part of a build: one CSV and one Parquet per recipe and level, and their reading back.

use std::path::Path;

use kapstok_score::bounds::{Bounds, WhyNot};
use kapstok_score::burdens::{AreaBurdens, Burdened, DomainCut, WhyNotCounted};
use parquet::data_type::ByteArray;
use serde::Serialize;

use super::manifest::{CutEntry, RecipeEntry, SCHEMA};
use super::parquet_file::{Field, FieldKind, Values, Writer};
use super::store::Store;
use crate::command::score::{cell, published};
use crate::compute::Scored;
use crate::failure::Failure;

/// One column of a score file.
struct Written {
    title: String,
    cells: Cells,
}

enum Cells {
    Numbers(Vec<Option<f64>>, Option<u32>),
    Counts(Vec<Option<i64>>),
    Texts(Vec<String>),
}

/// Writes the scores of all recipes into a new build.
pub(super) fn write(scored: &[Scored], store: &Store, into: &Path) -> Result<Vec<RecipeEntry>, Failure> {
    scored.iter().map(|one| write_one(one, store, into)).collect()
}

fn write_one(scored: &Scored, store: &Store, into: &Path) -> Result<RecipeEntry, Failure> {
    let head = &scored.plan.head;
    for (position, level) in scored.outcome.levels.iter().enumerate() {
        let published = published(&scored.plan, &level.columns).into_iter();
        let mut columns: Vec<Written> = published
            .map(|(column, decimals)| Written {
                title: column.name.clone(),
                cells: Cells::Numbers(column.values.to_vec(), decimals),
            })
            .collect();
        if position == 0 {
            columns.extend(burden_columns(scored));
        }
        if columns.is_empty() {
            continue;
        }
        // An id holds no point, so that no recipe has the name of another one's level.
        let name = if position == 0 { head.id.clone() } else { format!("{}.{}", head.id, level.level) };
        write_csv(&into.join(format!("scores-{name}.csv")), &level.areas, &columns)?;
        write_parquet(&into.join(format!("scores-{name}.parquet")), &level.areas, &columns, &scored.sha256)?;
    }
    let n_scored = (0..store.level(&head.level).map_or(0, |level| level.n_areas))
        .filter(|&area_index| match scored.area_burdens(area_index) {
            Some(AreaBurdens::Counted(_)) => true,
            Some(AreaBurdens::NotCounted(_)) => false,
            None => scored.outcome.levels[0].columns.iter().any(|column| column.values.get(area_index).is_some()),
        })
        .count();
    Ok(RecipeEntry {
        id: head.id.clone(),
        level: head.level.clone(),
        sha256: scored.sha256.clone(),
        n_scored,
        domains: scored.plan.domains.iter().map(|domain| domain.id.clone()).collect(),
        worst_fraction: head.burdens.as_ref().map(|burdens| burdens.worst_fraction),
        cuts: scored.burdens.iter().flat_map(|burdens| &burdens.cuts).map(cut_entry).collect(),
        inputs: scored
            .plan
            .inputs
            .iter()
            .map(|input| (input.column.clone(), input.period.clone().unwrap_or_default()))
            .collect(),
        bounds_over: scored.bounds.as_ref().map(|bounds| bounds.over.clone()).unwrap_or_default(),
    })
}

fn cut_entry(cut: &DomainCut) -> CutEntry {
    CutEntry { threshold: cut.threshold, n_known: cut.n_known, n_in: cut.n_in }
}

fn burden_columns(scored: &Scored) -> Vec<Written> {
    let Some(burdens) = &scored.burdens else { return Vec::new() };
    let domains: Vec<&str> = scored.plan.domains.iter().map(|domain| domain.id.as_str()).collect();
    let counted = |value: &dyn Fn(&kapstok_score::burdens::CoincidingBurdens) -> usize| {
        let cells = burdens.areas.iter().map(|area| match area {
            AreaBurdens::Counted(counted) => Some(value(counted) as i64),
            AreaBurdens::NotCounted(_) => None,
        });
        Cells::Counts(cells.collect())
    };
    let column = |title: &str, cells| Written { title: title.to_owned(), cells };
    let mut columns = vec![
        column("burdens", counted(&|it| it.n_burdens)),
        column("burdens_known", counted(&|it| it.n_known)),
        column("burdens_of", counted(&|it| it.n_domains)),
        column("independent_sources", counted(&|it| it.independent_sources())),
    ];
    for (position, domain) in domains.iter().enumerate() {
        let cells = burdens.areas.iter().map(|area| match area {
            AreaBurdens::Counted(counted) => match counted.burdened[position] {
                Burdened::Yes => Some(1),
                Burdened::No => Some(0),
                Burdened::Unknown => None,
            },
            AreaBurdens::NotCounted(_) => None,
        });
        columns.push(column(&format!("burden_{domain}"), Cells::Counts(cells.collect())));
    }
    let sources = burdens.areas.iter().map(|area| match area {
        AreaBurdens::Counted(counted) => written_sources(&counted.sources),
        AreaBurdens::NotCounted(_) => String::new(),
    });
    columns.push(column("sources", Cells::Texts(sources.collect())));
    let why = burdens.areas.iter().map(|area| match area {
        AreaBurdens::Counted(_) => String::new(),
        AreaBurdens::NotCounted(why) => why_not_counted(*why).to_owned(),
    });
    columns.push(column("not_counted", Cells::Texts(why.collect())));
    if let Some(bounds) = &scored.bounds {
        let mut bounded = |title: &str, per_area: &[Bounds]| {
            let side = |side: &dyn Fn(f64, f64) -> f64| {
                let cells = per_area.iter().map(|bounds| match bounds {
                    Bounds::Between { lower, upper } => Some(side(*lower, *upper)),
                    Bounds::NotComputable(_) => None,
                });
                Cells::Numbers(cells.collect(), None)
            };
            columns.push(column(&format!("{title}_lower"), side(&|lower, _| lower)));
            columns.push(column(&format!("{title}_upper"), side(&|_, upper| upper)));
        };
        for (m, per_area) in &bounds.at_least {
            bounded(&format!("people_{m}"), per_area);
        }
        for (one, other, per_area) in &bounds.pairs {
            bounded(&both_title(&bounds.over[*one], &bounds.over[*other]), per_area);
        }
        let n_areas = burdens.areas.len();
        let why = |area_index: usize| match (&bounds.why_not, bounds.at_least.first()) {
            _ if burdens.areas[area_index] == AreaBurdens::NotCounted(WhyNotCounted::TooFewResidents) => {
                "too-few-residents".to_owned()
            }
            (Some(why), _) => why_not(*why).to_owned(),
            (None, Some((_, per_area))) => match per_area[area_index] {
                Bounds::Between { .. } => String::new(),
                Bounds::NotComputable(why) => why_not(why).to_owned(),
            },
            (None, None) => String::new(),
        };
        columns.push(column("bounds_why_not", Cells::Texts((0..n_areas).map(why).collect())));
    }
    columns
}

/// Title of the columns with the bounds on people with both of two burdens, without its side.
fn both_title(one: &str, other: &str) -> String {
    format!("both__{one}__{other}")
}

/// Sources in one cell: `;` between sources, a blank between indicators that count as one.
fn written_sources(sources: &[Vec<String>]) -> String {
    sources.iter().map(|ids| ids.join(" ")).collect::<Vec<_>>().join("; ")
}

fn why_not_counted(why: WhyNotCounted) -> &'static str {
    match why {
        WhyNotCounted::TooFewResidents => "too-few-residents",
        WhyNotCounted::Excluded => "excluded",
        WhyNotCounted::TooFewKnown { .. } => "too-few-known",
    }
}

fn why_not(why: WhyNot) -> &'static str {
    match why {
        WhyNot::NoShares => "no-shares",
        WhyNot::NotAShare => "not-a-share",
        WhyNot::MixedPopulations => "mixed-populations",
        WhyNot::MissingShare => "missing-share",
        _ => "too-few-burdens",
    }
}

fn write_csv(path: &Path, areas: &[String], columns: &[Written]) -> Result<(), Failure> {
    let titles: Vec<&str> = std::iter::once("area").chain(columns.iter().map(|column| column.title.as_str())).collect();
    let rows = areas.iter().enumerate().map(|(area_index, area)| {
        let cells = columns.iter().map(|column| match &column.cells {
            Cells::Numbers(values, decimals) => cell(values[area_index], *decimals),
            Cells::Counts(values) => values[area_index].map(|n| n.to_string()).unwrap_or_default(),
            Cells::Texts(values) => values[area_index].clone(),
        });
        std::iter::once(area.clone()).chain(cells).collect()
    });
    super::write_csv(path, &titles, rows)
}

fn write_parquet(path: &Path, areas: &[String], columns: &[Written], sha256: &str) -> Result<(), Failure> {
    let kind = |column: &Written| match column.cells {
        Cells::Numbers(..) => FieldKind::Number,
        Cells::Counts(_) => FieldKind::Integer,
        Cells::Texts(_) => FieldKind::Text,
    };
    let mut fields = vec![Field::new("area", FieldKind::Text)];
    fields.extend(columns.iter().map(|column| Field::new(&column.title, kind(column))));
    let store = |error| Failure::store(path, error);
    let notes = [("kapstok:schema", SCHEMA.to_owned()), ("kapstok:recipe-sha256", sha256.to_owned())];
    let mut writer = Writer::create(path, fields, &notes).map_err(store)?;
    let text = |values: &[String]| super::parquet_file::text(values.iter().map(String::as_str));
    let mut values = vec![Values::Text(areas.iter().map(|area| Some(ByteArray::from(area.as_str()))).collect())];
    values.extend(columns.iter().map(|column| match &column.cells {
        Cells::Numbers(values, _) => Values::Number(values.clone()),
        Cells::Counts(values) => Values::Integer(values.clone()),
        Cells::Texts(values) => text(values),
    }));
    writer.write(&values, areas.len()).map_err(store)?;
    writer.finish().map_err(store)
}

/// What a recipe says of one area, read back from a build; `area --json` prints it so.
#[derive(Serialize)]
pub(crate) struct AreaScores {
    /// The recipe.
    pub(crate) recipe: String,
    /// Domains in whose worst part it stands.
    pub(crate) n_burdens: usize,
    /// Domains in which it has a figure.
    pub(crate) n_known: usize,
    /// Domains of the recipe.
    pub(crate) n_domains: usize,
    /// Independent sources behind the burdened domains, each as the indicators that count as one.
    pub(crate) sources: Vec<Vec<String>>,
    /// The burdened domains.
    pub(crate) burdened: Vec<String>,
    /// Why it was not counted.
    pub(crate) not_counted: Option<String>,
    /// The fraction of areas that counts as worst.
    pub(crate) worst_fraction: Option<f64>,
    /// For each m, the bounds on the share of people with at least m of the burdens.
    pub(crate) bounds: Vec<(usize, f64, f64)>,
    /// For each pair of burdens, by their indicators, the bounds on the share of people with both.
    pub(crate) pairs: Vec<(String, String, f64, f64)>,
    /// Over which figures.
    pub(crate) bounds_over: Vec<String>,
    /// Why there are no bounds.
    pub(crate) bounds_why_not: Option<String>,
}

impl AreaScores {
    /// All recipes of a level that count burdens, for one area.
    pub(crate) fn of(store: &Store, level: &str, code: &str) -> Result<Vec<Self>, Failure> {
        let recipes =
            store.manifest.recipes.iter().filter(|recipe| recipe.level == level && recipe.worst_fraction.is_some());
        recipes.map(|recipe| Self::read(store, recipe, code)).collect()
    }

    fn read(store: &Store, recipe: &RecipeEntry, code: &str) -> Result<Self, Failure> {
        let path = store.dir.join(format!("scores-{}.csv", recipe.id));
        let fail = |error: csv::Error| Failure::store(&path, error);
        let mut reader = csv::Reader::from_path(&path).map_err(fail)?;
        let titles = reader.headers().map_err(fail)?.clone();
        let mut row = csv::StringRecord::new();
        while reader.read_record(&mut row).map_err(fail)? {
            if row.get(0) == Some(code) {
                break;
            }
        }
        let text = |title: &str| {
            let position = titles.iter().position(|known| known == title)?;
            row.get(position).filter(|text| !text.is_empty())
        };
        let number = |title: &str| text(title).and_then(|text| text.parse::<f64>().ok());
        let count = |title: &str| number(title).map_or(0, |n| n as usize);
        let bounds = (2..=recipe.bounds_over.len())
            .filter_map(|m| Some((m, number(&format!("people_{m}_lower"))?, number(&format!("people_{m}_upper"))?)));
        let over = &recipe.bounds_over;
        let pairs = (0..over.len()).flat_map(|one| (one + 1..over.len()).map(move |other| (one, other)));
        let pairs = pairs.filter_map(|(one, other)| {
            let title = both_title(&over[one], &over[other]);
            let (lower, upper) = (number(&format!("{title}_lower"))?, number(&format!("{title}_upper"))?);
            Some((over[one].clone(), over[other].clone(), lower, upper))
        });
        let sources = text("sources").unwrap_or_default();
        let words_of = |text: &str| text.split(' ').map(str::to_owned).collect();
        Ok(Self {
            recipe: recipe.id.clone(),
            n_burdens: count("burdens"),
            n_known: count("burdens_known"),
            n_domains: recipe.domains.len(),
            sources: sources.split("; ").filter(|source| !source.is_empty()).map(words_of).collect(),
            burdened: recipe
                .domains
                .iter()
                .filter(|id| number(&format!("burden_{id}")) == Some(1.0))
                .cloned()
                .collect(),
            not_counted: text("not_counted").map(str::to_owned),
            worst_fraction: recipe.worst_fraction,
            bounds: bounds.collect(),
            pairs: pairs.collect(),
            bounds_over: recipe.bounds_over.clone(),
            bounds_why_not: text("bounds_why_not").map(str::to_owned),
        })
    }
}
