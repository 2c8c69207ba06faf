//! The table of the sheet: which tickets stand for which members.

use super::Room;
use super::layout::Layout;
use crate::language::Words;
use crate::record::Source;
use crate::report::escaped;

/// Most tickets that are listed: as many as `--equal` makes. More would be thousands of pages.
const MOST_TICKETS: u64 = 10_000;

/// The table, or why there is none.
pub enum Table {
    /// The pages, each with its heading and what stands below.
    Pages {
        /// Heading and HTML.
        pages: Vec<(String, String)>,
        /// How they are set.
        layout: Layout,
    },
    /// The message that says why there is none.
    None(&'static str),
}

/// The table of a room; `large` in the largest type in which a panel fits on a page.
pub fn table(room: &Room, words: &Words, large: bool) -> Table {
    let tickets = room.commitment.tickets;
    let Source::Digits { count } = room.commitment.seed else { return Table::None("table-none-calculation") };
    if tickets > MOST_TICKETS {
        return Table::None("table-none-many");
    }
    let set = if large { Layout::large } else { Layout::new };
    let Some(layout) = set(room.panels(), room.each(), room.commitment.members, count as usize) else {
        return Table::None("table-none-large");
    };
    let mut first = 0;
    let panels: Vec<(u64, u64, String)> = room
        .lottery
        .panels()
        .enumerate()
        .map(|(position, panel)| {
            let tickets = (first, first + panel.tickets.saturating_sub(1));
            first += panel.tickets;
            (tickets.0, tickets.1, cell(room, words, layout, tickets, position, &room.seated(position, &panel)))
        })
        .collect();
    let page = |chunk: &[(u64, u64, String)]| {
        let ends = (chunk.first().map_or(0, |cell| cell.0), chunk.last().map_or(0, |cell| cell.1));
        let values = [("first", room.ticket(ends.0)), ("last", room.ticket(ends.1))];
        let values: Vec<_> = values.iter().map(|(name, value)| (*name, value.into())).collect();
        let cells: String = chunk.iter().map(|cell| cell.2.as_str()).collect();
        (words.say("table-heading", &values), format!("<div class=\"cells\">\n{cells}</div>\n"))
    };
    Table::Pages { pages: panels.chunks(layout.on_page()).map(page).collect(), layout }
}

/// One panel: its tickets, its number, and its members.
fn cell(
    room: &Room,
    words: &Words,
    layout: Layout,
    (first, last): (u64, u64),
    position: usize,
    seated: &[Vec<u32>],
) -> String {
    let tickets =
        if first == last { room.ticket(first) } else { format!("{}\u{2013}{}", room.ticket(first), room.ticket(last)) };
    let number = (position + 1).to_string();
    let number = escaped(&words.say("table-number", &[("number", (&number).into())]));
    let several = seated.len() > 1;
    let mut lines = Vec::new();
    for (part, members) in seated.iter().enumerate() {
        if several {
            lines.push(escaped(&words.say("panel", &[("number", (part + 1).into())])));
        }
        let numbers: Vec<String> =
            members.iter().map(|member| format!("{member:>width$}", width = layout.digits)).collect();
        lines.extend(numbers.chunks(layout.per_line).map(|line| line.join(" ")));
    }
    format!("<div><p><b>{tickets}</b> {number}</p><pre>{}</pre></div>\n", lines.join("\n"))
}
