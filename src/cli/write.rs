//! Makes a lottery and writes the record of it, and of the draw where it is drawn from at once.

use std::path::Path;
use std::process::ExitCode;

use klero::draw::{Bound, Mark, Seed, hex, ticket};
use klero::instance::Built;
use klero::lottery::Lottery;
use klero::read::Table;
use klero::record::{self, Before, Draw, DrawnPanel, Files, Rows, Rules, SETUP_FORMAT, Setup, name};
use klero::report::{Fair, Summary, render};
use klero::split::split;

use super::args::OutputArgs;
use super::failure::Failure;
use super::lottery::{Made, make};
use super::merge::Asked;
use super::output::Draft;

/// What makes a text of a lottery.
pub type Facts<'a> = &'a dyn Fn(&Lottery) -> Result<String, Failure>;

/// What a lottery is made of, as the record holds it.
pub struct Work<'a> {
    /// Whether it is the draw or a rehearsal.
    pub mark: Mark,
    /// The instance.
    pub built: Built,
    /// How many panels are drawn together.
    pub panels: usize,
    /// The pool's rows.
    pub pool: Table,
    /// The bytes of `pool.csv`.
    pub pool_bytes: Vec<u8>,
    /// The bytes of `quotas.csv`.
    pub quotas_bytes: Vec<u8>,
    /// The text of `settings.toml`.
    pub settings: Option<String>,
    /// What makes the text of `alternates.json` of the lottery, where alternates are drawn.
    pub alternates: Option<Facts<'a>>,
    /// The record that this one follows.
    pub before: Option<Before>,
}

/// A record that was written.
pub struct Written {
    /// `setup.json`.
    pub setup: Setup,
    /// The numbers for a report.
    pub summary: Summary,
}

/// Makes the lottery and writes the record, whole or not at all.
pub fn write(work: &Work, asked: &Asked, out: &OutputArgs, seed: Option<&Seed>) -> Result<Written, Failure> {
    let (mark, instance) = (work.mark, &work.built.instance);
    let Made { lottery, marginals, fair, objective, certificate } = make(mark, asked, instance, work.panels)?;
    let split = (work.panels > 1).then(|| split(instance, &lottery, work.panels)).transpose()?;
    let facts = work.alternates.map(|facts| facts(&lottery)).transpose()?;
    let ids: Vec<&str> = instance.members().iter().map(|member| member.id.as_str()).collect();
    done!("{} panels with tickets", lottery.panels().len());
    let bar = super::progress::Bar::during("Writing the record");
    let mut draft = Draft::new(&out.out, mark, out.overwrite)?;
    let bound = Bound {
        lottery: draft.stream(name::LOTTERY, |out| record::lottery_json(mark, &lottery, out))?,
        probabilities: {
            let text = record::probabilities_csv(mark, &ids, &marginals, lottery.tickets())?;
            draft.add(name::PROBABILITIES, text.as_bytes())?
        },
        quotas: draft.add(name::QUOTAS, &work.quotas_bytes)?,
        split: split
            .as_ref()
            .map(|split| draft.stream(name::SPLIT, |out| record::split_json(mark, split.panels(), out)))
            .transpose()?,
    };
    let pool = draft.add(name::POOL, &work.pool_bytes)?;
    let mut add = |file, text: &Option<String>| {
        text.as_ref().map(|text| draft.add(file, text.as_bytes()).map(|hash| hex(&hash))).transpose()
    };
    let (certificate, settings, alternates) = (
        add(name::CERTIFICATE, &certificate)?,
        add(name::SETTINGS, &work.settings)?,
        add(name::ALTERNATES_JSON, &facts)?,
    );
    let setup = Setup {
        before: work.before.clone(),
        files: Files {
            alternates,
            certificate,
            lottery: hex(&bound.lottery),
            pool: hex(&pool),
            probabilities: hex(&bound.probabilities),
            quotas: hex(&bound.quotas),
            settings,
            split: bound.split.map(|hash| hex(&hash)),
        },
        format: mark.format(SETUP_FORMAT),
        id_column: work.built.id_column.clone(),
        members: instance.members().len(),
        objective,
        panels: (work.panels > 1).then_some(work.panels),
        rules: Rules::of(instance, &work.built.household_columns),
        size: instance.size(),
        tickets: lottery.tickets(),
    };
    draft.add(name::SETUP, record::setup_json(&setup)?.as_bytes())?;
    let drawn = seed.and_then(|seed| {
        let key = seed.key(mark, &bound);
        let ticket = ticket(key, lottery.tickets());
        let position = lottery.panel_of(ticket)?;
        let members = lottery.panel(position)?.members.to_vec();
        let panel = DrawnPanel { members, number: position + 1 };
        Some(Draw { key: Some(hex(&key)), panel, seed: seed.text().to_owned(), ticket })
    });
    if let Some(draw) = &drawn {
        let split = split.as_ref().and_then(|split| split.panel(draw.panel.number - 1));
        for (name, text) in rows_of(&setup, &work.built, &work.pool, split, draw)? {
            draft.add(name, text.as_bytes())?;
        }
        draft.add(name::RESULT, record::result_json(mark, draw.clone(), None)?.as_bytes())?;
    }
    draft.publish()?;
    drop(bar);
    let told = drawn.as_ref().map(|draw| (draw.panel.number - 1, draw.ticket, draw.seed.as_str()));
    let summary = Summary::new(instance, &lottery, &marginals, fair, told, None);
    let drawn_split = drawn.as_ref().zip(split.as_ref());
    let drawn_split = drawn_split
        .and_then(|(draw, split)| Some((draw.panel.members.as_slice(), split.panel(draw.panel.number - 1)?)));
    let summary = if work.panels > 1 { summary.of_several(instance, work.panels, drawn_split) } else { summary };
    let summary = if work.before.is_some() { summary.among_open(instance, &marginals) } else { summary };
    Ok(Written { setup, summary })
}

