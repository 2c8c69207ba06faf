//! What the cells of a column look like, so that something can be proposed. Nothing is decided here.

use std::collections::BTreeMap;

use klero::derive::{Bands, DateFormat};
use klero::instance::{fold, nearest};

use super::files::Files;

/// What a column may hold, as it is typed.
pub const DATES: &str = "dates";
pub const YEARS: &str = "years";
pub const NUMBERS: &str = "numbers";
pub const ANSWERS: &str = "answers";

/// What stands in a column: each answer once, in the spelling that comes first, in the order of letters, and in how many cells. Blank cells are left out.
pub struct Answers {
    list: Vec<String>,
    cells: Vec<usize>,
}

impl Answers {
    /// Those of a column of the pool.
    pub fn of(files: &Files, column: &str) -> Self {
        Self::among(files.cells(column))
    }

    fn among<'a>(cells: impl Iterator<Item = &'a str>) -> Self {
        let mut found: BTreeMap<String, (&str, usize)> = BTreeMap::new();
        for cell in cells.filter(|cell| !fold(cell).is_empty()) {
            found.entry(fold(cell)).or_insert((cell, 0)).1 += 1;
        }
        Self {
            list: found.values().map(|(cell, _)| (*cell).to_owned()).collect(),
            cells: found.values().map(|(_, cells)| *cells).collect(),
        }
    }

    /// The answers.
    pub fn list(&self) -> &[String] {
        &self.list
    }

    /// In how many cells stands something of this kind.
    fn count(&self, is: impl Fn(&str) -> bool) -> usize {
        self.list.iter().zip(&self.cells).filter(|(answer, _)| is(answer)).map(|(_, cells)| cells).sum()
    }

    /// Whether more than half of the cells are so.
    fn are_mostly(&self, is: impl Fn(&str) -> bool) -> bool {
        2 * self.count(is) > self.cells.iter().sum()
    }

    /// What the column seems to hold, of these kinds.
    pub fn kind(&self, kinds: &[&'static str]) -> &'static str {
        let is_there = |kind: &&'static str| kinds.contains(kind);
        let seems = |kind: &&'static str| match *kind {
            DATES => self.are_mostly(is_date),
            YEARS => self.are_mostly(is_year_of_birth),
            _ => self.are_mostly(is_number),
        };
        [DATES, YEARS, NUMBERS].into_iter().filter(is_there).find(seems).unwrap_or(ANSWERS)
    }

    /// The way of writing dates in which the most cells can be read, if that is more than half of them and no other way is as good; otherwise the ways that
    /// are as good.
    pub fn format(&self) -> (Option<DateFormat>, Vec<DateFormat>) {
        let fits = |format: DateFormat| self.count(|answer| format.read(answer).is_ok());
        let most = DateFormat::ALL.into_iter().map(fits).max().unwrap_or(0);
        let best: Vec<DateFormat> =
            DateFormat::ALL.into_iter().filter(|format| most > 0 && fits(*format) == most).collect();
        match best.as_slice() {
            [only] if 2 * most > self.cells.iter().sum() => (Some(*only), Vec::new()),
            [_] => (None, Vec::new()),
            _ => (None, best),
        }
    }
}

fn is_date(text: &str) -> bool {
    DateFormat::ALL.into_iter().any(|format| format.read(text).is_ok())
}

/// Four digits, of the twentieth or the twenty-first century.
fn is_year_of_birth(text: &str) -> bool {
    text.len() == 4 && (text.starts_with("19") || text.starts_with("20")) && is_number(text)
}

fn is_number(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    digits(whole.strip_prefix('-').unwrap_or(whole)) && digits(fraction)
}

