//! The exact oracle: leximin straight from its definition, for instances small enough to list every panel.
//!
//! > A *feasible panel* has k members, meets every quota, and seats at most one member of a household. A *lottery* gives
//! > each feasible panel a probability; a member's *selection probability* is the total over the panels that seat them.
//! > *Leximin* makes the smallest selection probability as large as possible, then the second smallest, and so on.
//!
//! Everything is exact: [`feasible_panels`] tries every set of k members, and [`leximin`] solves linear programs in whole
//! numbers. It shares no code and no idea with the engine: no relaxation, no types read off the features, no floating point.

use super::simplex::{Tableau, Whole};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, Zero};
use std::cmp::Ordering;
use std::collections::BTreeSet;

/// An instance small enough to list its panels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Small {
    /// The panel size k.
    pub size: usize,
    /// For each member, the index of their value in each category.
    pub values: Vec<Vec<usize>>,
    /// For each category and each of its values, the least and most seats.
    pub quotas: Vec<Vec<(usize, usize)>>,
    /// For each member, the household they belong to, if they share one.
    pub households: Vec<Option<usize>>,
    /// Members who sit on every panel.
    pub include: Vec<usize>,
}

impl Small {
    /// An instance without households and without members who must be included.
    pub fn new(size: usize, values: Vec<Vec<usize>>, quotas: Vec<Vec<(usize, usize)>>) -> Self {
        let households = vec![None; values.len()];
        Small { size, values, quotas, households, include: Vec::new() }
    }

    /// Whether a set of members, given without repetition, is a feasible panel.
    pub fn is_panel(&self, members: &[usize]) -> bool {
        let quotas_hold = self.quotas.iter().enumerate().all(|(category, quotas)| {
            quotas.iter().enumerate().all(|(value, &(min, max))| {
                let seats = members.iter().filter(|&&member| self.values[member][category] == value).count();
                min <= seats && seats <= max
            })
        });
        let mut homes: Vec<usize> = members.iter().filter_map(|&member| self.households[member]).collect();
        homes.sort_unstable();
        let nobody_meets_a_housemate = homes.windows(2).all(|pair| pair[0] != pair[1]);
        let everybody_included = self.include.iter().all(|member| members.contains(member));
        members.len() == self.size && quotas_hold && nobody_meets_a_housemate && everybody_included
    }
}

/// Every feasible panel: members ascending within a panel, panels in lexicographic order.
pub fn feasible_panels(small: &Small) -> Vec<Vec<usize>> {
    let members = small.values.len();
    let mut found = Vec::new();
    if small.size > members {
        return found;
    }
    let mut panel: Vec<usize> = (0..small.size).collect();
    loop {
        if small.is_panel(&panel) {
            found.push(panel.clone());
        }
        // The next set of k members: raise the last seat that can still rise, and close up behind it.
        let seats = small.size;
        let Some(seat) = (0..seats).rfind(|&seat| panel[seat] < members - seats + seat) else {
            return found;
        };
        panel[seat] += 1;
        for later in seat + 1..seats {
            panel[later] = panel[later - 1] + 1;
        }
    }
}

/// The leximin selection probabilities over a complete list of panels, or `None` when the list is empty. Members whom no
/// panel seats get 0, and leximin is over the others.
///
/// Members are first merged into classes (see [`classes`]), which changes nothing but the time it takes:
///
/// 1. Exchanging two members of a class maps the list of panels onto itself, so it maps lotteries to lotteries.
/// 2. The leximin vector p is unique: if p and q were two, both sorted vectors would be the same, and with i a member
///    where they differ whose smaller value min(p_i, q_i) is least, (p + q)/2 would be better than either.
/// 3. Exchanging two members of a class in p gives a vector with the same sorted values, so by 2 it is p itself. Hence
///    members of a class have the same probability, namely Σ λ_P · c_P / m, where c_P of the m members of the class sit on
///    panel P.
/// 4. So only the counts c_P matter, and panels with the same counts can be merged. In return, any lottery over counts
///    gives every member of a class exactly c/m: spread it evenly over the panels with these counts, all of which are in
///    the list by 1. The stages (see [`stages`]) ask for a class's probability only, and the argument why they find leximin
///    counts nobody, so it holds for members as it does for classes.
pub fn leximin(members: usize, panels: &[Vec<usize>]) -> Option<Vec<BigRational>> {
    let classes = classes(members, panels);
    over_classes::<i128>(members, panels, &classes).unwrap_or_else(|Overflow| leximin_over(members, panels, &classes))
}

