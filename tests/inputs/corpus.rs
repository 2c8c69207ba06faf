//! Every folder beside this file is a case: `pool.csv`, `quotas.csv`, `expected.txt`, and `case.txt` for options.
//!
//! In place of `pool.csv` (or `quotas.csv`) there may be `pool.parts`: the parts of a workbook as text, each below a line `== NAME`, which are
//! packed into `pool.xlsx`. With `strict: yes` in `case.txt`, the files are read as a record's are; `cut: 30` leaves the pool that many bytes.
//!
//! `KLERO_BLESS=1 cargo test --test inputs` rewrites what is expected.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use klero::instance::{Built, Instance, Person, Quota, Settings, Standing, build, has_quotas_header};
use klero::read::{Pick, Reading, read_csv, read_picked};

use super::workbooks::packed;

/// Panel size of a case that does not say otherwise.
const SIZE: usize = 4;

/// How the files of a case are read.
#[derive(Default)]
struct Way {
    strict: bool,
    cut: Option<usize>,
    pool_sheet: Option<String>,
    quotas_sheet: Option<String>,
}

/// A case's settings.
pub fn options(folder: &Path) -> Settings {
    settings_and_way(folder).0
}

fn settings_and_way(folder: &Path) -> (Settings, Way) {
    let mut way = Way::default();
    let mut options = Settings::of_size(SIZE);
    let people = |ids: &str| -> Vec<Person> { ids.split(", ").map(|id| Person::Id(id.to_owned())).collect() };
    let numbers = |numbers: &str| -> Vec<Person> {
        numbers.split(", ").map(|number| Person::Number(number.parse().expect("a number"))).collect()
    };
    for line in fs::read_to_string(folder.join("case.txt")).unwrap_or_default().lines() {
        match line.split_once(": ") {
            Some(("size", size)) => options.size = size.parse().expect("a panel size"),
            Some(("id-column", name)) => options.id_column = Some(name.to_owned()),
            Some(("household", name)) => options.household_columns.push(name.to_owned()),
            Some(("household-limit", limit)) => options.household_limit = limit.parse().expect("a limit"),
            Some(("status-column", name)) => options.status_column = Some(name.to_owned()),
            Some(("include", ids)) => options.include.extend(people(ids)),
            Some(("exclude", ids)) => options.exclude.extend(people(ids)),
            Some(("apart", ids)) => options.apart.push(people(ids)),
            Some(("include-numbers", list)) => options.include.extend(numbers(list)),
            Some(("exclude-numbers", list)) => options.exclude.extend(numbers(list)),
            Some(("apart-numbers", list)) => options.apart.push(numbers(list)),
            Some(("apart-nobody", _)) => options.apart.push(Vec::new()),
            Some(("strict", "yes")) => way.strict = true,
            Some(("cut", length)) => way.cut = Some(length.parse().expect("a length")),
            Some(("pool-sheet", name)) => way.pool_sheet = Some(name.to_owned()),
            Some(("quotas-sheet", name)) => way.quotas_sheet = Some(name.to_owned()),
            _ => panic!("{}: case.txt: {line:?}", folder.display()),
        }
    }
    (options, way)
}

fn folders() -> Vec<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/inputs");
    let entries = fs::read_dir(here).unwrap().map(|entry| entry.unwrap().path());
    let mut folders: Vec<PathBuf> = entries.filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

fn name(folder: &Path) -> &str {
    folder.file_name().unwrap().to_str().unwrap()
}

/// Everything that is said about a case.
fn said(folder: &Path) -> String {
    said_of(folder, |pool| pool)
}

/// Everything that is said about a case whose pool was changed.
fn said_of(folder: &Path, change: impl Fn(Vec<u8>) -> Vec<u8>) -> String {
    let (settings, way) = settings_and_way(folder);
    let (quotas_name, quotas_bytes) = file(folder, "quotas");
    let (pool_name, mut pool_bytes) = file(folder, "pool");
    pool_bytes.truncate(way.cut.unwrap_or(usize::MAX));
    let pool_bytes = change(pool_bytes);
    let mut said = Said::default();
    let mut read = |name: &str, bytes: &[u8], sheet: &Option<String>, fits: fn(&[String]) -> bool| {
        let read = match sheet.as_deref() {
            _ if way.strict => {
                let how = |table| Reading {
                    table,
                    how: klero::read::read_table("x", b"a,b\n1,2\n").unwrap().how,
                    notes: Vec::new(),
                };
                read_csv(name, bytes).map(how)
            }
            Some(sheet) => read_picked(name, bytes, Pick::Named(sheet)),
            None => read_picked(name, bytes, Pick::Fitting(&fits)),
        };
        read.map_err(|problems| {
            for problem in problems {
                said.say(problem.code(), &problem, &problem.help());
            }
        })
    };
    let quotas = read(&quotas_name, &quotas_bytes, &way.quotas_sheet, has_quotas_header);
    let pool = read(&pool_name, &pool_bytes, &way.pool_sheet, |header| !has_quotas_header(header));
    if let (Ok(quotas), Ok(pool)) = (quotas, pool) {
        match build(&quotas.table, &pool.table, &settings) {
            Ok(built) => return accepted(&built) + &read_as(&[quotas, pool]),
            Err(problems) => {
                for problem in problems {
                    said.say(problem.code(), &problem, &problem.help());
                }
            }
        }
    }
    format!("refused: {}\n{}", said.number, said.text)
}

