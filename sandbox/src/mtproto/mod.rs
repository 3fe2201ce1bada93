//! The TCP front: MTProto over the world. <https://core.telegram.org/mtproto>
//!
//! Bytes come in through [`wire`]: framing, encryption, key exchange, sessions. What is in them is asked of [`rpc`], a table
//! of methods over the world. [`read`] takes apart what clients send, [`mod@write`] turns the world's things
//! into TL, [`updates`] tells what happened, live or afterwards. The world knows nothing of all that.

mod peers;
mod read;
mod rpc;
mod updates;
mod wire;
mod write;
