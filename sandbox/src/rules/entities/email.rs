//! E-mail addresses: `do-not-reply@telegram.org`.

/// Whether this is an e-mail address and nothing else.
///
/// The local part may have up to ten dots and pluses in it, the domain up to seven labels; lengths
/// are limited everywhere. Domains of other scripts are not taken, nor is the top-level domain looked up.
pub(super) fn is_email(address: &str) -> bool {
    address.split_once('@').is_some_and(|(local, domain)| is_local_part(local) && is_domain(domain))
}

fn is_local_part(local: &str) -> bool {
    let mut parts = local.rsplit(['.', '+']);
    let last_fits = parts.next().is_some_and(|last| (1..=35).contains(&last.len()));
    last_fits
        && parts.clone().count() <= 10
        && parts.all(|part| part.len() <= 26)
        && local.chars().all(|c| is_label_character(c) || matches!(c, '.' | '+'))
}

fn is_domain(domain: &str) -> bool {
    let Some((labels, top)) = domain.rsplit_once('.') else { return false };
    (2..=8).contains(&top.len())
        && top.bytes().all(|byte| byte.is_ascii_alphabetic())
        && labels.split('.').count() <= 6
        && labels.split('.').all(is_label)
}

fn is_label(label: &str) -> bool {
    (1..=30).contains(&label.len())
        && label.chars().all(is_label_character)
        && label.starts_with(|c: char| c.is_ascii_alphanumeric())
        && label.ends_with(|c: char| c.is_ascii_alphanumeric())
}

fn is_label_character(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '-'
}

#[cfg(test)]
mod tests {
    use super::is_email;

    const GOOD_LOCAL_PARTS: [&str; 12] = [
        "a",
        "A",
        "a.a.a",
        "a..a",
        ".a.a",
        "+.+.+.+.+._",
        "a.a.a.a.a.a.a.a.a.a.a",
        "a+a+a+a+a+a+a+a+a+a+a",
        "aozAQZ0-5-9_+-aozAQZ0-5-9_.aozAQZ0-5-9_.-._.+-",
        "a.abcdefghijklmnopqrstuvwxyz.a",
        "abcdefghijklmnopqrstuvwxyz.a.a",
        "a.a.abcdefghijklmnopqrstuvwxyz012345678",
    ];

    const BAD_LOCAL_PARTS: [&str; 12] = [
        "",
        ".",
        "a.a.",
        "*.a.a",
        "a.*.a",
        "a.a.*",
        "я",
        "a.a.a.a.a.a.a.a.a.a.a.a",
        "+.+.+.+.+.+",
        "a.abcdefghijklmnopqrstuvwxyz0.a",
        "abcdefghijklmnopqrstuvwxyz0.a.a",
        "a.a.abcdefghijklmnopqrstuvwxyz0123456789",
    ];

    const GOOD_DOMAINS: [&str; 11] = [
        "a.ab",
        "test.abd",
        "d-o.com",
        "a.a.a.a.a.a.ab",
        "a.a.a.a.a.a.abcdefgh",
        "a.a.a.a.a.a.ABOYZ",
        "a.a.a.a.a.a.AbOyZ",
        "A.Z.aA-sd.a.z.0-9.ABOYZ",
        "ab0cd.ab_d.aA-sd.0.9.0-9.ABOYZ",
        "1.ab",
        "abcdefghijklmnopqrstuvwxyz0123.ab",
    ];

    const BAD_DOMAINS: [&str; 33] = [
        "",
        ".",
        "abc",
        "localhost",
        ".......",
        ".ab",
        ".a.ab",
        "a..ab",
        "a.a.a..a.ab",
        ".a.a.a.a.ab",
        "a.ab.",
        // Too many, too long, too short.
        "a.a.a.a.a.a.a.ab",
        "a.a.a.a.a.a.a",
        "a.a.a.a.a.a.abcdefghi",
        "abcdefghijklmnopqrstuvwxyz01234.ab",
        // Wrong characters.
        "a.a.a.a.a.a+ab",
        "a+a.a.a.a.a.ab",
        "a.ab0yz",
        "a.ab9",
        "a.ab-yz",
        "a.ab_yz",
        "a.ab*yz",
        "a*b.ab",
        "почта.рф",
        "a.рф",
        // Wrong at an end of a label.
        "-a.ab",
        "a-.ab",
        "_a.ab",
        "a_.ab",
        "-.ab",
        "_.ab",
        "a.-.a.ab",
        "a.a.0-_.ab",
    ];

    #[test]
    fn every_local_part_with_every_domain() {
        let locals =
            GOOD_LOCAL_PARTS.map(|l| (l, true)).into_iter().chain(BAD_LOCAL_PARTS.map(|l| (l, false)));
        for (local, good_local) in locals {
            let domains = GOOD_DOMAINS.map(|d| (d, true)).into_iter().chain(BAD_DOMAINS.map(|d| (d, false)));
            for (domain, good_domain) in domains {
                let address = format!("{local}@{domain}");
                assert_eq!(is_email(&address), good_local && good_domain, "{address}");
                assert!(!is_email(&format!("{local}{domain}")), "{local}{domain}");
            }
        }
    }

    #[test]
    fn addresses() {
        let cases = [
            ("", false),
            ("@", false),
            ("telegram.org", false),
            ("security.telegram.org", false),
            ("security@telegram.org", true),
            ("do-not-reply@telegram.org", true),
            ("name+tag@example.co.uk", true),
            ("a@b@c.com", false),
            (" a@b.com", false),
            ("a@b.com ", false),
            ("mailto:a@b.com", false),
        ];
        for (address, expected) in cases {
            assert_eq!(is_email(address), expected, "{address}");
        }
    }
}
