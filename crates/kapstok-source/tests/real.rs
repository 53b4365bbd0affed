// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Published files as they are, where they are at hand (`KAPSTOK_DATA`, or `../shared/data` beside the
//! checkout). Numbers were counted by hand with other tools. Without the files each test says what it
//! did not run.
#![expect(clippy::unwrap_used, reason = "helpers of tests")]
#![expect(clippy::disallowed_methods, reason = "tests read files and the clock; the crate does not")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use kapstok_area::{Evidence, Hierarchy};
use kapstok_source::{
    ColumnKind, CrosswalkSpec, LevelTable, Limits, RawTable, ReadOptions, SourceSpec, apply_form, describe, read,
    recognise, sheets, to_crosswalk, to_table,
};
use kapstok_table::{
    Column, Direction, Domain, Indicator, IndicatorId, Kind, Problem, RebaseRule, Rounding, Severity, SourceFile, Text,
    Unit, WhyMissing,
};

fn data(path: &str) -> Option<Vec<u8>> {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let root = std::env::var_os("KAPSTOK_DATA").map_or_else(beside, PathBuf::from);
    match std::fs::read(root.join(path)) {
        Ok(bytes) => Some(bytes),
        Err(_) => {
            println!("not run: {path} is not at hand");
            None
        }
    }
}

fn read_file(path: &str, options: &ReadOptions) -> Option<(RawTable, Vec<Problem>)> {
    let bytes = data(path)?;
    let name = path.rsplit('/').next().unwrap_or(path);
    let start = Instant::now();
    let (raw, problems) = read(name, &bytes, options, &Limits::default());
    println!("{name}: {} bytes read in {:?}", bytes.len(), start.elapsed());
    Some((raw.unwrap_or_else(|| panic!("{name}: {problems:?}")), problems))
}

fn indicators(units: &[(&str, Unit)]) -> BTreeMap<IndicatorId, Indicator> {
    let text = || Text { nl: String::new(), en: String::new() };
    let indicator = |id: &str, unit: &Unit| Indicator {
        id: IndicatorId::new(id).unwrap(),
        label: text(),
        explanation: text(),
        unit: unit.clone(),
        direction: Direction::Neither,
        domain: Domain("test".into()),
        kind: Kind::Register,
        modelled_from: Vec::new(),
        population: None,
        rounding: Rounding::None,
        exact_at: Vec::new(),
        rebase: RebaseRule::OnlyWhole,
        protected: None,
        source: "test".into(),
        licence: String::new(),
    };
    units.iter().map(|(id, unit)| (IndicatorId::new(id).unwrap(), indicator(id, unit))).collect()
}

fn file() -> Arc<SourceFile> {
    Arc::new(SourceFile {
        source: "test".into(),
        name: "test".into(),
        sha256: "0".repeat(64),
        title: String::new(),
        publisher: String::new(),
        table_id: None,
        licence: String::new(),
        attribution: String::new(),
        retrieved: String::new(),
        url: None,
    })
}

fn table(raw: &RawTable, spec: &str, units: &[(&str, Unit)]) -> (Vec<LevelTable>, Vec<Problem>) {
    let mut spec: SourceSpec = toml::from_str(spec).unwrap();
    apply_form(&mut spec);
    let start = Instant::now();
    let made = to_table(raw, &spec, file(), &Hierarchy::builtin("nl").unwrap(), &indicators(units));
    println!("{}: {} columns to tables in {:?}", raw.file(), spec.column.len(), start.elapsed());
    made
}

fn level<'a>(tables: &'a [LevelTable], name: &str) -> &'a LevelTable {
    tables.iter().find(|table| table.areas.level().as_str() == name).unwrap_or_else(|| panic!("no {name}"))
}

fn column<'a>(table: &'a LevelTable, indicator: &str, period: &str) -> &'a Column {
    let found = table.columns.iter().find(|c| c.indicator().as_str() == indicator && c.period().as_str() == period);
    found.unwrap_or_else(|| panic!("no {indicator} of {period}"))
}

