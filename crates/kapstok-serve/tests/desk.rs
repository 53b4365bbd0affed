// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The desk: who may write a change of a choice, and what an ordinary server knows of it (nothing).

#![allow(clippy::unwrap_used, reason = "a test stops where it is not as it should be")]

mod country;

use std::sync::{Arc, Mutex};

use axum::body::Body;
use axum::http::Request;
use country::{MARKUP, Reply, code, served};
use kapstok_agenda::day::Day;
use kapstok_agenda::event::{ChoiceChange, Event, What};
use kapstok_agenda::log::{Position, Salt, append, read};
use kapstok_serve::desk::{Desk, Pen, Wanted, address, router};
use kapstok_serve::{Log, Served};
use kapstok_share::words::Language;
use tower::ServiceExt;

const TOKEN: &str = "0123456789abcdef0123456789abcdef";

/// Writes into a log in memory; refuses what has no reason.
#[derive(Default)]
struct Sheet(Mutex<Vec<Wanted>>);

impl Pen for Sheet {
    fn change(&self, wanted: &Wanted, language: Language) -> Result<Option<Log>, String> {
        if wanted.reason.trim().is_empty() {
            return Err(format!("no reason, in {}", language.tag()));
        }
        let mut written = self.0.lock().unwrap();
        written.push(wanted.clone());
        let events: Vec<Event> = std::iter::once(event(What::Opened)).chain(written.iter().map(changed)).collect();
        let (bytes, _) = append(&events, Position::start(), &mut || Salt([7; 16]));
        let (events, head, _) = read(&bytes).unwrap();
        Ok(Some(Log::Whole(events, head)))
    }
}

fn changed(wanted: &Wanted) -> Event {
    let change = ChoiceChange {
        choice: wanted.choice.clone(),
        rule: "a1".repeat(32),
        area: wanted.area.clone(),
        inside: wanted.inside,
        reason: Some(wanted.reason.clone()),
    };
    event(What::ChoiceChanged(change))
}

fn event(what: What) -> Event {
    Event {
        day: Day::parse("2026-01-02").unwrap(),
        recorded: "2026-01-02T12:00:00Z".to_owned(),
        by: Some("secretary".to_owned()),
        what,
    }
}

struct Office {
    served: Arc<Served>,
    sheet: Arc<Sheet>,
}

impl Office {
    fn new() -> Self {
        Self { served: served(), sheet: Arc::default() }
    }

    fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Reply {
        let pen: Arc<dyn Pen> = Arc::<Sheet>::clone(&self.sheet);
        let desk = Arc::new(Desk { token: TOKEN.to_owned(), role: "secretary".to_owned(), pen });
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::from(body.to_owned())).unwrap();
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        runtime.block_on(async {
            let response = router(Arc::clone(&self.served), desk).oneshot(request).await.unwrap();
            let (parts, body) = response.into_parts();
            let body = axum::body::to_bytes(body, usize::MAX).await.unwrap();
            Reply { status: parts.status, headers: parts.headers, body }
        })
    }

    fn write(&self, body: &str) -> Reply {
        self.ask("POST", &format!("/write/{TOKEN}"), &FORM, body)
    }

    fn n_written(&self) -> usize {
        self.sheet.0.lock().unwrap().len()
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
fn a_change_that_is_written_stands_on_the_page_with_day_role_and_reason() {
    let office = Office::new();
    let path = address(TOKEN, "three", Language::Nl);
    let before = office.ask("GET", &path, &FORM[..1], "");
    assert_eq!(before.status, 200, "{}", text(&before));
    let page = text(&before);
    assert!(page.contains(&format!("action=\"/write/{TOKEN}\"")) && page.contains("U schrijft als secretary."));
    assert!(page.contains("Nog geen wijziging van deze keuze staat in het logboek."));
    assert_eq!(before.header("cache-control"), "no-store");
    // The form of the list and the other language stay at the desk.
    assert!(page.contains(&format!("action=\"/desk/{TOKEN}/nl/kiezen/three\"")));
    assert!(page.contains(&format!("href=\"/desk/{TOKEN}/en/choose/three\"")));

    let markup: String = MARKUP.bytes().map(|byte| format!("%{byte:02x}")).collect();
    let reply = office.write(&format!("lang=nl&choice=three&area={}&act=in&reason=de+raad+wil+het+{markup}", code(9)));
    assert_eq!((reply.status.as_u16(), reply.header("location")), (303, &*format!("{path}#h-record")));
    assert_eq!(reply.header("cache-control"), "no-store");
    assert_eq!(office.n_written(), 1);
    let page = text(&office.ask("GET", &path, &FORM[..1], ""));
    assert!(page.contains("2 januari 2026: secretary zette Buurt 9"), "{page}");
    assert!(!page.contains(MARKUP), "what somebody wrote is text");
    // A second change of the same area: the first does not hold any more. What was ticked stays ticked.
    let shown = format!("%3Fin%3D{}", code(10));
    let reply = office.write(&format!("lang=nl&choice=three&shown={shown}&area={}&act=out&reason=toch+niet", code(9)));
    assert_eq!(reply.header("location"), format!("{path}?in={}#h-record", code(10)));
    let both = text(&office.ask("GET", &path, &FORM[..1], ""));
    assert_eq!(both.matches("Later is anders besloten.").count(), 1, "{both}");
    let odd = office.write(&format!("lang=nl&choice=three&shown=%0d%0ax:y&area={}&act=in&reason=weer", code(9)));
    assert_eq!(odd.header("location"), format!("{path}#h-record"), "what cannot be read is left out");
    let third = text(&office.ask("GET", &path, &FORM[..1], ""));
    assert_eq!(third.matches("Later is anders besloten.").count(), 1, "the second, which took it out: {third}");
    assert_eq!(third.matches("Later is dat opnieuw besloten.").count(), 1, "the first, which put it in: {third}");
    // The choice with the change has its own address, at the desk.
    assert!(page.contains(&format!("href=\"/desk/{TOKEN}/nl/kiezen/three?in=")), "{page}");
}

#[test]
fn what_is_refused_keeps_what_was_typed() {
    let office = Office::new();
    let reply = office.write(&format!("lang=en&choice=three&area={}&act=out&reason=+", code(10)));
    assert_eq!(reply.status, 422);
    let page = text(&reply);
    assert!(page.contains("role=\"alert\">no reason, in en<") && page.contains(&format!("value=\"{}\"", code(10))));
    assert!(page.contains("name=\"act\" value=\"out\" checked"), "{page}");
    assert!(reply.header("content-security-policy").contains("default-src 'none'"));
    let unknown = office.write("lang=en&choice=nothing&area=x&act=out&reason=+");
    assert_eq!((unknown.status.as_u16(), office.n_written()), (404, 0));
}

#[test]
fn only_a_form_of_this_very_page_with_the_token_is_taken() {
    let office = Office::new();
    let body = format!("lang=nl&choice=three&area={}&act=in&reason=x", code(9));
    let to = format!("/write/{TOKEN}");
    let with = |at: usize, value: &'static str| {
        let mut headers = FORM;
        headers[at].1 = value;
        office.ask("POST", &to, &headers, &body).status.as_u16()
    };
    // A page elsewhere whose name points to this machine, and a page elsewhere that sends a form here.
    assert_eq!(with(0, "example.org:7878"), 403);
    assert_eq!(with(1, "http://example.org"), 403);
    assert_eq!(with(1, "null"), 403);
    assert_eq!(with(2, "cross-site"), 403);
    assert_eq!(with(3, "text/plain"), 415);
    assert_eq!(office.ask("GET", &to, &FORM, "").status, 405);
    assert_eq!(office.ask("POST", &format!("/write/{}", "0".repeat(32)), &FORM, &body).status, 404);
    assert_eq!(office.ask("POST", &to, &FORM, &"x".repeat(70_000)).status, 413);
    assert_eq!(office.ask("POST", &to, &FORM, "area=x").status, 400);
    assert_eq!(office.n_written(), 0);
    // A desk that is read under another name, or without its token, is none.
    let path = address(TOKEN, "three", Language::Nl);
    assert_eq!(office.ask("GET", &path, &[("host", "example.org")], "").status, 404);
    assert_eq!(office.ask("GET", &path.replace(TOKEN, "guess"), &FORM[..1], "").status, 404);
    assert_eq!(office.ask("GET", &format!("/desk/{TOKEN}/nl/gebied/x"), &FORM[..1], "").status, 404);
    // Everything else is answered as ever, and tells no token.
    let start = office.ask("GET", "/nl", &FORM[..1], "");
    assert!(start.status == 200 && !text(&start).contains(TOKEN));
    let page = office.ask("GET", "/nl/kiezen/three", &FORM[..1], "");
    assert!(page.status == 200 && !text(&page).contains(TOKEN) && !text(&page).contains("id=\"desk\""));
    assert_eq!(office.ask("POST", "/nl/kiezen/three", &FORM, &body).status, 405);
}

#[test]
fn an_ordinary_server_has_no_desk() {
    let served = served();
    for path in [address(TOKEN, "three", Language::Nl), format!("/write/{TOKEN}")] {
        assert_eq!(country::ask_with(&served, "GET", &path, &[]).status, 404, "{path}");
        assert_eq!(country::ask_with(&served, "POST", &path, &[]).status, 405, "{path}");
    }
}
