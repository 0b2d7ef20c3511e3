//! Subjects of two or more that "and" joins: the "and" is no sign of a new clause, unless what stands before it cannot act.
//!
//! Owns: which word opens the clause of such a subject, and which pairs are none.
//! Leaves to: [`super::edge`] all other left edges.

use super::{Builder, Role, Tense, is_tensed, tense};
use crate::grammar::lexicon::Class;
use crate::grammar::phrase::{begins_phrase, is_nominal, is_temporal, thing};
use crate::grammar::stream::{Node, NodeKind};

impl Builder<'_> {
    /// "said that the members of the pact and Peru had": the "that" before two nouns which "and" or "or" joins, where no tense stands between.
    pub(super) fn that_before_pair(&self, and: usize, floor: usize, k: usize) -> Option<usize> {
        let that = (floor..and)
            .find(|i| self.nodes[*i].class.is(Class::THAT))
            .filter(|_| self.nodes[and].class.is(Class::CONJUNCTION) && !self.nodes[and].name)?;
        let end = self.groups[k].nodes.start;
        // "that all posts held by Peru or Chile would": a participle has no tense
        let verbs = self.verbs[..k].iter().filter(|v| v.group.nodes.start > that);
        let tensed = verbs.clone().any(|v| is_tensed(&v.group) && v.role != Role::Reduced);
        // "that a strong, united Europe and Peru are"
        let adjectives = |i: usize| self.nodes[i - 1].class.is(Class::ADJECTIVE) && self.nodes[i + 1].class.is(Class::ADJECTIVE);
        // "that none of the isles, reefs and shoals are"
        let bare =
            |n: &Node| is_nominal(n) && !n.name && !n.capital && !n.class.is(Class::DETERMINER.or(Class::PREPOSITION).or(Class::SUBJECT));
        let listed = |i: usize| i + 2 <= and && bare(&self.nodes[i - 1]) && bare(&self.nodes[i + 1]);
        let plain = !(that..end).any(|i| match self.nodes[i].kind {
            NodeKind::Comma => !adjectives(i) && !listed(i),
            NodeKind::Quote(_) | NodeKind::Dash | NodeKind::Semicolon => true,
            _ => false,
        });
        // "that the economic, financial and commercial ban has": adjectives of one noun
        let joined = is_nominal(&self.nodes[and - 1]) || adjectives(and);
        let begins = |i: usize| self.nodes.get(i).is_some_and(begins_phrase);
        let phrases = (begins(that + 1) || begins(self.counted_from(that + 1))) && joined;
        let again = self.nodes.get(and + 1).is_some_and(|n| n.class.is(Class::THAT));
        (!tensed && plain && phrases && !again).then_some(that)
    }

    /// "that last week at least nine boats and two ships": where the phrase begins behind a time at node `i` and behind "at least".
    fn counted_from(&self, i: usize) -> usize {
        let time = |n: &Node| n.class.is(Class::TIME) && !n.class.is(Class::PREPOSITION);
        let dated = (i..self.nodes.len().min(i + 4))
            .rfind(|i| time(&self.nodes[*i]))
            .map_or(i, |time| time + 1);
        let number = |n: &Node| n.class.is(Class::NUMERAL) || n.kind == NodeKind::Number;
        let least = |n: &Node| n.class.is(Class::PREPOSITION.or(Class::ADVERB)) && !n.name;
        let measured = self.nodes.get(dated).is_some_and(least) && self.nodes.get(dated + 2).is_some_and(number);
        dated + 2 * usize::from(measured)
    }

    /// "as soon as the talks and the vote are over", "because rules and practical steps matter": the word that opens a clause before two nouns
    /// which "and" joins, and that is no preposition there.
    pub(super) fn marker_before_pair(&self, and: usize, floor: usize, end: usize) -> Option<usize> {
        let joins = self.nodes[and].class.is(Class::AND) && !self.nodes[and].name;
        let inside = |n: &Node| {
            let closed = Class::PREPOSITION
                .or(Class::CONJUNCTION)
                .or(Class::SUBORDINATOR)
                .or(Class::RELATIVE)
                .or(Class::TO);
            n.kind == NodeKind::Word && (n.name || n.class.is(Class::OF) || !n.class.is(closed))
        };
        let marker = (floor..and).rev().find(|i| !inside(&self.nodes[*i])).filter(|_| joins)?;
        let n = &self.nodes[marker];
        // "as soon as", "as long as"
        let led = marker >= floor + 2 && n.class.is(Class::PREPOSITION) && self.nodes[marker - 2].class == n.class;
        let opens = n.kind == NodeKind::Word && n.class.is(Class::SUBORDINATOR) && !n.class.is(Class::THAT.or(Class::RELATIVE));
        let phrases = marker + 1 < and && begins_phrase(&self.nodes[marker + 1]) && is_nominal(&self.nodes[and - 1]);
        // "as a host, and we agreed": a pronoun that only acts begins a clause of its own
        let own = |n: &Node| n.class.is(Class::SUBJECT) && !n.class.is(Class::DETERMINER.or(Class::OBJECT));
        let second = and + 1 < end && self.nodes[and + 1..end].iter().all(|n| inside(n) && !own(n));
        (opens && (led || !n.class.is(Class::PREPOSITION)) && phrases && second).then_some(marker)
    }

    /// "those who say Chad and Peru are enemies": the verb of a relative clause that reports, right before names that "and" joins.
    pub(super) fn reporter_before_pair(&self, and: usize, k: usize) -> Option<usize> {
        let reporter = k
            .checked_sub(1)
            .filter(|j| self.verbs[*j].role == Role::Relative && self.takes_clause(*j))?;
        let from = self.groups[reporter].nodes.end;
        let names = from < and && self.nodes[from..and].iter().all(|n| n.name || n.class.is(Class::ARTICLE));
        (names && self.nodes[and].class.is(Class::AND)).then_some(reporter)
    }

    /// "where Israel and Palestine live", "that A and B agreed": the "and" between two names stands behind the word that opens the
    /// clause; gives that word, else `i`.
    pub(super) fn over_names(&self, i: usize, floor: usize) -> usize {
        if !self.nodes[i].class.is(Class::AND) {
            return i;
        }
        // "as a host, and we agreed"
        let ours = |n: &Node| n.class.is(Class::SUBJECT) && !n.class.is(Class::DETERMINER.or(Class::OBJECT).or(Class::SINGULAR));
        if self.nodes.get(i + 1).is_some_and(ours) {
            return i;
        }
        let plural = |n: &Node| n.class.is(Class::PLURAL) && n.class.is(Class::DETERMINER);
        // "Peruvian envoy Ana Ruiz"
        let office = |c: usize| self.nodes[c].kind == NodeKind::Word && c > 0 && self.nodes[c - 1].demonym && self.nodes[c + 1].name;
        let name = |c: usize| {
            let n = &self.nodes[c];
            n.name || n.capital || n.class.is(Class::ARTICLE) || plural(n) || office(c)
        };
        // "while officials in Lima and Oslo called": no verb between
        let opens =
            |c: &usize| self.nodes[*c].class.is(Class::SUBORDINATOR) && !self.nodes[*c].class.is(Class::RELATIVE.or(Class::PREPOSITION));
        if let Some(which) = self.which_before_pair(i, floor) {
            return which;
        }
        let verbless = |c: &usize| self.is_verbless(*c, i);
        let phrase = (floor..i)
            .rev()
            .take_while(|c| is_plain(&self.nodes[*c]))
            .find(opens)
            .filter(verbless);
        let opener = phrase.or_else(|| (floor..i).rev().find(|c| !name(*c)));
        opener.filter(|c| c + 1 < i && self.opens_pair(*c, floor)).unwrap_or(i)
    }

    /// "a plan under which boats, ships and planes would leave": the governed "which" of the clause.
    fn which_before_pair(&self, and: usize, floor: usize) -> Option<usize> {
        let relative = |c: usize| self.nodes[c].class.is(Class::RELATIVE) && !self.nodes[c].class.is(Class::THAT);
        let which = (floor + 1..and)
            .rev()
            .take_while(|c| is_plain(&self.nodes[*c]) || self.nodes[*c].kind == NodeKind::Comma || relative(*c))
            .find(|c| relative(*c) && self.nodes[*c - 1].class.is(Class::PREPOSITION))?;
        let again = self.nodes[and + 1].class.is(Class::SUBJECT);
        (self.is_verbless(which, and) && !again).then_some(which)
    }

    fn is_verbless(&self, from: usize, to: usize) -> bool {
        !self.groups.iter().any(|g| g.nodes.start > from && g.nodes.start < to)
    }

    /// Whether the word at `c` opens a clause whose subject is several names; `floor` is the end of the verb before.
    fn opens_pair(&self, c: usize, floor: usize) -> bool {
        let n = &self.nodes[c];
        if n.kind != NodeKind::Word {
            return false;
        }
        let subordinates = n.class.is(Class::SUBORDINATOR) && !n.class.is(Class::THAT);
        let only =
            n.class.is(Class::SUBORDINATOR.or(Class::RELATIVE)) && !n.class.is(Class::PREPOSITION.or(Class::CONJUNCTION).or(Class::THAT));
        // "but Lima and Oslo agree"
        let turns = n.class.is(Class::CONJUNCTION) && !n.class.is(Class::AND);
        // "came as Chad and Peru met", "as long as Chad and Peru are"
        let time = subordinates && (self.nodes[floor..c].iter().all(|n| n.class.is(Class::ADVERB)) || self.is_of_degree(c));
        // "in a tense region and Lima and Oslo voiced": a thing is joined with nobody
        let thing = c > floor && !self.nodes[c - 1].name && !self.nodes[c - 1].capital && is_nominal(&self.nodes[c - 1]);
        let joins = n.class.is(Class::AND)
            && thing
            && self.nodes[c + 1..]
                .iter()
                .find(|n| !n.class.is(Class::ARTICLE))
                .is_some_and(|n| n.name);
        // "was condemned, and Lima and Oslo called": the only comma behind the verb
        let comma = c > floor && self.nodes[c - 1].kind == NodeKind::Comma;
        let listed = self.nodes[floor..c.max(floor + 1) - 1].iter().any(|n| n.kind == NodeKind::Comma);
        let parted = n.class.is(Class::AND) && comma && !listed && self.nodes.get(c + 1).is_some_and(|n| n.name);
        only || turns || time || joins || parted
    }

    /// "as long as", "as soon as": the second of the two.
    fn is_of_degree(&self, i: usize) -> bool {
        i >= 2 && self.nodes[i - 1].class.is(Class::ADJECTIVE.or(Class::ADVERB)) && is_temporal(&self.nodes[i - 2])
    }

    /// "confirmed the raid and Chile denied it", "announced sanctions and the ministry said": a thing and somebody are no pair that acts.
    pub(super) fn is_thing_beside(&self, host: usize, k: usize, and: usize) -> bool {
        let floor = self.groups[host].nodes.end;
        let (object, somebody) = (&self.nodes[floor..and], &self.nodes[and + 1..self.groups[k].nodes.start]);
        let plain = object.iter().all(|n| n.kind == NodeKind::Word && !n.name);
        let one = plain && object.first().is_some_and(|n| n.class.is(Class::ARTICLE)) && object.last().is_some_and(|n| !n.plural);
        let deed = thing(object).is_some()
            && object
                .iter()
                .all(|n| matches!(n.kind, NodeKind::Word | NodeKind::Number | NodeKind::Clitic));
        let named = somebody.first().is_some_and(|n| n.name && !n.demonym);
        let lemma = self.groups[k].lemma;
        let acts = self.valency.takes_that(lemma) || self.valency.acts(lemma);
        let party = named || acts && somebody.first().is_some_and(|n| n.name || n.class.is(Class::ARTICLE)) && thing(somebody).is_none();
        self.valency.takes_object(self.groups[host].lemma)
            && !matches!(tense(self.nodes, &self.groups[k]), Tense::Modal | Tense::Pluperfect)
            && (one && named || deed && party)
    }

    /// "conveyed its support to Peru and Chile offered": what stands between verb and "and" is the subject's own, no clause.
    pub(super) fn ends_own_object(&self, host: usize, and: usize) -> bool {
        let floor = self.groups[host].nodes.end;
        (self.valency.takes_object(self.groups[host].lemma) || thing(&self.nodes[floor..and]).is_some())
            && self.nodes[floor].class.is(Class::POSSESSIVE)
            && self.nodes[floor..and]
                .iter()
                .any(|n| n.class.is(Class::PREPOSITION.or(Class::TO)) && !n.name)
    }
}

/// A word or a number that opens no clause.
fn is_plain(n: &Node) -> bool {
    let word = matches!(n.kind, NodeKind::Word | NodeKind::Number);
    word && (n.name || !n.class.is(Class::CONJUNCTION.or(Class::RELATIVE).or(Class::THAT)))
}
