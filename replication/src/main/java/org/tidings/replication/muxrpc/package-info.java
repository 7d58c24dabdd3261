/// Calls and streams between two peers over one channel (protocol reference, section 5).
///
/// ```
///  byte 0      flags: bits 0-1 body type (0 binary, 1 UTF-8 text, 2 JSON), bit 2 end or error, bit
/// 3 stream
///  bytes 1-4   body length, unsigned, big endian
///  bytes 5-8   request number, signed, big endian; answers carry the negated number
///  then        the body; nine zero bytes are the goodbye
/// ```
///
/// Three kinds of thread meet in a connection. `peer-<id>-in` reads, decodes and hands over; it
/// runs no handler and waits for nothing but a stream's full inbox, which is how a slow reader
/// slows the peer. `peer-<id>-out` drains the one send queue into large writes. Every call a peer
/// makes on us runs in a virtual thread of its own. No lock is held across input or output.
@NullMarked
package org.tidings.replication.muxrpc;

import org.jspecify.annotations.NullMarked;
