//! The macros that write request structs and what they hold: fields, setters, the wire form.

/// Writes a request: its struct, the method of [`Bot`](crate::Bot) that prepares it, and the same setters for it and for
/// a [`Call`](crate::Call) of it.
///
/// Fields are named as in the Bot API. `required` ones are the arguments of `new`; `optional` ones get a setter,
/// under another name where one is given in brackets; `flags` are set by being named; `options` are those of
/// [`SendOptions`](crate::requests::SendOptions) that the method takes.
macro_rules! request {
    (
        $(#[$doc:meta])*
        $name:ident($method:literal, $call:ident) -> $output:ty {
            $(required { $($(#[$rdoc:meta])* $required:ident: $rtype:ty,)* })?
            $(optional { $($(#[$odoc:meta])* $optional:ident$(($setter:ident))?: $otype:ty,)* })?
            $(flags { $($(#[$fdoc:meta])* $flag:ident,)* })?
            $(options [$($option:ident),* $(,)?])?
        }
        $(const $constant:ident: $ctype:ty = $cvalue:expr;)*
    ) => {
        crate::requests::define::fields! {
            $(#[$doc])*
            #[must_use = "a request does nothing until it is sent"]
            $name {
                $(required { $($(#[$rdoc])* $required: $rtype,)* })?
                $(optional { $($(#[$odoc])* $optional$(($setter))?: $otype,)* })?
                $(flags { $($(#[$fdoc])* $flag,)* })?
                $(options [$($option),*])?
            }
        }

        impl crate::Call<$name> {
            $($(crate::requests::define::setter! {
                $(#[$odoc])* $optional $($setter)?, $otype, |this, value| this.request.$optional = Some(value.into())
            })*)?
            $($($(#[$fdoc])* pub fn $flag(mut self) -> Self { self.request.$flag = true; self })*)?
            $($(crate::requests::options::option! { $option, this => this.request.send })*)?
        }

        impl crate::Bot {
            $(#[$doc])*
            pub fn $call(&self $($(, $required: impl Into<$rtype>)*)?) -> crate::Call<$name> {
                self.request($name::new($($($required),*)?))
            }
        }

        impl crate::requests::Method for $name {
            type Output = $output;
            const NAME: &'static str = $method;
            $(const $constant: $ctype = $cvalue;)*

            fn check(&self) -> Result<(), crate::Error> {
                crate::requests::param::Param::check(self)
            }

            #[allow(unused_mut, reason = "those without fields have none")]
            #[allow(clippy::vec_init_then_push, reason = "some push first what others extend by")]
            fn parameters() -> Vec<&'static str> {
                let mut names = Vec::new();
                $($(<$rtype as crate::requests::param::Param>::names(stringify!($required), &mut names);)*)?
                $($(<$otype as crate::requests::param::Param>::names(crate::requests::define::name!($optional), &mut names);)*)?
                $($(names.push(stringify!($flag));)*)?
                $($(names.push(stringify!($option));)*)?
                names
            }

            fn uploads(&self) -> Vec<&crate::requests::Upload> {
                let mut found = Vec::new();
                crate::requests::param::Param::uploads(self, &mut found);
                found
            }

            fn mentions(&mut self, seen: &mut dyn FnMut(crate::requests::Mention<'_>)) {
                crate::requests::param::Param::mentions(self, seen);
            }
        }
    };
}

/// Writes an object that requests hold: its struct, `new`, setters, the wire form.
///
/// Where it is one of several kinds, that kind is written first: `Name("type" = "value")`.
macro_rules! input {
    (
        $(#[$doc:meta])*
        $name:ident $(($tag:literal = $kind:literal))? {
            $($sections:tt)*
        }
    ) => {
        crate::requests::define::fields! {
            $(#[$doc])*
            #[must_use = "it does nothing until it is sent"]
            $name $(($tag = $kind))? { $($sections)* }
        }
    };
}

/// Writes a struct of named fields with setters, which is a [`Param`](crate::requests::param::Param).
macro_rules! fields {
    (
        $(#[$doc:meta])*
        $name:ident $(($tag:literal = $kind:literal))? {
            $(required { $($(#[$rdoc:meta])* $required:ident: $rtype:ty,)* })?
            $(optional { $($(#[$odoc:meta])* $optional:ident$(($setter:ident))?: $otype:ty,)* })?
            $(flags { $($(#[$fdoc:meta])* $flag:ident,)* })?
            $(options [$($option:ident),* $(,)?])?
        }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub struct $name {
            $($($(#[$rdoc])* pub $required: $rtype,)*)?
            $($($(#[$odoc])* pub $optional: Option<$otype>,)*)?
            $($($(#[$fdoc])* pub $flag: bool,)*)?
            $(
                #[doc = concat!("How it is sent. It takes: ", $("`", stringify!($option), "`, ",)* "and nothing else.")]
                pub send: crate::requests::SendOptions,
            )?
        }

        impl $name {
            /// With what it must have.
            #[allow(clippy::new_without_default, reason = "those without fields are made like all others")]
            #[allow(clippy::too_many_arguments, reason = "Telegram must have them all")]
            pub fn new($($($required: impl Into<$rtype>),*)?) -> Self {
                Self {
                    $($($required: $required.into(),)*)?
                    $($($optional: None,)*)?
                    $($($flag: false,)*)?
                    $(send: crate::requests::define::none!($($option)*),)?
                }
            }

            $($(crate::requests::define::setter! {
                $(#[$odoc])* $optional $($setter)?, $otype, |this, value| this.$optional = Some(value.into())
            })*)?
            $($($(#[$fdoc])* pub fn $flag(mut self) -> Self { self.$flag = true; self })*)?
            $($(crate::requests::options::option! { $option, this => this.send })*)?
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                #[allow(unused_imports, reason = "those without fields put none")]
                use crate::requests::param::Param;
                #[allow(unused_mut, reason = "those without fields put none")]
                let mut map = serializer.serialize_map(None)?;
                $(serde::ser::SerializeMap::serialize_entry(&mut map, $tag, $kind)?;)?
                $($(self.$required.put(stringify!($required), &mut map)?;)*)?
                $($(if let Some(value) = &self.$optional { value.put(crate::requests::define::name!($optional), &mut map)?; })*)?
                $($(if self.$flag { true.put(stringify!($flag), &mut map)?; })*)?
                $(crate::requests::define::none!($($option)* => self.send.put("", &mut map)?);)?
                serde::ser::SerializeMap::end(map)
            }
        }

        impl crate::requests::param::Param for $name {
            fn check(&self) -> Result<(), crate::Error> {
                $($(self.$required.check()?;)*)?
                $($(if let Some(value) = &self.$optional { value.check()?; })*)?
                $(crate::requests::define::none!($($option)* => self.send.check()?);)?
                Ok(())
            }

            #[allow(unused_variables, reason = "those without fields find none")]
            fn uploads<'a>(&'a self, found: &mut Vec<&'a crate::requests::Upload>) {
                $($(self.$required.uploads(found);)*)?
                $($(if let Some(value) = &self.$optional { value.uploads(found); })*)?
            }

            #[allow(unused_variables, reason = "those without fields name nothing")]
            fn mentions(&mut self, seen: &mut dyn FnMut(crate::requests::Mention<'_>)) {
                $($(self.$required.mentions(seen);)*)?
                $($(if let Some(value) = &mut self.$optional { value.mentions(seen); })*)?
                $(crate::requests::define::none!($($option)* => self.send.mentions(seen));)?
            }
        }
    };
}

/// The name of a field on the wire: what Telegram calls `type` is `kind` here, for the word is taken.
macro_rules! name {
    (kind) => {
        "type"
    };
    ($field:ident) => {
        stringify!($field)
    };
}

/// One setter: under its own name, else under the field's.
macro_rules! setter {
    ($(#[$doc:meta])* $field:ident $setter:ident, $type:ty, |$this:ident, $value:ident| $set:expr) => {
        crate::requests::define::setter! { $(#[$doc])* $setter, $type, |$this, $value| $set }
    };
    ($(#[$doc:meta])* $field:ident, $type:ty, |$this:ident, $value:ident| $set:expr) => {
        $(#[$doc])*
        pub fn $field(mut self, $value: impl Into<$type>) -> Self {
            let $this = &mut self;
            $set;
            self
        }
    };
}

/// What is done where a request has [`SendOptions`](crate::requests::SendOptions), whichever it takes.
macro_rules! none {
    ($($option:ident)*) => {
        crate::requests::SendOptions::default()
    };
    ($($option:ident)* => $done:expr) => {
        $done
    };
}

/// Writes a union of objects that requests hold: an enum with a `From` for each.
macro_rules! inputs {
    (
        $(#[$doc:meta])*
        $name:ident {
            $($(#[$vdoc:meta])* $variant:ident($type:ty),)+
        }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, serde::Serialize)]
        #[serde(untagged)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$vdoc])* $variant(Box<$type>),)+
        }

        $(impl From<$type> for $name {
            fn from(value: $type) -> Self {
                Self::$variant(Box::new(value))
            }
        })+

        impl crate::requests::param::Param for $name {
            fn check(&self) -> Result<(), crate::Error> {
                match self {
                    $(Self::$variant(value) => value.check(),)+
                }
            }

            fn uploads<'a>(&'a self, found: &mut Vec<&'a crate::requests::Upload>) {
                match self {
                    $(Self::$variant(value) => value.uploads(found),)+
                }
            }
        }
    };
}

pub(crate) use {fields, input, inputs, name, none, request, setter};

/// Writes a request that sends a message and takes all [`SendOptions`](crate::requests::SendOptions).
macro_rules! sending {
    (
        $(#[$doc:meta])*
        $name:ident($method:literal, $call:ident) -> $output:ty { $($sections:tt)* }
    ) => {
        crate::requests::define::request! {
            $(#[$doc])*
            $name($method, $call) -> $output {
                $($sections)*
                options [
                    message_thread_id, direct_messages_topic_id, business_connection_id, message_effect_id,
                    suggested_post_parameters, reply_parameters, reply_markup, disable_notification, protect_content,
                    allow_paid_broadcast,
                ]
            }
        }
    };
}

pub(crate) use sending;
