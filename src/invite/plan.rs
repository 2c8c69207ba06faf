//! What is fixed before the seed is known: the register, how many letters, and how they are split.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::areas::{Area, Chances};
use super::columns::Named;
use super::number::exact;
use super::problem::InviteError;
use super::split::{Split, split};
use super::survey::{Open, Survey, survey};
use super::table::{Kind, Rates, usable};
use crate::draw::hex;
use crate::record::CHAIN;

/// The format of `plan.json`.
pub const PLAN_FORMAT: &str = "klero/invite-plan/1";

/// What a plan says of the seed where it will be a text.
const PHRASE: &str = "phrase";

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The columns that were named.
    pub named: Named,
    /// How many letters.
    pub size: Size,
    /// Weights or response rates of the strata.
    pub weighting: Option<Rates>,
    /// The first of two stages.
    pub areas: Option<AreaPlan>,
    /// Whether it is a rehearsal.
    pub rehearsal: bool,
    /// The round of the public beacon that will be the seed; none where it will be a text that somebody says.
    pub beacon: Option<u64>,
}

/// How large the mailing is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Size {
    /// So many letters.
    Letters(u64),
    /// Letters for so many volunteers, by the response rates.
    Volunteers {
        /// How many volunteers are wanted.
        volunteers: u64,
        /// How many standard deviations are added, as an exact number.
        margin: String,
    },
}

/// The first of two stages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AreaPlan {
    /// How many areas are drawn.
    pub draws: u64,
    /// All areas.
    pub list: Vec<Area>,
}

/// The register, as a plan names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Register {
    /// The columns of the address.
    pub address_columns: Vec<String>,
    /// Whether no two rows have one address.
    pub addresses_differ: bool,
    /// How many households it has.
    pub households: u64,
    /// The column of the identifier.
    pub id_column: Option<String>,
    /// How many rows it has.
    pub rows: u64,
    /// The SHA-256 of the file.
    pub sha256: String,
    /// The column of the stratum or area.
    pub stratum_column: Option<String>,
}

/// `plan.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// The first of two stages.
    pub areas: Option<AreaPlan>,
    /// [`PLAN_FORMAT`].
    pub format: String,
    /// How many letters, where that was asked for.
    pub letters: Option<u64>,
    /// How many standard deviations are added, where volunteers were asked for.
    pub margin: Option<String>,
    /// The register.
    pub register: Register,
    /// Whether it is a rehearsal.
    pub rehearsal: bool,
    /// Where the seed will come from: `phrase`, or `beacon drand:quicknet` and a round.
    pub seed: String,
    /// How many volunteers, where that was asked for.
    pub volunteers: Option<u64>,
    /// Weights or response rates.
    pub weighting: Option<Rates>,
}

impl Plan {
    fn new(asked: &Asked, survey: &Survey) -> Self {
        let column = |index: Option<usize>| index.and_then(|index| survey.layout.header.get(index)).cloned();
        let (letters, volunteers, margin) = match &asked.size {
            Size::Letters(letters) => (Some(*letters), None, None),
            Size::Volunteers { volunteers, margin } => (None, Some(*volunteers), Some(margin.clone())),
        };
        Self {
            areas: asked.areas.clone(),
            format: PLAN_FORMAT.to_owned(),
            letters,
            margin,
            register: Register {
                address_columns: survey.address_columns(),
                addresses_differ: survey.layout.addresses_differ,
                households: survey.households(),
                id_column: column(survey.layout.id),
                rows: survey.rows(),
                sha256: hex(&survey.sha256),
                stratum_column: column(survey.layout.stratum),
            },
            rehearsal: asked.rehearsal,
            seed: asked.beacon.map_or_else(|| PHRASE.to_owned(), |round| format!("beacon {CHAIN} {round}")),
            volunteers,
            weighting: asked.weighting.clone(),
        }
    }