/// The files with rows of the pool that belong to a draw.
pub fn rows_of(
    setup: &Setup,
    built: &Built,
    pool: &Table,
    split: Option<&[u32]>,
    draw: &Draw,
) -> Result<Vec<(&'static str, String)>, Failure> {
    let row_of: Vec<usize> = built.instance.members().iter().map(|member| member.row).collect();
    Ok(Rows { setup, pool, row_of: &row_of, split }.files(draw)?)
}

/// Tells what was written. `what` stands between the report and the last line.
pub fn tell(written: &Written, dir: &Path, json: bool, what: &str) -> Result<ExitCode, Failure> {
    if json {
        let text = serde_json::to_string_pretty(&written.summary).map_err(record::RecordError::from)?;
        super::print(&(text + "\n"))?;
        return Ok(ExitCode::SUCCESS);
    }
    let mark = written.setup.mark();
    let rehearsal = if mark.is_rehearsal() { "THIS IS A REHEARSAL, NOT THE DRAW.\n\n" } else { "" };
    let drawn = match written.summary.draw {
        Some(_) => format!("The drawn members are in {}.\n", dir.join(mark.file(name::SELECTED)).display()),
        None => String::new(),
    };
    let (report, dir) = (render(&written.summary), dir.display());
    super::tell(&format!(
        "{rehearsal}{report}\n{what}{drawn}Record written to {dir}. To check it: klero verify {dir}\n"
    ))?;
    Ok(ExitCode::SUCCESS)
}

/// What is known of the fairness of a lottery that was made earlier.
pub fn fair_of(setup: &Setup, certificate: Option<&[u8]>) -> Fair {
    let first = |certificate: &[u8]| {
        let certificate: serde_json::Value = serde_json::from_slice(certificate).ok()?;
        Some(certificate.get("stages")?.get(0)?.get("value")?.as_str()?.to_owned())
    };
    Fair { objective: setup.objective.clone(), smallest: certificate.and_then(first), ..Fair::default() }
}