fn n_missing(column: &Column, reason: WhyMissing, mark: &str) -> usize {
    let is = |index: &usize| column.missing(*index).is_some_and(|m| m.reason == reason && &*m.mark == mark);
    (0..column.len()).filter(is).count()
}

fn errors(problems: &[Problem]) -> Vec<&Problem> {
    problems.iter().filter(|problem| problem.severity == Severity::Error).collect()
}

#[test]
fn rivm_tables_of_three_years_have_their_rows_marks_and_figures() {
    let files = [
        ("2012_18+.xlsx", "2012", 833, 27, 15),
        ("2016_18+.xlsx", "2016", 785, 26, 8),
        ("RIVM_gezondheid2020_18+.xlsx", "2020", 742, 27, 3),
    ];
    for (name, year, n_neighbourhoods, n_districts, n_not_asked) in files {
        let Some((raw, _)) = read_file(&format!("nl/rivm/{name}"), &ReadOptions::default()) else { continue };
        assert_eq!((raw.n_rows(), raw.n_columns()), (17_341, 43));
        assert_eq!(recognise(&raw), Some("rivm-health"));
        // All 35 figures, each by its title without the number.
        let mut spec = "id='a'\nfile='a'\nboundary_year=2020\nform='rivm-health'\n".to_owned();
        let mut units = Vec::new();
        let titles: Vec<String> = raw.titles().skip(8).map(|t| t.rsplit_once('_').unwrap().0.to_owned()).collect();
        let ids: Vec<String> = titles.iter().map(|title| title.to_lowercase()).collect();
        for (title, id) in titles.iter().zip(&ids) {
            spec += &format!("[[column]]\ntitle='{title}'\nindicator='{id}'\n");
            units.push((id.as_str(), Unit::Percent));
        }
        let (tables, problems) = table(&raw, &spec, &units);
        assert_eq!(errors(&problems), Vec::<&Problem>::new());
        let sizes: Vec<_> = tables.iter().map(|t| (t.areas.level().as_str(), t.areas.len(), t.columns.len())).collect();
        assert_eq!(
            sizes,
            [("country", 1, 35), ("municipality", 355, 35), ("district", 3_177, 35), ("neighbourhood", 13_808, 35)]
        );
        let rounds = column(level(&tables, "neighbourhood"), "moeitemetrondkomen", year);
        assert_eq!(n_missing(rounds, WhyMissing::NotMeasured, "."), n_neighbourhoods, "{name}");
        let rounds = column(level(&tables, "district"), "moeitemetrondkomen", year);
        assert_eq!(n_missing(rounds, WhyMissing::NotMeasured, "."), n_districts, "{name}");
        let land = level(&tables, "country");
        let not_asked = land.columns.iter().filter(|c| n_missing(c, WhyMissing::NotMeasured, "") == 1).count();
        assert_eq!(not_asked, n_not_asked, "{name}");
        if year == "2020" {
            let of = level(&tables, "neighbourhood");
            let at = of.areas.index_of("BU05990110").unwrap();
            let figures = column(of, "moeitemetrondkomen", "2020");
            assert_eq!(figures.value(at), Some(17.5));
            assert_eq!(figures.origin().column_title, "MoeiteMetRondkomen_38");
            assert_eq!(figures.origin().column_number, 43);
        }
    }
}

