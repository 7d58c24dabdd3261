/// Channels: their posts and who subscribes to them.
@NullMarked
package org.tidings.feed.channel;

import org.jspecify.annotations.NullMarked;
