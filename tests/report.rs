//! The page about a draw, on every record of the test vectors and in every language: whole, in words, and of the record alone.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test reports by panicking

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use klero::instance::{Instance, Settings, build};
use klero::invite::Sitting;
use klero::language::{Area, Language, text};
use klero::lottery::{Lottery, Panel};
use klero::read::read_csv;
use klero::record::{Draw, DrawnPanel, Files, Outcome, Rules, Setup};
use klero::report::{Heard, Legacy, PairShares, Population, Told, told_charts, told_page};
use num_rational::BigRational;

/// The vectors that klero can make a page of: records in full form.
fn records() -> Vec<PathBuf> {
    let vectors = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors");
    let mut found = Vec::new();
    for entry in fs::read_dir(vectors).unwrap() {
        let dir = entry.unwrap().path();
        let full = ["setup.json", "REHEARSAL-setup.json"].iter().any(|file| dir.join(file).exists());
        let inside: Vec<PathBuf> = if full { vec![dir] } else { folders(&dir) };
        found.extend(
            inside
                .into_iter()
                .filter(|dir| ["setup.json", "REHEARSAL-setup.json"].iter().any(|file| dir.join(file).exists())),
        );
    }
    found.sort();
    found
}

fn folders(dir: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(dir) else { return Vec::new() };
    entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()).collect()
}

/// The identifiers of the messages that have a hyphen: none of them may be seen.
fn identifiers() -> BTreeSet<String> {
    let lines = text(Language::En, Area::Report).lines();
    let ids = lines.filter_map(|line| line.split_once(" = ")).map(|(id, _)| id.to_owned());
    ids.filter(|id| id.contains('-') && !id.starts_with('#')).collect()
}

/// What is wrong with a page.
fn faults(page: &str, rehearsal: bool, mark: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let mut open: Vec<&str> = Vec::new();
    for tag in page.split('<').skip(1) {
        let name = tag.split(|c: char| !c.is_alphanumeric() && c != '/').next().unwrap();
        match name.strip_prefix('/') {
            Some(name) => {
                if open.pop() != Some(name) {
                    faults.push(format!("</{name}> closes nothing"));
                }
            }
            None if tag.split('>').next().unwrap().ends_with('/') || ["meta", ""].contains(&name) => {}
            None => open.push(name),
        }
    }
    faults.extend(open.iter().map(|name| format!("<{name}> is not closed")));
    for id in identifiers() {
        if page.contains(&format!(">{id}<")) {
            faults.push(format!("the identifier {id} is seen"));
        }
    }
    for word in ["<script", "http:", "https:", "NaN", "{$", "url(", "@import", " src="] {
        if page.contains(word) {
            faults.push(format!("{word} has no place there"));
        }
    }
    if page.contains(mark) != rehearsal {
        faults.push("the mark of a rehearsal".to_owned());
    }
    let mut ids = BTreeSet::new();
    for id in page.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        if !ids.insert(id) {
            faults.push(format!("the id {id} stands twice"));
        }
    }
    faults
}

