//! Data centres other than the bot's own: files lie there. <https://core.telegram.org/api/datacenter>

use std::collections::HashSet;
use std::sync::{Mutex, PoisonError};

use ambigram_core::Error;
use grammers_tl_types::{RemoteCall, enums, functions};
use tokio::time::Instant;

use super::{Carried, Outcome, Wire, read};
use crate::convert;

/// Where the bot is known, besides its own data centre.
#[derive(Default)]
pub(super) struct Elsewhere {
    known: Mutex<HashSet<i32>>,
    /// Held by who makes the bot known.
    introducing: tokio::sync::Mutex<()>,
}

impl Elsewhere {
    fn is_known(&self, dc: i32) -> bool {
        self.known.lock().unwrap_or_else(PoisonError::into_inner).contains(&dc)
    }

    fn set_known(&self, dc: i32, is_known: bool) {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if is_known {
            known.insert(dc)
        } else {
            known.remove(&dc)
        };
    }
}

impl Wire {
    /// As [`invoke`](Self::invoke), in another data centre than the bot's own, where the bot is made known first.
    pub(crate) async fn invoke_in<R: RemoteCall>(&self, dc: i32, request: &R) -> Result<R::Return, Error> {
        if dc == self.session.home_dc() {
            return self.invoke(request).await;
        }
        let until = Instant::now() + self.timeout;
        let body = request.to_bytes();
        self.introduce(dc, until).await?;
        let mut carried = self.carry_in(dc, &body, until).await;
        if matches!(&carried.outcome, Outcome::Refused(error) if error.is("AUTH_KEY_UNREGISTERED")) {
            self.elsewhere.set_known(dc, false);
            self.introduce(dc, until).await?;
            carried = self.carry_in(dc, &body, until).await;
        }
        carried.read().answer
    }

    /// Makes the bot known to a data centre. <https://core.telegram.org/api/datacenter#authorization-transfer>
    async fn introduce(&self, dc: i32, until: Instant) -> Result<(), Error> {
        let _introducing = self.elsewhere.introducing.lock().await;
        if self.elsewhere.is_known(dc) {
            return Ok(());
        }
        let exported = self.invoke(&functions::auth::ExportAuthorization { dc_id: dc }).await?;
        let enums::auth::ExportedAuthorization::Authorization(exported) = exported;
        let import = functions::auth::ImportAuthorization { id: exported.id, bytes: exported.bytes };
        match self.carry_in(dc, &grammers_tl_types::Serializable::to_bytes(&import), until).await.outcome {
            Outcome::Answered(bytes) => {
                read::<enums::auth::Authorization>(&bytes)?;
                self.elsewhere.set_known(dc, true);
                Ok(())
            }
            Outcome::Refused(error) => Err(convert::error::rpc(&error)),
            Outcome::Failed(error) => Err(error),
        }
    }

    async fn carry_in(&self, dc: i32, body: &[u8], until: Instant) -> Carried {
        self.carry_to(Some(dc), body, until).await
    }
}
