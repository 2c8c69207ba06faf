//! What `klero wizard` does after it has asked; what it says is in `transcripts/wizard….txt`.

use super::sandbox::{Ran, Sandbox, contents};

const POOL: &str = "in/pool.csv in/quotas.csv 4 - - - - - -";

/// Ages from dates of birth, and schooling in two groups.
const DERIVED: &str =
    "in/register.csv in/bands.csv - - 2026-11-22 - schooling high high low low high 4 - - street - - - -";

/// Answers with these words; a stroke is an empty line.
fn answer(sandbox: &Sandbox, words: &str) -> Ran {
    let lines: Vec<&str> = words.split(' ').map(|word| if word == "-" { "''" } else { word }).collect();
    sandbox.sh(&format!("printf '%s\\n' {} | klero wizard", lines.join(" ")))
}

/// The commands that were shown.
fn shown(said: &str) -> Vec<String> {
    said.lines().filter(|line| line.starts_with("  klero ")).map(|line| line.trim_start().to_owned()).collect()
}

/// The settings that were shown, with the name of their file.
fn shown_settings(said: &str) -> Option<(String, String)> {
    let (_, rest) = said.split_once("These are the settings, for a new file ")?;
    let (name, rest) = rest.split_once(":\n\n")?;
    let (text, _) = rest.split_once("\nThis is the command:")?;
    let lines = text.lines().map(|line| line.strip_prefix("  ").unwrap_or(line));
    Some((name.to_owned(), lines.map(|line| format!("{line}\n")).collect()))
}

/// What a run of the wizard has made is what the shown settings and the shown command make, byte for byte; all that is moved away before they are typed.
/// The record is in the folder `record`.
fn judge(sandbox: &Sandbox, said: &str) -> Result<(), String> {
    let settings = shown_settings(said);
    sandbox.ok("rm -rf ran && mkdir ran && mv record ran");
    if let Some((name, text)) = &settings {
        sandbox.ok(&format!("mv {name} ran/settings"));
        if sandbox.read("ran/settings") != *text {
            return Err(format!("{name} holds\n{}\nbut shown was\n{text}", sandbox.read("ran/settings")));
        }
        std::fs::write(sandbox.path(name), text).unwrap();
    }
    for command in shown(said) {
        let typed = sandbox.sh(&command);
        if typed.code != 0 {
            return Err(format!("{command}\n{}", typed.err));
        }
    }
    let (ran, typed) = (contents(&sandbox.path("ran/record")), contents(&sandbox.path("record")));
    let different: Vec<&String> =
        typed.keys().chain(ran.keys()).filter(|name| typed.get(*name) != ran.get(*name)).collect();
    if different.is_empty() { Ok(()) } else { Err(format!("these differ: {different:?}")) }
}

#[test]
fn a_draw_is_what_the_shown_command_makes() {
    for (answers, words, file) in [
        (format!("{POOL} now 12 record -"), &["--seed 12"][..], None),
        (
            "in/pool.csv in/quotas.csv 4 2 - - yes m05 m03 m01,m02 - - now -5 record -".to_owned(),
            &["--panels 2", "--include m05", "--exclude m03", "--apart m01,m02", "--seed=-5"],
            None,
        ),
        (format!("{DERIVED} now 12 record -"), &["--settings record.toml", "--household street"], Some("record.toml")),
        (
            format!("{DERIVED} now 12 record settings/of/it.toml -").replace("record ", "./record "),
            &["--settings settings/of/it.toml"],
            Some("settings/of/it.toml"),
        ),
    ] {
        let sandbox = Sandbox::new();
        if file == Some("settings/of/it.toml") {
            sandbox.ok("touch record.toml");
        }
        let ran = answer(&sandbox, &answers);
        assert_eq!(ran.code, 0, "{}", ran.err);
        assert!(sandbox.ok("klero verify record").contains("\nVERIFIED"), "{answers}");
        let command = shown(&ran.err).join("\n");
        assert!(words.iter().all(|word| command.contains(word)), "{command}");
        assert_eq!(shown_settings(&ran.err).map(|(name, _)| name).as_deref(), file);
        assert_eq!(judge(&sandbox, &ran.err), Ok(()), "{answers}");
        assert_eq!(file.is_some(), sandbox.path("record/settings.toml").exists());
        // A command, or settings, that make anything else are seen.
        let other = ran.err.replace("--quotas", "--tickets 7 --quotas");
        assert!(judge(&sandbox, &other).unwrap_err().contains("lottery.json"), "{other}");
        if file.is_some() {
            sandbox.ok("rm -r record && cp -r ran/record .");
            assert!(judge(&sandbox, &ran.err.replace("30-64", "30-65")).is_err());
        }
    }
}

