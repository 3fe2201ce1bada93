//! ambigram-bot-api
