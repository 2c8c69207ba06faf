//! The draw as it goes on before everybody's eyes: digit by digit, then the members, panel by panel. Nothing is drawn here.

use super::Room;
use super::narrow::{Remaining, narrow};
use crate::record::Source;

/// What somebody at the keyboard does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// Types a digit.
    Digit(u8),
    /// Takes a digit back.
    Back,
    /// Goes on.
    On,
    /// Leaves.
    Leave,
}

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Digits are missing.
    Digits,
    /// All digits are there; they can still be corrected.
    Ticket,
    /// The members of one of the panels, counting from 0, are shown.
    Members(usize),
    /// Everything was shown.
    Over,
    /// Somebody left before.
    Left,
}

/// The draw so far.
#[derive(Debug, Clone)]
pub struct Live<'a> {
    room: Room<'a>,
    count: u32,
    digits: Vec<u8>,
    stage: Stage,
    remaining: Remaining,
}

impl<'a> Live<'a> {
    /// Before the first digit. `None` where no digits decide, or the lottery has not one ticket for each of them.
    pub fn new(room: Room<'a>) -> Option<Self> {
        let Source::Digits { count } = room.commitment.seed else { return None };
        let remaining = narrow(room.lottery, count, &[])?;
        Some(Self { room, count, digits: Vec::new(), stage: Stage::Digits, remaining })
    }

    /// The room.
    pub fn room(&self) -> &Room<'a> {
        &self.room
    }

    /// How far it is.
    pub fn stage(&self) -> Stage {
        self.stage
    }

    /// How many digits decide.
    pub fn count(&self) -> usize {
        self.count as usize
    }

    /// The digits so far.
    pub fn digits(&self) -> &[u8] {
        &self.digits
    }

    /// What they leave over.
    pub fn remaining(&self) -> Remaining {
        self.remaining
    }

    /// The members of the panel that is left, by the panel on which they sit; none before all digits are there.
    pub fn seated(&self) -> Vec<Vec<u32>> {
        let position = self.remaining.first_panel;
        match self.room.lottery.panel(position).filter(|_| self.digits.len() == self.count()) {
            Some(panel) => self.room.seated(position, &panel),
            None => Vec::new(),
        }
    }

    /// Does what a key says; keys that mean nothing now change nothing.
    pub fn press(&mut self, key: Key) {
        self.stage = match (self.stage, key) {
            (Stage::Over | Stage::Left, _) => self.stage,
            (_, Key::Leave) => Stage::Left,
            (Stage::Digits, Key::Digit(digit)) => {
                let with = [self.digits.as_slice(), &[digit]].concat();
                self.put(with)
            }
            (Stage::Digits | Stage::Ticket, Key::Back) => {
                let mut without = self.digits.clone();
                without.pop();
                self.put(without)
            }
            (Stage::Ticket, Key::On) => Stage::Members(0),
            (Stage::Members(panel), Key::On) if panel + 1 < self.room.panels() => Stage::Members(panel + 1),
            (Stage::Members(_), Key::On) => Stage::Over,
            (stage, _) => stage,
        };
    }

    /// These digits, if they can be.
    fn put(&mut self, digits: Vec<u8>) -> Stage {
        if let Some(remaining) = narrow(self.room.lottery, self.count, &digits) {
            (self.remaining, self.digits) = (remaining, digits);
        }
        if self.digits.len() == self.count() { Stage::Ticket } else { Stage::Digits }
    }
}

#[cfg(test)]
mod tests {
    use super::{Key, Live, Room, Stage};
    use crate::ceremony::View;
    use crate::language::{Area, Language, Words};
    use crate::lottery::{Lottery, Panel};
    use crate::record::{Commitment, Source};

    const TEXT: &str = "klero/commit/1\nassembly Town Assembly\ndraw 1\nattempt 1\npublished 2026-11-02T09:00:00Z\nmembers 9\nsize 4\npanels 2\n\
        tickets 100\nobjective maximin\npool ROOT\nseed digits 2\nfile ROOT lottery.json\nfile ROOT pool.leaves\nfile ROOT quotas.csv\nfile ROOT split.json\n";

