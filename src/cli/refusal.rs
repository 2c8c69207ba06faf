//! Why a record cannot be committed to, drawn from, or handed on as was asked.

use std::path::{Path, PathBuf};

use klero::draw::{BlankSeed, DigitsProblem};
use klero::language::Language::En;
use klero::record::{BeaconProblem, Moment, MomentProblem, NAME_LENGTH, Source, fetch_command};
use klero::solve::FEW_TICKETS;

/// A reason, with what it is about.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// A file of the record is not there.
    #[error("{} has no {file}", dir.display())]
    Missing { dir: PathBuf, file: &'static str },
    /// A file of the record is not an ordinary file of allowed size.
    #[error("{} is {what}", path.display())]
    Unusual { path: PathBuf, what: &'static str },
    /// A file of the record cannot be understood.
    #[error("{} cannot be used: {reason}", path.display())]
    Malformed { path: PathBuf, reason: String },
    /// A file is not the one that another file names.
    #[error("{} was changed: its SHA-256 is not the one that {by} gives", path.display())]
    Changed { path: PathBuf, by: &'static str },
    /// There is a commitment already.
    #[error("{} has a commitment already: {file} is there", dir.display())]
    Committed { dir: PathBuf, file: &'static str },
    /// A record with a commitment is never replaced.
    #[error("{} has a commitment, which is not overwritten: {file} is there", dir.display())]
    Overwrite { dir: PathBuf, file: &'static str },
    /// Checks of the record failed.
    #[error("{} does not verify: {checks}", dir.display())]
    Unverified { dir: PathBuf, checks: String },
    /// Something was drawn already.
    #[error("{} holds a draw already: {file} is there", dir.display())]
    Drawn { dir: PathBuf, file: &'static str },
    /// There is no commitment.
    #[error("{} has no commitment", dir.display())]
    NotCommitted { dir: PathBuf },
    /// The name of the assembly.
    #[error("\"{0}\" cannot be the name of an assembly")]
    Name(String),
    /// The source of the seed.
    #[error("\"{0}\" names no round of a beacon")]
    Round(String),
    /// A time.
    #[error(transparent)]
    Time(#[from] MomentProblem),
    /// The round comes too early.
    #[error("round {round} comes at {time}, but the fingerprint is only published at {published}")]
    Early { round: u64, time: Moment, published: Moment },
    /// The number of tickets does not fit the digits.
    #[error("{count} digits draw one of {} tickets, but the lottery has {}", En.number(*wanted), En.number(*tickets))]
    Tickets { count: u32, wanted: u64, tickets: u64 },
    /// The attempt and the earlier fingerprints.
    #[error("attempt {attempt} comes after {}, but the number of fingerprints named with --previous is {previous}", earlier(*attempt))]
    Attempt { attempt: u64, previous: usize },
    /// An earlier fingerprint.
    #[error("\"{0}\" is no fingerprint")]
    Fingerprint(String),
    /// An earlier fingerprint, twice.
    #[error("the fingerprint {0} is named twice")]
    SameFingerprint(String),
    /// A master secret.
    #[error("the master secret is not 64 hexadecimal digits")]
    Master,
    /// The operating system gives no secret.
    #[error("the operating system gives no random bytes: {0}")]
    Generator(String),
    /// A column that the pool does not have, or has twice.
    #[error("{}", columns_called(path, column, *times))]
    Column { path: PathBuf, column: String, times: usize, found: Vec<String> },
    /// A column named twice.
    #[error("the column \"{0}\" is named twice")]
    SameColumn(String),
    /// Somebody who is not in the pool.
    #[error("nobody in {} has the identifier \"{id}\"", path.display())]
    Member { path: PathBuf, id: String },
    /// What is drawn from is not given.
    #[error("the seed of {} will be {}", dir.display(), source_words(*.source_of_seed))]
    Seedless { dir: PathBuf, source_of_seed: Source },
    /// A seed of another kind than the one committed to.
    #[error("{option} does not fit: the seed of {} is {}", dir.display(), source_words(*.source_of_seed))]
    OtherSeed { dir: PathBuf, option: &'static str, source_of_seed: Source },
    /// The beacon.
    #[error("{problem}")]
    Beacon { problem: BeaconProblem, round: u64 },
    /// The digits.
    #[error(transparent)]
    Digits(#[from] DigitsProblem),
    /// The phrase.
    #[error(transparent)]
    Phrase(#[from] BlankSeed),
    /// What a run that was cut off left is not what this run would write.
    #[error("{} is left from a run that was cut off before it wrote {without}, and is not what this command would write", path.display())]
    LeftBehind { path: PathBuf, without: String },
    /// Other keys than those of the commitment that was begun.
    #[error("{} is left from a commitment that was cut off, and has another {what}", path.display())]
    OtherKeys { path: PathBuf, what: &'static str },
    /// A file is too large to be what it should be.
    #[error("{} is larger than 1 MiB, so it is no round of a beacon", .0.display())]
    LargeBeacon(PathBuf),
    /// A draw from another commitment than the one that is there.
    #[error("{} is from another commitment than {}", path.display(), commit.display())]
    OtherCommitment { path: PathBuf, commit: PathBuf },
    /// The public form of a record, where the full one is needed.
    #[error("{} holds the public form of a record, from which {what}", dir.display())]
    Public { dir: PathBuf, what: &'static str },
    /// A place inside the record.
    #[error("{} is inside the record {}", out.display(), record.display())]
    Inside { record: PathBuf, out: PathBuf },
    /// A record that would be overwritten by one that is made from it.
    #[error("the new record is made from {}, which is not overwritten", record.display())]
    Itself { record: PathBuf },
    /// Nothing was drawn that could be followed.
    #[error("nothing was drawn in {} yet", dir.display())]
    Undrawn { dir: PathBuf },
    /// A record of people who do not sit.
    #[error("{} holds alternates, and not a panel that sits", dir.display())]
    HoldsAlternates { dir: PathBuf },
    /// Which of several panels is meant, or one of several where there is one only.
    #[error("{}", which_panel(dir, *panels))]
    WhichPanel { dir: PathBuf, panels: Option<usize> },
    /// A record that follows none.
    #[error("{} follows no other record", dir.display())]
    FollowsNone { dir: PathBuf },
    /// A record that follows another, which was not named.
    #[error("{} follows another record, whose keys belong to its commitment too", dir.display())]
    After { dir: PathBuf },
    /// A record that follows another than the one named.
    #[error("{} does not follow the draw in {}", dir.display(), after.display())]
    FollowsAnother { dir: PathBuf, after: PathBuf },
    /// Other keys than those of the record that is followed.
    #[error("the master secret and the name columns are those of the record that this one follows")]
    KeysAreThere,
    /// A round that is not new.
    #[error("round {round} is not later than round {earlier}, which decided the draw that this one follows")]
    NotLater { round: u64, earlier: u64 },
    /// A fingerprint cannot have been published before what it follows was drawn.
    #[error(
        "the fingerprint cannot be published at {published}: round {earlier}, which decided the record that this one follows, came at {time}"
    )]
    BeforeThat { published: Moment, earlier: u64, time: Moment },
    /// Several panels, where there can only be one.
    #[error("a record that follows another has one panel")]
    OnePanel,
    /// Several panels, where a new term follows one.
    #[error("{} holds several panels that were drawn together, and a new term follows one panel", dir.display())]
    TermOfSeveral { dir: PathBuf },
    /// Somebody is included who did not sit.
    #[error("these would be included in the new term, but do not sit: {0}")]
    NewlyIncluded(String),
    /// People who could not be found again in another pool.
    #[error("{} has no identifier column, and the number of a row does not say who it is in another pool", path.display())]
    Numbered { path: PathBuf },
    /// Alternates who cannot sit on this panel.
    #[error(
        "these cannot be called in, since they, housemates of theirs or people they are kept apart from sit on another panel: {0}"
    )]
    SitElsewhere(String),
    /// Alternates who were out already in the record that is followed.
    #[error("these cannot be called in, since they dropped out, or were said to be out, in a step before: {0}")]
    OutBefore(String),
    /// A record without a time.
    #[error("{} has no commitment, so it does not say when it was drawn", dir.display())]
    Timeless { dir: PathBuf },
    /// Not the replacements on another panel of the same draw.
    #[error("{} does not replace members of another of the panels in {}", dir.display(), of.display())]
    NotBeside { dir: PathBuf, of: PathBuf },
    /// Quotas on other categories than those of the first draw, or in another order.
    #[error("the quotas are on {now}, but those of the record are on {then}")]
    OtherCategories { now: String, then: String },
    /// A record beside this one follows another that was not named.
    #[error("{} follows another record that replaced members of that panel, which was not named", dir.display())]
    BesideGap { dir: PathBuf },
    /// Alternates of another draw.
    #[error("{} does not hold alternates for the panel in {}", dir.display(), of.display())]
    NotItsAlternates { dir: PathBuf, of: PathBuf },
    /// Digits are not what decides.
    #[error("no digits decide here: the seed of {} will be {}", dir.display(), source_words(*.source_of_seed))]
    NoDigits { dir: PathBuf, source_of_seed: Source },
    /// Nobody can see the screen or type.
    #[error("the live view needs a terminal, for what it shows and for what is typed")]
    NoTerminal,
    /// Something that would be written is there already.
    #[error("{} is there already", .0.display())]
    InTheWay(PathBuf),
}

/// How many attempts came before one.
fn earlier(attempt: u64) -> String {
    match attempt.saturating_sub(1) {
        0 => "no other".to_owned(),
        1 => "1 earlier one".to_owned(),
        more => format!("{more} earlier ones"),
    }
}

fn columns_called(path: &Path, column: &str, times: usize) -> String {
    let path = path.display();
    match times {
        0 => format!("{path} has no column \"{column}\""),
        _ => format!("{path} has more than one column \"{column}\""),
    }
}

fn which_panel(dir: &Path, panels: Option<usize>) -> String {
    let dir = dir.display();
    match panels {
        None => format!("{dir} holds one panel"),
        Some(panels) => format!("{dir} holds {panels} panels that were drawn together"),
    }
}

fn source_words(source: Source) -> String {
    match source {
        Source::Beacon { round } => format!("round {round} of drand's quicknet chain"),
        Source::Digits { count } => format!("{count} digits drawn by hand"),
        Source::Phrase => "a text that somebody says".to_owned(),
    }
}

fn option_for(source: Source) -> String {
    match source {
        Source::Beacon { round } => {
            format!(
                "Fetch the round: {}\n        Then draw with --beacon-file round.json.",
                fetch_command(round, "round.json")
            )
        }
        Source::Digits { .. } => "Give the digits that were read out, for example --digits \"0 4 2\".".to_owned(),
        Source::Phrase => "Give the text that everybody heard with --phrase.".to_owned(),
    }
}

impl Refusal {
    /// What to do next.
    pub fn help(&self) -> String {
        let fixed = match self {
            Self::Missing { file: "setup.json", .. } => {
                "Name a directory that klero solve wrote. Records of format 1 have no setup.json: solve again with this version."
            }
            Self::Missing { file: "commit.txt", .. } => {
                "If klero commit was cut off, run it again: it goes on. Otherwise bring the file back from a copy."
            }
            Self::Missing { file: "result.json", .. } => {
                "If klero draw was cut off, run it again with the same seed: it goes on. Otherwise bring the file back from a copy."
            }
            Self::Missing { .. } => "A file of the record was taken away: bring it back from a copy, or solve again.",
            Self::Unusual { .. } => "The files of a record are ordinary files, no links: put the file itself there.",
            Self::Malformed { .. } => {
                "It was changed, or another version of klero wrote it: bring back the file that was written."
            }
            Self::Changed { by: "setup.json", .. } => "Bring the file back from a copy, or solve again.",
            Self::Changed { .. } => "Only what was committed to can be drawn from: bring the file back from a copy.",
            Self::Committed { .. } => {
                "A commitment is made once. For another attempt, solve into a new directory and name this fingerprint with --previous."
            }
            Self::Overwrite { .. } => {
                "Without it nobody could draw any more. Name another directory with --out, or move this one away yourself."
            }
            Self::Unverified { .. } => {
                "Nothing was written. See what klero verify says, and bring back the files that were written."
            }
            Self::Drawn { .. } => "From one commitment one panel is drawn. Nothing was changed.",
            Self::NotCommitted { .. } => "Make the commitment first, with klero commit.",
            Self::Name(_) => {
                return format!(
                    "Give 1 to {NAME_LENGTH} characters on one line, without control characters and without white space at the ends."
                );
            }
            Self::Round(_) => {
                "Write --beacon drand:quicknet@12345678 for a round, or --beacon drand:quicknet@2026-11-03T18:00:00Z for the first one at that time."
            }
            Self::Time(problem) => return problem.help(),
            Self::Early { .. } => {
                "Name a later round, so that nobody can know the seed when the fingerprint becomes public; a day between them is good."
            }
            Self::Tickets { count, wanted, .. } => {
                return if *wanted <= FEW_TICKETS {
                    format!(
                        "Solve again with --tickets {wanted} --equal, for panels numbered so that {count} digits name each."
                    )
                } else {
                    format!(
                        "Solve again with --tickets {wanted}; many of the numbers then stand for the same panel. With 4 digits or fewer, each can have one of its own."
                    )
                };
            }
            Self::Attempt { .. } => {
                "Name the fingerprint of every earlier attempt at this draw with --previous, in their order."
            }
            Self::Fingerprint(_) => {
                "A fingerprint has 64 digits, 0 to 9 and a to f; spaces between them do not matter."
            }
            Self::SameFingerprint(_) | Self::SameColumn(_) => "Name it once.",
            Self::Master => "Leave --master-secret out for a real draw; it is for rehearsals.",
            Self::Generator(_) => "Nothing was written. Try on another machine.",
            Self::Column { found, .. } => {
                return format!("Its columns are {}.", found.join(", "));
            }
            Self::Member { .. } => "Identifiers are compared letter by letter; look it up in probabilities.csv.",
            Self::Seedless { source_of_seed, .. } | Self::OtherSeed { source_of_seed, .. } => {
                return option_for(*source_of_seed);
            }
            Self::Beacon { problem, round } => return problem.help(*round),
            Self::Digits(problem) => return problem.help(),
            Self::Phrase(_) => "Give the text that everybody heard, for example --phrase \"12 34 05\".",
            Self::LeftBehind { without, .. } if without == "commit.txt" => {
                "If the fingerprint was never made public, delete keys.json and pool.leaves, and commit again. If it was, bring commit.txt back from a copy."
            }
            Self::LeftBehind { without, .. } if without == "result.json" => {
                "From one commitment one panel is drawn: give the seed that was given first. If the file has nothing to do with a draw, move it away."
            }
            Self::LeftBehind { .. } => "Nothing is overwritten: move it away, or name another place.",
            Self::OtherKeys { .. } => {
                "Commit again with what was given first; or, if no fingerprint was ever made public, delete keys.json and pool.leaves."
            }
            Self::LargeBeacon(_) => "Fetch the round again; what the beacon sends has some hundred bytes.",
            Self::OtherCommitment { .. } => {
                "What was drawn does not belong to this commitment: bring back the files that were written together."
            }
            Self::Public { .. } => "Name the directory of the full record, which klero solve made.",
            Self::Inside { .. } => "A record holds its own files only: name a place outside of it.",
            Self::Itself { .. } => "Name another directory with --out; to verify the new record, both are needed.",
            Self::HoldsAlternates { .. } => {
                "Name the record of the panel itself; that of its alternates goes with --alternates, for klero call and klero replace."
            }
            Self::Numbered { .. } => {
                "Use pools with an identifier column (--id-column names it). If the panel that sits was drawn without one, draw the new term with klero draw, with --include for those who stay and --exclude for those who rest."
            }
            Self::OutBefore(_) => {
                "Whoever is out once is out for good: call in others. klero call says whom; if nobody is left, draw new alternates with klero alternates."
            }
            Self::SitElsewhere(_) => {
                "Give them the status unavailable, and call in others: klero call --beside says whom."
            }
            Self::Undrawn { .. } => {
                "Draw first, with klero draw; what comes after the draw is made from the drawn panel."
            }
            Self::WhichPanel { panels: Some(panels), .. } => {
                return format!("Say which of them is meant: --panel 1 to --panel {panels}.");
            }
            Self::WhichPanel { panels: None, .. } => "Leave --panel out.",
            Self::FollowsNone { .. } => "Leave --after out.",
            Self::After { .. } => "Name the directory of the record that it follows: --after DIR.",
            Self::FollowsAnother { .. } => {
                "Name the directory that was given when this record was made, as it was drawn then."
            }
            Self::KeysAreThere => {
                "Leave --master-secret and --name-column out: those of the earlier commitment are taken."
            }
            Self::BeforeThat { .. } => "Leave --published out for the time of now, or name a later one.",
            Self::NotLater { .. } => "Name a round that comes when this fingerprint has been public for a day.",
            Self::OnePanel => "Leave --panels out; where several panels sit, each has a term of its own.",
            Self::TermOfSeveral { .. } => {
                "Name the record of one of them, if members of it were replaced. Otherwise draw the new term with klero draw, with --include for those who stay and --exclude for those who rest."
            }
            Self::NewlyIncluded(_) => {
                "Whoever comes new to a term is drawn: take them out of --include or the status column. Only those who stay are included."
            }
            Self::Timeless { .. } => "Leave --rest out, and name with --former those records only whose members rest.",
            Self::NotBeside { .. } => {
                "Name for each of the other panels of that draw all records that klero replace made of it."
            }
            Self::OtherCategories { .. } => {
                "Keep the categories and their order, so that the lines of the members in pool.leaves stay what they are; where one should not count any more, let its \
                 quotas reach from 0 to the panel size."
            }
            Self::BesideGap { .. } => {
                "Name all of them, each with --beside, back to the one that was made with --panel: whoever was drawn once is not drawn for another panel."
            }
            Self::NotItsAlternates { .. } => {
                "Name the record that klero alternates made for this very draw. If this one replaces members, it can also be the one for the draw before; and if \
                 alternates were called in then, the same record once more."
            }
            Self::NoDigits { .. } => "Print the sheet for the room: --out sheet.html.",
            Self::NoTerminal => "Run it in a window of its own, without a pipe; or print the sheet: --out sheet.html.",
            Self::InTheWay(_) => "Nothing is overwritten: name another place.",
        };
        fixed.to_owned()
    }
}
