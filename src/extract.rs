//! The whole way for one document: layout, tokens, names, grammar, rules, resolution, records.

mod more;

use crate::assemble::draft::Draft;
use crate::assemble::record::Maker;
use crate::assemble::watch::Watch;
use crate::assemble::{Walk, overlap};
use crate::grammar::Lexicon;
use crate::names::{Context, Gazetteer, Names};
use crate::output::id::{Ids, hex};
use crate::read::{Document, language, layout, published};
use crate::resolve::strength::StrengthWords;
use crate::resolve::time::Times;
use crate::resolve::{Discourse, Facts, genre};
use crate::rules::{PackError, RuleFile, Rules, builtin};
use crate::statement::{DocumentInfo, Extraction, Genre, SCHEMA_VERSION, Statement};
use crate::text::{Text, Vocabulary};
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Extracts statements with one set of rules; make it once, use it for many documents and from many threads.
pub struct Extractor {
    options: Options,
    lexicon: Lexicon,
    rules: Rules,
    gazetteer: Cow<'static, Gazetteer>,
    strength: StrengthWords,
    /// What the tables say of the forms of earlier documents, one for each thread that was at work at a time.
    vocabularies: Mutex<Vec<Vocabulary>>,
}

/// Forms from which on a vocabulary is not handed on: English has no more that come again, and what comes once only takes room.
const FORMS: usize = 1 << 15;

/// One document on its way, with all that was written down; what `explain` reads.
pub struct Traced<'t> {
    /// The text.
    pub text: &'t Text<'t>,
    /// Its names.
    pub names: &'t Names<'t>,
    /// The rules.
    pub rules: &'t Rules,
    /// The words of the grammar.
    pub lexicon: &'t Lexicon,
    /// What the walk did.
    pub watch: Watch,
    /// All drafts, in the order in which they were made.
    pub drafts: Vec<Draft>,
    /// The drafts that became the statements, one for one.
    pub kept: Vec<usize>,
    /// What the overlap policy said of each draft, and in favour of which other.
    pub verdicts: Vec<overlap::Verdict>,
    /// The statements.
    pub statements: &'t [Statement],
}

/// What a user can switch.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Keep every speaker, not only those whom the guide puts in scope.
    pub all_speakers: bool,
    /// Write the text along with the document.
    pub with_text: bool,
    /// Leave the built-in rules out; words and names stay.
    pub no_builtin: bool,
}

impl Extractor {
    /// An extractor with the built-in rules.
    ///
    /// # Panics
    /// Where a built-in data file is broken, which the tests rule out.
    pub fn builtin(options: Options) -> Self {
        match Self::with_packs(options, &[]) {
            Ok(extractor) => extractor,
            Err(_) => unreachable!("no file, no error"),
        }
    }

    /// An extractor with the built-in rules and those of `files`, see [`Rules::add`].
    ///
    /// # Errors
    /// All that is wrong in the files; there is no extractor with a part of them.
    ///
    /// # Panics
    /// Where a built-in data file is broken, which the tests rule out.
    pub fn with_packs(options: Options, files: &[RuleFile]) -> Result<Self, Vec<PackError>> {
        // Names and degree words need nothing of the rules: a start takes as long as its longest part.
        let (mut lexicon, mut rules, strength) = std::thread::scope(|scope| {
            let names = scope.spawn(|| Gazetteer::builtin().codes().count());
            let strength = scope.spawn(StrengthWords::builtin);
            let (lexicon, rules) = builtin::builtin();
            let _ = names.join();
            (lexicon, rules, strength.join())
        });
        if options.no_builtin {
            rules.drop_builtin(&mut lexicon);
        }
        let mut gazetteer = Cow::Borrowed(Gazetteer::builtin());
        let mut strength = match strength {
            Ok(words) => words.expect("the built-in degree words are TOML"),
            Err(panic) => std::panic::resume_unwind(panic),
        };
        if !files.is_empty() {
            let codes: Vec<&str> = Gazetteer::builtin().codes().collect();
            rules.add(files, &codes, &mut lexicon)?;
            more::grade(&rules.additions, &mut strength, &mut lexicon);
            more::name(&rules.additions, &mut gazetteer);
        }
        Ok(Self {
            options,
            lexicon,
            rules,
            gazetteer,
            strength,
            vocabularies: Mutex::default(),
        })
    }

