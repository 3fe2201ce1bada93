//! Polls that are to be sent. <https://core.telegram.org/bots/api#sendpoll>

use ambigram_core::text::Text;
use serde_json::Value;

use super::fields::{Fields, Reason};
use super::text::formatted;
use crate::bot_api::request::{Arguments, exact_integer, leading_integer};
use crate::rules::polls::{NewPoll, Quiz};

/// Reads a poll.
pub(crate) fn poll(arguments: &Arguments) -> Result<NewPoll, Reason> {
    let is_quiz = match arguments.get("type") {
        "" | "regular" => false,
        "quiz" => true,
        _ => return Err("Unsupported poll type specified".to_owned()),
    };
    let flag_or = |name, default| if arguments.find(name).is_some() { arguments.flag(name) } else { default };
    let date = |name| Some(leading_integer(arguments.get(name))).filter(|date| *date != 0);
    Ok(NewPoll {
        question: text(arguments, "question", "question_parse_mode", "question_entities")?,
        options: options(arguments)?,
        description: text(arguments, "description", "description_parse_mode", "description_entities")?,
        is_anonymous: flag_or("is_anonymous", true),
        allows_multiple_answers: arguments.flag("allows_multiple_answers"),
        allows_revoting: flag_or("allows_revoting", !is_quiz),
        allows_adding_options: !is_quiz && arguments.flag("allow_adding_options"),
        shuffles_options: arguments.flag("shuffle_options"),
        hides_results: arguments.flag("hide_results_until_closes"),
        is_members_only: arguments.flag("members_only"),
        countries: countries(arguments)?,
        quiz: is_quiz.then(|| quiz(arguments)).transpose()?,
        open_period: Some(arguments.integer("open_period", 0, 0, 2_628_000).into())
            .filter(|period| *period != 0),
        close_date: date("close_date"),
        is_closed: arguments.flag("is_closed"),
    })
}

fn text(arguments: &Arguments, name: &str, mode: &str, entities: &str) -> Result<Text, Reason> {
    let entities = serde_json::from_str(arguments.get(entities)).unwrap_or(Value::Null);
    formatted(arguments.get(name), arguments.get(mode), &entities)
}

fn options(arguments: &Arguments) -> Result<Vec<Text>, Reason> {
    let value: Value = serde_json::from_str(arguments.get("options"))
        .map_err(|_| "Can't parse options JSON object".to_owned())?;
    let options = value.as_array().ok_or("Expected an Array of String as options")?;
    options.iter().map(option).collect()
}

fn option(value: &Value) -> Result<Text, Reason> {
    if let Some(text) = value.as_str() {
        return Ok(Text::plain(text));
    }
    let fields = Fields::of(value).ok_or("Expected an option to be of type String")?;
    let entities = fields.value("text_entities").unwrap_or(&Value::Null);
    formatted(&fields.required_text("text")?, &fields.text("text_parse_mode")?, entities)
}

fn countries(arguments: &Arguments) -> Result<Vec<String>, Reason> {
    let json = arguments.get("country_codes");
    if json.is_empty() {
        return Ok(Vec::new());
    }
    let value: Value =
        serde_json::from_str(json).map_err(|_| "Can't parse country_codes JSON object".to_owned())?;
    let codes = value.as_array().ok_or("Expected an Array of String as country_codes")?;
    let code = |code: &Value| code.as_str().map(str::to_owned);
    codes
        .iter()
        .map(code)
        .collect::<Option<_>>()
        .ok_or_else(|| "Expected an Array of String as country_codes".to_owned())
}

fn quiz(arguments: &Arguments) -> Result<Quiz, Reason> {
    let explanation = text(arguments, "explanation", "explanation_parse_mode", "explanation_entities")?;
    let json = arguments.get("correct_option_ids");
    if json.is_empty() {
        let only = arguments.find("correct_option_id").map(leading_integer);
        return Ok(Quiz { correct: only.into_iter().collect(), explanation });
    }
    let value: Value = serde_json::from_str(json)
        .map_err(|_| "Can't parse correct option identifiers JSON object".to_owned())?;
    let ids = value.as_array().ok_or("Expected an Array of correct option identifiers")?;
    let id = |id: &Value| match id {
        Value::Number(number) => exact_integer(&number.to_string())
            .ok_or_else(|| "Invalid correct option identifier specified".to_owned()),
        _ => Err("Correct option identifier must be of type Number".to_owned()),
    };
    Ok(Quiz { correct: ids.iter().map(id).collect::<Result<_, Reason>>()?, explanation })
}
