//! Commands of cargo are not run; what they name is there.

use std::fs;

use super::{documents, home};

/// Tests, benches and examples that a text names behind `cargo`, and that are not there; and names of tests that no test has.
fn missing(text: &str) -> Vec<String> {
    let mut missing = Vec::new();
    for rest in text.split("cargo ").skip(1) {
        let end = rest.find(['`', '\n', ';', '#']).unwrap_or(rest.len());
        let words: Vec<&str> = rest[..end].split_whitespace().collect();
        if !["test", "bench", "run"].contains(words.first().unwrap_or(&"")) {
            continue;
        }
        let mut file = None;
        for pair in words.windows(2) {
            let (folder, name) = match pair {
                ["--test", name] => ("tests", name),
                ["--bench", name] => ("benches", name),
                ["--example", name] => ("examples", name),
                _ => continue,
            };
            let path = home().join(folder).join(name).with_extension("rs");
            if path.exists() { file = Some(path) } else { missing.push(format!("{folder}/{name}.rs")) }
        }
        // `cargo test --test NAME part_of_a_name`
        let own: Vec<&str> = words.iter().copied().take_while(|word| *word != "--").collect();
        let [.., before, last] = own.as_slice() else { continue };
        let named = own.len() > 3 && !before.starts_with("--") && !last.starts_with("--");
        if let Some(path) = file.filter(|_| words[0] == "test" && named) {
            let mut texts = fs::read_to_string(&path).unwrap();
            if let Ok(folder) = fs::read_dir(path.with_extension("")) {
                texts.extend(folder.filter_map(|entry| fs::read_to_string(entry.unwrap().path()).ok()));
            }
            if !texts.split("fn ").skip(1).any(|rest| rest.split('(').next().unwrap_or_default().contains(last)) {
                missing.push(format!("a test {last} in {}", path.display()));
            }
        }
    }
    missing
}

#[test]
fn what_cargo_is_asked_for_is_there() {
    let mut seen = 0;
    for (name, path) in documents() {
        let text = fs::read_to_string(path).unwrap();
        seen += text.matches("cargo test --").count() + text.matches("cargo bench --").count();
        assert_eq!(missing(&text), [""; 0], "{name}");
    }
    assert!(seen > 8, "{seen}");
    let planted = "`cargo test --test none`, `KLERO_POOLS=3 cargo test --release --test cli chances_of_nothing -- --nocapture`\n\
        cargo bench --bench instances; cargo run --example nobody -- --out a";
    let found = missing(planted);
    assert_eq!((found.len(), found[0].as_str(), found[2].as_str()), (3, "tests/none.rs", "examples/nobody.rs"));
    assert!(found[1].starts_with("a test chances_of_nothing in "), "{found:?}");
}
