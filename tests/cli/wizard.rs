//! What `klero wizard` does after it has asked; what it says is in `transcripts/wizard.txt`.

use super::sandbox::{Sandbox, contents};

const POOL: &str = "in/pool.csv in/quotas.csv 4 - - - -";

/// Answers with these words; a stroke is an empty line.
fn answer(sandbox: &Sandbox, words: &str) -> super::sandbox::Ran {
    let lines: Vec<&str> = words.split(' ').map(|word| if word == "-" { "''" } else { word }).collect();
    sandbox.sh(&format!("printf '%s\\n' {} | klero wizard", lines.join(" ")))
}

/// The commands that were shown.
fn shown(said: &str) -> Vec<String> {
    said.lines().filter(|line| line.starts_with("  klero ")).map(|line| line.trim_start().to_owned()).collect()
}

#[test]
fn a_commitment_is_made_as_the_shown_commands_would_make_it() {
    let sandbox = Sandbox::new();
    for (source, out) in [("digits 3", "balls"), ("beacon 2999-01-01T00:00:00Z", "network"), ("phrase", "said")] {
        let ran = answer(&sandbox, &format!("{POOL} {source} Town {out} -"));
        assert_eq!(ran.code, 0, "{}", ran.err);
        assert!(ran.out.contains("Its fingerprint:"), "{}", ran.out);
        let commands = shown(&ran.err);
        assert_eq!(commands.len(), 2, "{commands:?}");
        for command in &commands {
            assert_eq!(sandbox.sh(&command.replace(out, "typed")).code, 0, "{command}");
        }
        let [lottery, typed] = [out, "typed"].map(|name| sandbox.read(&format!("{name}/lottery.json")));
        assert_eq!(lottery, typed);
        let source = |name: &str| {
            let text = sandbox.read(&format!("{name}/commit.txt"));
            text.lines().find(|line| line.starts_with("seed ")).unwrap().to_owned()
        };
        assert_eq!(source(out), source("typed"));
        sandbox.ok("rm -r typed");
    }
}

#[test]
fn the_end_of_the_answers_leaves_nothing_wherever_it_comes() {
    let sandbox = Sandbox::new();
    let all: Vec<&str> = POOL.split(' ').chain(["now", "12", "record", "yes"]).collect();
    let before = contents(&sandbox.path("."));
    for count in 0..all.len() {
        let ran = answer(&sandbox, &all[..count].join(" "));
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{count}: {}", ran.err);
        assert!(ran.err.ends_with("The answers ended here. Nothing was written.\n"), "{count}: {}", ran.err);
        assert_eq!(contents(&sandbox.path(".")), before, "after {count} answers");
    }
    assert_eq!(answer(&sandbox, &all.join(" ")).code, 0);
    assert_ne!(contents(&sandbox.path(".")), before);
}
