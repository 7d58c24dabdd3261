/// Rooms, where people meet who cannot reach each other directly: who is there, and connections
/// through them (protocol reference, sections 8.8 to 8.11).
///
/// ```
///  we ── tunnel.connect ──► room ── tunnel.connect ──► peer       a stream of binary bodies
///  └───── secret handshake, box stream, muxrpc, everything ─────┘   inside it, end to end
/// ```
///
/// Only whom we called ourselves at an address can be a room to us; nobody behind a tunnel can. The
/// room sees who talks to whom and how much, never what.
@NullMarked
package org.tidings.replication.room;

import org.jspecify.annotations.NullMarked;
