// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The NL API Design Rules, held against the description that is served.
//!
//! In: `/v1/openapi.json`, and our own ruleset for Spectral. Out: no error, and no warning but those that
//! `docs/reference/api.md` explains. Invariant: the ruleset can fail: each of its rules finds something in a copy that
//! was spoilt for it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::checkout::{self, Checkout};
use crate::server::Server;

/// Where Spectral is installed.
const HOME: &str = "target/clients/npm";
/// What names it and all that it brings.
const LOCKED: [&str; 2] = ["package.json", "package-lock.json"];
/// Our rules.
const RULES: &str = "xtask/clients/adr.spectral.yaml";
/// Where each exception is explained.
const EXPLAINED: &str = "docs/reference/api.md";
/// Rules that we do not keep, each with what every finding of it is about.
const EXCEPTIONS: [(&str, &str); 4] = [
    ("operation-description", "paths."),
    ("paths-kebab-case", "/tiles/WebMercatorQuad"),
    ("query-keys-camel-case", "/items.get.parameters."),
    ("servers-use-https", "servers.0.url"),
];

/// A finding: the rule, whether it is an error, and where.
struct Finding {
    rule: String,
    is_error: bool,
    place: String,
}

/// Runs Spectral over what is served, and over copies that were spoilt. None where it cannot be had, which was then said.
pub(super) fn check(checkout: &Checkout, server: &Server) -> Result<Option<Result<String, String>>, String> {
    let Some(spectral) = install(checkout)? else { return Ok(None) };
    let served = server.get("/v1/openapi.json")?;
    let served: Value = serde_json::from_slice(&served).map_err(|error| format!("/v1/openapi.json: {error}"))?;
    let explained =
        std::fs::read_to_string(checkout.path(EXPLAINED)).map_err(|error| format!("{EXPLAINED}: {error}"))?;
    let rules = std::fs::read_to_string(checkout.path(RULES)).map_err(|error| format!("{RULES}: {error}"))?;
    let lint = |name: &str, document: &Value| findings(checkout, &spectral, name, document);
    Ok(Some((|| {
        let kept = keeps(&lint("served.json", &served)?, &explained)?;
        let mut found: BTreeSet<String> = BTreeSet::new();
        for (name, document) in [("spoilt.json", spoilt(&served)), ("unpathed.json", unpathed(&served))] {
            found.extend(lint(name, &document)?.into_iter().map(|finding| finding.rule));
        }
        let all = names(&rules);
        let blind: Vec<_> = all.iter().filter(|rule| !found.contains(*rule)).collect();
        if !blind.is_empty() {
            return Err(format!("{RULES}: found nothing in a spoilt copy: {blind:?}"));
        }
        Ok(format!("0 errors; {kept}; each of {} rules finds something in a copy spoilt for it", all.len()))
    })()))
}

/// Installs what the lock names, without running any script of it.
fn install(checkout: &Checkout) -> Result<Option<PathBuf>, String> {
    let home = checkout.path(HOME);
    let npm = |arguments: &[&str]| {
        let mut command = checkout.command(if cfg!(windows) { "npm.cmd" } else { "npm" }, arguments);
        command.current_dir(&home);
        command
    };
    std::fs::create_dir_all(&home).map_err(|error| format!("`{HOME}`: {error}"))?;
    if checkout.output(npm(&["--version"])).is_err() {
        checkout::not_run("the NL API Design Rules", "no `npm` here; install Node 20 or newer")?;
        return Ok(None);
    }
    let spectral = home.join("node_modules/@stoplight/spectral-cli/dist/index.js");
    let mut is_known = spectral.is_file();
    for name in LOCKED {
        let text = std::fs::read_to_string(checkout.path("xtask/clients/npm").join(name))
            .map_err(|error| error.to_string())?;
        is_known &= std::fs::read_to_string(home.join(name)).is_ok_and(|known| known == text);
        std::fs::write(home.join(name), text).map_err(|error| format!("`{HOME}/{name}`: {error}"))?;
    }
    if !is_known && let Err(why) = checkout.output(npm(&["ci", "--ignore-scripts", "--no-audit", "--no-fund"])) {
        checkout::not_run("the NL API Design Rules", &why)?;
        return Ok(None);
    }
    Ok(Some(spectral))
}

/// What Spectral finds in a document.
fn findings(checkout: &Checkout, spectral: &Path, name: &str, document: &Value) -> Result<Vec<Finding>, String> {
    let (file, out) = (checkout.path(HOME).join(name), checkout.path(HOME).join(format!("found-in-{name}")));
    std::fs::write(&file, document.to_string()).map_err(|error| format!("`{name}`: {error}"))?;
    let [spectral, file, into] = [spectral, &file, &out].map(|path| path.display().to_string());
    // It ends with 1 when it finds an error, and with 2 when it could not look.
    let mut command = checkout.command("node", &[&spectral, "lint", "--ruleset", RULES, "--format", "json"]);
    command.args(["--output", &into, "--quiet", &file]);
    println!("\n> {}", checkout::shown(&command));
    let output = command.output().map_err(|error| format!("spectral: {error}"))?;
    if output.status.code().is_none_or(|code| code > 1) {
        return Err(format!("spectral: {}", String::from_utf8_lossy(&output.stderr).trim()));
    }
    let text = std::fs::read_to_string(&out).map_err(|error| format!("`{into}`: {error}"))?;
    let found: Vec<Value> = serde_json::from_str(&text).map_err(|error| format!("spectral: {error}: {text}"))?;
    let finding = |value: &Value| {
        let steps = value["path"].as_array().into_iter().flatten();
        let steps: Vec<String> =
            steps.map(|step| step.as_str().map_or_else(|| step.to_string(), str::to_owned)).collect();
        Finding {
            rule: value["code"].as_str().unwrap_or_default().to_owned(),
            is_error: value["severity"] == 0,
            place: steps.join("."),
        }
    };
    Ok(found.iter().map(finding).collect())
}

