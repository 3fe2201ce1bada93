//! ambigram-examples