    /// The rules.
    pub fn rules(&self) -> &Rules {
        &self.rules
    }

    /// The words of the grammar.
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// The names.
    pub fn gazetteer(&self) -> &Gazetteer {
        &self.gazetteer
    }

    /// All statements of `document`, by the place of their cue.
    pub fn extract(&self, document: &Document) -> Extraction {
        self.run(document, None)
    }

    /// The same, with everything written down on the way shown to `look`; nothing is shown of a document that is not English.
    pub fn traced(&self, document: &Document, look: &mut dyn FnMut(Traced)) -> Extraction {
        self.run(document, Some(look))
    }

    fn run(&self, document: &Document, look: Option<&mut dyn FnMut(Traced)>) -> Extraction {
        let language = language::language(&document.text);
        let dated = document.published.or_else(|| published::published(&document.text, None));
        let mut info = self.info(document, language);
        info.published = dated.map(|(date, _)| date.to_string());
        info.published_basis = dated.map(|(_, basis)| basis);
        let mut statements = Vec::new();
        if language == "en" {
            let layout = layout::layout(&document.text, &document.hints, &|word| self.lexicon.is_word(word));
            let vocabulary = self.vocabularies().pop().unwrap_or_default();
            let text = Text::after(vocabulary, &document.text, layout);
            info.genre = genre::genre(&text, document.title.as_deref(), &document.id, &|word| {
                self.rules.is_performative(&self.lexicon, word)
            });
            statements = self.statements(document, &text, info.genre, dated.map(|(date, _)| date), look);
            self.hand_on(text.into_vocabulary());
        }
        Extraction {
            schema_version: SCHEMA_VERSION.to_string(),
            document: info,
            statements,
        }
    }

    fn vocabularies(&self) -> MutexGuard<'_, Vec<Vocabulary>> {
        self.vocabularies.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn hand_on(&self, vocabulary: Vocabulary) {
        if vocabulary.len() < FORMS {
            self.vocabularies().push(vocabulary);
        }
    }

    fn statements(
        &self,
        document: &Document,
        text: &Text,
        genre: Genre,
        published: Option<jiff::civil::Date>,
        look: Option<&mut dyn FnMut(Traced)>,
    ) -> Vec<Statement> {
        let context = Context {
            published,
            publisher: document.publisher.as_deref(),
        };
        let names = Names::scan(text, &self.gazetteer, context);
        let facts = Facts {
            genre,
            title: document.title.as_deref(),
            id: &document.id,
        };
        let discourse = Discourse::new(text, &names, &facts);
        let walk = Walk::new(text, &names, &self.rules, &self.lexicon, genre, discourse);
        let (drafts, watch) = match look {
            Some(_) => walk.watched(),
            None => (walk.drafts(), Watch::default()),
        };
        let maker = Maker {
            text,
            id: &document.id,
            rules: &self.rules,
            lexicon: &self.lexicon,
            strength: &self.strength,
            times: Times::new(text),
            published,
        };
        let mut ids = Ids::default();
        let (kept, verdicts) = overlap::settle(&drafts, self.options.all_speakers);
        let statements: Vec<Statement> = kept.iter().map(|d| maker.statement(&drafts[*d], &mut ids)).collect();
        if let Some(look) = look {
            look(Traced {
                text,
                names: &names,
                rules: &self.rules,
                lexicon: &self.lexicon,
                watch,
                drafts,
                kept,
                verdicts,
                statements: &statements,
            });
        }
        statements
    }

    fn info(&self, document: &Document, language: &str) -> DocumentInfo {
        let digest = Sha256::digest(document.text.as_bytes());
        DocumentInfo {
            id: document.id.clone(),
            uri: document.uri.clone(),
            title: document.title.clone(),
            published: None,
            published_basis: None,
            genre: Genre::News,
            language: language.to_string(),
            sha256: hex(&digest),
            chars: document.text.chars().count() as u32,
            text: self.options.with_text.then(|| document.text.clone()),
        }
    }
}
