//! Writes the benchmark's two hundred commands, each with an attribute of its own as a user would write it.

use std::fmt::Write;
use std::path::Path;

const COMMANDS: usize = 200;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut source = String::new();
    for k in 0..COMMANDS {
        write!(
            source,
            "#[command(\"/cmd{k} <arg..>\")]\nasync fn cmd{k}(State(pause): State<Pause>, arg: String) -> String {{\n    \
             pause.wait().await;\n    format!(\"{k}:{{arg}}\")\n}}\n\n"
        )?;
    }
    let names: Vec<_> = (0..COMMANDS).map(|k| format!("cmd{k}")).collect();
    write!(
        source,
        "fn commands() -> [ambigram::Route<Pause, ambigram::DefaultBackend>; {COMMANDS}] {{\n    routes![{}]\n}}\n",
        names.join(", ")
    )?;
    let out = std::env::var("OUT_DIR")?;
    std::fs::write(Path::new(&out).join("bench_commands.rs"), source)?;
    println!("cargo::rerun-if-changed=build.rs");
    Ok(())
}
