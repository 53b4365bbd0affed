// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The kinds of holes, each with its rule.

/// What is missing. The order is that of a list: from what comes together to what was said about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HoleKind {
    /// Figures put the area in the worst fifth of a domain, and no burden of the agenda has that domain.
    BurdenNotNamed,
    /// No action names the burden, nor a link that it is an end of.
    BurdenWithoutAction,
    /// No action names the link.
    LinkWithoutAction,
    /// Both ends have owners, none in common, and no action on the link, or on both ends, has an owner of each side in it.
    LinkOwnersApart,
    /// An action names no burden, strength or link that is still there.
    ActionWithoutBurden,
    /// An action names no organisation that owns it.
    ActionWithoutOwner,
    /// An organisation of an action has not confirmed it as it is now.
    ActionNotConfirmed,
    /// No euros and no posts name the action. An amount that is unknown is no hole: it is counted as unknown.
    ActionWithoutMoney,
    /// No target names the action or a burden that it works on.
    ActionWithoutTarget,
    /// Two actions of different owners work on the same thing under nearly the same name.
    ActionDoubled,
    /// A target without an indicator of the workspace, without a value or without a deadline.
    TargetNotMeasurable,
    /// A target on an indicator that was worked out from other figures: refused as evidence of change.
    TargetOnModel,
    /// Euros or posts that name no action.
    MoneyWithoutAction,
    /// A strength that no action names.
    StrengthUnused,
    /// No action of the area keeps the promise.
    PromiseWithoutAction,
    /// No euros and no posts name the promise, or an action that keeps it.
    PromiseWithoutMoney,
    /// A promise that names no area.
    PromiseWithoutArea,
    /// What a resident said has no public answer.
    ReplyWithoutAnswer,
}

impl HoleKind {
    /// All of them, in their order.
    pub const ALL: [Self; 18] = [
        Self::BurdenNotNamed,
        Self::BurdenWithoutAction,
        Self::LinkWithoutAction,
        Self::LinkOwnersApart,
        Self::ActionWithoutBurden,
        Self::ActionWithoutOwner,
        Self::ActionNotConfirmed,
        Self::ActionWithoutMoney,
        Self::ActionWithoutTarget,
        Self::ActionDoubled,
        Self::TargetNotMeasurable,
        Self::TargetOnModel,
        Self::MoneyWithoutAction,
        Self::StrengthUnused,
        Self::PromiseWithoutAction,
        Self::PromiseWithoutMoney,
        Self::PromiseWithoutArea,
        Self::ReplyWithoutAnswer,
    ];

    /// Its word in JSON and in keys of the texts.
    pub const fn word(self) -> &'static str {
        match self {
            Self::BurdenNotNamed => "burden-not-named",
            Self::BurdenWithoutAction => "burden-without-action",
            Self::LinkWithoutAction => "link-without-action",
            Self::LinkOwnersApart => "link-owners-apart",
            Self::ActionWithoutBurden => "action-without-burden",
            Self::ActionWithoutOwner => "action-without-owner",
            Self::ActionNotConfirmed => "action-not-confirmed",
            Self::ActionWithoutMoney => "action-without-money",
            Self::ActionWithoutTarget => "action-without-target",
            Self::ActionDoubled => "action-doubled",
            Self::TargetNotMeasurable => "target-not-measurable",
            Self::TargetOnModel => "target-on-model",
            Self::MoneyWithoutAction => "money-without-action",
            Self::StrengthUnused => "strength-unused",
            Self::PromiseWithoutAction => "promise-without-action",
            Self::PromiseWithoutMoney => "promise-without-money",
            Self::PromiseWithoutArea => "promise-without-area",
            Self::ReplyWithoutAnswer => "reply-without-answer",
        }
    }
}

/// What exactly was found, where a kind has several cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// Nothing that the kind does not say.
    Nothing,
    /// There is no answer of the partner.
    NotAsked,
    /// The partner refused.
    Refused,
    /// The partner asked for a change.
    ChangeAsked,
    /// The partner confirmed, and the action was changed since.
    ChangedSince,
    /// The target names no indicator.
    NoIndicator,
    /// The target names an indicator that the workspace has no figures of.
    UnknownIndicator,
    /// The target has no value to be reached.
    NoValue,
    /// The target has no day by which.
    NoDeadline,
    /// The words of the promise name money, and none of it stands in the agenda of the area.
    OnlyNamed,
}

impl Why {
    /// Its word in keys of the texts; `None` where the kind says it all.
    pub const fn word(self) -> Option<&'static str> {
        match self {
            Self::Nothing => None,
            Self::NotAsked => Some("not-asked"),
            Self::Refused => Some("refused"),
            Self::ChangeAsked => Some("change-asked"),
            Self::ChangedSince => Some("changed-since"),
            Self::NoIndicator => Some("no-indicator"),
            Self::UnknownIndicator => Some("unknown-indicator"),
            Self::NoValue => Some("no-value"),
            Self::NoDeadline => Some("no-deadline"),
            Self::OnlyNamed => Some("only-named"),
        }
    }
}
