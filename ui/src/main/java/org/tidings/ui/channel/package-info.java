/// Channels: what is said in one, and which there are.
@NullMarked
package org.tidings.ui.channel;

import org.jspecify.annotations.NullMarked;
