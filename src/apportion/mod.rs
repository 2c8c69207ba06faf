//! Population shares become quotas: share, exact seats, whole seats, and the seats allowed around them. All in exact numbers.

mod columns;
mod number;
mod pool;
mod problem;
mod quotas;
mod round;
mod shares;
mod slack;
mod text;
mod unit;

pub use columns::{category_and_value, has_shares_header};
pub(crate) use number::exact_number;
pub use number::{NumberFault, decimal, short_decimal};
pub use pool::{Narrow, PoolAnswer, PoolProblem, Shortage, meet};
pub use problem::{ShareProblem, ShareWarning};
pub use quotas::{Apportionment, CategoryQuotas, Plan, ValueQuota, apportion};
pub use round::{Rounding, Seats, Tie};
pub use shares::{ShareCategory, ShareValue, Shares, read_shares};
pub use slack::Slack;
pub use text::render;
pub use unit::{Total, Unit};
