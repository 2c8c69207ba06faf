//! The numbers behind the report, ready for a program.

use serde::Serialize;

use super::reason::Reason;
use crate::instance::{Instance, Standing};
use crate::lottery::{Lottery, Statistics};

/// One quota against the pool, the lottery and the panel.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct QuotaLine {
    /// Feature category.
    pub category: String,
    /// Feature value.
    pub value: String,
    /// Least seats.
    pub min: usize,
    /// Most seats.
    pub max: usize,
    /// Members of the pool with the value.
    pub pool: usize,
    /// Seats on average over the lottery, if there is one.
    pub average: Option<f64>,
    /// Seats on the drawn panel, if one was drawn.
    pub panel: Option<usize>,
    /// Where several panels were drawn together: seats on each of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub panels: Vec<usize>,
}

/// One line for every feature value. `lottery` is the members' tickets and the number of all tickets, `panel` the drawn members'
/// numbers.
pub fn quota_lines(instance: &Instance, lottery: Option<(&[u64], u64)>, panel: Option<&[u32]>) -> Vec<QuotaLine> {
    let members = instance.members();
    let mut lines = Vec::new();
    for (c, category) in instance.categories().iter().enumerate() {
        for (v, value) in category.values.iter().enumerate() {
            let has = |index: usize| members.get(index).is_some_and(|member| member.values[c] == v);
            let average = lottery.map(|(marginals, all)| {
                let seats: u128 =
                    marginals.iter().enumerate().filter(|&(i, _)| has(i)).map(|(_, &t)| u128::from(t)).sum();
                seats as f64 / all as f64
            });
            lines.push(QuotaLine {
                category: category.name.clone(),
                value: value.name.clone(),
                min: value.quota.min,
                max: value.quota.max,
                pool: value.pool,
                average,
                panel: panel.map(|panel| panel.iter().filter(|&&number| has(number as usize - 1)).count()),
                panels: Vec::new(),
            });
        }
    }
    lines
}

/// The draw in short.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DrawSummary {
    /// The seed text, normalised.
    pub seed: String,
    /// The ticket, from 0.
    pub ticket: u64,
    /// Number of the drawn panel in the lottery, from 1.
    pub panel: usize,
    /// Identifiers of the drawn members, in the order of their numbers.
    pub selected: Vec<String>,
}

/// What the solver knows beyond the lottery.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Fair {
    /// The objective.
    pub objective: String,
    /// The proven best smallest probability, as an exact fraction, where the objective is about it.
    pub smallest: Option<String>,
    /// The largest distance of anybody's selection probability from the exact one that the objective asks for, if there is one.
    pub deviation: Option<f64>,
    /// How many members are more than one ticket off.
    pub further: usize,
    /// How much better than these exact probabilities any lottery could be at most, in the units of the objective.
    pub gap: Option<f64>,
    /// What is claimed beyond the smallest probability.
    pub claims: Vec<String>,
    /// Whether every ticket was to have a panel of its own.
    pub equal: bool,
    /// Why members have no ticket, with the members' identifiers; empty where that is not known.
    pub never: Vec<(Reason, Vec<String>)>,
}

/// Members whom no ticket selects, for one reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Never {
    /// The reason, in words.
    pub reason: String,
    /// Their identifiers.
    pub members: Vec<String>,
}

/// A panel that several tickets of a lottery have in which each was to have its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Repeated {
    /// Number of the panel in the lottery, from 1.
    pub panel: usize,
    /// Its first ticket, from 0.
    pub first: u64,
    /// Its last ticket.
    pub last: u64,
}

/// Members whom the rules do not single out, and the seats that are left for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Among {
    /// How many members.
    pub members: usize,
    /// How many seats.
    pub seats: usize,
}

/// A lottery, and the draw if there was one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Summary {
    /// The objective.
    pub objective: String,
    /// Pool size n.
    pub members: usize,
    /// Panel size k.
    pub size: usize,
    /// Panels that can be drawn.
    pub panels: usize,
    /// Ticket count M.
    pub tickets: u64,
    /// How many panels are drawn together, where there are several; quotas and averages are then those of one of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub together: Option<usize>,
    /// Smallest selection probability.
    pub smallest: f64,
    /// The proven best smallest probability, as an exact fraction, where the objective is about it.
    pub smallest_exact: Option<String>,
    /// The largest distance of anybody's selection probability from the exact one that the objective asks for, if there is one.
    pub deviation: Option<f64>,
    /// The same in tickets.
    pub deviation_tickets: Option<f64>,
    /// How many members are more than one ticket off.
    pub further_than_one_ticket: usize,
    /// Where the record follows another: whom the smallest and largest probability and the other figures are about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub among: Option<Among>,
    /// How much better than the exact probabilities any lottery could be at most, in the units of the objective.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gap: Option<f64>,
    /// What is claimed beyond the smallest probability.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub claims: Vec<String>,
    /// Where every ticket was to have a panel of its own: the panels that have several tickets.
    pub repeated: Option<Vec<Repeated>>,
    /// Identifiers of the members whom no ticket selects.
    pub never: Vec<String>,
    /// The same members by reason.
    pub never_because: Vec<Never>,
    /// Largest selection probability.
    pub largest: f64,
    /// Gini coefficient of the selection probabilities.
    pub gini: f64,
    /// Their geometric mean.
    pub geometric_mean: f64,
    /// Every quota.
    pub quotas: Vec<QuotaLine>,
    /// The draw.
    pub draw: Option<DrawSummary>,
    /// The fingerprint of the commitment that was drawn from.
    pub fingerprint: Option<String>,
}