#[test]
fn the_national_atlas_has_its_areas_and_its_wrong_parents_are_one_warning() {
    let Some((raw, _)) = read_file("nl/atlas-2024/nl2024_areas.csv.gz", &ReadOptions::default()) else { return };
    assert_eq!((raw.n_rows(), raw.n_columns()), (18_309, 36));
    let spec = "id='a'\nfile='a'\nboundary_year=2024\nperiod='2024'\narea='code'\nname='name'\nparent='wk'\n\
        missing=[{mark='',reason='not_measured'}]\n[[column]]\ntitle='inwoners'\nindicator='inwoners'\n\
        [[column]]\ntitle='goodhealth_2020'\nindicator='health'\nperiod='2020'\n\
        [[column]]\ntitle='inkomenPerInwoner'\nindicator='income'\n";
    let units = [("inwoners", Unit::Count), ("health", Unit::Percent), ("income", Unit::ThousandEuro)];
    let (tables, problems) = table(&raw, spec, &units);
    let told: Vec<_> = problems.iter().map(|problem| (problem.code, problem.severity, problem.count)).collect();
    assert_eq!(told, [("K0337", Severity::Warning, 14_574)]);
    let sizes: Vec<_> = tables.iter().map(|t| (t.areas.level().as_str(), t.areas.len())).collect();
    assert_eq!(sizes, [("municipality", 342), ("district", 3_393), ("neighbourhood", 14_574)]);
    let buurten = level(&tables, "neighbourhood");
    assert_eq!(column(buurten, "inwoners", "2024").n_known(), 14_096);
    assert_eq!(column(buurten, "income", "2024").n_known(), 1_950);
    let letters =
        buurten.areas.codes().iter().filter(|code| code.as_str()[6..].bytes().any(|b| b.is_ascii_uppercase()));
    assert_eq!(letters.count(), 517);
    assert!(buurten.parents.iter().all(Option::is_some), "the wijk of a buurt comes from its code");
    let sum: f64 = column(buurten, "inwoners", "2024").values().flatten().sum();
    assert_eq!(sum, 17_942_915.0);
}

#[test]
fn flatgeobuf_maps_give_their_figures_and_boundaries() {
    let spec = |area: &str, name: &str, column: &str| {
        format!(
            "id='a'\nfile='a'\nboundary_year=2022\nperiod='2022'\narea='{area}'\nname='{name}'\ngeometry=true\n\
            missing=[{{mark='',reason='not_measured'}}]\n{column}"
        )
    };
    let figures =
        "[[column]]\ntitle='population'\nindicator='inwoners'\n[[column]]\ntitle='income_low'\nindicator='laag'\n";
    let units = [("inwoners", Unit::Count), ("laag", Unit::Percent)];
    for (path, name, n, residents) in [
        ("nl/wijken-2022/NLD_dist_2022.fgb", "district", 3_340, 17_588_925.0),
        ("nl/wijken-2022/NLD_muni_2022.fgb", "municipality", 345, 17_590_672.0),
    ] {
        let Some((raw, problems)) = read_file(path, &ReadOptions::default()) else { continue };
        assert_eq!(problems, []);
        let (tables, problems) = table(&raw, &spec("code", "name", figures), &units);
        assert_eq!(problems, []);
        let of = level(&tables, name);
        assert_eq!((tables.len(), of.areas.len(), of.srs), (1, n, Some(28_992)));
        assert_eq!(column(of, "inwoners", "2022").values().flatten().sum::<f64>(), residents);
        assert!(of.geometry.as_ref().unwrap().iter().all(Option::is_some));
        if name == "district" {
            assert_eq!(column(of, "laag", "2022").len() - column(of, "laag", "2022").n_known(), 196);
        }
    }
    let Some((raw, _)) = read_file("nl/atlas-2024/buurt_2024_rd_approx.fgb", &ReadOptions::default()) else { return };
    let (tables, problems) = table(&raw, &spec("code", "naam", ""), &[]);
    assert_eq!(problems, []);
    let of = level(&tables, "neighbourhood");
    assert_eq!((of.areas.len(), of.srs), (14_566, Some(28_992)));
    let mut kinds: BTreeMap<u8, usize> = BTreeMap::new();
    of.geometry.as_ref().unwrap().iter().flatten().for_each(|wkb| *kinds.entry(wkb[1]).or_default() += 1);
    assert_eq!(kinds, BTreeMap::from([(3, 14_278), (6, 273), (7, 15)]), "polygons, multipolygons, collections");
}

