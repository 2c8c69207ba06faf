//! What is not for people although it looks like it, with the reason; and single words that are for people although they look like anything.

/// Texts that no catalogue holds.
pub struct Group {
    /// Why.
    pub reason: &'static str,
    /// The sources, counted from `src`: those whose path begins so.
    pub paths: &'static [&'static str],
    /// The templates that begin so; all of them where there is one empty text. A dollar sign stands for the end.
    pub begin: &'static [&'static str],
}

/// All of them. Each must be needed.
pub const GROUPS: &[Group] = &[
    Group {
        reason: "pages, pictures and style sheets: they are files, whose words come from locales/*.ftl or stay English",
        paths: &[
            "ceremony/",
            "compare/drawing.rs",
            "report/chart/canvas.rs",
            "report/chart/mod.rs",
            "report/told/html.rs",
            "report/told/draw.rs",
            "cli/qr.rs",
            "report/letter.rs",
        ],
        begin: &[""],
    },
    Group {
        reason: "tags and styles of a page",
        paths: &["report/page.rs"],
        begin: &[
            "<",
            ":root",
            "body {{",
            "h1 {{",
            "h2 {{",
            ".wide",
            "table {{",
            "th, td",
            ".number",
            "@media",
            " scope=",
            "scope=",
            " class=",
            "class=",
            "default-src",
        ],
    },
    Group {
        reason: "drawings and fonts: classes of style sheets, and a font by its own name",
        paths: &["report/chart/curve.rs", "report/chart/png.rs"],
        begin: &["axis$", "grid$", "DejaVu Sans$"],
    },
    Group {
        reason: "what is hashed, and what is looked for in a file of a record",
        paths: &["alternates/scenarios.rs", "invite/", "seating/mod.rs"],
        begin: &["result {0}", "\"rehearsal\": true", "beacon {0} {1}", "people {0}"],
    },
    Group {
        reason: "words of tables that are typed as they stand",
        paths: &["turnover/mod.rs"],
        begin: &["called in", "dropped out"],
    },
    Group {
        reason: "a line of a settings file, to be typed as it stands",
        paths: &["derive/problem.rs"],
        begin: &["format = \"{0}\"$"],
    },
    Group {
        reason: "languages by their own names, and forms of dates",
        paths: &["language/"],
        begin: &["Tiếng Việt", "D", "{0}, {1}:{2}{3} UTC", "ngày"],
    },
    Group {
        reason: "what is hashed, and lines of files of a record",
        paths: &["record/leaves.rs", "record/rows.rs", "solve/certificate.rs"],
        begin: &[""],
    },
    Group {
        reason: "the same, in sources that also say what is wrong with them",
        paths: &["draw/mod.rs", "record/commit.rs", "record/before.rs"],
        begin: &[
            "{0} {1}$",
            "{0} {1} {2}$",
            "{0}/{1}",
            "beacon ",
            "text ",
            "fingerprint ",
            "member ",
            "digits ",
            "assembly ",
            "draw ",
            "attempt ",
            "previous ",
            "before ",
            "published ",
            "members ",
            "size ",
            "panels ",
            "tickets ",
            "objective ",
            "pool ",
            "seed ",
            "file ",
            "<",
        ],
    },
    Group {
        reason: "made-up people: names of features, streets and towns, which go into files",
        paths: &["generate/town.rs", "generate/people.rs"],
        begin: &[""],
    },
    Group {
        reason: "commands, which are typed as they stand",
        paths: &["cli/", "record/beacon.rs"],
        begin: &[
            "klero alternates ",
            "klero call ",
            "klero ceremony ",
            "klero check ",
            "klero commit ",
            "klero compare ",
            "klero completions ",
            "klero districts ",
            "klero draw ",
            "klero generate ",
            "klero init ",
            "klero invite ",
            "klero man --out man",
            "klero plot ",
            "klero publish record",
            "klero quotas ",
            "klero receipt ",
            "klero replace ",
            "klero report ",
            "klero rotate ",
            "klero seat ",
            "klero solve ",
            "klero verify ",
            "curl ",
            "--id-column {0}",
            "--seed TEXT",
            "--beacon-file round.json",
            "$ klero",
        ],
    },
    Group {
        reason: "words of commands that the wizard puts together, and the example of one",
        paths: &["cli/wizard/command.rs", "cli/help.rs"],
        begin: &["draw$", "solve$", "seat$", "klero wizard$"],
    },
    Group { reason: "manual pages", paths: &["cli/completions.rs"], begin: &["klero {0}", "EXIT STATUS", "SEE ALSO"] },
    Group {
        reason: "files for later use: the column that says what was changed, the table of klero compare",
        paths: &["cli/check.rs", "cli/compare.rs"],
        begin: &["{0} was {1}", "max", "min"],
    },
    Group { reason: "settings files", paths: &["settings/template.rs", "settings/toml_text.rs"], begin: &[""] },
    Group {
        reason: "keys of answers in JSON, and of rows in CSV",
        paths: &["cli/check_json.rs", "cli/quotas_json.rs"],
        begin: &[""],
    },
    Group { reason: "keys of files", paths: &["cli/report.rs"], begin: &["stages", "value"] },
    Group { reason: "pictures", paths: &["alternates/drawing.rs"], begin: &[""] },
    Group {
        reason: "identifiers of messages, which are in locales/*.ftl",
        paths: &["report/told/"],
        begin: &["chances-", "groups-", "line-", "pairs-", "col-", "made", "how-", "fact-"],
    },
];

