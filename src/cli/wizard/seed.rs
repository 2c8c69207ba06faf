//! Where the seed comes from.

use klero::record::{CHAIN, MOST_DIGITS, Moment, is_name};

use super::super::clock;
use super::asking::{Ended, Question, ask_for_one, ask_until, tell};
use super::command::joined;

/// Where the seed comes from.
pub enum Seed {
    /// It is known: the draw is at once.
    Now(String),
    /// It comes later: what is drawn from is fixed before.
    Later {
        /// The name of the assembly.
        assembly: String,
        /// The options of `klero commit` that say from where.
        source: Vec<String>,
        /// Options of `klero solve` that it needs.
        tickets: Option<Vec<String>>,
    },
}

/// As many digits or fewer can be had with a panel for each number.
const EQUAL_DIGITS: u32 = 4;

/// Asks for it.
pub fn ask_for_seed() -> Result<Seed, Ended> {
    let question = Question {
        words: "Where does the seed come from: beacon, digits, phrase or now",
        default: Some("beacon"),
        help: "The seed decides who is drawn. beacon: a public source of randomness on the internet, at a time that you name; klero fixes\n\
               everything before, and anybody can check it. digits: numbered balls that are drawn in front of people. phrase: a text\n\
               that somebody says. With these three, klero commits now and you draw later. now: a text that you type in; it draws at\n\
               once, but shows nobody that the text was not chosen.",
    };
    let source = ask_for_one(&question, &["beacon", "digits", "phrase", "now"])?;
    if source == "now" {
        return Ok(Seed::Now(text()?));
    }
    let (source, tickets) = match source {
        "beacon" => (vec![joined("--beacon", &format!("{CHAIN}@{}", time()?))], None),
        "digits" => {
            let digits = digits()?;
            let tickets = joined("--tickets", &10_u64.pow(digits).to_string());
            let equal = (digits <= EQUAL_DIGITS).then(|| "--equal".to_owned());
            (vec![joined("--digits", &digits.to_string())], Some([tickets].into_iter().chain(equal).collect()))
        }
        _ => (vec!["--phrase".to_owned()], None),
    };
    Ok(Seed::Later { assembly: assembly()?, source, tickets })
}

fn text() -> Result<String, Ended> {
    let question = Question {
        words: "Seed text",
        default: None,
        help: "What everybody heard and nobody could know before, for example the numbers of a public lottery: 12 34 05.",
    };
    ask_until(&question, |answer| Some(answer.to_owned()))
}

fn assembly() -> Result<String, Ended> {
    let question = Question {
        words: "Name of the assembly",
        default: None,
        help: "It stands in the commitment, which is published.",
    };
    ask_until(&question, |answer| {
        let fits = is_name(answer);
        if !fits {
            tell("This cannot be a name: it is too long, or has signs that cannot be seen.");
        }
        fits.then(|| answer.to_owned())
    })
}

fn time() -> Result<String, Ended> {
    let question = Question {
        words: "From when on does the beacon count, in UTC, such as 2030-11-03T18:00:00Z",
        default: None,
        help: "The first round at that time or later is the seed. Leave at least a day to publish the fingerprint before. UTC is an hour\n\
               behind Berlin and Paris in winter, two in summer.",
    };
    ask_until(&question, |answer| match Moment::parse(answer) {
        Ok(moment) if moment > clock::now() => Some(answer.to_owned()),
        Ok(_) => {
            tell("This time has passed, so the seed could be known already. Name one to come.");
            None
        }
        Err(problem) => {
            tell(&format!("This is no time: {problem}."));
            None
        }
    })
}

fn digits() -> Result<u32, Ended> {
    let question = Question {
        words: "How many digits are drawn",
        default: Some("3"),
        help: "With three, the lottery has 1000 panels, numbered 000 to 999, each as likely as the others.",
    };
    ask_until(&question, |answer| {
        let digits = answer.parse().ok().filter(|digits| (1..=MOST_DIGITS).contains(digits));
        if digits.is_none() {
            tell(&format!("A number from 1 to {MOST_DIGITS} is needed."));
        }
        digits
    })
}
