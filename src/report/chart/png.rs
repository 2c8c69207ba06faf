//! A picture in pixels from an SVG, with letters that come with the program: the same on every machine.

use std::collections::BTreeSet;
use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Group, Node, Options, Tree, fontdb::Database};

/// DejaVu Sans, which has letters for all languages here (and Greek, Cyrillic, Hebrew and more). Its licence is beside it.
const FONT: &[u8] = include_bytes!("../../../fonts/DejaVuSans.ttf");
const FAMILY: &str = "DejaVu Sans";
/// Pixels for each unit of the SVG, so that print is sharp too.
const SCALE: f32 = 2.0;

/// Why there is no picture; a fault of the program, not of its input.
#[derive(Debug, thiserror::Error)]
pub enum PngError {
    /// The SVG.
    #[error("a chart is not sound: {0}")]
    Svg(String),
    /// Its size.
    #[error("a chart is too large")]
    Size,
    /// The writer.
    #[error("a picture could not be written: {0}")]
    Write(String),
}

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Png {
    /// The file.
    pub bytes: Vec<u8>,
    /// Letters of the SVG in whose place it has boxes, because the letters that come with the program have none such.
    pub lacking: BTreeSet<String>,
}

/// Pixels from an SVG.
///
/// # Errors
/// When the SVG is not sound or too large.
pub fn png(svg: &str) -> Result<Png, PngError> {
    let mut fonts = Database::new();
    fonts.load_font_data(FONT.to_vec());
    fonts.set_sans_serif_family(FAMILY);
    let options = Options { font_family: FAMILY.to_owned(), fontdb: Arc::new(fonts), ..Options::default() };
    let tree = Tree::from_str(svg, &options).map_err(|error| PngError::Svg(error.to_string()))?;
    let size = tree.size().to_int_size().scale_by(SCALE).ok_or(PngError::Size)?;
    let mut pixels = Pixmap::new(size.width(), size.height()).ok_or(PngError::Size)?;
    resvg::render(&tree, Transform::from_scale(SCALE, SCALE), &mut pixels.as_mut());
    let mut lacking = BTreeSet::new();
    lacks(tree.root(), &mut lacking);
    let bytes = pixels.encode_png().map_err(|error| PngError::Write(error.to_string()))?;
    Ok(Png { bytes, lacking })
}

/// Gathers the letters for which the font has nothing but its glyph for unknown ones, which is the first in every font.
fn lacks(group: &Group, lacking: &mut BTreeSet<String>) {
    for node in group.children() {
        match node {
            Node::Group(group) => lacks(group, lacking),
            Node::Text(text) => {
                let glyphs = text.layouted().iter().flat_map(|span| &span.positioned_glyphs);
                lacking.extend(glyphs.filter(|glyph| glyph.id.0 == 0).map(|glyph| glyph.text.clone()));
            }
            Node::Path(_) | Node::Image(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::png;

    fn one(text: &str) -> Vec<u8> {
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"60\" height=\"20\"><text x=\"2\" y=\"15\">{text}</text></svg>"
        );
        png(&svg).map(|png| png.bytes).unwrap_or_default()
    }

    fn lacking(text: &str) -> Vec<String> {
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"60\" height=\"20\"><g><text>{text}</text></g></svg>"
        );
        png(&svg).map(|png| png.lacking.into_iter().collect()).unwrap_or_default()
    }

    #[test]
    fn letters_that_are_not_there_are_known() {
        assert_eq!(lacking("a \u{2067}\u{4e2d}b\u{56fd}\u{2069} \u{4e2d}"), ["\u{4e2d}", "\u{56fd}"]);
        assert_eq!(lacking("\u{e01}"), ["\u{e01}"]);
        let all = "ế ß ñ ã œ العربية ειρήνη ж שלום 7\u{a0}% 7\u{202f}% 7\u{200e}%\u{200e} \u{2067}7\u{2069} \u{2068}e\u{301}\u{2069} \u{2013}\u{2026}\u{2191}\u{2019}";
        assert_eq!(lacking(all), [""; 0]);
    }

    #[test]
    fn letters_of_every_language_are_there() {
        let nothing = one("");
        assert!(nothing.starts_with(b"\x89PNG"));
        // A letter that the font does not have is left out, or is the box of an unknown one.
        let unknown = one("\u{e000}");
        for text in ["a", "ế", "ß", "ñ", "ã", "œ", "ع", "λ", "ж", "7"] {
            let picture = one(text);
            assert!(picture != nothing && picture != unknown, "{text}");
        }
        // Marks that isolate are not seen.
        assert_eq!(one("\u{2067}7\u{2069}"), one("7"));
        assert!(png("<svg").is_err());
    }
}
