//! Why a member has no ticket, in words.

use std::fmt;

use super::text::listed;

/// One quota in a reason, or another rule that a panel must keep.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Because {
    /// A quota, on a value or a combination of values; the sides of it that matter.
    Quota {
        /// Category and value, as in `gender: female`; with `and` between the parts of a combination.
        what: String,
        /// Least seats.
        least: Option<usize>,
        /// Most seats.
        most: Option<usize>,
    },
    /// Households.
    Household,
    /// Members kept apart.
    Apart,
    /// Members to include.
    Include,
    /// Members to exclude.
    Exclude,
}

/// Why a member has no ticket.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// The organiser excluded the member.
    Excluded,
    /// A quota allows no seat for what the member is.
    NoSeat {
        /// Category and value.
        what: String,
    },
    /// Members to include have every seat of the panel.
    PanelTaken,
    /// Members to include have every seat for what the member is.
    Taken {
        /// Category and value.
        what: String,
        /// How many seats.
        seats: usize,
    },
    /// As many of the household as may sit are to be included.
    Housemate {
        /// Their identifiers.
        of: Vec<String>,
    },
    /// Kept apart from a member to be included.
    Apart {
        /// The identifier.
        from: String,
    },
    /// These rules together leave no room.
    Together {
        /// The rules.
        rules: Vec<Because>,
    },
    /// No panel has room; which rules are to blame was not found out.
    NoPanel,
    /// There is a fair chance, but a smaller one than tickets of this number can give.
    Rounded,
}

impl fmt::Display for Because {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Quota { what, least, most } => match (least, most) {
                (Some(least), Some(most)) if least == most => write!(out, "{what} (exactly {least})"),
                (Some(least), Some(most)) => write!(out, "{what} ({least} to {most})"),
                (Some(least), None) => write!(out, "{what} (at least {least})"),
                (None, Some(most)) => write!(out, "{what} (at most {most})"),
                (None, None) => write!(out, "{what}"),
            },
            Self::Household => write!(out, "how many of one household may sit"),
            Self::Apart => write!(out, "who is kept apart"),
            Self::Include => write!(out, "who is to be included"),
            Self::Exclude => write!(out, "who is excluded"),
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Excluded => write!(out, "excluded by the organiser"),
            Self::NoSeat { what } => write!(out, "the quota on {what} allows no seat"),
            Self::PanelTaken => write!(out, "every seat of the panel is taken by members to include"),
            Self::Taken { what, seats: 1 } => {
                write!(out, "the only seat for {what} is taken by a member to include")
            }
            Self::Taken { what, seats } => {
                write!(out, "every seat for {what} (at most {seats}) is taken by members to include")
            }
            Self::Housemate { of } => write!(out, "of one household with {}, to be included", of.join(" and ")),
            Self::Apart { from } => write!(out, "kept apart from {from}, to be included"),
            Self::Together { rules } => {
                let quotas = rules.iter().filter(|rule| matches!(rule, Because::Quota { .. })).map(ToString::to_string);
                let others =
                    rules.iter().filter(|rule| !matches!(rule, Because::Quota { .. })).map(ToString::to_string);
                let (quotas, others): (Vec<String>, Vec<String>) = (quotas.collect(), others.collect());
                let named = |what: &str, list: &[String]| {
                    if list.is_empty() { None } else { Some(format!("the {what} on {}", listed(list, "and"))) }
                };
                let both = match (named("quotas", &quotas), named("rules", &others)) {
                    (Some(quotas), Some(rules)) => format!("{quotas}, with {rules}"),
                    (one, other) => one.or(other).unwrap_or_default(),
                };
                write!(out, "no panel has room, because of {both} together")
            }
            Self::NoPanel => write!(out, "no panel that meets all quotas has room for somebody like this"),
            Self::Rounded => write!(out, "the fairest chance is smaller than one ticket"),
        }
    }
}
