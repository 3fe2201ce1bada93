//! The macro that writes a request struct: its fields, its setters, its wire form.

/// Writes a request struct, and the same setters for it and for a [`Call`](crate::Call) of it.
///
/// Fields are named as in the Bot API. `required` ones are the arguments of `new`; `optional` ones get a setter,
/// under another name where one is given in brackets; `flags` are set by being named.
macro_rules! request {
    (
        $(#[$doc:meta])*
        $name:ident($method:literal) -> $output:ty {
            required { $($(#[$rdoc:meta])* $required:ident: $rtype:ty,)* }
            optional { $($(#[$odoc:meta])* $optional:ident$(($setter:ident))?: $otype:ty,)* }
            flags { $($(#[$fdoc:meta])* $flag:ident,)* }
        }
        $($method_items:tt)*
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq)]
        #[must_use = "a request does nothing until it is sent"]
        #[non_exhaustive]
        pub struct $name {
            $($(#[$rdoc])* pub $required: $rtype,)*
            $($(#[$odoc])* pub $optional: Option<$otype>,)*
            $($(#[$fdoc])* pub $flag: bool,)*
        }

        impl $name {
            /// The request, with what it must have.
            #[allow(clippy::new_without_default, reason = "requests without fields are made like all others")]
            pub fn new($($required: impl Into<$rtype>),*) -> Self {
                Self {
                    $($required: $required.into(),)*
                    $($optional: None,)*
                    $($flag: false,)*
                }
            }

            $(crate::requests::define::setter! {
                $(#[$odoc])* $optional $($setter)?, $otype, |this, value| this.$optional = Some(value.into())
            })*
            $($(#[$fdoc])* pub fn $flag(mut self) -> Self { self.$flag = true; self })*
        }

        impl crate::Call<$name> {
            $(crate::requests::define::setter! {
                $(#[$odoc])* $optional $($setter)?, $otype, |this, value| this.request.$optional = Some(value.into())
            })*
            $($(#[$fdoc])* pub fn $flag(mut self) -> Self { self.request.$flag = true; self })*
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                #[allow(unused_imports, reason = "requests without fields put none")]
                use crate::requests::params::Param;
                #[allow(unused_mut, reason = "requests without fields put none")]
                let mut map = serializer.serialize_map(None)?;
                $(self.$required.put(stringify!($required), &mut map)?;)*
                $(if let Some(value) = &self.$optional { value.put(stringify!($optional), &mut map)?; })*
                $(if self.$flag { true.put(stringify!($flag), &mut map)?; })*
                serde::ser::SerializeMap::end(map)
            }
        }

        impl crate::requests::Method for $name {
            type Output = $output;
            const NAME: &'static str = $method;
            $($method_items)*
        }
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

pub(crate) use {request, setter};