#[test]
fn every_record_gives_a_whole_page_in_every_language() {
    let records = records();
    assert!(records.len() > 20, "{}", records.len());
    let out = std::env::temp_dir().join(format!("klero-report-{}", std::process::id()));
    fs::create_dir_all(&out).unwrap();
    let mut found = Vec::new();
    // Each record in one language, and in the next round in another one, so that each kind of record meets several.
    for (place, record) in records.iter().enumerate() {
        for round in [0, 3] {
            let language = Language::ALL[(place + round) % Language::ALL.len()];
            let page = out.join(format!("{place}-{}.html", language.code()));
            let ran = Command::new(env!("CARGO_BIN_EXE_klero"))
                .env("LC_ALL", "C")
                .args(["report", "--draws", "20", "--language", language.code(), "--out"])
                .args([&page, record])
                .output()
                .unwrap();
            let said = String::from_utf8_lossy(&ran.stderr);
            assert!(ran.status.success(), "{}: {said}", record.display());
            let text = fs::read_to_string(&page).unwrap();
            let rehearsal = record.join("REHEARSAL-setup.json").exists();
            let words = klero::language::Words::new(language, Area::Report);
            let faults = faults(&text, rehearsal, &words.say("rehearsal", &[]));
            found.extend(faults.into_iter().map(|fault| format!("{} in {language:?}: {fault}", record.display())));
            assert!(text.contains(&format!("<html lang=\"{}\"", language.code())));
        }
    }
    fs::remove_dir_all(&out).unwrap();
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

/// Runs a program in a folder; whether it did well, and its last line.
fn run(dir: &Path, program: &str, args: &[&str]) -> (bool, String) {
    let ran = Command::new(program).current_dir(dir).env("LC_ALL", "C").args(args).output().unwrap();
    let last = String::from_utf8_lossy(&ran.stdout).lines().last().unwrap_or_default().to_owned();
    (ran.status.success(), last)
}

/// What is untrue in what a page says of checking: its commands do not check, or a negative verdict is not foretold.
fn untrue(dir: &Path, page: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (before, program) in [("klero: ", env!("CARGO_BIN_EXE_klero")), ("Python: ", "python3")] {
        let command = page.split(before).nth(1).and_then(|rest| rest.split('<').next()).unwrap();
        let args: Vec<&str> = command.split(' ').skip(1).collect();
        let (_, last) = run(dir, program, &args);
        let foretold = program == "python3" && page.contains("its last line is NOT VERIFIED");
        if !last.starts_with(if foretold { "NOT VERIFIED" } else { "VERIFIED" }) {
            found.push(format!("{command}: {last}"));
        }
    }
    found
}

#[test]
fn the_commands_of_a_page_check_what_readers_have() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let klero = env!("CARGO_BIN_EXE_klero");
    for name in ["drawn_beacon", "drawn_digits", "committed_beacon", "at_once"] {
        let dir = std::env::temp_dir().join(format!("klero-report-{}-{name}", std::process::id()));
        fs::create_dir_all(&dir).unwrap();
        let record = root.join("tests/vectors").join(name);
        let path = record.to_str().unwrap();
        assert!(run(&dir, klero, &["report", path, "--draws", "0"]).0);
        let page = fs::read_to_string(dir.join("report.html")).unwrap();
        if name == "at_once" {
            fs::create_dir(dir.join("record")).unwrap();
            for file in fs::read_dir(&record).unwrap() {
                let file = file.unwrap();
                fs::copy(file.path(), dir.join("record").join(file.file_name())).unwrap();
            }
            fs::copy(root.join("verify/verify.py"), dir.join("verify.py")).unwrap();
        } else {
            assert!(run(&dir, klero, &["publish", path, "--to", "public"]).0);
        }
        assert_eq!(untrue(&dir, &page), [""; 0], "{name}");
        for (from, to) in [("klero verify ", "klero verify  "), ("verify.py ", "verify.py"), ("is NOT VERIFIED", "is")]
        {
            let planted = page.replace(from, to);
            assert_eq!(planted == page, from.starts_with("is") && name != "drawn_beacon");
            assert!(planted == page || untrue(&dir, &planted).len() == 1, "{name}: {from}");
        }
        fs::remove_dir_all(&dir).unwrap();
    }
}

