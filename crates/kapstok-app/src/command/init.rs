// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok init`: a new workspace from a template. Nothing that is there is overwritten.

use std::io::Write;
use std::path::Path;

use crate::cli::Template;
use crate::failure::Failure;
use crate::workspace::SETTINGS_FILE;
use kapstok_share::words::Words;

/// Files of a template: name in the workspace, content.
fn files(template: Template) -> Vec<(&'static str, &'static str)> {
    match template {
        Template::Nl => vec![
            (SETTINGS_FILE, include_str!("../../../../examples/netherlands/kapstok.toml")),
            (
                "recipes/samenkomen/wijk.toml",
                include_str!("../../../../examples/netherlands/recipes/samenkomen/wijk.toml"),
            ),
            (
                "recipes/samenkomen/buurt.toml",
                include_str!("../../../../examples/netherlands/recipes/samenkomen/buurt.toml"),
            ),
            (
                "recipes/samenkomen/policy.md",
                include_str!("../../../../examples/netherlands/recipes/samenkomen/policy.md"),
            ),
        ],
        Template::England => vec![(SETTINGS_FILE, include_str!("../../../../examples/england/kapstok.toml"))],
        Template::Empty => vec![(SETTINGS_FILE, include_str!("../../../../examples/empty/kapstok.toml"))],
    }
}

/// Makes the folder and its files.
///
/// # Errors
/// [`Failure::IsWorkspace`] when there is a workspace already; [`Failure::Io`] when a file cannot be written.
pub(crate) fn init(
    dir: &Path,
    template: Template,
    municipality: Option<&str>,
    words: &Words,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let settings = dir.join(SETTINGS_FILE);
    if settings.exists() {
        return Err(Failure::IsWorkspace { dir: dir.to_owned() });
    }
    for (name, content) in files(template) {
        let path = dir.join(name);
        let folder = path.parent().unwrap_or(dir);
        std::fs::create_dir_all(folder).map_err(|error| Failure::io(folder, error))?;
        let content = match (name, municipality) {
            (SETTINGS_FILE, Some(municipality)) => with_municipality(content, municipality),
            _ => content.to_owned(),
        };
        crate::durable::replace_durably(&path, content.as_bytes())?;
    }
    let dir = dir.display().to_string();
    writeln!(out, "{}", words.say("init-done", &[("dir", &dir)])).map_err(crate::standard_output)?;
    writeln!(out, "{}", words.say("init-next", &[("dir", &dir)])).map_err(crate::standard_output)
}

/// The settings with the municipality below the country that it lies in.
fn with_municipality(settings: &str, municipality: &str) -> String {
    let line = format!("municipality = {}\n", toml::Value::String(municipality.to_owned()));
    let ends = settings.match_indices('\n').map(|(at, _)| at + 1);
    let starts = std::iter::once(0).chain(ends.clone());
    let country = starts.zip(ends).find(|(start, end)| settings[*start..*end].starts_with("country ="));
    match country.map(|(_, end)| end).or_else(|| settings.find("\n[").map(|at| at + 1)) {
        Some(at) => format!("{}{line}{}", &settings[..at], &settings[at..]),
        None => format!("{settings}{line}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_municipality_is_a_key_of_the_file_and_not_of_its_last_table() {
        let settings = "kapstok = 1\n\n[boundary_years]\nmunicipality = 2024\n";
        let table: toml::Table = with_municipality(settings, "'s-Gravenhage \"x\"").parse().unwrap();
        assert_eq!(table["municipality"].as_str(), Some("'s-Gravenhage \"x\""));
        assert_eq!(table["boundary_years"]["municipality"].as_integer(), Some(2024));
    }

    #[test]
    fn the_municipality_stands_with_the_country_and_below_no_comment_on_something_else() {
        for template in [Template::Nl, Template::England, Template::Empty] {
            let (_, settings) = files(template)[0];
            let filled = with_municipality(settings, "Schiedam");
            let at = filled.lines().position(|line| line == "municipality = \"Schiedam\"").unwrap();
            assert!(filled.lines().nth(at - 1).unwrap().starts_with("country ="), "{filled}");
        }
    }
}
