// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The workspace around the sources: `kapstok.toml`, the lock, the recipe, the page that says what it is.
//!
//! In: the published files. Out: the text files that make the folder a workspace. Texts that do not
//! depend on figures stand in `workspace/`; what is said of each source is put together here.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use super::publish::TextFile;

/// The day on which the files were fetched, as the lock says.
const RETRIEVED: &str = "2025-06-01";
const PUBLISHER: &str = "Verzonnen Bureau voor de Voorbeeldstreek";
const LICENCE: &str = "CC0-1.0";

/// What is said of one file of `sources/`.
struct Source {
    id: String,
    file: String,
    title: String,
    boundary_year: u16,
    /// Further keys, as lines.
    keys: Vec<&'static str>,
    period: Option<String>,
    columns: Vec<Column>,
}

/// Title, indicator, further keys.
type Column = (&'static str, &'static str, &'static str);

/// All files but sources and truth.
pub(super) fn files(published: &[TextFile]) -> Vec<TextFile> {
    let file = |path: &str, text: String| TextFile { path: path.to_owned(), text };
    let sources = sources();
    vec![
        file("README.md", include_str!("workspace/README.md").to_owned()),
        file("kapstok.toml", settings(&sources)),
        file("protocol.toml", include_str!("workspace/protocol.toml").to_owned()),
        file("protocol-samen.toml", include_str!("workspace/protocol-samen.toml").to_owned()),
        file("doel-kinderen.toml", include_str!("workspace/doel-kinderen.toml").to_owned()),
        file("recipes/samenkomen/recipe.toml", include_str!("workspace/recipe.toml").to_owned()),
        file("recipes/samenkomen/policy.md", include_str!("workspace/policy.md").to_owned()),
        file("sources/kapstok.lock", lock(&sources, published)),
    ]
}

const KEY_FIGURE_MARKS: &str = "missing = [{ mark = \".\", reason = \"not_measured\" }, { mark = \"x\", reason = \"secret\" }, { mark = \"\", reason = \"cannot_occur\" }]";
const NOT_YET_OUT: &str = "missing = [{ mark = \"\", reason = \"not_yet_out\" }]";
const COUNTS: [Column; 5] = [
    ("a_inw", "inwoners", ""),
    ("a_00_17", "inwoners_0_17", ""),
    ("a_18_oo", "volwassenen", ""),
    ("a_65_oo", "inwoners_65_plus", ""),
    ("a_hh", "huishoudens", ""),
];

fn sources() -> Vec<Source> {
    let mut sources: Vec<Source> = (2019..=2024).map(key_figures).collect();
    sources.push(Source {
        id: "gemeentetotalen".into(),
        file: "gemeentetotalen.csv".into(),
        title: "Inwoners, huishoudens en inkomen per gemeente, 2019-2024, indeling 2024, niet afgerond".into(),
        boundary_year: 2024,
        keys: vec!["period_column = \"jaar\"", "area = \"regiocode\"", "name = \"naam\"", NOT_YET_OUT],
        period: None,
        columns: COUNTS
            .into_iter()
            .chain([("p_hh_li", "laag_inkomen", ""), ("p_kind_li", "kinderen_laag_inkomen", "")])
            .collect(),
    });
    for (years, boundary_year) in [("2019_2021", 2021), ("2022_2024", 2024)] {
        sources.extend(of_three_years(years, boundary_year));
    }
    for (years, boundary_year) in [("2020", 2021), ("2022_2024", 2024)] {
        sources.push(survey(years, boundary_year));
    }
    sources.push(things());
    sources.extend(maps());
    sources
}

fn key_figures(year: u16) -> Source {
    let income = match year {
        2024 => NOT_YET_OUT,
        2023 => "aliases = [\"p_hh_li\"]",
        _ => "",
    };
    let children = if year == 2024 { NOT_YET_OUT } else { "" };
    let low_income = if year >= 2023 { "p_hh_laag_ink" } else { "p_hh_li" };
    let shares = [
        ("p_buiten", "geboren_buiten_streek", ""),
        (low_income, "laag_inkomen", income),
        ("p_kind_li", "kinderen_laag_inkomen", children),
    ];
    Source {
        id: format!("kerncijfers-{year}"),
        file: format!("kerncijfers_{year}.csv"),
        title: format!("Kerncijfers wijken en buurten {year}"),
        boundary_year: if year <= 2021 { 2021 } else { 2024 },
        keys: vec![
            "area = \"gwb_code\"",
            "name = \"regio\"",
            "parent = \"wk_code\"",
            "decimal = \"comma\"",
            KEY_FIGURE_MARKS,
        ],
        period: Some(year.to_string()),
        columns: COUNTS.into_iter().chain(shares).collect(),
    }
}

fn of_three_years(years: &str, boundary_year: u16) -> Vec<Source> {
    let dashed = years.replace('_', "-");
    let source = |name: &str, extension: &str, title: &str, keys: &[&'static str], columns: &[Column]| Source {
        id: format!("{}-{dashed}", name.replace('_', "-")),
        file: format!("{name}_{years}.{extension}"),
        title: format!("{title}, {dashed}"),
        boundary_year,
        keys: keys.to_vec(),
        period: None,
        columns: columns.to_vec(),
    };
    let few = "missing = [{ mark = \"x\", reason = \"secret\" }, { mark = \"\", reason = \"cannot_occur\" }]";
    // In 2019 one municipality reported nothing, and the office wrote 0; a true 0 is withheld.
    let no_source = if boundary_year == 2021 { "zero = \"not_measured\"" } else { "" };
    let extension = if boundary_year == 2021 { "csv" } else { "json" };
    vec![
        source(
            "misdrijven",
            "csv",
            "Geregistreerde misdrijven en meldingen van huiselijk geweld",
            &["period_column = \"periode\"", "area = \"regiocode\"", "decimal = \"point\"", few],
            &[
                ("misdrijven", "misdrijven", ""),
                ("misdrijven_per_1000_inwoners", "misdrijven_per_1000", ""),
                ("huiselijk_geweld_per_1000_huishoudens", "huiselijk_geweld", no_source),
            ],
        ),
        source(
            "werk_en_schulden",
            "csv",
            "Werkloosheid en problematische schulden",
            &["period_column = \"perioden\"", "area = \"gebied\"", "decimal = \"point\"", few],
            &[("werkloos", "werkloos", ""), ("problematische_schulden", "problematische_schulden", "")],
        ),
        source(
            "volwassenen_registers",
            "csv",
            "Volwassenen naar vijf omstandigheden",
            &[
                "period_column = \"Jaar\"",
                "area = \"Regiocode\"",
                "decimal = \"comma\"",
                "missing = [{ mark = \"x\", reason = \"secret\" }, { mark = \".\", reason = \"cannot_occur\" }]",
            ],
            &[
                ("VolwassenenLaagInkomen", "volwassenen_laag_inkomen", ""),
                ("VolwassenenSchulden", "volwassenen_schulden", ""),
                ("ChronischZiek", "chronisch_ziek", ""),
                ("Bijstand", "bijstand", ""),
                ("Slachtoffer", "slachtoffer", ""),
            ],
        ),
        source(
            "zorg_en_gezondheid",
            "csv",
            "Bevolkingsonderzoek en ervaren gezondheid",
            &[
                "period_column = \"Perioden\"",
                "area = \"Regiocode (gemeente, wijk, buurt) (code)\"",
                "name = \"Wijken en buurten\"",
                "decimal = \"point\"",
                "missing = [{ mark = \".\", reason = \"not_measured\" }]",
            ],
            &[
                ("Bevolkingsonderzoek/Geen deelname (%)", "geen_screening", ""),
                ("Goede ervaren gezondheid/Modelschatting (%)", "goede_gezondheid", ""),
            ],
        ),
        source(
            "jeugd_en_school",
            extension,
            "Jeugd en school",
            &[
                "period_column = \"Perioden\"",
                "area = \"WijkenEnBuurten\"",
                "long = { measure = \"Measure\", value = \"Value\", attribute = \"ValueAttribute\" }",
                "missing = [{ mark = \"Confidential\", reason = \"secret\" }, { mark = \"Impossible\", reason = \"cannot_occur\" }]",
            ],
            &[
                ("JS01", "advies_onder_toets", ""),
                ("JS02", "voortijdig_schoolverlaten", ""),
                ("JS03", "zonder_stage", ""),
                ("JS04", "verdachte_jongeren", ""),
            ],
        ),
    ]
}

fn survey(years: &str, boundary_year: u16) -> Source {
    let dashed = years.replace('_', "-");
    Source {
        id: format!("enquete-leefsituatie-{dashed}"),
        file: format!("enquete_leefsituatie_{years}.csv"),
        title: format!("Enquête leefsituatie, {dashed}, met marges van 95 %"),
        boundary_year,
        keys: vec![
            "period_column = \"jaar\"",
            "area = \"gebiedscode\"",
            "decimal = \"point\"",
            "missing = [{ mark = \".\", reason = \"not_measured\" }]",
        ],
        period: None,
        columns: vec![
            (
                "weinig_regie",
                "weinig_regie",
                "lower = \"weinig_regie_ondergrens\"\nupper = \"weinig_regie_bovengrens\"\nlevel = 0.95",
            ),
            ("eenzaam", "eenzaam", "lower = \"eenzaam_ondergrens\"\nupper = \"eenzaam_bovengrens\"\nlevel = 0.95"),
            (
                "vrijwilligerswerk",
                "vrijwilligers",
                "lower = \"vrijwilligerswerk_ondergrens\"\nupper = \"vrijwilligerswerk_bovengrens\"\nlevel = 0.95",
            ),
            (
                "burenhulp",
                "burenhulp",
                "lower = \"burenhulp_ondergrens\"\nupper = \"burenhulp_bovengrens\"\nlevel = 0.95",
            ),
        ],
    }
}

fn things() -> Source {
    Source {
        id: "huishoudens-gestapeld-2023".into(),
        file: "huishoudens_gestapeld_2023.csv".into(),
        title: "Huishoudens naar aantal van vijf omstandigheden, wijken, 2023".into(),
        boundary_year: 2024,
        keys: vec![
            "period_column = \"Perioden\"",
            "area = \"Regio's (code)\"",
            "decimal = \"comma\"",
            "missing = [{ mark = \"x\", reason = \"secret\" }, { mark = \".\", reason = \"cannot_occur\" }]",
        ],
        period: None,
        columns: vec![
            ("Geen (aantal)", "huishoudens_met_0", ""),
            ("1 (aantal)", "huishoudens_met_1", ""),
            ("2 (aantal)", "huishoudens_met_2", ""),
            ("3 (aantal)", "huishoudens_met_3", ""),
            ("4 of meer (aantal)", "huishoudens_met_4_of_meer", ""),
            ("Bijstand (%)", "huishoudens_bijstand", ""),
            ("Chronisch zieke (%)", "huishoudens_chronisch_ziek", ""),
            ("Werkloze (%)", "huishoudens_werkloos", ""),
        ],
    }
}

fn maps() -> Vec<Source> {
    let map = |id: &str, title: &str, year: u16, keys: &[&'static str]| Source {
        id: format!("kaart-{id}-{year}"),
        file: format!("kaart_{id}_{year}.geojson"),
        title: format!("Kaart van {title}, {year}"),
        boundary_year: year,
        keys: keys.to_vec(),
        period: Some(year.to_string()),
        columns: Vec::new(),
    };
    let neighbourhoods = [
        "area = \"buurtcode\"",
        "name = \"buurtnaam\"",
        "parent = \"wijkcode\"",
        "drop = [{ column = \"water\", is = [\"JA\"] }]",
        "geometry = true",
    ];
    vec![
        map("buurten", "buurten", 2021, &neighbourhoods),
        map("buurten", "buurten", 2024, &neighbourhoods),
        map("wijken", "wijken", 2024, &["area = \"wijkcode\"", "name = \"wijknaam\"", "geometry = true"]),
        map("gemeenten", "gemeenten", 2024, &["area = \"gemeentecode\"", "name = \"gemeentenaam\"", "geometry = true"]),
    ]
}

/// `kapstok.toml`: head, crosswalks, sources, indicators.
fn settings(sources: &[Source]) -> String {
    let mut text = include_str!("workspace/head.toml").to_owned();
    for (level, word) in
        [("country", "land"), ("municipality", "gemeente"), ("district", "wijk"), ("neighbourhood", "buurt")]
    {
        text.push_str(&format!(
            "[[crosswalk]]\nid = \"grenzen-{word}-2021-2024\"\nfile = \"grenzen_2021_2024.csv\"\nlevel = \"{level}\"\nyears = [2021, 2024]\nevidence = \"addresses\"\nunlisted = \"kept-boundary\"\nfrom = \"code_2021\"\nto = \"code_2024\"\nweight = \"adressen\"\nwhere = {{ niveau = \"{word}\" }}\n\n"
        ));
    }
    for source in sources {
        write_source(&mut text, source);
    }
    let indicators = include_str!("workspace/indicators.toml");
    // The head says the licence already.
    text.push_str(indicators.split_once("\n\n").map_or(indicators, |(_, rest)| rest));
    text
}

fn write_source(text: &mut String, source: &Source) {
    // Writing to a text cannot fail.
    let _ = write!(
        text,
        "[[source]]\nid = \"{}\"\nfile = \"{}\"\ntitle = \"{} (verzonnen voorbeeld / invented example)\"\npublisher = \"{PUBLISHER}\"\nlicence = \"{LICENCE}\"\nattribution = \"Bron: {PUBLISHER} (verzonnen voorbeeld)\"\nboundary_year = {}\n",
        source.id, source.file, source.title, source.boundary_year
    );
    if let Some(period) = &source.period {
        let _ = writeln!(text, "period = \"{period}\"");
    }
    for key in &source.keys {
        let _ = writeln!(text, "{key}");
    }
    for (title, indicator, keys) in &source.columns {
        let _ = write!(text, "\n[[source.column]]\ntitle = \"{title}\"\nindicator = \"{indicator}\"\n");
        if !keys.is_empty() {
            let _ = writeln!(text, "{keys}");
        }
    }
    text.push('\n');
}

/// `kapstok.lock`: every file of the workspace with the hash of its bytes.
fn lock(sources: &[Source], published: &[TextFile]) -> String {
    let mut text = "# Verzonnen voorbeeld / invented example.\n".to_owned();
    for file in published {
        let name = file.path.trim_start_matches("sources/");
        let source =
            sources.iter().find(|source| source.file == name).map_or("grenzen-buurt-2021-2024", |source| &source.id);
        let sha256: String = Sha256::digest(file.text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
        let _ = write!(
            text,
            "\n[[file]]\nsource = \"{source}\"\nname = \"{name}\"\nsha256 = \"{sha256}\"\nretrieved = \"{RETRIEVED}\"\nlicence = \"{LICENCE}\"\n"
        );
    }
    text
}