#[test]
fn of_a_lottery_with_few_tickets_it_is_not_said_that_none_is_fairer() {
    let dir = std::env::temp_dir().join(format!("klero-report-{}-few", std::process::id()));
    fs::create_dir_all(&dir).unwrap();
    let klero = env!("CARGO_BIN_EXE_klero");
    assert!(run(&dir, klero, &["generate", "--members", "60", "--size", "6", "--categories", "2", "--out", "made"]).0);
    let files = ["solve", "--pool", "made/pool.csv", "--quotas", "made/quotas.csv", "--size", "6"];
    for (tickets, few) in [("100", true), ("1000000000000", false)] {
        assert!(run(&dir, klero, &[&files[..], &["--tickets", tickets, "--out", tickets]].concat()).0);
        let page = format!("{tickets}.html");
        assert!(run(&dir, klero, &["report", tickets, "--draws", "0", "--out", &page]).0);
        let page = fs::read_to_string(dir.join(page)).unwrap();
        let said = ["No other lottery is fairer", "not quite the fairest", "percentage points from the fairest)"];
        assert_eq!(said.map(|text| page.contains(text)), [!few, few, few]);
    }
    fs::remove_dir_all(&dir).unwrap();
}

const POOL: &str = "id,gender,age\n1,f,young\n2,f,old\n3,m,young\n4,m,old\n5,m,old\n";
const QUOTAS: &str = "feature,value,min,max\ngender,f,1,1\ngender,m,1,1\nage,young,0,2\nage,old,0,2\n";

fn instance() -> Instance {
    instance_of(POOL, QUOTAS)
}

fn instance_of(pool: &str, quotas: &str) -> Instance {
    let read = |name: &str, text: &str| read_csv(name, text.as_bytes()).unwrap();
    build(&read("quotas.csv", quotas), &read("pool.csv", pool), &Settings::of_size(2)).unwrap().instance
}

/// A page of a lottery that is given: panels with tickets.
fn page(instance: &Instance, panels: &[(&[u32], u64)], drawn: Option<usize>) -> String {
    page_of(instance, panels, drawn, &[], None)
}

/// The same with the values of a certificate's stages, and shares of pairs.
fn page_of(
    instance: &Instance,
    panels: &[(&[u32], u64)],
    drawn: Option<usize>,
    stages: &[String],
    pair_shares: Option<&PairShares>,
) -> String {
    let lottery = Lottery::new(2, panels.iter().map(|(members, tickets)| Panel { members, tickets: *tickets }));
    let setup = Setup {
        before: None,
        files: Files {
            alternates: None,
            certificate: None,
            lottery: String::new(),
            pool: String::new(),
            probabilities: String::new(),
            quotas: String::new(),
            settings: None,
            split: None,
        },
        format: "klero/setup/1".to_owned(),
        id_column: Some("id".to_owned()),
        members: instance.members().len(),
        objective: "maximin".to_owned(),
        panels: None,
        rules: Rules::of(instance, &[]),
        size: 2,
        tickets: lottery.tickets(),
    };
    let outcome = drawn.map(|number| {
        let members = lottery.panel(number - 1).unwrap().members.to_vec();
        let panel = DrawnPanel { members, number };
        let draw = Draw { key: None, panel, seed: "<b>7</b>".to_owned(), ticket: 0 };
        Outcome { draw, fingerprint: None, format: "klero/result/2".to_owned() }
    });
    let legacy = Legacy { draws: 10, seed: 0, probabilities: Some(vec![0.5, 0.5, 0.0, 0.5, 0.5]) };
    let letters = invited();
    let population = Population::new();
    let heard = Heard { line: "VERIFIED".to_owned(), verified: true, ..Heard::default() };
    let told = Told {
        language: Language::En,
        setup: &setup,
        instance,
        lottery: &lottery,
        split: None,
        stages,
        commitment: None,
        outcome: outcome.as_ref(),
        population: Some(&population),
        pair_shares,
        legacy: Some(&legacy),
        letters: letters.as_deref(),
        names: None,
        verdict: &heard,
        alone: false,
    };
    let charts = told_charts(&told);
    assert_eq!(charts.iter().map(|(name, _)| *name).collect::<Vec<_>>(), ["chances", "quotas"]);
    told_page(&told)
}

