/// The desktop as Linux has it: notifications and tray over D-Bus, by the interfaces of
/// freedesktop.org. All that is known of D-Bus is in here.
@NullMarked
package org.tidings.app.desktop;

import org.jspecify.annotations.NullMarked;
