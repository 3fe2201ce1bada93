//! Groups that have become supergroups: calls go after them.

use std::any::Any;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;

use crate::backend::Backend;
use crate::capability::Capability;
use crate::download::Download;
use crate::error::{Error, ErrorKind};
use crate::requests::{GetChatAdministrators, Mention, Request, Response};
use crate::types::{ChatId, FileId};

/// How many groups are remembered: a megabyte at most.
const REMEMBERED: usize = 10_000;

/// A wire whose calls follow a group that has become a supergroup; see
/// [`Bot::following_migration`](crate::Bot::following_migration).
#[derive(Debug)]
pub struct FollowMigration {
    backend: Arc<dyn Backend>,
    /// The supergroups, by the groups that they were.
    known: Mutex<HashMap<ChatId, ChatId>>,
}

impl FollowMigration {
    /// Over this wire.
    pub fn new(backend: Arc<dyn Backend>) -> Self {
        Self { backend, known: Mutex::default() }
    }

    /// Which of these groups has become the supergroup `to`.
    ///
    /// Telegram doesn't tell, so where there are several each is asked about.
    async fn moved(&self, groups: &[ChatId], to: ChatId) -> Option<ChatId> {
        if let [only] = groups {
            return Some(*only);
        }
        for group in groups {
            let asked = self.backend.call(GetChatAdministrators::new(*group).into()).await;
            if asked.is_err_and(|error| *error.kind() == ErrorKind::MigratedTo(to)) {
                return Some(*group);
            }
        }
        None
    }

    fn known(&self) -> MutexGuard<'_, HashMap<ChatId, ChatId>> {
        // Nothing panics while the lock is held, so a poisoned lock is as good as any.
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn remember(&self, group: ChatId, supergroup: ChatId) {
        let mut known = self.known();
        // Those that are forgotten are found out about anew.
        if known.len() >= REMEMBERED {
            known.clear();
        }
        known.insert(group, supergroup);
    }
}

#[async_trait]
impl Backend for FollowMigration {
    fn name(&self) -> &'static str {
        self.backend.name()
    }

    fn can(&self, capability: Capability) -> bool {
        self.backend.can(capability)
    }

    fn wire(&self) -> Option<&dyn Any> {
        self.backend.wire()
    }

    async fn download(&self, file: &FileId) -> Result<Download, Error> {
        self.backend.download(file).await
    }

    async fn call(&self, mut request: Request) -> Result<Response, Error> {
        let mut groups = Groups::of(&mut request);
        groups.known.retain(|group| {
            let Some(supergroup) = self.known().get(group).copied() else { return true };
            let is_bound = groups.bound.contains(group);
            if !is_bound {
                replace(&mut request, *group, supergroup);
            }
            is_bound
        });
        while !groups.known.is_empty() {
            let to = match self.backend.call(request.clone()).await {
                Err(error) => match error.kind() {
                    ErrorKind::MigratedTo(to) => (*to, error),
                    _ => return Err(error),
                },
                answered => return answered,
            };
            let (to, error) = to;
            let Some(group) = self.moved(&groups.known, to).await else { return Err(error) };
            self.remember(group, to);
            tracing::info!(%group, supergroup = %to, "a group has become a supergroup");
            if groups.bound.contains(&group) {
                return Err(error);
            }
            replace(&mut request, group, to);
            groups.known.retain(|other| *other != group);
        }
        self.backend.call(request).await
    }
}

/// The basic groups that a request names.
#[derive(Debug, Default)]
struct Groups {
    /// All of them, each once.
    known: Vec<ChatId>,
    /// Those of which it names a message: it cannot go elsewhere.
    bound: Vec<ChatId>,
}

impl Groups {
    fn of(request: &mut Request) -> Self {
        let mut groups = Self::default();
        let (mut first, mut last) = (None, None);
        request.mentions(&mut |mention| match mention {
            Mention::Chat(chat) => {
                first = first.or(Some(*chat));
                last = Some(*chat);
                if chat.is_group() && !groups.known.contains(chat) {
                    groups.known.push(*chat);
                }
            }
            Mention::Message => groups.bound.extend(last),
            Mention::Answered => groups.bound.extend(first),
        });
        groups
    }
}