/// [`leximin`] with given classes (right only if members of a class are exchangeable) and without machine integers. With
/// classes of one nobody is merged, and the result rests on the definition alone.
pub fn leximin_over(members: usize, panels: &[Vec<usize>], classes: &[Vec<usize>]) -> Option<Vec<BigRational>> {
    over_classes::<BigInt>(members, panels, classes).unwrap_or_else(|Overflow| panic!("a BigInt overflowed"))
}

/// Classes of members who can be exchanged: swapping any two of them maps the list of panels onto itself. This is read off
/// the panels alone, without looking at features or households.
///
/// It is an equivalence: if swapping i, j and swapping j, k both map the list onto itself, then so does swapping i, k,
/// which is (i j)(j k)(i j). So comparing each member with the first of each class is enough.
pub fn classes(members: usize, panels: &[Vec<usize>]) -> Vec<Vec<usize>> {
    assert!(members <= 128, "the oracle is for small pools");
    let mask = |panel: &Vec<usize>| panel.iter().fold(0_u128, |mask, &member| mask | 1 << member);
    let masks: BTreeSet<u128> = panels.iter().map(mask).collect();
    let exchangeable = |i: usize, j: usize| {
        let both = 1_u128 << i | 1 << j;
        masks.iter().filter(|&mask| (mask & both).count_ones() == 1).all(|mask| masks.contains(&(mask ^ both)))
    };
    let mut classes: Vec<Vec<usize>> = Vec::new();
    for member in 0..members {
        match classes.iter_mut().find(|class| exchangeable(class[0], member)) {
            Some(class) => class.push(member),
            None => classes.push(vec![member]),
        }
    }
    classes
}

/// The numbers grew too large for the whole-number type.
struct Overflow;

fn over_classes<N: Whole>(
    members: usize,
    panels: &[Vec<usize>],
    classes: &[Vec<usize>],
) -> Result<Option<Vec<BigRational>>, Overflow> {
    if panels.is_empty() {
        return Ok(None);
    }
    let seated = |class: &&Vec<usize>| panels.iter().any(|panel| panel.contains(&class[0]));
    let classes: Vec<&Vec<usize>> = classes.iter().filter(seated).collect();
    let mut probabilities = vec![BigRational::zero(); members];
    if classes.is_empty() {
        return Ok(Some(probabilities));
    }
    let count = |panel: &[usize], class: &[usize]| panel.iter().filter(|member| class.contains(member)).count() as i64;
    let compositions: BTreeSet<Vec<i64>> =
        panels.iter().map(|panel| classes.iter().map(|class| count(panel, class)).collect()).collect();
    let compositions: Vec<Vec<i64>> = compositions.into_iter().collect();
    let multiplicities: Vec<i64> = classes.iter().map(|class| class.len() as i64).collect();
    let fair = stages::<N>(&multiplicities, &compositions).ok_or(Overflow)?;
    for (class, probability) in classes.iter().zip(fair) {
        for &member in *class {
            probabilities[member] = probability.clone();
        }
    }
    Ok(Some(probabilities))
}

