//! The drawn members by name, where that was asked for.

use super::Told;
use super::html::{Html, Table};

/// One drawn member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    /// On which of several panels.
    pub panel: Option<u32>,
    /// Whether the member did not sit before; only where some sat before.
    pub new: Option<bool>,
    /// The cells of the columns that name a person.
    pub cells: Vec<String>,
}

/// The drawn members.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Names {
    /// The columns that name a person, at least one.
    pub columns: Vec<String>,
    /// The members, in the order in which they are to stand.
    pub drawn: Vec<Drawn>,
}

pub(super) fn write(page: &mut Html, told: &Told) {
    let Some(names) = told.names else { return };
    page.section("names-heading");
    let note = page.say("names-note", &[]);
    page.note(&note);
    let several = names.drawn.iter().any(|one| one.panel.is_some());
    let renewed = names.drawn.iter().any(|one| one.new.is_some());
    let mut header = names.columns.clone();
    header.extend(several.then(|| page.say("col-on-panel", &[])));
    header.extend(renewed.then(|| page.say("col-new", &[])));
    let yes = page.say("is-new", &[]);
    let row = |one: &Drawn| {
        let mut row = one.cells.clone();
        row.extend(one.panel.filter(|_| several).map(|panel| panel.to_string()));
        row.extend(one.new.filter(|_| renewed).map(|new| if new { yes.clone() } else { String::new() }));
        row
    };
    let rows = names.drawn.iter().map(row).collect();
    let words = header.len();
    let title = page.say("names-heading", &[]);
    page.table(&title, &Table { header, rows, words });
}
