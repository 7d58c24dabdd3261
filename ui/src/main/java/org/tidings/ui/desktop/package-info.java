/// What the desktop around the window does for it: notifications, a sign in the tray, starting at
/// login. Who does that stands elsewhere.
@NullMarked
package org.tidings.ui.desktop;

import org.jspecify.annotations.NullMarked;