#[test]
fn the_map_of_baarn_keeps_its_marks_apart() {
    let Some((raw, problems)) = read_file("nl/forms/baarn_buurten.geojson", &ReadOptions::default()) else { return };
    assert_eq!(problems, []);
    assert_eq!((raw.n_rows(), raw.n_columns(), raw.srs()), (21, 223, Some(4326)));
    assert_eq!(recognise(&raw), Some("wijk-en-buurtkaart"));
    let described = describe(&raw, &Hierarchy::builtin("nl").unwrap());
    let whole = described.columns.iter().filter(|c| c.marks.first().is_some_and(|(m, n)| m == "-99995" && *n == 21));
    assert_eq!(whole.count(), 175);
    let withheld: usize =
        described.columns.iter().flat_map(|c| &c.marks).filter(|(m, _)| m == "-99997").map(|(_, n)| n).sum();
    assert_eq!(withheld, 9);
    let spec = "id='a'\nfile='a'\nform='wijk-en-buurtkaart'\nboundary_year=2024\nperiod='2024'\ngeometry=true\n\
        [[column]]\ntitle='aantal_inwoners'\nindicator='inwoners'\n\
        [[column]]\ntitle='percentage_eenpersoonshuishoudens'\nindicator='alleen'\n\
        [[column]]\ntitle='woningvoorraad'\nindicator='woningen'\n";
    let units = [("inwoners", Unit::Count), ("alleen", Unit::Percent), ("woningen", Unit::Count)];
    let (tables, problems) = table(&raw, spec, &units);
    assert_eq!(problems, []);
    let of = level(&tables, "neighbourhood");
    let at = of.areas.index_of("BU03080000").unwrap();
    assert_eq!((of.areas.name(at), column(of, "inwoners", "2024").value(at)), ("Centrum", Some(1_825.0)));
    assert_eq!(n_missing(column(of, "woningen", "2024"), WhyMissing::NotYetOut, "-99995"), 21);
    assert_eq!(of.geometry.as_ref().unwrap().iter().flatten().count(), 21);
    let Some((raw, _)) = read_file("nl/atlas-2024/gemeente_gegeneraliseerd_2024.geojson.gz", &ReadOptions::default())
    else {
        return;
    };
    assert_eq!((raw.n_rows(), raw.srs()), (342, Some(4326)));
}

#[test]
fn statline_with_its_padding_stars_and_points_is_read() {
    let path = "nl/forms/SES_WOA_scores_per_wijk_en_buurt_25042023_160857.csv";
    let Some((raw, _)) = read_file(path, &ReadOptions::default()) else { return };
    assert_eq!((raw.n_rows(), raw.n_columns(), recognise(&raw)), (579, 9, Some("statline-csv")));
    let spec = "id='a'\nfile='a'\nform='statline-csv'\nboundary_year=2019\n\
        [[column]]\ntitle='Particuliere huishoudens (Aantal)'\nindicator='hh'\n\
        [[column]]\ntitle='SES-WOA/Totaalscore/Gemiddelde score (Getal)'\nindicator='ses'\n\
        [[column]]\ntitle='Spreiding/Spreiding totaal/Waarde (Getal)'\nindicator='spread'\n";
    let units = [("hh", Unit::Count), ("ses", Unit::Points), ("spread", Unit::Points)];
    let (tables, problems) = table(&raw, spec, &units);
    assert_eq!(problems, []);
    let town = level(&tables, "municipality");
    assert_eq!(column(town, "hh", "2019").value(0), Some(457_400.0));
    assert_eq!(column(town, "ses", "2019").value(0), Some(-0.1));
    assert_eq!(
        column(town, "spread", "2019").value(0),
        Some(1.01),
        "a point before three digits, settled by its column"
    );
    let missing: usize = tables.iter().map(|t| n_missing(column(t, "ses", "2019"), WhyMissing::NotMeasured, ".")).sum();
    assert_eq!(
        (missing, level(&tables, "neighbourhood").areas.len(), level(&tables, "district").areas.len()),
        (90, 479, 99)
    );
}

