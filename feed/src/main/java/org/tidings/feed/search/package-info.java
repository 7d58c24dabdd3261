/// Full text over posts, public and private.
@NullMarked
package org.tidings.feed.search;

import org.jspecify.annotations.NullMarked;
