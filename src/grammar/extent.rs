//! Extents: where what a verb governs ends.
//!
//! Owns: the right edge of a content: before a verb joined to its verb, a new main clause, an attribution, a participle clause
//! that is an act of its own.
//! Leaves to: [`crate::rules`] where the content begins, [`super::adjunct`] what stands behind it without a verb.

use super::adjunct::{adjunct, day_phrase};
use super::clause::{Clauses, Role, Subject, Verb};
use super::lexicon::{Class, Form};
use super::phrase::measure;
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
        // "added that "it failed, while its allies left"": all that is quoted is said
        let quoted = |i: usize| i > 0 && nodes[i].quoted && nodes[i - 1].quoted && !nodes[clauses.verbs[k].group.head].quoted;
        let cut = match verb.role {
            _ if quoted(verb.start) => false,
            Role::Attribution => verb.start > from && interrupts(nodes, verb).is_none(),
            Role::Coordinated if whole && verb.group.shape == Shape::BareInfinitive => false,
            Role::Coordinated => verb.parent.is_some_and(|p| p == k || is_above(clauses, p, k)) && joins_above(clauses, j, k),
            Role::Main => !goes_on_in_present(nodes, clauses, k, j),
            // "said Peru, noting that Chile had lied, closed": the clause whose subject stands before the participle
            Role::Complement if is_above(clauses, j, k) => true,
            Role::Complement => verb.parent.is_some() && verb.parent == reporter_of(clauses, k) && !governs(clauses, k, j),
            Role::Subordinate => verb.marker.is_some_and(|m| ends_at_clause(nodes, clauses, (k, j), m, end, word)),
            Role::Gerund => verb.marker.is_some_and(|m| word(m) == "without") && is_act(j),
            Role::Participle => ends_at_participle(nodes, clauses, k, j, is_act, word),
            _ => false,
        };
        if cut {
            // "Budapest, denying the report, recalled": the clause began before verb `k`, what `k` governs ends before its verb
            let start = if verb.start > from { verb.start } else { verb.group.nodes.start };
            // "proposed talks | just as envoys met"
            let just = start > from + 1 && verb.marker == Some(start) && word(start - 1) == "just";
            let start = start - usize::from(just);
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
    // a verb behind node `i` and before the end that shares the subject of what is reported, or has one of its own and no tense in which the
    // text itself tells: "said it would not yield, but Lima and Oslo agree"
    let told = clauses.verbs[k].group.form == Form::Past;
    let behind = |i: usize| {
        let shares = |v: &Verb| v.role == Role::Coordinated && v.group.nodes.start > i && v.group.nodes.end <= end;
        let past = |v: &Verb| v.group.form == Form::Past || nodes[v.group.nodes.start].class.is(Class::PAST);
        let own = |v: &Verb| v.role == Role::Complement && v.parent == Some(k) && v.start == i + 2 && told && !past(v);
        clauses.verbs[k + 1..].iter().any(|v| shares(v) || own(v))
    };
    let reports = clauses.verbs.iter().any(|v| v.role == Role::Complement && v.parent == Some(k));
    trim(nodes, from, adjunct(nodes, from, trim(nodes, from, end), reports, &behind, word))
}

