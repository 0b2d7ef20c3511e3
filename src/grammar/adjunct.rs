//! Adjuncts: what stands at the end of a content and tells of the act, not of the content.
//!
//! Owns: "according to ...", concessions, the day of a deed, the talks before it, how and in what paper it was said.
//! Leaves to: [`super::extent`] clauses.

use super::clause::Clauses;
use super::lexicon::{Class, Form};
use super::phrase::{begins_phrase, is_nominal, is_only_verb};
use super::stream::{Node, NodeKind};

/// Cuts at ", according to ...", ", despite ..." and the like between `from` and `end`. In a clause that the verb `reports` the time
/// is the clause's own.
pub(super) fn adjunct<'w>(
    nodes: &[Node],
    from: usize,
    end: usize,
    reports: bool,
    behind: &dyn Fn(usize) -> bool,
    word: &dyn Fn(usize) -> &'w str,
) -> usize {
    let semicolon = |i: usize| nodes[i].kind == NodeKind::Semicolon;
    let mut end = end;
    for i in from..end.saturating_sub(1) {
        // "denied any role in the raid; the pair remains in hospital": not so in what is reported, nor in a list
        if i > from && semicolon(i) && !reports && !(i + 1..end).any(semicolon) && !(from..i).any(semicolon) {
            return i;
        }
        // "stressed that patience pays: «Q»"
        if i > from && nodes[i].kind == NodeKind::Colon && matches!(nodes[i + 1].kind, NodeKind::Quote(_)) {
            return i;
        }
        // "backed the canal despite its price": in what is reported, the reported clause's own
        let ends = || match word(i) {
            "despite" | "amid" | "notwithstanding" => true,
            // "pledged to build the road according to officials"
            "according" => word(i + 1) == "to" && i + 2 < end && is_source(word(i + 2)),
            _ => false,
        };
        if i > from && !reports && !nodes[i].name && ends() {
            return i;
        }
        if !matches!(nodes[i].kind, NodeKind::Comma | NodeKind::Dash) || nodes[i + 1].kind == NodeKind::Stop {
            continue;
        }
        // "noted that, despite the rain, it": the clause comes behind
        if i > from && nodes[i - 1].class.is(Class::THAT) {
            continue;
        }
        if !reports && is_measured(nodes, i + 1, end, word) {
            return i;
        }
        // "signed the accord, a move that angered Chad": what the report makes of the act
        if !reports && i > from && i + 3 < end && nodes[i + 1].class.is(Class::ARTICLE) && is_remark(nodes, i + 1, end, word) {
            return i;
        }
        if nodes[i + 1].kind != NodeKind::Word {
            continue;
        }
        // "agreed, after weeks of pressure, to": what the comma begins another one ends
        let close = (i + 2..end.saturating_sub(1)).find(|c| nodes[*c].kind == NodeKind::Comma);
        if close.is_some_and(|c| nodes[c + 1].class.is(Class::TO.or(Class::THAT))) {
            continue;
        }
        if tells_of_act(nodes, from, i, end, reports, behind, word) {
            end = i;
            break;
        }
    }
    if !reports {
        end = manner_phrase(nodes, from, end, word).unwrap_or(end);
        end = talks_phrase(nodes, from, end, word).unwrap_or(end);
        end = venue_phrase(nodes, from, end, word).unwrap_or(end);
    }
    report_phrase(nodes, from, end, word).unwrap_or(end)
}

