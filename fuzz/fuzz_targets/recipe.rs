// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A recipe, read and held against an empty catalogue.
#![no_main]

use kapstok_recipe::{Catalogue, check, parse};

libfuzzer_sys::fuzz_target!(|text: &str| {
    let (recipe, problems) = parse("t.toml", text);
    assert!(recipe.is_some() || !problems.is_empty(), "no recipe and nothing said");
    if let Some(recipe) = recipe {
        let (plan, problems) = check(&recipe, &Catalogue::default());
        assert!(plan.is_some() || !problems.is_empty(), "no plan and nothing said");
    }
});
