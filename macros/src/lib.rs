//! ambigram-macros