/// What the files turned out to be, where that is not plain, and what is noted of them.
fn read_as(files: &[Reading]) -> String {
    let mut text = String::new();
    for Reading { table, how, notes } in files {
        if !how.is_plain() {
            writeln!(text, "\n{} is {how}", table.file).unwrap();
        }
        for note in notes {
            writeln!(text, "\n[{}]\n{note}", note.code()).unwrap();
        }
    }
    text
}

/// The name and the bytes of one of a case's two files.
pub fn file(folder: &Path, stem: &str) -> (String, Vec<u8>) {
    match fs::read_to_string(folder.join(format!("{stem}.parts"))) {
        Ok(parts) => (format!("{stem}.xlsx"), packed(&parts)),
        Err(_) => (format!("{stem}.csv"), fs::read(folder.join(format!("{stem}.csv"))).unwrap()),
    }
}

/// Problems or warnings as text.
#[derive(Default)]
struct Said {
    number: usize,
    text: String,
}

impl Said {
    fn say(&mut self, code: &str, what: &dyn std::fmt::Display, help: &str) {
        self.number += 1;
        write!(self.text, "\n[{code}]\n{what}\n  {help}\n").unwrap();
    }
}

fn accepted(built: &Built) -> String {
    let instance = &built.instance;
    let id_column = built.id_column.as_deref().unwrap_or("(row numbers)");
    let mut text = format!("accepted\npanel size {}, identifiers from {id_column}\n", instance.size());
    for category in instance.categories() {
        writeln!(text, "{}", category.name).unwrap();
        for value in &category.values {
            writeln!(text, "  {}: {}", value.name, numbers(&value.quota, value.pool)).unwrap();
        }
    }
    for combination in instance.combinations() {
        let term = |&(category, value): &(usize, usize)| {
            let category = &instance.categories()[category];
            format!("{}={}", category.name, category.values[value].name)
        };
        let terms: Vec<String> = combination.terms.iter().map(term).collect();
        writeln!(text, "{}: {}", terms.join(" & "), numbers(&combination.quota, combination.pool)).unwrap();
    }
    text.push_str(&members(instance));
    if !built.household_columns.is_empty() {
        writeln!(text, "households from {}", built.household_columns.join(", ")).unwrap();
    }
    let ids = |group: &Vec<usize>| -> String {
        group.iter().map(|&member| instance.members()[member].id.as_str()).collect::<Vec<_>>().join(", ")
    };
    for house in instance.households() {
        writeln!(text, "at most {} of the household {}", instance.household_limit(), ids(house)).unwrap();
    }
    for group in instance.apart() {
        writeln!(text, "at most one of {}", ids(group)).unwrap();
    }
    let mut said = Said::default();
    for warning in &built.warnings {
        said.say(warning.code(), warning, &warning.help());
    }
    text + &said.text
}

fn numbers(quota: &Quota, pool: usize) -> String {
    let flex = quota.flex.map(|(min, max)| format!(", relaxed {min} to {max}")).unwrap_or_default();
    format!("{} to {}{flex}; {pool} in the pool", quota.min, quota.max)
}

fn members(instance: &Instance) -> String {
    let mut text = String::from("members\n");
    for member in instance.members() {
        let values: Vec<&str> = instance
            .categories()
            .iter()
            .zip(&member.values)
            .map(|(category, value)| category.values.get(*value).unwrap().name.as_str())
            .collect();
        let standing = match member.standing {
            Standing::Open => "",
            Standing::Included => "; included",
            Standing::Excluded => "; excluded",
        };
        writeln!(text, "  {} (row {}): {}{standing}", member.id, member.row + 1, values.join(", ")).unwrap();
    }
    text
}

#[test]
fn every_case_says_what_is_expected() {
    let bless = std::env::var_os("KLERO_BLESS").is_some_and(|value| value == "1");
    let mut wrong = Vec::new();
    let folders = folders();
    for folder in &folders {
        let said = said(folder);
        let path = folder.join("expected.txt");
        if bless {
            fs::write(&path, &said).unwrap();
        } else if fs::read_to_string(&path).unwrap_or_default() != said {
            wrong.push(format!("--- {}\n{said}", name(folder)));
        }
    }
    assert!(folders.len() >= 95, "only {} cases were found", folders.len());
    assert!(wrong.is_empty(), "{} cases say something else:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn cases_are_named_for_their_verdict() {
    for folder in folders() {
        let verdict = if name(&folder).starts_with("good-") { "accepted" } else { "refused: " };
        assert!(said(&folder).starts_with(verdict), "{}", name(&folder));
    }
}

/// Planted: one changed letter in an input must show in what is said.
#[test]
fn a_changed_input_is_noticed() {
    let folders = folders();
    let folder = folders.iter().find(|folder| name(folder) == "bad-values").unwrap();
    let changed = |pool: Vec<u8>| String::from_utf8(pool).unwrap().replacen("femal,", "femalx,", 1).into_bytes();
    assert_ne!(said_of(folder, changed), said(folder));
}

#[test]
fn the_corpus_is_large() {
    let bad = folders().iter().filter(|folder| name(folder).starts_with("bad-")).count();
    assert!(bad >= 100, "only {bad} bad cases");
}
