//! Names in a row: "the presidents of A, B and C".
//!
//! Owns: what may stand between the names of such a row, and where it ends.
//! Leaves to: [`super::voice`], [`super::heading`] whether those named speak.

use crate::names::{CodeId, Mention, MentionKind, Names};
use crate::text::Text;
use crate::text::token::Kind;

/// Words before the first name of a list that are neither small nor capital: "the heads and representatives of delegation of".
const PLAIN: usize = 3;

/// The names from token `from` on, as long as only small words and capitals stand between them.
pub(super) fn list(text: &Text, names: &Names, from: usize, end: usize) -> Option<Vec<CodeId>> {
    let (mut codes, mut body) = (Vec::new(), Vec::new());
    let mut i = from;
    let (mut since, mut plain) = (0, 0);
    while i < end {
        if let Some(m) = names.at(i) {
            // "the presidents of the Market's member states, A of X, B of Y": those, and not the body
            let owner = m.kind == MentionKind::Organisation && matches!(text.word(m.tokens.end), "member" | "members");
            if speaks(m) && owner {
                body.extend(&m.codes);
            } else if speaks(m) {
                codes.extend(&m.codes);
            }
            i = m.tokens.end.max(i + 1);
            since = 0;
            continue;
        }
        let capital = text.tokens.get(i).is_some_and(|t| t.capital);
        let small = matches!(
            text.word(i),
            "the"
                | "of"
                | "and"
                | ","
                | ";"
                | "("
                | ")"
                | "for"
                | "representing"
                | "leaders"
                | "ministers"
                | "governments"
                | "heads"
                | "foreign"
                | "members"
                | "state"
                | "government"
                | "as"
                | "well"
                | "together"
                | "with"
                | "high"
                | "representative"
                | "representatives"
        );
        if !(codes.is_empty() || capital || small || text.kind(i) == Kind::Quote || text.kind(i) == Kind::Clitic) {
            break;
        }
        since += 1;
        plain += usize::from(!capital && !small);
        if since > 14 || plain > PLAIN {
            break;
        }
        i += 1;
    }
    if codes.is_empty() {
        codes = body;
    }
    codes.sort();
    codes.dedup();
    (!codes.is_empty()).then_some(codes)
}

pub(super) fn speaks(m: &Mention) -> bool {
    !m.codes.is_empty() && !matches!(m.kind, MentionKind::Media | MentionKind::Blocked)
}
