/// SHA-256 and the keyed hash of libsodium's `crypto_auth`, by the JDK (protocol 0.3).
@NullMarked
package org.tidings.crypto.hash;

import org.jspecify.annotations.NullMarked;