/// Whether what stands behind the comma or dash at node `i` tells of the act between `from` and `end`, by the words with which it begins.
fn tells_of_act<'w>(
    nodes: &[Node],
    from: usize,
    i: usize,
    end: usize,
    reports: bool,
    behind: &dyn Fn(usize) -> bool,
    word: &dyn Fn(usize) -> &'w str,
) -> bool {
    let second = if i + 2 < end { word(i + 2) } else { "" };
    match word(i + 1) {
        "according" => second == "to" && !is_measure_of_acts(i + 3, end, word),
        "despite" | "amid" | "notwithstanding" | "albeit" => true,
        "even" => second == "as" || second == "though",
        // "in what she called a breakthrough": what somebody else makes of it
        // "discussed the raid, in a phone conversation": where it was said
        "in" => !reports && (second == "what" || is_talk(nodes, i + 2, end, word)),
        // "said the plan was sound, but that it came late": both are said
        // "said the troops had fought, but had not won": whose verb it is was settled before
        // "said it would go, but only if others did", "but not alone": the condition is part of it
        // "to listen, not just to leaders, but to society": what "not" opens "but" ends
        "but" => {
            let goes_on = matches!(second, "also" | "that" | "only" | "not") || reports && behind(i);
            !(goes_on || is_opposed(nodes, from, i, word))
        }
        "after" | "following" if !reports => true,
        // "opposed the pact, over fears it would hurt farmers"
        "over" | "on" if matches!(second, "fear" | "fears" | "concern" | "concerns" | "worries") => !reports,
        // "vowed to veto it, on the same day that it"
        // "discussed it by telephone, on Tuesday"
        "on" => {
            let same = second == "the" && i + 4 < end && matches!(word(i + 3), "same" | "very") && word(i + 4) == "day";
            !reports && (same || i + 3 == end && nodes[i + 2].class.is(Class::WEEKDAY))
        }
        _ => false,
    }
}

/// "a phone conversation", "talks": the talk in which it was said.
fn is_talk<'w>(nodes: &[Node], from: usize, end: usize, word: &dyn Fn(usize) -> &'w str) -> bool {
    const TALKS: &[&str] = &[
        "call",
        "conversation",
        "interview",
        "letter",
        "meeting",
        "phone",
        "statement",
        "talks",
        "telephone",
    ];
    let inside = |i: &usize| nodes[*i].kind == NodeKind::Word && !nodes[*i].name && !nodes[*i].class.is(Class::PREPOSITION);
    (from..end.min(from + 4)).take_while(inside).any(|i| TALKS.contains(&word(i)))
}

/// "not just to leaders, but": a "not" that no verb has, between `from` and the comma.
fn is_opposed<'w>(nodes: &[Node], from: usize, comma: usize, word: &dyn Fn(usize) -> &'w str) -> bool {
    let open = (from..comma)
        .rev()
        .find(|i| nodes[*i].kind == NodeKind::Comma)
        .map_or(from, |i| i + 1);
    let phrase = |n: &Node| n.class.is(Class::PREPOSITION.or(Class::TO).or(Class::ARTICLE)) && !n.name;
    let limits = open + 1 < comma && (matches!(word(open + 1), "just" | "only" | "merely" | "simply") || phrase(&nodes[open + 1]));
    word(open) == "not" && limits
}

/// "a largely symbolic move that", "a step which": the noun of what was done, and a relative clause.
fn is_remark<'w>(nodes: &[Node], article: usize, end: usize, word: &dyn Fn(usize) -> &'w str) -> bool {
    const DEEDS: &[&str] = &[
        "move",
        "step",
        "decision",
        "gesture",
        "development",
        "reversal",
        "shift",
        "concession",
        "claim",
        "charge",
        "demand",
    ];
    let noun = (article + 1..end.min(article + 5)).find(|i| DEEDS.contains(&word(*i)));
    noun.is_some_and(|i| i + 1 < end && nodes[i + 1].class.is(Class::RELATIVE) && !nodes[i + 1].name)
}

