// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A table made of any file, by a mapping that uses most of the keys.
#![no_main]

mod read;

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use kapstok_area::Hierarchy;
use kapstok_source::{SourceSpec, apply_form, to_table};
use kapstok_table::{Direction, Domain, Indicator, IndicatorId, Kind, RebaseRule, Rounding, SourceFile, Text, Unit};

const SPEC: &str = r#"
id = "t"
file = "t"
boundary_year = 2024
area = "code"
name = "naam"
parent = "wijk"
period_column = "jaar"
area_prefix = "GM"
geometry = true
drop = [{ column = "water", is = ["JA"] }]
missing = [{ mark = ".", reason = "secret" }, { mark = "-", reason = "nil" }, { mark = "-99997", reason = "not_measured" }]
[[column]]
title = "a"
indicator = "share"
factor = 100.0
zero = "not_measured"
[[column]]
title = "b"
indicator = "number"
lower = "l"
upper = "u"
"#;

fn indicator(id: &str, unit: Unit, rounding: Rounding) -> (IndicatorId, Indicator) {
    let text = || Text { nl: String::new(), en: String::new() };
    let id = IndicatorId::new(id).expect("an id");
    let indicator = Indicator {
        id: id.clone(),
        label: text(),
        explanation: text(),
        unit,
        direction: Direction::HigherIsWorse,
        domain: Domain("test".into()),
        kind: Kind::Register,
        modelled_from: Vec::new(),
        population: None,
        rounding,
        exact_at: Vec::new(),
        rebase: RebaseRule::OnlyWhole,
        protected: None,
        source: "test".into(),
        licence: String::new(),
    };
    (id, indicator)
}

fn source_file() -> SourceFile {
    SourceFile {
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
    }
}

/// What does not change from file to file.
struct Fixed {
    spec: SourceSpec,
    file: Arc<SourceFile>,
    country: Hierarchy,
    indicators: BTreeMap<IndicatorId, Indicator>,
}

static FIXED: LazyLock<Fixed> = LazyLock::new(|| {
    let mut spec: SourceSpec = toml::from_str(SPEC).expect("the keys above are known");
    apply_form(&mut spec);
    let indicators = BTreeMap::from([
        indicator("share", Unit::Percent, Rounding::None),
        indicator("number", Unit::Count, Rounding::ToMultipleOf(5.0)),
    ]);
    let country = Hierarchy::builtin("nl").expect("the Netherlands are built in");
    Fixed { spec, file: Arc::new(source_file()), country, indicators }
});

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Some(raw) = read::file(b"", bytes) else { return };
    let fixed = &*FIXED;
    let (tables, problems) = to_table(&raw, &fixed.spec, fixed.file.clone(), &fixed.country, &fixed.indicators);
    assert!(!tables.is_empty() || !problems.is_empty(), "no table and nothing said");
    for column in tables.iter().flat_map(|table| &table.columns) {
        assert!(column.values().flatten().all(f64::is_finite), "a figure that is no number");
    }
});