/// Two districts: one of ten households with five letters and two volunteers, one without letters.
fn invited() -> Option<Vec<Sitting>> {
    let part = |a: i64, b: i64| BigRational::new(a.into(), b.into());
    let way = |stratum: &str, letters, answers: Option<[BigRational; 3]>| {
        let [answered, selected, sits] = answers.map_or([None, None, None], |answers| answers.map(Some));
        let (households, volunteers, invited) = (10, 2, part(letters, 10));
        Sitting {
            stratum: stratum.to_owned(),
            households,
            letters: letters as u64,
            volunteers,
            invited,
            answered,
            selected,
            sits,
        }
    };
    let north = [part(2, 5), part(3, 8), part(3, 40)];
    Some(vec![way("North <b>", 5, Some(north)), way("South", 0, None)])
}

/// The rows of all tables: the cells of a row by the name in its first cell.
fn rows(page: &str) -> BTreeMap<String, Vec<String>> {
    let bare = |cell: &str| {
        let mut text = String::new();
        cell.split('<').for_each(|part| text += part.split_once('>').map_or(part, |(_, text)| text));
        text.replace('\u{a0}', " ")
    };
    page.split("<tr>")
        .skip(1)
        .filter(|row| row.contains("scope=\"row\""))
        .map(|row| {
            let row = row.split("</tr>").next().unwrap();
            let mut cells = row.split("</th>").flat_map(|part| part.split("</td>")).map(bare);
            (cells.next().unwrap(), cells.filter(|cell| !cell.is_empty()).collect())
        })
        .collect()
}

#[test]
fn pairs_of_groups_are_counted_exactly() {
    // Panels {1,3} with 1 ticket, {1,4} with 2, {2,5} with 5. By hand, of 8 tickets:
    let page = page(&instance(), &[(&[1, 3], 1), (&[1, 4], 2), (&[2, 5], 5)], Some(2));
    let rows = rows(&page);
    let row = |name: &str| rows.get(name).unwrap_or_else(|| panic!("{name}\n{rows:?}")).join(" | ");
    // Young women: member 1, 3 tickets. By the pool's share 2/5 of a seat, so 0 or 1 are as many as by the share: always.
    assert_eq!(row("f + young"), "1 | 0.40 | 0.38 | 37.5 % | 100 % | 1");
    assert_eq!(row("f + old"), "1 | 0.40 | 0.62 | 62.5 % | 100 % | 0");
    assert_eq!(row("m + young"), "1 | 0.40 | 0.12 | 12.5 % | 100 % | 0");
    // Old men: members 4 and 5, 7 tickets; 2 · 2/5 of a seat.
    assert_eq!(row("m + old"), "2 | 0.80 | 0.88 | 87.5 % | 100 % | 1");
    // Letters: households, letters, and 1/2 · 2/5 · 3/8 = 3/40; nobody knows what would have come of none.
    assert_eq!(row("North &lt;b&gt;"), "10 | 5 | 50.0 % | 40.0 % | 37.5 % | 7.50 %");
    assert_eq!(row("South"), "10 | 0 | 0 % | \u{2013} | \u{2013} | \u{2013}");
    // The groups themselves: quota, pool, share, average, drawn.
    assert_eq!(row("young"), "0–2 | 2 | 40.0 % | 0.50 | 1");
    // Chances: 3/8, 5/8, 1/8, 2/8, 5/8 of the lottery; 0 is the smallest of the greedy rule.
    assert_eq!(row("the smallest chance"), "12.5 % | 0 %");
    assert_eq!(row("50 % of the people have at most"), "37.5 % | 50.0 %");
    assert_eq!(row("the largest chance"), "62.5 % | 50.0 %");
    assert!(page.contains("&lt;b&gt;7&lt;/b&gt;") && !page.contains("<b>7</b>"));
    // Another lottery gives other numbers.
    let other = rows_of(&[(&[1, 3], 2), (&[1, 4], 2), (&[2, 5], 4)]);
    assert_ne!(other.get("m + young"), rows.get("m + young"));
}

