//! The ZIP archive of a workbook: its parts as text, and never more of them than a workbook of people could need.
//!
//! A few bytes of ZIP can stand for a thousand times as many, so both what the archive declares and what really comes out of it is counted.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::Broken;
use crate::read::kind::Foreign;
use crate::read::place::shown;

/// Most bytes that the parts of a workbook may have together: a sheet of a million rows and ten columns takes about 350 MB.
const MAX_UNPACKED: u64 = 512 << 20;

/// Parts that together unpack to at most this much are never called a bomb.
const SMALL: u64 = 64 << 20;

/// How many times larger than the file its parts may be. Sheets are text full of repetitions and shrink to a tenth or a thirtieth; an
/// archive made to do harm comes to a thousandth.
const MAX_RATIO: u64 = 150;

/// An opened archive.
pub(super) struct Package<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// Parts by their name in lower case: their names make no difference of it.
    parts: BTreeMap<String, usize>,
    /// How many bytes may still be unpacked.
    left: u64,
}

impl<'a> Package<'a> {
    /// Opens the archive of a workbook.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Broken> {
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged("it is no complete ZIP archive"))?;
        let mut parts = BTreeMap::new();
        let mut declared = 0_u64;
        for index in 0..zip.len() {
            let part =
                zip.by_index_raw(index).map_err(|_| damaged("a part of the ZIP archive is not where it should be"))?;
            let name = String::from_utf8_lossy(part.name_raw()).replace('\\', "/").to_ascii_lowercase();
            declared = declared.saturating_add(part.size());
            if part.encrypted() {
                return Err(Broken::Foreign(Foreign::Protected));
            }
            if parts.insert(name.trim_start_matches('/').to_owned(), index).is_some() {
                return Err(damaged("two parts of the ZIP archive have one name"));
            }
        }
        let most = most(bytes.len());
        if declared > most {
            return Err(too_large(declared));
        }
        let package = Package { zip, parts, left: most };
        match package.foreign() {
            Some(kind) => Err(Broken::Foreign(kind)),
            None => Ok(package),
        }
    }

    /// What the archive is, if it is no workbook.
    fn foreign(&self) -> Option<Foreign> {
        let has = |name: &str| self.parts.contains_key(name);
        let any = |begin: &str| self.parts.keys().any(|name| name.starts_with(begin));
        match () {
            () if has("xl/workbook.xml") => None,
            () if has("xl/workbook.bin") => Some(Foreign::BinaryExcel),
            () if has("index/document.iwa") || has("index.zip") || any("index/tables/") => Some(Foreign::Numbers),
            () if has("content.xml") && has("mimetype") => Some(Foreign::OpenDocument),
            () if any("word/") || any("ppt/") => Some(Foreign::Document),
            () if has("[content_types].xml") => None,
            () => Some(Foreign::Archive),
        }
    }

    /// The text of a part; `None` if there is none of that name.
    pub fn part(&mut self, name: &str) -> Result<Option<String>, Broken> {
        let name = name.to_ascii_lowercase();
        let Some(index) = self.parts.get(name.trim_start_matches('/')) else {
            return Ok(None);
        };
        let fault = |what: &str| damaged(&format!("its part {} {what}", shown(&name)));
        let part = self.zip.by_index(*index).map_err(|_| fault("cannot be unpacked"))?;
        let expected = usize::try_from(part.size().min(self.left)).unwrap_or_default();
        let mut bytes = Vec::with_capacity(expected);
        let read = part.take(self.left.saturating_add(1)).read_to_end(&mut bytes);
        let size = bytes.len() as u64;
        if size > self.left {
            return Err(too_large(size));
        }
        read.map_err(|_| fault("is not as it was packed"))?;
        self.left -= size;
        String::from_utf8(bytes).map(Some).map_err(|_| fault("is not in UTF-8"))
    }
}

/// Most bytes that may come out of a file.
fn most(file: usize) -> u64 {
    (file as u64).saturating_mul(MAX_RATIO).clamp(SMALL, MAX_UNPACKED)
}

fn damaged(reason: &str) -> Broken {
    Broken::Damaged(reason.to_owned())
}

fn too_large(bytes: u64) -> Broken {
    Broken::TooLarge(format!("unpacked, it has {} MB or more", bytes >> 20))
}
