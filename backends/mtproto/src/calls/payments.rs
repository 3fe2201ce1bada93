//! Links to invoices.

use ambigram_core::Error;
use ambigram_core::requests::{CreateInvoiceLink, Response};
use grammers_tl_types::{enums, functions};

use super::behalf;
use crate::convert::outgoing::Invoice;
use crate::wire::Wire;

/// <https://core.telegram.org/method/payments.exportInvoice>
pub(super) async fn create_invoice_link(wire: &Wire, request: &CreateInvoiceLink) -> Result<Response, Error> {
    let called = functions::payments::ExportInvoice { invoice_media: Invoice::from(request).media() };
    let told = behalf::invoke(wire, request.business_connection_id.as_ref(), called).await?;
    let enums::payments::ExportedInvoice::Invoice(link) = told;
    Ok(Response::of(link.url))
}
