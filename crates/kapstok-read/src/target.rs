// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What has to become how much, and by when.
//!
//! In: the tokens of a sentence. Out: [`Target`]s, each with the bytes of its quantity. A quantity is a target where
//! words of change, of a bound or of making stand with it in a sentence that binds; figures of other sentences are
//! facts. Ages, references and what is already counted ("de 14 gebieden") are none. Not here: the area that it is for.

use std::cell::OnceCell;
use std::ops::Range;

use crate::amount::{Role as AmountRole, amounts};
use crate::commitment::commitment;
use crate::deadline::{Bound, Deadline, deadlines};
use crate::number::{Bounded, Decimal, Measure, Quantity, Relation, Value, Written, quantities, relation, with_digits};
use crate::pattern::{Pattern, Seen};
use crate::recipe::Recipe;
use crate::span::Spots;
use crate::token::Token;

mod words;

use words::{near, of_time, right_before, unit};

/// What has to become how much.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// How much; `None` where only a time is named.
    pub quantity: Option<Value>,
    /// What the quantity measures.
    pub measure: Measure,
    /// What is counted or changes, in the words of the text.
    pub unit: String,
    /// Which way.
    pub direction: Direction,
    /// How the quantity bounds it.
    pub relation: Relation,
    /// Where it starts from, where the sentence says so.
    pub baseline: Option<Decimal>,
    /// By when.
    pub deadline: Option<Deadline>,
    /// How much of a target it is.
    pub grade: Grade,
    /// What it is a target of.
    pub role: Role,
    /// Bytes of the quantity, or of the time where there is none.
    pub span: Range<usize>,
    /// Bytes of the words of `unit`; empty where there are none.
    pub unit_span: Range<usize>,
}

/// Which way something has to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
    /// Up to the quantity.
    IncreaseTo,
    /// Up by it.
    IncreaseBy,
    /// Down to it.
    DecreaseTo,
    /// Down by it.
    DecreaseBy,
    /// It or more.
    AtLeast,
    /// It or less.
    AtMost,
    /// It has to be reached; or done, where there is no quantity.
    Achieve,
    /// It is so: a fact.
    Is,
}

/// How much of a target it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// A time and no quantity.
    T1,
    /// A quantity and no time.
    T2,
    /// Both.
    T3,
}

/// What it is a target of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Something that is lived: persons, homes, emissions.
    Outcome,
    /// A parameter of a rule: a tax, a fee, a wage, a punishment.
    Parameter,
    /// No target: a figure of how things are.
    Fact,
}

/// All targets of a sentence, and its facts.
pub fn targets(tokens: &[Token], recipe: &Recipe) -> Vec<Target> {
    let times = deadlines(tokens, recipe);
    let all = quantities(tokens, recipe);
    if times.is_empty() && all.is_empty() {
        return Vec::new();
    }
    let money = amounts(tokens, recipe);
    let binds = commitment(tokens, recipe).is_some();
    let digits = with_digits(tokens, recipe);
    let reader = Reader::of(tokens, &digits, recipe, &times);
    let mut found: Vec<(Quantity, Target)> = Vec::new();
    for quantity in all {
        // Amounts follow each other and do not overlap.
        let amount = money.get(money.partition_point(|amount| amount.tokens.end <= quantity.tokens.start));
        let amount = amount.filter(|amount| amount.tokens.start < quantity.tokens.end);
        let is_money = amount.is_some_and(|amount| amount.role == AmountRole::Money);
        if is_money || of_time(&times, &quantity.tokens).is_some() || reader.is_excluded(&quantity) {
            continue;
        }
        let target =
            if binds { reader.target(&quantity, amount.is_some(), found.last()) } else { reader.fact(&quantity) };
        found.extend(target.map(|target| (quantity, target)));
    }
    let mut found: Vec<Target> = found.into_iter().map(|(_, target)| target).collect();
    if found.is_empty() && binds {
        let is_by = |time: &&Deadline| time.bound == Bound::By && time.is_dated();
        let time = times.iter().find(is_by).filter(|time| !reader.is_denied(time.tokens.clone(), false));
        found.extend(time.map(|time| reader.dated(time)));
    }
    found
}

