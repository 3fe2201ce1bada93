//! TL and the vocabulary: the one place where the one becomes the other. Pure functions, tested by tables.
