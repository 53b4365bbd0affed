// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! One invented document per trap of real ones.
#![expect(clippy::unwrap_used, reason = "helpers of tests")]
#![expect(unreachable_pub, dead_code, reason = "the made documents are a module of several tests")]

mod made;

use kapstok_read::block::BlockKind;
use kapstok_read::{Document, Limits, ReadWarning, Recipe, extract};
use made::{Text, bold, lines, pdf, text};

fn recipe(name: &str) -> Recipe {
    let text = match name {
        "nl" => include_str!("../../../recipes/read-nl-coalition/recipe.toml"),
        _ => include_str!("../../../recipes/read-en-plan/recipe.toml"),
    };
    let (recipe, lints) = Recipe::parse(text);
    assert_eq!(lints, []);
    recipe.unwrap()
}

fn read(bytes: &[u8]) -> Document {
    let document = Document::of(extract(bytes, &Limits::default()).unwrap(), &recipe("nl"));
    for sentence in &document.sentences {
        let again = sentence.place.read_again(&document.pages, &document.words);
        assert_eq!(again.as_deref(), Some(sentence.place.quote()));
    }
    document
}

fn sentences(document: &Document) -> Vec<&str> {
    document.sentences.iter().map(|sentence| sentence.place.quote()).collect()
}

fn kinds(document: &Document) -> Vec<(BlockKind, &str)> {
    document.blocks.iter().map(|block| (block.kind.clone(), block.place.quote())).collect()
}

#[test]
fn soft_hyphens_ligatures_and_accents_hide_no_word() {
    let page =
        lines(70.0, 100.0, &["De Leef\u{ad}baarheid en de of\u{fb01}cie\u{301}le leef\u{ad}", "baarheid tellen."]);
    let document = read(&pdf(&[page]));
    assert_eq!(sentences(&document), ["De Leefbaarheid en de officiéle leefbaarheid tellen."]);
    assert!(document.warnings.contains(&ReadWarning::SoftHyphens { signs: 2 }), "{:?}", document.warnings);
}

#[test]
fn a_hyphen_at_the_end_of_a_line_goes_only_where_the_word_is_known() {
    let page = lines(
        70.0,
        100.0,
        &["De wijkaanpak is er en de wijk-", "aanpak blijft, ook het media-", "aanbod en de wet-", "en regelgeving."],
    );
    let document = read(&pdf(&[page]));
    assert_eq!(
        sentences(&document),
        ["De wijkaanpak is er en de wijkaanpak blijft, ook het media-aanbod en de wet- en regelgeving."]
    );
}

#[test]
fn two_columns_are_read_one_after_the_other() {
    let left = [
        "In de linkerkolom staat eerst",
        "dit, en daarna loopt het over",
        "vele regels door tot de kolom",
        "ten einde is, en zo komt de",
        "lezer bij de volgende. Links",
        "eindigt hier.",
    ];
    let right = [
        "Rechts begint een zin die de",
        "lezer pas daarna leest, en ook",
        "die loopt over vele regels door",
        "tot onder aan de bladzijde, en",
        "dan is het gedaan. Rechts is",
        "nu ook klaar.",
    ];
    let mut page = vec![bold(70.0, 80.0, 18.0, "Een kop over twee kolommen heen, tot aan de rand")];
    page.extend(lines(70.0, 120.0, &left));
    page.extend(lines(310.0, 120.0, &right));
    let document = read(&pdf(&[page]));
    let found = sentences(&document);
    assert_eq!(found.len(), 4, "{found:?}");
    assert!(found[0].starts_with("In de linkerkolom staat eerst dit"), "{found:?}");
    assert_eq!((found[1], found[3]), ("Links eindigt hier.", "Rechts is nu ook klaar."));
}

/// Three pages with a head, a foot and a sentence that goes on over each end.
fn with_heads() -> Vec<u8> {
    let page = |number: usize, body: &[&str], note: bool| {
        let mut page = vec![text(70.0, 40.0, 9.0, "Programma Duinstad - concept")];
        page.push(text(290.0, 800.0, 9.0, &format!("{number}")));
        page.extend(lines(70.0, 100.0, body));
        if note {
            page.push(text(70.0, 760.0, 6.0, "1"));
            page.push(text(74.0, 763.0, 8.0, "Een noot onder aan de bladzijde."));
        }
        page
    };
    let mut second = page(2, &["en daarna verder op de volgende met geld", "voor de buurten en ook nog"], true);
    // A raised mark, as of a footnote.
    second.push(text(205.0, 110.0, 6.0, "1"));
    let first = page(1, &["De tekst begint op de eerste bladzijde van het programma"], false);
    pdf(&[first, second, page(3, &["meer op de derde. Klaar."], false)])
}

