/// Whom to call and when, and what runs on a connection once it is up: the peer book, the
/// connection scheduler, back-off, and the contract protocols plug in by (protocol reference,
/// sections 5.6 and 8.5).
@NullMarked
package org.tidings.replication.peer;

import org.jspecify.annotations.NullMarked;
