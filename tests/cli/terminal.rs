//! What is only said on a terminal, in which colours, and how much.

use super::sandbox::Sandbox;

const SOLVE: &str = "klero solve --pool in/pool.csv --quotas in/quotas.csv --size 4 --tickets 1000";
const RED: &str = "\u{1b}[31m";

/// The text without what steers a terminal.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        if letter == '\u{1b}' {
            letters.by_ref().find(char::is_ascii_alphabetic);
        } else {
            plain.push(letter);
        }
    }
    plain
}

#[test]
fn colours_are_only_where_they_are_wanted_and_say_nothing_by_themselves() {
    let sandbox = Sandbox::new();
    sandbox.ok(&format!("{SOLVE} --out record"));
    sandbox.ok("cp -r record bad && echo x >> bad/quotas.csv");
    for line in [
        "klero check --pool none.csv --quotas none.csv --size 4",
        "klero verify bad",
        "klero solve --colour",
        "klero --help",
    ] {
        let bare = sandbox.sh(line);
        let text = |ran: &super::sandbox::Ran| ran.out.clone() + &ran.err;
        assert!(!text(&bare).contains('\u{1b}'), "{line}");
        assert_eq!(sandbox.sh_with(line, &[("CLICOLOR_FORCE", "1")]), bare, "{line}");
        let ran = sandbox.sh(&format!("{line} --color=always"));
        assert!(text(&ran).contains('\u{1b}'), "{line}: {ran:?}");
        assert_eq!(plain(&text(&ran)), text(&bare), "{line}");
        assert_eq!(ran.code, bare.code);
    }
    assert_eq!(plain("a\u{1b}[1m\u{1b}[31mb\u{1b}[0mc"), "abc");
}

#[test]
fn quiet_leaves_what_went_wrong_and_verbose_holds_no_time() {
    let sandbox = Sandbox::new();
    let seat = "klero check --pool in/two_pools.xlsx --quotas in/quotas.csv --size 4";
    let notes = "klero solve --settings in/klero.toml --pool in/register.csv --quotas in/bands.csv --out";
    let usual = sandbox.sh(&format!("{notes} usual"));
    assert!(usual.err.contains("note: ") && !usual.err.contains("done: "), "{}", usual.err);
    let quiet = sandbox.sh(&format!("{notes} quiet --quiet"));
    assert_eq!((quiet.code, quiet.err.as_str()), (usual.code, ""));
    assert_eq!(quiet.out.replace("quiet", "usual"), usual.out);
    let wrong = sandbox.sh(seat);
    assert_eq!(wrong.code, 2);
    assert_eq!(sandbox.sh(&format!("{seat} -q")), wrong);
    // Twice the same words: there is no time in them.
    let verbose = ["first", "other"]
        .map(|name| sandbox.sh(&format!("{SOLVE} --verbose --out {name}")).err.replace(name, "record"));
    assert_eq!(verbose[0], verbose[1]);
    for word in ["tickets = 1000  # option", "12 members", "lottery.json written: ", "record is in its place"] {
        assert!(verbose[0].contains(word), "{word}: {}", verbose[0]);
    }
    let both = sandbox.sh(&format!("{SOLVE} -q -v --out three"));
    assert!(both.code == 2 && both.err.contains("cannot be used with"), "{}", both.err);
}

