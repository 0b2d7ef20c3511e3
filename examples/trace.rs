//! Prints how the grammar sees a text: `cargo run --example trace -- FILE [WORD]`.
use demarche::grammar::{Clauses, Lexicon, NodeKind, stream::Source};
use demarche::names::{Context, Gazetteer, Names};
use demarche::rules::{Rules, View};
use demarche::text::Text;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let raw = std::fs::read_to_string(&args[0]).expect("a readable file");
    let only = args.get(1).map(String::as_str).unwrap_or("");
    let mut lexicon = Lexicon::builtin();
    let rules = Rules::builtin(&mut lexicon);
    let layout = demarche::read::layout::layout(&raw, &[], &|w| lexicon.is_word(w));
    let text = Text::new(&raw, layout);
    let names = Names::scan(&text, Gazetteer::builtin(), Context::default());
    let is_name = |i: usize| names.is_name(i);
    let source = Source {
        text: &text,
        lexicon: &lexicon,
        is_name: &is_name,
        is_demonym: &|i| names.at(i).is_some_and(|m| m.kind == demarche::names::MentionKind::Adjective),
        valency: &rules,
    };
    for p in 0..text.paragraphs.len() {
        for stream in source.streams(p) {
            let clauses = Clauses::of(&stream.nodes, &rules);
            let show = |r: std::ops::Range<usize>| {
                stream.nodes[r]
                    .iter()
                    .map(|n| match n.kind {
                        NodeKind::Quote(_) => "«Q»".to_string(),
                        _ => text.as_written(n.tokens.start).to_string(),
                    })
                    .collect::<Vec<_>>()
                    .join(" ")
            };
            let all = show(0..stream.nodes.len());
            if !all.contains(only) {
                continue;
            }
            println!("\n[{p} {:?} inside {:?}] {all}", text.paragraphs[p].kind, stream.inside);
            let view = View {
                text: &text,
                nodes: &stream.nodes,
                clauses: &clauses,
                rules: &rules,
                lexicon: &lexicon,
                resolution: false,
                own_voice: stream.inside.is_some(),
                limits: Default::default(),
                acts: Default::default(),
                tries: Default::default(),
            }
            .prepared();
            for (k, v) in clauses.verbs.iter().enumerate() {
                let subject = clauses.subject_of(k).map(show).unwrap_or_default();
                let best = view
                    .best(k)
                    .map(|c| {
                        format!(
                            "{} [{}] addressee {:?} content {:?}",
                            rules.rules[c.rule].id,
                            show(c.cue),
                            c.addressee.map(show),
                            c.content.map(show)
                        )
                    })
                    .unwrap_or_default();
                println!(
                    "  {k:2} {:24} {:?}/{:?} parent {:?} ({:?}) subject «{subject}» -> {best}",
                    show(v.group.nodes.clone()),
                    v.role,
                    v.group.shape,
                    v.parent,
                    v.subject
                );
            }
        }
    }
}
