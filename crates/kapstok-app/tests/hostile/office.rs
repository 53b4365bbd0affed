// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Word and OpenDocument files that are broken, or made to break their reader.

use crate::archive::{Part, zip};
use crate::{Draws, File, broken, file};

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const MIME: &str = "application/vnd.oasis.opendocument.text";

/// The text of a document that is as it should be.
fn paragraphs() -> String {
    let one = |n: usize| {
        format!("Wij bouwen {n} woningen in de wijk voor 2030. Daarvoor is 3 miljoen euro per jaar beschikbaar.")
    };
    (1..60).map(|n| format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", one(n))).collect()
}

fn document(head: &str, body: &str) -> String {
    format!(r#"{head}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>"#)
}

fn content(head: &str, body: &str) -> String {
    format!(
        r#"{head}<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b"><office:body><office:text>{body}</office:text></office:body></office:document-content>"#
    )
}

fn docx(text: impl Into<Vec<u8>>) -> Vec<u8> {
    zip(&[Part::new("word/document.xml", text)])
}

fn odt(text: impl Into<Vec<u8>>) -> Vec<u8> {
    zip(&[Part::new("mimetype", MIME), Part::new("content.xml", text)])
}

/// Those that every run of the tests reads.
pub(crate) fn few() -> Vec<File> {
    vec![file("zip.docx", b"PK\x03\x04".repeat(100_000))]
}

/// More of them.
pub(crate) fn many(draws: &mut Draws) -> Vec<File> {
    let body = paragraphs();
    let text = |body: &str| body.replace("w:p>", "text:p>").replace("<w:r><w:t>", "").replace("</w:t></w:r>", "");
    let good = [("docx", docx(document("", &body))), ("odt", odt(content("", &text(&body))))];
    let mut files = Vec::new();
    for (kind, good) in &good {
        files.extend(broken(&format!("office.{kind}"), good, draws));
    }
    files.extend(archives());
    files.extend(inside());
    files
}

/// What the archive itself says is wrong.
fn archives() -> Vec<File> {
    let good = document("", &paragraphs());
    let main = || Part::new("word/document.xml", good.clone());
    let spaces = || vec![b' '; 300 << 20];
    let beside = |name: &str| zip(&[Part::new(name, "Wij bouwen."), main()]);
    let many: Vec<Part> = (0..60_000).map(|n| Part::new(&format!("word/{n}.xml"), "x")).chain([main()]).collect();
    let lies = |says: u32| zip(&[Part { says: Some(says), ..main() }]);
    vec![
        file("bomb.docx", docx(document("", &format!("<w:p><w:r><w:t>{}", " ".repeat(300 << 20))))),
        file("bomb-styles.docx", zip(&[main(), Part::new("word/styles.xml", spaces())])),
        file("bomb-aside.docx", zip(&[main(), Part::new("word/media/a.bin", spaces())])),
        file("bomb.odt", odt(spaces())),
        file("bomb-lies.docx", zip(&[Part { says: Some(10), ..Part::new("word/document.xml", spaces()) }])),
        file("says-much.docx", lies(u32::MAX)),
        file("says-nought.docx", lies(0)),
        file("path-up.docx", beside("../../../../../../tmp/kapstok-was-here")),
        file("path-root.docx", beside("/etc/kapstok-was-here")),
        file("path-windows.docx", beside("..\\..\\kapstok-was-here")),
        file("path-nul.docx", beside("word/\0document.xml")),
        file("path-long.docx", beside(&"a/".repeat(30_000))),
        file("path-main-up.docx", zip(&[Part::new("word/../word/document.xml", good.clone())])),
        file("name-bytes.docx", zip(&[Part { name: vec![0xff; 40], ..main() }, main()])),
        file("twice.docx", zip(&[main(), main()])),
        file("many.docx", zip(&many)),
        file("locked.docx", zip(&[Part { flags: 1, ..main() }])),
        file("sum.docx", zip(&[Part { crc: Some(1), ..main() }])),
        file("no-main.docx", zip(&[Part::new("word/styles.xml", "<a/>")])),
        file("nothing.docx", zip(&[])),
        file("no-content.odt", zip(&[Part::new("mimetype", MIME)])),
        file("within.docx", docx(docx(good.clone()))),
        file("empty-main.docx", docx("")),
        file("empty-content.odt", odt("")),
    ]
}

/// What the parts say is wrong.
fn inside() -> Vec<File> {
    let laughs: String = (1..12).fold("<!ENTITY a0 \"wijk\">".to_owned(), |text, n| {
        format!("{text}<!ENTITY a{n} \"{}\">", format!("&a{};", n - 1).repeat(10))
    });
    let laughs = format!("<!DOCTYPE x [{laughs}]>");
    let outside = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>";
    let said = |entity: &str| format!("<w:p><w:r><w:t>&{entity};</w:t></w:r></w:p>");
    let word = |body: &str| docx(document("", body));
    let open = |body: &str| odt(content("", body));
    let deep = |tag: &str| format!("{}wijk{}", format!("<{tag}>").repeat(100_000), format!("</{tag}>").repeat(100_000));
    let cell = "<w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>";
    let span = "<w:tc><w:tcPr><w:gridSpan w:val=\"65535\"/></w:tcPr><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>";
    let rows = |row: &str, n: usize| format!("<w:tbl>{}</w:tbl>", format!("<w:tr>{row}</w:tr>").repeat(n));
    let repeated = |what: &str| {
        format!(
            "<table:table><table:table-row table:number-rows-repeated=\"{what}\"><table:table-cell table:number-columns-repeated=\"{what}\"><text:p>1</text:p></table:table-cell></table:table-row></table:table>"
        )
    };
    let sixteen: Vec<u8> = document("<?xml version=\"1.0\" encoding=\"UTF-16\"?>", &paragraphs())
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let styles = format!(
        r#"<w:styles xmlns:w="{WORD}"><w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>"#
    );
    let round = r#"<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>Wij bouwen.</w:t></w:r></w:p>"#;
    let attributes = (0..100_000).map(|n| format!(" a{n}=\"1\"")).collect::<String>();
    vec![
        file("laughs.docx", docx(document(&laughs, &said("a11")))),
        file("laughs.odt", odt(content(&laughs, "<text:p>&a11;</text:p>"))),
        file("outside.docx", docx(document(outside, &said("e")))),
        file("outside.odt", odt(content(outside, "<text:p>&e;</text:p>"))),
        file("unknown-entity.docx", word(&said("niets"))),
        file("deep.docx", word(&deep("w:p"))),
        file("deep-tables.docx", word(&deep("w:tbl"))),
        file("deep.odt", open(&deep("text:section"))),
        file("deep-lists.odt", open(&deep("text:list"))),
        file("open-tags.docx", word(&"<w:p><w:r>".repeat(100_000))),
        file("wide.docx", word(&rows(&cell.repeat(1_500), 2))),
        file("tall.docx", word(&rows(cell, 120_000))),
        file("spans.docx", word(&rows(&span.repeat(50), 50))),
        file("repeated.odt", open(&repeated("1000000000"))),
        file("repeated-minus.odt", open(&repeated("-1"))),
        file("spaces.odt", open("<text:p>a<text:s text:c=\"2000000000\"/>b</text:p>")),
        file("sixteen.docx", docx(sixteen)),
        file("not-utf8.docx", docx([document("", "").into_bytes(), vec![0xff; 1_000]].concat())),
        file("nuls.docx", word(&format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", "wijk\0".repeat(10_000)))),
        file(
            "styles-round.docx",
            zip(&[Part::new("word/document.xml", document("", round)), Part::new("word/styles.xml", styles)]),
        ),
        file("attributes.docx", word(&format!("<w:p{attributes}/>"))),
        file("comment.docx", word(&format!("<!--{}", "-".repeat(1_000_000)))),
        file(
            "characters.docx",
            word(&format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", "&#xD800;&#1114112;&#0;".repeat(10_000))),
        ),
        file("instructions.docx", word(&"<?a b?>".repeat(200_000))),
        file("no-xml.docx", docx("{\"a\": 1}")),
    ]
}
