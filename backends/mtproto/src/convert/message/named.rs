//! Whom the contents of messages name by number only.

use ambigram_core::types::UserId;
use grammers_tl_types::{enums, types};

use super::Names;
use crate::convert::peer::channel_id;
use crate::convert::{gift, set_of};

impl Names {
    /// Adds all whom a medium names.
    pub(in crate::convert) fn add_media(&mut self, media: &enums::MessageMedia) {
        use enums::MessageMedia as Tl;
        match media {
            Tl::Document(media) => self.add_sticker_sets(media.document.as_ref().and_then(set_of)),
            Tl::Story(media) => self.add_peers([&media.peer]),
            Tl::Giveaway(media) => self.add_channels(&media.channels),
            Tl::GiveawayResults(media) => {
                self.add_chat(channel_id(media.channel_id));
                self.add_users(media.winners.iter().copied());
            }
            Tl::Poll(media) => {
                self.add_poll(&media.poll, &media.results);
                if let Some(media) = &media.attached_media {
                    self.add_media(media);
                }
            }
            Tl::ToDo(media) => {
                let enums::TodoList::List(list) = &media.todo;
                self.add_text(&list.title);
                self.add_tasks(&list.list);
                let done = media.completions.iter().flatten();
                self.add_peers(done.map(|enums::TodoCompletion::Completion(done)| &done.completed_by));
            }
            _ => {}
        }
    }

    /// Adds all whom a poll names.
    pub(in crate::convert) fn add_poll(&mut self, poll: &enums::Poll, results: &enums::PollResults) {
        let (enums::Poll::Poll(poll), enums::PollResults::Results(results)) = (poll, results);
        self.add_text(&poll.question);
        for answer in &poll.answers {
            self.add_answer(answer);
        }
        self.add_entities(results.solution_entities.as_deref());
        if let Some(media) = &results.solution_media {
            self.add_media(media);
        }
    }

    fn add_answer(&mut self, answer: &enums::PollAnswer) {
        let enums::PollAnswer::Answer(answer) = answer else { return };
        self.add_text(&answer.text);
        self.add_peers(&answer.added_by);
        if let Some(media) = &answer.media {
            self.add_media(media);
        }
    }

    fn add_text(&mut self, text: &enums::TextWithEntities) {
        let enums::TextWithEntities::Entities(text) = text;
        self.add_entities(Some(&text.entities));
    }

    fn add_tasks(&mut self, tasks: &[enums::TodoItem]) {
        for enums::TodoItem::Item(task) in tasks {
            self.add_text(&task.title);
        }
    }

    fn add_channels(&mut self, channels: &[i64]) {
        for channel in channels {
            self.add_chat(channel_id(*channel));
        }
    }

    fn add_gift(&mut self, gift: &enums::StarGift) {
        self.add_sticker_sets(gift::sticker_sets(gift));
        match gift {
            enums::StarGift::Gift(gift) => self.add_peers(&gift.released_by),
            enums::StarGift::Unique(gift) => self.add_peers(&gift.released_by),
        }
    }

    /// Adds all whom something that happened names.
    pub(super) fn add_action(&mut self, action: &enums::MessageAction) {
        use enums::MessageAction as Action;
        match action {
            Action::ChatAddUser(added) => self.add_users(added.users.iter().copied()),
            Action::ChatDeleteUser(gone) => self.add_user(UserId(gone.user_id)),
            Action::NewCreatorPending(types::MessageActionNewCreatorPending { new_creator_id: id })
            | Action::ChangeCreator(types::MessageActionChangeCreator { new_creator_id: id })
            | Action::ManagedBotCreated(types::MessageActionManagedBotCreated { bot_id: id })
                if *id != 0 =>
            {
                self.add_user(UserId(*id));
            }
            Action::InviteToGroupCall(invited) => self.add_users(invited.users.iter().copied()),
            Action::GeoProximityReached(alert) => self.add_peers([&alert.from_id, &alert.to_id]),
            Action::TodoAppendTasks(added) => self.add_tasks(&added.list),
            Action::PollAppendAnswer(added) => self.add_answer(&added.answer),
            Action::PollDeleteAnswer(deleted) => self.add_answer(&deleted.answer),
            Action::StarGift(given) => {
                self.add_gift(&given.gift);
                if let Some(text) = &given.message {
                    self.add_text(text);
                }
            }
            Action::StarGiftUnique(given) => self.add_gift(&given.gift),
            _ => {}
        }
    }
}
