// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! GDAL as a client of the API: what `ogrinfo` and `ogr2ogr` read is what the server says.
//!
//! In: the invented region, built and served here on a port of its own. Out: whether layers, counts, types and one figure
//! agree. Invariant: the server is stopped whatever happens. Where GDAL is not here it is installed as root on Debian,
//! which is said; else it is not run, which is a failure under `CI=true`.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

use serde_json::Value;

use crate::checkout::{self, Checkout};
use crate::debian::{self, GDAL};

/// The workspace that is served.
const WORKSPACE: &str = "target/ogc-region";
/// Where GDAL writes what it read.
const READ: &str = "target/ogc-read";
/// One figure that must agree: level, area, indicator.
const CELL: [&str; 3] = ["neighbourhood", "XB01010114", "chronisch_ziek"];

/// Serves the region and lets GDAL read it.
///
/// # Errors
/// What GDAL reads is not what the server says; under `CI=true` also that GDAL cannot be had.
pub(crate) fn ogc(checkout: &Checkout) -> Result<(), String> {
    if debian::have(checkout, &GDAL, "GDAL reads the API")?.is_none() {
        return Ok(());
    }
    let workspace = checkout.path(WORKSPACE).display().to_string();
    let run = ["run", "--locked", "--quiet", "-p", "kapstok-app", "--", "--lang", "en"];
    checkout.output(checkout.cargo(&[&run[..], &["demo", "--no-serve", "--dir", &workspace]].concat()))?;
    let mut serve = checkout.cargo(&[&run[..], &["serve", &workspace, "--port", "0"]].concat());
    let mut server = Server::start(&mut serve)?;
    let address = server.address()?;
    let layers = same_layers(checkout, &address)?;
    same_figure(checkout, &address)?;
    println!("GDAL reads the API: {layers} layers, their counts and one figure agree");
    Ok(())
}

/// Names, numbers of areas and types, as the server says them and as GDAL reads them.
fn same_layers(checkout: &Checkout, address: &str) -> Result<usize, String> {
    let told = checkout.output(checkout.command("ogrinfo", &["-so", "-al", &format!("OAPIF:http://{address}/v1")]))?;
    let collections = get(address, "/v1/collections")?;
    let collections = collections["collections"].as_array().cloned().unwrap_or_default();
    for collection in &collections {
        let name = collection["id"].as_str().unwrap_or_default();
        let page = get(address, &format!("/v1/collections/{name}/items?limit=1&properties="))?;
        let wanted = format!("Feature Count: {}", page["numberMatched"]);
        let layer = told.split("Layer name: ").find(|layer| layer.lines().next() == Some(name));
        let layer = layer.ok_or_else(|| format!("ogrinfo sees no layer `{name}`"))?;
        if !layer.lines().any(|line| line == wanted) {
            return Err(format!("ogrinfo does not say `{wanted}` of `{name}`"));
        }
        let schema = get(address, &format!("/v1/collections/{name}/schema"))?;
        let fields = schema.pointer("/properties/properties/properties").and_then(Value::as_object).cloned();
        for (field, meaning) in fields.unwrap_or_default() {
            let kind = match meaning["type"].as_str() {
                Some("number") => "Real",
                Some("integer") => "Integer",
                _ => "String",
            };
            if !layer.lines().any(|line| line.starts_with(&format!("{field}: {kind} "))) {
                return Err(format!("ogrinfo does not take `{field}` of `{name}` for {kind}"));
            }
        }
    }
    match collections.len() {
        0 => Err("the server has no collections".to_owned()),
        n => Ok(n),
    }
}

/// One figure, as the server says it and as GDAL writes it down.
fn same_figure(checkout: &Checkout, address: &str) -> Result<(), String> {
    let [level, code, indicator] = CELL;
    let feature = get(address, &format!("/v1/collections/{level}/items/{code}"))?;
    let told = feature["properties"][indicator].as_f64();
    let read = checkout.path(READ);
    let _ = std::fs::remove_dir_all(&read);
    std::fs::create_dir_all(&read).map_err(|error| format!("`{READ}`: {error}"))?;
    let file = read.join("areas.geojson");
    let (path, source) = (file.display().to_string(), format!("OAPIF:http://{address}/v1"));
    checkout.output(checkout.command("ogr2ogr", &["-f", "GeoJSON", &path, &source, level]))?;
    let text = std::fs::read_to_string(&file).map_err(|error| format!("`{path}`: {error}"))?;
    let written: Value = serde_json::from_str(&text).map_err(|error| format!("`{path}`: {error}"))?;
    let features = written["features"].as_array().cloned().unwrap_or_default();
    let n = get(address, &format!("/v1/collections/{level}/items?limit=1"))?["numberMatched"].as_u64();
    if Some(features.len() as u64) != n {
        return Err(format!("ogr2ogr read {} areas of {n:?}", features.len()));
    }
    let found = features.iter().find(|feature| feature["properties"]["code"] == code);
    match found.map(|feature| feature["properties"][indicator].as_f64()) {
        Some(value) if value == told && told.is_some() => Ok(()),
        other => Err(format!("{indicator} of {code}: the server says {told:?}, ogr2ogr {other:?}")),
    }
}

/// A JSON document of the server.
fn get(address: &str, path: &str) -> Result<Value, String> {
    let failed = |error: std::io::Error| format!("{path}: {error}");
    let mut stream = TcpStream::connect(address).map_err(failed)?;
    write!(stream, "GET {path} HTTP/1.0\r\nHost: {address}\r\n\r\n").map_err(failed)?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).map_err(failed)?;
    let (_, body) = answer.split_once("\r\n\r\n").ok_or_else(|| format!("{path}: no answer"))?;
    serde_json::from_str(body).map_err(|error| format!("{path}: {error}"))
}

/// A server that is stopped when it is dropped.
struct Server(Child);

impl Server {
    fn start(command: &mut Command) -> Result<Self, String> {
        println!("\n> {}", checkout::shown(command));
        let child = command.stdout(Stdio::piped()).spawn();
        child.map(Self).map_err(|error| format!("`kapstok serve`: {error}"))
    }

    /// Host and port, from the line that it says when it is ready.
    fn address(&mut self) -> Result<String, String> {
        let output = self.0.stdout.as_mut().ok_or("`kapstok serve` has no output")?;
        let mut line = String::new();
        BufReader::new(output).read_line(&mut line).map_err(|error| error.to_string())?;
        let address = line.split("http://").nth(1).and_then(|rest| rest.split('/').next());
        address.map(str::to_owned).ok_or_else(|| format!("`kapstok serve` said `{}`", line.trim()))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
