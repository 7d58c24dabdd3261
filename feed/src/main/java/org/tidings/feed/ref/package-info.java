/// References to feeds, messages and blobs in all their spellings: sigil ids, links with a query,
/// `ssb:` URIs, addresses, invites and channel names.
///
/// Protocol reference 1.3, 1.4, 8.1, 8.6 and 10.9. The layout of a sigil id is
///
/// ```
/// sigil (@ % &) | 43 characters of base64 | = | .ed25519 or .sha256
/// ```
@NullMarked
package org.tidings.feed.ref;

import org.jspecify.annotations.NullMarked;
