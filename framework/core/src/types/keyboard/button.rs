//! The macro that writes the buttons of both keyboards: what they do, and their JSON form.

/// Writes a button, the enum of what it does, and the names that its JSON has for each.
///
/// The value of a kind's field is the case's own; or an object of one text; or `true`; or `{}`. A button without any of
/// these fields is what the kinds' `bare` makes of the fields that are left.
macro_rules! button {
    (
        $(#[$doc:meta])*
        $button:ident
        $(#[$kdoc:meta])*
        $kinds:ident, $expecting:literal
        values { $($(#[$vdoc:meta])* $value:ident($vname:literal): $vtype:ty,)* }
        texts { $($(#[$tdoc:meta])* $text:ident($tname:literal . $tfield:ident),)* }
        marks { $($(#[$mdoc:meta])* $mark:ident($mname:literal),)* }
        empties { $($(#[$edoc:meta])* $empty:ident($ename:literal),)* }
        bare { $($(#[$bdoc:meta])* $bare:ident,)* }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq)]
        pub struct $button {
            /// What stands on it.
            pub text: String,
            /// What it does.
            pub kind: $kinds,
            /// Its colour; the app's own where absent.
            pub style: Option<crate::types::ButtonStyle>,
            /// The custom emoji before its text.
            pub icon_custom_emoji_id: Option<crate::types::CustomEmojiId>,
        }

        $(#[$kdoc])*
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub enum $kinds {
            $($(#[$bdoc])* $bare,)*
            $($(#[$vdoc])* $value($vtype),)*
            $($(#[$tdoc])* $text(String),)*
            $($(#[$mdoc])* $mark,)*
            $($(#[$edoc])* $empty,)*
            /// A kind that this version does not model, with all its fields but the text.
            Unknown(crate::types::Raw),
        }

        impl $button {
            /// A button of any kind.
            pub fn new(text: impl Into<String>, kind: $kinds) -> Self {
                Self { text: text.into(), kind, style: None, icon_custom_emoji_id: None }
            }

            /// Gives it a colour.
            #[must_use]
            pub fn style(mut self, style: crate::types::ButtonStyle) -> Self {
                self.style = Some(style);
                self
            }

            /// Puts a custom emoji before its text.
            #[must_use]
            pub fn icon(mut self, emoji: impl Into<crate::types::CustomEmojiId>) -> Self {
                self.icon_custom_emoji_id = Some(emoji.into());
                self
            }
        }

        impl $kinds {
            /// Writes the field that says what the button does.
            fn put<M: serde::ser::SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
                match self {
                    $(Self::$bare => Ok(()),)*
                    $(Self::$value(value) => map.serialize_entry($vname, value),)*
                    $(Self::$text(text) => {
                        #[derive(serde::Serialize)]
                        struct Within<'a> {
                            $tfield: &'a str,
                        }
                        map.serialize_entry($tname, &Within { $tfield: text })
                    })*
                    $(Self::$mark => map.serialize_entry($mname, &true),)*
                    $(Self::$empty => {
                        #[derive(serde::Serialize)]
                        struct Nothing {}
                        map.serialize_entry($ename, &Nothing {})
                    })*
                    Self::Unknown(raw) => {
                        for (key, value) in raw.fields().map_err(serde::ser::Error::custom)? {
                            map.serialize_entry(&key, &value)?;
                        }
                        Ok(())
                    }
                }
            }
        }

        impl serde::Serialize for $button {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeMap;
                let mut map = serializer.serialize_map(None)?;
                map.serialize_entry("text", &self.text)?;
                if let Some(emoji) = &self.icon_custom_emoji_id {
                    map.serialize_entry("icon_custom_emoji_id", emoji)?;
                }
                if let Some(style) = &self.style {
                    map.serialize_entry("style", style)?;
                }
                self.kind.put(&mut map)?;
                map.end()
            }
        }

        /// The name of a button's field.
        enum FieldName {
            Label,
            Style,
            Icon,
            $($value,)*
            $($text,)*
            $($mark,)*
            $($empty,)*
            Other(Box<str>),
        }

        impl FieldName {
            fn read(name: &str) -> Self {
                match name {
                    "text" => Self::Label,
                    "style" => Self::Style,
                    "icon_custom_emoji_id" => Self::Icon,
                    $($vname => Self::$value,)*
                    $($tname => Self::$text,)*
                    $($mname => Self::$mark,)*
                    $($ename => Self::$empty,)*
                    other => Self::Other(other.into()),
                }
            }
        }

        crate::types::raw::read_from_str!(FieldName, "a field's name");

        impl<'de> serde::Deserialize<'de> for $button {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Fields;
                impl<'de> serde::de::Visitor<'de> for Fields {
                    type Value = $button;
                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str($expecting)
                    }
                    fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<$button, A::Error> {
                        let (mut label, mut kind, mut style, mut icon_custom_emoji_id) = (None, None, None, None);
                        let mut unmodelled = crate::types::raw::Unmodelled::default();
                        while let Some(key) = map.next_key::<FieldName>()? {
                            match key {
                                FieldName::Label => label = Some(map.next_value()?),
                                FieldName::Style => style = map.next_value()?,
                                FieldName::Icon => icon_custom_emoji_id = map.next_value()?,
                                $(FieldName::$value => kind = Some($kinds::$value(map.next_value()?)),)*
                                $(FieldName::$text => {
                                    #[derive(serde::Deserialize)]
                                    struct Within {
                                        $tfield: String,
                                    }
                                    kind = Some($kinds::$text(map.next_value::<Within>()?.$tfield));
                                })*
                                // What is not `true` is as good as left out.
                                $(FieldName::$mark => {
                                    if map.next_value::<bool>()? {
                                        kind = Some($kinds::$mark);
                                    }
                                })*
                                $(FieldName::$empty => {
                                    map.next_value::<serde::de::IgnoredAny>()?;
                                    kind = Some($kinds::$empty);
                                })*
                                FieldName::Other(name) => {
                                    unmodelled.push(&name, &map.next_value::<Box<serde_json::value::RawValue>>()?);
                                }
                            }
                        }
                        Ok($button {
                            text: label.ok_or_else(|| serde::de::Error::missing_field("text"))?,
                            kind: kind.unwrap_or_else(|| $kinds::bare(unmodelled.finish())),
                            style,
                            icon_custom_emoji_id,
                        })
                    }
                }
                deserializer.deserialize_map(Fields)
            }
        }
    };
}

pub(super) use button;
