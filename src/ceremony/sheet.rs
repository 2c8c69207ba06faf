//! The sheet for the room: one page of HTML that needs nothing else, to be printed on A4.

use super::Room;
use super::layout::TYPE;
use super::pages::{Page, said};
use super::steps::{Step, first_page, steps};
use super::style::{NARROW, STYLE};
use super::table::{Table, table};
use crate::language::{Area, Language, Words};
use crate::report::{escaped, fingerprint_lines};

/// A sheet, ready to be printed.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// The page.
    pub html: String,
    /// How many pages it takes on paper.
    pub pages: usize,
    /// How many of them the table takes; `None` where there is none.
    pub table: Option<usize>,
    /// How large the member numbers in it are, in points.
    pub points: f64,
}

/// The sheet for a room. `code` is the fingerprint as a QR code, as an image in SVG; `large` asks for a table in large type, on more pages.
pub fn sheet(room: &Room, language: Language, code: &str, large: bool) -> Sheet {
    let words = Words::new(language, Area::Ceremony);
    let table = table(room, &words, large);
    let steps = steps(room, &words, &table, code);
    // Every step has a page, after the first page.
    let mut pages = vec![Page { class: "first", body: first_page(room, &words, &steps) }];
    for (i, Step { title, body }) in steps.iter().enumerate() {
        let body = format!("<h2>{}. {}</h2>\n{body}", i + 1, escaped(title));
        pages.push(Page { class: "step", body });
    }
    let (listed, columns, larger) = match &table {
        Table::None(_) => (None, 1, 1.0),
        Table::Pages { pages: listed, layout } => {
            pages.extend(listed.iter().map(|(heading, cells)| Page {
                class: "table",
                body: format!("<h2>{}</h2>\n{cells}", escaped(heading)),
            }));
            (Some(listed.len()), layout.columns, layout.larger)
        }
    };
    let style =
        format!("{STYLE}.cells {{ grid-template-columns: repeat({columns}, 1fr); --type: {larger}; }}\n{NARROW}");
    Sheet { html: html(room, &words, &pages, &style), pages: pages.len(), table: listed, points: TYPE * larger }
}

fn html(room: &Room, words: &Words, pages: &[Page], style: &str) -> String {
    let language = words.language();
    let title = escaped(&words.say("sheet-title", &[("assembly", (&room.commitment.assembly).into())]));
    let mark = match room.commitment.mark.is_rehearsal() {
        true => format!("<b>{}</b>", said(words, "rehearsal")),
        false => String::new(),
    };
    let groups = groups(room.fingerprint);
    let start = groups.iter().take(4).cloned().collect::<Vec<_>>().join(" ");
    let fingerprint = escaped(&words.say("sheet-fingerprint", &[("groups", (&start).into())]));
    let mut text = format!(
        "<!doctype html>\n<html lang=\"{}\" dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<main>\n",
        language.code(),
        language.direction().html(),
    );
    for (i, page) in pages.iter().enumerate() {
        let number = escaped(&words.say("sheet-page", &[("page", (i + 1).into()), ("pages", pages.len().into())]));
        text += &format!(
            "<section class=\"page {}\">\n<header><span>{title}</span>{mark}</header>\n<div class=\"rest\">\n{}</div>\n\
             <footer><span>{fingerprint}</span><span>{number}</span></footer>\n</section>\n",
            page.class, page.body,
        );
    }
    text + "</main>\n</body>\n</html>\n"
}

/// A fingerprint in its 16 groups of four.
pub fn groups(fingerprint: &str) -> Vec<String> {
    fingerprint_lines(fingerprint).iter().flat_map(|line| line.split(' ')).map(str::to_owned).collect()
}
