//! A text as a QR code, for a terminal or a page.

use qrcode::render::unicode::Dense1x2;
use qrcode::{Color, QrCode};

/// The code, two rows of it a line, for light letters on a dark ground; nothing for a text that is too long for one.
pub fn code(text: &str) -> String {
    let Ok(code) = QrCode::new(text) else { return String::new() };
    let drawn = code.render::<Dense1x2>().dark_color(Dense1x2::Light).light_color(Dense1x2::Dark).build();
    drawn.lines().map(|line| format!("  {}\n", line.trim_end())).collect::<String>() + "\n"
}

/// White around the code, in squares, by the standard.
const QUIET: usize = 4;

/// The code as an image in SVG, with `name` for those who do not see it, which must not hold HTML; nothing for a text that is too long for one.
pub fn svg(text: &str, name: &str) -> String {
    let Ok(code) = QrCode::new(text) else { return String::new() };
    let (width, colors) = (code.width(), code.to_colors());
    let dark = colors.iter().enumerate().filter(|(_, color)| **color == Color::Dark);
    let squares: String = dark.map(|(i, _)| format!("M{} {}h1v1h-1z", QUIET + i % width, QUIET + i / width)).collect();
    let side = width + 2 * QUIET;
    format!(
        "<svg viewBox=\"0 0 {side} {side}\" role=\"img\" aria-label=\"{name}\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/><path d=\"{squares}\"/></svg>\n"
    )
}
