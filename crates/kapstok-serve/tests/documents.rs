// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Pages over documents: an invented plan and the asks that it answers, read as the program reads them.

#![allow(clippy::unwrap_used, reason = "a test stops where it is not as it should be")]

mod country;

use std::collections::BTreeSet;
use std::sync::Arc;

use country::ask_with;
use kapstok_agenda::day::Day as AgendaDay;
use kapstok_agenda::event::{Event, What};
use kapstok_agenda::log::{Position, Salt, append, read};
use kapstok_read::review::{Act, Day, Decision, Proposal, proposals};
use kapstok_read::row::DocumentRows;
use kapstok_read::{Document, Limits, Reading, Recipe, extract};
use kapstok_serve::export::Plan;
use kapstok_serve::pages::links::{Links, Page};
use kapstok_serve::{Log, Served, Site, Told};
use kapstok_share::documents::decided::for_log;
use kapstok_share::documents::{AnswersTo, Documents, Kind, Shown};
use kapstok_share::manifest::Both;
use kapstok_share::words::Language;

const RECIPE: &str = include_str!("../../../recipes/read-en-plan/recipe.toml");

/// A heading that is markup, a sentence about areas with money, a target with its term.
const PLAN: &str = "# A plan for the invented region\n\n## Health <b>first</b>\n\nWe will invest 5 million \
    pounds in every \
    deprived neighbourhood. The number of smokers will be reduced by 20% by 2030.\n\n- We will open a \
    clinic.\n- We will \
    build a school.\n\n## Money\n\nAll of this is for the people of the region.\n";
const ASKS: &str = "# Asks of the invented region\n\n## What we ask\n\n- Open a clinic.\n- Paint all bridges purple \
    with golden stars.\n";

fn shelf() -> Documents {
    let (recipe, _) = Recipe::parse(RECIPE);
    let recipe = recipe.unwrap();
    let read = |text: &str| Document::of(extract(text.as_bytes(), &Limits::default()).unwrap(), &recipe);
    let (plan, asks) = (read(PLAN), read(ASKS));
    let (plan, asks) = (Reading::of(&plan, &recipe), Reading::of(&asks, &recipe));
    let answers = vec![AnswersTo { agreement: "plan".to_owned(), rows: asks.answered_by(&plan) }];
    let title = |nl: &str, en: &str| Both { nl: nl.to_owned(), en: en.to_owned() };
    let shown = |id: &str, title, kind, rows, answers| Shown { id: id.to_owned(), title, kind, rows, answers };
    let all = vec![
        shown("plan", title("Het plan", "The plan"), Kind::Agreement, plan.rows(), Vec::new()),
        shown("asks", title("De <i>vragen</i>", "The <i>asks</i>"), Kind::Ask, asks.rows(), answers),
    ];
    Documents { all, ..Documents::default() }
}

fn site() -> Site {
    let told = Told { documents: Arc::new(shelf()), ..Told::default() };
    Site::new(country::snapshot("build-1", 0.0), told)
}

fn served() -> Arc<Served> {
    Arc::new(Served::new(site()))
}

fn page(served: &Arc<Served>, path: &str) -> String {
    let reply = ask_with(served, "GET", path, &[]);
    assert_eq!(reply.status, 200, "{path}");
    String::from_utf8(reply.body.to_vec()).unwrap()
}

fn attributes<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!(" {name}=\"");
    html.split(&start).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

fn all_pages() -> Vec<(Language, Page)> {
    let id = |id: &str| id.to_owned();
    let pages = [
        Page::Documents,
        Page::Document(id("plan")),
        Page::Document(id("asks")),
        Page::DocumentText(id("plan")),
        Page::DocumentText(id("asks")),
        Page::DocumentAnswers(id("asks")),
        Page::promises("plan"),
        Page::promises("asks"),
        Page::DocumentBeside(id("plan"), id("asks")),
    ];
    Language::ALL.into_iter().flat_map(|language| pages.clone().map(|page| (language, page))).collect()
}

