// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! How often a loop within a loop turns. Counted in tests only: twice the text may cost about twice the turns.

#[cfg(test)]
thread_local! {
    static TURNS: std::cell::Cell<u64> = const { std::cell::Cell::new(0) };
}

/// One turn of an inner loop.
#[inline]
pub(crate) fn turn() {
    #[cfg(test)]
    TURNS.with(|turns| turns.set(turns.get() + 1));
}

/// Turns on this thread since the last call.
#[cfg(test)]
pub(crate) fn turns() -> u64 {
    TURNS.with(std::cell::Cell::take)
}

#[cfg(test)]
mod tests {
    use super::turns;
    use crate::file::{Extracted, FileKind, Line, LineCell, Page, Role};
    use crate::{Document, Limits, Reading, Recipe, extract};

    /// A line of cells, each with its left edge, and a mark at the end of each cell.
    fn push(page: &mut Page, size: f32, cells: &[(f32, &str)], marked: bool) {
        let start = page.text.len();
        let (mut places, mut marks) = (Vec::new(), Vec::new());
        for (index, (left, text)) in cells.iter().enumerate() {
            page.text.push_str(if index > 0 { "\t" } else { "" });
            let from = page.text.len();
            page.text.push_str(text);
            if marked {
                marks.push(page.text.len()..page.text.len() + 1);
                page.text.push('1');
            }
            places.push(LineCell { range: from..page.text.len(), x: (*left, left + 4.0) });
        }
        let range = start..page.text.len();
        page.text.push('\n');
        let bottom = 20.0 * (page.lines.len() + 1) as f32;
        let bounds = [cells[0].0, bottom - size, cells[cells.len() - 1].0 + 4.0, bottom];
        let (bold, italic, role) = (false, false, Role::Unsaid);
        page.lines.push(Line { range, bounds, size, bold, italic, cells: places, marks, role });
    }

    fn cost(pages: Vec<Page>) -> u64 {
        let recipe = include_str!("../../../recipes/read-nl-coalition/recipe.toml");
        let recipe = Recipe::parse(recipe).0.unwrap();
        let sha256 = String::new();
        turns();
        let extracted = Extracted { sha256, kind: FileKind::Pdf, version: "1", pages, warnings: Vec::new() };
        assert!(!Document::of(extracted, &recipe).blocks.is_empty());
        turns()
    }

    /// A list of contents of `n` rows of one name, each further to the right, and `n` such headings on far pages.
    fn contents(n: usize) -> Vec<Page> {
        let mut pages = vec![Page { number: 1, size: (600.0, 800.0), ..Page::default() }; 2];
        push(&mut pages[0], 11.0, &[(70.0, "Inhoud")], false);
        for row in 0..n {
            push(&mut pages[0], 11.0, &[(70.0 + 5.0 * row as f32, "Wonen"), (9e5, &format!("{}", row % 900))], false);
            push(&mut pages[1], 11.0, &[(70.0, "Wonen")], false);
        }
        pages[1].printed = Some("1899".to_owned());
        pages
    }

    /// `n` footnotes, and `n` marks that point at none of them.
    fn notes(n: usize) -> Vec<Page> {
        let mut page = Page { number: 1, size: (600.0, 800.0), ..Page::default() };
        for _ in 0..n {
            push(&mut page, 11.0, &[(70.0, "Wij bouwen huizen en dat doen wij in de wijken")], true);
        }
        for row in 0..n {
            push(&mut page, 8.0, &[(70.0, &format!("{} noot", row % 900 + 2))], false);
        }
        vec![page]
    }

    /// Two rows of `n` figures with a mark behind each.
    fn table(n: usize) -> Vec<Page> {
        let mut page = Page { number: 1, size: (600.0, 800.0), ..Page::default() };
        let figures: Vec<(f32, &str)> = (0..n).map(|column| (10.0 * column as f32, "12")).collect();
        push(&mut page, 9.0, &figures, true);
        push(&mut page, 9.0, &figures, true);
        vec![page]
    }

    /// Items of one list, each deeper than the one before, on `n` lines.
    fn items(n: usize) -> Vec<Page> {
        let mut page = Page { number: 1, size: (600.0, 800.0), ..Page::default() };
        for row in 0..n {
            push(&mut page, 11.0, &[(70.0 + 4.0 * row as f32, "• Een punt dat verder gaat.")], false);
        }
        vec![page]
    }

    #[test]
    fn twice_the_hostile_text_is_about_twice_the_work() {
        for (name, made) in
            [("contents", contents as fn(usize) -> Vec<Page>), ("notes", notes), ("table", table), ("items", items)]
        {
            let (once, twice) = (cost(made(400)), cost(made(800)));
            assert!(once >= 400 && twice * 10 < once * 22, "{name}: {once}, then {twice}");
        }
    }

    /// Turns of reading a web page to the last row.
    fn cost_of_rows(body: &str) -> u64 {
        let recipe = include_str!("../../../recipes/read-nl-coalition/recipe.toml");
        let recipe = Recipe::parse(recipe).0.unwrap();
        turns();
        let extracted = extract(format!("<html><body>{body}</body></html>").as_bytes(), &Limits::default()).unwrap();
        let document = Document::of(extracted, &recipe);
        let rows = Reading::of(&document, &recipe).rows();
        assert!(!rows.blocks.is_empty());
        turns()
    }

    fn repeated(n: usize, one: impl Fn(usize) -> String) -> String {
        (0..n).map(one).collect()
    }

    #[test]
    fn twice_the_document_is_about_twice_the_work_to_the_last_row() {
        let prose = |n| repeated(n, |at| format!("<p>Wij bouwen {at} huizen in de wijk en helpen de buurt.</p>"));
        let headings = |n| repeated(n, |at| format!("<h2>Punt {at}</h2><p>Wij verbeteren de wijk voor 2030.</p>"));
        let tables = |n| repeated(n, |at| format!("<table><tr><td>Wonen<td>{at}<tr><td>Zorg<td>2</table>"));
        let amounts = |n| repeated(n, |at| format!("<p>Voor de wijkaanpak is {at} miljoen euro beschikbaar.</p>"));
        let in_one = |n| {
            let list = repeated(n, |at| format!("wijk {at} miljoen euro "));
            format!("<h1>Geld</h1><p>{list}</p><table><tr><td>Wonen<td>{list}</table>")
        };
        let cases: [(&str, &dyn Fn(usize) -> String); 5] = [
            ("prose", &prose),
            ("headings", &headings),
            ("tables", &tables),
            ("amounts in one chapter", &amounts),
            ("amounts in one sentence and one cell", &in_one),
        ];
        for (name, made) in cases {
            let (once, twice) = (cost_of_rows(&made(400)), cost_of_rows(&made(800)));
            assert!(once >= 4_000 && twice * 10 <= once * 23, "{name}: {once}, then {twice}");
        }
    }
}
