// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! **Writing the log**: one writer at a time, on the disk before it is acknowledged.
//!
//! In: what happened. Out: lines at the end of `agenda/log.jsonl`. Invariant: when [`Writer::append`] returns, the disk has
//! all events of the act; when it fails, the log is as it was, or has a tail that counts for nothing and that the next writer
//! takes away. A log that is damaged is never written to. Not here: what may follow what (`State::check`).

use std::fs::File;
use std::io::{Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use kapstok_agenda::day::Day;
use kapstok_agenda::event::{ChoiceChange, Event, What};
use kapstok_agenda::log::{self, Hash, Position, RedactError, Salt};
use kapstok_agenda::state::State;
use kapstok_table::Place;

use super::{LOG_FILE, Log, bytes_of, found, path_of, stop};
use crate::clock;
use crate::durable::{folder_of, replace_durably, sync_folder};
use crate::failure::Failure;
use crate::workspace::{SETTINGS_FILE, sha256_hex};

/// Characters of the hash in the name of a cut piece.
const NAME_LENGTH: usize = 12;

/// Who says something, and since when it holds.
#[derive(Clone, Debug)]
pub(crate) struct Said {
    /// The role.
    pub(crate) by: String,
    /// The day.
    pub(crate) day: Day,
}

/// The log, while nobody else can write to it.
pub(crate) struct Writer {
    path: PathBuf,
    events: Vec<Event>,
    state: State,
    position: Position,
    /// Bytes of the file.
    length: u64,
    healed: Option<Healed>,
    _lock: File,
}

/// What was cut from the end of a log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Healed {
    /// How many bytes.
    pub(crate) bytes: usize,
    /// Where they were kept.
    pub(crate) kept: PathBuf,
}

impl Writer {
    /// Waits until nobody else writes, reads the log, and heals what a crash left at its end.
    ///
    /// # Errors
    /// [`Failure::NoWorkspace`]; K0650 where the log is damaged; K0656 where the disk refuses.
    pub(crate) fn open(dir: &Path) -> Result<Self, Failure> {
        if !dir.join(SETTINGS_FILE).is_file() {
            return Err(Failure::NoWorkspace { dir: dir.to_owned() });
        }
        let path = path_of(dir);
        let lock = locked(dir, folder_of(&path)).map_err(not_recorded)?;
        let bytes = bytes_of(&path)?;
        let log = Log::of(&bytes)?;
        let whole = log.tail.as_ref().map_or(bytes.len(), |tail| tail.from);
        let healed = match bytes.get(whole..) {
            Some(cut) if !cut.is_empty() => Some(heal(&path, cut, whole).map_err(not_recorded)?),
            _ => None,
        };
        let position = log.head.position();
        Ok(Self { path, events: log.events, state: log.state, position, length: whole as u64, healed, _lock: lock })
    }

    /// What was cut from the end of the log when it was opened, if anything was.
    pub(crate) fn healed(&self) -> Option<&Healed> {
        self.healed.as_ref()
    }

    /// What is agreed.
    pub(crate) fn state(&self) -> &State {
        &self.state
    }

    /// All events.
    pub(crate) fn events(&self) -> &[Event] {
        &self.events
    }

    /// Hash of the last line.
    pub(crate) fn head(&self) -> Hash {
        self.position.hash
    }

    /// Adds what happened as one act: all of it, or nothing. The first act also begins the log.
    ///
    /// * Returns the number of the last event, once the disk has it.
    ///
    /// # Errors
    /// The first thing that does not fit (K0651-K0655, K0665); K0656 where the disk refuses.
    pub(crate) fn append(&mut self, act: Vec<What>, said: &Said) -> Result<u64, Failure> {
        self.append_at(act, said, &|_| Place::file(LOG_FILE))
    }

    /// The same, with the place of each thing, for the problem of one that does not fit.
    ///
    /// # Errors
    /// As [`Writer::append`].
    pub(crate) fn append_at(
        &mut self,
        act: Vec<What>,
        said: &Said,
        place: &dyn Fn(usize) -> Place,
    ) -> Result<u64, Failure> {
        let recorded = clock::now();
        let event = |what| Event { day: said.day, recorded: recorded.clone(), by: Some(said.by.clone()), what };
        let mut state = self.state.clone();
        let begins = self.position.events == 0;
        let mut events: Vec<Event> = begins.then(|| event(What::Opened)).into_iter().collect();
        events.iter().for_each(|opened| state.apply(opened));
        for (at, what) in act.into_iter().enumerate() {
            let event = event(what);
            state.check(&event).map_err(|misfit| stop(found::misfit(&misfit, &state, &event, place(at))))?;
            if let What::Set(entry) = &event.what
                && let Some(problem) = found::removed_words(entry, place(at))
            {
                return Err(stop(problem));
            }
            state.apply(&event);
            events.push(event);
        }
        let (bytes, position) = with_salts(|salt| log::append(&events, self.position, salt))?;
        self.write(&bytes)?;
        (self.state, self.position) = (state, position);
        self.length += bytes.len() as u64;
        self.events.extend(events);
        Ok(self.position.events)
    }

