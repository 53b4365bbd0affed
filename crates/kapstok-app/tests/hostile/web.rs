// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Pages of the web that are broken, or made to break their reader.

use crate::{File, file};

fn page(body: &str) -> String {
    format!("<html><body>{body}</body></html>")
}

/// Those that every run of the tests reads.
pub(crate) fn few() -> Vec<File> {
    let columns = "<td colspan=999>a</td>".repeat(5_000);
    vec![
        file("columns.html", format!("<html><table><tr>{columns}</tr></table></html>")),
        file("deep.html", format!("<html>{}a", "<div>".repeat(300_000))),
        file("entities.html", format!("<html><p>{}</p></html>", "&".repeat(2_000_000))),
        file("open.html", format!("<html>{}", "<p".repeat(500_000))),
        file("declared.html", "<!DOCTYPE html [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><html>&b;</html>"),
    ]
}

/// More of them.
pub(crate) fn many() -> Vec<File> {
    let deep = |tag: &str| page(&format!("{}<p>Wij bouwen.", format!("<{tag}>").repeat(200_000)));
    let cell =
        |attributes: &str, n: usize| page(&format!("<table><tr>{}</table>", format!("<td {attributes}>1").repeat(n)));
    let rows = format!("<table>{}</table>", "<tr><td rowspan=65535>1<td rowspan=65535>2".repeat(2_000));
    let sixteen: Vec<u8> = "\u{feff}<html><p>Wij bouwen in de wijk."
        .encode_utf16()
        .chain([0xd800, 0xdfff, 0xd800])
        .flat_map(u16::to_le_bytes)
        .collect();
    vec![
        file("deep-tables.html", deep("table><tr><td")),
        file("deep-lists.html", deep("ul><li")),
        file("deep-bold.html", deep("b")),
        file("deep-out.html", deep("del")),
        file("deep-quotes.html", deep("blockquote")),
        file("colspan.html", cell("colspan=65535", 200)),
        file("rowspan.html", page(&rows)),
        file("both-spans.html", cell("colspan=65535 rowspan=65535", 50)),
        file("span-minus.html", cell("colspan=-1 rowspan=99999999999999999999", 50)),
        file("rows.html", page(&format!("<table>{}", "<tr><td>1".repeat(150_000)))),
        file("tables.html", page(&"<table><tr><td>1<td>2</table>".repeat(60_000))),
        file("numbers.html", page(&"&#99999999999;&#xD800;&#0;&#x110000;&#-1;".repeat(20_000))),
        file("names.html", page(&"&euml;&notaname;&amp&lt".repeat(50_000))),
        file("semicolons.html", page(&"&;".repeat(500_000))),
        file("signs.html", page(&"&#".repeat(500_000))),
        file("comments.html", page(&"<!--".repeat(300_000))),
        file("comment-open.html", page(&format!("<!--{}", "- ".repeat(1_000_000)))),
        file("script-open.html", page(&format!("Wij bouwen.<script>{}", "</".repeat(500_000)))),
        file("quotes.html", page(&"<a href=\"".repeat(100_000))),
        file("quotes-two.html", page(&"<a b='\" c=\"' d>wijk</a>".repeat(50_000))),
        file("attributes.html", page(&format!("<p {}>Wij bouwen.", "a=1 ".repeat(500_000)))),
        file("less.html", page(&"< ".repeat(1_000_000))),
        file("out.html", page(&"<del>a</del>".repeat(100_000))),
        file("out-open.html", page(&"<del>a".repeat(100_000))),
        file("headings.html", page(&"<h1>Wonen</h1><p>Wij bouwen.".repeat(40_000))),
        file("heading-long.html", page(&format!("<h1>{}</h1><p>Wij bouwen.", "wijk 1 miljoen euro ".repeat(50_000)))),
        file("cell-long.html", page(&format!("<table><tr><td>a<td>{}</table>", "wijk 1 miljoen euro ".repeat(50_000)))),
        file("nuls.html", page(&"<p>wijk\0</p>".repeat(10_000))),
        file("latin.html", [b"<html><meta charset=utf-8><p>Caf\xe9 ".to_vec(), vec![0xe9; 10_000]].concat()),
        file("sixteen.html", sixteen),
        file("picture.html", page(&format!("<p>Wij bouwen.<img src=\"data:{}\">", "A".repeat(5_000_000)))),
        file("drawing.html", page(&"<svg><text>a</text>".repeat(50_000))),
        file("frames.html", page(&"<iframe src=file:///etc/hostname></iframe><p>a".repeat(5_000))),
        file("soft.html", page(&format!("<p>{}", "wijk&shy;".repeat(200_000)))),
    ]
}
