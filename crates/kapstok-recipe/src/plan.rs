// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A recipe that was held against its columns: everything named is there, and in order.

use std::collections::BTreeSet;

use kapstok_table::Direction;

use crate::check::steps::without;
use crate::language::{Head, Precision};
use crate::steps::Step;

/// A recipe that can be run.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The recipe without its steps.
    pub head: Head,
    /// What to read, in order; inputs that were left out as modelled are not here.
    pub inputs: Vec<PlannedInput>,
    /// Inputs that `leave_modelled_out` took away.
    pub left_out: Vec<String>,
    /// The steps in order; steps that had nothing left to read are not here.
    pub steps: Vec<Step>,
    /// The domains of coinciding burdens that are left.
    pub domains: Vec<PlannedDomain>,
}

/// A column to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedInput {
    /// Its name in the recipe.
    pub name: String,
    /// Title or indicator id.
    pub column: String,
    /// Period, if the recipe states one.
    pub period: Option<String>,
}

/// A domain of the count of coinciding burdens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedDomain {
    /// Its name.
    pub id: String,
    /// The column by which areas are compared.
    pub column: String,
    /// Which way is a burden; never [`Direction::Neither`].
    pub direction: Direction,
    /// The input that stands for the domain where people are counted.
    pub lead: Option<String>,
    /// Inputs that the column was made from: what the domain rests on.
    pub rests_on: Vec<String>,
}

impl Plan {
    /// How results of steps are stored.
    pub fn precision(&self) -> Precision {
        self.head.precision
    }

    /// What is read for the lead of each domain, in the order of the domains: title or indicator id, by which the lead is
    /// known outside the recipe. `None` where a domain has no lead.
    pub fn lead_columns(&self) -> Vec<Option<&str>> {
        let column = |name: &str| self.inputs.iter().find(|input| input.name == name).map(|it| it.column.as_str());
        self.domains.iter().map(|domain| domain.lead.as_deref().and_then(column)).collect()
    }

    /// The plan without one of its inputs, as if it had been left out as modelled: means go on with what is left, and
    /// what cannot is gone, domains too.
    pub fn without(&self, input: &str) -> Self {
        let mut gone = BTreeSet::from([input.to_owned()]);
        let mut left = self.clone();
        left.inputs.retain(|planned| planned.name != input);
        left.left_out.push(input.to_owned());
        left.steps.clear();
        for step in &self.steps {
            match without(step, &gone).filter(|step| step.form().wrong().is_none()) {
                Some(step) => left.steps.push(step),
                None => {
                    gone.insert(step.form().out().to_owned());
                }
            }
        }
        left.domains.retain(|domain| !gone.contains(&domain.column));
        for domain in &mut left.domains {
            domain.lead = domain.lead.take().filter(|lead| !gone.contains(lead));
            domain.rests_on.retain(|name| name != input);
        }
        left
    }
}
