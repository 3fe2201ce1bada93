//! The program `ambigram-sandbox`.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Output, Stdio};

use serde_json::Value;

use crate::stage::client;

fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ambigram-sandbox"));
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn run(arguments: &[&str]) -> Output {
    program().args(arguments).output().unwrap()
}

/// A running sandbox, which is killed should the test fail.
struct Running {
    child: Child,
    out: BufReader<std::process::ChildStdout>,
}

impl Running {
    /// Starts it; its one line.
    fn start(arguments: &[&str]) -> (Self, Value) {
        let mut child = program().args(arguments).spawn().unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        out.read_line(&mut line).unwrap();
        (Self { child, out }, serde_json::from_str(&line).unwrap())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[tokio::test]
async fn it_prints_its_addresses_and_stops_on_a_signal() {
    for signal in ["INT", "TERM"] {
        let (mut running, addresses) = Running::start(&["--bot-api-port", "0", "--control-port=0"]);
        let control = addresses["control"].as_str().unwrap();
        let index: Value =
            serde_json::from_str(&client().get(control).send().await.unwrap().text().await.unwrap()).unwrap();
        assert_eq!(index["bot_api"], addresses["bot_api"]);
        let status =
            Command::new("kill").args(["-s", signal, &running.child.id().to_string()]).status().unwrap();
        assert!(status.success());
        assert_eq!(running.child.wait().unwrap().code(), Some(0), "SIG{signal}");
        let mut rest = String::new();
        running.out.read_to_string(&mut rest).unwrap();
        assert_eq!(rest, "");
    }
}

#[test]
fn it_listens_where_it_is_told() {
    let (running, addresses) = Running::start(&["--host", "0.0.0.0"]);
    let port = addresses["bot_api"].as_str().unwrap().rsplit(':').next().unwrap().to_owned();
    let second = run(&["--bot-api-port", &port, "--host", "0.0.0.0"]);
    assert_eq!(second.status.code(), Some(1));
    assert!(String::from_utf8(second.stderr).unwrap().starts_with("ambigram-sandbox: "));
    drop(running);
}

#[test]
fn it_explains_itself() {
    let help = run(&["--help"]);
    assert_eq!(help.status.code(), Some(0));
    assert!(String::from_utf8(help.stdout).unwrap().contains("--control-port"));
    let version = run(&["--version"]);
    assert_eq!(
        String::from_utf8(version.stdout).unwrap(),
        concat!("ambigram-sandbox ", env!("CARGO_PKG_VERSION"), "\n")
    );
}

#[test]
fn a_wrong_command_line_is_refused_with_the_usage() {
    for (arguments, reason) in [
        (&["--port", "1"][..], "expected an option, got `--port`"),
        (&["run"], "expected an option, got `run`"),
        (&["--bot-api-port"], "expected a value after --bot-api-port"),
        (&["--bot-api-port", "x"], "expected a port, 0 to 65535, after --bot-api-port, got `x`"),
        (&["--control-port=70000"], "expected a port, 0 to 65535, after --control-port, got `70000`"),
        (&["--host", "nowhere"], "expected an IP address after --host, got `nowhere`"),
    ] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.starts_with(&format!("ambigram-sandbox: {reason}\n")), "{said}");
        assert!(said.contains("Usage: "), "{said}");
    }
}
