@NullMarked
package org.tidings.feed;

import org.jspecify.annotations.NullMarked;
