//! The raw door: every RPC of MTProto, typed by the [`grammers_tl_types`](tl) crate, on [`MtProto`].
//!
//! A handler that takes an [`MtProto`] has them all. It compiles for this wire alone; one that takes an
//! `Option<MtProto>` compiles for all and gets `None` over another.
//!
//! ```
//! use ambigram_mtproto::MtProto;
//! use ambigram_mtproto::raw::tl;
//!
//! async fn country(wire: MtProto) -> Result<String, ambigram_core::Error> {
//!     let tl::enums::NearestDc::Dc(nearest) = wire.invoke(&tl::functions::help::GetNearestDc {}).await?;
//!     Ok(nearest.country)
//! }
//! ```

use ambigram_core::backend::Backend;
use ambigram_core::extract::{FromUpdate, OptionalFromUpdate};
use ambigram_core::{Context, Error};

pub use grammers_tl_types as tl;

use crate::mtproto::MtProto;

impl MtProto {
    /// Invokes an RPC, signed in. Where the connection fails it is invoked again: give one that must not be carried
    /// out twice a `random_id`, as Telegram asks.
    ///
    /// # Errors
    /// When Telegram refuses, or the wire fails; the kinds are those of all other calls.
    pub async fn invoke<R: tl::RemoteCall>(&self, request: &R) -> Result<R::Return, Error> {
        self.connection().invoke(request).await
    }
}

/// The wire is always MTProto; a handler that takes [`MtProto`] needs it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not always MTProto",
    label = "takes `MtProto`, which `{Self}` may lack",
    note = "build with the `mtproto` feature alone, or take `Option<MtProto>`, which is `None` over another wire"
)]
pub trait OverMtProto: Backend {}

impl OverMtProto for MtProto {}

impl<S: Sync, B: OverMtProto> FromUpdate<S, B> for MtProto {
    async fn from_update(cx: &Context, _: &S) -> ambigram_core::Result<Self> {
        let bot = cx.bot();
        let wire = bot.wire::<Self>().cloned();
        Ok(wire.ok_or_else(|| Error::unsupported("the raw door of MTProto", bot.backend().name()))?)
    }
}

impl<S: Sync, B> OptionalFromUpdate<S, B> for MtProto {
    async fn from_update(cx: &Context, _: &S) -> ambigram_core::Result<Option<Self>> {
        Ok(cx.bot().wire::<Self>().cloned())
    }
}
