// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `cargo xtask bench-server`: what one server bears, per second of its own processor time.
//!
//! In: the country from the real files where these are at hand, else the invented region. Out: a table on standard
//! output: requests per server second, beside nginx where it is here, with files of the same bytes; time until
//! ready; memory; the time in which GDAL reads all areas by ten. Requests per second of a clock say more of the
//! other work of a machine than of the server: both run on the same cores.

mod nginx;

use std::path::Path;
use std::time::Instant;

use crate::checkout::{self, Checkout};
use crate::debian::{self, GDAL, WRK};
use crate::real;
use crate::server::{self, Server};
use nginx::Nginx;

/// How long each path is asked, in seconds.
const SECONDS: u32 = 4;
/// Connections at once.
const CONNECTIONS: u32 = 16;

/// Starts of which the middle one counts.
const STARTS: usize = 5;
/// Seconds within which a country is ready.
const READY: f64 = 1.0;
/// Mebibytes with all of it loaded.
const MEMORY: f64 = 250.0;
/// Seconds in which GDAL reads all areas by ten.
const BY_TEN: f64 = 15.0;

/// One row of the table.
struct Row {
    what: &'static str,
    path: String,
    /// Requests per server second that DESIGN asks for.
    budget: Option<f64>,
    /// Whether a file server can be held beside it.
    is_file: bool,
}

/// Measures and prints.
///
/// # Errors
/// The server does not start, an answer is no 2xx, a budget is missed, or a tool is missing under `CI=true`.
pub(crate) fn bench_server(checkout: &Checkout) -> Result<(), String> {
    let Some(wrk) = debian::have(checkout, &WRK, "the bench of the server")? else { return Ok(()) };
    checkout::must_run(&mut checkout.cargo(&["build", "--release", "--locked", "-p", "kapstok-app"]))?;
    let program = checkout.path("target/release/kapstok");
    let (dir, level) = workspace(checkout, &program)?;
    let mut missed = Missed::default();
    let mut starts: Vec<f64> =
        (0..STARTS).map(|_| started(&program, &dir).map(|(_, seconds)| seconds)).collect::<Result<_, _>>()?;
    starts.sort_by(f64::total_cmp);
    let ready = missed.at_most("ready, s", starts[STARTS / 2], READY);
    let server = started(&program, &dir)?.0;
    println!(
        "ready after {ready:.2} s, of {STARTS} starts {:.2} to {:.2} (budget {READY:.0} s), {:.0} MiB",
        starts[0],
        starts[STARTS - 1],
        server.memory_mib()?
    );
    let rows = rows(&server, &level)?;
    println!("\n{:<28} {:>12} {:>10} {:>14} {:>9}", "what", "bytes", "budget", "per server s", "nginx");
    for row in &rows {
        let bytes = server.get(&row.path)?;
        let ours = measure(checkout, &wrk, &server.url(&row.path), server.pid())?;
        let beside = match row.is_file.then(|| Nginx::start(&bytes)).transpose()?.flatten() {
            Some(nginx) => format!("{:.0}", measure(checkout, &wrk, &nginx.url(), nginx.pid()?)?),
            None => "-".to_owned(),
        };
        let budget = row.budget.map_or("-".to_owned(), |budget| format!("{budget:.0}"));
        missed.at_least(row.what, ours, row.budget.unwrap_or(0.0));
        println!("{:<28} {:>12} {:>10} {:>14.0} {:>9}", row.what, bytes.len(), budget, ours, beside);
    }
    let memory = missed.at_most("memory, MiB", server.memory_mib()?, MEMORY);
    println!("\nwith all of it loaded: {memory:.0} MiB (budget {MEMORY:.0} MiB)");
    if let Some(seconds) = read_by_ten(checkout, &server, &level)? {
        missed.at_most("all areas by ten, s", seconds, BY_TEN);
        println!("ogr2ogr, all areas by pages of ten: {seconds:.1} s (budget {BY_TEN:.0} s)");
    }
    missed.told()
}

/// A server that is ready, and the seconds until it was.
fn started(program: &Path, dir: &Path) -> Result<(Server, f64), String> {
    let begin = Instant::now();
    let server = Server::start(program, dir)?;
    Ok((server, begin.elapsed().as_secs_f64()))
}

/// Budgets that were missed.
#[derive(Default)]
struct Missed(Vec<String>);

impl Missed {
    fn at_most(&mut self, what: &str, seen: f64, budget: f64) -> f64 {
        self.0.extend((seen > budget).then(|| format!("{what}: {seen:.2}, at most {budget}")));
        seen
    }

    fn at_least(&mut self, what: &str, seen: f64, budget: f64) {
        self.0.extend((seen < budget).then(|| format!("{what}: {seen:.0}, at least {budget}")));
    }

    fn told(self) -> Result<(), String> {
        match self.0.is_empty() {
            true => Ok(()),
            false => Err(format!("budgets missed: {}; is the machine quiet?", self.0.join("; "))),
        }
    }
}

