// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What a document for Word has beside its text: styles, bullets, head and foot, properties.
//!
//! Invariant: the styles are those that Word itself knows by name, so that a reader can change the look of all headings at
//! once. Contrast of every text is at least 7 to 1. Not here: the text.

use super::markup::{attribute, put_text};
use crate::document::Document;
use crate::words::{Language, Words};

/// The first line of each part.
pub(super) const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The names of the elements.
pub(super) const NAMES: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships""#;

/// The look of a cell in which something is missing: lines from corner to corner, with the word over them.
pub(super) const HATCHED: &str = r#"<w:shd w:val="thinReverseDiagStripe" w:color="D9D9D9" w:fill="F7F7F7"/>"#;

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const KIND: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// All parts but the text, in the order in which they stand in the zip.
pub(super) fn all(document: &Document) -> Vec<(&'static str, String)> {
    [
        ("[Content_Types].xml", content_types()),
        ("_rels/.rels", relations()),
        ("docProps/core.xml", properties(document)),
        ("word/_rels/document.xml.rels", relations_of_the_text()),
        ("word/styles.xml", styles(document.language)),
        ("word/settings.xml", settings(document.language)),
        ("word/numbering.xml", bullets()),
        ("word/header1.xml", head(document)),
        ("word/footer1.xml", foot(document)),
    ]
    .map(|(name, xml)| (name, format!("{DECLARATION}{xml}")))
    .to_vec()
}

/// The language as Word knows it.
fn tag(language: Language) -> &'static str {
    match language {
        Language::Nl => "nl-NL",
        Language::En => "en-GB",
    }
}

