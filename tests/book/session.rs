//! One shell that runs command after command, and says of each how it ended and what it printed.

use std::fs;

use super::check::Ran;
use super::sandbox::Sandbox;

/// What the shell writes after each command, before its exit code.
const MARK: &str = "=== the end of a command:";

/// Runs commands in one shell in a folder of their own, which also holds the files in `tests/cli/files`, as `in`. `ROOT` is the folder of the repository.
pub fn run(commands: &[String]) -> Vec<Ran> {
    let sandbox = Sandbox::new();
    let own = sandbox.path(".session");
    fs::create_dir(&own).unwrap();
    let mut script = String::from("exec 2>&1\nset -o pipefail\n");
    for (i, command) in commands.iter().enumerate() {
        // Each in a file: one that cannot be read as shell fails by itself.
        let file = own.join(i.to_string());
        fs::write(&file, format!("{command}\n")).unwrap();
        script += &format!(". {}\nprintf '\\n{MARK} %d\\n' $?\n", file.display());
    }
    let file = own.join("all");
    fs::write(&file, script).unwrap();
    let home = sandbox.path("").display().to_string();
    let environment = [("ROOT", env!("CARGO_MANIFEST_DIR")), ("HOME", home.trim_end_matches('/'))];
    let said = sandbox.sh_with(&format!("bash {}", file.display()), &environment).out;
    let mut ran = Vec::new();
    let mut rest = said.as_str();
    while let Some((printed, after)) = rest.split_once(&format!("\n{MARK} ")) {
        let (code, after) = after.split_once('\n').unwrap();
        ran.push(Ran { code: code.parse().unwrap(), printed: printed.to_owned() });
        rest = after;
    }
    ran
}

/// Those of some programs that this machine does not have.
pub fn missing(programs: &[String]) -> Vec<&String> {
    let there = |program: &str| {
        std::process::Command::new("sh")
            .args(["-c", &format!("command -v {program}")])
            .output()
            .unwrap()
            .status
            .success()
    };
    programs.iter().filter(|program| !there(program)).collect()
}
