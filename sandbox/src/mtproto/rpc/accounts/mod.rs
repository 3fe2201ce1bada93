//! Accounts: logging in, what is known of users, bots' menus, and what a program asks first.

use super::table::table;

table! {}
