// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! How a recipe counts: its method in plain words, with what it was run on and where each domain was cut.

use askama::Template;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, html};

use super::Made;
use super::errors::Wrong;
use super::frame::{Frame, View};
use super::links::Page;

#[derive(Template)]
#[template(path = "method.html")]
struct MethodTemplate {
    frame: Frame,
    text: String,
    hash: String,
    scored: String,
    /// Domain, where it was cut, areas in it, areas with a figure.
    cuts: Vec<(String, String, String, String)>,
}

/// Makes the page.
///
/// # Errors
/// No such recipe.
pub(super) fn page(view: View<'_>, recipe: &str) -> Made {
    let (v, snapshot) = (view.voice(), &view.site.snapshot);
    let (entry, text) =
        snapshot.method(recipe).ok_or_else(|| Wrong::NoFigure { found: recipe.chars().take(80).collect() })?;
    let text = text.of(view.language);
    let title = text.lines().find_map(|line| line.strip_prefix("# ")).unwrap_or(recipe).to_owned();
    let cut = |(domain, cut): (&String, &kapstok_share::manifest::CutEntry)| {
        let at = cut.threshold.map_or_else(|| "–".to_owned(), |at| v.number(at, 3));
        (v.domain(domain), at, v.count(cut.n_in), v.count(cut.n_known))
    };
    let (n, levels) = (v.count(entry.n_scored), v.levels(&entry.level));
    let template = MethodTemplate {
        frame: view.frame(&Page::Method(recipe.to_owned()), &title, &[]),
        text: rendered(text),
        hash: entry.sha256.clone(),
        scored: v.f("page-method-scored", &[("number", &n), ("levels", &levels)]),
        cuts: entry.domains.iter().zip(&entry.cuts).map(cut).collect(),
    };
    template.render().map_err(|_| Wrong::Ours)
}

/// Markdown as HTML. What looks like HTML in it is shown as text, links lead nowhere, pictures are their words.
fn rendered(markdown: &str) -> String {
    let events = Parser::new_ext(markdown, Options::ENABLE_TABLES).filter_map(|event| match event {
        Event::Html(text) | Event::InlineHtml(text) => Some(Event::Text(text)),
        Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::HtmlBlock)
        | Event::End(TagEnd::Link | TagEnd::Image | TagEnd::HtmlBlock) => None,
        // Cells would be set by a `style` attribute, which no page may have.
        Event::Start(Tag::Table(columns)) => {
            Some(Event::Start(Tag::Table(vec![pulldown_cmark::Alignment::None; columns.len()])))
        }
        event => Some(event),
    });
    let mut out = String::with_capacity(markdown.len() * 2);
    html::push_html(&mut out, events);
    // A wide table is scrolled, also by keyboard.
    out.replace("<table>", "<div class=\"scroll\" tabindex=\"0\"><table class=\"plain\">")
        .replace("</table>", "</table></div>")
}

#[cfg(test)]
mod tests {
    use super::rendered;

    #[test]
    fn what_a_recipe_writes_is_text_and_never_markup_of_the_page() {
        let html = rendered(
            "# T\n\n<script>alert(1)</script> [x](javascript:alert(1)) ![y](http://a/b)\n\n| a |\n|:-:|\n| <b>c</b> |\n",
        );
        for unwanted in ["<script", "href", "<img", "style=", "<b>"] {
            assert!(!html.contains(unwanted), "{unwanted}: {html}");
        }
        assert!(html.contains("&lt;script&gt;") && html.contains("<h1>T</h1>") && html.contains("<table"));
    }
}
