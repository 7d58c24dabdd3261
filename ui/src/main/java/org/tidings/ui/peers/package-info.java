/// People nearby and connections: who is there, what travels right now, and how to reach somebody.
@NullMarked
package org.tidings.ui.peers;

import org.jspecify.annotations.NullMarked;