/// Whether what verb `k` governs ends before the clause that the subordinator at node `m` opens, whose verb is `j`: it tells of the act, and not of what
/// was said. `end` is where the content ends so far.
fn ends_at_clause<'w>(
    nodes: &[Node],
    clauses: &Clauses,
    (k, j): (usize, usize),
    m: usize,
    end: usize,
    word: &dyn Fn(usize) -> &'w str,
) -> bool {
    let (host, verb) = (&clauses.verbs[k], &clauses.verbs[j]);
    let from = host.group.nodes.end;
    // "as the envoy met Li" tells when; "as it defends itself", "as agreed" say more of what is promised
    let named = |s: &std::ops::Range<usize>| nodes[s.clone()].iter().any(|n| n.name);
    let past = verb.group.form == Form::Past && verb.group.modal.is_none();
    let just = m > 0 && word(m - 1) == "just";
    let time = word(m) == "as" && past && matches!(&verb.subject, Subject::Phrase(s) if just || named(s));
    // "said it was late, because the road was closed": the reason is told, too
    let reason = word(m) == "because"
        && clauses.verbs[k + 1..j]
            .iter()
            .any(|v| v.role == Role::Complement && v.parent == Some(k));
    // "blamed Chad when he spoke": the time of the act
    let pronoun = matches!(&verb.subject, Subject::Phrase(s) if s.len() == 1 && nodes[s.start].class.is(Class::SINGULAR));
    let own = host.group.form == Form::Past && !clauses.verbs[k + 1..j].iter().any(|v| v.role == Role::Complement);
    // "pledged to act on Monday when the union met"
    let day = m > 0 && nodes[m - 1].class.is(Class::WEEKDAY);
    let time = time || word(m) == "when" && past && (pronoun || day) && own;
    // "to leave "while flights still operate"": the quoted clause is what is asked
    let quoted = nodes[m].quoted && m > 0 && !nodes[m - 1].quoted;
    // "said if X, Y": it opens what is reported
    let opens = m == from && clauses.verbs[j..].iter().any(|v| v.role == Role::Complement && v.parent == Some(k));
    // "reach a balance with Peru, which fell silent after Chile left": the time of what is told in passing
    let aside = clauses.verbs[j - 1].role == Role::Relative && clauses.verbs[j - 1].start > from;
    // "said its ship had left before the raid began": the time of what is reported
    let first = measure(nodes, m).unwrap_or(m);
    let comma = first > 0 && nodes[first - 1].kind == NodeKind::Comma;
    let clause = |v: &Verb| v.role == Role::Complement && v.parent == Some(k) && v.start < m;
    let told = !comma && matches!(word(m), "before" | "after") && clauses.verbs[k + 1..j].iter().any(clause);
    // "should go on - as it has promised - to help": a second dash closes what the first inserts
    let dash = |i: usize| nodes[i].kind == NodeKind::Dash;
    let inserted = m > 0 && dash(m - 1) && (verb.group.nodes.end..end).any(dash);
    let inside = quoted || opens || inserted || aside || told || reason;
    let outside = sets_off(nodes, m, word(m)) || time && m > from;
    // "told reporters after the plan was adopted that it": what is told comes behind
    outside && !inside && !follows_that(nodes, from, m) && !told_later(nodes, clauses, k, j)
}

/// Whether the clause that verb `k` reports, with its "that", stands behind verb `j` and none before.
fn told_later(nodes: &[Node], clauses: &Clauses, k: usize, j: usize) -> bool {
    let ours = |v: &&Verb| v.role == Role::Complement && v.parent == Some(k);
    let that = |v: &Verb| v.start > clauses.verbs[j].group.nodes.end && nodes[v.start - 1].class.is(Class::THAT);
    let from = clauses.verbs[k].group.nodes.end;
    let before = nodes[from..clauses.verbs[j].start.max(from)]
        .iter()
        .any(|n| n.class.is(Class::THAT));
    !before && clauses.verbs[k + 1..].iter().find(ours).is_some_and(that)
}

/// Whether what verb `k` governs ends before the participle clause of verb `j`: another act, or what came of the act of `k`.
fn ends_at_participle<'w>(
    nodes: &[Node],
    clauses: &Clauses,
    k: usize,
    j: usize,
    is_act: &dyn Fn(usize) -> bool,
    word: &dyn Fn(usize) -> &'w str,
) -> bool {
    let (host, verb) = (&clauses.verbs[k], &clauses.verbs[j]);
    let comma = |i: usize| i > 0 && nodes[i - 1].kind == NodeKind::Comma;
    let ing = verb.group.shape == Shape::Ing;
    let joined = verb.start > 1 && nodes[verb.start - 1].class.is(Class::AND) && comma(verb.start - 1);
    let set_off = comma(verb.start);
    // "said it was late before calling for a truce": another act
    let marked = verb.marker.is_some_and(|m| matches!(word(m), "while" | "before"));
    // "said it backed the plan adding that", "refused to meet him saying it": no comma, but a plan says nothing
    let bare = ing && verb.marker.is_none() && verb.start > 0 && nodes[verb.start - 1].class.is(Class::THING.or(Class::OBJECT));
    // "Alarmed by the raids and stressing the need for,": the next clause of the same preamble
    let next = ing && verb.start > 1 && nodes[verb.start - 1].class.is(Class::AND) && verb.parent.is_none();
    let next = next && host.role == Role::Participle && host.start == 0 && host.parent.is_none();
    let act = (set_off || joined || marked || bare || next) && (ing || joined) && is_act(j);
    // "said it was needed, citing threats": by what whoever speaks bears it out
    let cites = set_off && matches!(word(verb.group.head), "citing" | "quoting" | "alluding");
    let inserted = verb.parent.is_some_and(|up| up > j && clauses.verbs[up].role == Role::Complement);
    !inserted && (act || cites || set_off && ing && verb.parent == Some(k) && came_of(nodes, clauses, host, j))
}

