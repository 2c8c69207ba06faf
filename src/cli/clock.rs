//! The time of day, for commands that must say whether something lies in the future; no file and no result depends on it unasked.

use klero::record::Moment;

/// Now; the first second of 1970 on a machine that is set to an earlier time.
pub fn now() -> Moment {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    Moment::from_unix(since.as_secs()).or(Moment::from_unix(0)).unwrap_or_else(|| unreachable!())
}
