//! Sections as one page of HTML that needs nothing else: no network, no script.

use super::screen::cells_in;
use super::section::{Grid, Section};
use crate::language::terminal::Catalogue;

const STYLE: &str = "\
:root { color-scheme: light dark; --line: #8886; }\n\
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }\n\
h1 { line-height: 1.2; }\n\
h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line); }\n\
.wide { overflow-x: auto; }\n\
table { border-collapse: collapse; }\n\
th, td { text-align: left; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }\n\
.number { text-align: right; font-variant-numeric: tabular-nums; }\n\
@media print { body { margin: 0; max-width: none; } h2 { break-after: avoid; } tr { break-inside: avoid; } }\n";

/// A page with a heading, and sections below it, in the language of a catalogue.
pub fn page(title: &str, sections: &[Section], catalogue: &Catalogue) -> String {
    let title = escaped(&catalogue.phrase(title));
    let language = catalogue.language().code();
    let mut text = format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n"
    );
    for section in sections {
        text += &format!("<section>\n<h2>{}</h2>\n", escaped(&catalogue.phrase(&section.title)));
        let mut listed = false;
        for line in &section.lines {
            let line = line.split('\n').map(|sentence| catalogue.phrase(sentence)).collect::<Vec<_>>().join(" ");
            let item = line.trim_start().strip_prefix("- ");
            if item.is_some() != listed {
                text += if listed { "</ul>\n" } else { "<ul>\n" };
                listed = !listed;
            }
            text += &match item {
                Some(item) => format!("<li>{}</li>\n", escaped(item)),
                None => format!("<p>{}</p>\n", escaped(line.trim_start())),
            };
        }
        if listed {
            text += "</ul>\n";
        }
        text.extend(section.grid.as_ref().map(|grid| table(grid, catalogue)));
        text += "</section>\n";
    }
    text + "</main>\n</body>\n</html>\n"
}

/// A table that can be scrolled on a narrow screen, by keyboard too.
fn table(grid: &Grid, catalogue: &Catalogue) -> String {
    let class = |column: usize| match grid.numbers.get(column) {
        Some(true) => " class=\"number\"",
        _ => "",
    };
    let row = |cells: &[String], tag: &str, scope: &str| {
        let cells = cells.iter().enumerate();
        let cells: String =
            cells.map(|(column, cell)| format!("<{tag}{scope}{}>{}</{tag}>", class(column), escaped(cell))).collect();
        format!("<tr>{cells}</tr>\n")
    };
    let rows = cells_in(grid, catalogue);
    let (header, rows) = rows.split_first().map_or((&[][..], &[][..]), |(header, rows)| (header.as_slice(), rows));
    let body: String = rows.iter().map(|cells| row(cells, "td", "")).collect();
    let label = escaped(&catalogue.phrase("Table"));
    format!(
        "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"{label}\">\n<table>\n<thead>\n{}</thead>\n<tbody>\n{body}</tbody>\n</table>\n</div>\n",
        row(header, "th", " scope=\"col\"")
    )
}

/// Text in which nothing is HTML.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            '\'' => out += "&#39;",
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn what_files_say_is_never_html() {
        let evil = "<script>alert('x')</script>\"&";
        let cells = vec![evil.to_owned()];
        let grid = Grid { header: cells.clone(), rows: vec![cells.clone()], numbers: vec![true] };
        let lines = vec![evil.to_owned(), format!("- {evil}"), evil.to_owned()];
        let text =
            page(evil, &[Section { title: evil.to_owned(), lines, grid: Some(grid) }], &Catalogue::of(Language::En));
        assert!(!text.contains("<script") && !text.contains("alert('"), "{text}");
        assert_eq!(text.matches("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&amp;").count(), 8);
        for tag in ["section", "ul", "li", "p", "table", "tbody", "tr", "main"] {
            assert_eq!(text.matches(&format!("<{tag}>")).count(), text.matches(&format!("</{tag}>")).count(), "{tag}");
        }
    }
}
