//! `alternates.form`: what `alternates.json` holds. Nothing is computed from it, so nothing but its form is looked at.

use serde::Deserialize;

use super::files::Files;
use super::json::{Anything, Whole, nullable, parse};
use super::say::{Finding, Problems, count, grouped, quote};
use super::setup::Setup;
use super::table::{ALTERNATES, SETUP};

/// `alternates.json`. What most of its keys hold is not looked at.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    #[serde(deserialize_with = "nullable")]
    alternates: Option<Whole>,
    #[serde(rename = "candidates")]
    _candidates: Anything,
    #[serde(rename = "chosen_on")]
    _chosen_on: Anything,
    #[serde(rename = "drop_outs")]
    _drop_outs: Anything,
    format: String,
    #[serde(rename = "key")]
    _key: Anything,
    #[serde(rename = "kinds")]
    _kinds: Anything,
    #[serde(rename = "lottery")]
    _lottery: Anything,
    #[serde(rename = "over_recruit")]
    _over_recruit: Anything,
    #[serde(rename = "panel")]
    _panel: Anything,
    #[serde(rename = "table")]
    _table: Anything,
    #[serde(rename = "told_on")]
    _told_on: Anything,
    #[serde(rename = "way")]
    _way: Anything,
}

/// `alternates.form`.
pub(super) fn form(files: &Files, setup: Option<&Setup>) -> Finding {
    let Some(bytes) = files.bytes(ALTERNATES) else {
        return Finding::without(ALTERNATES);
    };
    let raw = match parse::<Raw>(ALTERNATES, bytes) {
        Ok(raw) => raw,
        Err(why) => return Finding::fail(why),
    };
    let mut problems = Problems::default();
    let format = files.format("alternates/1");
    if raw.format != format {
        let found = quote(&raw.format);
        problems.add(|| format!("{ALTERNATES}: \"format\" is {found}, and only \"{format}\" is known here"));
    }
    let Some(setup) = setup else {
        let unknown =
            || Finding::not_checked(format!("{SETUP} cannot be used, so the number of alternates is not known"));
        return problems.failure().unwrap_or_else(unknown);
    };
    let size = setup.size;
    if raw.alternates != Some(size) {
        let found = raw.alternates.map_or_else(|| "null".to_owned(), |Whole(number)| grouped(number));
        let size = grouped(size.0);
        problems.add(|| format!("\"alternates\" is {found} in {ALTERNATES}, but {SETUP} gives the size {size}"));
    }
    let number =
        usize::try_from(size.0).map_or_else(|_| grouped(size.0), |size| count(size, "alternate", "alternates"));
    problems.or_pass(format!("{ALTERNATES} has the form {format}, for {number}."))
}
