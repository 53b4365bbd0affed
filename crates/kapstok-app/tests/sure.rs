// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok sure` on the invented region: what it prints for programs.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod made;

use made::kapstok;
use serde_json::Value;

#[test]
fn the_level_of_the_areas_and_the_level_of_confidence_have_each_their_own_key() {
    let dir = tempfile::tempdir().unwrap();
    let region = dir.path().join("region");
    made::region(&region);
    let region = region.to_str().unwrap();
    let run = kapstok(&["sure", region, "--replications", "20", "--json"]);
    assert_eq!(run.status, 0, "{}", run.error);
    // Of a key that stands twice a reader keeps the last, so the text is looked at too.
    assert_eq!(run.out.matches("\n    \"level\":").count(), 1, "{}", run.out);
    let found: Value = serde_json::from_str(&run.out).unwrap();
    let found = &found[0];
    assert!(found["area_level"].is_string() && found["level"].is_number(), "{found}");
    // Counts are of areas that the gate shows.
    let (counted, sure) = (&found["areas"]["counted"], &found["areas"]["every_domain_sure"]);
    assert!(sure.as_u64() <= counted.as_u64() && counted.as_u64() > Some(0), "{found}");
}
