// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! nginx with one file, as the ceiling of what a server of files can do here.
//!
//! Invariant: it is stopped, and its folder removed, when the value goes.

use std::path::PathBuf;
use std::process::Command;

/// A running nginx.
pub(super) struct Nginx {
    dir: PathBuf,
    port: u16,
}

impl Nginx {
    /// Serves one file from a folder of its own; `None` where there is no nginx.
    pub(super) fn start(bytes: &[u8]) -> Result<Option<Self>, String> {
        if Command::new("nginx").arg("-v").output().is_err() {
            return Ok(None);
        }
        let failed = |error: std::io::Error| format!("nginx: {error}");
        let port =
            std::net::TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).map_err(failed)?.port();
        let dir = std::env::temp_dir().join(format!("kapstok-bench-nginx-{}", std::process::id()));
        std::fs::create_dir_all(&dir).map_err(failed)?;
        std::fs::write(dir.join("file.bin"), bytes).map_err(failed)?;
        let nginx = Self { dir, port };
        let root = nginx.dir.display();
        // One worker, nothing written down, every connection kept.
        let settings = format!(
            "worker_processes 1; pid {root}/pid; error_log {root}/error.log;\n\
             events {{ worker_connections 256; }}\n\
             http {{ access_log off; sendfile on; keepalive_requests 100000000;\n\
             server {{ listen 127.0.0.1:{port}; root {root}; }} }}\n"
        );
        std::fs::write(nginx.settings(), settings).map_err(failed)?;
        let said = nginx.command(&[]).output().map_err(failed)?;
        match said.status.success() {
            true => Ok(Some(nginx)),
            false => Err(format!("nginx: {}", String::from_utf8_lossy(&said.stderr))),
        }
    }

    /// The address of the file.
    pub(super) fn url(&self) -> String {
        format!("http://127.0.0.1:{}/file.bin", self.port)
    }

    /// The process that answers.
    pub(super) fn pid(&self) -> Result<u32, String> {
        let main = std::fs::read_to_string(self.dir.join("pid")).map_err(|error| format!("nginx: {error}"))?;
        let main = main.trim();
        let path = format!("/proc/{main}/task/{main}/children");
        let children = std::fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
        let worker = children.split_whitespace().next().and_then(|pid| pid.parse().ok());
        worker.ok_or_else(|| format!("{path}: nginx has no worker"))
    }

    fn settings(&self) -> PathBuf {
        self.dir.join("nginx.conf")
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new("nginx");
        command.arg("-c").arg(self.settings()).arg("-p").arg(&self.dir).args(arguments);
        command
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        let _ = self.command(&["-s", "stop"]).output();
        let _ = std::fs::remove_dir_all(&self.dir);
    }
}
