//! Basic groups, supergroups and channels: making them, their members, and who may do what.

use super::table::table;

table! {}
