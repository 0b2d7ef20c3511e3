//! The status of acts: made, planned, expected or no more than possible; one sentence a line, its records as a reader of the guide
//! writes them.

use crate::constructions::lacks;
use crate::texts::{extractor, plain};
use demarche::statement::Status::{self, Expected, Hypothetical, Made, Planned};

/// Sentence, and for each record its cue, its status and whether it is negated.
type Line = (&'static str, &'static [(&'static str, Status, bool)]);

const LINES: &[Line] = &[
    ("Norway signed the treaty.", &[("signed", Made, false)]),
    ("Norway will sign the treaty.", &[("will sign", Planned, false)]),
    ("Norway is expected to sign the treaty.", &[("to sign", Expected, false)]),
    ("Norway may sign the treaty.", &[("may sign", Hypothetical, false)]),
    ("Chad should condemn the raid.", &[("should condemn", Hypothetical, false)]),
    ("Peru must agree to a truce.", &[("must agree to", Hypothetical, false)]),
    (
        "The treaty could be signed by Norway in June.",
        &[("could be signed", Hypothetical, false)],
    ),
    ("Shops will close if Norway rejects the plan.", &[("rejects", Hypothetical, false)]),
    (
        "Unless Chad agrees to talks, the border stays shut.",
        &[("agrees to", Hypothetical, false)],
    ),
    (
        "It is unclear whether Mexico has pledged to buy the grain.",
        &[("has pledged to", Hypothetical, false)],
    ),
    // what is joined shares the modal and the condition
    (
        "Norway will sign the treaty and condemn the raid.",
        &[("will sign", Planned, false), ("condemn", Planned, false)],
    ),
    (
        "The plan will be backed by Norway and rejected by Chad.",
        &[("will be backed", Planned, false), ("rejected", Planned, false)],
    ),
    (
        "Peru may sign the treaty and condemn the raid.",
        &[("may sign", Hypothetical, false), ("condemn", Hypothetical, false)],
    ),
    (
        "If Chad rejects the plan and condemns Norway, shops will close.",
        &[("rejects", Hypothetical, false), ("condemns", Hypothetical, false)],
    ),
    (
        "We will share our maps, will train their crews, and stand ready to receive observers.",
        &[("will", Made, false), ("will", Made, false), ("stand ready to", Made, false)],
    ),
    // the future of a past report
    (
        "Japan said it would support the candidate.",
        &[("said", Made, false), ("would support", Planned, false)],
    ),
    // done by being said, not done, or a wish: no modal makes these possible only
    (
        "Nouakchott could not confirm that the boat had sunk.",
        &[("could not confirm that", Made, true)],
    ),
    ("Bern would like to keep the old tariff.", &[("would like to", Made, false)]),
    ("When Norway agreed to a truce, guns fell silent.", &[("agreed to", Made, false)]),
    ("Chad has yet to agree to the truce.", &[("to agree to", Made, true)]),
    ("Chad is yet to agree to the truce.", &[("to agree to", Made, true)]),
    ("Chad has to condemn the raid.", &[("to condemn", Hypothetical, false)]),
    ("Chad had to accept the truce.", &[("to accept", Made, false)]),
    ("Chad is going to sign the truce.", &[("to sign", Planned, false)]),
    ("Chad went on to condemn the raid.", &[("to condemn", Made, false)]),
    // nobody's act
    ("One can say that winters were colder.", &[]),
];

#[test]
fn words_around_the_verb_make_the_status() {
    let mut wrong = Vec::new();
    for (sentence, expected) in LINES {
        let found: Vec<(String, Status, bool)> = extractor()
            .extract(&plain(sentence))
            .statements
            .iter()
            .map(|s| (s.cue.text.clone(), s.status, s.negated))
            .filter(|(cue, ..)| cue != "met")
            .collect();
        let same = found.iter().map(|(c, s, n)| (c.as_str(), *s, *n)).eq(expected.iter().copied());
        if !same {
            wrong.push(format!("{sentence}\n  expected {expected:?}\n  found    {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_somebody_will_consider_is_no_judgment() {
    lacks("Norway will consider a new pact with Peru.", "Assess");
    lacks("Norway said it would consider the plan.", "Assess");
}
