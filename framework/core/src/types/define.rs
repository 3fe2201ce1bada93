//! The macros that write the vocabulary's types: objects, unions and names, with their JSON form.

/// Writes an object of the Bot API: its fields by how they are told, its JSON form, and `new` with what it must have.
///
/// `required` fields are always there; `optional` ones are an `Option`; `lists` are left out of the JSON where empty;
/// `flags` are left out where not set, `told` are flags that are not.
macro_rules! object {
    (
        $(#[$doc:meta])*
        $name:ident {
            $(required { $($(#[$rmeta:meta])* $required:ident: $rtype:ty,)* })?
            $(optional { $($(#[$ometa:meta])* $optional:ident: $otype:ty,)* })?
            $(lists { $($(#[$lmeta:meta])* $list:ident: $ltype:ty,)* })?
            $(flags { $($(#[$fmeta:meta])* $flag:ident,)* })?
            $(told { $($(#[$tmeta:meta])* $told:ident,)* })?
        }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
        pub struct $name {
            $($($(#[$rmeta])* pub $required: $rtype,)*)?
            $($(
                $(#[$ometa])*
                #[serde(default, skip_serializing_if = "Option::is_none")]
                pub $optional: Option<$otype>,
            )*)?
            $($(
                $(#[$lmeta])*
                #[serde(default, skip_serializing_if = "Vec::is_empty")]
                pub $list: Vec<$ltype>,
            )*)?
            $($(
                $(#[$fmeta])*
                #[serde(default, skip_serializing_if = "crate::types::define::is_false")]
                pub $flag: bool,
            )*)?
            $($(
                $(#[$tmeta])*
                #[serde(default)]
                pub $told: bool,
            )*)?
        }

        impl $name {
            /// One of which only the essentials are known.
            #[allow(clippy::too_many_arguments, reason = "Telegram always tells them all")]
            #[allow(clippy::new_without_default, reason = "objects without essentials are made like all others")]
            pub fn new($($($required: impl Into<$rtype>),*)?) -> Self {
                Self {
                    $($($required: $required.into(),)*)?
                    $($($optional: None,)*)?
                    $($($list: Vec::new(),)*)?
                    $($($flag: false,)*)?
                    $($($told: false,)*)?
                }
            }
        }
    };
}

/// Writes a union of the Bot API: an enum of objects that are told apart by one field, with an `Unknown` case for
/// those that Telegram adds later.
///
/// A case is `Name("value"): Object`, or `Name("value")` where there is nothing to tell beside the name.
macro_rules! union {
    (
        $(#[$doc:meta])*
        $name:ident by $tag:literal {
            $($(#[$vdoc:meta])* $variant:ident($value:literal)$(: $type:ty)?,)+
        }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$vdoc])* $variant$(($type))?,)+
            /// One that Telegram added later, as it came.
            Unknown(crate::types::Raw),
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                #[derive(serde::Serialize)]
                struct Tagged<'a, T> {
                    #[serde(rename = $tag)]
                    tag: &'static str,
                    #[serde(flatten)]
                    fields: &'a T,
                }
                #[derive(serde::Serialize)]
                #[allow(dead_code, reason = "not all unions have a case without an object")]
                struct Nothing {}
                match self {
                    $(crate::types::define::case!(pattern $variant, fields $(, $type)?) => {
                        let fields = crate::types::define::case!(fields Nothing, fields $(, $type)?);
                        Tagged { tag: $value, fields }.serialize(serializer)
                    })+
                    Self::Unknown(raw) => raw.serialize(serializer),
                }
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let raw = crate::types::Raw::deserialize(deserializer)?;
                let tag = raw.field::<crate::types::Name>($tag).map_err(serde::de::Error::custom)?;
                match tag.as_deref() {
                    $(Some($value) => crate::types::define::case!(read $variant, raw $(, $type)?),)+
                    _ => Ok(Self::Unknown(raw)),
                }
            }
        }
    };
}

/// What differs between the cases of a union that hold an object and those that do not.
macro_rules! case {
    (pattern $variant:ident, $fields:ident) => {
        Self::$variant
    };
    (pattern $variant:ident, $fields:ident, $type:ty) => {
        Self::$variant($fields)
    };
    (fields $nothing:ident, $fields:ident) => {
        &$nothing {}
    };
    (fields $nothing:ident, $fields:ident, $type:ty) => {
        $fields
    };
    (read $variant:ident, $raw:ident) => {
        Ok(Self::$variant)
    };
    (read $variant:ident, $raw:ident, $type:ty) => {
        $raw.read::<$type>().map(Self::$variant).map_err(serde::de::Error::custom)
    };
}

/// Writes a set of names: an enum whose cases are strings in JSON, with an `Unknown` case for those that Telegram adds
/// later.
macro_rules! names {
    (
        $(#[$doc:meta])*
        $name:ident {
            $($(#[$vdoc:meta])* $variant:ident = $value:literal,)+
        }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$vdoc])* $variant,)+
            /// One that Telegram added later, by the name that it gave.
            Unknown(Box<str>),
        }

        impl $name {
            /// Telegram's name of it.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $value,)+
                    Self::Unknown(name) => name,
                }
            }

            fn read(name: &str) -> Self {
                match name {
                    $($value => Self::$variant,)+
                    other => Self::Unknown(other.into()),
                }
            }
        }

        impl From<&str> for $name {
            fn from(name: &str) -> Self {
                Self::read(name)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        crate::types::raw::read_from_str!($name, "a name");
    };
}

pub(crate) use {case, names, object, union};

/// For `skip_serializing_if`: the Bot API leaves out flags that are not set.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "the signature is serde's")]
pub(crate) fn is_false(flag: &bool) -> bool {
    !flag
}

#[cfg(test)]
#[allow(unreachable_pub, reason = "the macros write public types")]
mod tests {
    use serde_json::{from_str, to_string};

    object! {
        /// A lamp.
        Lamp {
            required {
                /// How bright.
                brightness: u32,
            }
            optional {
                /// What it says.
                text: String,
            }
            lists {
                /// Its switches.
                switches: u32,
            }
            flags {
                /// Whether it is on.
                is_on,
            }
        }
    }

    union! {
        /// A thing.
        Thing by "type" {
            /// A lamp.
            Lamp("lamp"): Box<Lamp>,
            /// Nothing.
            Void("void"),
        }
    }

    names! {
        /// A colour.
        Colour {
            /// Red.
            Red = "red",
        }
    }

    #[test]
    fn what_is_not_set_is_left_out() {
        let lamp = Lamp::new(3u32);
        assert_eq!(to_string(&lamp).unwrap(), r#"{"brightness":3}"#);
        let json = r#"{"brightness":3,"text":"a","switches":[1],"is_on":true}"#;
        let lamp: Lamp = from_str(json).unwrap();
        assert_eq!(to_string(&lamp).unwrap(), json);
    }

    #[test]
    fn what_is_added_later_is_kept() {
        for json in [
            r#"{"type":"lamp","brightness":3}"#,
            r#"{"type":"void"}"#,
            r#"{"type":"comet","tail":[1]}"#,
            r#"{"tail":[1]}"#,
        ] {
            let thing: Thing = from_str(json).unwrap();
            assert_eq!(to_string(&thing).unwrap(), json);
        }
        assert_eq!(from_str::<Thing>(r#"{"type":"void"}"#).unwrap(), Thing::Void);
        assert!(from_str::<Thing>(r#"{"type":"lamp"}"#).unwrap_err().to_string().contains("brightness"));
        assert_eq!(from_str::<Colour>(r#""red""#).unwrap(), Colour::Red);
        assert_eq!(to_string(&from_str::<Colour>(r#""plaid""#).unwrap()).unwrap(), r#""plaid""#);
    }
}
