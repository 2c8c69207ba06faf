//! The districts as a table for a terminal.

use super::Councils;
use crate::read::{count, is_invisible};

/// Seats, people and kind of quotas of each district, and of all.
pub fn render(councils: &Councils) -> String {
    let visible = |name: &str| -> String { name.chars().filter(|&c| !is_invisible(c)).collect() };
    let mut rows = vec![["district", "seats", "pool", "quotas"].map(str::to_owned)];
    for district in &councils.districts {
        let quotas = if district.own { "its own" } else { "those for all" };
        rows.push([
            visible(&district.name),
            district.size.to_string(),
            district.members.to_string(),
            quotas.to_owned(),
        ]);
    }
    let pool: usize = councils.districts.iter().map(|district| district.members).sum();
    let all = count(councils.districts.len(), "district");
    rows.push([all, councils.size.to_string(), pool.to_string(), String::new()]);
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or_default();
    let widths = [width(0), width(1), width(2)];
    let line = |row: &[String; 4]| {
        let [name, seats, pool, quotas] = row;
        let line = format!("{name:<0$}  {seats:>1$}  {pool:>2$}  {quotas}", widths[0], widths[1], widths[2]);
        line.trim_end().to_owned() + "\n"
    };
    rows.iter().map(line).collect()
}
