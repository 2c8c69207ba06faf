//! A text as a QR code for a terminal.

use qrcode::QrCode;
use qrcode::render::unicode::Dense1x2;

/// The code, two rows of it a line, for light letters on a dark ground; nothing for a text that is too long for one.
pub fn code(text: &str) -> String {
    let Ok(code) = QrCode::new(text) else { return String::new() };
    let drawn = code.render::<Dense1x2>().dark_color(Dense1x2::Light).light_color(Dense1x2::Dark).build();
    drawn.lines().map(|line| format!("  {}\n", line.trim_end())).collect::<String>() + "\n"
}
