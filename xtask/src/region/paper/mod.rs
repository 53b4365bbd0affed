// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Paper: pages of placed text as a PDF.
//!
//! In: [`Sheet`]s. Out: a PDF of plain ASCII, so that anyone can read what stands where. Invariant: same sheets, same
//! bytes: no date, no identifier, nothing packed. Not here: what is written where (`layout.rs`).

mod hyphen;
mod layout;
mod metrics;
#[cfg(test)]
mod tests;

use std::fmt::Write as _;

pub(super) use hyphen::Hyphens;
pub(super) use layout::{Look, Paper, Placed, TableRow};
pub(super) use metrics::Font;

/// Width and height of a page, points.
const PAGE: (f64, f64) = (595.0, 842.0);
/// Size of the mark of a footnote beside that of its text, and how far it is raised.
const MARK: f64 = 0.6;
const RAISED: f64 = 0.36;

/// One page.
#[derive(Clone, Debug, Default)]
pub(super) struct Sheet {
    runs: Vec<Run>,
    bars: Vec<Bar>,
}

/// A text at a place: left and baseline from the upper left corner.
#[derive(Clone, Debug)]
struct Run {
    x: f64,
    y: f64,
    size: f64,
    font: Font,
    colour: Colour,
    text: String,
}

/// A filled rectangle behind the text: left, top, width, height.
#[derive(Clone, Copy, Debug)]
struct Bar {
    at: [f64; 4],
    colour: Colour,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Colour {
    Black,
    Grey,
    Blue,
    Pale,
}

impl Colour {
    fn operands(self) -> &'static str {
        match self {
            Self::Black => "0 0 0",
            Self::Grey => "0.35 0.35 0.35",
            Self::Blue => "0.06 0.26 0.42",
            Self::Pale => "0.90 0.93 0.96",
        }
    }
}

/// The operators that draw a page.
fn content(sheet: &Sheet) -> Result<String, String> {
    let mut content = String::new();
    // Writing to a text cannot fail.
    for bar in &sheet.bars {
        let [x, y, width, height] = bar.at;
        let bottom = PAGE.1 - y - height;
        let _ = writeln!(content, "{} rg {x:.2} {bottom:.2} {width:.2} {height:.2} re f", bar.colour.operands());
    }
    content.push_str("BT\n");
    for run in &sheet.runs {
        let mut x = run.x;
        for (index, part) in run.text.split('^').enumerate() {
            // The digits behind the sign are the mark of a footnote.
            let n_mark = if index == 0 { 0 } else { part.bytes().take_while(u8::is_ascii_digit).count() };
            let (mark, rest) = part.split_at(n_mark);
            for (text, size, up) in [(mark, MARK * run.size, RAISED * run.size), (rest, run.size, 0.0)] {
                if text.is_empty() {
                    continue;
                }
                let font = if run.font == Font::Bold { "F1" } else { "F0" };
                let y = PAGE.1 - run.y + up;
                let _ = write!(content, "{} rg /{font} {size:.2} Tf 1 0 0 1 {x:.2} {y:.2} Tm <", run.colour.operands());
                for sign in metrics::with_ligatures(text).chars() {
                    let _ = write!(content, "{:02X}", metrics::byte(sign)?);
                }
                content.push_str("> Tj\n");
                x += metrics::width(text, run.font, size);
            }
        }
    }
    content.push_str("ET\n");
    Ok(content)
}

/// A PDF of pages.
///
/// # Errors
/// A text holds a sign that the paper has not.
pub(super) fn pdf(sheets: &[Sheet], title: &str, language: &str) -> Result<String, String> {
    let mut objects: Vec<String> = Vec::new();
    let first_page = 7;
    let kids: String = (0..sheets.len()).map(|index| format!("{} 0 R ", first_page + 2 * index)).collect();
    objects.push(format!(
        "<< /Type /Catalog /Pages 2 0 R /Lang ({language}) /ViewerPreferences << /DisplayDocTitle true >> >>"
    ));
    objects.push(format!("<< /Type /Pages /Kids [{}] /Count {} >>", kids.trim_end(), sheets.len()));
    for (_, name) in Font::ALL {
        objects.push(format!(
            "<< /Type /Font /Subtype /Type1 /BaseFont /{name} /ToUnicode 5 0 R /Encoding << /Type /Encoding \
             /BaseEncoding /WinAnsiEncoding /Differences {} >> >>",
            metrics::DIFFERENCES
        ));
    }
    objects.push(stream(&to_unicode()));
    let title: String = title.encode_utf16().map(|unit| format!("{unit:04X}")).collect();
    objects.push(format!("<< /Title <FEFF{title}> /Producer (cargo xtask region) >>"));
    for (index, sheet) in sheets.iter().enumerate() {
        let (width, height) = PAGE;
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] /Contents {} 0 R /Resources << /Font << /F0 \
             3 0 R /F1 4 0 R >> >> >>",
            first_page + 2 * index + 1
        ));
        objects.push(stream(&content(sheet)?));
    }
    Ok(file(&objects))
}

fn stream(data: &str) -> String {
    format!("<< /Length {} >>\nstream\n{data}endstream", data.len())
}

/// What each byte means to who copies or searches.
fn to_unicode() -> String {
    let mut map = String::from(
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Kapstok def\n/CMapType 2 def\n\
         1 begincodespacerange\n<00> <FF>\nendcodespacerange\n1 beginbfrange\n<20> <7E> <0020>\nendbfrange\n",
    );
    let meanings: Vec<(u8, char)> = metrics::meanings().collect();
    let _ = writeln!(map, "{} beginbfchar", meanings.len());
    for (byte, sign) in meanings {
        let _ = writeln!(map, "<{byte:02X}> <{:04X}>", u32::from(sign));
    }
    map.push_str("endbfchar\nendcmap\nend\nend\n");
    map
}

/// Numbered objects as a file; the first is the catalogue, the sixth tells what it is.
fn file(objects: &[String]) -> String {
    let mut text = "%PDF-1.7\n".to_owned();
    let mut offsets = Vec::with_capacity(objects.len());
    for (index, object) in objects.iter().enumerate() {
        offsets.push(text.len());
        let _ = write!(text, "{} 0 obj\n{object}\nendobj\n", index + 1);
    }
    let start = text.len();
    let _ = write!(text, "xref\n0 {}\n0000000000 65535 f \n", offsets.len() + 1);
    for offset in &offsets {
        let _ = writeln!(text, "{offset:010} 00000 n ");
    }
    let size = offsets.len() + 1;
    let _ = write!(text, "trailer\n<< /Size {size} /Root 1 0 R /Info 6 0 R >>\nstartxref\n{start}\n%%EOF\n");
    text
}
