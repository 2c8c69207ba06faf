//! Why no panel seats a member type: rules that leave no room for it together, and no rule more than needed.

use std::collections::BTreeSet;

use num_traits::Signed;

use super::certificate::{Certificate, CutProof, Multipliers, rule_names};
use super::heaviest::heaviest;
use super::relaxation::{Origin, Relaxation, Rule};
use super::{Solution, SolveError};

/// One side of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Side {
    /// Where the rule comes from.
    pub origin: Origin,
    /// The most it allows; else the least it asks for.
    pub most: bool,
}

/// Programs that may be solved to leave needless rules out, for all types together; then no more are left out.
const PROGRAMS: usize = 400;

/// Looks for the rules that exclude types.
pub struct Exclusions<'a> {
    solution: &'a Solution,
    certificate: &'a Certificate,
    relaxation: Relaxation,
    names: Vec<String>,
    left: usize,
}

impl<'a> Exclusions<'a> {
    /// Of a solution and its certificate.
    pub fn new(solution: &'a Solution, certificate: &'a Certificate) -> Self {
        let relaxation = solution.relaxation.base();
        let names = rule_names(&solution.typed, &relaxation);
        Self { solution, certificate, relaxation, names, left: PROGRAMS }
    }

    /// Sides of rules that, with the panel size, leave no seat for a type; leaving out any of them would, unless there are too many types to
    /// find that out. It begins with the rules of the proof in the certificate. Empty when nothing is found.
    ///
    /// # Errors
    /// When the solver gives up.
    pub fn of(&mut self, kind: usize) -> Result<Vec<Side>, SolveError> {
        let mut sides = self.named(kind);
        if self.left == 0 || !self.excluded(kind, &sides)? {
            // A cut that rests on the solver's word names no rules: begin with all.
            sides = self.all();
            if self.left == 0 || !self.excluded(kind, &sides)? {
                return Ok(Vec::new());
            }
        }
        // Rules that do not speak of the type itself go first.
        let mut order: Vec<Side> = sides.iter().copied().collect();
        order.sort_by_key(|side| self.speaks_of(kind, side.origin));
        for side in order {
            if self.left == 0 {
                break;
            }
            sides.remove(&side);
            if !self.excluded(kind, &sides)? {
                sides.insert(side);
            }
        }
        Ok(sides.into_iter().collect())
    }

    fn speaks_of(&self, kind: usize, origin: Origin) -> bool {
        self.relaxation.rules_of[kind].iter().any(|&(r, _)| self.relaxation.rules[r].origin == origin)
    }

    fn all(&self) -> BTreeSet<Side> {
        let rules = self.relaxation.rules.iter().filter(|rule| rule.origin != Origin::Size);
        let sides = rules.flat_map(|rule| {
            let least = (rule.least > 0).then_some(Side { origin: rule.origin, most: false });
            least.into_iter().chain([Side { origin: rule.origin, most: true }])
        });
        sides.collect()
    }

    /// Whether these sides and the panel size leave no seat for a type: decided by an integer program.
    fn excluded(&mut self, kind: usize, sides: &BTreeSet<Side>) -> Result<bool, SolveError> {
        self.left = self.left.saturating_sub(1);
        let rules = self.relaxation.rules.iter().filter_map(|rule| {
            let has = |most| rule.origin == Origin::Size || sides.contains(&Side { origin: rule.origin, most });
            let (least, most) = (has(false), has(true));
            let mut rule = rule.clone();
            rule.least = if least { rule.least } else { Rule::NO_LEAST };
            rule.most = if most { rule.most } else { rule.terms.iter().map(|&(t, _)| self.people(t)).sum() };
            (least || most).then_some(rule)
        });
        let some = Relaxation::from_rules(self.relaxation.multiplicity.clone(), rules.collect());
        let mut least = vec![0; some.types()];
        least[kind] = 1;
        let gains = vec![0.0; some.types()];
        Ok(heaviest(&some, &least, &some.multiplicity, &some.bounds(), &gains)?.is_none())
    }

    fn people(&self, kind: usize) -> i64 {
        self.relaxation.multiplicity[kind]
    }

    /// The rules that the certificate's proof for a type names.
    fn named(&self, kind: usize) -> BTreeSet<Side> {
        let number = self.number(kind);
        let only = |weights: &[(usize, i64)]| matches!(weights, [(t, weight)] if *t == number && *weight > 0);
        let mut found = BTreeSet::new();
        if let Some(cut) = self.certificate.cuts.iter().find(|cut| cut.most == 0 && only(&cut.weights)) {
            self.leaves(&cut.proof, &mut found);
        } else if let Some(stage) = self.certificate.stages.iter().find(|stage| stage.types.contains(&number)) {
            self.multipliers(&stage.multipliers, &mut found);
            for (name, _) in &stage.multipliers {
                let cut = name.strip_prefix("cut ").and_then(|cut| cut.parse::<usize>().ok());
                if let Some(cut) = cut.and_then(|cut| self.certificate.cuts.get(cut.checked_sub(1)?)) {
                    self.leaves(&cut.proof, &mut found);
                }
            }
        }
        found
    }

    /// The certificate's number of a type.
    fn number(&self, kind: usize) -> usize {
        let types = &self.solution.typed.types;
        let first = |t: usize| types[t].members.first().copied();
        1 + (0..types.len()).filter(|&other| first(other) < first(kind)).count()
    }

    fn leaves(&self, proof: &CutProof, found: &mut BTreeSet<Side>) {
        match proof {
            CutProof::Leaf { multipliers, .. } => self.multipliers(multipliers, found),
            CutProof::Branch { low, high, .. } => {
                self.leaves(low, found);
                self.leaves(high, found);
            }
            CutProof::Solver => {}
        }
    }

    fn multipliers(&self, multipliers: &Multipliers, found: &mut BTreeSet<Side>) {
        for (name, multiplier) in multipliers {
            if let Some(rule) = self.names.iter().position(|other| other == name) {
                let origin = self.relaxation.rules[rule].origin;
                if origin != Origin::Size {
                    found.insert(Side { origin, most: multiplier.is_positive() });
                }
            }
        }
    }
}
