// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A sheet that a partner sent back becomes confirmations: who says what of which wording.
//!
//! In: the tables of a returned file, a [`State`]. Out: [`Answers`]. Invariant: a row without an answer is left; an answer stands
//! for the wording that was asked, also where the action was changed since; the same sheet again gives no event.

use kapstok_table::{Place, Problem, Severity};

use super::choice::{choice, spellings};
use super::column::{Column, Title};
use super::fold::clean;
use super::titles::place_of;
use super::{Grid, Row};
use crate::entry::{Entry, Id, Noun, Value};
use crate::event::{Event, What};
use crate::holes::organisations;
use crate::state::State;

/// What a returned sheet says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// Events to be written, in order; none where any problem is an error.
    pub events: Vec<What>,
    /// Actions that were asked about and got no answer.
    pub unanswered: Vec<Id>,
    /// Answers that were there already.
    pub known: usize,
    /// Every problem, by place.
    pub problems: Vec<Problem>,
}

/// Whether tables are a returned sheet, and no plan.
///
/// A sheet with answers of which the codes were taken away is one too: its answers must not be lost without a word.
pub fn is_answer(grids: &[Grid]) -> bool {
    grids.iter().any(|grid| find(grid).is_some() || has_answers(grid))
}

/// Whether a table has a column of answers.
fn has_answers(grid: &Grid) -> bool {
    let is_answer = |text: &str| Title::read(&clean(text)).is_some_and(|title| title.column == Column::Answer);
    grid.rows.iter().take(15).any(|row| row.cells.iter().any(|cell| is_answer(&cell.text)))
}

/// Reads a returned sheet.
///
/// * `events`: all that happened so far, for the wordings that an action ever had.
pub fn answers(grids: &[Grid], state: &State, events: &[Event]) -> Answers {
    let mut made = Answers::default();
    for grid in grids {
        let Some((first, columns)) = find(grid) else {
            if has_answers(grid) {
                made.problems.push(Problem::error("K0647", place_of(grid)));
            }
            continue;
        };
        for row in &grid.rows[first + 1..] {
            made.row(&Answer { grid, row, columns: &columns }, state, events);
        }
    }
    if !is_answer(grids) {
        let file = grids.first().map_or("", |grid| grid.file.as_str());
        made.problems.push(Problem::error("K0644", Place::file(file)));
    }
    made.problems = Problem::fold(std::mem::take(&mut made.problems));
    if made.problems.iter().any(|problem| problem.severity == Severity::Error) {
        made.events.clear();
    }
    made
}

type Columns = Vec<(Column, usize, String)>;

/// The row of titles and what each column holds; none where answers, wordings or organisations have no column.
fn find(grid: &Grid) -> Option<(usize, Columns)> {
    grid.rows.iter().take(15).enumerate().find_map(|(at, row)| {
        let titles = row.cells.iter().enumerate().map(|(index, cell)| (index, clean(&cell.text)));
        let columns: Columns =
            titles.filter_map(|(index, text)| Some((Title::read(&text)?.column, index, text))).collect();
        let has = |column| columns.iter().any(|(known, ..)| *known == column);
        let needed = [Column::Nr, Column::Answer, Column::Wording, Column::Organisation];
        needed.into_iter().all(has).then_some((at, columns))
    })
}

struct Answer<'g> {
    grid: &'g Grid,
    row: &'g Row,
    columns: &'g Columns,
}

impl Answer<'_> {
    fn text(&self, column: Column) -> String {
        let of = self.columns.iter().find(|(known, ..)| *known == column);
        of.and_then(|(_, index, _)| self.row.cells.get(*index)).map(|cell| clean(&cell.text)).unwrap_or_default()
    }

    fn place(&self, column: Column) -> Place {
        let title = self.columns.iter().find(|(known, ..)| *known == column).map(|(_, _, title)| title.clone());
        Place { row: Some(self.row.number), column: title, ..place_of(self.grid) }
    }

    /// Remark, other amount and other day, each on its line behind its title.
    fn words(&self) -> Option<String> {
        let mut lines = vec![self.text(Column::Remark)];
        for column in [Column::ChangedAmount, Column::ChangedDate] {
            let (text, title) = (self.text(column), self.place(column).column.unwrap_or_default());
            lines.push(if text.is_empty() { text } else { format!("{title}: {text}") });
        }
        lines.retain(|line| !line.is_empty());
        (!lines.is_empty()).then(|| lines.join("\n"))
    }
}