#[test]
fn pairs_are_compared_with_their_shares_of_the_population() {
    let part = |a: i64, b: i64| BigRational::new(a.into(), b.into());
    // Of gender and age, each with its values in the order of the quotas: half of the population are young women, none old women, a quarter young
    // men; of old men nothing is known.
    let shares: PairShares =
        [((0, 0, 1, 0), part(1, 2)), ((0, 0, 1, 1), part(0, 1)), ((0, 1, 1, 0), part(1, 4))].into_iter().collect();
    let panels: &[(&[u32], u64)] = &[(&[1, 3], 1), (&[1, 4], 2), (&[2, 5], 5)];
    let told = page_of(&instance(), panels, None, &[], Some(&shares));
    let rows = rows(&told);
    // One of two seats: 3 of 8 tickets have one young woman. No seat: 3 of 8 have no old woman. Half a seat: 0 or 1.
    assert_eq!(rows["f + young"].join(" | "), "1 | 0.40 | 0.38 | 37.5 % | 100 % | 1.00 | 37.5 %");
    assert_eq!(rows["f + old"].join(" | "), "1 | 0.40 | 0.62 | 62.5 % | 100 % | 0.00 | 37.5 %");
    assert_eq!(rows["m + young"].join(" | "), "1 | 0.40 | 0.12 | 12.5 % | 100 % | 0.50 | 100 %");
    assert_eq!(rows["m + old"].join(" | "), "2 | 0.80 | 0.88 | 87.5 % | 100 %");
    // The chart goes by the population; by the pool, no pair has a whole seat.
    let chart = "class=\"name\" x=\"0.0\" y=\"13.0\">f + young<";
    assert!(told.contains(chart) && told.contains("As many as by its share of the population, rounded"));
    assert!(
        told.contains("For pairs whose share of the population was given")
            && !told.contains("are those of single groups")
    );
    // With shares of single groups only, the page says why the pool is what it compares with.
    let single = page(&instance(), panels, None);
    assert!(!single.contains(chart) && !single.contains("Seats by its share of the population"));
    assert!(single.contains("are those of single groups"), "{single}");
    // Another share gives other numbers.
    let other: PairShares = [((0, 0, 1, 0), part(1, 4))].into_iter().collect();
    let other = self::rows(&page_of(&instance(), panels, None, &[], Some(&other)));
    assert_ne!(other["f + young"], rows["f + young"]);
}

fn rows_of(panels: &[(&[u32], u64)]) -> BTreeMap<String, Vec<String>> {
    rows(&page(&instance(), panels, None))
}

/// Where a page says of a lottery that its smallest chance is what only some can have; `few` is that chance.
fn smallest_of_some(page: &str, few: &str) -> Vec<String> {
    let page = page.replace('\u{a0}', " ");
    let said = [
        format!("<dt>Smallest chance</dt><dd><bdi dir=\"ltr\">{few}"),
        format!("The smallest chance is {few}"),
        format!("this lottery (smallest {few}"),
        format!(">smallest {few}"),
        format!("cannot be given to everyone: {few}"),
        format!("can give everyone more than 1/3 ({few})"),
    ];
    said.into_iter().filter(|said| page.contains(said)).collect()
}

