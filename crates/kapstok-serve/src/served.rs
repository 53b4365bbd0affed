// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What is served: one snapshot and the log of agendas beside it, with all that is worked out from them once.
//!
//! In: a snapshot, a log as it was read. Out: a [`Site`] that never changes. Invariant: a request takes the site once and keeps it, so
//! that no answer mixes two builds or two states of the log.

use std::sync::{Arc, PoisonError, RwLock};

use kapstok_agenda::event::Event;
use kapstok_agenda::log::{Head, LogError};
use kapstok_share::agenda::Agenda;
use kapstok_share::documents::Documents;
use kapstok_share::search::SearchIndex;
use kapstok_share::snapshot::{Level, Snapshot};

use crate::api::{Prepared, TileShelf};
use crate::clock::Clock;
use crate::headers::Fnv;
use crate::level_map::LevelMap;

/// The site that is shown now.
#[derive(Debug)]
pub struct Served {
    now: RwLock<Arc<Site>>,
}

/// A snapshot, and what is worked out from it once.
#[derive(Debug)]
pub struct Site {
    /// Everything that may be shown.
    pub snapshot: Arc<Snapshot>,
    /// What is told of it beside the figures.
    pub told: Told,
    /// What is agreed, beside these figures.
    pub agenda: Kept,
    /// What pages have ready.
    pub(crate) prepared: Arc<crate::pages::Prepared>,
    /// What the API has ready.
    pub(crate) api: Arc<Prepared>,
    edition: String,
}

/// The log of agendas as it lies in the workspace.
#[derive(Clone, Debug, Default)]
pub enum Log {
    /// There is none, or nothing in it.
    #[default]
    None,
    /// All events of it, and where it stands; each byte was held against what we would have written.
    Whole(Vec<Event>, Head),
    /// It is not as we wrote it.
    Damaged(LogError),
}

/// What is agreed, as pages show it.
#[derive(Debug)]
pub enum Kept {
    /// The workspace has no log.
    Nothing,
    /// The log, with what figures say where it asks.
    Whole(Box<Agenda>),
    /// A log that is not as we wrote it: nothing of it is shown.
    Damaged(LogError),
}

impl Kept {
    /// What is agreed, where the log is whole.
    pub fn agenda(&self) -> Option<&Agenda> {
        match self {
            Self::Whole(agenda) => Some(agenda),
            Self::Nothing | Self::Damaged(_) => None,
        }
    }
}

/// What the workspace tells beside its figures.
#[derive(Clone, Debug, Default)]
pub struct Told {
    /// A style sheet of the municipality, behind ours.
    pub theme: String,
    /// The truth test, where the workspace is an invented region that knows its truth.
    pub truth: Option<TruthTest>,
    /// Who answers for the API, in its description.
    pub contact: Option<Contact>,
    /// What else than the build decides the bytes of an answer: the program that serves.
    pub program: String,
    /// The time of an answer.
    pub clock: Clock,
    /// Where tiles are kept from one start to the next.
    pub shelf: Option<Shelf>,
    /// Documents that were read.
    pub documents: Arc<Documents>,
    /// The log of agendas; a [`Site`] takes it and keeps it as [`Site::agenda`].
    pub log: Log,
}

/// How often what was published holds against what was drawn.
#[derive(Clone, Debug)]
pub struct TruthTest {
    /// Burdens over which bounds were drawn.
    pub k: usize,
    /// For each m: whether the true share of people with at least m lies within the bounds.
    pub at_least: Vec<(usize, Held)>,
    /// The same for both burdens of a pair.
    pub pairs: Held,
    /// Whether the published margins hold the true share.
    pub intervals: Held,
    /// Whether intervals of results hold what comes out of the true figures; none where no recipe draws any.
    pub sure: Option<SureHeld>,
}

/// How often intervals of results hold what comes out of the true figures.
#[derive(Clone, Debug)]
pub struct SureHeld {
    /// The part of the draws that each interval holds.
    pub level: f64,
    /// Draws.
    pub replications: u32,
    /// Areas that lack a figure without a rule for it: not compared.
    pub n_not_compared: usize,
    /// Of the score by which areas are ordered.
    pub score: Held,
    /// Of the rank.
    pub rank: Held,
    /// Of the number of burdens.
    pub burdens: Held,
    /// Per group of about equal chances of standing in a worst part the mean chance, and how often it was so.
    pub chances: Vec<(f64, Held)>,
}

