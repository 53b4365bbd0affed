// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The workbench as a browser without JavaScript gets it: what the rule chose, and any other areas held against it.

#![allow(clippy::unwrap_used, reason = "a test stops where it is not as it should be")]

mod country;

use std::collections::BTreeSet;
use std::sync::Arc;

use country::{GATED, N, SECRET, ask_with, choices, code, raw, served};
use kapstok_serve::export::Plan;
use kapstok_serve::{Served, Site, Told};
use kapstok_share::choice::ChoiceEntry;
use kapstok_share::snapshot::Snapshot;

fn page(served: &Arc<Served>, path: &str) -> String {
    let reply = ask_with(served, "GET", path, &[]);
    assert_eq!(reply.status, 200, "{path}");
    String::from_utf8(reply.body.to_vec()).unwrap()
}

/// What stands in an element with an id, without its tags.
fn text_of(html: &str, id: &str) -> String {
    let inside = html.split(&format!(" id=\"{id}\"")).nth(1).unwrap_or_else(|| panic!("{id}"));
    let inside = inside.split_once('>').unwrap().1;
    let end = if id == "broken" || id == "changes" || id == "paper-areas" { "</ul>" } else { "</" };
    let mut text = String::new();
    let mut is_tag = false;
    for letter in inside.split(end).next().unwrap().chars() {
        match letter {
            '<' => is_tag = true,
            '>' => (is_tag, text) = (false, text + " "),
            _ if !is_tag => text.push(letter),
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn attributes<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!(" {name}=\"");
    html.split(&start).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// Codes that are ticked.
fn ticked(html: &str) -> BTreeSet<String> {
    let boxes = html.split("<input type=\"checkbox\"").skip(1).filter_map(|rest| rest.split('>').next());
    let ticked = boxes.filter(|it| it.contains(" checked"));
    ticked.map(|it| it.split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()).collect()
}

#[test]
fn the_first_line_says_whom_the_rule_reaches_and_that_not_by_area_is_an_answer() {
    let served = served();
    // Counted by hand: 25, 26.5 and 28 per cent of 510, 511 and 512 are 127.5 + 135.415 + 143.36 = 406.275 of 1048.915.
    let html = page(&served, "/nl/kiezen/three");
    let line = text_of(&html, "first-line");
    assert!(line.starts_with("De meeste opgaven liggen erbuiten: 61,3 % buiten de gekozen gebieden, 38,7 %"), "{line}");
    assert!(line.contains("&#34;Niet per gebied&#34; is een mogelijk antwoord"), "{line}");
    let english = page(&served, "/en/choose/three");
    assert!(text_of(&english, "first-line").starts_with("Most of the burden lies outside: 61.3 %"), "{english}");
    let list = page(&served, "/nl/kiezen");
    assert!(list.contains("De meeste opgaven liggen erbuiten: 61,3") && list.contains("/nl/kiezen/two-sets"));
    assert!(list.contains("Verzonnen voorbeeld"), "an invented example is called so");
}

#[test]
fn the_rule_stands_in_plain_words_with_its_hash_and_its_choice_is_ticked() {
    let served = served();
    let html = page(&served, "/nl/kiezen/three");
    for words in [
        "Hooguit 3 gekozen gebieden.",
        "Hooguit 1.540 inwoners in alle gekozen gebieden samen.",
        "ten minste 400 mensen",
        "Deze domeinen tellen: gezondheid.",
        "Geen andere keuze binnen deze regel telt voor meer.",
        "100 keer opnieuw gemaakt",
        "Door de regel erbuiten gelaten: Buurt 7 (BU00020007), Tweededam, omdat: a &#60;b&#62;promise",
        &"a1".repeat(32),
    ] {
        assert!(html.contains(words), "{words}");
    }
    assert_eq!(ticked(&html), [10, 11, 12].map(code).into());
    assert_eq!(text_of(&html, "broken"), "Ja, deze keuze past in de regel.");
    assert_eq!(text_of(&html, "changes"), "Geen: dit zijn de gebieden die de regel koos.");
    // By what they add to the rule: the most first, those without a figure last.
    let order = attributes(&html, "data-code");
    assert_eq!((order[0], order[1], order.len()), (&*code(12), &*code(11), N));
    let last: BTreeSet<String> = order[N - 3..].iter().map(|code| (*code).to_owned()).collect();
    assert_eq!(last, [0, GATED, SECRET].map(code).into());
    assert!(html.contains("– (te weinig inwoners)"), "a missing figure has its reason");
}

#[test]
fn any_other_areas_get_the_sums_that_one_makes_by_hand_without_a_script() {
    let served = served();
    let (entry, inside) = (&choices()[0], [1, 9, 11]);
    let query: Vec<String> = inside.iter().map(|index| format!("in={}", code(*index))).collect();
    let html = page(&served, &format!("/en/choose/three?own=1&{}&bars=counts", query.join("&")));
    assert_eq!(ticked(&html), inside.map(code).into());
    // 501 * 11.5 % + 509 * 23.5 % + 511 * 26.5 % = 57.615 + 119.615 + 135.415 = 312.645.
    let sum: f64 = inside.iter().map(|index| entry.areas[*index].counts.unwrap()).sum();
    assert!((sum - 312.645).abs() < 1e-9);
    assert_eq!(text_of(&html, "score-areas"), "3");
    // 501 + 509 + 511 of all but the small one and the one withheld with it.
    assert_eq!(text_of(&html, "score-residents"), "1,521 of 5,576 (27.3 %)");
    assert_eq!(
        text_of(&html, "score-objective"),
        "313. The choice of the rule counts 406; no choice by the rule counts more than 406."
    );
    assert!(html.contains("<th scope=\"row\">Health</th><td class=\"num\">313</td><td class=\"num\">736</td>"));
    // In one only: 501, 509, 510 and 512; in either those and 511.
    assert_eq!(text_of(&html, "score-differs"), "79.9 %");
    let changes = text_of(&html, "changes");
    for words in [
        "Added: Buurt 1 (BU00010001), Eerstedam",
        "Added: Buurt 9 (BU00020009), Tweededam kapstok choose change MAP",
        "--in BU00020009 --by",
        "Removed: Buurt 10 (BU00020010), Tweededam",
        "--out BU00020012 --by",
    ] {
        assert!(changes.replace("choose change DIR", "choose change MAP").contains(words), "{words}: {changes}");
    }
    assert_eq!(text_of(&html, "paper-areas").matches("BU000").count(), 3, "the note names what is chosen");
    // The same choice in another order, given twice, or with an empty field, is the same page.
    let shuffled = format!("/en/choose/three?in={0}&in={1}&in=&in={2}&in={0}", code(11), code(1), code(9));
    assert_eq!(text_of(&page(&served, &shuffled), "score-objective"), text_of(&html, "score-objective"));
}

#[test]
fn what_of_the_rule_is_broken_is_said_in_words() {
    let served = served();
    let broken = |path: &str, inside: &[usize]| {
        let query: Vec<String> = inside.iter().map(|index| format!("in={}", code(*index))).collect();
        text_of(&page(&served, &format!("{path}?{}", query.join("&"))), "broken")
    };
    let of_areas = broken("/nl/kiezen/three", &[GATED, 7, 9, 11, 12]);
    for words in [
        "Buurt 2 (BU00010002), Eerstedam: dit gebied mag de regel niet kiezen.",
        "Buurt 7 (BU00020007), Tweededam: de regel laat dit gebied erbuiten.",
        "Te veel inwoners: 2.039, en hooguit 1.540 mag.",
        "Te veel gebieden: 5, en hooguit 3 mag.",
        "Buurt 2: 0 inwoners, en ten minste 400 moet.",
    ] {
        assert!(of_areas.contains(words), "{words}: {of_areas}");
    }
    // 8, 9, 10 and 11 lie beside each other, 12 lies above 8.
    let sets = "/nl/kiezen/two-sets";
    assert_eq!(broken(sets, &[8, 9, 10, 11]), "Ja, deze keuze past in de regel.");
    assert_eq!(broken(sets, &[8, 9, 10, 11, 12]), "Ja, deze keuze past in de regel.");
    let apart = broken(sets, &[8, 10, 12, 0]);
    assert!(apart.contains("het zijn 3 groepen, en hooguit 2 mag"), "{apart}");
    let large = broken(sets, &[4, 8, 9, 12]);
    assert!(large.contains(", Buurt 8, Buurt 9 …: 2.033 inwoners, en hooguit 1.600 mag."), "{large}");
}

#[test]
fn nothing_chosen_is_a_choice_and_unknown_codes_are_told_and_not_counted() {
    let served = served();
    let nothing = page(&served, "/nl/kiezen/three?own=1");
    assert!(ticked(&nothing).is_empty());
    assert_eq!(text_of(&nothing, "score-objective").split('.').next(), Some("0"));
    assert!(text_of(&nothing, "first-line").contains("100,0 % buiten de gekozen gebieden, 0,0 % erbinnen"));
    let unknown = page(&served, &format!("/nl/kiezen/three?in={}&in=BU9&in=%3Cb%3E", code(12)));
    assert_eq!(
        text_of(&unknown, "unknown-codes"),
        "Deze codes horen niet bij deze keuze en tellen niet mee: BU9, &#60;b&#62;."
    );
    assert_eq!(ticked(&unknown), [code(12)].into());
    for (query, status) in [
        (format!("?in={}", "x".repeat(41)), 400),
        (format!("?{}", "in=1&".repeat(1_500)), 200), // One code, many times.
        (format!("?{}", "in=1&".repeat(2_000)), 414),
        ((0..1_100).map(|n| format!("&in={n}")).collect::<String>().replacen('&', "?", 1), 400),
        ("?bars=rank".to_owned(), 400),
        ("?in=%ff".to_owned(), 400),
        ("?out=BU1".to_owned(), 400),
    ] {
        let reply = ask_with(&served, "GET", &format!("/nl/kiezen/three{query}"), &[]);
        assert_eq!(reply.status, status, "{}", &query[..query.len().min(60)]);
    }
    assert_eq!(ask_with(&served, "GET", "/nl/kiezen/niets", &[]).status, 404);
}

#[test]
fn the_bars_show_value_chance_or_certainty_and_say_when_no_chance_was_worked_out() {
    let served = served();
    let bars = |path: &str| {
        let html = page(&served, path);
        let rects = html.split("<rect width=\"").skip(1).filter_map(|it| it.split('"').next()?.parse::<f64>().ok());
        (rects.collect::<Vec<f64>>(), html)
    };
    let (values, html) = bars("/nl/kiezen/three");
    assert_eq!(values[0], 100.0, "the longest bar is what counts most");
    assert!(!html.contains("Niet gevraagd: de kans"));
    let (chances, _) = bars("/nl/kiezen/three?bars=chance");
    // The first row is area 12, in 12 of 13 times; that certain too, as the rule chose it. Area 9 was not chosen.
    assert_eq!(chances[0], 92.3);
    let (sure, html) = bars("/nl/kiezen/three?bars=sure");
    assert_eq!((sure[0], sure[3]), (92.3, 30.8));
    assert!(html.contains("<td class=\"num\" data-label=\"Kans om erin te zijn\">92\u{a0}%</td>"));
    assert!(html.contains("<input type=\"radio\" name=\"bars\" value=\"sure\" checked>"));
    let (none, html) = bars("/nl/kiezen/two-sets?bars=chance");
    assert!(none.iter().all(|it| *it == 0.0) && html.contains("Niet gevraagd: de kans"));
}

#[test]
fn choices_stand_side_by_side_and_each_is_a_link_to_its_areas() {
    let served = served();
    let html = page(&served, "/nl/kiezen/three?own=1");
    let other = "/nl/kiezen/three?in=BU00020009&#38;in=BU00020011&#38;in=BU00020012";
    assert!(html.contains(&format!("<a href=\"{other}\">Bijna even goed, nummer 1</a>")), "{html}");
    // 509 and 510 of 509 + 510 + 511 + 512 are in one only.
    assert!(html.contains("data-label=\"Anders dan de regel\">49,9\u{a0}%</td>"));
    assert_eq!(ticked(&page(&served, &other.replace("&#38;", "&"))), [9, 11, 12].map(code).into());
    let sets = page(&served, "/nl/kiezen/two-sets");
    assert!(sets.contains("De beste keuze als gebieden niet aan elkaar hoeven te grenzen"));
}

#[test]
fn each_page_of_the_workbench_is_well_made_and_keeps_its_tone() {
    let served = served();
    for path in
        ["/nl/kiezen", "/en/choose", "/nl/kiezen/three", "/en/choose/two-sets?own=1", "/nl/kiezen/three?in=BU00010004"]
    {
        let html = page(&served, path);
        assert_eq!(html.matches("<h1").count(), 1, "{path}");
        assert!(!html.contains(" style=") && !html.contains("<style") && !html.contains(" onclick"), "{path}");
        let ids = attributes(&html, "id");
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{path}: {ids:?}");
        for used in [attributes(&html, "for"), attributes(&html, "aria-labelledby")].concat() {
            assert!(ids.contains(&used), "{path}: {used}");
        }
        assert_eq!(html.matches("<table").count(), html.matches("<caption").count(), "{path}: a table has a name");
        assert_eq!(html.matches("<svg").count(), html.matches("focusable=\"false\"").count(), "{path}");
        assert!(!html.contains("workbench-") && !html.contains("NaN"), "{path}");
        let lower = html.to_lowercase();
        for word in ["probleemwijk", "focusgebied", "achterstandswijk", "slechtste", "worst area"] {
            assert!(!lower.contains(word), "{path}: {word}");
        }
    }
}

#[test]
fn a_build_without_choices_has_no_link_to_them_and_says_what_to_type() {
    let mut raw = raw("build-1", 0.0);
    raw.choices.clear();
    let site = Site::new(Snapshot::new(raw).unwrap(), Told::default());
    assert!(Plan::new(&site).unwrap().paths().all(|path| !path.contains("kiezen") && !path.contains("choose/")));
    let served = Arc::new(Served::new(site));
    assert!(!page(&served, "/nl").contains("/nl/kiezen"));
    let html = page(&served, "/nl/kiezen");
    assert!(html.contains("In deze bouw staat nog geen keuze") && html.contains("kapstok choose MAP REGEL"));
    assert_eq!(ask_with(&served, "GET", "/nl/kiezen/three", &[]).status, 404);
}

#[test]
fn statements_are_held_against_the_first_choice_with_an_area_that_shows_figures() {
    let html = |of: &[&[Vec<usize>]]| {
        let mut raw = raw("build-1", 0.0);
        let first = choices().swap_remove(0);
        raw.choices = of.iter().map(|sets| ChoiceEntry { sets: sets.to_vec(), ..first.clone() }).collect();
        raw.choices.iter_mut().enumerate().for_each(|(at, choice)| choice.id = format!("choice-{at}"));
        page(&Arc::new(Served::new(Site::new(Snapshot::new(raw).unwrap(), Told::default()))), "/nl/uitspraken")
    };
    let (hidden, shown) = (vec![vec![GATED]], vec![vec![10], vec![11]]);
    let of_second = html(&[&hidden, &shown]);
    assert!(of_second.contains("/nl/kiezen/choice-1") && !of_second.contains("id=\"no-areas\""), "{of_second}");
    // A choice of which nothing may be shown is a choice, and none is none.
    let of_hidden = html(&[&hidden]);
    assert!(of_hidden.contains("geen gekozen gebied laat hier cijfers zien"), "{of_hidden}");
    assert!(!of_hidden.contains("In deze werkmap is er nog geen keuze") && !of_hidden.contains(&code(GATED)));
    assert!(html(&[]).contains("In deze werkmap is er nog geen keuze"));
}

#[test]
fn in_a_folder_of_files_each_choice_is_a_page_with_its_script_and_no_form_to_send() {
    let site = country::site("build-1", 0.0);
    let plan = Plan::new(&site).unwrap();
    let at = plan.paths().position(|path| path == "nl/kiezen/three.html").unwrap();
    let html = String::from_utf8(plan.bytes(at).unwrap()).unwrap();
    assert!(html.contains("<script src=\"../../assets/choose.js\" defer>"));
    assert!(html.contains("<form id=\"bench\" class=\"no-print\" autocomplete=\"off\">"), "nobody would answer");
    assert!(!html.contains("?in=") && ticked(&html).len() == 3);
}

#[test]
fn programs_get_the_list_of_choices_and_each_as_the_build_keeps_it() {
    let list = country::get("/v1/choices");
    assert_eq!((list["choices"][0]["id"].as_str(), list["invented"].as_bool()), (Some("three"), Some(true)));
    assert_eq!(list["choices"][0]["areas"], serde_json::json!([code(10), code(11), code(12)]));
    assert_eq!(list["choices"][0]["mostLiesOutside"], true);
    let one = country::get(&country::link(&list["choices"][0], "item").unwrap());
    let told: kapstok_share::choice::ChoiceEntry = serde_json::from_value(one["choice"].clone()).unwrap();
    let entry = &choices()[0];
    assert_eq!((&told.rule, &told.sets, &told.protocol_sha256), (&entry.rule, &entry.sets, &entry.protocol_sha256));
    for (told, area) in told.areas.iter().zip(&entry.areas) {
        assert_eq!((&told.area, &told.touches, told.residents), (&area.area, &area.touches, area.residents));
        // JSON that is read back may be off in the last bit.
        assert!((told.counts.unwrap_or(-1.0) - area.counts.unwrap_or(-1.0)).abs() < 1e-9, "{}", area.area);
    }
    assert_eq!(country::ask("/v1/choices/niets").status, 404);
}
