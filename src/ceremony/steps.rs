//! The steps of a draw: what is read aloud, what is done, and where the outcome is written down.

use super::Room;
use super::pages::{command, lines, list, read, said, todo};
use super::sheet::groups;
use super::table::Table;
use crate::language::{Value, Words};
use crate::record::{Source, Step as Follows, fetch_command, time_of};
use crate::report::escaped;

/// A step with a page of its own.
pub struct Step {
    /// What it is called.
    pub title: String,
    /// What stands on its page, as HTML.
    pub body: String,
}

/// Most digits with large boxes to write in.
const LARGE_BOXES: u32 = 5;

/// Says messages, with the values that all of them can use.
struct Said<'a> {
    words: &'a Words,
    values: Vec<(&'a str, Value<'a>)>,
}

impl Said<'_> {
    fn all(&self, ids: &[&str]) -> Vec<String> {
        ids.iter().map(|id| self.words.say(id, &self.values)).collect()
    }

    fn one(&self, id: &str) -> String {
        self.words.say(id, &self.values)
    }
}

/// Which of three messages belongs to a source.
fn by_source(source: Source, ids: [&'static str; 3]) -> &'static str {
    let [digits, beacon, phrase] = ids;
    match source {
        Source::Digits { .. } => digits,
        Source::Beacon { .. } => beacon,
        Source::Phrase => phrase,
    }
}

/// When the round of a beacon comes, in the form of the language.
fn round_time(source: Source, words: &Words) -> String {
    let Source::Beacon { round } = source else { return String::new() };
    time_of(round).map(|time| words.language().moment(&time.to_string())).unwrap_or_default()
}

/// The first page: what the sheet is for, the numbers, and what must be there.
pub fn first_page(room: &Room, words: &Words, steps: &[Step]) -> String {
    let commitment = room.commitment;
    let source = commitment.seed;
    let language = words.language();
    let (count, round, time) = (digits(source), round(source), round_time(source, words));
    let values = [("count", count.into()), ("round", (&round).into()), ("time", (&time).into())];
    let seed = words.say(by_source(source, ["seed-digits", "seed-beacon", "seed-phrase"]), &values);
    let number = |number: usize| language.number(number as u64);
    let several = room.panels() > 1;
    let mut facts = vec![("fact-members", number(commitment.members))];
    if several {
        facts.push(("fact-panels", number(room.panels())));
    }
    facts.extend([
        (if several { "fact-size-each" } else { "fact-size" }, number(room.each())),
        (if several { "fact-sets" } else { "fact-lottery" }, number(room.lottery.panels().len())),
        ("fact-tickets", language.number(commitment.tickets)),
        ("fact-seed", seed),
        ("fact-published", language.moment(&commitment.published.to_string())),
    ]);
    if !commitment.previous.is_empty() {
        facts.push(("fact-earlier", number(commitment.previous.len())));
    }
    let facts: String =
        facts.iter().map(|(id, value)| format!("<dt>{}</dt><dd>{}</dd>\n", said(words, id), escaped(value))).collect();
    let mark = match commitment.mark.is_rehearsal() {
        true => {
            format!("<p class=\"mark\">{}</p>\n<p>{}</p>\n", said(words, "rehearsal"), said(words, "rehearsal-sheet"))
        }
        false => String::new(),
    };
    let attempt = words
        .say("first-draw", &[("draw", commitment.draw.into()), ("attempt", (commitment.previous.len() + 1).into())]);
    let needs = [
        "needs-people",
        by_source(source, ["needs-digits", "needs-beacon", "needs-phrase"]),
        "needs-screen",
        "needs-fingerprint",
    ];
    let needs: Vec<String> = needs.iter().map(|id| words.say(id, &[])).collect();
    let contents: String = steps.iter().map(|step| format!("<li>{}</li>\n", escaped(&step.title))).collect();
    format!(
        "<h1{}>{}</h1>\n<p>{} \u{b7} {}</p>\n{mark}<dl>\n{facts}</dl>\n<h2 class=\"minor\">{}</h2>\n{}<h2 class=\"minor\">{}</h2>\n<ol>\n{contents}</ol>\n",
        by_length(&commitment.assembly),
        escaped(&commitment.assembly),
        said(words, "first-what"),
        escaped(&attempt),
        said(words, "needs-title"),
        list(&needs),
        said(words, "first-steps"),
    )
}

/// The class of a name in large type: what is longer is smaller, so that the page holds it and all else.
fn by_length(name: &str) -> &'static str {
    match name.chars().count() {
        ..=40 => "",
        41..=100 => " class=\"long\"",
        _ => " class=\"longest\"",
    }
}

fn digits(source: Source) -> u64 {
    if let Source::Digits { count } = source { u64::from(count) } else { 0 }
}

fn round(source: Source) -> String {
    if let Source::Beacon { round } = source { round.to_string() } else { String::new() }
}

/// The steps, in their order.
pub fn steps(room: &Room, words: &Words, table: &Table, code: &str) -> Vec<Step> {
    let commitment = room.commitment;
    let source = commitment.seed;
    let language = words.language();
    let example: Vec<String> = (0..digits(source)).map(|i| ((i * 4) % 10).to_string()).collect();
    let texts = Texts {
        first: room.ticket(0),
        last: match source {
            Source::Digits { .. } => room.ticket(commitment.tickets - 1),
            _ => language.number(commitment.tickets - 1),
        },
        published: language.moment(&commitment.published.to_string()),
        round: round(source),
        time: round_time(source, words),
        list: language.list(&example),
        ticket: example.concat(),
    };
    let values = vec![
        ("assembly", (&commitment.assembly).into()),
        ("members", commitment.members.into()),
        ("size", room.each().into()),
        ("panels", room.panels().into()),
        ("tickets", commitment.tickets.into()),
        ("count", digits(source).into()),
        ("groups", 16_u64.into()),
        ("first", (&texts.first).into()),
        ("last", (&texts.last).into()),
        ("published", (&texts.published).into()),
        ("round", (&texts.round).into()),
        ("time", (&texts.time).into()),
        ("digits", (&texts.list).into()),
        ("ticket", (&texts.ticket).into()),
    ];
    let said = Said { words, values };
    let step = |title: &str, body: String| Step { title: said.one(title), body };
    vec![
        step("opening-title", opening(room, &said)),
        step("fingerprint-title", fingerprint(room, &said, code)),
        step("decide-title", decide(source, &said)),
        step("draw-title", draw(source, &said)),
        step("next-title", next(room, &said, table)),
    ]
}

/// Values that are texts.
struct Texts {
    first: String,
    last: String,
    published: String,
    round: String,
    time: String,
    list: String,
    ticket: String,
}

fn opening(room: &Room, said: &Said) -> String {
    let commitment = room.commitment;
    let follows = commitment.before.as_ref().map(|before| &before.step);
    let mut ids = vec!["opening-welcome"];
    if commitment.mark.is_rehearsal() {
        ids.push("opening-rehearsal");
    }
    ids.push("opening-pool");
    ids.push(match follows {
        Some(Follows::Replace(_)) => "opening-replace",
        Some(Follows::Alternates(_)) => "opening-alternates",
        Some(Follows::Rotate) => "opening-rotate",
        None if room.panels() > 1 => "opening-several",
        None => "opening-size",
    });
    ids.push("opening-quotas");
    ids.push("opening-tickets");
    ids.push(by_source(commitment.seed, ["opening-digits", "opening-beacon", "opening-phrase"]));
    todo(said.words, &said.all(&["opening-do"])) + &read(said.words, &said.all(&ids))
}

fn fingerprint(room: &Room, said: &Said, code: &str) -> String {
    let groups: String = groups(room.fingerprint).iter().map(|group| format!("<li>{group}</li>\n")).collect();
    format!(
        "{}<div class=\"print\">\n<ol class=\"groups\">\n{groups}</ol>\n{code}</div>\n<p>{}</p>\n{}{}",
        read(said.words, &said.all(&["fingerprint-what", "fingerprint-published", "fingerprint-hear"])),
        escaped(&said.one("fingerprint-code")),
        read(said.words, &said.all(&["fingerprint-ask"])),
        todo(said.words, &said.all(&["fingerprint-do", "fingerprint-stop"])),
    )
}

fn decide(source: Source, said: &Said) -> String {
    let (aloud, done): (&[&str], &[&str]) = match source {
        Source::Digits { .. } => (
            &["decide-digits", "decide-digits-back", "decide-digits-example", "decide-digits-counts"],
            &["decide-digits-show", "decide-digits-dice"],
        ),
        Source::Beacon { .. } => {
            (&["decide-beacon", "decide-beacon-trust", "decide-calculation"], &["decide-beacon-show"])
        }
        Source::Phrase => (&["decide-phrase", "decide-phrase-trust", "decide-calculation"], &["decide-phrase-show"]),
    };
    let again = said.all(&["decide-again"]);
    read(said.words, &[said.all(aloud), again].concat()) + &todo(said.words, &said.all(done))
}

fn draw(source: Source, said: &Said) -> String {
    let mut body = String::new();
    match source {
        Source::Digits { count } => {
            body += &read(said.words, &said.all(&["draw-digits"]));
            body += &todo(said.words, &said.all(&["draw-digits-each", "draw-digits-fallen"]));
            let boxes: String = (1..=u64::from(count))
                .map(|number| {
                    let label = said.words.say("draw-digit", &[("number", number.into())]);
                    format!("<div><i></i>{}</div>\n", escaped(&label))
                })
                .collect();
            let many = if count > LARGE_BOXES { " many" } else { "" };
            body += &format!("<div class=\"boxes{many}\">\n{boxes}</div>\n");
            body += &read(said.words, &said.all(&["draw-digits-end"]));
        }
        Source::Beacon { round } => {
            body += &read(said.words, &said.all(&["draw-beacon"]));
            body += &todo(said.words, &said.all(&["draw-beacon-fetch", "next-dir"]));
            body += &command(&fetch_command(round, "round.json"));
            body += &command("klero draw DIR --beacon-file round.json");
        }
        Source::Phrase => {
            body += &read(said.words, &said.all(&["draw-phrase"]));
            body += &todo(said.words, &said.all(&["draw-phrase-write", "next-dir"]));
            body += &lines(&said.all(&["draw-text"]));
            body += &command("klero draw DIR --phrase \"\u{2026}\"");
        }
    }
    let labels =
        ["draw-ticket", "draw-number", "draw-time", "draw-by", "draw-written-by", "draw-witness", "draw-witness"];
    body + &lines(&said.all(&labels))
}

fn next(room: &Room, said: &Said, table: &Table) -> String {
    let mut aloud = Vec::new();
    let mut items = Vec::new();
    match table {
        Table::Pages { pages, .. } => {
            // The first page and the steps stand before the table.
            let first = BEFORE_TABLE + 1;
            let last = BEFORE_TABLE + pages.len();
            let range = if first == last { first.to_string() } else { format!("{first}\u{2013}{last}") };
            aloud.push("next-look");
            items.push(said.words.say("next-table", &[("pages", (&range).into())]));
            items.push(said.one("next-how"));
        }
        Table::None(why) => {
            aloud.push("next-read");
            items.push(said.one(why));
        }
    }
    aloud.extend(["next-numbers", "next-publish", "next-check"]);
    let mut commands = vec!["klero verify DIR".to_owned(), "klero publish DIR --to public".to_owned()];
    // With a beacon, the ticket comes from klero: the draw was made before.
    match room.commitment.seed {
        Source::Digits { count } => {
            if let Table::Pages { .. } = table {
                items.push(said.one("next-compare"));
            }
            commands.insert(0, format!("klero draw DIR --digits \"{}\"", vec!["_"; count as usize].join(" ")));
        }
        Source::Beacon { .. } | Source::Phrase => {}
    }
    items.push(said.one("next-dir"));
    read(said.words, &said.all(&aloud))
        + &todo(said.words, &items)
        + &commands.iter().map(|text| command(text)).collect::<String>()
        + &list(&said.all(&["next-keep"]))
}

/// How many pages stand before the table: the first one and the five steps.
const BEFORE_TABLE: usize = 6;