impl Answers {
    fn row(&mut self, answer: &Answer<'_>, state: &State, events: &[Event]) {
        let (nr, said) = (answer.text(Column::Nr), answer.text(Column::Answer));
        if nr.is_empty() && said.is_empty() {
            return;
        }
        let error = |code, column, found: &str| Problem::error(code, answer.place(column)).with("found", found);
        let action = Id::parse(&nr).filter(|id| id.noun() == Noun::Action).and_then(|id| state.get(id));
        if said.is_empty() {
            self.unanswered.extend(action.map(Entry::id));
            return;
        }
        let Some(action) = action else { return self.problems.push(error("K0641", Column::Nr, &nr)) };
        let Some(word) = choice("answer", &said) else {
            return self.problems.push(error("K0623", Column::Answer, &said).with("known", spellings("answer")));
        };
        let organisation = answer.text(Column::Organisation);
        let known = Id::parse(&organisation).filter(|id| id.noun() == Noun::Organisation && state.get(*id).is_some());
        let Some(known) = known else { return self.problems.push(error("K0643", Column::Organisation, &organisation)) };
        let wording = answer.text(Column::Wording);
        let Some(asked) = wording.strip_prefix("v-").filter(|it| is_fingerprint(it)) else {
            return self.problems.push(error("K0645", Column::Wording, &wording));
        };
        let mut worded = std::iter::once(action).chain(wordings(events, action.id()));
        let Some(worded) = worded.find(|entry| entry.fingerprint() == asked) else {
            return self.problems.push(error("K0645", Column::Wording, &wording));
        };
        if !organisations(worded).chain(organisations(action)).any(|part| part == known) {
            return self.problems.push(error("K0648", Column::Organisation, &organisation).with("action", action.id()));
        }
        if asked != action.fingerprint() {
            let problem = Problem::warning("K0642", answer.place(Column::Answer)).with("found", &said);
            self.problems.push(problem.with("action", action.id()));
        }
        let mut values = vec![
            ("action", Value::Id(action.id())),
            ("organisation", Value::Id(known)),
            ("answer", Value::Word(word.to_owned())),
            ("stands_for", Value::Word(asked.to_owned())),
        ];
        let role = Some(answer.text(Column::AnswerRole)).filter(|role| !role.is_empty());
        values.extend(role.map(|role| ("role", Value::Text(role))));
        values.extend(answer.words().map(|words| ("words", Value::Text(words))));
        self.take(answer, state, (action.id(), known), values);
    }

    fn take(&mut self, answer: &Answer<'_>, state: &State, of: (Id, Id), values: Vec<(&'static str, Value)>) {
        let is_of = |it: &Entry| (it.one("action"), it.one("organisation")) == (Some(of.0), Some(of.1));
        let earlier: Vec<&Entry> = state.all(Noun::Confirmation).filter(|it| is_of(it)).collect();
        let number = self.events.len() as u32;
        let id = Id::after(Noun::Confirmation, state.next(Noun::Confirmation).number() - 1 + number);
        let entry = match Entry::new(id, values) {
            Ok(entry) => entry,
            Err(_) => {
                let problem = Problem::error("K0636", answer.place(Column::Remark)).with("field", "words");
                return self.problems.push(problem);
            }
        };
        let says_same = |it: &Entry| it.values().eq(entry.values());
        let is_here = |event: &What| matches!(event, What::Set(it) if says_same(it));
        // An old sheet that is read again is not a new answer; who means it anew adds a remark.
        match earlier.iter().find(|it| says_same(it)) {
            None if self.events.iter().any(is_here) => {}
            None => self.events.push(What::Set(entry)),
            Some(same) => {
                self.known += 1;
                if earlier.last().is_some_and(|last| last.id() != same.id()) {
                    let found = answer.text(Column::Answer);
                    self.problems.push(Problem::warning("K0646", answer.place(Column::Answer)).with("found", found));
                }
            }
        }
    }
}

/// Every wording that an action ever had, the newest first.
fn wordings(events: &[Event], action: Id) -> impl Iterator<Item = &Entry> {
    events.iter().rev().filter_map(move |event| match &event.what {
        What::Set(entry) if entry.id() == action => Some(entry),
        _ => None,
    })
}

fn is_fingerprint(text: &str) -> bool {
    text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}
