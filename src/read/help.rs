//! What to do about each problem.

use super::place::{count, list};
use super::{ReadProblem, WorkbookFault};

const SAVE_AS_UTF8: &str = "Save the spreadsheet again in the format that your program calls \"CSV UTF-8\"";

impl ReadProblem {
    /// What to do next.
    pub fn help(&self) -> String {
        match self {
            ReadProblem::Empty { .. } => "Check that this is the file you meant. The first row must name the columns.".to_owned(),
            ReadProblem::NoRows { .. } => {
                "Check that this is the file you meant, and that the spreadsheet was saved with all of its rows.".to_owned()
            }
            ReadProblem::Utf16 { .. } | ReadProblem::NotUtf8 { .. } => format!("{SAVE_AS_UTF8}."),
            ReadProblem::Utf32 { .. } | ReadProblem::HalfCharacter { .. } | ReadProblem::UnknownEncoding { .. } => {
                format!("{SAVE_AS_UTF8}, or as an Excel workbook (.xlsx).")
            }
            ReadProblem::MixedEncodings { .. } => {
                "Probably rows from two files were put together outside of a spreadsheet program. Open each by itself, check its letters, \
                 put them together there, and save that as \"CSV UTF-8\" or as .xlsx."
                    .to_owned()
            }
            ReadProblem::OldMacintosh { .. } => format!("{SAVE_AS_UTF8}, or as an Excel workbook (.xlsx). (In the formats \"CSV\" and \"CSV (Macintosh)\", letters with accents can be mistaken.)"),
            ReadProblem::Workbook { .. } => {
                "Open it in your spreadsheet program and save the sheet in the format called \"CSV UTF-8\".".to_owned()
            }
            ReadProblem::NulByte { at } if at.sheet.is_some() => "Delete the character.".to_owned(),
            ReadProblem::NulByte { .. } => {
                "The file is damaged, or it is not text in UTF-8. Save the spreadsheet again in the format called \"CSV UTF-8\".".to_owned()
            }
            ReadProblem::Separator { .. } => {
                "Save the spreadsheet again as CSV with commas (in the export dialogue, choose the comma as the field separator).".to_owned()
            }
            ReadProblem::AmbiguousSeparator { .. } => {
                "Put quotation marks around the header's cells that hold such a character themselves, or save the spreadsheet as an Excel workbook (.xlsx)."
                    .to_owned()
            }
            ReadProblem::OneCell { separator: '|' | '^', .. } => {
                "Save the spreadsheet again as CSV with commas, semicolons or tabs between the cells.".to_owned()
            }
            ReadProblem::OneCell { at, .. } if at.sheet.is_some() => {
                "Split the column into several (in Excel: Data, Text to Columns), one for each name in the header.".to_owned()
            }
            ReadProblem::OneCell { .. } => {
                "Take away the quotation marks around whole rows: they make one cell of each.".to_owned()
            }
            ReadProblem::Ragged { cells, header, separator, .. } if cells > header => format!(
                "Take {} out of this row. If a cell is meant to hold a {}, put quotation marks around the whole cell.",
                count(cells - header, separator.one()),
                separator.one()
            ),
            ReadProblem::Ragged { cells, header, separator, .. } => format!(
                "Add {} to this row. If a cell is meant to hold a line break, put quotation marks around the whole cell.",
                count(header.saturating_sub(*cells), separator.one())
            ),
            ReadProblem::UnclosedQuote { .. } => {
                "Close the quotation mark at the end of the cell, or delete it. Rows after it have not been checked.".to_owned()
            }
            ReadProblem::TextAfterQuote { at, end, .. } if at.line != Some(*end) => {
                "Probably the quotation mark that starts the cell is a stray one: delete it, or close it at the end of the cell. \
                 Rows after it have not been checked."
                    .to_owned()
            }
            ReadProblem::TextAfterQuote { .. } => "Delete what follows; or put one quotation mark at the start and one at the end of the cell, and double each one \
                 between them (\"\"). Rows after it have not been checked."
                .to_owned(),
            ReadProblem::Foreign { kind, .. } => kind.help().to_owned(),
            ReadProblem::NotAWorkbook { at, .. } => format!("Name the file alone: {}.", at.file),
            ReadProblem::NoSheet { at, sheets, .. } => format!("{} Its sheets are {}.", name_a_sheet(&at.file, sheets), list(sheets)),
            ReadProblem::ManySheets { at, sheets } => {
                format!("{} Or keep the others in another file.", name_a_sheet(&at.file, sheets))
            }
            ReadProblem::Unusable { fault: WorkbookFault::Damaged { .. }, .. } => {
                "Open it in your spreadsheet program, check that all is there, and save it again as an Excel workbook (.xlsx).".to_owned()
            }
            ReadProblem::Unusable { fault: WorkbookFault::TooLarge { .. }, .. } => {
                "Copy the cells that are needed into a new workbook, or save the sheet as \"CSV UTF-8\".".to_owned()
            }
            ReadProblem::Unusable { fault: WorkbookFault::NoResult, .. } => {
                "Open the workbook in your spreadsheet program, which computes it, and save it; or replace the formula by its result.".to_owned()
            }
        }
    }
}

fn name_a_sheet(file: &str, sheets: &[String]) -> String {
    let example = sheets.first().map_or("", String::as_str);
    format!("Say which one is meant, behind the name of the file: \"{file}#{example}\".")
}
