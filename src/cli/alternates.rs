//! `klero alternates`: who is ready to step in when members of a panel drop out.

use std::cell::OnceCell;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use klero::alternates::{
    AlternatesProblem, CHOSEN_ON, Case, DropOuts, Facts, Ground, Pool, Row, Samples, TOLD_ON, Told, Way, drawing,
    expected, facts_json, key, over_recruit, quotas_by_value, quotas_exact, row, study, tell as told_of, tell_lottery,
};
use klero::draw::{Mark, Seed};
use klero::instance::{Built, Instance, build};
use klero::lottery::Lottery;
use klero::read::{Table, csv_text, read_csv};
use klero::record::{RecordError, Step as RecordStep, hash_from_hex, marked_table, name};
use klero::report::{Grid, Section};

use super::add::write_file;
use super::args::{ObjectiveArgs, OutputArgs};
use super::failure::Failure;
use super::follow::{Earlier, beside, one_panel, sitting};
use super::merge::{Asked, asked};
use super::open::Solved;
use super::output;
use super::progress::Bar;
use super::refusal::Refusal;
use super::speech;
use super::write::{Work, tell, write};

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
    #[arg(
        long,
        value_name = "CHANCE",
        required_unless_present = "drop_outs",
        conflicts_with = "drop_outs",
        allow_negative_numbers = true
    )]
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
    /// Which of several panels that were drawn together, counting from 1
    #[arg(long, value_name = "NUMBER")]
    panel: Option<usize>,
    /// A record that replaced members of another of the panels drawn together, who cannot be alternates; repeat it for all of them
    #[arg(long, value_name = "DIR")]
    beside: Vec<PathBuf>,
    /// The directory for the record of the alternates; it must not exist or be empty
    #[arg(long, value_name = "NEW", requires = "count")]
    out: Option<PathBuf>,
    /// Draw the alternates at once, with a text that everybody heard and nobody could know before; without it, commit and draw as for the panel
    #[arg(long, value_name = "TEXT", requires = "out")]
    seed: Option<String>,
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
    let base = sitting(&args.dir)?;
    let (solved, panel) = (&base.solved, base.panel(args.panel)?);
    let one = one_panel(&base)?;
    let instance = &one.instance;
    let others = beside(&base, &args.beside, &panel)?;
    let elsewhere: Vec<usize> = base.drawn.iter().chain(&others).copied().filter(|m| !panel.contains(m)).collect();
    let ground = Ground::new(&Case { instance, panel: &panel, elsewhere: &elsewhere, barred: &[] });
    let drop_outs = drop_outs(args, instance, solved, &panel)?;
    let count = args.count.map(|count| usize::try_from(count).unwrap_or(usize::MAX));
    let most = args.up_to.unwrap_or_else(|| usual(&drop_outs)).max(count.unwrap_or(1));
    let key = key(&hash_from_hex(&base.result).unwrap_or_default());
    let samples = Samples::draw(&ground, &drop_outs, key, CHOSEN_ON, TOLD_ON);
    let most = most.min(ground.candidates());
    let bar = Bar::new();
    let rows = study(&ground, &drop_outs, &samples, most, &mut |done| bar.choose(done, most));
    drop(bar);
    if let Some(count) = count {
        row(&rows, count).map_err(problem)?;
    }
    if let Some(plot) = &args.plot {
        write_file(plot, drawing(ground.size(), &rows).into_bytes(), false)?;
    }
    let step = Step { solved, instance, ground: &ground, drop_outs: &drop_outs, key, samples: &samples, rows: &rows };
    if let (Some(count), Some(out)) = (count, &args.out) {
        let out = OutputArgs { out: out.clone(), overwrite: false, rehearsal: false, tickets: None, equal: None };
        return write_record(args, &base, &out, step.chosen(count, args.exact)?);
    }
    if args.json {
        super::print(&step.facts(None)?)?
    } else {
        super::show(&speech::screen(&[step.table()]))?
    }
    Ok(ExitCode::SUCCESS)
}

fn problem(problem: AlternatesProblem) -> Failure {
    Failure::Input(vec![(problem.to_string(), problem.help())])
}