/// The column from which another one seems to come: the only one with dates where the values are bands of ages, the only one that mostly holds the values;
/// else one whose name is alike. Columns that the quotas themselves name are other categories.
pub fn proposed_column(files: &Files, category: &str, values: &[String]) -> Option<String> {
    let names: Vec<String> = files.quotas.table.rows.iter().flat_map(|row| &row.cells).map(|cell| fold(cell)).collect();
    let columns: Vec<String> = files.columns().into_iter().filter(|name| !names.contains(&fold(name))).collect();
    let is_value = |answer: &str| values.iter().any(|value| fold(value) == fold(answer));
    let are_ages = Bands::of_ages(values).is_ok();
    let holds = |column: &&String| {
        let answers = Answers::of(files, column);
        if are_ages { answers.are_mostly(is_date) } else { answers.are_mostly(is_value) }
    };
    let mut fitting = columns.iter().filter(holds);
    match (fitting.next(), fitting.next()) {
        (Some(only), None) => Some(only.clone()),
        _ => alike(category, &columns),
    }
}

/// The only column that has a word of its name in common with the category, as `age` has with `age band`; else the one whose name is nearest.
fn alike(category: &str, columns: &[String]) -> Option<String> {
    let words = |name: &str| -> Vec<String> {
        let name = fold(name);
        name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
    };
    let wanted = words(category);
    let mut sharing = columns.iter().filter(|column| words(column).iter().any(|word| wanted.contains(word)));
    match (sharing.next(), sharing.next()) {
        (Some(only), None) => Some(only.clone()),
        _ => nearest(category, columns.iter().map(String::as_str)).map(str::to_owned),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KINDS: [&str; 4] = [DATES, YEARS, NUMBERS, ANSWERS];

    #[test]
    fn what_most_cells_are_is_proposed() {
        for (cells, kind) in [
            (&["12.03.1998", "1.7.1961", "?"][..], DATES),
            (&["1998", "1961", "2001"], YEARS),
            (&["1998", "150", "0"], NUMBERS),
            (&["1500.50", "-3", "12"], NUMBERS),
            (&["none", "primary", "1998"], ANSWERS),
            (&["12.03.1998", "none"], ANSWERS),
            (&[], ANSWERS),
        ] {
            assert_eq!(Answers::among(cells.iter().copied()).kind(&KINDS), kind, "{cells:?}");
        }
        assert_eq!(Answers::among(["1998"].into_iter()).kind(&[NUMBERS, ANSWERS]), NUMBERS);
    }

    #[test]
    fn a_way_of_writing_dates_is_proposed_where_there_is_one() {
        use DateFormat::*;
        let format = |cells: &[&str]| Answers::among(cells.iter().copied()).format();
        assert_eq!(format(&["12.03.1998", "31.12.1970"]), (Some(Dots), vec![]));
        assert_eq!(format(&["03/04/1990", "31/12/1970"]), (Some(DayFirst), vec![]));
        // One cell decides for the month; the other is wrong then, and will be told.
        assert_eq!(format(&["03/04/1990", "12/31/1970", "x"]), (Some(MonthFirst), vec![]));
        assert_eq!(format(&["03/04/1990", "04/03/1990"]), (None, vec![DayFirst, MonthFirst]));
        assert_eq!(format(&["1990-03-04", "x", "y"]), (None, vec![]));
        assert_eq!(format(&["x"]), (None, vec![]));
    }

    #[test]
    fn names_that_are_alike() {
        let columns = ["id", "Age", "language", "educaton", "Home town", "birth town"].map(str::to_owned);
        for (category, column) in [
            ("age_band", Some("Age")),
            ("education", Some("educaton")),
            ("town", None),
            ("home", Some("Home town")),
            ("gender", None),
        ] {
            assert_eq!(alike(category, &columns).as_deref(), column, "{category}");
        }
    }

    #[test]
    fn an_answer_is_listed_once() {
        let answers = Answers::among(["primary", "None", "PRIMARY ", "", " none"].into_iter());
        assert_eq!(answers.list(), ["None", "primary"]);
        assert_eq!(answers.cells, [2, 2]);
    }
}
