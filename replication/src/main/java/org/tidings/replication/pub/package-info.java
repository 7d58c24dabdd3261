/// Pubs: peers that are always there and follow whoever brings a code of theirs. Using such a code,
/// giving codes out, and what others say about where pubs are. Protocol reference, sections 8.3 and
/// 8.6.
///
/// ```
/// guest (key from the code) ── secret handshake ──► pub
///       invite.use {"feed": me} ──────────────────► takes one use, publishes that it follows me
///       ◄─────────────────────────────── its message
/// me: publish that I follow the pub, and where it is; call it with my own key
/// ```
@NullMarked
package org.tidings.replication.pub;

import org.jspecify.annotations.NullMarked;
