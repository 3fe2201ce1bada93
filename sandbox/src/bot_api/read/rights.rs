//! Rights and permissions. <https://core.telegram.org/bots/api#chatpermissions>

use serde_json::Value;

use super::fields::{Fields, Reason};
use crate::bot_api::request::Arguments;
use crate::rules::{AdministratorRights, Permissions};

const MEDIA: [&str; 6] = [
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
];

/// Reads `permissions`, or the flags that stood in its place before. Unless all are said to stand for themselves, some
/// bring others with them.
pub(crate) fn permissions(arguments: &Arguments) -> Result<Permissions, Reason> {
    let is_independent = arguments.flag("use_independent_chat_permissions");
    let Some(json) = arguments.find("permissions") else { return Ok(legacy(arguments)) };
    let value: Value =
        serde_json::from_str(json).map_err(|_| "Can't parse permissions JSON object".to_owned())?;
    let fields = Fields::of(&value).ok_or("Object expected as permissions")?;
    read(&fields, is_independent).map_err(|reason| format!("Can't parse chat permissions: {reason}"))
}

fn read(fields: &Fields<'_>, is_independent: bool) -> Result<Permissions, Reason> {
    let mut permissions = Permissions::NONE;
    for (name, _) in Permissions::ALL.fields() {
        permissions.set(name, fields.flag(name)?);
    }
    if !MEDIA.iter().any(|name| fields.has(name)) && fields.flag("can_send_media_messages")? {
        set_media(&mut permissions);
        permissions.can_send_messages |= !is_independent;
    }
    if !fields.has("can_manage_topics") {
        permissions.can_manage_topics = permissions.can_pin_messages;
    }
    if !fields.has("can_edit_tag") {
        permissions.can_edit_tag = permissions.can_pin_messages;
    }
    if !fields.has("can_react_to_messages") {
        permissions.can_react_to_messages = permissions.can_send_messages;
    }
    if !is_independent {
        if permissions.can_send_other_messages || permissions.can_add_web_page_previews {
            set_media(&mut permissions);
            permissions.can_send_messages = true;
        }
        permissions.can_send_messages |= permissions.can_send_polls;
    }
    Ok(permissions)
}

/// What `restrictChatMember` took before there were permissions: all or most of it.
fn legacy(arguments: &Arguments) -> Permissions {
    let (media, other) =
        (arguments.flag("can_send_media_messages"), arguments.flag("can_send_other_messages"));
    let previews = arguments.flag("can_add_web_page_previews");
    let mut permissions = Permissions {
        can_send_messages: arguments.flag("can_send_messages") || media || other || previews,
        can_send_other_messages: other,
        can_add_web_page_previews: previews,
        ..Permissions::NONE
    };
    permissions.can_react_to_messages = permissions.can_send_messages;
    if media || other || previews {
        set_media(&mut permissions);
    }
    permissions
}

fn set_media(permissions: &mut Permissions) {
    for name in MEDIA {
        permissions.set(name, true);
    }
}

/// Reads `rights`; none where they are not given. <https://core.telegram.org/bots/api#chatadministratorrights>
pub(crate) fn administrator(arguments: &Arguments) -> Result<AdministratorRights, Reason> {
    let json = arguments.get("rights");
    if json.is_empty() {
        return Ok(AdministratorRights::NONE);
    }
    let value: Value = serde_json::from_str(json)
        .map_err(|_| "Can't parse ChatAdministratorRights JSON object".to_owned())?;
    let read = || {
        let fields = Fields::of(&value).ok_or("ChatAdministratorRights must be an Object")?;
        let mut rights = AdministratorRights::NONE;
        for (name, _) in AdministratorRights::ALL.fields() {
            rights.set(name, fields.flag(name)?);
        }
        // Any other right brings this with it.
        rights.can_manage_chat |= rights != AdministratorRights::NONE;
        Ok(rights)
    };
    read().map_err(|reason: Reason| format!("Can't parse ChatAdministratorRights: {reason}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_json(json: &str, is_independent: bool) -> Vec<&'static str> {
        let value: Value = serde_json::from_str(json).unwrap();
        let permissions = read(&Fields::of(&value).unwrap(), is_independent).unwrap();
        permissions.fields().filter(|(_, is_set)| *is_set).map(|(name, _)| name).collect()
    }

    #[test]
    fn some_permissions_bring_others_with_them() {
        assert_eq!(read_json("{}", false), [""; 0]);
        let polls = r#"{"can_send_polls": true, "can_react_to_messages": false}"#;
        assert_eq!(read_json(polls, true), ["can_send_polls"]);
        assert_eq!(read_json(polls, false), ["can_send_messages", "can_send_polls"]);
        let pins = ["can_edit_tag", "can_pin_messages", "can_manage_topics"];
        assert_eq!(read_json(r#"{"can_pin_messages": true}"#, false), pins);
        let photos = r#"{"can_send_photos": true, "can_send_media_messages": true}"#;
        assert_eq!(read_json(photos, false), ["can_send_photos"]);
        let other = read_json(r#"{"can_send_other_messages": true}"#, false);
        assert!(MEDIA.iter().all(|name| other.contains(name)) && other.contains(&"can_send_messages"));
    }
}