    /// What was asked for when the plan was made.
    ///
    /// # Errors
    /// What is wrong with the plan, in words.
    pub fn asked(&self) -> Result<Asked, String> {
        if self.format != PLAN_FORMAT {
            return Err(format!("its format is \"{}\", not {PLAN_FORMAT}", self.format));
        }
        let size = match (self.letters, self.volunteers, &self.margin) {
            (Some(letters), None, None) => Size::Letters(letters),
            (None, Some(volunteers), Some(margin)) => Size::Volunteers { volunteers, margin: margin.clone() },
            _ => return Err("it must give either letters, or volunteers and margin".to_owned()),
        };
        let households =
            if self.register.addresses_differ { Vec::new() } else { self.register.address_columns.clone() };
        let named =
            Named { stratum: self.register.stratum_column.clone(), households, id: self.register.id_column.clone() };
        let asked = Asked {
            named,
            size,
            weighting: self.weighting.clone(),
            areas: self.areas.clone(),
            rehearsal: self.rehearsal,
            beacon: self.round()?,
        };
        asked.fits()?;
        Ok(asked)
    }

    /// The round of the beacon that will be the seed, or none for a text.
    ///
    /// # Errors
    /// When the plan names neither.
    pub fn round(&self) -> Result<Option<u64>, String> {
        let number = |text: &str| text.strip_prefix("beacon ")?.strip_prefix(CHAIN)?.strip_prefix(' ')?.parse().ok();
        match number(&self.seed) {
            None if self.seed == PHRASE => Ok(None),
            Some(round) if self.seed == format!("beacon {CHAIN} {round}") => Ok(Some(round)),
            _ => Err(format!("its seed \"{}\" is neither a phrase nor a round of {CHAIN}", self.seed)),
        }
    }

    /// `plan.json` as text.
    ///
    /// # Errors
    /// When the JSON writer refuses, which would be a fault of the program.
    pub fn json(&self) -> Result<String, InviteError> {
        Ok(serde_json::to_string_pretty(self)? + "\n")
    }

    /// The SHA-256 of `plan.json`: what is published before the seed can be known.
    ///
    /// # Errors
    /// When the JSON writer refuses, which would be a fault of the program.
    pub fn fingerprint(&self) -> Result<String, InviteError> {
        Ok(hex(&Sha256::digest(self.json()?)))
    }
}

impl Asked {
    /// Whether the parts go together; the command line sees to that, but a plan can be written by hand.
    fn fits(&self) -> Result<(), String> {
        let response = self.weighting.as_ref().is_some_and(|rates| rates.kind == Kind::Response);
        if let Size::Volunteers { margin, .. } = &self.size {
            if !response {
                return Err("volunteers can only be asked for where response rates are given".to_owned());
            }
            exact(margin).ok_or_else(|| format!("its margin \"{margin}\" is no number"))?;
        }
        let alone = self.weighting.is_none() && matches!(self.size, Size::Letters(_));
        if self.areas.is_some() && !(alone && self.named.stratum.is_some()) {
            return Err("two stages need a column for areas and a number of letters, and take no weights".to_owned());
        }
        let rates = self.weighting.iter().flat_map(|rates| rates.strata.iter().map(|rate| (rates.kind, rate)));
        for (kind, rate) in rates {
            if !exact(&rate.value).is_some_and(|value| usable(kind, &value)) {
                return Err(format!("\"{}\" is no number of the right kind", rate.value));
            }
        }
        Ok(())
    }
}

/// A plan, with what is known of the register.
#[derive(Debug)]
pub struct Prepared {
    /// The plan.
    pub plan: Plan,
    /// The register.
    pub survey: Survey,
    pub(super) split: Split,
}

impl Prepared {
    /// How many letters there will be.
    pub fn letters(&self) -> u64 {
        match &self.split {
            Split::Strata(letters) => letters.iter().sum(),
            Split::Areas(_) => self.plan.letters.unwrap_or(0),
        }
    }

    /// How many letters each stratum will get, in their order; nothing where areas are still to be drawn.
    pub fn letters_of_strata(&self) -> Option<&[u64]> {
        match &self.split {
            Split::Strata(letters) => Some(letters),
            Split::Areas(_) => None,
        }
    }

    /// How the areas will be drawn.
    pub fn area_chances(&self) -> Option<&Chances> {
        match &self.split {
            Split::Strata(_) => None,
            Split::Areas(stages) => Some(&stages.chances),
        }
    }
}

/// Reads the register and makes the plan. Nothing is drawn.
///
/// # Errors
/// Everything that is wrong with the register; or with what is asked of it.
pub fn prepare(asked: &Asked, file: &str, open: Open) -> Result<Prepared, InviteError> {
    let survey = survey(file, &asked.named, open)?;
    let split = split(asked, &survey).map_err(InviteError::Problems)?;
    Ok(Prepared { plan: Plan::new(asked, &survey), survey, split })
}
