//! The fields of a JSON object, read and refused in Telegram's words.

use serde_json::{Map, Value};

use crate::bot_api::request::{Arguments, exact_integer};

/// Why an argument can't be read, in Telegram's words and without the class of the error.
pub(crate) type Reason = String;

/// A JSON object that came in an argument.
///
/// Numbers may be given as strings and the other way round; flags must be flags. An explicit `null` is a value
/// of the wrong type, not an absent one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fields<'a>(&'a Map<String, Value>);

impl<'a> Fields<'a> {
    /// The fields of a value, where it is an object.
    pub(crate) fn of(value: &'a Value) -> Option<Self> {
        value.as_object().map(Self)
    }

    /// The fields as if each were an argument of its own.
    pub(crate) fn as_arguments(&self) -> Arguments {
        let mut arguments = Arguments::default();
        for (name, value) in self.0 {
            let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            arguments.push(name.clone(), text);
        }
        arguments
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    pub(crate) fn value(&self, name: &str) -> Option<&'a Value> {
        self.0.get(name)
    }

    /// A flag; `false` where it is absent.
    pub(crate) fn flag(&self, name: &str) -> Result<bool, Reason> {
        match self.0.get(name) {
            None => Ok(false),
            Some(Value::Bool(flag)) => Ok(*flag),
            Some(_) => Err(format!("Field \"{name}\" must be of type Boolean")),
        }
    }

    /// A text; empty where it is absent.
    pub(crate) fn text(&self, name: &str) -> Result<String, Reason> {
        self.find_text(name).map(Option::unwrap_or_default)
    }

    /// A text that must be there, though it may be empty.
    pub(crate) fn required_text(&self, name: &str) -> Result<String, Reason> {
        self.find_text(name)?.ok_or_else(|| missing(name))
    }

    /// A number of 32 bits; `default` where it is absent.
    pub(crate) fn integer(&self, name: &str, default: i32) -> Result<i32, Reason> {
        Ok(self.find_integer(name)?.unwrap_or(default))
    }

    /// A number of 32 bits that must be there.
    pub(crate) fn required_integer(&self, name: &str) -> Result<i32, Reason> {
        self.find_integer(name)?.ok_or_else(|| missing(name))
    }

    /// A number of 64 bits; 0 where it is absent.
    pub(crate) fn long(&self, name: &str) -> Result<i64, Reason> {
        Ok(self.find_long(name)?.unwrap_or_default())
    }

    /// A number of 64 bits that must be there.
    pub(crate) fn required_long(&self, name: &str) -> Result<i64, Reason> {
        self.find_long(name)?.ok_or_else(|| missing(name))
    }

    /// An object that must be there.
    pub(crate) fn required_object(&self, name: &str) -> Result<Self, Reason> {
        let value = self.0.get(name).ok_or_else(|| missing(name))?;
        Self::of(value).ok_or_else(|| format!("Field \"{name}\" must be of type Object"))
    }

    /// An array; empty where it is absent.
    pub(crate) fn array(&self, name: &str) -> Result<&'a [Value], Reason> {
        match self.0.get(name) {
            None => Ok(&[]),
            Some(Value::Array(items)) => Ok(items),
            Some(_) => Err(format!("Field \"{name}\" must be of type Array")),
        }
    }

    fn find_text(&self, name: &str) -> Result<Option<String>, Reason> {
        match self.0.get(name) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text.clone())),
            Some(Value::Number(number)) => Ok(Some(number.to_string())),
            Some(_) => Err(format!("Field \"{name}\" must be of type String")),
        }
    }

    fn find_integer(&self, name: &str) -> Result<Option<i32>, Reason> {
        match self.find_long(name)? {
            None => Ok(None),
            Some(number) => i32::try_from(number).map(Some).map_err(|_| no_valid_number(name)),
        }
    }

    fn find_long(&self, name: &str) -> Result<Option<i64>, Reason> {
        let number = match self.0.get(name) {
            None => return Ok(None),
            Some(Value::String(text)) => exact_integer(text),
            Some(Value::Number(number)) => number.as_i64(),
            Some(_) => return Err(format!("Field \"{name}\" must be a Number")),
        };
        number.map(Some).ok_or_else(|| no_valid_number(name))
    }
}

fn missing(name: &str) -> Reason {
    format!("Can't find field \"{name}\"")
}

fn no_valid_number(name: &str) -> Reason {
    format!("Field \"{name}\" must be a valid Number")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn numbers_and_texts_stand_in_for_each_other_and_flags_do_not() {
        let object =
            json!({ "n": "7", "t": 8, "f": "true", "x": 1.5, "big": 4_294_967_296_i64, "null": null });
        let fields = Fields::of(&object).unwrap();
        assert_eq!(fields.integer("n", 0), Ok(7));
        assert_eq!(fields.text("t"), Ok("8".to_owned()));
        assert_eq!(fields.flag("f"), Err("Field \"f\" must be of type Boolean".to_owned()));
        assert_eq!(fields.integer("x", 0), Err("Field \"x\" must be a valid Number".to_owned()));
        assert_eq!(fields.integer("big", 0), Err("Field \"big\" must be a valid Number".to_owned()));
        assert_eq!(fields.long("big"), Ok(4_294_967_296));
        assert_eq!(fields.text("null"), Err("Field \"null\" must be of type String".to_owned()));
        assert_eq!(fields.required_text("absent"), Err("Can't find field \"absent\"".to_owned()));
        assert_eq!(fields.text("absent"), Ok(String::new()));
    }
}
