//! `certificate.gap`: that the lottery's probabilities are those of the certificate.

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive, Zero};

use super::file::Certificate;
use super::types::Types;
use crate::verify::say::Finding;

/// Tickets that rounding may cost a member.
const TICKETS: u64 = 5;
/// One over the gap that is allowed beside these tickets.
const ALLOWED: u64 = 1_000_000_000;
/// One over the gap above which a verdict says how large it is: what is below comes of rounding to the usual number of tickets.
const SAID: u64 = 1_000_000;

/// The largest difference between a member's tickets and the value of the member's stage. `tickets` are those of each member, out of
/// `of`, which is not 0; `fixed` holds the stage of each type. Where that is more than a verdict passes over, it is given besides, in tenths of
/// a percentage point, rounded up.
pub(super) fn check(
    certificate: &Certificate,
    types: &Types<'_>,
    fixed: &[Option<usize>],
    tickets: &[u128],
    of: u64,
) -> (Finding, Option<BigInt>) {
    // For each stage, the members with the fewest and with the most tickets.
    let mut ranges: Vec<Option<[(u128, usize); 2]>> = vec![None; certificate.stages.len()];
    for (member, (&tickets, kind)) in tickets.iter().zip(&types.of).enumerate() {
        let Some(stage) = fixed.get(*kind).copied().flatten() else {
            return (Finding::not_checked("some members have no value in certificate.json"), None);
        };
        let Some(range) = ranges.get_mut(stage) else { continue };
        let [(least, low), (most, high)] = range.unwrap_or([(tickets, member); 2]);
        let low = if tickets < least { (tickets, member) } else { (least, low) };
        let high = if tickets > most { (tickets, member) } else { (most, high) };
        *range = Some([low, high]);
    }
    let mut worst = Gap { over: BigInt::zero(), under: BigInt::from(1), member: 0 };
    for (stage, range) in certificate.stages.iter().zip(&ranges) {
        for &(tickets, member) in range.iter().flatten() {
            let over = (&stage.value.under * tickets - &stage.value.over * of).abs();
            let gap = Gap { over, under: &stage.value.under * of, member };
            if gap.compare(&worst) == Ordering::Greater {
                worst = gap;
            }
        }
    }
    // 1e-9 + 1/M
    let allowed = Gap { over: BigInt::from(of) + TICKETS * ALLOWED, under: BigInt::from(of) * ALLOWED, member: 0 };
    if worst.compare(&allowed) == Ordering::Greater {
        let finding = Finding::fail(format!(
            "the probability of member {} differs by {} from that of certificate.json, and {} is allowed",
            worst.member + 1,
            worst.shown(),
            allowed.shown()
        ));
        return (finding, None);
    }
    let finding = if worst.over.is_zero() {
        Finding::pass("The lottery's probabilities are exactly those of certificate.json: the gap is 0.")
    } else {
        Finding::pass(format!(
            "The lottery's probabilities are those of certificate.json, with a gap of {} ({} is allowed).",
            worst.shown(),
            allowed.shown()
        ))
    };
    let said = Gap { over: BigInt::from(1), under: BigInt::from(SAID), member: 0 };
    let tenths = (worst.compare(&said) == Ordering::Greater).then(|| worst.tenths());
    (finding, tenths)
}

/// A fraction that belongs to a member (an index).
struct Gap {
    over: BigInt,
    under: BigInt,
    member: usize,
}

impl Gap {
    fn compare(&self, other: &Gap) -> Ordering {
        (&self.over * &other.under).cmp(&(&other.over * &self.under))
    }

    /// In tenths of a percentage point, rounded up.
    fn tenths(&self) -> BigInt {
        (&self.over * 1000u32 + &self.under - 1u8) / &self.under
    }

    /// To three digits, rounded up in the last; only to be read, never to be compared.
    fn shown(&self) -> String {
        let mut exponent = 0;
        let mut over = self.over.clone();
        while over < self.under && exponent < 99 {
            over *= 10;
            exponent += 1;
        }
        let hundredths: BigInt = (over * 100u8 + &self.under - 1u8) / &self.under;
        let hundredths = hundredths.to_u64().unwrap_or(u64::MAX);
        format!("{}.{:02}e-{exponent}", hundredths / 100, hundredths % 100)
    }
}
