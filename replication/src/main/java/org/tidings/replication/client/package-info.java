/// The calls that programs made for ssb-server know, for those of our own: whoever comes to the
/// local listener with our key, npm's `ssb-client` for example. Protocol reference, sections 6.1
/// and
/// 7.2, and the answers of ssb-server 16 itself.
@NullMarked
package org.tidings.replication.client;

import org.jspecify.annotations.NullMarked;
