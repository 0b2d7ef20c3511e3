//! The walk: paragraph by paragraph, stream by stream, verb by verb.

use super::among;
use super::draft::{Draft, Phrase, Superseded};
use super::left::Left;
use super::licence;
use super::quotation::Quotations;
use super::status::{Condition, condition};
use super::watch::Watch;
use crate::grammar::clause::{Clauses, Role as ClauseRole, Subject, Verb};
use crate::grammar::stream::{Source, Stream};
use crate::grammar::verb::Shape;
use crate::grammar::{Form, Known, Lexicon, Node, NodeKind, Valency};
use crate::names::Names;
use crate::read::layout::ParagraphKind;
use crate::resolve::genre::is_spoken;
use crate::resolve::{Discourse, Role, Voice};
use crate::rules::frame::Kind;
use crate::rules::{Rules, Scope, View};
use crate::statement::{Act, Genre, Status};
use crate::text::token::Kind as TokenKind;
use crate::text::{ByForm, Text};
use std::ops::Range;

/// One document on its way to drafts.
pub struct Walk<'w> {
    pub(super) text: &'w Text<'w>,
    names: &'w Names<'w>,
    pub(super) rules: &'w Rules,
    pub(super) lexicon: &'w Lexicon,
    /// What the lexicon says of each form of the text.
    known: ByForm<Known>,
    pub(super) genre: Genre,
    /// The text is what somebody said aloud: a press conference, a briefing.
    pub(super) spoken: bool,
    pub(super) discourse: Discourse<'w>,
    pub(super) quotations: Quotations,
    pub(super) drafts: Vec<Draft>,
    /// The draft whose content the list below goes on with: "We commit to:" and bullets.
    pub(super) open: Option<usize>,
    /// Writes down what is done, where somebody asks for it.
    pub(super) watch: Option<Watch>,
}

/// What one stream needs while its verbs are gone through.
pub(super) struct Scene<'s> {
    pub(super) view: View<'s>,
    pub(super) stream: &'s Stream,
    /// The speaker of the quotation that the stream stands in.
    pub(super) quoted: Option<Phrase>,
    /// Who each verb's own subject phrase is.
    pub(super) subjects: Vec<Option<Phrase>>,
    /// Drafts made from this stream.
    pub(super) made: Vec<Made>,
    /// What became of each verb: a draft, or why not.
    pub(super) fates: Vec<Option<Result<usize, Left>>>,
}

/// The marker before an item of a list: items below an item have another kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Marker {
    Number,
    Letter,
    Bullet,
}

/// A draft made from a stream.
#[derive(Clone, Copy)]
pub(super) struct Made {
    /// Its verb; `usize::MAX` for one without.
    pub(super) verb: usize,
    /// Its index in [`Walk::drafts`].
    pub(super) draft: usize,
}

impl<'w> Walk<'w> {
    /// A walk through `text`.
    pub fn new(
        text: &'w Text<'w>,
        names: &'w Names<'w>,
        rules: &'w Rules,
        lexicon: &'w Lexicon,
        genre: Genre,
        discourse: Discourse<'w>,
    ) -> Self {
        Walk {
            text,
            names,
            rules,
            lexicon,
            known: text.by_form(|form| Known::of(lexicon, rules, form)),
            genre,
            spoken: genre == Genre::Readout && is_spoken(text),
            discourse,
            quotations: Quotations::default(),
            drafts: Vec::new(),
            open: None,
            watch: None,
        }
    }

    /// The same, with everything written down.
    pub fn watched(mut self) -> (Vec<Draft>, Watch) {
        self.watch = Some(Watch::default());
        self.go();
        (self.drafts, self.watch.unwrap_or_default())
    }

    /// Goes through all paragraphs that are read; gives the drafts in the order in which they were found.
    pub fn drafts(mut self) -> Vec<Draft> {
        self.go();
        self.drafts
    }

