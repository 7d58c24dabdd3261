/// The append rules of a feed: taking messages in, publishing our own, and the gate that keeps our
/// feed from forking.
@NullMarked
package org.tidings.feed.log;

import org.jspecify.annotations.NullMarked;
