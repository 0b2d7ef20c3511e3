//! Extents: where what a verb governs ends.
//!
//! Owns: the right edge of a content: before a verb joined to its verb, a new main clause, an attribution, a participle clause
//! that is an act of its own, an adjunct of concession or time that a comma sets off.
//! Leaves to: [`crate::rules`] where the content begins.

use super::clause::{Clauses, Role, Subject, Verb};
use super::lexicon::{Class, Form};
use super::phrase::{begins_phrase, is_nominal};
use super::stream::{Node, NodeKind};
use super::verb::Shape;

/// The node before which everything that verb `k` governs ends. `is_act` says whether a verb is a cue of some rule: only such
/// a participle clause ends the content before it (", urging ..." does, ", aiming to ..." does not). `word` gives a node's word.
///
/// `whole` takes bare verbs joined to verb `k` into what it governs: all that "will" promises, not only its first verb.
pub fn limit<'w>(
    nodes: &[Node],
    clauses: &Clauses,
    k: usize,
    whole: bool,
    is_act: &dyn Fn(usize) -> bool,
    word: &dyn Fn(usize) -> &'w str,
) -> usize {
    let from = clauses.verbs[k].group.nodes.end;
    let mut end = stream_end(nodes, from);
    let mut opening = None;
    for (j, verb) in clauses.verbs.iter().enumerate().skip(k + 1) {
        if verb.start >= end {
            break;
        }
        let cut = match verb.role {
            Role::Attribution => verb.start > from && interrupts(nodes, verb).is_none(),
            Role::Coordinated if whole && verb.group.shape == Shape::BareInfinitive => false,
            Role::Coordinated => verb.parent.is_some_and(|p| p == k || is_above(clauses, p, k)) && joins_above(clauses, j, k),
            Role::Main => true,
            Role::Complement => verb.parent.is_some() && verb.parent == reporter_of(clauses, k) && !governs(clauses, k, j),
            Role::Subordinate => verb.marker.is_some_and(|m| {
                // "as the envoy met Li" tells when; "as it defends itself", "as agreed" say more of what is promised
                let named = |s: &std::ops::Range<usize>| nodes[s.clone()].iter().any(|n| n.name);
                let past = verb.group.form == Form::Past && verb.group.modal.is_none();
                let time = word(m) == "as" && past && matches!(&verb.subject, Subject::Phrase(s) if named(s));
                // "to leave "while flights still operate"": the quoted clause is what is asked
                let quoted = nodes[m].quoted && m > 0 && !nodes[m - 1].quoted;
                // "said if X, Y": it opens what is reported
                let opens = m == from && clauses.verbs[j..].iter().any(|v| v.role == Role::Complement && v.parent == Some(k));
                // "reach a balance with Peru, which fell silent after Chile left": the time of what is told in passing
                let aside = clauses.verbs[j - 1].role == Role::Relative && clauses.verbs[j - 1].start > from;
                !quoted && !opens && !aside && !follows_that(nodes, from, m) && (sets_off(nodes, m, word(m)) || time && m > from)
            }),
            Role::Gerund => verb.marker.is_some_and(|m| word(m) == "without") && is_act(j),
            Role::Participle => {
                let comma = |i: usize| i > 0 && nodes[i - 1].kind == NodeKind::Comma;
                let joined = verb.start > 1 && nodes[verb.start - 1].class.is(Class::AND) && comma(verb.start - 1);
                let set_off = comma(verb.start) || joined;
                let marked = verb.marker.is_some_and(|m| word(m) == "while");
                (set_off || marked) && (verb.group.shape == Shape::Ing || joined) && is_act(j)
            }
            _ => false,
        };
        if cut {
            // "Budapest, denying the report, recalled": the clause began before verb `k`, what `k` governs ends before its verb
            let start = if verb.start > from { verb.start } else { verb.group.nodes.start };
            end = opening.unwrap_or_else(|| before_hours(nodes, from, start));
            break;
        }
        // ", and while adjusting ..., they": an introduction of the next clause goes with it
        if matches!(verb.role, Role::Participle | Role::Subordinate)
            && verb.start > from + 1
            && nodes[verb.start - 1].class.is(Class::AND)
            && nodes[verb.start - 2].kind == NodeKind::Comma
        {
            opening = opening.or(Some(verb.start));
        }
    }
    let end = day_phrase(nodes, clauses, k, trim(nodes, from, end), word).unwrap_or(end);
    // a verb behind node `i` and before the end that shares the subject of what is reported
    let behind = |i: usize| {
        let shares = |v: &Verb| v.role == Role::Coordinated && v.group.nodes.start > i && v.group.nodes.end <= end;
        clauses.verbs[k + 1..].iter().any(shares)
    };
    let reports = clauses.verbs.iter().any(|v| v.role == Role::Complement && v.parent == Some(k));
    trim(nodes, from, adjunct(nodes, from, trim(nodes, from, end), reports, &behind, word))
}

