/// Who follows and blocks whom, and how many hops away everybody is (protocol 9).
@NullMarked
package org.tidings.feed.graph;

import org.jspecify.annotations.NullMarked;