#[test]
fn running_heads_numbers_and_footnotes_do_not_break_a_sentence_that_goes_on_over_pages() {
    let document = read(&with_heads());
    let expected = "De tekst begint op de eerste bladzijde van het programma en daarna verder op de volgende met geld \
                    voor de buurten en ook nog meer op de derde.";
    assert_eq!(sentences(&document), [expected, "Klaar."]);
    assert_eq!((document.coverage.running_heads, document.coverage.footnotes), (6, 1));
    assert!(kinds(&document).contains(&(BlockKind::Footnote("1".into()), "Een noot onder aan de bladzijde.")));
    let place = &document.sentences[1].place;
    assert_eq!((place.page(), place.printed()), (3, Some("3")));
}

/// Pages of running text, each with a line at the top.
fn with_tops(tops: &[Text]) -> Document {
    const WORDS: [&str; 10] = ["huis", "straat", "plein", "park", "school", "haven", "brug", "markt", "tuin", "dijk"];
    let page = |(index, top): (usize, &Text)| {
        let word = WORDS[index];
        let body = [
            format!("Een {word} is er voor iedereen die"),
            format!("een {word} zoekt, en zo"),
            format!("is het {word}."),
        ];
        let mut page = vec![top.clone()];
        page.extend(lines(70.0, 120.0, &[&body[0], &body[1], &body[2]]));
        page
    };
    read(&pdf(&tops.iter().enumerate().map(page).collect::<Vec<_>>()))
}

#[test]
fn a_running_head_is_on_most_pages_or_on_pages_that_follow_each_other() {
    let head = |words: &str| text(70.0, 40.0, 11.0, words);
    let heads = |document: &Document| -> Vec<u32> {
        let running = document.blocks.iter().filter(|block| block.kind == BlockKind::RunningHead);
        running.map(|block| block.place.page()).collect()
    };
    let other = |n: usize| head(["Eerst dit.", "Dan dat.", "Nu iets.", "Weer wat.", "Nog iets.", "Meer."][n]);
    // The name of each chapter stands over its pages.
    let tops: Vec<Text> =
        ["Wonen", "Wonen", "Wonen", "Zorg", "Zorg", "Zorg", "Zorg"].iter().map(|top| head(top)).collect();
    assert_eq!(heads(&with_tops(&tops)), [1, 2, 3, 4, 5, 6, 7]);
    // What each chapter begins with is no such line, though it stands on three pages of ten.
    let ours = |page: usize| if [0, 4, 8].contains(&page) { head("Wat wij willen") } else { other(page % 6) };
    let tops: Vec<Text> = (0..10).map(ours).collect();
    assert!(heads(&with_tops(&tops)).is_empty());
    // Nor is a large line over three pages that follow each other; over all pages it is.
    let large = |page: usize| if page < 3 { bold(70.0, 40.0, 16.0, "Onze plannen") } else { other(page - 3) };
    let document = with_tops(&(0..9).map(large).collect::<Vec<_>>());
    assert_eq!((heads(&document), document.sections.len()), (vec![], 4));
    let tops = vec![bold(70.0, 40.0, 16.0, "Programma Duinstad"); 4];
    assert_eq!(heads(&with_tops(&tops)), [1, 2, 3, 4]);
}

#[test]
fn a_table_has_rows_and_columns_and_blank_is_not_nought() {
    let row = |y: f32, label: &str, cells: [&str; 3]| {
        let mut row = vec![text(70.0, y, 9.0, label)];
        for (column, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            // Right edges under each other: a digit of Helvetica is 0.556 wide, a point or a dash about half.
            let width: f32 = cell.chars().map(|sign| if sign.is_ascii_digit() { 5.0 } else { 2.8 }).sum();
            row.push(text(360.0 + 60.0 * column as f32 - width, y, 9.0, cell));
        }
        row
    };
    let mut page = lines(70.0, 100.0, &["Hieronder staat wat het kost, in duizenden euro, per jaar en per doel."]);
    page.extend(row(160.0, "Doel", ["2024", "2025", "2026"]));
    page.extend(row(175.0, "Buurten (25 mln. in totaal)", ["1.200", "", "0"]));
    page.extend(row(190.0, "Zorg", ["-300", "15", "1.000"]));
    page.extend(lines(70.0, 240.0, &["Daarna gaat de tekst van het plan gewoon weer verder."]));
    let document = read(&pdf(&[page]));
    assert_eq!(document.sentences.len(), 2, "{:?}", sentences(&document));
    let table = document.blocks.iter().find_map(|block| block.table.as_ref()).unwrap();
    let cells = |row: usize| -> Vec<Option<i64>> {
        table.rows[row].cells.iter().map(|cell| Some(cell.as_ref()?.figure.as_ref()?.digits)).collect()
    };
    assert_eq!(cells(0), [Some(2024), Some(2025), Some(2026)]);
    assert_eq!(cells(1), [Some(1200), None, Some(0)]);
    assert_eq!(cells(2), [Some(-300), Some(15), Some(1000)]);
    assert_eq!(table.rows[1].label.as_ref().unwrap().quote(), "Buurten (25 mln. in totaal)");
}