    /// Takes words of an event out of the log, with an event that says so.
    ///
    /// * Returns the number of that event.
    ///
    /// # Errors
    /// K0655 without a reason; K0661 where no such words stand; K0656 where the disk refuses.
    pub(crate) fn redact(&mut self, what: What, said: &Said) -> Result<u64, Failure> {
        let event = Event { day: said.day, recorded: clock::now(), by: Some(said.by.clone()), what };
        let place = || Place::file(LOG_FILE);
        self.state.check(&event).map_err(|misfit| stop(found::misfit(&misfit, &self.state, &event, place())))?;
        let bytes = bytes_of(&self.path)?;
        let made =
            with_salts(|salt| log::redact(&bytes, &event, salt))?.map_err(|error| self.refused(&error, &event))?;
        let log = Log::of(&made)?;
        replace_durably(&self.path, &made).map_err(not_recorded)?;
        (self.position, self.length) = (log.head.position(), made.len() as u64);
        (self.events, self.state) = (log.events, log.state);
        Ok(self.position.events)
    }

    fn refused(&self, error: &RedactError, event: &Event) -> Failure {
        match (error, &event.what) {
            (RedactError::Log(error), _) => stop(found::damage(error)),
            (_, What::Redacted { seq, field, .. }) => {
                let at = usize::try_from(*seq).ok().and_then(|seq| self.events.get(seq.checked_sub(1)?));
                let known = at.map(words_of).unwrap_or_default();
                let known: Vec<&str> = known.iter().map(|(field, _)| *field).collect();
                let known = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
                stop(found::nothing_to_redact(*seq, field, &known))
            }
            _ => stop(found::nothing_to_redact(0, "", "none")),
        }
    }

    /// Brings bytes to the end of the file, or leaves it as it was.
    fn write(&self, bytes: &[u8]) -> Result<(), Failure> {
        let is_new = !self.path.exists();
        let io = |error| Failure::NotRecorded { path: self.path.clone(), source: error };
        let mut file = File::options().create(true).write(true).truncate(false).open(&self.path).map_err(io)?;
        let mut bring = || {
            file.seek(SeekFrom::Start(self.length))?;
            file.write_all(bytes)?;
            file.sync_all()
        };
        let brought = bring().map_err(io).and_then(|()| match is_new {
            true => sync_folder(folder_of(&self.path)).map_err(not_recorded),
            false => Ok(()),
        });
        // What cannot be cut now, the next writer cuts: half an act counts for nothing.
        brought.inspect_err(|_| drop(file.set_len(self.length).and_then(|()| file.sync_all())))
    }
}

/// The words of an event that can be taken out, by the name of their field.
pub(crate) fn words_of(event: &Event) -> Vec<(&'static str, &str)> {
    use kapstok_agenda::entry::Value;
    let mut words: Vec<(&'static str, &str)> = event.by.iter().map(|by| ("by", by.as_str())).collect();
    match &event.what {
        What::Opened => {}
        What::Set(entry) => words.extend(entry.values().filter_map(|(field, value)| match value {
            Value::Text(text) => Some((field, text.as_str())),
            _ => None,
        })),
        What::Withdrawn { reason, .. }
        | What::Redacted { reason, .. }
        | What::ChoiceChanged(ChoiceChange { reason, .. }) => {
            words.extend(reason.iter().map(|reason| ("reason", reason.as_str())));
        }
        What::StatementDecided(decision) => words.extend(decision.words()),
        What::Adopted(adoption) => {
            words.extend(adoption.reason.iter().flatten().map(|reason| ("reason", reason.as_str())));
        }
    }
    words
}

/// Makes the folder where it is not there yet, waits for the lock, and takes away what a killed writer left.
fn locked(dir: &Path, folder: &Path) -> Result<File, Failure> {
    if !folder.is_dir() {
        std::fs::create_dir_all(folder).map_err(|error| Failure::io(folder, error))?;
        sync_folder(dir)?;
    }
    let path = folder.join(".lock");
    let open = File::options().create(true).write(true).truncate(false).open(&path);
    let lock = open.map_err(|error| Failure::io(&path, error))?;
    lock.lock().map_err(|error| Failure::io(&path, error))?;
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_name().to_str().is_some_and(|name| name.starts_with('.') && name.contains(".new-")) {
            let _ = std::fs::remove_file(entry.path());
        }
    }
    Ok(lock)
}

/// Keeps what stands behind the last act beside the log, then cuts it off.
fn heal(path: &Path, cut: &[u8], whole: usize) -> Result<Healed, Failure> {
    let name = format!("cut-{}.jsonl", &sha256_hex(cut)[..NAME_LENGTH]);
    let kept = folder_of(path).join(name);
    replace_durably(&kept, cut)?;
    let shorten = || {
        let file = File::options().write(true).open(path)?;
        file.set_len(whole as u64)?;
        file.sync_all()
    };
    shorten().map_err(|error| Failure::io(path, error))?;
    sync_folder(folder_of(path))?;
    Ok(Healed { bytes: cut.len(), kept })
}

/// A file that could not be written: nothing was recorded, and that is what must be said.
fn not_recorded(failure: Failure) -> Failure {
    match failure {
        Failure::Io { path, source } => Failure::NotRecorded { path, source },
        other => other,
    }
}

/// Runs something that needs salts, each drawn from the system's randomness.
fn with_salts<T>(run: impl FnOnce(&mut dyn FnMut() -> Salt) -> T) -> Result<T, Failure> {
    let mut failed = None;
    let made = run(&mut || {
        let mut bytes = [0; 16];
        if let Err(error) = getrandom::fill(&mut bytes) {
            failed = Some(error);
        }
        Salt(bytes)
    });
    match failed {
        // Words under a salt that can be guessed could be found again after they were taken out.
        Some(error) => Err(Failure::NotRecorded {
            path: PathBuf::from("getrandom"),
            source: std::io::Error::other(error.to_string()),
        }),
        None => Ok(made),
    }
}
