//! The table: one row for each pool and rule.

use super::metrics::{metrics, share_below, twelve_digits};
use super::outcome::{Outcome, Rule};

/// Zeros are raised to this in the geometric mean of a sampled rule, as the papers do.
const FLOOR: f64 = 1e-4;

/// The columns.
pub const COLUMNS: [&str; 20] = [
    "pool",
    "members",
    "size",
    "categories",
    "types",
    "rule",
    "minimum",
    "maximum",
    "gini",
    "geometric_mean",
    "below_leximin_minimum",
    "panels",
    "draws",
    "jeffreys_99",
    "seconds",
    "peak_memory_mb",
    "certified_gap",
    "seed",
    "dispersion",
    "error",
];

/// What a row says of its pool; empty where it could not be read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PoolFacts {
    /// The pool's name.
    pub pool: String,
    /// Members, panel size, feature categories and member types.
    pub counts: Option<[usize; 4]>,
}

/// One row, cell by cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row(Vec<String>);

/// What a run costs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cost {
    /// Seconds on the clock.
    pub seconds: f64,
    /// The largest memory that the whole process has had so far, in MB, where the system tells it.
    pub peak_memory_mb: Option<f64>,
}

impl Row {
    /// A rule that has an outcome. `leximin` is leximin's minimum on this pool, where it is known.
    pub fn done(facts: &PoolFacts, rule: Rule, outcome: &Outcome, leximin: Option<f64>, seed: u64, cost: Cost) -> Self {
        let metrics = metrics(&outcome.probabilities, outcome.measured.map(|_| FLOOR));
        let measured = outcome.measured;
        let some = |number: Option<f64>| number.map(|number| number.to_string()).unwrap_or_default();
        let mut cells = Self::begin(facts, rule);
        cells.extend([
            metrics.minimum.to_string(),
            metrics.maximum.to_string(),
            metrics.gini.to_string(),
            metrics.geometric_mean.to_string(),
            some(leximin.map(|minimum| twelve_digits(share_below(&outcome.probabilities, minimum)))),
            outcome.panels.to_string(),
            measured.map(|measured| measured.draws.to_string()).unwrap_or_default(),
            some(measured.map(|measured| measured.jeffreys_99)),
            format!("{:.3}", cost.seconds),
            cost.peak_memory_mb.map(|mb| format!("{mb:.0}")).unwrap_or_default(),
            outcome.certified_gap.map(|gap| format!("{gap:.1e}")).unwrap_or_default(),
            measured.map(|_| seed.to_string()).unwrap_or_default(),
            measured.and_then(|m| m.dispersion).map(|apart| format!("{apart:.3}")).unwrap_or_default(),
            String::new(),
        ]);
        Self(cells)
    }

    /// A rule without an outcome.
    pub fn failed(facts: &PoolFacts, rule: Rule, error: &str) -> Self {
        let mut cells = Self::begin(facts, rule);
        cells.resize(COLUMNS.len() - 1, String::new());
        cells.push(error.split_whitespace().collect::<Vec<_>>().join(" "));
        Self(cells)
    }

    fn begin(facts: &PoolFacts, rule: Rule) -> Vec<String> {
        let counts = facts.counts.map(|counts| counts.map(|count| count.to_string())).unwrap_or_default();
        let mut cells = vec![facts.pool.clone()];
        cells.extend(counts);
        cells.push(rule.name().to_owned());
        cells
    }

    /// The cell of a column; empty when there is no such column.
    pub fn cell(&self, column: &str) -> &str {
        let place = COLUMNS.iter().position(|&name| name == column);
        place.and_then(|place| self.0.get(place)).map_or("", String::as_str)
    }

    /// Whether the rule had no outcome.
    pub fn is_error(&self) -> bool {
        !self.cell("error").is_empty()
    }

    /// The row as a line of CSV.
    pub fn line(&self) -> String {
        line(&self.0)
    }
}

/// The header as a line of CSV.
pub fn header() -> String {
    line(&COLUMNS)
}

fn line(cells: &[impl AsRef<str>]) -> String {
    let quoted = |cell: &str| {
        if cell.contains([',', '"', '\n', '\r']) {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell.to_owned()
        }
    };
    cells.iter().map(|cell| quoted(cell.as_ref())).collect::<Vec<_>>().join(",") + "\n"
}

/// The whole rows of a table that was being written when something stopped it: a last line without its line end is left out.
///
/// `None` when the text is not such a table: another header, or a line in the middle that is no row.
pub fn rows(text: &str) -> Option<Vec<Row>> {
    let whole = text.rfind('\n').map_or("", |end| &text[..=end]);
    if whole.is_empty() {
        // Nothing, or a part of the header.
        return header().starts_with(text).then(Vec::new);
    }
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(whole.as_bytes());
    let mut records = reader.records();
    let header = records.next()?.ok()?;
    if !header.iter().eq(COLUMNS) {
        return None;
    }
    records
        .map(|record| {
            let cells: Vec<String> = record.ok()?.iter().map(str::to_owned).collect();
            (cells.len() == COLUMNS.len()).then_some(Row(cells))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{COLUMNS, PoolFacts, Row, header, rows};
    use crate::compare::Rule;

    #[test]
    fn a_half_written_last_line_is_left_out() {
        let facts = |pool: &str| PoolFacts { pool: pool.to_owned(), counts: Some([600, 40, 6, 483]) };
        let first = Row::failed(&facts("a, \"b\""), Rule::Nash, "line one,\n  line two");
        let second = Row::failed(&facts("c"), Rule::Legacy, "no");
        assert_eq!(first.line(), "\"a, \"\"b\"\"\",600,40,6,483,nash,,,,,,,,,,,,,,\"line one, line two\"\n");
        let table = header() + &first.line() + &second.line();
        assert_eq!(rows(&table), Some(vec![first.clone(), second.clone()]));
        for cut in 0..=table.len() {
            let found = rows(&table[..cut]).unwrap_or_default();
            let lines = table[..cut].matches('\n').count();
            assert_eq!(found.len(), lines.saturating_sub(1), "{cut}");
        }
        assert_eq!(rows("pool,members\n"), None);
        assert_eq!(rows("other"), None);
        assert_eq!(rows(&(header() + "a,b\n" + &second.line())), None);
        assert!(first.is_error() && first.cell("members") == "600" && first.cell("size") == "40");
        assert_eq!(COLUMNS.len(), second.line().matches(',').count() + 1);
    }
}
