// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Forms of file that publishers keep to: which column holds the code, what the marks mean, and what a
//! column is called in other years.
//!
//! A form fills only the keys that the workspace leaves open. Seen on published files: `rivm-health`,
//! `rivm-monitor`, `statline-csv`, `wijk-en-buurtkaart`. Known from other projects' scripts and the publisher's pages
//! only, and tested on invented files: `cbs-kwb`, `police`, `swing-odata`.

use kapstok_table::WhyMissing;

use crate::mapping::{DropSpec, LongSpec, MarkReason, MarkSpec, SourceSpec};
use crate::raw::RawTable;
use crate::table::titles::Titles;

/// The built-in forms, by the word in `form = "..."`.
pub const FORMS: [&str; 8] = [
    "cbs-kwb",
    "odata-v4",
    "police",
    "rivm-health",
    "rivm-monitor",
    "statline-csv",
    "swing-odata",
    "wijk-en-buurtkaart",
];

/// What a form says.
struct Form {
    id: &'static str,
    area: &'static str,
    name: &'static str,
    period_column: &'static str,
    keep: &'static [(&'static str, &'static str)],
    drop: &'static [(&'static str, &'static [&'static str])],
    /// Column and starts of texts that make a row no area.
    drop_starts: &'static [(&'static str, &'static [&'static str])],
    missing: &'static [(&'static str, WhyMissing)],
    long: Option<(&'static str, &'static str, &'static str)>,
    /// Titles that together are found in no other form.
    signs: &'static [&'static str],
}

use WhyMissing::{CannotOccur, NotMeasured, NotYetOut, Secret};

/// In the order in which a file is held against them: the more particular first.
const TABLE: &[Form] = &[
    Form {
        id: "rivm-health",
        area: "Codering_3",
        name: "Gemeentenaam_1",
        period_column: "Perioden",
        // The value itself; MW00002 and MW00003 are its margins.
        keep: &[("Marges", "MW00000")],
        drop: &[],
        drop_starts: &[],
        // `.` stands for a whole area, nothing for an indicator that was not asked that year, and never will be.
        missing: &[(".", NotMeasured), ("", NotMeasured)],
        long: None,
        signs: &["Leeftijd", "Marges", "Perioden", "Codering_3"],
    },
    Form {
        id: "rivm-monitor",
        area: "RegioS",
        name: "",
        // One year per table: its title says which, no column does.
        period_column: "",
        // Everyone together, and the value itself, unless the workspace chooses otherwise.
        keep: &[("Marges", "MW00000"), ("Persoonskenmerken", "T009002")],
        drop: &[],
        // Regions of the GGDs and a part of the country stand among the gemeenten.
        drop_starts: &[("RegioS", &["GG", "CG"])],
        // The typed form has nothing where the other has a point.
        missing: &[(".", NotMeasured), ("", NotMeasured)],
        long: None,
        signs: &["Persoonskenmerken", "Marges", "RegioS"],
    },
    Form {
        id: "police",
        area: "WijkenEnBuurten",
        name: "",
        period_column: "Perioden",
        // All crimes together, unless the workspace chooses a kind.
        keep: &[("SoortMisdrijf", "0.0.0")],
        drop: &[],
        drop_starts: &[],
        missing: &[(".", NotMeasured), ("", NotMeasured)],
        long: None,
        signs: &["SoortMisdrijf", "WijkenEnBuurten", "Perioden"],
    },
    Form {
        id: "odata-v4",
        area: "WijkenEnBuurten",
        name: "",
        period_column: "",
        keep: &[],
        drop: &[],
        drop_starts: &[],
        missing: &[("Impossible", CannotOccur), ("Confidential", Secret), ("Missing", NotMeasured)],
        long: Some(("Measure", "Value", "ValueAttribute")),
        signs: &["Measure", "Value", "ValueAttribute"],
    },
    Form {
        id: "swing-odata",
        area: "ExternalCode",
        name: "Name",
        period_column: "Period",
        keep: &[],
        drop: &[],
        drop_starts: &[],
        missing: &[("x", Secret), ("?", NotMeasured), ("", NotMeasured)],
        long: Some(("Indicator", "Value", "ValueString")),
        signs: &["ExternalCode", "Indicator", "Value"],
    },
    Form {
        id: "statline-csv",
        area: "Regiocode (gemeente, wijk, buurt) (code)",
        name: "Wijken en buurten",
        period_column: "Perioden",
        keep: &[],
        drop: &[],
        drop_starts: &[],
        // CBS, Verklaring van tekens: `.` unknown, too unreliable or secret; blank cannot occur.
        missing: &[(".", NotMeasured), ("x", Secret), ("", CannotOccur)],
        long: None,
        signs: &["Perioden", "Regiocode (gemeente, wijk, buurt) (code)"],
    },
    Form {
        id: "cbs-kwb",
        area: "gwb_code_10",
        name: "regio",
        period_column: "",
        keep: &[],
        drop: &[],
        drop_starts: &[],
        missing: &[(".", NotMeasured), ("x", Secret), ("", NotYetOut)],
        long: None,
        signs: &["regio", "gm_naam", "a_inw"],
    },
    Form {
        id: "wijk-en-buurtkaart",
        area: "buurtcode",
        name: "buurtnaam",
        period_column: "",
        keep: &[],
        drop: &[("water", &["JA", "B"])],
        drop_starts: &[],
        missing: &[("-99995", NotYetOut), ("-99997", Secret), ("-99999999", NotMeasured)],
        long: None,
        signs: &["gemeentecode", "water", "aantal_inwoners"],
    },
];

