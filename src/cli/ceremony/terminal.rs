//! The full screen, and the keyboard.

use std::io::{self, IsTerminal};

use klero::ceremony::{Key, Live, Stage, View};
use klero::language::Words;
use ratatui::crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, read};

use super::screen::draw;

/// Whether somebody can see the screen and type.
pub fn is_there() -> bool {
    io::stdin().is_terminal() && io::stdout().is_terminal()
}

/// Shows a draw until everything was shown or somebody left.
pub fn show(live: &mut Live, words: &Words) -> io::Result<()> {
    let mut terminal = ratatui::try_init()?;
    let mut shown = || {
        while !matches!(live.stage(), Stage::Over | Stage::Left) {
            let view = View::new(live, words);
            let small = words.say("live-small", &[]);
            let more = |left: usize| words.say("live-more", &[("count", left.into())]);
            terminal.draw(|frame| draw(frame, &view, &small, more))?;
            if let Event::Key(event) = read()? {
                key(event).into_iter().for_each(|key| live.press(key));
            }
        }
        Ok(())
    };
    let outcome = shown();
    let restored = ratatui::try_restore();
    outcome.and(restored)
}

/// What a key means.
fn key(event: KeyEvent) -> Option<Key> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    match event.code {
        KeyCode::Esc => Some(Key::Leave),
        KeyCode::Char('c' | 'd') if event.modifiers.contains(KeyModifiers::CONTROL) => Some(Key::Leave),
        KeyCode::Char(letter) => letter.to_digit(10).and_then(|digit| u8::try_from(digit).ok()).map(Key::Digit),
        KeyCode::Backspace => Some(Key::Back),
        KeyCode::Enter => Some(Key::On),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use klero::ceremony::Key;
    use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

    use super::key;

    #[test]
    fn what_keys_mean() {
        let plain = |code| key(KeyEvent::new(code, KeyModifiers::NONE));
        for digit in 0..=9 {
            assert_eq!(plain(KeyCode::Char(char::from(b'0' + digit))), Some(Key::Digit(digit)));
        }
        assert_eq!(plain(KeyCode::Backspace), Some(Key::Back));
        assert_eq!(plain(KeyCode::Enter), Some(Key::On));
        assert_eq!(plain(KeyCode::Esc), Some(Key::Leave));
        assert_eq!(key(KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL)), Some(Key::Leave));
        // Letters, and digits of other writings, are no digits; a key counts when it goes down.
        assert_eq!([plain(KeyCode::Char('c')), plain(KeyCode::Char('٣')), plain(KeyCode::Tab)], [None; 3]);
        let up = KeyEvent { kind: KeyEventKind::Release, ..KeyEvent::new(KeyCode::Char('1'), KeyModifiers::NONE) };
        assert_eq!(key(up), None);
    }
}
