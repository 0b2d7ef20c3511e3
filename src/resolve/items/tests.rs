//! Lists in sentences of our own; the content begins at the bar.

use super::*;
use crate::read::layout::layout;
use proptest::prelude::*;

const BASE: &[&str] = &[
    "secure", "expand", "improve", "stop", "withdraw", "urge", "open", "support", "trade", "send", "create", "finance", "hold",
];
const NOUNS: &[&str] = &["support", "trade", "stop"];
const VERBS: Verbs = Verbs {
    is_base: &|word| BASE.contains(&word),
    is_noun: &|word| NOUNS.contains(&word),
};

/// The items of the content behind "|".
fn of(marked: &str) -> Vec<String> {
    let at = marked.find('|').expect("the content is marked");
    let raw = marked.replace('|', "");
    let text = Text::new(&raw, layout(&raw, &[], &|_| true));
    let found = items(&text, text.token_at(at)..text.tokens.len(), VERBS);
    found.into_iter().map(|tokens| text.slice(text.place(tokens)).to_string()).collect()
}

#[test]
fn verb_phrases_divide() {
    assert_eq!(
        of("They pledged to |secure the ports, expand patrols and improve training."),
        ["secure the ports", "expand patrols", "improve training"]
    );
    assert_eq!(
        of("They pledged |to secure the ports and to support trade."),
        ["secure the ports", "support trade"]
    );
    assert_eq!(
        of("They discussed |expanding patrols and improving the ports."),
        ["expanding patrols", "improving the ports"]
    );
    assert_eq!(
        of("They vowed to |urge Chad to stop the raids, and withdraw their own men."),
        ["urge Chad to stop the raids", "withdraw their own men"]
    );
}

#[test]
fn other_parallels_divide() {
    assert_eq!(
        of("They agreed on |a ceasefire, as well as on a prisoner exchange."),
        ["a ceasefire", "a prisoner exchange"]
    );
    assert_eq!(
        of("It decides |to open an office; to send observers; and to stay."),
        ["open an office", "send observers", "stay"]
    );
    assert_eq!(
        of("He said that |the border was calm and that patrols went on."),
        ["the border was calm", "patrols went on"]
    );
    assert_eq!(of("They condemned |missiles, drones and shells."), ["missiles", "drones", "shells"]);
    assert_eq!(
        of("They stressed |the value of dialogue and the need for calm."),
        ["the value of dialogue", "the need for calm"]
    );
}

#[test]
fn what_is_open_stays_whole() {
    let whole = [
        "They pledged to |send missiles, drones and shells.",
        "They pledged to |expand support, trade and travel.",
        "They vowed to |urge Chad to stop the raids and withdraw its men.",
        "They agreed to |create a fund that will finance schools and support clinics.",
        "They welcomed |the leaders of France, Germany and Italy.",
        "They praised |political, economic and cultural ties.",
        "They praised |regional and global security.",
        "They backed |the talks with the envoys and the king.",
        "They thanked |Ms. Okoye, the chair, and others who came.",
        "They pledged to |secure and improve their ports.",
        "They pledged to |open swiftly and decisively to support the port.",
        "They discussed |opening an office with the aim of expanding patrols and improving the ports.",
        "They spoke of |its conduct in the north; across the strait; and in the east.",
        "They discussed |priorities including the climate; the economy; and the seas.",
        "They quoted |\"secure the ports and expand patrols\" in a letter.",
        "They pledged to |open the port.",
    ];
    for marked in whole {
        assert_eq!(of(marked), Vec::<String>::new(), "{marked}");
    }
}

proptest! {
    #[test]
    fn items_stay_inside_in_order(
        words in prop::collection::vec(prop::sample::select(vec![
            "to", "secure", "the", "port", ",", "and", ";", "expanding", "as", "well", "that", "on", "\"", "(", ")", "of", "trade", ".", "support", "-",
        ]), 0..24),
        start in 0usize..6, len in 0usize..24,
    ) {
        let raw = words.join(" ");
        let text = Text::new(&raw, layout(&raw, &[], &|_| true));
        let found = items(&text, start..start + len, VERBS);
        prop_assert_ne!(found.len(), 1);
        let mut end = start;
        for item in found {
            prop_assert!(end <= item.start && item.start < item.end && item.end <= (start + len).min(text.tokens.len()));
            end = item.end;
        }
    }

    #[test]
    fn any_string_is_no_panic(raw in "\\PC*", len in 0usize..50) {
        let text = Text::new(&raw, layout(&raw, &[], &|_| true));
        items(&text, 0..len, VERBS);
    }
}