/// "approved the deal, making it law": what came of the act of `host`, told of a noun phrase right behind it, and nothing of that phrase.
fn came_of(nodes: &[Node], clauses: &Clauses, host: &Verb, j: usize) -> bool {
    let told = host.role == Role::Main && host.group.form == Form::Past && host.group.modal.is_none();
    let begins = |i: usize, class: Class| nodes.get(i).is_some_and(|n| n.class.is(class) && !n.name);
    let object = begins(host.group.nodes.end, Class::ARTICLE.or(Class::POSSESSIVE));
    let end = clauses.verbs[j].group.nodes.end;
    let it = begins(end, Class::OBJECT) && !begins(end, Class::DETERMINER);
    let between = |v: &Verb| v.group.nodes.start >= host.group.nodes.end && v.group.nodes.end <= clauses.verbs[j].group.nodes.start;
    let governs = clauses.verbs.iter().filter(|v| between(v)).any(|v| v.role != Role::Reduced);
    told && object && it && !governs
}

/// "stressed the view that Chad is free, and its people are one": behind a verb in the past a main clause in the present goes on with what is
/// said in the present; so does one before which nothing parts it from the content.
fn goes_on_in_present(nodes: &[Node], clauses: &Clauses, k: usize, j: usize) -> bool {
    let verb = &clauses.verbs[j];
    let past = |v: &Verb| v.group.form == Form::Past || nodes[v.group.nodes.start].class.is(Class::PAST);
    let present = |v: &Verb| v.group.shape == Shape::Finite && v.group.modal.is_none() && !past(v);
    let own = &clauses.verbs[k];
    let told = past(own) || nodes[own.group.nodes.start].class.is(Class::HAVE);
    let Some(before) = verb
        .start
        .checked_sub(1)
        .filter(|_| verb.start > own.group.nodes.end)
        .map(|i| &nodes[i])
    else {
        return false;
    };
    let joins = before.class.is(Class::CONJUNCTION);
    let loose = before.kind == NodeKind::Word && !joins;
    let from = own.group.nodes.end;
    let between = &clauses.verbs[k + 1..j];
    // "stressed that Chad and Peru <a verb that no list has> peace, and that is good"
    let verbless = nodes[from..verb.start.min(from + 3)].iter().any(|n| n.class.is(Class::THAT)) && between.is_empty();
    loose
        || joins
            && told
            && present(verb)
            && (verbless
                || between
                    .iter()
                    .any(|v| present(v) || v.role == Role::Complement && v.parent == Some(k)))
}

/// "ruled out talks, hours | after they": the time that measures a clause of time goes with it.
fn before_hours(nodes: &[Node], from: usize, end: usize) -> usize {
    let opens = nodes.get(end).is_some_and(|n| n.class.is(Class::SUBORDINATOR));
    measure(nodes, end).filter(|start| opens && *start > from).unwrap_or(end)
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
    // "said that last year, when X, Y"
    let timed = (from..marker).rev().take(4).any(|i| {
        let inside = &nodes[i + 1..marker];
        let part =
            |n: &Node| n.kind == NodeKind::Comma || n.class.is(Class::TIME.or(Class::ADJECTIVE).or(Class::ARTICLE).or(Class::WEEKDAY));
        nodes[i].class.is(Class::THAT) && inside.iter().all(part)
    });
    if timed {
        return true;
    }
    (from..marker).any(|i| nodes[i].class.is(Class::THAT) && marker - i <= 2 + usize::from(nodes[marker - 1].class.is(Class::ADVERB)))
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
                    // ", but that" before a cut
                    || n.class.is(Class::THAT) && end >= 2 && nodes[end - 2].class.is(Class::CONJUNCTION)
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
