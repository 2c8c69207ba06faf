//! `[[derive]]`: rules for derived columns.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::file::in_order;
use super::typed::{Reader, kind};
use super::{Choices, Origin, SettingsProblem};
use crate::derive::{Bands, Date, DateFormat, Derivation, Recode, Rule, RuleProblem};
use crate::instance::nearest;

const KEYS: [&str; 7] = ["column", "from", "at", "format", "bands", "recode", "other"];

type Found<'t, 'i> = Option<&'t Spanned<DeValue<'i>>>;

/// Reads all rules into the choices.
pub(super) fn derivations(reader: &mut Reader<'_>, found: &Spanned<DeValue<'_>>, choices: &mut Choices) {
    const WANTED: &str = "a list of tables, each headed [[derive]]";
    let DeValue::Array(rules) = found.get_ref() else {
        return reader
            .mismatch("derive", found, (WANTED, kind(found)), "[{ column = \"…\", from = \"…\" }]")
            .unwrap_or(());
    };
    for rule in rules.iter() {
        let DeValue::Table(table) = rule.get_ref() else {
            let is = format!("a list with {} in it", kind(rule));
            reader.mismatch::<()>("derive", rule, (WANTED, is), "[{ column = \"…\", from = \"…\" }]");
            continue;
        };
        let from = Origin::File { file: reader.file().to_owned(), line: reader.line(rule.span().start) };
        if let Some(derivation) = derivation(reader, rule.span().start, table) {
            choices.give_derivation(derivation, from);
        }
    }
}

fn derivation(reader: &mut Reader<'_>, start: usize, table: &DeTable<'_>) -> Option<Derivation> {
    let before = reader.problems.len();
    for (key, _) in in_order(table) {
        if !KEYS.contains(&key.get_ref().as_ref()) {
            let name = key.get_ref().as_ref();
            let at = reader.at(key.span().start);
            reader.problems.push(SettingsProblem::UnknownKey {
                at,
                key: format!("derive.{name}"),
                nearest: nearest(name, KEYS).map(str::to_owned),
                known: KEYS.map(|key| format!("derive.{key}")).to_vec(),
            });
        }
    }
    let column = named_text(reader, start, table, "column");
    let from = named_text(reader, start, table, "from");
    let rule = match (table.get("bands"), table.get("recode")) {
        (None, None) => {
            without(reader, start, "bands or recode");
            None
        }
        (_, Some(recode)) => {
            for key in ["bands", "at", "format"] {
                beside(reader, table, key, "recode");
            }
            recoding(reader, recode, table.get("other")).map(Rule::Recode)
        }
        (Some(bands), None) => {
            beside(reader, table, "other", "bands");
            banding(reader, bands, table.get("at"), table.get("format"))
        }
    };
    // A rule with a key that has no place says something that it does not mean.
    let sound = reader.problems.len() == before;
    Some(Derivation { column: column?, from: from?, rule: rule.filter(|_| sound)? })
}

fn named_text(reader: &mut Reader<'_>, start: usize, table: &DeTable<'_>, key: &str) -> Option<String> {
    match table.get(key) {
        Some(found) => reader.text(&format!("derive.{key}"), found).map(|text| text.trim().to_owned()),
        None => {
            without(reader, start, key);
            None
        }
    }
}

fn without(reader: &mut Reader<'_>, start: usize, key: &str) {
    let at = reader.at(start);
    reader.problems.push(SettingsProblem::RuleWithout { at, key: key.to_owned() });
}

fn beside(reader: &mut Reader<'_>, table: &DeTable<'_>, key: &str, beside: &str) {
    if let Some(found) = table.get(key) {
        let at = reader.at(found.span().start);
        reader.problems.push(SettingsProblem::RuleWithBoth { at, key: key.to_owned(), beside: beside.to_owned() });
    }
}

/// When ages are asked for.
enum When {
    Day(Date),
    Year(i64),
}

