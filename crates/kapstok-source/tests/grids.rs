// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Plans that people typed in Excel or Word: what a person sees in a cell is what is read. All plans are invented.
#![expect(clippy::unwrap_used, reason = "helpers of tests")]
#![expect(clippy::disallowed_methods, reason = "tests read files; the crate does not")]

mod made;

use kapstok_source::{CellKind, Grid, Limits, grids};
use made::{docx, workbook, xlsx, zip_of};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

fn read(name: &str, bytes: &[u8]) -> Vec<Grid> {
    let (grids, problems) = grids(name, bytes, &Limits::default());
    assert!(problems.is_empty(), "{name}: {problems:?}");
    let square = |grid: &Grid| grid.rows.iter().all(|row| row.cells.len() == grid.rows[0].cells.len());
    assert!(grids.iter().all(square), "{name}: {grids:?}");
    grids
}

/// Rows as text: `number|cell|cell`, a carried text with `^` before it.
fn shown(grid: &Grid) -> Vec<String> {
    let cell = |cell: &kapstok_source::GridCell| format!("|{}{}", if cell.carried { "^" } else { "" }, cell.text);
    let row = |row: &kapstok_source::GridRow| row.cells.iter().map(cell).collect::<String>();
    grid.rows.iter().map(|it| format!("{}{}", it.number, row(it))).collect()
}

fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

fn styled(style: &str, text: &str) -> String {
    format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"#)
}

fn tc(looks: &str, inside: &str) -> String {
    format!("<w:tc><w:tcPr>{looks}</w:tcPr>{inside}</w:tc>")
}

fn tr(cells: &[String]) -> String {
    format!("<w:tr>{}</w:tr>", cells.concat())
}

fn tbl(rows: &[String]) -> String {
    format!("<w:tbl><w:tblPr/>{}</w:tbl>", rows.concat())
}

#[test]
fn a_workbook_says_what_its_cells_show() {
    let mut book = Workbook::new();
    let day = Format::new().set_num_format("dd-mm-yyyy");
    let (percent, euros) = (Format::new().set_num_format("0%"), Format::new().set_num_format("€ #,##0"));
    let plain = Format::new();
    let sheet = book.add_worksheet().set_name("Plan 2025").unwrap();
    sheet.write_string(0, 0, "Uitvoeringsplan").unwrap();
    for (column, title) in (0_u16..).zip(["Doel", "Maatregel", "Klaar op", "Budget", "Streefwaarde"]) {
        sheet.write_string(2, column, title).unwrap();
    }
    sheet.merge_range(3, 0, 4, 0, "Minder schulden", &plain).unwrap();
    sheet.write_string(3, 1, "Budgetcoach").unwrap();
    let deadline = ExcelDateTime::from_ymd(2025, 3, 31).unwrap();
    sheet.write_datetime_with_format(3, 2, &deadline, &day).unwrap();
    sheet.write_number_with_format(3, 3, 50_000.0, &euros).unwrap();
    sheet.write_number_with_format(3, 4, 0.75, &percent).unwrap();
    sheet.write_string(4, 1, "Spreekuur").unwrap();
    sheet.write_number(4, 3, 17.4).unwrap();
    let hidden = book.add_worksheet().set_name("Keuzelijst").unwrap().set_hidden(true);
    hidden.write_string(0, 0, "Ja").unwrap();
    book.add_worksheet().set_name("Leeg").unwrap();

    let grids = read("plan.xlsx", &book.save_to_buffer().unwrap());
    let names: Vec<_> = grids.iter().map(|grid| (grid.name.as_str(), grid.number, grid.hidden)).collect();
    assert_eq!(names, [("Plan 2025", 1, false), ("Keuzelijst", 2, true)]);
    assert_eq!(
        shown(&grids[0]),
        [
            "1|Uitvoeringsplan||||",
            "3|Doel|Maatregel|Klaar op|Budget|Streefwaarde",
            "4|Minder schulden|Budgetcoach|2025-03-31|50000|75%",
            "5|^Minder schulden|Spreekuur||17.4|",
        ]
    );
    let kinds: Vec<_> = grids[0].rows[2].cells.iter().map(|cell| cell.kind).collect();
    assert_eq!(kinds, [CellKind::Text, CellKind::Text, CellKind::Text, CellKind::Number, CellKind::Text]);
}

