//! What a person or a program is told about a lottery and a draw, as pure functions of them.

mod chart;
mod clinic;
mod letter;
mod page;
mod pool;
mod reason;
mod screen;
mod section;
mod summary;
mod text;
mod told;

pub use chart::{Chart, Png, PngError, png};
pub use clinic::clinic_sections;
pub use letter::{Letter, letter};
pub use page::{escaped, page};
pub use pool::{Population, Slips, pool_section, quotas_section};
pub use reason::{Because, Reason};
pub use screen::{WIDTH, screen, screen_in, table_in};
pub use section::{Grid, Section, own};
pub use summary::{Among, DrawSummary, Fair, Never, QuotaLine, Repeated, Summary, quota_lines};
pub use text::{fingerprint_lines, group_digits, percent, quota_table, render};
pub use told::{Drawn, Heard, Legacy, Names, PairShares, Remark, Told, told_charts, told_page};
