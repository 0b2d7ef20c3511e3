//! How fast the program is: `cargo bench`, one stage after the other, then the whole beside the limit of what one core can do.
//!
//! Owns: what is measured. `docs/performance.md` says how to read it; `benches/instructions` counts instructions instead of time.
//! Leaves to: [`texts`] and [`news`] what is read, [`cues`] the scan that is the limit.

mod cues;
mod limit;
mod news;
mod stages;
mod texts;

/// The allocator of the command, so that the figures are the command's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    divan::main();
    // with a filter, or where benches are only listed or tried, nobody asked for the table
    if std::env::args().skip(1).all(|argument| argument == "--bench") {
        limit::report();
    }
}
