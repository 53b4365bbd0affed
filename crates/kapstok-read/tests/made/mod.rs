// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Documents made by hand, one per trap. All their words are invented.

use std::fmt::Write as _;
use std::io::Write as _;

/// Height of a page, points.
pub const HEIGHT: f32 = 842.0;

/// Text at a place: left and baseline from the upper left corner, size, and the font.
#[derive(Clone, Debug)]
pub struct Text {
    pub x: f32,
    pub y: f32,
    pub size: f32,
    pub font: Font,
    pub text: String,
}

/// Fonts of the made file.
#[derive(Clone, Copy, Debug)]
pub enum Font {
    Plain,
    Bold,
    /// Its signs stand for those of a private zone.
    Garbled,
    /// Its signs have no meaning at all.
    Nameless,
}

pub fn text(x: f32, y: f32, size: f32, text: &str) -> Text {
    Text { x, y, size, font: Font::Plain, text: text.to_owned() }
}

pub fn bold(x: f32, y: f32, size: f32, text: &str) -> Text {
    Text { x, y, size, font: Font::Bold, text: text.to_owned() }
}

/// Lines of running text below each other.
pub fn lines(x: f32, y: f32, lines: &[&str]) -> Vec<Text> {
    lines.iter().enumerate().map(|(row, line)| text(x, y + 14.0 * row as f32, 11.0, line)).collect()
}

/// Objects of a PDF, numbered from 1.
#[derive(Clone, Debug, Default)]
pub struct Objects {
    objects: Vec<Vec<u8>>,
    pub trailer: String,
}

impl Objects {
    pub fn add(&mut self, object: impl Into<Vec<u8>>) -> usize {
        self.objects.push(object.into());
        self.objects.len()
    }

    pub fn set(&mut self, number: usize, object: impl Into<Vec<u8>>) {
        self.objects[number - 1] = object.into();
    }

    pub fn stream(&mut self, dictionary: &str, data: &[u8]) -> usize {
        let mut object = format!("<< {dictionary} /Length {} >>\nstream\n", data.len()).into_bytes();
        object.extend_from_slice(data);
        object.extend_from_slice(b"\nendstream");
        self.add(object)
    }

    /// The file; object 1 is the catalogue.
    pub fn file(&self) -> Vec<u8> {
        let mut bytes = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec();
        let mut offsets = Vec::new();
        for (index, object) in self.objects.iter().enumerate() {
            offsets.push(bytes.len());
            writeln!(bytes, "{} 0 obj", index + 1).unwrap();
            bytes.extend_from_slice(object);
            bytes.extend_from_slice(b"\nendobj\n");
        }
        let start = bytes.len();
        writeln!(bytes, "xref\n0 {}\n0000000000 65535 f ", offsets.len() + 1).unwrap();
        for offset in &offsets {
            writeln!(bytes, "{offset:010} 00000 n ").unwrap();
        }
        let size = offsets.len() + 1;
        writeln!(bytes, "trailer\n<< /Size {size} /Root 1 0 R {} >>\nstartxref\n{start}\n%%EOF", self.trailer).unwrap();
        bytes
    }
}

/// What codes above those of ASCII mean in the fonts of the made file.
const CODES: [(char, u8); 9] = [
    ('\u{ad}', 0xad),
    ('\u{fb01}', 0x81),
    ('•', 0x95),
    ('é', 0xe9),
    ('ë', 0xeb),
    ('€', 0x80),
    ('’', 0x92),
    ('\u{301}', 0x82),
    ('\u{f0b7}', 0x83),
];

fn to_unicode(shift: u32) -> String {
    let mut map = String::from(
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n/CMapName /M def /CMapType 2 def\n\
         1 begincodespacerange <00> <FF> endcodespacerange\n",
    );
    writeln!(map, "1 beginbfrange <20> <7E> <{:04X}> endbfrange", 0x20 + shift).unwrap();
    writeln!(map, "{} beginbfchar", CODES.len()).unwrap();
    for (sign, code) in CODES {
        writeln!(map, "<{code:02X}> <{:04X}>", sign as u32).unwrap();
    }
    map.push_str("endbfchar\nendcmap end end\n");
    map
}

