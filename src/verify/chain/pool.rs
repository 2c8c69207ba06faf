//! `chain.pool`: the pool is that of the earlier record.

use super::Chain;
use crate::verify::leaves;
use crate::verify::opened::Opened;
use crate::verify::pool;
use crate::verify::say::{Finding, Problems, count, grouped, quote};
use crate::verify::table::{LEAVES, POOL, REHEARSAL};

impl Chain<'_> {
    /// `chain.pool`.
    pub(super) fn pool(&self, earlier: &Opened<'_>) -> Finding {
        let (record, name) = (self.record, quote(&earlier.called()));
        if !record.kind.public && !earlier.kind.public {
            return self.same_pool(earlier, &name);
        }
        let [here, there] = [record, earlier].map(|record| record.files.bytes(LEAVES).map(leaves::read));
        let (Some(Ok(here)), Some(Ok(there))) = (here, there) else {
            return Finding::not_checked(format!("{LEAVES} cannot be used in both records"));
        };
        let mut problems = Problems::default();
        if here.len() != there.len() {
            let (here, there) = (count(here.len(), "line", "lines"), there.len());
            problems.add(|| format!("{LEAVES} has {here}, in the record {name} it has {there}"));
        }
        for (number, _) in (0u64..).zip(here.iter().zip(&there)).skip(1).filter(|(_, (here, there))| here != there) {
            problems.add(|| format!("member {} is not the same as in the record {name}", grouped(number)));
        }
        problems.or_pass(format!("The members in {LEAVES} are the same as in the record {name}."))
    }

    /// The two files are the same, but for a rehearsal's mark.
    fn same_pool(&self, earlier: &Opened<'_>, name: &str) -> Finding {
        let there = |record: &Opened<'_>| record.files.bytes(POOL).is_some();
        let mark = self.record.files.rehearsal() != earlier.files.rehearsal();
        match self.same_table(earlier, POOL) {
            None if mark && there(self.record) && there(earlier) => Finding::not_checked(format!(
                "{POOL} cannot be read in both records as the pool of a draw and that of a rehearsal"
            )),
            None => Finding::without(POOL),
            Some(true) => {
                let but = if mark { format!(", but for the column {REHEARSAL}") } else { String::new() };
                Finding::pass(format!("{POOL} is the same as in the record {name}{but}."))
            }
            Some(false) => {
                let but = if mark { format!(", not even without the column {REHEARSAL}") } else { String::new() };
                Finding::fail(format!("{POOL} is not the same as in the record {name}{but}"))
            }
        }
    }

    /// Whether a table is the same in both records: byte for byte, or, where only one of them is a rehearsal, row for row without its mark.
    /// `None` where it cannot be read in both.
    pub(super) fn same_table(&self, earlier: &Opened<'_>, table: &str) -> Option<bool> {
        let (here, there) = (self.record.files, earlier.files);
        if here.rehearsal() == there.rehearsal() {
            return Some(here.bytes(table)? == there.bytes(table)?);
        }
        Some(pool::unmarked(here, table)? == pool::unmarked(there, table)?)
    }
}
