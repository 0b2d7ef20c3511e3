//! The `demarche` command; everything it does is in the library.

/// Thousands of small words are kept and dropped for every page, on several threads; the system's allocator takes a third of the time for it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    demarche::cli::run()
}
