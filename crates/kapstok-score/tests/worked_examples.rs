// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Every `recipes/*/worked-example.md`, run: its input through the recipe beside it must give its result.
//!
//! The tables under `## Input` are joined by the code of the area; so are those under `## Result`, and for
//! a higher level those under `## Result: LEVEL`. An empty cell is a missing figure, and so is a number
//! that the recipe lists in `missing_codes`. Every output of the recipe must be in a result.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test that cannot read its page must fail")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use kapstok_recipe::{Available, Catalogue, Head, Output};
use kapstok_score::{Inputs, LevelResult, Outcome, round_half_up};

/// The published indices that the product reproduces.
const AT_LEAST: usize = 7;
/// Without a number of decimals in the recipe.
const ALL_DECIMALS: u32 = 6;

/// Tables under one heading, joined by their first column.
#[derive(Default)]
struct Table {
    /// Title of the first column.
    key: String,
    /// Codes, in the order of the first table.
    areas: Vec<String>,
    /// Titles, in order.
    titles: Vec<String>,
    /// Text by area and title.
    cells: BTreeMap<(String, String), String>,
}

impl Table {
    fn cell(&self, area: &str, title: &str) -> &str {
        let cell = self.cells.get(&(area.to_owned(), title.to_owned()));
        cell.unwrap_or_else(|| panic!("no row of `{area}` in the table with column `{title}`"))
    }

    fn column(&self, title: &str) -> Vec<&str> {
        assert!(
            title == self.key || self.titles.iter().any(|known| known == title),
            "no column `{title}` in the input"
        );
        self.areas.iter().map(|area| if title == self.key { area.as_str() } else { self.cell(area, title) }).collect()
    }
}

/// The tables of a page by the heading above them.
fn tables(page: &str) -> BTreeMap<String, Table> {
    let mut found: BTreeMap<String, Table> = BTreeMap::new();
    let mut heading = String::new();
    let mut titles: Option<Vec<String>> = None;
    for line in page.lines() {
        if let Some(text) = line.strip_prefix("## ") {
            heading = text.trim().to_owned();
        }
        let Some(row) = line.trim().strip_prefix('|').and_then(|row| row.strip_suffix('|')) else {
            titles = None;
            continue;
        };
        let cells: Vec<String> = row.split('|').map(|cell| cell.trim().to_owned()).collect();
        let table = found.entry(heading.clone()).or_default();
        let Some(known) = &titles else {
            assert!(
                table.key.is_empty() || table.key == cells[0],
                "`## {heading}`: keys `{}` and `{}`",
                table.key,
                cells[0]
            );
            table.key.clone_from(&cells[0]);
            for title in &cells[1..] {
                assert!(!table.titles.contains(title), "`## {heading}`: column `{title}` is there twice");
                table.titles.push(title.clone());
            }
            titles = Some(cells);
            continue;
        };
        if cells.iter().all(|cell| !cell.is_empty() && cell.bytes().all(|byte| byte == b'-' || byte == b':')) {
            continue;
        }
        assert_eq!(cells.len(), known.len(), "`## {heading}`: cells in the row of `{}`", cells[0]);
        if !table.areas.contains(&cells[0]) {
            table.areas.push(cells[0].clone());
        }
        for (title, cell) in known.iter().zip(&cells).skip(1) {
            let before = table.cells.insert((cells[0].clone(), title.clone()), cell.clone());
            assert!(before.is_none(), "`## {heading}`: `{}` has two rows", cells[0]);
        }
    }
    found
}

fn inputs(head: &Head, table: &Table) -> Inputs {
    let figures = |title: &str| -> Vec<Option<f64>> {
        let number =
            |text: &str| text.parse::<f64>().unwrap_or_else(|_| panic!("`{text}` in `{title}` is not a number"));
        let known = |text: &&str| Some(*text).filter(|text| !text.is_empty()).map(number);
        table
            .column(title)
            .iter()
            .map(|text| known(text).filter(|number| !head.missing_codes.contains(number)))
            .collect()
    };
    let text = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let mut inputs = Inputs { areas: table.areas.clone().into(), ..Inputs::default() };
    for input in &head.input {
        inputs.figures.insert(input.name.clone(), figures(input.column()).into());
    }
    for rule in &head.exclude {
        if rule.starts_with.is_some() {
            let texts = table.column(&rule.column).into_iter().map(str::to_owned).collect();
            inputs.texts.insert(rule.column.clone(), texts);
        } else if !inputs.figures.contains_key(&rule.column) {
            inputs.figures.insert(rule.column.clone(), figures(&rule.column).into());
        }
    }
    for (level, title) in head.areas.iter().flat_map(|areas| &areas.parents) {
        inputs.parents.insert(level.clone(), table.column(title).into_iter().map(text).collect());
    }
    inputs
}

