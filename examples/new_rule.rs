//! A selection rule of one's own beside leximin, without a change in klero (`docs/adding-a-rule.md`):
//!
//! ```text
//! cargo run --example new_rule -- tests/cli/files/pool.csv tests/cli/files/quotas.csv 4
//! ```
//!
//! The rule is the hat: all names go into it, as many as there are seats are drawn, and if they do not meet the quotas, all go back. So each feasible panel is
//! as likely as each other. For a small pool all panels can be listed, so its chances are exact.

use std::fmt::Write;
use std::process::ExitCode;

use klero::compare::{Rule, metrics, run, share_below};
use klero::instance::{Instance, Settings, build};
use klero::lottery::{Lottery, Panel};
use klero::read::read_csv;
use klero::sample::{Draws, PanelRules};

/// Sets of members that are looked at, at most.
const MOST_SETS: u64 = 10_000_000;

/// The rule: a lottery with one ticket for each feasible panel.
fn hat(instance: &Instance) -> Result<Lottery, String> {
    let rules = PanelRules::new(instance);
    let (members, size) = (rules.members(), rules.size());
    let sets =
        (0..size as u64).try_fold(1_u64, |sets, i| sets.checked_mul(members as u64 - i).map(|sets| sets / (i + 1)));
    if sets.is_none_or(|sets| sets > MOST_SETS) {
        return Err(format!("{size} of {members} are too many sets to list"));
    }
    let mut panels: Vec<Vec<u32>> = Vec::new();
    let mut set: Vec<usize> = (0..size).collect();
    loop {
        if rules.is_panel(&set) {
            panels.push(set.iter().map(|&member| member as u32 + 1).collect()); // a lottery has numbers from 1 on
        }
        // The next set in the order of a dictionary: the last member that can go up does, those behind it follow.
        let Some(place) = (0..size).rev().find(|&i| set[i] < members - size + i) else { break };
        let first = set[place] + 1;
        set.iter_mut().skip(place).zip(first..).for_each(|(member, next)| *member = next);
    }
    Ok(Lottery::new(size, panels.iter().map(|members| Panel { members, tickets: 1 })))
}

/// A table with a row for leximin and one for the hat.
pub fn table(pool: &[u8], quotas: &[u8], size: usize) -> Result<String, String> {
    let read = |name, bytes| read_csv(name, bytes).map_err(|problems| format!("{problems:?}"));
    let built = build(&read("quotas", quotas)?, &read("pool", pool)?, &Settings::of_size(size));
    let instance = built.map_err(|problems| format!("{problems:?}"))?.instance;

    let leximin = run(Rule::Leximin, &instance, &Draws::new(1, 0)).map_err(|error| error.to_string())?;
    let lottery = hat(&instance)?;
    let tickets = lottery.tickets() as f64;
    let drawn: Vec<f64> =
        lottery.marginals(instance.members().len()).iter().map(|&marginal| marginal as f64 / tickets).collect();

    let best = metrics(&leximin.probabilities, None).minimum;
    let mut table =
        String::from("rule     panels  smallest  largest    gini  geometric mean  below leximin's smallest\n");
    for (name, panels, chances) in
        [("leximin", leximin.panels, &leximin.probabilities), ("hat", lottery.panels().len(), &drawn)]
    {
        let it = metrics(chances, None);
        let (smallest, largest, gini, mean) = (it.minimum, it.maximum, it.gini, it.geometric_mean);
        let below = format!("{:.1} %", 100.0 * share_below(chances, best));
        let _ = writeln!(table, "{name:<7}{panels:>8}{smallest:>10.4}{largest:>9.4}{gini:>8.4}{mean:>16.4}{below:>26}");
    }
    Ok(table)
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let file = |name: &String| std::fs::read(name).map_err(|error| format!("{name}: {error}"));
    let made = match arguments.as_slice() {
        [pool, quotas, size] => size
            .parse()
            .map_err(|_| format!("{size} is no panel size"))
            .and_then(|size| table(&file(pool)?, &file(quotas)?, size)),
        _ => Err("usage: new_rule POOL QUOTAS SIZE".to_owned()),
    };
    match made {
        Ok(table) => print!("{table}"),
        Err(error) => {
            eprintln!("error: {error}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
