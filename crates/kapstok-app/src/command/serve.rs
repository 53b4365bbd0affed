// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok serve DIR`: pages, atlas and API over the current build.
//!
//! In: a workspace with a build, and the log of agendas if it has one. Out: answers on a port, until the program ends.
//! Invariant: a new build is shown as a whole or not at all; a damaged one is told on standard error, and the one that stood
//! stays. A new log is shown without a new build; of a damaged one pages show where it is damaged, and nothing else.

use std::collections::BTreeMap;
use std::fs::DirEntry;
use std::io::Write;
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use kapstok_serve::pages::links::{Links, Page};
use kapstok_serve::{Clock, Contact, Held, Limits, Log, Served, Shelf, Site, SureHeld, Told, TruthTest};
use kapstok_share::words::Words;

use crate::build::snapshot;
use crate::build::store::Store;
use crate::documents;
use crate::failure::Failure;
use crate::tell;
use crate::tiles_on_disk::TilesOnDisk;
use crate::workspace::Settings;

/// The port without another asked for.
pub(crate) const PORT: u16 = 7878;

/// How often a new build and a new log are looked for.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// Where the log of agendas lies in a workspace.
const LOG: &str = "agenda/log.jsonl";

/// Where and how to serve.
#[derive(Clone, Debug)]
pub(crate) struct Where {
    /// The address; only this machine unless told otherwise.
    pub(crate) host: IpAddr,
    /// The port; 0 takes any that is free.
    pub(crate) port: u16,
    /// A style sheet of the municipality.
    pub(crate) theme: Option<PathBuf>,
    /// The page that people are led to.
    pub(crate) first: Page,
}

impl Where {
    /// Where the demo is shown: at its own port, or any other where somebody else has that.
    pub(crate) fn of_demo() -> Self {
        let host = IpAddr::V4(Ipv4Addr::LOCALHOST);
        let port = TcpListener::bind((host, PORT)).map_or(0, |_| PORT);
        Self { host, port, theme: None, first: Page::Thursday }
    }
}

/// Serves until the program ends.
///
/// # Errors
/// No build, or a damaged one; a port that is taken.
pub(crate) fn serve(dir: &Path, place: &Where, words: &Words, out: &mut dyn Write) -> Result<(), Failure> {
    let Open { served, listener, address, watch } = open(dir, place)?;
    let first = Links::Server.href(&place.first, words.language);
    let said = words.say("serve-at", &[("address", &format!("http://{address}{first}"))]);
    writeln!(out, "{said}").and_then(|()| out.flush()).map_err(crate::standard_output)?;
    watch.begin(words);
    kapstok_serve::run(listener, served, Limits::STANDARD).map_err(|error| of_address(address, error))
}

/// A build that is about to be served.
pub(crate) struct Open {
    pub(crate) served: Arc<Served>,
    pub(crate) listener: TcpListener,
    pub(crate) address: SocketAddr,
    pub(crate) watch: Watch,
}

/// Reads the current build and takes a port.
///
/// # Errors
/// No build, or a damaged one; a port that is taken.
pub(crate) fn open(dir: &Path, place: &Where) -> Result<Open, Failure> {
    let store = Store::current(dir)?;
    let snapshot = snapshot::load(&store)?;
    let shown = snapshot.id().to_owned();
    let log = of_file(&dir.join(LOG));
    let served = Arc::new(Served::new(Site::new(snapshot, told(dir, &store, place)?)));
    let asked = SocketAddr::new(place.host, place.port);
    let listener = TcpListener::bind(asked).map_err(|error| of_address(asked, error))?;
    let address = listener.local_addr().map_err(|error| of_address(asked, error))?;
    let watch =
        Watch { dir: dir.to_owned(), place: place.clone(), served: Arc::clone(&served), shown, log, told_of: None };
    Ok(Open { served, listener, address, watch })
}

/// What the system says of an address.
pub(crate) fn of_address(address: SocketAddr, error: std::io::Error) -> Failure {
    Failure::io(Path::new(&address.to_string()), error)
}

/// What is told beside the figures of a build.
fn told(dir: &Path, store: &Store, place: &Where) -> Result<Told, Failure> {
    let theme = theme(place.theme.as_deref())?;
    let shelf = Some(Shelf(Arc::new(TilesOnDisk::new(dir))));
    let (contact, truth, log) = (contact(dir), truth(dir, store), agenda_of(dir)?);
    let documents = Arc::new(documents::of_build(&store.dir)?);
    Ok(Told { theme, contact, program: program(), clock: Clock(seconds), shelf, truth, documents, log })
}

/// The log of agendas of a workspace. What stands behind its last whole act was never acknowledged, and is not shown.
///
/// # Errors
/// What the system says of the file.
pub(crate) fn agenda_of(dir: &Path) -> Result<Log, Failure> {
    let path = dir.join(LOG);
    let bytes = match std::fs::read(&path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Log::None),
        read => read.map_err(|error| Failure::io(&path, error))?,
    };
    Ok(match kapstok_agenda::log::read(&bytes) {
        Ok((events, head, _)) => Log::Whole(events, head),
        Err(error) => Log::Damaged(error),
    })
}

