//! What the session keeps, and how.