fn begins(english: &str, start: &str) -> bool {
    start.strip_suffix('$').map_or_else(|| english.starts_with(start), |whole| english == whole)
}

/// Whether a template needs no entry.
pub fn is_allowed(path: &str, english: &str) -> bool {
    group(path, english).is_some()
}

/// The group to which it belongs.
pub fn group(path: &str, english: &str) -> Option<usize> {
    GROUPS.iter().position(|group| {
        group.paths.iter().any(|start| path.starts_with(start))
            && group.begin.iter().any(|start| begins(english, start))
    })
}

/// Heads of columns, each with the source that has it.
const COLUMNS: &[(&str, &[&str])] = &[
    ("report/text.rs", &["category", "value", "quota", "pool", "average", "panel", "panel {0}"]),
    ("report/pool.rs", &["category", "value", "quota", "if need be", "pool", "of the pool", "population", "must sit"]),
    ("report/clinic.rs", &["way", "quota", "now", "then", "cost", "no chance", "file"]),
    ("apportion/text.rs", &["category", "value", "share", "exact seats", "seats", "quota", "pool"]),
    ("cli/alternates.rs", &["alternates", "deviation", "quotas kept", "seats filled", "both"]),
    ("cli/districts.rs", &["district", "seats", "pool", "quotas"]),
    ("cli/invite/story.rs", &["stratum", "households", "letters", "chance"]),
];

/// Whether a template is the head of a column.
pub fn is_column(path: &str, english: &str) -> bool {
    COLUMNS.iter().any(|(source, heads)| *source == path && heads.contains(&english))
}

/// Words that stand alone and are for people, each with the source that has it.
const WORDS: &[(&str, &[&str])] = &[
    (
        "cli/say.rs",
        &["error:", "note:", "done:", "help:", "Stopped:", "PASS", "FAIL", "NOT CHECKED", "VERIFIED", "NOT VERIFIED"],
    ),
    ("cli/complain.rs", &["Usage:", "Arguments:", "Options:"]),
    ("cli/help.rs", &["Others"]),
    ("cli/failure.rs", &["read", "write", "create", "replace"]),
    ("cli/invite.rs", &["read"]),
    ("cli/seat.rs", &["even"]),
    ("cli/output.rs", &["write", "create", "replace"]),
    ("cli/wizard/asking.rs", &["yes", "no", "none"]),
    ("clinic/words.rs", &["seat", "member"]),
    ("report/clinic.rs", &["or"]),
    ("report/page.rs", &["Table"]),
    ("report/pool.rs", &["together", "excluded", "member", "members"]),
    ("verify/tell.rs", &["assembly", "draw", "attempt", "published", "seed", "panels", "follows", "beacon time"]),
];

/// Whether a word is for people.
pub fn is_for_people(path: &str, text: &str) -> bool {
    WORDS.iter().any(|(source, words)| *source == path && words.contains(&text))
}
