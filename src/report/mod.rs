//! What a person or a program is told about a lottery and a draw, as pure functions of them.

mod reason;
mod section;
mod summary;
mod text;

pub use reason::{Because, Reason};
pub use section::{Grid, Section};
pub use summary::{DrawSummary, Fair, Never, QuotaLine, Repeated, Summary, quota_lines};
pub use text::{fingerprint_lines, group_digits, percent, quota_table, render};
