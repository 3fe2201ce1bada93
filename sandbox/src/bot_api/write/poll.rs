//! Polls and votes. <https://core.telegram.org/bots/api#poll>

use ambigram_core::text::Text;
use ambigram_core::types::UserId;
use serde_json::{Value, json};

use super::user::user;
use super::{Object, Put, entities};
use crate::world::{Poll, World};

/// A poll as an account sees it.
pub(crate) fn poll(world: &World, viewer: UserId, poll: &Poll) -> Value {
    let asked = &poll.asked;
    let sight = poll.sight(viewer);
    let mut object = Object::new();
    object.put("id", poll.id.to_string());
    put_text(&mut object, world, &asked.question, "question");
    object.put("options", options(world, poll, sight.counts));
    object.put("total_voter_count", poll.total());
    if let (Some(period), Some(date), false) = (asked.open_period, asked.close_date, poll.is_closed) {
        object.put("open_period", period);
        object.put("close_date", date);
    }
    object.put("is_closed", poll.is_closed);
    object.put("is_anonymous", asked.is_anonymous);
    object.put("allows_multiple_answers", asked.allows_multiple_answers);
    object.put("allows_revoting", asked.allows_revoting);
    object.put("members_only", asked.is_members_only);
    if !asked.countries.is_empty() {
        object.put("country_codes", asked.countries.clone());
    }
    object.put("type", if poll.quiz().is_some() { "quiz" } else { "regular" });
    if let Some(quiz) = poll.quiz().filter(|_| sight.answers) {
        if let [only] = quiz.correct.as_slice() {
            object.put("correct_option_id", *only);
        }
        object.put("correct_option_ids", quiz.correct.clone());
        if !quiz.explanation.text.is_empty() {
            object.put("explanation", quiz.explanation.text.as_str());
            object.put("explanation_entities", entities(world, &quiz.explanation.entities));
        }
    }
    if !asked.description.text.is_empty() {
        put_text(&mut object, world, &asked.description, "description");
    }
    object.into()
}

fn options(world: &World, poll: &Poll, shows_counts: bool) -> Value {
    let option = |(position, option): (usize, &crate::world::PollOption)| {
        let mut object = Object::new();
        object.put("persistent_id", option.id.as_str());
        put_text(&mut object, world, &option.text, "text");
        object.put("voter_count", if shows_counts { poll.count(position) } else { 0 });
        if let Some((adder, date)) = option.added {
            object.put("added_by_user", user(world, adder));
            object.put("addition_date", date);
        }
        Value::from(object)
    };
    poll.options.iter().enumerate().map(option).collect()
}

/// <https://core.telegram.org/bots/api#pollanswer>
pub(super) fn answer(world: &World, poll: &Poll, voter: UserId, chosen: &[usize]) -> Value {
    let names: Value = chosen
        .iter()
        .filter_map(|option| poll.options.get(*option))
        .map(|option| option.id.as_str())
        .collect();
    json!({
        "poll_id": poll.id.to_string(),
        "user": user(world, voter),
        "option_ids": chosen,
        "option_persistent_ids": names,
    })
}

fn put_text(object: &mut Object, world: &World, text: &Text, name: &str) {
    object.put(name, text.text.as_str());
    if !text.entities.is_empty() {
        object.put(&format!("{name}_entities"), entities(world, &text.entities));
    }
}
