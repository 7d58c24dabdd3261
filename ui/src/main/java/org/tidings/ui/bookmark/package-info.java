/// What the person wants to come back to, known to nobody else.
@NullMarked
package org.tidings.ui.bookmark;

import org.jspecify.annotations.NullMarked;
