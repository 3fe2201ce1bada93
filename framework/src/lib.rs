//! ambigram
