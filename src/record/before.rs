//! The record that another one follows, as `setup.json` and `commit.txt` name it.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::is_hash;

/// What is done after a panel was drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Some drop out, others take their seats; where several panels were drawn together, on the panel of this number.
    Replace(Option<usize>),
    /// Reserves are drawn who are ready to step in, for the panel or for the panel of this number.
    Alternates(Option<usize>),
    /// A new term.
    Rotate,
}

impl Step {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Replace(_) => "replace",
            Self::Alternates(_) => "alternates",
            Self::Rotate => "rotate",
        }
    }

    /// The number of the panel, counting from 1, where the step is for one of several.
    pub fn panel(self) -> Option<usize> {
        match self {
            Self::Replace(panel) | Self::Alternates(panel) => panel,
            Self::Rotate => None,
        }
    }

    /// What a record has it written as, if it is one.
    pub fn parse(text: &str) -> Option<Self> {
        let (word, panel) = match text.split_once('/') {
            Some((word, number)) => {
                let panel = number.parse().ok().filter(|panel: &usize| *panel > 0 && panel.to_string() == number)?;
                (word, Some(panel))
            }
            None => (text, None),
        };
        match (word, panel) {
            ("replace", panel) => Some(Self::Replace(panel)),
            ("alternates", panel) => Some(Self::Alternates(panel)),
            ("rotate", None) => Some(Self::Rotate),
            _ => None,
        }
    }
}

impl fmt::Display for Step {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.word())?;
        self.panel().map_or(Ok(()), |panel| write!(out, "/{panel}"))
    }
}

impl Serialize for Step {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Step {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| de::Error::custom(format!("\"{text}\" is no step after a draw")))
    }
}

/// The key `before` of `setup.json`. Keys are in alphabetical order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Before {
    /// SHA-256 of the `result.json` of alternates who may have been called.
    #[serde(deserialize_with = "Option::deserialize")]
    pub alternates: Option<String>,
    /// The fingerprint of the record that this one follows, where it has one.
    #[serde(deserialize_with = "Option::deserialize")]
    pub fingerprint: Option<String>,
    /// SHA-256 of the `result.json` of records whose members rest, ascending.
    pub former: Vec<String>,
    /// SHA-256 of the `result.json` of the record that this one follows.
    pub result: String,
    /// What was done.
    pub step: Step,
}

impl Before {
    /// What `commit.txt` says of it.
    pub fn named(&self) -> Named {
        Named { step: self.step, fingerprint: self.fingerprint.clone(), result: self.result.clone() }
    }
}

/// The record that another one follows, as `commit.txt` names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// What was done.
    pub step: Step,
    /// Its fingerprint, where it has one.
    pub fingerprint: Option<String>,
    /// SHA-256 of its `result.json`.
    pub result: String,
}

impl Named {
    /// Reads what stands behind `before ` in `commit.txt`.
    pub fn parse(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split(' ').collect();
        let [step, fingerprint, result] = parts.as_slice() else { return None };
        let fingerprint = (*fingerprint != "none").then(|| (*fingerprint).to_owned());
        (is_hash(result) && fingerprint.as_deref().is_none_or(is_hash))
            .then_some(())
            .and_then(|()| Some(Self { step: Step::parse(step)?, fingerprint, result: (*result).to_owned() }))
    }
}

impl fmt::Display for Named {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fingerprint = self.fingerprint.as_deref().unwrap_or("none");
        write!(out, "{} {fingerprint} {}", self.step, self.result)
    }
}

#[cfg(test)]
mod tests {
    use super::{Named, Step};

    #[test]
    fn steps_have_one_form() {
        for text in ["replace", "replace/2", "alternates", "alternates/12", "rotate"] {
            assert_eq!(Step::parse(text).map(|step| step.to_string()).as_deref(), Some(text));
        }
        for text in
            ["", "Replace", "replace/", "replace/0", "replace/02", "replace/+2", "rotate/1", "replace/1/2", "draw"]
        {
            assert_eq!(Step::parse(text), None, "{text}");
        }
    }

    #[test]
    fn lines_have_one_form() {
        let (one, two) = ("ab".repeat(32), "cd".repeat(32));
        for text in [format!("replace {one} {two}"), format!("rotate none {two}")] {
            assert_eq!(Named::parse(&text).map(|named| named.to_string()), Some(text));
        }
        for text in [
            format!("replace {one}"),
            format!("replace {one} none"),
            format!("replace  {one} {two}"),
            format!("sit {one} {two}"),
        ] {
            assert_eq!(Named::parse(&text), None, "{text}");
        }
    }
}
