//! Help texts, completions and manual pages: all commands and options are in them, and every example works.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use super::sandbox::{Sandbox, contents};

/// What the help text of one command names.
struct Help {
    options: BTreeSet<String>,
    examples: Vec<String>,
}

/// The help texts of all commands; that of the whole program has no name.
fn helps(sandbox: &Sandbox) -> BTreeMap<String, Help> {
    let whole = sandbox.ok("klero --help");
    let mut helps = BTreeMap::from([(String::new(), help(&whole))]);
    for name in commands(&whole) {
        helps.insert(name.clone(), help(&sandbox.ok(&format!("klero {name} --help"))));
    }
    helps
}

fn help(text: &str) -> Help {
    let options = text.lines().filter_map(|line| {
        let line = line
            .strip_prefix("  -")
            .map_or(line.trim_start(), |rest| rest.split_once(", ").map_or("", |(_, long)| long));
        let name = line.strip_prefix("--")?;
        Some(name.chars().take_while(|letter| letter.is_ascii_lowercase() || *letter == '-').collect())
    });
    let examples = text.lines().filter_map(|line| line.strip_prefix("  klero ").map(|line| format!("klero {line}")));
    let examples = examples.filter(|line| !line.contains("COMMAND") && !line.contains("DIR ") && !line.contains("  "));
    Help { options: options.collect(), examples: examples.collect() }
}

/// The commands that the help text of the program lists, but for `help`.
fn commands(whole: &str) -> Vec<String> {
    let from = whole.find("Before the draw:").unwrap();
    let list = &whole[from..whole.find("Options:").unwrap()];
    let names = list.lines().filter_map(|line| line.strip_prefix("  ")).filter(|line| !line.starts_with(' '));
    let names = names.map(|line| line.split(' ').next().unwrap().to_owned());
    names.filter(|name| name != "help").collect()
}

#[test]
fn every_command_has_its_place_and_examples() {
    let sandbox = Sandbox::new();
    let whole = sandbox.ok("klero --help");
    assert!(!whole.contains("Others:"), "a command stands in no group of src/cli/help.rs:\n{whole}");
    let all = sandbox.ok("klero completions fish");
    for name in commands(&whole) {
        assert_eq!(all.matches(&format!("__fish_klero_needs_command\" -f -a \"{name}\"")).count(), 1, "{name}");
    }
    let listed = all.matches("__fish_klero_needs_command\" -f -a ").count();
    assert_eq!(commands(&whole).len() + 1, listed, "the help text lists other commands than there are");
    let helps = helps(&sandbox);
    for (name, help) in &helps {
        assert!((1..=5).contains(&help.examples.len()), "{name}: {:?}", help.examples);
        assert!(help.options.contains("color") && help.options.contains("help"), "{name}: {:?}", help.options);
    }
    // The way through the program is made of the commands' own examples.
    for line in &helps[""].examples {
        let name = line.split(' ').nth(1).unwrap();
        assert!(helps[name].examples.contains(line), "{line}");
    }
}

#[test]
fn shells_offer_values_that_are_taken() {
    let sandbox = Sandbox::new();
    let bash = sandbox.ok("klero completions bash");
    for (option, values) in [
        ("report nowhere --language", "en vi fr de es pt ar"),
        ("report nowhere --speak", "en vi"),
        ("solve --objective", "leximin legacy random maximin nash goldilocks"),
        ("compare nowhere --objectives", "leximin legacy random maximin nash goldilocks"),
    ] {
        assert!(bash.contains(&format!("compgen -W \"{values}\"")), "{option}");
        let taken = |value: &str| !sandbox.sh(&format!("klero {option} {value}")).err.contains("invalid value");
        assert!(values.split(' ').all(taken), "{option}");
        assert!(!taken("klingon"), "{option}: planted");
    }
}

/// Commands whose examples come first, since others go on with what they leave. All others follow.
const ORDER: [&str; 9] = ["generate", "quotas", "init", "check", "solve", "commit", "draw", "receipt", "publish"];

