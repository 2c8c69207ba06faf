//! What the documents say about examples, other crates and each other is true.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test reports by panicking

use std::fs;
use std::path::Path;

use klero::instance::{Settings, build};
use klero::read::read_csv;
use klero::solve::{Solution, solve};

fn at_home(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn solved(folder: &str, size: usize) -> Solution {
    let read = |name: &str| read_csv(name, &fs::read(at_home(folder).join(name)).unwrap()).unwrap();
    let built = build(&read("quotas.csv"), &read("pool.csv"), &Settings::of_size(size)).unwrap();
    solve(&built.instance, 1_000_000_000_000, &mut |_| {}).unwrap()
}

fn multipliers(solution: &Solution, stage: usize) -> Vec<(usize, String)> {
    let all = solution.point.stages[stage].multipliers.iter().map(ToString::to_string).enumerate();
    all.filter(|(_, multiplier)| multiplier != "0").collect()
}

#[test]
fn the_example_of_how_it_works() {
    let solution = solved("tests/cli/files", 4);
    let mut multiplicities = solution.relaxation.multiplicity.clone();
    multiplicities.sort_unstable();
    assert_eq!(multiplicities, [3, 4, 5]);
    let values: Vec<String> = solution.point.stages.iter().map(|stage| stage.value.to_string()).collect();
    assert_eq!(values, ["1/4", "1/2"]);
    // Rule 0 is the panel size, rule 1 the women.
    assert_eq!(multipliers(&solution, 0), [(1, "1".to_owned())]);
    assert_eq!(multipliers(&solution, 1), [(0, "1".to_owned())]);
    let found: Vec<(Vec<i64>, i128)> = solution
        .compositions
        .iter()
        .map(|composition| {
            let mut counts = vec![0; 3];
            // Younger women, older women, men: by their multiplicities 3, 5 and 4.
            for &(t, seats) in &composition.seats {
                let place = match solution.relaxation.multiplicity[t] {
                    3 => 0,
                    5 => 1,
                    _ => 2,
                };
                counts[place] = seats;
            }
            (counts, composition.tickets)
        })
        .collect();
    assert_eq!(found, [(vec![0, 2, 2], 250_000_000_000), (vec![1, 1, 2], 750_000_000_000)]);
}

#[test]
fn the_figures_of_the_shipped_pool() {
    let solution = solved("examples/town_40", 40);
    let stages = &solution.point.stages;
    assert_eq!((solution.typed.types.len(), stages.len()), (365, 13));
    assert_eq!((stages[0].value.to_string().as_str(), stages[0].held.len()), ("13/316", 158));
    assert_eq!(multipliers(&solution, 0).len(), 1);
    let fourth: Vec<String> = multipliers(&solution, 3).into_iter().map(|(_, multiplier)| multiplier).collect();
    assert_eq!(fourth, ["1", "-1"]);
    assert_eq!(stages[4].value.to_string(), "2297245/21542352");
}

#[test]
fn the_pool_whose_averages_promise_too_much() {
    let read = |name: &str| read_csv(name, &fs::read(at_home("tests/cli/files").join(name)).unwrap()).unwrap();
    let built = build(&read("parity_quotas.csv"), &read("parity_pool.csv"), &Settings::of_size(2)).unwrap();
    let solution = solve(&built.instance, 1_000_000_000_000, &mut |_| {}).unwrap();
    // The panel size and six quotas; then three types that sit nowhere.
    let added: Vec<_> = solution.relaxation.rules[7..].iter().map(|rule| (rule.terms.as_slice(), rule.most)).collect();
    assert_eq!(added, [([(1, 1)].as_slice(), 0), (&[(2, 1)], 0), (&[(3, 1)], 0)]);
    assert_eq!(solution.compositions.len(), 1);
    assert_eq!(solution.compositions[0].seats, [(0, 1), (4, 1)]);
}

/// Line and cells of each row, as the csv crate reads them.
fn by_the_csv_crate(text: &str) -> Vec<(u64, Vec<String>)> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let rows = reader.records().map_while(Result::ok);
    rows.map(|row| (row.position().unwrap().line(), row.iter().map(str::to_owned).collect())).collect()
}

#[test]
fn what_is_said_of_the_csv_crate() {
    let unclosed = "id,name\na,\"Ann\nb,Ben\nc,Cid\n";
    assert_eq!(by_the_csv_crate(unclosed)[1].1, ["a", "Ann\nb,Ben\nc,Cid\n"]);
    let after = "id,name\na,\"Ann\" x\n";
    assert_eq!(by_the_csv_crate(after)[1].1, ["a", "Ann x"]);
    for refused in [unclosed, after] {
        assert!(read_csv("pool.csv", refused.as_bytes()).unwrap_err()[0].to_string().contains("line 2"), "{refused:?}");
    }
    for (text, theirs, ours) in [
        ("id,name\n\n\na,Ann\n", [1, 2].as_slice(), [4].as_slice()),
        ("id,name\r\na,Ann\r\n", &[1, 1], &[2]),
        ("id,name\ra,Ann\rb,Ben\r", &[1, 1, 1], &[2, 3]),
    ] {
        let lines: Vec<u64> = by_the_csv_crate(text).into_iter().map(|(line, _)| line).collect();
        assert_eq!(lines, theirs, "{text:?}");
        let lines: Vec<u64> = read_csv("pool.csv", text.as_bytes()).unwrap().rows.iter().map(|row| row.line).collect();
        assert_eq!(lines, ours, "{text:?}");
    }
}

