//! `#[callback("vote/<poll>/<option>")]`

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::Error;
use syn::spanned::Spanned;

use crate::expand::{Route, check_limits, context, find_params, ident};
use crate::function::{self, Function};
use crate::template::{Piece, parse_callback};

pub(crate) fn expand(attribute: TokenStream, function: &Function, errors: &mut Vec<Error>) -> Option<Route> {
    let template = match function::template(attribute, "#[callback(\"vote/<option>\")]") {
        Ok(template) => template,
        Err(error) => {
            errors.push(error);
            return None;
        }
    };
    let pieces = match parse_callback(&template.value()) {
        Ok(pieces) => pieces,
        Err(problems) => {
            errors.extend(problems.into_iter().map(|problem| Error::new(template.span(), problem)));
            return None;
        }
    };
    let names: Vec<_> = pieces
        .iter()
        .filter_map(|piece| match piece {
            Piece::Value(name) => Some(name),
            Piece::Fixed(_) => None,
        })
        .collect();
    let params = find_params(function, names.iter(), &template, errors);

    let (cx, taken) = (context(), ident("__values"));
    let mut arguments = vec![None; function.params.len()];
    let (mut read, mut data_params, mut data_values) = (Vec::new(), Vec::new(), Vec::new());
    for (index, param) in params.into_iter().flatten() {
        let slot = ident(&format!("__value{index}"));
        let (ty, name) = (&param.ty, &param.name);
        read.push(quote_spanned! { ty.span()=> let #slot = #taken.take::<#ty>()?; });
        data_params.push(quote! { #name: #ty });
        data_values.push(quote_spanned! { ty.span()=> &#name });
        if let Some(place) = arguments.get_mut(index) {
            *place = Some(slot);
        }
    }
    check_limits(function, &arguments, errors);

    let private = quote! { ::ambigram::__private };
    let pieces = pieces.iter().map(|piece| match piece {
        Piece::Fixed(text) => quote! { ::ambigram::__private::Piece::Fixed(#text) },
        Piece::Value(name) => quote! { ::ambigram::__private::Piece::Value(#name) },
    });
    let (handler, vis) = (function.name(), &function.item.vis);
    let doc =
        format!("The data of a button that [`{handler}`]({handler}()) handles: `{}`.", template.value());
    Some(Route {
        trigger: quote! { #private::Trigger::Callback(Self::__TEMPLATE) },
        // Values are read in the order of the template, which need not be that of the parameters.
        read: quote! {
            let mut #taken = #private::Values::new(#cx, Self::__TEMPLATE)?;
            let _ = &mut #taken;
            #(#read)*
        },
        arguments,
        beside: quote! {
            impl #handler {
                #[doc(hidden)]
                const __TEMPLATE: &'static #private::CallbackTemplate =
                    &#private::CallbackTemplate { pieces: &[#(#pieces),*] };

                #[doc = #doc]
                #[allow(dead_code)]
                #vis fn data(#(#data_params),*) -> #private::CallbackData {
                    Self::__TEMPLATE.write(&[#(#data_values),*])
                }
            }
        },
    })
}