/// "ruled out talks, hours | after they": the time that measures a clause of time goes with it.
fn before_hours(nodes: &[Node], from: usize, end: usize) -> usize {
    let measured =
        end > from + 1 && nodes[end - 1].class.is(Class::TIME) && nodes.get(end).is_some_and(|n| n.class.is(Class::SUBORDINATOR));
    let measure = |n: &Node| n.kind == NodeKind::Number || n.class.is(Class::TIME.or(Class::NUMERAL).or(Class::ARTICLE).or(Class::ADVERB));
    match measured {
        true => (from..end).rev().find(|i| !measure(&nodes[*i])).map_or(end, |i| i + 1),
        false => end,
    }
}

/// "agreed, the envoy said, that": the comma that closes an attribution between a verb and its "that" or "to".
pub fn interrupts(nodes: &[Node], attribution: &Verb) -> Option<usize> {
    let end = attribution.group.nodes.end;
    let comma = (end..nodes.len().min(end + 8)).find(|i| nodes[*i].kind == NodeKind::Comma)?;
    nodes
        .get(comma + 1)
        .is_some_and(|n| n.class.is(Class::THAT.or(Class::TO)))
        .then_some(comma)
}

/// Clauses inside clauses that are followed upwards; nobody writes deeper, and the work stays linear.
const DEEPEST: usize = 16;

/// The end of the words of a stream: before its final stop.
fn stream_end(nodes: &[Node], from: usize) -> usize {
    (from..nodes.len())
        .find(|i| nodes[*i].kind == NodeKind::Stop)
        .unwrap_or(nodes.len())
}

/// Whether `a` stands above `b`: `b` is joined to it or reported under it.
fn is_above(clauses: &Clauses, a: usize, b: usize) -> bool {
    let mut at = b;
    for _ in 0..DEEPEST {
        match clauses.verbs[at].parent {
            Some(up) if up == a => return true,
            Some(up) if up < at || clauses.verbs[at].role == Role::Participle && up != at => at = up,
            _ => return false,
        }
    }
    false
}

/// Whether `j`, joined to a verb at or above `k`, ends what `k` governs: a tense joined to a tense, an infinitive to an
/// infinitive; "agreed to meet and discuss" goes on inside.
fn joins_above(clauses: &Clauses, j: usize, k: usize) -> bool {
    let Some(p) = clauses.verbs[j].parent else { return false };
    p == k || clauses.verbs[p].group.shape == clauses.verbs[k].group.shape || is_above(clauses, p, k)
}

/// The verb that reports the clause of `k`, through the verbs to which it is joined.
fn reporter_of(clauses: &Clauses, k: usize) -> Option<usize> {
    let mut at = k;
    for _ in 0..DEEPEST {
        match clauses.verbs[at].role {
            Role::Complement => return clauses.verbs[at].parent,
            Role::Coordinated => at = clauses.verbs[at].parent?,
            _ => return None,
        }
    }
    None
}

fn governs(clauses: &Clauses, k: usize, j: usize) -> bool {
    clauses.verbs[j].parent == Some(k)
}

/// "said that while X, Y" and "noted that even if X, Y": the subordinate clause opens the content.
fn follows_that(nodes: &[Node], from: usize, marker: usize) -> bool {
    (from..marker).any(|i| nodes[i].class.is(Class::THAT) && marker - i <= 2)
}

/// Whether a clause with this subordinator is beside the content and not part of it.
fn sets_off(nodes: &[Node], marker: usize, word: &str) -> bool {
    let comma = marker > 0 && matches!(nodes[marker - 1].kind, NodeKind::Comma | NodeKind::Dash);
    match word {
        "while" | "whereas" | "although" | "though" => true,
        "before" | "after" => true,
        "if" | "until" | "unless" | "where" | "whether" | "that" => false,
        _ => comma,
    }
}

