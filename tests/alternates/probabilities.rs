//! Files of probabilities, good and bad.

use klero::alternates::{AlternatesProblem, DropOuts, SaidOf, Share};
use klero::instance::{Instance, Settings, build};
use klero::read::read_csv;

const POOL: &str = "id,gender,age\na,female,young\nb,male,old\nc,female,old\nd,male,young\n";
const QUOTAS: &str = "feature,value,min,max\ngender,female,0,9\ngender,male,0,9\nage,young,0,9\nage,old,0,9\n";

fn instance() -> Instance {
    let table = |name: &str, text: &str| read_csv(name, text.as_bytes()).unwrap();
    build(&table("quotas.csv", QUOTAS), &table("pool.csv", POOL), &Settings::of_size(3)).unwrap().instance
}

/// The probabilities of a, b and c.
fn read(text: &str) -> Result<DropOuts, Vec<AlternatesProblem>> {
    DropOuts::read(&instance(), &[0, 1, 2], Some("id"), &read_csv("drop.csv", text.as_bytes()).unwrap())
}

fn fractions(drop_outs: &DropOuts) -> Vec<f64> {
    drop_outs.shares().iter().map(|share| share.part as f64 / share.of as f64).collect()
}

#[test]
fn probabilities_that_are_accepted() {
    let one = DropOuts::everybody(2, "0.125").unwrap();
    assert_eq!(
        (one.of(), one.shares()),
        (SaidOf::Everybody, [Share { part: 125_000_000, of: 1_000_000_000 }; 2].as_slice())
    );
    for text in ["0", "1", "12.5 %", "0,2", "100%", "0.123456789"] {
        assert!(DropOuts::everybody(1, text).is_ok(), "{text}");
    }
    let values = read("feature,value,probability\nGender,female,0.1\ngender,MALE,30%\n").unwrap();
    assert_eq!((values.of(), fractions(&values)), (SaidOf::Values, vec![0.1, 0.3, 0.1]));
    // Two categories: the mean. A value that nobody on the panel has may be missing, or not.
    let both =
        read("category,value,probability\ngender,female,0.1\ngender,male,0.3\nage,old,0.2\nage,young,0.6\n").unwrap();
    assert_eq!(fractions(&both), [0.35, 0.25, 0.15]);
    let members = read("probability,id\n0.5,c\n0,a\n1,b\n0.25,d\n").unwrap();
    assert_eq!((members.of(), fractions(&members)), (SaidOf::Members, vec![0.0, 1.0, 0.5]));
}

#[test]
fn probabilities_that_are_refused() {
    for text in ["", "-0.1", "1.1", "101 %", "often", "0.1234567891", "1e-3", "nan", "0.2.3"] {
        let problem = DropOuts::everybody(1, text).unwrap_err();
        assert!(problem.to_string().contains("no probability") && !problem.help().is_empty(), "{text}");
    }
    let said = |text: &str| -> Vec<String> {
        read(text).unwrap_err().iter().map(|problem| format!("{problem} / {}", problem.help())).collect()
    };
    assert_eq!(
        said("feature,value,probability\ngendr,female,0.1\ngender,femal,0.1\ngender,male,x\ngender,male,0.2\n"),
        [
            "drop.csv, line 2, column \"feature\": \"gendr\" is not a category / Did you mean \"gender\"?",
            "drop.csv, line 3, column \"value\": \"femal\" is not a value of it / Did you mean \"female\"?",
            "drop.csv, line 4, column \"probability\": \"x\" is no probability / Write the chance of dropping out as a number from 0 to 1 with at \
             most nine decimals, such as 0.2, or as 20 %.",
            "drop.csv, line 5, column \"value\": \"male\" was on line 4 already / Remove one of the two rows.",
        ]
    );
    assert_eq!(
        said("feature,value,probability\ngender,female,0.1\nage,young,0.1\n"),
        [
            "drop.csv: the value \"male\" of \"gender\" has no row, but somebody on the panel has it / Add a row for it; of a category that the \
             file names, all values are needed.",
            "drop.csv: the value \"old\" of \"age\" has no row, but somebody on the panel has it / Add a row for it; of a category that the file \
             names, all values are needed.",
        ]
    );
    assert_eq!(
        said("id,probability\na,0.1\nA,0.1\na,0.2\n"),
        [
            "drop.csv, line 3, column \"id\": \"A\" is not in the pool / Use the identifiers of the record's pool.csv, letter by letter.",
            "drop.csv, line 4, column \"id\": \"a\" was on line 2 already / Remove one of the two rows.",
            "drop.csv: 2 members of the panel have no row: \"b\", \"c\" / Add a row for each of them.",
        ]
    );
    for text in ["feature,probability\ngender,0.1\n", "id,chance\na,0.1\n", "id,probability,probability\na,0.1,0.2\n"] {
        let said = said(text);
        assert!(said.len() == 1 && said[0].contains("the columns are"), "{said:?}");
    }
}
