//! `probabilities.form` and `probabilities.tickets`.

use super::files::Files;
use super::lottery::Lottery;
use super::panels::{NO_LOTTERY, index};
use super::pool::Pool;
use super::say::{Finding, Problems, quote};
use super::sheet::{self, Sheet, line};
use super::table::{PROBABILITIES, REHEARSAL};

/// The header of `probabilities.csv`.
const HEADER: [&str; 4] = ["number", "id", "probability", "tickets"];
/// Ten to the number of digits after the point.
const SCALE: u128 = 1_000_000_000_000;

/// `probabilities.form`, and the rows if there is one for each member in order.
pub(super) fn form(files: &Files, pool: Option<&Pool>) -> (Finding, Option<Sheet>) {
    let Some(bytes) = files.bytes(PROBABILITIES) else {
        return (Finding::without(PROBABILITIES), None);
    };
    let mut sheet = match sheet::read(PROBABILITIES, bytes) {
        Ok(sheet) => sheet,
        Err(why) => return (Finding::fail(why), None),
    };
    let mark = if files.rehearsal() { &[REHEARSAL][..] } else { &[] };
    let header = [mark, &HEADER].concat();
    if sheet.header != header[..] {
        let found: Vec<&str> = sheet.header.iter().collect();
        let (found, expected) = (quote(&found.join(",")), quote(&header.join(",")));
        return (Finding::fail(format!("{PROBABILITIES}: the header is {found}, expected {expected}")), None);
    }
    let mut problems = Problems::default();
    if files.rehearsal() {
        for row in sheet.rows.iter().filter(|row| cell(row, 0) != REHEARSAL) {
            problems.add(|| {
                let (line, found) = (line(row), quote(cell(row, 0)));
                format!("{PROBABILITIES} line {line}: the first cell is {found}, expected \"{REHEARSAL}\"")
            });
        }
        sheet.drop_first();
    }
    for (index, row) in sheet.rows.iter().enumerate() {
        let (found, expected) = (cell(row, 0), (index + 1).to_string());
        if found != expected {
            problems.add(|| {
                format!("{PROBABILITIES} line {}: the number is {}, expected {expected}", line(row), quote(found))
            });
        }
    }
    let Some(pool) = pool else {
        let unknown = || Finding::not_checked("the pool cannot be used, so its members are not known");
        return (problems.failure().unwrap_or_else(unknown), None);
    };
    let members = pool.instance.members();
    if sheet.rows.len() != members.len() {
        problems.add(|| {
            format!("{PROBABILITIES} has {} rows, expected {}: one for each member", sheet.rows.len(), members.len())
        });
    }
    for (row, member) in sheet.rows.iter().zip(members) {
        if cell(row, 1) != member.id {
            problems.add(|| {
                format!(
                    "{PROBABILITIES} line {}: the identifier of member {} is {}, expected {}",
                    line(row),
                    quote(cell(row, 0)),
                    quote(cell(row, 1)),
                    quote(&member.id),
                )
            });
        }
    }
    let pass = format!("{PROBABILITIES} has one row for each of {} members, in order.", members.len());
    problems.or_pass_with(pass, sheet)
}

/// Every member's tickets, or why they are not known. There is at least one ticket then.
pub(super) fn sums(lottery: Option<&Lottery>, pool: Option<&Pool>) -> Result<Vec<u128>, &'static str> {
    let lottery = lottery.ok_or(NO_LOTTERY)?;
    let members = pool.ok_or("the pool cannot be used")?.instance.members().len();
    if !lottery.within(members) {
        return Err("lottery.json names members that do not exist");
    }
    if lottery.tickets == 0 {
        return Err("the lottery has no tickets");
    }
    // Each term is below 2^53, and there are fewer than 2^64 of them: every sum stays below 2^117.
    let mut sums = vec![0u128; members];
    for panel in lottery.panels.iter() {
        for member in panel.members.iter() {
            if let Some(sum) = index(member, members).and_then(|index| sums.get_mut(index)) {
                *sum += u128::from(panel.tickets);
            }
        }
    }
    Ok(sums)
}

/// `probabilities.tickets`, of the members' tickets or why they are not known.
pub(super) fn tickets(sheet: Option<&Sheet>, sums: Result<&[u128], &'static str>, of: u64) -> Finding {
    let sums = match sums {
        Ok(sums) => sums,
        Err(why) => return Finding::not_checked(why),
    };
    let Some(sheet) = sheet else {
        return Finding::not_checked("it is not known which row belongs to which member");
    };
    let mut problems = Problems::default();
    for (row, &sum) in sheet.rows.iter().zip(sums) {
        let expected =
            [("tickets", 3, Some(sum.to_string())), ("probability", 2, decimal_half_up(sum, u128::from(of)))];
        for (what, column, expected) in expected {
            if Some(cell(row, column)) != expected.as_deref() {
                problems.add(|| {
                    let expected = expected.as_deref().map_or("another number".to_owned(), quote);
                    let (line, member, found) = (line(row), cell(row, 0), quote(cell(row, column)));
                    format!(
                        "{PROBABILITIES} line {line}: the {what} of member {member} is {found}, expected {expected}"
                    )
                });
            }
        }
    }
    problems.or_pass("Every member's tickets and selection probability are what the lottery gives.")
}

fn cell(row: &csv::StringRecord, column: usize) -> &str {
    row.get(column).unwrap_or_default()
}

/// `tickets / of` as a decimal fraction with 12 digits after the point, rounded half up; `None` when the numbers are too large for that.
fn decimal_half_up(tickets: u128, of: u128) -> Option<String> {
    let doubled = tickets.checked_mul(2 * SCALE)?.checked_add(of)?;
    let rounded = doubled.checked_div(of.checked_mul(2)?)?;
    Some(format!("{}.{:012}", rounded / SCALE, rounded % SCALE))
}

#[cfg(test)]
mod tests {
    use super::decimal_half_up;

    /// By hand: 1/3, 2/3, and 1/(2·10^12), whose thirteenth digit is a 5 and goes up, while one ticket fewer goes down.
    #[test]
    fn halves_go_up_and_everything_below_goes_down() {
        let cases = [
            (0, 7, "0.000000000000"),
            (7, 7, "1.000000000000"),
            (1, 3, "0.333333333333"),
            (2, 3, "0.666666666667"),
            (1, 2_000_000_000_000, "0.000000000001"),
            (499_999, 1_000_000_000_000_000_000, "0.000000000000"),
            (500_000, 1_000_000_000_000_000_000, "0.000000000001"),
            (1_999_999_999_999, 2_000_000_000_000, "1.000000000000"),
        ];
        for (tickets, of, expected) in cases {
            assert_eq!(decimal_half_up(tickets, of).as_deref(), Some(expected), "{tickets}/{of}");
        }
        assert_eq!(decimal_half_up(u128::MAX, 1), None);
        assert_eq!(decimal_half_up(1, 0), None);
    }
}
