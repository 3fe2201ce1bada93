//! What of the Bot API is in the vocabulary, and on which wire: found out from its schema, and written down in
//! `docs/coverage.md`.
//!
//! The schema's path is taken from the environment variable `BOT_API_SCHEMA`; without it nothing is looked at.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test says what it expects"
)]

mod instances;
mod reading;
mod report;
mod schema;

use std::path::Path;

use ambigram::ErrorKind;
use ambigram::backend::Backend;
use ambigram::mtproto::{MtProto, Support, support};
use ambigram::requests::{Close, Request};

use schema::Schema;

/// Fields that are not kept, and why.
const EXCEPTIONS: &[(&str, &str)] = &[];

fn schema() -> Option<Schema> {
    let Some(path) = std::env::var_os("BOT_API_SCHEMA") else {
        println!("skipped: BOT_API_SCHEMA does not say where the Bot API's schema is");
        return None;
    };
    let text = std::fs::read_to_string(&path).unwrap();
    Some(serde_json::from_str(&text).unwrap())
}

#[test]
fn the_coverage_is_as_it_is_written_down() {
    let Some(schema) = schema() else { return };
    let places = schema.places(Request::METHODS);
    let mut found = reading::Found::default();
    for (name, place) in &places {
        reading::read(&schema, name, place, &mut found);
    }
    let unexpected: Vec<_> = found
        .lost
        .iter()
        .filter(|(label, _)| EXCEPTIONS.iter().all(|(name, _)| name != label))
        .map(|(label, what)| format!("{label} {what}"))
        .collect();
    assert!(unexpected.is_empty(), "{} are not kept:\n{}", unexpected.len(), unexpected.join("\n"));
    let stale: Vec<_> = EXCEPTIONS.iter().filter(|(name, _)| !found.lost.contains_key(*name)).collect();
    assert!(stale.is_empty(), "these are kept after all: {stale:?}");

    let written = report::write(&schema, &places, &found, EXCEPTIONS);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/coverage.md");
    if std::fs::read_to_string(&path).unwrap_or_default() != written {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, written).unwrap();
        panic!("docs/coverage.md was not up to date; it has been written anew");
    }
}

#[tokio::test]
async fn what_is_impossible_over_mtproto_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let wire = MtProto::builder("123456:secret", 1, "hash").session(folder.path().join("session")).build();
    let wire = wire.unwrap();
    for method in Request::METHODS {
        let Some(Support::Impossible(reason)) = support(method) else { continue };
        let request: Request = match *method {
            "close" => Close::new().into(),
            other => panic!("expected a request for `{other}` here"),
        };
        let error = wire.call(request).await.unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::Unsupported { backend: "MTProto" });
        assert_eq!((error.operation(), error.description()), (Some(*method), reason));
    }
}