struct Reader<'t> {
    tokens: &'t [Token],
    /// The same with words for counts as digits.
    digits: &'t [Token],
    recipe: &'t Recipe,
    times: &'t [Deadline],
    /// Those by which something has to be done.
    by: Vec<&'t Deadline>,
    /// Those in which it is done, with a last year.
    ends: Vec<&'t Deadline>,
    seen: Seen<'t>,
    seen_digits: OnceCell<Seen<'t>>,
    spots: [OnceCell<Spots>; LISTS],
    /// Words before a quantity, of those that stand in the sentence.
    to: Vec<&'t Pattern>,
    off: Vec<&'t Pattern>,
    start: Vec<&'t Pattern>,
    definite: Vec<&'t Pattern>,
}

/// Lists of words that a sentence is looked through for once, when the first quantity asks for it.
#[derive(Clone, Copy)]
enum List {
    Up,
    Down,
    Reduction,
    Make,
    More,
    Aims,
    Parameters,
    Breaks,
    Denials,
    /// In digits.
    None,
    /// In digits.
    Measured,
}

const LISTS: usize = List::Measured as usize + 1;

impl<'t> Reader<'t> {
    fn of(tokens: &'t [Token], digits: &'t [Token], recipe: &'t Recipe, times: &'t [Deadline]) -> Self {
        let (by, others): (Vec<_>, Vec<_>) = times.iter().partition(|time| time.bound == Bound::By);
        let ends = others.into_iter().filter(|time| time.is_dated()).collect();
        let (seen, seen_digits, spots) = (Seen::of(tokens), OnceCell::new(), [const { OnceCell::new() }; LISTS]);
        let words = &recipe.targets;
        let [to, off, start, definite] =
            [&words.to, &words.by, &words.start, &recipe.facts.definite].map(|list| seen.of_list(list).collect());
        Self { tokens, digits, recipe, times, by, ends, seen, seen_digits, spots, to, off, start, definite }
    }

    /// Where the words of a list stand.
    fn spots(&self, list: List) -> &Spots {
        let (targets, facts) = (&self.recipe.targets, &self.recipe.facts);
        let patterns = match list {
            List::Up => &targets.up,
            List::Down => &targets.down,
            List::Reduction => &targets.reduction,
            List::Make => &targets.make,
            List::More => &targets.more,
            List::Aims => &targets.aims,
            List::Parameters => &targets.parameters,
            List::Breaks => &targets.breaks,
            List::Denials => &targets.denials,
            List::None => &facts.none,
            List::Measured => &facts.measured,
        };
        self.spots[list as usize].get_or_init(|| {
            let (tokens, seen) = match list {
                List::None | List::Measured => (self.digits, self.seen_digits.get_or_init(|| Seen::of(self.digits))),
                _ => (self.tokens, &self.seen),
            };
            let found = seen.of_list(patterns).flat_map(|pattern| pattern.find(tokens));
            Spots::of(&found.collect::<Vec<_>>())
        })
    }

    /// Ages and other figures that are no quantity of anything, and figures of what is already counted.
    fn is_excluded(&self, quantity: &Quantity) -> bool {
        let start = relation(self.tokens, quantity.tokens.start, self.recipe).start;
        let part = &quantity.tokens;
        self.spots(List::None).touch(part)
            || (quantity.measure == Measure::Count && right_before(self.tokens, start, &self.definite).is_some())
    }

