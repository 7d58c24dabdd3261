/// JSON exactly as JavaScript peers read and write it: one ordered tree, one parser, two writers.
///
/// Signatures and ids of messages are taken over `JSON.stringify(value, null, 2)`, so key order,
/// number digits and escapes are part of the protocol. Protocol reference 2.2.
@NullMarked
package org.tidings.feed.json;

import org.jspecify.annotations.NullMarked;
