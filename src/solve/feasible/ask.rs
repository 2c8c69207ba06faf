//! What is asked about the panels of a pool: which rules are in force, and what the panel is to be good at.

/// A question. Quotas stand in the order of the quotas file, groups to be kept apart in that of the instance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    /// Least and most members on the panel.
    pub size: (i64, i64),
    /// Least and most seats of each quota row.
    pub quotas: Vec<(i64, i64)>,
    /// Whether each group of members is to be kept apart.
    pub apart: Vec<bool>,
    /// Whether the household limit is in force.
    pub household: bool,
    /// Whether each member who is singled out ([`Panels::singled`](super::Panels::singled)) is included or excluded as the instance says.
    pub singled: Vec<bool>,
    /// A member who must sit.
    pub seat: Option<usize>,
    /// What is sought among the panels.
    pub goal: Goal,
}

impl Ask {
    /// The changes to the quotas that the goal allows.
    pub fn loosenings(&self) -> &[Loosening] {
        if let Goal::Cheapest(allowed) = &self.goal { allowed } else { &[] }
    }
}

/// What is sought among the panels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Goal {
    /// Any panel will do.
    Any,
    /// The fewest seats for a quota row.
    Fewest(usize),
    /// The most seats for a quota row.
    Most(usize),
    /// The least cost of changes to the quotas.
    Cheapest(Vec<Loosening>),
}

/// A change to the quotas that is allowed: a minimum may be lowered, or a maximum raised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Loosening {
    /// The position of the quota row.
    pub quota: usize,
    /// Whether the maximum is raised; else the minimum is lowered.
    pub raise: bool,
    /// By how many seats at most.
    pub most: i64,
    /// What each seat costs; above 0.
    pub cost: i64,
}

/// What came of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// A panel as was asked for, and the best one.
    Panel(Seated),
    /// There is none.
    None(Option<Shortage>),
}

/// A panel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seated {
    /// Its members, ascending.
    pub members: Vec<usize>,
    /// By how many seats each loosening of [`Goal::Cheapest`] is used.
    pub loosened: Vec<i64>,
}

/// Whole numbers that show that there is no panel unless quotas are widened: every panel that meets the other rules would have `Σ lower·(seats by which a minimum is lowered) + Σ raise·(seats by which a maximum is raised) ≥ lack`, and lack is above 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shortage {
    /// For each quota row what a seat less in its minimum counts.
    pub lower: Vec<i64>,
    /// For each quota row what a seat more in its maximum counts.
    pub raise: Vec<i64>,
    /// What is lacking.
    pub lack: i64,
}