/// What a figure or key is called in other years, per form; any of a group finds the column of another.
/// Only names of one definition stand together: `p_hh_110` (to 2023) is not `p_ink_ar` (from 2024).
const ALIASES: &[(&str, &[&[&str]])] = &[
    (
        "cbs-kwb",
        &[
            &["gwb_code_10", "gwb_code", "gwb_code10"],
            &["g_woz", "g_wozbag"],
            &["a_opl_lg", "a_opl_bvm"],
            &["a_opl_md", "a_opl_hvm"],
            &["a_opl_hg", "a_opl_hw"],
            &["a_inw", "aant_inw"],
            &["a_hh", "aantal_hh"],
        ],
    ),
    ("wijk-en-buurtkaart", &[&["buurtcode", "wijkcode", "gemeentecode"], &["buurtnaam", "wijknaam", "gemeentenaam"]]),
    ("police", &[&["WijkenEnBuurten", "RegioS"]]),
    ("odata-v4", &[&["WijkenEnBuurten", "RegioS"]]),
    ("rivm-health", &[&["Codering_3", "RegioS"]]),
];

/// Fills the keys that the workspace leaves open from its form. An unknown form fills nothing: reading the
/// table tells of it.
pub fn apply_form(spec: &mut SourceSpec) {
    let Some(form) = TABLE.iter().find(|form| Some(form.id) == spec.form.as_deref()) else { return };
    let set = |key: &mut Option<String>, value: &str| {
        if key.is_none() && !value.is_empty() {
            *key = Some(value.to_owned());
        }
    };
    set(&mut spec.area, form.area);
    set(&mut spec.name, form.name);
    if spec.period.is_none() {
        set(&mut spec.period_column, form.period_column);
    }
    for (column, text) in form.keep {
        spec.r#where.entry((*column).to_owned()).or_insert_with(|| (*text).to_owned());
    }
    for (column, texts) in form.drop {
        if !spec.drop.iter().any(|known| known.column == *column) {
            let is = texts.iter().map(|text| (*text).to_owned()).collect();
            spec.drop.push(DropSpec { column: (*column).to_owned(), is, ..DropSpec::default() });
        }
    }
    for (column, starts) in form.drop_starts {
        if !spec.drop.iter().any(|known| known.column == *column) {
            let starts_with = starts.iter().map(|start| (*start).to_owned()).collect();
            spec.drop.push(DropSpec { column: (*column).to_owned(), starts_with, ..DropSpec::default() });
        }
    }
    for (mark, reason) in form.missing {
        if !spec.missing.iter().any(|known| known.mark == *mark) {
            spec.missing.push(MarkSpec { mark: (*mark).to_owned(), reason: MarkReason::Missing(*reason) });
        }
    }
    if let (None, Some((measure, value, attribute))) = (&spec.long, form.long) {
        spec.long = Some(LongSpec {
            measure: measure.to_owned(),
            value: value.to_owned(),
            attribute: Some(attribute.to_owned()),
        });
    }
}

/// All titles of a column that a form knows, its own among them.
pub(crate) fn aliases(form: Option<&str>, title: &str) -> &'static [&'static str] {
    let groups = ALIASES.iter().find(|(id, _)| Some(*id) == form).map_or(&[][..], |(_, groups)| groups);
    groups.iter().find(|group| group.contains(&title)).copied().unwrap_or(&[])
}

/// The form that a file has, by its titles.
pub fn recognise(raw: &RawTable) -> Option<&'static str> {
    let titles = Titles::new(raw);
    let has = |sign: &str| titles.find(sign, []).is_ok();
    TABLE.iter().find(|form| form.signs.iter().all(|sign| has(sign))).map(|form| form.id)
}
