/// One thread: its posts in causal order, and a place to answer.
@NullMarked
package org.tidings.ui.thread;

import org.jspecify.annotations.NullMarked;