impl Summary {
    /// Puts the numbers together. `marginals` are the members' tickets; `drawn` the position of the drawn panel with its ticket and seed.
    pub fn new(
        instance: &Instance,
        lottery: &Lottery,
        marginals: &[u64],
        fair: Fair,
        drawn: Option<(usize, u64, &str)>,
        fingerprint: Option<String>,
    ) -> Self {
        let statistics = Statistics::of(marginals, lottery.tickets());
        let share = |tickets: u64| tickets as f64 / lottery.tickets() as f64;
        let members = instance.members();
        let panel = drawn.and_then(|(position, _, _)| lottery.panel(position));
        let quotas = quota_lines(instance, Some((marginals, lottery.tickets())), panel.map(|panel| panel.members));
        let draw = drawn.zip(panel).map(|((position, ticket, seed), panel)| DrawSummary {
            seed: seed.to_owned(),
            ticket,
            panel: position + 1,
            selected: panel.members.iter().filter_map(|&n| members.get(n as usize - 1)).map(|m| m.id.clone()).collect(),
        });
        let nobody = members.iter().zip(marginals).filter(|&(_, &tickets)| tickets == 0);
        let never = nobody.map(|(member, _)| member.id.clone()).collect();
        Self {
            objective: fair.objective,
            members: members.len(),
            size: instance.size(),
            panels: lottery.panels().len(),
            together: None,
            tickets: lottery.tickets(),
            smallest: share(statistics.least),
            smallest_exact: fair.smallest,
            deviation: fair.deviation,
            deviation_tickets: fair.deviation.map(|off| twelve_digits(off * lottery.tickets() as f64)),
            further_than_one_ticket: fair.further,
            among: None,
            gap: fair.gap,
            claims: fair.claims,
            repeated: fair.equal.then(|| repeated(lottery)),
            never,
            never_because: fair
                .never
                .into_iter()
                .map(|(reason, members)| Never { reason: reason.to_string(), members })
                .collect(),
            largest: share(statistics.most),
            gini: twelve_digits(statistics.gini),
            geometric_mean: twelve_digits(statistics.geometric_mean),
            quotas,
            draw,
            fingerprint,
        }
    }
}

impl Summary {
    /// For several panels that are drawn together: quotas and averages of one of them, and, where the drawn members are given with the panel that each sits
    /// on (counting from 1), seats on each.
    pub fn of_several(mut self, instance: &Instance, panels: usize, drawn: Option<(&[u32], &[u32])>) -> Self {
        self.together = Some(panels);
        for line in &mut self.quotas {
            (line.min, line.max) = (line.min / panels, line.max / panels);
            line.average = line.average.map(|average| average / panels as f64);
        }
        if let Some((members, split)) = drawn {
            let mut lines: Vec<Vec<QuotaLine>> = Vec::new();
            for number in 1..=panels as u32 {
                let on_it = members.iter().zip(split).filter(|(_, panel)| **panel == number);
                let on_it: Vec<u32> = on_it.map(|(member, _)| *member).collect();
                lines.push(quota_lines(instance, None, Some(&on_it)));
            }
            for (i, line) in self.quotas.iter_mut().enumerate() {
                line.panels = lines.iter().filter_map(|lines| lines.get(i)?.panel).collect();
            }
        }
        self
    }

    /// With figures of the members alone whom the rules do not single out: where some stay and others are out, the chances of those say nothing.
    pub fn among_open(mut self, instance: &Instance, marginals: &[u64]) -> Self {
        let members = instance.members().iter().zip(marginals);
        let open: Vec<(&str, u64)> = members
            .filter(|(member, _)| member.standing == Standing::Open)
            .map(|(member, &tickets)| (member.id.as_str(), tickets))
            .collect();
        let included = instance.members().iter().filter(|member| member.standing == Standing::Included).count();
        let chances: Vec<u64> = open.iter().map(|(_, tickets)| *tickets).collect();
        let statistics = Statistics::of(&chances, self.tickets);
        let share = |tickets: u64| tickets as f64 / self.tickets as f64;
        (self.smallest, self.largest) = (share(statistics.least), share(statistics.most));
        (self.gini, self.geometric_mean) = (twelve_digits(statistics.gini), twelve_digits(statistics.geometric_mean));
        self.smallest_exact = None;
        self.never.retain(|id| open.iter().any(|(open, _)| open == id));
        self.never_because.iter_mut().for_each(|never| never.members.retain(|id| self.never.contains(id)));
        self.never_because.retain(|never| !never.members.is_empty());
        self.among = Some(Among { members: open.len(), seats: self.size.saturating_sub(included) });
        self
    }
}

/// The panels with several tickets.
fn repeated(lottery: &Lottery) -> Vec<Repeated> {
    let (mut found, mut first) = (Vec::new(), 0);
    for (position, panel) in lottery.panels().enumerate() {
        if panel.tickets > 1 {
            found.push(Repeated { panel: position + 1, first, last: first + panel.tickets - 1 });
        }
        first += panel.tickets;
    }
    found
}

/// Rounded to 12 digits after the point: the last digits of a logarithm differ from one machine to the next.
fn twelve_digits(number: f64) -> f64 {
    (number * 1e12).round() / 1e12
}
