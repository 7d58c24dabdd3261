/// Where copies of what we posted are, and what else is known about a message.
@NullMarked
package org.tidings.ui.delivery;

import org.jspecify.annotations.NullMarked;
