//! What a record says of the one that it follows: `before` in `setup.json`, and the line of that name in `commit.txt`.

use std::fmt;

use serde::de::Error;
use serde::{Deserialize, Deserializer};

use super::hash::is_sha256;
use super::json::{Object, decimal, nullable};
use super::say::{Problems, quote};
use super::table::SETUP;

/// The steps, as sentences name them.
pub(super) const STEPS: &str = "replace, replace/j, alternates, alternates/j or rotate";

/// What becomes of the earlier panel; the number is that of one of several panels drawn together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// Others take the seats of those who dropped out.
    Replace(Option<u64>),
    /// Members are drawn who are ready to step in.
    Alternates(Option<u64>),
    /// A new term begins.
    Rotate,
}

impl Step {
    pub(super) fn read(text: &str) -> Option<Step> {
        let (word, panel) = match text.split_once('/') {
            Some((word, panel)) => (word, Some(decimal(panel)?)),
            None => (text, None),
        };
        match (word, panel) {
            ("replace", panel) => Some(Step::Replace(panel)),
            ("alternates", panel) => Some(Step::Alternates(panel)),
            ("rotate", None) => Some(Step::Rotate),
            _ => None,
        }
    }

    /// Which of several panels it is about.
    pub(super) fn panel(self) -> Option<u64> {
        match self {
            Step::Replace(panel) | Step::Alternates(panel) => panel,
            Step::Rotate => None,
        }
    }

    pub(super) fn alternates(self) -> bool {
        matches!(self, Step::Alternates(_))
    }

    /// Whether two records of these steps cannot both follow the same one: each puts another panel in its place, or is its list of alternates.
    pub(super) fn rivals(self, other: Step) -> bool {
        match (self, other) {
            (Step::Alternates(one), Step::Alternates(other)) => one == other,
            (Step::Alternates(_), _) | (_, Step::Alternates(_)) => false,
            (Step::Replace(Some(one)), Step::Replace(Some(other))) => one == other,
            _ => true,
        }
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = match self {
            Step::Replace(_) => "replace",
            Step::Alternates(_) => "alternates",
            Step::Rotate => "rotate",
        };
        match self.panel() {
            Some(panel) => write!(f, "{word}/{panel}"),
            None => f.write_str(word),
        }
    }
}

impl<'de> Deserialize<'de> for Step {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Step::read(&text).ok_or_else(|| D::Error::custom(format!("\"step\" is {}, expected {STEPS}", quote(&text))))
    }
}

/// What `commit.txt` says too: the step, and the record that it follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Link {
    pub(super) step: Step,
    /// The fingerprint in the `result.json` of the earlier record.
    pub(super) fingerprint: Option<String>,
    /// The SHA-256 of that file.
    pub(super) result: String,
}

impl Link {
    /// Reads what stands on the line of `commit.txt`.
    pub(super) fn read(text: &str) -> Option<Link> {
        let mut words = text.split(' ');
        let step = Step::read(words.next()?)?;
        let fingerprint = match words.next()? {
            "none" => None,
            fingerprint => Some(fingerprint.to_owned()).filter(|text| is_sha256(text))?.into(),
        };
        let result = words.next().filter(|text| is_sha256(text))?.to_owned();
        words.next().is_none().then_some(Link { step, fingerprint, result })
    }
}

/// `before` in `setup.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Before {
    /// The record of alternates who may have been called in before.
    #[serde(deserialize_with = "nullable")]
    pub(super) alternates: Option<String>,
    #[serde(deserialize_with = "nullable")]
    fingerprint: Option<String>,
    /// The records whose panels' members rest.
    pub(super) former: Vec<String>,
    result: String,
    step: Step,
}

/// Where the key is there, it holds an object.
pub(super) fn before<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Before>, D::Error> {
    Ok(Some(Object::deserialize(deserializer)?.0))
}

impl Before {
    pub(super) fn step(&self) -> Step {
        self.step
    }

    pub(super) fn link(&self) -> Link {
        Link { step: self.step, fingerprint: self.fingerprint.clone(), result: self.result.clone() }
    }

    pub(super) fn check(&self, problems: &mut Problems) {
        let single = [("alternates", self.alternates.as_ref()), ("fingerprint", self.fingerprint.as_ref())];
        let all = single.into_iter().chain([("result", Some(&self.result))]);
        let all = all.chain(self.former.iter().map(|former| ("former", Some(former))));
        for (key, text) in all.filter_map(|(key, text)| Some((key, text?))).filter(|(_, text)| !is_sha256(text)) {
            problems.add(|| format!("{SETUP}: in \"before\", \"{key}\" has {}, which is not a SHA-256", quote(text)));
        }
        let step = self.step;
        if self.alternates.is_some() && !matches!(step, Step::Replace(_)) {
            problems.add(|| format!("{SETUP}: \"before\" names alternates, but its step is {step}, expected null"));
        }
        if !self.former.is_empty() && step != Step::Rotate {
            problems.add(|| format!("{SETUP}: \"before\" names former panels, but its step is {step}, expected none"));
        }
        if !self.former.is_sorted_by(|first, second| first < second) {
            problems.add(|| format!("{SETUP}: in \"before\", the SHA-256 in \"former\" do not ascend"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_have_one_form() {
        for text in ["replace", "replace/1", "replace/12", "alternates", "alternates/3", "rotate"] {
            assert_eq!(Step::read(text).map(|step| step.to_string()).as_deref(), Some(text));
        }
        for wrong in
            ["", "Replace", "replace/", "replace/0", "replace/01", "replace/1/2", "rotate/1", "replace/+1", "draw"]
        {
            assert_eq!(Step::read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn one_panel_is_put_in_the_place_of_another_and_has_one_list_of_alternates() {
        let [whole, one, two] = [None, Some(1), Some(2)].map(Step::Replace);
        for (first, second, rivals) in [
            (whole, whole, true),
            (whole, Step::Rotate, true),
            (Step::Rotate, Step::Rotate, true),
            (one, one, true),
            (one, two, false),
            (one, whole, true),
            (one, Step::Rotate, true),
            (Step::Alternates(None), whole, false),
            (Step::Alternates(None), Step::Alternates(None), true),
            (Step::Alternates(Some(1)), Step::Alternates(Some(1)), true),
            (Step::Alternates(Some(1)), Step::Alternates(Some(2)), false),
            (Step::Alternates(Some(1)), one, false),
        ] {
            assert_eq!((first.rivals(second), second.rivals(first)), (rivals, rivals), "{first} and {second}");
        }
    }

    #[test]
    fn lines_have_one_form() {
        let hash = "0".repeat(64);
        assert!(Link::read(&format!("replace none {hash}")).is_some_and(|link| link.fingerprint.is_none()));
        assert!(Link::read(&format!("rotate {hash} {hash}")).is_some_and(|link| link.fingerprint.is_some()));
        for wrong in [
            format!("replace none {hash} "),
            format!("replace  none {hash}"),
            format!("replace null {hash}"),
            format!("replace {hash}"),
            format!("replace none {hash} {hash}"),
            "replace none none".to_owned(),
        ] {
            assert_eq!(Link::read(&wrong), None, "{wrong}");
        }
    }
}
