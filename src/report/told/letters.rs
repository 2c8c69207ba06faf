//! From the letter to the seat: each group's chance of an invitation, of being selected, and of both.

use num_rational::BigRational;
use num_traits::ToPrimitive;

use super::Told;
use super::html::{Html, Table};
use crate::invite::{Sitting, everybody};

const COLUMNS: [&str; 7] = [
    "letters-col-group",
    "letters-col-households",
    "letters-col-letters",
    "letters-col-invited",
    "letters-col-answered",
    "letters-col-selected",
    "letters-col-sits",
];

pub(super) fn write(page: &mut Html, told: &Told) {
    let Some(ways) = told.letters else { return };
    page.section("letters-heading");
    page.told("letters-intro", &[]);
    let title = page.say("letters-title", &[]);
    let header = COLUMNS.map(|column| page.say(column, &[])).to_vec();
    let rows = ways.iter().map(|way| row(page, told, way)).collect();
    page.table(&title, &Table { header, rows, words: 1 });
    let note = page.say("letters-note", &[]);
    page.note(&note);
}

fn row(page: &Html, told: &Told, way: &Sitting) -> Vec<String> {
    let language = told.language;
    let percent = |chance: &BigRational| chance.to_f64().map(|chance| language.percent(chance)).unwrap_or_default();
    let maybe = |chance: &Option<BigRational>| chance.as_ref().map_or_else(|| "\u{2013}".to_owned(), percent);
    let name = if way.stratum == everybody() { page.say("letters-everybody", &[]) } else { way.stratum.clone() };
    vec![
        name,
        language.number(way.households),
        language.number(way.letters),
        percent(&way.invited),
        maybe(&way.answered),
        maybe(&way.selected),
        maybe(&way.sits),
    ]
}
