/// How bytes reach another peer: channels (TCP, in-memory pipes), dialling and listening, and the
/// secret channel that puts the handshake and the box stream over any of them (protocol reference,
/// sections 4 and 8.1).
///
/// ```
///  handshake    C→S 64   S→C 64   C→S 112   S→C 80
///  box stream   [34 bytes header][1..4096 bytes body] ... [34 bytes goodbye]      each way
/// ```
@NullMarked
package org.tidings.replication.transport;

import org.jspecify.annotations.NullMarked;