fn banding(
    reader: &mut Reader<'_>,
    bands: &Spanned<DeValue<'_>>,
    at: Found<'_, '_>,
    format: Found<'_, '_>,
) -> Option<Rule> {
    let labels = reader.texts("derive.bands", bands);
    let when = at.map(|found| when(reader, found));
    let format_given = format.map(|found| {
        let names = DateFormat::ALL.map(DateFormat::name);
        let found = reader.text("derive.format", found).map(|text| (text.trim().to_uppercase(), found));
        let (text, found) = found?;
        let format = DateFormat::ALL.into_iter().find(|format| format.name() == text);
        if format.is_none() {
            let (at, known) = (reader.at(found.span().start), names.map(str::to_owned).to_vec());
            let key = "derive.format".to_owned();
            reader.problems.push(SettingsProblem::NotOneOf { at, key, found: text, known });
        }
        format
    });
    if let (Some(found), None | Some(Some(When::Year(_)))) = (format, &when) {
        let at = reader.at(found.span().start);
        let beside = if when.is_some() { "a year" } else { "bands of numbers" };
        reader.problems.push(SettingsProblem::RuleWithBoth { at, key: "format".to_owned(), beside: beside.to_owned() });
    }
    let start = bands.span().start;
    let of_ages = when.is_some();
    let built = labels.map(|labels| if of_ages { Bands::of_ages(&labels) } else { Bands::new(&labels) })?;
    let bands = built.map_err(|problems| rule_problems(reader, start, "bands", problems)).ok()?;
    match (when, format_given) {
        (None, _) => Some(Rule::Number { bands }),
        (Some(when), format) => match when? {
            When::Year(at) => Some(Rule::AgeIn { at, bands }),
            When::Day(at) => Some(Rule::AgeOn { at, format: format.unwrap_or(Some(DateFormat::default()))?, bands }),
        },
    }
}

/// A day, as text or as a date of TOML, or a year, as text or as a number.
fn when(reader: &mut Reader<'_>, found: &Spanned<DeValue<'_>>) -> Option<When> {
    const KEY: &str = "derive.at";
    let text = match found.get_ref() {
        DeValue::Integer(_) => {
            return reader
                .whole_number(KEY, found, 1, 9999, "2026")
                .and_then(|year| i64::try_from(year).ok())
                .map(When::Year);
        }
        DeValue::Datetime(date) => date.to_string(),
        DeValue::String(text) => text.trim().to_owned(),
        _ => return reader.mismatch(KEY, found, ("a day or a year", kind(found)), "\"2026-11-22\""),
    };
    let year = Some(&text).filter(|text| text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit()));
    let year = year.and_then(|text| text.parse().ok()).filter(|&year| year > 0).map(When::Year);
    let when = year.or_else(|| DateFormat::Iso.read(&text).ok().map(When::Day));
    if when.is_none() {
        let (at, known) = (reader.at(found.span().start), ["2026-11-22".to_owned(), "2026".to_owned()].to_vec());
        reader.problems.push(SettingsProblem::NotAWhen { at, key: KEY.to_owned(), found: text, known });
    }
    when
}

fn recoding(reader: &mut Reader<'_>, recode: &Spanned<DeValue<'_>>, other: Found<'_, '_>) -> Option<Recode> {
    let other = other.map(|found| reader.text("derive.other", found).map(|text| text.trim().to_owned()));
    let DeValue::Table(table) = recode.get_ref() else {
        let wanted = ("a table of results with the values that become them", kind(recode));
        return reader.mismatch("derive.recode", recode, wanted, "{ low = [\"none\", \"primary\"] }");
    };
    let mut results = Some(Vec::new());
    for (result, values) in in_order(table) {
        let name = result.get_ref().trim();
        match (reader.texts(&format!("derive.recode.{name}"), values), &mut results) {
            (Some(values), Some(results)) => results.push((name.to_owned(), values)),
            _ => results = None,
        }
    }
    // With a bad "other" there is no telling what is recoded.
    let other = other.map_or(Some(None), |other| other.map(Some))?;
    let start = recode.span().start;
    Recode::new(results?, other).map_err(|problems| rule_problems(reader, start, "recode", problems)).ok()
}

fn rule_problems(reader: &mut Reader<'_>, start: usize, key: &str, problems: Vec<RuleProblem>) {
    let at = reader.at(start);
    let problems =
        problems.into_iter().map(|problem| SettingsProblem::Rule { at: at.clone(), key: key.to_owned(), problem });
    reader.problems.extend(problems);
}
