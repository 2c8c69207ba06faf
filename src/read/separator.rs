//! What separates the cells of a text: the header says it, and where it does not, the file is refused.

use super::how::Separator;
use super::scan::{Scan, Source, header, scan};
use super::{Place, ReadProblem};

/// A text whose separator is known.
pub(super) struct Found {
    pub separator: Separator,
    /// Whether the first line names it.
    pub named: bool,
    pub scan: Scan,
}

/// Characters that separate cells in files that are not accepted.
const OTHERS: [char; 2] = ['|', '^'];

/// Finds what separates the cells.
///
/// It is the one character of the three that splits the header (outside of quotation marks). Where more than one does, it is the one that
/// also gives every row as many cells as the header; if several do that, the file could be read in several ways, and is refused. If
/// none does, the file is refused in any case, and the nearest reading tells why.
pub(super) fn find(file: &str, text: &str) -> Result<Found, ReadProblem> {
    if let Some((separator, rest)) = named(text) {
        let scan = scan(Source { text: rest, line: 2, separator: separator.byte() });
        return Ok(Found { separator, named: true, scan });
    }
    let source = |separator: Separator| Source { text, line: 1, separator: separator.byte() };
    let headers = Separator::ALL.map(|separator| (separator, header(source(separator))));
    let splitting: Vec<Separator> = headers
        .iter()
        .filter(|(_, row)| row.as_ref().is_some_and(|row| row.cells.len() > 1))
        .map(|(s, _)| *s)
        .collect();
    let found = |separator| Found { separator, named: false, scan: scan(source(separator)) };
    match splitting.as_slice() {
        [] => {
            // A header that breaks off at a quotation mark is told of with the separator that its line holds most often.
            let line = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
            let often = |separator: &Separator| line.bytes().filter(|byte| *byte == separator.byte()).count();
            let broken = headers.iter().filter(|(_, row)| row.is_none()).map(|(separator, _)| *separator);
            Ok(found(broken.rev().max_by_key(often).unwrap_or(Separator::Comma)))
        }
        [one] => Ok(found(*one)),
        several => {
            let mut read: Vec<(usize, Found)> =
                several.iter().map(|s| found(*s)).map(|f| (faults(&f.scan), f)).collect();
            let sound: Vec<Separator> =
                read.iter().filter(|(faults, _)| *faults == 0).map(|(_, f)| f.separator).collect();
            if sound.len() > 1 {
                let line = headers.iter().find_map(|(_, row)| row.as_ref()).map_or(1, |row| row.line);
                return Err(ReadProblem::AmbiguousSeparator { at: Place::line(file, line), separators: sound });
            }
            read.sort_by_key(|(faults, _)| *faults);
            match read.into_iter().next() {
                Some((_, nearest)) => Ok(nearest),
                None => Ok(found(Separator::Comma)),
            }
        }
    }
}

/// The character within a header of one cell that was meant to separate it. Such a header is refused wherever it comes from: the strict
/// reader refuses it too, so no record could hold it.
pub(super) fn within(header: &[String]) -> Option<char> {
    let [cell] = header else { return None };
    let separators = Separator::ALL.map(|separator| char::from(separator.byte()));
    cell.chars().find(|c| separators.contains(c) || OTHERS.contains(c))
}

/// How many rows do not fit, and a faulty quotation mark.
fn faults(scan: &Scan) -> usize {
    let mut rows = scan.rows.iter().filter(|row| !row.is_blank());
    let width = rows.next().map(|row| row.cells.len());
    rows.filter(|row| Some(row.cells.len()) != width).count() + usize::from(scan.fault.is_some())
}

/// The separator that a first line such as `sep=;` names, as Excel understands it, and the text after that line.
fn named(text: &str) -> Option<(Separator, &str)> {
    let end = text.find(['\n', '\r'])?;
    let (line, rest) = text.split_at_checked(end)?;
    let line = line.strip_prefix('"').and_then(|line| line.strip_suffix('"')).unwrap_or(line);
    let separator = match line.get(..4)?.eq_ignore_ascii_case("sep=").then(|| line.get(4..))?? {
        "," => Separator::Comma,
        ";" => Separator::Semicolon,
        "\t" => Separator::Tab,
        _ => return None,
    };
    Some((separator, rest.strip_prefix("\r\n").or_else(|| rest.get(1..)).unwrap_or(rest)))
}
