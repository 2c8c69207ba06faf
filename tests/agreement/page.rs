//! What the page says of the corpus, against what klero says.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use super::{Case, corpus, klero, python, root};

/// What the page says of every record of a corpus, by name; `None`, aloud, where it cannot be run.
fn page(corpus: &Path) -> Option<Value> {
    let verify = root().join("verify");
    if !verify.join("node_modules/playwright-core").exists() {
        eprintln!(
            "SKIPPED: verify/node_modules is not there, so the page was not compared (npm ci in verify, and Chromium)"
        );
        return None;
    }
    let said = corpus.join("page.json");
    let ran =
        Command::new("node").arg(verify.join("test/run.mjs")).arg("--json").arg(&said).arg(corpus).output().unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    Some(serde_json::from_slice(&fs::read(said).unwrap()).unwrap())
}

/// The verdict of every check on the page, by the names that `Said` gives them. Of several records the page says
/// `{"records": [{"record": folder, "checks": {…}}, …]}`.
fn on_the_page(said: &Value) -> BTreeMap<String, String> {
    let checks = |said: &Value, folder: &str| -> Vec<(String, String)> {
        let checks = said["checks"].as_object().unwrap_or_else(|| panic!("the page says no checks: {said}"));
        let verdict = |verdict: &Value| verdict.as_str().unwrap().to_owned();
        checks.iter().map(|(id, said)| (format!("{folder}{id}"), verdict(said))).collect()
    };
    match said["records"].as_array() {
        None => checks(said, "").into_iter().collect(),
        Some(records) => {
            records.iter().flat_map(|said| checks(said, &format!("{}/", said["record"].as_str().unwrap()))).collect()
        }
    }
}

/// Every so many of the tampered records are given to the page, since a browser takes minutes for all; `KLERO_PAGE=all` gives it all.
const EVERY: usize = 8;

/// Of tampered records, the page says what klero says. (It cannot see that a file is a link.)
#[test]
fn the_page_says_the_same() {
    if !python() {
        return;
    }
    let (out, corpus) = corpus("page");
    let every = if std::env::var("KLERO_PAGE").is_ok_and(|which| which == "all") { 1 } else { EVERY };
    let corpus: Vec<Value> = corpus.into_iter().step_by(every).collect();
    fs::write(out.0.join("corpus.json"), serde_json::to_vec(&corpus).unwrap()).unwrap();
    let Some(page) = page(&out.0) else { return };
    let mut wrong = Vec::new();
    for entry in &corpus {
        let name = entry["name"].as_str().unwrap();
        let klero = klero(&Case::of_corpus(entry, &out.0));
        assert!(page[name].is_object(), "the page says nothing of {name}");
        let checks = on_the_page(&page[name]);
        let says = |id: &String| checks.get(id).map_or("nothing", String::as_str);
        let verdicts = klero.verdicts.iter();
        wrong.extend(
            verdicts
                .filter(|(id, verdict)| says(id) != *verdict)
                .map(|(id, verdict)| format!("{name}: {id}: klero says {verdict}, the page {}", says(id))),
        );
        let same = page[name]["verdict"] == klero.verdict && page[name]["verified"] == klero.verified;
        if checks.len() != klero.verdicts.len() || !same {
            wrong.push(format!("{name}: klero says {}, the page {}", klero.verdict, page[name]["verdict"]));
        }
        for (said, (folder, verdict)) in page[name]["records"].as_array().into_iter().flatten().zip(&klero.records) {
            if said["verdict"] != *verdict {
                wrong.push(format!("{name}: {folder}: klero says {verdict}, the page {}", said["verdict"]));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