    /// What is shown of a draw of two panels after some keys, with stage and digits.
    fn after(keys: &[Key], change: impl Fn(&mut Commitment)) -> Option<(Stage, String, View, Vec<Vec<u32>>)> {
        let text = TEXT.replace("ROOT", &"a".repeat(64));
        let mut commitment = Commitment::parse(Default::default(), &text).ok()?;
        change(&mut commitment);
        let panel = |members, tickets| Panel { members, tickets };
        let lottery = Lottery::new(4, [panel(&[1, 2, 3, 4], 42), panel(&[1, 2, 3, 5], 1), panel(&[6, 7, 8, 9], 57)]);
        let split = [vec![1, 2, 1, 2], vec![2, 1, 1, 2], vec![1, 1, 2, 2]];
        let room = Room { commitment: &commitment, fingerprint: "", lottery: &lottery, split: Some(&split) };
        let mut live = Live::new(room)?;
        keys.iter().for_each(|key| live.press(*key));
        let typed = live.digits().iter().map(ToString::to_string).collect();
        Some((live.stage(), typed, View::new(&live, &Words::new(Language::En, Area::Ceremony)), live.seated()))
    }

    #[test]
    fn digits_then_the_panels_one_by_one() {
        use Key::{Back, Digit, Leave, On};
        let state = |keys: &[Key]| after(keys, |_| ()).map(|(stage, typed, ..)| (stage, typed));
        let is = |stage, typed: &str| Some((stage, typed.to_owned()));
        let all = [Digit(4), Digit(2), On, On, On];
        assert_eq!(state(&[]), is(Stage::Digits, ""));
        assert_eq!(state(&all[..1]), is(Stage::Digits, "4"));
        assert_eq!(state(&all[..2]), is(Stage::Ticket, "42"));
        assert_eq!(state(&all[..3]), is(Stage::Members(0), "42"));
        assert_eq!(state(&all[..4]), is(Stage::Members(1), "42"));
        assert_eq!(state(&all), is(Stage::Over, "42"));
        // What was typed can be taken back until the members are shown; Enter goes on only when all digits are there.
        assert_eq!(state(&[Digit(4), Back, Back, Digit(0), On]), is(Stage::Digits, "0"));
        assert_eq!(state(&[Digit(4), Digit(1), Digit(9), Back, Digit(2)]), is(Stage::Ticket, "42"));
        assert_eq!(state(&[Digit(4), Digit(2), On, Back, Digit(1)]), is(Stage::Members(0), "42"));
        assert_eq!(state(&[Digit(10)]), is(Stage::Digits, ""));
        // Whoever left stays out.
        for done in 0..5 {
            let keys = [&all[..done], &[Leave, Digit(1), On]].concat();
            assert_eq!(state(&keys).map(|(stage, _)| stage), Some(Stage::Left), "{done}");
        }
    }

    #[test]
    fn what_is_said_and_shown() {
        use Key::{Digit, On};
        let view = |keys: &[Key]| after(keys, |_| ()).map(|(_, _, view, _)| view).unwrap_or_default();
        let first = view(&[Digit(4)]);
        assert_eq!([first.heading.as_str(), &first.digits], ["Digit 2 of 2", "4_"]);
        assert_eq!(first.lines, ["10 tickets are left", "3 sets of panels are left", "Tickets 40 to 49"]);
        let second = view(&[Digit(4), Digit(2)]);
        assert_eq!([second.heading.as_str(), &second.digits], ["Ticket 42", "42"]);
        let panels = [&[On][..], &[On, On]].map(|more| view(&[&[Digit(4), Digit(2)], more].concat()));
        assert_eq!(panels.clone().map(|view| view.members), [vec![2, 3], vec![1, 5]]);
        assert_eq!(panels[1].heading, "Ticket 42 \u{b7} Panel 2: the members who sit");
        let seated = |keys: &[Key]| after(keys, |_| ()).map(|(_, _, _, seated)| seated).unwrap_or_default();
        assert!(seated(&[Digit(4)]).is_empty());
        assert_eq!(seated(&[Digit(4), Digit(3)]), [[6, 7], [8, 9]]);
    }

    #[test]
    fn only_digits_that_fit_decide() {
        assert!(after(&[], |commitment| commitment.seed = Source::Phrase).is_none());
        assert!(after(&[], |commitment| commitment.seed = Source::Digits { count: 3 }).is_none());
        assert!(after(&[], |_| ()).is_some());
    }
}
