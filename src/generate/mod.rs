//! Made-up pools of volunteers and the quotas of their assemblies: the same bytes for the same numbers, on any machine. Whole numbers only,
//! and all chance from ChaCha20.

mod chance;
mod people;
mod population;
mod quotas;
mod town;

use std::io::{self, Write};

use people::People;
pub use population::{Population, PopulationProblem, read_population};
pub use quotas::usual_slack;
pub use town::MOST_CATEGORIES;

/// How many shares make a whole in [`Plan::households`].
pub const MILLION: u64 = 1_000_000;

/// What to make up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Members of the pool.
    pub members: usize,
    /// The panel size k.
    pub size: usize,
    /// Where the members come from, and what the quotas follow.
    pub population: Population,
    /// By how many seats quotas may miss the population's shares, up and down; `None` for [`usual_slack`].
    pub slack: Option<usize>,
    /// If some members live with another: how many in a million (at most that many). The pool then has a column `address`, alike for two
    /// who live together.
    pub households: Option<u64>,
    /// Which of all made-up pools.
    pub seed: u64,
}

impl Plan {
    /// Without households, with the usual slack, seed 1.
    pub fn new(members: usize, size: usize, population: Population) -> Self {
        Self { members, size, population, slack: None, households: None, seed: 1 }
    }
}

/// Why nothing was made up.
#[derive(Debug, thiserror::Error)]
pub enum GenerateError {
    /// The panel is empty or larger than the pool.
    #[error("a panel of {size} cannot be drawn from {members} members")]
    Size {
        /// Members.
        members: usize,
        /// Panel size.
        size: usize,
    },
    /// The town does not have so many categories.
    #[error("there are 1 to {most} feature categories, not {asked}")]
    Categories {
        /// How many were asked for.
        asked: usize,
        /// How many there are.
        most: usize,
    },
    /// More than everybody lives with another.
    #[error("a share of {0} in a million is more than everybody")]
    Households(u64),
    /// The pool could not be written.
    #[error("the pool could not be written: {0}")]
    Write(#[from] io::Error),
}

impl GenerateError {
    /// What to do next.
    pub fn help(&self) -> &'static str {
        match self {
            Self::Size { .. } => "choose a panel size from 1 to the number of members",
            Self::Categories { .. } => "choose a number between these",
            Self::Households(_) => "give a share from 0 to 1",
            Self::Write(_) => "see that there is room and that you may write there",
        }
    }
}

/// Writes a pool as CSV, member by member, and returns the quotas file.
///
/// Each quota is the population's share of the seats, rounded so that a category sums to the panel size, plus and minus the slack. Where
/// the pool has too few of a value its seats go to others, so no minimum exceeds what the pool has, and each category on its
/// own can be met. Whether all together can is not checked; with pools a few times the panel's size they nearly always can.
///
/// # Errors
/// When the numbers do not fit together, or on the first write that fails.
pub fn generate(plan: &Plan, pool: &mut impl Write) -> Result<String, GenerateError> {
    let &Plan { members, size, .. } = plan;
    if size < 1 || size > members {
        return Err(GenerateError::Size { members, size });
    }
    let (asked, most) = (plan.population.shown, plan.population.categories.len());
    if asked < 1 || asked > most {
        return Err(GenerateError::Categories { asked, most });
    }
    if let Some(share) = plan.households.filter(|&share| share > MILLION) {
        return Err(GenerateError::Households(share));
    }
    let mut people = People::new(plan);
    let mut line = people.header();
    pool.write_all(line.as_bytes())?;
    for _ in 0..members {
        line.clear();
        people.next_line(&mut line);
        pool.write_all(line.as_bytes())?;
    }
    let slack = plan.slack.unwrap_or_else(|| usual_slack(size));
    Ok(quotas::quotas_file(&plan.population, people.counts(), size, slack))
}

/// A cell as CSV has it.
fn cell(text: &str) -> std::borrow::Cow<'_, str> {
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\"")).into()
    } else {
        text.into()
    }
}
