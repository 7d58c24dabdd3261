/// Sealed bytes: secretbox under a shared key, and private messages to up to seven readers
/// (protocol 0.3 and 3.1).
///
/// ```
/// private box   nonce 24 | one-time X25519 public key 32 | slot 49 x n | secretbox(plain) 16 + len
/// slot          secretbox( n (1 byte) | body key 32, nonce, agreed with recipient )
/// ```
@NullMarked
package org.tidings.crypto.box;

import org.jspecify.annotations.NullMarked;
