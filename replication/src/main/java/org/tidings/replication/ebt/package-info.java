/// Epidemic broadcast trees: keeping feeds alike with many peers at once, in classic EBT version 3.
///
/// Two peers open one duplex `ebt.replicate` and send each other two kinds of JSON objects:
///
/// ```
/// notes     {"@feed": n, …}   n = -1: not this feed, else (sequence << 1) | (send me more ? 0 : 1)
///           {"clock": {…}}    the same, wrapped
/// message   {"previous": …, "author": "@feed", "sequence": 7, …, "content": …}
/// ```
///
/// [EbtState] is the protocol without sockets, threads and clock: events in, actions out. [Ebt]
/// feeds it from connections and from the log, and carries its actions out. Protocol 6.2 to 6.4.
@NullMarked
package org.tidings.replication.ebt;

import org.jspecify.annotations.NullMarked;
