/// Private conversations: which there are, what was said in one, and how to begin another.
@NullMarked
package org.tidings.ui.conversation;

import org.jspecify.annotations.NullMarked;
