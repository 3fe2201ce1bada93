//! `#[command("/roll <sides=6>")]`

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::Error;
use syn::spanned::Spanned;

use crate::expand::{Route, check_limits, context, find_params, ident};
use crate::function::{self, Function, Param};
use crate::template::{Arg, Command, Presence};

pub(crate) fn expand(attribute: TokenStream, function: &Function, errors: &mut Vec<Error>) -> Option<Route> {
    let template = match function::template(attribute, "#[command(\"/roll <sides=6>\")]") {
        Ok(template) => template,
        Err(error) => {
            errors.push(error);
            return None;
        }
    };
    let command = match Command::parse(&template.value()) {
        Ok(command) => command,
        Err(problems) => {
            errors.extend(problems.into_iter().map(|problem| Error::new(template.span(), problem)));
            return None;
        }
    };
    let params = find_params(function, command.args.iter().map(|arg| &arg.name), &template, errors);

    let (cx, args) = (context(), ident("__args"));
    let mut arguments = vec![None; function.params.len()];
    let mut specs = Vec::new();
    let mut read = Vec::new();
    for (arg, found) in command.args.iter().zip(params) {
        let Some((index, param)) = found else { continue };
        if arg.presence == Presence::Optional && !param.is_option() {
            let problem = format!("`<{}?>` may be left out: the parameter must be an `Option`", arg.name);
            errors.push(Error::new_spanned(&param.ty, problem));
        }
        specs.push(spec(arg, param));
        let slot = ident(&format!("__arg{index}"));
        let value = value(arg, param);
        let ty = &param.ty;
        read.push(quote_spanned! { ty.span()=> let #slot: #ty = #args.#value?; });
        if let Some(place) = arguments.get_mut(index) {
            *place = Some(slot);
        }
    }
    check_limits(function, &arguments, errors);

    let name = &command.name;
    let private = quote! { ::ambigram::__private };
    Some(Route {
        trigger: quote! { #private::Trigger::Command(Self::__SPEC) },
        // Arguments are read in the order of the template, which need not be that of the parameters.
        read: quote! {
            let mut #args = #private::Args::new(#cx, Self::__SPEC);
            #(#read)*
            #args.finish()?;
        },
        arguments,
        beside: {
            let handler = function.name();
            quote! {
                impl #handler {
                    #[doc(hidden)]
                    const __SPEC: &'static #private::CommandSpec =
                        &#private::CommandSpec { name: #name, args: &[#(#specs),*] };
                }
            }
        },
    })
}

fn spec(arg: &Arg, param: &Param) -> TokenStream {
    let (name, rest, ty) = (&arg.name, arg.rest, &param.ty);
    let presence = match &arg.presence {
        Presence::Required => quote! { Required },
        Presence::Optional => quote! { Optional },
        Presence::Default(text) => quote_spanned! { ty.span()=>
            Default { text: #text, check: ::ambigram::__private::reads_as::<#ty> }
        },
    };
    quote! {
        ::ambigram::__private::ArgSpec {
            name: #name,
            presence: ::ambigram::__private::Presence::#presence,
            rest: #rest,
        }
    }
}

fn value(arg: &Arg, param: &Param) -> TokenStream {
    let limits = match &param.limits {
        Some(range) => quote! { ::ambigram::__private::Within(#range) },
        None => quote! { ::ambigram::__private::Anything },
    };
    let ty = &param.ty;
    match arg.presence {
        Presence::Optional => quote_spanned! { ty.span()=> optional(#limits) },
        Presence::Required | Presence::Default(_) => quote_spanned! { ty.span()=> required::<#ty>(#limits) },
    }
}
