//! What `klero invite` says.

use std::path::Path;

use klero::invite::{Checked, Invitation, InviteError, Prepared, REHEARSAL, Verdict, decimal, fraction};
use klero::record::{CHAIN, time_of};

use crate::cli::speech::{checks_said, said};

/// How many strata are shown; all are in `strata.csv`.
const SHOWN: usize = 20;

/// The checks, and what no check can show, in the language of people.
pub fn findings(checked: &Checked) -> String {
    let verdicts = [Verdict::Pass, Verdict::Fail, Verdict::NotChecked].map(|verdict| verdict.to_string());
    let sentences: Vec<String> = checked.checks.iter().map(|check| harmless(&check.sentence)).collect();
    let checks = checked.checks.iter().zip(&sentences);
    let checks = checks.map(|(check, sentence)| (check.verdict.to_string(), check.id, sentence.as_str()));
    let mut text = String::new();
    if let Some(fingerprint) = &checked.fingerprint {
        text += &format!("\nFingerprint of the plan (compare it with what was published):\n  {fingerprint}\n");
    }
    text += "\nWhat no check can show:
- that everybody is in the register, and that every entry is a real household
- that the plan was fixed before the seed could be known: compare the fingerprint with what was published
- that every letter was sent\n";
    let checks = checks_said(&verdicts, checks);
    format!("{checks}{}\n{}\n", said(&text), said(checked.verdict_line()))
}

/// What was taken for granted.
pub fn notes(prepared: &Prepared) {
    let register = &prepared.plan.register;
    match prepared.survey.separator {
        ';' => note!("the register's cells are separated by semicolons"),
        '\t' => note!("the register's cells are separated by tabs"),
        _ => {}
    }
    match (register.address_columns.first(), register.addresses_differ) {
        (None, _) => note!(
            "no column tells who lives together, so each row counts as a household of its own; name one with --household"
        ),
        (Some(column), true) => note!("each row is a household, with its own address in column \"{column}\""),
        (Some(_), false) => {}
    }
    let strata = prepared.survey.strata.iter().zip(prepared.letters_of_strata().unwrap_or_default());
    let none: Vec<String> =
        strata.filter(|(_, letters)| **letters == 0).map(|(stratum, _)| harmless(&stratum.name)).collect();
    if !none.is_empty() {
        note!("so few letters go out that nobody has a chance in {}", none.join(", "));
    }
}

/// What was done, in words.
pub fn story(
    prepared: &Prepared,
    drawn: Option<&Invitation>,
    dir: &Path,
    register: &Path,
) -> Result<String, InviteError> {
    let survey = &prepared.survey;
    let mut text = String::new();
    if prepared.plan.rehearsal {
        text += &format!("{REHEARSAL}: this is not the draw.\n");
    }
    text += &format!(
        "{}: {}, {}\n",
        register.display(),
        counted(survey.rows(), "row"),
        counted(survey.households(), "household")
    );
    if let Some(chances) = prepared.area_chances() {
        let certain = chances.certain.iter().filter(|certain| **certain).count();
        text += &format!(
            "{}: {certain} taken for certain, {} of the others drawn\n",
            counted(survey.strata.len() as u64, "area"),
            chances.draws
        );
    }
    let letters = drawn.map(|drawn| drawn.letters.as_slice()).or_else(|| prepared.letters_of_strata());
    if let Some(letters) = letters {
        text += &strata(prepared, letters, drawn);
    }
    let fingerprint = prepared.plan.fingerprint()?;
    text += &format!("Fingerprint of the plan:\n  {fingerprint}\n");
    let number = counted(prepared.letters(), "letter");
    text += &match drawn {
        Some(drawn) => {
            let files: Vec<&str> = drawn.files.iter().map(|file| file.name.as_str()).collect();
            format!("{}: {number}; {} written\n", dir.display(), files.join(", "))
        }
        None => {
            let (seed, option) = match prepared.plan.round() {
                Ok(Some(round)) => {
                    let time = time_of(round).map(|time| format!(" ({time})")).unwrap_or_default();
                    (format!("round {round} of {CHAIN}{time}"), "--beacon-file round.json")
                }
                _ => ("the seed text".to_owned(), "--seed TEXT"),
            };
            format!(
                "{}: the plan for {number}. Publish the fingerprint; once {seed} is known:\n  klero invite {} --register {} {option}\n",
                dir.display(),
                dir.display(),
                register.display()
            )
        }
    };
    Ok(text)
}

/// The strata as a table: the first ones that get letters.
fn strata(prepared: &Prepared, letters: &[u64], drawn: Option<&Invitation>) -> String {
    let strata = prepared.survey.strata.iter().zip(letters).enumerate();
    let rows: Vec<[String; 4]> = strata
        .filter(|(_, (_, letters))| drawn.is_none_or(|drawn| drawn.areas.is_none()) || **letters > 0)
        .map(|(index, (stratum, letters))| {
            let chance = drawn.and_then(|drawn| drawn.chances.get(index));
            let chance = chance.map(|chance| format!("{} = {}", fraction(chance), decimal(chance)));
            [harmless(&stratum.name), stratum.households.to_string(), letters.to_string(), chance.unwrap_or_default()]
        })
        .collect();
    let head = ["stratum", "households", "letters", if drawn.is_some() { "chance" } else { "" }].map(str::to_owned);
    let width = |column: usize| {
        let cells = std::iter::once(&head).chain(rows.iter().take(SHOWN));
        cells.filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let (first, second, third) = (width(0), width(1), width(2));
    let mut text = String::new();
    for [name, households, letters, chance] in std::iter::once(&head).chain(rows.iter().take(SHOWN)) {
        let line = format!("  {name:<first$}  {households:>second$}  {letters:>third$}  {chance}");
        text += &format!("{}\n", line.trim_end());
    }
    if rows.len() > SHOWN {
        text += &format!("  … and {} more\n", rows.len() - SHOWN);
    }
    text
}

/// Text from a file, without what could steer the screen.
pub fn harmless(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { '?' } else { c }).collect()
}

fn counted(number: u64, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}