#[test]
fn the_smallest_chance_is_that_of_everybody() {
    // Members 2 and 5 are on no panel: the best smallest chance is 0, and that of the others 1/3.
    let stages = ["0".to_owned(), "1/3".to_owned()];
    let told = page_of(&instance(), &[(&[1, 3], 2), (&[1, 4], 1)], None, &stages, None).replace('\u{a0}', " ");
    assert_eq!(smallest_of_some(&told, "33.3 %"), [""; 0]);
    for said in [
        "<dt>Smallest chance</dt><dd><bdi dir=\"ltr\">0 %<",
        "<dt>People without a ticket</dt><dd><bdi dir=\"ltr\">2<",
        "<dt>Smallest chance of those who can be drawn</dt><dd><bdi dir=\"ltr\">33.3 %<",
        "The smallest chance is 0 %, the largest 100 %.",
        "this lottery (smallest 0 % and largest 100 %); people without a ticket in it: 2; more than this cannot be given to everyone who can be \
         drawn: 33.3 %;",
        "(smallest 0 % and largest 50.0 %).",
        ">smallest 0 %<",
    ] {
        assert!(told.contains(said), "{said}\n{told}");
    }
    // Where everybody can be drawn it is said of everybody, and on this page it would be wrong.
    let planted = page_of(&instance(), &[(&[1, 3], 1), (&[1, 4], 1), (&[2, 5], 1)], None, &stages[1..], None);
    assert_eq!(smallest_of_some(&planted, "33.3 %").len(), 6, "{planted}");
    assert!(!planted.contains("without a ticket"));
}

#[test]
fn as_many_as_by_the_share_is_rounded_both_ways() {
    // Two of four people are men and old, so their share of two seats is 1, neither more nor less; nobody is young.
    let pool = "id,gender,age\n1,m,old\n2,m,old\n3,f,old\n4,f,old\n";
    let quotas = "feature,value,min,max\ngender,f,0,2\ngender,m,0,2\nage,old,2,2\nage,young,0,0\n";
    let instance = instance_of(pool, quotas);
    let row = |panels: &[(&[u32], u64)]| rows(&page(&instance, panels, None)).remove("m + old").unwrap().join(" | ");
    assert_eq!(row(&[(&[1, 2], 3), (&[1, 3], 1)]), "2 | 1.00 | 1.75 | 100 % | 25.0 %");
    assert_eq!(row(&[(&[1, 2], 1), (&[1, 3], 1), (&[3, 4], 2)]), "2 | 1.00 | 0.75 | 50.0 % | 25.0 %");
    // Three of six people are men and old: 1 of 2 seats. Two of six are women and young: 2/3 of a seat, so 0 or 1.
    let six = instance_of(
        "id,gender,age\n1,m,old\n2,m,old\n3,f,old\n4,f,young\n5,f,young\n6,m,old\n",
        "feature,value,min,max\ngender,f,0,2\ngender,m,0,2\nage,old,0,2\nage,young,0,2\n",
    );
    let rows = rows(&page(&six, &[(&[1, 2], 1), (&[3, 4], 1), (&[4, 5], 2)], None));
    assert_eq!(rows["m + old"].join(" | "), "3 | 1.00 | 0.50 | 25.0 % | 0 %");
    assert_eq!(rows["f + young"].join(" | "), "2 | 0.67 | 1.25 | 75.0 % | 50.0 %");
}

#[test]
fn what_is_planted_in_a_page_is_caught() {
    let page = page(&instance(), &[(&[1, 3], 1), (&[2, 4], 1), (&[2, 5], 1)], None);
    let mark = "REHEARSAL, NOT THE DRAW";
    assert_eq!(faults(&page, false, mark), [""; 0]);
    assert_eq!(faults(&page, true, mark), ["the mark of a rehearsal"]);
    for (from, to, word) in [
        ("</section>", "", "closes nothing"),
        ("<h1>", "<h1><em>", "closes nothing"),
        ("In short", "how-heading", "the identifier how-heading is seen"),
        ("<h1>", "<script></script><h1>", "<script has no place there"),
        ("<h1>", "<h1>https:", "https: has no place there"),
        (" id=\"p2\"", " id=\"p1\"", "the id p1 stands twice"),
        ("<h1>", "<h1>REHEARSAL, NOT THE DRAW", "the mark of a rehearsal"),
    ] {
        let planted = page.replacen(from, to, 1);
        assert_ne!(planted, page, "{from}");
        let found = faults(&planted, false, mark);
        assert!(found.iter().any(|fault| fault.contains(word)), "{from} to {to}: {found:?}");
    }
}
