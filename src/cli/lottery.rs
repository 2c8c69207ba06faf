//! From an instance and an objective to a lottery, and what is to be told about it.

use klero::compare::Rule;
use klero::draw::Mark;
use klero::instance::Instance;
use klero::lottery::{Lottery, Panel, deal, deal_equal};
use klero::record::{self, certificate_json};
use klero::report::Fair;
use klero::sample::{Draws, PanelRules, SampledRule, draw_panels};
use klero::solve::{Certificate, Claim, Gamma, Objective, certify, solve_for};

use klero::split::mend;

use super::failure::Failure;
use super::merge::Asked;
use super::never::never;
use super::progress::Bar;

/// Panels that a sampled rule draws at the most.
const MOST_DRAWS: u64 = 10_000;
/// Which chance decides these draws: always the same, so that nobody can choose among samples.
const SEED: u64 = 1;

/// A lottery, and what comes with it.
pub struct Made {
    /// The lottery.
    pub lottery: Lottery,
    /// Every member's tickets.
    pub marginals: Vec<u64>,
    /// What is told about it.
    pub fair: Fair,
    /// The objective as the record has it.
    pub objective: String,
    /// `certificate.json`, for leximin.
    pub certificate: Option<String>,
}

/// Makes the lottery that an objective asks for, over so many panels together.
pub fn make(mark: Mark, asked: &Asked, instance: &Instance, panels: usize) -> Result<Made, Failure> {
    let gamma = asked.gamma.unwrap_or_default();
    match asked.objective {
        Rule::Leximin => computed(mark, Objective::Leximin, instance, asked, panels),
        Rule::Maximin => computed(mark, Objective::Maximin, instance, asked, panels),
        Rule::Nash => computed(mark, Objective::Nash, instance, asked, panels),
        Rule::Goldilocks => computed(mark, Objective::Goldilocks(gamma), instance, asked, panels),
        Rule::Legacy => sampled(SampledRule::Legacy, instance, asked),
        Rule::Random => sampled(SampledRule::Random, instance, asked),
    }
}

/// γ as it is typed.
pub fn gamma(text: &str) -> Result<Gamma, String> {
    let number = text.parse().ok().and_then(Gamma::new);
    number.ok_or_else(|| "γ is a number above 0, such as 0.5".to_owned())
}

fn computed(
    mark: Mark,
    objective: Objective,
    instance: &Instance,
    asked: &Asked,
    panels: usize,
) -> Result<Made, Failure> {
    let bar = Bar::new();
    let mut solution = solve_for(objective, instance, asked.tickets, &mut |progress| bar.show(progress))?;
    if panels > 1 {
        mend(instance, &mut solution, panels)?;
    }
    drop(bar);
    done!(
        "{} member types, {} rules, {} steps of leximin, {} compositions",
        solution.typed.types.len(),
        solution.relaxation.rules.len(),
        solution.point.stages.len(),
        solution.compositions.len()
    );
    let compositions: Vec<_> = solution.compositions.iter().map(|c| (c.seats.as_slice(), c.tickets as u64)).collect();
    let (size, classes) = (instance.size(), &solution.typed.classes);
    let lottery = if asked.equal {
        deal_equal(size, classes, instance.household_limit(), &compositions)
    } else {
        deal(size, classes, &compositions)
    };
    let marginals = lottery.marginals(instance.members().len());
    let smallest = matches!(solution.claim, Claim::Leximin | Claim::Maximin { .. });
    let smallest = solution.point.stages.first().filter(|_| smallest).map(|stage| stage.value.to_string());
    let (certificate, certificate_text) = match solution.claim {
        Claim::Leximin => {
            let certificate = certify(&solution.typed, &solution.relaxation, &solution.point);
            let text = certificate_json(mark, &certificate)?;
            (certificate, Some(text))
        }
        _ => (Certificate { types: solution.typed.types.len(), cuts: Vec::new(), stages: Vec::new() }, None),
    };
    let objective = match objective {
        Objective::Goldilocks(gamma) => record::goldilocks(gamma.value()),
        _ => objective.name().to_owned(),
    };
    let fair = Fair {
        objective: objective.clone(),
        smallest,
        deviation: Some(solution.deviation(&marginals, lottery.tickets())),
        further: solution.off_by_more_than_one(&marginals, lottery.tickets()),
        gap: solution.claim.gap(),
        claims: solution.claim.sentences(),
        equal: asked.equal,
        never: if asked.reasons { never(instance, &solution, &certificate, &marginals) } else { Vec::new() },
    };
    Ok(Made { lottery, marginals, fair, objective, certificate: certificate_text })
}

/// As many panels as there are tickets, but no more than [`MOST_DRAWS`], drawn by the rule: each drawn panel is a ticket.
fn sampled(rule: SampledRule, instance: &Instance, asked: &Asked) -> Result<Made, Failure> {
    let draws = asked.tickets.min(MOST_DRAWS);
    let drawn = draw_panels(rule, &PanelRules::new(instance), &Draws::new(draws, SEED))?;
    let number = |&member: &usize| member as u32 + 1;
    let numbers: Vec<Vec<u32>> = drawn.iter().map(|panel| panel.iter().map(number).collect()).collect();
    let lottery = Lottery::new(instance.size(), numbers.iter().map(|members| Panel { members, tickets: 1 }));
    let marginals = lottery.marginals(instance.members().len());
    let claims = vec![
        format!("The tickets are {draws} panels drawn by the rule {}.", rule.name()),
        "Nothing is claimed about how fair the lottery is.".to_owned(),
    ];
    let fair = Fair {
        objective: rule.name().to_owned(),
        smallest: None,
        deviation: None,
        further: 0,
        gap: None,
        claims,
        equal: asked.equal,
        never: Vec::new(),
    };
    Ok(Made { lottery, marginals, fair, objective: rule.name().to_owned(), certificate: None })
}
