//! A picture in pixels from an SVG, with letters that come with the program: the same on every machine.

use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb::Database};

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

/// Pixels from an SVG.
///
/// # Errors
/// When the SVG is not sound or too large.
pub fn png(svg: &str) -> Result<Vec<u8>, PngError> {
    let mut fonts = Database::new();
    fonts.load_font_data(FONT.to_vec());
    fonts.set_sans_serif_family(FAMILY);
    let options = Options { font_family: FAMILY.to_owned(), fontdb: Arc::new(fonts), ..Options::default() };
    let tree = Tree::from_str(svg, &options).map_err(|error| PngError::Svg(error.to_string()))?;
    let size = tree.size().to_int_size().scale_by(SCALE).ok_or(PngError::Size)?;
    let mut pixels = Pixmap::new(size.width(), size.height()).ok_or(PngError::Size)?;
    resvg::render(&tree, Transform::from_scale(SCALE, SCALE), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| PngError::Write(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::png;

    fn one(text: &str) -> Vec<u8> {
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"60\" height=\"20\"><text x=\"2\" y=\"15\">{text}</text></svg>"
        );
        png(&svg).unwrap_or_default()
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
