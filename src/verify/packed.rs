//! Panels in little memory: each number as its distance from the one before it, in as few bytes as that takes.
//!
//! A number of a panel takes at most as many bytes as its digits and comma do in the file, and mostly two. So a lottery, however it is
//! made, takes less memory than its text; and every number below 2^63 is kept as it is, one that no member has too.

/// A list of whole numbers below 2^63.
#[derive(Default)]
pub(super) struct Packed {
    bytes: Vec<u8>,
    count: usize,
    last: u64,
}

impl Extend<u64> for Packed {
    fn extend<I: IntoIterator<Item = u64>>(&mut self, numbers: I) {
        for number in numbers {
            let distance = number.wrapping_sub(self.last).cast_signed();
            // Small distances of either sign become small numbers: 0, −1, 1, −2, … become 0, 1, 2, 3, …
            let mut rest = (distance << 1 ^ distance >> 63).cast_unsigned();
            // Seven bits a byte, the lowest first; the eighth says that more follow.
            while rest > 0x7f {
                self.bytes.push(rest as u8 | 0x80);
                rest >>= 7;
            }
            self.bytes.push(rest as u8);
            self.count += 1;
            self.last = number;
        }
    }
}

/// A list of panels.
#[derive(Default)]
pub(super) struct Panels {
    bytes: Vec<u8>,
    /// Where the bytes of each panel end, how many members it has, and its tickets.
    panels: Vec<(usize, usize, u64)>,
}

/// One panel as it stands in the lottery.
#[derive(Clone, Copy)]
pub(super) struct Panel<'a> {
    pub(super) members: Members<'a>,
    pub(super) tickets: u64,
}

/// The members of a panel.
#[derive(Clone, Copy)]
pub(super) struct Members<'a> {
    bytes: &'a [u8],
    count: usize,
}

impl Panels {
    pub(super) fn push(&mut self, members: &Packed, tickets: u64) {
        self.bytes.extend_from_slice(&members.bytes);
        self.panels.push((self.bytes.len(), members.count, tickets));
    }

    pub(super) fn len(&self) -> usize {
        self.panels.len()
    }

    pub(super) fn get(&self, index: usize) -> Option<Panel<'_>> {
        let &(end, count, tickets) = self.panels.get(index)?;
        let begin = index.checked_sub(1).and_then(|before| self.panels.get(before)).map_or(0, |before| before.0);
        Some(Panel { members: Members { bytes: self.bytes.get(begin..end)?, count }, tickets })
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = Panel<'_>> {
        (0..self.len()).filter_map(|index| self.get(index))
    }
}

impl<'a> Members<'a> {
    pub(super) fn len(self) -> usize {
        self.count
    }

    pub(super) fn iter(self) -> impl Iterator<Item = u64> + use<'a> {
        let (mut bytes, mut last) = (self.bytes.iter(), 0u64);
        std::iter::from_fn(move || {
            let (mut folded, mut shift) = (0u64, 0u32);
            loop {
                let byte = *bytes.next()?;
                folded |= u64::from(byte & 0x7f) << shift;
                if byte < 0x80 {
                    break;
                }
                shift += 7;
            }
            last = last.wrapping_add((folded >> 1) ^ (folded & 1).wrapping_neg());
            Some(last)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Packed, Panels};

    const MOST: u64 = (1 << 53) - 1;

    fn packed(numbers: &[u64]) -> Packed {
        let mut packed = Packed::default();
        packed.extend(numbers.iter().copied());
        packed
    }

    #[test]
    fn what_is_packed_comes_out_again() {
        let lists: [&[u64]; 7] = [
            &[],
            &[0],
            &[1, 2, 3, 500, 1_000_000],
            &[MOST, 0, MOST, MOST, 1],
            &[7, 7, 6, 5, 5],
            &[64, 0, 63, 127, 128, 16_384, 8_191, 0],
            &[(1 << 63) - 1, 0],
        ];
        let mut panels = Panels::default();
        for (numbers, tickets) in lists.into_iter().zip(10..) {
            panels.push(&packed(numbers), tickets);
        }
        assert_eq!(panels.len(), lists.len());
        for ((panel, numbers), tickets) in panels.iter().zip(lists).zip(10..) {
            assert_eq!(panel.members.iter().collect::<Vec<_>>(), numbers);
            assert_eq!((panel.members.len(), panel.tickets), (numbers.len(), tickets));
        }
        assert!(panels.get(7).is_none());
    }

    /// The longest distances there are, both ways, with every number of digits.
    #[test]
    fn no_number_takes_more_room_than_in_the_file() {
        for digits in 0..16 {
            let large = MOST.min(10_u64.pow(digits));
            for numbers in [[0, large, 0, large], [large - 1, MOST, large - 1, MOST], [large, MOST, large, MOST]] {
                let text: usize = numbers.iter().map(|number| number.to_string().len() + 1).sum();
                assert!(packed(&numbers).bytes.len() <= text, "{numbers:?}");
            }
        }
    }
}
