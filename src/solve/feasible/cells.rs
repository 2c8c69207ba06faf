//! Members who have the same feature values become one cell, whatever household they live in; who is singled out or kept apart is a cell alone.
//!
//! Households make many more types than features do. Here they are kept out of the program: see `houses.rs`.

use crate::instance::{Instance, QuotaRow, Standing};

/// The cells of a pool and the rows of the program that each takes part in: row 0 is the panel size, then come the quotas, then the groups
/// to be kept apart.
#[derive(Debug)]
pub(super) struct Cells {
    /// Members, cell after cell, ascending within a cell.
    order: Vec<usize>,
    /// Where each cell begins in `order`, and its end.
    starts: Vec<usize>,
    /// The cell of each member.
    pub of: Vec<usize>,
    /// The rows of each cell, one cell after the other.
    rows: Vec<u32>,
    row_starts: Vec<usize>,
    /// How many rows there are.
    pub height: usize,
    /// Members whom the rules include or exclude, ascending.
    pub singled: Vec<usize>,
    /// Whether each of them is included; else excluded.
    pub included: Vec<bool>,
    /// For each cell the position in `singled`, if it is one of them.
    pub place: Vec<Option<usize>>,
}

impl Cells {
    pub fn new(instance: &Instance, quotas: &[QuotaRow]) -> Self {
        let members = instance.members();
        let mut alone = vec![false; members.len()];
        for &member in instance.apart().iter().flatten() {
            alone[member] = true;
        }
        let singled: Vec<usize> = (0..members.len()).filter(|&m| members[m].standing != Standing::Open).collect();
        for &member in &singled {
            alone[member] = true;
        }
        let keys = keys(instance);
        let mut order: Vec<(bool, u64, usize)> =
            (0..members.len()).map(|m| if alone[m] { (true, m as u64, m) } else { (false, keys[m], m) }).collect();
        order.sort_unstable();
        let mut of = vec![0; members.len()];
        let mut starts = Vec::new();
        for (at, &(alone, key, member)) in order.iter().enumerate() {
            let new = at.checked_sub(1).is_none_or(|before| (order[before].0, order[before].1) != (alone, key));
            if new {
                starts.push(at);
            }
            of[member] = starts.len() - 1;
        }
        let cells = starts.len();
        starts.push(order.len());
        let order: Vec<usize> = order.into_iter().map(|(.., member)| member).collect();
        let included = singled.iter().map(|&member| members[member].standing == Standing::Included).collect();
        let mut place = vec![None; cells];
        for (position, &member) in singled.iter().enumerate() {
            place[of[member]] = Some(position);
        }
        let (rows, row_starts) = rows(instance, quotas, &order, &starts);
        let height = 1 + quotas.len() + instance.apart().len();
        Self { order, starts, of, rows, row_starts, height, singled, included, place }
    }

    pub fn len(&self) -> usize {
        self.starts.len() - 1
    }

    pub fn members(&self, cell: usize) -> &[usize] {
        &self.order[self.starts[cell]..self.starts[cell + 1]]
    }

    pub fn rows(&self, cell: usize) -> &[u32] {
        &self.rows[self.row_starts[cell]..self.row_starts[cell + 1]]
    }
}

/// A number for each member, equal for members with equal values.
fn keys(instance: &Instance) -> Vec<u64> {
    let members = instance.members();
    let mut keys = vec![0_u64; members.len()];
    let mut span = 1_u64;
    for (c, category) in instance.categories().iter().enumerate() {
        let width = category.values.len().max(1) as u64;
        if span.checked_mul(width).is_none() {
            // Numbers that would grow too large are replaced by their ranks.
            let mut ranks = keys.clone();
            ranks.sort_unstable();
            ranks.dedup();
            for key in &mut keys {
                *key = ranks.partition_point(|other| other < key) as u64;
            }
            span = ranks.len() as u64;
        }
        span = span.saturating_mul(width);
        for (key, member) in keys.iter_mut().zip(members) {
            *key = *key * width + member.values.get(c).copied().unwrap_or_default() as u64;
        }
    }
    keys
}

fn rows(instance: &Instance, quotas: &[QuotaRow], order: &[usize], starts: &[usize]) -> (Vec<u32>, Vec<usize>) {
    let categories = instance.categories();
    let mut of_value: Vec<Vec<Option<u32>>> = categories.iter().map(|c| vec![None; c.values.len()]).collect();
    let mut several: Vec<(u32, &QuotaRow)> = Vec::new();
    for (quota, row) in quotas.iter().zip(1..) {
        match quota.terms.as_slice() {
            &[(c, v)] => of_value[c][v] = Some(row),
            _ => several.push((row, quota)),
        }
    }
    let first_group = 1 + quotas.len() as u32;
    let (mut rows, mut row_starts) = (Vec::new(), vec![0]);
    for &start in &starts[..starts.len() - 1] {
        let index = order[start];
        let member = &instance.members()[index];
        rows.push(0);
        rows.extend(member.values.iter().zip(&of_value).filter_map(|(&v, of_value)| of_value[v]));
        rows.extend(several.iter().filter(|(_, quota)| quota.is_on(member)).map(|&(row, _)| row));
        let groups = instance.apart().iter().zip(first_group..);
        rows.extend(groups.filter(|(group, _)| group.binary_search(&index).is_ok()).map(|(_, row)| row));
        row_starts.push(rows.len());
    }
    (rows, row_starts)
}
