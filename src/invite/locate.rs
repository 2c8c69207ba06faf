//! A further pass over a register in which something stands twice: to say on which lines.

use std::collections::BTreeMap;

use super::code::{Code, Layout, code};
use super::lines::{Groups, Lines};
use super::problem::{InviteError, InviteProblem};
use super::scan::Rows;
use super::survey::{Open, fault, parts, short};

/// What stands more than once.
#[derive(Default)]
pub(super) struct Wanted {
    /// Rows by 64 bits of their code: perhaps alike.
    rows: Vec<u64>,
    /// Rows or addresses that may not stand twice, by their code.
    once: Vec<Code>,
    /// Households in more than one stratum.
    apart: Vec<Code>,
}

impl Wanted {
    /// Out of sorted lists.
    pub fn of(layout: &Layout, units: &[u128], ids: &[u64]) -> Self {
        let twice = |pair: &[u64]| pair.first().copied().filter(|first| Some(first) == pair.last());
        let mut wanted = Self { rows: ids.windows(2).filter_map(twice).collect(), ..Self::default() };
        wanted.rows.dedup();
        for pair in units.windows(2) {
            let &[first, second] = pair else { continue };
            let ((code, stratum), (other, other_stratum)) = (parts(first), parts(second));
            if code != other {
                continue;
            }
            if layout.addresses_differ || layout.address.is_empty() {
                wanted.once.push(code);
            } else if stratum != other_stratum {
                wanted.apart.push(code);
            }
        }
        wanted.once.dedup();
        wanted.apart.dedup();
        wanted
    }

    fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.once.is_empty() && self.apart.is_empty()
    }
}

/// The rows of the first groups, by what they share.
#[derive(Default)]
struct Found {
    order: Vec<String>,
    groups: BTreeMap<String, Lines>,
}

impl Found {
    fn add(&mut self, text: &str, line: u64) {
        if let Some(lines) = self.groups.get_mut(text) {
            lines.add(line);
        } else if self.groups.len() < 2 * Groups::NAMED {
            let mut lines = Lines::default();
            lines.add(line);
            self.order.push(text.to_owned());
            self.groups.insert(text.to_owned(), lines);
        }
    }

    /// The groups of two and more, in the order of their first lines; `count` is how many there are in all.
    fn finish(self, count: usize) -> Option<Groups> {
        let Self { order, mut groups } = self;
        let all: Vec<Lines> = order.iter().filter_map(|text| groups.remove(text)).collect();
        let alone = all.iter().filter(|lines| lines.count < 2).count();
        let mut first: Vec<Lines> = all.into_iter().filter(|lines| lines.count > 1).collect();
        first.truncate(Groups::NAMED);
        let count = count.saturating_sub(alone) as u64;
        (!first.is_empty()).then_some(Groups { first, count })
    }
}

/// Reads the register again if anything is wanted, and says where it stands. What only looked alike is left out.
pub(super) fn locate(
    file: &str,
    layout: &Layout,
    wanted: Wanted,
    open: Open,
) -> Result<Vec<InviteProblem>, InviteError> {
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Rows::new(open()?);
    let (mut same, mut once, mut apart) = (Found::default(), Found::default(), Found::default());
    let mut text = String::new();
    rows.next().map_err(|found| fault(file, found))?;
    while let Some(row) = rows.next().map_err(|found| fault(file, found))? {
        layout.row_text(&row, &mut text);
        if layout.has_two_texts() {
            if wanted.rows.binary_search(&short(&text)).is_ok() {
                same.add(&text, row.line);
            }
            layout.household_text(&row, &mut text);
        }
        let code = code(&text);
        if wanted.once.binary_search(&code).is_ok() {
            once.add(&text, row.line);
        }
        if wanted.apart.binary_search(&code).is_ok() {
            apart.add(&text, row.line);
        }
    }
    let name = |index: Option<usize>| index.and_then(|index| layout.header.get(index)).cloned().unwrap_or_default();
    let file = || file.to_owned();
    let alike = |groups: Groups| match layout.id {
        Some(id) => InviteProblem::SameId { file: file(), column: name(Some(id)), groups },
        None => InviteProblem::SameRow { file: file(), groups },
    };
    let once = once.finish(wanted.once.len()).map(|groups| match layout.address.first() {
        Some(&address) => InviteProblem::SameAddress { file: file(), column: name(Some(address)), groups },
        None => alike(groups),
    });
    let apart = apart.finish(wanted.apart.len());
    let apart = apart.map(|groups| InviteProblem::Apart { file: file(), column: name(layout.stratum), groups });
    Ok([same.finish(wanted.rows.len()).map(alike), once, apart].into_iter().flatten().collect())
}
