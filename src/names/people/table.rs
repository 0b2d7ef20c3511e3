//! The people of the table: who held an office on a day.
//!
//! Owns: which row a full name, a short one, or one with a title means.
//! Leaves to: [`crate::names::gazetteer`] the rows.

use super::called::shares_noun;
use crate::names::gazetteer::{Gazetteer, KnownPerson, without_accent};
use crate::names::{MentionKind, Names};
use jiff::civil::Date;

/// The person of the table with this full or short name in office on the day; a name with two holders then is nobody's.
pub(in crate::names) fn by_table<'g>(gazetteer: &'g Gazetteer, words: &[&str], day: Option<Date>) -> Option<&'g KnownPerson> {
    let key = words.join(" ");
    let full = gazetteer.phrase(&key).iter().filter_map(|e| e.person).collect::<Vec<_>>();
    best(gazetteer, &full, day, true)
        .or_else(|| best(gazetteer, &gazetteer.shorts.get(key.as_str()).unwrap_or_default(), day, false))
        .or_else(|| {
            // then without what stands in the middle or before: "Rodrigo Roa Duterte", "Mohammad Ishaq Dar"
            let n = words.len();
            let tries: [&[&str]; 3] = match words {
                [_, _] => [words, &[], &[]],
                [first, .., before, last] => [words, &[first, last], &[before, last]],
                _ => [&[], &[], &[]],
            };
            tries.iter().filter(|t| !t.is_empty() && n > 1).find_map(|t| {
                let key: String = t
                    .iter()
                    .flat_map(|w| w.chars())
                    .filter(|c| c.is_alphanumeric())
                    .map(without_accent)
                    .collect();
                best(gazetteer, &gazetteer.letters.get(key.as_str())?, day, true)
            })
        })
        .or_else(|| {
            // "Antony J. Blinken": the same name without the initial
            let plain: Vec<&str> = words
                .iter()
                .copied()
                .filter(|w| w.trim_end_matches('.').chars().count() > 1 && !matches!(*w, "jr." | "jr" | "sr."))
                .collect();
            let key = plain.join(" ");
            best(
                gazetteer,
                &gazetteer.phrase(&key).iter().filter_map(|e| e.person).collect::<Vec<_>>(),
                day,
                true,
            )
        })
}

/// Of several offices of one person that which fits a text without a day: the one for whom the text speaks most.
pub(in crate::names) fn of_text<'g>(names: &Names<'g>, known: &'g KnownPerson) -> &'g KnownPerson {
    let said = |p: &&KnownPerson| {
        let mentions = names.mentions.iter().filter(|m| m.kind != MentionKind::Person);
        mentions.filter(|m| m.codes == [p.code]).count()
    };
    let rows = names.gazetteer.offices_of(&known.name);
    let best = rows.max_by_key(|p| (said(p), p.code == known.code, p.from));
    best.filter(|p| p.code != known.code && said(p) > said(&known)).unwrap_or(known)
}

/// Of several offices of one person that which the text names: "Prime Minister Stoltenberg" held another before.
pub(in crate::names) fn of_office<'g>(gazetteer: &'g Gazetteer, known: &'g KnownPerson, title: &str) -> &'g KnownPerson {
    let title = title.to_lowercase();
    if shares_noun(&known.role, &title) {
        return known;
    }
    let mut rows = gazetteer.offices_of(&known.name);
    rows.find(|p| shares_noun(&p.role, &title)).unwrap_or(known)
}

/// The person of the table with this short name whose office is that of the title, whenever it was; nobody, if two states had one.
pub(super) fn by_title<'g>(gazetteer: &'g Gazetteer, words: &[&str], title: &str) -> Option<&'g KnownPerson> {
    let all = gazetteer.shorts.get(words.join(" ").as_str())?;
    let mut fits = all
        .iter()
        .filter_map(|p| gazetteer.people.get(*p))
        .filter(|p| shares_noun(&p.role, title));
    let first = fits.next()?;
    fits.all(|p| p.code == first.code).then_some(first)
}

/// The one of `candidates` in office on the day, else (for a full name) the one whose time was nearest.
fn best<'g>(gazetteer: &'g Gazetteer, candidates: &[usize], day: Option<Date>, full: bool) -> Option<&'g KnownPerson> {
    let all = candidates.iter().filter_map(|p| gazetteer.people.get(*p));
    let Some(day) = day else {
        // without a day: the last office of whoever alone bears the name, or of people who all speak for one state
        let last = all.clone().max_by_key(|p| p.from)?;
        let one = all.clone().all(|p| p.code == last.code) || all.clone().all(|p| p.name == last.name);
        return one.then_some(last);
    };
    let away = |p: &KnownPerson| {
        let before = p.from.filter(|f| *f > day).map_or(0, |f| days(day, f));
        let after = p.to.filter(|t| *t < day).map_or(0, |t| days(t, day));
        before.max(after)
    };
    let mut near: Vec<(i32, &KnownPerson)> = all.map(|p| (away(p), p)).collect();
    near.sort_by_key(|(days, _)| *days);
    let (distance, first) = *near.first()?;
    // a text may come out some weeks after somebody left
    let limit = if full { i32::MAX } else { 60 };
    let clear = near.iter().skip(1).all(|(d, p)| *d > distance || p.code == first.code);
    (distance <= limit && clear).then_some(first)
}

fn days(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |s| s.get_days())
}
