//! Every small change there is: nothing may crash the checker, and nothing that matters may pass.

use crate::check;
use crate::recorder::{Bytes, Plan, Record, reseal};

fn honest() -> Bytes {
    Record::honest(&Plan { tickets: 5, ..Plan::usual() }).files()
}

/// Each file cut short after each of its bytes, with its hash put right.
#[test]
fn no_file_cut_short_passes() {
    let honest = honest();
    for (name, bytes) in &honest {
        for length in 0..bytes.len() {
            let mut files = honest.clone();
            files.insert(name.clone(), bytes[..length].to_vec());
            if !["setup.json", "result.json"].contains(&name.as_str()) {
                reseal(&mut files);
            }
            // The pool, and `setup.json` and `result.json`, say the same without their final line end. The key is bound to each byte of the other files.
            let last = length == bytes.len() - 1;
            let harmless = last && ["setup.json", "result.json", "pool.csv"].contains(&name.as_str());
            assert!(harmless || !check(&files).verified(), "{name} cut to {length} bytes");
        }
    }
}

/// Each byte of `setup.json` and `result.json`, which no hash guards, exchanged for others: what passes must say the same.
#[test]
fn no_changed_setup_or_result_passes() {
    let honest = honest();
    for name in ["setup.json", "result.json"] {
        let value = |bytes: &[u8]| {
            let mut value: serde_json::Value = serde_json::from_slice(bytes).unwrap();
            if name == "setup.json" {
                // A claim about the solver, which no check of a record can confirm.
                value["objective"].take();
            }
            value
        };
        let before = value(&honest[name]);
        let mut passed = 0;
        for at in 0..honest[name].len() {
            for other in [b'0', b'7', b' ', b'"', 0xc3] {
                let mut files = honest.clone();
                files.get_mut(name).unwrap()[at] = other;
                if check(&files).verified() {
                    passed += 1;
                    assert_eq!(value(&files[name]), before, "{name}: byte {at} became {other}");
                }
            }
        }
        assert!(passed > 0, "white space may change, so that some must pass");
    }
}

/// Each byte of the files that the key is bound to exchanged for others, hash put right, key as it was. Nothing may crash, all checks must
/// be told of, and whatever else is found, the key no longer follows.
#[test]
fn no_changed_file_keeps_the_key() {
    let honest = honest();
    for name in ["lottery.json", "probabilities.csv", "quotas.csv"] {
        for at in 0..honest[name].len() {
            for other in [b'0', b'1', b'9', b',', b' ', b'"', b'x', b'\n', 0xff] {
                let mut files = honest.clone();
                let byte = &mut files.get_mut(name).unwrap()[at];
                if *byte == other {
                    continue;
                }
                *byte = other;
                reseal(&mut files);
                let verification = check(&files);
                assert_eq!(verification.checks.len(), crate::CHECKS.len());
                let fails = crate::with(&verification, klero::verify::Verdict::Fail);
                assert!(fails.contains(&"draw.key"), "{name}: byte {at} became {other}, and {fails:?} fail");
            }
        }
    }
}

/// Each byte of the pool exchanged for another, hash put right: the rows in the record's own files no longer are the pool's.
#[test]
fn no_changed_pool_passes() {
    let honest = honest();
    for at in 0..honest["pool.csv"].len() {
        for other in [b'0', b',', b' ', b'"', b'\n', 0xff] {
            let mut files = honest.clone();
            let byte = &mut files.get_mut("pool.csv").unwrap()[at];
            if *byte == other {
                continue;
            }
            *byte = other;
            reseal(&mut files);
            assert!(!check(&files).verified(), "byte {at} became {other}");
        }
    }
}

/// A test vector.
fn vector(name: &str) -> Bytes {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors").join(name);
    let files = std::fs::read_dir(folder).unwrap().map(|entry| {
        let entry = entry.unwrap();
        (entry.file_name().into_string().unwrap(), std::fs::read(entry.path()).unwrap())
    });
    files.collect()
}

/// What comes of a vector of which one file was changed.
fn verified(files: &Bytes, name: &str, changed: Vec<u8>) -> bool {
    let mut files = files.clone();
    files.insert(name.to_owned(), changed);
    check(&files).verified()
}

/// Each byte of the files of a commitment exchanged for others, and each of these files cut short: nothing may crash, and nothing may pass but
/// JSON with other white space that says the same.
#[test]
fn no_changed_commitment_passes() {
    let (phrase, beacon) = (vector("drawn_phrase"), vector("drawn_beacon"));
    assert!(check(&phrase).verified() && check(&beacon).verified());
    let value = |name: &str, bytes: &[u8]| -> Option<serde_json::Value> {
        name.ends_with(".json").then(|| serde_json::from_slice(bytes).unwrap())
    };
    let mut passed = 0;
    // Signatures take long to check, so the others are of a record without one.
    for (name, record) in
        [("commit.txt", &phrase), ("pool.leaves", &phrase), ("keys.json", &phrase), ("beacon.json", &beacon)]
    {
        let honest = &record[name];
        for at in 0..honest.len() {
            for other in [b'0', b' ', b'"', b'\n', b'x', 0xc3] {
                let mut changed = honest.clone();
                changed[at] = other;
                if changed == *honest {
                    continue;
                }
                if verified(record, name, changed.clone()) {
                    passed += 1;
                    let (before, now) = (value(name, honest), value(name, &changed));
                    assert!(before.is_some() && before == now, "{name}: byte {at} became {other}");
                }
            }
            let harmless = at + 1 == honest.len() && name.ends_with(".json");
            assert!(harmless || !verified(record, name, honest[..at].to_vec()), "{name} cut to {at} bytes");
        }
    }
    // The last line end of the two JSON files may become a space: the check sees a change that passes.
    assert_eq!(passed, 2);
}