/// The workspace that is served, and its level with the most areas.
fn workspace(checkout: &Checkout, program: &Path) -> Result<(std::path::PathBuf, String), String> {
    let level = "neighbourhood".to_owned();
    if checkout.data().is_some() {
        let dir = checkout.path("target/bench-server-real");
        real::real(checkout, Some(dir.clone()))?;
        return Ok((dir, level));
    }
    println!("the invented region is served: there are no real files here");
    let dir = checkout.path("target/bench-server-region");
    let shown = dir.display().to_string();
    let program = program.display().to_string();
    checkout.output(checkout.command(&program, &["demo", "--no-serve", "--dir", &shown]))?;
    Ok((dir, level))
}

fn rows(server: &Server, level: &str) -> Result<Vec<Row>, String> {
    let catalogue: serde_json::Value =
        serde_json::from_slice(&server.get("/v1/catalogue")?).map_err(|error| format!("/v1/catalogue: {error}"))?;
    let levels = catalogue["levels"].as_array().map(Vec::as_slice).unwrap_or_default();
    let entry = levels.iter().find(|entry| entry["id"] == level).ok_or("the catalogue has no such level")?;
    let column = entry["columns"][0]["href"].as_str().ok_or("the level has no column")?;
    let areas: serde_json::Value = serde_json::from_slice(&server.get(&format!("/v1/columns/{level}"))?)
        .map_err(|error| format!("/v1/columns/{level}: {error}"))?;
    let middle = areas["codes"].as_array().map_or(0, |codes| codes.len() / 2);
    let area = areas["codes"][middle].as_str().unwrap_or_default().to_owned();
    let centre = |axis: usize| areas["centres"][middle][axis].as_f64().unwrap_or(0.0);
    let (x, y) = tile_at(centre(0), centre(1), 10);
    let row = |what, path: String, budget, is_file| Row { what, path, budget, is_file };
    Ok(vec![
        row("tile, cached", format!("/v1/collections/{level}/tiles/WebMercatorQuad/10/{y}/{x}"), Some(20_000.0), true),
        row("column", format!("/v1/{column}"), Some(10_000.0), true),
        row("one area, JSON", format!("/v1/areas/{area}"), Some(5_000.0), false),
        row("items?limit=10", format!("/v1/collections/{level}/items?limit=10"), Some(5_000.0), false),
        row("page of an area", format!("/nl/gebied/{area}"), None, false),
        row("search", "/v1/search?q=centrum".to_owned(), None, false),
    ])
}

/// The tile of a place.
fn tile_at(longitude: f64, latitude: f64, zoom: u32) -> (u32, u32) {
    let n = f64::from(1 << zoom);
    let latitude = latitude.to_radians();
    let y = (1.0 - (latitude.tan() + 1.0 / latitude.cos()).ln() / std::f64::consts::PI) / 2.0;
    (((longitude + 180.0) / 360.0 * n) as u32, (y * n) as u32)
}

/// Requests per second of processor time of a process.
fn measure(checkout: &Checkout, wrk: &str, url: &str, pid: u32) -> Result<f64, String> {
    let (connections, seconds) = (CONNECTIONS.to_string(), format!("{SECONDS}s"));
    let ask = |seconds: &str| checkout.output(checkout.command(wrk, &["-t1", "-c", &connections, "-d", seconds, url]));
    ask("1s")?;
    let before = server::processor_seconds(pid)?;
    let said = ask(&seconds)?;
    let spent = server::processor_seconds(pid)? - before;
    if said.contains("Non-2xx") || said.contains("Socket errors") {
        return Err(format!("{url}: {said}"));
    }
    let requests = said.lines().find_map(|line| line.trim().split_once(" requests in "));
    let requests: f64 = requests.and_then(|(n, _)| n.parse().ok()).ok_or_else(|| format!("wrk said: {said}"))?;
    Ok(requests / spent.max(0.01))
}

/// Seconds for all areas by pages of ten, as GDAL up to 3.7 reads them; none without GDAL.
fn read_by_ten(checkout: &Checkout, server: &Server, level: &str) -> Result<Option<f64>, String> {
    let Some(_) = debian::have(checkout, &GDAL, "reading all areas with GDAL")? else { return Ok(None) };
    let address = format!("OAPIF:{}", server.url("/v1"));
    let started = Instant::now();
    let said = checkout.output(checkout.command("ogrinfo", &["-so", &address, level]))?;
    let count = said.lines().find(|line| line.starts_with("Feature Count")).unwrap_or("no count");
    println!("ogrinfo -so: {count}, {:.1} s", started.elapsed().as_secs_f64());
    let into = checkout.path("target/bench-server.gpkg");
    let _ = std::fs::remove_file(&into);
    let into = into.display().to_string();
    let started = Instant::now();
    checkout.output(checkout.command("ogr2ogr", &["-f", "GPKG", &into, &address, level]))?;
    Ok(Some(started.elapsed().as_secs_f64()))
}
