/// What every screen works on: the services, the way around the window, and news of what changed.
@NullMarked
package org.tidings.ui.workspace;

import org.jspecify.annotations.NullMarked;
