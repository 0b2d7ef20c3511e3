//! The built-in pack with the words of the grammar.
//!
//! Owns: which texts they come from, and that the compiled files go before the texts wherever they were made from these very texts.
//! Leaves to: [`super::load`] reading a rule file, [`super::pack`] the index, [`crate::compiled`] the form of a compiled file.

use super::load;
use super::pack::{Rule, Rules};
use crate::compiled;
use crate::grammar::Lexicon;

include!(concat!(env!("OUT_DIR"), "/acts.rs"));

const LEXICON: &[u8] = include_bytes!("../../rules/compiled/lexicon.bin");
const RULES: &[u8] = include_bytes!("../../rules/compiled/rules.bin");
const DIGEST: &str = env!("DEMARCHE_GRAMMAR_DIGEST");

/// The words of the grammar and the built-in pack; verbs of its frames that no list has are among the words.
///
/// # Panics
/// Where a built-in file is broken; a test loads them.
pub fn builtin() -> (Lexicon, Rules) {
    let (lexicon, rules) = std::thread::scope(|scope| {
        let rules = scope.spawn(|| compiled::read::<Vec<Rule>>(RULES, DIGEST));
        (compiled::read(LEXICON, DIGEST), rules.join().ok().flatten())
    });
    match (lexicon, rules) {
        (Some(mut lexicon), Some(rules)) => {
            let rules = Rules::new(rules, &mut lexicon);
            (lexicon, rules)
        }
        _ => from_texts(),
    }
}

/// The same, from the texts.
///
/// # Panics
/// Where a built-in file is broken.
pub fn from_texts() -> (Lexicon, Rules) {
    let mut lexicon = Lexicon::from_texts();
    let mut all = Vec::new();
    for (file, source) in ACT_FILES {
        match load::builtin(file, source) {
            Ok(read) => all.extend(read.rules.into_iter().map(|(rule, _)| rule)),
            Err(error) => panic!("a built-in rule file is broken:\n{error}"),
        }
    }
    let rules = Rules::new(all, &mut lexicon);
    (lexicon, rules)
}

/// What `rules/compiled/` has to hold of the two: `lexicon.bin`, `rules.bin`.
///
/// # Errors
/// Where they have a form that the files cannot.
pub fn compile() -> Result<[Vec<u8>; 2], postcard::Error> {
    let (lexicon, rules) = from_texts();
    Ok([compiled::write(&lexicon, DIGEST)?, compiled::write(&rules.rules, DIGEST)?])
}