#[test]
fn every_example_works() {
    let sandbox = Sandbox::new();
    // What the user has.
    fs::copy(sandbox.path("in/shares.csv"), sandbox.path("shares.csv")).unwrap();
    let row = |i: usize| format!("r{i},Lane {},{}\n", i / 2, ["north", "south", "west"][i / 2 % 3]);
    fs::write(
        sandbox.path("register.csv"),
        "id,address,district\n".to_owned() + &(0..3000).map(row).collect::<String>(),
    )
    .unwrap();
    fs::write(
        sandbox.path("seats.csv"),
        "district,size\nHarbour,4\nOld Town,6\nNorthfield,4\nRiverside,4\nHillside,4\n",
    )
    .unwrap();
    let own = "district,feature,value,min,max\n*,gender,woman,1,4\n*,gender,man,1,4\n*,gender,non-binary,0,1\n";
    fs::write(sandbox.path("own.csv"), own).unwrap();
    let round = r#"{"round":1000,"signature":"b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39"}"#;
    fs::write(sandbox.path("round.json"), round).unwrap();

    let helps = helps(&sandbox);
    let rest = helps.keys().map(String::as_str).filter(|name| !name.is_empty() && !ORDER.contains(name));
    let names: Vec<&str> = ORDER.into_iter().chain(rest).collect();
    for name in names {
        for line in &helps[name].examples {
            // A round that has come already, so that it can be drawn with, and the same secret in every run.
            let secret = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
            let past = format!("2023-08-23T15:59:22Z --published 2023-08-22T09:00:00Z --master-secret {secret}");
            let run = line.replace("2030-11-03T18:00:00Z", &past);
            let ran = sandbox.sh(&run);
            let code = if name == "wizard" { 2 } else { 0 }; // Nobody answers here.
            assert_eq!(ran.code, code, "{line}\n{}{}", ran.out, ran.err);
        }
        if name == "draw" {
            let drawn = sandbox.read("record/selected.csv");
            // Of such people there are many more, one of whom can take a seat; and half of the panel leaves.
            let mut plenty = drawn.lines().filter(|row| row.contains(",woman,") && row.contains(",degree,"));
            let dropout: Vec<&str> = plenty.next().into_iter().collect();
            let leaving: Vec<&str> = drawn.lines().skip(1).take(20).collect();
            for (file, word, people) in [("dropouts.csv", "dropped out", dropout), ("leaving.csv", "leaves", leaving)] {
                let ids = people.iter().map(|row| row.split(',').next().unwrap());
                let rows: String = ids.map(|id| format!("{id},{word}\n")).collect();
                fs::write(sandbox.path(file), format!("id,status\n{rows}")).unwrap();
            }
        }
    }
    assert!(sandbox.sh("klero verify record second").out.contains("Record second"));
    // A line that does not work would be seen.
    assert_eq!(sandbox.sh("klero check --pool pool.csv --quota quotas.csv --size 40").code, 2);
}

/// Which of the names a text does not hold, each written as it is there.
fn missing<'a>(
    text: &str,
    names: impl IntoIterator<Item = &'a String>,
    written: impl Fn(&str) -> String,
) -> Vec<String> {
    names.into_iter().filter(|name| !text.contains(&written(name))).cloned().collect()
}

#[test]
fn completions_know_all_commands_and_options() {
    let sandbox = Sandbox::new();
    let helps = helps(&sandbox);
    let names: Vec<&String> = helps.keys().filter(|name| !name.is_empty()).collect();
    let options: BTreeSet<&String> = helps.values().flat_map(|help| &help.options).collect();
    assert!(names.len() > 15 && options.len() > 60, "{} commands, {} options", names.len(), options.len());
    for (shell, option) in [("bash", "--"), ("zsh", "--"), ("fish", "-l "), ("elvish", "--"), ("powershell", "--")] {
        let text = sandbox.ok(&format!("klero completions {shell} | tee {shell}"));
        assert_eq!(missing(&text, names.iter().copied(), str::to_owned), [""; 0], "{shell}");
        let written = |name: &str| format!("{option}{name}");
        assert_eq!(missing(&text, options.iter().copied(), written), [""; 0], "{shell}");
        let planted = text.replace(&written("household-limit"), "");
        assert_eq!(missing(&planted, options.iter().copied(), written), ["household-limit"], "{shell}");
    }
    sandbox.ok("bash -n bash");
    assert_ne!(
        sandbox.sh("head -n 20 bash > cut && bash -n cut").code,
        0,
        "a script that ends in the middle is accepted"
    );
    let ran = sandbox.sh("klero completions csh");
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
}

/// The headings of sections that hold nothing.
fn empty_sections(page: &str) -> Vec<String> {
    let mut sections: Vec<(&str, usize)> = Vec::new();
    for line in page.lines() {
        match (line.strip_prefix(".SH "), sections.last_mut()) {
            (Some(heading), _) => sections.push((heading, 0)),
            (None, Some((_, letters))) if !line.starts_with('.') => *letters += line.trim().len(),
            _ => {}
        }
    }
    sections.iter().filter(|(_, letters)| *letters == 0).map(|(heading, _)| (*heading).to_owned()).collect()
}

#[test]
fn manual_pages_are_whole() {
    let sandbox = Sandbox::new();
    let helps = helps(&sandbox);
    sandbox.ok("klero man --out man");
    let pages: BTreeMap<String, String> = contents(&sandbox.path("man"))
        .into_iter()
        .map(|(name, bytes)| (name, String::from_utf8(bytes).unwrap().replace("\\-", "-")))
        .collect();
    assert_eq!(pages.len(), helps.len());
    for (name, help) in &helps {
        let file = if name.is_empty() { "klero.1".to_owned() } else { format!("klero-{name}.1") };
        let page = &pages[&file];
        assert_eq!(empty_sections(page), [""; 0], "{file}");
        assert_eq!(missing(page, &help.options, |option| format!("--{option}")), [""; 0], "{file}");
        assert_eq!(missing(page, &help.examples, str::to_owned), [""; 0], "{file}");
        assert!(page.contains(".SH EXAMPLES") && page.contains(".SH NAME"), "{file}");
    }
    let whole = &pages["klero.1"];
    assert_eq!(
        missing(whole, helps.keys().filter(|name| !name.is_empty()), |name| format!("klero-{name}(1)")),
        [""; 0]
    );
    assert_eq!(empty_sections(".SH A\ntext\n.SH B\n.PP\n.SH C\n.nf\nx\n.SH D"), ["B", "D"]);
    let ran = sandbox.sh("klero man --out man");
    assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{}", ran.err);
}
