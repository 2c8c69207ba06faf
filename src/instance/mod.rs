//! Rows become an [`Instance`]: a pool, its quotas and a panel size, validated as a whole and immutable from then on.

mod build;
mod checks;
mod columns;
mod combination_problem;
mod combinations;
mod counts;
mod fold;
mod help;
mod households;
mod nearest;
mod parts;
mod pool;
mod problem;
mod quotas;
mod rows;
mod rule_problem;
mod settings;
mod standing;
mod tally;
mod warning;

pub use build::{Built, build, build_anyway};
pub use combination_problem::CombinationProblem;
pub use combinations::COMBINATION;
pub(crate) use counts::parse_count;
pub use counts::{CountFault, MAX_COUNT};
pub use fold::fold;
pub use households::part as household_part;
pub use nearest::nearest;
pub use pool::{ID_COLUMNS, standing_word};
pub use problem::{Change, InstanceProblem, QuotaCell};
pub use quotas::{categories_without_column, has_quotas_header};
pub use rows::QuotaRow;
pub use rule_problem::{ColumnUse, PersonUse, RuleProblem};
pub use settings::{Person, Settings};
pub use warning::Warning;

/// The least and most seats of one feature value, and how far an organiser allows them to be relaxed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quota {
    /// Which data row of the quotas file it comes from, counting from 1 and leaving blank rows out.
    pub row: usize,
    /// Least seats.
    pub min: usize,
    /// Most seats.
    pub max: usize,
    /// Least and most seats if the quota has to be relaxed; carried through, never applied unasked.
    pub flex: Option<(usize, usize)>,
}

/// A feature value, such as `female`, with its quota.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeatureValue {
    /// The spelling of the quotas file.
    pub name: String,
    /// Its quota.
    pub quota: Quota,
    /// Members of the pool that have it and can sit, that is, are not excluded.
    pub pool: usize,
}

/// A feature category, such as `gender`, with its values in the order of the quotas file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Category {
    /// The spelling of the quotas file.
    pub name: String,
    /// Its values, in the order of the quotas file.
    pub values: Vec<FeatureValue>,
}

/// A quota on members who have several feature values at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Combination {
    /// Pairs of category index and value index, ascending, no category twice, at least two.
    pub terms: Vec<(usize, usize)>,
    /// Its quota.
    pub quota: Quota,
    /// Members of the pool that have all of the values and are not excluded.
    pub pool: usize,
}

/// Whether the rules single a member out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// The lottery decides.
    #[default]
    Open,
    /// Sits on every panel.
    Included,
    /// Sits on no panel.
    Excluded,
}

/// One pool member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// The identifier, outer space removed, otherwise as the pool spells it.
    pub id: String,
    /// For each category of the instance, the index of this member's value.
    pub values: Vec<usize>,
    /// Index of this member's row in the pool table's `rows`.
    pub row: usize,
    /// Whether the rules single this member out.
    pub standing: Standing,
}

/// A pool, its quotas and a panel size.
///
/// Members are in **canonical order**: ascending by the bytes of their UTF-8 identifier. A member's *number* is one more
/// than its index, so that numbers do not depend on the order of the pool's rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instance {
    size: usize,
    categories: Vec<Category>,
    combinations: Vec<Combination>,
    members: Vec<Member>,
    households: Vec<Vec<usize>>,
    household_limit: usize,
    apart: Vec<Vec<usize>>,
}

impl Instance {
    /// The panel size k.
    pub fn size(&self) -> usize {
        self.size
    }

    /// Feature categories, in the order of the quotas file.
    pub fn categories(&self) -> &[Category] {
        &self.categories
    }

    /// Quotas on combinations of values, in the order of the quotas file.
    pub fn combinations(&self) -> &[Combination] {
        &self.combinations
    }

    /// Households of two or more members, as ascending member indices; in ascending order of their first member, no member in two.
    pub fn households(&self) -> &[Vec<usize>] {
        &self.households
    }

    /// How many members of one household may sit on a panel; at least 1.
    pub fn household_limit(&self) -> usize {
        self.household_limit
    }

    /// Groups of members of whom at most one may sit on a panel, each as two or more ascending member indices, in ascending order.
    pub fn apart(&self) -> &[Vec<usize>] {
        &self.apart
    }

    /// Members in canonical order; the member with number `i` is at index `i - 1`.
    pub fn members(&self) -> &[Member] {
        &self.members
    }
}