#[test]
fn days_of_an_old_mac_and_days_as_text_are_days() {
    let sheet = r#"<worksheet><sheetData><row r="1"><c r="A1" s="1"><v>44285</v></c><c r="B1"><v>44285</v></c>
        <c r="C1" t="d"><v>2025-03-31T00:00:00</v></c></row></sheetData></worksheet>"#;
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet";
    let relations =
        format!(r#"<Relationships><Relationship Id="a" Type="{kind}" Target="/xl/sheet.xml"/></Relationships>"#);
    let book =
        r#"<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="S" r:id="a"/></sheets></workbook>"#;
    let styles = r#"<styleSheet><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#;
    let bytes = zip_of(&[
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        ("xl/styles.xml", styles.as_bytes()),
        ("xl/sheet.xml", sheet.as_bytes()),
    ]);
    assert_eq!(shown(&read("mac.xlsx", &bytes)[0]), ["1|2025-03-31|44285|2025-03-31"]);
}

#[test]
fn a_merged_cell_fills_only_empty_cells_inside_the_rectangle() {
    let sheet = made::sheet(&[
        (1, &[("A1", "Doel"), ("B1", "Maatregel")]),
        (2, &[("A2", "Wonen"), ("B2", "a")]),
        (5, &[("B5", "b")]),
        (6, &[("A6", "eigen"), ("B6", "c")]),
    ]);
    let merged = |refs: &[&str]| {
        let cells: String = refs.iter().map(|it| format!(r#"<mergeCell ref="{it}"/>"#)).collect();
        let end = format!("</sheetData><mergeCells>{cells}</mergeCells></worksheet>");
        xlsx(&sheet.replace("</sheetData></worksheet>", &end))
    };
    let expected = ["1|Doel|Maatregel", "2|Wonen|a", "5|^Wonen|b", "6|eigen|c"];
    // Below the last row, beyond the last column, and a whole column below a blank cell.
    assert_eq!(shown(&read("m.xlsx", &merged(&["A2:A900", "D1:D9", "C3:C4"]))[0]), expected);
    // Twice merged is a damaged file.
    let (none, problems) = grids("m.xlsx", &merged(&["A1:B6", "A2:B6"]), &Limits::default());
    assert!(none.is_empty() && problems[0].code == "K0313", "{problems:?}");
}

#[test]
fn a_document_gives_each_table_with_the_heading_above_it() {
    let body = [
        styled("Titel", "Uitvoeringsplan Noord"),
        tbl(&[tr(&[tc("", &p("Opdrachtgever")), tc("", &p("Gemeente"))])]),
        styled("Kop1", "Schulden"),
        styled("Heading2", "Maatregelen"),
        p("Wat wij in 2025 doen."),
        tbl(&[
            tr(&[tc("", &p("Doel")), tc("", &p("Maatregel")), tc("", &p("Klaar"))]),
            tr(&[
                tc(r#"<w:vMerge w:val="restart"/>"#, &p("Minder schulden")),
                tc("", &(p("Coach") + &p("") + &p("en spreekuur"))),
                tc("", &p("2025")),
            ]),
            tr(&[tc("<w:vMerge/>", &p("")), tc(r#"<w:gridSpan w:val="2"/>"#, &p("Post openen"))]),
            tr(&[tc("", &p("")), tc("", &p("")), tc("", &p(" "))]),
            tr(&[tc("", &p("Los")), tc("", &tbl(&[tr(&[tc("", &p("binnen")), tc("", &p("in"))])])), tc("", "")]),
        ]),
        tbl(&[tr(&[tc("", &p(""))])]),
        styled("Kop1", "Werk"),
        tbl(&[tr(&[tc("", &p("Baan &amp; zo"))])]),
    ];
    let grids = read("plan.docx", &docx(&body.concat()));
    let heads: Vec<_> = grids.iter().map(|grid| (grid.number, grid.name.as_str(), grid.above.join(" > "))).collect();
    assert_eq!(
        heads,
        [
            (1, "Uitvoeringsplan Noord", "Uitvoeringsplan Noord".to_owned()),
            (2, "Maatregelen", "Uitvoeringsplan Noord > Schulden > Maatregelen > Wat wij in 2025 doen.".to_owned()),
            (4, "Werk", "Uitvoeringsplan Noord > Werk".to_owned()),
        ]
    );
    assert_eq!(
        shown(&grids[1]),
        [
            "1|Doel|Maatregel|Klaar",
            "2|Minder schulden|Coach\nen spreekuur|2025",
            "3|^Minder schulden|Post openen|^Post openen",
            "5|Los|binnen\nin|",
        ]
    );
    assert_eq!(shown(&grids[2]), ["1|Baan & zo"]);
}

#[test]
fn tracked_changes_and_fields_are_read_as_the_writer_meant() {
    let run = |text: &str| format!("<w:r><w:t>{text}</w:t></w:r>");
    let field = |looks: &str, text: &str| {
        format!("<w:sdt><w:sdtPr>{looks}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>", run(text))
    };
    let cases = [
        (format!("<w:p><w:ins>{}</w:ins></w:p>", run("erbij")), "erbij"),
        (format!("<w:p><w:del>{}<w:r><w:delText>weg</w:delText></w:r></w:del>{}</w:p>", run("weg"), run("x")), "x"),
        (format!("<w:p><w:moveFrom>{}</w:moveFrom>{}</w:p>", run("oud"), run("x")), "x"),
        (
            format!("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{}</w:p>", run("teken van alinea weg")),
            "teken van alinea weg",
        ),
        (format!("<w:p>{}</w:p>", field("<w:showingPlcHdr/>", "Klik om tekst in te voeren")), ""),
        (format!("<w:p>{}</w:p>", field(r#"<w:showingPlcHdr w:val="0"/>"#, "ingevuld")), "ingevuld"),
        (format!("<w:p>{}</w:p>", field("", "ingevuld")), "ingevuld"),
        ("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>".to_owned(), "a b\nc"),
        (format!(r#"<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>{}</w:p>"#, run("x")), "x"),
        (
            format!(
                "<w:p><mc:AlternateContent><mc:Choice>{0}</mc:Choice><mc:Fallback>{0}</mc:Fallback></mc:AlternateContent></w:p>",
                run("een")
            ),
            "een",
        ),
        ("<w:p><w:r><w:instrText>PAGE</w:instrText><w:t>3</w:t></w:r></w:p>".to_owned(), "3"),
        ("<w:p><w:hyperlink r:id=\"rId9\"><w:r><w:t>site</w:t></w:r></w:hyperlink></w:p>".to_owned(), "site"),
        ("<w:p><w:r><w:t><![CDATA[a<b]]></w:t></w:r></w:p>".to_owned(), "a<b"),
    ];
    for (paragraph, expected) in cases {
        let grids = read("plan.docx", &docx(&tbl(&[tr(&[tc("", &p("Doel")), tc("", &paragraph)])])));
        assert_eq!(shown(&grids[0]), [format!("1|Doel|{expected}")], "{paragraph}");
    }
    // A row that was taken out, and a row whose look was changed.
    let row = |looks: &str, text: &str| format!("<w:tr><w:trPr>{looks}</w:trPr>{}</w:tr>", tc("", &p(text)));
    let changed = "<w:trPrChange><w:trPr><w:del/></w:trPr></w:trPrChange>";
    let grids =
        read("plan.docx", &docx(&tbl(&[row("<w:del/>", "weg"), row("<w:ins/>", "erbij"), row(changed, "blijft")])));
    assert_eq!(shown(&grids[0]), ["2|erbij", "3|blijft"]);
}

#[test]
fn a_file_without_a_table_is_empty_and_what_is_no_such_file_is_refused_with_a_reason() {
    assert!(read("brief.docx", &docx(&p("Geachte raad"))).is_empty());
    assert!(read("leeg.xlsx", &xlsx("<worksheet><sheetData/></worksheet>")).is_empty());
    let cases: [(&[u8], &str); 8] = [
        (b"", "K0300"),
        (b"  \n", "K0300"),
        (b"code;a\n", "K0302"),
        (b"%PDF-1.7", "K0302"),
        (b"<html>", "K0302"),
        (b"\x1f\x8b\x08", "K0302"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "K0309"),
        (b"PK\x03\x04", "K0303"),
    ];
    for (bytes, code) in cases {
        let (none, problems) = grids("f", bytes, &Limits::default());
        assert!(none.is_empty() && problems.len() == 1 && problems[0].code == code, "{bytes:?}: {problems:?}");
    }
}

#[test]
fn the_part_of_the_document_may_have_another_name() {
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
    let relations =
        format!(r#"<Relationships><Relationship Id="a" Type="{kind}" Target="word/document2.xml"/></Relationships>"#);
    let document = format!("<w:document><w:body>{}</w:body></w:document>", tbl(&[tr(&[tc("", &p("x"))])]));
    let bytes = zip_of(&[("_rels/.rels", relations.as_bytes()), ("word/document2.xml", document.as_bytes())]);
    assert_eq!(shown(&read("plan.docx", &bytes)[0]), ["1|x"]);
}

#[test]
fn shared_texts_and_several_sheets_keep_their_order() {
    let row = r#"<worksheet><sheetData><row r="2"><c r="B2" t="s"><v>1</v></c></row></sheetData></worksheet>"#;
    let bytes = workbook(&[("Een", row), ("Twee", row)], Some("<sst><si><t>a</t></si><si><t>b</t></si></sst>"));
    let grids = read("twee.xlsx", &bytes);
    assert_eq!(grids.iter().map(|grid| grid.name.as_str()).collect::<Vec<_>>(), ["Een", "Twee"]);
    assert_eq!(shown(&grids[1]), ["2||b"]);
}

/// Below the checksum of a zip, which a fuzzer seldom passes: the XML itself is changed, and packed again.
#[test]
fn changed_xml_gives_rectangles_or_a_problem() {
    let table = tbl(&[
        tr(&[tc(r#"<w:vMerge w:val="restart"/>"#, &p("Doel &amp; zo")), tc(r#"<w:gridSpan w:val="2"/>"#, &p("Wie"))]),
        tr(&[tc("<w:vMerge/>", ""), tc("", &p("a")), tc("", &tbl(&[tr(&[tc("", &p("binnen"))])]))]),
    ]);
    let document = format!("<w:document><w:body>{}{table}</w:body></w:document>", styled("Kop1", "Werk"));
    let sheet = made::sheet(&[(1, &[("A1", "Doel"), ("B1", "7")]), (2, &[("B2", "8")]), (9, &[("C9", "x")])]);
    let sheet = sheet.replace("</worksheet>", r#"<mergeCells><mergeCell ref="A1:A9"/></mergeCells></worksheet>"#);
    let mut state = 7_u64;
    let mut next = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    let mut n_read = 0;
    for round in 0..4_000 {
        let mut xml = if round % 2 == 0 { document.clone() } else { sheet.clone() }.into_bytes();
        for _ in 0..=next(4) {
            let (from, to, length) = (next(xml.len()), next(xml.len()), next(40));
            match next(4) {
                0 => xml[from] = b"<>/&;\"0 9A:\0\xff"[next(13)],
                1 => drop(xml.drain(from..(from + length).min(xml.len() - 1).max(from))),
                2 => {
                    let piece = xml[from..(from + length).min(xml.len())].to_vec();
                    drop(xml.splice(to..to, piece));
                }
                _ => xml.truncate(from.max(1)),
            }
        }
        let bytes = match round % 2 {
            0 => zip_of(&[("word/document.xml", &xml)]),
            _ => xlsx(&String::from_utf8_lossy(&xml)),
        };
        let (grids, problems) = grids("f", &bytes, &Limits::default());
        assert!(grids.is_empty() || problems.is_empty(), "round {round}: half read");
        n_read += usize::from(problems.is_empty());
        for grid in &grids {
            let width = grid.rows[0].cells.len();
            assert!(grid.rows.iter().all(|row| row.cells.len() == width), "round {round}: {grid:?}");
            assert!(grid.rows.is_sorted_by_key(|row| row.number), "round {round}: {grid:?}");
        }
    }
    // Some were still sound, and some were not.
    assert!((100..3_900).contains(&n_read), "{n_read}");
}

/// Plans that Word, Excel, LibreOffice or another program wrote, where they are at hand (`KAPSTOK_PLANS`, a folder): shown
/// as they are read, to be held against what the program shows.
#[test]
fn plans_at_hand_are_read_without_a_problem() {
    let Some(folder) = std::env::var_os("KAPSTOK_PLANS") else {
        println!("not run: no KAPSTOK_PLANS");
        return;
    };
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        println!("{}", path.display());
        for grid in read("plan", &std::fs::read(&path).unwrap()) {
            println!("  {} `{}` {:?} hidden: {}", grid.number, grid.name, grid.above, grid.hidden);
            shown(&grid).iter().for_each(|row| println!("    {}", row.replace('\n', "/")));
        }
    }
}