/// Runs the recipe beside a page on the page's input.
fn run(page: &Path, input: &Table) -> (Head, Outcome) {
    let file = page.with_file_name("recipe.toml");
    let (recipe, problems) = kapstok_recipe::parse("recipe.toml", &read(&file));
    assert!(problems.is_empty(), "{}: {problems:?}", file.display());
    let recipe = recipe.unwrap();
    let key = recipe.head.areas.as_ref().map(|areas| areas.key.clone());
    assert_eq!(key.as_deref(), Some(input.key.as_str()), "{}: the key column", page.display());
    let available = |name: &String| Available {
        name: name.clone(),
        period: String::new(),
        boundary_year: None,
        indicator: None,
        share_missing: 0.0,
    };
    let columns = std::iter::once(&input.key).chain(&input.titles).map(available).collect();
    let catalogue = Catalogue { source: "worked-example.md".to_owned(), columns };
    let (plan, problems) = kapstok_recipe::check(&recipe, &catalogue);
    assert!(problems.is_empty(), "{}: {problems:?}", page.display());
    let plan = plan.unwrap();
    let outcome = kapstok_score::run(&plan, &inputs(&recipe.head, input));
    (recipe.head, outcome.unwrap_or_else(|error| panic!("{}: {error}", page.display())))
}

/// Every cell of one level that differs; takes the outputs that it found out of `left`.
fn differences(file: &str, level: &LevelResult, expected: &Table, left: &mut Vec<Output>) -> Vec<String> {
    let mut found = Vec::new();
    let codes = |areas: &[String]| {
        let mut areas = areas.to_vec();
        areas.sort();
        areas
    };
    if codes(&level.areas) != codes(&expected.areas) {
        found.push(format!("{file}: areas of `{}` are {:?}, not {:?}", level.level, level.areas, expected.areas));
        return found;
    }
    for title in &expected.titles {
        let output = left.iter().position(|output| output.name == *title).map(|position| left.remove(position));
        let column = level.columns.iter().find(|column| column.name == *title);
        let (Some(output), Some(column)) = (output, column) else {
            found.push(format!("{file}: column `{title}` is no output of the recipe at `{}`", level.level));
            continue;
        };
        let decimals = output.decimals.unwrap_or(ALL_DECIMALS);
        let written = |value: f64| format!("{:.*}", decimals as usize, round_half_up(value, decimals) + 0.0);
        for (area, value) in level.areas.iter().zip(column.values.iter()) {
            let (ours, theirs) = (value.map(written).unwrap_or_default(), expected.cell(area, title));
            if ours != theirs {
                found.push(format!(
                    "{file}, area `{area}`, column `{title}`: the page says `{theirs}`, the recipe gives `{ours}`"
                ));
            }
        }
    }
    found
}

#[expect(clippy::disallowed_methods, reason = "the pages are the test; the crate itself reads nothing")]
fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// In order of their path.
fn pages() -> Vec<PathBuf> {
    let recipes = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../recipes");
    let folders = std::fs::read_dir(&recipes).unwrap_or_else(|error| panic!("{}: {error}", recipes.display()));
    let pages = folders.map(|folder| folder.unwrap().path().join("worked-example.md"));
    let mut pages: Vec<PathBuf> = pages.filter(|page| page.is_file()).collect();
    pages.sort();
    pages
}

#[test]
fn every_recipe_gives_what_its_worked_example_was_worked_out_to() {
    let pages = pages();
    assert!(pages.len() >= AT_LEAST, "{} worked examples, at least {AT_LEAST} expected", pages.len());
    let mut found = Vec::new();
    for page in &pages {
        let folder = page.parent().and_then(Path::file_name).unwrap().to_string_lossy();
        let file = format!("recipes/{folder}/worked-example.md");
        let tables = tables(&read(page));
        let input = tables.get("Input").unwrap_or_else(|| panic!("{file}: no table under `## Input`"));
        let (head, outcome) = run(page, input);
        let mut left = head.output.clone();
        for (heading, expected) in &tables {
            let Some(of) = heading.strip_prefix("Result") else { continue };
            let level = of.strip_prefix(": ").unwrap_or(&head.level);
            match outcome.levels.iter().find(|known| known.level == level) {
                Some(level) => found.extend(differences(&file, level, expected, &mut left)),
                None => found.push(format!("{file}: nothing was made for `{level}`")),
            }
        }
        found.extend(left.iter().map(|output| format!("{file}: output `{}` is in no result", output.name)));
    }
    assert!(found.is_empty(), "{} differences\n{}", found.len(), found.join("\n"));
}