#[test]
fn headings_come_from_the_contents_and_items_from_their_signs() {
    let contents = |y: f32, x: f32, title: &str, page: &str| vec![text(x, y, 10.0, title), text(500.0, y, 10.0, page)];
    let mut first = vec![bold(70.0, 80.0, 14.0, "Inhoudsopgave")];
    first.extend(contents(110.0, 70.0, "1. Veilig en schoon", "1"));
    first.extend(contents(130.0, 85.0, "Preventie", "1"));
    first.extend(contents(150.0, 70.0, "2. Gezond", "2"));
    let page = |number: &str, texts: Vec<Text>| {
        let mut page = texts;
        page.push(text(295.0, 800.0, 10.0, number));
        page
    };
    let mut second = vec![bold(70.0, 80.0, 16.0, "1. Veilig en schoon"), bold(70.0, 110.0, 12.0, "Preventie")];
    second.push(text(70.0, 130.0, 11.0, "\u{f0b7} Wij doen iets in de wijken en"));
    second.push(text(88.0, 144.0, 11.0, "daarna nog wat. Ook dit."));
    second.push(text(70.0, 158.0, 11.0, "\u{f0b7} Wij doen meer met"));
    let mut third = vec![text(88.0, 80.0, 11.0, "andere mensen in de stad."), bold(70.0, 120.0, 16.0, "2. Gezond")];
    third.extend(lines(70.0, 145.0, &["Gezond leven is voor iedereen van belang, ook hier."]));
    let document = read(&pdf(&[first, page("1", second), page("2", third)]));
    let rows: Vec<(&str, Vec<&str>)> = document
        .sentences
        .iter()
        .map(|row| (row.place.quote(), row.place.section().iter().map(|name| &**name).collect()))
        .collect();
    let prevention = vec!["1. Veilig en schoon", "Preventie"];
    let expected = [
        ("Wij doen iets in de wijken en daarna nog wat.", prevention.clone()),
        ("Ook dit.", prevention.clone()),
        ("Wij doen meer met andere mensen in de stad.", prevention),
        ("Gezond leven is voor iedereen van belang, ook hier.", vec!["2. Gezond"]),
    ];
    assert_eq!(rows, expected);
    assert_eq!(document.blocks[document.sentences[0].block].kind, BlockKind::Item);
    assert_eq!(document.coverage.contents_lines, 4);
}

#[test]
fn numbered_items_are_items_and_keep_their_number() {
    let mut page = lines(70.0, 80.0, &["Wij vragen het volgende aan iedereen die hierover gaat in het land."]);
    for (row, number, rows) in [(0, "1.", ["Geef de wijken geld voor", "de scholen."]), (1, "2.", ["Doe dat", "snel."])]
    {
        let y = 110.0 + 30.0 * row as f32;
        page.push(text(70.0, y, 11.0, number));
        page.extend(lines(105.0, y, &rows));
    }
    let document = read(&pdf(&[page]));
    let items = kinds(&document).into_iter().filter(|(kind, _)| *kind == BlockKind::Item).map(|(_, text)| text);
    let expected = ["1. Geef de wijken geld voor de scholen.", "2. Doe dat snel."];
    assert_eq!(items.collect::<Vec<_>>(), expected);
    assert_eq!(sentences(&document)[1..], expected);
}

#[test]
fn a_heading_of_the_contents_that_stands_nowhere_is_told() {
    let mut page = vec![bold(70.0, 80.0, 14.0, "Inhoud")];
    for (y, title) in [(110.0, "Wonen"), (130.0, "Werken")] {
        page.push(text(70.0, y, 10.0, title));
        page.push(text(500.0, y, 10.0, "2"));
    }
    let mut second = vec![bold(70.0, 80.0, 14.0, "Wonen")];
    second.extend(lines(70.0, 110.0, &["Er komen huizen voor iedereen die er een zoekt."]));
    let document = read(&pdf(&[page, second]));
    assert!(
        document.warnings.contains(&ReadWarning::HeadingNotFound { title: "Werken".into() }),
        "{:?}",
        document.warnings
    );
}

