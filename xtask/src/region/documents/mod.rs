// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The documents of the invented region: what its mayors ask, what its coalition promises, and a plan in English.
//!
//! In: three texts, each sentence with what is true of it. Out: three PDFs in `documents/`, and files of `truth/`.
//! Invariant: the truth comes from the texts and from where the paper put them, never from the code that reads.
//! Not here: how paper is made (`paper/`).

mod script;
#[cfg(test)]
mod tests;
mod truth;

use script::{Block, Kind, RowLevel, Script, Sentence};

use super::paper::{Font, Hyphens, Look, Paper, Placed, TableRow, pdf};
use super::publish::TextFile;

/// A document with its paper.
struct Made {
    script: Script,
    pdf: String,
    sentences: Vec<Found>,
}

/// Where a sentence stands.
struct Found {
    /// Position of its block and place in it.
    block: usize,
    index: usize,
    kind: Kind,
    /// As it is read: with its number, without marks of footnotes.
    text: String,
    section: Vec<String>,
    domains: Vec<String>,
    pdf_page: usize,
    /// The number that is printed on that page.
    page: Option<usize>,
}

impl Made {
    fn of(&self, found: &Found) -> &Sentence {
        &self.script.block[found.block].sentences[found.index]
    }

    /// The sentence of a key.
    fn by_key(&self, key: &str) -> Option<&Found> {
        self.sentences.iter().find(|found| self.of(found).key.as_deref() == Some(key))
    }
}

/// The documents and their truth.
///
/// # Errors
/// A text is wrong: the sentence tells where.
pub(super) fn files() -> Result<Vec<TextFile>, String> {
    let [asks, programme, plan] = all()?;
    let file = |path: String, text: String| TextFile { path, text };
    let mut files: Vec<TextFile> = [&asks, &programme, &plan]
        .into_iter()
        .map(|made| file(format!("documents/{}", made.script.file), made.pdf.clone()))
        .collect();
    files.extend([
        file("truth/gevraagd.csv".into(), truth::answers(&asks, &programme)?),
        file("truth/zinnen.jsonl".into(), truth::sentences(&programme, "vs2025")),
        file("truth/zinnen-manifest.jsonl".into(), truth::sentences(&asks, "vsm2025")),
        file("truth/sentences-en.jsonl".into(), truth::sentences(&plan, "qm2025")),
        file("truth/document.json".into(), truth::documents(&[&programme, &asks, &plan])?),
    ]);
    Ok(files)
}

fn all() -> Result<[Made; 3], String> {
    let made = |name: &str, text: &str, before_first: &str| {
        let script = script::read(text).map_err(|error| format!("{name}: {error}"))?;
        make(script, before_first).map_err(|error| format!("{name}: {error}"))
    };
    Ok([
        made("manifest.toml", include_str!("manifest.toml"), "Inleiding")?,
        made("programme.toml", include_str!("programme.toml"), "Inleiding")?,
        made("plan-en.toml", include_str!("plan-en.toml"), "Introduction")?,
    ])
}

/// Sets a document. What stands before the first heading is in a section that the recipe names.
fn make(script: Script, before_first: &str) -> Result<Made, String> {
    let is = |kind: Kind| move |block: &&Block| block.kind == Some(kind);
    let notes = script.block.iter().filter(is(Kind::Footnote));
    let notes = notes.map(|block| (block.note, joined(&block.sentences))).collect();
    let hyphens = Hyphens::new(script.hyphens.soft.iter().chain(&script.hyphens.hard));
    let mut paper = Paper::new(script.size, hyphens, notes);
    let mut sentences: Vec<Found> = Vec::new();
    let (mut headings, mut domains): (Vec<(u8, String)>, Vec<String>) =
        (vec![(9, before_first.to_owned())], Vec::new());
    let has_cover = script.block.iter().any(|block| block.contents.is_some());
    let subtitle = script.block.iter().find_map(|block| block.subtitle.as_deref());
    for (position, block) in script.block.iter().enumerate() {
        if block.new_page {
            paper.new_page();
            paper.set_columns(1);
        }
        if block.new_column {
            paper.new_column();
        }
        if let Some(title) = &block.title {
            paper.title(title, subtitle, has_cover);
        } else if let Some(heading) = &block.contents {
            paper.contents(heading);
        } else if let Some(level) = block.heading {
            headings.retain(|(above, _)| *above < level);
            headings.push((level, block.text.clone()));
            if !block.domains.is_empty() {
                domains.clone_from(&block.domains);
            }
            paper.heading(&block.text, level, has_cover);
            if let Some(columns) = block.columns {
                paper.set_columns(columns);
            }
        } else if let Some(table) = &block.table {
            let font = |level| if level == RowLevel::Row { Font::Plain } else { Font::Bold };
            let rows: Vec<TableRow<'_>> = table
                .rows
                .iter()
                .map(|this| TableRow { label: &this.label, cells: &this.cells, font: font(this.level) })
                .collect();
            paper.table(&table.columns, &rows);
        }
        let look = match block.kind {
            Some(Kind::Paragraph) => Look::Paragraph,
            Some(Kind::Bullet) => Look::Bullet,
            Some(Kind::Numbered) => Look::Numbered(block.ask.as_ref().ok_or("a number without an ask")?.number),
            Some(Kind::Footnote) | None => continue,
        };
        let first = sentences.len();
        let section: Vec<String> = headings.iter().map(|(_, text)| text.clone()).collect();
        for (index, sentence) in block.sentences.iter().enumerate() {
            let number = match look {
                Look::Numbered(number) if index == 0 => format!("{number}. "),
                _ => String::new(),
            };
            let kind = if look == Look::Paragraph { Kind::Paragraph } else { Kind::Bullet };
            let text = format!("{number}{}", without_marks(&sentence.text));
            let own = if sentence.domains.is_empty() { &domains } else { &sentence.domains };
            let (section, domains) = (section.clone(), own.clone());
            sentences.push(Found { block: position, index, kind, text, section, domains, pdf_page: 0, page: None });
        }
        let placed: Vec<Placed<'_>> = (first..)
            .zip(&block.sentences)
            .map(|(sentence, said)| Placed { sentence, text: said.text.as_str() })
            .collect();
        paper.block(look, &placed);
    }
    let (sheets, begins) = paper.finish(script.head.as_deref(), &script.mark, script.pages_before_1);
    for (sentence, page) in begins {
        let found = sentences.get_mut(sentence).ok_or("a sentence that nobody wrote")?;
        found.pdf_page = page + 1;
        found.page = (page + 1).checked_sub(script.pages_before_1).filter(|page| *page > 0);
    }
    let pdf = pdf(&sheets, &script.title, &script.language)?;
    Ok(Made { script, pdf, sentences })
}

fn joined(sentences: &[Sentence]) -> String {
    sentences.iter().map(|sentence| sentence.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// A text without the marks of footnotes.
fn without_marks(text: &str) -> String {
    let mut parts = text.split('^');
    let first = parts.next().unwrap_or("").to_owned();
    parts.fold(first, |text, part| text + part.trim_start_matches(|sign: char| sign.is_ascii_digit()))
}
