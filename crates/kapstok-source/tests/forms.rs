// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Forms of publishers, on invented files: national KWB, police and Swing files were not at hand.
#![expect(clippy::unwrap_used, reason = "helpers of tests")]

mod made;

use std::sync::Arc;

use kapstok_area::{Hierarchy, Level};
use kapstok_source::{
    CellKind, ColumnKind, LevelTable, Limits, MarkReason, RawTable, ReadOptions, SourceSpec, WithoutPrefix, apply_form,
    describe, read, recognise, sheets, to_table,
};
use kapstok_table::{
    Direction, Domain, Indicator, IndicatorId, Kind, Problem, RebaseRule, Rounding, SourceFile, Text, Unit, WhyMissing,
};
use made::{fgb, geopackage, gzip, sheet, workbook, xlsx};

fn raw(bytes: &[u8]) -> RawTable {
    let (table, problems) = read("t", bytes, &ReadOptions::default(), &Limits::default());
    table.unwrap_or_else(|| panic!("{problems:?}"))
}

fn spec(text: &str) -> SourceSpec {
    let mut spec = toml::from_str(&format!("id='t'\nfile='t'\nboundary_year=2024\n{text}")).unwrap();
    apply_form(&mut spec);
    spec
}

/// The tables of a file, with an indicator `a` and `b` of which nothing more is known.
fn table(raw: &RawTable, spec: &SourceSpec) -> (Vec<LevelTable>, Vec<Problem>) {
    let text = || Text { nl: String::new(), en: String::new() };
    let indicator = |id: &str| Indicator {
        id: IndicatorId::new(id).unwrap(),
        label: text(),
        explanation: text(),
        unit: Unit::Percent,
        direction: Direction::Neither,
        domain: Domain("test".into()),
        kind: Kind::Survey,
        modelled_from: Vec::new(),
        population: None,
        rounding: Rounding::None,
        exact_at: Vec::new(),
        rebase: RebaseRule::OnlyWhole,
        protected: None,
        source: "test".into(),
        licence: String::new(),
    };
    let indicators = ["a", "b"].map(|id| (IndicatorId::new(id).unwrap(), indicator(id))).into();
    let file = Arc::new(SourceFile {
        source: "t".into(),
        name: "t".into(),
        sha256: "0".repeat(64),
        title: String::new(),
        publisher: String::new(),
        table_id: None,
        licence: String::new(),
        attribution: String::new(),
        retrieved: String::new(),
        url: None,
    });
    to_table(raw, spec, file, &Hierarchy::builtin("nl").unwrap(), &indicators)
}

#[test]
fn a_file_is_recognised_by_its_titles() {
    let cases = [
        ("ID;Leeftijd;Marges;WijkenEnBuurten;Perioden;Gemeentenaam_1;SoortRegio_2;Codering_3\n", Some("rivm-health")),
        ("ID;Persoonskenmerken;Marges;RegioS;MoeiteMetRondkomen_1;HeeftSchulden_3\n", Some("rivm-monitor")),
        ("gwb_code_10;gwb_code_8;regio;gm_naam;recs;a_inw\n", Some("cbs-kwb")),
        ("Perioden;Wijken en buurten;Regiocode (gemeente, wijk, buurt) (code)\n", Some("statline-csv")),
        ("ID;SoortMisdrijf;WijkenEnBuurten;Perioden;GeregistreerdeMisdrijven_1\n", Some("police")),
        ("Id;Measure;ValueAttribute;Value;WijkenEnBuurten\n", Some("odata-v4")),
        ("ExternalCode;Name;Indicator;Period;Value;ValueString\n", Some("swing-odata")),
        ("buurtcode;buurtnaam;gemeentecode;water;aantal_inwoners\n", Some("wijk-en-buurtkaart")),
        ("code;a\n", None),
    ];
    for (titles, expected) in cases {
        assert_eq!(recognise(&raw(titles.as_bytes())), expected, "{titles}");
    }
}

