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
        let public = record.kind.public || earlier.kind.public;
        let mut problems = Problems::default();
        let mut unknown = None;
        let mut passed = Vec::new();
        let mut found = |same: Result<String, String>| match same {
            Ok(pass) => passed.push(pass),
            Err(why) => unknown = unknown.take().or(Some(why)),
        };
        if let (Some(here), Some(there)) = (&record.setup, &earlier.setup)
            && here.id_column != there.id_column
        {
            let [here, there] = [here, there].map(|setup| setup.id_column.as_deref().map_or("none".to_owned(), quote));
            problems.add(|| format!("the identifier column is {here}, in the record {name} it is {there}"));
        }
        if !public {
            found(self.same_pool(earlier, &name, &mut problems));
        }
        if public || record.kind.commitment && earlier.kind.commitment {
            found(self.same_leaves(earlier, &name, &mut problems));
        }
        match unknown.filter(|_| !problems.any()) {
            Some(why) => Finding::not_checked(why),
            None => problems.or_pass(passed.join(" ")),
        }
    }

    /// The lines of the members are the same, in a sentence; or why that is not known.
    fn same_leaves(&self, earlier: &Opened<'_>, name: &str, problems: &mut Problems) -> Result<String, String> {
        let [here, there] = [self.record, earlier].map(|record| record.files.bytes(LEAVES).map(leaves::read));
        let (Some(Ok(here)), Some(Ok(there))) = (here, there) else {
            return Err(format!("{LEAVES} cannot be used in both records"));
        };
        if here.len() != there.len() {
            let (here, there) = (count(here.len(), "line", "lines"), there.len());
            problems.add(|| format!("{LEAVES} has {here}, in the record {name} it has {there}"));
        }
        for (number, _) in (0u64..).zip(here.iter().zip(&there)).skip(1).filter(|(_, (here, there))| here != there) {
            problems.add(|| format!("in {LEAVES}, member {} is not the same as in the record {name}", grouped(number)));
        }
        Ok(format!("The members in {LEAVES} are the same as in the record {name}."))
    }

    /// The two files are the same, but for a rehearsal's mark, in a sentence; or why that is not known.
    fn same_pool(&self, earlier: &Opened<'_>, name: &str, problems: &mut Problems) -> Result<String, String> {
        let there = |record: &Opened<'_>| record.files.bytes(POOL).is_some();
        let mark = self.record.files.rehearsal() != earlier.files.rehearsal();
        let same = self.same_table(earlier, POOL).ok_or_else(|| {
            if mark && there(self.record) && there(earlier) {
                format!("{POOL} cannot be read in both records as the pool of a draw and that of a rehearsal")
            } else {
                format!("{POOL} is not there or cannot be read")
            }
        })?;
        if !same {
            let but = if mark { format!(", not even without the column {REHEARSAL}") } else { String::new() };
            problems.add(|| format!("{POOL} is not the same as in the record {name}{but}"));
        }
        let but = if mark { format!(", but for the column {REHEARSAL}") } else { String::new() };
        Ok(format!("{POOL} is the same as in the record {name}{but}."))
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
