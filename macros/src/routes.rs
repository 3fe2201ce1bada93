//! `routes![start, roll, admin::ban]`

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{Error, Path, Token};

pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let handlers = match Punctuated::<Path, Token![,]>::parse_terminated.parse2(input) {
        Ok(handlers) => handlers,
        Err(error) => {
            let problem = format!("expected the names of handlers, as in `routes![start, roll]`: {error}");
            return Error::new(error.span(), problem).to_compile_error();
        }
    };
    // What a handler lacks is said at its name here.
    let routes = handlers.iter().map(|handler| {
        quote_spanned! { handler.span()=> <#handler as ::ambigram::__private::IntoRoute<_, _>>::into_route() }
    });
    quote! { [#(#routes),*] }
}
