//! How the address in a text is previewed.

use ambigram_core::text::Text;
use ambigram_core::types::{EntityKind, LinkPreviewOptions, MessageEntity};
use grammers_tl_types::{enums, types};

/// How the address in a text is previewed.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Preview {
    /// Whether there is none.
    pub(crate) no_webpage: bool,
    /// Whether it stands above the text.
    pub(crate) invert_media: bool,
    /// What is previewed, where that was said: such a message is sent as media.
    pub(crate) media: Option<enums::InputMedia>,
}

impl Preview {
    /// The preview that was asked for.
    pub(crate) fn of(options: Option<&LinkPreviewOptions>, text: &Text) -> Self {
        let Some(options) = options else { return Self::default() };
        let invert_media = options.show_above_text;
        if options.is_disabled {
            return Self { no_webpage: true, invert_media, media: None };
        }
        let is_sized = options.prefer_small_media || options.prefer_large_media;
        let given = options.url.clone().filter(|url| !url.is_empty());
        // A size without an address is for the first address in the text.
        let url = given.or_else(|| first_link(text).filter(|_| is_sized));
        let media = url.map(|url| {
            types::InputMediaWebPage {
                force_large_media: options.prefer_large_media,
                force_small_media: options.prefer_small_media && !options.prefer_large_media,
                optional: true,
                url,
            }
            .into()
        });
        Self { no_webpage: false, invert_media, media }
    }
}

/// The first address in a text: written out, or behind words.
fn first_link(text: &Text) -> Option<String> {
    let is_link = |word: &&str| word.starts_with("http://") || word.starts_with("https://");
    let written = text.text.split_whitespace().find(is_link);
    let behind = text.entities.iter().find_map(|entity| match entity {
        MessageEntity { kind: EntityKind::TextLink { url }, offset, .. } => Some((url, *offset)),
        _ => None,
    });
    match (written, behind) {
        (Some(written), Some((url, offset))) => {
            let start = text.text.split(written).next().map_or(0, ambigram_core::text::utf16_len);
            Some(if start <= offset { written.to_owned() } else { url.clone() })
        }
        (Some(written), None) => Some(written.to_owned()),
        (None, behind) => behind.map(|(url, _)| url.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(url: &str, large: bool, small: bool) -> Option<enums::InputMedia> {
        let url = url.to_owned();
        let page = types::InputMediaWebPage {
            force_large_media: large,
            force_small_media: small,
            optional: true,
            url,
        };
        Some(page.into())
    }

    #[test]
    fn a_preview_with_an_address_or_a_size_is_media() {
        let link = EntityKind::TextLink { url: "https://c.d/".to_owned() };
        let text = Text {
            text: "😀 see https://a.b/ and that".to_owned(),
            entities: vec![MessageEntity::new(19, 3, link)],
        };
        let of = |options: LinkPreviewOptions| Preview::of(Some(&options), &text);
        let options = LinkPreviewOptions::default;
        let table = [
            (options(), Preview::default()),
            (LinkPreviewOptions::disabled(), Preview { no_webpage: true, ..Preview::default() }),
            (
                LinkPreviewOptions { show_above_text: true, ..options() },
                Preview { invert_media: true, ..Preview::default() },
            ),
            (
                LinkPreviewOptions { url: Some("https://x.y/".to_owned()), ..options() },
                Preview { media: page("https://x.y/", false, false), ..Preview::default() },
            ),
            (
                LinkPreviewOptions { prefer_small_media: true, ..options() },
                Preview { media: page("https://a.b/", false, true), ..Preview::default() },
            ),
            (
                LinkPreviewOptions { prefer_large_media: true, ..options() },
                Preview { media: page("https://a.b/", true, false), ..Preview::default() },
            ),
        ];
        for (options, expected) in table {
            assert_eq!(of(options), expected);
        }
        assert_eq!(first_link(&Text::plain("none")), None);
        let behind = Text { text: "that".to_owned(), ..text };
        assert_eq!(first_link(&behind).as_deref(), Some("https://c.d/"));
    }
}
