//! `klero invite --sitting`: from letters to seats.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use klero::instance::fold;
use klero::invite::{self, Plan, REHEARSAL, Sitting, Volunteer, decimal, everybody, file_name, fraction, name};
use klero::lottery::Lottery;

use super::super::failure::Failure;
use super::super::open::{Solved, solved};
use super::super::refusal::Refusal;
use super::story::harmless;
use super::{failure, table};

/// Shows each stratum's chance of sitting.
pub fn sitting(dir: &Path, record: &Path, pool_stratum: Option<&str>) -> Result<ExitCode, Failure> {
    let solved = solved(record)?;
    let ways = ways(dir, &solved, &solved.lottery()?, pool_stratum)?;
    super::super::tell(&text(&ways))?;
    Ok(ExitCode::SUCCESS)
}

/// The way of each stratum from the letters in a directory to the seats of a panel.
pub fn ways(
    dir: &Path,
    solved: &Solved,
    lottery: &Lottery,
    pool_stratum: Option<&str>,
) -> Result<Vec<Sitting>, Failure> {
    if dir.join(file_name(name::PLAN, true)).exists() {
        let help = "Name the directory of the letters that were sent.";
        return Err(Failure::Input(vec![(format!("{} holds a {REHEARSAL}", dir.display()), help.to_owned())]));
    }
    let path = dir.join(name::PLAN);
    let bytes = fs::read(&path).map_err(Failure::path("read", &path))?;
    let malformed = |reason: String| Failure::from(Refusal::Malformed { path: path.clone(), reason });
    let plan: Plan = serde_json::from_slice(&bytes).map_err(|error| malformed(error.to_string()))?;
    let strata = table(&dir.join(name::STRATA))?;
    let column = pool_stratum.or(plan.register.stratum_column.as_deref());
    let pool = solved.place.dir.join("pool.csv");
    let index = match column {
        None => None,
        Some(column) => {
            let places = (0..solved.pool.header.len())
                .filter(|index| solved.pool.header.get(*index).map(|cell| fold(cell)) == Some(fold(column)));
            match places.collect::<Vec<_>>().as_slice() {
                [only] => Some(*only),
                found => {
                    let (times, found) = (found.len(), solved.pool.header.clone());
                    return Err(Refusal::Column { path: pool, column: column.to_owned(), times, found }.into());
                }
            }
        }
    };
    let members = solved.built.instance.members();
    let marginals = lottery.marginals(members.len());
    let cell = |row: usize, index: usize| solved.pool.rows.get(row).and_then(|row| row.cells.get(index).cloned());
    let stratum = |row: usize| index.map_or_else(everybody, |index| cell(row, index).unwrap_or_default());
    let volunteers: Vec<Volunteer> = members
        .iter()
        .zip(marginals)
        .map(|(member, tickets)| Volunteer { stratum: stratum(member.row), tickets })
        .collect();
    invite::sitting(&strata, &pool.display().to_string(), &volunteers, lottery.tickets()).map_err(failure(dir))
}

/// The way of each stratum: what is exact as a fraction, all as decimals.
fn text(ways: &[Sitting]) -> String {
    let mut text = String::from(
        "From letters to seats. Each household's chance, by stratum:\n\n  gets a letter × volunteers, having got one × is selected, having volunteered = sits\n\n",
    );
    for way in ways {
        text += &format!("{}\n", harmless(&way.stratum));
        let share = |chance: &Option<num_rational::BigRational>| chance.as_ref().map_or("–".to_owned(), decimal);
        text += &format!(
            "  gets a letter   {}  ({}; {} of {} households got one)\n",
            decimal(&way.invited),
            fraction(&way.invited),
            way.letters,
            way.households
        );
        text +=
            &format!("  volunteers      {}  ({} of {} letters)\n", share(&way.answered), way.volunteers, way.letters);
        text += &format!("  is selected     {}  (mean over the volunteers)\n", share(&way.selected));
        let exact = way.sits.as_ref().map(|sits| format!("  ({})", fraction(sits))).unwrap_or_default();
        text += &format!("  sits            {}{exact}\n", share(&way.sits));
    }
    text + "\nThe first and the third are exact chances. The second is what happened, not a chance that anybody could have known.\n"
}