    /// The target that a quantity is, in a sentence that binds.
    fn target(&self, quantity: &Quantity, is_amount: bool, last: Option<&(Quantity, Target)>) -> Option<Target> {
        let bounded = relation(self.tokens, quantity.tokens.start, self.recipe);
        let start = bounded.start;
        if self.is_denied(start..quantity.tokens.end, bounded.turned) {
            return None;
        }
        let to = right_before(self.tokens, start, &self.to);
        let by = right_before(self.tokens, start, &self.off);
        let from = to.and_then(|to| self.baseline(to));
        let baseline = from.map(|(one, _)| one);
        let is_up = self.is_up(quantity, baseline);
        let after_last = last.filter(|(known, target)| self.continues(known, quantity) && target.role != Role::Fact);
        let (direction, quantity_value) = if quantity.measure == Measure::Change {
            let Value::One(change) = quantity.value else { return None };
            let down = change.is_below(Decimal::whole(0));
            let size = if down { change.negated() } else { change };
            (if down { Direction::DecreaseBy } else { Direction::IncreaseBy }, Value::One(size))
        } else {
            (self.direction(quantity, bounded, to, by, is_up, after_last)?, quantity.value)
        };
        // What may not be more until a year is a rule that lasts, and nothing that is done by then.
        let lasts = |time: &Deadline| time.bound != Bound::By && direction == Direction::AtMost;
        let deadline = self.deadline(quantity).filter(|time| !lasts(time));
        // "alle" is a target only where an aim is named that has to be reached by a time.
        let dated = deadline.as_ref().filter(|time| time.is_dated());
        let vague = quantity.written == Written::Word && direction == Direction::Achieve;
        let aimed = || near(&quantity.tokens, self.spots(List::Aims), REACH, Some(self.spots(List::Breaks))).is_some();
        if vague && !(dated.is_some_and(|time| self.is_same_part(&quantity.tokens, &time.tokens)) && aimed()) {
            return None;
        }
        // A number of euros that is no budget is a target only where it is changed to or by.
        let changes = !matches!(direction, Direction::AtLeast | Direction::AtMost | Direction::Achieve);
        if is_amount && !changes {
            return None;
        }
        let grade = if dated.is_some() { Grade::T3 } else { Grade::T2 };
        let mut target = self.made(
            quantity,
            direction,
            bounded.relation,
            from.map(|(_, start)| start).or(to).or(by).unwrap_or(start),
        );
        let parameter = is_amount || self.is_parameter(quantity);
        target.role = if parameter { Role::Parameter } else { Role::Outcome };
        (target.quantity, target.baseline) = (Some(quantity_value), baseline);
        (target.deadline, target.grade) = (deadline, grade);
        Some(target)
    }

    fn direction(
        &self,
        quantity: &Quantity,
        bounded: Bounded,
        to: Option<usize>,
        by: Option<usize>,
        is_up: Option<bool>,
        last: Option<&(Quantity, Target)>,
    ) -> Option<Direction> {
        let part = &quantity.tokens;
        let close = |list, reach| near(part, self.spots(list), reach, Some(self.spots(List::Breaks))).is_some();
        if let (Some(_), Some(up)) = (to, is_up) {
            // "met 50% verminderen tot ..." keeps its word; percentages of a reduction go down by it.
            let reduces = !up && quantity.measure == Measure::Percent && close(List::Reduction, 2);
            return Some(match (up, reduces) {
                (true, _) => Direction::IncreaseTo,
                (false, true) => Direction::DecreaseBy,
                (false, false) => Direction::DecreaseTo,
            });
        }
        if let (Some(_), Some(up)) = (by, is_up) {
            return Some(if up { Direction::IncreaseBy } else { Direction::DecreaseBy });
        }
        if quantity.measure == Measure::Percent && quantity.written == Written::Digits && close(List::Reduction, 3) {
            return Some(Direction::DecreaseBy);
        }
        let bound = match bounded.relation {
            Relation::AtLeast => Some(Direction::AtLeast),
            Relation::AtMost => Some(Direction::AtMost),
            Relation::Exactly | Relation::About => None,
        };
        // "more than" has a word for what comes on top, and means none.
        if let Some(bound) = bound.filter(|_| bounded.compared) {
            return Some(bound);
        }
        let makes = quantity.measure == Measure::Count && close(List::Make, 6);
        if makes && close(List::More, 3) {
            return Some(Direction::IncreaseBy);
        }
        if let Some((_, target)) = last {
            return Some(target.direction);
        }
        if bound.is_some() {
            return bound;
        }
        if quantity.measure == Measure::Count {
            return makes.then_some(Direction::IncreaseTo);
        }
        (quantity.written == Written::Word || close(List::Aims, 8) || to.is_some()).then_some(Direction::Achieve)
    }

    /// The number after words for a start, and where these begin, right before words for an end: "van 500 naar 900".
    fn baseline(&self, to: usize) -> Option<(Decimal, usize)> {
        let from = to.saturating_sub(LONGEST);
        let all = quantities(&self.tokens[from..to], self.recipe);
        let last = all.last().filter(|last| from + last.tokens.end == to)?;
        let start = right_before(self.tokens, from + last.tokens.start, &self.start)?;
        match last.value {
            Value::One(one) => Some((one, start)),
            Value::Range(..) => None,
        }
    }

    /// Whether it goes up: by the number that it starts from, else by the nearest word of change.
    fn is_up(&self, quantity: &Quantity, baseline: Option<Decimal>) -> Option<bool> {
        if let (Some(baseline), Value::One(one)) = (baseline, quantity.value) {
            return Some(baseline.is_below(one));
        }
        let up = near(&quantity.tokens, self.spots(List::Up), REACH, None);
        let down = near(&quantity.tokens, self.spots(List::Down), REACH, None);
        match (up, down) {
            (Some(up), Some(down)) => Some(up <= down),
            (Some(_), None) => Some(true),
            (None, Some(_)) => Some(false),
            (None, None) => None,
        }
    }

