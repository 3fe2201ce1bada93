//! ambigram-tests