#[test]
fn a_heading_that_the_file_names_answers_to_the_contents_also_without_its_number() {
    let row = |words: &str| format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", words.replace('|', "</w:t><w:tab/><w:t>"));
    let body = [
        row("Inhoud"),
        row("1.|Wonen|3"),
        row("Zorg|4"),
        row("Werk|5"),
        made::word_paragraph("Kop1", "Wonen"),
        made::word_paragraph("Standaard", "Er komen huizen."),
        made::word_paragraph("Kop1", "Zorg"),
        made::word_paragraph("Standaard", "Er komt zorg."),
    ];
    let document = read(&made::docx(&body.concat()));
    assert_eq!(document.warnings, [ReadWarning::HeadingNotFound { title: "Werk".into() }]);
    assert_eq!(sentences(&document), ["Er komen huizen.", "Er komt zorg."]);
}

#[test]
fn word_opendocument_web_and_text_give_the_same_sentences_under_the_same_headings() {
    let word = made::docx(&format!(
        "{}{}{}{}<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Zorg</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>1.200</w:t></w:r>\
         </w:p></w:tc></w:tr></w:tbl>",
        made::word_paragraph("Kop1", "Wonen"),
        made::word_paragraph("Kop2", "Wijken"),
        made::word_paragraph("Standaard", "Wij bouwen nr. 3. Daarna meer."),
        made::word_paragraph("Lijst", "Een punt &amp; meer."),
    ));
    let open = made::odt(
        "<text:h text:outline-level=\"1\">Wonen</text:h><text:h text:outline-level=\"2\">Wijken</text:h>\
         <text:p>Wij bouwen<text:s/>nr. 3. Daarna<text:note><text:note-citation>1</text:note-citation><text:note-body>\
         <text:p>Een noot.</text:p></text:note-body></text:note> meer.</text:p><text:list><text:list-item><text:p>Een \
         punt &amp; meer.</text:p></text:list-item></text:list><table:table>\
         <table:table-row><table:table-cell><text:p>Zorg\
         </text:p></table:table-cell><table:table-cell><text:p>1.200</text:p></table:table-cell></table:table-row>\
         </table:table>",
    );
    let web = b"<!DOCTYPE html><html><head><title>x</title><script>var a = 'Geen zin.';</script></head><body>\
        <h1>Wonen</h1><h2>Wij<b>ken</b></h2><p>Wij bouwen\n nr. 3. <script>document.write('<p>Nep.</p>')</script>\
        Daarna meer.<ul><li>Een punt &amp; meer.</ul><table><tr><td>Zorg<td>1.200</table></body>";
    let plain = "# Wonen\n\n## Wijken\n\nWij bouwen nr. 3.\nDaarna meer.\n\nEen punt & meer.\n";
    for (name, bytes, notes) in
        [("docx", &word[..], 1), ("odt", &open[..], 1), ("html", &web[..], 0), ("text", plain.as_bytes(), 0)]
    {
        let document = read(bytes);
        assert_eq!(sentences(&document), ["Wij bouwen nr. 3.", "Daarna meer.", "Een punt & meer."], "{name}");
        for row in &document.sentences {
            assert_eq!(row.place.section().join("/"), "Wonen/Wijken", "{name}");
        }
        assert_eq!(document.coverage.footnotes, notes, "{name}");
        if name != "text" {
            assert_eq!(document.blocks[document.sentences[2].block].kind, BlockKind::Item, "{name}");
            let table = document.blocks.iter().find_map(|block| block.table.as_ref()).unwrap();
            let cell = table.rows[0].cells[0].as_ref().unwrap();
            assert_eq!((cell.place.quote(), cell.figure.unwrap().digits), ("1.200", 1200), "{name}");
        }
        assert_eq!(document.warnings.contains(&ReadWarning::ScriptsLeftOut { parts: 2 }), name == "html");
    }
}

#[test]
fn another_language_is_another_recipe() {
    let bytes = b"# Safety\n\nWe will act on no. 3 of the plan, e.g. Lights in the street. Then the rest, for \
        approx. 5 bn. We pay.";
    let document = Document::of(extract(bytes, &Limits::default()).unwrap(), &recipe("en"));
    assert_eq!(
        sentences(&document),
        ["We will act on no. 3 of the plan, e.g. Lights in the street.", "Then the rest, for approx. 5 bn.", "We pay."]
    );
    assert_eq!(document.origin.recipe, "read-en-plan");
}

#[test]
fn a_text_that_is_not_in_the_language_of_the_recipe_is_doubted() {
    let shifted =
        "Xjm ebu tubbu jo efaf ufltu xbou bmmft jt ffo mfuufs pqhftdipwfo fo ojfnboe lbo ifu mfafo. ".repeat(5);
    let document = read(shifted.as_bytes());
    let is_doubt = |warning: &ReadWarning| matches!(warning, ReadWarning::NotTheLanguage { common: 0, words: 85 });
    assert!(document.warnings.iter().any(is_doubt), "{:?}", document.warnings);
}
