/// What happened, told after commit and in commit order.
@NullMarked
package org.tidings.feed.event;

import org.jspecify.annotations.NullMarked;
