//! `klero alternates`: who is ready to step in when members of a panel drop out.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use klero::alternates::{
    AlternatesProblem, CHOSEN_ON, Case, DropOuts, Facts, Ground, Pool, Row, Samples, TOLD_ON, Told, Way, drawing,
    expected, facts_json, key, over_recruit, quotas_by_value, quotas_exact, row, study, tell, tell_lottery,
};
use klero::instance::{Built, Settings, build};
use klero::lottery::Lottery;
use klero::read::{Table, read_csv};
use klero::record::{RecordError, name, read_result};
use klero::report::{Grid, Section, screen};
use sha2::{Digest, Sha256};

use super::add::write_file;
use super::failure::Failure;
use super::open::{Solved, bytes, committed, first_of, solved};
use super::output;
use super::refusal::Refusal;

/// `klero alternates`.
#[derive(Debug, Args)]
#[group(skip)]
pub struct AlternatesArgs {
    /// A record in which a panel was drawn
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    /// How many alternates; without it, only a table is printed that helps to decide
    #[arg(long, value_name = "NUMBER", requires = "out", value_parser = clap::value_parser!(u64).range(1..))]
    count: Option<u64>,
    /// How likely everybody is to drop out, such as 0.2 or "20 %"
    #[arg(long, value_name = "CHANCE", required_unless_present = "drop_outs", conflicts_with = "drop_outs")]
    drop_out: Option<String>,
    /// A CSV file that says how likely people are to drop out: with columns feature, value and probability, or with the identifier and probability
    #[arg(long, value_name = "FILE")]
    drop_outs: Option<PathBuf>,
    /// How far the table goes [default: about twice as many as are expected to drop out]
    #[arg(long, value_name = "NUMBER")]
    up_to: Option<usize>,
    /// Draw the table into a new SVG file
    #[arg(long, value_name = "FILE.svg")]
    plot: Option<PathBuf>,
    /// Fix how many alternates have which values together, not only how many have each: a little more protection, but far fewer people have a chance
    #[arg(long, requires = "count")]
    exact: bool,
    /// Print the result as JSON
    #[arg(long)]
    json: bool,
    /// The directory for the record of the alternates; it may not be there yet
    #[arg(long, value_name = "NEW", requires = "count")]
    out: Option<PathBuf>,
}

/// Runs `klero alternates`.
pub fn alternates(args: &AlternatesArgs) -> Result<ExitCode, Failure> {
    if let Some(plot) = args.plot.as_ref().filter(|plot| std::fs::symlink_metadata(plot).is_ok()) {
        return Err(Refusal::InTheWay(plot.clone()).into());
    }
    if let Some(out) = &args.out {
        output::check_target(out, false)?;
        output::outside(&args.dir, out)?;
    }
    let (solved, result) = opened(&args.dir)?;
    let instance = &solved.built.instance;
    let panel = drawn(&solved, &result)?;
    let ground = Ground::new(&Case { instance, panel: &panel, elsewhere: &[], barred: &[] });
    let drop_outs = drop_outs(args, &solved, &panel)?;
    let count = args.count.map(|count| usize::try_from(count).unwrap_or(usize::MAX));
    let most = args.up_to.unwrap_or_else(|| usual(&drop_outs)).max(count.unwrap_or(1));
    let key = key(&Sha256::digest(&result).into());
    let samples = Samples::draw(&ground, &drop_outs, key, CHOSEN_ON, TOLD_ON);
    let rows = study(&ground, &drop_outs, &samples, most.min(ground.candidates()), &mut |_| {});
    if let Some(count) = count {
        row(&rows, count).map_err(problem)?;
    }
    if let Some(plot) = &args.plot {
        write_file(plot, drawing(ground.size(), &rows).into_bytes(), false)?;
    }
    let step = Step { solved: &solved, ground: &ground, drop_outs: &drop_outs, key, samples: &samples, rows: &rows };
    if let (Some(count), Some(out)) = (count, &args.out) {
        return write(args, out, &step.chosen(count, args.exact)?);
    }
    if args.json {
        super::print(&step.facts(None)?)?
    } else {
        super::print(&screen(&[step.table()]))?
    }
    Ok(ExitCode::SUCCESS)
}

