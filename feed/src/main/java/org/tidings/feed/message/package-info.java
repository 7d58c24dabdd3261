/// Signed messages of the classic feed format: their exact bytes, ids, signatures and the rules a
/// feed obeys. Pure: nothing here reads a clock, a store or a socket.
///
/// Protocol reference 2. A message is an object of seven keys, signed over its canonical text
/// without the last line:
///
/// ```
/// { previous, author, sequence (or sequence, author), timestamp, hash, content, signature }
/// ```
///
/// It is stored and sent as compact JSON; see decisions/0001.
@NullMarked
package org.tidings.feed.message;

import org.jspecify.annotations.NullMarked;
