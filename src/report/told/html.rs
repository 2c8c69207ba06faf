//! The page's HTML. Everything that comes from a file is written as text.

use crate::language::{Value, Words};
use crate::report::chart::Chart;
use crate::report::page::escaped;

const STYLE: &str = include_str!("style.css");

/// Columns that fit beside each other on a large screen and on paper.
const COLUMNS: usize = 10;

/// A page that is being written.
pub(super) struct Html<'a> {
    words: &'a Words,
    body: String,
    /// Identifiers given so far.
    ids: usize,
}

/// A table as text.
pub(super) struct Table {
    /// Names of the columns.
    pub header: Vec<String>,
    /// Rows, as long as the header.
    pub rows: Vec<Vec<String>>,
    /// How many columns at the start are words; the others are numbers.
    pub words: usize,
}

impl<'a> Html<'a> {
    pub fn new(words: &'a Words) -> Self {
        Self { words, body: String::new(), ids: 0 }
    }

    pub fn say(&self, id: &str, values: &[(&str, Value)]) -> String {
        self.words.say(id, values)
    }

    pub fn words(&self) -> &'a Words {
        self.words
    }

    fn id(&mut self) -> String {
        self.ids += 1;
        format!("p{}", self.ids)
    }

    /// A section with its heading.
    pub fn section(&mut self, heading: &str) {
        let (heading, id) = (self.say(heading, &[]), self.id());
        let end = if self.body.is_empty() { "" } else { "</section>\n" };
        self.body += &format!("{end}<section aria-labelledby=\"{id}\">\n<h2 id=\"{id}\">{}</h2>\n", escaped(&heading));
    }

    /// A paragraph.
    pub fn paragraph(&mut self, text: &str) {
        self.body += &format!("<p>{}</p>\n", escaped(text));
    }

    /// A message as a paragraph.
    pub fn told(&mut self, id: &str, values: &[(&str, Value)]) {
        let text = self.say(id, values);
        self.paragraph(&text);
    }

    /// A smaller remark.
    pub fn note(&mut self, text: &str) {
        self.body += &format!("<p class=\"note\">{}</p>\n", escaped(text));
    }

    pub fn list(&mut self, items: &[String]) {
        let items: String = items.iter().map(|item| format!("<li>{}</li>\n", escaped(item))).collect();
        self.body += &format!("<ul>\n{items}</ul>\n");
    }

    /// Names and what they stand for.
    pub fn facts(&mut self, facts: &[(String, String)]) {
        let facts = facts.iter().map(|(name, value)| {
            format!("<div><dt>{}</dt><dd><bdi dir=\"ltr\">{}</bdi></dd></div>\n", escaped(name), escaped(value))
        });
        self.body += &format!("<dl class=\"facts\">\n{}</dl>\n", facts.collect::<String>());
    }

    /// Names and long codes: each with its digits in an alphabet that is read from the left.
    pub fn codes(&mut self, codes: &[(String, String)]) {
        let codes = codes.iter().map(|(name, code)| {
            format!("<div><dt>{}</dt><dd><code dir=\"ltr\">{}</code></dd></div>\n", escaped(name), escaped(code))
        });
        self.body += &format!("<dl class=\"codes\">\n{}</dl>\n", codes.collect::<String>());
    }

    /// Names and what they stand for, in words.
    pub fn pairs(&mut self, pairs: &[(String, String)]) {
        let pairs = pairs
            .iter()
            .map(|(name, value)| format!("<div><dt>{}</dt><dd>{}</dd></div>\n", escaped(name), escaped(value)));
        self.body += &format!("<dl class=\"codes\">\n{}</dl>\n", pairs.collect::<String>());
    }

    /// What a program said, in the language of the page.
    pub fn verdict(&mut self, text: &str) {
        self.body += &format!("<p class=\"said\"><strong>{}</strong></p>\n", escaped(text));
    }

    /// What a program said, word for word in English.
    pub fn quoted(&mut self, text: &str) {
        self.body += &format!("<p lang=\"en\" dir=\"ltr\" class=\"said\"><code>{}</code></p>\n", escaped(text));
    }

    /// Opens a row of figures, which stand side by side where there is room.
    pub fn open_figures(&mut self) {
        self.body += "<div class=\"figures\">\n";
    }

    pub fn close_figures(&mut self) {
        self.body += "</div>\n";
    }

    /// A chart with its title and the table behind it.
    pub fn figure(&mut self, chart: &Chart, narrow: Option<&Chart>, table: &Table) {
        let (id, wide) = (self.id(), if narrow.is_some() { "chart wide-only" } else { "chart" });
        self.body +=
            &format!("<figure>\n<figcaption>{}</figcaption>\n{}", escaped(&chart.title), chart.inline(&id, wide));
        if let Some(narrow) = narrow {
            let id = self.id();
            self.body += &narrow.inline(&id, "chart narrow-only");
        }
        self.details(&chart.title, table);
        self.body += "</figure>\n";
    }

    /// A table that is unfolded on a screen, and stands open on paper: so it follows what unfolds it, and is not inside.
    pub fn details(&mut self, title: &str, table: &Table) {
        let summary = self.say("table", &[("title", title.into())]);
        self.body += &format!("<details>\n<summary>{}</summary>\n</details>\n", escaped(&summary));
        self.table(title, table);
    }

    /// A table; where it is narrow, each row becomes a list, whose lines need the names of the columns. A long one can be scrolled, by keyboard too.
    pub fn table(&mut self, title: &str, table: &Table) {
        let cell = |column: usize, text: &String| {
            let direction = if column < table.words { "" } else { " dir=\"ltr\"" };
            format!("<bdi{direction}>{}</bdi>", escaped(text))
        };
        let class = |column: usize| if column < table.words { "" } else { " class=\"number\"" };
        let name = |column: usize| table.header.get(column).map(|name| escaped(name)).unwrap_or_default();
        let kind = if table.header.len() > COLUMNS { "wide many" } else { "wide" };
        let header = table.header.iter().enumerate();
        let header: String =
            header.map(|(column, text)| format!("<th scope=\"col\"{}>{}</th>", class(column), escaped(text))).collect();
        let row = |row: &Vec<String>| {
            let cells = row.iter().enumerate().map(|(column, text)| match column {
                0 => format!("<th scope=\"row\">{}</th>", cell(0, text)),
                _ => format!("<td{} data-name=\"{}\">{}</td>", class(column), name(column), cell(column, text)),
            });
            format!("<tr>{}</tr>\n", cells.collect::<String>())
        };
        let rows: String = table.rows.iter().map(row).collect();
        self.body += &format!(
            "<div class=\"{kind}\" tabindex=\"0\" role=\"group\" aria-label=\"{}\">\n<table>\n<thead>\n<tr>{header}</tr>\n</thead>\n<tbody>\n{rows}</tbody>\n</table>\n</div>\n",
            escaped(title)
        );
    }

    /// The whole page. `mark` is what says that it is about a rehearsal, and what that means.
    pub fn finish(self, title: &str, assembly: Option<&str>, mark: Option<[String; 2]>, made: &str) -> String {
        let language = self.words.language();
        let (code, direction) = (language.code(), language.direction().html());
        let title = escaped(title);
        let assembly = assembly.map(escaped);
        let mut head = title.clone();
        if let Some(assembly) = &assembly {
            head = format!("{head} \u{2013} {assembly}");
        }
        let mut banner = String::new();
        if let Some([mark, explained]) = &mark {
            head = format!("{} \u{2013} {head}", escaped(mark));
            banner = format!("<p class=\"rehearsal\"><strong>{}</strong> {}</p>\n", escaped(mark), escaped(explained));
        }
        let assembly = assembly.map(|assembly| format!("<p class=\"assembly\">{assembly}</p>\n")).unwrap_or_default();
        let end = if self.body.is_empty() { "" } else { "</section>\n" };
        format!(
            "<!doctype html>\n<html lang=\"{code}\" dir=\"{direction}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <title>{head}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n<header>\n{banner}{assembly}<h1>{title}</h1>\n</header>\n\
             {}{end}</main>\n<footer>\n<p>{}</p>\n</footer>\n</body>\n</html>\n",
            self.body,
            escaped(made)
        )
    }
}
