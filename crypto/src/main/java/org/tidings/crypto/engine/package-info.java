/// The arithmetic of curve25519 and secretbox behind one small interface, with libsodium and Bouncy
/// Castle underneath (protocol 0.3). Everything above speaks of keys and messages, this package of
/// bytes.
@NullMarked
package org.tidings.crypto.engine;

import org.jspecify.annotations.NullMarked;
