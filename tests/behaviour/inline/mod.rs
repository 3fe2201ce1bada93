//! Inline mode: what users ask in the middle of a chat, what a bot offers, and what becomes of what they choose.

mod asking;
mod choosing;
mod editing;
mod refusals;
mod results;

use ambigram::prelude::*;
use ambigram::requests::InlineQueryResult;
use ambigram::types::{ChosenInlineResult, InlineQuery};
use ambigram_sandbox::play::{BotAccount, Conversation, UserHandle};
use ambigram_sandbox::world::files::WebFile;
use ambigram_sandbox::world::inline::{InlineAnswer, NewInlineQuery};
use ambigram_sandbox::world::{MessageView, NewBot, QueryId};
use ambigram_tests::Stage;
use ambigram_tests::files::{jpeg, music, video, voice};

use crate::stages::{Listening, act};

/// A bot with inline mode, and Alice, who asks it in her chat with Bob.
pub(crate) struct Asking {
    pub(crate) account: BotAccount,
    pub(crate) bot: Bot,
    pub(crate) listening: Listening,
    pub(crate) alice: UserHandle,
    pub(crate) bob: UserHandle,
    pub(crate) chat: Conversation,
}

impl Asking {
    pub(crate) async fn new(stage: &Stage) -> Self {
        let new =
            NewBot { supports_inline_queries: true, inline_feedback: true, ..NewBot::named("inline_bot") };
        let account = stage.telegram().bot_with(new);
        let bot = stage.bot(&account);
        bot.get_me().await.unwrap();
        put_on_the_web(stage);
        let listening = Listening::new(stage, &account).await;
        let (alice, bob) = (stage.user("Alice"), stage.user("Bob"));
        let chat = alice.chat(bob.id.into());
        Self { account, bot, listening, alice, bob, chat }
    }

    /// Alice asks here; gives what the bot is told.
    pub(crate) async fn ask(&mut self, stage: &Stage, text: &str) -> (QueryId, InlineQuery) {
        let chat = self.chat.clone();
        let new = NewInlineQuery { text: text.to_owned(), ..NewInlineQuery::default() };
        self.ask_in(stage, &chat, new).await
    }

    pub(crate) async fn ask_in(
        &mut self,
        stage: &Stage,
        chat: &Conversation,
        new: NewInlineQuery,
    ) -> (QueryId, InlineQuery) {
        let (user, place, bot) = (chat.user(), chat.id(), self.account.id);
        let id = act(stage, |world| world.ask_inline(user, place, bot, new));
        let update = self.listening.take(1).await.remove(0);
        let UpdateKind::InlineQuery(query) = update.kind else { panic!("{update:?}") };
        (id, *query)
    }

    /// Alice asks, the bot offers, and she sees it.
    pub(crate) async fn offer(
        &mut self,
        stage: &Stage,
        results: Vec<InlineQueryResult>,
    ) -> (QueryId, InlineAnswer) {
        let (id, query) = self.ask(stage, "tea").await;
        // Each question is another one: none is answered from memory.
        self.bot.answer_inline_query(query.id, results).cache_time(0u32).await.unwrap();
        (id, self.chat.offers(id).await)
    }

    /// Alice chooses; gives what the bot is told.
    pub(crate) async fn choose(&mut self, query: QueryId, result: &str) -> ChosenInlineResult {
        self.chat.choose(query, result).unwrap_or_else(|error| panic!("{result}: {error}"));
        let update = self.listening.take(1).await.remove(0);
        let UpdateKind::ChosenInlineResult(chosen) = update.kind else { panic!("{update:?}") };
        *chosen
    }

    /// What stands last in Bob's chat with Alice.
    pub(crate) fn seen_by_bob(&self, stage: &Stage) -> MessageView {
        let history = stage.telegram().world().read(|world| world.history(self.bob.id, self.alice.id.into()));
        history.last().unwrap().clone()
    }
}

/// Where the sandbox's web has something.
pub(crate) const PHOTO: &str = "https://example.com/photo.jpg";
pub(crate) const THUMBNAIL: &str = "https://example.com/thumbnail.jpg";
pub(crate) const GIF: &str = "https://example.com/cat.gif";
pub(crate) const VIDEO: &str = "https://example.com/cat.mp4";
pub(crate) const MUSIC: &str = "https://example.com/song.mp3";
pub(crate) const VOICE: &str = "https://example.com/words.ogg";
pub(crate) const PDF: &str = "https://example.com/book.pdf";

fn put_on_the_web(stage: &Stage) {
    let files: [(&str, &str, Vec<u8>); 7] = [
        (PHOTO, "image/jpeg", jpeg(320, 200)),
        (THUMBNAIL, "image/jpeg", jpeg(90, 60)),
        (GIF, "image/gif", b"GIF89a\x40\0\x30\0\0\0\0;".to_vec()),
        (VIDEO, "video/mp4", video(2000)),
        (MUSIC, "audio/mpeg", music(2000)),
        (VOICE, "audio/ogg", voice(2000)),
        (PDF, "application/pdf", b"%PDF-1.4\n".to_vec()),
    ];
    for (url, content_type, bytes) in files {
        let file = WebFile { bytes: bytes.into(), content_type: content_type.to_owned() };
        act(stage, |world| {
            world.set_web_file(url, Some(file));
            Ok(())
        });
    }
}
