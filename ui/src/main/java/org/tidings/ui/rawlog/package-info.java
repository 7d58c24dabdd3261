/// Messages as they are stored, for whoever wants to know what programs say to each other.
@NullMarked
package org.tidings.ui.rawlog;

import org.jspecify.annotations.NullMarked;
