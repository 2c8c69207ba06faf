//! The full screen, and the keyboard.

use std::io::{self, IsTerminal};

use klero::ceremony::{Key, Live, Stage, View};
use klero::language::Words;
use ratatui::crossterm::cursor::Show;
use ratatui::crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, read};
use ratatui::crossterm::execute;

use super::screen::draw;
use crate::cli::interrupt::hold;

/// Whether somebody can see the screen and type.
pub fn is_there() -> bool {
    io::stdin().is_terminal() && io::stdout().is_terminal()
}

/// How a view ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// Everything was shown.
    Over,
    /// Somebody left before.
    Left,
    /// Ctrl-C.
    Stopped,
}

/// What somebody at the keyboard wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wish {
    Press(Key),
    Stop,
}

/// Shows a draw until everything was shown or somebody left. The terminal is given back in any case, a signal from outside included: whoever
/// changes what is on it holds [`hold`] meanwhile.
pub fn show(live: &mut Live, words: &Words) -> io::Result<End> {
    let mut held = hold();
    held.gives_back(Some(give_back));
    let mut terminal = ratatui::try_init().inspect_err(|_| give_back())?;
    drop(held);
    let small = words.say("live-small", &[]);
    let more = |left: usize| words.say("live-more", &[("count", left.into())]);
    // Members of this panel who were on the screen before.
    let mut before = 0;
    let mut shown = || loop {
        match live.stage() {
            Stage::Over => return Ok(End::Over),
            Stage::Left => return Ok(End::Left),
            _ => {}
        }
        let view = View::new(live, words);
        let mut upto = None;
        let held = hold();
        terminal.draw(|frame| upto = draw(frame, &view, before, &small, more))?;
        drop(held);
        let Event::Key(event) = read()? else { continue };
        match wish(event) {
            Some(Wish::Stop) => return Ok(End::Stopped),
            Some(Wish::Press(key)) => before = press(live, key, upto, view.members.len()).unwrap_or(before),
            None => {}
        }
    };
    let outcome = shown();
    let mut held = hold();
    let restored = ratatui::try_restore().and(terminal.show_cursor());
    held.gives_back(None);
    outcome.and_then(|end| restored.map(|()| end))
}

/// The terminal as it was found, whatever was done to it.
fn give_back() {
    // Nothing is left to be done where this fails: the terminal is gone.
    let _ = ratatui::try_restore();
    let _ = execute!(io::stdout(), Show);
}

/// Does what a key says where what is on the screen can be read, all members up to `upto` of so many; where it cannot, one can only leave.
/// How many of the members were seen, where the screen is another now.
fn press(live: &mut Live, key: Key, upto: Option<usize>, members: usize) -> Option<usize> {
    match (key, upto) {
        (Key::Leave, _) => {}
        (_, None) => return None,
        (Key::On, Some(upto)) if upto < members => return Some(upto),
        _ => {}
    }
    let stage = live.stage();
    live.press(key);
    (live.stage() != stage).then_some(0)
}

/// What a key means.
fn wish(event: KeyEvent) -> Option<Wish> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let key = match event.code {
        KeyCode::Esc => Key::Leave,
        KeyCode::Char('c') if event.modifiers.contains(KeyModifiers::CONTROL) => return Some(Wish::Stop),
        KeyCode::Char('d') if event.modifiers.contains(KeyModifiers::CONTROL) => Key::Leave,
        KeyCode::Char(letter) => Key::Digit(letter.to_digit(10).and_then(|digit| u8::try_from(digit).ok())?),
        KeyCode::Backspace => Key::Back,
        KeyCode::Enter => Key::On,
        _ => return None,
    };
    Some(Wish::Press(key))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // a test reports by panicking

    use klero::ceremony::{Key, Live, Room, Stage};
    use klero::lottery::{Lottery, Panel};
    use klero::record::Commitment;
    use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

    use super::{Wish, press, wish};

    #[test]
    fn what_keys_mean() {
        let pressed = |key| Some(Wish::Press(key));
        let plain = |code| wish(KeyEvent::new(code, KeyModifiers::NONE));
        for digit in 0..=9 {
            assert_eq!(plain(KeyCode::Char(char::from(b'0' + digit))), pressed(Key::Digit(digit)));
        }
        assert_eq!(plain(KeyCode::Backspace), pressed(Key::Back));
        assert_eq!(plain(KeyCode::Enter), pressed(Key::On));
        assert_eq!(plain(KeyCode::Esc), pressed(Key::Leave));
        let control = |letter| wish(KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL));
        assert_eq!([control('c'), control('d')], [Some(Wish::Stop), pressed(Key::Leave)]);
        // Letters, and digits of other writings, are no digits; a key counts when it goes down.
        assert_eq!([plain(KeyCode::Char('c')), plain(KeyCode::Char('٣')), plain(KeyCode::Tab)], [None; 3]);
        let up = KeyEvent { kind: KeyEventKind::Release, ..KeyEvent::new(KeyCode::Char('1'), KeyModifiers::NONE) };
        assert_eq!(wish(up), None);
    }

    const TEXT: &str = "klero/commit/1\nassembly Town\ndraw 1\nattempt 1\npublished 2026-11-02T09:00:00Z\nmembers 9\nsize 4\n\
        tickets 10\nobjective maximin\npool ROOT\nseed digits 1\nfile ROOT lottery.json\nfile ROOT pool.leaves\nfile ROOT quotas.csv\n";

    #[test]
    fn what_cannot_be_read_is_not_passed() {
        let commitment = Commitment::parse(Default::default(), &TEXT.replace("ROOT", &"a".repeat(64))).unwrap();
        let lottery = Lottery::new(4, [Panel { members: &[1, 2, 3, 4], tickets: 10 }]);
        let room = Room { commitment: &commitment, fingerprint: "", lottery: &lottery, split: None };
        let mut live = Live::new(room).unwrap();
        // Where the window is too small nothing can be typed, and nothing be passed.
        assert_eq!(press(&mut live, Key::Digit(4), None, 0), None);
        assert_eq!((live.stage(), live.digits()), (Stage::Digits, &[][..]));
        assert_eq!(press(&mut live, Key::Digit(4), Some(0), 0), Some(0));
        assert_eq!((press(&mut live, Key::On, None, 0), live.stage()), (None, Stage::Ticket));
        assert_eq!((press(&mut live, Key::On, Some(0), 0), live.stage()), (Some(0), Stage::Members(0)));
        assert_eq!((press(&mut live, Key::On, None, 4), live.stage()), (None, Stage::Members(0)));
        // All members are seen before it goes on; keys that mean nothing change no page.
        assert_eq!((press(&mut live, Key::On, Some(3), 4), live.stage()), (Some(3), Stage::Members(0)));
        assert_eq!((press(&mut live, Key::Digit(1), Some(4), 4), live.stage()), (None, Stage::Members(0)));
        let mut left = live.clone();
        press(&mut left, Key::Leave, None, 4);
        assert_eq!(left.stage(), Stage::Left);
        assert_eq!((press(&mut live, Key::On, Some(4), 4), live.stage()), (Some(0), Stage::Over));
    }
}