    fn go(&mut self) {
        // the kind of marker before the item that opened a list, and before the items below it
        let (mut opener, mut items) = (None, None);
        for p in 0..self.text.paragraphs.len() {
            if self.text.paragraphs[p].kind.is_read() && self.text.paragraphs[p].kind != ParagraphKind::Heading {
                let marker = self.marker(p);
                let below = marker.is_some() && marker != opener && items.is_none_or(|m| marker == Some(m));
                match self.open.filter(|draft| below && !self.is_clause(p, *draft)) {
                    Some(draft) => {
                        items = marker;
                        self.continue_list(draft, p);
                    }
                    None => {
                        self.open = None;
                        (opener, items) = (marker, None);
                        self.paragraph(p);
                    }
                }
            }
        }
        among::take_in(&mut self.drafts, self.rules);
    }

    /// What kind of marker stands before paragraph `p`: a number, a letter, a bullet.
    fn marker(&self, p: usize) -> Option<Marker> {
        let words = self.text.slice(self.text.paragraphs[p].marker?);
        Some(match words.chars().find(|c| c.is_alphanumeric()) {
            Some(c) if c.is_numeric() => Marker::Number,
            Some(_) => Marker::Letter,
            None => Marker::Bullet,
        })
    }

    /// Whether paragraph `p` is a clause of its own, with a subject and a tense, or one that performs; and no part of what `draft` is about.
    fn is_clause(&self, p: usize, draft: usize) -> bool {
        let names = self.names;
        let source = Source {
            text: self.text,
            known: &self.known,
            is_name: &|i| names.is_name(i),
            is_demonym: &|i| names.is_demonym(self.text, i),
            valency: self.rules,
            lexicon: self.lexicon,
        };
        source.streams(p).first().is_some_and(|stream| {
            let clauses = Clauses::of(&stream.nodes, self.rules);
            let own = |v: &Verb| v.role == ClauseRole::Main && matches!(&v.subject, Subject::Phrase(s) if s.start <= 1);
            // "2. Decides ...": a clause of a resolution needs no subject
            let performed = clauses
                .verbs
                .first()
                .is_some_and(|v| v.group.nodes.start <= 1 && v.group.shape == Shape::Finite && v.group.form == Form::S);
            // "The ministers, gathered in Lima: 1. Strongly condemn"; not so behind "agreed to:"
            let listed = clauses.verbs.first().is_some_and(|v| {
                let opens = v.group.nodes.start <= 1 && v.group.shape == Shape::BareInfinitive;
                opens && self.rules.performs(v.group.lemma) && matches!(self.drafts[draft].kind, Some(Kind::Noun | Kind::Any))
            });
            performed || listed || clauses.verbs.iter().any(own)
        })
    }

    /// The item of a list is a piece of the content of `draft`.
    fn continue_list(&mut self, draft: usize, p: usize) {
        let loose =
            |i: usize| matches!(self.text.kind(i), TokenKind::Comma | TokenKind::Stop | TokenKind::Semicolon) || self.text.word(i) == "and";
        let tokens = self.text.paragraph_tokens[p].clone();
        let end = tokens.clone().rev().find(|i| !loose(*i)).map_or(tokens.start, |i| i + 1);
        let start = tokens.start + usize::from(self.text.word(tokens.start) == "to");
        if start < end {
            self.drafts[draft].content.push(start..end);
            if let Some(watch) = &mut self.watch {
                watch.items.push((p, draft));
            }
            self.drafts[draft].kind.get_or_insert(Kind::Verb);
        }
    }

    fn paragraph(&mut self, p: usize) {
        let names = self.names;
        let rules = self.rules;
        let is_name = |i: usize| names.is_name(i);
        let is_demonym = |i: usize| names.is_demonym(self.text, i);
        let source = Source {
            text: self.text,
            known: &self.known,
            is_name: &is_name,
            is_demonym: &is_demonym,
            valency: rules,
            lexicon: self.lexicon,
        };
        for stream in source.streams(p) {
            let clauses = Clauses::of(&stream.nodes, rules);
            self.stream(&stream, &clauses);
        }
    }

