/// The window itself: rail, centre, and the screens that come and go in it.
@NullMarked
package org.tidings.ui.shell;

import org.jspecify.annotations.NullMarked;
