//! Generated news: sentences of our own with other names and figures each time, the same for the same number.
//!
//! Owns: the sentences and their mix. They are no goldens: nothing is said of what should be found in them.

/// Of a hundred sentences, how many have a cue: every one.
pub const DENSE: usize = 100;
/// Of a hundred sentences, how many have a cue: about one a paragraph of those that somebody speaks in, none in the rest.
pub const ORDINARY: usize = 8;

/// What a newspaper is full of; `{p}` is a person, `{t}` a town, `{s}` a state, `{n}` a number, `{d}` a day.
const PLAIN: &[&str] = &[
    "The bakery on the corner of Mill Street in {t} opened {n} years ago and still sells the same dark bread.",
    "Rain fell on {t} for the third day in a row, and the river stood {n} centimetres above its usual level by {d} evening.",
    "{p}, who grew up beside the harbour, won the race in {n} minutes and left the field far behind.",
    "A new bus line will connect the old market with the hospital, the library and the northern suburbs from {d}.",
    "Prices of apples and pears rose by {n} percent over the summer because of the long drought in the south.",
    "The museum shows {n} paintings of small boats, most of them lent by a family that has lived in {s} for generations.",
    "On {d} morning a lorry lost its load of bricks near {t}, and traffic moved slowly for {n} hours.",
    "Shares of the shipping line closed {n} points higher after a quiet session with little trade.",
    "The orchestra of {t} played to a full house, although its conductor was ill and {p} stood in for him.",
    "Farmers in the valley brought in {n} tonnes of wheat, more than in any of the ten years before.",
    "The library will be closed until {d} while workers repair the roof and paint the reading room.",
    "{p} scored twice in the second half, and the home side stayed at the top of the table with {n} points.",
    "The old cinema, empty for {n} years, is now a school of dance with rooms for music on its upper floor.",
    "In {t} the first snow came early this year; trains ran late, and some of the smaller roads stayed closed.",
    "A study of {n} households found that people in {s} sleep less than their parents did, and walk less, too.",
    "The bridge over the canal is one of the oldest of its kind, with {n} arches of pale stone.",
    "Visitors from {s} filled the hotels along the coast, where a room costs {n} crowns a night in the season.",
    "The chess club of {t} has {n} members, the youngest of whom is seven years old.",
];

/// News in which somebody does something with words.
const CUES: &[&str] = &[
    "{s} and {s} agreed on {d} to reopen the ferry line between {t} and the islands within {n} months.",
    "\"We will send {n} engineers to the border next week,\" the foreign minister of {s}, {p}, said in {t}.",
    "{p} condemned the attack on the pipeline and called on both sides to return to the talks in {t}.",
    "The two ministers reaffirmed their commitment to the treaty and welcomed the release of {n} sailors.",
    "{s} urged {s} to withdraw its patrol boats from the disputed waters by {d}.",
    "The spokesman for the ministry, {p}, said that {s} had not yet decided whether to take part in the drill.",
    "{s} pledged {n} million dollars in aid and promised to keep the crossing near {t} open.",
    "They expressed deep concern over the fighting around {t}, and stressed that a truce must hold beyond {d}.",
    "{p} warned that {s} would close its ports if the quota of {n} tonnes was cut again.",
    "The parliament of {s} rejected the proposal, which {s} had put forward in {t} on {d}.",
    "The president of {s} thanked {p} for the mediation, and the two leaders discussed trade, visas and fisheries.",
    "{s} denied on {d} that its envoys had met rebels in {t}, and demanded an apology from {s}.",
];

const PEOPLE: &[&str] = &[
    "Mara Lindqvist",
    "Tomas Varga",
    "Ines Okafor",
    "Paul Hartono",
    "Lena Ostrova",
    "Jonas Pereira",
    "Amina Haddad",
    "Karl Mbeki",
];
const TOWNS: &[&str] = &["Oslo", "Lima", "Hamburg", "Geneva", "Busan", "Tallinn", "Nairobi", "Port Adela"];
const STATES: &[&str] = &["Norway", "Peru", "Japan", "Kenya", "Estonia", "Chile", "Jordan", "South Korea"];
const DAYS: &[&str] = &["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];

/// Paragraphs of an article, and sentences of a paragraph: a page of some 3 KB.
const PARAGRAPHS: usize = 10;
const SENTENCES: usize = 3;

/// Numbers that look like chance and are the same every time (the constants of Knuth's MMIX).
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }

    fn one_of(&mut self, words: &[&'static str]) -> &'static str {
        words[self.throw(words.len())]
    }
}

/// Article `number`, in which `density` of a hundred sentences have a cue.
pub fn article(number: u64, density: usize) -> String {
    let mut dice = Dice(number.wrapping_mul(0x9E37_79B9_7F4A_7C15) + 1);
    let town = dice.one_of(TOWNS);
    let mut text = format!("Notes of the day from {town}\n\n{}, 4 March 2024 - ", town.to_uppercase());
    for paragraph in 0..PARAGRAPHS {
        if paragraph > 0 {
            text.push_str("\n\n");
        }
        for sentence in 0..SENTENCES {
            if sentence > 0 {
                text.push(' ');
            }
            let shape = if dice.throw(100) < density {
                dice.one_of(CUES)
            } else {
                dice.one_of(PLAIN)
            };
            fill(shape, &mut dice, &mut text);
        }
    }
    text.push('\n');
    text
}

/// Writes a sentence with its slots filled to the end of `text`.
fn fill(shape: &str, dice: &mut Dice, text: &mut String) {
    let mut parts = shape.split(['{', '}']);
    while let Some(words) = parts.next() {
        text.push_str(words);
        match parts.next() {
            Some("p") => text.push_str(dice.one_of(PEOPLE)),
            Some("t") => text.push_str(dice.one_of(TOWNS)),
            Some("s") => text.push_str(dice.one_of(STATES)),
            Some("d") => text.push_str(dice.one_of(DAYS)),
            Some("n") => text.push_str(&(2 + dice.throw(90)).to_string()),
            _ => {}
        }
    }
}
