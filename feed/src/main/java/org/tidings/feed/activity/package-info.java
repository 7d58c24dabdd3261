/// What concerns us: replies, mentions, reactions, followers; and what points to a message, a
/// feed or a blob.
@NullMarked
package org.tidings.feed.activity;

import org.jspecify.annotations.NullMarked;
