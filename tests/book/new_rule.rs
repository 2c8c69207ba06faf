//! The rule in `examples/new_rule.rs` gives the table that `docs/adding-a-rule.md` shows.

use std::fs;

use super::document::commands;
use super::home;

#[path = "../../examples/new_rule.rs"]
#[expect(dead_code, reason = "its `main` is not run here")]
mod example;

#[test]
fn the_rule_of_the_example_gives_the_table_of_the_document() {
    let document = fs::read_to_string(home().join("docs/adding-a-rule.md")).unwrap();
    let command = commands(&document).into_iter().find(|command| command.text.contains("--example new_rule")).unwrap();
    let words: Vec<&str> = command.text.split(' ').collect();
    let [.., pool, quotas, size] = words.as_slice() else { panic!("{}", command.text) };
    let read = |name: &str| fs::read(home().join(name)).unwrap();
    let table = example::table(&read(pool), &read(quotas), size.parse().unwrap()).unwrap();
    let shown: Vec<&str> = document.lines().skip(command.shown.start).take(command.shown.len()).collect();
    assert_eq!(shown, table.lines().collect::<Vec<_>>());
    // Counted by hand: 10 pairs of older women, 15 mixed ones, 6 pairs of men; a younger woman is in 5 · 6 of 25 · 6 panels.
    assert!(shown[2].contains(" 150 ") && shown[2].contains(" 0.2000 "), "{}", shown[2]);
    let large = ["pool.csv", "quotas.csv"].map(|name| read(&format!("examples/town_40/{name}")));
    assert!(example::table(&large[0], &large[1], 40).unwrap_err().contains("too many sets"));
}