    fn stream(&mut self, stream: &Stream, clauses: &Clauses) {
        let quoted = stream.inside.map(|q| self.quotations.speaker(q));
        let own = matches!(self.genre, Genre::Joint | Genre::Resolution | Genre::BodyStatement);
        let view = View {
            text: self.text,
            nodes: &stream.nodes,
            clauses,
            rules: self.rules,
            lexicon: self.lexicon,
            resolution: self.genre == Genre::Resolution && stream.inside.is_none(),
            own_voice: own || stream.inside.is_some(),
            limits: Default::default(),
            letters: Default::default(),
            acts: Default::default(),
            known_from: Default::default(),
            tries: Default::default(),
        }
        .prepared();
        let mut scene = Scene {
            view,
            stream,
            quoted: quoted.flatten(),
            subjects: vec![None; clauses.verbs.len()],
            made: Vec::new(),
            fates: vec![None; clauses.verbs.len()],
        };
        if scene.view.resolution
            && clauses.verbs.first().is_none_or(|v| v.group.nodes.start > 0)
            && let Some(found) = scene.view.verbless(0)
        {
            self.keep_verbless(&mut scene, found);
        }
        for k in 0..clauses.verbs.len() {
            self.subject(&mut scene, k);
            let fate = self.verb(&mut scene, k);
            scene.fates[k] = Some(fate);
        }
        self.report(&mut scene);
        if let Some(watch) = &mut self.watch {
            watch.scene(&scene);
        }
    }

    /// Resolves the subject phrase of verb `k`, in text order, and remembers it.
    pub(super) fn subject(&mut self, scene: &mut Scene, k: usize) {
        let verb = &scene.view.clauses.verbs[k];
        let Subject::Phrase(nodes) = &verb.subject else { return };
        let Some(tokens) = self.tokens(scene, nodes.clone()) else { return };
        let first = &scene.view.nodes[nodes.start];
        let own = first.quoted && verb.role == ClauseRole::Complement && matches!(self.text.word(tokens.start), "we" | "i" | "our" | "my");
        let reporter = verb
            .parent
            .filter(|_| own)
            .and_then(|p| self.owner(scene, p))
            .and_then(|o| scene.subjects[o].clone());
        let voice = reporter.or_else(|| scene.quoted.clone());
        // "They" of the report is never who stands in a caption, nor as a rule who stands in the headline
        let kind = self.text.paragraphs[scene.stream.paragraph].kind;
        let aside = kind == ParagraphKind::Caption;
        let role = match verb.role {
            _ if kind == ParagraphKind::Headline => Role::Headline,
            ClauseRole::Complement => Role::Reported,
            // "says leaders want to see whether Berg will act": below what is reported
            ClauseRole::Subordinate if scene.view.clauses.is_reported(k) => Role::Reported,
            _ => Role::Subject,
        };
        let noted = scene.stream.inside.is_none() && verb.role != ClauseRole::Relative && !aside;
        let who = match &voice {
            None if noted => self.discourse.observed(tokens.clone(), role),
            None => self.discourse.party(tokens.clone(), &Voice::Outer),
            Some(phrase) => {
                let who = self.discourse.party(tokens.clone(), &Voice::Quote(&phrase.who));
                if noted {
                    self.discourse.observe(tokens.clone(), role);
                }
                who
            }
        };
        scene.subjects[k] = Some(Phrase { tokens: Some(tokens), who });
    }

    /// The tokens of a node range.
    pub(super) fn tokens(&self, scene: &Scene, nodes: Range<usize>) -> Option<Range<usize>> {
        let first = scene.view.nodes.get(nodes.start)?;
        let last = scene.view.nodes.get(nodes.end.checked_sub(1)?)?;
        (nodes.start < nodes.end).then_some(first.tokens.start..last.tokens.end)
    }

