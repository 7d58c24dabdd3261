/// Peers on the same local network, found by UDP broadcast (protocol reference, section 8.2).
///
/// ```
///  UDP 8008    net:HOST:PORT~shs:KEY                                            plain text
///  UDP 26830   secretbox({"address":"net:HOST:PORT~shs:KEY"}) then 64 bytes of signature
/// ```
@NullMarked
package org.tidings.replication.lan;

import org.jspecify.annotations.NullMarked;
