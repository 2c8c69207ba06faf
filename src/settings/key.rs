//! The settings: how each is called, what it holds, and what it means.

use super::Value;

/// A setting of `klero.toml`; each is also an option of the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// The pool's file.
    Pool,
    /// The quotas' file.
    Quotas,
    /// The panel size.
    Size,
    /// How many panels are drawn together.
    Panels,
    /// The identifier column.
    IdColumn,
    /// The columns that make a household.
    Household,
    /// Most members of one household.
    HouseholdLimit,
    /// Members on every panel.
    Include,
    /// Members on no panel.
    Exclude,
    /// Groups of whom at most one may sit.
    Apart,
    /// The column that includes and excludes.
    StatusColumn,
    /// What is fair.
    Objective,
    /// γ of goldilocks.
    Gamma,
    /// The number of tickets.
    Tickets,
    /// Whether every ticket has a panel of its own.
    Equal,
}

/// What a setting may hold.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kind {
    /// The name of a file.
    File,
    /// A text that is not blank.
    Text,
    /// A list of texts that are not blank.
    Texts,
    /// A list of such lists.
    Groups,
    /// A whole number from the first to the second.
    Whole(u64, u64),
    /// A number above zero.
    Positive,
    /// `true` or `false`.
    Switch,
    /// One of these texts.
    OneOf(&'static [&'static str]),
}

/// The objectives, in the order in which they are listed everywhere.
pub const OBJECTIVES: [&str; 6] = ["leximin", "legacy", "random", "maximin", "nash", "goldilocks"];

/// Most panels that are drawn together.
pub const MOST_PANELS: usize = 1000;

/// Most tickets that a lottery with `equal` can have.
pub const MOST_EQUAL: u64 = 10_000;

/// Tickets where nothing is said.
const TICKETS: u64 = 1_000_000_000_000;
/// The same with `equal`.
const TICKETS_EQUAL: u64 = 1000;
/// Most seats and members of a household: more than any pool has.
const MOST: u64 = 1_000_000_000;

impl Key {
    /// All settings, in the order in which they are shown.
    pub const ALL: [Self; 15] = [
        Self::Pool,
        Self::Quotas,
        Self::Size,
        Self::Panels,
        Self::IdColumn,
        Self::Household,
        Self::HouseholdLimit,
        Self::Include,
        Self::Exclude,
        Self::Apart,
        Self::StatusColumn,
        Self::Objective,
        Self::Gamma,
        Self::Tickets,
        Self::Equal,
    ];

    /// Its name in a settings file.
    pub fn name(self) -> &'static str {
        self.row().0
    }

    /// The setting of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|key| key.name() == name)
    }

    /// The option of the command line that means the same.
    pub fn option(self) -> String {
        format!("--{}", self.name().replace('_', "-"))
    }

    /// What it may hold.
    pub fn kind(self) -> Kind {
        self.row().1
    }

    /// What it means, in lines of a comment.
    pub fn about(self) -> &'static [&'static str] {
        self.row().2
    }

    /// Whether only those commands have it that make a lottery.
    pub fn is_of_lottery(self) -> bool {
        matches!(self, Self::Objective | Self::Gamma | Self::Tickets | Self::Equal)
    }

    /// What holds where nothing is said; `equal` is whether every ticket has a panel of its own. `None` where there is no such value.
    pub fn default(self, equal: bool) -> Option<Value> {
        match self {
            Self::Pool | Self::Quotas | Self::Size | Self::Panels | Self::IdColumn | Self::StatusColumn => None,
            Self::Household | Self::Include | Self::Exclude => Some(Value::Texts(Vec::new())),
            Self::Apart => Some(Value::Groups(Vec::new())),
            Self::HouseholdLimit => Some(Value::Whole(1)),
            Self::Objective => Some(Value::Text("leximin".to_owned())),
            Self::Gamma => Some(Value::Number(1.0)),
            Self::Tickets => Some(Value::Whole(if equal { TICKETS_EQUAL } else { TICKETS })),
            Self::Equal => Some(Value::Switch(false)),
        }
    }

    /// A value for those who have never seen one: the default, where there is one.
    pub fn example(self) -> Value {
        let text = |text: &str| Value::Text(text.to_owned());
        match self {
            Self::Pool => text("pool.csv"),
            Self::Quotas => text("quotas.csv"),
            Self::Size => Value::Whole(40),
            Self::Panels => Value::Whole(4),
            Self::IdColumn => text("id"),
            Self::StatusColumn => text("status"),
            _ => self.default(false).unwrap_or(Value::Switch(false)),
        }
    }

    fn row(self) -> (&'static str, Kind, &'static [&'static str]) {
        match self {
            Self::Pool => ("pool", Kind::File, &["The pool: a file with one row for each volunteer."]),
            Self::Quotas => {
                ("quotas", Kind::File, &["The quotas: a file with the least and most seats of every feature value."])
            }
            Self::Size => ("size", Kind::Whole(1, MOST), &["How many members the panel has."]),
            Self::Panels => (
                "panels",
                Kind::Whole(1, MOST_PANELS as u64),
                &[
                    "How many panels of this size are drawn together, from one pool and with nobody on two of them. Where nothing is said: one.",
                ],
            ),
            Self::IdColumn => (
                "id_column",
                Kind::Text,
                &[
                    "The pool's column with a different identifier for everybody. Where nothing is said: id, nationbuilder_id",
                    "or unique_id; else the rows are numbered.",
                ],
            ),
            Self::Household => (
                "household",
                Kind::Texts,
                &[
                    "The columns that tell who lives together, such as [\"street\", \"postcode\"]: those with whom all of them agree.",
                ],
            ),
            Self::HouseholdLimit => {
                ("household_limit", Kind::Whole(1, MOST), &["How many members of one household may sit on a panel."])
            }
            Self::Include => ("include", Kind::Texts, &["Identifiers of members who sit on every panel."]),
            Self::Exclude => ("exclude", Kind::Texts, &["Identifiers of members who sit on no panel."]),
            Self::Apart => (
                "apart",
                Kind::Groups,
                &[
                    "Groups of identifiers, such as [[\"a1\", \"b7\"], [\"c3\", \"d4\", \"e5\"]]: of each, at most one may sit on a panel.",
                ],
            ),
            Self::StatusColumn => (
                "status_column",
                Kind::Text,
                &[
                    "The pool's column that says \"include\" or \"exclude\" for some members and nothing for the others.",
                ],
            ),
            Self::Objective => (
                "objective",
                Kind::OneOf(&OBJECTIVES),
                &[
                    "What is fair: \"leximin\", \"maximin\", \"nash\" or \"goldilocks\"; or \"legacy\" or \"random\", which only draw 10,000 panels.",
                ],
            ),
            Self::Gamma => (
                "gamma",
                Kind::Positive,
                &["For goldilocks: how much a small smallest chance counts against a large largest one."],
            ),
            Self::Tickets => (
                "tickets",
                Kind::Whole(1, (1 << 53) - 1),
                &[
                    "How many equally likely tickets the lottery has; with equal = true at most 10000, and 1000 where nothing is said.",
                ],
            ),
            Self::Equal => {
                ("equal", Kind::Switch, &["Give every ticket a panel of its own, for a ceremony with numbered balls."])
            }
        }
    }
}
