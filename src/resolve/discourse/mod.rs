//! The discourse: who acted last, who was named together, who holds which office, as one reads on.
//!
//! Owns: what is kept of the text so far, and the way in: a phrase of a clause, the document's own voice, who acts where no words say it.
//! A phrase is resolved in this order: pronoun; the names in it; an office or a group told before; the document's own parties; home. Each
//! answer says how it was found.
//! Leaves to: the caller the phrases and their roles, in text order.

mod noun;
mod observe;
mod others;
mod owned;
mod pronoun;
mod set;
mod unnamed;
mod who;

use super::meetings::{self, Set};
use super::trail::{Trail, Way};
use super::{Facts, Resolved, Scope, voice};
use super::{games, groups};
use crate::names::{self, CodeId, Mention, Names};
use crate::statement::{Basis, EntityKind, Genre, Person};
use crate::text::{ByForm, Text};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Names to look back over for "the agency", "the minister": some paragraphs.
const NAMES_BACK: usize = 120;

/// What a noun phrase does in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// It acts.
    Subject,
    /// It acts in what somebody reports: "Ruiz said Lind had left. She ..."
    Reported,
    /// It is acted on.
    Object,
    /// It acts in the headline.
    Headline,
    /// It acts along with the subject: "with Japan".
    Companion,
    /// Anything else.
    Other,
}

/// In whose words a phrase stands.
#[derive(Clone, Copy, Debug)]
pub enum Voice<'v> {
    /// In the document's own.
    Outer,
    /// Inside a quotation by this speaker.
    Quote(&'v Resolved),
}

/// Somebody of whom the text has spoken.
#[derive(Clone, Debug, Default)]
struct Who {
    codes: Vec<CodeId>,
    people: Vec<usize>,
    scope: Scope,
    plural: bool,
    human: bool,
    basis: Option<Basis>,
    pub(super) trail: Trail,
}

impl Who {
    /// The same, resolved by this way; what told it stays.
    fn by(self, way: Way) -> Self {
        let trail = Trail { way, ..self.trail };
        Who { trail, ..self }
    }
}

/// Whether a form is the noun of a document.
struct OfDocument(bool);

/// What the text has told so far.
pub struct Discourse<'a> {
    text: &'a Text<'a>,
    names: &'a Names<'a>,
    genre: Genre,
    /// The document's own parties.
    parties: Vec<CodeId>,
    /// The one who gives a readout or a press conference: whom its heading names, else home.
    author: Option<CodeId>,
    /// Sets that names alone tell, of the whole document.
    told: Vec<Set>,
    /// Sets that clauses told so far.
    seen: Vec<Set>,
    subject: Option<Who>,
    /// Who acted last and not only as somebody reports: in which sentence, whether a person, for whom.
    acting: Option<(usize, bool, Vec<CodeId>)>,
    /// The subject before that one.
    earlier: Option<Who>,
    person: Option<Who>,
    group: Option<Who>,
    thing: Option<Who>,
    /// Who acts in the headline, for a pronoun before anybody else has acted.
    headline: Option<Who>,
    /// "Minister Lind and I": for whom "we" speaks from there on.
    with_me: Option<Who>,
    state: Option<CodeId>,
    /// The words that spoke of it.
    state_told: Option<Range<usize>>,
    /// Who acted last by the name of a state alone, and the words that named it.
    spoke: Option<(CodeId, Range<usize>)>,
    /// The last who was called by this noun.
    nouns: FxHashMap<String, Who>,
    /// The text reports on games.
    games: bool,
    /// Who gave the last statement, by its noun.
    documents: FxHashMap<String, Who>,
    /// Which forms of the text are nouns of documents.
    of_documents: ByForm<OfDocument>,
    /// The armed group of the text, where it speaks of one alone: it may do so only later ("Rebels said ... . The Blue Front, ...").
    armed: Option<&'a Mention>,
}

impl<'a> Discourse<'a> {
    /// The discourse at the start of a document.
    pub fn new(text: &'a Text<'a>, names: &'a Names<'a>, facts: &Facts) -> Self {
        let told = meetings::sets(text, names);
        let parties = voice::parties(text, names, facts, &told);
        Self {
            text,
            names,
            genre: facts.genre,
            parties,
            author: voice::author(text, names, facts),
            told,
            seen: Vec::new(),
            subject: None,
            acting: None,
            earlier: None,
            person: None,
            group: None,
            thing: None,
            headline: None,
            with_me: None,
            state: None,
            state_told: None,
            spoke: None,
            nouns: FxHashMap::default(),
            games: facts.genre == Genre::News && games::is_of_games(text, names),
            documents: FxHashMap::default(),
            of_documents: text.by_form(|form| OfDocument(groups::is_document_noun(form))),
            armed: names::only_armed(names),
        }
    }

    /// The document's own parties, as "we" at its top level.
    pub fn document(&self) -> Resolved {
        self.finish(self.all_parties())
    }