    /// The draft that verb `k` makes, or why it makes none.
    fn verb(&mut self, scene: &mut Scene, k: usize) -> Result<usize, Left> {
        let verb = &scene.view.clauses.verbs[k];
        if scene.view.word(verb.group.head) == "according" {
            return Err(Left::According);
        }
        // "the 5th Assembly, hereafter called the Assembly": a name for the rest of the text
        if matches!(scene.view.word(verb.group.nodes.start), "hereafter" | "hereinafter") {
            return Err(Left::Participle);
        }
        let mut status = Status::Made;
        if self.is_content_of_no_report(scene, k) {
            return Err(Left::Content);
        }
        match verb.role {
            ClauseRole::Main | ClauseRole::Complement => {}
            ClauseRole::Coordinated => status = self.coordinated(scene, k).ok_or(Left::Joined)?,
            ClauseRole::Participle if self.participle_counts(scene, k) => {}
            ClauseRole::Subordinate => match condition(&scene.view, verb) {
                Condition::None => {}
                Condition::Open => status = Status::Hypothetical,
                Condition::Silent => return Err(Left::Condition),
            },
            ClauseRole::Gerund if self.is_denial(scene, k) || self.is_means(scene, k) => {}
            ClauseRole::Reduced if self.is_text_of_act(scene, k) => {}
            ClauseRole::Infinitive => status = licence::licence(&scene.view, k).ok_or(Left::Infinitive)?.status,
            ClauseRole::Participle => return Err(Left::Participle),
            ClauseRole::Gerund => return Err(Left::Gerund),
            ClauseRole::Reduced => return Err(Left::Reduced),
            ClauseRole::Relative => return Err(Left::Relative),
            // report() comes back to it when all other verbs are done
            ClauseRole::Attribution => return Err(Left::NoReport),
        }
        let found = scene.view.best(k).ok_or(Left::NoFrame)?;
        if verb.role == ClauseRole::Participle && self.rules.rules[found.rule].act == Act::Intend {
            return Err(Left::Intending);
        }
        // "Briefing reporters, Lind said", "Speaking about the truce, Lind warned": what was said is told by the verb beside it
        let topic = verb.group.nodes.start == 0 && !matches!(found.kind, Some(Kind::That | Kind::Quote));
        if verb.role == ClauseRole::Participle && (found.content.is_none() || topic) && self.rules.rules[found.rule].act == Act::Say {
            return Err(Left::Participle);
        }
        let rule = &self.rules.rules[found.rule];
        // "We will": the modal is the cue itself
        if rule.scope == Some(Scope::OwnVoice) {
            if !self.promises(scene, k) {
                return Err(Left::NoPromise);
            }
        } else {
            status = super::status::status(&scene.view, k, &rule.act, status).ok_or(Left::Modal)?;
        }
        if verb.role == ClauseRole::Infinitive {
            self.supersede_host(scene, k);
        }
        self.keep(scene, k, found, status)
    }

    /// "I will tell you", "we will see what happens": a way of speaking that promises nothing.
    fn is_turn_of_speech(&self, scene: &Scene, k: usize) -> bool {
        let group = &scene.view.clauses.verbs[k].group;
        let word = |i: usize| scene.view.nodes.get(i).map_or("", |n| self.text.word(n.tokens.start));
        let next = word(group.nodes.end);
        match word(group.head) {
            "tell" => next == "you",
            "see" => matches!(next, "" | "what" | "how" | "if" | "whether" | "." | ","),
            _ => false,
        }
    }