fn content_types() -> String {
    let one = |part: &str, kind: &str| format!(r#"<Override PartName="/{part}" ContentType="{kind}"/>"#);
    let named = [("document", "document.main"), ("styles", "styles"), ("settings", "settings")];
    let more = [("numbering", "numbering"), ("header1", "header"), ("footer1", "footer")];
    let word: String = named
        .into_iter()
        .chain(more)
        .map(|(part, kind)| one(&format!("word/{part}.xml"), &format!("{KIND}.{kind}+xml")))
        .collect();
    let core = one("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
    format!(
        r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{word}{core}</Types>"#
    )
}

const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#;

fn relations() -> String {
    format!(
        r#"{RELATIONS}<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>"#
    )
}

fn relations_of_the_text() -> String {
    let kinds = [
        ("styles", "styles"),
        ("settings", "settings"),
        ("numbering", "numbering"),
        ("header", "header1"),
        ("footer", "footer1"),
    ];
    let each: String = (1..)
        .zip(kinds)
        .map(|(n, (kind, file))| format!(r#"<Relationship Id="rId{n}" Type="{OFFICE}/{kind}" Target="{file}.xml"/>"#))
        .collect();
    format!("{RELATIONS}{each}</Relationships>")
}

fn properties(document: &Document) -> String {
    let (title, subject) = (attribute(&document.title), attribute(&document.subtitle));
    // A day that is none would make a file that Word calls damaged.
    let (year, month, day) = crate::files::year_month_day(&document.day);
    let moment = format!("{year:04}-{month:02}-{day:02}T00:00:00Z");
    let language = tag(document.language);
    format!(
        r#"<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title><dc:subject>{subject}</dc:subject><dc:creator>Kapstok</dc:creator><dc:language>{language}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified></cp:coreProperties>"#
    )
}

fn settings(language: Language) -> String {
    let tag = tag(language);
    // 15 is the Word of 2013 and later; without it Word opens the file as one of 2007.
    format!(
        r#"<w:settings {NAMES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="{tag}"/></w:settings>"#
    )
}

fn bullets() -> String {
    format!(
        r#"<w:numbering {NAMES}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="397" w:hanging="284"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"#
    )
}

fn head(document: &Document) -> String {
    let mut text = String::new();
    put_text(&mut text, &on_one_line(&document.head));
    format!(r#"<w:hdr {NAMES}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr><w:r>{text}</w:r></w:p></w:hdr>"#)
}

/// What stands on every page takes no more of it than it must.
fn on_one_line(text: &str) -> String {
    text.replace(['\n', '\t'], " ")
}

/// The foot, and below it which page it is of how many.
fn foot(document: &Document) -> String {
    // Signs that no text has stand where the numbers come: which one is first is the language's.
    const MARKS: [(char, &str); 2] = [('\u{E000}', "PAGE"), ('\u{E001}', "NUMPAGES")];
    let said = Words::new(document.language).say(
        "document-page",
        &[("page", MARKS[0].0.encode_utf8(&mut [0; 4])), ("pages", MARKS[1].0.encode_utf8(&mut [0; 4]))],
    );
    let (mut runs, mut words) = (String::new(), String::new());
    let flush = |words: &mut String, runs: &mut String| {
        runs.push_str("<w:r>");
        put_text(runs, words);
        runs.push_str("</w:r>");
        words.clear();
    };
    for sign in said.chars() {
        match MARKS.into_iter().find(|(mark, _)| *mark == sign) {
            Some((_, field)) => {
                flush(&mut words, &mut runs);
                runs.push_str(&format!(r#"<w:fldSimple w:instr=" {field} "><w:r><w:t>1</w:t></w:r></w:fldSimple>"#));
            }
            None => words.push(sign),
        }
    }
    flush(&mut words, &mut runs);
    let mut text = String::new();
    put_text(&mut text, &on_one_line(&document.foot));
    format!(
        r#"<w:ftr {NAMES}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r>{text}</w:r></w:p><w:p><w:pPr><w:pStyle w:val="Footer"/><w:jc w:val="right"/></w:pPr>{runs}</w:p></w:ftr>"#
    )
}

/// A style of paragraphs: its id, the name that Word knows, what comes next, looks of the paragraph and of the letters.
type Style = (&'static str, &'static str, &'static str, &'static str, &'static str);

const STYLES: [Style; 15] = [
    ("Title", "Title", "BodyText", r#"<w:keepNext/><w:spacing w:after="60"/>"#, r#"<w:b/><w:sz w:val="40"/>"#),
    (
        "Subtitle",
        "Subtitle",
        "BodyText",
        r#"<w:spacing w:after="240"/>"#,
        r#"<w:color w:val="404040"/><w:sz w:val="26"/>"#,
    ),
    (
        "Heading1",
        "heading 1",
        "BodyText",
        r#"<w:keepNext/><w:keepLines/><w:spacing w:before="360" w:after="100"/><w:outlineLvl w:val="0"/>"#,
        r#"<w:b/><w:color w:val="0B3C5D"/><w:sz w:val="30"/>"#,
    ),
    (
        "Heading2",
        "heading 2",
        "BodyText",
        r#"<w:keepNext/><w:keepLines/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="1"/>"#,
        r#"<w:b/><w:color w:val="0B3C5D"/><w:sz w:val="24"/>"#,
    ),
    ("BodyText", "Body Text", "", r#"<w:spacing w:after="120"/>"#, ""),
    (
        "Callout",
        "Callout",
        "BodyText",
        r#"<w:keepLines/><w:pBdr><w:top w:val="single" w:sz="4" w:space="6" w:color="0B3C5D"/><w:left w:val="single" w:sz="36" w:space="8" w:color="0B3C5D"/><w:bottom w:val="single" w:sz="4" w:space="6" w:color="0B3C5D"/><w:right w:val="single" w:sz="4" w:space="8" w:color="0B3C5D"/></w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="EEF4F8"/><w:spacing w:before="200" w:after="200"/><w:ind w:left="284" w:right="227"/>"#,
        "",
    ),
    (
        "ListBullet",
        "List Bullet",
        "",
        r#"<w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:after="60"/><w:ind w:left="397" w:hanging="284"/>"#,
        "",
    ),
    ("Caption", "caption", "BodyText", r#"<w:keepNext/><w:spacing w:before="200" w:after="80"/>"#, "<w:b/>"),
    ("Note", "Note", "", r#"<w:spacing w:after="80"/>"#, r#"<w:color w:val="404040"/><w:sz w:val="18"/>"#),
    (
        "TableText",
        "Table Text",
        "",
        r#"<w:spacing w:before="30" w:after="30" w:line="240" w:lineRule="auto"/>"#,
        r#"<w:sz w:val="18"/>"#,
    ),
    (
        "TableTitle",
        "Table Title",
        "",
        r#"<w:keepNext/><w:spacing w:before="40" w:after="40" w:line="240" w:lineRule="auto"/>"#,
        r#"<w:b/><w:sz w:val="18"/>"#,
    ),
    (
        "TableHole",
        "Table Hole",
        "",
        r#"<w:spacing w:before="30" w:after="30" w:line="240" w:lineRule="auto"/>"#,
        r#"<w:i/><w:sz w:val="18"/>"#,
    ),
    (
        "AfterTable",
        "After Table",
        "BodyText",
        r#"<w:spacing w:line="200" w:lineRule="exact"/>"#,
        r#"<w:sz w:val="12"/>"#,
    ),
    (
        "Header",
        "header",
        "",
        r#"<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="3" w:color="808080"/></w:pBdr>"#,
        r#"<w:color w:val="404040"/><w:sz w:val="17"/>"#,
    ),
    ("Footer", "footer", "", "", r#"<w:color w:val="404040"/><w:sz w:val="15"/>"#),
];

/// Those that Word does not have itself.
const OWN: [&str; 6] = ["Callout", "Note", "TableText", "TableTitle", "TableHole", "AfterTable"];

fn styles(language: Language) -> String {
    let tag = tag(language);
    let each: String = STYLES
        .iter()
        .map(|(id, name, next, paragraph, letters)| {
            let own = if OWN.contains(id) { r#" w:customStyle="1""# } else { "" };
            let next = if next.is_empty() { String::new() } else { format!(r#"<w:next w:val="{next}"/>"#) };
            format!(
                r#"<w:style w:type="paragraph"{own} w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>{next}<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"#
            )
        })
        .collect();
    let line = |side: &str| format!(r#"<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>"#);
    let lines: String = ["top", "left", "bottom", "right", "insideH", "insideV"].into_iter().map(line).collect();
    format!(
        r#"<w:styles {NAMES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/><w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="{tag}" w:eastAsia="{tag}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>{each}<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style><w:style w:type="table" w:customStyle="1" w:styleId="KapstokTable"><w:name w:val="Kapstok Table"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{lines}</w:tblBorders><w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="E3EBF1"/></w:tcPr></w:tblStylePr></w:style></w:styles>"#
    )
}