    /// For whom the noun phrase `np` stands.
    pub fn party(&self, np: Range<usize>, voice: &Voice) -> Resolved {
        self.finish(self.who(np, voice))
    }

    /// Who acts where no words say it, as in a passive without an agent at token `at`; not those of whom the words `own` speak.
    pub fn implied(&self, at: usize, own: Option<&Range<usize>>) -> Resolved {
        let mut who = match self.genre {
            Genre::News => {
                let set = self.set_behind(at).or_else(|| self.set(at, None));
                set.map(|(codes, trail)| Who {
                    codes,
                    scope: Scope::In,
                    plural: true,
                    human: true,
                    trail,
                    ..Who::default()
                })
                .or_else(|| self.last_subject(own).map(|w| w.by(Way::LastSubject)))
                .or_else(|| self.in_headline(|_| true))
                .unwrap_or_default()
            }
            _ => self.all_parties(),
        };
        who.basis = Some(Basis::Implied);
        self.finish(who)
    }

    /// Who acted last; where that is a party of which the words `own` speak, who acted before it.
    fn last_subject(&self, own: Option<&Range<usize>>) -> Option<Who> {
        let last = self.subject.as_ref()?;
        let told = last.trail.told.as_ref().filter(|_| !last.codes.is_empty());
        match told.is_some_and(|told| own.is_some_and(|own| own.contains(&told.start))) {
            true => self.earlier.clone(),
            false => Some(last.clone()),
        }
    }

    /// Those who acted together with one state in one of the last paragraphs before token `at`: "we", when it speaks for both.
    pub fn together(&self, one: &Resolved, at: usize) -> Option<Resolved> {
        let (codes, trail) = self.set_with(at, &one.codes).filter(|_| one.codes.len() == 1)?;
        let paragraph = |i: usize| self.text.sentences.get(self.text.sentence_of(i)).map(|s| s.paragraph);
        let near = paragraph(at)?.saturating_sub(paragraph(trail.told.as_ref()?.start)?) <= 3;
        near.then(|| {
            self.finish(Who {
                codes,
                trail,
                people: Vec::new(),
                scope: Scope::In,
                plural: true,
                human: true,
                basis: Some(Basis::Pronoun),
            })
        })
    }

    /// Tokens in lower case, joined by spaces.
    fn phrase(&self, tokens: Range<usize>) -> String {
        tokens.map(|i| self.text.word(i)).collect::<Vec<_>>().join(" ")
    }

    /// The trail of somebody whom only the place of the report, or the state spoken of last, can place.
    fn home_or_state(&self, home: bool) -> Trail {
        match home {
            true => Way::Home.into(),
            false => Trail::told(Way::LastState, self.state_told.clone()),
        }
    }

    /// A group stands for its members where the text tells them: without it where all of them stand beside it, and as them where they are
    /// the document's own parties.
    fn as_members(&self, who: &mut Who) {
        let told = |code: &CodeId, among: &[CodeId]| {
            let members = self.names.gazetteer.members(*code);
            members.len() > 1 && members.iter().all(|m| among.contains(m))
        };
        // an organisation may take part beside its members; a bloc is nothing but them
        let bloc = |code: &CodeId| self.names.entity(*code).is_some_and(|e| e.kind == EntityKind::Bloc);
        if let [body] = who.codes[..]
            && self.genre == Genre::Joint
            && (bloc(&body) || !self.parties.contains(&body))
            && told(&body, &self.parties)
        {
            who.codes = self.names.gazetteer.members(body).to_vec();
        }
        // "the United States and the Nordic countries", where each of these is a party
        if who.codes.iter().any(|c| bloc(c) && told(c, &self.parties)) {
            let members = |c: &CodeId| match bloc(c) && told(c, &self.parties) {
                true => self.names.gazetteer.members(*c).to_vec(),
                false => vec![*c],
            };
            who.codes = who.codes.iter().flat_map(members).collect();
            who.codes.sort();
            who.codes.dedup();
        }
        // a body and two members at least
        if who.codes.len() < 3 {
            return;
        }
        let all = who.codes.clone();
        who.codes.retain(|code| !(bloc(code) && told(code, &all)));
    }

    fn finish(&self, mut who: Who) -> Resolved {
        self.as_members(&mut who);
        let mut entities: Vec<_> = who.codes.iter().filter_map(|c| self.names.entity(*c).cloned()).collect();
        entities.sort_by(|a, b| a.code.cmp(&b.code));
        let people = who
            .people
            .iter()
            .filter_map(|p| self.names.people.get(*p))
            .map(|p| Person {
                name: p.name.clone(),
                role: p.role.clone(),
            })
            .collect();
        Resolved {
            codes: who.codes,
            entities,
            people,
            basis: who.basis.unwrap_or(Basis::Implied),
            scope: who.scope,
            trail: who.trail,
        }
    }
}
