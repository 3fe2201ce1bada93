//! Previews of the addresses in texts. <https://core.telegram.org/bots/api#linkpreviewoptions>

use ambigram_core::types::LinkPreviewOptions;
use grammers_tl_types::{enums, types};

/// How the address in a text is previewed, where that was said.
pub(super) fn options(page: &types::MessageMediaWebPage, is_above: bool) -> Option<Box<LinkPreviewOptions>> {
    let url = url(&page.webpage).filter(|_| page.manual);
    let options = LinkPreviewOptions {
        url: url.map(str::to_owned),
        is_disabled: false,
        prefer_small_media: page.force_small_media,
        prefer_large_media: page.force_large_media,
        show_above_text: is_above,
    };
    (options != LinkPreviewOptions::default()).then(|| Box::new(options))
}

/// The address of a page.
pub(super) fn url(page: &enums::WebPage) -> Option<&str> {
    match page {
        enums::WebPage::Page(page) => Some(&page.url),
        enums::WebPage::Pending(page) => page.url.as_deref(),
        enums::WebPage::Empty(page) => page.url.as_deref(),
        enums::WebPage::NotModified(_) => None,
    }
}
