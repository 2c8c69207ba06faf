//! The parts of a workbook beside its sheets: their list, the strings that cells share, and how numbers are shown.

use std::collections::BTreeMap;

use quick_xml::events::Event;

use super::Broken;
use super::format::Format;
use super::package::Package;
use super::value::unescape;
use super::xml::Xml;

/// Most strings that cells may share.
const MAX_STRINGS: usize = 20_000_000;

/// What all sheets have in common.
pub(super) struct Workbook {
    /// Names and parts of the worksheets, in the order of the workbook.
    pub sheets: Vec<(String, String)>,
    pub strings: Vec<String>,
    pub formats: Vec<Format>,
    /// Whether days are counted from 1904 on.
    pub from_1904: bool,
}

/// A relationship: what kind, and to which part.
struct Relation {
    kind: String,
    target: String,
}

/// Reads everything but the sheets.
pub(super) fn workbook(package: &mut Package<'_>) -> Result<Workbook, Broken> {
    let missing = |part: &str| Broken::Damaged(format!("its part {part} is missing"));
    let root = relations(package, "_rels/.rels", "")?;
    let office = root.values().find(|relation| relation.kind.ends_with("/officeDocument"));
    let path = office.map_or("xl/workbook.xml", |relation| &relation.target).to_owned();
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", &path));
    let relations = relations(package, &format!("{folder}/_rels/{name}.rels"), folder)?;
    let text = package.part(&path)?.ok_or_else(|| missing("workbook.xml"))?;
    let (mut sheets, mut from_1904) = (Vec::new(), false);
    let mut xml = Xml::new(&text, "the list of its sheets");
    while let Some(event) = xml.next()? {
        let Event::Start(element) = event else { continue };
        match element.local_name().as_ref() {
            "sheet" => {
                let name = xml.attribute(&element, "name")?.ok_or_else(|| xml.fault())?;
                let id = xml.attribute(&element, "id")?.ok_or_else(|| xml.fault())?;
                let relation = relations.get(id.as_ref()).ok_or_else(|| xml.fault())?;
                if relation.kind.ends_with("/worksheet") {
                    sheets.push((name.into_owned(), relation.target.clone()));
                }
            }
            "workbookPr" => {
                from_1904 |= matches!(xml.attribute(&element, "date1904")?.as_deref(), Some("1" | "true"));
            }
            _ => {}
        }
    }
    let part = |ending: &str| relations.values().find(|relation| relation.kind.ends_with(ending));
    let strings = match part("/sharedStrings") {
        Some(relation) => {
            shared_strings(&package.part(&relation.target)?.ok_or_else(|| missing("sharedStrings.xml"))?)?
        }
        None => Vec::new(),
    };
    let formats = match part("/styles") {
        Some(relation) => formats(&package.part(&relation.target)?.ok_or_else(|| missing("styles.xml"))?)?,
        None => Vec::new(),
    };
    Ok(Workbook { sheets, strings, formats, from_1904 })
}

/// The relationships that a part lists, by their identifiers; targets count from the archive's root.
fn relations(package: &mut Package<'_>, part: &str, folder: &str) -> Result<BTreeMap<String, Relation>, Broken> {
    let mut relations = BTreeMap::new();
    let Some(text) = package.part(part)? else { return Ok(relations) };
    let mut xml = Xml::new(&text, "the list of its parts");
    while let Some(event) = xml.next()? {
        let Event::Start(element) = event else { continue };
        if element.local_name().as_ref() != "Relationship" {
            continue;
        }
        let take = |name| Ok(xml.attribute(&element, name)?.ok_or_else(|| xml.fault())?.into_owned());
        let (id, kind, target): (String, String, String) = (take("Id")?, take("Type")?, take("Target")?);
        let target = match target.strip_prefix('/') {
            Some(absolute) => absolute.to_owned(),
            None if folder.is_empty() => target,
            None => format!("{folder}/{}", target.strip_prefix("./").unwrap_or(&target)),
        };
        relations.insert(id, Relation { kind, target });
    }
    Ok(relations)
}

fn shared_strings(text: &str) -> Result<Vec<String>, Broken> {
    let mut xml = Xml::new(text, "the list of its texts");
    let mut strings = Vec::new();
    while let Some(event) = xml.next()? {
        if let Event::Start(element) = event
            && element.local_name().as_ref() == "si"
        {
            if strings.len() == MAX_STRINGS {
                return Err(Broken::TooLarge(format!("it has more than {MAX_STRINGS} texts")));
            }
            strings.push(rich_text(&mut xml)?);
        }
    }
    Ok(strings)
}

/// The text of a string up to the end of its element: all pieces of it, without aids to pronunciation.
pub(super) fn rich_text(xml: &mut Xml<'_>) -> Result<String, Broken> {
    let mut whole = String::new();
    let mut piece = String::new();
    let mut aside = 0_usize;
    let mut depth = 0_usize;
    loop {
        match xml.next()?.ok_or_else(|| xml.fault())? {
            Event::Start(element) if element.local_name().as_ref() == "t" && aside == 0 => {
                let keep = xml.attribute(&element, "space")?.as_deref() == Some("preserve");
                piece.clear();
                xml.text(&mut piece)?;
                // What spreadsheet programs show: white space around a piece counts only if the file says so.
                let shown = if keep { piece.as_str() } else { piece.trim_matches([' ', '\t', '\r', '\n']) };
                whole.push_str(&unescape(shown));
            }
            Event::Start(element) => {
                depth += 1;
                if element.local_name().as_ref() == "rPh" || aside > 0 {
                    aside += 1;
                }
            }
            Event::End(_) if depth == 0 => return Ok(whole),
            Event::End(_) => {
                depth -= 1;
                aside = aside.saturating_sub(1);
            }
            _ => {}
        }
    }
}

/// How each style shows numbers.
fn formats(text: &str) -> Result<Vec<Format>, Broken> {
    let mut xml = Xml::new(text, "the list of its cell formats");
    let mut own: BTreeMap<u32, Format> = BTreeMap::new();
    let mut formats = Vec::new();
    let mut in_cells = false;
    while let Some(event) = xml.next()? {
        match event {
            Event::Start(element) => match element.local_name().as_ref() {
                "numFmt" => {
                    let id = xml.attribute(&element, "numFmtId")?.and_then(|id| id.parse().ok());
                    if let (Some(id), Some(code)) = (id, xml.attribute(&element, "formatCode")?) {
                        own.insert(id, Format::of_code(&code));
                    }
                }
                "cellXfs" => in_cells = true,
                "xf" if in_cells => {
                    let id = xml.attribute(&element, "numFmtId")?.and_then(|id| id.parse().ok()).unwrap_or(0);
                    formats.push(own.get(&id).copied().unwrap_or_else(|| Format::built_in(id)));
                }
                _ => {}
            },
            Event::End(element) if element.local_name().as_ref() == "cellXfs" => in_cells = false,
            _ => {}
        }
    }
    Ok(formats)
}
