//! Receipts: a file for one member, by which this person and nobody else learns something.

use serde::Serialize;

use super::RecordError;

/// The format name of a receipt, without its mark.
pub const RECEIPT_FORMAT: &str = "receipt/1";

/// A receipt. Keys are in alphabetical order.
#[derive(Debug, Clone, Serialize)]
pub struct Receipt<'a> {
    /// The fingerprint of the commitment.
    pub fingerprint: &'a str,
    /// `klero/receipt/1`, or that of a rehearsal.
    pub format: String,
    /// The leaf's text.
    pub leaf: &'a str,
    /// The audit path from the leaf to the pool root.
    pub path: Vec<String>,
    /// How many tickets select this member.
    pub tickets: u64,
}

/// A receipt as text.
///
/// # Errors
/// When the JSON writer refuses, which would be a fault of the program.
pub fn receipt_json(receipt: &Receipt) -> Result<String, RecordError> {
    Ok(serde_json::to_string_pretty(receipt)? + "\n")
}
