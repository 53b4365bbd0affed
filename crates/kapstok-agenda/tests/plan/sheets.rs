// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Sheets of our own: their titles are known in both languages, and a template begins an agenda.

use kapstok_agenda::facts::Facts;
use kapstok_agenda::library::{SHIPPED, library};
use kapstok_agenda::plan::{Column, Sheet, Template, Title, template};

use super::*;

const TEXTS: [(&str, &str); 2] =
    [("nl", include_str!("../../../../text/nl.ftl")), ("en", include_str!("../../../../text/en.ftl"))];

/// The words of a key as the text files have them.
pub(crate) fn say(language: &str) -> impl Fn(&str) -> String + use<> {
    let (_, text) = TEXTS.into_iter().find(|(known, _)| *known == language).unwrap();
    move |key| {
        let value = text.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = "));
        value.unwrap_or_else(|| panic!("no text for `{key}`")).to_owned()
    }
}

#[test]
fn every_title_of_ours_is_read_as_its_column_in_both_languages() {
    for (language, _) in TEXTS {
        let say = say(language);
        for column in Column::ALL.iter().filter(|column| **column != Column::Ignore) {
            let title = say(&format!("agenda-column-{}", column.word().replace('_', "-")));
            assert_eq!(
                Title::read(&title).map(|it| it.to_string()).as_deref(),
                Some(column.word()),
                "{language} {title}"
            );
        }
    }
}

fn sheets(language: &str, state: &State) -> Vec<Sheet> {
    let facts = Facts {
        burdened_domains: BTreeMap::from([(AREA.to_owned(), vec!["debt".to_owned(), "health".to_owned()])]),
        ..Facts::default()
    };
    let (links, _) = library(&[("links.toml", SHIPPED)]);
    template(&Template { area: AREA, state, facts: &facts, library: &links, language }, &say(language))
}

fn grids(sheets: &[Sheet]) -> Vec<Grid> {
    sheets.iter().enumerate().map(|(at, sheet)| sheet.grid("plan.xlsx", at + 1)).collect()
}

#[test]
fn a_template_offers_burdens_and_the_links_between_them_and_comes_back() {
    for language in ["nl", "en"] {
        let made = sheets(language, &opened());
        let read = Desk { area: None, ..desk() }.read(&grids(&made), &opened());
        assert_eq!(problems(&read), [""; 0], "{language}");
        let state = after(&opened(), &read.events);
        let burdens: Vec<_> = state.all(Noun::Burden).map(|it| it.word("domain").unwrap()).collect();
        assert_eq!(burdens, ["debt", "health"]);
        let link = state.all(Noun::Link).next().unwrap();
        assert_eq!((link.word("library"), link.word("evidence")), (Some("debt-health"), Some("strong")));
        assert!(link.text("source").starts_with("Richardson"));
        assert_eq!(state.all(Noun::Action).count(), 0, "rows to be filled in are no actions");
        // Once taken in, the template offers nothing anew, and changes nothing.
        let again = desk().read(&grids(&sheets(language, &state)), &state);
        assert_eq!((problems(&again), again.events), (vec![], vec![]));
    }
}

#[test]
fn an_action_filled_in_for_a_link_works_on_it() {
    let mut made = sheets("nl", &opened());
    let actions = made.iter_mut().find(|sheet| sheet.key == "actions").unwrap();
    let column = |column| actions.columns.iter().position(|it| it.column == column).unwrap();
    let (action, owners, last) = (column(Column::Action), column(Column::Owners), actions.rows.len() - 1);
    actions.rows[last][action] = "Huisbezoek".to_owned();
    actions.rows[last][owners] = "GGD".to_owned();
    let state = after(&opened(), &desk().read(&grids(&made), &opened()).events);
    assert!(
        told(&state).contains(&"action name=Huisbezoek; owners=<GGD>; works_on=<schulden->gezondheid>".to_owned()),
        "{:#?}",
        told(&state)
    );
}
