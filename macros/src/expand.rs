//! What all attributes write: the function, the struct of its name, and the route.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Error, Ident, ItemFn};

use crate::function::{Function, Param};

/// What an attribute makes of its own argument and the function's model.
pub(crate) struct Route {
    /// What the route matches, as an expression of type `Trigger`.
    pub(crate) trigger: TokenStream,
    /// Reads the arguments, each into a variable.
    pub(crate) read: TokenStream,
    /// For each parameter the variable that it was read into, or `None` for an extractor.
    pub(crate) arguments: Vec<Option<Ident>>,
    /// What stands beside the struct.
    pub(crate) beside: TokenStream,
}

/// Runs an attribute: reads the function, lets `expand` make a route of it, and writes both. On errors the function
/// stays, and a struct of its name too, so that one mistake gives one message.
pub(crate) fn attribute(
    attribute: TokenStream,
    item: TokenStream,
    expand: fn(TokenStream, &Function, &mut Vec<Error>) -> Option<Route>,
) -> TokenStream {
    let item: ItemFn = match syn::parse2(item.clone()) {
        Ok(item) => item,
        Err(error) => {
            let error = Error::new(error.span(), "a handler is an `async fn`").to_compile_error();
            return quote! { #error #item };
        }
    };
    let mut errors = Vec::new();
    let function = Function::read(item, &mut errors);
    let route = expand(attribute, &function, &mut errors);
    let written = match route {
        Some(route) if errors.is_empty() => write_route(&function, &route),
        _ => write_fallback(&function),
    };
    let errors = errors.iter().map(Error::to_compile_error);
    let item = &function.item;
    quote! { #item #written #(#errors)* }
}

fn write_struct(function: &Function) -> TokenStream {
    let (name, vis) = (function.name(), &function.item.vis);
    let doc = format!("The route of the handler [`{name}`]({name}()).");
    quote! {
        #[doc = #doc]
        #[allow(non_camel_case_types, dead_code, missing_debug_implementations)]
        #vis struct #name {}
    }
}

fn write_fallback(function: &Function) -> TokenStream {
    let (name, the_struct) = (function.name(), write_struct(function));
    quote! {
        #the_struct
        impl<S, B> ::ambigram::__private::IntoRoute<S, B> for #name {
            fn into_route() -> ::ambigram::__private::Route<S, B> {
                ::core::unreachable!()
            }
        }
    }
}

fn write_route(function: &Function, route: &Route) -> TokenStream {
    let (name, the_struct) = (function.name(), write_struct(function));
    let Route { trigger, read, arguments, beside } = route;
    let private = quote! { ::ambigram::__private };

    let (cx, state) = (context(), ident("__state"));
    let (mut bounds, mut extracted, mut values) = (Vec::new(), Vec::new(), Vec::new());
    for (index, (Param { ty, .. }, argument)) in function.params.iter().zip(arguments).enumerate() {
        values.push(argument.clone().unwrap_or_else(|| {
            let part = ident(&format!("__part{index}"));
            bounds.push(quote_spanned! { ty.span()=> #ty: ::ambigram::__private::FromUpdate<S, B> });
            extracted.push(quote_spanned! { ty.span()=>
                let #part = <#ty as ::ambigram::__private::FromUpdate<S, B>>::from_update(#cx, #state).await?;
            });
            part
        }));
    }
    let call = quote_spanned! { function.output_span()=>
        ::ambigram::__private::IntoReply::into_reply(#name(#(#values),*).await)
    };
    let (name_text, help) = (name.to_string(), &function.help);
    let place = name.span();
    let line = quote_spanned! { place=> ::core::line!() };

    quote! {
        #the_struct
        #beside
        impl<S, B> #private::IntoRoute<S, B> for #name
        where
            S: ::core::marker::Send + ::core::marker::Sync + 'static,
            B: 'static,
            #(#bounds,)*
        {
            fn into_route() -> #private::Route<S, B> {
                let info = #private::RouteInfo {
                    name: #name_text,
                    location: #private::Location { file: ::core::file!(), line: #line },
                    trigger: #trigger,
                    help: #help,
                };
                #private::Route::new(info, |#cx, #state| {
                    ::std::boxed::Box::pin(async move {
                        let _ = (#cx, #state);
                        // An update that is for another handler is not answered with a usage line.
                        #(#extracted)*
                        #read
                        #call
                    })
                })
            }
        }
    }
}

/// A name that no name of the user's can be mistaken for.
pub(crate) fn ident(name: &str) -> Ident {
    Ident::new(name, Span::mixed_site())
}

/// The handler's context, in what is written.
pub(crate) fn context() -> Ident {
    ident("__cx")
}

/// Finds the parameter for each value that a template names, and says which have none.
pub(crate) fn find_params<'f>(
    function: &'f Function,
    names: impl Iterator<Item = impl AsRef<str>>,
    template: &impl ToTokens,
    errors: &mut Vec<Error>,
) -> Vec<Option<(usize, &'f Param)>> {
    let names: Vec<_> = names.map(|name| name.as_ref().to_owned()).collect();
    let has_name = |param: &Param, name: &str| param.name.as_ref().is_some_and(|own| own == name);
    let mut found = Vec::new();
    for name in &names {
        let param = function.params.iter().enumerate().find(|(_, param)| has_name(param, name));
        if param.is_none() {
            let problem = format!("`{}` has no parameter for `<{name}>`", function.name());
            errors.push(Error::new_spanned(template, problem));
            let unnamed = |param: &&Param| !names.iter().any(|name| has_name(param, name));
            if let Some(param) =
                function.params.iter().filter(unnamed).find(|param| looks_like_argument(param, name))
                && let Some(own) = &param.name
            {
                errors.push(Error::new(own.span(), format!("did you mean this one? Then call it `{name}`")));
            }
        }
        found.push(param);
    }
    found
}

/// Whether a parameter that the template doesn't name was likely meant to be: its type is no extractor's, or its name
/// is nearly the same.
fn looks_like_argument(param: &Param, wanted: &str) -> bool {
    const PLAIN: [&str; 18] = [
        "u8",
        "u16",
        "u32",
        "u64",
        "u128",
        "usize",
        "i8",
        "i16",
        "i32",
        "i64",
        "i128",
        "isize",
        "f32",
        "f64",
        "bool",
        "char",
        "String",
        "MessageId",
    ];
    let ty = param.ty.to_token_stream().to_string();
    let inner = ty.strip_prefix("Option < ").and_then(|ty| ty.strip_suffix(" >")).unwrap_or(&ty);
    PLAIN.contains(&inner) || param.name.as_ref().is_some_and(|name| differ_little(&name.to_string(), wanted))
}

/// Whether one is the other with a character more, fewer, or another.
fn differ_little(a: &str, b: &str) -> bool {
    let start = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    let end = a.chars().rev().zip(b.chars().rev()).take_while(|(a, b)| a == b).count();
    let longest = a.chars().count().max(b.chars().count());
    longest > 1 && start + end + 1 >= longest
}

/// Reports parameters with a range that no template names.
pub(crate) fn check_limits(function: &Function, arguments: &[Option<Ident>], errors: &mut Vec<Error>) {
    for (param, argument) in function.params.iter().zip(arguments) {
        if let (Some(limits), None) = (&param.limits, argument) {
            let problem = "only an argument has a range, and the template does not name this parameter";
            errors.push(Error::new_spanned(limits, problem));
        }
    }
}
