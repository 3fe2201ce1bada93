//! `#[message]` and `#[message(text)]`

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Error, Ident};

use crate::expand::{Route, check_limits};
use crate::function::Function;

pub(crate) fn expand(attribute: TokenStream, function: &Function, errors: &mut Vec<Error>) -> Option<Route> {
    let filter = if attribute.is_empty() {
        quote! { Any }
    } else {
        match syn::parse2::<Ident>(attribute.clone()) {
            Ok(word) if word == "text" => quote! { Text },
            _ => {
                let problem =
                    format!("unknown filter `{attribute}`: expected `#[message]` or `#[message(text)]`");
                errors.push(Error::new_spanned(attribute, problem));
                return None;
            }
        }
    };
    let arguments = vec![None; function.params.len()];
    check_limits(function, &arguments, errors);
    Some(Route {
        trigger: quote! {
            ::ambigram::__private::Trigger::Message(::ambigram::__private::MessageFilter::#filter)
        },
        read: TokenStream::new(),
        arguments,
        beside: TokenStream::new(),
    })
}
