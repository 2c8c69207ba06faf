//! What is not for people although it looks like it, with the reason; and single words that are for people although they look like anything.

/// Texts that no catalogue holds.
pub struct Group {
    /// Why.
    pub reason: &'static str,
    /// The sources, counted from `src`: those whose path begins so.
    pub paths: &'static [&'static str],
    /// The templates that begin so; all of them where there is one empty text.
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
            "report/page.rs",
            "report/told/html.rs",
            "report/told/draw.rs",
            "cli/qr.rs",
            "report/letter.rs",
        ],
        begin: &[""],
    },
    Group {
        reason: "languages by their own names, and forms of dates",
        paths: &["language/"],
        begin: &["Tiếng Việt", "D", "{0}, {1}:{2}{3} UTC", "ngày"],
    },
    Group {
        reason: "what is hashed, and lines of files of a record",
        paths: &["draw/mod.rs", "record/commit.rs", "record/before.rs", "record/leaves.rs", "record/rows.rs", "solve/certificate.rs"],
        begin: &[""],
    },
    Group {
        reason: "made-up people: names of features, streets and towns, which go into files",
        paths: &["generate/town.rs", "generate/people.rs"],
        begin: &[""],
    },
];

/// Whether a template needs no entry.
pub fn is_allowed(path: &str, english: &str) -> bool {
    group(path, english).is_some()
}

/// The group to which it belongs.
pub fn group(path: &str, english: &str) -> Option<usize> {
    GROUPS.iter().position(|group| {
        group.paths.iter().any(|start| path.starts_with(start)) && group.begin.iter().any(|start| english.starts_with(start))
    })
}

/// Heads of columns, each with the source that has it.
const COLUMNS: &[(&str, &[&str])] = &[];

/// Whether a template is the head of a column.
pub fn is_column(path: &str, english: &str) -> bool {
    COLUMNS.iter().any(|(source, heads)| *source == path && heads.contains(&english))
}

/// Words that stand alone and are for people, each with the source that has it.
const WORDS: &[(&str, &[&str])] = &[];

/// Whether a word is for people.
pub fn is_for_people(path: &str, text: &str) -> bool {
    is_column(path, text) || WORDS.iter().any(|(source, words)| *source == path && words.contains(&text))
}
