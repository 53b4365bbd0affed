// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok hides` on the invented region: what a figure hides, also one that was pasted.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod made;

use made::kapstok;
use serde_json::Value;

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn what_a_figure_hides_is_found_by_id_and_by_a_pasted_sentence() {
    let dir = tempfile::tempdir().unwrap();
    let region = dir.path().join("region");
    made::region(&region);
    let region = region.to_str().unwrap();

    let run = kapstok(&["hides", region, "laag_inkomen", "--json"]);
    assert_eq!(run.status, 0, "{}", run.error);
    let whole = json(&run.out);
    for list in ["variance", "variance_unweighted", "theil"] {
        let shares: Vec<f64> =
            whole["shares"][list].as_array().unwrap().iter().map(|it| it.as_f64().unwrap()).collect();
        assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-12 && shares.len() == 3, "{list} {shares:?}");
    }
    assert_eq!(whole["pasted"], Value::Null);
    assert!(whole["other_way"]["areas"].as_array().is_some_and(|areas| !areas.is_empty()));

    let run = kapstok(&["hides", region, "99,9 % lage inkomens in Amberstad", "--json"]);
    assert_eq!(run.status, 0, "{}", run.error);
    let pasted = &json(&run.out)["pasted"];
    assert_eq!(
        (&pasted["indicator"], &pasted["beside"]["is"]),
        (&"laag_inkomen".into(), &"differs".into()),
        "{pasted}"
    );
    assert_eq!((&pasted["area"]["name"], &pasted["area"]["level"]), (&"Amberstad".into(), &"district".into()));
    // The figure that it calls ours is read as the same.
    let ours = pasted["beside"]["figure"].as_f64().unwrap();
    let period = pasted["beside"]["period"].as_str().unwrap();
    let run = kapstok(&["hides", region, &format!("{ours} % low income in Amberstad in {period}"), "--json"]);
    assert_eq!(run.status, 0, "{}", run.error);
    assert_eq!(json(&run.out)["pasted"]["beside"]["is"], "same", "{}", run.out);

    let refused = [
        ("23 % lage inkomens in Nergenshuizen", "K0710"),
        ("23 % ruimteschepen in Amberstad", "K0712"),
        ("10 % volwassenen in een huishouden in Amberstad", "K0713"),
        ("inwoners", "K0715"),
        ("", "K0716"),
    ];
    for (sentence, code) in refused {
        let run = kapstok(&["hides", region, sentence]);
        assert!(run.status == 1 && run.error.contains(code), "{sentence}: {} {}", run.status, run.error);
    }
    let run = kapstok(&["hides", region, "laag_inkomen", "--period", "1999"]);
    assert!(run.status == 1 && run.error.contains("K0714"), "{}", run.error);
}

#[test]
fn a_gain_of_the_whole_region_is_a_loss_in_three_areas_of_it() {
    let dir = tempfile::tempdir().unwrap();
    let region = dir.path().join("region");
    made::region(&region);
    let region = region.to_str().unwrap();
    let run = kapstok(&["hides", region, "werkloos", "--level", "district", "--json"]);
    assert_eq!(run.status, 0, "{}", run.error);
    let found = json(&run.out);
    let seen = found["distance"].as_array().unwrap().iter().find(|it| it["indicator"] == "werkloos").unwrap();
    assert_eq!(seen["whole_is_worse"], false, "{seen}");
    let turned = seen["turned"].as_array().unwrap();
    assert_eq!(turned.len(), 3, "{seen}");
    for area in turned {
        assert!(area["figures"][1].as_f64() > area["figures"][0].as_f64(), "{area}");
    }
    let said = kapstok(&["hides", region, "werkloos", "--level", "district"]);
    assert!(said.out.contains("which is better. It became worse in 3 of"), "{}", said.out);
}
