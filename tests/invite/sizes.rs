//! How letters are split over strata, and how many are needed.

use klero::invite::{Asked, Kind, Rate, Rates, Size, read_rates};
use klero::read::read_csv;

use super::{asked, plan, problems};

/// A register with so many households in the strata s0, s1, …
fn register(households: &[u64]) -> String {
    let mut register = String::from("id,stratum\n");
    for (stratum, count) in households.iter().enumerate() {
        (0..*count).for_each(|row| register += &format!("{stratum}-{row},s{stratum}\n"));
    }
    register
}

fn with(asked: Asked, kind: Kind, values: &[&str]) -> Asked {
    let rate = |(stratum, value): (usize, &&str)| Rate { stratum: format!("S{stratum}"), value: (*value).to_owned() };
    let strata = values.iter().enumerate().map(rate).collect();
    Asked { weighting: Some(Rates { kind, strata }), ..asked }
}

fn letters(asked: &Asked, households: &[u64]) -> Vec<u64> {
    plan(asked, &register(households)).unwrap().letters_of_strata().unwrap().to_vec()
}

/// Every way to split so many letters over three strata.
fn splits(letters: u64) -> impl Iterator<Item = [u64; 3]> {
    (0..=letters).flat_map(move |a| (0..=letters - a).map(move |b| [a, b, letters - a - b]))
}

/// How unfair a split is: what must be as small as it can be where letters are shared by largest remainders, the sum of squares of how far each
/// stratum is from its share.
fn unfairness(split: &[u64], shares: &[f64]) -> f64 {
    split.iter().zip(shares).map(|(letters, share)| (*letters as f64 - share).powi(2)).sum()
}

#[test]
fn no_split_is_closer_to_the_shares() {
    let mut planted = 0;
    for (a, b, c) in (1..6).flat_map(|a| (1..6).flat_map(move |b| (1..6).map(move |c| (a, b, c)))) {
        let households = [7 * a + 2, 5 * b, 11 * c];
        let all: u64 = households.iter().sum();
        let count = all / 2;
        let shares: Vec<f64> = households.iter().map(|stratum| *stratum as f64 * count as f64 / all as f64).collect();
        let found = letters(&asked(count, Some("stratum"), &[]), &households);
        assert_eq!(found.iter().sum::<u64>(), count);
        let best = splits(count).map(|split| unfairness(&split, &shares)).fold(f64::INFINITY, f64::min);
        assert!(unfairness(&found, &shares) <= best + 1e-9, "{households:?}: {found:?}");
        // Planted: rounding down and giving the rest to the first.
        let mut down: Vec<u64> = shares.iter().map(|share| share.floor() as u64).collect();
        down[0] += count - down.iter().sum::<u64>();
        planted += usize::from(unfairness(&down, &shares) > best + 1e-9);
    }
    assert!(planted > 20, "{planted}");
}

#[test]
fn weights_and_response_rates_count() {
    let weights = with(asked(60, Some("stratum"), &[]), Kind::Weight, &["1", "3"]);
    assert_eq!(letters(&weights, &[100, 100]), [15, 45]);
    // One in 20 and one in 10 answer: twice as many letters for the former.
    let response = with(asked(60, Some("stratum"), &[]), Kind::Response, &["5%", "1/10"]);
    assert_eq!(letters(&response, &[100, 100]), [40, 20]);
    // More than everybody is nobody's: what is left goes to the others.
    let weights = with(asked(60, Some("stratum"), &[]), Kind::Weight, &["1000", "1", "1"]);
    assert_eq!(letters(&weights, &[10, 100, 100]), [10, 25, 25]);
}

#[test]
fn a_mailing_is_sized_by_response_rates() {
    let volunteers = |margin: &str| Asked {
        size: Size::Volunteers { volunteers: 20, margin: margin.to_owned() },
        ..with(asked(0, Some("stratum"), &[]), Kind::Response, &["5%", "10%"])
    };
    // 10 volunteers of each half.
    assert_eq!(letters(&volunteers("0"), &[500, 500]), [200, 100]);
    let safe = letters(&volunteers("2"), &[500, 500]);
    for (letters, rate) in safe.iter().zip([0.05, 0.1]) {
        let enough = |letters: f64| letters * rate - 2.0 * (letters * rate * (1.0 - rate)).sqrt() >= 10.0;
        assert!(enough(*letters as f64) && !enough(*letters as f64 - 1.0), "{safe:?}");
        // The chance that at least 10 volunteer, added up exactly: about 98 in 100.
        let (n, mut term, mut fewer) = (*letters as f64, (1.0_f64 - rate).powi(*letters as i32), 0.0);
        for k in 0..10 {
            fewer += term;
            term *= (n - f64::from(k)) / (f64::from(k) + 1.0) * rate / (1.0 - rate);
        }
        assert!((0.97..0.999).contains(&(1.0 - fewer)), "{fewer}");
    }
    let said = problems(&volunteers("0"), &register(&[199, 500]));
    assert_eq!(
        said,
        ["\"s0\": 6 volunteers cannot be expected from 199 households of whom 1/20 answer".to_owned()][..0]
    );
    let said = problems(&volunteers("0"), &register(&[100, 100]));
    assert_eq!(said, ["\"s0\": 10 volunteers cannot be expected from 100 households of whom 1/20 answer"]);
}

#[test]
fn tables_say_what_is_wrong_with_them() {
    let read = |text: &str, kind| match read_rates(&read_csv("rates.csv", text.as_bytes()).unwrap(), kind) {
        Ok(_) => Vec::new(),
        Err(problems) => problems.iter().map(ToString::to_string).collect(),
    };
    assert_eq!(read("Area,Response\nnorth,4%\nsouth,1\n", Kind::Response), [""; 0]);
    assert_eq!(
        read("stratum,response\nnorth,4\nNorth ,5%\nsouth,0\n,1%\n", Kind::Response),
        [
            "rates.csv, line 2, column \"response\": \"4\" is not a share above 0 and at most 1",
            "rates.csv, line 3: \"North\" stands twice",
            "rates.csv, line 4, column \"response\": \"0\" is not a share above 0 and at most 1",
            "rates.csv: blank in column \"stratum\": line 5",
        ]
    );
    assert_eq!(read("name,weight\nnorth,4\n", Kind::Weight), ["rates.csv has no column \"stratum\""]);
    let other = with(asked(2, Some("stratum"), &[]), Kind::Weight, &["1", "1"]);
    assert_eq!(
        problems(&other, &register(&[3, 0, 3])),
        ["the table of weights does not have \"s2\"", "the table of weights has \"S1\", which the register has not"]
    );
}