/// Objects 1 (catalogue), 2 (pages), 3 to 6 (fonts); pages follow.
pub fn base() -> Objects {
    let mut objects = Objects::default();
    objects.add("<< /Type /Catalog /Pages 2 0 R >>");
    objects.add("");
    let font = |name: &str, map: usize| {
        format!("<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding /ToUnicode {map} 0 R >>")
    };
    objects.add(font("Helvetica", 7));
    objects.add(font("Helvetica-Bold", 7));
    objects.add(font("Helvetica", 8));
    let names: String = (1..95).map(|number| format!("/g{number} ")).collect();
    let encoding = format!("<< /Type /Encoding /Differences [32 {names}] >>");
    objects.add(format!("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding {encoding} >>"));
    objects.stream("", to_unicode(0).as_bytes());
    objects.stream("", to_unicode(0xe000).as_bytes());
    objects
}

/// Adds pages of text, and what each page has beside it.
pub fn with_pages(objects: &mut Objects, contents: &[Vec<u8>], extra: &str) {
    let mut kids = String::new();
    for content in contents {
        let stream = objects.stream("", content);
        let resources = format!("/Font << /F0 3 0 R /F1 4 0 R /F2 5 0 R /F3 6 0 R >> {extra}");
        let page = objects.add(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 {HEIGHT}] /Contents {stream} 0 R \
             /Resources << {resources} >> >>"
        ));
        write!(kids, "{page} 0 R ").unwrap();
    }
    objects.set(2, format!("<< /Type /Pages /Kids [{kids}] /Count {} >>", contents.len()));
}

/// The operators that draw texts.
pub fn content(texts: &[Text]) -> Vec<u8> {
    let mut content = Vec::new();
    for text in texts {
        let font = text.font as u8;
        write!(content, "BT /F{font} {} Tf 1 0 0 1 {} {} Tm <", text.size, text.x, HEIGHT - text.y).unwrap();
        for sign in text.text.chars() {
            let code = CODES.iter().find(|(known, _)| *known == sign).map(|(_, code)| *code);
            write!(content, "{:02X}", code.unwrap_or(sign as u8)).unwrap();
        }
        content.extend_from_slice(b"> Tj ET\n");
    }
    content
}

/// A PDF of pages with texts.
pub fn pdf(pages: &[Vec<Text>]) -> Vec<u8> {
    let mut objects = base();
    let contents: Vec<Vec<u8>> = pages.iter().map(|page| content(page)).collect();
    with_pages(&mut objects, &contents, "");
    objects.file()
}

/// An archive of named parts.
pub fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// A Word document of the inner part of a body, with styles and footnotes.
pub fn docx(body: &str) -> Vec<u8> {
    docx_with(body, &[])
}

/// The same with other parts beside it.
pub fn docx_with(body: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let styles = format!(
        r#"<w:styles xmlns:w="{WORD}"><w:style w:styleId="Kop1"><w:name w:val="heading 1"/></w:style>
        <w:style w:styleId="Kop2"><w:name w:val="heading 2"/></w:style>
        <w:style w:styleId="Hoofdstuk"><w:name w:val="Hoofdstuk"/><w:basedOn w:val="Kop1"/><w:pPr><w:numPr/></w:pPr>
        </w:style><w:style w:styleId="Slot"><w:name w:val="Slot"/><w:basedOn w:val="Hoofdstuk"/></w:style>
        <w:style w:styleId="Plat"><w:basedOn w:val="Kop1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
        <w:style w:styleId="Rond"><w:basedOn w:val="Rond"/></w:style>
        <w:style w:styleId="Lijst"><w:name w:val="list"/><w:pPr><w:numPr/></w:pPr></w:style></w:styles>"#
    );
    let notes = format!(
        r#"<w:footnotes xmlns:w="{WORD}"><w:footnote w:type="separator"><w:p><w:r><w:t>x</w:t></w:r></w:p></w:footnote>
        <w:footnote w:id="2"><w:p><w:r><w:t>Een noot.</w:t></w:r></w:p></w:footnote></w:footnotes>"#
    );
    let body = format!(r#"<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>"#);
    let mut parts = vec![
        ("word/document.xml", body.as_bytes()),
        ("word/styles.xml", styles.as_bytes()),
        ("word/footnotes.xml", notes.as_bytes()),
    ];
    parts.extend(more.iter().map(|(name, text)| (*name, text.as_bytes())));
    zipped(&parts)
}

/// A paragraph of Word in a style.
pub fn word_paragraph(style: &str, text: &str) -> String {
    format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>"#)
}

/// An OpenDocument text of the inner part of its text.
pub fn odt(body: &str) -> Vec<u8> {
    let content = format!(
        r#"<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b"><office:body><office:text>{body}
        </office:text></office:body></office:document-content>"#
    );
    zipped(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", content.as_bytes())])
}