/// "according to the principle of equity": by what one acts, and nobody who says so.
fn is_measure_of_acts<'w>(from: usize, end: usize, word: &dyn Fn(usize) -> &'w str) -> bool {
    const MEASURES: &[&str] = &[
        "agenda",
        "capabilities",
        "charter",
        "circumstances",
        "constitution",
        "criteria",
        "law",
        "laws",
        "legislation",
        "mandate",
        "mandates",
        "needs",
        "norms",
        "plan",
        "plans",
        "principle",
        "principles",
        "priorities",
        "procedure",
        "procedures",
        "provisions",
        "resolution",
        "resolutions",
        "roadmap",
        "rules",
        "schedule",
        "standards",
        "terms",
        "timetable",
        "wishes",
    ];
    // "according to a draft resolution seen by the agency": a paper that is not yet known tells who says so
    let new = from < end && matches!(word(from), "a" | "an");
    !new && (from..end.min(from + 5)).any(|i| MEASURES.contains(&word(i)))
}

/// Those by whom a report knows what it tells.
fn is_source(word: &str) -> bool {
    matches!(
        word,
        "aides" | "analysts" | "diplomats" | "media" | "officials" | "reports" | "sources" | "spokesmen" | "witnesses"
    )
}

/// "hours after", "a week before", "just 2 days after": a distance in time from something else.
fn is_measured<'w>(nodes: &[Node], from: usize, end: usize, word: &dyn Fn(usize) -> &'w str) -> bool {
    let measure = |n: &Node| n.kind == NodeKind::Number || n.class.is(Class::NUMERAL.or(Class::ARTICLE).or(Class::ADVERB));
    let unit = (from..end.min(from + 4)).find(|i| !measure(&nodes[*i]) || nodes[*i].class.is(Class::TIME));
    unit.is_some_and(|i| nodes[i].class.is(Class::TIME) && i + 2 < end && matches!(word(i + 1), "after" | "before"))
}

/// Where "in the strongest terms", "at the last minute", "by phone", "over the telephone" begins at the end of what is between `from` and `end`.
fn manner_phrase<'w>(nodes: &[Node], from: usize, end: usize, word: &dyn Fn(usize) -> &'w str) -> Option<usize> {
    let last = end.checked_sub(1).filter(|i| *i > from)?;
    let preposition = (last.saturating_sub(4).max(from + 1)..last)
        .rev()
        .find(|i| nodes[*i].class.is(Class::PREPOSITION) && !nodes[*i].name)?;
    let manner = match (word(preposition), word(last)) {
        ("in", "terms") => word(preposition + 1) == "the",
        ("at", "minute" | "moment") => word(last - 1) == "last",
        ("by", "phone" | "telephone" | "videoconference" | "video-link") => preposition + 1 == last,
        ("over", "phone" | "telephone") => true,
        _ => false,
    };
    manner.then_some(preposition)
}

