/// What cannot be derived from the log: what the person wrote, marked, muted and named and has not
/// sent yet, what is remembered of peers and blobs, and what the publishing gate knows.
@NullMarked
package org.tidings.feed.local;

import org.jspecify.annotations.NullMarked;