/// The record, and the bytes of its `result.json`.
fn opened(dir: &Path) -> Result<(Solved, Vec<u8>), Failure> {
    if first_of(dir, &[name::COMMIT]).is_none() {
        return Ok((solved(dir)?, bytes(dir, name::RESULT)?));
    }
    let record = committed(dir, "no alternates can be chosen")?;
    match record.outcome()? {
        Some(result) => Ok((record.solved, result)),
        None => Err(Refusal::Missing { dir: dir.to_owned(), file: name::RESULT }.into()),
    }
}

/// The drawn members, as indices.
fn drawn(solved: &Solved, result: &[u8]) -> Result<Vec<usize>, Failure> {
    let malformed = |reason| Failure::from(Refusal::Malformed { path: solved.dir.join(name::RESULT), reason });
    let outcome = read_result(result).map_err(malformed)?;
    let members = outcome.draw.panel.members;
    let fits = members.windows(2).all(|pair| pair[0] < pair[1])
        && members.len() == solved.setup.size
        && members.iter().all(|&number| (1..=solved.setup.members).contains(&(number as usize)));
    if !fits {
        return Err(malformed("its panel is not one of the lottery".to_owned()));
    }
    Ok(members.into_iter().map(|number| number as usize - 1).collect())
}

fn problem(problem: AlternatesProblem) -> Failure {
    Failure::Input(vec![(problem.to_string(), problem.help())])
}

fn drop_outs(args: &AlternatesArgs, solved: &Solved, panel: &[usize]) -> Result<DropOuts, Failure> {
    let Some(file) = &args.drop_outs else {
        let text = args.drop_out.as_deref().unwrap_or_default();
        return DropOuts::everybody(panel.len(), text).map_err(problem);
    };
    let bytes = std::fs::read(file).map_err(Failure::path("read", file))?;
    let table = read_csv(&file.display().to_string(), &bytes).map_err(Failure::read)?;
    let read = DropOuts::read(&solved.built.instance, panel, solved.built.id_column.as_deref(), &table);
    read.map_err(|problems| {
        Failure::Input(problems.iter().map(|problem| (problem.to_string(), problem.help())).collect())
    })
}

/// About twice as many as are expected to drop out, but not more than are shown well.
fn usual(drop_outs: &DropOuts) -> usize {
    const MOST: usize = 30;
    let expected: f64 = expected(drop_outs).decimal(6).parse().unwrap_or_default();
    ((expected * 2.0).ceil() as usize).clamp(1, MOST)
}

/// What was found out about a panel's alternates.
struct Step<'a> {
    solved: &'a Solved,
    ground: &'a Ground,
    drop_outs: &'a DropOuts,
    key: [u8; 32],
    samples: &'a Samples,
    rows: &'a [Row],
}

/// What the record of the alternates is made of.
struct Chosen<'a> {
    step: &'a Step<'a>,
    count: usize,
    exact: bool,
    /// The text of its `quotas.csv`.
    quotas: String,
    /// Its settings: the same pool, but nobody who cannot be an alternate.
    settings: Settings,
    /// Its instance.
    built: Built,
}

