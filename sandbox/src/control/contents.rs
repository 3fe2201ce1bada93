//! What users send that needs no file, and what they do with it: places, contacts, dice, polls and games. The arguments
//! are those of the Bot API's methods.

use std::io::Cursor;

use ambigram_core::text::Text;
use ambigram_core::types::{ChatId, MessageId, ThreadId, UserId};
use axum::extract::{Path, State};
use image::{ImageFormat, Rgb, RgbImage};
use serde_json::{Value, json};

use super::error::Error;
use super::input::Input;
use super::speaking::message_id;
use super::{Control, Here, Reply, Shown, bot, chat, seen, user};
use crate::bot_api::read::{place, poll};
use crate::bot_api::write;
use crate::rules::files::mime_type;
use crate::world::files::{File, GivenFile, Upload};
use crate::world::{NewContent, NewMessage, NewPoint, ReplyTo, World};

type InChat = Path<(String, String)>;
type OfMessage = Path<(String, String, String)>;

/// What all of them may be given beside.
const BESIDE: [&str; 2] = ["reply_to", "thread"];
const POINT: [&str; 6] =
    ["latitude", "longitude", "horizontal_accuracy", "live_period", "heading", "proximity_alert_radius"];

pub(super) async fn send_location(State(control): Here, path: InChat, input: Input) -> Shown {
    only(&input, &POINT)?;
    send(&control, path, &input, place::location(&input.arguments())?)
}

pub(super) async fn send_venue(State(control): Here, path: InChat, input: Input) -> Shown {
    only(
        &input,
        &[
            "latitude",
            "longitude",
            "title",
            "address",
            "foursquare_id",
            "foursquare_type",
            "google_place_id",
            "google_place_type",
        ],
    )?;
    send(&control, path, &input, place::venue(&input.arguments())?)
}

pub(super) async fn send_contact(State(control): Here, path: InChat, input: Input) -> Shown {
    only(&input, &["phone_number", "first_name", "last_name", "vcard"])?;
    send(&control, path, &input, place::contact(&input.arguments())?)
}

pub(super) async fn send_dice(State(control): Here, path: InChat, input: Input) -> Shown {
    only(&input, &["emoji"])?;
    send(&control, path, &input, NewContent::Dice(input.text("emoji")?.unwrap_or_default()))
}

pub(super) async fn send_poll(State(control): Here, path: InChat, input: Input) -> Shown {
    only(
        &input,
        &[
            "question",
            "question_parse_mode",
            "question_entities",
            "options",
            "is_anonymous",
            "type",
            "allows_multiple_answers",
            "allows_revoting",
            "shuffle_options",
            "allow_adding_options",
            "hide_results_until_closes",
            "members_only",
            "country_codes",
            "correct_option_ids",
            "explanation",
            "explanation_parse_mode",
            "explanation_entities",
            "open_period",
            "close_date",
            "description",
            "description_parse_mode",
            "description_entities",
        ],
    )?;
    let new =
        poll::poll(&input.arguments()).map_err(|reason| Error::input("question", reason, Value::Null))?;
    send(&control, path, &input, NewContent::Poll(Box::new(new)))
}

fn only(input: &Input, names: &[&str]) -> Result<(), Error> {
    input.only(&[names, &BESIDE].concat())
}

fn send(control: &Control, Path((who, place)): InChat, input: &Input, content: NewContent) -> Shown {
    let thread = input.message_id("thread")?.map(|id| ThreadId(id.0));
    let reply_to = input.message_id("reply_to")?.map(ReplyTo::from);
    control.world.write(|world| {
        let (user, chat) = (user(world, &who)?, chat(world, &place)?);
        let sent =
            world.send_message(user, chat, NewMessage { thread, reply_to, ..NewMessage::new(content) })?;
        Ok(Reply::created(seen::message(world, &sent)))
    })
}

/// A user's live location is elsewhere now.
pub(super) async fn move_location(State(control): Here, path: OfMessage, input: Input) -> Shown {
    input.only(&POINT)?;
    edit_location(&control, path, place::new_point(&input.arguments())?)
}

/// A user's live location ends.
pub(super) async fn stop_location(State(control): Here, path: OfMessage, input: Input) -> Shown {
    input.only(&[])?;
    edit_location(&control, path, NewPoint::default())
}

