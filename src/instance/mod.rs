//! Rows become an [`Instance`]: a pool, its quotas and a panel size, validated as a whole and immutable from then on.

mod build;
mod columns;
mod counts;
mod fold;
mod help;
mod nearest;
mod pool;
mod problem;
mod quotas;
mod warning;

pub use build::{Built, build};
pub use counts::{CountFault, MAX_COUNT};
pub use fold::fold;
pub use problem::{Change, InstanceProblem, QuotaCell};
pub use warning::Warning;

/// The least and most seats of one feature value, and how far an organiser allows them to be relaxed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quota {
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
    /// Members of the pool that have it.
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

/// One pool member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// The identifier, outer space removed, otherwise as the pool spells it.
    pub id: String,
    /// For each category of the instance, the index of this member's value.
    pub values: Vec<usize>,
    /// Index of this member's row in the pool table's `rows`.
    pub row: usize,
}

/// A pool, its quotas and a panel size.
///
/// Members are in **canonical order**: ascending by the bytes of their UTF-8 identifier. A member's *number* is one more
/// than its index, so that numbers do not depend on the order of the pool's rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instance {
    size: usize,
    categories: Vec<Category>,
    members: Vec<Member>,
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

    /// Members in canonical order; the member with number `i` is at index `i - 1`.
    pub fn members(&self) -> &[Member] {
        &self.members
    }
}