/// Where "on Saturday", "Friday", "in May" begins at the end of a noun phrase right behind a verb in the past: the day on which it was
/// done ("accepted the offer in May"), unless the noun before it is what happens on a day ("condemned the raid in May").
pub(super) fn day_phrase<'w>(nodes: &[Node], clauses: &Clauses, k: usize, end: usize, word: &dyn Fn(usize) -> &'w str) -> Option<usize> {
    const EVENTS: &[&str] = &[
        "visit",
        "trip",
        "talks",
        "meeting",
        "summit",
        "session",
        "conference",
        "hearing",
        "debate",
        "round",
        "ceremony",
        "funeral",
        "election",
        "elections",
        "poll",
        "polls",
        "vote",
        "referendum",
        "attack",
        "attacks",
        "raid",
        "raids",
        "strike",
        "strikes",
        "bombing",
        "bombings",
        "killing",
        "killings",
        "shooting",
        "clashes",
        "test",
        "tests",
        "launch",
        "launches",
        "blast",
        "explosion",
        "crash",
        "coup",
        "war",
        "protest",
        "protests",
        "rally",
        "march",
        "incident",
        "earthquake",
        "flood",
        "floods",
        "storm",
        "deadline",
    ];
    let group = &clauses.verbs[k].group;
    let from = group.nodes.end;
    // "signed the pact | Thursday in a hall by the sea": where it was done may stand behind the day
    let placed = |i: usize| nodes[i].class.is(Class::WEEKDAY) && !nodes[i].name && matches!(word(i + 1), "in" | "at" | "during" | "amid");
    let inner = (from + 2..end.saturating_sub(2)).find(|i| placed(*i));
    let last = inner.or(end.checked_sub(1)).filter(|i| *i > from + 1)?;
    let led = |i: usize, by: &str| i > 0 && word(i - 1) == by;
    let start = match () {
        _ if nodes[last].class.is(Class::WEEKDAY) => last - usize::from(led(last, "on") || led(last, "last")),
        // "announced the closure last week"; not "the last minute", and not "the movement of troops to the border this week"
        _ if nodes[last].class.is(Class::TIME)
            && (led(last, "last") || led(last, "this"))
            && !nodes[last - 2].class.is(Class::ARTICLE)
            && !nodes[from..last].iter().any(|n| n.class.is(Class::PREPOSITION) && !n.name) =>
        {
            last - 1
        }
        _ if nodes[last].class.is(Class::MONTH) && nodes[last].capital && led(last, "in") => last - 1,
        _ => return None,
    };
    let past = group.modal.is_none() && !group.passive && matches!(group.form, Form::Past | Form::Participle);
    let object = begins_phrase(&nodes[from]) && !nodes[from].class.is(Class::PREPOSITION.or(Class::TO).or(Class::THAT));
    let verbless = !clauses.verbs[k + 1..].iter().any(|v| v.group.nodes.start < start);
    // "called the plan weak on Monday"
    let ends = |n: &Node| is_nominal(n) || n.class.is(Class::ADJECTIVE) || n.quoted;
    let noun = start.checked_sub(1).filter(|i| *i >= from && ends(&nodes[*i]))?;
    (past && object && verbless && !EVENTS.contains(&word(noun))).then_some(start)
}

/// Where "after a night of talks in Bergen" begins: what was agreed or announced came out of the talks.
fn talks_phrase<'w>(nodes: &[Node], from: usize, end: usize, word: &dyn Fn(usize) -> &'w str) -> Option<usize> {
    const TALKS: &[&str] = &[
        "talks",
        "negotiations",
        "discussions",
        "consultations",
        "meeting",
        "meetings",
        "summit",
    ];
    // "agreed to widen the pier at a meeting between": what is to be done is done later
    let infinitive = nodes.get(from).is_some_and(|n| n.class.is(Class::TO));
    let small = |n: &Node| n.class.is(Class::DETERMINER.or(Class::ADJECTIVE).or(Class::NUMERAL));
    let held = |i: usize| {
        let noun = || (i + 1..end.min(i + 5)).find(|j| !small(&nodes[*j]));
        matches!(word(i), "at" | "during") && noun().is_some_and(|j| TALKS.contains(&word(j)) && matches!(word(j + 1), "between" | "with"))
    };
    if infinitive && let Some(at) = (from + 3..end).find(|i| held(*i)) {
        return Some(at);
    }
    (from + 2..end).find(|i| {
        nodes[*i].class.is(Class::PREPOSITION)
            && matches!(word(*i), "after" | "following")
            && is_nominal(&nodes[*i - 1])
            && (*i + 1..end.min(*i + 7))
                .take_while(|j| nodes[*j].verbs.is_empty() || nodes[*j].class.is(Class::NOUN.or(Class::VERB_NOUN).or(Class::ING_NOUN)))
                .any(|j| TALKS.contains(&word(j)))
    })
}

