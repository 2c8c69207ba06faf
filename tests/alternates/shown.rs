//! What is written and drawn: the same bytes every time, keys in order, no numbers that are none.

use klero::alternates::{
    Case, DropOuts, Facts, Ground, Samples, Way, drawing, facts_json, key, row, study, tell_lottery,
};
use klero::lottery::{Lottery, Panel};

use crate::plain::drawn;

/// The keys of JSON objects in the order in which they stand, each object for itself, are ascending.
fn keys_ascend(text: &str) -> bool {
    let mut open: Vec<String> = Vec::new();
    text.lines().all(|line| {
        let line = line.trim();
        let fits = match (line.split_once("\": "), open.last_mut()) {
            (Some((key, _)), Some(last)) => {
                let fits = last.as_str() < key;
                key.clone_into(last);
                fits
            }
            _ => true,
        };
        if line.ends_with('{') || line.ends_with('[') {
            open.push(String::new());
        } else if line.starts_with('}') || line.starts_with(']') {
            open.pop();
        }
        fits
    })
}

#[test]
fn files_and_drawings() {
    assert!(
        keys_ascend("{\n  \"a\": {\n    \"b\": 1\n  },\n  \"b\": 2\n}")
            && !keys_ascend("{\n  \"b\": 1,\n  \"a\": 2\n}")
    );
    let mut cases = 0;
    for drawn in (0..60).filter_map(drawn) {
        let (instance, panel) = (&drawn.instance, drawn.panel.as_slice());
        let ground = Ground::new(&Case { instance, panel, elsewhere: &[], barred: &[] });
        let made = || {
            let drop_outs = DropOuts::everybody(panel.len(), "0.25").unwrap();
            let key = key(&[3; 32]);
            let samples = Samples::draw(&ground, &drop_outs, key, 60, 80);
            let rows = study(&ground, &drop_outs, &samples, 3, &mut |_| {});
            let last = rows.last().unwrap();
            assert!(row(&rows, last.alternates()).is_ok() && row(&rows, rows.len()).is_err());
            let numbers: Vec<u32> = last.people.iter().map(|&member| member as u32 + 1).collect();
            let lottery = Lottery::new(numbers.len(), [Panel { members: &numbers, tickets: 3 }]);
            let told = tell_lottery(&ground, &samples.tell, &lottery).unwrap();
            assert_eq!(
                told.deviation.decimal(9),
                last.told.deviation.decimal(9),
                "a lottery of one panel is that panel"
            );
            let sitting = Lottery::new(1, [Panel { members: &[panel[0] as u32 + 1], tickets: 1 }]);
            assert!(tell_lottery(&ground, &samples.tell, &sitting).is_none());
            let chosen = Some((last.alternates(), Way::ByQuotas { drawn: told, best: last.told }));
            let facts = Facts::new((instance, &ground), &drop_outs, (key, &samples), &rows, chosen);
            (facts_json(&facts).unwrap(), drawing(panel.len(), &rows), last.alternates())
        };
        let (json, svg, alternates) = made();
        assert_eq!((json.clone(), svg.clone(), alternates), made());
        assert!(keys_ascend(&json), "{json}");
        let facts: serde_json::Value = serde_json::from_str(&json).unwrap();
        let kinds = facts["kinds"].as_array().unwrap().iter().map(|kind| kind["alternates"].as_u64().unwrap());
        assert_eq!((facts["alternates"].as_u64(), kinds.sum::<u64>()), (Some(alternates as u64), alternates as u64));
        assert_eq!(facts["lottery"]["best"], facts["lottery"]["drawn"]);
        assert_eq!(facts["table"].as_array().unwrap().len(), alternates + 1);
        // Nobody is named, and no member numbered.
        assert!(instance.members().iter().all(|member| !json.contains(&member.id)));
        for words in
            ["aria-labelledby=\"title desc\"", "number of alternates", ">deviation</text>", ">quotas kept</text>"]
        {
            assert!(svg.contains(words), "{words}\n{svg}");
        }
        assert!(!svg.contains("NaN") && !svg.contains("inf"));
        assert_eq!(svg.matches("<text").count(), svg.matches("</text>").count());
        cases += 1;
    }
    assert!(cases > 30);
}
