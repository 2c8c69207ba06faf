//! `klero seat`: who sits at which table, over several rounds.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use klero::draw::Mark;
use klero::draw::{Seed, hex};
use klero::read::read_csv;
use klero::record::{RecordError, name as record_name, read_setup};
use klero::seating::{
    Bounds, Facts, Gathering, Plan, SeatingError, Tables, Wishes, build, key, name, seat as find, seating_csv,
    seating_json, tables_csv,
};
use sha2::{Digest, Sha256};

use super::add::Addition;
use super::failure::Failure;
use super::refusal::Refusal;
use super::{output, say};

/// `klero seat`.
#[derive(Debug, Args)]
#[group(skip)]
pub struct SeatArgs {
    /// Who is to be seated: a CSV file with one row for each person, or a record with a draw
    #[arg(value_name = "PEOPLE")]
    people: PathBuf,
    /// How many tables there are
    #[arg(long, value_name = "NUMBER", required_unless_present = "seats")]
    tables: Option<usize>,
    /// How many seats a table has, instead of how many tables there are
    #[arg(long, value_name = "NUMBER", conflicts_with = "tables")]
    seats: Option<usize>,
    /// How many times people sit down anew
    #[arg(long, value_name = "NUMBER", default_value_t = 1)]
    rounds: usize,
    /// A column whose values every table is to have its share of; repeat it for several
    #[arg(long, value_name = "COLUMN")]
    mix: Vec<String>,
    /// A column that is carried into the files, such as a name; repeat it for several
    #[arg(long, value_name = "COLUMN")]
    show: Vec<String>,
    /// The column with a different identifier for everybody [default: the record's, or id, nationbuilder_id or unique_id; else rows are numbered]
    #[arg(long, value_name = "COLUMN")]
    id_column: Option<String>,
    /// People who sit at one table in every round; repeat it for several groups
    #[arg(long, value_name = "ID,ID")]
    together: Vec<String>,
    /// People of whom no two ever sit at one table; repeat it for several groups
    #[arg(long, value_name = "ID,ID")]
    apart: Vec<String>,
    /// The text that decides which of many good plans it is
    #[arg(long, value_name = "TEXT")]
    seed: String,
    /// The folder for the files; it may not be there yet
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Print the result as JSON
    #[arg(long)]
    json: bool,
}

