// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The score part of a build: one CSV and one Parquet per recipe and level, and each recipe in plain words.

use std::path::Path;

use kapstok_score::bounds::{Bounds, WhyNot};
use kapstok_score::burdens::{AreaBurdens, Burdened, DomainCut, WhyNotCounted};
use kapstok_score::sure::AreaSure;
use parquet::data_type::ByteArray;

use super::parquet_file::{Field, FieldKind, Values, Writer};
use super::store::Store;
use crate::command::score::{cell, published};
use crate::compute::{Scored, WorkspaceRecipe};
use crate::explained;
use crate::failure::Failure;
use crate::workspace::Workspace;
use kapstok_share::manifest::{CutEntry, RecipeEntry, SCHEMA};
use kapstok_share::snapshot::{both_title, burden_title, chance_title};
use kapstok_share::words::{Language, Words};

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
            columns.extend(sure_columns(scored));
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
        leads: scored.plan.lead_columns().into_iter().map(|lead| lead.unwrap_or_default().to_owned()).collect(),
        sure: scored
            .sure
            .as_ref()
            .zip(head.sure.as_ref())
            .map(|(outcome, section)| crate::sure::entry(section, outcome)),
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
        columns.push(column(&burden_title(domain), Cells::Counts(cells.collect())));
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

/// How sure: the ends of the intervals, and chances.
fn sure_columns(scored: &Scored) -> Vec<Written> {
    let Some(sure) = &scored.sure else { return Vec::new() };
    let areas = &sure.areas;
    let number = |title: String, of: &dyn Fn(&AreaSure) -> Option<f64>| Written {
        title,
        cells: Cells::Numbers(areas.iter().map(of).collect(), None),
    };
    let count = |title: &str, of: &dyn Fn(&AreaSure) -> Option<u32>| Written {
        title: title.to_owned(),
        cells: Cells::Counts(areas.iter().map(|area| of(area).map(i64::from)).collect()),
    };
    let mut columns = vec![
        number("sure_score_lower".to_owned(), &|area| Some(area.score?.lower)),
        number("sure_score_upper".to_owned(), &|area| Some(area.score?.upper)),
        count("sure_rank", &|area| area.rank?.value),
        count("sure_rank_lower", &|area| Some(area.rank?.lower)),
        count("sure_rank_upper", &|area| Some(area.rank?.upper)),
        number("sure_among_first".to_owned(), &|area| area.chance_first),
    ];
    if scored.burdens.is_some() {
        columns.push(count("sure_counted", &|area| Some(area.n_counted).filter(|n| *n > 0)));
        columns.push(count("sure_burdens_lower", &|area| Some(area.burdens?.lower)));
        columns.push(count("sure_burdens_upper", &|area| Some(area.burdens?.upper)));
        for m in 1..=scored.plan.domains.len() {
            let chance = |area: &AreaSure| area.chance_at_least.get(m - 1).copied().filter(|_| area.n_counted > 0);
            columns.push(number(format!("sure_at_least_{m}"), &chance));
        }
        for (position, domain) in scored.plan.domains.iter().enumerate() {
            let chance = |area: &AreaSure| area.chance_burdened.get(position).copied().flatten();
            columns.push(number(chance_title(&domain.id), &chance));
        }
    }
    columns
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

/// Name of the file with a recipe in plain words.
pub(crate) fn method_file(recipe: &str, language: Language) -> String {
    format!("scores-{recipe}.method.{}.md", language.tag())
}

/// Writes every recipe in plain words, as `kapstok explain` prints it: pages show it beside the figures.
pub(super) fn write_methods(workspace: &Workspace, recipes: &[WorkspaceRecipe], into: &Path) -> Result<(), Failure> {
    for language in Language::ALL {
        let words = Words::new(language);
        for WorkspaceRecipe { recipe, .. } in recipes {
            let page = explained::page(recipe, &workspace.indicators, &words);
            crate::durable::write_durably(&into.join(method_file(&recipe.head.id, language)), page.as_bytes())?;
        }
    }
    Ok(())
}
