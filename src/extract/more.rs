//! What packs add beside rules, handed to the layers that use it.
//!
//! Owns: who gets what: degree words and hedges the resolution, adverbs and adjectives the grammar, names the gazetteer.
//! Leaves to: those layers what it means; [`crate::rules::additions`] its shape.

use crate::grammar::Lexicon;
use crate::names::{Gazetteer, MoreName, MorePerson};
use crate::resolve::strength::StrengthWords;
use crate::rules::additions::Additions;
use crate::statement::EntityKind;
use std::borrow::Cow;

/// Degree words and hedges.
pub(super) fn grade(additions: &Additions, strength: &mut StrengthWords, lexicon: &mut Lexicon) {
    for degree in &additions.degrees {
        strength.grade(degree.level, &degree.adverbs, &degree.adjectives, &degree.phrases);
        let single = |words: &[String]| words.iter().filter(|word| !word.contains(' ')).cloned().collect::<Vec<_>>();
        single(&degree.adverbs).iter().for_each(|word| lexicon.qualify(word, true));
        single(&degree.adjectives).iter().for_each(|word| lexicon.qualify(word, false));
    }
    for hedge in &additions.hedges {
        strength.soften(&hedge.class, &hedge.verbs, &hedge.modals, &hedge.adjectives, &hedge.phrases);
    }
}

/// Names, people and offices; the built-in tables are copied where there are any.
pub(super) fn name(additions: &Additions, gazetteer: &mut Cow<'static, Gazetteer>) {
    let beside = [&additions.media, &additions.blocked].iter().all(|list| list.is_empty());
    if additions.names.is_empty() && additions.people.is_empty() && additions.offices.is_empty() && beside {
        return;
    }
    let gazetteer = gazetteer.to_mut();
    // All codes before any members: a bloc may stand before the party that is in it.
    for name in &additions.names {
        let kind = name.kind.as_deref().and_then(EntityKind::from_word);
        gazetteer.name_code(&name.code, name.name.as_deref().zip(kind));
    }
    for name in &additions.names {
        gazetteer.add_name(&MoreName {
            code: &name.code,
            names: name.name.iter().chain(&name.names).map(String::as_str).collect(),
            adjectives: &name.adjectives,
            seats: &name.seats,
            organs: &name.organs,
            members: &name.members,
            from: &name.days.from,
            to: &name.days.to,
        });
    }
    for person in &additions.people {
        gazetteer.add_person(&MorePerson {
            name: &person.name,
            short: &person.short,
            code: &person.code,
            role: &person.role,
            from: &person.days.from,
            to: &person.days.to,
        });
    }
    for office in &additions.offices {
        gazetteer.add_office(&office.phrase, &office.class, &office.scope);
    }
    gazetteer.add_plain(&additions.media, &additions.blocked);
}