#[test]
fn a_settings_file_is_its_owners_and_one_that_is_there_stays() {
    let sandbox = Sandbox::new();
    std::fs::write(sandbox.path("record.toml"), "size = 1\n").unwrap();
    let ran = answer(&sandbox, &format!("{DERIVED} now 12 record record.toml record/own.toml own.toml -"));
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(sandbox.read("record.toml"), "size = 1\n");
    assert_eq!(ran.err.matches("record.toml is there already").count(), 2, "{}", ran.err);
    assert!(ran.err.contains("outside of the folder for the record"), "{}", ran.err);
    assert!(sandbox.ok("ls -l own.toml").starts_with("-rw------- "));
    // Nor is a file put into a record that stands.
    let ran = answer(&sandbox, &format!("{DERIVED} now 12 second - no"));
    assert!(ran.err.contains("for a new file second.toml"), "{}", ran.err);
    sandbox.ok("touch second.toml");
    let ran = answer(&sandbox, &format!("{DERIVED} now 12 second record/third.toml third.toml no"));
    assert!(ran.err.contains("for a new file third.toml") && !sandbox.path("third.toml").exists(), "{}", ran.err);
}

/// A cell is mended while the wizard waits for an answer.
#[test]
fn a_pool_that_is_mended_meanwhile_is_read_again() {
    let sandbox = Sandbox::new();
    sandbox.ok("sed '2s/1998/1880/' in/register.csv > mine.csv");
    let (before, after) = ("mine.csv in/bands.csv '' '' 2026-11-22 ''", "'' none 4 '' '' '' '' derive");
    let wait = "i=0; until grep -q '146 years old' said.txt || [ $i = 600 ]; do sleep 0.1; i=$((i+1)); done";
    let ran = sandbox.sh(&format!(
        "{{ printf '%s\\n' {before}; {wait}; cp in/register.csv new.csv; mv new.csv mine.csv; printf '%s\\n' {after}; }} | klero wizard 2> said.txt"
    ));
    let said = sandbox.read("said.txt");
    assert_eq!(ran.code, 2, "{said}");
    assert_eq!(said.matches("146 years old").count(), 1, "{said}");
    assert!(said.contains("\"16-29\" for 4 rows"), "{said}");
    // What the wizard knows of the pool is what the check finds: only the other column is missing.
    assert!(said.contains("there is no column \"education\"") && !said.contains("no column \"age\""), "{said}");
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
    for start in [POOL, DERIVED] {
        let sandbox = Sandbox::new();
        let all: Vec<&str> = start.split(' ').chain(["now", "12", "record", "yes"]).collect();
        let before = contents(&sandbox.path("."));
        for count in 0..all.len() {
            let ran = answer(&sandbox, &all[..count].join(" "));
            assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{count}: {}", ran.err);
            assert!(ran.err.ends_with("The answers ended here. Nothing was written.\n"), "{count}: {}", ran.err);
            assert_eq!(contents(&sandbox.path(".")), before, "after {count} answers");
        }
        assert_eq!(answer(&sandbox, &all.join(" ")).code, 0);
        let made: Vec<String> = contents(&sandbox.path(".")).into_keys().collect();
        assert_eq!(made, if start == POOL { vec!["in/", "record/"] } else { vec!["in/", "record.toml", "record/"] });
    }
}