impl Step<'_> {
    fn facts(&self, chosen: Option<(usize, Way)>) -> Result<String, Failure> {
        let of = (&self.solved.built.instance, self.ground);
        let facts = Facts::new(of, self.drop_outs, (self.key, self.samples), self.rows, chosen);
        facts_json(&facts).map_err(|error| Failure::Record(RecordError::Json(error)))
    }

    fn chosen(&self, count: usize, exact: bool) -> Result<Chosen<'_>, Failure> {
        let base = self.solved.setup.settings();
        let (instance, table): (_, &Table) = (&self.solved.built.instance, &self.solved.pool);
        let pool = Pool { instance, table, settings: &base };
        let counts = &row(self.rows, count).map_err(problem)?.counts;
        let quotas = if exact {
            quotas_exact(self.ground, counts, pool).map_err(problem)?
        } else {
            quotas_by_value(self.ground, counts, pool)
        };
        let settings = pool.settings_of(self.ground, count);
        let read = read_csv(name::QUOTAS, quotas.as_bytes()).map_err(Failure::read)?;
        let built = build(&read, table, &settings).map_err(Failure::instance)?;
        Ok(Chosen { step: self, count, exact, quotas, settings, built })
    }

    /// The table by number of alternates.
    fn table(&self) -> Section {
        let percent = |text: String| {
            let value: f64 = text.parse().unwrap_or_default();
            format!("{:.1} %", (value * 1000.0).floor() / 10.0)
        };
        let part = |told: &Told, hits: u128| {
            let tenths = hits * 1000 / told.deviation.of.max(1);
            format!("{}.{} %", tenths / 10, tenths % 10)
        };
        let line = |row: &Row| {
            vec![
                row.alternates().to_string(),
                row.told.deviation.decimal(3),
                part(&row.told, row.told.kept),
                percent(row.filled.decimal(6)),
                part(&row.told, row.told.whole),
            ]
        };
        let seats = self.ground.size();
        let mut lines = vec![
            format!(
                "Of {seats} members, {} are expected to drop out. {} others can be alternates.",
                expected(self.drop_outs).decimal(1),
                self.ground.candidates()
            ),
            match over_recruit(self.drop_outs) {
                Some((0, _)) => format!("With a chance of at least 95 %, {seats} stay without anybody more."),
                Some((more, chance)) => format!(
                    "Without alternates, {more} more people would have to be on the panel, so that with a chance of at least 95 % at least {seats} \
                     stay ({}).",
                    percent(chance.decimal(6))
                ),
                None => "Even four times as many people more would not be enough for 95 %.".to_owned(),
            },
            format!(
                "Chosen on {} samples of who drops out, told on {} others. The deviation is the average that the best replacement leaves.",
                self.samples.choose.drawn(),
                self.samples.tell.drawn()
            ),
        ];
        if let Some(row) = self.rows.iter().find(|row| !row.settled) {
            lines.push(format!(
                "From {} alternates on, the search for better ones was cut short; what is told of those found is exact on the samples.",
                row.alternates()
            ));
        }
        let header = ["alternates", "deviation", "quotas kept", "seats filled", "both"].map(str::to_owned).to_vec();
        let numbers = vec![true; header.len()];
        let grid = Grid { header, rows: self.rows.iter().map(line).collect(), numbers };
        Section { title: "How well alternates protect the panel".to_owned(), lines, grid: Some(grid) }
    }
}

impl Chosen<'_> {
    /// `alternates.json`, and what the alternates are worth on average over the record's lottery.
    fn facts(&self, lottery: &Lottery) -> Result<String, Failure> {
        let Step { ground, samples, rows, .. } = self.step;
        let way = if self.exact {
            Way::Exact
        } else {
            let counts = &row(rows, self.count).map_err(problem)?.counts;
            let best = tell(ground, &samples.lottery, &[(counts, 1)]);
            let drawn = tell_lottery(ground, &samples.lottery, lottery).ok_or_else(|| {
                let reason =
                    "its lottery draws somebody who cannot be an alternate; please report this fault of the program";
                Refusal::Malformed { path: self.step.solved.dir.clone(), reason: reason.to_owned() }
            })?;
            Way::ByQuotas { drawn, best }
        };
        self.step.facts(Some((self.count, way)))
    }
}

/// MARK: to be connected. Writes the record of the alternates to `out`: step `alternates` after the record `chosen.step.solved.dir`, with
/// `chosen.quotas` as `quotas.csv`, the rules of `chosen.settings` in `setup.json`, the leximin lottery of `chosen.built.instance`, and
/// `chosen.facts(&lottery)` as `alternates.json`. Then prints `chosen.step.table()`, or with `args.json` the facts.
fn write(args: &AlternatesArgs, out: &Path, chosen: &Chosen<'_>) -> Result<ExitCode, Failure> {
    // Until then, nothing of it is lost from sight of the compiler.
    let _ = (args.json, &chosen.quotas, &chosen.settings, &chosen.built, Chosen::facts);
    let what = format!("{} cannot be written: records of alternates are not there yet", out.display());
    Err(Failure::Input(vec![(what, "Leave --count and --out away to see the table.".to_owned())]))
}
