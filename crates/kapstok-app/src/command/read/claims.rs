// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok read claims`: what others say about a document, claim by claim, with the places it rests on.

use std::io::Write;
use std::path::Path;

use kapstok_read::Reading;
use kapstok_read::claims::{ClaimVerdict, Claims, Finding, Role};
use kapstok_read::file::FileKind;
use kapstok_read::reading::place_row;
use kapstok_read::row::PlaceRow;
use kapstok_share::documents::said;
use kapstok_share::words::Words;
use kapstok_table::{Place, Problem};
use serde::Serialize;

use super::said::{cited_row, short};
use super::source::{bytes_of, open};
use super::statements::in_language;
use crate::cli::With;
use crate::failure::Failure;
use crate::problems::Texts;

#[derive(Serialize)]
struct AsJson<'a> {
    document: &'a str,
    sha256: &'a str,
    recipe_sha256: &'a str,
    claims: Vec<ClaimAsJson<'a>>,
}

#[derive(Serialize)]
struct ClaimAsJson<'a> {
    id: &'a str,
    says: &'a str,
    verdict: &'static str,
    found: Option<&'a str>,
    evidence: Vec<EvidenceAsJson>,
}

#[derive(Serialize)]
struct EvidenceAsJson {
    role: &'static str,
    #[serde(flatten)]
    place: PlaceRow,
}

/// Checks claims.
pub(super) fn claims(
    path: &Path,
    claims: &Path,
    with: &With,
    words: &Words,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let name = claims.display().to_string();
    let bytes = bytes_of(claims).map_err(|error| Failure::io(claims, error))?;
    // A document in the place of the claims: its kind tells, also where all its bytes are text.
    if FileKind::of(&bytes).is_some_and(|kind| kind != FileKind::Text) {
        return Err(no_claims(path, &name));
    }
    let text = String::from_utf8(bytes).map_err(|_| no_claims(path, &name))?;
    let (parsed, lints) = Claims::parse(&text);
    let Some(claims) = parsed else {
        if has_claims(path) {
            return Err(no_claims(path, &name));
        }
        let problem = |lint: kapstok_read::claims::ClaimsLint| {
            let place = Place { span: lint.span, ..Place::file(&name) };
            Problem::error(lint.code, place).with("found", lint.found)
        };
        let problems = lints.into_iter().map(problem).collect();
        return Err(Failure::Problems { problems, texts: [(name.clone(), text)].into() });
    };
    let source = open(path, with.recipe.as_ref(), words)?;
    let findings = Reading::of(&source.document, &source.recipe).claimed(&claims);
    if with.json {
        let origin = &source.document.origin;
        let all = AsJson {
            document: &source.name,
            sha256: &origin.sha256,
            recipe_sha256: &origin.recipe_sha256,
            claims: findings.iter().map(|finding| as_json(finding, &claims, words)).collect(),
        };
        return crate::print_json(&all, out);
    }
    print(&findings, &claims, words, out).map_err(crate::standard_output)
}

/// Whether a file is one of claims, whatever is wrong with it.
fn has_claims(path: &Path) -> bool {
    let text = bytes_of(path).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    text.and_then(|text| text.parse::<toml::Table>().ok()).is_some_and(|table| table.contains_key("claims"))
}

/// The file that was typed second holds no claims: the one that was typed first may.
fn no_claims(first: &Path, second: &str) -> Failure {
    let problem = match has_claims(first) {
        true => Problem::error("K0884", Place::file(second)).with("document", second).with("claims", first.display()),
        false => Problem::error("K0885", Place::file(second)),
    };
    Failure::Problems { problems: vec![problem], texts: Texts::new() }
}

fn says<'a>(finding: &Finding, claims: &'a Claims, words: &Words) -> &'a str {
    let claim = claims.claims.iter().find(|claim| claim.id == finding.claim);
    claim.map_or("", |claim| in_language(&claim.says.nl, &claim.says.en, words))
}

fn as_json<'a>(finding: &'a Finding, claims: &'a Claims, words: &Words) -> ClaimAsJson<'a> {
    let evidence = finding
        .evidence
        .iter()
        .map(|evidence| EvidenceAsJson { role: role_word(evidence.role), place: place_row(&evidence.place) });
    ClaimAsJson {
        id: &finding.claim,
        says: says(finding, claims, words),
        verdict: verdict_word(finding.verdict),
        found: finding.says.as_deref(),
        evidence: evidence.collect(),
    }
}

fn verdict_word(verdict: ClaimVerdict) -> &'static str {
    match verdict {
        ClaimVerdict::True => "true",
        ClaimVerdict::TrueButIncomplete => "true-but-incomplete",
        ClaimVerdict::Differs => "differs",
        ClaimVerdict::NotFound => "not-found",
        ClaimVerdict::NotTested => "not-tested",
    }
}

fn role_word(role: Role) -> &'static str {
    match role {
        Role::Claimed => "claimed",
        Role::Instead => "instead",
        Role::Beside => "beside",
    }
}

/// So many places are shown of each role.
const SHOWN: usize = 8;

fn print(findings: &[Finding], claims: &Claims, words: &Words, out: &mut dyn Write) -> std::io::Result<()> {
    writeln!(out, "{}", in_language(&claims.title.nl, &claims.title.en, words))?;
    for finding in findings {
        let verdict = words.word("read-claim", verdict_word(finding.verdict));
        writeln!(out, "\n{}: {verdict}", says(finding, claims, words))?;
        let target = finding.target.as_ref().map(|target| said::aim(target, words));
        if let Some(found) = target.as_ref().or(finding.says.as_ref()) {
            writeln!(out, "  {}", words.say("read-claim-says", &[("found", found)]))?;
        }
        for role in [Role::Claimed, Role::Instead, Role::Beside] {
            let of_role: Vec<_> = finding.evidence.iter().filter(|evidence| evidence.role == role).collect();
            for evidence in of_role.iter().take(SHOWN) {
                let place = place_row(&evidence.place);
                let role = words.word("read-claim", role_word(role));
                writeln!(out, "  {role}, {}: {}", cited_row(&place, words), short(&place.quote))?;
            }
            if of_role.len() > SHOWN {
                writeln!(out, "  {}", words.say("read-claim-more", &[("n", &(of_role.len() - SHOWN).to_string())]))?;
            }
        }
    }
    Ok(())
}