/// Cuts at ", according to ...", ", despite ..." and the like between `from` and `end`. In a clause that the verb `reports` the time
/// is the clause's own.
fn adjunct<'w>(
    nodes: &[Node],
    from: usize,
    end: usize,
    reports: bool,
    behind: &dyn Fn(usize) -> bool,
    word: &dyn Fn(usize) -> &'w str,
) -> usize {
    for i in from..end.saturating_sub(1) {
        // "stressed that patience pays: «Q»"
        if i > from && nodes[i].kind == NodeKind::Colon && matches!(nodes[i + 1].kind, NodeKind::Quote(_)) {
            return i;
        }
        // "backed the canal despite its price": in what is reported, the reported clause's own
        if i > from && !reports && !nodes[i].name && matches!(word(i), "despite" | "amid" | "notwithstanding") {
            return i;
        }
        if !matches!(nodes[i].kind, NodeKind::Comma | NodeKind::Dash) || nodes[i + 1].kind == NodeKind::Stop {
            continue;
        }
        if !reports && is_measured(nodes, i + 1, end, word) {
            return i;
        }
        if nodes[i + 1].kind != NodeKind::Word {
            continue;
        }
        let first = word(i + 1);
        let second = if i + 2 < end { word(i + 2) } else { "" };
        let outside = match first {
            "according" => second == "to",
            "despite" | "amid" | "notwithstanding" => true,
            "even" => second == "as" || second == "though",
            // "in what she called a breakthrough": what somebody else makes of it
            "in" => second == "what" && !reports,
            // "said the plan was sound, but that it came late": both are said
            // "said the troops had fought, but had not won": whose verb it is was settled before
            "but" => second != "that" && !(reports && behind(i)),
            "after" | "following" if !reports => true,
            _ => false,
        };
        if outside {
            return i;
        }
    }
    let end = manner_phrase(nodes, from, end, word).filter(|_| !reports).unwrap_or(end);
    let end = talks_phrase(nodes, from, end, word).filter(|_| !reports).unwrap_or(end);
    report_phrase(nodes, from, end, word).unwrap_or(end)
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
fn day_phrase<'w>(nodes: &[Node], clauses: &Clauses, k: usize, end: usize, word: &dyn Fn(usize) -> &'w str) -> Option<usize> {
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
    let last = end.checked_sub(1).filter(|i| *i > from + 1)?;
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
    (from + 2..end).find(|i| {
        matches!(word(*i), "after" | "following")
            && nodes[*i].class.is(Class::PREPOSITION)
            && is_nominal(&nodes[*i - 1])
            && (*i + 1..end.min(*i + 7))
                .take_while(|j| nodes[*j].verbs.is_empty() || nodes[*j].class.is(Class::NOUN.or(Class::VERB_NOUN).or(Class::ING_NOUN)))
                .any(|j| TALKS.contains(&word(j)))
    })
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
        .find(|i| REPORTS.contains(&word(*i)) && (*i + 4 >= end || participle(*i)))?;
    let preposition = (noun.saturating_sub(5).max(from + 1)..noun)
        .rev()
        .find(|i| nodes[*i].class.is(Class::PREPOSITION) && !nodes[*i].class.is(Class::OF))?;
    let article = nodes
        .get(preposition + 1)
        .is_some_and(|n| n.class.is(Class::ARTICLE) && word(preposition + 1) != "the" || n.class.is(Class::POSSESSIVE));
    (matches!(word(preposition), "in" | "at" | "during") && article).then_some(preposition)
}

/// Takes commas, conjunctions and dashes off the right end.
pub fn trim(nodes: &[Node], from: usize, end: usize) -> usize {
    let mut end = end;
    while end > from {
        let n = &nodes[end - 1];
        let loose = match n.kind {
            NodeKind::Comma | NodeKind::Semicolon | NodeKind::Colon | NodeKind::Dash | NodeKind::Stop => true,
            NodeKind::Word => {
                (n.class.is(Class::CONJUNCTION)
                    || n.class.is(Class::SUBORDINATOR) && !n.class.is(Class::ADVERB.or(Class::DETERMINER))
                    || n.class.is(Class::WITH) && end >= 2 && nodes[end - 2].kind == NodeKind::Comma
                    || is_lone_adverb(nodes, end - 1))
                    && !n.name
            }
            _ => false,
        };
        if !loose {
            break;
        }
        end -= 1;
    }
    end
}

/// ", also" before a cut.
fn is_lone_adverb(nodes: &[Node], i: usize) -> bool {
    nodes[i].class.is(Class::ADVERB) && i > 0 && nodes[i - 1].kind == NodeKind::Comma
}
