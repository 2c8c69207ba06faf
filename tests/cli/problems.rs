//! Problems that are told together are all counted.

use super::sandbox::Sandbox;

/// How many problems a text tells of, and how many it says there are.
fn told_and_said(text: &str) -> (usize, usize) {
    let number = |line: &str| line.split(' ').find_map(|word| word.parse::<usize>().ok());
    let (mut told, mut said) = (0, 1);
    for line in text.lines() {
        if let Some((_, rest)) = line.split_once(": ").filter(|_| line.contains(" of this kind, with ")) {
            told += number(rest.rsplit(": ").next().unwrap()).unwrap();
        } else if line.starts_with("error: ") {
            told += 1;
        } else if line.contains(" likewise, ") {
            told += number(line.trim()).unwrap();
        } else if line.contains(" problems") && !line.starts_with(' ') {
            said = number(line).unwrap();
        }
    }
    (told, said)
}

#[test]
fn no_problem_is_lost_where_alike_ones_are_told_together() {
    let sandbox = Sandbox::new();
    let mut most = 0;
    // From one bad cell to thousands, with more and more different contents.
    for (rows, contents) in
        [(4_usize, 1), (5, 1), (6, 2), (30, 5), (30, 6), (31, 7), (5000, 3), (5000, 900), (5000, 5000)]
    {
        let pool = format!(
            "awk 'BEGIN {{ print \"id,gender,age\"; for (i = 0; i < {rows}; i++) \
             printf \"p%d,%s,x%d\\n\", i, i % 5 ? \"woman\" : \"\", i % {contents} }}' > many.csv"
        );
        sandbox.ok(&pool);
        let check = "klero check --pool many.csv --quotas in/quotas.csv --size 4";
        let (some, all) = (sandbox.sh(check), sandbox.sh(&format!("{check} --all")));
        let (told, said) = told_and_said(&some.err);
        let blank = rows.div_ceil(5);
        assert!(said >= rows + blank, "{rows} rows, {contents} contents: {said} problems");
        assert_eq!(told, said, "{rows} rows, {contents} contents:\n{}", some.err);
        assert_eq!(told_and_said(&all.err), (said, said));
        assert!(some.err.lines().count() < 40, "{}", some.err);
        // Planted: a line that is lost.
        let lost: String = some.err.lines().skip(1).map(|line| format!("{line}\n")).collect();
        assert_ne!(told_and_said(&lost).0, said);
        most = most.max(said);
    }
    assert!(most >= 6000);
}
