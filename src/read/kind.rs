//! Files that are something else: told by how they begin, and refused by name.

/// A kind of file that is neither CSV nor an `.xlsx` workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Foreign {
    /// A workbook that opens with a password only.
    Protected,
    /// A workbook of Excel 97 to 2003, `.xls`.
    OldExcel,
    /// Another document of Office 97 to 2003.
    OldOffice,
    /// An OpenDocument spreadsheet, `.ods`.
    OpenDocument,
    /// A binary workbook, `.xlsb`.
    BinaryExcel,
    /// A spreadsheet of Apple Numbers.
    Numbers,
    /// A document of Word, PowerPoint or the like, in a ZIP archive.
    Document,
    /// A ZIP archive of something else.
    Archive,
    /// Another archive, or a compressed file.
    Compressed,
    /// A PDF document.
    Pdf,
    /// A web page; some programs call it `.xls`.
    WebPage,
    /// XML.
    Xml,
    /// Rich text.
    RichText,
    /// A picture.
    Picture,
}

impl Foreign {
    /// What it is, for messages.
    pub(super) fn name(self) -> &'static str {
        match self {
            Foreign::Protected => "a document that opens with a password only",
            Foreign::OldExcel => "a workbook of Excel 97 to 2003 (.xls)",
            Foreign::OldOffice => "a document of Office 97 to 2003",
            Foreign::OpenDocument => "an OpenDocument spreadsheet (.ods)",
            Foreign::BinaryExcel => "a binary Excel workbook (.xlsb)",
            Foreign::Numbers => "a spreadsheet of Apple Numbers",
            Foreign::Document => "a text document or a presentation",
            Foreign::Archive => "a ZIP archive, and no Excel workbook",
            Foreign::Compressed => "a compressed file or an archive",
            Foreign::Pdf => "a PDF document",
            Foreign::WebPage => "a web page (HTML)",
            Foreign::Xml => "XML",
            Foreign::RichText => "a document in Rich Text Format",
            Foreign::Picture => "a picture",
        }
    }

    /// What to do about it.
    pub(super) fn help(self) -> &'static str {
        match self {
            Foreign::Protected => {
                "Open it with the password, remove the password, and save the sheet as .xlsx, or as \"CSV UTF-8\"."
            }
            Foreign::OldExcel | Foreign::BinaryExcel | Foreign::OpenDocument | Foreign::WebPage | Foreign::Xml => {
                "Open it in your spreadsheet program and save it as an Excel workbook (.xlsx), or the sheet as \"CSV UTF-8\"."
            }
            Foreign::Numbers => "Open it in Numbers and export it to Excel (.xlsx), or to CSV with the encoding UTF-8.",
            Foreign::Archive | Foreign::Compressed => "Unpack it, and name the file that is in it.",
            Foreign::OldOffice | Foreign::Document | Foreign::Pdf | Foreign::RichText | Foreign::Picture => {
                "Check that this is the file you meant: it must be a table, as CSV or as an Excel workbook (.xlsx)."
            }
        }
    }
}

/// How files of other kinds begin.
const BEGINNINGS: [(&[u8], Foreign); 10] = [
    (b"%PDF-", Foreign::Pdf),
    (b"{\\rtf", Foreign::RichText),
    (b"\x1F\x8B\x08", Foreign::Compressed),
    (b"BZh91AY&SY", Foreign::Compressed),
    (b"7z\xBC\xAF\x27\x1C", Foreign::Compressed),
    (b"Rar!\x1A\x07", Foreign::Compressed),
    (b"\xFD7zXZ\x00", Foreign::Compressed),
    (b"\x89PNG\r\n", Foreign::Picture),
    (b"\xFF\xD8\xFF", Foreign::Picture),
    (b"GIF89a", Foreign::Picture),
];

/// How texts with tags begin.
const TAGS: [(&[u8], Foreign); 7] = [
    (b"<!doctype", Foreign::WebPage),
    (b"<html", Foreign::WebPage),
    (b"<head", Foreign::WebPage),
    (b"<meta", Foreign::WebPage),
    (b"<table", Foreign::WebPage),
    (b"<?xml", Foreign::Xml),
    (b"<workbook", Foreign::Xml),
];

/// A compound file: an old Office document, or an encrypted new one.
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Whether a file is a ZIP archive, as workbooks are.
pub(super) fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// What else a file is, if that can be told from its beginning.
pub(super) fn foreign(bytes: &[u8]) -> Option<Foreign> {
    if bytes.starts_with(COMPOUND) {
        return Some(match () {
            () if names(bytes, "EncryptedPackage") => Foreign::Protected,
            () if names(bytes, "Workbook") || names(bytes, "Book") => Foreign::OldExcel,
            () => Foreign::OldOffice,
        });
    }
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let tag = |(begin, _): &&(&[u8], Foreign)| text.get(..begin.len()).is_some_and(|t| t.eq_ignore_ascii_case(begin));
    let beginning = BEGINNINGS.iter().find(|(begin, _)| bytes.starts_with(begin));
    beginning.or_else(|| TAGS.iter().find(tag)).map(|(_, kind)| *kind)
}

/// Whether the directory of a compound file, which is in UTF-16, has an entry of this name.
fn names(bytes: &[u8], name: &str) -> bool {
    let name: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
    bytes.windows(name.len()).any(|window| window == name)
}
