/// The box stream: an encrypted, ordered stream of bytes with an authenticated end (protocol 4.2).
///
/// ```
/// box       header 34 = secretbox( body length 2 | body MAC 16, nonce n )
///           body 1..4096 = secretbox( chunk, nonce n + 1 ) without its MAC, which the header has
/// goodbye   header 34 = secretbox( 18 zero bytes, nonce n )
/// ```
///
/// We write at most 4096 bytes into a box and, like the reference, read as many as the two bytes of
/// length can say: that bounds memory well enough.
@NullMarked
package org.tidings.crypto.boxstream;

import org.jspecify.annotations.NullMarked;
