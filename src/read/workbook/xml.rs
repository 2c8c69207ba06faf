//! Small helps for reading XML.

use std::borrow::Cow;

use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::Broken;

/// Reads a part event by event.
pub(super) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    part: &'static str,
}

impl<'a> Xml<'a> {
    pub fn new(text: &'a str, part: &'static str) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Xml { reader, part }
    }

    /// The next event; `None` at the end.
    pub fn next(&mut self) -> Result<Option<Event<'a>>, Broken> {
        match self.reader.read_event() {
            Ok(Event::Eof) => Ok(None),
            Ok(event) => Ok(Some(event)),
            Err(_) => Err(self.fault()),
        }
    }

    /// That the part is not what it should be.
    pub fn fault(&self) -> Broken {
        Broken::Damaged(format!("{} cannot be understood", self.part))
    }

    /// The text up to the end of the element that was just opened, without that of elements in it.
    pub fn text(&mut self, into: &mut String) -> Result<(), Broken> {
        let mut depth = 0_usize;
        loop {
            match self.next()?.ok_or_else(|| self.fault())? {
                Event::Start(_) => depth += 1,
                Event::End(_) if depth == 0 => return Ok(()),
                Event::End(_) => depth -= 1,
                Event::Text(text) if depth == 0 => into.push_str(&text.xml10_content()),
                Event::CData(text) if depth == 0 => into.push_str(&text.xml10_content()),
                Event::GeneralRef(name) if depth == 0 => into.push(self.character(&name)?),
                _ => {}
            }
        }
    }

    /// The character that `&…;` stands for.
    fn character(&self, name: &BytesRef<'_>) -> Result<char, Broken> {
        Ok(match name.as_ref() {
            "lt" => '<',
            "gt" => '>',
            "amp" => '&',
            "quot" => '"',
            "apos" => '\'',
            _ => name.resolve_char_ref().ok().flatten().ok_or_else(|| self.fault())?,
        })
    }

    /// An attribute, by its name without prefix.
    pub fn attribute<'e>(&self, element: &'e BytesStart<'_>, name: &str) -> Result<Option<Cow<'e, str>>, Broken> {
        for attribute in element.attributes().with_checks(false) {
            let attribute = attribute.map_err(|_| self.fault())?;
            if attribute.key.local_name().as_ref() == name {
                return attribute.normalized_value(XmlVersion::Implicit1_0).map(Some).map_err(|_| self.fault());
            }
        }
        Ok(None)
    }
}
