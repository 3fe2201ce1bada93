//! `html!("Hello, <b>{}</b>!", name)`: a format string whose arguments are escaped.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Error, Expr, Ident, LitStr, Token};

/// The format string and its arguments.
struct Input {
    format: LitStr,
    args: Vec<Arg>,
}

struct Arg {
    name: Option<Ident>,
    value: Expr,
}

impl Parse for Input {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let format = input.parse().map_err(|error| Error::new(error.span(), "expected a format string"))?;
        if input.is_empty() {
            return Ok(Self { format, args: Vec::new() });
        }
        input.parse::<Token![,]>()?;
        let args = Punctuated::<Arg, Token![,]>::parse_terminated(input)?;
        Ok(Self { format, args: args.into_iter().collect() })
    }
}

impl Parse for Arg {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let name = if input.peek(Ident) && input.peek2(Token![=]) && !input.peek2(Token![==]) {
            let name = input.parse()?;
            input.parse::<Token![=]>()?;
            Some(name)
        } else {
            None
        };
        Ok(Self { name, value: input.parse()? })
    }
}

/// A piece of the format string.
enum Piece {
    Text(String),
    /// What stands before and after the colon of a `{…}`.
    Hole(String, String),
}

pub(crate) fn expand(input: TokenStream) -> TokenStream {
    match syn::parse2::<Input>(input).and_then(|input| write(&input)) {
        Ok(written) => written,
        Err(error) => error.to_compile_error(),
    }
}

fn write(input: &Input) -> syn::Result<TokenStream> {
    let span = input.format.span();
    let mut used = vec![false; input.args.len()];
    let mut next = 0;
    let mut steps = Vec::new();
    for piece in split(&input.format)? {
        let (arg, spec) = match piece {
            Piece::Text(text) => {
                steps.push(quote! { __html.push_source(#text); });
                continue;
            }
            Piece::Hole(arg, spec) => (arg, spec),
        };
        let position = if arg.is_empty() {
            next += 1;
            Some(next - 1)
        } else if let Ok(number) = arg.parse() {
            Some(number)
        } else {
            input.args.iter().position(|given| given.name.as_ref().is_some_and(|name| *name == arg))
        };
        let value = match position.map(|position| (input.args.get(position), used.get_mut(position))) {
            Some((Some(given), Some(used))) => {
                *used = true;
                let value = &given.value;
                quote! { #value }
            }
            Some(_) => {
                return Err(Error::new(span, "the format string has more holes than there are arguments"));
            }
            // A name that is no argument's is a variable's.
            None => {
                let name = Ident::new(&arg, span);
                quote! { #name }
            }
        };
        steps.push(if spec.is_empty() {
            quote_spanned! { span=> (&::ambigram::__private::html::Wrap(&(#value))).html(&mut __html); }
        } else {
            let format = LitStr::new(&format!("{{:{spec}}}"), span);
            quote! { ::ambigram::__private::html::escaped(&mut __html, ::core::format_args!(#format, #value)); }
        });
    }
    if let Some((unused, _)) = input.args.iter().zip(&used).find(|(_, used)| !**used) {
        return Err(Error::new_spanned(&unused.value, "the format string has no hole for this argument"));
    }
    Ok(quote! {{
        #[allow(unused_imports)]
        use ::ambigram::__private::html::{AsHtml as _, AsText as _};
        #[allow(unused_mut)]
        let mut __html = ::ambigram::text::Html::default();
        #(#steps)*
        __html
    }})
}

/// Splits a format string at its holes.
fn split(format: &LitStr) -> syn::Result<Vec<Piece>> {
    let source = format.value();
    let mut pieces = Vec::new();
    let mut text = String::new();
    let mut chars = source.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '{' | '}' if chars.peek() == Some(&c) => {
                chars.next();
                text.push(c);
            }
            '{' => {
                let mut inside = String::new();
                loop {
                    match chars.next() {
                        Some('}') => break,
                        Some(c) => inside.push(c),
                        None => return Err(Error::new(format.span(), "a `{` is not closed by a `}`")),
                    }
                }
                if !text.is_empty() {
                    pieces.push(Piece::Text(std::mem::take(&mut text)));
                }
                let (arg, spec) = inside.split_once(':').unwrap_or((&inside, ""));
                let arg = arg.trim();
                if !arg.is_empty() && arg.parse::<usize>().is_err() && syn::parse_str::<Ident>(arg).is_err() {
                    let problem = format!("`{arg}` is no name: put the expression behind the format string");
                    return Err(Error::new(format.span(), problem));
                }
                pieces.push(Piece::Hole(arg.to_owned(), spec.trim_end().to_owned()));
            }
            '}' => return Err(Error::new(format.span(), "a `}` stands alone: write `}}`")),
            c => text.push(c),
        }
    }
    if !text.is_empty() {
        pieces.push(Piece::Text(text));
    }
    Ok(pieces)
}