#[test]
fn each_page_of_a_document_says_what_stands_in_it_in_both_languages() {
    let served = served();
    let cases: [(&str, &[&str]); 13] = [
        ("/nl/documenten", &["Het plan", "gaat over een gebied.", "Lees de hele tekst"]),
        ("/en/documents", &["The plan", "is about an area."]),
        (
            "/nl/documenten/plan",
            &["Op elke bladzijde is tekst gelezen", "Doelen met een getal en een termijn: 1", "omlaag met"],
        ),
        (
            "/en/documents/plan",
            &["A document that promises", "Targets with a number and a deadline", "£\u{a0}5,000,000"],
        ),
        ("/nl/documenten/plan/tekst", &["<mark class=\"of-money\">", "gebied: </span>", "id=\"z-1\""]),
        ("/en/documents/plan/text", &["area: </span>", "5 million pounds"]),
        ("/nl/documenten/asks/antwoorden", &["Vraag 1: ", "Vraag 2: Niet gevonden", "een mens beslist"]),
        ("/en/documents/asks/answers", &["Ask 2: Not found", "a person decides", "We will open a clinic."]),
        (
            "/nl/documenten/plan/toezeggingen",
            &["4 van de 4 toezeggingen", "5 million pounds", "per gebied", "20%", "2030"],
        ),
        (
            "/en/documents/plan/promises?framing=area",
            &["1 of the 4 promises", "Show them all", "value=\"area\" selected"],
        ),
        ("/en/documents/plan/promises?with=target&strength=&domain=", &["1 of the 4 promises", "smokers"]),
        ("/en/documents/plan/promises?domain=none", &["0 of the 4 promises", "Show them all"]),
        ("/nl/documenten/plan/naast/asks", &["Het plan naast", "per 10.000 woorden", "alleen links"]),
    ];
    for (path, sentences) in cases {
        let html = page(&served, path);
        for sentence in sentences {
            assert!(html.contains(sentence), "{path} lacks `{sentence}`: {html}");
        }
        assert!(html.contains("class=\"invented\""), "{path}");
    }
}

/// Decisions of one reader in a log: the first promise rejected, the second accepted, an ask answered otherwise.
fn decided(served: &Served) {
    let shelf = shelf();
    let (plan, asks) = (&shelf.all[0].rows, &shelf.all[1].answers[0].rows);
    let promised: Vec<Proposal> =
        proposals(plan, &[]).into_iter().filter(|it| it.fields.contains_key("commitment")).collect();
    let asked: Vec<Proposal> =
        proposals(plan, asks).into_iter().filter(|it| it.fields.contains_key("verdict")).collect();
    let acts = [
        (&promised[0], Act::Reject("a plan, no <b>promise</b>".to_owned())),
        (&promised[1], Act::Accept),
        (&asked[0], Act::Change([("verdict".to_owned(), "partly".to_owned())].into())),
    ];
    let event = |what| Event {
        day: AgendaDay::parse("2026-01-02").unwrap(),
        recorded: "2026-01-02T12:00:00Z".to_owned(),
        by: Some("reader-1".to_owned()),
        what,
    };
    let day = Day::parse("2026-01-02").unwrap();
    let made = acts.map(|(proposal, act)| {
        let decision = Decision::on(proposal, "reader-1", day, act);
        event(What::StatementDecided(Box::new(for_log(&decision, 1).unwrap())))
    });
    let events: Vec<Event> = std::iter::once(event(What::Opened)).chain(made).collect();
    let (bytes, _) = append(&events, Position::start(), &mut || Salt([7; 16]));
    let (events, head, _) = read(&bytes).unwrap();
    served.show_log(Log::Whole(events, head));
}

#[test]
fn what_a_person_decided_stands_beside_what_the_rules_propose() {
    let served = served();
    let before = page(&served, "/en/documents/plan/promises");
    assert!(before.contains("Nobody has decided on statements of this document yet") && !before.contains("reader-1"));
    let verdicts = "2 asks: 1 taken up, 0 partly";
    assert!(page(&served, "/en/documents/asks/answers").contains(verdicts));
    decided(&served);
    let promises = page(&served, "/en/documents/plan/promises");
    for said in [
        "Persons decided on 2 statements: 1 accepted or changed, 1 rejected, on 0 readers differ.",
        "reader-1 on 2 January 2026: rejected (a plan, no &#60;b&#62;promise&#60;/b&#62;).",
        "reader-1 on 2 January 2026: accepted.",
        "<td>still open</td>",
    ] {
        assert!(promises.contains(said), "{said} in {promises}");
    }
    assert!(page(&served, "/nl/documenten/plan").contains("Over 2 uitspraken is door mensen besloten"));
    let answers = page(&served, "/en/documents/asks/answers");
    assert!(answers.contains("2 asks: 0 taken up, 1 partly"), "{answers}");
    assert!(answers.contains("reader-1 on 2 January 2026: changed (answer: partly taken up)."), "{answers}");
    let data: serde_json::Value = serde_json::from_str(&page(&served, "/v1/documents/asks/answers")).unwrap();
    let of_plan = &data["answers"][0];
    assert_eq!((&of_plan["rows"][0]["verdict"], &of_plan["rows"][0]["by"]), (&"partly".into(), &"reader-1".into()));
    assert_eq!(of_plan["rows"][1]["by"], "rules");
    assert_eq!(of_plan["decisions"].as_array().unwrap().len(), 1);
    let data: serde_json::Value = serde_json::from_str(&page(&served, "/v1/documents/plan")).unwrap();
    let outcomes: Vec<&str> =
        data["decisions"].as_array().unwrap().iter().map(|it| it["outcome"].as_str().unwrap()).collect();
    assert_eq!(BTreeSet::from_iter(outcomes), BTreeSet::from(["accepted", "rejected"]));
}