/// Leximin stage by stage. Composition P puts c_PC of the m_C members of class C on the panel; every class sits somewhere.
/// Returns the probability of each class, or `None` when numbers became too large.
///
/// Stage j, with F the classes still free, is the linear program
///
/// ```text
/// maximise z_j   subject to   Σ_P λ_P = 1,   λ ≥ 0,   s ≥ 0,   and for every class C
///     Σ_P c_PC · λ_P  =  m_C · (z_1 + … + z_i) + s_C
/// ```
///
/// where i is the stage at which C was fixed (then s_C is 0 and so C's probability is z_1 + … + z_i, its final value),
/// or j for the classes in F. So z_j is how far all free classes can rise together above the level reached before.
///
/// After it, every variable that vanishes in all optimal solutions is ruled out, which leaves exactly the optimal solutions
/// (see [`Tableau::maximise`]): later stages cannot undo this one. The set of optimal solutions is convex, so a free
/// class can rise above the level exactly if s_C > 0 in some optimal solution, and by averaging those solutions all that can
/// rise do so in a single one. Those classes are found by maximising the sum of the undecided s_C and crossing off the
/// positive ones until the maximum is 0. What is left, S, has s_C = 0 in every optimal solution.
///
/// - S is not empty: otherwise the average would have s_C > 0 for all of F, and z_j could grow.
/// - S is right to fix: every leximin lottery must be optimal here (its smallest free probability is at least that of
///   any other), hence gives S exactly this level, and the rest of F more than that by comparison with the average.
/// - The rest is leximin over the free classes within the optimal solutions: the next stage. Each fixes at least one class.
fn stages<N: Whole>(multiplicities: &[i64], compositions: &[Vec<i64>]) -> Option<Vec<BigRational>> {
    let panels = compositions.len();
    let slack = |class: usize| panels + class;
    let start = &compositions[0];
    // The basis to begin with: all on the first composition, so s_C = c_C, and every level at 0.
    let mut rows = vec![vec![0; panels + multiplicities.len()]; multiplicities.len() + 1];
    let mut right = start.clone();
    let mut basis: Vec<usize> = (0..multiplicities.len()).map(slack).collect();
    for (class, row) in rows[..multiplicities.len()].iter_mut().enumerate() {
        row[slack(class)] = 1;
        for (panel, composition) in compositions.iter().enumerate() {
            row[panel] = start[class] - composition[class];
        }
    }
    rows[multiplicities.len()][..panels].fill(1);
    right.push(1);
    basis.push(0);
    let mut tableau = Tableau::<N>::new(rows, right, basis);

    let mut fixed = vec![BigRational::zero(); multiplicities.len()];
    let mut reached = BigRational::zero();
    let mut free: Vec<usize> = (0..multiplicities.len()).collect();
    while !free.is_empty() {
        // In the equations as they were written, the column of z_j is Σ_{C in F} m_C · (column of s_C).
        let column: Vec<(i64, usize)> = free.iter().map(|&class| (multiplicities[class], slack(class))).collect();
        let level = tableau.add_variable(&column);
        for variable in tableau.maximise(&[level])? {
            tableau.rule_out(variable);
        }
        reached += tableau.value(level);
        assert!(tableau.value(level).is_positive(), "a stage raised nobody");
        let mut stuck = free.clone();
        loop {
            let slacks: Vec<usize> = stuck.iter().map(|&class| slack(class)).collect();
            tableau.maximise(&slacks)?;
            let before = stuck.len();
            stuck.retain(|&class| tableau.value(slack(class)).is_zero());
            if stuck.len() == before {
                break;
            }
        }
        assert!(!stuck.is_empty(), "a stage fixed nobody");
        for &class in &stuck {
            tableau.rule_out(slack(class));
            fixed[class] = reached.clone();
        }
        free.retain(|class| !stuck.contains(class));
    }
    // The lottery that was found must give what the levels say.
    for (class, multiplicity) in multiplicities.iter().enumerate() {
        let seats: BigRational = compositions
            .iter()
            .enumerate()
            .map(|(panel, composition)| tableau.value(panel) * BigRational::from_integer(composition[class].into()))
            .sum();
        assert_eq!(seats, &fixed[class] * BigRational::from_integer((*multiplicity).into()));
    }
    Some(fixed)
}

/// Compares two vectors of selection probabilities as leximin does: by their smallest values, then the next smallest, and so
/// on. `Greater` means that the first is fairer.
pub fn compare(first: &[BigRational], second: &[BigRational]) -> Ordering {
    let sorted = |vector: &[BigRational]| {
        let mut vector = vector.to_vec();
        vector.sort();
        vector
    };
    sorted(first).cmp(&sorted(second))
}

/// The selection probabilities of a lottery that gives panel i a probability of `tickets[i] / Σ tickets`.
pub fn marginals(members: usize, panels: &[Vec<usize>], tickets: &[u64]) -> Vec<BigRational> {
    let total: u64 = tickets.iter().sum();
    (0..members)
        .map(|member| {
            let held: u64 =
                panels.iter().zip(tickets).filter(|(panel, _)| panel.contains(&member)).map(|(_, held)| held).sum();
            BigRational::new(held.into(), total.into())
        })
        .collect()
}