#[test]
fn decimal_comma_and_point_in_one_file_are_read() {
    let columns = "[[column]]\ntitle='Population_Total'\nindicator='inwoners'\n\
        [[column]]\ntitle='Avg_Household_Size'\nindicator='grootte'\n\
        [[column]]\ntitle='Avg_Property_Value_1000EUR'\nindicator='woz'\n\
        [[column]]\ntitle='Pct_Lowest_40Pct_Income'\nindicator='laag'\n";
    let units =
        [("inwoners", Unit::Count), ("grootte", Unit::Points), ("woz", Unit::ThousandEuro), ("laag", Unit::Percent)];
    for (name, n, residents, size, woz, low) in [
        ("2020.csv", 479, 872_757.0, 1.8, 416.0, Some(50.7)),
        ("2024.csv", 517, 931_298.0, 1.8, 498.0, None),
        ("2024_without_income_data.csv", 517, 931_298.0, 1.8, 498.0, None),
    ] {
        let path = format!("nl/forms/Kerncijfers_wijken_en_buurten_{name}");
        let Some((raw, _)) = read_file(&path, &ReadOptions::default()) else { continue };
        let spec = format!(
            "id='a'\nfile='a'\nboundary_year=2024\nperiod='2024'\narea='Area_Code'\nname='District_Type'\n\
            missing=[{{mark='',reason='not_measured'}}]\n{columns}"
        );
        let (tables, problems) = table(&raw, &spec, &units);
        assert_eq!(errors(&problems), Vec::<&Problem>::new(), "{name}");
        assert_eq!(level(&tables, "neighbourhood").areas.len(), n);
        let town = level(&tables, "municipality");
        let value = |id: &str| column(town, id, "2024").value(0);
        assert_eq!(
            (value("inwoners"), value("grootte"), value("woz")),
            (Some(residents), Some(size), Some(woz)),
            "{name}"
        );
        if low.is_some() {
            assert_eq!(value("laag"), low);
        }
    }
}

#[test]
fn the_hague_region_reads_by_year_and_a_zero_is_no_figure() {
    let Some((raw, _)) = read_file("nl/elan/df_count_ver_3.csv", &ReadOptions::default()) else { return };
    assert_eq!((raw.n_rows(), raw.n_columns()), (982, 65));
    let spec = |drop: &str| {
        format!(
            "id='a'\nfile='a'\nboundary_year=2022\nperiod_column='YEAR'\narea='WKC'\nname='Wijknaam'\n{drop}\
        missing=[{{mark='',reason='not_measured'}}]\n[[column]]\ntitle='%_WMO_user'\nindicator='wmo'\nfactor=100.0\nzero='not_measured'\n"
        )
    };
    let (_, problems) = table(&raw, &spec(""), &[("wmo", Unit::Percent)]);
    let codes: Vec<_> = problems.iter().map(|p| (p.code, p.fact("found"), p.count)).collect();
    assert_eq!(codes, [("K0322", Some("WK1916--"), 2)], "a row that is no area stops the file until it is dropped");
    let (tables, problems) = table(&raw, &spec("drop=[{column='WKC',is=['WK1916--']}]\n"), &[("wmo", Unit::Percent)]);
    assert_eq!(problems, []);
    let of = level(&tables, "district");
    assert_eq!((of.areas.len(), of.columns.len()), (70, 14));
    assert_eq!(column(of, "wmo", "2014").n_known(), 0, "the source begins in 2015");
    assert!(column(of, "wmo", "2015").n_known() > 0);
    assert!(!of.areas.name(0).starts_with(' '));

    let Some((raw, _)) = read_file("nl/elan/df_count_gem_ver_6.csv", &ReadOptions::default()) else { return };
    let spec = "id='a'\nfile='a'\nboundary_year=2022\nperiod_column='YEAR'\narea='GMC'\n\
        missing=[{mark='',reason='not_measured'}]\n[[column]]\ntitle='HBOPL_Low'\nindicator='laag'\nfactor=100.0\n\
        [[column]]\ntitle='HBOPL_Mid'\nindicator='midden'\n";
    let (_, problems) = table(&raw, spec, &[("laag", Unit::Percent), ("midden", Unit::Count)]);
    let codes: BTreeSet<_> = problems.iter().map(|p| (p.code, p.place.column.as_deref().unwrap_or(""))).collect();
    assert!(codes.contains(&("K0338", "HBOPL_Low")), "persons where a share is declared: {codes:?}");
    assert!(codes.contains(&("K0340", "HBOPL_Mid")), "a share where persons are declared: {codes:?}");
}