/// How often something held.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// Cases in which it did.
    pub inside: usize,
    /// All cases.
    pub n: usize,
}

/// A shelf that all requests use.
#[derive(Clone)]
pub struct Shelf(pub Arc<dyn TileShelf>);

impl std::fmt::Debug for Shelf {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Shelf")
    }
}

/// Who answers for the API.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// Name of the organisation or department.
    pub name: String,
    /// Its page.
    pub url: String,
    /// Its address for mail.
    pub email: String,
}

impl Served {
    /// Begins with a site.
    pub fn new(site: Site) -> Self {
        Self { now: RwLock::new(Arc::new(site)) }
    }

    /// The site of this moment.
    pub fn site(&self) -> Arc<Site> {
        Arc::clone(&self.now.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Shows another site from the next request on.
    pub fn swap(&self, site: Site) {
        *self.now.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(site);
    }

    /// Shows another log beside whatever build is shown then, so that two who write never bring an old build back.
    pub fn show_log(&self, log: Log) {
        let mut now = self.now.write().unwrap_or_else(PoisonError::into_inner);
        *now = Arc::new(now.with_log(log));
    }
}

impl Site {
    /// Works out what is needed to serve a snapshot.
    pub fn new(snapshot: Snapshot, mut told: Told) -> Self {
        let log = std::mem::take(&mut told.log);
        let (api, prepared) = (Prepared::new(&snapshot), crate::pages::Prepared::new(&snapshot));
        Self::of(Arc::new(snapshot), told, (Arc::new(api), Arc::new(prepared)), log)
    }

    /// The same build with another log: what was worked out from figures stays.
    pub fn with_log(&self, log: Log) -> Self {
        let ready = (Arc::clone(&self.api), Arc::clone(&self.prepared));
        Self::of(Arc::clone(&self.snapshot), self.told.clone(), ready, log)
    }

    fn of(
        snapshot: Arc<Snapshot>,
        told: Told,
        (api, prepared): (Arc<Prepared>, Arc<crate::pages::Prepared>),
        log: Log,
    ) -> Self {
        let agenda = match log {
            Log::Whole(events, head) if !events.is_empty() => {
                Kept::Whole(Box::new(Agenda::new(events, head, &snapshot)))
            }
            Log::None | Log::Whole(..) => Kept::Nothing,
            Log::Damaged(error) => Kept::Damaged(error),
        };
        let state = match &agenda {
            Kept::Nothing => String::new(),
            Kept::Whole(agenda) => agenda.hash(),
            Kept::Damaged(error) => error.to_string(),
        };
        let mut hash = Fnv::default();
        let contact = format!("{:?}", told.contact);
        let program = env!("CARGO_PKG_VERSION");
        for part in [snapshot.id(), program, &told.program, &told.theme, &contact, &state] {
            hash.add(part.as_bytes());
        }
        // Of no documents nothing is added, so that a site without any keeps its edition.
        if !told.documents.is_empty() {
            hash.add(serde_json::to_string(&*told.documents).unwrap_or_default().as_bytes());
        }
        Self { edition: format!("{:016x}", hash.0), snapshot, told, agenda, api, prepared }
    }

    /// Areas by what people type.
    pub(crate) fn search(&self) -> &SearchIndex {
        &self.api.search
    }

    /// The map of a level, for pages and programs alike; `None` where it has none that can be placed on the earth.
    pub(crate) fn map(&self, level: &Level) -> Option<&LevelMap> {
        self.api.map(level.position())
    }

    /// Makes what takes long before anybody asks it: neighbours, the lines of pictures and those of tiles. Nobody has to
    /// wait for it.
    pub fn warm(&self) {
        let maps = self.api.warm(&self.snapshot);
        if let Some(shelf) = &self.told.shelf {
            shelf.0.serves(self.snapshot.id(), &maps);
        }
    }

    /// The build, the log and all else that decides the bytes of an answer, in a word.
    pub fn edition(&self) -> &str {
        &self.edition
    }
}
