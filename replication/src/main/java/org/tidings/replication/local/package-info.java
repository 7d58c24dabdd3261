/// Our own commands, spoken to the process that owns the data folder: muxrpc and the secret
/// handshake as between peers (protocol reference, sections 4 and 5), on a listener of its own that
/// only this computer reaches and only our own keys enter. What writes and reads files of messages
/// the window uses as well.
///
/// ```
///  command line ── LocalClient ── muxrpc over loopback ── LocalListener ── LocalProcedures ──
/// OwnerNode
/// ```
@NullMarked
package org.tidings.replication.local;

import org.jspecify.annotations.NullMarked;