#[test]
fn a_monitor_by_gemeente_is_read_as_it_was_downloaded() {
    let path = "nl/forms/50140NED_TypedDataSet_22092025_192544.csv";
    let Some((raw, _)) = read_file(path, &ReadOptions::default()) else { return };
    assert_eq!((raw.n_rows(), raw.n_columns(), recognise(&raw)), (365, 152, Some("rivm-monitor")));
    // All 148 figures, each by its title without the number.
    let mut spec = "id='a'\nfile='a'\nboundary_year=2024\nperiod='2024'\nform='rivm-monitor'\n".to_owned();
    let titles: Vec<String> = raw.titles().skip(4).map(|t| t.rsplit_once('_').unwrap().0.to_owned()).collect();
    let ids: Vec<String> = titles.iter().map(|title| title.to_lowercase()).collect();
    for (title, id) in titles.iter().zip(&ids) {
        spec += &format!("[[column]]\ntitle='{title}'\nindicator='{id}'\n");
    }
    let units: Vec<(&str, Unit)> = ids.iter().map(|id| (id.as_str(), Unit::Percent)).collect();
    let (tables, problems) = table(&raw, &spec, &units);
    assert_eq!(errors(&problems), Vec::<&Problem>::new());
    let sizes: Vec<_> = tables.iter().map(|t| (t.areas.level().as_str(), t.areas.len(), t.columns.len())).collect();
    assert_eq!(sizes, [("country", 1, 148), ("municipality", 338, 148)], "26 rows are no gemeente");
    let missing = |table: &LevelTable| -> usize {
        table.columns.iter().map(|column| n_missing(column, WhyMissing::NotMeasured, "")).sum()
    };
    let known: usize = tables.iter().flat_map(|table| &table.columns).map(Column::n_known).sum();
    assert_eq!(known + missing(&tables[0]) + missing(&tables[1]), 339 * 148);
}

#[test]
fn crosswalks_are_read_from_the_published_tables() {
    let country = Hierarchy::builtin("nl").unwrap();
    if let Some((raw, _)) = read_file("nl/recoding/grenswijzigen_triples.csv.gz", &ReadOptions::default()) {
        assert_eq!(raw.n_rows(), 91_368);
        let spec = "id='a'\nfile='a'\nlevel='district'\nyears=[2020,2022]\nevidence='addresses'\nunlisted='kept-boundary'\n\
            from='code_from'\nto='code_to'\nweight='addresses'\nprefix='WK'\n\
            where={kind='adres',level='wijk',year_from='2020',year_to='2022'}\n";
        let start = Instant::now();
        let (crosswalk, problems) = to_crosswalk(&raw, &toml::from_str::<CrosswalkSpec>(spec).unwrap(), &country);
        println!("crosswalk in {:?}", start.elapsed());
        assert_eq!(problems, []);
        let crosswalk = crosswalk.unwrap();
        assert!(crosswalk.links().iter().all(|link| link.weight > 0.0));
        println!("{} links of 2020-2022", crosswalk.links().len());
    }
    if let Some((raw, _)) = read_file("nl/recoding/buurten.csv", &ReadOptions::default()) {
        let spec = "id='a'\nfile='a'\nlevel='neighbourhood'\nyears=[2015,2022]\nevidence='one-to-one'\nunlisted='unknown'\n\
            from='BUURTCODE_CBS_2015'\nto='BUURTCODE_CBS_2022'\n";
        let (crosswalk, problems) = to_crosswalk(&raw, &toml::from_str::<CrosswalkSpec>(spec).unwrap(), &country);
        assert_eq!(problems, []);
        let crosswalk = crosswalk.unwrap();
        assert_eq!(crosswalk.links().len(), 439);
        let shares = crosswalk.shares(&country.parse("BU03630000").unwrap());
        assert_eq!(
            (shares[0].to.as_str(), shares[0].share, shares[0].evidence),
            ("BU0363AE01", 1.0, Evidence::OneToOne)
        );
    }
}