    /// Whether a quantity goes on after another of the same kind: "70% in 2035 en 80% in 2040".
    fn continues(&self, last: &Quantity, quantity: &Quantity) -> bool {
        let between = last.tokens.end..quantity.tokens.start;
        let joins = &self.recipe.targets.joins;
        let joined = between.end.checked_sub(1).is_some_and(|at| at >= between.start)
            && joins.iter().any(|word| word.is_in(&self.tokens[between.end - 1..between.end]));
        last.measure == quantity.measure && joined && between.len() <= 6
    }

    /// The time by which it has to be; where none is said, the end of the time in which it is done.
    fn deadline(&self, quantity: &Quantity) -> Option<Deadline> {
        let nearest = self.nearest(&quantity.tokens, &self.by).or_else(|| self.nearest(&quantity.tokens, &self.ends));
        nearest.cloned()
    }

    /// The time nearest behind a part in its part of the sentence, else nearest before it.
    fn nearest(&self, part: &Range<usize>, times: &[&'t Deadline]) -> Option<&'t Deadline> {
        let behind = times.get(times.partition_point(|time| time.tokens.start < part.end));
        let behind = behind.filter(|time| !self.spots(List::Breaks).within(&(part.end..time.tokens.start)));
        let before = times.partition_point(|time| time.tokens.end <= part.start).checked_sub(1);
        let before = || before.and_then(|last| times.get(last));
        behind.or_else(before).or(times.first()).copied()
    }

    /// Whether its part of the sentence says that it will not be; "niet meer dan" is a bound, no denial, and so is a
    /// comparison that a denial turned round.
    fn is_denied(&self, part: Range<usize>, turned: bool) -> bool {
        let denials = self.spots(List::Denials);
        let before = denials.before(part.start).filter(|_| !turned).map(|end| end..part.start);
        let behind = denials.behind(part.end).map(|start| part.end..start);
        [before, behind].into_iter().flatten().any(|between| !self.spots(List::Breaks).within(&between))
    }

    fn is_same_part(&self, one: &Range<usize>, other: &Range<usize>) -> bool {
        let between = one.end.min(other.end)..one.start.max(other.start);
        !self.spots(List::Breaks).within(&between)
    }

    fn is_parameter(&self, quantity: &Quantity) -> bool {
        near(&quantity.tokens, self.spots(List::Parameters), REACH, Some(self.spots(List::Breaks))).is_some()
    }

    /// A figure of how things are, where words say that it is one.
    fn fact(&self, quantity: &Quantity) -> Option<Target> {
        let first = quantity.tokens.start;
        let measured = self.spots(List::Measured).touch(&(first..first + 1));
        let percent = quantity.measure == Measure::Percent && quantity.written == Written::Digits;
        if !(percent || measured) {
            return None;
        }
        let bounded = relation(self.tokens, quantity.tokens.start, self.recipe);
        Some(self.made(quantity, Direction::Is, bounded.relation, bounded.start))
    }

    fn made(&self, quantity: &Quantity, direction: Direction, relation: Relation, start: usize) -> Target {
        let (unit, unit_span) = unit(self.tokens, quantity, start, self.times, self.recipe);
        Target {
            quantity: Some(quantity.value),
            measure: quantity.measure,
            unit,
            direction,
            relation,
            baseline: None,
            deadline: None,
            grade: Grade::T2,
            role: Role::Fact,
            span: quantity.span.clone(),
            unit_span,
        }
    }

    /// What has a time and no quantity.
    fn dated(&self, time: &Deadline) -> Target {
        Target {
            quantity: None,
            measure: Measure::Count,
            unit: String::new(),
            direction: Direction::Achieve,
            relation: Relation::Exactly,
            baseline: None,
            deadline: Some(time.clone()),
            grade: Grade::T1,
            role: Role::Outcome,
            span: time.span.clone(),
            unit_span: time.span.start..time.span.start,
        }
    }
}

/// Words of change further away than this are of another quantity.
const REACH: usize = 12;

/// No words for one quantity are longer.
const LONGEST: usize = 24;

#[cfg(test)]
mod tests;