fn drop_outs(
    args: &AlternatesArgs,
    instance: &Instance,
    solved: &Solved,
    panel: &[usize],
) -> Result<DropOuts, Failure> {
    let Some(file) = &args.drop_outs else {
        let text = args.drop_out.as_deref().unwrap_or_default();
        return DropOuts::everybody(panel.len(), text).map_err(problem);
    };
    let bytes = std::fs::read(file).map_err(Failure::path("read", file))?;
    let table = read_csv(&file.display().to_string(), &bytes).map_err(Failure::read)?;
    let read = DropOuts::read(instance, panel, solved.built.id_column.as_deref(), &table);
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
    /// Of one panel.
    instance: &'a Instance,
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
    /// Its instance.
    built: Built,
    /// What is told of its lottery, once there is one.
    told: OnceCell<String>,
}

impl Step<'_> {
    fn facts(&self, chosen: Option<(usize, Way)>) -> Result<String, Failure> {
        let of = (self.instance, self.ground);
        let facts = Facts::new(of, self.drop_outs, (self.key, self.samples), self.rows, chosen);
        let format = self.solved.place.mark.format("alternates/1");
        facts_json(&Facts { format, ..facts }).map_err(|error| Failure::Record(RecordError::Json(error)))
    }

    fn chosen(&self, count: usize, exact: bool) -> Result<Chosen<'_>, Failure> {
        let base = self.solved.setup.settings();
        let (instance, table): (_, &Table) = (self.instance, &self.solved.pool);
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
        Ok(Chosen { step: self, count, exact, quotas, built, told: OnceCell::new() })
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
            let best = told_of(ground, &samples.lottery, &[(counts, 1)]);
            let drawn = tell_lottery(ground, &samples.lottery, lottery).ok_or_else(|| {
                let reason =
                    "its lottery draws somebody who cannot be an alternate; please report this fault of the program";
                Refusal::Malformed { path: self.step.solved.place.dir.clone(), reason: reason.to_owned() }
            })?;
            let _ = self.told.set(format!(
                "On average over the lottery they leave a deviation of {}, where the best choice of people would leave {} (on a third sample).\n",
                drawn.deviation.decimal(3),
                best.deviation.decimal(3)
            ));
            Way::ByQuotas { drawn, best }
        };
        self.step.facts(Some((self.count, way)))
    }
}

/// Writes the record of the alternates, and tells what was found out about them.
fn write_record(
    args: &AlternatesArgs,
    base: &Earlier,
    out: &OutputArgs,
    chosen: Chosen<'_>,
) -> Result<ExitCode, Failure> {
    let mark = base.solved.place.mark;
    let facts = |lottery: &Lottery| chosen.facts(lottery);
    let quotas = match mark {
        Mark::Draw => chosen.quotas.clone(),
        Mark::Rehearsal => {
            let table = read_csv(name::QUOTAS, chosen.quotas.as_bytes()).map_err(Failure::read)?;
            csv_text(&marked_table(mark, &table))
        }
    };
    let work = Work {
        mark,
        built: chosen.built.clone(),
        panels: 1,
        pool: base.solved.pool.clone(),
        pool_bytes: base.solved.pool_bytes.clone(),
        quotas_bytes: quotas.into_bytes(),
        settings: None,
        alternates: Some(&facts),
        before: Some(base.before(RecordStep::Alternates(args.panel))),
    };
    let seed = args.seed.as_deref().map(Seed::new).transpose()?;
    let objective = ObjectiveArgs { objective: None, gamma: None };
    // Most cannot be drawn, since the quotas say whom the panel needs; to tell each why would fill pages.
    let asked = Asked { reasons: false, ..asked(&objective, out)? };
    let mut written = write(&work, &asked, out, seed.as_ref())?;
    let without = std::mem::take(&mut written.summary.never).len();
    let can = written.summary.among.map_or(0, |among| among.members.saturating_sub(without));
    let told = chosen.told.get().map_or("", String::as_str);
    let chance = format!("{can} members have a chance to be alternates. {told}");
    let chance = chance.trim_end().to_owned() + "\n";
    if args.json {
        let facts = std::fs::read_to_string(out.out.join(mark.file(name::ALTERNATES_JSON)));
        super::print(&facts.map_err(Failure::path("read", &out.out))?)?;
        return Ok(ExitCode::SUCCESS);
    }
    super::show(&(speech::screen(&[chosen.step.table()]) + "\n"))?;
    let what = match seed {
        Some(_) => {
            let order = out.out.join(mark.file(name::ALTERNATES));
            format!("{chance}In the order of calling they stand in {}.\n", order.display())
        }
        None => {
            let (new, dir) = (out.out.display(), args.dir.display());
            format!(
                "{chance}Now commit to a new round: klero commit {new} --after {dir} --assembly \u{2026} --beacon \u{2026}\n"
            )
        }
    };
    tell(&written, &out.out, false, &what)
}