#[test]
fn files_of_other_countries_and_forms_are_read() {
    let plain = [
        ("oracles/imd2019/iod2019_lsoa.csv.gz", 32_844, 0),
        ("oracles/wimd2019/wimd2019_ranks.csv.gz", 1_909, 0),
        ("oracles/simd2020/SIMD2020v2.csv.gz", 6_976, 0),
        ("oracles/svi/SVI_2018_US_county.csv.gz", 3_142, 0),
        ("oracles/hdi/HDR23-24_Composite_indices_complete_time_series.csv.gz", 206, 1),
        ("nl/forms/50140NED_TypedDataSet_22092025_192544.csv", 365, 0),
    ];
    for (path, n_rows, n_notes) in plain {
        let Some((raw, problems)) = read_file(path, &ReadOptions::default()) else { continue };
        assert_eq!(raw.n_rows(), n_rows, "{path}");
        let codes: Vec<_> = problems.iter().map(|problem| problem.code).collect();
        assert_eq!(codes, vec!["K0305"; n_notes], "{path}");
    }
    if let Some(bytes) = data("oracles/imd2019/File_10_IoD2019_LAD_summaries.xlsx") {
        let names = sheets(&bytes);
        assert_eq!((names.len(), names[1].as_str()), (11, "IMD"));
        let options = ReadOptions { sheet: Some("IMD".into()), header_rows: 1 };
        let (raw, problems) = read("a.xlsx", &bytes, &options, &Limits::default());
        assert_eq!(problems, []);
        let raw = raw.unwrap();
        assert_eq!(raw.n_rows(), 317);
        let described = describe(&raw, &Hierarchy::builtin("england").unwrap());
        assert!(matches!(described.columns[0].kind, ColumnKind::Codes(_)), "{:?}", described.columns[0]);
        let (_, problems) = read("a.xlsx", &bytes, &ReadOptions::default(), &Limits::default());
        assert!(problems.iter().any(|problem| problem.code == "K0314"), "several sheets, and none chosen");
    }
}

#[test]
fn a_topology_of_municipalities_fits_the_form_of_maps() {
    let path = "nl/forms/GemeenteDetail_2015_layer_q1e3.json.gz";
    let Some((raw, problems)) = read_file(path, &ReadOptions::default()) else { return };
    assert_eq!(problems, [], "every line of all 484 shapes is there, and they meet");
    assert_eq!((raw.n_rows(), raw.n_columns(), raw.sheet(), raw.srs()), (484, 52, Some("layer"), Some(4326)));
    assert!((0..484).all(|row| raw.geometry(row).is_some()));
    assert_eq!(recognise(&raw), Some("wijk-en-buurtkaart"));
    let spec = "id='a'\nfile='a'\nboundary_year=2015\nperiod='2015'\nform='wijk-en-buurtkaart'\ngeometry=true\n\
        [[column]]\ntitle='aantal_inwoners'\nindicator='inwoners'\n\
        [[column]]\ntitle='personenautos_per_huishouden'\nindicator='autos'\n\
        [[column]]\ntitle='percentage_eenpersoonshuishoudens'\nindicator='alleen'\n";
    let units = [("inwoners", Unit::Count), ("autos", Unit::Points), ("alleen", Unit::Percent)];
    let (tables, problems) = table(&raw, spec, &units);
    assert_eq!(problems, []);
    let town = level(&tables, "municipality");
    assert_eq!((tables.len(), town.areas.len(), town.srs), (1, 393, Some(4326)), "water and abroad are left out");
    let residents = column(town, "inwoners", "2015");
    assert_eq!(residents.values().map(Option::unwrap).sum::<f64>(), 16_900_726.0, "the Netherlands of 2015");
    let index = town.areas.index_of("GM0003").unwrap();
    assert_eq!((town.areas.name(index), residents.value(index)), ("Appingedam", Some(12_011.0)));
    assert_eq!(column(town, "autos", "2015").value(index), Some(0.9));
    assert!(town.geometry.as_ref().unwrap().iter().all(Option::is_some));
    // The whole map, not the areas: all figures of its 90 shapes of water and of what lies abroad are a mark.
    let marks = (0..484).filter(|row| raw.cell(*row, 1).text == "-99999999").count();
    assert_eq!((raw.title(1), marks), ("aantal_inwoners", 91));
}
