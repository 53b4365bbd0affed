// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Every step of the recipe language has its page in the reference, and the page names every key.

use super::{File, Finding, text, under};

const SOURCES: &str = "crates/kapstok-recipe/src/steps/";
const PAGES: &str = "docs/reference/steps/";

/// Holds the files of the steps against their pages.
pub(super) fn steps(files: &[File]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut words = Vec::new();
    for (path, source) in under(files, SOURCES, ".rs").filter(|(path, _)| !path.ends_with("/mod.rs")) {
        let word = path[SOURCES.len()..].trim_end_matches(".rs").replace('_', "-");
        let page_path = format!("{PAGES}{word}.md");
        match text(files, &page_path) {
            None => findings.push(Finding::new(path, 1, format!("the step has no page {page_path}"))),
            Some(page) => findings.extend(
                keys(source)
                    .filter(|key| !page.contains(&format!("| `{key}` |")))
                    .map(|key| Finding::new(&page_path, 1, format!("says nothing of the key `{key}`"))),
            ),
        }
        words.push(word);
    }
    for (path, _) in under(files, PAGES, ".md").filter(|(path, _)| !path.ends_with("/README.md")) {
        let word = path[PAGES.len()..].trim_end_matches(".md");
        if !words.iter().any(|known| known == word) {
            findings.push(Finding::new(path, 1, format!("there is no step `{word}`")));
        }
    }
    findings
}

/// Keys of the step: the public fields of its form, by the names that stand in a recipe.
fn keys(source: &str) -> impl Iterator<Item = &str> {
    let lines: Vec<&str> = source.lines().map(str::trim).collect();
    let form = lines.iter().position(|line| line.starts_with("impl Form for")).unwrap_or(lines.len());
    let key = move |index: usize| {
        let (name, _) = lines[index].strip_prefix("pub ")?.split_once(": ")?;
        // A field that is skipped is filled in by the check: it is no key.
        if lines[..index].last() == Some(&"#[serde(skip)]") {
            return None;
        }
        let renamed =
            lines[..index].last().and_then(|line| line.strip_prefix("#[serde(rename = \"")?.split('"').next());
        Some(renamed.unwrap_or(name))
    };
    (0..form).filter_map(key)
}

#[cfg(test)]
mod tests {
    use super::super::{file, lines};
    use super::steps;

    #[test]
    fn a_step_without_page_a_key_without_word_and_a_page_without_step_are_found() {
        let source = "//! x\npub struct ZScore {\n    /// In.\n    #[serde(rename = \"in\")]\n    pub input: String,\n    pub out: String,\n}\n\nimpl Form for ZScore {}\n";
        let files = [
            file("crates/kapstok-recipe/src/steps/z_score.rs", source),
            file("crates/kapstok-recipe/src/steps/sum.rs", "//! x\n"),
            file("docs/reference/steps/z-score.md", "| `in` | x |\n"),
            file("docs/reference/steps/fly.md", ""),
        ];
        assert_eq!(
            lines(&steps(&files)),
            [
                "docs/reference/steps/z-score.md:1: says nothing of the key `out`",
                "crates/kapstok-recipe/src/steps/sum.rs:1: the step has no page docs/reference/steps/sum.md",
                "docs/reference/steps/fly.md:1: there is no step `fly`",
            ]
        );
    }
}
