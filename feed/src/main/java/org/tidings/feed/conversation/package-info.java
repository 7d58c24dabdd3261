/// Private messages: read once with our own key, and shown by who takes part.
@NullMarked
package org.tidings.feed.conversation;

import org.jspecify.annotations.NullMarked;