/// `script` runs a program on a terminal of its own, and prints what is shown there.
#[cfg(target_os = "linux")]
#[test]
fn progress_is_shown_on_a_terminal_and_nowhere_else() {
    let sandbox = Sandbox::new();
    sandbox.ok("klero generate --members 3000 --size 60 --out large");
    let solve = "klero solve --pool large/pool.csv --quotas large/quotas.csv --size 60 --out";
    let shown = |line: &str, environment: &[(&str, &str)]| {
        let ran = sandbox.sh_with(&format!("script -qec '{line}' /dev/null"), environment);
        assert!(ran.err.is_empty(), "{}", ran.err);
        ran.out
    };
    let usual = shown(&format!("{solve} usual"), &[("TERM", "xterm")]);
    for word in ["Reading the pool", "Finding the fairest chances", " member types settled", "0s"] {
        assert!(usual.contains(word), "{word}: {usual:?}");
    }
    let quiet = shown(&format!("{solve} quiet --quiet"), &[("TERM", "xterm")]);
    assert!(quiet.contains("Lottery over") && !quiet.contains("Finding"), "{quiet:?}");
    let verbose = shown(&format!("{solve} verbose --verbose"), &[("TERM", "xterm")]);
    assert!(verbose.contains("Finding the fairest chances, in "), "{verbose:?}");
    let piped = sandbox.sh(&format!("{solve} piped"));
    assert_eq!((piped.code, piped.err.as_str()), (0, ""));
    let piped = sandbox.sh(&format!("{solve} other --verbose"));
    assert!(!piped.err.contains(", in ") && piped.err.contains("done: "), "{}", piped.err);
    // Colours are there too, unless NO_COLOR is set.
    let wrong = "klero check --pool none.csv --quotas none.csv --size 4";
    assert!(shown(wrong, &[("TERM", "xterm"), ("NO_COLOR", "")]).contains(RED));
    assert!(!shown(wrong, &[("TERM", "xterm"), ("NO_COLOR", "1")]).contains(RED));
    assert!(!shown(&format!("{wrong} --color never"), &[("TERM", "xterm"), ("NO_COLOR", "")]).contains(RED));
    assert!(shown(&format!("{wrong} --color always"), &[("TERM", "xterm"), ("NO_COLOR", "1")]).contains(RED));
}

/// In a narrow window no word is broken, and nothing is lost; in a wide one all is as it is when piped.
#[cfg(target_os = "linux")]
#[test]
fn lines_fit_the_window() {
    let sandbox = Sandbox::new();
    let shown = |columns: usize, line: &str| {
        let ran = sandbox.sh(&format!("script -qec 'stty rows 24 cols {columns}; {line}' /dev/null < /dev/null"));
        ran.out.replace('\r', "")
    };
    let bare = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let too_wide = |text: &str| text.lines().filter(|line| line.chars().count() > 60).count();
    sandbox.ok(&format!("{SOLVE} --out record"));
    for line in [
        "klero check -q --color never --pool in/pool.csv --quotas in/impossible.csv --size 4",
        "klero check -q --color never --pool in/bad_pool.csv --quotas in/bad_quotas.csv --size 4",
        "klero verify record --color never -q",
    ] {
        let piped = sandbox.sh(&format!("{line} 2>&1")).out;
        assert!(too_wide(&piped) > 2, "planted: {piped}");
        let narrow = shown(60, line);
        assert_eq!(too_wide(&narrow), 0, "{narrow}");
        assert_eq!(bare(&narrow), bare(&piped));
        assert_eq!(shown(300, line), piped);
    }
    let help = sandbox.sh("printf '?\\n' | script -qec 'stty rows 24 cols 60 -echo; klero wizard' /dev/null").out;
    assert!(help.contains("The people who volunteered: a CSV file or Excel workbook\r\n(.xlsx)"), "{help}");
    assert_eq!(too_wide(&help.replace("pool: ", "pool:\n")), 0, "{help}"); // where somebody pressed Enter
}

/// A record in a sandbox that waits for three digits.
#[cfg(target_os = "linux")]
fn committed() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.ok("klero solve --pool in/pool.csv --quotas in/quotas.csv --size 4 --equal --out town");
    sandbox
        .sh("klero commit town --assembly Town --digits 3 --name-column name --published 2999-01-01T00:00:00Z --no-qr");
    sandbox
}

/// The live view of a ceremony on a terminal of its own: what was shown on the full screen, what came behind it, and the exit code.
/// `feed` is shell that runs when the terminal takes keys as they are; what it prints is typed.
#[cfg(target_os = "linux")]
fn live(sandbox: &Sandbox, window: &str, option: &str, feed: &str) -> (String, String, i32) {
    // The pause keeps the keyboard there until the view has ended.
    let line = format!(
        "rm -f ready; (until [ -e ready ]; do sleep 0.1; done; {feed}; sleep 3) | \
         script -qec 'stty {window} raw -echo; touch ready; klero ceremony town --live {option}; exit $?' /dev/null"
    );
    let ran = sandbox.sh_with(&line, &[("TERM", "xterm")]);
    let (screen, after) = ran.out.split_once("\u{1b}[?1049l").unwrap_or_else(|| panic!("{:?}", ran.out));
    assert!(screen.contains("\u{1b}[?1049h"), "{screen:?}");
    assert_eq!(screen.matches("\u{1b}[?25h").count(), 0, "{screen:?}");
    assert!(after.contains("\u{1b}[?25h"), "the cursor is hidden: {after:?}");
    (screen.to_owned(), after.to_owned(), ran.code)
}