/// A style sheet of the municipality; empty without one.
pub(crate) fn theme(path: Option<&Path>) -> Result<String, Failure> {
    match path {
        Some(path) => std::fs::read_to_string(path).map_err(|error| Failure::io(path, error)),
        None => Ok(String::new()),
    }
}

/// Who answers for the API, if the workspace says so. A workspace that cannot be read is served from its build.
fn contact(dir: &Path) -> Option<Contact> {
    let text = std::fs::read_to_string(dir.join("kapstok.toml")).ok()?;
    let (settings, _) = Settings::read("kapstok.toml", &text);
    settings?.contact.map(|it| Contact { name: it.name, url: it.url, email: it.email })
}

/// Seconds since the first of January 1970: for `timeStamp` of an answer.
fn seconds() -> u64 {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    now.map_or(0, |since| since.as_secs())
}

/// The program that serves, in a word: another one may answer otherwise from the same build.
fn program() -> String {
    let file = std::env::current_exe().and_then(|path| path.metadata());
    let changed = |file: &std::fs::Metadata| file.modified().ok()?.duration_since(std::time::UNIX_EPOCH).ok();
    file.map_or_else(|_| String::new(), |file| format!("{} {:?}", file.len(), changed(&file)))
}

/// The truth test of an invented region; none where there is no truth, or it is not that of this build.
pub(crate) fn truth(dir: &Path, store: &Store) -> Option<TruthTest> {
    if !dir.join("truth").is_dir() {
        return None;
    }
    let test = crate::truth::truth_test(dir, store).ok()?;
    let held = |held: crate::truth::Held| Held { inside: held.inside, n: held.n };
    Some(TruthTest {
        k: test.k,
        at_least: test.at_least.iter().map(|(m, it)| (*m, held(*it))).collect(),
        pairs: held(test.pairs),
        intervals: held(test.intervals),
        sure: test.sure.map(|sure| SureHeld {
            level: sure.level,
            replications: sure.replications,
            n_not_compared: sure.n_not_compared,
            score: held(sure.score),
            rank: held(sure.rank),
            burdens: held(sure.burdens),
            chances: sure.chances.iter().map(|it| (it.mean, Held { inside: it.so, n: it.n })).collect(),
        }),
    })
}

/// Looks for new builds and new logs.
pub(crate) struct Watch {
    dir: PathBuf,
    place: Where,
    served: Arc<Served>,
    /// Name of the build that is shown.
    shown: String,
    /// The log that is shown, as its file was.
    log: OfFile,
    /// The build that could not be shown, as it was when that was told.
    told_of: Option<Stamp>,
}

impl Watch {
    /// Begins to look, beside what answers.
    pub(crate) fn begin(self, words: &Words) {
        let language = words.language;
        std::thread::spawn(move || self.go_on(&Words::new(language)));
    }

    /// Shows each new build until the program ends.
    fn go_on(mut self, words: &Words) {
        // Answers are given already; what takes long is made here, so that nobody waits for it.
        self.served.site().warm();
        loop {
            std::thread::sleep(LOOK_EVERY);
            self.look(words);
            self.look_at_log(words);
        }
    }

    /// A damaged build is told once, and the one that is shown stays; when its files change it is tried again, for it is
    /// mended under the same name.
    fn look(&mut self, words: &Words) {
        let Ok(store) = Store::current(&self.dir) else { return };
        let name = store.dir.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let stamp = stamp(&store.dir);
        if name == self.shown || self.told_of.as_ref() == Some(&stamp) {
            return;
        }
        let log = of_file(&self.dir.join(LOG));
        let site =
            snapshot::load(&store).and_then(|snapshot| Ok(Site::new(snapshot, told(&self.dir, &store, &self.place)?)));
        match site {
            Ok(site) => {
                site.warm();
                self.served.swap(site);
                (self.shown, self.log, self.told_of) = (name, log, None);
            }
            Err(failure) => {
                tell::tell(&failure, words);
                self.told_of = Some(stamp);
            }
        }
    }

    /// A log that was written since stands beside the same build: figures stay, and nothing is built.
    fn look_at_log(&mut self, words: &Words) {
        let now = of_file(&self.dir.join(LOG));
        if now == self.log {
            return;
        }
        match agenda_of(&self.dir) {
            Ok(log) => self.served.show_log(log),
            Err(failure) => tell::tell(&failure, words),
        }
        // Told once; when the file changes it is tried again.
        self.log = now;
    }
}

/// Size and time of a file; `None` where there is none.
type OfFile = Option<(u64, SystemTime)>;

fn of_file(path: &Path) -> OfFile {
    let file = path.metadata().ok()?;
    Some((file.len(), file.modified().ok()?))
}

/// The files of a folder with their sizes and times: when nothing of it is other, nothing was mended.
type Stamp = BTreeMap<PathBuf, Option<(u64, SystemTime)>>;

fn stamp(dir: &Path) -> Stamp {
    let of = |entry: DirEntry| {
        let file = entry.metadata().ok();
        (entry.path(), file.and_then(|file| Some((file.len(), file.modified().ok()?))))
    };
    std::fs::read_dir(dir).into_iter().flatten().flatten().map(of).collect()
}
