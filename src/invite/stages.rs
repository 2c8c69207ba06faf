//! Two stages: first areas, then households in the areas that were drawn, so that every household's chance is one exact fraction.
//!
//! Let S be the sum of all sizes and L the letters. An area a that is taken for certain gets L·size/S letters; the areas that are not, S′ and L′ in
//! all, of which m′ are drawn, get L′/m′ each, if they are drawn. Where L′/m′ is no whole number, some of the drawn ones, drawn again, get one letter
//! more, so that each expects exactly L′/m′. So a household of an area with N households gets a letter with probability
//!
//! m′·size/S′ · (L′/m′)/N = size·L′/(S′·N).

use num_bigint::BigInt;
use num_rational::BigRational;

use super::allocate::{largest_remainders, quotient_up};
use super::areas::{Area, Chances};
use super::code::{Key, code};
use super::number::quotient;
use super::plan::AreaPlan;
use super::problem::InviteProblem;
use super::split::matched;
use super::survey::Stratum;

/// How letters follow from the areas that are drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stages {
    /// The areas, in the order of the register's strata.
    pub areas: Vec<Area>,
    /// The chances of the areas.
    pub chances: Chances,
    /// The letters of each area that is certain; 0 for others.
    certain: Vec<u64>,
    /// The letters of all others together.
    others: u64,
}

impl Stages {
    /// Splits the letters over areas that must be the register's.
    pub fn new(letters: u64, plan: &AreaPlan, strata: &[Stratum]) -> Result<Self, Vec<InviteProblem>> {
        let file = "the table of areas";
        let names = plan.list.iter().map(|area| area.area.as_str());
        let places = matched(file, names, strata.iter().map(|stratum| stratum.name.as_str()))?;
        let areas: Vec<Area> = places.iter().filter_map(|place| plan.list.get(*place).cloned()).collect();
        let sizes: Vec<u64> = areas.iter().map(|area| area.size).collect();
        let sum = sizes.iter().try_fold(0_u64, |sum, size| sum.checked_add(*size));
        let sum = sum.ok_or_else(|| vec![InviteProblem::Sizes { file: file.to_owned() }])?;
        let chances = Chances::new(plan.draws, &sizes).filter(|_| plan.draws > 0);
        let impossible = || vec![InviteProblem::Areas { draws: plan.draws, areas: areas.len() }];
        let chances = chances.ok_or_else(impossible)?;
        let share = |size: u64| BigRational::new(BigInt::from(letters) * size, sum.into());
        let is_certain = |index: usize| chances.certain.get(index).copied().unwrap_or(false);
        let zero = BigRational::default();
        let mut shares: Vec<BigRational> = sizes
            .iter()
            .enumerate()
            .map(|(index, size)| if is_certain(index) { share(*size) } else { zero.clone() })
            .collect();
        shares.push(share(chances.total));
        let mut certain = largest_remainders(letters, &shares);
        let others = certain.pop().unwrap_or(0);
        let each = quotient_up(others, chances.draws);
        let mut problems = Vec::new();
        for (index, stratum) in strata.iter().enumerate() {
            let most = if is_certain(index) { certain.get(index).copied().unwrap_or(0) } else { each };
            if most > stratum.households {
                problems.push(InviteProblem::SmallArea {
                    area: stratum.name.clone(),
                    households: stratum.households,
                    letters: most,
                });
            }
        }
        if problems.is_empty() { Ok(Self { areas, chances, certain, others }) } else { Err(problems) }
    }

    /// The chance of each household of an area of so many to get a letter.
    pub fn chance(&self, index: usize, households: u64) -> BigRational {
        let size = self.areas.get(index).map_or(0, |area| area.size);
        match self.certain.get(index) {
            Some(letters) if self.is_certain(index) => quotient(*letters, households),
            _ => quotient(size, self.chances.total) * quotient(self.others, households),
        }
    }

    /// Whether an area is taken for certain.
    pub fn is_certain(&self, index: usize) -> bool {
        self.chances.certain.get(index).copied().unwrap_or(false)
    }

    /// The areas that a key draws, and the letters of every area.
    pub fn draw(&self, key: &[u8; 32]) -> (Vec<usize>, Vec<u64>) {
        let drawn = self.chances.draw(&self.areas, key);
        let letters = self.letters(&drawn, key);
        (drawn, letters)
    }

    /// The letters of every area when these are drawn.
    fn letters(&self, drawn: &[usize], key: &[u8; 32]) -> Vec<u64> {
        let mut letters = self.certain.clone();
        let mut others: Vec<usize> = drawn.iter().copied().filter(|index| !self.is_certain(*index)).collect();
        let extra = Key::of(key, "extra");
        let name = |index: &usize| self.areas.get(*index).map(|area| area.area.as_str()).unwrap_or_default();
        others.sort_by_cached_key(|index| (extra.ticket(code(name(index))), name(index)));
        let draws = self.chances.draws.max(1);
        for (place, index) in others.into_iter().enumerate() {
            if let Some(letters) = letters.get_mut(index) {
                *letters = self.others / draws + u64::from((place as u64) < self.others % draws);
            }
        }
        letters
    }
}