#[test]
fn a_form_fills_what_is_left_open_and_written_keys_win() {
    let filled = spec("form='rivm-health'\n");
    assert_eq!(filled.area.as_deref(), Some("Codering_3"));
    assert_eq!(filled.period_column.as_deref(), Some("Perioden"));
    assert_eq!(filled.r#where["Marges"], "MW00000");
    let reasons: Vec<_> = filled.missing.iter().map(|mark| (mark.mark.as_str(), mark.reason)).collect();
    let missing = MarkReason::Missing;
    assert_eq!(reasons, [(".", missing(WhyMissing::NotMeasured)), ("", missing(WhyMissing::NotMeasured))]);
    let own = spec(
        "form='rivm-health'\narea='eigen'\nperiod='2020'\nwhere={Marges='MW00002'}\nmissing=[{mark='.',reason='secret'}]\n",
    );
    assert_eq!((own.area.as_deref(), own.period_column), (Some("eigen"), None));
    assert_eq!((own.r#where["Marges"].as_str(), own.missing[0].reason), ("MW00002", missing(WhyMissing::Secret)));
    assert_eq!(own.missing.len(), 2);
    let before = spec("");
    let mut unknown = before.clone();
    unknown.form = Some("onbekend".into());
    let kept = unknown.clone();
    apply_form(&mut unknown);
    assert_eq!(unknown, kept);
}

#[test]
fn a_monitor_by_gemeente_reads_without_the_rows_that_are_no_gemeente() {
    let text = "ID;Persoonskenmerken;Marges;RegioS;MoeiteMetRondkomen_1;Eenzaam_2\n\
        0;T009002;MW00000;NL01  ;20.5;8.1\n1;T009002;MW00000;CG01  ;21.5;8.2\n2;T009002;MW00000;GG9901;22.5;8.3\n\
        3;T009002;MW00000;GM9901;23.5;\n4;3000   ;MW00000;GM9901;24.5;8.5\n5;T009002;MW00002;GM9901;22.0;8.0\n";
    let spec = spec(
        "form='rivm-monitor'\nperiod='2024'\n[[column]]\ntitle='MoeiteMetRondkomen'\nindicator='a'\n\
        [[column]]\ntitle='Eenzaam'\nindicator='b'\n",
    );
    let (tables, problems) = table(&raw(text.as_bytes()), &spec);
    assert_eq!(problems, []);
    let found: Vec<_> = tables.iter().map(|table| (table.areas.level().as_str(), table.areas.len())).collect();
    assert_eq!(found, [("country", 1), ("municipality", 1)]);
    let [rounds, lonely] = &tables[1].columns[..] else { panic!("{:?}", tables[1].columns) };
    assert_eq!((rounds.value(0), lonely.value(0)), (Some(23.5), None));
    assert_eq!(lonely.missing(0).unwrap().reason, WhyMissing::NotMeasured, "nothing in its place");
}

#[test]
fn a_start_of_nothing_drops_no_row() {
    let spec = spec(
        "period='2024'\narea='code'\ndrop=[{column='code',starts_with=['']}]\n[[column]]\ntitle='a'\nindicator='a'\n",
    );
    let (tables, _) = table(&raw(b"code;a\nGM0001;5\n"), &spec);
    assert_eq!(tables[0].areas.len(), 1);
}

#[test]
fn a_column_is_described_by_what_nearly_all_its_cells_are() {
    let text = "code;naam;a;leeg;b\nGM0001    ;Een;17,5;;3\nBU00010101;Twee;       .;;-99997\nBU00010102;Drie;20;;\n";
    let described = describe(&raw(text.as_bytes()), &Hierarchy::builtin("nl").unwrap());
    assert_eq!((described.form, described.n_rows, described.has_geometry), (None, 3, false));
    let [code, name, a, empty, b] = &described.columns[..] else { panic!("{described:?}") };
    assert_eq!(code.kind, ColumnKind::Codes(vec![Level::new("municipality"), Level::new("neighbourhood")]));
    assert_eq!(
        (name.kind.clone(), name.samples.clone()),
        (ColumnKind::Text, vec!["Een".to_owned(), "Twee".to_owned()])
    );
    assert_eq!(
        (a.kind.clone(), a.range, a.n_filled, a.marks.clone()),
        (ColumnKind::Number, Some((17.5, 20.0)), 2, vec![(".".to_owned(), 1)])
    );
    assert_eq!(a.n_numbers, 2);
    assert_eq!((empty.kind.clone(), empty.marks.clone()), (ColumnKind::Empty, vec![(String::new(), 3)]));
    assert_eq!((b.range, b.marks.clone()), (Some((3.0, 3.0)), vec![(String::new(), 1), ("-99997".to_owned(), 1)]));
}

#[test]
fn a_column_of_digits_says_what_is_not_plain_about_it() {
    let mut text = "gemeente;gemeentecode;wijkcode;inwoners;postcode;gemengd\n".to_owned();
    for row in 0..40 {
        let mixed = if row < 30 { "7" } else { "veel" };
        let residents = if row == 0 { "onbekend" } else { "900" };
        text += &format!("{};{:04};99{row:04};{residents};1234;{mixed}\n", 363 + row * 30, 363 + row * 30);
    }
    let described = describe(&raw(text.as_bytes()), &Hierarchy::builtin("nl").unwrap());
    let [short, padded, district, residents, postcode, mixed] = &described.columns[..] else { panic!("{described:?}") };
    let prefix = |level: &str, prefix: &str, zeros_lost| {
        Some(WithoutPrefix { level: Level::new(level), prefix: prefix.to_owned(), zeros_lost })
    };
    // 363 and 1533: some have lost their zero.
    assert_eq!(
        (short.kind.clone(), short.without_prefix.clone()),
        (ColumnKind::Number, prefix("municipality", "GM", true))
    );
    assert_eq!(padded.kind, ColumnKind::Digits);
    assert_eq!(padded.without_prefix, prefix("municipality", "GM", false));
    assert_eq!(district.without_prefix, prefix("district", "WK", false));
    assert_eq!((residents.kind.clone(), residents.n_filled, residents.n_numbers), (ColumnKind::Number, 40, 39));
    assert_eq!((residents.without_prefix.clone(), postcode.without_prefix.clone()), (None, None));
    assert_eq!((mixed.kind.clone(), mixed.n_filled, mixed.n_numbers), (ColumnKind::Text, 40, 30));
}

#[test]
fn maps_of_every_form_give_the_same_rows_and_boundaries() {
    let of_fgb = raw(&fgb(&[("GM0001", 17.5), ("GM0002", 20.0)]));
    let ring = |x: u8| format!("[[{x},0],[{},0],[{},1],[{x},1],[{x},0]]", x + 1, x + 1);
    let feature = |code: &str, a: &str, x: u8| {
        let properties = format!(r#"{{"code":"{code}","a":{a}}}"#);
        format!(
            r#"{{"type":"Feature","properties":{properties},"geometry":{{"type":"Polygon","coordinates":[{}]}}}}"#,
            ring(x)
        )
    };
    let of_json = raw(format!(
        r#"{{"type":"FeatureCollection","features":[{},{}]}}"#,
        feature("GM0001", "17.5", 0),
        feature("GM0002", "20.0", 1)
    )
    .as_bytes());
    let hex = |row: usize| of_json.geometry(row).unwrap().iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    // `GP`, version 0, little-endian without an envelope, system 28992 = 0x7140.
    let insert = |n: usize, code: &str, a: f64| {
        format!("INSERT INTO laag VALUES ({n}, x'4750000140710000{}', '{code}', {a});", hex(n - 1))
    };
    let of_package = raw(&geopackage(&format!(
        "CREATE TABLE laag (fid INTEGER PRIMARY KEY, geom BLOB, code TEXT, a REAL); {}{} \
        CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT); INSERT INTO gpkg_contents VALUES ('laag', 'features'); \
        CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER); \
        INSERT INTO gpkg_geometry_columns VALUES ('laag', 'geom', 28992);",
        insert(1, "GM0001", 17.5),
        insert(2, "GM0002", 20.0)
    )));
    assert_eq!((of_fgb.srs(), of_json.srs(), of_package.srs()), (Some(28_992), Some(4326), Some(28_992)));
    for table in [&of_fgb, &of_json, &of_package] {
        let column = |title: &str| table.titles().position(|found| found == title).unwrap();
        // The writer of FlatGeobuf sorts features by place.
        let mut rows: Vec<_> = (0..table.n_rows()).map(|row| (table.cell(row, column("code")).text, row)).collect();
        rows.sort_unstable();
        let found: Vec<_> = rows
            .iter()
            .map(|(code, row)| {
                (*code, table.cell(*row, column("a")).text, table.cell(*row, column("a")).kind, table.geometry(*row))
            })
            .collect();
        let number = CellKind::Number;
        assert_eq!(
            found,
            [("GM0001", "17.5", number, of_json.geometry(0)), ("GM0002", "20", number, of_json.geometry(1))]
        );
    }
    // Five corners of 16 bytes behind 13 bytes of head; the second square starts at x = 1.
    let second = of_json.geometry(1).unwrap();
    assert_eq!((second.len(), f64::from_le_bytes(second[13..21].try_into().unwrap())), (13 + 5 * 16, 1.0));
}

#[test]
fn a_sheet_is_chosen_by_its_name_and_all_names_are_given() {
    let one = |title: &str| sheet(&[(1, &[("A1", title)]), (2, &[("A2", "x")])]);
    let book = workbook(&[("Toelichting", &one("a")), ("Cijfers", &one("b"))], None);
    assert_eq!(sheets(&book), ["Toelichting", "Cijfers"]);
    assert_eq!(sheets(&gzip(&book)), ["Toelichting", "Cijfers"]);
    let (table, problems) =
        read("t", &book, &ReadOptions { sheet: Some(" Cijfers".into()), header_rows: 1 }, &Limits::default());
    let table = table.unwrap();
    assert_eq!((table.sheet(), table.title(0), problems), (Some("Cijfers"), "b", vec![]));
    assert_eq!(sheets(b"code;a\n"), Vec::<String>::new());
}

#[test]
fn a_spreadsheet_gives_the_cells_that_the_usual_reader_gives() {
    use calamine::{Data, Reader};
    let mut book = rust_xlsxwriter::Workbook::new();
    let page = book.add_worksheet();
    let texts = ["code", "a & b <c>", "  padded  ", "Fryslân", "two\nlines", "_x000D_", ""];
    for (column, text) in texts.iter().enumerate() {
        page.write_string(0, column as u16, format!("title {column}")).unwrap();
        page.write_string(1, column as u16, *text).unwrap();
    }
    for (row, number) in [0.1, 17.4, -99995.0, 1e21, 1.0 / 3.0].into_iter().enumerate() {
        page.write_number(row as u32 + 2, row as u16, number).unwrap();
    }
    page.write_boolean(8, 0, true).unwrap();
    page.write_formula(8, 1, rust_xlsxwriter::Formula::new("=1+1").set_result("2")).unwrap();
    let bytes = book.save_to_buffer().unwrap();

    let ours = raw(&bytes);
    let mut theirs = calamine::Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
    let name = theirs.sheet_names()[0].clone();
    let mut cells = theirs.worksheet_cells_reader(&name).unwrap();
    let mut n_compared = 0;
    while let Some(cell) = cells.next_cell().unwrap() {
        let (row, column) = cell.get_position();
        let expected = match Data::from(cell.get_value().clone()) {
            Data::String(text) => text,
            Data::Float(number) => number.to_string(),
            Data::Int(number) => number.to_string(),
            Data::Bool(value) => value.to_string(),
            Data::Empty => continue,
            other => panic!("{other:?}"),
        };
        if row == 0 {
            assert_eq!(ours.title(column as usize), expected);
        } else {
            let at = (0..ours.n_rows()).find(|at| ours.row_number(*at) == row + 1).unwrap();
            assert_eq!(ours.cell(at, column as usize).text, expected, "row {row}, column {column}");
        }
        n_compared += 1;
    }
    assert!(n_compared >= 7 + 6 + 5 + 2, "{n_compared}");
    assert_eq!(raw(&xlsx(&sheet(&[(1, &[("A1", "a")]), (3, &[("A3", "5")])]))).row_number(0), 3);
}