/// Where "at the conference", "in a summit held in Oslo" begins behind the noun phrase that a verb governs: there it was done. What came out of
/// a meeting ("the results of the talks at the summit") stands there itself, and so does what a verb before it tells ("decisions taken at").
fn venue_phrase<'w>(nodes: &[Node], from: usize, end: usize, word: &dyn Fn(usize) -> &'w str) -> Option<usize> {
    const VENUES: &[&str] = &[
        "breakfast",
        "conference",
        "dinner",
        "lunch",
        "luncheon",
        "meeting",
        "summit",
        "session",
        "gathering",
        "forum",
        "ceremony",
        "assembly",
    ];
    const OUTCOMES: &[&str] = &[
        "agreement",
        "agreements",
        "attack",
        "attacks",
        "conclusions",
        "decision",
        "decisions",
        "discussion",
        "discussions",
        "negotiations",
        "outcome",
        "outcomes",
        "participation",
        "presence",
        "progress",
        "remarks",
        "result",
        "results",
        "speech",
        "talks",
        "understanding",
    ];
    let verb = |n: &Node| (is_only_verb(n) || n.class.is(Class::TO.or(Class::RELATIVE))) && !n.name;
    let object = nodes.get(from).is_some_and(|n| begins_phrase(n) || n.class.is(Class::PREPOSITION)) && !nodes[from].class.is(Class::TO);
    let small = |i: &usize| nodes[*i].class.is(Class::PREPOSITION) && matches!(word(*i), "at" | "in" | "during");
    let led = |i: &usize| nodes[i + 1].class.is(Class::ARTICLE.or(Class::POSSESSIVE)) || word(i + 1) == "this";
    let mut prepositions = (from + 1..end.saturating_sub(2)).filter(|i| object && small(i) && led(i));
    let preposition = prepositions.find(|i| {
        let venue = (i + 2..end.min(i + 7)).find(|j| VENUES.contains(&word(*j)));
        // "in a summit | held in Oslo", "at the conference | in Lima"
        let held = |word: &str| matches!(word, "held" | "in" | "on" | "here" | "with" | "between");
        venue.is_some_and(|j| j + 1 == end || held(word(j + 1)) && !nodes[j + 2..end].iter().any(verb))
    })?;
    let before = preposition - 1;
    // "the rules adopted by the assembly at its session"
    let done = |i: usize| nodes[i].verbs.iter().any(|(_, f)| *f == Form::Participle) && nodes[i + 1].class.is(Class::PREPOSITION);
    let told = !nodes[from..preposition].iter().any(verb)
        && !(from..before).any(done)
        && is_nominal(&nodes[before])
        && !OUTCOMES.contains(&word(before));
    told.then_some(preposition)
}

/// Where "in a statement", "in a tweet on Friday" begins at the end of what is between `from` and `end`.
fn report_phrase<'w>(nodes: &[Node], from: usize, end: usize, word: &dyn Fn(usize) -> &'w str) -> Option<usize> {
    const REPORTS: &[&str] = &[
        "statement",
        "tweet",
        "interview",
        "letter",
        "message",
        "speech",
        "report",
        "article",
        "post",
        "conference",
        "briefing",
        "remarks",
        "comments",
    ];
    // "in a statement", "in a statement on Friday", "in a statement read by the president"
    let participle = |i: usize| {
        nodes
            .get(i + 1)
            .is_some_and(|n| i + 1 < end && !n.name && n.verbs.iter().any(|(_, f)| *f == Form::Participle))
    };
    let noun = (end.saturating_sub(16).max(from)..end)
        .rev()
        .find(|i| (*i + 4 >= end || participle(*i)) && REPORTS.contains(&word(*i)))?;
    let preposition = (noun.saturating_sub(5).max(from + 1)..noun)
        .rev()
        .find(|i| nodes[*i].class.is(Class::PREPOSITION) && !nodes[*i].class.is(Class::OF))?;
    let article = nodes
        .get(preposition + 1)
        .is_some_and(|n| n.class.is(Class::ARTICLE) && word(preposition + 1) != "the" || n.class.is(Class::POSSESSIVE));
    (matches!(word(preposition), "in" | "at" | "during") && article).then_some(preposition)
}
