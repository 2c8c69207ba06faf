//! `klero compare` and `klero generate` as their users meet them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test reports by panicking

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A folder that is removed in the end.
struct Folder(PathBuf);

static COUNTER: AtomicUsize = AtomicUsize::new(0);

impl Folder {
    fn new() -> Self {
        let number = COUNTER.fetch_add(1, Ordering::Relaxed);
        let dir = std::env::temp_dir().join(format!("klero-compare-{}-{number}", std::process::id()));
        fs::create_dir_all(&dir).unwrap();
        Self(dir)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    fn write(&self, name: &str, text: &str) {
        fs::create_dir_all(self.path(name).parent().unwrap()).unwrap();
        fs::write(self.path(name), text).unwrap();
    }

    /// Runs `klero` with these words: exit code, standard output, standard error.
    fn run(&self, words: &str) -> (i32, String, String) {
        let output = Command::new(env!("CARGO_BIN_EXE_klero"))
            .env("LC_ALL", "C")
            .args(words.split_whitespace())
            .current_dir(&self.0)
            .env_remove("COLUMNS")
            .output()
            .unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
    }

    fn ok(&self, words: &str) -> String {
        let (code, out, err) = self.run(words);
        assert_eq!((code, err.as_str()), (0, ""), "{words}\n{out}");
        out
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A table without the columns that differ from run to run.
fn steady(table: &str) -> String {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(table.as_bytes());
    let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let unsteady = |column: &usize| ["seconds", "peak_memory_mb"].contains(&&records[0][*column]);
    let line = |record: &csv::StringRecord| {
        let cells: Vec<&str> = (0..record.len()).filter(|column| !unsteady(column)).map(|c| &record[c]).collect();
        cells.join(",") + "\n"
    };
    records.iter().map(line).collect()
}

/// Two small pools and one that cannot be read.
fn three_pools() -> Folder {
    let folder = Folder::new();
    folder.ok("generate --members 60 --size 10 --categories 2 --out alpha_10");
    folder.ok("generate --members 40 --size 8 --categories 1 --seed 2 --out beta_8");
    folder.write("broken_5/pool.csv", "id,gender\n1,woman\n2,man\n");
    folder.write("broken_5/quotas.csv", "feature,value,min,max\ngender,woman,1,2\n");
    folder
}

#[test]
fn a_table_has_its_rows_in_order_whatever_the_threads() {
    let folder = three_pools();
    let command = "compare --objectives legacy,leximin,random --draws 200 broken_5 alpha_10 beta_8";
    let (code, one, err) = folder.run(&format!("{command} --threads 1"));
    assert_eq!(code, 1, "a pool that fails is told of");
    let error = "broken_5, legacy: pool.csv: the panel size is 5, but the pool has 2 members (the first of 3 problems)";
    assert!(err.contains(error) && err.lines().count() == 3, "{err}");
    assert_eq!(one.lines().next(), Some(klero::compare::COLUMNS.join(",").as_str()));
    let begins: Vec<String> =
        steady(&one).lines().skip(1).map(|line| line.split(',').take(6).collect::<Vec<_>>().join(",")).collect();
    let rules = ["legacy", "leximin", "random"];
    let pools = ["broken_5,,,,", "alpha_10,60,10,2,11", "beta_8,40,8,1,2"];
    let expected: Vec<String> = pools.iter().flat_map(|pool| rules.map(|rule| format!("{pool},{rule}"))).collect();
    assert_eq!(begins, expected, "{one}");
    let (_, four, _) = folder.run(&format!("{command} --threads 4"));
    assert_eq!(steady(&one), steady(&four));
    // Another seed is another sample.
    let (_, other, _) = folder.run(&format!("{command} --seed 2"));
    assert_ne!(steady(&one), steady(&other));
    // And what was measured is a probability: leximin's minimum is the largest.
    let minimum = |line: &str| line.split(',').nth(6).unwrap().parse::<f64>().unwrap();
    let lines: Vec<&str> = one.lines().skip(4).collect();
    for pool in lines.chunks(3) {
        // Beyond what 200 draws can tell, three standard deviations.
        assert!(minimum(pool[1]) + 0.1 > minimum(pool[0]).max(minimum(pool[2])), "{pool:?}");
    }
}

#[test]
fn a_table_that_was_cut_off_is_gone_on_with() {
    let folder = three_pools();
    let command = "compare --draws 100 alpha_10 beta_8 --out table.csv";
    assert_eq!(folder.ok(command), "");
    let whole = folder.read("table.csv");
    assert_eq!(whole.lines().count(), 7);
    let (code, _, err) = folder.run(command);
    assert_eq!(
        (code, err.as_str()),
        (
            2,
            "error: table.csv is there already\n  help: Add --resume to go on with it, or name another file with --out.\n"
        )
    );
    // Cut off in the middle of the fourth row: the first three are kept to the letter (times too), the fourth is done again.
    let third: usize = whole.split_inclusive('\n').take(4).map(str::len).sum();
    let marked = whole[..third].replace("alpha_10,60,10,2,", "alpha_10,60,10,2,99");
    assert_ne!(marked, whole[..third]);
    folder.write("table.csv", &format!("{marked}{}", &whole[third..third + 20]));
    folder.ok(&format!("{command} --resume"));
    let resumed = folder.read("table.csv");
    assert!(resumed.starts_with(&marked), "{resumed}");
    let header = klero::compare::header();
    let rest = |table: &str| steady(&(header.clone() + &table[table.match_indices('\n').nth(3).unwrap().0 + 1..]));
    assert_eq!(rest(&resumed), rest(&whole));
    // Measured with another seed: done again. Rows of pools that this run does not have stay.
    folder.ok("compare --draws 100 beta_8 --out table.csv --resume --seed 5");
    let other = folder.read("table.csv");
    assert!(other.starts_with(&marked) && other.lines().count() == 7);
    assert_ne!(steady(&other), steady(&resumed));
    // A table of something else is left alone.
    folder.write("table.csv", "name,age\nx,7\n");
    let (code, _, err) = folder.run(&format!("{command} --resume"));
    assert!(code == 2 && err.contains("table.csv is no table of klero compare"), "{err}");
    assert_eq!(folder.read("table.csv"), "name,age\nx,7\n");
}

#[test]
fn shards_make_up_the_whole() {
    let folder = three_pools();
    let command = "compare --objectives leximin --draws 50 alpha_10 beta_8";
    let whole = folder.ok(command);
    let shard = |i| folder.ok(&format!("{command} --shard {i}/2"));
    let (first, second) = (shard(1), shard(2));
    let rest = |table: &str| table.split_once('\n').unwrap().1.to_owned();
    assert_eq!(steady(&whole), steady(&(first.clone() + &rest(&second))));
    assert_ne!(steady(&first), steady(&second));
    for bad in ["0/2", "3/2", "1", "a/b"] {
        assert_eq!(folder.run(&format!("{command} --shard {bad}")).0, 2, "{bad}");
    }
}

#[test]
fn what_is_missing_is_said() {
    let folder = three_pools();
    let (code, _, err) = folder.run("compare nowhere_3 alpha_10 ./alpha_10");
    assert_eq!(code, 2);
    assert_eq!(
        err,
        "error: nowhere_3 is no folder\n  help: Name folders that hold a pool and quotas.\n\
         error: two folders are called alpha_10\n  help: Rename one of them, or compare them one after the other.\n\
         2 problems; nothing was written.\n"
    );
    let (code, _, err) = folder.run("compare --objectives best alpha_10");
    assert!(code == 2 && err.contains("the rules are leximin, legacy, random, maximin, nash, goldilocks"), "{err}");
    fs::create_dir(folder.path("empty_7")).unwrap();
    fs::rename(folder.path("beta_8"), folder.path("beta")).unwrap();
    let (code, out, err) = folder.run("compare --objectives leximin,nash empty_7 beta alpha_10");
    assert_eq!(code, 1);
    assert_eq!(
        err,
        "note: empty_7, leximin: there is neither quotas.csv nor categories.csv\n\
         note: empty_7, nash: there is neither quotas.csv nor categories.csv\n\
         note: beta, leximin: the folder's name does not end in _ and a panel size, and --size is not given\n\
         note: beta, nash: the folder's name does not end in _ and a panel size, and --size is not given\n"
    );
    assert_eq!(out.lines().count(), 7);
    folder.ok("compare --objectives leximin --size 8 beta");
}

#[test]
fn every_rule_has_its_row() {
    let folder = Folder::new();
    folder.ok("generate --members 200 --size 20 --categories 4 --seed 2 --out village_20");
    let out = folder.ok("compare --objectives leximin,maximin,nash,goldilocks,legacy,random --draws 60 village_20");
    let header: Vec<&str> = out.lines().next().unwrap().split(',').collect();
    let cell = |rule: &str, column: &str| -> String {
        let place = header.iter().position(|&name| name == column).unwrap();
        let row = out.lines().find(|line| line.contains(&format!(",{rule},"))).unwrap();
        row.split(',').nth(place).unwrap().to_owned()
    };
    let number = |rule: &str, column: &str| -> f64 { cell(rule, column).parse().unwrap() };
    for rule in ["leximin", "maximin", "nash", "goldilocks"] {
        assert!(number(rule, "certified_gap") < 1e-6, "{rule}:\n{out}");
        assert!(number(rule, "geometric_mean") <= number("nash", "geometric_mean") + 1e-9, "{rule}:\n{out}");
        assert!(number(rule, "minimum") <= number("leximin", "minimum") + 1e-12, "{rule}:\n{out}");
    }
    assert_eq!(cell("maximin", "minimum"), cell("leximin", "minimum"));
    // The rules differ on this pool, or the comparisons above would hold of anything.
    assert!(number("nash", "geometric_mean") > number("leximin", "geometric_mean"));
    assert!(number("goldilocks", "maximum") < number("leximin", "maximum"));
    assert_eq!(cell("random", "certified_gap"), "");
}

#[test]
fn drawings_are_made_one_for_each_pool() {
    let folder = three_pools();
    folder.ok("compare --draws 100 alpha_10 beta_8 --svg chances.svg");
    for pool in ["alpha_10", "beta_8"] {
        let svg = folder.read(&format!("chances-{pool}.svg"));
        for rule in ["leximin", "legacy", "random"] {
            assert!(svg.contains(&format!(">{rule}</text>")) && svg.contains(&format!(" {rule}: smallest ")));
        }
        assert_eq!(svg.matches("<path d=\"M70.0 ").count(), 3, "three lines begin at the left edge");
    }
    folder.ok("compare --draws 100 --objectives leximin alpha_10 --svg one.svg");
    assert!(!folder.read("one.svg").contains("legacy"));
}

#[test]
fn a_population_file_is_followed() {
    let folder = Folder::new();
    folder.write(
        "people.csv",
        "category,value,share,keen\nsex,\"f, or x\",51,100\nsex,m,49,50\nregion,north,0.7,100\nregion,south,0.3,100\n",
    );
    let said = folder.ok("generate --population people.csv --members 4000 --size 100 --seed 7 --out p_100");
    assert_eq!(said, "p_100/pool.csv: 4000 members\np_100/quotas.csv: 4 feature values, panel of 100\n");
    assert_eq!(
        folder.read("p_100/quotas.csv"),
        "feature,value,min,max\nsex,\"f, or x\",48,54\nsex,m,46,52\nregion,north,67,73\nregion,south,27,33\n"
    );
    let pool = folder.read("p_100/pool.csv");
    assert!(pool.starts_with("id,sex,region\nv0001,"), "{}", &pool[..60]);
    // 51 : 24.5 among volunteers, so 2702 of 4000 with a standard deviation of 30; the quotas follow 51 : 49.
    let women = pool.matches("\"f, or x\"").count();
    assert!(women.abs_diff(2702) < 150 && women.abs_diff(2040) > 300, "{women}");
    assert!(pool.matches("north").count().abs_diff(2800) < 145);
    folder.ok("check --pool p_100/pool.csv --quotas p_100/quotas.csv --size 100");
    folder.ok("generate --population people.csv --members 4000 --size 100 --seed 7 --out again");
    assert_eq!(pool, folder.read("again/pool.csv"));
    folder.ok("generate --population people.csv --members 4000 --size 100 --seed 8 --out other");
    assert_ne!(pool, folder.read("other/pool.csv"));
}

#[test]
fn a_bad_population_is_told_all_at_once() {
    let folder = Folder::new();
    folder.write("bad.csv", "category,value,share,keen\nid,a,1,100\nsex,f,half,0\nsex,m,3,50\nSex,M,3,50\nsex,,1,1\n");
    let (code, _, err) = folder.run("generate --population bad.csv --members 40 --size 4 --out x");
    assert_eq!(code, 2);
    for words in [
        "line 2, column \"category\": a category cannot be called \"id\"",
        "line 3, column \"share\": \"half\" is not a share",
        "line 3, column \"keen\": \"0\" is not a keenness",
        "line 5, column \"value\": \"Sex\" \"M\" is also on line 4",
        "line 6, column \"value\": the cell is blank",
        "5 problems; nothing was written.",
    ] {
        assert!(err.contains(words), "{words}\n{err}");
    }
    folder.write("bad.csv", "category,value\nsex,f\n");
    let (_, _, err) = folder.run("generate --population bad.csv --members 40 --size 4 --out x");
    assert!(err.contains("there must be one column \"share\""), "{err}");
    folder.write("bad.csv", "category,value,share\nsex,f,0\n");
    let (_, _, err) = folder.run("generate --population bad.csv --members 40 --size 4 --out x");
    assert!(err.contains("all shares of \"sex\" are 0"), "{err}");
    assert!(!folder.path("x").exists());
    for (words, said) in [
        ("--members 4 --size 5", "a panel of 5 cannot be drawn from 4 members"),
        ("--members 4 --size 2 --categories 9", "there are 1 to 8 feature categories, not 9"),
        ("--members 4 --size 2 --households 1.1", "write a share from 0 to 1"),
    ] {
        let (code, _, err) = folder.run(&format!("generate {words} --out x"));
        assert!(code == 2 && err.contains(said), "{err}");
    }
    assert!(!folder.path("x/pool.csv").exists() && !folder.path("x/pool.csv.part").exists());
}

/// How many share their address with exactly one other, and how many with more.
fn housemates(folder: &Path) -> (usize, usize, usize) {
    let mut reader = csv::Reader::from_path(folder.join("pool.csv")).unwrap();
    let column = |header: &csv::StringRecord, name: &str| header.iter().position(|other| other == name).unwrap();
    let header = reader.headers().unwrap().clone();
    let (address, district) = (column(&header, "address"), column(&header, "district"));
    let mut homes = std::collections::BTreeMap::<String, Vec<String>>::new();
    for record in reader.records().map(Result::unwrap) {
        homes.entry(record[address].to_owned()).or_default().push(record[district].to_owned());
    }
    let together = homes.values().filter(|home| home.len() == 2).count() * 2;
    let more = homes.values().filter(|home| home.len() > 2).count();
    let apart = homes.values().filter(|home| home.iter().any(|district| district != &home[0])).count();
    (together, more, apart)
}

#[test]
fn households_are_as_many_as_asked() {
    let folder = Folder::new();
    for (share, members, most_off) in [("0.3", 4000, 140), ("0", 300, 0), ("1", 301, 1)] {
        let out = format!("h{share}");
        folder.ok(&format!("generate --members {members} --size 20 --households {share} --out {out}"));
        let (together, more, apart) = housemates(&folder.path(&out));
        let expected = (share.parse::<f64>().unwrap() * f64::from(members)) as usize;
        assert!(together.abs_diff(expected) <= most_off, "{together} of {expected}");
        assert_eq!((more, apart), (0, 0), "pairs only, and of one district");
    }
    // Without the option the same people come, less the column.
    let header = folder.read("h0/pool.csv").lines().next().unwrap().to_owned();
    folder.ok("generate --members 300 --size 20 --out plain");
    let plain = folder.read("plain/pool.csv");
    assert_eq!(header.replace(",address", ""), plain.lines().next().unwrap());
}

#[test]
fn files_that_are_there_are_not_replaced_unasked() {
    let folder = Folder::new();
    folder.ok("generate --members 600 --size 40 --out town");
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/town_40");
    for file in ["pool.csv", "quotas.csv"] {
        assert_eq!(folder.read(&format!("town/{file}")), fs::read_to_string(example.join(file)).unwrap());
    }
    let (code, _, err) = folder.run("generate --members 50 --size 4 --out town");
    assert!(code == 2 && err.contains("error: town/pool.csv is there already"), "{err}");
    assert_eq!(folder.read("town/quotas.csv"), fs::read_to_string(example.join("quotas.csv")).unwrap());
    folder.ok("generate --members 50 --size 4 --out town --overwrite");
    assert_eq!(folder.read("town/pool.csv").lines().count(), 51);
}