/// The targets of a document's links to files that are not there.
fn dangling(folder: &Path, document: &str) -> Vec<String> {
    let targets = document.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next());
    let files = targets.filter(|target| !target.is_empty() && !target.contains("://"));
    files.filter(|target| !folder.join(target).exists()).map(str::to_owned).collect()
}

#[test]
fn links_between_documents_lead_somewhere() {
    let documents = [
        "README.md",
        "ARCHITECTURE.md",
        "CHANGELOG.md",
        "docs/how-it-works.md",
        "docs/dependencies.md",
        "docs/publish.md",
        "docs/record.md",
        "docs/inputs.md",
        "docs/invitations.md",
        "docs/objectives.md",
        "docs/compare.md",
        "docs/quotas.md",
        "docs/settings.md",
        "docs/check.md",
        "docs/clinic.md",
        "docs/seating.md",
        "examples/README.md",
        "examples/online_platform/README.md",
        "docs/terminal.md",
        "docs/install.md",
        "docs/report.md",
        "docs/languages.md",
    ];
    for name in documents {
        let path = at_home(name);
        let document = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(dangling(path.parent().unwrap(), &document), [""; 0], "{name}");
    }
    let planted = "[a](docs/record.md), [b](docs/none.md), [c](https://example.org/none), [d](README.md#x)";
    assert_eq!(dangling(&at_home("."), planted), ["docs/none.md"]);
}

/// The versions of the files that a document on installing names.
fn versions_named(document: &str) -> Vec<&str> {
    let after = |prefix: &'static str| document.split(prefix).skip(1);
    let named = after("klero-").chain(after("klero_")).filter_map(|rest| rest.split(['-', '_']).next());
    named.filter(|version| version.starts_with(|first: char| first.is_ascii_digit())).collect()
}

#[test]
fn the_files_to_install_are_of_this_version() {
    let document = fs::read_to_string(at_home("docs/install.md")).unwrap();
    let wrong = |document: &str| -> usize {
        versions_named(document).iter().filter(|version| **version != env!("CARGO_PKG_VERSION")).count()
    };
    assert!(versions_named(&document).len() >= 6);
    assert_eq!(wrong(&document), 0);
    assert_eq!(wrong("klero_0.0.9-1_amd64.deb and klero-0.0.9-x86_64-linux"), 2);
}

/// The indented blocks of a document, without the indentation that all of their lines share.
fn blocks(document: &str) -> Vec<String> {
    let mut blocks: Vec<Vec<&str>> = Vec::new();
    let mut inside = false;
    for line in document.lines() {
        // A blank line may be one of the block.
        let goes_on = line.starts_with("    ") || (inside && line.is_empty());
        match blocks.last_mut().filter(|_| inside && goes_on) {
            Some(block) => block.push(line),
            None if goes_on => blocks.push(vec![line]),
            None => {}
        }
        inside = goes_on;
    }
    let text = |block: &Vec<&str>| {
        let indent =
            block.iter().filter(|line| !line.is_empty()).map(|line| line.len() - line.trim_start().len()).min();
        let lines = block.iter().map(|line| line.get(indent.unwrap_or(0)..).unwrap_or_default());
        lines.collect::<Vec<_>>().join("\n").trim_end().to_owned()
    };
    blocks.iter().map(text).collect()
}

/// Blocks that none of the texts holds.
fn made_up(document: &str, texts: &[String]) -> Vec<String> {
    let shown = |block: &String| texts.iter().any(|text| text.contains(block.as_str()));
    blocks(document).into_iter().filter(|block| !shown(block)).collect()
}

/// What some transcripts say, as texts that documents may quote: all of it; and standard error alone, without the indentation that settings have there.
fn transcripts(names: &[&str]) -> Vec<String> {
    let mut texts = Vec::new();
    for name in names {
        let text = fs::read_to_string(at_home("tests/cli/transcripts").join(name).with_extension("txt")).unwrap();
        let bare = |keep: fn(&str) -> bool| -> String {
            let lines = text.lines().filter(|line| keep(line) && !line.starts_with("-> "));
            lines.map(|line| line.strip_prefix("! ").unwrap_or(line)).flat_map(|line| [line, "\n"]).collect()
        };
        texts.push(bare(|_| true));
        texts.push(bare(|line| line.starts_with("! ")).replace("\n  ", "\n"));
    }
    texts
}

#[test]
fn what_the_document_on_checking_shows_is_what_the_program_says() {
    let document = fs::read_to_string(at_home("docs/check.md")).unwrap();
    let texts = transcripts(&["check_help"]);
    assert_eq!(blocks(&document).len(), 3);
    assert_eq!(made_up(&document, &texts), [""; 0]);
    let planted = document.replace("panels of 5–6 members", "panels of 5–7 members");
    assert_eq!(made_up(&planted, &texts).len(), 2);
}

#[test]
fn what_the_document_on_settings_shows_is_what_the_program_says() {
    let document = fs::read_to_string(at_home("docs/settings.md")).unwrap();
    let mut texts = transcripts(&["settings", "settings_bad", "init"]);
    for name in ["register.csv", "bands.csv", "klero.toml"] {
        texts.push(fs::read_to_string(at_home("tests/cli/files").join(name)).unwrap());
    }
    assert!(blocks(&document).len() >= 15);
    assert_eq!(made_up(&document, &texts), [""; 0]);
    for planted in [
        document.replace("pool = \"register.csv\"  # klero", "pool = \"other.csv\"  # klero"),
        document.replace("16-29    1–2     4", "16-29    1–2     5"),
    ] {
        assert_eq!(made_up(&planted, &texts).len(), 1);
    }
}