#[test]
fn a_page_has_one_heading_no_skipped_level_each_id_once_and_titles_of_columns() {
    let served = served();
    for (language, page_) in all_pages() {
        let path = Links::Server.href(&page_, language);
        let html = page(&served, &path);
        assert_eq!(html.matches("<h1").count(), 1, "{path}");
        let mut before = 0;
        for heading in html.split("<h").skip(1).filter_map(|rest| rest.chars().next()?.to_digit(10)) {
            assert!(heading <= before + 1, "{path}: h{before}, then h{heading}");
            before = heading;
        }
        let ids = attributes(&html, "id");
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{path}: {ids:?}");
        assert_eq!(html.matches("<table").count(), html.matches("<thead").count(), "{path}");
        assert!(html.split("<th ").skip(1).all(|rest| rest.starts_with("scope=")), "{path}");
        assert_eq!(html.matches("<ul").count(), html.matches("</ul>").count(), "{path}");
        assert_eq!(html.matches("<svg").count(), html.matches("focusable=\"false\"").count(), "{path}");
        assert!(!html.contains("documents-") && !html.contains("read-column"), "{path}: a key without a text");
        assert!(!html.contains(" style=") && !html.contains("<i>") && !html.contains("<b>"), "{path}");
        assert!(!html.to_lowercase().contains("effect"), "{path}");
    }
}

#[test]
fn every_quote_leads_to_a_sentence_that_is_there() {
    let served = served();
    let mut n = 0;
    for (language, page_) in all_pages() {
        let path = Links::Server.href(&page_, language);
        let html = page(&served, &path);
        for (target, id) in attributes(&html, "href").iter().filter_map(|href| href.split_once('#')) {
            let there = if target.is_empty() { html.clone() } else { page(&served, target) };
            assert!(attributes(&there, "id").contains(&id), "{path}: {target}#{id}");
            n += usize::from(!target.is_empty());
        }
    }
    assert!(n >= 8, "{n} ways into a text");
}

#[test]
fn without_documents_nothing_leads_to_them_and_with_them_each_page_does() {
    let bare = country::served();
    assert!(!page(&bare, "/nl").contains("/nl/documenten"));
    assert_eq!(ask_with(&bare, "GET", "/nl/documenten", &[]).status, 404);
    let served = served();
    assert!(page(&served, "/nl").contains("href=\"/nl/documenten\""));
    for path in [
        "/nl/documenten/other",
        "/nl/documenten/other/tekst",
        "/nl/documenten/other/toezeggingen",
        "/nl/documenten/plan/antwoorden",
        "/nl/documenten/plan/naast/plan",
        "/nl/documenten/plan/naast/other",
    ] {
        assert_eq!(ask_with(&served, "GET", path, &[]).status, 404, "{path}");
    }
    for query in ["strength=maybe", "framing=", "with=all", "other=1"] {
        let status = ask_with(&served, "GET", &format!("/nl/documenten/plan/toezeggingen?{query}"), &[]).status;
        assert_eq!(status, if query == "framing=" { 200 } else { 400 }, "{query}");
    }
    // The same build with other documents is another edition.
    assert_ne!(bare.site().edition(), served.site().edition());
}

#[test]
fn a_folder_of_plain_files_has_all_pages_of_documents_and_their_links_stay_in_it() {
    let site = site();
    let plan = Plan::new(&site).unwrap();
    let paths: Vec<&str> = plan.paths().collect();
    for path in ["nl/documenten.html", "nl/documenten/plan/tekst.html", "en/documents/asks/answers.html"] {
        let at = paths.iter().position(|it| *it == path).unwrap_or_else(|| panic!("no {path}"));
        let html = String::from_utf8(plan.bytes(at).unwrap()).unwrap();
        let folder: Vec<&str> = path.split('/').rev().skip(1).collect();
        for href in attributes(&html, "href").into_iter().filter(|href| !href.starts_with('#')) {
            let file = href.split('#').next().unwrap();
            let up = file.matches("../").count();
            let mut parts: Vec<&str> = folder.iter().skip(up).rev().copied().collect();
            parts.push(file.trim_start_matches("../"));
            let target = parts.join("/");
            assert!(paths.contains(&target.as_str()), "{path}: {href} leads to no file {target}");
        }
    }
}

#[test]
fn programs_get_the_rows_that_pages_show() {
    let served = served();
    let json = |path: &str| -> serde_json::Value { serde_json::from_str(&page(&served, path)).unwrap() };
    let list = json("/v1/documents");
    assert_eq!(list["documents"][0]["id"], "plan");
    assert_eq!(list["documents"][0]["commitments"], 4);
    let whole = json("/v1/documents/plan");
    let known: DocumentRows = serde_json::from_value(whole["document"].clone()).unwrap();
    assert!(known == shelf().all[0].rows);
    let answers = json("/v1/documents/asks/answers");
    assert_eq!(answers["answers"][0]["agreement"], "plan");
    assert_eq!(answers["answers"][0]["rows"][1]["verdict"], "not-found");
    assert_eq!(ask_with(&served, "GET", "/v1/documents/other", &[]).status, 404);
    assert_eq!(ask_with(&served, "GET", "/v1/documents?f=html", &[]).status, 400);
}
