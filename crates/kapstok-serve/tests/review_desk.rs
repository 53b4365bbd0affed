// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The desk of a reader: who may decide, what stands on its page, and what an ordinary server knows of it (nothing).

#![allow(clippy::unwrap_used, reason = "a test stops where it is not as it should be")]

mod country;

use std::sync::{Arc, Mutex};

use axum::body::Body;
use axum::http::Request;
use country::{Reply, served};
use kapstok_agenda::day::Day as AgendaDay;
use kapstok_agenda::event::{Event, What};
use kapstok_agenda::log::{Position, Salt, append, read};
use kapstok_read::review::{Act, Day, Decision, Proposal, proposals, vocabulary};
use kapstok_read::row::DocumentRows;
use kapstok_read::{Document, Limits, Reading, Recipe, extract};
use kapstok_serve::desk::review::{ReviewDesk, ReviewPen, WantedDecision, Written, address, router};
use kapstok_serve::{Log, Served};
use kapstok_share::documents::decided::for_log;
use kapstok_share::words::Language;
use tower::ServiceExt;

const TOKEN: &str = "0123456789abcdef0123456789abcdef";
const RECIPE: &str = include_str!("../../../recipes/read-en-plan/recipe.toml");
/// A sentence about areas with money, a target with its term, two promises; markup in a heading.
const PLAN: &str = "# A plan for the invented region\n\n## Health <b>first</b>\n\nWe will invest 5 million pounds in every \
    deprived neighbourhood. The number of smokers will be reduced by 20% by 2030.\n\n- We will open a clinic.\n- We will \
    build a school.\n\n## Money\n\nAll of this is for the people of the region.\n";

/// Writes into a log in memory; refuses a rejection without a reason.
struct Sheet {
    proposals: Vec<Proposal>,
    written: Mutex<Vec<(String, Decision)>>,
}

impl Sheet {
    fn log(&self) -> Log {
        let written = self.written.lock().unwrap();
        let decided = written
            .iter()
            .map(|(by, decision)| event(by, What::StatementDecided(Box::new(for_log(decision, 1).unwrap()))));
        let events: Vec<Event> = std::iter::once(event("secretary", What::Opened)).chain(decided).collect();
        let (bytes, _) = append(&events, Position::start(), &mut || Salt([7; 16]));
        let (events, head, _) = read(&bytes).unwrap();
        Log::Whole(events, head)
    }

    fn decided(&self, by: &str, at: usize, act: Act) {
        let decision = Decision::on(&self.proposals[at], by, Day::parse("2026-01-02").unwrap(), act);
        self.written.lock().unwrap().push((by.to_owned(), decision));
    }
}

impl ReviewPen for Sheet {
    fn decide(&self, wanted: &WantedDecision, language: Language) -> Result<Written, String> {
        let act = match wanted.act.as_str() {
            "accept" => Act::Accept,
            "change" => Act::Change(wanted.changes.clone()),
            _ if wanted.reason.is_empty() => return Err(format!("no <reason>, in {}", language.tag())),
            _ => Act::Reject(wanted.reason.clone()),
        };
        let at = self.proposals.iter().position(|proposal| proposal.key == wanted.key).unwrap();
        self.decided("reader-1", at, act);
        let doubts = wanted.note.strip_prefix("doubt: ").map(str::to_owned).into_iter().collect();
        Ok(Written { log: Some(self.log()), doubts })
    }
}

fn event(by: &str, what: What) -> Event {
    Event {
        day: AgendaDay::parse("2026-01-02").unwrap(),
        recorded: "2026-01-02T12:00:00Z".to_owned(),
        by: Some(by.to_owned()),
        what,
    }
}

fn plan() -> DocumentRows {
    let recipe = Recipe::parse(RECIPE).0.unwrap();
    let document = Document::of(extract(PLAN.as_bytes(), &Limits::default()).unwrap(), &recipe);
    Reading::of(&document, &recipe).rows()
}

struct Office {
    served: Arc<Served>,
    sheet: Arc<Sheet>,
    desk: Arc<ReviewDesk>,
}

impl Office {
    fn new(is_blind: bool) -> Self {
        let rows = plan();
        let proposals = proposals(&rows, &[]);
        assert!(proposals.len() >= 4, "{proposals:?}");
        let sheet = Arc::new(Sheet { proposals: proposals.clone(), written: Mutex::default() });
        let desk = ReviewDesk {
            token: TOKEN.to_owned(),
            reader: "reader-1".to_owned(),
            is_blind,
            title: "A plan <i>".to_owned(),
            vocabulary: vocabulary(&rows.document),
            rows,
            proposals,
            pen: Arc::<Sheet>::clone(&sheet),
        };
        Self { served: served(), sheet, desk: Arc::new(desk) }
    }

    fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Reply {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::from(body.to_owned())).unwrap();
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        runtime.block_on(async {
            let paths = router(Arc::clone(&self.served), Arc::clone(&self.desk));
            let (parts, body) = paths.oneshot(request).await.unwrap().into_parts();
            let body = axum::body::to_bytes(body, usize::MAX).await.unwrap();
            Reply { status: parts.status, headers: parts.headers, body }
        })
    }

    fn page(&self, query: &str) -> String {
        let reply = self.ask("GET", &format!("{}{query}", address(TOKEN, Language::En)), &FORM[..1], "");
        assert_eq!((reply.status.as_u16(), reply.header("cache-control")), (200, "no-store"), "{query}");
        text(&reply)
    }

    fn write(&self, body: &str) -> Reply {
        self.ask("POST", &format!("/write/{TOKEN}"), &FORM, body)
    }

    fn key(&self, at: usize) -> &str {
        &self.desk.proposals[at].key
    }

    fn n_written(&self) -> usize {
        self.sheet.written.lock().unwrap().len()
    }
}

const FORM: [(&str, &str); 4] = [
    ("host", "127.0.0.1:7878"),
    ("origin", "http://127.0.0.1:7878"),
    ("sec-fetch-site", "same-origin"),
    ("content-type", "application/x-www-form-urlencoded"),
];

fn text(reply: &Reply) -> String {
    String::from_utf8(reply.body.to_vec()).unwrap()
}

#[test]
fn a_statement_stands_in_its_text_with_what_the_rules_say_and_a_form() {
    let office = Office::new(false);
    let page = office.page("");
    let n = office.desk.proposals.len();
    assert!(page.contains(&format!("0 of {n} decided")) && page.contains(&format!("Statement 1 of {n}")), "{page}");
    assert!(page.contains("<span class=\"review-here\">") && page.contains("5 million"), "{page}");
    assert!(page.contains("The number of smokers will be reduced by 20% by 2030."), "the text around it");
    assert!(page.contains("A plan &#60;i&#62;") || page.contains("A plan &lt;i&gt;"), "a title is text: {page}");
    assert!(!page.contains("<b>first</b>"), "a heading is text");
    for part in [
        "<label for=\"f-commitment\">",
        "name=\"f.areas\"",
        "name=\"f.domains\"",
        "<textarea id=\"reason\"",
        "value=\"accept\"",
        "value=\"change\"",
        "value=\"reject\"",
        &format!("action=\"/write/{TOKEN}\""),
        &format!("href=\"/review/{TOKEN}/nl?at={}\"", office.key(0)),
    ] {
        assert!(page.contains(part), "{part} in {page}");
    }
    // The second of a kind, and none of another.
    let targets = office.page("?kind=target");
    assert!(targets.contains("Statement 1 of 1") && targets.contains("f-quantity"), "{targets}");
    assert_eq!(office.ask("GET", &format!("/review/{TOKEN}/en?kind=none"), &FORM[..1], "").status, 404);
    assert_eq!(office.ask("GET", &format!("/review/{TOKEN}/de"), &FORM[..1], "").status, 404);
}

#[test]
fn a_decision_leads_to_the_next_statement_that_is_left_and_stands_on_its_page() {
    let office = Office::new(false);
    let n = office.desk.proposals.len();
    let body = |at: usize, act: &str| format!("lang=en&kind=&left=1&key={}&act={act}&reason=&note=", office.key(at));
    let reply = office.write(&body(0, "accept"));
    let next = format!("/review/{TOKEN}/en?left=1&at={}#statement", office.key(1));
    assert_eq!((reply.status.as_u16(), reply.header("location")), (303, &*next), "{}", text(&reply));
    assert_eq!(reply.header("cache-control"), "no-store");
    let page = office.page(&format!("?at={}", office.key(0)));
    assert!(page.contains("you decided on 2 January 2026: accepted") && page.contains(&format!("1 of {n} decided")));
    // Only what differs from the rules is a change; an empty list takes its words away.
    let rule = |field: &str| office.desk.proposals[1].fields.get(field).cloned().unwrap_or_default();
    let grade = rule("grade");
    let body = format!("{}&f.grade={grade}&f.domains=&f.areas=BU1%2C+BU2&f.commitment=firm", body(1, "change"));
    assert_eq!(office.write(&body).status, 303);
    let written = office.sheet.written.lock().unwrap();
    let Act::Change(changes) = &written[1].1.act else { panic!("{written:?}") };
    let mut expected = vec![("areas", "BU1, BU2")];
    expected.extend((rule("commitment") != "firm").then_some(("commitment", "firm")));
    expected.extend((!rule("domains").is_empty()).then_some(("domains", "")));
    assert_eq!(changes.iter().map(|(name, value)| (&**name, &**value)).collect::<Vec<_>>(), expected);
}

#[test]
fn what_is_refused_keeps_what_was_typed() {
    let office = Office::new(false);
    let body = format!("lang=en&kind=&left=&key={}&act=reject&reason=+&note=a+note&f.areas=Nowhere", office.key(2));
    let reply = office.write(&body);
    assert_eq!((reply.status.as_u16(), office.n_written()), (422, 0));
    let page = text(&reply);
    assert!(page.contains("role=\"alert\">no &#60;reason&#62;, in en <a href=\"#decide\">"), "{page}");
    assert!(page.contains(">a note</textarea>") && page.contains("value=\"Nowhere\""), "{page}");
    assert!(page.contains("Statement 3 of") && reply.header("content-security-policy").contains("default-src 'none'"));
}