const WINDOW: &str = "rows 30 cols 100";

/// What the live view leaves behind, and that it gives the terminal back.
#[cfg(target_os = "linux")]
#[test]
fn the_live_view_takes_digits_one_by_one() {
    let sandbox = committed();
    let before = sandbox.sh("ls town").out;
    let typed = |keys: &str| live(&sandbox, WINDOW, "", &format!("printf '{keys}'"));
    let (screen, after, code) = typed(r"042\r\r");
    assert!(screen.contains("drawn?"), "{screen:?}");
    assert!(after.contains("klero draw town --digits \"0 4 2\""), "{after:?}");
    assert_eq!(code, 0);
    // Backspace takes a digit back; another digit is another draw.
    let (_, corrected, _) = typed(r"049\1772\r\r");
    assert_eq!(after, corrected);
    assert!(typed(r"041\r\r").1.contains("--digits \"0 4 1\""));
    // Whoever leaves early leaves nothing.
    let (_, after, code) = typed(r"04\033");
    assert!(!after.contains("klero draw") && after.contains("nothing was drawn") && code == 0, "{code} {after:?}");
    assert_eq!(sandbox.sh("ls town").out, before);
}

/// What comes behind `klero ceremony --live --draw &&` in a shell must not go on without a draw.
#[cfg(target_os = "linux")]
#[test]
fn whoever_stops_the_live_view_is_told_that_nothing_was_drawn() {
    let sandbox = committed();
    let before = sandbox.sh("ls town").out;
    for (option, keys, expected) in [
        ("", r"04\003", 130),
        ("--draw", r"04\003", 130),
        ("--draw", r"04\033", 1),
        // In a window that is too small nothing can be passed.
        ("--draw", r"042\r\r\003", 130),
    ] {
        let small = keys.contains("042");
        let window = if small { "rows 12 cols 40" } else { WINDOW };
        let (screen, after, code) = live(&sandbox, window, option, &format!("printf '{keys}'"));
        assert!(after.contains("nothing was drawn"), "{option} {keys}: {after:?}");
        assert_eq!(code, expected, "{option} {keys}");
        assert_eq!(screen.contains("larger,"), small, "{screen:?}");
    }
    assert_eq!(sandbox.sh("ls town").out, before);
}

/// A signal from outside ends the live view as well, and the terminal is as it was found.
#[cfg(target_os = "linux")]
#[test]
fn a_signal_gives_the_terminal_back() {
    let sandbox = committed();
    // With echo before, there is echo behind. The signal is sent when the view has the screen.
    let sent = |signal: &str| {
        let line = format!(
            "rm -f shell shown; (until grep -q 1049h shown; do sleep 0.1; done; kill -{signal} $(pgrep -P $(cat shell) klero); sleep 2) 2> /dev/null | \
             script -qefc 'stty rows 30 cols 100; echo $$ > shell; klero ceremony town --live; code=$?; stty -a; exit $code' shown"
        );
        let ran = sandbox.sh_with(&line, &[("TERM", "xterm")]);
        let (_, after) = ran.out.split_once("\u{1b}[?1049l").unwrap_or_else(|| panic!("{:?}", ran.out));
        (after.to_owned(), ran.code)
    };
    for signal in ["TERM", "INT"] {
        let (after, code) = sent(signal);
        assert!(after.contains("\u{1b}[?25h"), "the cursor is hidden: {after:?}");
        let after = plain(&after);
        for word in ["Stopped: nothing was written.", " echo ", " icanon "] {
            assert!(after.contains(word), "{signal}, {word}: {after:?}");
        }
        assert_eq!(code, 130);
    }
}
