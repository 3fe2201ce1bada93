//! The annotated function as a model: its parameters, its documentation.

use proc_macro2::TokenStream;
use syn::spanned::Spanned;
use syn::{Attribute, Error, Expr, FnArg, Ident, ItemFn, Lit, Meta, Pat, ReturnType, Type};

/// An annotated function.
pub(crate) struct Function {
    /// As it was written, less the attributes that are ours.
    pub(crate) item: ItemFn,
    pub(crate) params: Vec<Param>,
    /// The documentation, a line a line.
    pub(crate) help: String,
}

/// A parameter.
pub(crate) struct Param {
    /// Its name; a pattern has none.
    pub(crate) name: Option<Ident>,
    pub(crate) ty: Type,
    /// The range of `#[arg(…)]`.
    pub(crate) limits: Option<Expr>,
}

impl Function {
    /// Reads the function; problems are added to the list, and the model is as good as it can be.
    pub(crate) fn read(mut item: ItemFn, errors: &mut Vec<Error>) -> Self {
        let sig = &item.sig;
        if sig.asyncness.is_none() {
            let problem = format!("a handler is an `async fn`: write `async fn {}`", sig.ident);
            errors.push(Error::new(sig.fn_token.span, problem));
        }
        if let Some(first) = sig.generics.params.first() {
            errors.push(Error::new(first.span(), "a handler has no generic parameters: it is one route"));
        }
        let help = documentation(&item.attrs);
        let params = item.sig.inputs.iter_mut().filter_map(|input| Param::read(input, errors)).collect();
        Self { item, params, help }
    }

    pub(crate) fn name(&self) -> &Ident {
        &self.item.sig.ident
    }

    /// Where the return type stands; the name, where there is none.
    pub(crate) fn output_span(&self) -> proc_macro2::Span {
        match &self.item.sig.output {
            ReturnType::Type(_, ty) => ty.span(),
            ReturnType::Default => self.name().span(),
        }
    }
}

impl Param {
    fn read(input: &mut FnArg, errors: &mut Vec<Error>) -> Option<Self> {
        let typed = match input {
            FnArg::Typed(typed) => typed,
            FnArg::Receiver(receiver) => {
                errors.push(Error::new(
                    receiver.span(),
                    "a handler is a function of its own: it has no `self`",
                ));
                return None;
            }
        };
        let mut limits = None;
        typed.attrs.retain(|attribute| {
            if !attribute.path().is_ident("arg") {
                return true;
            }
            match attribute.parse_args::<Expr>() {
                Ok(range) => limits = Some(range),
                Err(error) => {
                    let problem = format!("expected a range, as in `#[arg(2..=1000)]`: {error}");
                    errors.push(Error::new(attribute.span(), problem));
                }
            }
            false
        });
        let name = match &*typed.pat {
            Pat::Ident(pat) => Some(pat.ident.clone()),
            _ => None,
        };
        Some(Self { name, ty: (*typed.ty).clone(), limits })
    }

    /// Whether the type is written as an `Option`.
    pub(crate) fn is_option(&self) -> bool {
        let Type::Path(path) = &self.ty else { return false };
        path.path.segments.last().is_some_and(|segment| segment.ident == "Option")
    }
}

/// The text of the doc comments, without the space that follows each `///`.
fn documentation(attributes: &[Attribute]) -> String {
    let line = |attribute: &Attribute| {
        let Meta::NameValue(meta) = &attribute.meta else { return None };
        let Expr::Lit(value) = &meta.value else { return None };
        match (meta.path.is_ident("doc"), &value.lit) {
            (true, Lit::Str(text)) => Some(text.value()),
            _ => None,
        }
    };
    let lines: Vec<_> = attributes.iter().filter_map(line).collect();
    lines.iter().map(|line| line.strip_prefix(' ').unwrap_or(line)).collect::<Vec<_>>().join("\n")
}

/// Reads the one string that an attribute is given.
pub(crate) fn template(attribute: TokenStream, example: &str) -> Result<syn::LitStr, Error> {
    if attribute.is_empty() {
        return Err(Error::new(
            proc_macro2::Span::call_site(),
            format!("expected a template, as in `{example}`"),
        ));
    }
    let tokens: Vec<_> = attribute.clone().into_iter().collect();
    let template: syn::LitStr = match tokens.first() {
        Some(first) => syn::parse2(TokenStream::from(first.clone())).map_err(|_| {
            Error::new(first.span(), format!("expected a template in quotes, as in `{example}`"))
        })?,
        None => return Err(Error::new(attribute.span(), format!("expected a template, as in `{example}`"))),
    };
    // A comma at the end is nobody's mistake.
    match tokens.get(1..) {
        Some([comma]) if comma.to_string() == "," => Ok(template),
        Some([_, option, ..]) => Err(Error::new(
            option.span(),
            format!(
                "unknown option `{option}`: the attribute takes a template and nothing else, as in `{example}`"
            ),
        )),
        Some([more]) => {
            Err(Error::new(more.span(), format!("expected nothing after the template, got `{more}`")))
        }
        _ => Ok(template),
    }
}
