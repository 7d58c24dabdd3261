/// Identities: key pairs, public keys and the `secret` file they live in (protocol 1.1 and 1.2).
@NullMarked
package org.tidings.crypto.key;

import org.jspecify.annotations.NullMarked;
