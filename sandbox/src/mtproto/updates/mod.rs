//! What happened, as clients are told: pushed while they listen, or as the difference when they come back.

/// What one session is told as it happens.
#[derive(Debug)]
pub(crate) struct Feed { /* account, last event told, events told in answers, users that the session knows */ }

impl Feed {
    /// From now on.
    pub(crate) fn new(world: &World, account: UserId) -> Self;
    /// What happened since, at most a hundred events of it; `None` where nothing did.
    pub(crate) fn next(&mut self, front: &MtProto, world: &World) -> Option<tl::enums::Updates>;
}
