/// What the content of a message means: posts, votes, contacts, profiles. Every field comes from a
/// stranger and may have any type, so reading is total: what cannot be understood is `Unknown`.
///
/// Protocol reference 9.1, 10 and 8.3.
@NullMarked
package org.tidings.feed.content;

import org.jspecify.annotations.NullMarked;
