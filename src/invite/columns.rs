//! Which columns of a register tell what.

use super::code::Layout;
use super::problem::InviteProblem;
use super::scan::Row;
use crate::instance::fold;

/// Names by which an identifier's column is found.
const IDS: [&str; 3] = ["id", "nationbuilder_id", "unique_id"];
/// The name by which the column of the address is found.
const ADDRESS: &str = "address";

/// The columns that were named.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Named {
    /// The stratum's, or the area's.
    pub stratum: Option<String>,
    /// The household's.
    pub households: Vec<String>,
    /// The identifier's.
    pub id: Option<String>,
}

/// Finds the columns in the header: those that were named must be there once; others are found by their usual names if they are there.
pub(super) fn layout(file: &str, named: &Named, header: &Row) -> Result<Layout, Vec<InviteProblem>> {
    let header: Vec<String> = (0..header.width()).map(|index| header.cell(index).trim().to_owned()).collect();
    let keys: Vec<String> = header.iter().map(|cell| fold(cell)).collect();
    let mut problems = Vec::new();
    // 0, 1 or more columns with this name.
    let places = |name: &str| -> Vec<usize> {
        let key = fold(name);
        (0..keys.len()).filter(|index| keys.get(*index) == Some(&key)).collect()
    };
    let mut only = |name: &str, must: bool| match places(name).as_slice() {
        [only] => Some(*only),
        [] if !must => None,
        found => {
            let (times, column) = (found.len(), name.to_owned());
            problems.push(InviteProblem::Column { file: file.to_owned(), column, times, found: header.clone() });
            None
        }
    };
    let stratum = named.stratum.as_ref().and_then(|name| only(name, true));
    let id = match &named.id {
        Some(name) => only(name, true),
        None => IDS.iter().find_map(|name| only(name, false)),
    };
    let mut address: Vec<usize> = named.households.iter().filter_map(|name| only(name, true)).collect();
    let addresses_differ = named.households.is_empty();
    if addresses_differ {
        address.extend(only(ADDRESS, false));
    }
    let addresses_differ = addresses_differ && !address.is_empty();
    if !problems.is_empty() {
        return Err(problems);
    }
    Ok(Layout { header, stratum, address, addresses_differ, id })
}
