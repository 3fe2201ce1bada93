//! ambigram-sandbox