fn replace(request: &mut Request, group: ChatId, supergroup: ChatId) {
    request.mentions(&mut |mention| match mention {
        Mention::Chat(chat) if *chat == group => *chat = supergroup,
        _ => {}
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::requests::{Method, ReplyParameters, Visit};
    use crate::types::MessageId;
    use crate::{Bot, Call};

    const GROUP: ChatId = ChatId(-7);
    const OTHER: ChatId = ChatId(-8);
    const SUPERGROUP: ChatId = ChatId(-1_000_000_000_007);

    /// Telegram, where the group has become the supergroup. It keeps what it was asked.
    #[derive(Debug, Default)]
    struct Migrated(Mutex<Vec<String>>);

    struct Json;
    impl Visit for Json {
        type Out = String;
        fn visit<M: Method>(self, request: &M) -> String {
            format!("{} {}", M::NAME, serde_json::to_string(request).unwrap())
        }
    }

    #[async_trait]
    impl Backend for Migrated {
        fn name(&self) -> &'static str {
            "a migrated group"
        }

        async fn call(&self, mut request: Request) -> Result<Response, Error> {
            let asked = request.visit(Json);
            self.0.lock().unwrap().push(asked);
            if Groups::of(&mut request).known.contains(&GROUP) {
                return Err(Error::new(ErrorKind::MigratedTo(SUPERGROUP), "group chat was upgraded"));
            }
            match request.name() {
                "getChatAdministrators" => Err(Error::new(ErrorKind::ChatNotFound, "chat not found")),
                _ => Ok(Response::done()),
            }
        }
    }

    fn bot() -> (Bot, Arc<Migrated>) {
        let telegram = Arc::new(Migrated::default());
        (Bot::over(telegram.clone()).following_migration(), telegram)
    }

    async fn asked<M: Method>(
        bot: &Bot,
        telegram: &Migrated,
        call: impl FnOnce(&Bot) -> Call<M>,
    ) -> Vec<String> {
        let request = call(bot).request;
        let _ = bot.backend().call(request.into()).await;
        std::mem::take(&mut *telegram.0.lock().unwrap())
    }

    #[tokio::test]
    async fn a_call_goes_after_the_group_and_later_ones_go_there_at_once() {
        let (bot, telegram) = bot();
        let first = asked(&bot, &telegram, |bot| bot.leave_chat(GROUP)).await;
        assert_eq!(first, [r#"leaveChat {"chat_id":-7}"#, r#"leaveChat {"chat_id":-1000000000007}"#]);
        let second = asked(&bot, &telegram, |bot| bot.get_chat_member_count(GROUP)).await;
        assert_eq!(second, [r#"getChatMemberCount {"chat_id":-1000000000007}"#]);
        let elsewhere = asked(&bot, &telegram, |bot| bot.leave_chat(OTHER)).await;
        assert_eq!(elsewhere, [r#"leaveChat {"chat_id":-8}"#]);
    }

    #[tokio::test]
    async fn what_names_a_message_of_the_group_stays_refused() {
        let (bot, telegram) = bot();
        let id = MessageId(5);
        for known in [false, true] {
            let deleted = bot.delete_message(GROUP, id).await.unwrap_err();
            assert_eq!(*deleted.kind(), ErrorKind::MigratedTo(SUPERGROUP), "{known}");
            let replied = bot.send_message(GROUP, "a").reply_to(id).await.unwrap_err();
            assert_eq!(*replied.kind(), ErrorKind::MigratedTo(SUPERGROUP), "{known}");
            let edited = bot.edit_message_text((GROUP, id), "a").await.unwrap_err();
            assert_eq!(*edited.kind(), ErrorKind::MigratedTo(SUPERGROUP), "{known}");
        }
        let asked = std::mem::take(&mut *telegram.0.lock().unwrap());
        assert!(asked.iter().all(|asked| !asked.contains("-1000000000007")), "{asked:?}");
    }

    #[tokio::test]
    async fn of_several_groups_the_right_one_is_gone_after() {
        let (bot, telegram) = bot();
        // The message stands in the other group, so this can be sent on.
        let asked = asked(&bot, &telegram, |bot| bot.forward_message(GROUP, OTHER, MessageId(5))).await;
        assert_eq!(
            asked.last().map(String::as_str),
            Some(r#"forwardMessage {"chat_id":-1000000000007,"from_chat_id":-8,"message_id":5}"#),
            "{asked:?}"
        );
        let backwards = bot.forward_message(OTHER, GROUP, MessageId(5)).await.unwrap_err();
        assert_eq!(*backwards.kind(), ErrorKind::MigratedTo(SUPERGROUP));
        let answer = ReplyParameters::new(MessageId(5)).in_chat(OTHER);
        let sent = self::asked(&bot, &telegram, |bot| bot.send_message(GROUP, "a").reply_to(answer)).await;
        assert!(
            sent.last().is_some_and(|sent| sent.contains(r#""chat_id":-1000000000007,"text""#)),
            "{sent:?}"
        );
    }
}