/// Whether every finding is an exception that is explained; and every exception still is one.
fn keeps(findings: &[Finding], explained: &str) -> Result<String, String> {
    let mut n_of: BTreeMap<&str, usize> = EXCEPTIONS.iter().map(|(rule, _)| (*rule, 0)).collect();
    for finding in findings {
        let exception = EXCEPTIONS.iter().find(|(rule, about)| *rule == finding.rule && finding.place.contains(about));
        let Some((rule, _)) = exception.filter(|_| !finding.is_error) else {
            return Err(format!("{} at {}", finding.rule, finding.place));
        };
        *n_of.entry(rule).or_default() += 1;
    }
    for (rule, n) in &n_of {
        if *n == 0 {
            return Err(format!("`{rule}` is kept now: it is no exception any more"));
        }
        if !explained.contains(&format!("`{rule}`")) {
            return Err(format!("{EXPLAINED} does not explain `{rule}`"));
        }
    }
    let told: Vec<String> = n_of.iter().map(|(rule, n)| format!("{n} {rule}")).collect();
    Ok(format!("explained exceptions: {}", told.join(", ")))
}

/// The names of our rules: the keys below `rules:`.
fn names(rules: &str) -> BTreeSet<String> {
    let below = rules.lines().skip_while(|line| *line != "rules:");
    let keys = below.filter_map(|line| line.strip_prefix("  ")?.strip_suffix(':').filter(|key| !key.starts_with(' ')));
    keys.map(str::to_owned).collect()
}

/// A copy in which all rules find something but those about the path of the description.
fn spoilt(served: &Value) -> Value {
    let mut it = served.clone();
    it["openapi"] = "3.1.0".into();
    it["info"]["version"] = "one".into();
    it["info"]["contact"] = json!({ "name": "Somebody" });
    it["servers"][0]["url"] = "http://127.0.0.1/api".into();
    let description = &mut it["paths"]["/openapi.json"];
    description["post"] = description["get"].clone();
    if let Some(headers) = description["get"]["responses"]["200"]["headers"].as_object_mut() {
        headers.remove("Access-Control-Allow-Origin");
        headers.remove("API-Version");
    }
    let landing = &mut it["paths"]["/"]["get"];
    if let Some(answer) = landing["responses"]["304"].as_object_mut() {
        answer.remove("headers");
    }
    landing["responses"]["404"]["content"] = json!({ "text/plain": {} });
    landing["parameters"][0]["name"] = "the_form".into();
    it["paths"]["/"]["fetch"] = it["paths"]["/search"]["get"].clone();
    it["paths"]["/Some_Path/"] = it["paths"]["/search"].clone();
    let schemas = &mut it["components"]["schemas"];
    schemas["badly_named"] = json!({ "$ref": "https://schemas.example/feature.json" });
    schemas["Link"]["properties"]["Hyper_Reference"] = json!({ "type": "string" });
    schemas["FeatureCollection"]["properties"]["timeStamp"] = json!({ "type": "string", "format": "time" });
    if let Some(members) = schemas["Problem"]["properties"].as_object_mut() {
        members.remove("detail");
    }
    it
}

/// A copy that does not have the description as a path.
fn unpathed(served: &Value) -> Value {
    let mut it = served.clone();
    if let Some(paths) = it["paths"].as_object_mut() {
        paths.remove("/openapi.json");
    }
    it
}

#[cfg(test)]
mod tests {
    use super::{EXCEPTIONS, Finding, keeps, names};

    fn finding(rule: &str, is_error: bool, place: &str) -> Finding {
        Finding { rule: rule.to_owned(), is_error, place: place.to_owned() }
    }

    #[test]
    fn a_finding_passes_only_as_an_exception_that_is_explained_and_an_exception_only_while_it_is_found() {
        let known = || EXCEPTIONS.iter().map(|(rule, about)| finding(rule, false, about)).collect::<Vec<_>>();
        let explained: String = EXCEPTIONS.iter().map(|(rule, _)| format!("`{rule}` ")).collect();
        assert!(keeps(&known(), &explained).is_ok());
        assert!(keeps(&known(), "").is_err(), "not explained");
        assert!(keeps(&known()[1..], &explained).is_err(), "no longer found");
        for other in [
            finding("openapi3", true, "openapi"),
            finding("query-keys-camel-case", false, "paths./search.get.parameters.0.name"),
            finding("servers-use-https", true, "servers.0.url"),
        ] {
            let all: Vec<Finding> = known().into_iter().chain([other]).collect();
            assert!(keeps(&all, &explained).is_err());
        }
    }

    #[test]
    fn the_rules_are_counted_by_their_names() {
        let rules = "extends: []\nrules:\n  one:\n    severity: error\n\n  two-more:\n    then:\n";
        assert_eq!(names(rules).into_iter().collect::<Vec<_>>(), ["one", "two-more"]);
    }
}