/// Runs `klero seat`.
pub fn seat(args: &SeatArgs) -> Result<ExitCode, Failure> {
    let seed = Seed::new(&args.seed)?;
    if fs::symlink_metadata(&args.out).is_ok() {
        return Err(Refusal::InTheWay(args.out.clone()).into());
    }
    let source = Source::of(args)?;
    let bytes = fs::read(&source.file).map_err(Failure::path("read", &source.file))?;
    let table = read_csv(&source.file.display().to_string(), &bytes).map_err(Failure::read)?;
    let groups = |groups: &[String]| groups.iter().map(|ids| ids.split(',').map(str::to_owned).collect()).collect();
    let tables = match (args.tables, args.seats) {
        (None, Some(seats)) => Tables::OfSeats(seats),
        (tables, _) => Tables::Number(tables.unwrap_or_default()),
    };
    let wishes = Wishes {
        id_column: source.id_column,
        mix: args.mix.clone(),
        show: args.show.clone(),
        together: groups(&args.together),
        apart: groups(&args.apart),
        ..Wishes::new(tables, args.rounds)
    };
    let gathering = build(&table, &wishes).map_err(|problems| {
        Failure::Input(problems.iter().map(|problem| (problem.to_string(), problem.help())).collect())
    })?;
    let sha256: [u8; 32] = Sha256::digest(&bytes).into();
    let plan = match find(&gathering, key(&sha256, &seed)) {
        Ok(plan) => plan,
        Err(none) => {
            say::wrong(format_args!("error: {none}\n  help: {}\n", none.help()));
            return Ok(ExitCode::from(1));
        }
    };
    let fault = |error| match error {
        SeatingError::Csv(source) => Failure::Record(RecordError::Csv { file: name::SEATING, source }),
        SeatingError::Json(error) => Failure::Record(RecordError::Json(error)),
    };
    let facts = Facts::new(&gathering, &plan, hex(&sha256), seed.text().to_owned());
    let json = seating_json(&facts).map_err(fault)?;
    let file = |name: &str, text: &str, personal| Addition { name: name.to_owned(), bytes: text.into(), personal };
    let files = [
        file(name::SEATING, &seating_csv(&gathering, &plan).map_err(fault)?, true),
        file(name::TABLES, &tables_csv(&gathering, &plan).map_err(fault)?, true),
        file(name::FACTS, &json, false),
    ];
    output::folder(&args.out, &files)?;
    let dir = args.out.display();
    if args.json {
        super::print(&json)?;
    } else {
        super::tell(&format!(
            "{}\n{dir}/{}: the tables of each person, one row for each\n{dir}/{}: one row for each seat of each round\n",
            summary(&gathering, &plan),
            name::SEATING,
            name::TABLES
        ))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Where the people come from.
struct Source {
    file: PathBuf,
    id_column: Option<String>,
}

impl Source {
    /// A file; or of a record, the drawn members and the column that tells them apart.
    fn of(args: &SeatArgs) -> Result<Self, Failure> {
        let mut source = Self { file: args.people.clone(), id_column: args.id_column.clone() };
        if !args.people.is_dir() {
            return Ok(source);
        }
        output::outside(&args.people, &args.out)?;
        source.file = args.people.join(record_name::SELECTED);
        if !source.file.exists() {
            let what = format!("{} has no {}", args.people.display(), record_name::SELECTED);
            let help = "Name a record in which a panel was drawn and that holds personal data, or a CSV file.";
            return Err(Failure::Input(vec![(what, help.to_owned())]));
        }
        let setup = fs::read(args.people.join(record_name::SETUP)).ok();
        let setup = setup.and_then(|bytes| read_setup(Mark::Draw, &bytes).ok());
        source.id_column = source.id_column.or(setup.and_then(|setup| setup.id_column));
        Ok(source)
    }
}

/// What was reached, in words.
fn summary(gathering: &Gathering, plan: &Plan) -> String {
    let (reached, bounds) = (&plan.reached, &plan.bounds);
    let sizes = gathering.sizes();
    let mut text = format!(
        "{} people at {} of {}, {}.\n\n",
        gathering.people().len(),
        counted(sizes.len(), "table"),
        match (sizes.first(), sizes.last()) {
            (Some(most), Some(least)) if most > least => format!("{least} or {most}"),
            (most, _) => most.copied().unwrap_or_default().to_string(),
        },
        counted(gathering.rounds(), "round"),
    );
    let mut line = |label: &str, value: String, note: &str| {
        let note = if note.is_empty() { String::new() } else { format!(" ({note})") };
        let _ = writeln!(text, "{label:<34}  {value}{note}");
    };
    for (category, spread) in gathering.categories().iter().zip(&reached.spread) {
        let label = format!("Spread of {}", category.name);
        match spread.off {
            0 => line(&label, "even".to_owned(), "every table has its share, rounded down or up"),
            off => line(
                &label,
                format!("{off} too many or too few at {}", counted(spread.tables, "table")),
                "none better was found",
            ),
        }
    }
    let Bounds { repeats, most_meetings, .. } = *bounds;
    let note = |reached: usize, bound: usize| {
        if reached == bound {
            "no plan has fewer".to_owned()
        } else {
            format!("none better was found; no plan has fewer than {bound}")
        }
    };
    line("Meetings of two people", reached.meetings.to_string(), "");
    line("Repeats of meetings", reached.repeats.to_string(), &note(reached.repeats, repeats));
    line(
        "Most meetings of the same two",
        reached.most_meetings.to_string(),
        &note(reached.most_meetings, most_meetings),
    );
    let (met, most) = (reached.fewest_met(), bounds.fewest_met_with(reached.repeats, reached.most_meetings));
    line(
        "Different people that each meets",
        if met == reached.most_met() { met.to_string() } else { format!("{met} to {}", reached.most_met()) },
        &if met == most {
            "no plan with so few repeats has more for all".to_owned()
        } else {
            format!("none better was found; no plan with so few repeats has more than {most} for all")
        },
    );
    text
}

/// `1 table`, `2 tables`.
fn counted(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}
