// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Broken and hostile documents: each gives its coded error or warning, and none a panic.
#![expect(clippy::unwrap_used, reason = "helpers of tests")]
#![expect(unreachable_pub, dead_code, reason = "the made documents are a module of several tests")]

mod made;

use std::io::Write;

use kapstok_read::{Document, Limits, ReadError, ReadWarning, Recipe, extract};
use proptest::prelude::*;

use made::{Font, Text, base, content, docx, lines, odt, pdf, text, with_pages, zipped};

/// Each fact of an error or warning has its place in the sentence of its code, in both languages.
fn check_sentence(code: &str, facts: &[(&'static str, String)]) {
    for text in [include_str!("../../../text/nl.ftl"), include_str!("../../../text/en.ftl")] {
        let start = text.find(&format!("\n{code} = ")).unwrap_or_else(|| panic!("no sentence for {code}"));
        let sentence = text[start..].split(".hint").next().unwrap();
        for (name, _) in facts {
            assert!(sentence.contains(&format!("${name}")), "{code} does not say `{name}`");
        }
        assert_eq!(facts.is_empty(), !sentence.contains("{ $"), "{code}");
    }
}

#[test]
fn every_error_and_warning_has_a_sentence_that_says_its_facts() {
    let found = || String::from("x");
    let errors = [
        ReadError::Kind,
        ReadError::TooLarge { what: "pages", limit: 1 },
        ReadError::Damaged { found: found() },
        ReadError::Encrypted,
        ReadError::NoTextLayer { pages: 1 },
        ReadError::Garbage { unreadable: 1, signs: 2 },
        ReadError::Declared { found: found() },
        ReadError::Empty,
        ReadError::TurnedOnly { signs: 1 },
        ReadError::Drawn { pages: 1 },
        ReadError::EncryptionUnknown,
        ReadError::CutOff,
        ReadError::PagesLost { lost: 1, pages: 2 },
        ReadError::NoBytes,
    ];
    errors.iter().for_each(|error| check_sentence(error.code(), &error.facts()));
    let warnings = [
        ReadWarning::PagesWithoutText { pages: vec![1] },
        ReadWarning::UnreadableSigns { signs: 1, pages: vec![1] },
        ReadWarning::SoftHyphens { signs: 1 },
        ReadWarning::TurnedText { signs: 1 },
        ReadWarning::ScriptsLeftOut { parts: 1 },
        ReadWarning::Encoding { used: "x" },
        ReadWarning::NotTheLanguage { common: 1, words: 2 },
        ReadWarning::HeadingNotFound { title: found() },
        ReadWarning::PagesTurned { pages: vec![1] },
        ReadWarning::PagesLost { lost: 1, pages: 3 },
    ];
    warnings.iter().for_each(|warning| check_sentence(warning.code(), &warning.facts()));
}

fn error(bytes: &[u8]) -> ReadError {
    extract(bytes, &Limits::default()).unwrap_err()
}

/// A page that is a picture.
fn scan(pages: &[&[Text]]) -> Vec<u8> {
    let mut objects = base();
    let picture = objects.stream(
        "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray",
        b"\x80",
    );
    let contents: Vec<Vec<u8>> = pages
        .iter()
        .map(|texts| {
            let mut drawn = b"q 500 0 0 700 40 40 cm /I Do Q\n".to_vec();
            drawn.extend(content(texts));
            drawn
        })
        .collect();
    with_pages(&mut objects, &contents, &format!("/XObject << /I {picture} 0 R >>"));
    objects.file()
}

#[test]
fn a_scan_has_no_text_layer_and_is_never_a_document_without_hits() {
    assert_eq!(error(&scan(&[&[], &[]])), ReadError::NoTextLayer { pages: 2 });
    assert_eq!(error(&scan(&[&[]])).code(), "K0804");
    let partly =
        extract(&scan(&[&[], &lines(70.0, 100.0, &["Deze bladzijde heeft tekst."])]), &Limits::default()).unwrap();
    assert_eq!(partly.warnings, [ReadWarning::PagesWithoutText { pages: vec![1] }]);
    assert_eq!(error(&pdf(&[vec![]])), ReadError::Empty);
}

#[test]
fn text_that_is_turned_or_drawn_is_said_to_be_so_and_not_to_be_nothing() {
    let one = |contents: &[Vec<u8>]| {
        let mut objects = base();
        with_pages(&mut objects, contents, "");
        objects.file()
    };
    let turned = b"BT /F0 11 Tf 0 1 -1 0 300 300 Tm (Dit staat overeind.) Tj ET".to_vec();
    assert_eq!(error(&one(std::slice::from_ref(&turned))), ReadError::TurnedOnly { signs: 17 });
    let beside = [content(&lines(70.0, 100.0, &["Een zin."])), turned, Vec::new()];
    let read = extract(&one(&beside), &Limits::default()).unwrap();
    let expected = [
        ReadWarning::TurnedText { signs: 17 },
        ReadWarning::PagesWithoutText { pages: vec![3] },
        ReadWarning::PagesTurned { pages: vec![2] },
    ];
    assert_eq!(read.warnings, expected);
    // Letters as shapes that bend; the lines of an empty form are none.
    assert_eq!(error(&one(&[b"10 10 m 20 10 20 20 10 20 c h f\n".repeat(100)])), ReadError::Drawn { pages: 1 });
    assert_eq!(error(&one(&[b"10 10 m 20 10 l S\n".repeat(500)])), ReadError::Empty);
}

#[test]
fn signs_without_a_meaning_are_garbage_and_a_few_are_told() {
    for font in [Font::Garbled, Font::Nameless] {
        let garbled = Text { font, ..text(70.0, 100.0, 11.0, "Dit is niet te lezen, wat men ook doet.") };
        let found = error(&pdf(&[vec![garbled.clone()]]));
        assert!(
            matches!(found, ReadError::Garbage { unreadable, signs } if unreadable == signs && signs > 20),
            "{font:?} {found:?}"
        );
        let mut page =
            lines(70.0, 200.0, &["De rest van deze bladzijde is wel degelijk goed te lezen voor iedereen."; 6]);
        page.push(Text { text: "wat".into(), ..garbled });
        let read = extract(&pdf(&[page]), &Limits::default()).unwrap();
        assert_eq!(read.warnings, [ReadWarning::UnreadableSigns { signs: 3, pages: vec![1] }], "{font:?}");
    }
}

#[test]
fn a_file_with_a_password_is_encrypted_and_says_so() {
    let mut objects = base();
    with_pages(&mut objects, &[content(&lines(70.0, 100.0, &["Geheim."]))], "");
    let lock = objects.add(format!("<< /Filter /Standard /V 1 /R 2 /O <{0}> /U <{0}> /P -4 >>", "5a".repeat(32)));
    objects.trailer = format!("/Encrypt {lock} 0 R /ID [<00> <00>]");
    assert_eq!(error(&objects.file()), ReadError::Encrypted);
    objects.set(lock, "<< /Filter /Adobe.PubSec /V 4 /R 4 >>");
    assert_eq!(error(&objects.file()), ReadError::EncryptionUnknown);
    let manifest = b"<manifest><encryption-data/></manifest>";
    let open = zipped(&[("content.xml", b"\x00\x01"), ("META-INF/manifest.xml", manifest)]);
    assert_eq!(error(&open), ReadError::Encrypted);
}

#[test]
fn a_pdf_cut_anywhere_is_refused_and_never_a_document_without_hits() {
    let page = |line: &str| lines(70.0, 100.0, &[line]);
    let whole = pdf(&[page("Een bladzijde."), page("Nog een bladzijde."), page("De laatste bladzijde.")]);
    let end = whole.windows(5).rposition(|found| found == b"%%EOF").unwrap();
    for at in (20..end + 4).step_by(7).chain([end, end + 4]) {
        assert_eq!(error(&whole[..at]), ReadError::CutOff, "at byte {at} of {}", whole.len());
    }
    // What stands behind the last line says nothing: not the end of that line, nor what fills up a block.
    let filled = [&whole[..end + 5], &[0; 5_000]].concat();
    assert_eq!(extract(&filled, &Limits::default()).unwrap().pages.len(), 3);
}

/// A file of pages, of which some name a content that is not in the file.
fn with_lost(n: usize, lost: &[usize]) -> Vec<u8> {
    let mut objects = base();
    let line = |page: usize| content(&lines(70.0, 100.0, &[&format!("Bladzijde {page} gaat over wonen.")]));
    let last = objects.add("null");
    with_pages(&mut objects, &(1..=n).map(line).collect::<Vec<_>>(), "");
    // The content of each page is the object before that page.
    lost.iter().for_each(|page| objects.set(last + 2 * page - 1, "null"));
    objects.file()
}

#[test]
fn pages_that_are_not_in_the_file_are_said_to_be_lost() {
    let read = extract(&with_lost(5, &[]), &Limits::default()).unwrap();
    assert_eq!(read.warnings, []);
    let read = extract(&with_lost(5, &[2, 4]), &Limits::default()).unwrap();
    assert!(read.warnings.contains(&ReadWarning::PagesLost { lost: 2, pages: 5 }), "{:?}", read.warnings);
    let recipe = Recipe::parse(include_str!("../../../recipes/read-nl-coalition/recipe.toml")).0.unwrap();
    assert_eq!(Document::of(read, &recipe).coverage.pages_lost, 2);
    assert_eq!(error(&with_lost(4, &[1, 4])), ReadError::PagesLost { lost: 2, pages: 4 });
    // The list of pages says more than it holds.
    let whole = with_lost(3, &[]);
    let count = whole.windows(8).position(|found| found == b"/Count 3").unwrap();
    let said = |n: u8| [&whole[..count + 7], &[n][..], &whole[count + 8..]].concat();
    let read = extract(&said(b'4'), &Limits::default()).unwrap();
    assert!(read.warnings.contains(&ReadWarning::PagesLost { lost: 1, pages: 4 }), "{:?}", read.warnings);
    assert_eq!(error(&said(b'9')), ReadError::PagesLost { lost: 6, pages: 9 });
}

#[test]
fn a_file_cut_anywhere_or_with_a_byte_changed_gives_text_or_an_error_and_no_panic() {
    let whole = pdf(&[lines(70.0, 100.0, &["Een bladzijde."]), lines(70.0, 100.0, &["Nog een bladzijde."])]);
    let recipe = Recipe::parse(include_str!("../../../recipes/read-nl-coalition/recipe.toml")).0.unwrap();
    let mut read = 0;
    for at in (0..whole.len()).step_by(23) {
        let mut changed = whole.clone();
        changed[at] ^= 0x15;
        // With an end behind the cut, the file is read as far as it goes.
        let ended = [&whole[..at], b"\nstartxref\n0\n%%EOF"].concat();
        for bytes in [ended, changed] {
            if let Ok(extracted) = extract(&bytes, &Limits::default()) {
                read += usize::from(!Document::of(extracted, &recipe).sentences.is_empty());
            }
        }
    }
    assert!(read > 20, "only {read} were mended");
    let word = docx(&made::word_paragraph("Kop1", "Wonen"));
    for at in 0..word.len() {
        let _ = extract(&word[..at], &Limits::default());
    }
}

#[test]
fn objects_that_point_at_themselves_are_no_end() {
    // Pages in pages; a form that draws itself; a font that is its own encoding; content that is its own array.
    let mut objects = base();
    with_pages(&mut objects, &[content(&lines(70.0, 100.0, &["Een zin."]))], "");
    objects.set(2, "<< /Type /Pages /Kids [10 0 R 2 0 R] /Count 1 >>");
    assert_eq!(extract(&objects.file(), &Limits::default()).unwrap().pages.len(), 1);
    objects.set(2, "<< /Type /Pages /Kids [2 0 R] /Count 3 >>");
    assert_eq!(error(&objects.file()).code(), "K0802");

    let mut objects = base();
    let form = objects.stream(
        "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /S 9 0 R >> >>",
        b"/S Do /S Do",
    );
    let mut drawn = content(&lines(70.0, 100.0, &["Een zin."]));
    drawn.extend_from_slice(b"/S Do\n");
    with_pages(&mut objects, &[drawn], &format!("/XObject << /S {form} 0 R >>"));
    let limits = Limits { steps: 200_000, ..Limits::default() };
    match extract(&objects.file(), &limits) {
        Ok(read) => assert!(read.pages[0].text.contains("Een zin.")),
        Err(found) => assert_eq!(found, ReadError::TooLarge { what: "steps", limit: 200_000 }),
    }

    let mut objects = base();
    with_pages(&mut objects, &[content(&lines(70.0, 100.0, &["Een zin."]))], "");
    objects.set(3, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding 3 0 R /ToUnicode 3 0 R >>");
    let _ = extract(&objects.file(), &Limits::default());
    objects.set(9, "[9 0 R 9 0 R]");
    let _ = extract(&objects.file(), &Limits::default());
}

#[test]
fn forms_that_double_and_pages_without_end_are_stopped() {
    let mut objects = base();
    // Each form draws the next twice: 2 to the power 40 signs.
    let first = 9;
    for level in 0..40 {
        let next = first + level + 1;
        let resources = format!("/Resources << /Font << /F0 3 0 R >> /XObject << /N {next} 0 R >> >>");
        objects.stream(&format!("/Type /XObject /Subtype /Form /BBox [0 0 999 999] {resources}"), b"/N Do /N Do");
    }
    objects.stream(
        "/Type /XObject /Subtype /Form /BBox [0 0 999 999] /Resources << /Font << /F0 3 0 R >> >>",
        b"BT /F0 9 Tf <41> Tj ET",
    );
    with_pages(&mut objects, &[b"/N Do".to_vec()], &format!("/XObject << /N {first} 0 R >>"));
    let limits = Limits { steps: 100_000, ..Limits::default() };
    assert_eq!(extract(&objects.file(), &limits).unwrap_err(), ReadError::TooLarge { what: "steps", limit: 100_000 });

    let many = pdf(&vec![lines(70.0, 100.0, &["Een zin."]); 12]);
    let limits = Limits { pages: 10, ..Limits::default() };
    assert_eq!(extract(&many, &limits).unwrap_err(), ReadError::TooLarge { what: "pages", limit: 10 });
    let limits = Limits { bytes: 1_000, ..Limits::default() };
    assert_eq!(extract(&many, &limits).unwrap_err().code(), "K0801");
}

#[test]
fn brackets_without_end_are_damage_and_no_overflow() {
    for open in ["[", "<<", "<< /A ", "(", "[<<"] {
        let deep = open.repeat(200_000);
        let mut objects = base();
        with_pages(&mut objects, &[content(&lines(70.0, 100.0, &["Een zin."]))], "");
        objects.set(3, format!("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding {deep} >>"));
        let _ = extract(&objects.file(), &Limits::default());
        objects.set(2, deep.as_str());
        let _ = extract(&objects.file(), &Limits::default());
        let mut objects = base();
        let mut drawn = content(&lines(70.0, 100.0, &["Een zin."]));
        drawn.extend_from_slice(deep.as_bytes());
        drawn.extend_from_slice(b" TJ\n");
        with_pages(&mut objects, &[drawn], "");
        let _ = extract(&objects.file(), &Limits::default());
    }
}

#[test]
fn a_small_table_of_very_many_cells_is_stopped_before_it_is_made() {
    // 1,000 columns in the first row, and 5,000 rows: 35 kB that would be five million cells.
    let wide = format!("<html><table><tr>{}<td>x", "<td colspan=100>".repeat(9));
    let tall = "<tr><td>y".repeat(5_000);
    let over = ReadError::TooLarge { what: "cells", limit: 500_000 };
    assert_eq!(error(format!("{wide}{tall}</table>").as_bytes()), over);
    // As many in many tables.
    let table = format!("<table><tr>{}<td>x{}</table>", "<td colspan=100>".repeat(9), "<tr><td>y".repeat(50));
    assert_eq!(error(format!("<html>{}", table.repeat(30)).as_bytes()), over);
    // A wide cell of a layout is no reason.
    let layout = format!("<html><table><tr><td colspan=100>x{tall}</table>");
    assert_eq!(extract(layout.as_bytes(), &Limits::default()).unwrap().pages[0].lines.len(), 5_001);
    let limits = Limits { lines: 1_000, ..Limits::default() };
    let over = Err(ReadError::TooLarge { what: "lines", limit: 1_000 });
    for (line, start) in [("<p>a", "<html>"), ("a\n\n", "")] {
        let many = |n: usize| extract(format!("{start}{}", line.repeat(n)).as_bytes(), &limits);
        assert_eq!((many(1_001), many(1_000).is_ok()), (over.clone(), true), "{line:?}");
    }
}

fn deflated(n: usize) -> Vec<u8> {
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    let zeros = vec![b' '; 1 << 20];
    for _ in 0..n >> 20 {
        encoder.write_all(&zeros).unwrap();
    }
    encoder.finish().unwrap()
}

#[test]
fn what_unpacks_without_end_is_stopped_at_the_bound() {
    let limit = 16 << 20;
    let limits = Limits { unpacked_bytes: limit, ..Limits::default() };
    let over = ReadError::TooLarge { what: "unpacked-bytes", limit };
    let mut objects = base();
    with_pages(&mut objects, &[content(&lines(70.0, 100.0, &["Een zin."]))], "");
    objects.stream("/Filter /FlateDecode", &deflated(64 << 20));
    assert_eq!(extract(&objects.file(), &limits).unwrap_err(), over);
    let mut objects = base();
    with_pages(&mut objects, &[content(&lines(70.0, 100.0, &["Een zin."]))], "");
    objects.stream("/Filter [/FlateDecode /FlateDecode]", &deflated(1 << 20));
    assert_eq!(error(&objects.file()).code(), "K0802");
    let bomb = zipped(&[("word/document.xml", &vec![b' '; 64 << 20])]);
    assert!(bomb.len() < 1 << 20);
    assert_eq!(extract(&bomb, &limits).unwrap_err(), over);
}

#[test]
fn pictures_do_not_count_as_text_but_have_a_bound_of_their_own() {
    let limits = Limits { unpacked_bytes: 4 << 20, ..Limits::default() };
    let with_picture = |size: usize| {
        let mut objects = base();
        with_pages(&mut objects, &[content(&lines(70.0, 100.0, &["Een zin."]))], "");
        objects.stream("/Type /XObject /Subtype /Image /Filter /FlateDecode", &deflated(size));
        objects.stream("/Filter /FlateDecode", &deflated(2 << 20));
        extract(&objects.file(), &limits)
    };
    assert_eq!(with_picture(12 << 20).unwrap().pages[0].text, "Een zin.\n");
    assert_eq!(with_picture(20 << 20).unwrap_err(), ReadError::TooLarge { what: "unpacked-bytes", limit: 16 << 20 });
}

#[test]
fn a_document_type_or_an_entity_of_its_own_is_refused() {
    let lol = "<!DOCTYPE l [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
    let word = zipped(&[("word/document.xml", format!("{lol}<document><p><t>&b;</t></p></document>").as_bytes())]);
    assert_eq!(error(&word), ReadError::Declared { found: "<!DOCTYPE>".into() });
    let word = zipped(&[("word/document.xml", b"<document><p><t>&b;</t></p></document>")]);
    assert_eq!(error(&word), ReadError::Declared { found: "&b;".into() });
    let deep = odt(&"<text:section>".repeat(5_000));
    assert_eq!(error(&deep), ReadError::TooLarge { what: "depth", limit: 256 });
    let external = odt("<text:p>&xxe;</text:p>");
    assert_eq!(error(&external).code(), "K0806");
}

#[test]
fn what_is_no_document_is_of_no_kind() {
    for bytes in
        [&b"\x00\x01\x02\x03"[..], b"\x89PNG\r\n\x1a\n\x00\x00", b"PK\x03\x04rest", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]
    {
        assert_eq!(error(bytes), ReadError::Kind, "{bytes:?}");
    }
    let mut middle = pdf(&[lines(70.0, 100.0, &["Een zin."])])[300..].to_vec();
    middle.extend_from_slice(&deflated(1 << 20));
    assert_eq!(error(&middle), ReadError::Kind);
    assert!(matches!(error(b"%PDF-1.7 and then nothing %%EOF"), ReadError::Damaged { .. }));
    assert_eq!(error(b""), ReadError::NoBytes);
    assert_eq!(error(b"   \n\n  "), ReadError::Empty);
}

#[test]
fn text_in_an_old_encoding_is_read_and_said() {
    let read = extract(b"Caf\xe9 op de hoek.", &Limits::default()).unwrap();
    assert_eq!(read.pages[0].text, "Café op de hoek.\n");
    assert_eq!(read.warnings, [ReadWarning::Encoding { used: "windows-1252" }]);
}

/// Pieces that the readers look for, so that random bytes reach more than the first of their lines.
fn pieces() -> impl Strategy<Value = Vec<u8>> {
    let words: &[&[u8]] = &[
        b"%PDF-1.7\n",
        b"1 0 obj\n",
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] >>",
        b"stream\n",
        b"endstream\n",
        b"endobj\n",
        b"/FlateDecode",
        b"xref\n0 1\n",
        b"trailer << /Root 1 0 R >>",
        b"startxref\n9\n%%EOF\n",
        b"BT /F0 9 Tf (a) Tj ET",
        b"<html>",
        b"<p>",
        b"</p>",
        b"<td colspan=9>",
        b"<table>",
        b"<!--",
        b"-->",
        b"<script>",
        b"&#x41;",
        b"&;",
        b"<",
        b">",
        b"PK\x03\x04",
        b"- ",
        b"1. Een zin. ",
        b"\n\n",
        b"\xc2\xad",
        b"\xef\xac\x81",
        b"# ",
        b"\x0c",
    ];
    let word = proptest::sample::select(words).prop_map(<[u8]>::to_vec);
    let any = proptest::collection::vec(any::<u8>(), 0..12);
    proptest::collection::vec(prop_oneof![3 => word, 1 => any], 0..60).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]
    #[test]
    fn no_bytes_bring_it_down_and_what_is_read_stands_where_it_is_said_to_stand(bytes in pieces()) {
        let recipe = Recipe::parse(include_str!("../../../recipes/read-nl-coalition/recipe.toml")).0.unwrap();
        if let Ok(extracted) = extract(&bytes, &Limits::default()) {
            let document = Document::of(extracted, &recipe);
            let sentences = document.sentences.iter().map(|sentence| &sentence.place);
            for place in sentences.chain(document.blocks.iter().map(|block| &block.place)) {
                let again = place.read_again(&document.pages, &document.words);
                prop_assert_eq!(again.as_deref(), Some(place.quote()));
            }
        }
    }
}