    /// "will" promises where those who speak are its subject, in a clause that nobody reports: "we", "I", the document's parties.
    fn promises(&mut self, scene: &mut Scene, k: usize) -> bool {
        let verbs = &scene.view.clauses.verbs;
        let Some(root) = scene.view.clauses.joined_to(k) else {
            return false;
        };
        // "told Chad that "we will help"": his own words
        let quoted = |j: usize| scene.view.nodes[verbs[j].group.head].quoted;
        let told = verbs[root].role == ClauseRole::Complement && quoted(k) && verbs[root].parent.is_some_and(|host| !quoted(host));
        if verbs[root].role != ClauseRole::Main && !told {
            return false;
        }
        let Some(owner) = self.owner(scene, k) else { return false };
        let Some(phrase) = scene.subjects[owner].as_ref().filter(|_| !self.is_turn_of_speech(scene, k)) else {
            return false;
        };
        let first = phrase.tokens.as_ref().map_or("", |t| self.text.word(t.start));
        if first.starts_with("we") && first.len() <= 5 || first == "i" || first.starts_with("i'") {
            return true;
        }
        let document = self.discourse.document();
        !told
            && scene.stream.inside.is_none()
            && !phrase.who.codes.is_empty()
            && phrase.who.codes.iter().all(|c| document.codes.contains(c))
    }

    /// "denied that it had agreed", "rejected claims that Peru had promised", "demanded that Peru promise": what these acts contain did not
    /// happen, or not yet.
    fn is_content_of_no_report(&self, scene: &Scene, k: usize) -> bool {
        let verbs = &scene.view.clauses.verbs;
        let clause = scene.view.clauses.joined_to(k).unwrap_or(k);
        let Some(host) = verbs[clause].parent.filter(|_| verbs[clause].role == ClauseRole::Complement) else {
            return false;
        };
        let made = scene.made.iter().find(|m| m.verb == host);
        let should = verbs[clause].group.modal.is_some_and(|m| scene.view.word(m) == "should");
        verbs[clause].group.subjunctive
            || made.is_some_and(|m| {
                let act = &self.rules.rules[self.drafts[m.draft].rule].act;
                matches!(act, Act::Deny | Act::Reject) || should && matches!(act, Act::Demand | Act::Urge | Act::Request | Act::CallFor)
            })
    }

    /// The infinitive behind "plans to" is the record, its host is not.
    fn supersede_host(&mut self, scene: &mut Scene, k: usize) {
        let host = scene.view.clauses.verbs[k].parent;
        for made in scene.made.iter().filter(|m| Some(m.verb) == host) {
            self.drafts[made.draft].superseded = Some(Superseded::ByInfinitive);
        }
    }

    /// A verb joined to another counts where that one does, and under the same condition: a tense, a participle clause; an infinitive
    /// with the licence or the modal of the first ("will sign and ratify").
    fn coordinated(&self, scene: &Scene, k: usize) -> Option<Status> {
        let verbs = &scene.view.clauses.verbs;
        let root = scene.view.clauses.joined_to(k)?;
        // behind "where ..." the verb joined by a comma is mostly that of the sentence again, so it counts
        let clause = match condition(&scene.view, &verbs[root]) {
            Condition::Open => Status::Hypothetical,
            Condition::None | Condition::Silent => Status::Made,
        };
        match verbs[k].group.shape {
            Shape::BareInfinitive if verbs[root].group.modal.is_some() => Some(clause),
            // "The ministers: 1. Condemn the raid, and urge Chad"
            Shape::BareInfinitive if verbs[root].role == ClauseRole::Main && verbs[root].group.shape == Shape::BareInfinitive => {
                Some(clause)
            }
            Shape::ToInfinitive | Shape::BareInfinitive => licence::licence(&scene.view, root).map(|l| l.status),
            Shape::Ing => {
                // "Recalling A and reaffirming B, and recognizing that": the third is joined to the first as the second is
                let host = verbs[k].parent.map(|p| scene.view.clauses.joined_to(p).unwrap_or(p))?;
                let counts = verbs[host].role == ClauseRole::Participle
                    || verbs[host].role == ClauseRole::Reduced && self.is_text_of_act(scene, host);
                counts.then_some(Status::Made)
            }
            _ => Some(clause),
        }
    }
}

/// Whether the node is a quotation of speech.
pub(super) fn quotation(node: &Node) -> Option<usize> {
    match node.kind {
        NodeKind::Quote(q) => Some(q),
        _ => None,
    }
}