#[test]
fn who_reads_blind_sees_nothing_of_others() {
    for is_blind in [false, true] {
        let office = Office::new(is_blind);
        office.sheet.decided("reader-2", 0, Act::Reject("only a plan".to_owned()));
        office.served.show_log(office.sheet.log());
        let page = office.page(&format!("?at={}", office.key(0)));
        assert_eq!(page.contains("reader-2"), !is_blind, "{page}");
        assert!(page.contains("0 of") && page.contains("still open"), "another reader decided, this one did not");
        // Pages and answers for programs might tell; what a page looks like does not.
        for path in ["/nl", "/en/agenda", "/en/documents", "/v1/openapi.json", "/v1/documents", "/anything"] {
            let reply = office.ask("GET", path, &FORM[..1], "");
            assert_eq!(reply.status == 403, is_blind, "{path}: {}", reply.status);
        }
        assert_eq!(office.ask("GET", "/assets/review.js", &FORM[..1], "").status, 200);
    }
}

#[test]
fn what_stays_though_a_reader_says_otherwise_is_said_on_the_page() {
    let office = Office::new(false);
    let body = format!("lang=en&kind=&left=&key={}&act=accept&reason=&note=doubt:+p1+%3Cstays%3E", office.key(0));
    let reply = office.write(&body);
    let page = text(&reply);
    assert_eq!((reply.status.as_u16(), office.n_written()), (200, 1), "{page}");
    assert!(page.contains("role=\"status\"") && page.contains("<li>p1 &#60;stays&#62;</li>"), "{page}");
}

#[test]
fn only_a_form_of_this_very_page_with_the_token_is_taken() {
    let office = Office::new(false);
    let body = format!("lang=nl&kind=&left=&key={}&act=accept&reason=&note=", office.key(0));
    let to = format!("/write/{TOKEN}");
    let with = |at: usize, value: &'static str| {
        let mut headers = FORM;
        headers[at].1 = value;
        office.ask("POST", &to, &headers, &body).status.as_u16()
    };
    assert_eq!(with(0, "example.org:7878"), 403);
    assert_eq!(with(1, "http://example.org"), 403);
    assert_eq!(with(1, "null"), 403);
    assert_eq!(with(2, "cross-site"), 403);
    assert_eq!(with(3, "text/plain"), 415);
    assert_eq!(office.ask("GET", &to, &FORM, "").status, 405);
    assert_eq!(office.ask("POST", &format!("/write/{}", "0".repeat(32)), &FORM, &body).status, 404);
    let long = office.ask("POST", &to, &FORM, &"x".repeat(70_000));
    assert!(long.status == 413 && text(&long).contains("<html lang=\"nl\""), "a refusal is a page");
    let unsaid = [FORM[0], FORM[3]];
    assert_eq!(office.ask("POST", &to, &unsaid, &body).status, 403, "from where, it does not say");
    let english = [&FORM[..], &[("accept-language", "en")]].concat();
    assert!(text(&office.ask("POST", &to, &english, "x")).contains("<html lang=\"en\""));
    for wrong in [
        body.replace("key=", "key=0"),
        body.replace("&act=accept", ""),
        body.replace("lang=nl", "lang=de"),
        format!("{body}&by=mayor"),
        format!("{body}&act=reject"),
        format!("{body}&f.colour=red"),
    ] {
        assert_eq!(office.write(&wrong).status, 400, "{wrong}");
    }
    assert_eq!(office.n_written(), 0);
    // A desk that is read under another name, or without its token, is none.
    let path = address(TOKEN, Language::Nl);
    assert_eq!(office.ask("GET", &path, &[("host", "example.org")], "").status, 404);
    assert_eq!(office.ask("GET", &path.replace(TOKEN, "guess"), &FORM[..1], "").status, 404);
    assert_eq!(office.ask("POST", &path, &FORM, &body).status, 405);
    // Everything else is answered as ever, and tells no token.
    let start = office.ask("GET", "/nl", &FORM[..1], "");
    assert!(start.status == 200 && !text(&start).contains(TOKEN));
    let api = office.ask("GET", "/v1/openapi.json", &FORM[..1], "");
    assert!(api.status == 200 && !text(&api).contains("review") && !text(&api).contains(TOKEN));
}

#[test]
fn an_ordinary_server_has_no_desk_of_a_reader() {
    let served = served();
    for path in [address(TOKEN, Language::Nl), format!("/write/{TOKEN}")] {
        assert_eq!(country::ask_with(&served, "GET", &path, &[]).status, 404, "{path}");
        assert_eq!(country::ask_with(&served, "POST", &path, &[]).status, 405, "{path}");
    }
}