fn edit_location(control: &Control, path: OfMessage, new: NewPoint) -> Shown {
    control.world.write(|world| {
        let (user, chat, id) = of_message(world, path)?;
        let edited = world.edit_location(user, chat, id, new)?;
        Ok(seen::message(world, &edited).into())
    })
}

/// A user buys the media of a message, with Stars.
pub(super) async fn buy(State(control): Here, path: OfMessage, input: Input) -> Shown {
    input.only(&[])?;
    control.world.write(|world| {
        let (user, chat, id) = of_message(world, path)?;
        let bought = world.buy_media(user, chat, id)?;
        Ok(seen::message(world, &bought).into())
    })
}

/// A user votes: for options counted from 0, or for none any more.
pub(super) async fn vote(State(control): Here, path: OfMessage, input: Input) -> Shown {
    input.only(&["options"])?;
    let wanted = input.value("options").and_then(Value::as_array);
    let wanted: Option<Vec<usize>> = wanted.and_then(|options| {
        options.iter().map(|option| option.as_u64().and_then(|option| usize::try_from(option).ok())).collect()
    });
    let wanted = wanted.ok_or_else(|| {
        Error::input(
            "options",
            "an array of positions, counted from 0",
            input.value("options").cloned().unwrap_or_default(),
        )
    })?;
    control.world.write(|world| {
        let (user, chat, id) = of_message(world, path)?;
        let poll = world.poll_at(user, chat, id)?;
        let names: Option<Vec<&str>> =
            wanted.iter().map(|option| Some(poll.options.get(*option)?.id.as_str())).collect();
        let names = names.ok_or_else(|| Error::missing("options of the poll", wanted.clone()))?;
        let poll = world.vote(user, chat, id, &names)?;
        Ok(write::poll::poll(world, user, &poll).into())
    })
}

/// A user ends a poll of their own.
pub(super) async fn stop_poll(State(control): Here, path: OfMessage, input: Input) -> Shown {
    input.only(&[])?;
    control.world.write(|world| {
        let (user, chat, id) = of_message(world, path)?;
        let poll = world.stop_poll(user, chat, id, None)?;
        Ok(write::poll::poll(world, user, &poll).into())
    })
}

/// A user adds an option to a poll that allows it.
pub(super) async fn add_poll_option(State(control): Here, path: OfMessage, input: Input) -> Shown {
    input.only(&["text"])?;
    let text = Text::plain(input.required_text("text")?);
    control.world.write(|world| {
        let (user, chat, id) = of_message(world, path)?;
        let poll = world.add_poll_option(user, chat, id, text)?;
        Ok(write::poll::poll(world, user, &poll).into())
    })
}

fn of_message(
    world: &World,
    Path((who, place, id)): OfMessage,
) -> Result<(UserId, ChatId, MessageId), Error> {
    Ok((user(world, &who)?, chat(world, &place)?, message_id(&id)?))
}

/// Makes a game for a bot, as @BotFather does. Its picture is one of the web's, or a plain one.
pub(super) async fn create_game(State(control): Here, Path(name): Path<String>, input: Input) -> Shown {
    input.only(&["short_name", "title", "description", "photo_url"])?;
    let short_name = input.required_text("short_name")?;
    let title = input.text("title")?.unwrap_or_else(|| short_name.clone());
    let description = input.text("description")?.unwrap_or_default();
    let picture = match input.text("photo_url")? {
        Some(url) => GivenFile::Url(url),
        None => GivenFile::Upload(plain_picture()?),
    };
    let picture = picture.as_photo(&control.world)?;
    control.world.write(|world| {
        let bot = bot(world, &name)?;
        let File::Photo(photo) = world.keep(bot, picture)? else {
            return Err(Error::input("photo_url", "a photo", mime_type("")));
        };
        let game = world.create_game(bot, &short_name, (&title, &description), photo, None)?;
        Ok(Reply::created(json!({
            "bot": bot.0,
            "short_name": game.short_name,
            "title": game.title,
            "description": game.description,
        })))
    })
}

/// What a game looks like of which nobody said how it looks.
fn plain_picture() -> Result<Upload, Error> {
    let mut bytes = Cursor::new(Vec::new());
    let picture = RgbImage::from_pixel(640, 360, Rgb([0x33, 0x66, 0x99]));
    let written = picture.write_to(&mut bytes, ImageFormat::Png);
    written.map_err(|error| Error::input("photo_url", "a picture", error.to_string()))?;
    Ok(Upload { name: "game.png".to_owned(), bytes: bytes.into_inner().into() })
}
