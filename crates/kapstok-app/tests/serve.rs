// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `kapstok serve` as it is used: it starts, shows a new build by itself, and keeps the last whole one.

#![allow(clippy::unwrap_used, reason = "a test that finds nothing has failed")]
#![expect(clippy::disallowed_methods, reason = "tests of files open files")]

mod made;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use made::{RECIPE, kapstok, workspace};

/// A server of a workspace on a free port; it is stopped with the value.
struct Serving {
    child: Child,
    address: String,
}

impl Serving {
    fn start(dir: &Path) -> Self {
        let mut command = Command::new(assert_cmd::cargo::cargo_bin("kapstok"));
        command.args(["--lang", "en", "serve"]).arg(dir).args(["--port", "0"]);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.split("http://").nth(1).unwrap_or_else(|| panic!("said: {line}"));
        let address = address.split('/').next().unwrap().to_owned();
        Self { child, address }
    }

    fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    /// The name of the build that is shown.
    fn build(&self) -> String {
        let answer = self.get("/v1/catalogue");
        let body = answer.split("\r\n\r\n").nth(1).unwrap_or_default();
        let name = body.split("\"build\":").nth(1).and_then(|rest| rest.split('"').nth(1));
        name.unwrap_or_else(|| panic!("{answer}")).to_owned()
    }

    /// What was said on standard error until now; ends the server.
    fn ended(mut self) -> String {
        self.child.kill().unwrap();
        let mut said = String::new();
        self.child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        said
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn current(dir: &Path) -> String {
    std::fs::read_link(dir.join("build/current")).unwrap().display().to_string()
}

/// Waits until something holds; a server looks for a new build every second.
fn wait_until(holds: impl Fn() -> bool) -> bool {
    (0..300).any(|_| {
        std::thread::sleep(Duration::from_millis(100));
        holds()
    })
}

/// Copies the files of a folder.
fn copy(from: &Path, to: &Path) {
    std::fs::create_dir(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        std::fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
}

#[test]
fn a_new_build_is_shown_as_a_whole_and_a_damaged_one_is_not() {
    let dir = tempfile::tempdir().unwrap();
    workspace(dir.path(), RECIPE);
    let folder = dir.path().to_str().unwrap();
    assert_eq!(kapstok(&["build", folder]).status, 0);
    let serving = Serving::start(dir.path());
    let first = current(dir.path());
    assert_eq!(serving.build(), first);
    let rename = |domain: &str| {
        let recipe = RECIPE.replace("id = \"debt\"", &format!("id = \"{domain}\""));
        std::fs::write(dir.path().join("recipe.toml"), recipe).unwrap();
        assert_eq!(kapstok(&["build", folder]).status, 0);
    };
    rename("loans");
    let second = current(dir.path());
    assert_ne!(first, second);
    assert!(wait_until(|| serving.build() == second), "the new build is shown");
    // The next build is damaged before the server sees it: a folder of another name, and the link swapped to it.
    let root = dir.path().join("build");
    let damaged = root.join("0123456789abcdef");
    copy(&root.join(&second), &damaged);
    std::fs::write(damaged.join("figures-neighbourhood.parquet"), "PAR1").unwrap();
    std::os::unix::fs::symlink("0123456789abcdef", root.join(".next")).unwrap();
    std::fs::rename(root.join(".next"), root.join("current")).unwrap();
    std::thread::sleep(Duration::from_secs(5));
    assert_eq!(serving.build(), second, "the last whole build stays");
    // A build that is mended is shown after all, under the name that it had: made elsewhere, and brought here damaged.
    let elsewhere = tempfile::tempdir().unwrap();
    workspace(elsewhere.path(), &RECIPE.replace("id = \"debt\"", "id = \"arrears\""));
    assert_eq!(kapstok(&["build", elsewhere.path().to_str().unwrap()]).status, 0);
    let third = current(elsewhere.path());
    copy(&elsewhere.path().join("build").join(&third), &root.join(&third));
    let figures = root.join(&third).join("figures-neighbourhood.parquet");
    let whole = std::fs::read(&figures).unwrap();
    std::fs::write(&figures, "PAR1").unwrap();
    std::os::unix::fs::symlink(&third, root.join(".next")).unwrap();
    std::fs::rename(root.join(".next"), root.join("current")).unwrap();
    std::thread::sleep(Duration::from_secs(5));
    assert_eq!(serving.build(), second, "the last whole build stays");
    std::fs::write(&figures, whole).unwrap();
    assert!(wait_until(|| serving.build() == third), "the mended build is shown");
    let said = serving.ended();
    assert_eq!(said.matches("K0505").count(), 2, "each is told once: {said}");
}

#[test]
fn a_damaged_build_and_a_workspace_without_one_are_refused() {
    let dir = tempfile::tempdir().unwrap();
    workspace(dir.path(), RECIPE);
    let folder = dir.path().to_str().unwrap();
    let none = kapstok(&["serve", folder, "--port", "0"]);
    assert!(none.status == 2 && none.error.contains("kapstok build"), "{}", none.error);
    assert_eq!(kapstok(&["build", folder]).status, 0);
    std::fs::write(dir.path().join("build/current/origins.json"), "[").unwrap();
    let damaged = kapstok(&["serve", folder, "--port", "0"]);
    assert!(damaged.status == 1 && damaged.error.contains("K0505"), "{}", damaged.error);
}

#[test]
fn the_description_of_the_api_says_who_answers_for_it_as_the_workspace_says_now() {
    let dir = tempfile::tempdir().unwrap();
    workspace(dir.path(), RECIPE);
    let folder = dir.path().to_str().unwrap();
    assert_eq!(kapstok(&["build", folder]).status, 0);
    assert!(!Serving::start(dir.path()).get("/v1/openapi.json").contains("\"contact\""));
    let path = dir.path().join("kapstok.toml");
    let mut settings = std::fs::read_to_string(&path).unwrap();
    let told = ["Office of Figures", "https://office.example/", "figures@office.example"];
    settings += &format!("[contact]\nname = \"{}\"\nurl = \"{}\"\nemail = \"{}\"\n", told[0], told[1], told[2]);
    std::fs::write(&path, settings).unwrap();
    let answer = Serving::start(dir.path()).get("/v1/openapi.json");
    for told in told {
        assert!(answer.contains(told), "{told}: {answer}");
    }
}
