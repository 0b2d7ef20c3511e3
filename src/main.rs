//! scratch
fn main() {
    let x = demarche::extract::Extractor::builtin(demarche::extract::Options { all_speakers: std::env::var("ALL").is_ok(), ..Default::default() });
    let args: Vec<String> = std::env::args().skip(1).collect();
    let out = std::path::Path::new(&args[0]);
    for a in &args[1..] {
        let p = std::path::Path::new(a);
        let text = std::fs::read_to_string(p).unwrap();
        let id = p.file_stem().unwrap().to_str().unwrap().to_string();
        let d = demarche::read::Document { id: id.clone(), text, ..Default::default() };
        let e = x.extract(&d);
        std::fs::write(out.join(format!("{id}.json")), serde_json::to_string_pretty(&e).unwrap()).unwrap();
    }
}
