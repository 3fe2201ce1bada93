//! `ambigram-sandbox`: a Telegram in a box, as a program of its own.

use std::io::Write;
use std::net::IpAddr;
use std::process::ExitCode;

use ambigram_sandbox::{Config, Sandbox};

const USAGE: &str = "\
A small Telegram in a box: bots talk to it as to https://api.telegram.org,
or over MTProto as to one of Telegram's data centres.

Usage: ambigram-sandbox [OPTIONS]

When it is ready it prints one line of JSON with its addresses:
  {\"bot_api\":\"http://127.0.0.1:8081\",\"control\":\"http://127.0.0.1:8082\",\"mtproto\":\"127.0.0.1:4443\"}
It stops on SIGINT and SIGTERM. The control API is written up in the crate's README.md.

Options:
  --bot-api-port <PORT>  Where the Bot API listens; 0, the default, for any free port
  --control-port <PORT>  Where the control API listens; 0, the default, for any free port
  --mtproto-port <PORT>  Where MTProto is spoken; 0, the default, for any free port
  --host <ADDRESS>       The address of all; 127.0.0.1, the default, for this machine only
  --print-key            Print the RSA key by which MTProto clients know the sandbox, in PEM, and exit
  --help                 Show this and exit
  --version              Show the version and exit
";

/// What the command line asks for.
enum Command {
    Run(Config),
    PrintKey,
    Help,
    Version,
}

#[tokio::main]
async fn main() -> ExitCode {
    let command = match read(std::env::args().skip(1)) {
        Ok(command) => command,
        Err(error) => {
            eprintln!("ambigram-sandbox: {error}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    let outcome = match command {
        Command::Run(config) => run(config).await,
        Command::PrintKey => print(&Sandbox::mtproto_public_key()),
        Command::Help => print(USAGE),
        Command::Version => print(concat!("ambigram-sandbox ", env!("CARGO_PKG_VERSION"), "\n")),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("ambigram-sandbox: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(config: Config) -> std::io::Result<()> {
    // Whoever reads the line below may send a signal at once.
    let stop = stop_signal()?;
    let sandbox = Sandbox::start(config).await?;
    let (bot_api, control) = (sandbox.bot_api_url(), sandbox.control_url());
    let mtproto = sandbox.mtproto_address();
    print(&format!("{{\"bot_api\":\"{bot_api}\",\"control\":\"{control}\",\"mtproto\":\"{mtproto}\"}}\n"))?;
    stop.await;
    sandbox.stop().await;
    Ok(())
}

/// Waits for SIGINT or SIGTERM.
#[cfg(unix)]
fn stop_signal() -> std::io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};

    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

/// Waits for Ctrl-C.
#[cfg(not(unix))]
fn stop_signal() -> std::io::Result<impl Future<Output = ()>> {
    Ok(async {
        let _ = tokio::signal::ctrl_c().await;
    })
}

fn print(text: &str) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}

fn read(mut arguments: impl Iterator<Item = String>) -> Result<Command, String> {
    let mut config = Config::default();
    while let Some(argument) = arguments.next() {
        let (name, given) = match argument.split_once('=') {
            Some((name, value)) => (name, Some(value.to_owned())),
            None => (argument.as_str(), None),
        };
        let mut value =
            || given.clone().or_else(|| arguments.next()).ok_or(format!("expected a value after {name}"));
        match name {
            "--bot-api-port" => config.bot_api_port = port(name, &value()?)?,
            "--control-port" => config.control_port = port(name, &value()?)?,
            "--mtproto-port" => config.mtproto_port = port(name, &value()?)?,
            "--host" => config.host = host(&value()?)?,
            "--print-key" => return Ok(Command::PrintKey),
            "--help" | "-h" => return Ok(Command::Help),
            "--version" | "-V" => return Ok(Command::Version),
            _ => return Err(format!("expected an option, got `{argument}`")),
        }
    }
    Ok(Command::Run(config))
}

fn port(name: &str, value: &str) -> Result<u16, String> {
    value.parse().map_err(|_| format!("expected a port, 0 to 65535, after {name}, got `{value}`"))
}

fn host(value: &str) -> Result<IpAddr, String> {
    value.parse().map_err(|_| format!("expected an IP address after --host, got `{value}`"))
}
