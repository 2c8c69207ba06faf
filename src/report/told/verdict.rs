//! What the verifier said of the record, in the reader's language.

use crate::language::{Language, Value, Words};

/// The verdict over a record, as plain data: the report does not know the verifier.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Heard {
    /// The verifier's last line, word for word.
    pub line: String,
    /// Whether nothing failed and nothing was left unchecked, but for the stages that are excepted.
    pub verified: bool,
    /// How many stages are excepted, since their fairness rests on a solver's word.
    pub excepted: usize,
    /// What stands in brackets.
    pub remarks: Vec<Remark>,
}

/// What may stand in the brackets of a verdict: a message, and the number in it.
#[derive(Debug, Clone, PartialEq)]
pub enum Remark {
    /// Without a number.
    Plain(&'static str),
    /// How many.
    Count(&'static str, usize),
    /// How many percentage points chances are from the fairest, with one digit behind the point.
    Gap(f64),
}

impl Heard {
    /// How many percentage points chances are from the fairest, where that is more than rounding to the usual number of tickets.
    pub(super) fn gap(&self, language: Language) -> Option<String> {
        self.remarks.iter().find_map(|remark| match remark {
            Remark::Gap(points) => Some(language.decimal(*points, 1)),
            Remark::Plain(_) | Remark::Count(..) => None,
        })
    }

    /// The verdict in words.
    pub(super) fn told(&self, words: &Words) -> String {
        let remarks = self.remarks.iter().map(|remark| match remark {
            Remark::Plain(id) => words.say(id, &[]),
            Remark::Count(id, count) => words.say(id, &[("count", (*count).into())]),
            Remark::Gap(points) => words.say("note-gap", &[("points", (&words.language().decimal(*points, 1)).into())]),
        });
        let together =
            |one: String, more: String| words.say("notes", &[("one", (&one).into()), ("more", (&more).into())]);
        let notes = remarks.rev().reduce(|more, one| together(one, more));
        let mut verdict = match self.verified || self.excepted > 0 {
            true => words.say("verified", &[]),
            false => words.say("not-verified", &[]),
        };
        if let Some(notes) = notes {
            verdict = words.say("verdict-notes", &[("verdict", (&verdict).into()), ("notes", (&notes).into())]);
        }
        if self.excepted > 0 {
            let values: [(&str, Value); 2] = [("verdict", (&verdict).into()), ("count", self.excepted.into())];
            verdict = words.say("verdict-solver", &values);
        }
        verdict
    }
}

#[cfg(test)]
mod tests {
    use super::{Heard, Remark};
    use crate::language::{Area, Language, Words};

    #[test]
    fn a_verdict_with_all_its_parts_is_told() {
        let heard = Heard {
            line: String::new(),
            verified: false,
            excepted: 2,
            remarks: vec![Remark::Plain("note-undrawn"), Remark::Gap(0.1), Remark::Count("note-certain", 3)],
        };
        assert_eq!(
            heard.told(&Words::new(Language::De, Area::Report)),
            "BESTÄTIGT (nur das Losverfahren; nichts wurde gezogen; Chancen sind bis zu 0,1 Prozentpunkte von den gerechtesten \
             entfernt; 3 Personen gehören sicher zu den Nachrückern), AUSSER DASS DIE GERECHTIGKEIT VON 2 STUFEN AUF DEM WORT \
             EINES LÖSUNGSPROGRAMMS BERUHT"
        );
        let none = Heard::default();
        assert_eq!(none.told(&Words::new(Language::Vi, Area::Report)), "KHÔNG XÁC MINH ĐƯỢC");
        let fine = Heard { verified: true, ..none };
        assert_eq!(fine.told(&Words::new(Language::Fr, Area::Report)), "VÉRIFIÉ");
    }
}
