/// The secret handshake: two peers who share a network key prove who they are and agree on the keys
/// of a box stream (protocol 4.1). State machines without I/O: bytes in, bytes out.
///
/// ```
/// client                                                     server
///   hello   64   auth(a, K) | a                          ->
///           <-   auth(b, K) | b                          64   hello
///   auth   112   secretbox( sig_A(K|B|h(ab)) | A )       ->
///           <-   secretbox( sig_B(K|sig_A|A|h(ab)) )     80   accept
/// ```
///
/// `K` network key, `A` `B` long-term public keys, `a` `b` ephemeral ones, `ab` what the ephemerals
/// agree on.
@NullMarked
package org.tidings.crypto.handshake;

import org.jspecify.annotations.NullMarked;
